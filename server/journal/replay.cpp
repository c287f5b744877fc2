#include "journal/replay.hpp"

#include "base/check.hpp"
#include "domain/decide.hpp"

namespace atelier::journal {

Replay::Replay(domain::Workshop state, const Head& head) : state_(std::move(state)), head_(head) {}

std::string Replay::add(const Recorded& recorded, const Digest& digest) {
    if (recorded.seq != head_.seq + 1) return "it does not follow on the event before it";
    try {
        domain::apply(state_, recorded.event, recorded.at);
    } catch (const base::BrokenInvariant& broken) {
        return std::string("it does not fit the state before it: ") + broken.condition;
    }
    head_ = {recorded.seq, digest};
    return {};
}

std::optional<Difference> Verifier::add(const Row& row) {
    const Seq expected = replay_.head().seq + 1;
    std::string fault = fault_of(row, replay_.head());
    if (fault.empty()) {
        const auto event = open_row(row);
        fault = event ? replay_.add(event.value(), row.digest) : event.error();
    }
    if (fault.empty()) return std::nullopt;
    return Difference{expected, "event " + std::to_string(row.seq) + ": " + fault};
}

void note_receipt(std::vector<Receipt>& receipts, const domain::Actor& actor,
                  const base::Uuid& command, Seq seq) {
    if (!receipts.empty() && receipts.back().command == command &&
        receipts.back().actor.participant == actor.participant &&
        receipts.back().actor.role == actor.role) {
        receipts.back().seq = seq;
        return;
    }
    receipts.push_back({actor, command, seq});
}

}  // namespace atelier::journal

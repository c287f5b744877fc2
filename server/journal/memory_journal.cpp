#include "journal/memory_journal.hpp"

#include <algorithm>

#include "journal/replay.hpp"
#include "wire/snapshot.hpp"

namespace atelier::journal {
namespace {

Problem damaged(const char* operation, std::string cause) {
    return {Failure::damaged, operation, std::move(cause)};
}

Head head_of(const std::vector<Row>& rows) {
    return rows.empty() ? Head{} : Head{rows.back().seq, rows.back().digest};
}

/// The credential an event hands out, if it does.
struct HandedOut {
    std::string digest;
    domain::ParticipantId participant;
};
HandedOut handed_out(const domain::Event& event) {
    if (const auto* joined = std::get_if<domain::ParticipantJoined>(&event))
        return {joined->credential, joined->participant};
    if (const auto* updated = std::get_if<domain::ParticipantUpdated>(&event))
        return {updated->credential, updated->participant};
    return {};
}

const std::string* new_code(const Batch& batch) {
    if (batch.events.empty()) return nullptr;
    const auto* created = std::get_if<domain::WorkshopCreated>(&batch.events.front().event);
    return created ? &created->code : nullptr;
}

}  // namespace

MemoryJournal::MemoryJournal(std::string epoch) : epoch_(std::move(epoch)) {}

Outcome<MemoryJournal::Book*> MemoryJournal::book(const WorkshopId& workshop,
                                                  const char* operation) {
    const auto found = books_.find(workshop);
    if (found == books_.end()) return Problem{Failure::no_such_workshop, operation, workshop.text};
    return &found->second;
}

std::optional<Problem> MemoryJournal::unwritable(const char* operation) {
    if (broken_) well_ = false;
    if (well_) return std::nullopt;
    return Problem{Failure::unavailable, operation, "the disk is broken"};
}

Outcome<base::Done> MemoryJournal::fence(std::span<const Batch> batches) {
    std::map<WorkshopId, Seq> next;
    for (const Batch& batch : batches) {
        const auto known = books_.find(batch.workshop);
        const Seq last = known == books_.end() ? 0 : head_of(known->second.rows).seq;
        Seq& expected = next.try_emplace(batch.workshop, last + 1).first->second;
        if (expected == 1 && batch.first != 1)
            return Problem{Failure::no_such_workshop, "append", batch.workshop.text};
        if (batch.first != expected)
            return Problem{Failure::conflict, "append",
                           "the next seq is " + std::to_string(expected)};
        if (const auto fault = fault_of(batch); !fault.empty()) return damaged("append", fault);
        if (const auto* code = new_code(batch); code && codes_.contains(*code))
            return Problem{Failure::conflict, "append", "its code is taken"};
        expected += batch.events.size();
    }
    return base::Done{};
}

void MemoryJournal::store(const Batch& batch) {
    if (batch.events.empty()) return;
    Book& book = books_[batch.workshop];
    if (const auto* code = new_code(batch)) codes_.emplace(*code, batch.workshop);
    for (const Recorded& recorded : batch.events) {
        book.rows.push_back(make_row(batch.workshop, recorded, head_of(book.rows).digest));
        const auto [digest, participant] = handed_out(recorded.event);
        if (!digest.empty())
            book.credentials[digest] = {{domain::Role::participant, participant},
                                        batch.workshop,
                                        recorded.at,
                                        std::nullopt};
        take_back(batch.workshop, book, recorded.event);
    }
}

Outcome<base::Done> MemoryJournal::append(std::span<const Batch> batches) {
    const bool was_well = well_;
    if (auto problem = unwritable("append")) {
        if (was_well && keeps_last_ && fence(batches))
            std::ranges::for_each(batches, [&](const Batch& batch) { store(batch); });
        return *problem;
    }
    if (auto fenced = fence(batches); !fenced) return fenced;
    for (const Batch& batch : batches) store(batch);
    return base::Done{};
}

Outcome<Loaded> MemoryJournal::load(const WorkshopId& workshop) {
    auto found = book(workshop, "load");
    if (!found) return found.error();
    const Book& book = *found.value();
    Replay replay;
    if (!book.snapshot.empty()) {
        auto state = wire::decode_snapshot(nlohmann::json::parse(book.snapshot));
        if (!state) return damaged("load", "snapshot: " + state.error());
        replay = Replay(std::move(state).value(),
                        {book.snapshot_seq, book.rows[book.snapshot_seq - 1].digest});
    }
    std::vector<Receipt> receipts;
    for (const Row& row : book.rows) {
        const auto event = open_row(row);
        if (!event) return damaged("load", event.error());
        if (const auto& command = event.value().command)
            note_receipt(receipts, event.value().actor, *command, row.seq);
        if (row.seq <= book.snapshot_seq) continue;
        if (auto fault = replay.add(event.value(), row.digest); !fault.empty())
            return damaged("load", "event " + std::to_string(row.seq) + ": " + fault);
    }
    const Head head = replay.head();
    return Loaded{std::move(replay).take(), head, std::move(receipts)};
}

Outcome<std::vector<Recorded>> MemoryJournal::read(const WorkshopId& workshop, Seq from,
                                                   std::size_t limit) {
    auto found = book(workshop, "read");
    if (!found) return found.error();
    std::vector<Recorded> out;
    for (const Row& row : found.value()->rows) {
        if (row.seq < from) continue;
        if (out.size() == limit) break;
        auto event = open_row(row);
        if (!event) return damaged("read", event.error());
        out.push_back(std::move(event).value());
    }
    return out;
}

Outcome<Head> MemoryJournal::head(const WorkshopId& workshop) {
    auto found = book(workshop, "head");
    if (!found) return found.error();
    return head_of(found.value()->rows);
}

Outcome<base::Done> MemoryJournal::save_snapshot(const domain::Workshop& state, Seq seq) {
    if (auto problem = unwritable("save_snapshot")) return *problem;
    auto found = book(state.id, "save_snapshot");
    if (!found) return found.error();
    if (seq == 0 || seq > head_of(found.value()->rows).seq)
        return Problem{Failure::conflict, "save_snapshot", "there is no event at its seq"};
    found.value()->snapshot = wire::encode_snapshot(state).dump();
    found.value()->snapshot_seq = seq;
    return base::Done{};
}

Outcome<Verified> MemoryJournal::verify(const WorkshopId& workshop) {
    auto found = book(workshop, "verify");
    if (!found) return found.error();
    Verifier verifier;
    for (const Row& row : found.value()->rows)
        if (auto difference = verifier.add(row))
            return Verified{verifier.replay().head(), std::move(difference)};
    return Verified{verifier.replay().head(), std::nullopt};
}

Outcome<base::Done> MemoryJournal::rebuild(const WorkshopId& workshop) {
    if (auto problem = unwritable("rebuild")) return *problem;
    auto found = book(workshop, "rebuild");
    if (!found) return found.error();
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::erase(const WorkshopId& workshop) {
    if (auto problem = unwritable("erase")) return *problem;
    if (books_.erase(workshop) == 0)
        return Problem{Failure::no_such_workshop, "erase", workshop.text};
    std::erase_if(codes_, [&](const auto& code) { return code.second == workshop; });
    std::erase_if(links_, [&](const auto& link) { return link.second.workshop == workshop; });
    std::erase_if(sessions_, [&](const auto& entry) { return entry.second.workshop == workshop; });
    std::erase_if(handovers_, [&](const auto& entry) { return entry.second.workshop == workshop; });
    for (auto& [id, series] : series_) std::erase(series.workshops, workshop);
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::forget(const WorkshopId& workshop, std::span<const Seq> seqs) {
    if (auto problem = unwritable("forget")) return *problem;
    auto found = book(workshop, "forget");
    if (!found) return found.error();
    Book& book = *found.value();
    for (Row& row : book.rows) {
        if (std::ranges::find(seqs, row.seq) == seqs.end()) continue;
        for (const Sealed& sealed : row.sealed)
            if (sealed.key == "credential") book.credentials.erase(sealed.value);
        row.sealed.clear();
    }
    book.snapshot.clear();
    book.snapshot_seq = 0;
    return base::Done{};
}

Outcome<base::Done> MemoryJournal::reopen() {
    if (broken_) return Problem{Failure::unavailable, "reopen", "the disk is broken"};
    well_ = true;
    return base::Done{};
}

void MemoryJournal::break_disk(bool keeps_last) {
    broken_ = true;
    keeps_last_ = keeps_last;
}

}  // namespace atelier::journal

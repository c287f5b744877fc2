#include "simulation/support/client.hpp"

#include <algorithm>

namespace atelier::simulation {

void Client::connected(room::ConnectionId to) {
    line = to;
    seen_ = 0;
}

std::string Client::hello() const {
    json out{{"type", "hello"}};
    if (mirror) out["resume"] = {{"epoch", mirror->epoch}, {"seq", mirror->seq}};
    return out.dump();
}

void Client::lost() {
    line.reset();
    for (auto& [id, entry] : ledger)
        if (!entry.by_post) entry.waiting = false;
}

void Client::post_lost(const std::string& id) {
    const auto found = ledger.find(id);
    if (found != ledger.end()) found->second.waiting = false;
}

void Client::greeted(const json& frame) {
    for (auto& [id, entry] : ledger)
        if (!entry.by_post) entry.waiting = false;
    if (frame["type"] == "welcome") mirror.emplace(frame);
    if (frame["type"] == "resumed" && (!mirror || mirror->epoch != frame["epoch"]))
        faults.push_back("resumed out of nothing: " + frame.dump());
}

void Client::take(const json& frame, base::Millis now) {
    const std::string type = frame["type"];
    if (type == "notice") return;
    if (type == "ack" || type == "refused") return answered(frame, now);
    const domain::Seq seq = frame["seq"];
    if (seq < seen_) faults.push_back("back in time: " + frame.dump());
    seen_ = type == "resumed" ? seen_ : seq;
    if (type != "delta") return greeted(frame);
    if (!mirror) {
        faults.push_back("a delta before the state: " + frame.dump());
    } else {
        mirror->apply(frame);
    }
}

void Client::answered(const json& answer, base::Millis now) {
    if (!answer.contains("id") || !ledger.contains(answer["id"])) {
        faults.push_back("an answer to nothing: " + answer.dump());
        return;
    }
    Entry& entry = ledger.at(answer["id"]);
    if (answer["type"] == "refused" && answer["data"].contains("retry_after_ms")) {
        if (entry.answer) return;
        entry.waiting = false;
        entry.due = now + answer["data"]["retry_after_ms"].get<base::Millis>();
        return;
    }
    if (entry.answer && *entry.answer != answer)
        faults.push_back("two answers: " + entry.answer->dump() + " and " + answer.dump());
    entry.answer = answer;
    entry.waiting = false;
}

std::optional<std::string> Client::due(base::Millis now) const {
    for (const auto& [id, entry] : ledger)
        if (!entry.answer && !entry.waiting && entry.due <= now) return id;
    return std::nullopt;
}

bool Client::settled() const {
    return std::ranges::all_of(ledger,
                               [](const auto& entry) { return entry.second.answer.has_value(); });
}

}  // namespace atelier::simulation

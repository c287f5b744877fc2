#include "simulation/support/oracle.hpp"

#include <limits>

#include "wire/snapshot.hpp"

namespace atelier::simulation {
namespace {

using Complaints = std::vector<std::string>;

/// [J2][J4][J6] The chain holds, no seq is missing, and whoever folds it comes to the same state.
void judge_journal(World& world, Complaints& out) {
    Truth& truth = world.disk.truth();
    auto& journal = world.disk.journal();
    const auto verified = journal.verify(truth.state.id);
    if (!verified || verified.value().difference) out.emplace_back("the chain is broken");
    const auto events = journal.read(truth.state.id, 1, std::numeric_limits<std::size_t>::max());
    if (!events || events.value().size() != truth.last) out.emplace_back("events are missing");
    domain::Seq seq = 0;
    for (const domain::Recorded& recorded : events.value())
        if (recorded.seq != ++seq) out.push_back("a gap before " + std::to_string(recorded.seq));
    const json fold = wire::encode_snapshot(truth.state);
    const auto loaded = journal.load(truth.state.id);
    if (!loaded || wire::encode_snapshot(loaded.value().state) != fold)
        out.emplace_back("the journal loads as another workshop");
    if (wire::encode_snapshot(world.host.room()->workshop()) != fold)
        out.emplace_back("the room has another state than the journal");
    if (world.host.room()->last() != truth.last) out.emplace_back("the room is at another seq");
}

/// [P1][P2] Acknowledged: there, once. Refused: not there.
void judge_ledger(const Client& client, const Truth& truth, Complaints& out) {
    for (const auto& [id, entry] : client.ledger) {
        if (!entry.answer) {
            out.push_back("never answered: " + entry.text);
            continue;
        }
        const auto found = truth.done.find(id);
        const std::size_t times = found == truth.done.end() ? 0 : found->second.size();
        const bool acked = (*entry.answer)["type"] == "ack";
        if (times != (acked ? 1 : 0))
            out.push_back(std::to_string(times) + " times in the journal: " + entry.text + " " +
                          entry.answer->dump());
        if (acked && times > 0 && found->second.front().last != (*entry.answer)["seq"])
            out.push_back("acknowledged with another seq: " + entry.answer->dump());
    }
}

void judge_renames(const World& world, const Truth& truth, Complaints& out) {
    for (const Rename& rename : world.renames) {
        const auto found = truth.names.find(rename.name);
        const int times = found == truth.names.end() ? 0 : found->second;
        if (times > 1 || (rename.done && times == 0))
            out.push_back(std::to_string(times) + " times in the journal: " + rename.name);
    }
}

/// [P3][P4] What a client has is what it would have if it came now.
void judge_mirror(World& world, std::size_t index, Complaints& out) {
    Client& client = world.clients[index];
    const auto line = world.host.connect(client.actor, client.transport);
    world.host.lines.at(line).up.emplace_back(R"({"type":"hello"})");
    world.host.message(line, world.now);
    // Who was removed is told so, and nothing else.
    const domain::Participant* person =
        world.disk.truth().state.participant(client.actor.participant);
    if (person && person->removed) return world.host.disconnect(line);
    // The seventeenth of a round waits for the next one (RM4).
    while (world.host.lines.at(line).down.empty() && world.host.resting())
        world.host.wake(world.now);
    if (world.host.lines.at(line).down.empty())
        return out.push_back("client " + std::to_string(index) + " is not greeted");
    const Mirror fresh(*world.host.lines.at(line).down.front());
    world.host.disconnect(line);
    const json mine = client.mirror->canonical();
    const json theirs = fresh.canonical();
    if (mine == theirs) return;
    out.push_back("client " + std::to_string(index) + " (" + client.actor.participant.text +
                  ") has another state, which becomes the right one by " +
                  json::diff(mine, theirs).dump());
}

}  // namespace

Complaints judge(World& world) {
    Complaints out = world.disk.truth().faults;
    if (!out.empty()) return out;
    judge_journal(world, out);
    judge_renames(world, world.disk.truth(), out);
    for (std::size_t i = 0; i < world.clients.size(); ++i) {
        const Client& client = world.clients[i];
        out.insert(out.end(), client.faults.begin(), client.faults.end());
        judge_ledger(client, world.disk.truth(), out);
        if (client.mirror) judge_mirror(world, i, out);
    }
    return out;
}

}  // namespace atelier::simulation

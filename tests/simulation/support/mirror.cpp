#include "simulation/support/mirror.hpp"

#include <algorithm>

namespace atelier::simulation {

Mirror::Mirror(const json& welcome)
    : epoch(welcome["epoch"]),
      seq(welcome["seq"]),
      you(welcome["you"]),
      workshop(welcome["state"]["workshop"]),
      boards(welcome["state"]["boards"]),
      people(welcome["state"]["people"]),
      tallies(welcome["state"]["tallies"]) {
    const json& state = welcome["state"];
    for (const json& phase : state["phases"]) phases[phase["id"]] = phase;
    for (const json& idea : state["ideas"]) ideas[idea["id"]] = idea;
    if (state.contains("reasons")) learn(state);
    for (const json& placement : state["placements"])
        placements[{placement["board"], placement["idea"]}] = placement;
}

void Mirror::apply(const json& delta) {
    const domain::Seq at = delta["seq"];
    if (at < seq) return;
    for (const json& event : delta["events"]) apply_event(event);
    if (delta.contains("tallies"))
        for (const auto& [phase, counts] : delta["tallies"].items()) {
            json& known = tallies[phase];
            if (known.is_null()) known = json::object();
            known.update(counts);
        }
    if (delta.contains("people")) people = delta["people"];
    if (!delta.value("own", false)) seq = at;
}

void Mirror::apply_event(const json& event) {
    const std::string what = event["event"];
    if (what == "idea.posted" || what == "idea.edited" || what == "idea.published") {
        put(event["idea"]);
    } else if (what == "idea.hidden" || what == "idea.withdrawn") {
        gone(event);
    } else if (what == "vote.cast") {
        you["ballots"][event["phase"]][event["idea"]] = event["value"];
    } else if (what == "vote.cleared") {
        json& ballot = you["ballots"][event["phase"]];
        if (event.contains("idea") && ballot.is_object()) {
            ballot.erase(event["idea"].get<std::string>());
        } else {
            ballot = json::object();
        }
    } else if (what == "placement.set") {
        json placement = event;
        placement.erase("event");
        placements[{event["board"], event["idea"]}] = std::move(placement);
    } else if (what == "cards.drawn") {
        json& hand = you["hands"][event["phase"]];
        for (const json& card : event["ideas"])
            if (std::find(hand.begin(), hand.end(), card) == hand.end()) hand.push_back(card);
    } else if (what == "phase.removed") {
        phases.erase(event["id"].get<std::string>());
        tallies.erase(event["id"].get<std::string>());
    } else if (event.contains("phase") && event["phase"].is_object()) {
        phases[event["phase"]["id"]] = event["phase"];
        if (what == "results.revealed") learn(event);
        if (what == "phase.updated" && event["phase"]["status"] == "planned")
            tallies.erase(event["phase"]["id"].get<std::string>());
    } else if (what == "participant.updated") {
        for (const char* member : {"name", "affiliation"}) {
            you.erase(member);
            if (event.contains(member)) you[member] = event[member];
        }
    } else if (what == "workshop.updated") {
        workshop = event["workshop"];
    } else if (what == "workshop.closed") {
        workshop["status"] = "closed";
        learn(event);
    }
}

/// Reasons come for a whole phase at once.
void Mirror::learn(const json& event) {
    if (!event.contains("reasons")) return;
    for (const json& reason : event["reasons"]) reasons[reason["phase"]] = json::array();
    for (const json& reason : event["reasons"]) reasons[reason["phase"]].push_back(reason);
}

void Mirror::put(const json& idea) {
    json& known = ideas[idea["id"]];
    const bool mine = known.is_object() && known.value("mine", false);
    known = idea;
    if (mine) known["mine"] = true;
}

void Mirror::gone(const json& event) {
    const std::string id = event["id"];
    if (event.contains("idea")) {
        put(event["idea"]);
    } else {
        ideas.erase(id);
    }
    std::erase_if(placements, [&](const auto& entry) { return entry.first.second == id; });
}

const json* Mirror::open_phase() const {
    for (const auto& [id, phase] : phases)
        if (phase["status"] == "open") return &phase;
    return nullptr;
}

/// Whether 0 is a choice in a vote: the worst grade is, no dots are none.
bool Mirror::graded(const std::string& phase) const {
    const auto found = phases.find(phase);
    return found != phases.end() &&
           found->second["settings"].value("method", std::string{}) == "judgment";
}

/// No dots, and no entry at all, say the same; so does the count of an idea that is not there.
json Mirror::canonical() const {
    json out{{"you", you}, {"workshop", workshop}, {"boards", boards}, {"people", people}};
    out["phases"] = phases;
    out["reasons"] = reasons;
    out["ideas"] = ideas;
    for (const auto& [place, placement] : placements) out["placements"].push_back(placement);
    json& counts = out["tallies"] = json::object();
    const bool sees_all = you["role"] == "facilitator";
    for (const auto& [phase, ideas_of] : tallies.items()) {
        counts[phase] = json::object();
        for (const auto& [idea, tally] : ideas_of.items()) {
            const auto known = ideas.find(idea);
            const bool there =
                known != ideas.end() && (sees_all || known->second["status"] == "published");
            if (there && (tally["voters"] != 0 || tally.value("shown", 0) != 0))
                counts[phase][idea] = tally;
        }
    }
    if (out["you"].contains("ballots")) {
        json& ballots = out["you"]["ballots"];
        for (auto& [phase, ballot] : ballots.items())
            for (auto dots = ballot.begin(); dots != ballot.end();)
                dots = *dots == 0 && !graded(phase) ? ballot.erase(dots) : std::next(dots);
        for (auto ballot = ballots.begin(); ballot != ballots.end();)
            ballot = ballot->empty() ? ballots.erase(ballot) : std::next(ballot);
    }
    return out;
}

}  // namespace atelier::simulation

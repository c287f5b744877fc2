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
      tallies(welcome["state"]["tallies"]),
      screen(welcome["state"]["screen"]),
      leases(welcome["state"].value("leases", json::array())) {
    const json& state = welcome["state"];
    for (const json& phase : state["phases"]) phases[phase["id"]] = phase;
    for (const json& idea : state["ideas"]) ideas[idea["id"]] = idea;
    if (state.contains("reasons")) learn(state);
    for (const json& each : state.value("questions", json::array())) questions[each["id"]] = each;
    for (const json& each : state.value("commitments", json::array()))
        commitments[each["id"]] = each;
    for (const json& each : state.value("sentences", json::array()))
        sentences[{each["phase"], each["author"]}] = each;
    for (const json& placement : state["placements"])
        placements[{placement["board"], placement["idea"]}] = placement;
    for (const json& comment : state["comments"]) comments[comment["id"]] = comment;
    for (const json& person : state.value("restricted", json::array()))
        restricted[person["participant"]] = person;
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
    if (delta.contains("leases")) leases = delta["leases"];
    if (!delta.value("own", false)) seq = at;
}

void Mirror::apply_event(const json& event) {
    const std::string what = event["event"];
    if (apply_moderation(what, event)) return;
    if (voice(what, event)) return;
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
        for (const char* member : {"name", "affiliation", "muted"}) {
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

bool Mirror::apply_moderation(const std::string& what, const json& event) {
    if (what == "idea.reworded" || what == "idea.answered" || what == "idea.unmerged") {
        put(event["idea"]);
    } else if (what == "idea.merged") {
        put(event["idea"]);
        if (event["idea"].contains("group")) without_place(event["idea"]["id"]);
    } else if (what == "board.changed") {
        const auto known = std::ranges::find_if(
            boards, [&](const json& board) { return board["id"] == event["board"]["id"]; });
        known == boards.end() ? boards.push_back(event["board"]) : void(*known = event["board"]);
    } else if (what == "placement.chosen") {
        you["placements"][event["board"]][event["idea"]] = {{"lever", event["lever"]},
                                                            {"scale", event["scale"]}};
    } else if (what == "screen.changed") {
        screen = event["screen"];
    } else if (what.starts_with("comment.")) {
        said(event);
    } else if (what == "participant.restricted") {
        const json& person = event["person"];
        restricted.erase(person["participant"].get<std::string>());
        if (person.contains("muted") || person.contains("removed"))
            restricted[person["participant"]] = person;
    } else {
        return false;
    }
    return true;
}

void Mirror::said(const json& event) {
    const auto known = comments.find(event["id"]);
    const bool mine = known != comments.end() && known->second.contains("mine");
    if (event.contains("comment")) {
        json& comment = comments[event["id"]] = event["comment"];
        if (mine) comment["mine"] = true;
    } else if (known != comments.end() && !mine) {
        comments.erase(known);
    }
}

void Mirror::without_place(const std::string& id) {
    std::erase_if(placements, [&](const auto& entry) { return entry.first.second == id; });
}

/// What is said besides ideas and votes; whether this was such a thing.
bool Mirror::voice(const std::string& what, const json& event) {
    if (what == "weather.chosen") {
        you["weathers"][event["phase"]] = event["weather"];
    } else if (what == "closing.said") {
        you["closings"][event["phase"]] = event["closing"];
    } else if (what == "question.upvoted") {
        you["supports"] = event["questions"];
    } else if (what == "reaction.set") {
        you["reactions"] = event["ideas"];
    } else if (what == "sentence.said") {
        const std::pair<std::string, std::string> key{event["phase"], event["author"]};
        sentences.erase(key);
        if (!event.contains("text")) return true;
        json said = event;
        said.erase("event");
        sentences[key] = std::move(said);
    } else if (what.starts_with("question.")) {
        put_or_drop(questions, event, "question");
    } else if (what.starts_with("commitment.")) {
        put_or_drop(commitments, event, "commitment");
    } else {
        return false;
    }
    return true;
}

void Mirror::put_or_drop(std::map<std::string, json>& all, const json& event, const char* member) {
    if (!event.contains(member)) {
        all.erase(event["id"].get<std::string>());
        return;
    }
    json& known = all[event[member]["id"]];
    const bool mine = known.is_object() && known.value("mine", false);
    known = event[member];
    if (mine) known["mine"] = true;
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
        std::erase_if(comments, [&](const auto& entry) {
            return entry.second["idea"] == id && !entry.second.contains("mine");
        });
    }
    without_place(id);
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
    out["screen"] = screen;
    out["comments"] = comments;
    out["restricted"] = restricted;
    out["leases"] = leases;
    for (const auto& [place, placement] : placements) out["placements"].push_back(placement);
    json& counts = out["tallies"] = json::object();
    const bool sees_all = you["role"] == "facilitator" || you["role"] == "moderator";
    for (const auto& [phase, ideas_of] : tallies.items()) {
        counts[phase] = json::object();
        for (const auto& [idea, tally] : ideas_of.items()) {
            const auto known = ideas.find(idea);
            const bool there =
                known != ideas.end() && (sees_all || known->second["status"] == "published");
            if (tally.contains("people")) {
                const auto question = questions.find(idea);
                const bool asked = phases.contains(phase) && phases.at(phase)["kind"] == "listen";
                const bool collected =
                    phases.contains(phase) && phases.at(phase)["kind"] == "collect";
                const bool seen =
                    collected ? there
                              : !asked || (question != questions.end() &&
                                           (sees_all || question->second["status"] == "published"));
                if (seen && tally["people"] != 0) counts[phase][idea] = tally;
                continue;
            }
            if (there && (tally["voters"] != 0 || tally.value("shown", 0) != 0))
                counts[phase][idea] = tally;
        }
    }
    for (auto counted = counts.begin(); counted != counts.end();)
        counted = counted->empty() ? counts.erase(counted) : std::next(counted);
    out["questions"] = questions;
    out["commitments"] = commitments;
    for (const auto& [place, said] : sentences) out["sentences"].push_back(said);
    if (out["you"].contains("supports") && out["you"]["supports"].empty())
        out["you"].erase("supports");
    if (out["you"].contains("reactions") && out["you"]["reactions"].empty())
        out["you"].erase("reactions");
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

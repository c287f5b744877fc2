#include <fmt/format.h>

#include <array>

#include "domain/support/scene.hpp"
#include "insight/group_tally.hpp"
#include "wire/choices.hpp"
#include "wire/parts.hpp"

namespace atelier::tests {
namespace {

using namespace domain;

template <class Thing>
const Thing& known(const Thing* thing, const std::string& name) {
    if (!thing) throw ScriptError("nothing is called " + name);
    return *thing;
}

std::string status(const Idea& idea) {
    static constexpr std::array names{"pending", "published", "hidden", "withdrawn"};
    std::string out = names[static_cast<std::size_t>(idea.status)];
    if (idea.status == IdeaStatus::hidden && idea.reason)
        out += " because " + name_of(*idea.reason);
    return out;
}

std::string status(const Phase& phase) {
    static constexpr std::array names{"planned", "open", "closed"};
    return std::string(names[static_cast<std::size_t>(phase.status)]) +
           (phase.revealed ? " and revealed" : "");
}

/// hedges rests on nature / commune by ada | rests on tray | rests nowhere
std::string resting(const Workshop& workshop, const IdeaId& idea) {
    for (const Board& board : workshop.plan.boards) {
        const auto found = board.placements.find(idea);
        if (found == board.placements.end()) continue;
        const Placement& place = found->second;
        return "on " + (place.lever ? place.lever->text : "tray") +
               (place.scale ? " / " + place.scale->text : "") +
               (place.by ? " by " + place.by->text : "");
    }
    return "nowhere";
}

/// JSON without its quotation marks, which scripts have another use for.
std::string plain(const nlohmann::json& json) {
    std::string out = json.dump();
    std::erase(out, '"');
    return out;
}

std::string ids(const std::vector<IdeaId>& ideas) {
    std::string out;
    for (const IdeaId& idea : ideas) out += (out.empty() ? "" : ", ") + idea.text;
    return out.empty() ? "none" : out;
}

std::string agenda(const Workshop& workshop) {
    std::string out;
    for (const Phase& phase : workshop.plan.phases)
        out += (out.empty() ? "" : ", ") + phase.id.text;
    return out;
}

std::string hand(const Workshop& workshop, const std::string& who, const std::string& phase) {
    const Votes* votes = workshop.votes_of({phase});
    const auto found = votes ? votes->hands.find({who}) : decltype(votes->hands.find({who})){};
    return votes && found != votes->hands.end() ? ids(found->second) : "none";
}

std::string tally(const Workshop& workshop, const std::string& idea, const std::string& phase) {
    known(workshop.idea({idea}), idea);
    const auto rules = vote_rules(known(workshop.phase({phase}), phase).settings);
    const Votes* votes = workshop.votes_of({phase});
    if (!votes || !rules) return "nothing";
    const Tally counted = atelier::insight::group_tally(workshop, *votes, {idea}, rules->method);
    if (counted == no_votes(rules->method)) return "nothing";
    if (const auto* dots = std::get_if<DotsTally>(&counted))
        return fmt::format("{} dots by {}", dots->dots, dots->voters);
    return plain(atelier::wire::encode(counted));
}

std::string ballot(const Workshop& workshop, const std::string& who, const std::string& phase) {
    known(workshop.participant({who}), who);
    known(workshop.phase({phase}), phase);
    const Votes* votes = workshop.votes_of({phase});
    const Ballot* ballot = votes ? votes->ballot({who}) : nullptr;
    if (!ballot) return "empty";
    std::string out;
    for (const auto& [idea, choice] : *ballot)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", idea.text,
                           plain(atelier::wire::encode(choice)));
    return out;
}

std::string end_of(const Phase& phase) {
    if (!phase.ends_at) return "unknown";
    const auto minutes = *phase.ends_at / 60'000;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

/// What stands before "of": tally of hedges in vote, review of hedges, end of vote…
std::string part(const Workshop& workshop, const std::string& what, Words& words) {
    const std::string name = words.word();
    const auto idea = [&]() -> const Idea& { return known(workshop.idea({name}), name); };
    const auto phase = [&]() -> const Phase& { return known(workshop.phase({name}), name); };
    const auto person = [&]() -> const Participant& {
        return known(workshop.participant({name}), name);
    };
    if (what == "tally") return words.expect("in"), tally(workshop, name, words.word());
    if (what == "ballot") return words.expect("in"), ballot(workshop, name, words.word());
    if (what == "hand") return words.expect("in"), hand(workshop, name, words.word());
    if (what == "settings") return plain(atelier::wire::encode(phase().settings));
    if (what == "list") return phase().ideas ? ids(*phase().ideas) : "everything published";
    if (what == "round") return std::to_string(phase().round);
    if (what == "prompt") return phase().prompt;
    if (what == "review") return idea().reviewed ? "done" : "due";
    if (what == "reason") return idea().reason ? name_of(*idea().reason) : "none";
    if (what == "author") return idea().author ? idea().author->text : "facilitators";
    if (what == "scale") return idea().scale ? idea().scale->text : "none";
    if (what == "end") return end_of(phase());
    if (what == "counts") return counts_shown(workshop, phase()) ? "shown" : "hidden";
    if (what == "name") return person().name;
    if (what == "affiliation") return person().affiliation ? person().affiliation->text : "none";
    throw ScriptError(fmt::format("nothing has a \"{}\"", what));
}

/// Reads the subject and the verb; gives what the workshop says stands after them.
std::string truth(const World& world, Words& words) {
    const Workshop& workshop = world.workshop();
    const std::string name = words.word();
    if (words.take("of")) return part(workshop, name, words);
    if (words.take("phase")) return workshop.open_phase() ? workshop.open_phase()->id.text : "none";
    if (name == "agenda") return agenda(workshop);
    if (name == "title") return workshop.plan.title;
    if (name == "question") return workshop.plan.question;
    if (name == "workshop") return workshop.closed ? "closed" : "running";
    if (name == "joined") return std::to_string(workshop.participants.size());
    if (name == "posted") return std::to_string(people_posted(workshop));
    if (name == "voted") return std::to_string(people_voted(workshop));
    if (name == "ideas") return std::to_string(workshop.ideas.size());
    if (const Phase* phase = workshop.phase({name})) return status(*phase);
    const Idea& idea = known(workshop.idea({name}), name);
    if (words.take("rests")) return resting(workshop, idea.id);
    if (words.take("reads")) return idea.text;
    return status(idea);
}

}  // namespace

void run_check(const World& world, Words& words) {
    const std::string actual = truth(world, words);
    (void)(words.take("is") || words.take("are"));
    const std::string told = words.rest();
    if (told != actual)
        throw ScriptError(fmt::format("told \"{}\", but it is \"{}\"", told, actual));
}

}  // namespace atelier::tests

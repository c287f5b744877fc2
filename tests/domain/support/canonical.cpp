#include "domain/support/canonical.hpp"

#include <fmt/format.h>

#include <map>

namespace atelier::tests {
namespace {

using namespace domain;

template <class Tag>
std::string name(const std::optional<base::Id<Tag>>& id) {
    return id ? id->text : "-";
}

std::string number(const std::optional<base::Millis>& at) { return at ? std::to_string(*at) : "-"; }

template <class Key, class Value>
std::map<Key, Value> in_order(const std::unordered_map<Key, Value>& map) {
    return {map.begin(), map.end()};
}

std::string of(const CollectSettings& s) {
    return fmt::format("collect {} {} {} {} {}", static_cast<int>(s.moderation), s.max_per_person,
                       s.max_graphemes, s.ask_scale, s.comments);
}
std::string of(const SortSettings& s) {
    return fmt::format("sort {} {}", s.board.text, static_cast<int>(s.mode));
}
std::string of(const DotsSettings& s) {
    return fmt::format("vote {} {} {}", s.budget, s.max_per_idea, s.hidden);
}

std::string of(const Phase& phase) {
    return fmt::format(
        "phase {} [{}] [{}] {} min, {}, status {}, opened {}, ends {}, revealed {}\n",
        phase.id.text, phase.title, phase.prompt, phase.minutes,
        std::visit([](const auto& s) { return of(s); }, phase.settings),
        static_cast<int>(phase.status), number(phase.opened_at), number(phase.ends_at),
        phase.revealed);
}

std::string of(const Idea& idea) {
    return fmt::format(
        "idea {} in {} by {} [{}] scale {} at {} status {} reviewed {} reason {} group {}"
        " original [{}] answer [{}] like {}\n",
        idea.id.text, idea.phase.text, name(idea.author), idea.text, name(idea.scale), idea.at,
        static_cast<int>(idea.status), idea.reviewed,
        idea.reason ? static_cast<int>(*idea.reason) : -1, name(idea.group),
        idea.original.value_or("-"), idea.answer, name(idea.look_alike));
}

std::string of(const Board& board) {
    std::string out = fmt::format("board {} [{}]\n", board.id.text, board.title);
    for (const Lever& lever : board.levers)
        out += fmt::format("lever {} [{}] {} {} [{}]\n", lever.id.text, lever.name, lever.symbol,
                           lever.colour, lever.help);
    for (const Scale& scale : board.scales)
        out += fmt::format("scale {} [{}] in {}\n", scale.id.text, scale.name, name(scale.parent));
    for (const auto& [idea, place] : in_order(board.placements))
        out += fmt::format("placed {} on {} / {} by {} settled {}\n", idea.text, name(place.lever),
                           name(place.scale), name(place.by), place.settled);
    for (const RetiredLever& gone : board.retired)
        out += fmt::format("retired {} [{}] into {}\n", gone.lever.id.text, gone.lever.name,
                           name(gone.into));
    for (const auto& [idea, places] : in_order(board.crowd))
        for (const auto& [who, place] : places)
            out += fmt::format("{} puts {} on {} / {}\n", who.text, idea.text, name(place.lever),
                               name(place.scale));
    return out;
}

std::string of(const PhaseId& phase, const Votes& votes) {
    std::string out;
    for (const auto& [voter, ballot] : in_order(votes.ballots))
        for (const auto& [idea, dots] : ballot)
            out += fmt::format("vote {} {} {} {}\n", phase.text, voter.text, idea.text, dots);
    for (const auto& [idea, tally] : in_order(votes.tallies))
        out +=
            fmt::format("tally {} {} {} by {}\n", phase.text, idea.text, tally.dots, tally.voters);
    return out;
}

std::string moderation_of(const Workshop& workshop) {
    std::string out = fmt::format("posts stopped {} screen frozen {}\n", workshop.posts_stopped,
                                  workshop.screen_frozen);
    for (const auto& [lead, members] : in_order(workshop.groups))
        for (const IdeaId& member : members)
            out += fmt::format("group {} has {}\n", lead.text, member.text);
    for (const auto& [one, other] : workshop.dismissed)
        out += fmt::format("not the same {} {}\n", one.text, other.text);
    for (const Comment& comment : workshop.comments)
        out += fmt::format("comment {} on {} by {} [{}] at {} status {} reason {}\n",
                           comment.id.text, comment.idea.text, name(comment.author), comment.text,
                           comment.at, static_cast<int>(comment.status),
                           comment.reason ? static_cast<int>(*comment.reason) : -1);
    for (const IdeaId& id : workshop.spotlight) out += fmt::format("spotlight {}\n", id.text);
    for (const auto& [id, person] : in_order(workshop.participants))
        if (person.muted || person.removed)
            out += fmt::format("{} muted {} removed {}\n", id.text, person.muted, person.removed);
    return out;
}

}  // namespace

std::string canonical(const Workshop& workshop) {
    const Blueprint& plan = workshop.plan;
    std::string out = fmt::format("workshop {} {} created {} [{}] [{}] {} closed {}\n",
                                  workshop.id.text, workshop.code, workshop.created_at, plan.title,
                                  plan.question, plan.language, workshop.closed);
    for (const Affiliation& one : plan.affiliations)
        out += fmt::format("affiliation {} [{}]\n", one.id.text, one.name);
    for (const std::string& line : plan.charter) out += fmt::format("charter [{}]\n", line);
    for (const Phase& phase : plan.phases) out += of(phase);
    for (const Board& board : plan.boards) out += of(board);
    for (const auto& [id, person] : in_order(workshop.participants))
        out += fmt::format("person {} [{}] from {} at {} posted {}\n", id.text, person.name,
                           name(person.affiliation), person.joined_at, person.ideas_posted);
    for (const Idea& idea : workshop.ideas) out += of(idea);
    for (const auto& [phase, votes] : in_order(workshop.votes)) out += of(phase, votes);
    return out + moderation_of(workshop);
}

}  // namespace atelier::tests

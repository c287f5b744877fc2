#include "domain/support/canonical.hpp"

#include <fmt/format.h>

#include <map>

#include "wire/choices.hpp"

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

std::string of(const Selection& ideas) { return atelier::wire::encode(ideas).dump(); }

std::string of(const CollectSettings& s) {
    return fmt::format("collect {} {} {} {} {} {}", static_cast<int>(s.moderation),
                       s.max_per_person, s.max_graphemes, s.ask_scale, s.comments, s.reactions);
}
std::string of(const SortSettings& s) {
    return fmt::format("sort {} {}", s.board.text, static_cast<int>(s.mode));
}
std::string of(const DotsSettings& s) {
    return fmt::format("vote {} {} {} {}", s.budget, s.max_per_idea, s.hidden, of(s.ideas));
}
std::string of(const WelcomeSettings& s) {
    return fmt::format("welcome {} {}", s.weather, s.charter);
}
std::string of(const ListenSettings& s) {
    return fmt::format("listen {} {} {}", static_cast<int>(s.moderation), s.max_per_person,
                       s.max_graphemes);
}
std::string of(const CommitSettings& s) { return fmt::format("commit {}", s.max_per_person); }
std::string of(const CloseSettings& s) {
    return fmt::format("close {} {} [{}] [{}]", s.roti, s.sentence, s.action, s.next);
}
template <class Vote>
std::string of(const Vote& s) {
    return fmt::format("vote {} {}", s.hidden, of(s.ideas));
}

std::string of(const Choice& choice) {
    nlohmann::json out = nlohmann::json::object();
    atelier::wire::put_choice(out, choice);
    return out.dump();
}

std::string of(const Phase& phase) {
    return fmt::format(
        "phase {} [{}] [{}] {} min, {}, status {}, opened {}, ends {}, revealed {}, on {}, round "
        "{} of {}\n",
        phase.id.text, phase.title, phase.prompt, phase.minutes,
        std::visit([](const auto& s) { return of(s); }, phase.settings),
        static_cast<int>(phase.status), number(phase.opened_at), number(phase.ends_at),
        phase.revealed, phase.ideas ? atelier::wire::ids_json(*phase.ideas).dump() : "all",
        phase.round, name(phase.repeats));
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
        for (const auto& [idea, choice] : ballot)
            out += fmt::format("vote {} {} {} {}\n", phase.text, voter.text, idea.text, of(choice));
    for (const auto& [idea, tally] : in_order(votes.tallies))
        out += fmt::format("tally {} {} {}\n", phase.text, idea.text,
                           atelier::wire::encode(tally).dump());
    for (const auto& [person, hand] : in_order(votes.hands))
        out += fmt::format("hand {} {} {}\n", phase.text, person.text,
                           atelier::wire::ids_json(hand).dump());
    return out;
}

std::string of(const Question& each) {
    std::string out = fmt::format(
        "question {} in {} by {} [{}] at {} status {} reviewed {} reason {} answered {} [{}]",
        each.id.text, each.phase.text, name(each.author), each.text, each.at,
        static_cast<int>(each.status), each.reviewed,
        each.reason ? static_cast<int>(*each.reason) : -1, each.answered, each.answer);
    for (const ParticipantId& person : each.supporters) out += " + " + person.text;
    return out + "\n";
}

std::string of(const Commitment& each) {
    const Promise& p = each.promise;
    return fmt::format("commitment {} in {} by {} [{}] {} [{}] [{}] [{}] [{}] at {} status {} {}\n",
                       each.id.text, each.phase.text, name(each.author), p.text,
                       static_cast<int>(p.who), p.by, p.with, p.looking_for, p.bringing, each.at,
                       static_cast<int>(each.status),
                       each.reason ? static_cast<int>(*each.reason) : -1);
}

std::string voices(const Workshop& workshop) {
    std::string out;
    for (const Question& each : workshop.questions) out += of(each);
    for (const Commitment& each : workshop.commitments) out += of(each);
    for (const auto& [idea, people] : in_order(workshop.reactions.people))
        for (const ParticipantId& person : people)
            out += fmt::format("support {} {}\n", idea.text, person.text);
    for (const auto& [phase, people] : in_order(workshop.weathers))
        for (const auto& [person, weather] : people)
            out += fmt::format("weather {} {} {}\n", phase.text, person.text,
                               static_cast<int>(weather));
    for (const auto& [phase, people] : in_order(workshop.closings))
        for (const auto& [person, said] : people)
            out += fmt::format("closing {} {} {} [{}] {}\n", phase.text, person.text,
                               said.roti.value_or(0), said.sentence, said.quote);
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
    return out + moderation_of(workshop) + voices(workshop);
}

}  // namespace atelier::tests

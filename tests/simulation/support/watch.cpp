#include "simulation/support/watch.hpp"

#include <algorithm>

namespace atelier::simulation {

using domain::Idea;
using domain::IdeaStatus;
using domain::Role;
using nlohmann::json;

namespace {

bool reviews(Role role) { return role == Role::facilitator || role == Role::moderator; }

template <class Said>
bool everyones(const domain::Workshop&, const Said& said) {
    return said.status == IdeaStatus::published;
}
bool everyones(const domain::Workshop& state, const Idea& idea) {
    return domain::shown(state, idea);
}

/// An idea, a question or a commitment.
template <class Said>
bool sees(const domain::Actor& reader, const domain::Workshop& state, const Said& said) {
    return reviews(reader.role) || everyones(state, said) ||
           (!reader.participant.empty() && said.author == reader.participant);
}

bool says(const domain::Actor& reader, const domain::Workshop& state, const std::string& mark) {
    const auto said = [&](const auto& all, auto text_of) {
        return std::ranges::any_of(all, [&](const auto& each) {
            return text_of(each).starts_with(mark) && sees(reader, state, each);
        });
    };
    const auto own_words = [&](const Idea& idea) {
        const bool own = reviews(reader.role) || idea.author == reader.participant;
        return own && idea.original && idea.original->starts_with(mark);
    };
    if (std::ranges::any_of(state.ideas, own_words)) return true;
    if (said(state.ideas, [](const Idea& idea) { return idea.text; }) ||
        said(state.questions, [](const domain::Question& each) { return each.text; }) ||
        said(state.commitments, [](const domain::Commitment& each) { return each.promise.text; }))
        return true;
    for (const auto& [phase, people] : state.closings)
        for (const auto& [person, closing] : people)
            if (closing.sentence.starts_with(mark) &&
                (reader.role == Role::facilitator || reader.participant == person))
                return true;
    return false;
}

bool knows(const domain::Actor& reader, const domain::Workshop& state, const std::string& id) {
    if (const Idea* idea = state.idea({id})) return sees(reader, state, *idea);
    if (const domain::Question* each = state.question({id})) return sees(reader, state, *each);
    const domain::Commitment* each = state.commitment({id});
    return each && sees(reader, state, *each);
}

}  // namespace

std::vector<std::string> marks(const std::string& text, char letter, std::size_t digits) {
    std::vector<std::string> out;
    for (auto at = text.find(letter); at != std::string::npos; at = text.find(letter, at + 1)) {
        const std::string word = text.substr(at, digits + 1);
        const bool whole =
            word.size() == digits + 1 &&
            std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (whole) out.push_back(word);
    }
    return out;
}

void Watch::complain(const std::string& what, const std::string& text) {
    truth_.faults.push_back(what + " in " + text.substr(0, 1'500));
}

void Watch::frame(const domain::Actor& reader, const std::string& text, const json& frame) {
    idea_texts(reader, text);
    idea_names(reader, text);
    people_names(reader, text);
    members(reader, text, frame);
    if (frame.contains("tallies")) counts(reader, frame["tallies"]);
    if (frame.contains("state")) counts(reader, frame["state"]["tallies"]);
    if (frame["type"] != "ack") return;
    const auto done = truth_.done.find(frame["id"]);
    if (done == truth_.done.end() || done->second.front().last != frame["seq"])
        complain("an ack of what is not on disk", text);
}

void Watch::idea_texts(const domain::Actor& reader, const std::string& text) {
    for (const std::string& mark : marks(text, 'T', 6))
        if (!says(reader, truth_.state, mark))
            complain("a text not for this reader, " + mark, text);
}

void Watch::idea_names(const domain::Actor& reader, const std::string& text) {
    for (const std::string& mark : marks(text, 'i', 5)) {
        if (truth_.state.comment({mark})) continue;  // named from the same source
        if (truth_.phases.contains(mark)) continue;
        if (!truth_.once_public.contains(mark) && !knows(reader, truth_.state, mark))
            complain("an idea not for this reader, " + mark, text);
    }
}

void Watch::people_names(const domain::Actor& reader, const std::string& text) {
    if (reviews(reader.role)) return;
    for (const std::string& mark : marks(text, 'N', 5)) {
        const domain::Participant* self = truth_.state.participant(reader.participant);
        bool known = self && self->name == mark;
        for (const domain::Board& board : truth_.state.plan.boards)
            for (const auto& [idea, placement] : board.placements)
                known |= reader.role == Role::participant && placement.by &&
                         truth_.state.participant(*placement.by)->name == mark;
        if (!known) complain("a name not for this reader, " + mark, text);
    }
}

void Watch::members(const domain::Actor& reader, const std::string& text, const json& frame) {
    if (reviews(reader.role)) return;
    for (const char* member :
         {"\"author\"", "\"author_name\"", "\"reviewed\"", "\"joined\"", "\"signs\"",
          "\"look_alike\"", "\"places\"", "\"restricted\"", "\"leases\"", "\"retired\""})
        if (text.find(member) != std::string::npos) complain(member, text);
    if (reader.participant.empty() && frame.contains("events"))
        for (const char* member : {"\"reason\"", "\"mine\"", "vote.cast", "vote.cleared",
                                   "placement.chosen", "\"original\"", "\"answer\""})
            if (text.find(member) != std::string::npos) complain(member, text);
}

void Watch::counts(const domain::Actor& reader, const json& tallies) {
    for (const auto& [id, ideas] : tallies.items()) {
        const domain::Phase* phase = truth_.state.phase({id});
        const auto kind = phase ? kind_of(phase->settings) : domain::PhaseKind::vote;
        if (kind == domain::PhaseKind::close && reader.role == Role::participant)
            complain("how others leave", tallies.dump());
        if (kind != domain::PhaseKind::vote) continue;
        const auto rules = phase ? vote_rules(phase->settings) : std::nullopt;
        if (!rules || (rules->hidden && !phase->revealed && !truth_.state.closed))
            complain("counts before they are shown", tallies.dump());
    }
}

}  // namespace atelier::simulation

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

/// Rule G1: a card that follows another is judged by that one.
bool standing(const Workshop& workshop, const IdeaId& card) {
    return workshop.standing_for(card) == card;
}

/// What a person was handed and has not judged, as far as it can still be judged.
std::vector<IdeaId> in_hand(const Workshop& workshop, const Phase& vote,
                            const ParticipantId& person) {
    std::vector<IdeaId> out;
    const Votes* votes = workshop.votes_of(vote.id);
    const auto hand = votes ? votes->hands.find(person) : decltype(votes->hands)::const_iterator{};
    if (!votes || hand == votes->hands.end()) return out;
    const Ballot& ballot = ballot_of(workshop, vote.id, person);
    for (const IdeaId& card : hand->second)
        if (!choice_about(workshop, ballot, card) && standing(workshop, card) &&
            !not_votable(workshop, vote, card))
            out.push_back(card);
    if (out.size() > limits::cards_in_hand_max) out.resize(limits::cards_in_hand_max);
    return out;
}

}  // namespace

// Rule V8: up to five cards that this person neither judged nor wrote, those seen least first. Who
// has cards left is given those again, so that asking twice shows nothing more.
Events draw(const Asked& asked, const DrawCards&) {
    const Phase* phase = asked.workshop.open_phase();
    if (!phase || !std::holds_alternative<UsefulSettings>(phase->settings))
        return wrong_phase(asked.workshop, "vote");
    const ParticipantId& person = asked.actor.participant;
    std::vector<IdeaId> cards = in_hand(asked.workshop, *phase, person);
    if (cards.empty()) {
        ATELIER_CHECK(asked.moment.counsel != nullptr);
        cards =
            asked.moment.counsel->deal(asked.workshop, *phase, person, limits::cards_in_hand_max);
    }
    if (cards.empty()) return Refusal{Code::no_cards_left};
    return std::vector<Event>{CardsDrawn{phase->id, person, std::move(cards)}};
}

}  // namespace atelier::domain::rules

#include <algorithm>
#include <unordered_set>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

// Rule G1: a group is voted on by its lead, once.
std::vector<IdeaId> leads_of(const Workshop& workshop, const std::vector<IdeaId>& ideas) {
    std::vector<IdeaId> leads;
    for (const IdeaId& id : ideas) {
        const IdeaId lead = workshop.standing_for(id);
        if (std::ranges::find(leads, lead) == leads.end()) leads.push_back(lead);
    }
    return leads;
}

// What is chosen by hand is there, is shown, and is there once.
Decided<VoteIdeas> chosen_by_hand(const Workshop& workshop, const std::vector<IdeaId>& ideas) {
    std::unordered_set<IdeaId> seen;
    if (ideas.empty()) return bad_argument("ideas");
    for (const IdeaId& id : ideas) {
        const Idea* idea = workshop.idea(id);
        if (!idea) return Refusal{Code::no_such_idea};
        if (!shown(workshop, *idea)) return Refusal{Code::idea_not_published};
        if (!seen.insert(id).second) return bad_argument("ideas");
    }
    return VoteIdeas{leads_of(workshop, ideas)};
}

// Rules V10 and V11.
Decided<VoteIdeas> first_of(const Asked& asked, const FirstOf& wanted) {
    const Phase* vote = asked.workshop.phase(wanted.phase);
    if (!vote || !vote_rules(vote->settings)) return Refusal{Code::no_such_phase};
    if (vote->status == PhaseStatus::planned) return Refusal{Code::phase_not_closed};
    if (!counts_shown(asked.workshop, *vote)) return Refusal{Code::not_revealed};
    ATELIER_CHECK(asked.moment.counsel != nullptr);
    FirstIdeas first = asked.moment.counsel->first_of(asked.workshop, *vote, wanted.top);
    if (first.tied.empty()) return VoteIdeas{std::move(first.in)};
    std::vector<std::string> tied;
    for (const IdeaId& idea : first.tied) tied.push_back(idea.text);
    return Refusal{
        Code::shortlist_tied,
        {{"places_left", static_cast<std::int64_t>(first.places_left)}, {"tied", std::move(tied)}}};
}

}  // namespace

// Rule V9: what a vote is on is found once, when it is opened; what a human says then goes first.
Decided<VoteIdeas> resolve(const Asked& asked, const Phase& phase, const VoteIdeas& wanted) {
    const auto rules = vote_rules(phase.settings);
    if (!rules) {
        if (wanted) return bad_argument("ideas");
        return VoteIdeas{};
    }
    if (wanted) return chosen_by_hand(asked.workshop, *wanted);
    if (const auto* chosen = std::get_if<Chosen>(rules->ideas)) {
        std::vector<IdeaId> still;
        for (const IdeaId& id : chosen->ideas)
            if (const Idea* idea = asked.workshop.idea(id); idea && shown(asked.workshop, *idea))
                still.push_back(id);
        return VoteIdeas{leads_of(asked.workshop, still)};
    }
    if (const auto* first = std::get_if<FirstOf>(rules->ideas)) return first_of(asked, *first);
    return VoteIdeas{};
}

std::optional<Refusal> not_votable(const Workshop& workshop, const Phase& vote, const IdeaId& id) {
    const Idea* idea = workshop.idea(id);
    if (!idea || idea->status == IdeaStatus::pending || kept_private(workshop, *idea))
        return Refusal{Code::no_such_idea};
    if (!shown(workshop, *idea)) return Refusal{Code::idea_not_published};
    if (!in_vote(workshop, vote, id)) return Refusal{Code::idea_not_in_vote};
    return std::nullopt;
}

const Ballot& ballot_of(const Workshop& workshop, const PhaseId& phase,
                        const ParticipantId& who) noexcept {
    static const Ballot none;
    const Votes* votes = workshop.votes_of(phase);
    const Ballot* ballot = votes ? votes->ballot(who) : nullptr;
    return ballot ? *ballot : none;
}

}  // namespace atelier::domain::rules

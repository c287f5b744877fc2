#include <algorithm>
#include <map>
#include <numeric>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

bool votable(const Workshop& workshop, const IdeaId& id) noexcept {
    const Idea* idea = workshop.idea(id);
    return idea && shown(workshop, *idea);
}

int dots_of(const Choice* choice) noexcept {
    const auto* dots = choice ? std::get_if<Dots>(choice) : nullptr;
    return dots ? dots->dots : 0;
}

// Rule D7: dots on an idea that is no longer shown are kept but not counted as spent.
// Rule G4: what was given to ideas of one group is spent once.
int spent_elsewhere(const Workshop& workshop, const Ballot& ballot, const IdeaId& except) {
    std::map<IdeaId, int> spent;
    for (const auto& [idea, choice] : ballot) {
        if (!votable(workshop, idea)) continue;
        int& most = spent[workshop.standing_for(idea)];
        most = std::max(most, dots_of(&choice));
    }
    spent.erase(except);
    return std::accumulate(spent.begin(), spent.end(), 0,
                           [](int sum, const auto& one) { return sum + one.second; });
}

/// What may still be spent: nothing, rather than less, once an idea shown again brought dots back.
Refusal spent(int budget, int in_use) {
    return {Code::votes_spent, {{"budget", budget}, {"left", std::max(budget - in_use, 0)}}};
}

}  // namespace

// D1: on published ideas, while a vote is open. D2: at most max_per_idea on one. D3: at most the
// budget in all. D4: a value is all the dots on that idea, so the last choice counts. D5: taking
// dots away is always possible, from an idea that is no longer shown, too.
Events cast_dots(const Asked& asked, const Phase& phase, const DotsSettings& settings,
                 const IdeaId& wanted, int dots) {
    const IdeaId idea = asked.workshop.standing_for(wanted);
    const Ballot& ballot = ballot_of(asked.workshop, phase.id, asked.actor.participant);
    const auto made = choice_about(asked.workshop, ballot, idea);
    const int before = dots_of(made ? &*made : nullptr);
    if (dots >= before)
        if (auto bad = not_votable(asked.workshop, phase, idea)) return *bad;
    if (dots < 0) return bad_argument("value");
    if (dots > settings.max_per_idea && dots >= before)
        return Refusal{Code::too_many_on_idea, {{"max", settings.max_per_idea}}};
    const int elsewhere = spent_elsewhere(asked.workshop, ballot, idea);
    if (dots > before && elsewhere + dots > settings.budget)
        return spent(settings.budget, elsewhere + before);
    return with_group(asked, phase, idea, Dots{dots});
}

}  // namespace atelier::domain::rules

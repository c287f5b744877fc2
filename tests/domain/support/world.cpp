#include "domain/support/world.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/support/canonical.hpp"

namespace atelier::tests {

using namespace domain;

Blueprint usual_plan() {
    Blueprint plan;
    plan.title = "Ateliers du territoire";
    plan.question = "Que faire ensemble ?";
    plan.affiliations = {{{"association"}, "Association"}, {{"elus"}, "Élus"}};
    Board board{{"main"}, {}, {}, {}};
    board.levers = {{{"systemique"}, "Systémique", "network", "teal", ""},
                    {{"nature"}, "Nature", "leaf", "green", ""},
                    {{"entraide"}, "Entraide", "hands", "amber", ""}};
    board.scales = {{{"departement"}, "Département", std::nullopt},
                    {{"commune"}, "Commune", ScaleId{"departement"}}};
    Board other{{"other"}, {{{"elsewhere"}, "Ailleurs", "star", "blue", ""}}, {}, {}};
    plan.boards = {board, other};
    Phase collect{{"collect"}, "Récolter", "Quelle idée ?", 10, CollectSettings{}, {}, {}, {}};
    Phase sort{{"sort"}, "Classer", "Sur quel levier ?", 15, SortSettings{{"main"}}, {}, {}, {}};
    Phase vote{{"vote"}, "Choisir", "Vos gommettes", 10, DotsSettings{}, {}, {}, {}};
    plan.phases = {collect, sort, vote};
    return plan;
}

World::World(Blueprint plan) {
    happen(WorkshopCreated{{"workshop"}, "ABCD-EFGH", std::move(plan)});
}

Decided<std::vector<Event>> World::ask(const Actor& who, const Command& command,
                                       std::string fresh_id) {
    auto decided = decide(workshop_, command, who, Moment{now, std::move(fresh_id)});
    if (decided)
        for (const Event& event : decided.value()) happen(event);
    return decided;
}

void World::happen(Event event) {
    apply(workshop_, event, now);
    journal_.push_back({std::move(event), now});
}

Workshop World::replayed() const {
    Workshop again;
    for (const Happened& happened : journal_) apply(again, happened.event, happened.at);
    return again;
}

std::vector<std::string> broken_invariants(const World& world) {
    const Workshop& workshop = world.workshop();
    std::vector<std::string> broken;
    const auto& phases = workshop.plan.phases;
    if (std::ranges::count(phases, PhaseStatus::open, &Phase::status) > 1)
        broken.emplace_back("more than one phase is open");
    if (workshop.closed && workshop.open_phase())
        broken.emplace_back("a phase is open in a closed workshop");
    for (const Phase& phase : phases) {
        if (phase.revealed && phase.status != PhaseStatus::closed)
            broken.push_back(fmt::format("{} is revealed but not closed", phase.id.text));
        const Votes* votes = workshop.votes_of(phase.id);
        if (votes && recount(*votes) != votes->tallies)
            broken.push_back(fmt::format("the tallies of {} are not its recount", phase.id.text));
    }
    for (const Idea& idea : workshop.ideas)
        if (workshop.idea(idea.id) != &idea)
            broken.push_back(fmt::format("{} is not found by its id", idea.id.text));
    if (canonical(world.replayed()) != canonical(workshop))
        broken.emplace_back("replaying the events gives another workshop");
    return broken;
}

}  // namespace atelier::tests

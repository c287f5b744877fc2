#include "domain/support/world.hpp"

#include "insight/counsel.hpp"

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
    auto decided =
        decide(workshop_, command, who, Moment{now, std::move(fresh_id), &insight::counsel()});
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

}  // namespace atelier::tests

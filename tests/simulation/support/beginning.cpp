#include "simulation/support/beginning.hpp"

#include <array>

namespace atelier::simulation {

using namespace domain;

namespace {

constexpr std::array<const char*, 4> persons{"ada", "bob", "cy", "dee"};

Blueprint plan(Chance& chance) {
    Blueprint out;
    out.title = "Ateliers";
    out.question = "Que faire ?";
    Board board{{"main"}, {}, {}, {}};
    board.levers = {{{"nature"}, "Nature", "leaf", "green", ""},
                    {{"entraide"}, "Entraide", "hands", "amber", ""}};
    board.scales = {{{"departement"}, "Departement", std::nullopt},
                    {{"commune"}, "Commune", ScaleId{"departement"}}};
    out.boards = {board};
    out.affiliations = {{{"elus"}, "Elus"}};
    const auto moderation = static_cast<Moderation>(chance.below(3));
    const auto mode = static_cast<SortMode>(chance.below(3));
    const bool hidden = chance.percent(60);
    const auto phase = [](const char* id, PhaseSettings settings) {
        return Phase{{id}, id, "", 10, std::move(settings), {}, {}, {}};
    };
    const bool secret = chance.percent(15);
    out.phases = {phase("collect", CollectSettings{moderation, 12, 500, false, true, true, secret}),
                  phase("sort", SortSettings{{"main"}, mode}),
                  phase("vote", DotsSettings{5, 2, hidden})};
    if (chance.percent(30)) out.phases.push_back(phase("again", DotsSettings{3, 1, !hidden}));
    switch (chance.below(8)) {
        case 0:
            out.phases.push_back(phase("welcome", WelcomeSettings{}));
            break;
        case 1:
            out.phases.push_back(phase("listen", ListenSettings{moderation, 12}));
            break;
        case 2:
            out.phases.push_back(phase("commit", CommitSettings{12}));
            break;
        case 3:
            out.phases.push_back(phase("close", CloseSettings{}));
            break;
        default:
            break;
    }
    switch (chance.below(5)) {
        case 0:
            out.phases.push_back(phase("useful", UsefulSettings{hidden}));
            break;
        case 1:
            out.phases.push_back(phase("grades", JudgmentSettings{hidden}));
            break;
        case 2:
            out.phases.push_back(phase("scores", ImpactEffortSettings{!hidden}));
            break;
        case 3:
            out.phases.push_back(phase("consent", ConsentSettings{hidden}));
            break;
        default:
            break;
    }
    return out;
}

}  // namespace

journal::Batch beginning(Chance& chance) {
    journal::Batch out{{"workshop"}, 1, {}};
    const auto happen = [&](Event event) {
        out.events.push_back({static_cast<Seq>(out.events.size() + 1),
                              1'000'000,
                              {Role::facilitator, {}},
                              std::nullopt,
                              std::move(event)});
    };
    happen(WorkshopCreated{{"workshop"}, "ABCD-EFGH", plan(chance)});
    for (const char* person : persons) happen(ParticipantJoined{{person}, "", {}, ""});
    happen(PhaseOpened{{"collect"}, 1'600'000});
    return out;
}

std::vector<Client> people(Chance& chance) {
    const auto by = [&] { return static_cast<wire::Transport>(chance.below(3)); };
    std::vector<Client> out;
    for (const char* person : persons) {
        out.emplace_back(Actor{Role::participant, {person}}, by());
        if (chance.percent(25)) out.emplace_back(Actor{Role::participant, {person}}, by());
    }
    for (std::size_t i = 0; i < 1 + chance.below(2); ++i)
        out.emplace_back(Actor{Role::facilitator, {}}, by());
    out.emplace_back(Actor{Role::screen, {}}, wire::Transport::websocket);
    if (chance.percent(60))
        out.emplace_back(Actor{Role::moderator, {}}, wire::Transport::websocket);
    return out;
}

}  // namespace atelier::simulation

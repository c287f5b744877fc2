#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/decide.hpp"
#include "wire/templates.hpp"

/// Stories of workshops, for the tests of reports.
namespace atelier::tests {

/// The shipped agenda of five levers as far as the meetings told here go through it: collecting in
/// view of all, sorting, and a vote with dots.
[[nodiscard]] inline domain::Blueprint three_steps(std::string_view language) {
    auto plan = wire::blueprint("resilience-territoriale", language).value();
    std::erase_if(plan.phases, [](const domain::Phase& phase) {
        const std::string& id = phase.id.text;
        return id != "divergence" && id != "classement" && id != "vote";
    });
    std::get<domain::CollectSettings>(plan.phases.front().settings).private_until_reveal = false;
    const bool french = language == "fr";
    domain::Phase& vote = plan.phases.back();
    vote.title = french ? "Vote par gommettes" : "Dot vote";
    vote.prompt = french
                      ? "Quelles idées lancer en premier\u202f? Cinq gommettes à répartir, deux au "
                        "plus par idée."
                      : "Which ideas should start first? Five dots to spread, two at most on one "
                        "idea.";
    vote.settings = domain::DotsSettings{};
    return plan;
}

/// A workshop as its journal would tell it, for the tests of reports: each call folds one event, a
/// second after the one before. It starts on 23 November 2026 at 13:00 UTC.
class Story {
  public:
    explicit Story(domain::Blueprint plan) {
        tell(domain::WorkshopCreated{{"w-1"}, "ABCD-EFGH", std::move(plan)});
    }
    explicit Story(std::string_view language = "fr") : Story(three_steps(language)) {}

    void tell(domain::Event event) { domain::apply(workshop, event, now += 1'000); }

    void join(const std::string& who, const char* affiliation = nullptr) {
        tell(domain::ParticipantJoined{
            {who},
            "Nom de " + who,
            affiliation ? std::optional(domain::AffiliationId{affiliation}) : std::nullopt,
            ""});
    }
    void open(const char* phase) { tell(domain::PhaseOpened{{phase}, now + 600'000}); }
    void close(const char* phase) { tell(domain::PhaseClosed{{phase}}); }
    void reveal(const char* phase) { tell(domain::ResultsRevealed{{phase}}); }
    /// By nobody in particular (a facilitator) when `who` is empty.
    void post(const std::string& idea, const std::string& text, const std::string& who = {},
              const char* scale = nullptr,
              domain::IdeaStatus status = domain::IdeaStatus::published) {
        const auto author = who.empty() ? std::nullopt : std::optional(domain::ParticipantId{who});
        tell(domain::IdeaPosted{{idea},
                                {"divergence"},
                                author,
                                text,
                                scale ? std::optional(domain::ScaleId{scale}) : std::nullopt,
                                status,
                                status == domain::IdeaStatus::published});
    }
    void hide(const std::string& idea, domain::HideReason reason) {
        tell(domain::IdeaHidden{{idea}, reason, true});
    }
    void withdraw(const std::string& idea) { tell(domain::IdeaWithdrawn{{idea}, true}); }
    void place(const std::string& idea, const char* lever, const char* scale = nullptr) {
        domain::Placement placement;
        if (lever) placement.lever = domain::LeverId{lever};
        if (scale) placement.scale = domain::ScaleId{scale};
        tell(domain::PlacementSet{{"main"}, {idea}, placement});
    }
    void vote(const std::string& who, const std::string& idea, int dots) {
        tell(domain::VoteCast{{"vote"}, {who}, {idea}, domain::Dots{dots}});
    }

    /// So many people, all of one affiliation or of none: elu1, elu2, …
    void crowd(const std::string& names, int people, const char* affiliation = nullptr) {
        for (int i = 1; i <= people; ++i) join(names + std::to_string(i), affiliation);
    }

    domain::Workshop workshop;
    base::Millis now = 1'795'438'799'000;
};

/// What a small meeting leaves: texts that try to be more than text, a tie, and one idea of every
/// fate. Used by the golden files.
[[nodiscard]] inline Story small_meeting() {
    using domain::HideReason;
    Story story;
    story.tell(domain::WorkshopUpdated{"Haies & mares\u00A0: l’été « d’après »", std::nullopt});
    story.crowd("elu", 5, "elu");
    story.crowd("hab", 6, "habitant");
    story.crowd("asso", 3, "association");
    story.crowd("anonyme", 2);
    story.open("divergence");
    story.post("i-1", "Planter des haies, même là où « ça gêne » ; d’abord à l’école 🌳", "hab1",
               "commune");
    story.post("i-2", "<script>alert('coucou')</script> *pas* de _mise en forme_ | ni `code`",
               "hab2", "commune");
    story.post("i-3", "=HYPERLINK(\"https://piege.invalid\";\"Cliquez ici\")", "elu1");
    story.post("i-4", "- un diagnostic partagé\n- une carte des acteurs\n\n# et un calendrier",
               "elu1", "intercommunalite");
    story.post("i-5", "Il a dit : \"on verra\", puis rien…", "asso1", "region");
    story.post("i-6", "Mme D., 14 rue des Lilas, vit seule", "hab3", "commune");
    story.post("i-7", "ACHETEZ MES PANNEAUX", "anonyme1");
    story.post("i-8", "Finalement non", "hab4");
    story.post("i-9", "En attente de relecture", "hab5", nullptr, domain::IdeaStatus::pending);
    story.post("i-10", "Ouvrir la mare aux classes");
    story.hide("i-6", HideReason::names_person);
    story.hide("i-7", HideReason::advertising);
    story.withdraw("i-8");
    story.close("divergence");
    story.open("classement");
    story.place("i-1", "systemique", "commune");
    story.place("i-2", "innovation", "commune");
    story.place("i-3", "innovation");
    story.place("i-4", "systemique", "intercommunalite");
    story.place("i-5", "entraide", "departement");
    story.close("classement");
    story.open("vote");
    for (const auto* voter : {"hab1", "hab2", "elu1", "asso1"}) story.vote(voter, "i-1", 2);
    story.vote("elu2", "i-4", 2);
    story.vote("elu3", "i-4", 1);
    story.vote("elu3", "i-5", 2);
    story.vote("asso1", "i-5", 1);
    story.vote("asso1", "i-10", 1);
    story.close("vote");
    story.reveal("vote");
    return story;
}

}  // namespace atelier::tests

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

    void tell(domain::Event event) {
        domain::apply(workshop, event, now += 1'000);
        events.push_back({events.size() + 1, now, {}, {}, std::move(event)});
    }

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
    std::vector<domain::Recorded> events;  ///< all that was told
    base::Millis now = 1'795'438'799'000;
};

/// What a small meeting leaves: texts that try to be more than text, a tie, and one idea of every
/// fate.
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

/// The shipped agenda whole, with every method of voting added behind its votes.
[[nodiscard]] inline domain::Blueprint every_step(std::string_view language) {
    auto plan = wire::blueprint("resilience-territoriale", language).value();
    const auto add = [&](const char* id, const char* title, domain::PhaseSettings settings) {
        domain::Phase phase;
        phase.id = {id};
        phase.title = title;
        phase.settings = std::move(settings);
        plan.phases.insert(plan.phases.end() - 3, std::move(phase));
    };
    for (domain::Phase& phase : plan.phases) {
        if (auto* collect = std::get_if<domain::CollectSettings>(&phase.settings))
            collect->private_until_reveal = false;
        if (auto* close = std::get_if<domain::CloseSettings>(&phase.settings)) {
            close->action = "Venez planter la première haie, samedi à 9 h.";
            close->next = "L’eau, de la mare au robinet";
        }
    }
    add("gommettes", "Vote par gommettes", domain::DotsSettings{});
    add("matrice", "Impact et effort", domain::ImpactEffortSettings{});
    add("accord", "La proposition de la mairie", domain::ConsentSettings{});
    plan.boards.front().title = "Les cinq leviers";
    return plan;
}

/// A meeting with everything in it: texts that try to be more than text, ties, an idea of every
/// fate, groups, every method of voting, a crowd that sorts, questions, commitments, closing words.
/// Used by the golden files.
class FullMeeting : public Story {
  public:
    FullMeeting() : Story(every_step("fr")) {
        tell(domain::WorkshopUpdated{"Haies & mares\u00A0: l’été « d’après »", std::nullopt});
        crowd("elu", 6, "elu");
        crowd("hab", 7, "habitant");
        crowd("asso", 3, "association");
        crowd("anonyme", 2);
        arrive();
        collect();
        read_and_group();
        sort();
        vote_by_every_method();
        promise_and_leave();
    }

  private:
    template <class Each>
    void each(const char* names, int people, Each of) {
        for (int i = 1; i <= people; ++i) of(names + std::to_string(i), i);
    }
    template <class Choice>
    void choose(const char* phase, const std::string& who, const char* idea, Choice choice) {
        tell(domain::VoteCast{{phase}, {who}, {idea}, choice});
    }

    void arrive() {
        open("accueil");
        using domain::Weather;
        each("hab", 7, [&](const std::string& who, int i) {
            tell(domain::WeatherChosen{{"accueil"}, {who}, i % 3 ? Weather::sun : Weather::storm});
        });
        tell(domain::WeatherChosen{{"accueil"}, {"elu1"}, Weather::cloud});
        close("accueil");
        open("temoignages");
        const auto ask = [&](const char* id, const char* who, const char* text) {
            tell(domain::QuestionAsked{{id},
                                       {"temoignages"},
                                       domain::ParticipantId{who},
                                       text,
                                       domain::IdeaStatus::pending,
                                       false});
        };
        ask("q-1", "hab1", "Qui paie l’entretien des haies ?");
        ask("q-2", "elu1", "Et les « petites » communes ? <b>Vraiment</b> ?");
        ask("q-3", "asso1", "Combien de mares en 1950 ?");
        ask("q-4", "anonyme1", "Achetez mes panneaux !");
        for (const char* id : {"q-1", "q-2", "q-3"}) tell(domain::QuestionPublished{{id}});
        tell(domain::QuestionHidden{{"q-4"}, domain::HideReason::advertising, false});
        each("elu", 4, [&](const std::string& who, int) {
            tell(domain::QuestionUpvoted{{"q-1"}, {who}, true});
        });
        tell(domain::QuestionUpvoted{{"q-3"}, {"hab2"}, true});
        tell(domain::QuestionAnswered{{"q-1"}, "Le syndicat de rivière, la première année."});
        tell(domain::QuestionAnswered{{"q-3"}, ""});
        close("temoignages");
    }

    void collect() {
        using domain::HideReason;
        open("divergence");
        post("i-1", "Planter des haies, même là où « ça gêne » ; d’abord à l’école 🌳", "hab1",
             "commune");
        post("i-2", "<script>alert('coucou')</script> *pas* de _mise en forme_ | ni `code`", "hab2",
             "commune");
        post("i-3", "=HYPERLINK(\"https://piege.invalid\";\"Cliquez ici\")", "elu1");
        post("i-4", "- un diagnostic partagé\n- une carte des acteurs\n\n# et un calendrier",
             "elu1", "intercommunalite");
        post("i-5", "Il a dit : \"on verra\", puis rien…", "asso1", "region");
        post("i-6", "Mme D., 14 rue des Lilas, vit seule", "hab3", "commune");
        post("i-7", "ACHETEZ MES PANNEAUX", "anonyme1");
        post("i-8", "Finalement non", "hab4");
        post("i-9", "En attente de relecture", "hab5", nullptr, domain::IdeaStatus::pending);
        post("i-10", "Ouvrir la mare aux classes");
        post("i-11", "Replanter les haies arrachées", "elu2", "commune");
        hide("i-6", HideReason::names_person);
        hide("i-7", HideReason::advertising);
        withdraw("i-8");
        tell(domain::IdeaReworded{{"i-5"}, "« On verra », puis rien…"});
        close("divergence");
    }

    void read_and_group() {
        open("lecture");
        using domain::Judgement;
        const std::vector<domain::IdeaId> cards{{"i-1"}, {"i-2"},  {"i-4"},
                                                {"i-5"}, {"i-10"}, {"i-11"}};
        const auto read = [&](const std::string& who, int i, bool elected) {
            tell(domain::CardsDrawn{{"lecture"}, {who}, cards});
            choose("lecture", who, "i-1", Judgement::useful);
            choose("lecture", who, "i-4", elected ? Judgement::useful : Judgement::not_useful);
            choose("lecture", who, "i-5", i % 2 ? Judgement::pass : Judgement::not_useful);
            choose("lecture", who, "i-10", elected ? Judgement::not_useful : Judgement::useful);
            if (i % 2) choose("lecture", who, "i-11", Judgement::useful);
        };
        each("elu", 6, [&](const std::string& who, int i) { read(who, i, true); });
        each("hab", 7, [&](const std::string& who, int i) { read(who, i, false); });
        close("lecture");
        reveal("lecture");
        tell(domain::IdeasMerged{{"i-1"}, {{"i-11"}}});
    }

    void sort() {
        open("classement");
        place("i-1", "systemique", "commune");
        place("i-2", "innovation", "commune");
        place("i-3", "innovation");
        place("i-4", "systemique", "intercommunalite");
        each("hab", 7, [&](const std::string& who, int i) {
            const char* levers[] = {"entraide", "synergies", "vulnerabilites"};
            tell(domain::PlacementChosen{
                {"main"},
                {"i-5"},
                {who},
                {domain::LeverId{levers[i % 3]}, domain::ScaleId{"departement"}}});
        });
        close("classement");
    }

    void vote_by_every_method() {
        open("vote");
        each("hab", 7, [&](const std::string& who, int i) {
            choose("vote", who, "i-1", domain::Grade{3 + i % 3});
            choose("vote", who, "i-4", domain::Grade{i % 4});
        });
        close("vote");
        reveal("vote");
        open("gommettes");
        for (const auto* voter : {"hab1", "hab2", "elu1", "asso1"})
            choose("gommettes", voter, "i-1", domain::Dots{2});
        choose("gommettes", "hab2", "i-11", domain::Dots{1});  // once a person: it is one idea now
        choose("gommettes", "elu2", "i-4", domain::Dots{2});
        choose("gommettes", "elu3", "i-4", domain::Dots{1});
        choose("gommettes", "elu3", "i-5", domain::Dots{2});
        choose("gommettes", "asso1", "i-5", domain::Dots{1});
        choose("gommettes", "asso1", "i-10", domain::Dots{1});
        close("gommettes");
        reveal("gommettes");
        open("matrice");
        each("elu", 5, [&](const std::string& who, int i) {
            choose("matrice", who, "i-1", domain::Scores{4 + i % 2, 2});
            choose("matrice", who, "i-5", domain::Scores{2, 3 + i % 3});
        });
        close("matrice");
        reveal("matrice");
        open("accord");
        choose("accord", "elu1", "i-10", domain::Answer{domain::Consent::agree, ""});
        choose("accord", "hab1", "i-10",
               domain::Answer{domain::Consent::reservation, "Si l’eau est propre"});
        choose("accord", "hab2", "i-10",
               domain::Answer{domain::Consent::objection, "La berge s’effondre"});
        close("accord");
        reveal("accord");
    }

    void promise_and_leave() {
        open("engagement");
        using domain::Commits;
        const auto promise = [&](const char* id, const char* who, domain::Promise said) {
            tell(domain::CommitmentMade{
                {id}, {"engagement"}, domain::ParticipantId{who}, std::move(said)});
        };
        promise("c-1", "hab1",
                {"Je prête ma remorque | et ma pelle", Commits::individual, "mars", "la commune",
                 "deux bras", "une remorque"});
        promise("c-2", "asso1", {"Recenser les mares", Commits::collective, "", "", "", ""});
        promise("c-3", "anonyme1", {"=1+1", Commits::individual, "", "", "", ""});
        tell(domain::CommitmentHidden{{"c-3"}, domain::HideReason::off_topic, true});
        tell(domain::CommitmentFollowed{{"c-1"}, domain::FollowUp::under_way, "Elle roule déjà"});
        close("engagement");
        open("cloture");
        tell(domain::ClosingSaid{{"cloture"}, {"hab1"}, {5, "On recommence « quand » ?", true}});
        tell(domain::ClosingSaid{{"cloture"}, {"hab2"}, {4, "À ne pas citer", false}});
        tell(domain::ClosingSaid{{"cloture"}, {"elu1"}, {4, "Merci 🙏", true}});
        close("cloture");
    }
};

[[nodiscard]] inline FullMeeting full_meeting() { return {}; }

}  // namespace atelier::tests

#pragma once

#include <string>

#include "domain/decide.hpp"
#include "wire/templates.hpp"

/// A workshop as its journal would tell it, for the tests of reports: each call folds one event, a
/// second after the one before. It starts on 23 November 2026 at 13:00 UTC.
namespace atelier::tests {

class Story {
  public:
    explicit Story(domain::Blueprint plan) {
        tell(domain::WorkshopCreated{{"w-1"}, "ABCD-EFGH", std::move(plan)});
    }
    explicit Story(std::string_view language = "fr")
        : Story(wire::blueprint("resilience-territoriale", language).value()) {}

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
        tell(domain::VoteCast{{"vote"}, {who}, {idea}, dots});
    }

    domain::Workshop workshop;
    base::Millis now = 1'795'438'799'000;
};

}  // namespace atelier::tests

#pragma once

#include <string>
#include <vector>

#include "domain/decide.hpp"

namespace atelier::tests {

/// The agenda and board that tests meet in: collect, sort, vote (their ids are their kinds), levers
/// systemique, nature, entraide; scales departement and commune; a second board, `other`.
[[nodiscard]] domain::Blueprint usual_plan();

/// A workshop that lives only in memory: decides, applies, and keeps the events it decided.
/// One thread. A broken invariant of the domain is thrown as base::BrokenInvariant.
class World {
  public:
    explicit World(domain::Blueprint plan = usual_plan());

    /// Decides and, if accepted, applies. `fresh_id` names the idea that the command may make.
    domain::Decided<std::vector<domain::Event>> ask(const domain::Actor& who,
                                                    const domain::Command& command,
                                                    std::string fresh_id = "unnamed");
    /// Folds an event nobody asked for: how large rooms are filled quickly.
    void happen(domain::Event event);

    [[nodiscard]] const domain::Workshop& workshop() const noexcept { return workshop_; }
    /// The same workshop, folded again from its first event.
    [[nodiscard]] domain::Workshop replayed() const;

    base::Millis now = 9 * 3'600'000;  ///< workshops begin at nine

  private:
    struct Happened {
        domain::Event event;
        base::Millis at;
    };
    domain::Workshop workshop_;
    std::vector<Happened> journal_;
};

/// What may never be, whatever was asked: one sentence for each thing that is wrong.
[[nodiscard]] std::vector<std::string> broken_invariants(const domain::Workshop& workshop);

}  // namespace atelier::tests

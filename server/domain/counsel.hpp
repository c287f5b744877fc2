#pragma once

#include <cstddef>
#include <vector>

#include "domain/workshop.hpp"

namespace atelier::domain {

/// The first n of a vote's ranking. A tie across the cut is left open: those who are in whatever
/// happens, and those among whom a human chooses for the places that are left.
struct FirstIdeas {
    std::vector<IdeaId> in;    ///< best first
    std::vector<IdeaId> tied;  ///< empty, or more than places_left
    std::size_t places_left = 0;
};

/// The mathematics that some decisions need and the domain does not hold; insight/counsel.hpp has
/// it. Pure: the same workshop gives the same answer. Any thread.
class Counsel {
  public:
    virtual ~Counsel() = default;
    /// Ranks what the vote is on by its method.
    [[nodiscard]] virtual FirstIdeas first_of(const Workshop& workshop, const Phase& vote,
                                              std::size_t n) const = 0;
    /// At most n cards that this person neither had nor wrote, in the order to judge them.
    [[nodiscard]] virtual std::vector<IdeaId> deal(const Workshop& workshop, const Phase& vote,
                                                   const ParticipantId& person,
                                                   std::size_t n) const = 0;
};

}  // namespace atelier::domain

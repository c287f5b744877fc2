#pragma once

#include <string>

#include "wire/server_frames.hpp"

namespace atelier::wire {

/// The state of a workshop as a whole role sees it, encoded once for all who arrive while it lasts.
/// How many people are there changes with every arrival, so it is left open. Immutable once made.
class StateText {
  public:
    explicit StateText(const StateView& state);

    /// A whole welcome; of the state in `head` only the leases are looked at.
    [[nodiscard]] std::string welcome(const Welcome& head, const PeopleView& people) const;

  private:
    std::string open_object_;  ///< without `people` and without the closing brace
};

}  // namespace atelier::wire

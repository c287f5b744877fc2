#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "base/budget.hpp"

namespace atelier::api {

/// How fast one participant may ask over HTTP: each token has a budget that fills with time, and who has
/// spent it waits. Waiting is what slows down those who ask again as soon as they are answered; an
/// honest hand never notices. One thread at a time; units are about a millisecond of work.
class Pace {
  public:
    /// How long this call has to wait, in ms; nothing: so much waits already that it is refused.
    [[nodiscard]] std::optional<base::Millis> wait(const std::string& token, double cost,
                                                   base::Millis now);

  private:
    void forget_rested(base::Millis now);

    std::unordered_map<std::string, base::Budget> budgets_;
    std::size_t crowded_from_ = 1'024;
};

}  // namespace atelier::api

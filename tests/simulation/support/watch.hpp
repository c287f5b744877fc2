#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "simulation/support/truth.hpp"

namespace atelier::simulation {

/// Looks through every frame at the moment it is sent: nothing in it that is not on disk (RM1), and
/// nothing that its reader may not know (P5). Judges by what is on disk, not by the server's rules.
class Watch {
  public:
    explicit Watch(Truth& truth) : truth_(truth) {}

    /// `person` is empty for what goes to everyone of a role.
    void frame(const domain::Actor& reader, const std::string& text, const nlohmann::json& frame);

  private:
    void idea_texts(const domain::Actor& reader, const std::string& text);
    void idea_names(const domain::Actor& reader, const std::string& text);
    void people_names(const domain::Actor& reader, const std::string& text);
    void members(const domain::Actor& reader, const std::string& text, const nlohmann::json& frame);
    void counts(const domain::Actor& reader, const nlohmann::json& tallies);
    void complain(const std::string& what, const std::string& text);

    Truth& truth_;
};

/// Every word in `text` that is `letter` and so many digits.
[[nodiscard]] std::vector<std::string> marks(const std::string& text, char letter,
                                             std::size_t digits);

}  // namespace atelier::simulation

#pragma once

#include <optional>
#include <string>

#include "domain/support/words.hpp"
#include "domain/support/world.hpp"

/// How the lines of a script are understood. Ids are the names the script uses, so nothing has to
/// be looked up; what is wrong with a line is thrown as ScriptError.
namespace atelier::tests {

class Scene {
  public:
    /// given collect max_chars 1000 | given another vote as vote2
    void given(Words& words);
    /// at 09:20
    void clock(Words& words);
    /// The workshop; from the first call on, nothing more can be given.
    World& world();

  private:
    domain::Blueprint plan_ = usual_plan();
    std::optional<World> world_;
};

struct Spoken {
    domain::Actor who;
    domain::Command what;
    std::string fresh_id;
};

/// Reads a command up to its arrow. A participant who is named for the first time joins before it.
[[nodiscard]] Spoken spoken_in(Scene& scene, Words& words);

/// Reads a check, and throws if the workshop says otherwise.
void run_check(const World& world, Words& words);

[[nodiscard]] domain::HideReason reason_called(const std::string& name);
[[nodiscard]] std::string name_of(domain::HideReason reason);

}  // namespace atelier::tests

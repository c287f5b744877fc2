#pragma once

#include <array>
#include <string>

#include "report/summary.hpp"

/// A first wording of the story, for facilitators to change: observation, tension, action, horizon.
/// Pure. It says what the figures say and nothing more, in the workshop's language, and leaves a
/// step empty for which there is nothing to say. Everything else of the summary has to be there.
///
///   R25 a sentence of the story stands on figures of the summary, and is left out where there are
///       none: nothing is said of what nobody wrote, voted or promised
namespace atelier::report {

[[nodiscard]] std::array<std::string, story_step_names.size()> story(const Summary& summary);

}  // namespace atelier::report

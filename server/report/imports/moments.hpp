#pragma once

#include <optional>
#include <string_view>

#include "base/clock.hpp"

namespace atelier::report::imports {

/// The time that a cell tells, where it can be read in one way only: "2020-12-14T09:31:05Z",
/// "2020-12-14 09:31 UTC", "14/12/2020 09:31" (a day past 12 tells which is the month), a
/// spreadsheet's serial day, milliseconds since 1970. Without a zone it is UTC.
[[nodiscard]] std::optional<base::Millis> read_moment(std::string_view cell);

}  // namespace atelier::report::imports

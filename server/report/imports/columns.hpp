#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/imports/refused.hpp"

namespace atelier::report::imports {

/// What a column can be for an import.
enum class Column { text, title, lever, time, author, attachment };
inline constexpr std::size_t columns_count = 6;

using Mapping = std::array<std::optional<std::size_t>, columns_count>;

[[nodiscard]] constexpr std::size_t index_of(Column column) noexcept {
    return static_cast<std::size_t>(column);
}
[[nodiscard]] std::string_view word_of(Column column) noexcept;

/// Rule IM4: columns are known by their headers, in French, English, Spanish and German, whatever
/// their order, case, accents and what stands in brackets.
[[nodiscard]] Mapping map_columns(const std::vector<std::string>& header);

/// What a person wants instead: {"text", "Body"}; an empty header is none. Refused:
/// import_bad_mapping with what is not known.
using Wanted = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Read<Mapping> map_as_wanted(const std::vector<std::string>& header,
                                          const Mapping& usual, const Wanted& wanted);

}  // namespace atelier::report::imports

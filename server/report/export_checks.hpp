#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::report {

/// The digests that an export carries of itself, so that whoever has the file alone finds what was
/// changed in it: of every idea, by its id, and of the other members. They guard against mistakes
/// and careless hands; who means to deceive can write them anew, and then only the journal tells.
[[nodiscard]] nlohmann::json checks_of(const nlohmann::json& file);

///   V6  each idea is as it was exported, and none is missing or more; so are the other members
/// One sentence for each difference; none for an export that carries no digests. Any JSON, never
/// throws.
[[nodiscard]] std::vector<std::string> unchecked(const nlohmann::json& file,
                                                 std::string_view language);

}  // namespace atelier::report

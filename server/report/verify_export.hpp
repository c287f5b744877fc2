#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::report {

/// Whether a `json` export says the same thing throughout: what anyone can check who has only the
/// file. Gives one sentence for each difference, in the language; none if all agrees. The file is
/// not trusted: any JSON may be given, nothing throws. Pure.
///
///   V1  the file has the shape of an export; ids of ideas are unique
///   V2  a ballot is in a vote that is not withheld, under a number of its own, with dots within the
///       bounds on ideas of the file
///   V3  the recount of the ballots equals the tallies; a withheld vote has none
///   V4  an idea lies on a lever and a scale of its board
///   V5  hidden ideas are as many as said for each reason; nobody posted or voted without joining
///   V6  (export_checks.hpp) nothing was changed in it since it was exported
[[nodiscard]] std::vector<std::string> verify_export(const nlohmann::json& file,
                                                     std::string_view language);

}  // namespace atelier::report

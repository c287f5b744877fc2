#pragma once

#include <nlohmann/json.hpp>

#include "domain/refusal.hpp"
#include "report/draft.hpp"

/// A draft as JSON, in and out. Pure and thread-safe; nothing throws on any JSON.
///
///     {"organisers": ["…"], "partners": ["…"], "introduction": "…",
///      "sections": {"figures": "…"}, "boards": {"main": "…"}, "levers": {"main": {"entraide": "…"}},
///      "story": {"observation": "…", "tension": "…", "action": "…", "horizon": "…"},
///      "call_to_action": "…", "next_theme": "…", "links": [{"title": "…", "url": "https://…"}],
///      "open_licence": true, "series": {"title": "…", "number": 3}}
///
/// Every member may be left out. Rules (tests carry their ids):
///   DR1  what is read and written again is the same draft; what was left empty is left out
///   DR2  a text is valid UTF-8 without control or bidi-override characters and within its bounds
///        (draft.hpp); blank is nobody's word, and counts as left out
///   DR3  what is wrong is refused as bad_arguments with data.field, the path of the first mistake
///        ("links.2.url"): a member that is not known, too, for a misspelt one would be lost
///   DR4  a link leads to http or https, and nowhere else
namespace atelier::report {

[[nodiscard]] nlohmann::json draft_json(const Draft& draft);
[[nodiscard]] domain::Decided<Draft> draft_from_json(const nlohmann::json& json);

}  // namespace atelier::report

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "domain/refusal.hpp"
#include "domain/workshop.hpp"
#include "wire/enums.hpp"

/// Agendas to start from: those that ship with the server (templates/*.json, in the binary) and one
/// an organiser sends along. Both are read by the same reader, which trusts neither. Pure and
/// thread-safe; nothing throws on any JSON.
///
/// A template is the whole agenda, phases of every kind and votes by every method.
/// Its rules:
///   T1  every text is a string, or one string per language; it is valid, bounded, and can be read
///   T2  ids are kept as they are: 1 to 64 of a-z 0-9 _ -, unique within their list
///   T3  a scale's parent is another scale of its board, and no scale contains itself
///   T4  a phase is of a kind, and a vote by a method, that is known; there is at least one phase
///   T5  a sort phase names a board of the template; without settings it takes the first
///   T6  what is wrong is refused as bad_arguments with data.field, the path of the first mistake
///       ("template.boards.0.levers.2.symbol")
namespace atelier::wire {

struct TemplatePhase {
    PhaseKind kind;
    std::string title;
    int minutes;
};

/// What an organiser chooses from; `minutes` is the sum over the phases that would be made.
struct TemplateInfo {
    std::string id;
    std::string title;
    int minutes = 0;
    std::vector<TemplatePhase> phases;
};

/// The shipped templates, in the order they are offered. Language: "fr" or "en".
[[nodiscard]] std::vector<TemplateInfo> builtin_templates(std::string_view language);

/// A shipped template by its id; refused as bad_arguments (field "template") if there is none, and
/// (field "language") if the language is not known.
[[nodiscard]] domain::Decided<domain::Blueprint> blueprint(std::string_view name,
                                                           std::string_view language);

/// A template given in place of a name. Members it does not know are ignored.
[[nodiscard]] domain::Decided<domain::Blueprint> blueprint_from_json(const nlohmann::json& json,
                                                                     std::string_view language);

/// The closed lists of what a lever may look like (rule T6 refuses others).
[[nodiscard]] bool known_lever_symbol(std::string_view symbol) noexcept;
[[nodiscard]] bool known_lever_colour(std::string_view colour) noexcept;

}  // namespace atelier::wire

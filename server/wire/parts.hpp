#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/commands.hpp"
#include "domain/workshop.hpp"
#include "wire/fields.hpp"

/// The JSON of the things a workshop is made of, the same in frames, in the journal and in exports.
/// Encoding is total; decoding checks types and closed lists, not the limits of the domain. What
/// may be absent then has the domain's default, so a blueprint written by hand can be short. Pure.
/// Rule E4: these are the objects of the protocol, member for member.
namespace atelier::wire {

[[nodiscard]] nlohmann::json encode(const domain::Affiliation& affiliation);
[[nodiscard]] nlohmann::json encode(const domain::Lever& lever);
[[nodiscard]] nlohmann::json encode(const domain::Scale& scale);
[[nodiscard]] nlohmann::json encode(const domain::PhaseSettings& settings);
[[nodiscard]] nlohmann::json encode(const domain::Phase& phase);
/// The definition of a board: its levers and scales, not what lies on it.
[[nodiscard]] nlohmann::json encode(const domain::Board& board);
[[nodiscard]] nlohmann::json encode(const domain::Blueprint& plan);
[[nodiscard]] nlohmann::json encode(const domain::Actor& actor);
/// {lever|null, scale|null, by?}
[[nodiscard]] nlohmann::json encode(const domain::Placement& placement);

[[nodiscard]] domain::Affiliation decode_affiliation(const Fields& in);
[[nodiscard]] domain::PhaseSettings decode_settings(PhaseKind kind, const Fields& in);
/// Those members of a phase's settings that are there.
[[nodiscard]] domain::SettingsChange decode_change(const Fields& in);
[[nodiscard]] nlohmann::json encode(const domain::SettingsChange& change);
[[nodiscard]] domain::Phase decode_phase(const Fields& in);
[[nodiscard]] domain::Board decode_board(const Fields& in);
[[nodiscard]] domain::Blueprint decode_blueprint(const Fields& in);
[[nodiscard]] domain::Actor decode_actor(const Fields& in);
[[nodiscard]] domain::Placement decode_placement(const Fields& in);

/// A whole blueprint, or the path of the first member that is wrong.
[[nodiscard]] base::Result<domain::Blueprint, std::string> decode_blueprint(
    const nlohmann::json& json);

/// An id as JSON: its text, or null for none.
template <class Id>
[[nodiscard]] nlohmann::json id_or_null(const std::optional<Id>& id) {
    return id ? nlohmann::json(id->text) : nlohmann::json();
}

/// A list of ids as a list of texts, and back; an empty text is no id.
template <class Id>
[[nodiscard]] nlohmann::json id_texts(const std::vector<Id>& ids) {
    auto out = nlohmann::json::array();
    for (const Id& id : ids) out.push_back(id.text);
    return out;
}
template <class Id>
[[nodiscard]] std::vector<Id> decode_ids(const Fields& in, std::string_view key) {
    std::vector<Id> out;
    for (std::string& text : in.texts(key)) {
        if (text.empty()) in.wrong(key);
        out.push_back(Id{std::move(text)});
    }
    return out;
}

}  // namespace atelier::wire

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/events.hpp"
#include "wire/parts.hpp"

/// The journal's JSON: one kind word and one payload object per event. These words and members are
/// stored for ever; a member may be added, none may change its meaning. Pure, thread-safe.
///
/// E1  Every event comes back as it was; what it has not is absent, not empty.
/// E2  What is not an event is refused with the path of the first wrong member, whatever the JSON.
/// E3  A recorded event comes back with its seq, its time, its actor and its command.
///
///     kind(event)                      == "vote.cast"
///     encode(event)                    == {"phase":"p3","participant":"…","idea":"…","dots":2}
///     decode_event("vote.cast", json)  -> the same event, or which member is wrong
namespace atelier::wire {

[[nodiscard]] std::string_view kind(const domain::Event& event) noexcept;
[[nodiscard]] nlohmann::json encode(const domain::Event& event);
[[nodiscard]] base::Result<domain::Event, std::string> decode_event(std::string_view kind,
                                                                    const nlohmann::json& payload);

/// {seq, at, actor, command?, kind, payload}
[[nodiscard]] nlohmann::json encode(const domain::Recorded& recorded);
[[nodiscard]] base::Result<domain::Recorded, std::string> decode_recorded(
    const nlohmann::json& json);

}  // namespace atelier::wire

#pragma once

#include "domain/events.hpp"
#include "wire/event_readers.hpp"

/// The journal's JSON of the events of boards, groups and moderation; see events.hpp.
namespace atelier::wire {

[[nodiscard]] nlohmann::json encode_event(const domain::BoardChanged& e);
[[nodiscard]] nlohmann::json encode_event(const domain::PlacementChosen& e);
[[nodiscard]] nlohmann::json encode_event(const domain::PlacementReleased& e);
[[nodiscard]] nlohmann::json encode_event(const domain::IdeasMerged& e);
[[nodiscard]] nlohmann::json encode_event(const domain::IdeasUnmerged& e);
[[nodiscard]] nlohmann::json encode_event(const domain::PairDismissed& e);
[[nodiscard]] nlohmann::json encode_event(const domain::IdeaReworded& e);
[[nodiscard]] nlohmann::json encode_event(const domain::IdeaAnswered& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ParticipantMuted& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ParticipantRemoved& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ParticipantRestored& e);
[[nodiscard]] nlohmann::json encode_event(const domain::PostsStopped& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ScreenFrozen& e);
[[nodiscard]] nlohmann::json encode_event(const domain::SpotlightSet& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommentPosted& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommentHidden& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommentWithdrawn& e);

template <>
domain::BoardChanged decode_event(const Fields& in);
template <>
domain::PlacementChosen decode_event(const Fields& in);
template <>
domain::PlacementReleased decode_event(const Fields& in);
template <>
domain::IdeasMerged decode_event(const Fields& in);
template <>
domain::IdeasUnmerged decode_event(const Fields& in);
template <>
domain::PairDismissed decode_event(const Fields& in);
template <>
domain::IdeaReworded decode_event(const Fields& in);
template <>
domain::IdeaAnswered decode_event(const Fields& in);
template <>
domain::ParticipantMuted decode_event(const Fields& in);
template <>
domain::ParticipantRemoved decode_event(const Fields& in);
template <>
domain::ParticipantRestored decode_event(const Fields& in);
template <>
domain::PostsStopped decode_event(const Fields& in);
template <>
domain::ScreenFrozen decode_event(const Fields& in);
template <>
domain::SpotlightSet decode_event(const Fields& in);
template <>
domain::CommentPosted decode_event(const Fields& in);
template <>
domain::CommentHidden decode_event(const Fields& in);
template <>
domain::CommentWithdrawn decode_event(const Fields& in);

}  // namespace atelier::wire

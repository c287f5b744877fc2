#pragma once

#include <nlohmann/json.hpp>

#include "domain/events.hpp"
#include "wire/event_readers.hpp"

/// The journal's JSON of what people say besides ideas and votes; see events.hpp.
namespace atelier::wire {

[[nodiscard]] nlohmann::json encode_event(const domain::WeatherChosen& e);
[[nodiscard]] nlohmann::json encode_event(const domain::AffiliationChosen& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionAsked& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionUpvoted& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionWithdrawn& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionPublished& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionHidden& e);
[[nodiscard]] nlohmann::json encode_event(const domain::QuestionAnswered& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentMade& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentEdited& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentWithdrawn& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentPublished& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentHidden& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ClosingSaid& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ReactionSet& e);
[[nodiscard]] nlohmann::json encode_event(const domain::CommitmentFollowed& e);
[[nodiscard]] nlohmann::json encode_event(const domain::ParticipantErased& e);
[[nodiscard]] nlohmann::json encode_event(const domain::IdeaErased& e);
[[nodiscard]] nlohmann::json encode_event(const domain::WorkshopAnonymised& e);

template <>
domain::WeatherChosen decode_event(const Fields& in);
template <>
domain::AffiliationChosen decode_event(const Fields& in);
template <>
domain::QuestionAsked decode_event(const Fields& in);
template <>
domain::QuestionUpvoted decode_event(const Fields& in);
template <>
domain::QuestionWithdrawn decode_event(const Fields& in);
template <>
domain::QuestionPublished decode_event(const Fields& in);
template <>
domain::QuestionHidden decode_event(const Fields& in);
template <>
domain::QuestionAnswered decode_event(const Fields& in);
template <>
domain::CommitmentMade decode_event(const Fields& in);
template <>
domain::CommitmentEdited decode_event(const Fields& in);
template <>
domain::CommitmentWithdrawn decode_event(const Fields& in);
template <>
domain::CommitmentPublished decode_event(const Fields& in);
template <>
domain::CommitmentHidden decode_event(const Fields& in);
template <>
domain::ClosingSaid decode_event(const Fields& in);
template <>
domain::ReactionSet decode_event(const Fields& in);
template <>
domain::CommitmentFollowed decode_event(const Fields& in);
template <>
domain::ParticipantErased decode_event(const Fields& in);
template <>
domain::IdeaErased decode_event(const Fields& in);
template <>
domain::WorkshopAnonymised decode_event(const Fields& in);

}  // namespace atelier::wire

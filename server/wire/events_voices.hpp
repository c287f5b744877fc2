#pragma once

#include <nlohmann/json.hpp>

#include "domain/events.hpp"
#include "wire/fields.hpp"

/// The payloads of what people say besides ideas and votes; used by events.cpp alone.
namespace atelier::wire {

struct EncodeVoices {
    nlohmann::json operator()(const domain::WeatherChosen& e) const;
    nlohmann::json operator()(const domain::AffiliationChosen& e) const;
    nlohmann::json operator()(const domain::QuestionAsked& e) const;
    nlohmann::json operator()(const domain::QuestionUpvoted& e) const;
    nlohmann::json operator()(const domain::QuestionWithdrawn& e) const;
    nlohmann::json operator()(const domain::QuestionPublished& e) const;
    nlohmann::json operator()(const domain::QuestionHidden& e) const;
    nlohmann::json operator()(const domain::QuestionAnswered& e) const;
    nlohmann::json operator()(const domain::CommitmentMade& e) const;
    nlohmann::json operator()(const domain::CommitmentEdited& e) const;
    nlohmann::json operator()(const domain::CommitmentWithdrawn& e) const;
    nlohmann::json operator()(const domain::CommitmentPublished& e) const;
    nlohmann::json operator()(const domain::CommitmentHidden& e) const;
    nlohmann::json operator()(const domain::ClosingSaid& e) const;
};

/// Defined for each of those and nothing else.
template <class E>
[[nodiscard]] E read_voice(const Fields& in);
template <>
[[nodiscard]] domain::WeatherChosen read_voice(const Fields& in);
template <>
[[nodiscard]] domain::AffiliationChosen read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionAsked read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionUpvoted read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionWithdrawn read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionPublished read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionHidden read_voice(const Fields& in);
template <>
[[nodiscard]] domain::QuestionAnswered read_voice(const Fields& in);
template <>
[[nodiscard]] domain::CommitmentMade read_voice(const Fields& in);
template <>
[[nodiscard]] domain::CommitmentEdited read_voice(const Fields& in);
template <>
[[nodiscard]] domain::CommitmentWithdrawn read_voice(const Fields& in);
template <>
[[nodiscard]] domain::CommitmentPublished read_voice(const Fields& in);
template <>
[[nodiscard]] domain::CommitmentHidden read_voice(const Fields& in);
template <>
[[nodiscard]] domain::ClosingSaid read_voice(const Fields& in);

}  // namespace atelier::wire

#pragma once

#include <optional>
#include <string_view>

#include "domain/agenda.hpp"
#include "domain/commands.hpp"
#include "domain/comment.hpp"
#include "domain/events.hpp"
#include "domain/idea.hpp"
#include "domain/voices.hpp"
#include "domain/votes.hpp"
#include "insight/signs.hpp"

/// The words of the protocol for the domain's closed lists, in both directions. Pure, thread-safe.
///
///     text(HideReason::off_topic)        == "off_topic"
///     parse<HideReason>("off_topic")     == HideReason::off_topic
///     parse<HideReason>("anything else") == nullopt
namespace atelier::wire {

using domain::kind_of;
using domain::PhaseKind;

[[nodiscard]] std::string_view text(domain::Role role) noexcept;
[[nodiscard]] std::string_view text(domain::IdeaStatus status) noexcept;
[[nodiscard]] std::string_view text(domain::HideReason reason) noexcept;
[[nodiscard]] std::string_view text(domain::Moderation moderation) noexcept;
[[nodiscard]] std::string_view text(domain::SortMode mode) noexcept;
[[nodiscard]] std::string_view text(domain::PhaseStatus status) noexcept;
[[nodiscard]] std::string_view text(PhaseKind kind) noexcept;
[[nodiscard]] std::string_view text(domain::CommentStatus status) noexcept;
[[nodiscard]] std::string_view text(domain::BoardChange change) noexcept;
[[nodiscard]] std::string_view text(insight::Sign sign) noexcept;
[[nodiscard]] std::string_view text(domain::Method method) noexcept;
[[nodiscard]] std::string_view text(domain::Judgement judgement) noexcept;
[[nodiscard]] std::string_view text(domain::Consent consent) noexcept;
[[nodiscard]] std::string_view text(domain::Weather weather) noexcept;
[[nodiscard]] std::string_view text(domain::Commits who) noexcept;
[[nodiscard]] std::string_view text(domain::FollowUp status) noexcept;

/// Defined for each of the lists above and nothing else.
template <class Enum>
[[nodiscard]] std::optional<Enum> parse(std::string_view word) noexcept;

}  // namespace atelier::wire

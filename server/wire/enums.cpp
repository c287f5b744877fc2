#include "wire/enums.hpp"

#include <array>

namespace atelier::wire {
namespace {

/// The words of an enumeration, in the order of its enumerators.
template <class Enum>
constexpr std::array<std::string_view, 0> words{};

template <>
constexpr std::array<std::string_view, 6> words<domain::Role>{
    "participant", "facilitator", "screen", "reader", "organiser", "moderator"};
template <>
constexpr std::array<std::string_view, 4> words<domain::IdeaStatus>{"pending", "published",
                                                                    "hidden", "withdrawn"};
template <>
constexpr std::array<std::string_view, 6> words<domain::HideReason>{
    "off_topic", "duplicate", "names_person", "insulting", "advertising", "technical"};
template <>
constexpr std::array<std::string_view, 3> words<domain::Moderation>{"before", "after", "none"};
template <>
constexpr std::array<std::string_view, 3> words<domain::SortMode>{"facilitators", "shared",
                                                                  "crowd"};
template <>
constexpr std::array<std::string_view, 3> words<domain::PhaseStatus>{"planned", "open", "closed"};
template <>
constexpr std::array<std::string_view, 7> words<PhaseKind>{"collect", "sort",   "vote", "welcome",
                                                           "listen",  "commit", "close"};
template <>
constexpr std::array<std::string_view, 5> words<domain::Method>{"dots", "useful", "judgment",
                                                                "impact_effort", "consent"};
template <>
constexpr std::array<std::string_view, 3> words<domain::Judgement>{"useful", "not_useful", "pass"};
template <>
constexpr std::array<std::string_view, 3> words<domain::Consent>{"agree", "reservation",
                                                                 "objection"};
template <>
constexpr std::array<std::string_view, 4> words<domain::Weather>{"sun", "bright", "cloud", "storm"};
template <>
constexpr std::array<std::string_view, 2> words<domain::Commits>{"individual", "collective"};
template <>
constexpr std::array<std::string_view, 4> words<domain::FollowUp>{"planned", "under_way", "done",
                                                                  "given_up"};

template <>
constexpr std::array<std::string_view, 3> words<domain::CommentStatus>{"shown", "hidden",
                                                                       "withdrawn"};
template <>
constexpr std::array<std::string_view, 8> words<domain::BoardChange>{
    "board.added", "lever.added", "lever.renamed", "levers.merged",
    "lever.split", "lever.moved", "lever.removed", "lever.restored"};
template <>
constexpr std::array<std::string_view, 5> words<insight::Sign>{"link", "phone", "email", "shouting",
                                                               "duplicate"};

// The last enumerator has the last word: a list that grows without its words does not compile.
template <class Enum>
constexpr bool ends_with(Enum last) {
    return words<Enum>.size() == static_cast<std::size_t>(last) + 1;
}
static_assert(ends_with(domain::Role::moderator));
static_assert(ends_with(domain::IdeaStatus::withdrawn));
static_assert(ends_with(domain::HideReason::technical));
static_assert(ends_with(domain::Moderation::none));
static_assert(ends_with(domain::SortMode::crowd));
static_assert(ends_with(domain::PhaseStatus::closed));
static_assert(ends_with(PhaseKind::close));
static_assert(ends_with(domain::Method::consent));
static_assert(ends_with(domain::Judgement::pass));
static_assert(ends_with(domain::Consent::objection));
static_assert(ends_with(domain::Weather::storm));
static_assert(ends_with(domain::Commits::collective));
static_assert(ends_with(domain::FollowUp::given_up));
static_assert(ends_with(domain::CommentStatus::withdrawn));
static_assert(ends_with(domain::BoardChange::lever_restored));
static_assert(ends_with(insight::Sign::duplicate));

template <class Enum>
std::string_view word(Enum value) noexcept {
    return words<Enum>[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view text(domain::Role role) noexcept { return word(role); }
std::string_view text(domain::IdeaStatus status) noexcept { return word(status); }
std::string_view text(domain::HideReason reason) noexcept { return word(reason); }
std::string_view text(domain::Moderation moderation) noexcept { return word(moderation); }
std::string_view text(domain::SortMode mode) noexcept { return word(mode); }
std::string_view text(domain::PhaseStatus status) noexcept { return word(status); }
std::string_view text(PhaseKind kind) noexcept { return word(kind); }
std::string_view text(domain::CommentStatus status) noexcept { return word(status); }
std::string_view text(domain::BoardChange change) noexcept { return word(change); }
std::string_view text(insight::Sign sign) noexcept { return word(sign); }
std::string_view text(domain::Method method) noexcept { return word(method); }
std::string_view text(domain::Judgement judgement) noexcept { return word(judgement); }
std::string_view text(domain::Consent consent) noexcept { return word(consent); }
std::string_view text(domain::Weather weather) noexcept { return word(weather); }
std::string_view text(domain::Commits who) noexcept { return word(who); }
std::string_view text(domain::FollowUp status) noexcept { return word(status); }

template <class Enum>
std::optional<Enum> parse(std::string_view wanted) noexcept {
    for (std::size_t i = 0; i < words<Enum>.size(); ++i)
        if (words<Enum>[i] == wanted) return static_cast<Enum>(i);
    return std::nullopt;
}

template std::optional<domain::Role> parse(std::string_view) noexcept;
template std::optional<domain::IdeaStatus> parse(std::string_view) noexcept;
template std::optional<domain::HideReason> parse(std::string_view) noexcept;
template std::optional<domain::Moderation> parse(std::string_view) noexcept;
template std::optional<domain::SortMode> parse(std::string_view) noexcept;
template std::optional<domain::PhaseStatus> parse(std::string_view) noexcept;
template std::optional<PhaseKind> parse(std::string_view) noexcept;
template std::optional<domain::CommentStatus> parse(std::string_view) noexcept;
template std::optional<domain::BoardChange> parse(std::string_view) noexcept;
template std::optional<insight::Sign> parse(std::string_view) noexcept;
template std::optional<domain::Method> parse(std::string_view) noexcept;
template std::optional<domain::Judgement> parse(std::string_view) noexcept;
template std::optional<domain::Consent> parse(std::string_view) noexcept;
template std::optional<domain::Weather> parse(std::string_view) noexcept;
template std::optional<domain::Commits> parse(std::string_view) noexcept;
template std::optional<domain::FollowUp> parse(std::string_view) noexcept;

}  // namespace atelier::wire

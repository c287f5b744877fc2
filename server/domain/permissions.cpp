#include <type_traits>

#include "domain/decide.hpp"

namespace atelier::domain {
namespace {

template <class C, class... Of>
constexpr bool among = (std::is_same_v<C, Of> || ...);

template <class C>
constexpr bool permitted_to(Role role) noexcept {
    const bool facilitator = role == Role::facilitator;
    const bool participant = role == Role::participant;
    if constexpr (among<C, PostIdea, EditIdea, WithdrawIdea, SetPlacement, AskQuestion,
                        WithdrawQuestion, MakeCommitment, EditCommitment, WithdrawCommitment>) {
        return participant || facilitator;
    } else if constexpr (among<C, CastVote, ClearVote, DrawCards, ChooseWeather, ChooseAffiliation,
                               UpvoteQuestion, SayClosing, SetReaction>) {
        return participant;
    } else if constexpr (among<C, Join>) {
        return participant;
    } else if constexpr (among<C, UpdateWorkshop, FollowCommitment, EraseIdea>) {
        return facilitator || role == Role::organiser;
    } else if constexpr (among<C, EraseParticipant>) {
        return participant || facilitator || role == Role::organiser;
    } else if constexpr (among<C, AnonymiseWorkshop>) {
        return role == Role::organiser;
    } else if constexpr (among<C, PostComment, WithdrawComment>) {
        return participant || facilitator;
    } else if constexpr (among<C, PublishIdea, HideIdea, MergeIdeas, UnmergeIdea, DismissPair,
                               RewordIdea, AnswerIdea, MuteParticipant, HideComment, TakeReview,
                               ReleaseReview, PublishQuestion, HideQuestion, AnswerQuestion,
                               PublishCommitment, HideCommitment>) {
        return facilitator || role == Role::moderator;
    } else {
        return facilitator;
    }
}

}  // namespace

bool permitted(Role role, const Command& command) noexcept {
    return std::visit([role]<class C>(const C&) { return permitted_to<C>(role); }, command);
}

}  // namespace atelier::domain

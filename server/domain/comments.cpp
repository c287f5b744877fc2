#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

Refusal too_many(std::size_t max) {
    return {Code::too_many_comments, {{"max", static_cast<std::int64_t>(max)}}};
}

bool is_author(const Comment& comment, const Actor& actor) noexcept {
    if (comment.author)
        return actor.role == Role::participant && *comment.author == actor.participant;
    return actor.role == Role::facilitator;
}

}  // namespace

// Rule K1: on a published idea, in an open collect phase that allows it; so many on one idea, so
// many in all.
Events post_comment(const Asked& asked, const PostComment& command) {
    const Workshop& workshop = asked.workshop;
    const auto open = open_of<CollectSettings>(workshop, "collect");
    if (!open) return open.error();
    if (!open.value().settings->comments) return Refusal{Code::comments_off};
    const Idea* idea = workshop.idea(command.idea);
    const bool participant = asked.actor.role == Role::participant;
    if (!idea || (participant && idea->status == IdeaStatus::pending))
        return Refusal{Code::no_such_idea};
    if (!shown(asked.workshop, *idea)) return Refusal{Code::idea_not_published};
    if (auto bad = check_text(command.text, limits::comment_graphemes_max, limits::idea_bytes_max))
        return *bad;
    if (workshop.comments.size() >= limits::comments_per_workshop_max)
        return too_many(limits::comments_per_workshop_max);
    const auto here = std::ranges::count_if(workshop.comments, [&](const Comment& one) {
        return one.idea == idea->id && one.status != CommentStatus::withdrawn;
    });
    if (static_cast<std::size_t>(here) >= limits::comments_per_idea_max)
        return too_many(limits::comments_per_idea_max);
    auto author = participant ? std::optional(asked.actor.participant) : std::nullopt;
    return std::vector<Event>{
        CommentPosted{CommentId{asked.moment.fresh_id}, idea->id, std::move(author), command.text}};
}

// Rule K2: hidden is not deleted; the first reason stands.
Events hide_comment(const Asked& asked, const HideComment& command) {
    const Comment* comment = asked.workshop.comment(command.comment);
    if (!comment) return Refusal{Code::no_such_comment};
    if (comment->status == CommentStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (comment->status == CommentStatus::hidden) return Refusal{Code::already_hidden};
    return std::vector<Event>{CommentHidden{comment->id, command.reason}};
}

// Rule K3: its author takes a comment back, whatever became of it.
Events withdraw_comment(const Asked& asked, const WithdrawComment& command) {
    const Comment* comment = asked.workshop.comment(command.comment);
    if (!comment) return Refusal{Code::no_such_comment};
    if (!is_author(*comment, asked.actor)) return Refusal{Code::not_yours};
    if (comment->status == CommentStatus::withdrawn) return Refusal{Code::already_withdrawn};
    return std::vector<Event>{CommentWithdrawn{comment->id}};
}

}  // namespace atelier::domain::rules

#include <algorithm>

#include "base/check.hpp"
#include "domain/fold.hpp"

namespace atelier::domain::fold {
namespace {

Idea& idea_of(Workshop& workshop, const IdeaId& id) {
    const auto found = workshop.idea_index.find(id);
    ATELIER_CHECK(found != workshop.idea_index.end());
    return workshop.ideas[found->second];
}

Participant& person_of(Workshop& workshop, const ParticipantId& id) {
    const auto found = workshop.participants.find(id);
    ATELIER_CHECK(found != workshop.participants.end());
    return found->second;
}

Comment& comment_of(Workshop& workshop, const CommentId& id) {
    const auto found = std::ranges::find(workshop.comments, id, &Comment::id);
    ATELIER_CHECK(found != workshop.comments.end());
    return *found;
}

}  // namespace

void on(Workshop& workshop, const IdeasMerged& e, base::Millis) {
    ATELIER_CHECK(!idea_of(workshop, e.lead).group);
    std::vector<IdeaId>& members = workshop.groups[e.lead];
    for (const IdeaId& id : e.members) {
        Idea& member = idea_of(workshop, id);
        ATELIER_CHECK(id != e.lead && member.group != e.lead);
        workshop.groups.erase(id);  // what it led comes along, and is in the list
        member.group = e.lead;
        members.push_back(id);
    }
}

void on(Workshop& workshop, const IdeasUnmerged& e, base::Millis) {
    const auto group = workshop.groups.find(e.lead);
    ATELIER_CHECK(group != workshop.groups.end());
    for (const IdeaId& id : e.members) {
        Idea& member = idea_of(workshop, id);
        ATELIER_CHECK(member.group == e.lead);
        member.group.reset();
        std::erase(group->second, id);
    }
    if (group->second.empty()) workshop.groups.erase(group);
}

void on(Workshop& workshop, const PairDismissed& e, base::Millis) {
    workshop.dismissed.insert(std::minmax(e.one, e.other));
}

void on(Workshop& workshop, const IdeaReworded& e, base::Millis) {
    Idea& idea = idea_of(workshop, e.idea);
    if (!idea.original) idea.original = idea.text;
    idea.text = e.text;
    if (idea.original == idea.text) idea.original.reset();
}

void on(Workshop& workshop, const IdeaAnswered& e, base::Millis) {
    idea_of(workshop, e.idea).answer = e.text;
}

void on(Workshop& workshop, const ParticipantMuted& e, base::Millis) {
    person_of(workshop, e.participant).muted = e.muted;
}
void on(Workshop& workshop, const ParticipantRemoved& e, base::Millis) {
    person_of(workshop, e.participant).removed = true;
}
void on(Workshop& workshop, const ParticipantRestored& e, base::Millis) {
    person_of(workshop, e.participant).removed = false;
}

void on(Workshop& workshop, const PostsStopped& e, base::Millis) {
    workshop.posts_stopped = e.stopped;
}
void on(Workshop& workshop, const ScreenFrozen& e, base::Millis) {
    workshop.screen_frozen = e.frozen;
}
void on(Workshop& workshop, const SpotlightSet& e, base::Millis) { workshop.spotlight = e.ideas; }

void on(Workshop& workshop, const CommentPosted& e, base::Millis at) {
    ATELIER_CHECK(!workshop.comment(e.comment) && workshop.idea(e.idea));
    workshop.comments.push_back(
        {e.comment, e.idea, e.author, e.text, at, CommentStatus::shown, {}});
}
void on(Workshop& workshop, const CommentHidden& e, base::Millis) {
    Comment& comment = comment_of(workshop, e.comment);
    comment.status = CommentStatus::hidden;
    comment.reason = e.reason;
}
void on(Workshop& workshop, const CommentWithdrawn& e, base::Millis) {
    comment_of(workshop, e.comment).status = CommentStatus::withdrawn;
}

}  // namespace atelier::domain::fold

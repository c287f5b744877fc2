#include "domain/rules.hpp"

namespace atelier::domain::rules {

// Rule M4: publishing shows a pending or hidden idea, and marks a published one as reviewed.
Events publish(const Asked& asked, const PublishIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};  // M6
    if (idea->status == IdeaStatus::published && idea->reviewed)
        return Refusal{Code::already_published};
    return std::vector<Event>{IdeaPublished{idea->id}};
}

// Rule M7: hidden is not deleted. The text, the votes and the placement stay; the reason is kept.
Events hide(const Asked& asked, const HideIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (idea->status == IdeaStatus::hidden) return Refusal{Code::already_hidden};
    std::vector<Event> events = leaving_screens(asked.workshop, *idea);
    events.emplace_back(IdeaHidden{idea->id, command.reason, shown(asked.workshop, *idea)});
    return events;
}

}  // namespace atelier::domain::rules

#include <algorithm>
#include <unordered_set>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

// Rule G2: what joins a group is published, in no group as a member, and not where it would go; what
// is kept private is shown together with its group.
std::optional<Refusal> may_join(const Workshop& workshop, const IdeaId& id, const Idea& lead) {
    const Idea* idea = workshop.idea(id);
    if (!idea) return Refusal{Code::no_such_idea};
    if (id == lead.id) return Refusal{Code::bad_group};
    const bool secret = kept_private(workshop, *idea) || kept_private(workshop, lead);
    if (secret && idea->phase != lead.phase) return Refusal{Code::bad_group};
    if (idea->status != IdeaStatus::published) return Refusal{Code::idea_not_published};
    if (idea->group) return Refusal{Code::already_grouped};
    return std::nullopt;
}

}  // namespace

// Rule G1: the lead stands for the group; merging a lead brings its members along.
Events merge(const Asked& asked, const MergeIdeas& command) {
    const Workshop& workshop = asked.workshop;
    const Idea* lead = workshop.idea(command.into);
    if (!lead) return Refusal{Code::no_such_idea};
    if (command.ideas.empty() || command.ideas.size() > limits::ideas_per_merge_max)
        return Refusal{Code::bad_arguments, {{"field", std::string("ideas")}}};
    if (lead->group) {  // a lead that would follow one of its own members is a circle
        const bool circle = std::ranges::find(command.ideas, *lead->group) != command.ideas.end();
        return Refusal{circle ? Code::bad_group : Code::already_grouped};
    }
    if (lead->status != IdeaStatus::published) return Refusal{Code::idea_not_published};
    std::vector<IdeaId> members;
    std::unordered_set<IdeaId> seen;
    for (const IdeaId& id : command.ideas) {
        if (auto refusal = may_join(workshop, id, *lead)) return *refusal;
        if (!seen.insert(id).second) return Refusal{Code::bad_group};
        members.push_back(id);
        const auto& brought = workshop.members(id);
        members.insert(members.end(), brought.begin(), brought.end());
    }
    return std::vector<Event>{IdeasMerged{command.into, std::move(members)}};
}

// Rule G3: a member leaves its group; separating a lead dissolves its group.
Events unmerge(const Asked& asked, const UnmergeIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->group) return std::vector<Event>{IdeasUnmerged{*idea->group, {idea->id}}};
    const auto& members = asked.workshop.members(idea->id);
    if (members.empty()) return Refusal{Code::not_grouped};
    return std::vector<Event>{IdeasUnmerged{idea->id, members}};
}

// Rule G6: two ideas that a human saw not to say the same are not offered as a pair again.
Events dismiss(const Asked& asked, const DismissPair& command) {
    if (!asked.workshop.idea(command.one) || !asked.workshop.idea(command.other))
        return Refusal{Code::no_such_idea};
    if (command.one == command.other)
        return Refusal{Code::bad_arguments, {{"field", std::string("other")}}};
    return std::vector<Event>{PairDismissed{command.one, command.other}};
}

// Rule G5: what leaves the screens leaves its group; a lead's is dissolved. Rule SP2: and the
// spotlight.
std::vector<Event> leaving_screens(const Workshop& workshop, const Idea& idea) {
    std::vector<Event> events;
    if (idea.group) events.emplace_back(IdeasUnmerged{*idea.group, {idea.id}});
    const auto& members = workshop.members(idea.id);
    if (!members.empty()) events.emplace_back(IdeasUnmerged{idea.id, members});
    std::vector<IdeaId> lit = workshop.spotlight;
    if (std::erase(lit, idea.id) > 0) events.emplace_back(SpotlightSet{std::move(lit)});
    return events;
}

}  // namespace atelier::domain::rules

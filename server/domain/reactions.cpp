#include "domain/reactions.hpp"

#include "domain/rules.hpp"

namespace atelier::domain {
namespace {

template <class Map, class Key, class Value>
void put(Map& map, const Key& key, const Value& value, bool there) {
    if (there) {
        map[key].insert(value);
        return;
    }
    const auto found = map.find(key);
    if (found == map.end()) return;
    found->second.erase(value);
    if (found->second.empty()) map.erase(found);
}

template <class Map, class Key>
const typename Map::mapped_type& all_of(const Map& map, const Key& key) noexcept {
    static const typename Map::mapped_type none;
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
}

}  // namespace

void Reactions::set(const IdeaId& idea, const ParticipantId& person, bool value) {
    put(people, idea, person, value);
    put(ideas, person, idea, value);
}

const std::set<ParticipantId>& Reactions::supporters(const IdeaId& idea) const noexcept {
    return all_of(people, idea);
}

const std::set<IdeaId>& Reactions::supported(const ParticipantId& person) const noexcept {
    return all_of(ideas, person);
}

// Rule RE4: never the sum, so that a group tells how many people there are behind it.
std::size_t support_of(const Workshop& workshop, const IdeaId& idea) {
    const auto& own = workshop.reactions.supporters(idea);
    const auto& members = workshop.members(idea);
    if (members.empty()) return own.size();
    std::set<ParticipantId> all = own;
    for (const IdeaId& member : members) {
        const auto& more = workshop.reactions.supporters(member);
        all.insert(more.begin(), more.end());
    }
    return all.size();
}

namespace rules {

// Rule RE1: in an open collect phase that allows it, on what everyone sees. Rule RE2: never on one's
// own, nor on a group that has something of one's own in it; what was given before is taken back in
// any case. Rule RE3: on an idea of a group it is on what stands for it, and taken back from all.
Events react(const Asked& asked, const SetReaction& command) {
    const Workshop& workshop = asked.workshop;
    const auto open = open_of<CollectSettings>(workshop, "collect");
    if (!open) return open.error();
    if (!open.value().settings->reactions) return Refusal{Code::reactions_off};
    const Idea* idea = workshop.idea(command.idea);
    if (!idea || idea->status == IdeaStatus::pending || kept_private(workshop, *idea))
        return Refusal{Code::no_such_idea};
    if (!shown(workshop, *idea)) return Refusal{Code::idea_not_published};
    const ParticipantId& who = asked.actor.participant;
    const std::vector<IdeaId> group = group_of(workshop, idea->id);
    std::vector<Event> events;
    for (const IdeaId& id : group) {
        if (command.value && workshop.idea(id)->author == who) return Refusal{Code::own_idea};
        if (!command.value && id != group.front() &&
            workshop.reactions.supporters(id).contains(who))
            events.emplace_back(ReactionSet{id, who, false});
    }
    events.emplace_back(ReactionSet{group.front(), who, command.value});
    return events;
}

}  // namespace rules
}  // namespace atelier::domain

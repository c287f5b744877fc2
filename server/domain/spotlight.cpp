#include <unordered_set>

#include "domain/rules.hpp"

namespace atelier::domain::rules {

// Rule SP1: one to six published ideas, each once.
Events spotlight(const Asked& asked, const SetSpotlight& command) {
    const Refusal bad{Code::bad_arguments, {{"field", std::string("ideas")}}};
    if (command.ideas.empty() || command.ideas.size() > limits::spotlight_ideas_max) return bad;
    std::unordered_set<IdeaId> seen;
    for (const IdeaId& id : command.ideas) {
        const Idea* idea = asked.workshop.idea(id);
        if (!idea) return Refusal{Code::no_such_idea};
        if (!shown(asked.workshop, *idea)) return Refusal{Code::idea_not_published};
        if (!seen.insert(id).second) return bad;
    }
    return std::vector<Event>{SpotlightSet{command.ideas}};
}

Events clear_spotlight(const Asked&, const ClearSpotlight&) {
    return std::vector<Event>{SpotlightSet{}};
}

// Rule SP3: a frozen screen holds what it shows; who holds it is the screen's own page.
Events freeze(const Asked&, const FreezeScreen& command) {
    return std::vector<Event>{ScreenFrozen{command.frozen}};
}

}  // namespace atelier::domain::rules

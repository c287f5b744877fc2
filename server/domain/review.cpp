#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

std::size_t length_allowed(const Workshop& workshop, const Idea& idea) {
    const Phase* phase = workshop.phase(idea.phase);
    const auto* settings = phase ? std::get_if<CollectSettings>(&phase->settings) : nullptr;
    return settings ? settings->max_graphemes : limits::idea_graphemes_default;
}

}  // namespace

// Rule M9: rewording keeps what the author wrote, and says so; the author's own words again take
// the mark away.
Events reword(const Asked& asked, const RewordIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (idea->erased) return Refusal{Code::erased};  // rule E6
    if (auto bad =
            check_text(command.text, length_allowed(asked.workshop, *idea), limits::idea_bytes_max))
        return *bad;
    return std::vector<Event>{IdeaReworded{idea->id, command.text}};
}

// Rule M10: an answer is for the author alone, who may be told in any phase; an empty one takes it
// back.
Events answer(const Asked& asked, const AnswerIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (idea->erased) return Refusal{Code::erased};  // rule E6
    if (!command.text.empty())
        if (auto bad = check_text(command.text, limits::private_answer_graphemes_max,
                                  limits::idea_bytes_max))
            return *bad;
    return std::vector<Event>{IdeaAnswered{idea->id, command.text}};
}

}  // namespace atelier::domain::rules

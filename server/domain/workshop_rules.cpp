#include "domain/rules.hpp"

namespace atelier::domain::rules {

// Rule W3: closing the workshop closes the open phase; counts that were still hidden are shown.
Events close_workshop(const Asked& asked, const CloseWorkshop&) {
    std::vector<Event> events;
    if (const Phase* current = asked.workshop.open_phase())
        events.emplace_back(PhaseClosed{current->id});
    events.emplace_back(WorkshopClosed{});
    return events;
}

// Rule W4: a title is one readable line; a question may have several, or be left out.
Events update_workshop(const Asked&, const UpdateWorkshop& command) {
    const auto named = [](Refusal refusal, std::string field) {
        refusal.data.emplace_back("field", std::move(field));
        return refusal;
    };
    if (!command.title && !command.question)
        return Refusal{Code::bad_arguments, {{"field", std::string("title")}}};
    if (command.title)
        if (auto bad =
                check_text(*command.title, limits::title_graphemes_max, limits::idea_bytes_max))
            return named(*bad, "title");
    if (command.title && !one_line(*command.title))
        return named(Refusal{Code::control_characters}, "title");
    if (command.question && !command.question->empty())
        if (auto bad =
                check_text(*command.question, limits::prompt_graphemes_max, limits::idea_bytes_max))
            return named(*bad, "question");
    return std::vector<Event>{WorkshopUpdated{command.title, command.question}};
}

}  // namespace atelier::domain::rules

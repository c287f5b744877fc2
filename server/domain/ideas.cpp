#include "base/text.hpp"
#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

// Rule I3: only the author. A facilitator's idea belongs to the facilitators.
bool is_author(const Idea& idea, const Actor& actor) noexcept {
    if (idea.author) return actor.role == Role::participant && *idea.author == actor.participant;
    return actor.role == Role::facilitator;
}

// Rule I7: the scale an author suggests is one of the workshop's boards'.
bool scale_known(const Workshop& workshop, const ScaleId& scale) noexcept {
    for (const Board& board : workshop.plan.boards)
        if (board.scale(scale)) return true;
    return false;
}

// Rule I2: so many ideas a person and phase. One that was withdrawn gives its place back, a hidden
// one does not.
std::size_t posted_by(const Workshop& workshop, const Actor& actor, const PhaseId& phase) {
    const Participant* person = workshop.participant(actor.participant);
    if (!person || person->ideas_posted == 0) return 0;
    std::size_t count = 0;
    for (const Idea& idea : workshop.ideas)
        if (idea.author == actor.participant && idea.phase == phase &&
            idea.status != IdeaStatus::withdrawn)
            ++count;
    return count;
}

}  // namespace

FirstStatus first_status(Moderation policy, Role author) noexcept {
    if (author == Role::facilitator) return {IdeaStatus::published, true};
    switch (policy) {
        case Moderation::before:
            return {IdeaStatus::pending, false};
        case Moderation::after:
            return {IdeaStatus::published, false};
        case Moderation::none:
            break;
    }
    return {IdeaStatus::published, true};
}

std::optional<Refusal> check_text(std::string_view text, std::size_t graphemes_max,
                                  std::size_t bytes_max) {
    if (!base::valid_utf8(text)) return Refusal{Code::invalid_utf8};
    if (base::has_forbidden_controls(text)) return Refusal{Code::control_characters};
    if (base::blank(text)) return Refusal{Code::empty_text};
    const auto max = static_cast<std::int64_t>(graphemes_max);
    // Counting characters costs much more than anything else here, and bytes bound them from above:
    // what has too many bytes is measured by its code points, the rest only where it may be too long.
    const std::size_t length = text.size() > bytes_max       ? base::code_point_count(text)
                               : text.size() > graphemes_max ? base::grapheme_count(text)
                                                             : 0;
    if (length > graphemes_max || text.size() > bytes_max)
        return Refusal{Code::text_too_long,
                       {{"max", max}, {"length", static_cast<std::int64_t>(length)}}};
    return std::nullopt;
}

bool one_line(std::string_view text) noexcept {
    return text.find_first_of("\n\t") == std::string_view::npos &&
           !base::has_forbidden_controls(text);
}

Events post(const Asked& asked, const PostIdea& command) {
    const auto open = open_of<CollectSettings>(asked.workshop, "collect");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    if (auto bad = check_text(command.text, settings->max_graphemes, limits::idea_bytes_max))
        return *bad;
    if (command.scale && !scale_known(asked.workshop, *command.scale))
        return Refusal{Code::no_such_scale};
    if (asked.workshop.ideas.size() >= limits::ideas_per_workshop_max)  // rule I6
        return Refusal{Code::too_many_ideas};
    const bool participant = asked.actor.role == Role::participant;
    if (participant &&
        posted_by(asked.workshop, asked.actor, phase->id) >= settings->max_per_person)
        return Refusal{Code::ideas_spent,
                       {{"max", static_cast<std::int64_t>(settings->max_per_person)}}};
    const auto [status, reviewed] = first_status(settings->moderation, asked.actor.role);
    auto author = participant ? std::optional(asked.actor.participant) : std::nullopt;
    return std::vector<Event>{IdeaPosted{IdeaId{asked.moment.fresh_id}, phase->id,
                                         std::move(author), command.text, command.scale, status,
                                         reviewed, asked.moment.look_alike}};
}

// Rule I4: an author mends an idea while its own phase is open. Rule M5: under moderation before,
// a mended text is looked at again.
Events edit(const Asked& asked, const EditIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (!is_author(*idea, asked.actor)) return Refusal{Code::not_yours};
    if (idea->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    if (idea->status == IdeaStatus::hidden) return Refusal{Code::idea_hidden};
    if (idea->erased) return Refusal{Code::erased};  // rule E6
    const auto open = open_of<CollectSettings>(asked.workshop, "collect");
    if (!open) return open.error();
    const auto [phase, settings] = open.value();
    if (phase->id != idea->phase) return wrong_phase(asked.workshop, "collect");
    if (auto bad = check_text(command.text, settings->max_graphemes, limits::idea_bytes_max))
        return *bad;
    const auto [status, reviewed] = first_status(settings->moderation, asked.actor.role);
    std::vector<Event> events;
    if (status != IdeaStatus::published) events = leaving_screens(asked.workshop, *idea);
    events.emplace_back(
        IdeaEdited{idea->id, command.text, status, reviewed, shown(asked.workshop, *idea)});
    return events;
}

// Rule I5: what someone wrote they may take back until the workshop is closed.
Events withdraw(const Asked& asked, const WithdrawIdea& command) {
    const Idea* idea = asked.workshop.idea(command.idea);
    if (!idea) return Refusal{Code::no_such_idea};
    if (!is_author(*idea, asked.actor)) return Refusal{Code::not_yours};
    if (idea->status == IdeaStatus::withdrawn) return Refusal{Code::already_withdrawn};
    std::vector<Event> events = leaving_screens(asked.workshop, *idea);
    events.emplace_back(IdeaWithdrawn{idea->id, shown(asked.workshop, *idea)});
    return events;
}

}  // namespace atelier::domain::rules

#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

constexpr base::Millis minute_ms = 60'000;

base::Millis end_of(const Phase& phase, base::Millis now) noexcept {
    return now + phase.minutes * minute_ms;
}

/// Rule A1: at most one phase is open. Whatever was open is closed by the same command.
void close_current(const Workshop& workshop, std::vector<Event>& events) {
    if (const Phase* current = workshop.open_phase()) events.push_back(PhaseClosed{current->id});
}

}  // namespace

Refusal wrong_phase(const Workshop& workshop, std::string_view expected) {
    const Phase* phase = workshop.open_phase();
    Refusal refusal{Code::wrong_phase, {{"expects", std::string(expected)}}};
    if (phase) refusal.data.emplace_back("open", std::string(word_of(kind_of(phase->settings))));
    return refusal;
}

// Rule A2: only a planned phase is opened, so a second press of Next changes nothing.
Events open(const Asked& asked, const OpenPhase& command) {
    const Phase* phase = asked.workshop.phase(command.phase);
    if (!phase) return Refusal{Code::no_such_phase};
    if (phase->status != PhaseStatus::planned) return Refusal{Code::phase_not_planned};
    auto ideas = resolve(asked, *phase, command.ideas);
    if (!ideas) return ideas.error();
    return opening(asked, *phase, std::move(ideas).value());
}

std::vector<Event> opening(const Asked& asked, const Phase& phase, VoteIdeas ideas) {
    std::vector<Event> events;
    close_current(asked.workshop, events);
    events.emplace_back(PhaseOpened{phase.id, end_of(phase, asked.moment.now), std::move(ideas)});
    return events;
}

// Rule A3: going back opens a closed phase again with everything in it; a vote whose counts have
// been seen stays as it was.
Events reopen(const Asked& asked, const ReopenPhase& command) {
    const Phase* phase = asked.workshop.phase(command.phase);
    if (!phase) return Refusal{Code::no_such_phase};
    if (phase->status != PhaseStatus::closed) return Refusal{Code::phase_not_closed};
    if (phase->revealed && vote_rules(phase->settings)) return Refusal{Code::already_revealed};
    std::vector<Event> events;
    close_current(asked.workshop, events);
    events.emplace_back(PhaseReopened{phase->id, end_of(*phase, asked.moment.now)});
    return events;
}

Events close(const Asked& asked, const ClosePhase& command) {
    const Phase* phase = asked.workshop.phase(command.phase);
    if (!phase) return Refusal{Code::no_such_phase};
    if (phase->status != PhaseStatus::open) return Refusal{Code::phase_not_open};
    return std::vector<Event>{PhaseClosed{phase->id}};
}

// Rule A4: extending moves the time that is announced, from the announced end or, once that has
// passed, from now; it never closes anything (A6).
Events extend(const Asked& asked, const ExtendPhase& command) {
    const Phase* phase = asked.workshop.phase(command.phase);
    if (!phase) return Refusal{Code::no_such_phase};
    if (phase->status != PhaseStatus::open) return Refusal{Code::phase_not_open};
    if (command.minutes == 0 || command.minutes > limits::extend_minutes_max ||
        command.minutes < -limits::shorten_minutes_max)
        return Refusal{Code::time_out_of_range, {{"max", limits::extend_minutes_max}}};
    const base::Millis now = asked.moment.now;
    const base::Millis from = std::max(phase->ends_at.value_or(now), now);
    return std::vector<Event>{
        PhaseExtended{phase->id, std::max(from + command.minutes * minute_ms, now)}};
}

// Rule D6: the reveal shows the counts to everyone at once, and closes a vote that is still open.
// Rule I8: of a private collection it shows the ideas; people may go on posting.
Events reveal(const Asked& asked, const RevealResults& command) {
    const Phase* phase = asked.workshop.phase(command.phase);
    if (!phase) return Refusal{Code::no_such_phase};
    const auto* collect = std::get_if<CollectSettings>(&phase->settings);
    const bool ideas = collect && collect->private_until_reveal;
    if (!vote_rules(phase->settings) && !ideas)
        return Refusal{Code::wrong_phase, {{"expects", std::string("vote")}}};
    if (phase->status == PhaseStatus::planned) return Refusal{Code::phase_not_open};
    if (phase->revealed) return Refusal{Code::already_revealed};
    std::vector<Event> events;
    if (phase->status == PhaseStatus::open && !ideas) events.emplace_back(PhaseClosed{phase->id});
    events.emplace_back(ResultsRevealed{phase->id});
    return events;
}

}  // namespace atelier::domain::rules

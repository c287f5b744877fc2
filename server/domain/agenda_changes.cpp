#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

Refusal named(Refusal refusal, std::string field) {
    refusal.data.emplace_back("field", std::move(field));
    return refusal;
}

/// Rule A8: a title is one readable line, a prompt several or none, as the workshop's own (W4).
std::optional<Refusal> unfit(const Phase& phase) {
    if (auto bad = check_text(phase.title, limits::title_graphemes_max, limits::idea_bytes_max))
        return named(*bad, "title");
    if (!one_line(phase.title)) return named(Refusal{Code::control_characters}, "title");
    if (!phase.prompt.empty())
        if (auto bad =
                check_text(phase.prompt, limits::prompt_graphemes_max, limits::idea_bytes_max))
            return named(*bad, "prompt");
    if (phase.minutes < 1 || phase.minutes > limits::phase_minutes_max)
        return bad_argument("minutes");
    return std::nullopt;
}

/// Rule A10: what is planned stands behind what has been opened. The phase to stand behind, if that
/// is what `after` says; absent in it: first of all.
Decided<std::optional<PhaseId>> place(const Workshop& workshop, const std::optional<PhaseId>& after,
                                      const PhaseId& moving) {
    const auto& phases = workshop.plan.phases;
    const auto last = std::ranges::find_if(phases.rbegin(), phases.rend(), [](const Phase& each) {
        return each.status != PhaseStatus::planned;
    });
    if (!after) return last == phases.rend() ? std::optional<PhaseId>{} : std::optional(last->id);
    const auto found = std::ranges::find(phases, *after, &Phase::id);
    if (found == phases.end() || *after == moving) return Refusal{Code::no_such_phase};
    if (last != phases.rend() && found < last.base() - 1) return bad_argument("after");
    return after;
}

std::optional<Refusal> full(const Workshop& workshop) {
    constexpr auto max = limits::phases_per_workshop_max;
    if (workshop.plan.phases.size() < max) return std::nullopt;
    return Refusal{Code::too_many_phases, {{"max", static_cast<std::int64_t>(max)}}};
}

Decided<const Phase*> planned(const Workshop& workshop, const PhaseId& id) {
    const Phase* phase = workshop.phase(id);
    if (!phase) return Refusal{Code::no_such_phase};
    if (phase->status != PhaseStatus::planned) return Refusal{Code::phase_not_planned};
    return phase;
}

/// The first of the rounds that a vote is one of.
const PhaseId& first_round(const Workshop& workshop, const Phase& vote) {
    const Phase* at = &vote;
    while (at->repeats) {
        const Phase* before = workshop.phase(*at->repeats);
        if (!before) break;
        at = before;
    }
    return at->id;
}

}  // namespace

// Rule A7: a new phase is planned like any other. A12: there are at most forty.
Events insert(const Asked& asked, const InsertPhase& command) {
    if (auto bad = full(asked.workshop)) return *bad;
    Phase phase;
    phase.id = PhaseId{asked.moment.fresh_id};
    phase.title = command.title;
    phase.prompt = command.prompt;
    phase.minutes = command.minutes;
    phase.settings = usual_settings(command.kind, command.settings);
    if (auto bad = unfit(phase)) return *bad;
    auto settings = changed(asked.workshop, phase, command.settings);
    if (!settings) return settings.error();
    phase.settings = std::move(settings).value();
    auto after = place(asked.workshop, command.after, phase.id);
    if (!after) return after.error();
    return std::vector<Event>{PhaseInserted{std::move(phase), std::move(after).value()}};
}

// Rule A8: everything about a planned phase can be changed; of one that has been opened the title,
// the prompt and the settings, within A9.
Events update(const Asked& asked, const UpdatePhase& command) {
    const Phase* found = asked.workshop.phase(command.phase);
    if (!found) return Refusal{Code::no_such_phase};
    if (!command.title && !command.prompt && !command.minutes && !command.settings)
        return bad_argument("title");
    if (command.minutes && found->status != PhaseStatus::planned)
        return Refusal{Code::phase_not_planned};
    Phase phase = *found;
    if (command.title) phase.title = *command.title;
    if (command.prompt) phase.prompt = *command.prompt;
    if (command.minutes) phase.minutes = *command.minutes;
    if (auto bad = unfit(phase)) return *bad;
    if (command.settings) {
        auto settings = changed(asked.workshop, phase, *command.settings);
        if (!settings) return settings.error();
        phase.settings = std::move(settings).value();
    }
    return std::vector<Event>{PhaseUpdated{std::move(phase)}};
}

Events move(const Asked& asked, const MovePhase& command) {
    const auto phase = planned(asked.workshop, command.phase);
    if (!phase) return phase.error();
    auto after = place(asked.workshop, command.after, command.phase);
    if (!after) return after.error();
    return std::vector<Event>{PhaseMoved{command.phase, std::move(after).value()}};
}

// Rule A11: only what is planned is removed.
Events remove(const Asked& asked, const RemovePhase& command) {
    const auto phase = planned(asked.workshop, command.phase);
    if (!phase) return phase.error();
    return std::vector<Event>{PhaseRemoved{command.phase}};
}

// Rule A13: another round of a closed vote stands right behind it, on the same ideas, and is opened;
// the former one keeps its ballots and its results.
Events repeat(const Asked& asked, const RepeatPhase& command) {
    const Workshop& workshop = asked.workshop;
    const Phase* vote = workshop.phase(command.phase);
    if (!vote) return Refusal{Code::no_such_phase};
    if (!vote_rules(vote->settings))
        return Refusal{Code::wrong_phase, {{"expects", std::string("vote")}}};
    if (vote->status != PhaseStatus::closed) return Refusal{Code::phase_not_closed};
    if (auto bad = full(workshop)) return *bad;
    Phase again = *vote;
    again.id = PhaseId{asked.moment.fresh_id};
    again.status = PhaseStatus::planned;
    again.opened_at = again.ends_at = std::nullopt;
    again.revealed = false;
    again.ideas.reset();
    again.repeats = vote->id;
    const PhaseId& first = first_round(workshop, *vote);
    for (const Phase& each : workshop.plan.phases)
        if (first_round(workshop, each) == first)
            again.round = std::max(again.round, each.round + 1);
    std::vector<Event> events = opening(asked, again, vote->ideas);
    events.insert(events.end() - 1, PhaseInserted{std::move(again), vote->id});
    return events;
}

}  // namespace atelier::domain::rules

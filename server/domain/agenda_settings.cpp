#include <algorithm>

#include "domain/rules.hpp"

namespace atelier::domain::rules {
namespace {

template <class Value>
void take(Value& into, const std::optional<Value>& given) {
    if (given) into = *given;
}

/// Makes the change in the settings; gives the member that is wrong then, or "".
struct Change {
    const Workshop& workshop;
    const SettingsChange& change;

    std::string operator()(CollectSettings& s) const {
        take(s.moderation, change.moderation);
        take(s.max_per_person, change.max_per_person);
        take(s.max_graphemes, change.max_graphemes);
        take(s.ask_scale, change.ask_scale);
        take(s.comments, change.comments);
        take(s.reactions, change.reactions);
        take(s.private_until_reveal, change.private_until_reveal);
        if (!within(s.max_per_person, limits::ideas_per_person_max)) return "max_per_person";
        if (!within(s.max_graphemes, limits::idea_graphemes_max)) return "max_chars";
        return {};
    }
    std::string operator()(SortSettings& s) const {
        if (s.board.empty() && !workshop.plan.boards.empty())
            s.board = workshop.plan.boards.front().id;
        take(s.board, change.board);
        take(s.mode, change.mode);
        return workshop.board(s.board) ? "" : "board";
    }
    std::string operator()(DotsSettings& s) const {
        take(s.budget, change.budget);
        if (!change.max_per_idea) s.max_per_idea = std::min(s.max_per_idea, s.budget);
        take(s.max_per_idea, change.max_per_idea);
        if (s.budget < 1 || s.budget > limits::dots_budget_max) return "budget";
        if (s.max_per_idea < 1 || s.max_per_idea > s.budget) return "max_per_idea";
        return vote(s);
    }
    std::string operator()(UsefulSettings& s) const {
        take(s.any_card, change.any_card);
        return vote(s);
    }
    std::string operator()(WelcomeSettings& s) const {
        take(s.weather, change.weather);
        take(s.charter, change.charter);
        return {};
    }
    std::string operator()(ListenSettings& s) const {
        take(s.moderation, change.moderation);
        take(s.max_per_person, change.max_per_person);
        take(s.max_graphemes, change.max_graphemes);
        if (!within(s.max_per_person, limits::ideas_per_person_max)) return "max_per_person";
        return within(s.max_graphemes, limits::idea_graphemes_max) ? "" : "max_chars";
    }
    std::string operator()(CommitSettings& s) const {
        take(s.max_per_person, change.max_per_person);
        return within(s.max_per_person, limits::ideas_per_person_max) ? "" : "max_per_person";
    }
    std::string operator()(CloseSettings& s) const {
        take(s.roti, change.roti);
        take(s.sentence, change.sentence);
        take(s.action, change.action);
        take(s.next, change.next);
        const auto fits = [](const std::string& text) {
            return text.empty() ||
                   !check_text(text, limits::prompt_graphemes_max, limits::idea_bytes_max);
        };
        if (!fits(s.action)) return "action";
        return fits(s.next) ? "" : "next";
    }
    template <class OtherVote>
    std::string operator()(OtherVote& s) const {
        return vote(s);
    }

  private:
    static bool within(std::size_t value, std::size_t most) { return value >= 1 && value <= most; }

    template <class Vote>
    std::string vote(Vote& s) const {
        take(s.hidden, change.hidden);
        take(s.ideas, change.ideas);
        if (!change.ideas) return {};
        if (const auto* chosen = std::get_if<Chosen>(&s.ideas)) {
            const auto known = [&](const IdeaId& id) {
                const Idea* idea = workshop.idea(id);
                return idea && shown(workshop, *idea);
            };
            if (chosen->ideas.empty() || !std::ranges::all_of(chosen->ideas, known)) return "ideas";
        }
        const auto* first = std::get_if<FirstOf>(&s.ideas);
        if (!first) return {};
        const Phase* from = workshop.phase(first->phase);
        const bool votes = from && vote_rules(from->settings);
        return votes && within(first->top, limits::ideas_per_workshop_max) ? "" : "ideas";
    }
};

PhaseSettings vote_by(Method method) {
    switch (method) {
        case Method::dots:
            return DotsSettings{};
        case Method::useful:
            return UsefulSettings{};
        case Method::judgment:
            return JudgmentSettings{};
        case Method::impact_effort:
            return ImpactEffortSettings{};
        case Method::consent:
            break;
    }
    return ConsentSettings{};
}

/// Rule A9: what people have seen or done in a phase, its settings do not take back.
bool takes_back(const Phase& before, const PhaseSettings& after) {
    const auto* kept = std::get_if<CollectSettings>(&before.settings);
    const auto* told = std::get_if<CollectSettings>(&after);
    if (kept && told) return kept->private_until_reveal != told->private_until_reveal;
    const auto rules = vote_rules(before.settings), changed = vote_rules(after);
    if (!rules || !changed) return before.settings.index() != after.index();
    return rules->method != changed->method || (!rules->hidden && changed->hidden) ||
           *rules->ideas != *changed->ideas;
}

}  // namespace

PhaseSettings usual_settings(PhaseKind kind, const SettingsChange& change) {
    switch (kind) {
        case PhaseKind::collect:
            return CollectSettings{};
        case PhaseKind::sort:
            return SortSettings{};
        case PhaseKind::vote:
            break;
        case PhaseKind::welcome:
            return WelcomeSettings{};
        case PhaseKind::listen:
            return ListenSettings{};
        case PhaseKind::commit:
            return CommitSettings{};
        case PhaseKind::close:
            return CloseSettings{};
    }
    return vote_by(change.method.value_or(Method::dots));
}

Decided<PhaseSettings> changed(const Workshop& workshop, const Phase& phase,
                               const SettingsChange& change) {
    PhaseSettings settings = phase.settings;
    const auto rules = vote_rules(settings);
    if (rules && change.method && *change.method != rules->method)
        settings = vote_by(*change.method);
    const std::string wrong = std::visit(Change{workshop, change}, settings);
    if (!wrong.empty()) return bad_argument("settings." + wrong);
    if (phase.status != PhaseStatus::planned && takes_back(phase, settings))
        return Refusal{Code::phase_not_planned};
    return settings;
}

}  // namespace atelier::domain::rules

#include "app/rehearsal/plan.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/limits.hpp"

namespace atelier::app::rehearsal {
namespace {

using domain::limits::title_graphemes_max;

// A hall comes in at some fifty a second, but not for longer than two fifths of the time.
constexpr double people_per_second = 50;
constexpr double arriving_share_max = 0.4;
constexpr base::Millis arriving_ms_min = 1'000;

void shown_at_once(domain::PhaseSettings& settings) {
    auto* collect = std::get_if<domain::CollectSettings>(&settings);
    if (collect != nullptr && collect->moderation == domain::Moderation::before)
        collect->moderation = domain::Moderation::after;
}

/// A copy has other ideas than those that were chosen.
void on_all_ideas(domain::PhaseSettings& settings) {
    std::visit(
        [](auto& each) {
            if constexpr (requires { each.ideas; }) each.ideas = domain::Published{};
        },
        settings);
}

/// Short enough for a title, whatever it was.
std::string titled(const std::string& title, bool french) {
    const std::string head = french ? "Répétition : " : "Rehearsal: ";
    const bool fits = base::grapheme_count(head + title) <= title_graphemes_max;
    return fits ? head + title : head.substr(0, head.find_first_of(" :"));
}

}  // namespace

domain::Blueprint as_new(domain::Blueprint plan) {
    plan.title = titled(plan.title, plan.language == "fr");
    for (domain::Board& board : plan.boards) {
        board.placements.clear();
        board.crowd.clear();
        board.retired.clear();
    }
    for (domain::Phase& phase : plan.phases) {
        phase.status = domain::PhaseStatus::planned;
        phase.opened_at.reset();
        phase.ends_at.reset();
        phase.revealed = false;
        phase.ideas.reset();
        phase.round = 1;
        phase.repeats.reset();
        shown_at_once(phase.settings);
        on_all_ideas(phase.settings);
    }
    return plan;
}

Timetable timetable(std::size_t people, int seconds, std::size_t phases) noexcept {
    const auto all_ms = static_cast<base::Millis>(seconds) * 1'000;
    const auto wanted =
        static_cast<base::Millis>(static_cast<double>(people) * 1'000 / people_per_second);
    const auto most = static_cast<base::Millis>(static_cast<double>(all_ms) * arriving_share_max);
    const base::Millis arriving = std::clamp(wanted, arriving_ms_min, most);
    const auto parts = static_cast<base::Millis>(std::max<std::size_t>(phases, 1));
    return {arriving, (all_ms - arriving) / parts};
}

}  // namespace atelier::app::rehearsal

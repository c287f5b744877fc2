#include "app/rehearsal/mind.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "app/rehearsal/sentences.hpp"
#include "domain/limits.hpp"

namespace atelier::app::rehearsal {
namespace {

using domain::Command;

struct Pace {
    base::Millis least_ms, most_ms;
};

/// Phases in which a bot only reads have one, too: it looks up now and then.
Pace pace_of(const domain::PhaseSettings& settings) noexcept {
    if (std::holds_alternative<domain::CollectSettings>(settings)) return {8'000, 30'000};
    if (domain::vote_rules(settings)) return {2'000, 6'000};
    return {6'000, 20'000};
}

/// The one with the number that fits; the number alone if none does.
std::string numbered(std::string_view sentence, std::size_t number, std::size_t most) {
    std::string text = fmt::format("{} ({})", sentence, number);
    // Bytes are never fewer than characters.
    return text.size() <= most ? text : fmt::format("({})", number);
}

}  // namespace

std::size_t Mind::below(std::size_t count) {
    // The same everywhere, which the library's distributions are not.
    return static_cast<std::size_t>(chance_() % std::max<std::size_t>(count, 1));
}

base::Uuid Mind::fresh_id() {
    base::Uuid id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(chance_());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x40);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

void Mind::turn_to(const domain::Phase& phase, base::Millis now) {
    phase_ = phase.id;
    posted_ = 0;
    spent_ = 0;
    dots_.clear();
    cards_.clear();
    // Some know at once what they want.
    const Pace pace = pace_of(phase.settings);
    next_ = now + static_cast<base::Millis>(below(static_cast<std::size_t>(pace.most_ms)));
}

void Mind::think(base::Millis now, const domain::PhaseSettings& settings) {
    const Pace pace = pace_of(settings);
    const auto span = static_cast<std::size_t>(pace.most_ms - pace.least_ms);
    next_ = now + pace.least_ms + static_cast<base::Millis>(below(span));
}

std::optional<Command> Mind::wish(const Scene& scene, base::Millis now, std::size_t number) {
    if (!scene.open) return std::nullopt;
    const domain::Phase& phase = *scene.open;
    if (phase.id != phase_) turn_to(phase, now);
    if (now < next_) return std::nullopt;
    think(now, phase.settings);
    if (const auto* collect = std::get_if<domain::CollectSettings>(&phase.settings))
        return in_collect(*collect, scene, number);
    if (const auto* dots = std::get_if<domain::DotsSettings>(&phase.settings))
        return in_dots(*dots, scene);
    if (std::holds_alternative<domain::UsefulSettings>(phase.settings)) return in_useful();
    if (const auto rules = domain::vote_rules(phase.settings)) return in_vote(rules->method, scene);
    if (const auto* sort = std::get_if<domain::SortSettings>(&phase.settings))
        return in_sort(*sort, scene);
    return once(phase.settings, scene, number);
}

void Mind::hold(std::vector<domain::IdeaId> cards) { cards_ = std::move(cards); }

// Who has judged all cards asks for more, until there are none.
std::optional<Command> Mind::in_useful() {
    if (cards_.empty()) return domain::DrawCards{};
    const domain::IdeaId card = cards_.back();
    cards_.pop_back();
    return domain::CastVote{card, static_cast<domain::Judgement>(below(3))};
}

std::optional<Command> Mind::in_vote(domain::Method method, const Scene& scene) {
    if (scene.ideas.empty()) return std::nullopt;
    const domain::IdeaId& idea = scene.ideas[below(scene.ideas.size())];
    const auto score = [this] { return 1 + static_cast<int>(below(domain::scores_count)); };
    if (method == domain::Method::judgment)
        return domain::CastVote{idea, static_cast<int>(below(domain::grades_count))};
    if (method == domain::Method::impact_effort)
        return domain::CastVote{idea, domain::Scores{score(), score()}};
    return domain::CastVote{idea, domain::Answer{static_cast<domain::Consent>(below(2)), ""}};
}

// What a person says once in a phase.
std::optional<Command> Mind::once(const domain::PhaseSettings& settings, const Scene& scene,
                                  std::size_t number) {
    if (posted_ > 0) return std::nullopt;
    ++posted_;
    const auto choice = sentences(scene.language);
    const std::string_view sentence = choice[below(choice.size())];
    if (const auto* welcome = std::get_if<domain::WelcomeSettings>(&settings)) {
        if (!welcome->weather) return std::nullopt;
        return domain::ChooseWeather{static_cast<domain::Weather>(below(4))};
    }
    if (const auto* listen = std::get_if<domain::ListenSettings>(&settings))
        return domain::AskQuestion{numbered(sentence, number, listen->max_graphemes)};
    if (std::holds_alternative<domain::CommitSettings>(settings))
        return domain::MakeCommitment{
            {std::string(sentence), domain::Commits::individual, "", "", "", ""}};
    if (const auto* close = std::get_if<domain::CloseSettings>(&settings); close && close->roti)
        return domain::SayClosing{{1 + static_cast<int>(below(5)), "", false}};
    return std::nullopt;
}

std::optional<Command> Mind::in_collect(const domain::CollectSettings& settings, const Scene& scene,
                                        std::size_t number) {
    if (posted_ >= settings.max_per_person) return std::nullopt;
    if (number + 1 >= domain::limits::ideas_per_workshop_max) return std::nullopt;
    ++posted_;
    const auto choice = sentences(scene.language);
    const std::string_view sentence = choice[below(choice.size())];
    return domain::PostIdea{numbered(sentence, number, settings.max_graphemes), std::nullopt};
}

std::optional<Command> Mind::in_dots(const domain::DotsSettings& settings, const Scene& scene) {
    if (scene.ideas.empty()) return std::nullopt;
    const domain::IdeaId& idea = scene.ideas[below(scene.ideas.size())];
    int& dots = dots_[idea];
    // One in eight changes their mind about something.
    if (dots > 0 && below(8) == 0) {
        spent_ -= dots;
        dots = 0;
        return domain::CastVote{idea, 0};
    }
    if (spent_ >= settings.budget || dots >= settings.max_per_idea) return std::nullopt;
    ++spent_;
    return domain::CastVote{idea, ++dots};
}

std::optional<Command> Mind::in_sort(const domain::SortSettings& settings, const Scene& scene) {
    if (settings.mode != domain::SortMode::shared || scene.ideas.empty()) return std::nullopt;
    const auto board = std::ranges::find(scene.boards, settings.board, &domain::Board::id);
    if (board == scene.boards.end() || board->levers.empty()) return std::nullopt;
    const domain::LeverId& lever = board->levers[below(board->levers.size())].id;
    domain::SetPlacement move{settings.board, scene.ideas[below(scene.ideas.size())], lever, {}};
    move.keep_scale = true;
    return move;
}

std::optional<std::size_t> number_in(std::string_view text) noexcept {
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    const std::string_view digits = text.substr(open + 1, text.size() - open - 2);
    std::size_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace atelier::app::rehearsal

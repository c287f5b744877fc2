#include "report/voices.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace atelier::report {
namespace {

using domain::IdeaStatus;

std::string title_of(const domain::Workshop& workshop, const domain::PhaseId& id) {
    const domain::Phase* phase = workshop.phase(id);
    return phase ? phase->title : std::string{};
}

RotiSummary roti_of(const domain::Closings& closings) {
    RotiSummary out;
    std::size_t sum = 0;
    for (const auto& [who, closing] : closings) {
        if (!closing.roti) continue;
        ++out.counts.at(static_cast<std::size_t>(*closing.roti - 1));
        ++out.n;
        sum += static_cast<std::size_t>(*closing.roti);
    }
    if (out.n > 0) out.mean = static_cast<double>(sum) / static_cast<double>(out.n);
    return out;
}

}  // namespace

std::size_t Questions::to_be_answered() const noexcept {
    return static_cast<std::size_t>(std::ranges::count(told, false, &QuestionLine::answered));
}

Questions questions_told(const domain::Workshop& workshop) {
    Questions out;
    for (const domain::Question& one : workshop.questions) {
        out.hidden += one.status == IdeaStatus::hidden ? 1 : 0;
        out.pending += one.status == IdeaStatus::pending ? 1 : 0;
        if (one.status != IdeaStatus::published) continue;
        out.told.push_back({one.id, one.text, title_of(workshop, one.phase), one.supporters.size(),
                            one.answered, one.answer});
    }
    std::ranges::stable_sort(out.told, std::ranges::greater{}, &QuestionLine::supporters);
    return out;
}

std::size_t Commitments::collective() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(told, [](const CommitmentLine& one) {
        return one.promise.who == domain::Commits::collective;
    }));
}

Commitments commitments_told(const domain::Workshop& workshop) {
    Commitments out;
    for (const domain::Commitment& one : workshop.commitments) {
        if (one.status == IdeaStatus::published) out.told.push_back({one.id, one.promise});
        out.hidden += one.status == IdeaStatus::hidden ? 1 : 0;
    }
    return out;
}

std::vector<ClosingSummary> closings_told(const domain::Workshop& workshop) {
    std::vector<ClosingSummary> out;
    for (const domain::Phase& phase : workshop.plan.phases) {
        const auto* settings = std::get_if<domain::CloseSettings>(&phase.settings);
        if (!settings || !phase.opened_at) continue;
        const domain::Closings& closings = workshop.closings_of(phase.id);
        ClosingSummary one{phase.id, phase.title,      roti_of(closings), {},
                           0,        settings->action, settings->next};
        for (const auto& [who, closing] : closings) {
            if (closing.quote && !closing.sentence.empty()) {
                one.words.push_back(closing.sentence);
            } else if (!closing.sentence.empty()) {
                ++one.kept;
            }
        }
        std::ranges::sort(one.words);  // by nothing that has to do with who said them
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<WeatherSummary> weathers_told(const domain::Workshop& workshop) {
    std::vector<WeatherSummary> out;
    for (const domain::Phase& phase : workshop.plan.phases) {
        WeatherSummary one{phase.id, phase.title, {}, 0};
        for (const auto& [who, weather] : workshop.weathers_of(phase.id)) {
            ++one.counts.at(static_cast<std::size_t>(weather));
            ++one.n;
        }
        if (one.n > 0) out.push_back(std::move(one));
    }
    return out;
}

}  // namespace atelier::report

#include "report/favour.hpp"

#include <algorithm>
#include <variant>

namespace atelier::report {
namespace {

std::size_t size(int count) noexcept { return static_cast<std::size_t>(count); }

constexpr int grade_for_min = 3;
constexpr int impact_for_min = 4, impact_against_max = 2;

template <class Counts>
std::size_t from(const Counts& counts, int first) {
    int sum = 0;
    for (std::size_t i = size(first); i < counts.size(); ++i) sum += counts[i];
    return size(sum);
}

struct Counted {
    std::size_t yes, n;
};

struct Count {
    std::size_t ballots;
    Counted operator()(const domain::DotsTally& t) const {
        return {size(t.voters), std::max(ballots, size(t.voters))};
    }
    Counted operator()(const domain::UsefulTally& t) const {
        return {size(t.useful), size(t.useful + t.not_useful)};
    }
    Counted operator()(const domain::JudgmentTally& t) const {
        return {from(t.grades, grade_for_min), size(t.voters)};
    }
    Counted operator()(const domain::ImpactEffortTally& t) const {
        return {from(t.impact, impact_for_min - 1), size(t.voters)};
    }
    Counted operator()(const domain::ConsentTally& t) const {
        return {size(t.agree + t.reservation), size(t.voters)};
    }
    Counted operator()(const domain::PeopleTally& t) const {
        return {size(t.voters), std::max(ballots, size(t.voters))};
    }
};

struct Favour {
    int operator()(const domain::Dots& c) const noexcept { return c.dots > 0 ? 1 : 0; }
    int operator()(domain::Judgement c) const noexcept {
        if (c == domain::Judgement::pass) return 0;
        return c == domain::Judgement::useful ? 1 : -1;
    }
    int operator()(const domain::Grade& c) const noexcept {
        return c.grade >= grade_for_min ? 1 : -1;
    }
    int operator()(const domain::Scores& c) const noexcept {
        if (c.impact >= impact_for_min) return 1;
        return c.impact <= impact_against_max ? -1 : 0;
    }
    int operator()(const domain::Answer& c) const noexcept {
        return c.consent == domain::Consent::objection ? -1 : 1;
    }
};

}  // namespace

Share share_of(const domain::Tally& tally, std::size_t ballots) {
    const auto [yes, n] = std::visit(Count{ballots}, tally);
    return {yes, n, insight::wilson(yes, n)};
}

int favour(const domain::Choice& choice) noexcept { return std::visit(Favour{}, choice); }

}  // namespace atelier::report

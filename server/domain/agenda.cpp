#include "domain/agenda.hpp"

#include <array>

namespace atelier::domain {
namespace {

struct KindOf {
    PhaseKind operator()(const CollectSettings&) const noexcept { return PhaseKind::collect; }
    PhaseKind operator()(const SortSettings&) const noexcept { return PhaseKind::sort; }
    PhaseKind operator()(const WelcomeSettings&) const noexcept { return PhaseKind::welcome; }
    PhaseKind operator()(const ListenSettings&) const noexcept { return PhaseKind::listen; }
    PhaseKind operator()(const CommitSettings&) const noexcept { return PhaseKind::commit; }
    PhaseKind operator()(const CloseSettings&) const noexcept { return PhaseKind::close; }
    template <class Vote>
    PhaseKind operator()(const Vote&) const noexcept {
        return PhaseKind::vote;
    }
};

struct RulesOf {
    using Found = std::optional<VoteRules>;
    template <class Other>
    Found operator()(const Other&) const noexcept {
        return std::nullopt;
    }
    Found operator()(const DotsSettings& s) const noexcept { return found(Method::dots, s); }
    Found operator()(const UsefulSettings& s) const noexcept { return found(Method::useful, s); }
    Found operator()(const JudgmentSettings& s) const noexcept {
        return found(Method::judgment, s);
    }
    Found operator()(const ImpactEffortSettings& s) const noexcept {
        return found(Method::impact_effort, s);
    }
    Found operator()(const ConsentSettings& s) const noexcept { return found(Method::consent, s); }

  private:
    template <class Settings>
    static Found found(Method method, const Settings& settings) noexcept {
        return VoteRules{method, settings.hidden, &settings.ideas};
    }
};

}  // namespace

PhaseKind kind_of(const PhaseSettings& settings) noexcept { return std::visit(KindOf{}, settings); }

std::string_view word_of(PhaseKind kind) noexcept {
    constexpr std::array<std::string_view, 7> words{"collect", "sort",   "vote", "welcome",
                                                    "listen",  "commit", "close"};
    static_assert(words.size() == static_cast<std::size_t>(PhaseKind::close) + 1);
    return words[static_cast<std::size_t>(kind)];
}

std::optional<VoteRules> vote_rules(const PhaseSettings& settings) noexcept {
    return std::visit(RulesOf{}, settings);
}

}  // namespace atelier::domain

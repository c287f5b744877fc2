#include "insight/counsel.hpp"

#include <tuple>

#include "base/check.hpp"
#include "insight/dots.hpp"
#include "insight/group_tally.hpp"
#include "insight/hand_out.hpp"
#include "insight/impact_effort.hpp"
#include "insight/judgment.hpp"
#include "insight/useful.hpp"

namespace atelier::insight {
namespace {

using domain::IdeaId;
using Ideas = std::vector<const domain::Idea*>;

/// The counts of each idea; empty ones where there is none of the method.
template <class Counts>
std::vector<Counts> counts_of(const domain::Workshop& workshop, const domain::Phase& vote,
                              const Ideas& ideas) {
    std::vector<Counts> out(ideas.size());
    const domain::Votes* votes = workshop.votes_of(vote.id);
    const auto rules = vote_rules(vote.settings);
    if (!votes || !rules) return out;
    const auto tallies = group_tallies(workshop, *votes, ideas, rules->method);
    for (std::size_t i = 0; i < ideas.size(); ++i)
        if (const auto* counts = std::get_if<Counts>(&tallies[i])) out[i] = *counts;
    return out;
}

template <class Score, class Counts, class Make>
std::vector<Score> each(const std::vector<Counts>& tallies, Make make) {
    std::vector<Score> out;
    out.reserve(tallies.size());
    for (const Counts& counts : tallies) out.push_back(make(counts));
    return out;
}

std::size_t size(int count) noexcept { return static_cast<std::size_t>(count); }

template <std::size_t N>
std::array<std::size_t, N> sizes(const std::array<int, N>& counts) noexcept {
    std::array<std::size_t, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = size(counts[i]);
    return out;
}

std::vector<Place> by_scores(const std::vector<domain::ImpactEffortTally>& tallies) {
    using Score = std::tuple<bool, double, double>;
    const auto scores = each<Score>(tallies, [](const domain::ImpactEffortTally& counts) -> Score {
        const auto impact = spread(sizes(counts.impact)), effort = spread(sizes(counts.effort));
        if (!impact || !effort) return {false, 0.0, 0.0};
        return {true, impact->median, -effort->median};
    });
    return ranked(scores, [](const Score& a, const Score& b) { return a > b; });
}

std::vector<Place> by_consent(const std::vector<domain::ConsentTally>& tallies) {
    using Score = std::tuple<bool, int, int, int>;
    const auto scores = each<Score>(tallies, [](const domain::ConsentTally& counts) -> Score {
        return {counts.voters > 0, -counts.objection, -counts.reservation, counts.agree};
    });
    return ranked(scores, [](const Score& a, const Score& b) { return a > b; });
}

std::uint64_t seed_of(std::string_view text) noexcept {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

class Mathematics final : public domain::Counsel {
  public:
    domain::FirstIdeas first_of(const domain::Workshop& workshop, const domain::Phase& vote,
                                std::size_t n) const override {
        const Ideas ideas = ideas_in(workshop, vote);
        const Shortlist list = shortlist(rank_by(workshop, vote, ideas), n);
        domain::FirstIdeas out;
        for (const std::size_t item : list.in) out.in.push_back(ideas[item]->id);
        for (const std::size_t item : list.tied) out.tied.push_back(ideas[item]->id);
        out.places_left = list.places_left;
        return out;
    }

    std::vector<IdeaId> deal(const domain::Workshop& workshop, const domain::Phase& vote,
                             const domain::ParticipantId& person, std::size_t n) const override {
        const Ideas ideas = ideas_in(workshop, vote);
        const domain::Votes* votes = workshop.votes_of(vote.id);
        const auto shown = counts_of<domain::UsefulTally>(workshop, vote, ideas);
        std::vector<Card> deck;
        for (std::size_t i = 0; i < ideas.size(); ++i)
            deck.push_back(
                {ideas[i]->id.text, size(shown[i].shown),
                 ideas[i]->author == person || (votes && votes->handed(person, ideas[i]->id))});
        std::vector<IdeaId> out;
        for (const std::size_t card : hand_out(deck, seed_of(vote.id.text), person.text, n))
            out.push_back(ideas[card]->id);
        return out;
    }
};

}  // namespace

const domain::Counsel& counsel() noexcept {
    static const Mathematics mathematics;
    return mathematics;
}

std::vector<Place> rank_by(const domain::Workshop& workshop, const domain::Phase& vote,
                           const Ideas& ideas) {
    const auto rules = vote_rules(vote.settings);
    ATELIER_CHECK(rules.has_value());
    switch (rules->method) {
        case domain::Method::dots:
            return rank_dots(counts_of<domain::DotsTally>(workshop, vote, ideas));
        case domain::Method::useful:
            return rank_useful(
                each<UsefulTally>(counts_of<domain::UsefulTally>(workshop, vote, ideas),
                                  [](const domain::UsefulTally& c) {
                                      return UsefulTally{size(c.useful), size(c.not_useful),
                                                         size(c.pass), size(c.shown)};
                                  }));
        case domain::Method::judgment:
            return rank_judgment(
                each<GradeCounts>(counts_of<domain::JudgmentTally>(workshop, vote, ideas),
                                  [](const domain::JudgmentTally& c) { return sizes(c.grades); }));
        case domain::Method::impact_effort:
            return by_scores(counts_of<domain::ImpactEffortTally>(workshop, vote, ideas));
        case domain::Method::consent:
            break;
    }
    return by_consent(counts_of<domain::ConsentTally>(workshop, vote, ideas));
}

}  // namespace atelier::insight

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/ids.hpp"
#include "insight/words.hpp"

/// Which ideas say the same. Texts are compared by what they share of stems, of kindred words
/// (kindred.hpp) and of runs of three letters, the rare weighing more than the common: cosine of
/// vectors weighted by inverse document frequency. Sources: G. Salton, C. Buckley, Term-weighting
/// approaches in automatic text retrieval, Information Processing & Management 24 (1988), 513–523;
/// of the trigrams, W. B. Cavnar, J. M. Trenkle, N-gram-based text categorization, SDAIR 1994.
namespace atelier::insight {

/// A score from 0 to 1. 1 is the same words in any order and spelling.
struct Similar {
    domain::IdeaId id;
    double score = 0;
};

struct SimilarPair {
    domain::IdeaId one;
    domain::IdeaId other;
    double score = 0;
};

/// Offered to who is typing: few, and right.
inline constexpr double offered_from_score = 0.35;
/// Shown to a moderator as a pair to group: a wrong one costs a glance, a missed one is not found.
inline constexpr double paired_from_score = 0.25;

/// The ideas of one workshop, kept in step as they come, change and go. Reading is safe from several
/// threads at once, as long as nobody writes. Answers depend on the texts it holds, not on the order
/// in which they came (but for rounding). Units: none.
///
///     SimilarIdeas index(Language::french);
///     index.put({"a"}, "Éteindre l’éclairage public la nuit");
///     index.similar("Couper l'éclairage la nuit", 3, offered_from_score);
class SimilarIdeas {
  public:
    /// `language`: of texts that do not tell theirs.
    explicit SimilarIdeas(Language language) : language_(language) {}

    /// Adds an idea, or replaces the text it had.
    void put(const domain::IdeaId& id, std::string_view text);
    void remove(const domain::IdeaId& id);
    [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }

    /// The most similar ones, best first, at most `count`, none below `from_score`.
    [[nodiscard]] std::vector<Similar> similar(std::string_view text, std::size_t count,
                                               double from_score) const;
    /// The same for an idea it holds, without itself; nothing for one it does not.
    [[nodiscard]] std::vector<Similar> similar_to(const domain::IdeaId& id, std::size_t count,
                                                  double from_score) const;
    /// Every pair at or above `from_score`, best first, each once; `one` is the smaller id.
    [[nodiscard]] std::vector<SimilarPair> pairs(double from_score) const;

  private:
    using Feature = std::uint32_t;
    struct Text {
        domain::IdeaId id;              ///< empty: a place that is free
        std::vector<Feature> features;  ///< ascending
        int direction = 0;
    };
    struct Known {
        float kind_weight = 1;
        std::vector<std::uint32_t> places;  ///< of the texts that have it
    };
    struct Query;

    using Scored = std::pair<double, std::uint32_t>;  ///< score, place
    [[nodiscard]] std::vector<Scored> scored(const Query& query, double from_score) const;
    [[nodiscard]] std::vector<Similar> best(const Query& query, std::size_t count,
                                            double from_score, const domain::IdeaId& but) const;
    [[nodiscard]] double square(Feature feature) const;
    [[nodiscard]] double length2(const std::vector<Feature>& features) const;

    Language language_;
    std::unordered_map<std::string, Feature> names_;
    std::vector<Known> known_;
    std::vector<Text> texts_;
    std::vector<double> logs_;  ///< of 0, 1, 2 …; long enough for what is held
    std::vector<std::uint32_t> free_;
    std::unordered_map<domain::IdeaId, std::uint32_t> places_;
};

}  // namespace atelier::insight

#include "insight/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "insight/features.hpp"

namespace atelier::insight {
namespace {

/// What is left of the score of two texts that want the opposite: even with the same words they stay
/// below what is shown.
constexpr double opposed_factor = 0.2;
static_assert(opposed_factor < paired_from_score && opposed_factor < offered_from_score);

constexpr auto all_texts = std::numeric_limits<std::uint32_t>::max();

}  // namespace

/// A text as it is compared with others.
struct SimilarIdeas::Query {
    std::vector<Feature> features;  ///< known ones, ascending
    int direction = 0;
    double length2 = 0;                ///< square of the vector's length, unknown features included
    std::uint32_t before = all_texts;  ///< only texts at smaller places are looked at
};

/// Of the weight, which is that of its kind times the logarithm of how rare a feature is.
double SimilarIdeas::square(Feature feature) const {
    const Known& known = known_[feature];
    const std::size_t having = known.places.size() + 1;
    // log(1 + others / having), from a table: this is asked some hundred thousand times a query.
    const double rarity = logs_[having + places_.size() + 1] - logs_[having];
    const double weight = known.kind_weight * rarity;
    return weight * weight;
}

double SimilarIdeas::length2(const std::vector<Feature>& features) const {
    double sum = 0;
    for (const Feature feature : features) sum += square(feature);
    return sum;
}

void SimilarIdeas::put(const domain::IdeaId& id, std::string_view text) {
    remove(id);
    const Features found = features(text, language_);
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(texts_.size()));
        texts_.emplace_back();
    }
    const std::uint32_t place = free_.back();
    free_.pop_back();
    while (logs_.size() < 2 * texts_.size() + 3)
        logs_.push_back(std::log(static_cast<double>(logs_.size())));
    Text& entry = texts_[place];
    entry = {id, {}, found.direction};
    for (const auto& [name, kind_weight] : found.weights) {
        const auto [at, fresh] = names_.try_emplace(name, static_cast<Feature>(known_.size()));
        if (fresh) known_.push_back({kind_weight, {}});
        known_[at->second].places.push_back(place);
        entry.features.push_back(at->second);
    }
    std::ranges::sort(entry.features);
    places_[id] = place;
}

void SimilarIdeas::remove(const domain::IdeaId& id) {
    const auto at = places_.find(id);
    if (at == places_.end()) return;
    const std::uint32_t place = at->second;
    for (const Feature feature : texts_[place].features) std::erase(known_[feature].places, place);
    texts_[place] = {};
    free_.push_back(place);
    places_.erase(at);
}

std::vector<SimilarIdeas::Scored> SimilarIdeas::scored(const Query& query,
                                                       double from_score) const {
    const std::size_t end = std::min<std::size_t>(texts_.size(), query.before);
    std::vector<double> shared(end);
    for (const Feature feature : query.features) {
        const double weight2 = square(feature);
        for (const std::uint32_t place : known_[feature].places)
            if (place < end) shared[place] += weight2;
    }
    std::vector<Scored> out;
    const double least = from_score * from_score * query.length2;
    for (std::uint32_t place = 0; place < end; ++place) {
        // A text is at least as long as what it shares, so that most need not be measured.
        if (shared[place] <= 0 || shared[place] < least) continue;
        const Text& text = texts_[place];
        double score =
            std::min(1.0, shared[place] / std::sqrt(length2(text.features) * query.length2));
        if (text.direction * query.direction < 0) score *= opposed_factor;
        if (score >= from_score) out.emplace_back(score, place);
    }
    return out;
}

std::vector<Similar> SimilarIdeas::best(const Query& query, std::size_t count, double from_score,
                                        const domain::IdeaId& but) const {
    std::vector<Similar> out;
    for (const auto& [score, place] : scored(query, from_score))
        if (texts_[place].id != but) out.push_back({texts_[place].id, score});
    std::ranges::sort(out, [](const Similar& a, const Similar& b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    if (out.size() > count) out.resize(count);
    return out;
}

std::vector<Similar> SimilarIdeas::similar(std::string_view text, std::size_t count,
                                           double from_score) const {
    const Features found = features(text, language_);
    std::vector<Feature> known;
    double unknown2 = 0;
    for (const auto& [name, kind_weight] : found.weights) {
        if (const auto at = names_.find(name); at != names_.end()) {
            known.push_back(at->second);
        } else {
            const double rarity = std::log(2 + static_cast<double>(places_.size()));
            unknown2 += kind_weight * kind_weight * rarity * rarity;
        }
    }
    std::ranges::sort(known);
    const double length = length2(known) + unknown2;
    return best({std::move(known), found.direction, length}, count, from_score, {});
}

std::vector<Similar> SimilarIdeas::similar_to(const domain::IdeaId& id, std::size_t count,
                                              double from_score) const {
    const auto at = places_.find(id);
    if (at == places_.end()) return {};
    const Text& text = texts_[at->second];
    return best({text.features, text.direction, length2(text.features)}, count, from_score, id);
}

std::vector<SimilarPair> SimilarIdeas::pairs(double from_score) const {
    std::vector<SimilarPair> out;
    for (const auto& [id, place] : places_) {
        const Text& text = texts_[place];
        const Query query{text.features, text.direction, length2(text.features), place};
        for (const auto& [score, other] : scored(query, from_score)) {
            const auto& [first, second] = std::minmax(id, texts_[other].id);
            out.push_back({first, second, score});
        }
    }
    std::ranges::sort(out, [](const SimilarPair& a, const SimilarPair& b) {
        if (a.score != b.score) return a.score > b.score;
        return std::tie(a.one, a.other) < std::tie(b.one, b.other);
    });
    return out;
}

}  // namespace atelier::insight

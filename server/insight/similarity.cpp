#include "insight/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "insight/features.hpp"

namespace atelier::insight {

namespace {

/// What is left of the score of two texts that want the opposite: even with the same words they stay
/// below what is shown.
constexpr double opposed_factor = 0.2;
static_assert(opposed_factor < paired_from_score && opposed_factor < offered_from_score);

}  // namespace

/// A text as it is compared with all others.
struct SimilarIdeas::Query {
    std::vector<Feature> features;  ///< known ones, ascending
    double length2 = 0;             ///< square of the vector's length, unknown features included
    int direction = 0;
};

/// Times its kind, the logarithm of how rare a feature is.
double SimilarIdeas::weight(Feature feature) const {
    const Known& known = known_[feature];
    const double others = static_cast<double>(places_.size() + 1);
    const double rarity = std::log(1 + others / static_cast<double>(known.places.size() + 1));
    return known.kind_weight * rarity;
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

SimilarIdeas::Query SimilarIdeas::ask(const std::vector<Feature>& features, int direction) const {
    Query query{features, 0, direction};
    for (const Feature feature : features) query.length2 += weight(feature) * weight(feature);
    return query;
}

std::vector<std::pair<double, std::uint32_t>> SimilarIdeas::scored(const Query& query,
                                                                   double from_score) const {
    std::vector<double> shared(texts_.size());
    for (const Feature feature : query.features) {
        const double square = weight(feature) * weight(feature);
        for (const std::uint32_t place : known_[feature].places) shared[place] += square;
    }
    std::vector<std::pair<double, std::uint32_t>> out;
    for (std::uint32_t place = 0; place < shared.size(); ++place) {
        // A text is at least as long as what it shares, so that most need not be measured.
        if (shared[place] <= 0 || std::sqrt(shared[place] / query.length2) < from_score) continue;
        double length2 = 0;
        for (const Feature feature : texts_[place].features)
            length2 += weight(feature) * weight(feature);
        double score = std::min(1.0, shared[place] / std::sqrt(length2 * query.length2));
        if (texts_[place].direction * query.direction < 0) score *= opposed_factor;
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
    Query query = ask(known, found.direction);
    query.length2 += unknown2;
    return best(query, count, from_score, {});
}

std::vector<Similar> SimilarIdeas::similar_to(const domain::IdeaId& id, std::size_t count,
                                              double from_score) const {
    const auto at = places_.find(id);
    if (at == places_.end()) return {};
    const Text& text = texts_[at->second];
    return best(ask(text.features, text.direction), count, from_score, id);
}

std::vector<SimilarPair> SimilarIdeas::pairs(double from_score) const {
    std::vector<SimilarPair> out;
    for (const auto& [id, place] : places_)
        for (const auto& match : similar_to(id, texts_.size(), from_score))
            if (id < match.id) out.push_back({id, match.id, match.score});
    std::ranges::sort(out, [](const SimilarPair& a, const SimilarPair& b) {
        if (a.score != b.score) return a.score > b.score;
        return std::tie(a.one, a.other) < std::tie(b.one, b.other);
    });
    return out;
}

}  // namespace atelier::insight

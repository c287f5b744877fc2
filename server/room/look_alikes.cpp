#include "room/look_alikes.hpp"

#include <algorithm>

#include "room/limits.hpp"

namespace atelier::room {

using namespace domain;

namespace {

constexpr std::size_t offered_max = 3;
/// Some of the nearest may not be published: so many are looked at.
constexpr std::size_t looked_at_max = 12;

insight::Language language_of(const Workshop& workshop) {
    return workshop.plan.language == "en" ? insight::Language::english : insight::Language::french;
}

bool held(const Idea& idea) noexcept {
    return !idea.erased &&
           (idea.status == IdeaStatus::published || idea.status == IdeaStatus::pending);
}

/// The idea whose text or status an event changes; nullptr if it changes none.
struct Changed {
    const IdeaId* operator()(const IdeaPosted& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaEdited& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaReworded& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaWithdrawn& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaHidden& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaPublished& e) const { return &e.idea; }
    const IdeaId* operator()(const IdeaErased& e) const { return &e.idea; }
    template <class Other>
    const IdeaId* operator()(const Other&) const {
        return nullptr;
    }
};

}  // namespace

LookAlikes::LookAlikes(const Workshop& workshop) : index_(language_of(workshop)) {
    for (const Idea& idea : workshop.ideas)
        if (held(idea)) index_.put(idea.id, idea.text);
}

void LookAlikes::see(const Workshop& workshop, const Event& event) {
    if (const IdeaId* id = std::visit(Changed{}, event)) update(workshop, *id);
    if (const auto* erased = std::get_if<ParticipantErased>(&event))
        for (const Idea& idea : workshop.ideas)
            if (idea.author == erased->participant) update(workshop, idea.id);
}

void LookAlikes::update(const Workshop& workshop, const IdeaId& id) {
    const Idea& idea = *workshop.idea(id);
    held(idea) ? index_.put(id, idea.text) : index_.remove(id);
    all_pairs_.reset();
}

std::vector<IdeaId> LookAlikes::offered(const Workshop& workshop, std::string_view text) const {
    std::vector<IdeaId> out;
    for (const auto& near : index_.similar(text, looked_at_max, insight::offered_from_score)) {
        const IdeaId id = workshop.standing_for(near.id);
        const bool shown = domain::shown(workshop, *workshop.idea(id));
        if (shown && std::ranges::find(out, id) == out.end()) out.push_back(id);
        if (out.size() == offered_max) break;
    }
    return out;
}

std::optional<IdeaId> LookAlikes::nearest(std::string_view text) const {
    const auto found = index_.similar(text, 1, insight::offered_from_score);
    return found.empty() ? std::nullopt : std::optional(found.front().id);
}

std::vector<insight::SimilarPair> LookAlikes::pairs(const Workshop& workshop) const {
    if (!all_pairs_) all_pairs_ = index_.pairs(insight::paired_from_score);
    std::vector<insight::SimilarPair> out;
    for (const insight::SimilarPair& pair : *all_pairs_) {
        const Idea& one = *workshop.idea(pair.one);
        const Idea& other = *workshop.idea(pair.other);
        const bool shown =
            one.status == IdeaStatus::published && other.status == IdeaStatus::published;
        const bool apart = workshop.standing_for(one.id) != workshop.standing_for(other.id);
        if (shown && apart && !workshop.dismissed.contains(std::minmax(pair.one, pair.other)))
            out.push_back(pair);
        if (out.size() == limits::pairs_max) break;
    }
    return out;
}

}  // namespace atelier::room

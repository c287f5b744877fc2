#include "report/participation.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "report/results.hpp"

namespace atelier::report {
namespace {

using domain::ParticipantId;

/// By whom how many ideas were posted, whatever became of them.
std::unordered_map<ParticipantId, std::size_t> posts_by_author(const domain::Workshop& workshop) {
    std::unordered_map<ParticipantId, std::size_t> out;
    for (const domain::Idea& idea : workshop.ideas)
        if (idea.author) ++out[*idea.author];
    return out;
}

HowTheyTookPart how(const domain::Workshop& workshop,
                    const std::unordered_map<ParticipantId, std::size_t>& posts) {
    std::unordered_set<ParticipantId> voters;
    for (const auto& [phase, votes] : workshop.votes)
        for (const auto& [voter, ballot] : votes.ballots) voters.insert(voter);
    HowTheyTookPart out;
    for (const auto& [id, person] : workshop.participants) {
        const bool posted = posts.contains(id), voted = voters.contains(id);
        ++(posted && voted ? out.posted_and_voted
           : posted        ? out.posted_only
           : voted         ? out.voted_only
                           : out.neither);
    }
    return out;
}

std::optional<Exposure> exposure_of(const domain::Workshop& workshop, const domain::Phase& phase) {
    const auto result = vote_result(workshop, phase);
    if (!result || result->method != domain::Method::useful) return std::nullopt;
    Exposure out{result->title, result->round, {}, {}};
    std::vector<std::size_t> counts;
    for (const RankedResult& one : result->ranking) {
        const auto& tally = std::get<domain::UsefulTally>(one.tally);
        out.ideas.push_back({one.idea, one.text, static_cast<std::size_t>(tally.shown),
                             static_cast<std::size_t>(tally.voters)});
        counts.push_back(out.ideas.back().shown);
    }
    const auto even = insight::evenness(std::move(counts));
    if (!even || even->sum == 0) return std::nullopt;
    out.shown = *even;
    std::ranges::stable_sort(out.ideas, {}, &ShownIdea::shown);
    return out;
}

std::vector<Slice> posts_of(const domain::Workshop& workshop) {
    Timeline timeline;
    for (const domain::Idea& idea : workshop.ideas) timeline.post(idea.at);
    return timeline.slices();
}

}  // namespace

Participation participation(const domain::Workshop& workshop, const Timeline* timeline) {
    const auto posts = posts_by_author(workshop);
    Participation out;
    out.how = how(workshop, posts);
    std::vector<std::size_t> counts;
    for (const auto& [author, count] : posts) counts.push_back(count);
    out.ideas_per_author = insight::evenness(std::move(counts));
    for (const domain::Phase& phase : workshop.plan.phases)
        if (auto one = exposure_of(workshop, phase)) out.exposure.push_back(std::move(*one));
    out.votes_timed = timeline && !timeline->empty();
    out.timeline = out.votes_timed ? timeline->slices() : posts_of(workshop);
    return out;
}

}  // namespace atelier::report

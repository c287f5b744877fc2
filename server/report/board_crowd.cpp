// How a crowd sorted a board, each person for themselves.
#include <algorithm>
#include <map>
#include <set>

#include "report/boards.hpp"
#include "wire/resting.hpp"

namespace atelier::report {
namespace {

ContestedCard contested_card(const domain::Board& board, const domain::Idea& idea,
                             const wire::Resting& resting) {
    std::map<std::string, std::size_t> people;
    for (const auto& [place, count] : resting.places) {
        const domain::Lever* lever = place.lever ? board.lever(*place.lever) : nullptr;
        people[lever ? lever->name : ""] += count;
    }
    ContestedCard out{idea.id, idea.text, *resting.crowd, {people.begin(), people.end()}};
    std::ranges::stable_sort(out.levers, std::ranges::greater{},
                             &std::pair<std::string, std::size_t>::second);
    return out;
}

}  // namespace

std::optional<CrowdSummary> crowd_summary(const BoardSources& sources, const domain::Board& board) {
    CrowdSummary out;
    std::set<domain::ParticipantId> people;
    for (const domain::Idea* idea : sources.ideas) {
        const auto resting = wire::resting(board, idea->id);
        if (!resting || !resting->crowd || resting->crowd->people == 0) continue;
        for (const auto& [who, place] : *board.crowd_of(idea->id)) people.insert(who);
        ++out.cards;
        out.agreement += resting->crowd->agreement;
        out.ties += resting->crowd->place ? 0 : 1;
        if (resting->crowd->contested)
            out.contested.push_back(contested_card(board, *idea, *resting));
    }
    if (out.cards == 0) return std::nullopt;
    out.people = people.size();
    out.agreement /= static_cast<double>(out.cards);
    std::ranges::stable_sort(out.contested, {},
                             [](const ContestedCard& one) { return one.crowd.agreement; });
    return out;
}

}  // namespace atelier::report

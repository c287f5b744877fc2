#include "report/imports/stand_ins.hpp"

#include <algorithm>
#include <limits>

namespace atelier::report::imports {

using domain::ParticipantId;

namespace {

// More than any number of people, so that an affiliation weighs more than all the rest.
constexpr int suits = 100'000;
constexpr int merit_max = 3;
// An export names an affiliation in a vote from five people on.
constexpr std::size_t unnamed_max = 4;

/// Who is to vote and has not yet comes first, so that all of them get their turn; who was only
/// handed cards is rather somebody who does not vote at all.
int merit(bool votes, bool voter, bool has_ballot) {
    if (!has_ballot) return votes ? 2 : 3;
    return !votes ? 0 : voter ? 2 : 3;
}

}  // namespace

StandIns::StandIns(std::size_t joined,
                   const std::vector<std::pair<domain::AffiliationId, std::size_t>>& of) {
    for (std::size_t i = 1; i <= joined; ++i)
        people_.push_back({ParticipantId{"p" + std::to_string(i)}, std::nullopt});
    std::size_t next = 0;
    for (const auto& [affiliation, count] : of)
        for (std::size_t i = 0; i < count && next < people_.size(); ++i)
            people_[next++].label = affiliation;
}

std::optional<ParticipantId> StandIns::author(const std::string& number, const Label& label) {
    if (const auto known = authors_.find(number); known != authors_.end())
        return people_[known->second].id;
    const auto free = [](const Person& person) { return !person.author; };
    auto found = std::ranges::find_if(
        people_, [&](const Person& person) { return free(person) && person.label == label; });
    if (found == people_.end()) found = std::ranges::find_if(people_, free);
    if (found == people_.end()) return std::nullopt;
    found->author = true;
    authors_[number] = static_cast<std::size_t>(found - people_.begin());
    return found->id;
}

std::map<StandIns::Label, StandIns::Kind> StandIns::kinds(const Ballots& ballots) const {
    std::map<Label, Kind> out;
    for (const Person& person : people_) {
        ++out[person.label].people;
        out[person.label].authors += person.author ? 1 : 0;
    }
    for (const auto& [vote, by_label] : ballots)
        for (const auto& [label, count] : by_label) {
            // A row that names none may be of anybody whom the vote does not name.
            std::size_t elsewhere = 0;
            for (auto& [other, kind] : out) {
                if (label || !other || by_label.contains(other)) continue;
                const std::size_t fit = std::min(count, out[label].people);
                const std::size_t some =
                    spread_ ? std::min({count, kind.people, unnamed_max}) : count - fit;
                kind.voters_max += some;
                elsewhere += some;
            }
            Kind& kind = out[label];
            const std::size_t own = label ? count : std::min(count, kind.people);
            const std::size_t least = spread_ ? own - std::min(own, elsewhere) : own;
            kind.voters_min = std::max(kind.voters_min, least);
            kind.voters_max += own;
        }
    return out;
}

void StandIns::choose_voters(std::map<Label, Kind>& all, std::size_t wanted, std::size_t both) {
    std::size_t possible = 0;
    for (auto& [label, kind] : all) {
        kind.voters = kind.voters_min;
        wanted -= std::min(wanted, kind.voters);
        possible += std::min(kind.authors, kind.voters);
    }
    for (; wanted > 0; --wanted) {
        Kind* best = nullptr;
        bool best_fits = false;
        for (auto& [label, kind] : all) {
            if (kind.voters >= kind.voters_max) continue;
            const bool author = kind.authors > kind.voters;
            const bool fits = author == (possible < both);
            if (!best || (fits && !best_fits)) best = &kind;
            best_fits = best_fits || fits;
        }
        if (!best) return;
        possible += best->authors > best->voters ? 1 : 0;
        ++best->voters;
    }
}

std::map<StandIns::Label, StandIns::Kind> StandIns::voters_of(const Totals& totals,
                                                              const Ballots& ballots) const {
    auto all = kinds(ballots);
    std::size_t authors = 0;
    for (auto& [label, kind] : all) {
        kind.voters_min = std::min(kind.voters_min, kind.people);
        kind.voters_max = std::min(kind.voters_max, kind.people);
        authors += kind.authors;
    }
    const std::size_t active = authors + totals.ever_voted;
    std::size_t both = active - std::min(active, totals.took_part);
    choose_voters(all, totals.ever_voted, both);
    for (auto& [label, kind] : all) {
        const std::size_t sum = kind.authors + kind.voters;
        kind.both = sum - std::min(sum, kind.people);
        kind.both_max = std::min(kind.authors, kind.voters);
        both -= std::min(both, kind.both);
    }
    for (auto& [label, kind] : all) {
        const std::size_t more = std::min(both, kind.both_max - std::min(kind.both_max, kind.both));
        kind.both += more;
        both -= more;
    }
    return all;
}

void StandIns::expect(const Totals& totals, const Ballots& ballots) {
    const auto take_part = [](const std::map<Label, Kind>& all) {
        std::size_t out = 0;
        for (const auto& [label, kind] : all) out += kind.authors + kind.voters - kind.both;
        return out;
    };
    auto all = voters_of(totals, ballots);
    if (take_part(all) != totals.took_part) {
        spread_ = true;
        auto other = voters_of(totals, ballots);
        spread_ = take_part(other) == totals.took_part;
        if (spread_) all = std::move(other);
    }
    for (Person& person : people_) {
        Kind& kind = all[person.label];
        std::size_t others = kind.voters - std::min(kind.voters, kind.both);
        std::size_t& left = person.author ? kind.both : others;
        person.votes = left > 0;
        if (!person.votes) continue;
        --kind.voters;
        if (person.author) --kind.both;
    }
}

std::optional<ParticipantId> StandIns::voter(const domain::PhaseId& vote, const Label& label,
                                             bool has_ballot,
                                             const std::set<domain::AffiliationId>& named_in_vote) {
    std::set<std::size_t>& taken = taken_[vote];
    std::optional<std::size_t> best;
    int most = std::numeric_limits<int>::min();
    auto& unnamed = unnamed_[vote];
    for (std::size_t i = 0; i < people_.size(); ++i) {
        if (taken.contains(i)) continue;
        const Person& person = people_[i];
        int value = merit(person.votes, person.voter, has_ballot);
        if (label) {
            value += person.label == label ? suits : 0;
        } else if (!person.label) {
            value += suits;
        } else if (!named_in_vote.contains(*person.label)) {
            // Spread, so that no affiliation becomes so many here that an export would name it.
            const int here = unnamed[*person.label];
            const bool chosen = spread_ && person.votes && here < static_cast<int>(unnamed_max);
            value += chosen ? suits : suits / 2 - 10 * here;
        }
        if (value > most) {
            most = value;
            best = i;
        }
        if (value == suits + merit_max) break;
    }
    if (!best) return std::nullopt;
    taken.insert(*best);
    Person& person = people_[*best];
    if (!label && person.label) ++unnamed[*person.label];
    person.voter = person.voter || has_ballot;
    return person.id;
}

std::vector<ParticipantId> StandIns::some(std::size_t count) const {
    std::vector<ParticipantId> out;
    for (const bool active : {true, false})
        for (const Person& person : people_)
            if (out.size() < count && (person.author || person.voter) == active)
                out.push_back(person.id);
    return out;
}

void StandIns::put_into(domain::Workshop& workshop) const {
    for (const Person& person : people_)
        workshop.participants[person.id] = {person.id, "", person.label};
}

}  // namespace atelier::report::imports

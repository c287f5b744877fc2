#include "report/imports/stand_ins.hpp"

#include <algorithm>
#include <limits>

namespace atelier::report::imports {

using domain::ParticipantId;

namespace {

// More than any number of people, so that an affiliation weighs more than all the rest.
constexpr int suits = 100'000;
constexpr int merit_max = 3;

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
            Kind& kind = out[label];
            const std::size_t own = label ? count : std::min(count, kind.people);
            kind.voters_min = std::max(kind.voters_min, own);
            kind.voters_max += own;
            // Too few of no told affiliation: the others are of those that the vote does not name.
            for (auto& [other, more] : out)
                if (!by_label.contains(other)) more.voters_max += count - own;
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

void StandIns::expect(const Totals& totals, const Ballots& ballots) {
    auto all = kinds(ballots);
    const auto spread = [&all](std::size_t wanted, auto least, auto most, auto chosen) {
        for (auto& [label, kind] : all) {
            kind.*chosen = kind.*least;
            wanted -= std::min(wanted, kind.*least);
        }
        for (auto& [label, kind] : all) {
            const std::size_t more =
                std::min(wanted, kind.*most - std::min(kind.*most, kind.*least));
            kind.*chosen += more;
            wanted -= more;
        }
    };
    for (auto& [label, kind] : all) {
        kind.voters_min = std::min(kind.voters_min, kind.people);
        kind.voters_max = std::min(kind.voters_max, kind.people);
    }
    std::size_t authors = 0;
    for (const auto& [label, kind] : all) authors += kind.authors;
    choose_voters(
        all, totals.ever_voted,
        authors + totals.ever_voted - std::min(authors + totals.ever_voted, totals.took_part));
    for (auto& [label, kind] : all) {
        const std::size_t both = kind.authors + kind.voters;
        kind.both_min = both - std::min(both, kind.people);
        kind.both_max = std::min(kind.authors, kind.voters);
    }
    const std::size_t active = authors + totals.ever_voted;
    spread(active - std::min(active, totals.took_part), &Kind::both_min, &Kind::both_max,
           &Kind::both);
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
            value += suits / 2 - 10 * unnamed[*person.label];
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

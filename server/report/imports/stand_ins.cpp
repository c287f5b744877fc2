#include "report/imports/stand_ins.hpp"

#include <algorithm>
#include <limits>

namespace atelier::report::imports {

using domain::ParticipantId;

namespace {

// More than any number of people, so that an affiliation weighs more than all the rest.
constexpr int suits = 100'000;
constexpr int merit_max = 4;

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
    ++active_;
    authors_[number] = static_cast<std::size_t>(found - people_.begin());
    return found->id;
}

/// How well a person takes the next place in a vote; the most is taken. While people are still to
/// become voters, new ones are: first such as have done nothing yet, as long as more are to have
/// taken part; then authors. When all are voters, one of them.
int StandIns::merit(const Person& person, bool has_ballot) const {
    if (!has_ballot) return person.voter ? 1 : person.author ? 2 : 3;  // was only handed cards
    const bool wants_new = voters_ < totals_.ever_voted;
    const bool wants_idle = active_ < totals_.took_part;
    if (person.voter) return wants_new ? 1 : 4;
    if (!wants_new) return person.author ? 1 : 0;
    if (person.author) return wants_idle ? 2 : 4;
    return wants_idle ? 4 : 0;
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
        int value = merit(person, has_ballot);
        if (label) {
            value += person.label == label ? suits : 0;
        } else if (!person.label) {
            value += suits;
        } else if (!named_in_vote.contains(*person.label)) {
            // Spread, so that no affiliation becomes so many here that an export would name it.
            value += suits / 2 - unnamed[*person.label];
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
    if (has_ballot) {
        voters_ += person.voter ? 0 : 1;
        active_ += person.voter || person.author ? 0 : 1;
        person.voter = true;
    }
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

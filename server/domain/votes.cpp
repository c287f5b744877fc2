#include "domain/votes.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace atelier::domain {
namespace {

/// Adds a choice to a tally of its method, or takes it away (by: 1 or −1).
struct Count {
    Tally& tally;
    int by;

    void operator()(const Dots& c) const {
        auto& counts = of<DotsTally>();
        counts.dots += by * c.dots;
    }
    void operator()(const Judgement& c) const {
        auto& counts = of<UsefulTally>();
        auto& count = c == Judgement::useful       ? counts.useful
                      : c == Judgement::not_useful ? counts.not_useful
                                                   : counts.pass;
        count += by;
    }
    void operator()(const Grade& c) const {
        of<JudgmentTally>().grades.at(static_cast<std::size_t>(c.grade)) += by;
    }
    void operator()(const Scores& c) const {
        auto& counts = of<ImpactEffortTally>();
        counts.impact.at(static_cast<std::size_t>(c.impact - 1)) += by;
        counts.effort.at(static_cast<std::size_t>(c.effort - 1)) += by;
    }
    void operator()(const Answer& c) const {
        auto& counts = of<ConsentTally>();
        auto& count = c.consent == Consent::agree         ? counts.agree
                      : c.consent == Consent::reservation ? counts.reservation
                                                          : counts.objection;
        count += by;
    }

  private:
    /// The counts of this method, and one person more or less among its voters.
    template <class Counts>
    Counts& of() const {
        ATELIER_CHECK(std::holds_alternative<Counts>(tally));
        auto& counts = std::get<Counts>(tally);
        counts.voters += by;
        ATELIER_CHECK(counts.voters >= 0);
        return counts;
    }
};

Method method_of(const Choice& choice) noexcept { return static_cast<Method>(choice.index()); }

/// Compares two choices of one method.
struct Stronger {
    bool operator()(const Dots& a, const Dots& b) const noexcept { return a.dots > b.dots; }
    bool operator()(const Judgement& a, const Judgement& b) const noexcept { return a < b; }
    bool operator()(const Grade& a, const Grade& b) const noexcept { return a.grade > b.grade; }
    bool operator()(const Scores& a, const Scores& b) const noexcept {
        return a.impact != b.impact ? a.impact > b.impact : a.effort < b.effort;
    }
    bool operator()(const Answer& a, const Answer& b) const noexcept {
        return a.consent > b.consent;
    }
    template <class A, class B>
    bool operator()(const A&, const B&) const noexcept {
        return false;  // a vote has one method
    }
};

using Tallies = std::unordered_map<IdeaId, Tally>;

void count_in(Tallies& tallies, const IdeaId& idea, const Choice& choice) {
    const auto at = tallies.try_emplace(idea, no_votes(method_of(choice))).first;
    count(at->second, choice);
}

void show_in(Tallies& tallies, const IdeaId& idea) {
    const auto at = tallies.try_emplace(idea, UsefulTally{}).first;
    ATELIER_CHECK(std::holds_alternative<UsefulTally>(at->second));
    std::get<UsefulTally>(at->second).shown += 1;
}

bool nothing(const Tally& tally) noexcept {
    const auto* useful = std::get_if<UsefulTally>(&tally);
    return voters_of(tally) == 0 && !(useful && useful->shown > 0);
}

}  // namespace

bool chosen(const Choice& choice) noexcept {
    const auto* dots = std::get_if<Dots>(&choice);
    return !dots || dots->dots > 0;
}

bool stronger(const Choice& a, const Choice& b) noexcept { return std::visit(Stronger{}, a, b); }

Tally no_votes(Method method) {
    switch (method) {
        case Method::dots:
            break;
        case Method::useful:
            return UsefulTally{};
        case Method::judgment:
            return JudgmentTally{};
        case Method::impact_effort:
            return ImpactEffortTally{};
        case Method::consent:
            return ConsentTally{};
    }
    return DotsTally{};
}

void count(Tally& tally, const Choice& choice) { std::visit(Count{tally, 1}, choice); }

int voters_of(const Tally& tally) noexcept {
    return std::visit([](const auto& counts) { return counts.voters; }, tally);
}

void Votes::set(const ParticipantId& voter, const IdeaId& idea, const Choice& choice) {
    const auto* dots = std::get_if<Dots>(&choice);
    ATELIER_CHECK(!dots || dots->dots >= 0);
    clear(voter, idea);
    if (!chosen(choice)) return;
    count_in(tallies, idea, choice);
    ballots[voter].insert_or_assign(idea, choice);
}

void Votes::clear(const ParticipantId& voter, const IdeaId& idea) {
    const auto ballot = ballots.find(voter);
    if (ballot == ballots.end()) return;
    const auto found = ballot->second.find(idea);
    if (found == ballot->second.end()) return;
    const auto tally = tallies.find(idea);
    ATELIER_CHECK(tally != tallies.end());
    std::visit(Count{tally->second, -1}, found->second);
    if (nothing(tally->second)) tallies.erase(tally);
    ballot->second.erase(found);
    if (ballot->second.empty()) ballots.erase(ballot);
}

void Votes::hand(const ParticipantId& person, const IdeaId& card) {
    if (handed(person, card)) return;
    hands[person].push_back(card);
    show_in(tallies, card);
}

const Ballot* Votes::ballot(const ParticipantId& voter) const noexcept {
    const auto found = ballots.find(voter);
    return found == ballots.end() ? nullptr : &found->second;
}

bool Votes::handed(const ParticipantId& person, const IdeaId& card) const noexcept {
    const auto hand = hands.find(person);
    return hand != hands.end() && std::ranges::find(hand->second, card) != hand->second.end();
}

std::unordered_map<IdeaId, Tally> recount(const Votes& votes) {
    Tallies tallies;
    for (const auto& [voter, ballot] : votes.ballots)
        for (const auto& [idea, choice] : ballot) count_in(tallies, idea, choice);
    for (const auto& [person, hand] : votes.hands)
        for (const IdeaId& card : hand) show_in(tallies, card);
    return tallies;
}

}  // namespace atelier::domain

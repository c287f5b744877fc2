#pragma once

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "domain/ids.hpp"

/// What people choose, and what it comes to, in each method of voting.
namespace atelier::domain {

struct Dots {
    int dots = 0;  ///< none: nothing is chosen
    friend bool operator==(const Dots&, const Dots&) = default;
};
enum class Judgement { useful, not_useful, pass };
struct Grade {
    int grade = 0;  ///< from 0, the worst, to 5
    friend bool operator==(const Grade&, const Grade&) = default;
};
struct Scores {
    int impact = 0;  ///< 1 to 5, like the effort
    int effort = 0;
    friend bool operator==(const Scores&, const Scores&) = default;
};
enum class Consent { agree, reservation, objection };
struct Answer {
    Consent consent = Consent::agree;
    std::string reason;  ///< exactly as typed; empty: none
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// One person's choice about one idea, by method, in the order of Method.
using Choice = std::variant<Dots, Judgement, Grade, Scores, Answer>;
/// Whether it is a choice at all: no dots are none.
[[nodiscard]] bool chosen(const Choice& choice) noexcept;

/// Rule G4: which of two choices of one person about ideas of one group is theirs about the group:
/// more dots; useful before not useful before pass; the higher grade; more impact, then less effort;
/// but an objection before a reservation before agreement, for who objects to a part objects.
[[nodiscard]] bool stronger(const Choice& a, const Choice& b) noexcept;

/// One participant's choices; only such as are any.
using Ballot = std::map<IdeaId, Choice>;

inline constexpr std::size_t grades_count = 6;
inline constexpr std::size_t scores_count = 5;

/// Counts of people, but for the dots. The first alternatives are in the order of Method.
struct DotsTally {
    int dots = 0;
    int voters = 0;
    friend bool operator==(const DotsTally&, const DotsTally&) = default;
};
struct UsefulTally {
    int useful = 0;
    int not_useful = 0;
    int pass = 0;
    int shown = 0;  ///< to how many it was handed out, judged or not
    int voters = 0;
    friend bool operator==(const UsefulTally&, const UsefulTally&) = default;
};
struct JudgmentTally {
    std::array<int, grades_count> grades = {};
    int voters = 0;
    friend bool operator==(const JudgmentTally&, const JudgmentTally&) = default;
};
struct ImpactEffortTally {
    std::array<int, scores_count> impact = {};  ///< the first is how many gave 1
    std::array<int, scores_count> effort = {};
    int voters = 0;
    friend bool operator==(const ImpactEffortTally&, const ImpactEffortTally&) = default;
};
struct ConsentTally {
    int agree = 0;
    int reservation = 0;
    int objection = 0;
    int voters = 0;
    friend bool operator==(const ConsentTally&, const ConsentTally&) = default;
};
/// How many people, where nothing else is counted: a weather, a ROTI, who wants a question answered.
struct PeopleTally {
    int voters = 0;
    friend bool operator==(const PeopleTally&, const PeopleTally&) = default;
};
using Tally = std::variant<DotsTally, UsefulTally, JudgmentTally, ImpactEffortTally, ConsentTally,
                           PeopleTally>;

/// The methods, in the order of their choices and tallies.
enum class Method { dots, useful, judgment, impact_effort, consent };
/// The counts of a method where nobody chose anything.
[[nodiscard]] Tally no_votes(Method method);
/// Counts one person's choice, of the tally's method.
void count(Tally& tally, const Choice& choice);
[[nodiscard]] int voters_of(const Tally& tally) noexcept;

/// The votes of one phase. Rule D8: the tallies are the sums of the ballots, kept in step; they
/// depend on each person's last choices only, never on the order of arrival between people.
struct Votes {
    std::unordered_map<ParticipantId, Ballot> ballots;
    std::unordered_map<IdeaId, Tally> tallies;
    /// Rule V8: the cards each person was handed, in that order (method `useful`).
    std::unordered_map<ParticipantId, std::vector<IdeaId>> hands;

    /// Sets what a person chooses about an idea, in place of what they chose before.
    void set(const ParticipantId& voter, const IdeaId& idea, const Choice& choice);
    void clear(const ParticipantId& voter, const IdeaId& idea);
    /// Hands a card to a person; one that they have had is not counted again.
    void hand(const ParticipantId& person, const IdeaId& card);

    [[nodiscard]] const Ballot* ballot(const ParticipantId& voter) const noexcept;
    [[nodiscard]] bool handed(const ParticipantId& person, const IdeaId& card) const noexcept;
};

/// Adds the ballots up again from nothing: the check that tallies are what they claim.
[[nodiscard]] std::unordered_map<IdeaId, Tally> recount(const Votes& votes);

}  // namespace atelier::domain

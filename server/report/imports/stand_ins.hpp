#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/workshop.hpp"

namespace atelier::report::imports {

/// The people of an imported workshop. An export says how many there were and what somebody did, but
/// not who: stand-ins without names take the places, so that every count comes out again: who
/// posted, who voted, who did both. Which author is which voter is in no file, and made up here.
class StandIns {
  public:
    using Label = std::optional<domain::AffiliationId>;

    /// So many people, of whom so many are of these affiliations.
    StandIns(std::size_t joined,
             const std::vector<std::pair<domain::AffiliationId, std::size_t>>& of);

    /// The author of that number; nothing if there are more of them than people.
    [[nodiscard]] std::optional<domain::ParticipantId> author(const std::string& number,
                                                              const Label& label);
    /// What the file says of people over all steps, and how many ballots of which affiliation are in
    /// which vote (none: on rows that name none). Once, behind the authors and before any voter:
    /// chooses how many people vote at all, and how many of them are authors, so that both come out.
    struct Totals {
        std::size_t took_part = 0;   ///< posted or voted
        std::size_t ever_voted = 0;  ///< in any vote
    };
    using Ballots = std::map<domain::PhaseId, std::map<Label, std::size_t>>;
    void expect(const Totals& totals, const Ballots& ballots);

    /// Somebody who is not in this vote yet: of that affiliation, or, where the file names none, of
    /// none that it names in this vote.
    [[nodiscard]] std::optional<domain::ParticipantId> voter(
        const domain::PhaseId& vote, const Label& label, bool has_ballot,
        const std::set<domain::AffiliationId>& named_in_vote);
    /// The first so many people, those who took part before the others.
    [[nodiscard]] std::vector<domain::ParticipantId> some(std::size_t count) const;

    void put_into(domain::Workshop& workshop) const;

  private:
    struct Person {
        domain::ParticipantId id;
        Label label;
        bool author = false, voter = false;
        bool votes = false;  ///< is to have a ballot somewhere
    };
    /// Of one affiliation, or of none that is told.
    struct Kind {
        std::size_t people = 0, authors = 0;
        std::size_t voters_min = 0, voters_max = 0, voters = 0;
        std::size_t both_max = 0, both = 0;  ///< authors who vote
    };
    [[nodiscard]] std::map<Label, Kind> kinds(const Ballots& ballots) const;
    [[nodiscard]] std::map<Label, Kind> voters_of(const Totals& totals,
                                                  const Ballots& ballots) const;
    /// So many voters in all, of those kinds where `both` of them can be authors as well.
    static void choose_voters(std::map<Label, Kind>& all, std::size_t wanted, std::size_t both);
    std::vector<Person> people_;
    /// Who is of no told affiliation comes first on rows that name none, unless that many voters
    /// cannot be as many authors as the file says.
    bool spread_ = false;
    std::map<std::string, std::size_t> authors_;
    std::map<domain::PhaseId, std::set<std::size_t>> taken_;
    /// How many of an affiliation take part in a vote on rows that name none.
    std::map<domain::PhaseId, std::map<domain::AffiliationId, int>> unnamed_;
};

}  // namespace atelier::report::imports

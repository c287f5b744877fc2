#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/events.hpp"
#include "domain/workshop.hpp"
#include "insight/crowd.hpp"
#include "insight/terms.hpp"
#include "report/across.hpp"
#include "report/draft.hpp"
#include "report/participation.hpp"
#include "report/results.hpp"
#include "report/voices.hpp"

/// What remains the day after, as figures and texts without any layout: every summary page and
/// every written export is drawn from this. Pure and thread-safe: the same workshop and sources give
/// the same summary. What facilitators write stands beside it, in `draft`, and changes none of it.
///
/// Rules (tests carry their ids; those of its parts are in their headers):
///   R1  only published ideas are quoted, in their exact words; hidden ones are counted by reason
///   R2  the date is the day of the first opened phase, else of the first idea, else of the
///       creation
///   R3  who took part: who posted an idea, whatever became of it, or has a ballot
///   R4  n is the number of ballots; the response rate is n over the people who joined; the counts
///       of a vote that is not revealed appear nowhere
///   R5  an idea is where its placement says; one never placed is in the tray, at the scale that
///       its author suggested
///   R6  an idea's score is what the last vote came to that is shown and in which somebody chose
///       something about it; a lever's ideas come by it: those of a later vote first, then by rank,
///       equal ones in the order they were posted
///   R7  each published idea that stands by itself is in one cell of the lever x scale matrix; a
///       row's nested count adds the scales within it
///   R8  an affiliation is told only from 5 people up, and only if what is left over is nobody or
///       at least 5 people, so that no small group follows by subtraction; the same holds of each
///       column of counts of people by affiliation
///   R23 each published idea, grouped ones included, is in one cell of the scale x affiliation
///       matrix: at the scale where it or its lead rests, with its author's affiliation
///   R24 what facilitators wrote takes the place of a computed wording only in the story, the call
///       to action and the next theme; the computed one stays at hand
namespace atelier::report {

/// The place in the journal that a summary was made from: anyone with the journal can check it.
struct Fingerprint {
    domain::Seq seq = 0;
    std::string digest;  ///< of the event at seq, in hex
};

/// What the last vote on an idea came to.
struct IdeaScore {
    std::size_t vote = 0;  ///< position in Summary::votes
    std::size_t rank = 1;
    domain::Tally tally;
    Share share;  ///< of those who are for it, with n and interval
};

struct IdeaLine {
    domain::IdeaId id;
    std::string text;
    std::string scale;                       ///< its name; empty for none
    std::vector<std::string> variants = {};  ///< the exact words of what it stands for
    std::optional<IdeaScore> score = {};
    std::optional<insight::Crowd> crowd = {};  ///< where people sorted it for themselves
    std::optional<double> agreement = {};      ///< across affiliations (R16), 0 to 1
    bool reworded = false;                     ///< by a moderator
};

struct LeverSummary {
    domain::Lever lever;
    std::vector<IdeaLine> ideas;
    /// The first of them: what a reader wants to see first. All, where they are few.
    [[nodiscard]] std::span<const IdeaLine> leading() const noexcept;
    [[nodiscard]] std::span<const IdeaLine> others() const noexcept;
};

struct MatrixCell {
    std::size_t own = 0;
    std::size_t nested = 0;  ///< own, and those of the scales within
};

struct MatrixRow {
    std::string scale;  ///< its name; empty for the row of ideas without a scale
    std::vector<MatrixCell> levers;
    MatrixCell tray;
    MatrixCell total;
    bool has_within = false;  ///< whether another scale is within this one
};

/// Numbers of ideas.
struct AffiliationRow {
    std::string scale;  ///< its name; empty for the row of ideas without a scale
    std::vector<std::size_t> affiliations;
    std::size_t others = 0;  ///< by people of another affiliation or none, and by facilitators
    std::size_t total = 0;
};
struct AffiliationMatrix {
    std::vector<std::string> affiliations;  ///< their names (R8)
    std::vector<AffiliationRow> rows;       ///< the last is of ideas without a scale
    std::size_t empty_cells = 0;            ///< of those that are an affiliation at a scale
    [[nodiscard]] std::size_t cells() const noexcept {
        return rows.empty() ? 0 : (rows.size() - 1) * affiliations.size();
    }
};

struct ContestedCard {
    domain::IdeaId idea;
    std::string text;
    insight::Crowd crowd;
    std::vector<std::pair<std::string, std::size_t>> levers;  ///< name, people; empty: the tray
};
/// How a crowd sorted a board.
struct CrowdSummary {
    std::size_t cards = 0;   ///< that somebody put somewhere
    std::size_t people = 0;  ///< who put any
    double agreement = 0;    ///< the mean over these cards, 0 to 1
    std::size_t ties = 0;
    std::vector<ContestedCard> contested;  ///< the least agreed first
};

struct BoardSummary {
    domain::BoardId id;
    std::string title;  ///< empty: not given
    std::vector<LeverSummary> levers;
    std::vector<IdeaLine> tray;
    std::vector<MatrixRow> matrix;  ///< empty for a board without scales
    std::size_t empty_cells = 0;    ///< of those that are a lever at a scale
    std::optional<AffiliationMatrix> by_affiliation;
    std::optional<CrowdSummary> crowd;
    [[nodiscard]] std::size_t cells() const noexcept;
};

/// How many people voted on something at a scale; kept back (none) below 5.
struct ScaleTurnout {
    std::string scale;
    std::size_t ideas = 0;
    std::optional<std::size_t> people;
};

struct VoteSummary {
    domain::PhaseId phase;
    std::string title;
    domain::Method method = domain::Method::dots;
    int round = 1;
    bool running = false;
    std::size_t ballots = 0;
    std::size_t ideas = 0;               ///< that the vote is on
    int budget = 0, max_per_idea = 0;    ///< of dots
    int dots = 0;                        ///< placed on published ideas
    std::vector<RankedResult> ranking;   ///< ideas about which somebody chose something
    std::size_t without_choice = 0;      ///< the others that the vote is on
    std::vector<ScaleTurnout> by_scale;  ///< empty without scales
    /// The ideas of the first ten ranks, ties included: what a page shows of a ranking.
    [[nodiscard]] std::span<const RankedResult> leading() const noexcept;
};

/// A vote whose results are kept back until someone reveals them.
struct WithheldVote {
    std::string title;
    std::size_t ballots = 0;
    int round = 1;
};

struct AffiliationCount {
    domain::AffiliationId id;
    std::string name;
    std::size_t people = 0;
};

struct Affiliations {
    std::vector<AffiliationCount> shown;
    std::size_t others = 0;  ///< of another affiliation, or of none stated
};

/// Counts of people of one affiliation; none where rule R8 keeps it back, or of nobody.
struct AffiliationTurnout {
    std::string name;  ///< empty: all the others
    std::size_t people = 0;
    std::optional<std::size_t> took_part;
    std::size_t ideas = 0;                          ///< published
    std::vector<std::optional<std::size_t>> voted;  ///< by vote, as in Summary::votes
};

struct Figures {
    std::size_t joined = 0, took_part = 0;
    std::size_t ideas = 0, published = 0, pending = 0, withdrawn = 0, hidden = 0;
    std::size_t grouped = 0;  ///< published ideas that stand behind another
    std::size_t groups = 0;
    /// The public register of moderation; none is zero.
    std::vector<std::pair<domain::HideReason, std::size_t>> hidden_by_reason;
};

struct Summary {
    std::string title, question, language;
    base::Millis held_at = 0, exported_at = 0;
    Draft draft;
    Figures figures;
    Affiliations affiliations;
    std::vector<AffiliationTurnout> by_affiliation;  ///< empty where none may be told
    std::vector<BoardSummary> boards;  ///< one with a tray alone where the agenda has no board
    std::vector<VoteSummary> votes;
    std::vector<WithheldVote> withheld;
    std::vector<Across> across;            ///< of the votes that allow it, in their order
    std::vector<OpinionSummary> opinions;  ///< likewise
    std::vector<insight::Term> terms;  ///< words of at least two published ideas, thirty at most
    Questions questions;
    Commitments commitments;
    std::vector<ClosingSummary> closings;
    std::vector<WeatherSummary> weathers;
    Participation participation;
    std::array<std::string, story_step_names.size()> story;  ///< computed, by StoryStep
    std::string call_to_action, next_theme;                  ///< as the closing step says
    std::optional<std::string> ranked_by;  ///< title of the vote that orders the ideas first
    Fingerprint fingerprint;

    /// What is shown: the facilitators' words where there are any (R24).
    [[nodiscard]] std::string_view story_shown(StoryStep step) const noexcept;
    [[nodiscard]] std::string_view action_shown() const noexcept;
    [[nodiscard]] std::string_view next_shown() const noexcept;
    /// What facilitators wrote to introduce a part; empty: nothing.
    [[nodiscard]] std::string_view introduction_of(Section section) const noexcept;
    [[nodiscard]] std::string_view introduction_of(const domain::BoardId& board) const noexcept;
    [[nodiscard]] std::string_view introduction_of(const domain::BoardId& board,
                                                   const domain::LeverId& lever) const noexcept;
};

/// What a summary is made from besides the workshop. Borrows; nullptr: there is none.
struct Sources {
    Fingerprint fingerprint;
    base::Millis made_at = 0;
    const Draft* draft = nullptr;
    const Timeline* timeline = nullptr;
};

/// Costs time in the size of the workshop: 5,000 ideas and 100,000 votes take well under 2 s.
///
///     Summary summary = summarise(workshop, {.fingerprint = {seq, digest}, .made_at = now});
[[nodiscard]] Summary summarise(const domain::Workshop& workshop, const Sources& sources);
[[nodiscard]] Summary summarise(const domain::Workshop& workshop, Fingerprint fingerprint,
                                base::Millis exported_at);

/// The parts that exports need on their own.
[[nodiscard]] base::Millis held_at(const domain::Workshop& workshop);             // R2
[[nodiscard]] Affiliations count_affiliations(const domain::Workshop& workshop);  // R8
[[nodiscard]] Figures count_figures(const domain::Workshop& workshop);            // R1, R3
/// Where an idea is on a board (R5).
[[nodiscard]] domain::Placement resting_place(const domain::Board& board, const domain::Idea& idea);

}  // namespace atelier::report

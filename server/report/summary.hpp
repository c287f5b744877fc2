#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/events.hpp"
#include "domain/workshop.hpp"
#include "report/results.hpp"

/// What remains the day after, as figures and texts without any layout: every summary page and
/// every written export is drawn from this. Pure and thread-safe: the same workshop, fingerprint
/// and time give the same summary.
///
/// Rules (tests carry their ids):
///   R1  only published ideas are quoted, in their exact words; hidden ones are counted by reason
///   R2  the date is the day of the first opened phase, else of the first idea, else of the
///   creation R3  who took part: who posted an idea, whatever became of it, or has a ballot R4  n
///   is the number of ballots; the response rate is n over the people who joined; the counts
///       of a vote that is not revealed appear nowhere
///   R5  an idea is where its placement says; one never placed is in the tray, at the scale that
///       its author suggested
///   R6  a lever's ideas come by dots of the last vote that is shown and has ballots, equal ones in
///       the order they were posted; a vote's ranking gives equal dots the same rank
///   R7  each published idea is in one cell of the lever x scale matrix; a row's nested count adds
///       the scales within it
///   R8  an affiliation is told only from 5 people up, and only if what is left over is nobody or
///   at
///       least 5 people, so that no small group follows by subtraction
namespace atelier::report {

/// The place in the journal that a summary was made from: anyone with the journal can check it.
struct Fingerprint {
    domain::Seq seq = 0;
    std::string digest;  ///< of the event at seq, in hex
};

struct IdeaLine {
    domain::IdeaId id;
    std::string text;
    std::string scale;                       ///< its name; empty for none
    domain::DotsTally votes;                 ///< in the vote that ranks; zero without one
    std::vector<std::string> variants = {};  ///< the exact words of what it stands for
};

struct LeverSummary {
    domain::Lever lever;
    std::vector<IdeaLine> ideas;
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

struct BoardSummary {
    domain::BoardId id;
    std::vector<LeverSummary> levers;
    std::vector<IdeaLine> tray;
    std::vector<MatrixRow> matrix;  ///< empty for a board without scales
    std::size_t empty_cells = 0;    ///< of those that are a lever at a scale
    [[nodiscard]] std::size_t cells() const noexcept;
};

struct RankedIdea {
    std::size_t rank = 1;
    std::string text;
    domain::DotsTally tally;
};

struct VoteSummary {
    domain::PhaseId phase;
    std::string title;
    int budget = 0;
    int max_per_idea = 0;
    bool running = false;
    std::size_t ballots = 0;
    int dots = 0;                     ///< on published ideas
    std::vector<RankedIdea> ranking;  ///< ideas with at least one dot
    std::size_t without_dots = 0;     ///< ideas that the vote is on and that have none
    domain::Method method = domain::Method::dots;
    int round = 1;
    /// By every other method than dots: the ideas about which somebody chose something.
    std::vector<RankedResult> findings = {};
    std::size_t without_choice = 0;  ///< the others that the vote is on
    /// The ideas of the first ten ranks, ties included: what a page shows of a ranking.
    [[nodiscard]] std::span<const RankedIdea> leading() const noexcept;
    [[nodiscard]] std::span<const RankedResult> leading_findings() const noexcept;
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

struct Figures {
    std::size_t joined = 0, took_part = 0;
    std::size_t ideas = 0, published = 0, pending = 0, withdrawn = 0, hidden = 0;
    std::vector<std::pair<domain::HideReason, std::size_t>> hidden_by_reason;  ///< none is zero
};

struct Summary {
    std::string title, question, language;
    base::Millis held_at = 0, exported_at = 0;
    Figures figures;
    Affiliations affiliations;
    std::vector<BoardSummary> boards;  ///< one with a tray alone where the agenda has no board
    std::vector<VoteSummary> votes;
    std::vector<WithheldVote> withheld;
    std::optional<std::string> ranked_by;  ///< title of the vote that orders the ideas
    Fingerprint fingerprint;
};

[[nodiscard]] Summary summarise(const domain::Workshop& workshop, Fingerprint fingerprint,
                                base::Millis exported_at);

/// The parts that exports need on their own.
[[nodiscard]] base::Millis held_at(const domain::Workshop& workshop);             // R2
[[nodiscard]] Affiliations count_affiliations(const domain::Workshop& workshop);  // R8
[[nodiscard]] Figures count_figures(const domain::Workshop& workshop);            // R1, R3
/// Where an idea is on a board (R5).
[[nodiscard]] domain::Placement resting_place(const domain::Board& board, const domain::Idea& idea);

}  // namespace atelier::report

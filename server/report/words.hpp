#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "domain/idea.hpp"

/// Every word of ours that a reader of a report sees, in the workshop's language; what people wrote
/// is never in here. `{}` stands for a value, filled in by with(). French: U+202F before ; ! ? and
/// the percent sign, U+00A0 before : and within guillemets. Constant and thread-safe.
namespace atelier::report {

/// A noun after its number. In French 0 and 1 are singular, in English only 1 is.
struct Plural {
    std::string_view one, many;
};

/// In the order of domain::HideReason and domain::IdeaStatus.
using HideReasonWords = std::array<std::string_view, 6>;
using StatusWords = std::array<std::string_view, 4>;

/// How numbers and days are written; used by numbers.hpp.
struct Notation {
    char decimal;
    std::string_view thousands, percent;
    std::string_view day, minute;  ///< {} weekday, day, month, year; {} day, hour, minute
    std::string_view clock;        ///< {} hour, {} minute
    std::string_view first_of_month;
    std::array<std::string_view, 7> weekdays;  ///< from Sunday
    std::array<std::string_view, 12> months;
};

struct FigureWords {
    std::string_view title;
    Plural joined, took_part, posted, published, pending, withdrawn, hidden;
    std::string_view name, value;  ///< heads of the table of figures
    std::string_view hidden_title, reason;
    HideReasonWords reasons;
    std::string_view affiliations_title, affiliation, people, others, no_affiliation;
};

struct BoardWords {
    std::string_view title, without_levers, of_board;  ///< of_board: {} its id
    std::string_view tray, no_idea, none_here, votes_mark;
    Plural ideas, dots;
    std::string_view matrix_title, matrix_caption, scale, no_scale, total, nested_total;
    std::string_view nested_note, full;
    Plural empty_cells;  ///< {} empty ones, {} all
};

struct VoteWords {
    std::string_view title, none, none_cast;
    Plural ballots, people, dots, more, without_dots;
    std::string_view turnout;  ///< {} ballots, {} people, {} rate, {} dots
    std::string_view rule;     ///< {} budget, {} most on one idea
    std::string_view caption, rank, idea, dots_head, running;
    Plural withheld;  ///< {} the vote's title, {} ballots with their number
};

/// The votes by other methods than dots; lists in the order of the domain's and insight's own.
struct ResultWords {
    std::string_view round;                  ///< {} title, {} number
    std::string_view turnout;                ///< {} ballots, {} people, {} rate
    std::array<std::string_view, 4> rules;   ///< useful, judgment, impact_effort, consent
    std::string_view none, head;             ///< head: of the column
    std::string_view useful;                 ///< {} share
    std::string_view useful_figures;         ///< {} useful, {} not, {} passed, {} {} interval
    std::array<std::string_view, 6> grades;  ///< the worst first
    std::string_view of_grade;               ///< {} grade, {} people
    std::array<std::string_view, 5> quadrants;
    std::string_view scores;  ///< {} impact, {} {} quartiles; {} effort, {} {} quartiles
    std::array<std::string_view, 4> outcomes;
    Plural agree, reservation, objection, more, without_choice;
};

struct MethodWords {
    std::string_view title, quoted, took_part, rate, ballots, ordered_by, ordered, scale,
        affiliations, journal;
    std::string_view event, digest, made_at;
};

/// What may differ within an export file (verify_export.hpp), each with its values in order.
struct VerifyWords {
    std::string_view malformed;          ///< {} the path of the member
    std::string_view idea_twice;         ///< {} idea
    std::string_view unknown_place;      ///< {} idea, {} board
    std::string_view not_revealed;       ///< {} phase
    std::string_view ballot_twice;       ///< {} phase, {} ballot
    std::string_view unknown_idea;       ///< {} phase, {} ballot, {} idea
    std::string_view dots_out_of_range;  ///< {} phase, {} ballot, {} idea, {} dots
    std::string_view tally;              ///< {} phase, {} idea, {} {} told, {} {} counted
    std::string_view counts;             ///< {} phase, {} idea, {} told, {} counted
    std::string_view hidden;             ///< {} reason, {} told, {} counted
    std::string_view too_many_people;    ///< {} posted or voted, {} told, {} joined
    std::string_view posted, voted;
};

struct Words {
    std::string_view language, summary, file_suffix, skip, contents, question;
    Notation notation;
    FigureWords figures;
    BoardWords boards;
    VoteWords votes;
    ResultWords results;
    MethodWords method;
    VerifyWords verify;
};

/// French for anything that is not "en".
[[nodiscard]] const Words& words(std::string_view language) noexcept;

/// The heads and values of a spreadsheet that people read.
struct SpreadsheetWords {
    std::string_view id, status, reason, phase, text, lever, scale, dots, voters, share, posted_at,
        affiliation, of;  ///< of: {} a column, {} the vote or board it belongs to
    StatusWords statuses;
    /// Columns of the other methods.
    std::string_view rank, useful, not_useful, pass, shown, low, high;
    std::array<std::string_view, 6> grades;
    std::string_view grade, impact, effort, quadrant, agree, reservation, objection, outcome;
};
[[nodiscard]] const SpreadsheetWords& french_spreadsheet() noexcept;

/// The form for n, without the number: choose(w, {"personne", "personnes"}, 0) == "personne".
[[nodiscard]] std::string_view choose(const Words& words, const Plural& plural,
                                      std::size_t n) noexcept;
/// The number and its noun, kept on one line: "12 idées".
[[nodiscard]] std::string counted(const Words& words, const Plural& plural, std::size_t n);
/// The pattern with each `{}` replaced, in order.
[[nodiscard]] std::string with(std::string_view pattern,
                               std::initializer_list<std::string_view> values);

}  // namespace atelier::report

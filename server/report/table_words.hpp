#pragma once

#include <array>
#include <string_view>

/// The words of the spreadsheets' other sheets, in the workshop's language. Constant.
namespace atelier::report {

struct TableWords {
    /// Names of the sheets, in their order.
    std::array<std::string_view, 8> sheets;
    // votes
    std::string_view vote, round, method, rank, idea, text, people, result, figures, shown, ballots;
    std::array<std::string_view, 5> methods;  ///< in the order of domain::Method
    // placements
    std::string_view board, lever, scale, placed_by, agreement;
    std::array<std::string_view, 2> placers;  ///< animation, crowd
    // questions and commitments
    std::string_view status, supporters, answered, answer, posted_at, who, by, with, looking_for,
        bringing, reason, yes, no;
    std::array<std::string_view, 2> commits;  ///< in the order of domain::Commits
    // figures
    std::string_view name, value, joined, took_part, ideas, published, pending, hidden, withdrawn,
        affiliation, others;
    // register
    std::string_view kind, count;
    std::array<std::string_view, 4> kinds;  ///< ideas, questions, comments, commitments
    // about
    std::string_view title, question, held_at, exported_at, event, digest, licence_note, note;
};

[[nodiscard]] const TableWords& table_words(std::string_view language) noexcept;

}  // namespace atelier::report

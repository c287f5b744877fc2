#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/workshop.hpp"

/// What people said besides ideas, as a summary tells it. Pure and thread-safe.
///
/// Rules on top of the summary's:
///   R19  published questions are told, the most wanted first, each with its answer or as still to
///        be answered; hidden and withdrawn ones are only counted
///   R20  published commitments are told in the order they were made, without their author's name
///   R21  closing words are told only with leave to quote, and in an order that tells nothing
///   R22  who chose a weather, and what the time was worth to whom, are told as counts
namespace atelier::report {

struct QuestionLine {
    domain::QuestionId id;
    std::string text;
    std::string phase;           ///< title of the step it was asked in
    std::size_t supporters = 0;  ///< besides who asked it
    bool answered = false;
    std::string answer;  ///< empty though answered: it was answered aloud
};
struct Questions {
    std::vector<QuestionLine> told;
    std::size_t hidden = 0, pending = 0;
    [[nodiscard]] std::size_t to_be_answered() const noexcept;
};
[[nodiscard]] Questions questions_told(const domain::Workshop& workshop);  // R19

struct CommitmentLine {
    domain::CommitmentId id;
    domain::Promise promise;
};
struct Commitments {
    std::vector<CommitmentLine> told;
    std::size_t hidden = 0;
    [[nodiscard]] std::size_t collective() const noexcept;
};
[[nodiscard]] Commitments commitments_told(const domain::Workshop& workshop);  // R20

struct RotiSummary {
    std::array<std::size_t, 5> counts{};  ///< the first is how many gave 1
    std::size_t n = 0;
    double mean = 0;  ///< 0 where nobody gave one
};
struct ClosingSummary {
    domain::PhaseId phase;
    std::string title;
    RotiSummary roti;
    std::vector<std::string> words;  ///< exact words, with leave
    std::size_t kept = 0;            ///< sentences that may not be quoted
    std::string action, next;        ///< what the step itself says to do now, and what comes next
};
/// The closing steps that have been opened, in the order of the agenda.
[[nodiscard]] std::vector<ClosingSummary> closings_told(const domain::Workshop& workshop);

struct WeatherSummary {
    domain::PhaseId phase;
    std::string title;
    std::array<std::size_t, 4> counts{};  ///< in the order of domain::Weather
    std::size_t n = 0;
};
/// The welcome steps in which somebody chose a weather, in the order of the agenda.
[[nodiscard]] std::vector<WeatherSummary> weathers_told(const domain::Workshop& workshop);

}  // namespace atelier::report

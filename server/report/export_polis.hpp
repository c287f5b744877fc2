#pragma once

#include <span>
#include <string>

#include "domain/events.hpp"

/// The votes in the form that Polis gives its own: a zip of comments.csv and votes.csv. Pure.
///
/// Rules on top of the summary's:
///   PO1  comments are the ideas but for those withdrawn; moderated is 1 shown, -1 hidden, 0 neither
///   PO2  votes are those of every `useful` vote whose counts are shown, one row for each that was
///        cast, in order of time, later changes included: 1 useful, -1 not useful, 0 passed
///   PO3  a choice that was taken back has no row, so that the last row of each voter on each
///        comment is what they chose in the end
///   PO4  agrees and disagrees count the rows of votes.csv
///   PO5  voters and authors go under numbers drawn for this export, apart from each other: nobody's
///        ballot is found by what they wrote
namespace atelier::report {

[[nodiscard]] std::string export_polis(const domain::Workshop& workshop,
                                       std::span<const domain::Recorded> events,
                                       std::string_view shuffle_seed);

}  // namespace atelier::report

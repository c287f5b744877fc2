#pragma once

#include <cstddef>

/// The method `consent`, on one proposal.
namespace atelier::insight {

/// Counts of people.
struct ConsentTally {
    std::size_t agree = 0;
    std::size_t reservation = 0;
    std::size_t objection = 0;
};

enum class Consent { nobody_answered, given, given_with_reservations, objections_to_resolve };

/// Rule IN11: one objection is enough, whatever the number of those who agree: it is text to
/// resolve, never outvoted. Source: decision by consent (no reasoned objection is left), G.
/// Endenburg, Sociocracy: the organization of decision-making, Eburon 1998.
[[nodiscard]] Consent consent(const ConsentTally& tally) noexcept;

}  // namespace atelier::insight

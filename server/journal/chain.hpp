#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.hpp"

/// How events become rows that cannot be changed unseen. Anyone can recompute it with a database
/// shell and sha256sum:
///
///     row    = SHA-256( workshop ⏎ seq ⏎ at ⏎ actor_role ⏎ actor ⏎ command ⏎ kind ⏎ payload )
///     digest = SHA-256( digest of the row before (32 bytes; zeroes before the first) ‖ row )
///
/// The fields are UTF-8 text, numbers in decimal, absent ones empty, ⏎ is one line feed; only the
/// payload, which is last, holds text of people's making, so no two rows have the same text.
///
/// What must be erasable later is not in the chained payload: the members `text`, `name` and
/// `credential` are kept beside it, and the payload holds {"digest": hex(SHA-256(salt ‖ value))}.
/// Salted, so that a short name cannot be guessed from its digest once name and salt are gone.
/// All functions are pure but for the fresh salts of make_row; thread-safe.
namespace atelier::journal {

struct Sealed {
    std::string key;
    std::string salt;
    std::string value;
};

/// An event as it is stored.
struct Row {
    WorkshopId workshop;
    Seq seq = 0;
    base::Millis at = 0;
    std::string actor_role;
    std::string actor;    ///< participant, or empty
    std::string command;  ///< UUID, or empty
    std::string kind;
    std::string payload;  ///< JSON, without what is sealed
    std::vector<Sealed> sealed;
    Digest row{};
    Digest digest{};
};

/// Seals, digests and chains one event.
[[nodiscard]] Row make_row(const WorkshopId& workshop, const Recorded& recorded,
                           const Digest& previous);

/// The event again; what was erased of it is empty. Does not look at the digests.
[[nodiscard]] base::Result<Recorded, std::string> open_row(const Row& row);

[[nodiscard]] Digest row_digest(const Row& row);
[[nodiscard]] Digest chain_digest(const Digest& previous, const Digest& row);
[[nodiscard]] std::string sealed_digest(std::string_view salt, std::string_view value);

/// What is wrong with a batch in itself; empty if nothing. Its events must count up from `first`,
/// and a workshop's first event, and no other, creates it.
[[nodiscard]] std::string fault_of(const Batch& batch);

/// What is wrong with a row in itself and as the successor of `previous`; empty if nothing.
[[nodiscard]] std::string fault_of(const Row& row, const Head& previous);

}  // namespace atelier::journal

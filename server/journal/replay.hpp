#pragma once

#include <string>

#include "journal/chain.hpp"

/// Folding stored events back into a workshop, the same way in every implementation.
namespace atelier::journal {

/// A workshop as far as it has been read. Plain value; one thread at a time.
class Replay {
  public:
    Replay() = default;
    /// Goes on from a state as it was at `head`.
    Replay(domain::Workshop state, const Head& head);

    /// Folds the next event. Returns what is wrong with it; empty if nothing.
    [[nodiscard]] std::string add(const Recorded& recorded, const Digest& digest);

    [[nodiscard]] const domain::Workshop& state() const noexcept { return state_; }
    [[nodiscard]] const Head& head() const noexcept { return head_; }
    [[nodiscard]] domain::Workshop take() && { return std::move(state_); }

  private:
    domain::Workshop state_;
    Head head_;
};

/// Checks row after row: the chain, the sealed values, and that each event folds (rule J6).
class Verifier {
  public:
    /// The first difference found, if this row shows one. Stop there: what follows means nothing.
    [[nodiscard]] std::optional<Difference> add(const Row& row);
    [[nodiscard]] const Replay& replay() const noexcept { return replay_; }

  private:
    Replay replay_;
};

/// Adds what an event tells about a command: one receipt per command, with its last seq (rule J5).
void note_receipt(std::vector<Receipt>& receipts, const domain::Actor& actor,
                  const base::Uuid& command, Seq seq);

}  // namespace atelier::journal

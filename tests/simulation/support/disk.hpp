#pragma once

#include <optional>

#include "journal/memory_journal.hpp"
#include "simulation/support/truth.hpp"

namespace atelier::simulation {

/// The journal and the one batch that may be on its way to it. Between the write and its answer
/// there is time for a crash, and a write that is said to have failed may be there all the same.
class Disk {
  public:
    explicit Disk(journal::Batch beginning);

    void submit(journal::Batch batch) { under_way_ = std::move(batch); }
    [[nodiscard]] bool busy() const noexcept { return under_way_.has_value(); }
    [[nodiscard]] bool written() const noexcept { return written_; }
    /// What is under way is on disk now; its answer has not been given.
    void write();
    /// The answer: it is on disk (writes it if need be).
    void done();
    /// The answer: not known to be on disk. From now on the disk is broken.
    void fail(bool kept);
    /// Nobody waits for the answer any more; `kept`: it got there before, if the disk is well.
    void abandon(bool kept);

    void breaks();
    void mend();
    [[nodiscard]] bool broken() const noexcept { return broken_; }

    [[nodiscard]] journal::MemoryJournal& journal() noexcept { return journal_; }
    [[nodiscard]] Truth& truth() noexcept { return truth_; }

  private:
    void note();

    journal::MemoryJournal journal_{"epoch"};
    Truth truth_;
    std::optional<journal::Batch> under_way_;
    bool written_ = false;
    bool broken_ = false;
};

}  // namespace atelier::simulation

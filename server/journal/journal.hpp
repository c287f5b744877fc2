#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/secret.hpp"
#include "domain/events.hpp"
#include "domain/workshop.hpp"

/// The spine: every workshop's events, in order, on disk before anyone sees them.
///
/// Rules, held by every implementation (tests/contract):
/// J1  An append is all or nothing: every batch of it is there with one sync, or none is.
/// J2  Seqs are 1, 2, 3… A batch that does not begin at the workshop's next seq is a conflict and
///     changes nothing; of two writers who expect the same seq, one wins.
/// J3  What was appended is read back equal, in order, from any seq.
/// J4  Loading folds the journal: the same state with a snapshot and without.
/// J5  Loading gives a receipt for each command that made events, so that a command id that comes
///     again can be answered as the first time.
/// J6  Each row's digest binds it to all rows before it (see chain.hpp): verify finds the first
///     that was changed, taken out or put in, and says which.
/// J7  Erasing a sealed text leaves the chain whole; the event then loads with an empty text.
/// J8  The relational tables say what the fold says. They are written in the same transaction,
///     verify compares them, rebuild makes them again.
/// J9  After a write that failed nothing more is written until reopen() has written something for
///     certain; reading goes on. Whether the failed append is there is only known by reading.
/// J10 Erasing a workshop leaves nothing of it: no row, no link, no session, no name.
/// J11 The registry: codes, links and credentials are found by what they are, and a revoked link
///     takes the sessions made from it with it.
///
/// Implementations: MemoryJournal (tests, simulation), SqliteJournal. One that lives on PostgreSQL
/// needs nothing else: the primary key (workshop, seq) is the fence.
namespace atelier::journal {

using domain::Recorded;
using domain::Seq;
using domain::WorkshopId;
using Digest = base::Sha256;

enum class Failure {
    conflict,          ///< someone wrote this seq (or took this code) before: load, decide again
    unavailable,       ///< not known to be written: wait until the journal is well, then load
    no_such_workshop,  ///< never created, or erased
    damaged            ///< what is stored cannot be right; a person has to look at it
};

struct Problem {
    Failure kind;
    std::string operation;  ///< "append", "load"…
    std::string cause;      ///< for the log: never holds what people wrote
};

template <class T>
using Outcome = base::Result<T, Problem>;

/// Events of one workshop that belong together. `first` is the seq of events[0]; the others follow.
struct Batch {
    WorkshopId workshop;
    Seq first = 0;
    std::vector<Recorded> events;
};

/// A command that was done, and the seq of the last event it made.
struct Receipt {
    domain::Actor actor;
    base::Uuid command;
    Seq seq = 0;
};

/// Where a workshop's journal ends. The digest stands for everything up to there.
struct Head {
    Seq seq = 0;
    Digest digest{};
};

struct Loaded {
    domain::Workshop state;
    Head head;
    std::vector<Receipt> receipts;  ///< in order
};

/// The first thing that is not as it should be, in words for a person who looks after the server.
struct Difference {
    Seq seq = 0;
    std::string words;
};

struct Verified {
    Head head;
    std::optional<Difference> difference;  ///< none: all is as it should be
};

/// One thread at a time; blocks on the disk (JournalWriter gives it its own thread).
///
///     Batch batch{id, 1, {created}};
///     if (auto done = journal.append({&batch, 1}); !done) report(done.error());
class Journal {
  public:
    virtual ~Journal() = default;

    /// Makes all batches durable in one transaction with one sync, or none. No two may be of the
    /// same workshop unless they follow on each other. The event workshop.created makes a workshop.
    virtual Outcome<base::Done> append(std::span<const Batch> batches) = 0;

    virtual Outcome<Loaded> load(const WorkshopId& workshop) = 0;
    /// At most `limit` events from seq `from` on.
    virtual Outcome<std::vector<Recorded>> read(const WorkshopId& workshop, Seq from,
                                                std::size_t limit) = 0;
    virtual Outcome<Head> head(const WorkshopId& workshop) = 0;

    /// Keeps a state as it was after `seq`; only speeds up loading. The last one counts.
    virtual Outcome<base::Done> save_snapshot(const domain::Workshop& state, Seq seq) = 0;

    virtual Outcome<Verified> verify(const WorkshopId& workshop) = 0;
    virtual Outcome<base::Done> rebuild(const WorkshopId& workshop) = 0;
    /// Erases all of it, for good. If that ended in `unavailable`, ask again once the journal is
    /// well: `no_such_workshop` then says that it is done.
    virtual Outcome<base::Done> erase(const WorkshopId& workshop) = 0;
    /// Erases what these events sealed (texts, names, credentials), for good. Who holds the state
    /// loads it again.
    virtual Outcome<base::Done> forget(const WorkshopId& workshop, std::span<const Seq> seqs) = 0;

    /// False from the first failed write on, until reopen() succeeds.
    [[nodiscard]] virtual bool well() const noexcept = 0;
    /// Starts afresh and proves with a real, synced write that writing works again.
    virtual Outcome<base::Done> reopen() = 0;
};

}  // namespace atelier::journal

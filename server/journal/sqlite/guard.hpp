#pragma once

#include "journal/sqlite/database.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

/// The edge between exceptions inside this folder and values outside it.
namespace atelier::journal {

/// Leaves a transaction (rolling it back) with a problem for the caller.
struct Stop {
    Problem problem;
};

/// Stops where there is no such workshop.
inline void require(sqlite::Database& database, const WorkshopId& workshop, const char* operation) {
    auto rows = database.query("SELECT 1 FROM workshop WHERE id = ?", workshop);
    if (!rows.next()) throw Stop{{Failure::no_such_workshop, operation, workshop.text}};
}

/// Whatever is being handled, as a problem of an operation. For use in catch (...).
[[nodiscard]] Problem problem_of_current_exception(const char* operation);

template <class Work>
auto SqliteJournal::reading(const char* operation, Work work) {
    using Answer = Outcome<decltype(work(*database_))>;
    if (!database_) return Answer(Problem{Failure::unavailable, operation, cause_});
    try {
        // One moment of the file for all that is read, whoever else writes.
        const sqlite::Transaction transaction(*database_, sqlite::Transaction::Kind::read);
        return Answer(work(*database_));
    } catch (...) {
        return Answer(problem_of_current_exception(operation));
    }
}

template <class Work>
auto SqliteJournal::writing(const char* operation, Work work) {
    using Answer = Outcome<decltype(work(*database_))>;
    if (!well_) return Answer(Problem{Failure::unavailable, operation, cause_});
    try {
        sqlite::Transaction transaction(*database_, sqlite::Transaction::Kind::write);
        auto value = work(*database_);
        transaction.commit();
        return Answer(std::move(value));
    } catch (...) {
        Problem problem = problem_of_current_exception(operation);
        // What a failed write left behind is not known: this connection only reads from now on.
        const bool stuck = database_->in_transaction();
        if (problem.kind == Failure::unavailable || stuck) {
            well_ = false;
            cause_ = problem.cause;
        }
        if (stuck) database_.reset();
        return Answer(std::move(problem));
    }
}

}  // namespace atelier::journal

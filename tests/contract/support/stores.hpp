#pragma once

#include <memory>

#include "journal/memory_journal.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "temp_dir.hpp"

namespace atelier::tests {

/// A fresh store of a kind, with what it needs to live.
template <class Kind>
struct Fresh;

template <>
struct Fresh<journal::MemoryJournal> {
    journal::MemoryJournal store;
};

template <>
struct Fresh<journal::SqliteJournal> {
    TempDir dir;
    std::string path = dir.file("atelier.db");
    std::unique_ptr<journal::SqliteJournal> owner =
        journal::SqliteJournal::open({.path = path}).value();
    journal::SqliteJournal& store = *owner;
};

}  // namespace atelier::tests

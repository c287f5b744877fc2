#pragma once

#include <string>

#include "base/result.hpp"

/// A copy of a database as it is at one moment, taken while it is read and written by others: they
/// wait for nothing. The copy is one file, complete by itself, and readable by its owner only.
namespace atelier::journal {

/// Copies `from` to `to`, which must not exist yet. It appears whole, under its name, or not at all.
/// The reason in words if it cannot be done.
[[nodiscard]] base::Result<base::Done, std::string> copy_database(const std::string& from,
                                                                  const std::string& to);

}  // namespace atelier::journal

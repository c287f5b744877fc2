#pragma once

#include <optional>

#include "journal/chain.hpp"
#include "journal/sqlite/database.hpp"

namespace atelier::journal::sqlite {

/// Walks a workshop's rows in order, each with what is sealed of it. Inside a transaction.
class RowReader {
  public:
    RowReader(Database& database, const WorkshopId& workshop, Seq from);
    [[nodiscard]] std::optional<Row> next();

  private:
    WorkshopId workshop_;
    Rows rows_;
    Rows sealed_;
    bool more_sealed_;
};

}  // namespace atelier::journal::sqlite

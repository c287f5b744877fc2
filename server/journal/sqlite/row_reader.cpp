#include "journal/sqlite/row_reader.hpp"

namespace atelier::journal::sqlite {

RowReader::RowReader(Database& database, const WorkshopId& workshop, Seq from)
    : workshop_(workshop),
      rows_(database.query("SELECT seq, at, actor_role, actor, command, kind, payload, row, digest"
                           " FROM event WHERE workshop = ? AND seq >= ? ORDER BY seq",
                           workshop, from)),
      sealed_(database.query("SELECT seq, key, salt, value FROM sealed"
                             " WHERE workshop = ? AND seq >= ? ORDER BY seq, key",
                             workshop, from)),
      more_sealed_(sealed_.next()) {}

std::optional<Row> RowReader::next() {
    if (!rows_.next()) return std::nullopt;
    Row row{workshop_,
            static_cast<Seq>(rows_->integer(0)),
            rows_->integer(1),
            std::string(rows_->text(2)),
            std::string(rows_->text(3)),
            std::string(rows_->text(4)),
            std::string(rows_->text(5)),
            std::string(rows_->text(6)),
            {},
            rows_->digest(7),
            rows_->digest(8)};
    while (more_sealed_ && static_cast<Seq>(sealed_->integer(0)) <= row.seq) {
        if (static_cast<Seq>(sealed_->integer(0)) == row.seq)
            row.sealed.push_back({std::string(sealed_->text(1)), std::string(sealed_->text(2)),
                                  std::string(sealed_->text(3))});
        more_sealed_ = sealed_.next();
    }
    return row;
}

}  // namespace atelier::journal::sqlite

#include "insight/tokens.hpp"
#include "journal/sqlite/guard.hpp"

/// Series and the search over what was published: the other half of SqliteJournal's shelf.
namespace atelier::journal {

using sqlite::Database;
using sqlite::Statement;

namespace {

constexpr const char* every_series =
    "SELECT series.id, title, question, description, language, created_at, page.name,"
    " page.published FROM series LEFT JOIN page ON page.series = series.id"
    " WHERE ?1 IS NULL OR series.id = ?1 ORDER BY created_at, series.id";

Series series_in(const Statement& row) {
    Series out{SeriesId{std::string(row.text(0))}, std::string(row.text(1)),
               std::string(row.text(2)),           std::string(row.text(3)),
               std::string(row.text(4)),           row.integer(5)};
    if (!row.null(6))
        out.page = Page{std::string(row.text(6)), row.integer(7) != 0, std::nullopt, out.id};
    return out;
}

std::vector<Series> read_series(Database& database, const std::optional<SeriesId>& one) {
    std::vector<Series> out;
    {
        auto rows = database.query(every_series, one);
        while (rows.next()) out.push_back(series_in(rows.row()));
    }
    for (Series& series : out) {
        auto rows = database.query(
            "SELECT workshop FROM series_workshop WHERE series = ? ORDER BY position", series.id);
        while (rows.next()) series.workshops.push_back({std::string(rows->text(0))});
    }
    return out;
}

/// Each word as the beginning of one, whatever FTS5 would make of its signs: "haie"* "velo"*.
std::string expression(std::string_view asked) {
    std::string out;
    for (const insight::Token& token : insight::tokens(asked))
        for (const std::string& part : token) out += '"' + insight::folded(part) + "\"* ";
    return out;
}

}  // namespace

Outcome<base::Done> SqliteJournal::save_series(const Series& series) {
    return writing("save_series", [&](Database& database) {
        database.run(
            "INSERT INTO series (id, title, question, description, language, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
            " question = excluded.question, description = excluded.description,"
            " language = excluded.language",
            series.id, series.title, series.question, series.description, series.language,
            series.created_at);
        database.run("DELETE FROM series_workshop WHERE series = ?", series.id);
        int position = 0;
        for (const WorkshopId& workshop : series.workshops) {
            database.run(
                "INSERT OR REPLACE INTO series_workshop (workshop, series, position)"
                " SELECT id, ?, ? FROM workshop WHERE id = ?",
                series.id, ++position, workshop);
            if (database.changes() == 0)
                throw Stop{{Failure::no_such_workshop, "save_series", workshop.text}};
        }
        return base::Done{};
    });
}

Outcome<base::Done> SqliteJournal::erase_series(const SeriesId& series) {
    return writing("erase_series", [&](Database& database) {
        database.run("DELETE FROM series WHERE id = ?", series);
        return base::Done{};
    });
}

Outcome<std::vector<Series>> SqliteJournal::all_series() {
    return reading("all_series",
                   [](Database& database) { return read_series(database, std::nullopt); });
}

Outcome<std::optional<Series>> SqliteJournal::find_series(const SeriesId& series) {
    return reading("find_series", [&](Database& database) -> std::optional<Series> {
        auto found = read_series(database, series);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    });
}

Outcome<std::optional<Series>> SqliteJournal::series_of(const WorkshopId& workshop) {
    return reading("series_of", [&](Database& database) -> std::optional<Series> {
        std::optional<SeriesId> series;
        {
            auto rows =
                database.query("SELECT series FROM series_workshop WHERE workshop = ?", workshop);
            if (rows.next()) series = SeriesId{std::string(rows->text(0))};
        }
        if (!series) return std::nullopt;
        auto found = read_series(database, series);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    });
}

Outcome<base::Done> SqliteJournal::publish_series(const SeriesId& series, bool published,
                                                  std::string_view page_name) {
    return writing("publish_series", [&](Database& database) {
        database.run(
            "INSERT INTO page (key, name, published, series)"
            " SELECT ?, ?, ?, id FROM series WHERE id = ?"
            " ON CONFLICT (series) DO UPDATE SET published = excluded.published",
            key_of(page_name), page_name, published, series);
        return base::Done{};
    });
}

Outcome<std::vector<Hit>> SqliteJournal::search(const Search& asked) {
    const std::string wanted = expression(asked.words);
    if (wanted.empty()) return std::vector<Hit>{};
    return reading("search", [&](Database& database) {
        std::vector<Hit> out;
        auto rows = database.query(
            "SELECT searched.workshop, searched.kind, searched.item, searched.text FROM search"
            " JOIN searched ON searched.id = search.rowid"
            " LEFT JOIN series_workshop ON series_workshop.workshop = searched.workshop"
            " WHERE search MATCH ?1 AND (?2 IS NULL OR series_workshop.series = ?2)"
            " ORDER BY rank, searched.id LIMIT ?3",
            wanted, asked.series, asked.limit);
        while (rows.next())
            out.push_back({WorkshopId{std::string(rows->text(0))}, std::string(rows->text(1)),
                           std::string(rows->text(2)), std::string(rows->text(3))});
        return out;
    });
}

}  // namespace atelier::journal

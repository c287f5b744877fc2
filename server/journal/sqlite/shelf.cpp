#include "journal/sqlite/guard.hpp"

/// Drafts, published versions, pages, and how long workshops are kept: SqliteJournal's shelf.
namespace atelier::journal {

using sqlite::Database;
using sqlite::Statement;

namespace {

DraftRow draft_now(Database& database, const WorkshopId& workshop) {
    auto rows = database.query("SELECT revision, at, body FROM draft WHERE workshop = ?", workshop);
    if (!rows.next()) return {};
    return {static_cast<std::uint64_t>(rows->integer(0)), rows->integer(1),
            std::string(rows->text(2))};
}

/// Columns number, at, seq, digest, redone.
Version version_in(const Statement& row) {
    return {static_cast<int>(row.integer(0)), row.integer(1), static_cast<Seq>(row.integer(2)),
            std::string(row.text(3)), row.integer(4) != 0};
}

/// Columns name, published, workshop, series.
Page page_in(const Statement& row) {
    Page out{std::string(row.text(0)), row.integer(1) != 0, {}, {}};
    if (!row.null(2)) out.workshop = WorkshopId{std::string(row.text(2))};
    if (!row.null(3)) out.series = SeriesId{std::string(row.text(3))};
    return out;
}

}  // namespace

Outcome<DraftRow> SqliteJournal::draft(const WorkshopId& workshop) {
    return reading("draft", [&](Database& database) {
        require(database, workshop, "draft");
        return draft_now(database, workshop);
    });
}

Outcome<DraftSaved> SqliteJournal::save_draft(const WorkshopId& workshop, std::uint64_t over,
                                              std::string_view body, base::Millis at) {
    return writing("save_draft", [&](Database& database) {
        require(database, workshop, "save_draft");
        DraftRow now = draft_now(database, workshop);
        if (now.revision != over) return DraftSaved{false, std::move(now)};
        database.run(
            "INSERT OR REPLACE INTO draft (workshop, revision, at, body) VALUES (?, ?, ?, ?)",
            workshop, over + 1, at, body);
        return DraftSaved{true, {over + 1, at, std::string(body)}};
    });
}

Outcome<Version> SqliteJournal::publish(const WorkshopId& workshop, const Frozen& frozen,
                                        std::string_view page_name) {
    return writing("publish", [&](Database& database) {
        require(database, workshop, "publish");
        Version made = frozen.version;
        {
            auto rows = database.query(
                "SELECT coalesce(max(number), 0) + 1 FROM version WHERE workshop = ?", workshop);
            rows.next();
            made.number = static_cast<int>(rows->integer(0));
        }
        database.run(
            "INSERT INTO version (workshop, number, at, seq, digest, draft, html, markdown,"
            " redone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            workshop, made.number, made.at, made.seq, made.digest, frozen.draft, frozen.html,
            frozen.markdown, made.redone);
        database.run(
            "INSERT INTO page (key, name, published, workshop) VALUES (?, ?, 1, ?)"
            " ON CONFLICT (workshop) DO UPDATE SET published = 1",
            key_of(page_name), page_name, workshop);
        return made;
    });
}

Outcome<std::vector<Version>> SqliteJournal::versions(const WorkshopId& workshop) {
    return reading("versions", [&](Database& database) {
        require(database, workshop, "versions");
        std::vector<Version> out;
        auto rows = database.query(
            "SELECT number, at, seq, digest, redone FROM version WHERE workshop = ?"
            " ORDER BY number",
            workshop);
        while (rows.next()) out.push_back(version_in(rows.row()));
        return out;
    });
}

Outcome<std::optional<Frozen>> SqliteJournal::version(const WorkshopId& workshop, int number) {
    return reading("version", [&](Database& database) -> std::optional<Frozen> {
        require(database, workshop, "version");
        auto rows = database.query(
            "SELECT number, at, seq, digest, redone, draft, html, markdown FROM version"
            " WHERE workshop = ?1 AND (number = ?2 OR ?2 = 0) ORDER BY number DESC LIMIT 1",
            workshop, number);
        if (!rows.next()) return std::nullopt;
        return Frozen{version_in(rows.row()), std::string(rows->text(5)),
                      std::string(rows->text(6)), std::string(rows->text(7))};
    });
}

Outcome<base::Done> SqliteJournal::redraw(const WorkshopId& workshop, int number,
                                          std::string_view html, std::string_view markdown) {
    return writing("redraw", [&](Database& database) {
        require(database, workshop, "redraw");
        database.run(
            "UPDATE version SET html = ?, markdown = ?"
            " WHERE workshop = ? AND number = ? AND html = ''",
            html, markdown, workshop, number);
        return base::Done{};
    });
}

Outcome<base::Done> SqliteJournal::show_page(const WorkshopId& workshop, bool published) {
    return writing("show_page", [&](Database& database) {
        require(database, workshop, "show_page");
        database.run("UPDATE page SET published = ? WHERE workshop = ?", published, workshop);
        return base::Done{};
    });
}

Outcome<std::optional<Page>> SqliteJournal::page_of(const WorkshopId& workshop) {
    return reading("page_of", [&](Database& database) -> std::optional<Page> {
        require(database, workshop, "page_of");
        auto rows = database.query(
            "SELECT name, published, workshop, series FROM page WHERE workshop = ?", workshop);
        if (!rows.next()) return std::nullopt;
        return page_in(rows.row());
    });
}

Outcome<std::optional<Page>> SqliteJournal::find_page(std::string_view key) {
    return reading("find_page", [&](Database& database) -> std::optional<Page> {
        auto rows =
            database.query("SELECT name, published, workshop, series FROM page WHERE key = ?", key);
        if (!rows.next()) return std::nullopt;
        return page_in(rows.row());
    });
}

Outcome<base::Done> SqliteJournal::keep_days(const WorkshopId& workshop, std::optional<int> days) {
    return writing("keep_days", [&](Database& database) {
        require(database, workshop, "keep_days");
        database.run("DELETE FROM keeping WHERE workshop = ?", workshop);
        if (days)
            database.run("INSERT INTO keeping (workshop, days) VALUES (?, ?)", workshop, *days);
        return base::Done{};
    });
}

Outcome<Traces> SqliteJournal::traces() {
    return reading("traces", [&](Database& database) {
        Traces out = traces_;
        auto due = database.query("SELECT 1 FROM meta WHERE key = 'wipe'");
        if (due.next()) out.log_emptied = out.compacted = false;
        auto secure = database.query("PRAGMA secure_delete");
        out.overwritten = secure.next() && secure->integer(0) == 1;
        return out;
    });
}

}  // namespace atelier::journal

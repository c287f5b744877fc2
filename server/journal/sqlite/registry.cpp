#include "journal/sqlite/guard.hpp"
#include "wire/enums.hpp"

/// The registry's half of SqliteJournal.
namespace atelier::journal {

using domain::Role;
using sqlite::Database;

namespace {

constexpr std::string_view every_workshop =
    "SELECT id, code, title, language, closed, created_at,"
    " (SELECT count(*) FROM participant WHERE participant.workshop = workshop.id),"
    " (SELECT count(*) FROM idea WHERE idea.workshop = workshop.id AND status <> 'withdrawn'),"
    " (SELECT days FROM keeping WHERE keeping.workshop = workshop.id), anonymised"
    " FROM workshop WHERE id = coalesce(?, id) ORDER BY created_at, id";

std::optional<WorkshopId> maybe_workshop(const sqlite::Statement& row, int column) {
    if (row.null(column)) return std::nullopt;
    return WorkshopId{std::string(row.text(column))};
}

std::optional<base::Millis> maybe_time(const sqlite::Statement& row, int column) {
    if (row.null(column)) return std::nullopt;
    return row.integer(column);
}

Role role_in(const sqlite::Statement& row, int column) {
    const auto role = wire::parse<Role>(row.text(column));
    if (!role) throw Stop{{Failure::damaged, "registry", "unknown role"}};
    return *role;
}

WorkshopRow workshop_in(const sqlite::Statement& row) {
    std::optional<int> keep_days;
    if (!row.null(8)) keep_days = static_cast<int>(row.integer(8));
    return {{std::string(row.text(0))},
            std::string(row.text(1)),
            std::string(row.text(2)),
            std::string(row.text(3)),
            row.integer(4) != 0,
            row.integer(5),
            static_cast<std::size_t>(row.integer(6)),
            static_cast<std::size_t>(row.integer(7)),
            keep_days,
            row.integer(9) != 0};
}

}  // namespace

Outcome<std::string> SqliteJournal::epoch() {
    return reading("epoch", [](Database& database) {
        auto rows = database.query("SELECT value FROM meta WHERE key = 'epoch'");
        if (!rows.next()) throw Stop{{Failure::damaged, "epoch", "there is none"}};
        return std::string(rows->text(0));
    });
}

Outcome<std::vector<WorkshopRow>> SqliteJournal::workshops() {
    return reading("workshops", [](Database& database) {
        std::vector<WorkshopRow> out;
        auto rows = database.query(every_workshop, nullptr);
        while (rows.next()) out.push_back(workshop_in(rows.row()));
        return out;
    });
}

Outcome<std::optional<WorkshopRow>> SqliteJournal::find_workshop(const WorkshopId& workshop) {
    return reading("find_workshop", [&](Database& database) -> std::optional<WorkshopRow> {
        auto rows = database.query(every_workshop, workshop);
        if (!rows.next()) return std::nullopt;
        return workshop_in(rows.row());
    });
}

Outcome<std::optional<WorkshopId>> SqliteJournal::find_code(std::string_view code) {
    return reading("find_code", [&](Database& database) -> std::optional<WorkshopId> {
        auto rows = database.query("SELECT id FROM workshop WHERE code = ?", code);
        if (!rows.next()) return std::nullopt;
        return WorkshopId{std::string(rows->text(0))};
    });
}

Outcome<base::Done> SqliteJournal::add_link(const Link& link) {
    return writing("add_link", [&](Database& database) {
        try {
            database.run(
                "INSERT INTO link (digest, workshop, role, created_at, expires_at,"
                " revoked_at) VALUES (?, ?, ?, ?, ?, ?)",
                link.digest, link.workshop, wire::text(link.role), link.created_at, link.expires_at,
                link.revoked_at);
        } catch (const sqlite::SqlError& error) {
            if (error.code == SQLITE_CONSTRAINT_FOREIGNKEY)
                throw Stop{{Failure::no_such_workshop, "add_link", link.workshop->text}};
            throw;
        }
        return base::Done{};
    });
}

Outcome<std::optional<Link>> SqliteJournal::find_link(std::string_view digest) {
    return reading("find_link", [&](Database& database) -> std::optional<Link> {
        auto rows = database.query(
            "SELECT digest, workshop, role, created_at, expires_at,"
            " revoked_at FROM link WHERE digest = ?",
            digest);
        if (!rows.next()) return std::nullopt;
        const auto& row = rows.row();
        return Link{std::string(row.text(0)), maybe_workshop(row, 1), role_in(row, 2),
                    row.integer(3),           maybe_time(row, 4),     maybe_time(row, 5)};
    });
}

Outcome<std::size_t> SqliteJournal::count_links(const std::optional<WorkshopId>& workshop,
                                                Role role, base::Millis now) {
    return reading("count_links", [&](Database& database) {
        auto rows = database.query(
            "SELECT count(*) FROM link WHERE workshop IS ? AND role = ? AND revoked_at IS NULL"
            " AND (expires_at IS NULL OR expires_at > ?)",
            workshop, wire::text(role), now);
        rows.next();
        return static_cast<std::size_t>(rows->integer(0));
    });
}

Outcome<base::Done> SqliteJournal::revoke_links(const std::optional<WorkshopId>& workshop,
                                                Role role, base::Millis at) {
    return writing("revoke_links", [&](Database& database) {
        database.run(
            "DELETE FROM session WHERE link IN"
            " (SELECT digest FROM link WHERE workshop IS ? AND role = ?)",
            workshop, wire::text(role));
        database.run(
            "UPDATE link SET revoked_at = ?"
            " WHERE workshop IS ? AND role = ? AND revoked_at IS NULL",
            at, workshop, wire::text(role));
        return base::Done{};
    });
}

Outcome<base::Done> SqliteJournal::add_session(const Session& session) {
    return writing("add_session", [&](Database& database) {
        // The link may have been revoked since it was looked up: then there is no session.
        database.run(
            "INSERT INTO session (digest, link, workshop, role, created_at, expires_at)"
            " SELECT ?, digest, ?, ?, ?, ? FROM link"
            " WHERE digest = ? AND revoked_at IS NULL",
            session.digest, session.workshop, wire::text(session.role), session.created_at,
            session.expires_at, session.link);
        if (database.changes() == 0)
            throw Stop{{Failure::conflict, "add_session", "its link is not there any more"}};
        return base::Done{};
    });
}

Outcome<std::optional<Credential>> SqliteJournal::find_credential(std::string_view digest) {
    return reading("find_credential", [&](Database& database) -> std::optional<Credential> {
        auto rows = database.query(
            "SELECT role, NULL, workshop, created_at, expires_at FROM session WHERE digest = ?1"
            " UNION ALL SELECT 'participant', participant, workshop, created_at, NULL"
            " FROM credential WHERE digest = ?1",
            digest);
        if (!rows.next()) return std::nullopt;
        const auto& row = rows.row();
        return Credential{{role_in(row, 0), domain::ParticipantId{std::string(row.text(1))}},
                          maybe_workshop(row, 2),
                          row.integer(3),
                          maybe_time(row, 4)};
    });
}

Outcome<base::Done> SqliteJournal::add_handover(const Handover& handover) {
    return writing("add_handover", [&](Database& database) {
        database.run(
            "UPDATE handover SET revoked_at = ? WHERE workshop = ? AND participant = ?"
            " AND used_at IS NULL AND revoked_at IS NULL",
            handover.created_at, handover.workshop, handover.participant);
        try {
            database.run(
                "INSERT INTO handover (digest, workshop, participant, created_at, expires_at)"
                " VALUES (?, ?, ?, ?, ?)",
                handover.digest, handover.workshop, handover.participant, handover.created_at,
                handover.expires_at);
        } catch (const sqlite::SqlError& error) {
            if (error.code == SQLITE_CONSTRAINT_FOREIGNKEY)
                throw Stop{{Failure::no_such_workshop, "add_handover", handover.workshop.text}};
            throw;
        }
        return base::Done{};
    });
}

Outcome<std::optional<Handover>> SqliteJournal::find_handover(std::string_view digest) {
    return reading("find_handover", [&](Database& database) -> std::optional<Handover> {
        auto rows = database.query(
            "SELECT digest, workshop, participant, created_at, expires_at, used_at, revoked_at"
            " FROM handover WHERE digest = ?",
            digest);
        if (!rows.next()) return std::nullopt;
        const auto& row = rows.row();
        return Handover{std::string(row.text(0)),
                        WorkshopId{std::string(row.text(1))},
                        domain::ParticipantId{std::string(row.text(2))},
                        row.integer(3),
                        row.integer(4),
                        maybe_time(row, 5),
                        maybe_time(row, 6)};
    });
}

Outcome<bool> SqliteJournal::use_handover(std::string_view digest, base::Millis at) {
    return writing("use_handover", [&](Database& database) {
        database.run(
            "UPDATE handover SET used_at = ? WHERE digest = ? AND used_at IS NULL"
            " AND revoked_at IS NULL AND expires_at > ?",
            at, digest, at);
        return database.changes() > 0;
    });
}

}  // namespace atelier::journal

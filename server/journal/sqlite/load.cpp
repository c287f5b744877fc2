#include "journal/replay.hpp"
#include "journal/sqlite/guard.hpp"
#include "journal/sqlite/projection.hpp"
#include "journal/sqlite/row_reader.hpp"
#include "wire/enums.hpp"
#include "wire/snapshot.hpp"

/// The reading half of SqliteJournal's events.
namespace atelier::journal {

using sqlite::Database;
using sqlite::RowReader;

namespace {

[[noreturn]] void damaged(const char* operation, Seq seq, const std::string& fault) {
    throw Stop{{Failure::damaged, operation, "event " + std::to_string(seq) + ": " + fault}};
}

Recorded opened(const Row& row, const char* operation) {
    auto event = open_row(row);
    if (!event) damaged(operation, row.seq, event.error());
    return std::move(event).value();
}

Head end_of(Database& database, const WorkshopId& workshop, const char* operation) {
    auto rows = database.query("SELECT last_seq, last_digest FROM workshop WHERE id = ?", workshop);
    if (!rows.next()) throw Stop{{Failure::no_such_workshop, operation, workshop.text}};
    return {static_cast<Seq>(rows->integer(0)), rows->digest(1)};
}

/// From the snapshot, if there is one and it belongs to this journal; else from nothing.
Replay beginning(Database& database, const WorkshopId& workshop) {
    auto rows = database.query(
        "SELECT snapshot.seq, snapshot.digest, snapshot.state FROM snapshot JOIN event"
        " ON event.workshop = snapshot.workshop AND event.seq = snapshot.seq"
        " AND event.digest = snapshot.digest WHERE snapshot.workshop = ?",
        workshop);
    if (!rows.next()) return {};
    auto state = wire::decode_snapshot(nlohmann::json::parse(rows->text(2), nullptr, false));
    // One that cannot be read (written by another version) is as good as none.
    if (!state) return {};
    return {std::move(state).value(), {static_cast<Seq>(rows->integer(0)), rows->digest(1)}};
}

std::vector<Receipt> receipts_of(Database& database, const WorkshopId& workshop) {
    std::vector<Receipt> out;
    auto rows = database.query(
        "SELECT seq, actor_role, actor, command FROM event"
        " WHERE workshop = ? AND command IS NOT NULL ORDER BY seq",
        workshop);
    while (rows.next()) {
        const auto role = wire::parse<domain::Role>(rows->text(1));
        const auto command = base::Uuid::parse(rows->text(3));
        const auto seq = static_cast<Seq>(rows->integer(0));
        if (!role || !command) damaged("load", seq, "its actor or command cannot be read");
        const domain::ParticipantId participant{std::string(rows->text(2))};
        note_receipt(out, {*role, participant}, *command, seq);
    }
    return out;
}

}  // namespace

Outcome<Loaded> SqliteJournal::load(const WorkshopId& workshop) {
    return reading("load", [&](Database& database) {
        const Head end = end_of(database, workshop, "load");
        Replay replay = beginning(database, workshop);
        RowReader reader(database, workshop, replay.head().seq + 1);
        while (auto row = reader.next())
            if (auto fault = replay.add(opened(*row, "load"), row->digest); !fault.empty())
                damaged("load", row->seq, fault);
        if (replay.head().seq != end.seq) damaged("load", end.seq, "it is missing");
        const Head head = replay.head();
        return Loaded{std::move(replay).take(), head, receipts_of(database, workshop)};
    });
}

Outcome<std::vector<Recorded>> SqliteJournal::read(const WorkshopId& workshop, Seq from,
                                                   std::size_t limit) {
    return reading("read", [&](Database& database) {
        end_of(database, workshop, "read");
        std::vector<Recorded> out;
        RowReader reader(database, workshop, from);
        while (out.size() < limit) {
            const auto row = reader.next();
            if (!row) break;
            out.push_back(opened(*row, "read"));
        }
        return out;
    });
}

Outcome<Head> SqliteJournal::head(const WorkshopId& workshop) {
    return reading("head", [&](Database& database) { return end_of(database, workshop, "head"); });
}

Outcome<Verified> SqliteJournal::verify(const WorkshopId& workshop) {
    return reading("verify", [&](Database& database) {
        const Head end = end_of(database, workshop, "verify");
        Verifier verifier;
        const Replay& replay = verifier.replay();
        RowReader reader(database, workshop, 1);
        while (const auto row = reader.next())
            if (auto difference = verifier.add(*row)) return Verified{replay.head(), difference};
        const Head head = replay.head();
        if (head.seq != end.seq || head.digest != end.digest)
            return Verified{
                head,
                Difference{head.seq + 1, "the journal ends at event " + std::to_string(head.seq) +
                                             ", not at " + std::to_string(end.seq)}};
        if (auto words = sqlite::projection_difference(database, replay.state()))
            return Verified{head, Difference{head.seq, std::move(*words)}};
        return Verified{head, std::nullopt};
    });
}

}  // namespace atelier::journal

#include "journal/sqlite/schema.hpp"

#include <array>

#include "journal/sqlite/schema_boards.hpp"
#include "journal/sqlite/schema_keeping.hpp"
#include "journal/sqlite/schema_taking_part.hpp"
#include "journal/sqlite/schema_voices.hpp"
#include "journal/sqlite/schema_votes.hpp"

namespace atelier::journal::sqlite {
namespace {

// "Atlr": marks the file as ours, for `file` and for ourselves.
constexpr std::int64_t application_id = 0x41746C72;

// Comments inside a statement stay in the file: people read them with `.schema`.
constexpr const char* first = R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;

CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,          -- as it is shown: ABCD-EFGH
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,        -- this and every time: ms since 1970, UTC
    last_seq INTEGER NOT NULL DEFAULT 0,
    last_digest BLOB NOT NULL DEFAULT x''
) STRICT, WITHOUT ROWID;

CREATE TABLE event (                    -- the journal: rows are only ever added
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL,               -- 1, 2, 3… in each workshop
    at INTEGER NOT NULL,
    actor_role TEXT NOT NULL,
    actor TEXT,                         -- participant, if it was one
    command TEXT,                       -- the command's UUID, if a client asked
    kind TEXT NOT NULL,                 -- 'vote.cast'
    payload TEXT NOT NULL,              -- JSON; what can be erased is in `sealed`
    row BLOB NOT NULL,                  -- SHA-256 of the fields above
    digest BLOB NOT NULL,               -- SHA-256 of the former digest and `row`
    PRIMARY KEY (workshop, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed (                   -- what people wrote; may be erased, the chain stays whole
    workshop TEXT NOT NULL,
    seq INTEGER NOT NULL,
    key TEXT NOT NULL,                  -- 'text', 'name', 'credential'
    salt BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (workshop, seq, key),
    FOREIGN KEY (workshop, seq) REFERENCES event (workshop, seq) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (                 -- speeds up loading, may be deleted at any time
    workshop TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,               -- of the event with that seq
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- From here on: what the journal says, as tables to ask. `rebuild` makes them again.

CREATE TABLE affiliation (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lever (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (workshop, board, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scale (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    PRIMARY KEY (workshop, board, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- collect, sort, vote, …
    title TEXT NOT NULL,
    prompt TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    status TEXT NOT NULL,               -- planned, open, closed
    opened_at INTEGER,
    ends_at INTEGER,
    revealed INTEGER NOT NULL,
    settings TEXT NOT NULL,             -- JSON
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT,                          -- NULL: not given
    affiliation TEXT,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE idea (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    phase TEXT NOT NULL,
    author TEXT,                        -- participant; NULL: a facilitator
    text TEXT NOT NULL,                 -- exactly as typed
    scale TEXT,                         -- the author's suggestion
    at INTEGER NOT NULL,
    status TEXT NOT NULL,               -- pending, published, hidden, withdrawn
    reviewed INTEGER NOT NULL,
    reason TEXT,                        -- why it is hidden
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    participant TEXT NOT NULL,
    idea TEXT NOT NULL,
    dots INTEGER NOT NULL CHECK (dots > 0),
    PRIMARY KEY (workshop, phase, participant, idea)
) STRICT, WITHOUT ROWID;

CREATE TABLE placement (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    board TEXT NOT NULL,
    idea TEXT NOT NULL,
    lever TEXT,                         -- NULL: not sorted
    scale TEXT,
    participant TEXT,                   -- who moved it last; NULL: a facilitator
    PRIMARY KEY (workshop, board, idea)
) STRICT, WITHOUT ROWID;

-- Who may enter. Secrets are only here as SHA-256 in hexadecimal.

CREATE TABLE credential (               -- participants' tokens
    digest TEXT PRIMARY KEY,
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    participant TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX credential_workshop ON credential (workshop);

CREATE TABLE link (
    digest TEXT PRIMARY KEY,
    workshop TEXT REFERENCES workshop (id) ON DELETE CASCADE,  -- NULL: the organiser's
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX link_workshop ON link (workshop, role);

CREATE TABLE session (
    digest TEXT PRIMARY KEY,
    link TEXT NOT NULL REFERENCES link (digest) ON DELETE CASCADE,
    workshop TEXT REFERENCES workshop (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_link ON session (link);
CREATE INDEX session_workshop ON session (workshop);

-- To ask with: SELECT * FROM idea_result WHERE workshop = '…' ORDER BY dots DESC;

CREATE VIEW idea_tally AS               -- dots and voters of each idea in each vote
SELECT workshop, phase, idea, sum(dots) AS dots, count(*) AS voters
FROM ballot GROUP BY workshop, phase, idea;

CREATE VIEW turnout AS                  -- how many voted in each vote, of how many
SELECT phase.workshop, phase.id AS phase, phase.title,
    (SELECT count(DISTINCT ballot.participant) FROM ballot
        WHERE ballot.workshop = phase.workshop AND ballot.phase = phase.id) AS voted,
    (SELECT count(*) FROM participant WHERE participant.workshop = phase.workshop) AS people
FROM phase WHERE phase.kind = 'vote';

CREATE VIEW idea_result AS              -- published ideas with their place and all their dots
SELECT idea.workshop, idea.id AS idea, idea.text,
    lever.name AS lever, scale.name AS scale,
    coalesce(sum(idea_tally.dots), 0) AS dots, coalesce(sum(idea_tally.voters), 0) AS voters
FROM idea
LEFT JOIN placement ON placement.workshop = idea.workshop AND placement.idea = idea.id
LEFT JOIN lever ON lever.workshop = idea.workshop AND lever.board = placement.board
    AND lever.id = placement.lever
LEFT JOIN scale ON scale.workshop = idea.workshop AND scale.board = placement.board
    AND scale.id = placement.scale
LEFT JOIN idea_tally ON idea_tally.workshop = idea.workshop AND idea_tally.idea = idea.id
WHERE idea.status = 'published'
GROUP BY idea.workshop, idea.id, placement.board;

INSERT INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(8))));
)sql";

constexpr std::array<const char*, 6> steps_to_now{first,       boards_step,      votes_step,
                                                  voices_step, taking_part_step, keeping_step};

std::int64_t pragma(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    return rows.next() ? rows->integer(0) : 0;
}

bool empty(Database& database) {
    auto rows = database.query("SELECT count(*) FROM sqlite_schema");
    return rows.next() && rows->integer(0) == 0;
}

/// The version of a file that we may work with; a new one has 0.
std::size_t version_of(Database& database, std::size_t newest) {
    const auto version = static_cast<std::size_t>(pragma(database, "PRAGMA user_version"));
    const auto owner = pragma(database, "PRAGMA application_id");
    if (owner != application_id && !(owner == 0 && version == 0 && empty(database)))
        throw SqlError{SQLITE_NOTADB, "this database was not made by Atelier"};
    if (version > newest)
        throw SqlError{SQLITE_CANTOPEN, "this file is of version " + std::to_string(version) +
                                            ", this server knows versions up to " +
                                            std::to_string(newest) +
                                            ": use the newer server that wrote it"};
    return version;
}

}  // namespace

std::span<const char* const> migrations() noexcept { return steps_to_now; }

void migrate(Database& database, std::span<const char* const> steps) {
    // Most often there is nothing to do: then nobody has to wait for a lock.
    if (version_of(database, steps.size()) == steps.size()) return;
    Transaction transaction(database, Transaction::Kind::write);
    for (const char* step : steps.subspan(version_of(database, steps.size())))
        database.script(step);
    database.script("PRAGMA application_id = " + std::to_string(application_id) +
                    "; PRAGMA user_version = " + std::to_string(steps.size()));
    transaction.commit();
}

}  // namespace atelier::journal::sqlite

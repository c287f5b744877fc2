#pragma once

/// The step of the schema that brings the day after: erasure, drafts and published versions, series
/// and search; see schema.cpp.
namespace atelier::journal::sqlite {

inline constexpr const char* keeping_step = R"sql(
ALTER TABLE idea ADD COLUMN carried_from TEXT;  -- the workshop it was brought along from
ALTER TABLE idea ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;  -- its text is gone for good
ALTER TABLE comment ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
ALTER TABLE question ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
ALTER TABLE commitment ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
ALTER TABLE commitment ADD COLUMN follow_up TEXT;  -- planned, under_way, done, given_up
ALTER TABLE commitment ADD COLUMN note TEXT;       -- what was told with it
ALTER TABLE commitment ADD COLUMN followed_at INTEGER;
ALTER TABLE participant ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN anonymised INTEGER NOT NULL DEFAULT 0;

-- What everyone may read, for the search; `rebuild` makes it again. The index is written beside the
-- table, not by triggers: a schema that is not trusted may not reach into a virtual table.
CREATE TABLE searched (
    id INTEGER PRIMARY KEY,
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                 -- idea, question, commitment
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (workshop, kind, item)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'searched', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2");
INSERT INTO searched (workshop, kind, item, text)
    SELECT idea.workshop, 'idea', idea.id, idea.text FROM idea
    JOIN workshop ON workshop.id = idea.workshop
    LEFT JOIN phase ON phase.workshop = idea.workshop AND phase.id = idea.phase
    WHERE idea.status = 'published' AND (workshop.closed OR phase.revealed
        OR coalesce(json_extract(phase.settings, '$.private'), 0) = 0)
    UNION ALL SELECT workshop, 'question', id, text FROM question WHERE status = 'published'
    UNION ALL SELECT workshop, 'commitment', id, text FROM commitment WHERE status = 'published';
INSERT INTO search (search) VALUES ('rebuild');

-- From here on: kept beside the journals, gone with their workshop.

CREATE TABLE draft (                    -- what facilitators write into the summary
    workshop TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL                  -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE version (                  -- of a summary, as it was published
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,            -- 1, 2, 3…
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,               -- the event up to which it tells
    digest TEXT NOT NULL,               -- of that event, in hex
    draft TEXT NOT NULL,
    html TEXT NOT NULL,                 -- empty: to be drawn again, a text was erased
    markdown TEXT NOT NULL,
    redone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (workshop, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series_workshop (
    workshop TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
    series TEXT NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX series_workshop_series ON series_workshop (series, position);

CREATE TABLE page (                     -- addresses for everyone
    key TEXT PRIMARY KEY,               -- the end of the name
    name TEXT NOT NULL,
    published INTEGER NOT NULL,
    workshop TEXT UNIQUE REFERENCES workshop (id) ON DELETE CASCADE,
    series TEXT UNIQUE REFERENCES series (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE keeping (                  -- where it is not as the server does
    workshop TEXT PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
    days INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace atelier::journal::sqlite

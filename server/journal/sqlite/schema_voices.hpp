#pragma once

/// The step of the schema that brings what people say besides ideas and votes; see schema.cpp.
namespace atelier::journal::sqlite {

inline constexpr const char* voices_step = R"sql(
CREATE TABLE weather (                  -- how people come
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    participant TEXT NOT NULL,
    weather TEXT NOT NULL,              -- sun, bright, cloud, storm
    PRIMARY KEY (workshop, phase, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (                 -- to a speaker
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    phase TEXT NOT NULL,
    author TEXT,                        -- participant; NULL: a facilitator
    text TEXT NOT NULL,                 -- exactly as typed
    at INTEGER NOT NULL,
    status TEXT NOT NULL,               -- as an idea's
    reviewed INTEGER NOT NULL,
    reason TEXT,
    answered INTEGER NOT NULL DEFAULT 0,
    answer TEXT,                        -- NULL: aloud, or not yet
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE support (                  -- who wants a question answered, too
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    participant TEXT NOT NULL,
    PRIMARY KEY (workshop, question, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (               -- who does what, with whom
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    phase TEXT NOT NULL,
    author TEXT,
    text TEXT NOT NULL,
    who TEXT NOT NULL,                  -- individual, collective
    by TEXT,                            -- until when, in their own words
    with_whom TEXT,
    looking_for TEXT,
    bringing TEXT,
    at INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing (                  -- how people leave
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    participant TEXT NOT NULL,
    roti INTEGER,                       -- return on time invested, 1 to 5
    sentence TEXT,
    quote INTEGER NOT NULL,             -- whether the sentence may be read by others
    PRIMARY KEY (workshop, phase, participant)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace atelier::journal::sqlite

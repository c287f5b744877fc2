#pragma once

/// The step of the schema that brings who supports which idea, and the links by which people go on
/// on another device; see schema.cpp.
namespace atelier::journal::sqlite {

inline constexpr const char* taking_part_step = R"sql(
CREATE TABLE reaction (                 -- who supports an idea while ideas are collected; no vote
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    idea TEXT NOT NULL,
    participant TEXT NOT NULL,
    PRIMARY KEY (workshop, idea, participant)
) STRICT, WITHOUT ROWID;

CREATE VIEW idea_support AS             -- how many people; of a group, those behind any idea of it
SELECT idea.workshop, coalesce(idea.lead, idea.id) AS idea,
    count(DISTINCT reaction.participant) AS people
FROM reaction JOIN idea ON idea.workshop = reaction.workshop AND idea.id = reaction.idea
GROUP BY idea.workshop, coalesce(idea.lead, idea.id);

CREATE TABLE handover (                 -- a person's link to another device; not in the journal
    digest TEXT PRIMARY KEY,            -- SHA-256 in hexadecimal of its secret
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    participant TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER                  -- another one took its place
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_participant ON handover (workshop, participant);
)sql";

}  // namespace atelier::journal::sqlite

#pragma once

/// The step of the schema that brings changing boards, groups and moderation; see schema.cpp.
namespace atelier::journal::sqlite {

inline constexpr const char* boards_step = R"sql(
ALTER TABLE idea ADD COLUMN lead TEXT;          -- the idea that leads its group
ALTER TABLE idea ADD COLUMN original TEXT;      -- what the author wrote, if it was reworded
ALTER TABLE idea ADD COLUMN answer TEXT;        -- to its author alone
ALTER TABLE idea ADD COLUMN look_alike TEXT;    -- an earlier one that seemed to say the same
ALTER TABLE participant ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE participant ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE placement ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;  -- whatever the crowd says
ALTER TABLE workshop ADD COLUMN posts_stopped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshop ADD COLUMN screen_frozen INTEGER NOT NULL DEFAULT 0;

CREATE TABLE board (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    title TEXT,                         -- NULL: not given
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;
INSERT INTO board (workshop, id)
    SELECT DISTINCT workshop, board FROM lever UNION SELECT DISTINCT workshop, board FROM scale;

CREATE TABLE retired_lever (            -- cards keep the lever they were put on: see lever_now
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    into_lever TEXT,                    -- NULL: its cards are in the tray
    PRIMARY KEY (workshop, board, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE crowd_placement (          -- where each person put a card
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    board TEXT NOT NULL,
    idea TEXT NOT NULL,
    participant TEXT NOT NULL,
    lever TEXT,                         -- NULL: not sorted
    scale TEXT,
    PRIMARY KEY (workshop, board, idea, participant)
) STRICT, WITHOUT ROWID;

CREATE TABLE comment (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    idea TEXT NOT NULL,
    author TEXT,                        -- participant; NULL: a facilitator
    text TEXT NOT NULL,                 -- exactly as typed
    at INTEGER NOT NULL,
    status TEXT NOT NULL,               -- shown, hidden, withdrawn
    reason TEXT,                        -- why it is hidden
    PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dismissed_pair (           -- ideas that a human saw not to say the same
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (workshop, one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE spotlight (
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    idea TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (workshop, idea)
) STRICT, WITHOUT ROWID;

CREATE VIEW lever_now AS                -- for every lever there ever was: where its cards are now
WITH RECURSIVE way (workshop, board, id, at) AS (
    SELECT workshop, board, id, id FROM lever
    UNION ALL SELECT workshop, board, id, id FROM retired_lever
    UNION ALL SELECT way.workshop, way.board, way.id, retired_lever.into_lever
        FROM way JOIN retired_lever ON retired_lever.workshop = way.workshop
            AND retired_lever.board = way.board AND retired_lever.id = way.at
)
SELECT way.workshop, way.board, way.id, lever.id AS lever, lever.name
FROM way JOIN lever ON lever.workshop = way.workshop AND lever.board = way.board
    AND lever.id = way.at;

CREATE VIEW crowd_tally AS              -- how many people put a card where
SELECT crowd_placement.workshop, crowd_placement.board, idea, lever_now.lever, lever_now.name,
    scale, count(*) AS people
FROM crowd_placement LEFT JOIN lever_now ON lever_now.workshop = crowd_placement.workshop
    AND lever_now.board = crowd_placement.board AND lever_now.id = crowd_placement.lever
GROUP BY crowd_placement.workshop, crowd_placement.board, idea, lever_now.lever, scale;

CREATE VIEW card_place AS               -- where each card rests; a tie of the crowd is the tray
SELECT placement.workshop, placement.board, placement.idea, lever_now.lever, placement.scale
FROM placement LEFT JOIN lever_now ON lever_now.workshop = placement.workshop
    AND lever_now.board = placement.board AND lever_now.id = placement.lever
WHERE placement.settled OR NOT EXISTS (SELECT 1 FROM crowd_placement AS crowd
    WHERE crowd.workshop = placement.workshop AND crowd.board = placement.board
        AND crowd.idea = placement.idea)
UNION ALL
SELECT best.workshop, best.board, best.idea, best.lever, best.scale
FROM crowd_tally AS best
WHERE NOT EXISTS (SELECT 1 FROM placement WHERE placement.workshop = best.workshop
        AND placement.board = best.board AND placement.idea = best.idea AND placement.settled)
    AND NOT EXISTS (SELECT 1 FROM crowd_tally AS other WHERE other.workshop = best.workshop
        AND other.board = best.board AND other.idea = best.idea AND other.people >= best.people
        AND (other.lever IS NOT best.lever OR other.scale IS NOT best.scale));

-- Of a group the lead counts: the union of its voters, each with the most they gave to any of it.
DROP VIEW idea_result;
CREATE VIEW group_tally AS              -- dots and voters of each idea or group in each vote
SELECT workshop, phase, idea, sum(dots) AS dots, count(*) AS voters
FROM (SELECT ballot.workshop, ballot.phase, ballot.participant,
        coalesce(idea.lead, idea.id) AS idea, max(ballot.dots) AS dots
    FROM ballot JOIN idea ON idea.workshop = ballot.workshop AND idea.id = ballot.idea
    GROUP BY ballot.workshop, ballot.phase, ballot.participant, coalesce(idea.lead, idea.id))
GROUP BY workshop, phase, idea;

CREATE VIEW idea_result AS              -- published ideas with their place and all their dots
SELECT idea.workshop, idea.id AS idea, idea.text,
    lever.name AS lever, scale.name AS scale,
    coalesce(sum(group_tally.dots), 0) AS dots, coalesce(sum(group_tally.voters), 0) AS voters
FROM idea
LEFT JOIN card_place ON card_place.workshop = idea.workshop AND card_place.idea = idea.id
LEFT JOIN lever ON lever.workshop = idea.workshop AND lever.board = card_place.board
    AND lever.id = card_place.lever
LEFT JOIN scale ON scale.workshop = idea.workshop AND scale.board = card_place.board
    AND scale.id = card_place.scale
LEFT JOIN group_tally ON group_tally.workshop = idea.workshop AND group_tally.idea = idea.id
WHERE idea.status = 'published' AND idea.lead IS NULL
GROUP BY idea.workshop, idea.id, card_place.board;
)sql";

}  // namespace atelier::journal::sqlite

#pragma once

/// The step of the schema that brings five methods of voting, rounds, shortlists and cards; see
/// schema.cpp. A table's checks cannot be changed in place, so the ballots move to a new one; their
/// views go and come back.
namespace atelier::journal::sqlite {

inline constexpr const char* votes_step = R"sql(
DROP VIEW idea_result;
DROP VIEW group_tally;
DROP VIEW turnout;
DROP VIEW idea_tally;

CREATE TABLE ballot_by_method (         -- one choice; the columns of other methods are NULL
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    participant TEXT NOT NULL,
    idea TEXT NOT NULL,
    dots INTEGER CHECK (dots > 0),
    judgement TEXT,                     -- useful, not_useful, pass
    grade INTEGER,                      -- 0, the worst, to 5
    impact INTEGER,                     -- 1 to 5, like the effort
    effort INTEGER,
    consent TEXT,                       -- agree, reservation, objection
    reason TEXT,                        -- why, exactly as typed
    PRIMARY KEY (workshop, phase, participant, idea)
) STRICT, WITHOUT ROWID;
INSERT INTO ballot_by_method (workshop, phase, participant, idea, dots)
    SELECT workshop, phase, participant, idea, dots FROM ballot;
DROP TABLE ballot;
ALTER TABLE ballot_by_method RENAME TO ballot;

CREATE TABLE card (                     -- handed out to be judged (method useful)
    workshop TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    participant TEXT NOT NULL,
    idea TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workshop, phase, participant, idea)
) STRICT, WITHOUT ROWID;

ALTER TABLE phase ADD COLUMN ideas TEXT;    -- JSON list: what a vote is on; NULL: all published
ALTER TABLE phase ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
ALTER TABLE phase ADD COLUMN repeats TEXT;  -- the vote of which this is another round

CREATE VIEW idea_tally AS               -- dots and voters of each idea in each vote by dots
SELECT workshop, phase, idea, sum(dots) AS dots, count(*) AS voters
FROM ballot WHERE dots IS NOT NULL GROUP BY workshop, phase, idea;

CREATE VIEW useful_tally AS             -- method useful: people, and to how many it was shown
SELECT card.workshop, card.phase, card.idea, count(*) AS shown,
    count(*) FILTER (WHERE ballot.judgement = 'useful') AS useful,
    count(*) FILTER (WHERE ballot.judgement = 'not_useful') AS not_useful,
    count(*) FILTER (WHERE ballot.judgement = 'pass') AS pass
FROM card LEFT JOIN ballot ON ballot.workshop = card.workshop AND ballot.phase = card.phase
    AND ballot.participant = card.participant AND ballot.idea = card.idea
GROUP BY card.workshop, card.phase, card.idea;

CREATE VIEW judgment_tally AS           -- how many gave each grade
SELECT workshop, phase, idea, grade, count(*) AS people
FROM ballot WHERE grade IS NOT NULL GROUP BY workshop, phase, idea, grade;

CREATE VIEW score_tally AS              -- means; the medians are in the exports
SELECT workshop, phase, idea, avg(impact) AS impact, avg(effort) AS effort, count(*) AS voters
FROM ballot WHERE impact IS NOT NULL GROUP BY workshop, phase, idea;

CREATE VIEW consent_tally AS
SELECT workshop, phase, idea, consent, count(*) AS people
FROM ballot WHERE consent IS NOT NULL GROUP BY workshop, phase, idea, consent;

CREATE VIEW turnout AS                  -- how many voted in each vote, of how many
SELECT phase.workshop, phase.id AS phase, phase.title,
    (SELECT count(DISTINCT ballot.participant) FROM ballot
        WHERE ballot.workshop = phase.workshop AND ballot.phase = phase.id) AS voted,
    (SELECT count(*) FROM participant WHERE participant.workshop = phase.workshop) AS people
FROM phase WHERE phase.kind = 'vote';

-- Of a group the lead counts: the union of its voters, each with the most they gave to any of it.
CREATE VIEW group_tally AS              -- dots and voters of each idea or group in each vote
SELECT workshop, phase, idea, sum(dots) AS dots, count(*) AS voters
FROM (SELECT ballot.workshop, ballot.phase, ballot.participant,
        coalesce(idea.lead, idea.id) AS idea, max(ballot.dots) AS dots
    FROM ballot JOIN idea ON idea.workshop = ballot.workshop AND idea.id = ballot.idea
    WHERE ballot.dots IS NOT NULL
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

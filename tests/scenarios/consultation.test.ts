import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api, type Command, type Export, type Judgement } from '../../web-client/src/core/index.ts';
import { readCsv } from './support/csv.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { agreement, ranking, wilson } from './support/recount.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// A public consultation that took place, voted again: every vote that people cast, changed ones included,
// in the order of time. Its files (comments.csv, votes.csv, participants-votes.csv as Polis exports them)
// are not part of this repository.

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = resolve(repository, process.env['ATELIER_CONSULTATION'] ?? '../shared/data/polis-biodiversity');
const there = existsSync(resolve(folder, 'votes.csv'));
if (!there) console.log('The consultation is not on this machine: ATELIER_CONSULTATION names its folder. Skipped.');

const template = {
  title: 'Consultation',
  phases: [
    { id: 'statements', kind: 'collect', title: 'Statements', minutes: 10, settings: { moderation: 'none', max_per_person: 50, max_chars: 2_000 } },
    { id: 'vote', kind: 'vote', title: 'Vote', minutes: 60, settings: { method: 'useful', any_card: true, hidden: true } },
  ],
};
const words: Record<string, Judgement> = { '1': 'useful', '-1': 'not_useful', '0': 'pass' };
const atOnce = 120;

/** Rows by the names in the first. */
function table(name: string): Map<string, string>[] {
  const [head = [], ...rows] = readCsv(readFileSync(resolve(folder, name), 'utf8'), ',');
  return rows.map((row) => new Map(head.map((column, i) => [column, row[i] ?? ''])));
}

interface Cast {
  statement: string;
  judgement: Judgement;
}

/** One voter: everything they cast, one after the other, as fast as they may. */
async function casts(api: Api, workshop: string, votes: readonly Cast[], idea: (statement: string) => string): Promise<void> {
  let left: Command[] = votes.map(({ statement, judgement }) => ({
    type: 'command', id: crypto.randomUUID(), do: 'vote.cast', args: { idea: idea(statement), value: judgement },
  }));
  while (left.length > 0) {
    // A second thought about a statement waits until the first is recorded.
    const batch: typeof left = [];
    const about = new Set<string>();
    for (const command of left.slice(0, 30)) {
      const on = (command.args as { idea: string }).idea;
      if (about.has(on)) break;
      about.add(on);
      batch.push(command);
    }
    const answer = await api.commands(workshop, 'participant', batch);
    if (!answer.ok && answer.failure.status !== 429 && answer.failure.status !== 503) throw new Error(answer.failure.code);
    let wait = answer.ok ? 0 : 1_000;
    const done = new Set<string>();
    for (const each of answer.ok ? answer.value : []) {
      if (each.type === 'ack') done.add(each.id);
      else if (each.data.retry_after_ms === undefined) throw new Error(each.code);
      // Not each as soon as it may, but some more at a time.
      else wait = Math.max(wait, each.data.retry_after_ms + 900);
    }
    left = left.filter(({ id }) => !done.has(id));
    if (wait > 0) await sleep(wait);
  }
}

describe.skipIf(!there)('a consultation of 536 people on 316 statements', { timeout: 600_000 }, () => {
  let server: Server;
  let facilitator: Person;
  let workshop: Awaited<ReturnType<typeof workshopOn>>;
  let matrix: Map<string, string>[] = [];
  const ideas = new Map<string, string>();

  beforeAll(async () => {
    matrix = table('participants-votes.csv');
    server = await Server.start();
    workshop = await workshopOn(server, { language: 'en', template: template as never });
    facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  });
  afterAll(async () => {
    facilitator.leave();
    await server.end();
  });

  test('the statements are posted, word for word', async () => {
    const statements = table('comments.csv');
    await facilitator.does('phase.open', { phase: 'statements' });
    for (const statement of statements) await facilitator.does('idea.post', { text: statement.get('comment-body') ?? '' });
    await facilitator.sees('all statements', (mirror) => mirror.ideas.size === statements.length);
    for (const [i, idea] of [...facilitator.mirror.ideas.values()].entries()) {
      expect(idea.text).toBe(statements[i]?.get('comment-body'));
      ideas.set(statements[i]?.get('comment-id') ?? '', idea.id);
    }
    expect(ideas.size).toBe(316);
  });

  test('every vote is cast in the order of time, and the last one of each person counts', async () => {
    await facilitator.does('phase.open', { phase: 'vote' });
    const rows = table('votes.csv').sort((a, b) => Number(a.get('timestamp')) - Number(b.get('timestamp')));
    const voters = new Map<string, Cast[]>();
    for (const row of rows) {
      const mine = voters.get(row.get('voter-id') ?? '') ?? [];
      mine.push({ statement: row.get('comment-id') ?? '', judgement: words[row.get('vote') ?? ''] as Judgement });
      voters.set(row.get('voter-id') ?? '', mine);
    }
    const began = Date.now();
    // Who has most to say begins first, so that nobody is waited for in the end.
    const queue = [...voters.values()].sort((a, b) => b.length - a.length);
    const worker = async () => {
      for (let mine = queue.shift(); mine; mine = queue.shift()) {
        let joined = await new Api({ origin: server.origin }).join({ code: workshop.code });
        while (!joined.ok && joined.failure.status === 429) {
          await sleep(1_000);
          joined = await new Api({ origin: server.origin }).join({ code: workshop.code });
        }
        if (!joined.ok) throw new Error(joined.failure.code);
        await casts(new Api({ origin: server.origin, bearer: joined.value.token }), workshop.id, mine, (statement) => ideas.get(statement) ?? '');
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const seconds = (Date.now() - began) / 1_000;
    console.log(`${String(rows.length)} votes of ${String(voters.size)} people in ${seconds.toFixed(1)} s, ${(rows.length / seconds).toFixed(0)} a second`);
    await until('all voters', () => facilitator.mirror.people.voted === voters.size);
    expect(facilitator.mirror.tallies['vote']).toBeUndefined();
  });

  test('the counts are those of the consultation’s own matrix', async () => {
    await facilitator.does('results.reveal', { phase: 'vote' });
    await facilitator.sees('the counts', ({ tallies }) => tallies['vote'] !== undefined);
    for (const [statement, idea] of ideas) {
      const said = (what: string) => matrix.filter((row) => row.get(statement) === what).length;
      const [useful, not_useful, pass] = [said('1'), said('-1'), said('0')];
      const voters = useful + not_useful + pass;
      const expected = voters > 0 ? { useful, not_useful, pass, shown: voters, voters } : undefined;
      expect(facilitator.mirror.tallies['vote']?.[idea], statement).toEqual(expected);
    }
  });

  test('29,719 ballots leave by the export, ranked as they are by hand', async () => {
    const url = `${server.origin}/api/v1/workshops/${workshop.id}/export?format=json`;
    const { ballots, results } = (await (await fetch(url, { headers: { authorization: `Bearer ${facilitator.token}` } })).json()) as Export;
    expect(ballots.reduce((sum, { choices }) => sum + Object.keys(choices ?? {}).length, 0)).toBe(29_719);
    const expected = ranking(new Map(Object.entries(facilitator.mirror.tallies['vote'] ?? {})));
    const found = new Map(results?.[0]?.ranking.map((each) => [each.idea, each]));
    expect(found.size).toBe(316);
    for (const { idea, rank, low, high } of expected) {
      expect(found.get(idea)?.rank).toBe(rank);
      expect(found.get(idea)?.low).toBeCloseTo(low as number, 9);
      expect(found.get(idea)?.high).toBeCloseTo(high as number, 9);
    }
  });

  test('what the opinion groups of the consultation agree on', () => {
    const groups = [...new Set(matrix.map((row) => row.get('group-id') ?? ''))].filter((group) => group !== '').sort();
    const all = [...ideas].map(([statement, idea]) => {
      const said = (rows: Map<string, string>[], what: string[]) => rows.filter((row) => what.includes(row.get(statement) ?? '')).length;
      const per = groups.map((group) => {
        const people = matrix.filter((row) => row.get('group-id') === group);
        return { agrees: said(people, ['1']), saw: said(people, ['1', '-1', '0']) };
      });
      const [yes, no] = [said(matrix, ['1']), said(matrix, ['-1'])];
      return { text: facilitator.mirror.ideas.get(idea)?.text ?? '', yes, n: yes + no, ...wilson(yes, yes + no), groups: agreement(per) };
    });
    const line = ({ text, yes, n, low, high, groups: agreed }: (typeof all)[number]) =>
      `${String(yes)}/${String(n)} [${low.toFixed(3)}, ${high.toFixed(3)}] groups ${agreed.toFixed(3)}  ${text.slice(0, 70)}`;
    console.log(['The first ten:', ...[...all].sort((a, b) => b.low - a.low).slice(0, 10).map(line)].join('\n'));
    console.log(['Most agreed across groups:', ...[...all].sort((a, b) => b.groups - a.groups).slice(0, 10).map(line)].join('\n'));
    for (const each of all) expect(each.groups > 0 && each.groups < 1).toBe(true);
    expect(agreement([{ agrees: 10, saw: 10 }, { agrees: 10, saw: 10 }, { agrees: 1, saw: 10 }])).toBeCloseTo(0.5193, 4);
  });
});

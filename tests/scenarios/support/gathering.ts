import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import type {
  Consent,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  Export,
  Idea,
  Judgement,
  Mirror,
  Phase,
  Tally,
  VoteValue,
} from '../../../web-client/src/core/index.ts';
import { faults, type Json } from '../../protocol/contract.ts';
import { organiserOf, secretOf, workshopOn } from './organiser.ts';
import { Person } from './person.ts';
import { type Ballots, type Choices, groupOf, type Groups, type Method, ranking, strength, union } from './recount.ts';
import { Server } from './server.ts';

/** A row of the table of ballots; the columns of other methods are null. */
interface Row {
  participant: string;
  idea: string;
  dots: number | null;
  judgement: Judgement | null;
  grade: number | null;
  impact: number | null;
  effort: number | null;
  consent: Consent | null;
  reason: string | null;
}

/**
 * A workshop with everyone who is in it. It remembers what people chose, so that results can be counted
 * a second time: from their memory, from the database and from the export.
 */
export class Gathering {
  people: Person[] = [];
  /** By vote: what people said, as they said it. */
  readonly said = new Map<string, Ballots>();
  readonly groups: Groups = new Map();
  readonly server: Server;
  readonly workshop: CreateWorkshopResponse;
  readonly facilitator: Person;
  readonly moderator: Person;
  readonly screen: Person;

  private constructor(server: Server, workshop: CreateWorkshopResponse, staff: [Person, Person, Person]) {
    this.server = server;
    this.workshop = workshop;
    [this.facilitator, this.moderator, this.screen] = staff;
  }

  static async on(template: CreateWorkshopRequest['template']): Promise<Gathering> {
    const server = await Server.start();
    const made = await workshopOn(server, { language: 'fr', template });
    const link = await (await organiserOf(server)).renewLink(made.id, 'moderator');
    if (!link.ok) throw new Error(link.failure.code);
    const enter = (url: string) => Person.enter(server, secretOf(url));
    const staff = [made.links.facilitator, link.value.url, made.links.screen].map(enter);
    return new Gathering(server, made, (await Promise.all(staff)) as [Person, Person, Person]);
  }

  async end(): Promise<void> {
    for (const each of this.everyone) each.leave();
    await this.server.end();
  }

  get everyone(): Person[] {
    return [this.facilitator, this.moderator, this.screen, ...this.people];
  }

  async arrive(many: number): Promise<void> {
    const names = Array.from({ length: many }, (_, i) => `Personne ${String(i + 1)}`);
    this.people = await Promise.all(names.map((name) => Person.join(this.server, this.workshop.code, { name })));
    await this.facilitator.sees('all of them', ({ people }) => people.connected === many);
  }

  /** Everyone, all at once. */
  async all<T>(does: (person: Person, i: number) => Promise<T>): Promise<T[]> {
    return Promise.all(this.people.map(does));
  }

  phase(id: string): Phase {
    const found = this.facilitator.mirror.phases.find((each) => each.id === id);
    if (!found) throw new Error(`no phase ${id}`);
    return found;
  }

  /** Goes on, and waits until everyone is there. */
  async opens(phase: string, ideas?: string[]): Promise<void> {
    await this.facilitator.does('phase.open', { phase, ...(ideas && { ideas }) });
    await this.seenByAll(`${phase} open`, ({ phases }) => phases.some(({ id, status }) => id === phase && status === 'open'));
  }

  async seenByAll(what: string, condition: (mirror: Mirror) => boolean): Promise<void> {
    await Promise.all(this.everyone.map((each) => each.sees(what, condition)));
  }

  /** What is on the wall: published, and nothing that stands behind another. */
  get wall(): Idea[] {
    return [...this.screen.mirror.ideas.values()].filter(({ status, group }) => status === 'published' && group === undefined);
  }

  idea(text: string): Idea {
    const found = [...this.facilitator.mirror.ideas.values()].find((each) => each.text === text || each.original === text);
    if (!found) throw new Error(`nobody wrote “${text}”`);
    return found;
  }

  async merges(into: string, ideas: string[]): Promise<void> {
    await this.moderator.does('idea.merge', { ideas, into });
    this.groups.set(into, [...(this.groups.get(into) ?? []), ...ideas]);
    await this.seenByAll('the group', (mirror) => ideas.every((idea) => mirror.ideas.get(idea)?.group === into));
  }

  ballots(phase: string): Ballots {
    return this.said.get(phase) ?? new Map<string, Choices>();
  }

  /** Somebody votes; what they said of the group before counts no more where it was stronger. */
  async casts(person: Person, phase: string, idea: string, value: VoteValue): Promise<void> {
    await person.does('vote.cast', { idea, value });
    const mine: Choices = this.ballots(phase).get(person.id ?? '') ?? new Map<string, VoteValue>();
    for (const other of groupOf(this.groups, idea)) {
      const before = mine.get(other);
      if (before !== undefined && strength(before) > strength(value)) mine.set(other, value);
    }
    mine.set(idea, value);
    this.said.set(phase, this.ballots(phase).set(person.id ?? '', mine));
  }

  /** The counts as they are to be: an idea's own, and for what leads a group the union. */
  counted(phase: string, groups = this.groups): Map<string, Tally> {
    const method = methodOf(this.phase(phase));
    const hands = new Map(this.people.map((person) => [person.id ?? '', person.mirror.you.hands?.[phase] ?? []]));
    const out = new Map<string, Tally>();
    for (const { id, status } of this.facilitator.mirror.ideas.values())
      if (status === 'published') out.set(id, union(method, this.ballots(phase), groupOf(groups, id), hands));
    return out;
  }

  /** The counts of what stands in the vote, for its ranking. */
  ranked(phase: string): ReturnType<typeof ranking> {
    const on = this.phase(phase).ideas ?? this.wall.map(({ id }) => id);
    return ranking(new Map([...this.counted(phase)].filter(([idea]) => on.includes(idea))));
  }

  /** While a vote is secret no role has a count of it; then all have the same, those of the recount. */
  async reveals(phase: string): Promise<void> {
    await this.facilitator.sees('all ballots', ({ people }) => people.voted === this.said.get(phase)?.size);
    for (const each of this.everyone) expect(each.mirror.tallies[phase], 'a secret vote').toBeUndefined();
    await this.facilitator.does('results.reveal', { phase });
    await this.seenByAll('the counts', ({ tallies }) => tallies[phase] !== undefined);
    const expected = nonzero(this.counted(phase));
    for (const each of this.everyone) {
      const seen = new Map(Object.entries(each.mirror.tallies[phase] ?? {}));
      expect(nonzero(seen), each.mirror.you.role).toEqual(expected);
    }
  }

  async exported(): Promise<Export> {
    const url = `${this.server.origin}/api/v1/workshops/${this.workshop.id}/export?format=json`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${this.facilitator.token}` } });
    expect(response.status).toBe(200);
    const out = (await response.json()) as Json;
    expect(faults('export', out)).toBe('');
    return out as unknown as Export;
  }

  /** Memory, database and export have the same ballots, and the export's results follow from them. */
  async agreesOn(phase: string): Promise<void> {
    const said = this.ballots(phase);
    expect(this.#stored(phase)).toEqual(Object.fromEntries([...said].map(([who, mine]) => [who, Object.fromEntries(mine)])));
    const { ballots, ideas, results, withheld } = await this.exported();
    expect(withheld).not.toContain(phase);
    const secret = (value: VoteValue) => (typeof value === 'object' && 'answer' in value ? { answer: value.answer } : value);
    const flat = (all: Record<string, VoteValue>[]) =>
      all.map((mine) => JSON.stringify(sorted(Object.fromEntries(Object.entries(mine).map(([idea, value]) => [idea, secret(value)]))))).sort();
    const mine = ballots.filter((ballot) => ballot.phase === phase).map(({ dots, choices }) => dots ?? choices ?? {});
    expect(flat(mine)).toEqual(flat([...said.values()].map((choices) => Object.fromEntries(choices))));
    const own = new Map(ideas.flatMap(({ id, tallies }) => (tallies[phase] ? [[id, tallies[phase]] as const] : [])));
    expect(nonzero(own), 'each on its own').toEqual(nonzero(this.counted(phase, new Map())));
    const result = results?.find((each) => each.phase === phase);
    expect(result).toMatchObject({ method: methodOf(this.phase(phase)), ballots: said.size });
    const rounded = (all: readonly object[]) =>
      all.map((each) => JSON.stringify(sorted(each), (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value))).sort();
    expect(rounded(result?.ranking ?? [])).toEqual(rounded(this.ranked(phase)));
    const ranks = result?.ranking.map(({ rank }) => rank) ?? [];
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  }

  /** By person and idea, as the database has it. */
  #stored(phase: string): Record<string, Record<string, VoteValue>> {
    const rows = JSON.parse(
      execFileSync('sqlite3', ['-json', join(this.server.data, 'atelier.db'), `SELECT * FROM ballot WHERE workshop = '${this.workshop.id}' AND phase = '${phase}'`]).toString() || '[]',
    ) as Row[];
    const out: Record<string, Record<string, VoteValue>> = {};
    for (const { participant, idea, dots, judgement, grade, impact, effort, consent, reason } of rows) {
      const answer = { answer: consent, ...(reason !== null && { reason }) } as VoteValue;
      const value = dots ?? judgement ?? grade ?? (impact === null ? answer : ({ impact, effort } as VoteValue));
      out[participant] = { ...out[participant], [idea]: value };
    }
    return out;
  }
}

function sorted(what: object): object {
  return Object.fromEntries(Object.entries(what).map(([key, value]: [string, unknown]) => [key, value && typeof value === 'object' ? sorted(value) : value] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function methodOf({ settings }: Phase): Method {
  if (!('method' in settings)) throw new Error('not a vote');
  return settings.method;
}

/** Those that anybody chose anything about, or was handed. */
function nonzero(tallies: ReadonlyMap<string, Tally>): Record<string, Tally> {
  const counts = ([, tally]: [string, Tally]) => ('voters' in tally && tally.voters > 0) || ('shown' in tally && tally.shown > 0);
  return Object.fromEntries([...tallies].filter(counts));
}

import type { Idea, Phase, Placement, Replay, ReplayMoment, Tallies } from '../../core/generated/protocol.ts';
import { type Mirror, placementKey } from '../../core/mirror.ts';
import { Axis } from './axis.ts';
import { Histories } from './histories.ts';

/**
 * A workshop as it stood after so many moments, in the form that every screen reads: a mirror. Nothing is
 * played forward or back; each moment is looked up, so that any two ways to it show the same. Pure; an
 * idea or a place that did not change is the same object, and its card is left alone.
 */
export class Timeline {
  readonly axis: Axis;
  readonly moments: readonly ReplayMoment[];
  readonly #replay: Replay;
  readonly #shown = new Map<string, number>();
  readonly #answered = new Map<string, number>();
  readonly #ideas: readonly Idea[];
  readonly #leads = new Histories<string | null>();
  readonly #grouped = new Map<string, Idea>();
  readonly #places = new Histories<Placement>();
  readonly #statuses = new Histories<Phase['status']>();
  readonly #revealed = new Histories<boolean>();
  readonly #people = new Histories<number>();
  readonly #opened = new Histories<number>();
  #closed = Infinity;

  constructor(replay: Replay) {
    this.#replay = replay;
    this.moments = replay.moments;
    this.axis = new Axis(replay.moments);
    replay.moments.forEach((moment, index) => this.#tell(moment, index + 1));
    const published = new Map(
      replay.moments.flatMap((each) => (each.moment === 'idea.published' ? [[each.idea, each.at]] : [])),
    );
    // Told since when everyone sees it: that is its age here.
    this.#ideas = replay.ideas.map((idea) => ({ ...idea, at: published.get(idea.id) ?? idea.at }));
  }

  /** The step that was open last after so many moments. */
  stepAt(count: number): Phase | undefined {
    let last: { phase?: Phase; since: number } = { since: 0 };
    for (const phase of this.#replay.phases) {
      const since = this.#opened.at(phase.id, count) ?? 0;
      if (since > last.since) last = { phase, since };
    }
    return last.phase;
  }

  at(count: number): Mirror {
    const { title, question, language, boards } = this.#replay;
    const tallies = this.#talliesAt(count);
    const joined = this.#people.at('', count) ?? 0;
    return {
      ...nobody,
      workshop: {
        ...nobody.workshop, title, question, language,
        status: this.#closed <= count ? 'closed' : 'open',
      },
      phases: this.#replay.phases.map((phase) => this.#phaseAt(phase, count)),
      boards,
      ideas: this.#ideasAt(count),
      placements: new Map(this.#places.all(count)),
      tallies,
      people: { connected: joined, joined },
      questions: this.#saidAt(this.#replay.questions, count, ({ answered, answer, ...bare }) => bare),
      commitments: this.#saidAt(this.#replay.commitments, count),
    };
  }

  /** How many had a ballot in that vote. */
  votedAt(phase: string, count: number): number {
    return this.#people.at(phase, count) ?? 0;
  }

  #tell(moment: ReplayMoment, since: number): void {
    switch (moment.moment) {
      case 'workshop.closed':
        this.#closed = since;
        for (const [phase, status] of [...this.#statuses.all(since)])
          if (status === 'open') this.#statuses.put(phase, since, 'closed');
        break;
      case 'phase.opened':
      case 'phase.reopened':
        this.#opened.put(moment.phase, since, since);
        this.#statuses.put(moment.phase, since, 'open');
        break;
      case 'phase.closed':
        this.#statuses.put(moment.phase, since, 'closed');
        break;
      case 'results.revealed':
        this.#revealed.put(moment.phase, since, true);
        break;
      case 'idea.published':
        this.#shown.set(moment.idea, since);
        break;
      case 'idea.merged':
        this.#leads.put(moment.idea, since, moment.into);
        break;
      case 'idea.unmerged':
        this.#leads.put(moment.idea, since, null);
        break;
      case 'placement.set': {
        const { board, idea, lever, scale } = moment;
        this.#places.put(placementKey(board, idea), since, { board, idea, lever, scale });
        break;
      }
      case 'question.published':
        this.#shown.set(moment.question, since);
        break;
      case 'question.answered':
        this.#answered.set(moment.question, since);
        break;
      case 'commitment.made':
        this.#shown.set(moment.commitment, since);
        break;
      case 'people.joined':
        this.#people.put('', since, moment.people);
        break;
      case 'people.voted':
        this.#people.put(moment.phase, since, moment.people);
        break;
      default: // of a later version: P6
    }
  }

  #isShown(id: string, count: number): boolean {
    return (this.#shown.get(id) ?? Infinity) <= count;
  }

  #ideasAt(count: number): Map<string, Idea> {
    const ideas = new Map<string, Idea>();
    for (const idea of this.#ideas) {
      if (!this.#isShown(idea.id, count)) continue;
      const lead = this.#leads.at(idea.id, count);
      ideas.set(idea.id, lead && this.#isShown(lead, count) ? this.#behind(idea, lead) : idea);
    }
    return ideas;
  }

  #behind(idea: Idea, group: string): Idea {
    const key = placementKey(idea.id, group);
    const known = this.#grouped.get(key) ?? { ...idea, group };
    this.#grouped.set(key, known);
    return known;
  }

  #phaseAt(phase: Phase, count: number): Phase {
    const opened = this.moments[(this.#opened.at(phase.id, count) ?? 0) - 1]?.at;
    const status = this.#statuses.at(phase.id, count) ?? 'planned';
    const revealed = this.#revealed.at(phase.id, count) ?? false;
    return { ...phase, status, revealed, opened_at: opened ?? phase.opened_at ?? 0 };
  }

  #talliesAt(count: number): Tallies {
    const shown = Object.entries(this.#replay.tallies);
    return Object.fromEntries(shown.filter(([phase]) => this.#revealed.at(phase, count)));
  }

  #saidAt<T extends { id: string }>(all: readonly T[], count: number, before?: (one: T) => T): Map<string, T> {
    const shown = all.filter(({ id }) => this.#isShown(id, count));
    const asOf = (one: T): T => (before && (this.#answered.get(one.id) ?? Infinity) > count ? before(one) : one);
    return new Map(shown.map((one) => [one.id, asOf(one)]));
  }
}

/** What a replay does not know: who looks, and who did what. */
const nobody: Mirror = {
  epoch: '',
  seq: 0,
  you: { role: 'screen' },
  workshop: {
    id: '', code: '', title: '', question: '', language: 'fr', status: 'open', affiliations: [], charter: [],
  },
  phases: [],
  boards: [],
  ideas: new Map(),
  placements: new Map(),
  tallies: {},
  people: { connected: 0 },
  screen: { frozen: false, spotlight: [] },
  comments: new Map(),
  restricted: new Map(),
  leases: [],
  reasons: [],
  questions: new Map(),
  commitments: new Map(),
  sentences: new Map(),
};

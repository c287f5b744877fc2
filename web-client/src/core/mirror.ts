import type {
  Ballot,
  Board,
  Comment,
  Delta,
  Event as WorkshopEvent,
  EventOf,
  Idea,
  Lease,
  OwnPlace,
  People,
  Phase,
  Placement,
  Restricted,
  Screen,
  ServerFrame,
  Tallies,
  Tally,
  Welcome,
  Workshop,
  You,
} from './generated/protocol.ts';

/**
 * The client's copy of what its role may know, folded from the server's frames. Pure: `apply` never
 * changes what it is given, and shares every part that a frame did not touch.
 *
 * The rule: a delta below the current seq is old news; every event puts or removes, so applying one
 * twice is harmless; only deltas to the whole audience move `seq`, personal ones (`own`) follow them.
 */
export interface Mirror {
  readonly epoch: string;
  readonly seq: number;
  readonly you: You;
  readonly workshop: Workshop;
  readonly phases: readonly Phase[];
  readonly boards: readonly Board[];
  readonly ideas: ReadonlyMap<string, Idea>;
  /** By board and idea: see `placementKey`. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly tallies: Tallies;
  readonly people: People;
  readonly screen: Screen;
  readonly comments: ReadonlyMap<string, Comment>;
  /** By participant; empty for who does not moderate, as are the leases. */
  readonly restricted: ReadonlyMap<string, Restricted>;
  readonly leases: readonly Lease[];
}

export function placementKey(board: string, idea: string): string {
  return `${board}/${idea}`;
}

/** The mirror after `frame`; undefined only as long as no `welcome` has come. */
export function apply(mirror: Mirror | undefined, frame: ServerFrame): Mirror | undefined {
  if (frame.type === 'welcome') return fromWelcome(frame);
  if (frame.type === 'delta' && mirror) return applyDelta(mirror, frame);
  return mirror;
}

export function openPhase(mirror: Mirror): Phase | undefined {
  return mirror.phases.find((phase) => phase.status === 'open');
}

export function ballotOf({ you }: Pick<Mirror, 'you'>, phase: string): Readonly<Ballot> {
  return you.ballots?.[phase] ?? {};
}

export function tallyOf(mirror: Mirror, phase: string, idea: string): Tally | undefined {
  return mirror.tallies[phase]?.[idea];
}

function fromWelcome({ epoch, seq, you, state }: Welcome): Mirror {
  const placements = new Map<string, Placement>();
  for (const placement of state.placements) {
    placements.set(placementKey(placement.board, placement.idea), placement);
  }
  return {
    epoch, seq, you,
    workshop: state.workshop,
    phases: state.phases,
    boards: state.boards,
    ideas: new Map(state.ideas.map((idea) => [idea.id, idea])),
    placements,
    tallies: state.tallies,
    people: state.people,
    screen: state.screen,
    comments: new Map(state.comments.map((comment) => [comment.id, comment])),
    restricted: new Map((state.restricted ?? []).map((person) => [person.participant, person])),
    leases: state.leases ?? [],
  };
}

/** A mirror being changed: a map is copied the first time an event touches it. */
class Draft {
  you: You;
  workshop: Workshop;
  phases: readonly Phase[];
  boards: readonly Board[];
  screen: Screen;
  comments: ReadonlyMap<string, Comment>;
  restricted: ReadonlyMap<string, Restricted>;
  #ideas: Map<string, Idea> | undefined;
  #placements: Map<string, Placement> | undefined;
  readonly #base: Mirror;

  constructor(base: Mirror) {
    this.#base = base;
    this.you = base.you;
    this.workshop = base.workshop;
    this.phases = base.phases;
    this.boards = base.boards;
    this.screen = base.screen;
    this.comments = base.comments;
    this.restricted = base.restricted;
  }

  get ideas(): Map<string, Idea> {
    return (this.#ideas ??= new Map(this.#base.ideas));
  }

  get placements(): Map<string, Placement> {
    return (this.#placements ??= new Map(this.#base.placements));
  }

  finish(seq: number, { tallies, people, leases }: Pick<Mirror, 'tallies' | 'people' | 'leases'>): Mirror {
    return {
      ...this.#base,
      seq, tallies, people, leases,
      you: this.you,
      workshop: this.workshop,
      phases: this.phases,
      boards: this.boards,
      screen: this.screen,
      comments: this.comments,
      restricted: this.restricted,
      ideas: this.#ideas ?? this.#base.ideas,
      placements: this.#placements ?? this.#base.placements,
    };
  }
}

function applyDelta(mirror: Mirror, delta: Delta): Mirror {
  if (delta.seq < mirror.seq) return mirror;
  const draft = new Draft(mirror);
  for (const event of delta.events) applyEvent(draft, event);
  return draft.finish(delta.own ? mirror.seq : delta.seq, {
    tallies: delta.tallies ? mergeTallies(mirror.tallies, delta.tallies) : mirror.tallies,
    people: delta.people ?? mirror.people,
    leases: delta.leases ?? mirror.leases,
  });
}

function applyEvent(draft: Draft, event: WorkshopEvent): void {
  switch (event.event) {
    case 'idea.posted':
    case 'idea.edited':
    case 'idea.published':
    case 'idea.reworded':
    case 'idea.answered':
    case 'idea.unmerged':
      putIdea(draft, event.idea);
      break;
    case 'idea.merged':
      putIdea(draft, event.idea);
      // Its author is told of the lead, too, which keeps its place.
      if (event.idea.group) removePlacements(draft, event.idea.id);
      break;
    case 'idea.hidden':
    case 'idea.withdrawn':
      removeIdea(draft, event);
      break;
    case 'vote.cast':
      draft.you = withVote(draft.you, event.phase, event.idea, event.value);
      break;
    case 'vote.cleared':
      draft.you = event.idea
        ? withVote(draft.you, event.phase, event.idea, 0)
        : { ...draft.you, ballots: { ...draft.you.ballots, [event.phase]: {} } };
      break;
    case 'placement.set': {
      const { event: _, ...placement } = event;
      draft.placements.set(placementKey(placement.board, placement.idea), placement);
      break;
    }
    case 'phase.opened':
    case 'phase.reopened':
    case 'phase.closed':
    case 'phase.extended':
    case 'results.revealed':
      draft.phases = withPhase(draft.phases, event.phase);
      break;
    case 'participant.updated': {
      const { name: _name, affiliation: _affiliation, muted: _muted, ...kept } = draft.you;
      const { event: _, ...changes } = event;
      draft.you = { ...kept, ...changes };
      break;
    }
    case 'workshop.updated':
      draft.workshop = event.workshop;
      break;
    case 'workshop.closed':
      draft.workshop = { ...draft.workshop, status: 'closed' };
      break;
    case 'board.changed':
      draft.boards = withBoard(draft.boards, event.board);
      break;
    case 'placement.chosen':
      draft.you = withOwnPlace(draft.you, event);
      break;
    case 'screen.changed':
      draft.screen = event.screen;
      break;
    case 'comment.posted':
    case 'comment.hidden':
    case 'comment.withdrawn':
      draft.comments = withComment(draft.comments, event.id, event.comment);
      break;
    case 'participant.restricted':
      draft.restricted = withRestricted(draft.restricted, event.person);
      break;
    default:
      // An event of a later version: what we do not know, we do not show.
      break;
  }
}

/** Frames to everyone do not say whose an idea is; what we know of our own is not lost to them. */
function putIdea(draft: Draft, idea: Idea): void {
  const mine = idea.mine ?? draft.ideas.get(idea.id)?.mine;
  draft.ideas.set(idea.id, mine ? { ...idea, mine } : idea);
}

function removeIdea(draft: Draft, event: EventOf<'idea.hidden'> | EventOf<'idea.withdrawn'>): void {
  const known = draft.ideas.get(event.id);
  if (event.idea) {
    putIdea(draft, event.idea);
  } else if (known?.mine) {
    // Said to everyone; the reason follows in the frame that is ours alone.
    const status = event.event === 'idea.hidden' ? 'hidden' : 'withdrawn';
    draft.ideas.set(event.id, known.status === status ? known : { ...known, status });
  } else {
    draft.ideas.delete(event.id);
  }
  removePlacements(draft, event.id);
  if (!event.idea) draft.comments = withoutCommentsOn(draft.comments, event.id);
}

function removePlacements(draft: Draft, idea: string): void {
  for (const [key, placement] of draft.placements) {
    if (placement.idea === idea) draft.placements.delete(key);
  }
}

/** What others said about an idea goes with it; our own words stay ours to see. */
function withoutCommentsOn(
  comments: ReadonlyMap<string, Comment>,
  idea: string,
): ReadonlyMap<string, Comment> {
  const kept = [...comments].filter(([, comment]) => comment.idea !== idea || comment.mine);
  return kept.length === comments.size ? comments : new Map(kept);
}

function withComment(
  comments: ReadonlyMap<string, Comment>,
  id: string,
  comment: Comment | undefined,
): ReadonlyMap<string, Comment> {
  const changed = new Map(comments);
  const known = changed.get(id);
  if (comment) {
    changed.set(id, known?.mine ? { ...comment, mine: true } : comment);
  } else if (!known?.mine) {
    changed.delete(id); // ours is told in the frame that follows
  }
  return changed;
}

function withRestricted(
  people: ReadonlyMap<string, Restricted>,
  person: Restricted,
): ReadonlyMap<string, Restricted> {
  const changed = new Map(people);
  if (person.muted || person.removed) changed.set(person.participant, person);
  else changed.delete(person.participant);
  return changed;
}

function withBoard(boards: readonly Board[], changed: Board): readonly Board[] {
  return boards.some((board) => board.id === changed.id)
    ? boards.map((board) => (board.id === changed.id ? changed : board))
    : [...boards, changed];
}

function withOwnPlace(you: You, { board, idea, lever, scale }: EventOf<'placement.chosen'>): You {
  const place: OwnPlace = { lever, scale };
  const onBoard = { ...you.placements?.[board], [idea]: place };
  return { ...you, placements: { ...you.placements, [board]: onBoard } };
}

function withVote(you: You, phase: string, idea: string, value: number): You {
  const { [idea]: _, ...others } = you.ballots?.[phase] ?? {};
  const ballot = value > 0 ? { ...others, [idea]: value } : others;
  return { ...you, ballots: { ...you.ballots, [phase]: ballot } };
}

function withPhase(phases: readonly Phase[], changed: Phase): readonly Phase[] {
  return phases.some((phase) => phase.id === changed.id)
    ? phases.map((phase) => (phase.id === changed.id ? changed : phase))
    : [...phases, changed];
}

function mergeTallies(known: Tallies, changed: Tallies): Tallies {
  const merged: Tallies = { ...known };
  for (const [phase, ideas] of Object.entries(changed)) {
    merged[phase] = { ...merged[phase], ...ideas };
  }
  return merged;
}

import type {
  Board,
  Comment,
  EventOf,
  Idea,
  OwnPlace,
  Phase,
  Reason,
  Restricted,
  Sentence,
  Tallies,
  VoteValue,
  You,
} from './generated/protocol.ts';

/** The parts of a mirror, changed by what an event says: pure, like the mirror. */

/** By board or phase, and idea or person. */
export function placementKey(board: string, idea: string): string {
  return `${board}/${idea}`;
}

/** What others said about an idea goes with it; our own words stay ours to see. */
export function withoutCommentsOn(
  comments: ReadonlyMap<string, Comment>,
  idea: string,
): ReadonlyMap<string, Comment> {
  const kept = [...comments].filter(([, comment]) => comment.idea !== idea || comment.mine);
  return kept.length === comments.size ? comments : new Map(kept);
}

export function withComment(
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

export function withRestricted(
  people: ReadonlyMap<string, Restricted>,
  person: Restricted,
): ReadonlyMap<string, Restricted> {
  const changed = new Map(people);
  if (person.muted || person.removed) changed.set(person.participant, person);
  else changed.delete(person.participant);
  return changed;
}

export function withBoard(boards: readonly Board[], changed: Board): readonly Board[] {
  return boards.some((board) => board.id === changed.id)
    ? boards.map((board) => (board.id === changed.id ? changed : board))
    : [...boards, changed];
}

export function withOwnPlace(you: You, { board, idea, lever, scale }: EventOf<'placement.chosen'>): You {
  const place: OwnPlace = { lever, scale };
  const onBoard = { ...you.placements?.[board], [idea]: place };
  return { ...you, placements: { ...you.placements, [board]: onBoard } };
}

type Said = Pick<Idea, 'id' | 'status' | 'mine'>;

/** A question or a commitment; as with ideas, whose it is is not lost to what everyone is told. */
export function withSaid<T extends Said>(all: ReadonlyMap<string, T>, said: T): ReadonlyMap<string, T> {
  const mine = said.mine ?? all.get(said.id)?.mine;
  return new Map(all).set(said.id, mine ? { ...said, mine } : said);
}

export function withoutSaid<T extends Said>(
  all: ReadonlyMap<string, T>,
  id: string,
  event: string,
  said: T | undefined,
): ReadonlyMap<string, T> {
  if (said) return withSaid(all, said);
  const known = all.get(id);
  if (known?.mine) {
    const status = event.endsWith('.hidden') ? 'hidden' : 'withdrawn';
    return known.status === status ? all : new Map(all).set(id, { ...known, status });
  }
  const kept = new Map(all);
  kept.delete(id);
  return kept;
}

export function withSentence(
  all: ReadonlyMap<string, Sentence>,
  { event: _, text, ...said }: EventOf<'sentence.said'>,
): ReadonlyMap<string, Sentence> {
  const kept = new Map(all);
  const key = placementKey(said.phase, said.author);
  if (text === undefined) kept.delete(key);
  else kept.set(key, { ...said, text });
  return kept;
}

/** No dots are no choice; the worst grade is one. */
export function chosen(
  phases: readonly Phase[],
  { phase, value }: EventOf<'vote.cast'>,
): VoteValue | undefined {
  const voted = phases.find(({ id }) => id === phase);
  const graded = voted?.kind === 'vote' && voted.settings.method === 'judgment';
  return value === 0 && !graded ? undefined : value;
}

export function withVote(you: You, phase: string, idea: string, value: VoteValue | undefined): You {
  const { [idea]: _, ...others } = you.ballots?.[phase] ?? {};
  const ballot = value === undefined ? others : { ...others, [idea]: value };
  return { ...you, ballots: { ...you.ballots, [phase]: ballot } };
}

export function withPhase(phases: readonly Phase[], changed: Phase): readonly Phase[] {
  return phases.some((phase) => phase.id === changed.id)
    ? phases.map((phase) => (phase.id === changed.id ? changed : phase))
    : [...phases, changed];
}

/** The same without one of its members; itself if it has none of that name. */
export function without<T>(map: Record<string, T>, key: string): Record<string, T> {
  if (!(key in map)) return map;
  const { [key]: _, ...kept } = map;
  return kept;
}

export function inOrder(phases: readonly Phase[], order: readonly string[]): readonly Phase[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const of = ({ id }: Phase) => place.get(id) ?? order.length;
  return [...phases].sort((a, b) => of(a) - of(b));
}

export function withCards(you: You, phase: string, cards: readonly string[]): You {
  const hand = you.hands?.[phase] ?? [];
  const fresh = cards.filter((card) => !hand.includes(card));
  return { ...you, hands: { ...you.hands, [phase]: [...hand, ...fresh] } };
}

/** The reasons of a phase come all at once, in place of what was known of it. */
export function withReasons(
  known: readonly Reason[],
  told: readonly Reason[] | undefined,
): readonly Reason[] {
  if (!told || told.length === 0) return known;
  const phases = new Set(told.map(({ phase }) => phase));
  return [...known.filter(({ phase }) => !phases.has(phase)), ...told];
}

export function mergeTallies(known: Tallies, changed: Tallies): Tallies {
  const merged: Tallies = { ...known };
  for (const [phase, ideas] of Object.entries(changed)) {
    merged[phase] = { ...merged[phase], ...ideas };
  }
  return merged;
}

import type {
  Ballot,
  Board,
  Comment,
  Commitment,
  Delta,
  Event as WorkshopEvent,
  EventOf,
  Idea,
  Lease,
  People,
  Phase,
  Placement,
  Restricted,
  Screen,
  Question,
  Reason,
  Sentence,
  ServerFrame,
  Tallies,
  Tally,
  Welcome,
  Workshop,
  You,
} from './generated/protocol.ts';
import {
  chosen,
  inOrder,
  mergeTallies,
  placementKey,
  withBoard,
  withCards,
  withComment,
  withOwnPlace,
  withPhase,
  withReasons,
  withRestricted,
  withSaid,
  withSentence,
  withVote,
  without,
  withoutCommentsOn,
  withoutSaid,
} from './mirror_parts.ts';

export { placementKey } from './mirror_parts.ts';

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
  /** Why people object, for facilitators, of the votes that are revealed. */
  readonly reasons: readonly Reason[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** What people say as they leave, for facilitators; by phase and author: see `placementKey`. */
  readonly sentences: ReadonlyMap<string, Sentence>;
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

/** The dots in a tally; none in one of another method. */
export function dotsOf(tally: Tally | undefined): number {
  return tally && 'dots' in tally ? tally.dots : 0;
}

/** How many people, in a tally of any kind. */
export function votersOf(tally: Tally | undefined): number {
  if (!tally) return 0;
  return 'people' in tally ? tally.people : tally.voters;
}

/** Cards that I was handed and have not judged, in their order. */
export function cardsToJudge(
  { you, ideas }: Pick<Mirror, 'you' | 'ideas'>,
  phase: string,
): readonly string[] {
  const judged = you.ballots?.[phase] ?? {};
  // One that says the same as another is judged by that one.
  const stands = (card: string) => ideas.get(card)?.group === undefined;
  return (you.hands?.[phase] ?? []).filter((card) => judged[card] === undefined && stands(card));
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
    reasons: state.reasons ?? [],
    questions: new Map((state.questions ?? []).map((each) => [each.id, each])),
    commitments: new Map((state.commitments ?? []).map((each) => [each.id, each])),
    sentences: new Map(
      (state.sentences ?? []).map((said) => [placementKey(said.phase, said.author), said]),
    ),
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
  reasons: readonly Reason[];
  tallies: Tallies;
  questions: ReadonlyMap<string, Question>;
  commitments: ReadonlyMap<string, Commitment>;
  sentences: ReadonlyMap<string, Sentence>;
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
    this.reasons = base.reasons;
    this.tallies = base.tallies;
    this.questions = base.questions;
    this.commitments = base.commitments;
    this.sentences = base.sentences;
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
      reasons: this.reasons,
      questions: this.questions,
      commitments: this.commitments,
      sentences: this.sentences,
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
    tallies: delta.tallies ? mergeTallies(draft.tallies, delta.tallies) : draft.tallies,
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
      draft.you = withVote(draft.you, event.phase, event.idea, chosen(draft.phases, event));
      break;
    case 'vote.cleared':
      draft.you = event.idea
        ? withVote(draft.you, event.phase, event.idea, undefined)
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
      draft.phases = withPhase(draft.phases, event.phase);
      break;
    case 'phase.updated':
      draft.phases = withPhase(draft.phases, event.phase);
      if (event.phase.status === 'planned') draft.tallies = without(draft.tallies, event.phase.id);
      break;
    case 'results.revealed':
      draft.phases = withPhase(draft.phases, event.phase);
      draft.reasons = withReasons(draft.reasons, event.reasons);
      break;
    case 'phase.inserted':
      draft.phases = inOrder(withPhase(draft.phases, event.phase), event.order);
      break;
    case 'phase.reordered':
      draft.phases = inOrder(draft.phases, event.order);
      break;
    case 'phase.removed':
      draft.phases = draft.phases.filter((phase) => phase.id !== event.id);
      draft.tallies = without(draft.tallies, event.id);
      break;
    case 'cards.drawn':
      draft.you = withCards(draft.you, event.phase, event.ideas);
      break;
    case 'question.asked':
    case 'question.published':
    case 'question.answered':
      draft.questions = withSaid(draft.questions, event.question);
      break;
    case 'question.hidden':
    case 'question.withdrawn':
      draft.questions = withoutSaid(draft.questions, event.id, event.event, event.question);
      break;
    case 'commitment.made':
    case 'commitment.edited':
    case 'commitment.published':
    case 'commitment.followed':
      draft.commitments = withSaid(draft.commitments, event.commitment);
      break;
    case 'commitment.hidden':
    case 'commitment.withdrawn':
      draft.commitments = withoutSaid(draft.commitments, event.id, event.event, event.commitment);
      break;
    case 'question.upvoted':
      draft.you = { ...draft.you, supports: event.questions };
      break;
    case 'reaction.set':
      draft.you = { ...draft.you, reactions: event.ideas };
      break;
    case 'weather.chosen':
      draft.you = {
        ...draft.you,
        weathers: { ...draft.you.weathers, [event.phase]: event.weather },
      };
      break;
    case 'closing.said':
      draft.you = {
        ...draft.you,
        closings: { ...draft.you.closings, [event.phase]: event.closing },
      };
      break;
    case 'sentence.said':
      draft.sentences = withSentence(draft.sentences, event);
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
      draft.reasons = withReasons(draft.reasons, event.reasons);
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

// Made by protocol/generate-types.mjs from protocol/schemas: change those, then run it again.

/**
 * Done, and on disk.
 */
export interface Ack {
  type: 'ack';
  id: CommandId;
  seq: Seq;
}

/**
 * What a client may send on a live connection.
 */
export type ClientFrame = Hello | Command;

/**
 * What a client may ask for.
 */
export type CommandName =
  | 'idea.post'
  | 'idea.edit'
  | 'idea.withdraw'
  | 'idea.publish'
  | 'idea.hide'
  | 'vote.cast'
  | 'vote.clear'
  | 'placement.set'
  | 'phase.open'
  | 'phase.reopen'
  | 'phase.close'
  | 'phase.extend'
  | 'results.reveal'
  | 'workshop.close'
  | 'phase.insert'
  | 'phase.update'
  | 'phase.reorder'
  | 'phase.remove'
  | 'phase.repeat'
  | 'card.draw'
  | 'weather.choose'
  | 'affiliation.choose'
  | 'question.ask'
  | 'question.upvote'
  | 'question.withdraw'
  | 'question.publish'
  | 'question.hide'
  | 'question.answer'
  | 'commitment.make'
  | 'commitment.edit'
  | 'commitment.withdraw'
  | 'commitment.hide'
  | 'commitment.publish'
  | 'closing.say';

/**
 * Participants, until the workshop closes; null: none.
 */
export interface AffiliationChooseCommand {
  type: 'command';
  id: CommandId;
  do: 'affiliation.choose';
  args: {
    affiliation: Id | null;
  };
}

/**
 * Participants; open vote by the method useful. Up to 5 cards to judge; those in hand are given again.
 */
export interface CardDrawCommand {
  type: 'command';
  id: CommandId;
  do: 'card.draw';
  args: {
    [k: string]: unknown;
  };
}

/**
 * Participants, in an open close phase; replaces all that was said before. One of roti and sentence is there.
 */
export interface ClosingSayCommand {
  type: 'command';
  id: CommandId;
  do: 'closing.say';
  args: {
    [k: string]: unknown;
  } & {
    roti?: number;
    /**
     * At most 300 graphemes.
     */
    sentence?: string;
    /**
     * The sentence may be read by others.
     */
    quote?: true;
  };
}

/**
 * Its author, while its phase is open; all of it is replaced.
 */
export interface CommitmentEditCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.edit';
  args: {
    commitment: Id;
    /**
     * At most 500 graphemes.
     */
    text: string;
    who: Commits;
    /**
     * At most 200 graphemes.
     */
    by?: string;
    /**
     * At most 200 graphemes.
     */
    with?: string;
    /**
     * At most 200 graphemes.
     */
    looking_for?: string;
    /**
     * At most 200 graphemes.
     */
    bringing?: string;
  };
}

/**
 * Facilitators; everyone else loses the commitment, its author learns the reason.
 */
export interface CommitmentHideCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.hide';
  args: {
    commitment: Id;
    reason: HideReason;
  };
}

/**
 * Participants and facilitators, in an open commit phase.
 */
export interface CommitmentMakeCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.make';
  args: {
    /**
     * At most 500 graphemes.
     */
    text: string;
    who: Commits;
    /**
     * At most 200 graphemes.
     */
    by?: string;
    /**
     * At most 200 graphemes.
     */
    with?: string;
    /**
     * At most 200 graphemes.
     */
    looking_for?: string;
    /**
     * At most 200 graphemes.
     */
    bringing?: string;
  };
}

/**
 * Facilitators: shows a hidden one again.
 */
export interface CommitmentPublishCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.publish';
  args: {
    commitment: Id;
  };
}

/**
 * Its author, until the workshop closes.
 */
export interface CommitmentWithdrawCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.withdraw';
  args: {
    commitment: Id;
  };
}

/**
 * The author; open collect phase.
 */
export interface IdeaEditCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.edit';
  args: {
    idea: Id;
    text: IdeaText;
  };
}

/**
 * Facilitators; everyone else loses the idea, its author learns the reason.
 */
export interface IdeaHideCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.hide';
  args: {
    idea: Id;
    reason: HideReason;
  };
}

/**
 * Participants and facilitators; open collect phase.
 */
export interface IdeaPostCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.post';
  args: {
    text: IdeaText;
    scale?: Id;
  };
}

/**
 * Facilitators; also marks as reviewed and shows a hidden idea again.
 */
export interface IdeaPublishCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.publish';
  args: {
    idea: Id;
  };
}

/**
 * The author; until the workshop is closed.
 */
export interface IdeaWithdrawCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.withdraw';
  args: {
    idea: Id;
  };
}

/**
 * Facilitators; the open phase.
 */
export interface PhaseCloseCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.close';
  args: {
    phase: Id;
  };
}

/**
 * Facilitators; the open phase. Negative takes time away.
 */
export interface PhaseExtendCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.extend';
  args: {
    phase: Id;
    minutes: number;
  };
}

/**
 * Facilitators. A new planned phase; its `settings` take the usual values where nothing is said.
 */
export interface PhaseInsertCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.insert';
  args: {
    phase: {
      kind: PhaseKind;
      /**
       * One line, at most 200 graphemes.
       */
      title: string;
      /**
       * At most 600 graphemes.
       */
      prompt?: string;
      minutes: number;
      settings?: SettingsChange;
    };
    /**
     * Right behind this phase; null: the first place behind what has been opened.
     */
    after: Id | null;
  };
}

/**
 * Facilitators; a planned phase. The open one is closed.
 */
export interface PhaseOpenCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.open';
  args: {
    phase: Id;
    /**
     * A vote: what it is on, whatever was planned.
     */
    ideas?: Id[];
  };
}

/**
 * Facilitators; a planned phase.
 */
export interface PhaseRemoveCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.remove';
  args: {
    phase: Id;
  };
}

/**
 * Facilitators; a closed phase whose votes are not revealed. The open one is closed.
 */
export interface PhaseReopenCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.reopen';
  args: {
    phase: Id;
  };
}

/**
 * Facilitators; a planned phase.
 */
export interface PhaseReorderCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.reorder';
  args: {
    phase: Id;
    /**
     * Right behind this phase; null: the first place behind what has been opened.
     */
    after: Id | null;
  };
}

/**
 * Facilitators; a closed vote. Another round on the same ideas is put behind it and opened.
 */
export interface PhaseRepeatCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.repeat';
  args: {
    phase: Id;
  };
}

/**
 * Facilitators. Of a phase that has been opened: title, prompt, settings, and nothing that people have seen or done is taken back.
 */
export interface PhaseUpdateCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.update';
  args: {
    phase: Id;
    /**
     * One line, at most 200 graphemes.
     */
    title?: string;
    /**
     * At most 600 graphemes.
     */
    prompt?: string;
    minutes?: number;
    settings?: SettingsChange;
  };
}

/**
 * Facilitators, and participants in shared mode; open sort phase. Without `scale` the card keeps its row.
 */
export interface PlacementSetCommand {
  type: 'command';
  id: CommandId;
  do: 'placement.set';
  args: {
    board?: Id;
    idea: Id;
    lever: Id | null;
    scale?: Id | null;
  };
}

/**
 * Facilitators, at any time; without a text it was answered aloud. Again: changes it.
 */
export interface QuestionAnswerCommand {
  type: 'command';
  id: CommandId;
  do: 'question.answer';
  args: {
    question: Id;
    /**
     * At most 1000 graphemes.
     */
    text?: string;
  };
}

/**
 * Participants and facilitators, in an open listen phase.
 */
export interface QuestionAskCommand {
  type: 'command';
  id: CommandId;
  do: 'question.ask';
  args: {
    /**
     * At most max_chars graphemes.
     */
    text: string;
  };
}

/**
 * Facilitators; everyone else loses the question, its author learns the reason.
 */
export interface QuestionHideCommand {
  type: 'command';
  id: CommandId;
  do: 'question.hide';
  args: {
    question: Id;
    reason: HideReason;
  };
}

/**
 * Facilitators: shows it, and marks it as reviewed.
 */
export interface QuestionPublishCommand {
  type: 'command';
  id: CommandId;
  do: 'question.publish';
  args: {
    question: Id;
  };
}

/**
 * Participants, in the question's open listen phase; not one's own.
 */
export interface QuestionUpvoteCommand {
  type: 'command';
  id: CommandId;
  do: 'question.upvote';
  args: {
    question: Id;
    value: boolean;
  };
}

/**
 * Who asked it, until the workshop closes.
 */
export interface QuestionWithdrawCommand {
  type: 'command';
  id: CommandId;
  do: 'question.withdraw';
  args: {
    question: Id;
  };
}

/**
 * Facilitators; a vote phase, open or closed. An open one is closed.
 */
export interface ResultsRevealCommand {
  type: 'command';
  id: CommandId;
  do: 'results.reveal';
  args: {
    phase: Id;
  };
}

/**
 * One command; `do` tells which.
 */
export type Command =
  | IdeaPostCommand
  | IdeaEditCommand
  | IdeaWithdrawCommand
  | IdeaPublishCommand
  | IdeaHideCommand
  | VoteCastCommand
  | VoteClearCommand
  | PlacementSetCommand
  | PhaseOpenCommand
  | PhaseReopenCommand
  | PhaseCloseCommand
  | PhaseExtendCommand
  | ResultsRevealCommand
  | WorkshopCloseCommand
  | PhaseInsertCommand
  | PhaseUpdateCommand
  | PhaseReorderCommand
  | PhaseRemoveCommand
  | PhaseRepeatCommand
  | CardDrawCommand
  | WeatherChooseCommand
  | AffiliationChooseCommand
  | QuestionAskCommand
  | QuestionUpvoteCommand
  | QuestionWithdrawCommand
  | QuestionPublishCommand
  | QuestionHideCommand
  | QuestionAnswerCommand
  | CommitmentMakeCommand
  | CommitmentEditCommand
  | CommitmentWithdrawCommand
  | CommitmentHideCommand
  | CommitmentPublishCommand
  | ClosingSayCommand;

/**
 * Participants; open vote phase. `value` has the shape of its method; what I chose before on that idea is replaced.
 */
export interface VoteCastCommand {
  type: 'command';
  id: CommandId;
  do: 'vote.cast';
  args: {
    idea: Id;
    value: VoteValue;
  };
}

/**
 * Participants; open vote phase. Without `idea` the whole ballot.
 */
export interface VoteClearCommand {
  type: 'command';
  id: CommandId;
  do: 'vote.clear';
  args: {
    idea?: Id;
  };
}

/**
 * Participants, in an open welcome phase; the last choice counts.
 */
export interface WeatherChooseCommand {
  type: 'command';
  id: CommandId;
  do: 'weather.choose';
  args: {
    weather: Weather;
  };
}

/**
 * Facilitators. After it only they still act: hide, publish, reveal.
 */
export interface WorkshopCloseCommand {
  type: 'command';
  id: CommandId;
  do: 'workshop.close';
  args: {
    [k: string]: unknown;
  };
}

/**
 * Made by the server and opaque: compare it, never read it.
 */
export type Id = string;

/**
 * UUID v4 in lower case, made by the client; the same id is done at most once.
 */
export type CommandId = string;

/**
 * As shown to people; the server reads it whatever the case, spaces and dashes.
 */
export type JoinCode = string;

/**
 * Milliseconds since 1970-01-01T00:00:00Z.
 */
export type Timestamp = number;

/**
 * Counts the workshop's events, the first has 1. A delta may move it by several.
 */
export type Seq = number;

/**
 * Names one numbering of `seq`; a new one means that older numbers mean nothing.
 */
export type Epoch = string;

export type Count = number;

export type Language = 'fr' | 'en';

export type Role = 'organiser' | 'facilitator' | 'screen' | 'reader' | 'participant';

/**
 * The roles that may open a live connection.
 */
export type LiveRole = 'facilitator' | 'screen' | 'participant';

export type WorkshopStatus = 'open' | 'closed';

export type PhaseKind = 'collect' | 'sort' | 'vote' | 'welcome' | 'listen' | 'commit' | 'close';

export type PhaseStatus = 'planned' | 'open' | 'closed';

export type IdeaStatus = 'published' | 'pending' | 'hidden' | 'withdrawn';

export type HideReason =
  'off_topic' | 'duplicate' | 'names_person' | 'insulting' | 'advertising' | 'technical';

export type LeverSymbol =
  | 'network'
  | 'bulb'
  | 'link'
  | 'hands'
  | 'shield'
  | 'leaf'
  | 'star'
  | 'flag'
  | 'heart'
  | 'bolt'
  | 'book'
  | 'house';

export type LeverColour =
  'teal' | 'amber' | 'violet' | 'rose' | 'blue' | 'green' | 'orange' | 'slate';

/**
 * At most 8 KiB of UTF-8, and at most the phase's max_chars graphemes; kept as typed.
 */
export type IdeaText = string;

/**
 * At most 60 graphemes.
 */
export type PersonName = string;

/**
 * What is new up to `seq`: for the whole audience, or with `own` for this participant alone.
 */
export interface Delta {
  type: 'delta';
  seq: Seq;
  own?: true;
  events: Event[];
  tallies?: Tallies;
  people?: People;
}

/**
 * What may have happened.
 */
export type EventName =
  | 'idea.posted'
  | 'idea.edited'
  | 'idea.published'
  | 'idea.hidden'
  | 'idea.withdrawn'
  | 'vote.cast'
  | 'vote.cleared'
  | 'placement.set'
  | 'phase.opened'
  | 'phase.reopened'
  | 'phase.closed'
  | 'phase.extended'
  | 'results.revealed'
  | 'participant.updated'
  | 'workshop.updated'
  | 'workshop.closed'
  | 'phase.inserted'
  | 'phase.updated'
  | 'phase.reordered'
  | 'phase.removed'
  | 'cards.drawn'
  | 'question.asked'
  | 'question.published'
  | 'question.answered'
  | 'commitment.made'
  | 'commitment.edited'
  | 'commitment.published'
  | 'question.hidden'
  | 'question.withdrawn'
  | 'commitment.hidden'
  | 'commitment.withdrawn'
  | 'weather.chosen'
  | 'question.upvoted'
  | 'closing.said'
  | 'sentence.said';

/**
 * Own only: these cards are in my hand, behind those that were.
 */
export interface CardsDrawnEvent {
  event: 'cards.drawn';
  phase: Id;
  ideas: Id[];
}

/**
 * Own only: how I left; it replaces what I said before.
 */
export interface ClosingSaidEvent {
  event: 'closing.said';
  phase: Id;
  closing: Closing;
}

/**
 * Put the commitment as it is now.
 */
export interface CommitmentEditedEvent {
  event: 'commitment.edited';
  commitment: Commitment;
}

/**
 * Without `commitment`, remove it; with it (facilitators, author) replace it.
 */
export interface CommitmentHiddenEvent {
  event: 'commitment.hidden';
  id: Id;
  commitment?: Commitment;
}

/**
 * Put the commitment as it is now.
 */
export interface CommitmentMadeEvent {
  event: 'commitment.made';
  commitment: Commitment;
}

/**
 * Put the commitment as it is now.
 */
export interface CommitmentPublishedEvent {
  event: 'commitment.published';
  commitment: Commitment;
}

/**
 * Without `commitment`, remove it; with it (facilitators, author) replace it.
 */
export interface CommitmentWithdrawnEvent {
  event: 'commitment.withdrawn';
  id: Id;
  commitment?: Commitment;
}

/**
 * Replace the idea.
 */
export interface IdeaEditedEvent {
  event: 'idea.edited';
  idea: Idea;
}

/**
 * Without `idea`, remove it; with it (facilitators, author) replace it.
 */
export interface IdeaHiddenEvent {
  event: 'idea.hidden';
  id: Id;
  idea?: Idea;
}

/**
 * A new idea: add it.
 */
export interface IdeaPostedEvent {
  event: 'idea.posted';
  idea: Idea;
}

/**
 * Add or replace the idea: it may come back from the queue or from being hidden.
 */
export interface IdeaPublishedEvent {
  event: 'idea.published';
  idea: Idea;
}

/**
 * Without `idea`, remove it; with it (facilitators, author) replace it.
 */
export interface IdeaWithdrawnEvent {
  event: 'idea.withdrawn';
  id: Id;
  idea?: Idea;
}

/**
 * Own only: how I am called now; an absent field has no value any more.
 */
export interface ParticipantUpdatedEvent {
  event: 'participant.updated';
  name?: PersonName;
  affiliation?: Id;
}

/**
 * Replace the phase.
 */
export interface PhaseClosedEvent {
  event: 'phase.closed';
  phase: Phase;
}

/**
 * Replace the phase.
 */
export interface PhaseExtendedEvent {
  event: 'phase.extended';
  phase: Phase;
}

/**
 * Put the phase, then the phases in this order.
 */
export interface PhaseInsertedEvent {
  event: 'phase.inserted';
  phase: Phase;
  /**
   * The ids of all phases, in their order.
   */
  order: Id[];
}

/**
 * Replace the phase.
 */
export interface PhaseOpenedEvent {
  event: 'phase.opened';
  phase: Phase;
}

/**
 * Remove the phase.
 */
export interface PhaseRemovedEvent {
  event: 'phase.removed';
  id: Id;
}

/**
 * Replace the phase.
 */
export interface PhaseReopenedEvent {
  event: 'phase.reopened';
  phase: Phase;
}

/**
 * Put the phases in this order.
 */
export interface PhaseReorderedEvent {
  event: 'phase.reordered';
  /**
   * The ids of all phases, in their order.
   */
  order: Id[];
}

/**
 * Put the phase.
 */
export interface PhaseUpdatedEvent {
  event: 'phase.updated';
  phase: Phase;
}

/**
 * Replace the placement of this idea on this board.
 */
export interface PlacementSetEvent {
  event: 'placement.set';
  board: Id;
  idea: Id;
  lever: Id | null;
  scale: Id | null;
  by?: PersonName;
}

/**
 * Put the question as it is now.
 */
export interface QuestionAnsweredEvent {
  event: 'question.answered';
  question: Question;
}

/**
 * Put the question as it is now.
 */
export interface QuestionAskedEvent {
  event: 'question.asked';
  question: Question;
}

/**
 * Without `question`, remove it; with it (facilitators, author) replace it.
 */
export interface QuestionHiddenEvent {
  event: 'question.hidden';
  id: Id;
  question?: Question;
}

/**
 * Put the question as it is now.
 */
export interface QuestionPublishedEvent {
  event: 'question.published';
  question: Question;
}

/**
 * Own only: all the questions that I want answered, too; they replace `you.supports`.
 */
export interface QuestionUpvotedEvent {
  event: 'question.upvoted';
  questions: Id[];
}

/**
 * Without `question`, remove it; with it (facilitators, author) replace it.
 */
export interface QuestionWithdrawnEvent {
  event: 'question.withdrawn';
  id: Id;
  question?: Question;
}

/**
 * Replace the phase; the same delta carries all its tallies.
 */
export interface ResultsRevealedEvent {
  event: 'results.revealed';
  phase: Phase;
  /**
   * Facilitators: those of the consent votes that this reveals.
   */
  reasons?: Reason[];
}

/**
 * One change; `event` tells which. Each is an upsert or a removal, so twice is harmless.
 */
export type Event =
  | IdeaPostedEvent
  | IdeaEditedEvent
  | IdeaPublishedEvent
  | IdeaHiddenEvent
  | IdeaWithdrawnEvent
  | VoteCastEvent
  | VoteClearedEvent
  | PlacementSetEvent
  | PhaseOpenedEvent
  | PhaseReopenedEvent
  | PhaseClosedEvent
  | PhaseExtendedEvent
  | ResultsRevealedEvent
  | ParticipantUpdatedEvent
  | WorkshopUpdatedEvent
  | WorkshopClosedEvent
  | PhaseInsertedEvent
  | PhaseUpdatedEvent
  | PhaseReorderedEvent
  | PhaseRemovedEvent
  | CardsDrawnEvent
  | QuestionAskedEvent
  | QuestionPublishedEvent
  | QuestionAnsweredEvent
  | CommitmentMadeEvent
  | CommitmentEditedEvent
  | CommitmentPublishedEvent
  | QuestionHiddenEvent
  | QuestionWithdrawnEvent
  | CommitmentHiddenEvent
  | CommitmentWithdrawnEvent
  | WeatherChosenEvent
  | QuestionUpvotedEvent
  | ClosingSaidEvent
  | SentenceSaidEvent;

/**
 * Facilitators: what someone says as they leave; without `text` they say nothing any more.
 */
export interface SentenceSaidEvent {
  event: 'sentence.said';
  phase: Id;
  author: Id;
  author_name?: PersonName;
  text?: string;
  quote?: true;
}

/**
 * Own only: what I now choose about this idea; 0 dots are none.
 */
export interface VoteCastEvent {
  event: 'vote.cast';
  phase: Id;
  idea: Id;
  value: VoteValue;
}

/**
 * Own only: my dots on this idea are gone; without `idea`, my whole ballot.
 */
export interface VoteClearedEvent {
  event: 'vote.cleared';
  phase: Id;
  idea?: Id;
}

/**
 * Own only: how I am.
 */
export interface WeatherChosenEvent {
  event: 'weather.chosen';
  phase: Id;
  weather: Weather;
}

/**
 * Its status is now `closed`; tallies that were secret come in the same delta.
 */
export interface WorkshopClosedEvent {
  event: 'workshop.closed';
  /**
   * Facilitators: those of the consent votes that this reveals.
   */
  reasons?: Reason[];
}

/**
 * Replace the workshop.
 */
export interface WorkshopUpdatedEvent {
  event: 'workshop.updated';
  workshop: Workshop;
}

export type ExportedWorkshop = Workshop & {
  created_at: Timestamp;
};

export interface ExportedIdea {
  id: Id;
  phase: Id;
  text: IdeaText;
  at: Timestamp;
  status: IdeaStatus;
  scale?: Id;
  reason?: HideReason;
  reviewed?: boolean;
  /**
   * Only one that at least 5 participants declared.
   */
  affiliation?: Id;
  placements: {
    board: Id;
    lever: Id | null;
    scale: Id | null;
  }[];
  /**
   * By phase id.
   */
  tallies: {
    [k: string]: Tally;
  };
}

export type ExportedBallot = {
  phase: Id;
  /**
   * Drawn anew for each export: it links nothing to anyone.
   */
  voter: string;
  dots?: Ballot;
  /**
   * By idea id; of every method but dots, and without anybody's words.
   */
  choices?: Ballot;
} & {
  [k: string]: unknown;
};

export interface VoteResult {
  phase: Id;
  method: 'dots' | 'useful' | 'judgment' | 'impact_effort' | 'consent';
  round: number;
  ballots: Count;
  /**
   * Best first; equal ideas share a rank.
   */
  ranking: IdeaResult[];
}

/**
 * dots: dots; useful: low and high, the interval of the share that finds it useful (Wilson, 95 %); judgment: the majority grade and how many gave less and more; impact_effort: medians, quartiles, quadrant; consent: outcome.
 */
export interface IdeaResult {
  idea: Id;
  rank: number;
  dots?: Count;
  low?: number;
  high?: number;
  grade?: number;
  below?: Count;
  above?: Count;
  impact?: ScoreSpread;
  effort?: ScoreSpread;
  quadrant?: 'quick_win' | 'large_project' | 'small_gain' | 'not_worth_it' | 'undecided';
  outcome?: 'nobody_answered' | 'given' | 'given_with_reservations' | 'objections_to_resolve';
}

export interface ScoreSpread {
  median: number;
  lower: number;
  upper: number;
}

/**
 * The `json` export: the whole workshop without names, from which its figures can be recomputed.
 */
export interface Export {
  schema: 'atelier-export/1';
  exported_at: Timestamp;
  workshop: ExportedWorkshop;
  phases: Phase[];
  boards: Board[];
  ideas: ExportedIdea[];
  ballots: ExportedBallot[];
  /**
   * Vote phases whose results are not revealed: their tallies and ballots are absent.
   */
  withheld: Id[];
  people: {
    joined: Count;
    posted: Count;
    voted: Count;
  };
  moderation: {
    hidden_by_reason: {
      [k: string]: number;
    };
  };
  fingerprint: {
    seq: Seq;
    digest: string;
  };
  /**
   * What each vote came to, by its method; votes that are not revealed are absent.
   */
  results?: VoteResult[];
  /**
   * Why people objected or had reservations, of the consent votes that are revealed; without authors.
   */
  reasons?: Reason[];
}

/**
 * The first frame of a connection; `resume` is absent on a first visit.
 */
export interface Hello {
  type: 'hello';
  resume?: {
    epoch: Epoch;
    seq: Seq;
  };
}

/**
 * A command as posted over HTTP: the live frame, where `type` may be left out.
 */
export type HttpCommand = {
  type?: 'command';
  id: CommandId;
} & (
  | {
      do: IdeaPostCommand['do'];
      args: IdeaPostCommand['args'];
    }
  | {
      do: IdeaEditCommand['do'];
      args: IdeaEditCommand['args'];
    }
  | {
      do: IdeaWithdrawCommand['do'];
      args: IdeaWithdrawCommand['args'];
    }
  | {
      do: IdeaPublishCommand['do'];
      args: IdeaPublishCommand['args'];
    }
  | {
      do: IdeaHideCommand['do'];
      args: IdeaHideCommand['args'];
    }
  | {
      do: VoteCastCommand['do'];
      args: VoteCastCommand['args'];
    }
  | {
      do: VoteClearCommand['do'];
      args: VoteClearCommand['args'];
    }
  | {
      do: PlacementSetCommand['do'];
      args: PlacementSetCommand['args'];
    }
  | {
      do: PhaseOpenCommand['do'];
      args: PhaseOpenCommand['args'];
    }
  | {
      do: PhaseReopenCommand['do'];
      args: PhaseReopenCommand['args'];
    }
  | {
      do: PhaseCloseCommand['do'];
      args: PhaseCloseCommand['args'];
    }
  | {
      do: PhaseExtendCommand['do'];
      args: PhaseExtendCommand['args'];
    }
  | {
      do: ResultsRevealCommand['do'];
      args: ResultsRevealCommand['args'];
    }
  | {
      do: WorkshopCloseCommand['do'];
      args: WorkshopCloseCommand['args'];
    }
);

/**
 * POST /workshops/{id}/commands
 */
export type CommandsRequest = HttpCommand | HttpCommand[];

export type CommandAnswer = Ack | Refused;

/**
 * One answer for one command; for an array, one for each in the same order.
 */
export type CommandsResponse = CommandAnswer | CommandAnswer[];

/**
 * POST /workshops
 */
export interface CreateWorkshopRequest {
  title?: string;
  question?: string;
  language: Language;
  template: ('resilience-territoriale' | 'retrospective' | 'impact-effort') | Template;
}

/**
 * POST /workshops: each link is a secret of its own.
 */
export interface CreateWorkshopResponse {
  id: Id;
  code: JoinCode;
  links: {
    participant: string;
    facilitator: string;
    screen: string;
    summary: string;
  };
}

/**
 * POST /enter
 */
export interface EnterRequest {
  secret: string;
}

/**
 * POST /enter; `workshop` is absent for an organiser.
 */
export interface EnterResponse {
  workshop?: Id;
  token: string;
  role: 'organiser' | 'facilitator' | 'screen' | 'reader';
}

/**
 * POST /join
 */
export interface JoinRequest {
  /**
   * Case, spaces and dashes do not matter.
   */
  code: string;
  /**
   * At most 60 graphemes; empty for none.
   */
  name?: string;
  affiliation?: Id;
}

/**
 * POST /join
 */
export interface JoinResponse {
  workshop: Id;
  participant: Id;
  token: string;
  role: 'participant';
}

/**
 * POST /workshops/{id}/links
 */
export interface LinkRequest {
  role: 'facilitator' | 'screen' | 'reader';
}

/**
 * POST /workshops/{id}/links: the former links of that role are revoked.
 */
export interface LinkResponse {
  url: string;
}

/**
 * GET /workshops
 */
export interface WorkshopListResponse {
  workshops: WorkshopInfo[];
}

/**
 * GET /lookup: what a join form shows before joining.
 */
export interface LookupResponse {
  title: string;
  question: string;
  language: Language;
  affiliations: Affiliation[];
  status: WorkshopStatus;
  privacy: {
    retention_days: number;
  };
}

/**
 * GET /workshops/{id}/poll: what came since the former poll of this session, in order.
 */
export type PollResponse = ServerFrame[];

export type ProblemCode =
  | 'malformed_json'
  | 'invalid_utf8'
  | 'bad_request'
  | 'too_deep'
  | 'control_characters'
  | 'unknown_affiliation'
  | 'name_too_long'
  | 'not_joined'
  | 'forbidden'
  | 'foreign_origin'
  | 'not_found'
  | 'no_such_workshop'
  | 'no_such_link'
  | 'method_not_allowed'
  | 'too_many_people'
  | 'workshop_closed'
  | 'link_expired'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many_attempts'
  | 'internal'
  | 'read_only'
  | 'busy'
  | 'draining';

/**
 * Every HTTP error (RFC 9457); `code` is stable, `title` is in the reader's language.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  data?: {
    [k: string]: unknown;
  };
}

/**
 * GET /templates
 */
export interface TemplatesResponse {
  templates: {
    id: Id;
    title: string;
    minutes: number;
    phases: {
      kind: PhaseKind;
      title: string;
      minutes: number;
    }[];
  }[];
}

/**
 * PATCH /workshops/{id}
 */
export interface UpdateWorkshopRequest {
  title?: string;
  question?: string;
}

/**
 * GET and PATCH /workshops/{id}, which add `phases`, and one element of GET /workshops.
 */
export interface WorkshopInfo {
  id: Id;
  code: JoinCode;
  title: string;
  question?: string;
  language: Language;
  status: WorkshopStatus;
  created_at: Timestamp;
  participants: Count;
  ideas: Count;
  phases?: Phase[];
}

export interface NoticeData {
  /**
   * draining: once the line is closed, come back after a random time from 0 to this.
   */
  retry_within_ms?: Count;
}

/**
 * Something about the server or the workshop, not about a command.
 */
export interface Notice {
  type: 'notice';
  code: 'draining' | 'read_only' | 'writable' | 'removed' | 'workshop_closed';
  data: NoticeData;
}

/**
 * Why a command was not done; the words are the client's.
 */
export type RefusalCode =
  | 'malformed_json'
  | 'invalid_utf8'
  | 'too_deep'
  | 'too_large'
  | 'unknown_type'
  | 'unknown_command'
  | 'bad_command_id'
  | 'bad_arguments'
  | 'not_allowed'
  | 'hello_first'
  | 'wrong_phase'
  | 'no_such_idea'
  | 'no_such_phase'
  | 'no_such_lever'
  | 'no_such_scale'
  | 'no_such_board'
  | 'empty_text'
  | 'text_too_long'
  | 'control_characters'
  | 'ideas_spent'
  | 'idea_not_published'
  | 'idea_hidden'
  | 'not_yours'
  | 'votes_spent'
  | 'too_many_on_idea'
  | 'phase_not_planned'
  | 'phase_not_closed'
  | 'phase_not_open'
  | 'already_revealed'
  | 'workshop_closed'
  | 'already_hidden'
  | 'already_published'
  | 'already_withdrawn'
  | 'bad_reason'
  | 'unknown_affiliation'
  | 'name_too_long'
  | 'too_many_ideas'
  | 'too_many_people'
  | 'time_out_of_range'
  | 'busy'
  | 'read_only'
  | 'draining'
  | 'rate_limited'
  | 'shortlist_tied'
  | 'not_revealed'
  | 'idea_not_in_vote'
  | 'not_in_hand'
  | 'no_cards_left'
  | 'too_many_phases'
  | 'no_such_question'
  | 'questions_spent'
  | 'own_question'
  | 'no_such_commitment'
  | 'commitments_spent';

export interface RefusalData {
  field?: string;
  expects?: PhaseKind;
  /**
   * Absent or null: no phase is open.
   */
  open?: PhaseKind | null;
  max?: Count;
  length?: Count;
  budget?: Count;
  left?: Count;
  retry_after_ms?: Count;
  places_left?: Count;
  /**
   * Idea ids.
   */
  tied?: Id[];
}

/**
 * Not done. With `data.retry_after_ms`: not decided, send the same id again later; without: final.
 */
export interface Refused {
  type: 'refused';
  /**
   * The id that was sent, even a bad one; null when none could be read.
   */
  id: string | null;
  code: RefusalCode;
  data: RefusalData;
}

/**
 * What the client had is still good; the deltas it missed follow.
 */
export interface Resumed {
  type: 'resumed';
  epoch: Epoch;
  seq: Seq;
  now: Timestamp;
}

/**
 * What a server may send on a live connection; `type` tells which.
 */
export type ServerFrame = Welcome | Resumed | Delta | Ack | Refused | Notice;

export interface Workshop {
  id: Id;
  code: JoinCode;
  title: string;
  question: string;
  language: Language;
  status: WorkshopStatus;
  affiliations: Affiliation[];
  charter: string[];
}

export interface Affiliation {
  id: Id;
  name: string;
}

/**
 * One step of the agenda; `kind` tells which settings it has.
 */
export type Phase = {
  id: Id;
  title: string;
  prompt: string;
  minutes: number;
  status: PhaseStatus;
  opened_at?: Timestamp;
  /**
   * Informs: a phase is only closed by a person.
   */
  ends_at?: Timestamp;
  revealed: boolean;
  /**
   * A vote that has been opened on a list: these. Absent: whatever is published.
   */
  ideas?: Id[];
  /**
   * Absent: the first round.
   */
  round?: number;
  /**
   * The vote of which this one is another round.
   */
  repeats?: Id;
} & (CollectKind | SortKind | VoteKind | WelcomeKind | ListenKind | CommitKind | CloseKind);

export interface WelcomeKind {
  kind: 'welcome';
  settings: WelcomeSettings;
}

export interface ListenKind {
  kind: 'listen';
  settings: ListenSettings;
}

export interface CommitKind {
  kind: 'commit';
  settings: CommitSettings;
}

export interface CloseKind {
  kind: 'close';
  settings: CloseSettings;
}

export interface WelcomeSettings {
  /**
   * People may say how they are.
   */
  weather: boolean;
  /**
   * The charter is there to read.
   */
  charter: boolean;
}

export interface ListenSettings {
  moderation: CollectSettings['moderation'];
  max_per_person: CollectSettings['max_per_person'];
  max_chars: CollectSettings['max_chars'];
}

export interface CommitSettings {
  max_per_person: CollectSettings['max_per_person'];
}

export interface CloseSettings {
  /**
   * Asks how the time was worth it, 1 to 5.
   */
  roti: boolean;
  sentence: boolean;
  /**
   * What to do now.
   */
  action?: string;
  /**
   * What comes next.
   */
  next?: string;
}

export type Weather = 'sun' | 'bright' | 'cloud' | 'storm';

export type Commits = 'individual' | 'collective';

/**
 * Authors see `mine`, and `reason` once hidden; facilitators see author, review and reason.
 */
export interface Question {
  id: Id;
  phase: Id;
  text: IdeaText;
  at: Timestamp;
  status: IdeaStatus;
  answered?: true;
  /**
   * Absent: aloud, or not yet.
   */
  answer?: string;
  mine?: true;
  reason?: HideReason;
  /**
   * Participant id, or "facilitator".
   */
  author?: Id;
  author_name?: PersonName;
  author_affiliation?: Id;
  reviewed?: boolean;
}

/**
 * Who does what; the same is known of its author as of an idea's.
 */
export interface Commitment {
  id: Id;
  phase: Id;
  text: IdeaText;
  who: Commits;
  /**
   * Until when, in their own words.
   */
  by?: string;
  with?: string;
  looking_for?: string;
  bringing?: string;
  at: Timestamp;
  status: IdeaStatus;
  mine?: true;
  reason?: HideReason;
  /**
   * Participant id, or "facilitator".
   */
  author?: Id;
  author_name?: PersonName;
  author_affiliation?: Id;
}

export interface Sentence {
  phase: Id;
  author: Id;
  author_name?: PersonName;
  text: string;
  /**
   * Others may read it.
   */
  quote?: true;
}

/**
 * How someone leaves.
 */
export interface Closing {
  roti?: number;
  sentence?: string;
  quote?: true;
}

/**
 * welcome: by weather; listen: by question, who wants it answered, too; close: by ROTI, "1" to "5".
 */
export interface PeopleTally {
  people: Count;
}

export interface CollectKind {
  kind: 'collect';
  settings: CollectSettings;
}

export interface SortKind {
  kind: 'sort';
  settings: SortSettings;
}

export interface VoteKind {
  kind: 'vote';
  settings: VoteSettings;
}

export interface CollectSettings {
  moderation: 'before' | 'after' | 'none';
  max_per_person: number;
  max_chars: number;
  ask_scale: boolean;
}

export interface SortSettings {
  board: Id;
  mode: 'facilitators' | 'shared';
}

/**
 * `method` tells which; `hidden`: nobody has counts before the reveal.
 */
export type VoteSettings =
  DotsSettings | UsefulSettings | JudgmentSettings | ImpactEffortSettings | ConsentSettings;

/**
 * So many dots a person, so many of them on one idea.
 */
export interface DotsSettings {
  method: 'dots';
  budget: number;
  max_per_idea: number;
  hidden: boolean;
  ideas?: Selection;
}

/**
 * Cards are handed out (`card.draw`) and judged one at a time.
 */
export interface UsefulSettings {
  method: 'useful';
  hidden: boolean;
  ideas?: Selection;
}

/**
 * A grade of 0, the worst, to 5 for each idea.
 */
export interface JudgmentSettings {
  method: 'judgment';
  hidden: boolean;
  ideas?: Selection;
}

/**
 * Two scores of 1 to 5 for each idea.
 */
export interface ImpactEffortSettings {
  method: 'impact_effort';
  hidden: boolean;
  ideas?: Selection;
}

/**
 * Agree, have reservations or object, with a reason.
 */
export interface ConsentSettings {
  method: 'consent';
  hidden: boolean;
  ideas?: Selection;
}

export interface Board {
  id: Id;
  levers: Lever[];
  scales: Scale[];
}

export interface Lever {
  id: Id;
  name: string;
  symbol: LeverSymbol;
  colour: LeverColour;
  help?: string;
}

export interface Scale {
  id: Id;
  name: string;
  /**
   * The next larger scale of the same board.
   */
  parent: Id | null;
}

/**
 * Authors see `mine`, and `reason` once hidden; facilitators see author, review and reason.
 */
export interface Idea {
  id: Id;
  phase: Id;
  text: IdeaText;
  at: Timestamp;
  status: IdeaStatus;
  scale?: Id;
  mine?: true;
  reason?: HideReason;
  /**
   * Participant id, or "facilitator".
   */
  author?: Id;
  author_name?: PersonName;
  author_affiliation?: Id;
  reviewed?: boolean;
}

/**
 * Where a card lies; null is the tray of unsorted cards.
 */
export interface Placement {
  board: Id;
  idea: Id;
  lever: Id | null;
  scale: Id | null;
  by?: PersonName;
}

/**
 * By the vote's method; people where nothing is voted on.
 */
export type Tally =
  DotsTally | UsefulTally | JudgmentTally | ImpactEffortTally | ConsentTally | PeopleTally;

export interface DotsTally {
  dots: Count;
  voters: Count;
}

export interface UsefulTally {
  useful: Count;
  not_useful: Count;
  pass: Count;
  /**
   * To how many people it was handed out.
   */
  shown: Count;
  voters: Count;
}

export interface JudgmentTally {
  /**
   * How many gave each grade, the worst first.
   */
  grades: Count[];
  voters: Count;
}

export interface ImpactEffortTally {
  /**
   * How many gave each score, 1 first.
   */
  impact: Count[];
  effort: Count[];
  voters: Count;
}

export interface ConsentTally {
  agree: Count;
  reservation: Count;
  objection: Count;
  voters: Count;
}

/**
 * By idea id.
 */
export interface IdeaTallies {
  [k: string]: Tally;
}

/**
 * By phase id; a vote that is still secret is absent.
 */
export interface Tallies {
  [k: string]: IdeaTallies;
}

/**
 * participants: connected; screens: connected, voted; facilitators: all of it.
 */
export interface People {
  connected: Count;
  joined?: Count;
  posted?: Count;
  voted?: Count;
  transports?: Transports;
}

/**
 * Live connections of participants, by the way they came.
 */
export interface Transports {
  websocket: Count;
  stream: Count;
  poll: Count;
}

/**
 * What I chose, by idea id.
 */
export interface Ballot {
  [k: string]: VoteValue;
}

/**
 * dots: how many in all on that idea, 0 takes them back; judgment: 0, the worst, to 5; then useful, impact_effort, consent.
 */
export type VoteValue = number | Judgement | Scores | ConsentAnswer;

export type Judgement = 'useful' | 'not_useful' | 'pass';

export interface Scores {
  impact: number;
  effort: number;
}

export type Consent = 'agree' | 'reservation' | 'objection';

export interface ConsentAnswer {
  answer: Consent;
  /**
   * At most 500 graphemes; an objection has one.
   */
  reason?: string;
}

export interface Reason {
  phase: Id;
  idea: Id;
  answer: Consent;
  text: string;
}

/**
 * Who this connection is; a participant has an id and their own ballots by phase id.
 */
export interface You {
  role: LiveRole;
  participant?: Id;
  name?: PersonName;
  affiliation?: Id;
  ballots?: {
    [k: string]: Ballot;
  };
  /**
   * By phase id: the cards I was handed, in that order; those that my ballot does not have are to judge.
   */
  hands?: {
    [k: string]: Id[];
  };
  /**
   * By phase id: how I am.
   */
  weathers?: {
    [k: string]: Weather;
  };
  /**
   * Questions that I want answered, too.
   */
  supports?: Id[];
  /**
   * By phase id: how I left.
   */
  closings?: {
    [k: string]: Closing;
  };
}

/**
 * What a vote is on; absent: whatever is published.
 */
export type Selection = PublishedSelection | FirstSelection | ChosenSelection;

export interface PublishedSelection {
  from: 'published';
}

/**
 * The first `top` of another vote's ranking, found when this one is opened.
 */
export interface FirstSelection {
  from: 'phase';
  phase: Id;
  top: number;
}

export interface ChosenSelection {
  from: 'chosen';
  ideas: Id[];
}

/**
 * Those settings that are given; each kind heeds its own.
 */
export interface SettingsChange {
  moderation?: CollectSettings['moderation'];
  max_per_person?: CollectSettings['max_per_person'];
  max_chars?: CollectSettings['max_chars'];
  ask_scale?: CollectSettings['ask_scale'];
  board?: SortSettings['board'];
  mode?: SortSettings['mode'];
  method?: 'dots' | 'useful' | 'judgment' | 'impact_effort' | 'consent';
  budget?: DotsSettings['budget'];
  max_per_idea?: DotsSettings['max_per_idea'];
  hidden?: boolean;
  ideas?: Selection;
  weather?: boolean;
  charter?: boolean;
  roti?: boolean;
  sentence?: boolean;
  action?: string;
  next?: string;
}

/**
 * Everything one role may know of a workshop; deltas keep it up to date.
 */
export interface State {
  workshop: Workshop;
  phases: Phase[];
  boards: Board[];
  ideas: Idea[];
  placements: Placement[];
  tallies: Tallies;
  people: People;
  /**
   * Facilitators: why people have reservations or object, once a consent vote is revealed; in no order that tells who.
   */
  reasons?: Reason[];
  questions?: Question[];
  commitments?: Commitment[];
  /**
   * Facilitators: what people say as they leave.
   */
  sentences?: Sentence[];
}

/**
 * The data of a stream's `close` event, its last: the code that a WebSocket would be closed with.
 */
export interface StreamClose {
  code: number;
  /**
   * For people who read logs.
   */
  reason: string;
}

/**
 * One text, or one for each language; the workshop's own language must be there.
 */
export type TemplateText =
  | string
  | {
      fr?: string;
      en?: string;
    };

export interface TemplateAffiliation {
  id: string;
  name: TemplateText;
}

export interface TemplateBoard {
  id: string;
  levers: TemplateLever[];
  scales?: TemplateScale[];
}

export interface TemplateLever {
  id: string;
  name: TemplateText;
  symbol: LeverSymbol;
  colour: LeverColour;
  help?: TemplateText;
}

export interface TemplateScale {
  id: string;
  name: TemplateText;
  parent?: string | null;
}

/**
 * One step; the settings it does not give take their usual values.
 */
export type TemplatePhase = {
  id?: string;
  title: TemplateText;
  prompt?: TemplateText;
  minutes: number;
} & (
  | {
      kind: 'collect';
      settings?: {
        moderation?: CollectSettings['moderation'];
        max_per_person?: CollectSettings['max_per_person'];
        max_chars?: CollectSettings['max_chars'];
        ask_scale?: CollectSettings['ask_scale'];
      };
    }
  | {
      kind: 'sort';
      settings?: {
        board?: SortSettings['board'];
        mode?: SortSettings['mode'];
      };
    }
  | {
      kind: 'vote';
      settings?: {
        method?: 'dots' | 'useful' | 'judgment' | 'impact_effort' | 'consent';
        budget?: DotsSettings['budget'];
        max_per_idea?: DotsSettings['max_per_idea'];
        hidden?: DotsSettings['hidden'];
        ideas?: Selection;
      };
    }
  | {
      kind: 'welcome' | 'listen' | 'commit' | 'close';
      settings?: SettingsChange;
    }
);

/**
 * An agenda given in place of a template's name; what is left out takes its default.
 */
export interface Template {
  title: TemplateText;
  question?: TemplateText;
  charter?: TemplateText[];
  affiliations?: TemplateAffiliation[];
  boards?: TemplateBoard[];
  phases: TemplatePhase[];
}

/**
 * The whole state; it replaces whatever the client had.
 */
export interface Welcome {
  type: 'welcome';
  epoch: Epoch;
  seq: Seq;
  now: Timestamp;
  you: You;
  state: State;
}

export type CommandOf<N extends CommandName> = Extract<Command, { do: N }>;
export type CommandArgs<N extends CommandName> = CommandOf<N>['args'];
export type EventOf<N extends EventName> = Extract<Event, { event: N }>;

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
  | 'board.add'
  | 'lever.add'
  | 'lever.rename'
  | 'lever.merge'
  | 'lever.split'
  | 'lever.move'
  | 'lever.remove'
  | 'lever.restore'
  | 'placement.settle'
  | 'placement.release'
  | 'idea.merge'
  | 'idea.unmerge'
  | 'pair.dismiss'
  | 'idea.reword'
  | 'idea.answer'
  | 'participant.mute'
  | 'participant.remove'
  | 'participant.restore'
  | 'posts.stop'
  | 'screen.freeze'
  | 'spotlight.set'
  | 'spotlight.clear'
  | 'comment.post'
  | 'comment.hide'
  | 'comment.withdraw'
  | 'review.take'
  | 'review.release'
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
  | 'reaction.set'
  | 'question.withdraw'
  | 'question.publish'
  | 'question.hide'
  | 'question.answer'
  | 'commitment.make'
  | 'commitment.edit'
  | 'commitment.withdraw'
  | 'commitment.hide'
  | 'commitment.publish'
  | 'commitment.follow'
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
 * Facilitators; a new board, with levers and scales if they are given.
 */
export interface BoardAddCommand {
  type: 'command';
  id: CommandId;
  do: 'board.add';
  args: {
    title: string;
    levers?: {
      name: string;
      symbol?: LeverSymbol;
      colour?: LeverColour;
      help?: string;
    }[];
    scales?: Scale[];
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
 * Facilitators and moderators; kept, with the reason.
 */
export interface CommentHideCommand {
  type: 'command';
  id: CommandId;
  do: 'comment.hide';
  args: {
    comment: Id;
    reason: HideReason;
  };
}

/**
 * Participants and facilitators; on a published idea, in an open collect phase with comments.
 */
export interface CommentPostCommand {
  type: 'command';
  id: CommandId;
  do: 'comment.post';
  args: {
    idea: Id;
    text: IdeaText;
  };
}

/**
 * Its author.
 */
export interface CommentWithdrawCommand {
  type: 'command';
  id: CommandId;
  do: 'comment.withdraw';
  args: {
    comment: Id;
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
 * Facilitators; also once the workshop is closed. Without `note`, there is none any more.
 */
export interface CommitmentFollowCommand {
  type: 'command';
  id: CommandId;
  do: 'commitment.follow';
  args: {
    commitment: Id;
    status: FollowUp;
    /**
     * At most 500 graphemes.
     */
    note?: IdeaText;
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
 * Facilitators and moderators; for its author alone, the empty text takes it back.
 */
export interface IdeaAnswerCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.answer';
  args: {
    idea: Id;
    text: string;
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
 * Facilitators and moderators; `into` leads, the others become members of its group.
 */
export interface IdeaMergeCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.merge';
  args: {
    ideas: Id[];
    into: Id;
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
 * Facilitators and moderators; the author’s words are kept, and theirs again take the mark away.
 */
export interface IdeaRewordCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.reword';
  args: {
    idea: Id;
    text: IdeaText;
  };
}

/**
 * Facilitators and moderators; a member leaves its group, a lead’s group is dissolved.
 */
export interface IdeaUnmergeCommand {
  type: 'command';
  id: CommandId;
  do: 'idea.unmerge';
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
 * Facilitators; without `after` at the end, without symbol or colour a free one.
 */
export interface LeverAddCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.add';
  args: {
    board?: Id;
    name: string;
    symbol?: LeverSymbol;
    colour?: LeverColour;
    help?: string;
    after?: Id;
  };
}

/**
 * Facilitators; what was put on these levers is on `into` now.
 */
export interface LeverMergeCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.merge';
  args: {
    board?: Id;
    levers: Id[];
    into: Id;
  };
}

/**
 * Facilitators; null is the front.
 */
export interface LeverMoveCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.move';
  args: {
    board?: Id;
    lever: Id;
    after: Id | null;
  };
}

/**
 * Facilitators; its cards are in the tray, and it can be restored.
 */
export interface LeverRemoveCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.remove';
  args: {
    board?: Id;
    lever: Id;
  };
}

/**
 * Facilitators; without `help` it stays as it is.
 */
export interface LeverRenameCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.rename';
  args: {
    board?: Id;
    lever: Id;
    name: string;
    help?: string;
  };
}

/**
 * Facilitators; a lever that was removed or merged comes back with the cards not moved since.
 */
export interface LeverRestoreCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.restore';
  args: {
    board?: Id;
    lever: Id;
  };
}

/**
 * Facilitators; of the lever’s cards these go to a new one beside it.
 */
export interface LeverSplitCommand {
  type: 'command';
  id: CommandId;
  do: 'lever.split';
  args: {
    board?: Id;
    lever: Id;
    name: string;
    symbol?: LeverSymbol;
    colour?: LeverColour;
    help?: string;
    ideas: Id[];
  };
}

/**
 * Facilitators and moderators; these two do not say the same.
 */
export interface PairDismissCommand {
  type: 'command';
  id: CommandId;
  do: 'pair.dismiss';
  args: {
    one: Id;
    other: Id;
  };
}

/**
 * Facilitators and moderators; who is muted reads, and neither writes nor votes.
 */
export interface ParticipantMuteCommand {
  type: 'command';
  id: CommandId;
  do: 'participant.mute';
  args: {
    participant: Id;
    muted: boolean;
  };
}

/**
 * Facilitators; their lines are closed with 4401, what they gave stays.
 */
export interface ParticipantRemoveCommand {
  type: 'command';
  id: CommandId;
  do: 'participant.remove';
  args: {
    participant: Id;
  };
}

/**
 * Facilitators; who was removed may come in again.
 */
export interface ParticipantRestoreCommand {
  type: 'command';
  id: CommandId;
  do: 'participant.restore';
  args: {
    participant: Id;
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
 * Facilitators; the card rests where the crowd says again.
 */
export interface PlacementReleaseCommand {
  type: 'command';
  id: CommandId;
  do: 'placement.release';
  args: {
    board?: Id;
    idea: Id;
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
 * Facilitators; the card rests there whatever the crowd says.
 */
export interface PlacementSettleCommand {
  type: 'command';
  id: CommandId;
  do: 'placement.settle';
  args: {
    board?: Id;
    idea: Id;
    lever: Id | null;
    scale?: Id | null;
  };
}

/**
 * Facilitators; while it is stopped no participant posts ideas or comments.
 */
export interface PostsStopCommand {
  type: 'command';
  id: CommandId;
  do: 'posts.stop';
  args: {
    stopped: boolean;
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
 * Participants, in an open collect phase whose settings say `reactions`: support a published idea, or no longer; not one's own.
 */
export interface ReactionSetCommand {
  type: 'command';
  id: CommandId;
  do: 'reaction.set';
  args: {
    idea: Id;
    value: boolean;
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
 * Facilitators and moderators; others may review these again.
 */
export interface ReviewReleaseCommand {
  type: 'command';
  id: CommandId;
  do: 'review.release';
  args: {
    ideas: Id[];
  };
}

/**
 * Facilitators and moderators; for one minute nobody else reviews these; again renews. Live connections only.
 */
export interface ReviewTakeCommand {
  type: 'command';
  id: CommandId;
  do: 'review.take';
  args: {
    ideas: Id[];
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
  | BoardAddCommand
  | LeverAddCommand
  | LeverRenameCommand
  | LeverMergeCommand
  | LeverSplitCommand
  | LeverMoveCommand
  | LeverRemoveCommand
  | LeverRestoreCommand
  | PlacementSettleCommand
  | PlacementReleaseCommand
  | IdeaMergeCommand
  | IdeaUnmergeCommand
  | PairDismissCommand
  | IdeaRewordCommand
  | IdeaAnswerCommand
  | ParticipantMuteCommand
  | ParticipantRemoveCommand
  | ParticipantRestoreCommand
  | PostsStopCommand
  | ScreenFreezeCommand
  | SpotlightSetCommand
  | SpotlightClearCommand
  | CommentPostCommand
  | CommentHideCommand
  | CommentWithdrawCommand
  | ReviewTakeCommand
  | ReviewReleaseCommand
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
  | ReactionSetCommand
  | QuestionWithdrawCommand
  | QuestionPublishCommand
  | QuestionHideCommand
  | QuestionAnswerCommand
  | CommitmentMakeCommand
  | CommitmentEditCommand
  | CommitmentWithdrawCommand
  | CommitmentHideCommand
  | CommitmentPublishCommand
  | CommitmentFollowCommand
  | ClosingSayCommand;

/**
 * Facilitators; a frozen screen holds what it shows.
 */
export interface ScreenFreezeCommand {
  type: 'command';
  id: CommandId;
  do: 'screen.freeze';
  args: {
    frozen: boolean;
  };
}

/**
 * Facilitators; nothing in the spotlight.
 */
export interface SpotlightClearCommand {
  type: 'command';
  id: CommandId;
  do: 'spotlight.clear';
  args: {
    [k: string]: unknown;
  };
}

/**
 * Facilitators; one to six published ideas for the screen.
 */
export interface SpotlightSetCommand {
  type: 'command';
  id: CommandId;
  do: 'spotlight.set';
  args: {
    ideas: Id[];
  };
}

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
 * png is one picture of the summary; the others are the whole workshop.
 */
export type ExportFormat =
  | 'json'
  | 'csv'
  | 'csv-fr'
  | 'xlsx'
  | 'ods'
  | 'md'
  | 'html'
  | 'odt'
  | 'docx'
  | 'pdf'
  | 'polis'
  | 'pictures'
  | 'png';

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

export type Role = 'organiser' | 'facilitator' | 'screen' | 'reader' | 'participant' | 'moderator';

/**
 * The roles that may open a live connection.
 */
export type LiveRole = 'facilitator' | 'screen' | 'participant' | 'moderator';

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
 * As IdeaText; empty where `erased` says that it is gone for good.
 */
export type ShownText = string;

export type FollowUp = 'planned' | 'under_way' | 'done' | 'given_up';

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
  leases?: Leases;
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
  | 'idea.reworded'
  | 'idea.answered'
  | 'idea.merged'
  | 'idea.unmerged'
  | 'board.changed'
  | 'placement.chosen'
  | 'screen.changed'
  | 'comment.posted'
  | 'comment.hidden'
  | 'comment.withdrawn'
  | 'participant.restricted'
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
  | 'commitment.followed'
  | 'question.hidden'
  | 'question.withdrawn'
  | 'commitment.hidden'
  | 'commitment.withdrawn'
  | 'weather.chosen'
  | 'question.upvoted'
  | 'reaction.set'
  | 'closing.said'
  | 'sentence.said';

/**
 * Put the board: its whole definition.
 */
export interface BoardChangedEvent {
  event: 'board.changed';
  board: Board;
}

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
 * Without `comment`, remove it; with it (its author, facilitators, moderators) put it.
 */
export interface CommentHiddenEvent {
  event: 'comment.hidden';
  id: Id;
  comment?: Comment;
}

/**
 * Put the comment. If you knew it as `mine` and it does not say, it still is.
 */
export interface CommentPostedEvent {
  event: 'comment.posted';
  id: Id;
  comment: Comment;
}

/**
 * Without `comment`, remove it; with it (its author, facilitators, moderators) put it.
 */
export interface CommentWithdrawnEvent {
  event: 'comment.withdrawn';
  id: Id;
  comment?: Comment;
}

/**
 * Put the commitment as it is now.
 */
export interface CommitmentEditedEvent {
  event: 'commitment.edited';
  commitment: Commitment;
}

/**
 * Put the commitment as it is now.
 */
export interface CommitmentFollowedEvent {
  event: 'commitment.followed';
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
 * Put the idea; its author, facilitators and moderators alone.
 */
export interface IdeaAnsweredEvent {
  event: 'idea.answered';
  idea: Idea;
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
 * Put the idea: it is in the group of `idea.group`, its placements leave your view. Own: told to every author of the group.
 */
export interface IdeaMergedEvent {
  event: 'idea.merged';
  idea: Idea;
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
 * Put the idea: a moderator’s words, its author’s are kept.
 */
export interface IdeaRewordedEvent {
  event: 'idea.reworded';
  idea: Idea;
}

/**
 * Put the idea: it stands by itself again, its placements follow in the same delta.
 */
export interface IdeaUnmergedEvent {
  event: 'idea.unmerged';
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
 * Facilitators and moderators: put the person; neither muted nor removed, take them off the list.
 */
export interface ParticipantRestrictedEvent {
  event: 'participant.restricted';
  person: Restricted;
}

/**
 * Own only: how I am called now, and whether I am muted; an absent field has no value any more.
 */
export interface ParticipantUpdatedEvent {
  event: 'participant.updated';
  name?: PersonName;
  affiliation?: Id;
  muted?: true;
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
 * Own only: where I put this card.
 */
export interface PlacementChosenEvent {
  event: 'placement.chosen';
  board: Id;
  idea: Id;
  lever: Id | null;
  scale: Id | null;
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
  settled?: true;
  crowd?: Crowd;
  places?: CrowdPlace[];
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
 * Own only: all the ideas that I support; they replace `you.reactions`.
 */
export interface ReactionSetEvent {
  event: 'reaction.set';
  ideas: Id[];
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
  | IdeaRewordedEvent
  | IdeaAnsweredEvent
  | IdeaMergedEvent
  | IdeaUnmergedEvent
  | BoardChangedEvent
  | PlacementChosenEvent
  | ScreenChangedEvent
  | CommentPostedEvent
  | CommentHiddenEvent
  | CommentWithdrawnEvent
  | ParticipantRestrictedEvent
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
  | CommitmentFollowedEvent
  | QuestionHiddenEvent
  | QuestionWithdrawnEvent
  | CommitmentHiddenEvent
  | CommitmentWithdrawnEvent
  | WeatherChosenEvent
  | QuestionUpvotedEvent
  | ReactionSetEvent
  | ClosingSaidEvent
  | SentenceSaidEvent;

/**
 * Replace the screen.
 */
export interface ScreenChangedEvent {
  event: 'screen.changed';
  screen: Screen;
}

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
  text: ShownText;
  /**
   * Its text was erased for good; it counts as before.
   */
  erased?: true;
  at: Timestamp;
  status: IdeaStatus;
  scale?: Id;
  reason?: HideReason;
  reviewed?: boolean;
  /**
   * The idea that leads its group; the ballots of both are kept apart.
   */
  group?: Id;
  /**
   * Of a lead: those of its group, as they came.
   */
  members?: Id[];
  reworded?: true;
  /**
   * What its author wrote, if it was reworded.
   */
  original?: IdeaText;
  /**
   * Tells the ideas of one person from those of another and nothing else: counted by their first ideas, and no number of any ballot. Absent: a facilitator's.
   */
  author?: string;
  /**
   * How many people supported it while ideas were collected; of an idea that leads a group, how many supported any of it. No vote: nothing is ranked by it.
   */
  support?: number;
  /**
   * The workshop in which it was posted first, under the same id.
   */
  carried_from?: Id;
  /**
   * Only one that at least 5 participants declared.
   */
  affiliation?: Id;
  placements: {
    board: Id;
    lever: Id | null;
    scale: Id | null;
    /**
     * How many people of a crowd sorted this card.
     */
    people?: Count;
    /**
     * Somebody put it there for everyone.
     */
    put?: true;
    /**
     * It rests there whatever the crowd says.
     */
    settled?: true;
    /**
     * Where how many people sorted it, most first.
     */
    crowd?: {
      lever: Id | null;
      scale: Id | null;
      people: number;
    }[];
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
   * Counted within the vote by what is in the ballots: it links nothing to anyone, and no vote to another.
   */
  voter: string;
  dots?: Ballot;
  /**
   * Which cards the person was handed; a row may be of somebody who only was.
   */
  cards?: Id[];
  /**
   * Only where at least 5 of it are in this vote, the others being nobody or at least 5.
   */
  affiliation?: Id;
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

export interface ExportedQuestion {
  id: Id;
  phase: Id;
  text: ShownText;
  /**
   * Its text was erased for good; it counts as before.
   */
  erased?: true;
  at: Timestamp;
  status: Idea['status'];
  reason?: HideReason;
  answered: boolean;
  answer?: string;
  /**
   * How many want it answered, too.
   */
  people: Count;
}

export interface ExportedClosing {
  /**
   * How many gave 1, 2, 3, 4 and 5.
   */
  roti: Count[];
  /**
   * Sentences that may be quoted, in the order of their letters.
   */
  quotes: string[];
  /**
   * How many sentences may not be quoted.
   */
  kept?: Count;
  people?: Count;
}

export interface ExportedComment {
  id: Id;
  idea: Id;
  text: ShownText;
  /**
   * Its text was erased for good; it counts as before.
   */
  erased?: true;
  at: Timestamp;
  status: 'shown' | 'hidden' | 'withdrawn';
  reason?: HideReason;
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
  /**
   * Version 2 tells more than version 1 and nothing otherwise: with it an import gives the same workshop.
   */
  schema: 'atelier-export/1' | 'atelier-export/2';
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
    /**
     * Posted an idea, or has a ballot in any vote.
     */
    took_part?: Count;
    /**
     * Have a ballot in any vote.
     */
    ever_voted?: Count;
    /**
     * Those that at least 5 people declared, what is left over being nobody or at least 5.
     */
    affiliations?: {
      id: Id;
      people: number;
    }[];
  };
  /**
   * Digests of what the file says, so that a change in it is found: by idea, and of other members. The first 16 digits of the SHA-256 of the value as JSON without white space, its keys in the order of their code points.
   */
  checks?: {
    ideas: {
      [k: string]: string;
    };
    [k: string]: unknown;
  };
  /**
   * On ideas, without who wrote them.
   */
  comments?: ExportedComment[];
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
   * To the speakers, without who asked.
   */
  questions?: ExportedQuestion[];
  /**
   * Without who made them.
   */
  commitments?: Commitment[];
  /**
   * By phase: how many people came in each weather.
   */
  weather?: {
    [k: string]: {
      [k: string]: Count;
    };
  };
  /**
   * By phase: how people left.
   */
  closing?: {
    [k: string]: ExportedClosing;
  };
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
  | {
      do: BoardAddCommand['do'];
      args: BoardAddCommand['args'];
    }
  | {
      do: LeverAddCommand['do'];
      args: LeverAddCommand['args'];
    }
  | {
      do: LeverRenameCommand['do'];
      args: LeverRenameCommand['args'];
    }
  | {
      do: LeverMergeCommand['do'];
      args: LeverMergeCommand['args'];
    }
  | {
      do: LeverSplitCommand['do'];
      args: LeverSplitCommand['args'];
    }
  | {
      do: LeverMoveCommand['do'];
      args: LeverMoveCommand['args'];
    }
  | {
      do: LeverRemoveCommand['do'];
      args: LeverRemoveCommand['args'];
    }
  | {
      do: LeverRestoreCommand['do'];
      args: LeverRestoreCommand['args'];
    }
  | {
      do: PlacementSettleCommand['do'];
      args: PlacementSettleCommand['args'];
    }
  | {
      do: PlacementReleaseCommand['do'];
      args: PlacementReleaseCommand['args'];
    }
  | {
      do: IdeaMergeCommand['do'];
      args: IdeaMergeCommand['args'];
    }
  | {
      do: IdeaUnmergeCommand['do'];
      args: IdeaUnmergeCommand['args'];
    }
  | {
      do: PairDismissCommand['do'];
      args: PairDismissCommand['args'];
    }
  | {
      do: IdeaRewordCommand['do'];
      args: IdeaRewordCommand['args'];
    }
  | {
      do: IdeaAnswerCommand['do'];
      args: IdeaAnswerCommand['args'];
    }
  | {
      do: ParticipantMuteCommand['do'];
      args: ParticipantMuteCommand['args'];
    }
  | {
      do: ParticipantRemoveCommand['do'];
      args: ParticipantRemoveCommand['args'];
    }
  | {
      do: ParticipantRestoreCommand['do'];
      args: ParticipantRestoreCommand['args'];
    }
  | {
      do: PostsStopCommand['do'];
      args: PostsStopCommand['args'];
    }
  | {
      do: ScreenFreezeCommand['do'];
      args: ScreenFreezeCommand['args'];
    }
  | {
      do: SpotlightSetCommand['do'];
      args: SpotlightSetCommand['args'];
    }
  | {
      do: SpotlightClearCommand['do'];
      args: SpotlightClearCommand['args'];
    }
  | {
      do: CommentPostCommand['do'];
      args: CommentPostCommand['args'];
    }
  | {
      do: CommentHideCommand['do'];
      args: CommentHideCommand['args'];
    }
  | {
      do: CommentWithdrawCommand['do'];
      args: CommentWithdrawCommand['args'];
    }
  | {
      do: ReviewTakeCommand['do'];
      args: ReviewTakeCommand['args'];
    }
  | {
      do: ReviewReleaseCommand['do'];
      args: ReviewReleaseCommand['args'];
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
 * POST /continue; it answers as POST /join does.
 */
export interface ContinueRequest {
  /**
   * What follows `continue.` in the link.
   */
  secret: string;
  /**
   * Even where this device is somebody else in that workshop already.
   */
  replace?: boolean;
}

/**
 * POST /workshops
 */
export interface CreateWorkshopRequest {
  title?: string;
  question?: string;
  language: Language;
  template: ('resilience-territoriale' | 'retrospective' | 'impact-effort') | Template;
  /**
   * An earlier workshop to go on from: its boards with their ids, and ideas, which keep id and words and go into the first collection.
   */
  continues?: {
    workshop: Id;
    boards?: boolean;
    ideas?: Id[];
  };
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
 * PUT /workshops/{id}/draft: over the revision that was read; 0 where there was none.
 */
export interface SaveDraftRequest {
  revision: Count;
  draft: SummaryDraft;
}

/**
 * GET and PUT /workshops/{id}/draft, and `data` of 409 draft_changed: what is there now.
 */
export interface DraftResponse {
  revision: Count;
  at?: Timestamp;
  draft: SummaryDraft;
}

/**
 * What facilitators write into the summary, kept apart from what is computed. Every member may be left out. Of those given, the server refuses one that it does not know: a misspelt one would be lost.
 */
export interface SummaryDraft {
  organisers?: string[];
  partners?: string[];
  introduction?: string;
  sections?: {
    [k: string]: string;
  };
  boards?: {
    [k: string]: string;
  };
  levers?: {
    [k: string]: {
      [k: string]: string;
    };
  };
  story?: {
    observation?: string;
    tension?: string;
    action?: string;
    horizon?: string;
  };
  call_to_action?: string;
  next_theme?: string;
  links?: {
    title: string;
    url: string;
  }[];
  open_licence?: boolean;
  series?: {
    title: string;
    number: number;
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
  role: 'organiser' | 'facilitator' | 'screen' | 'reader' | 'moderator';
}

/**
 * POST /workshops/{id}/erasure. A participant erases what is theirs and need not say who; facilitators and the organiser say who.
 */
export interface ErasureRequest {
  participant?: Id;
}

/**
 * How many ideas lost their text, and how many of their copies in later workshops.
 */
export interface ErasureResponse {
  participant: Id;
  ideas: Count;
  carried: Count;
}

/**
 * POST /workshops/{id}/exports
 */
export interface ExportRequest {
  format: ExportFormat;
  /**
   * Of png: the name of one of the summary's pictures.
   */
  picture?: string;
}

/**
 * POST and GET /workshops/{id}/exports: how a file is getting on.
 */
export interface ExportStatus {
  /**
   * What to ask for it by.
   */
  export: string;
  format: ExportFormat;
  picture?: string;
  state: 'queued' | 'running' | 'ready' | 'failed';
  /**
   * While queued: how many files come before it.
   */
  ahead?: Count;
  /**
   * While running: the journal is read, the file is written, or another program turns it into the format.
   */
  step?: 'reading' | 'writing' | 'converting';
  /**
   * Once ready: the file's name.
   */
  name?: string;
  /**
   * Once ready.
   */
  bytes?: Count;
  /**
   * Once failed.
   */
  code?: ProblemCode;
  /**
   * Once failed: one sentence in the asked language.
   */
  title?: string;
  /**
   * Once failed: `needs` is the package that is missing.
   */
  data?: {
    [k: string]: unknown;
  };
}

/**
 * POST /workshops/{id}/handover: a link for oneself, for one use within a quarter of an hour. The one before it is no longer good.
 */
export interface HandoverResponse {
  url: string;
  expires_at: Timestamp;
}

/**
 * POST /imports: the workshop that was made, and of what.
 */
export type ImportedWorkshop = CreateWorkshopResponse & ImportedWorkshop1;

export interface ImportedWorkshop1 {
  import: ImportResponse;
}

export type ImportWarningCode =
  | 'attachment_left_out'
  | 'bullet_left_out'
  | 'characters_broken'
  | 'comment_twice'
  | 'controls_removed'
  | 'copy_differs'
  | 'duplicate'
  | 'duplicate_kept'
  | 'encoding_guessed'
  | 'html_to_text'
  | 'lever_too_long'
  | 'moderated_out'
  | 'name_left_out'
  | 'older_export'
  | 'other_files'
  | 'quote_not_closed'
  | 'row_empty'
  | 'row_too_long'
  | 'row_unreadable'
  | 'text_column_guessed'
  | 'text_too_long'
  | 'time_unreadable'
  | 'too_many_ideas'
  | 'too_many_levers'
  | 'vote_unreadable'
  | 'vote_withheld'
  | 'vote_without_comment';

/**
 * What a file is and what is, or would be, made of it. POST /imports/preview, and both calls of a workshop.
 */
export interface ImportResponse {
  /**
   * padlet: any table with a header; ideas: one a line; polis: comments, perhaps with votes; atelier: our own JSON.
   */
  format: 'padlet' | 'ideas' | 'polis' | 'atelier';
  /**
   * Of a text file.
   */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  title: string;
  language: Language;
  /**
   * The headers, in order; none where there are no columns.
   */
  columns: string[];
  /**
   * Which header each column was found under.
   */
  mapping: {
    text?: string;
    title?: string;
    lever?: string;
    time?: string;
    author?: string;
    attachment?: string;
  };
  counts: {
    rows: Count;
    ideas: Count;
    levers: Count;
    /**
     * Changed ones included.
     */
    votes_cast: Count;
    /**
     * The last ones, which count.
     */
    choices: Count;
    people: Count;
  };
  levers: string[];
  /**
   * The first ideas as they would be.
   */
  sample: {
    row: Count;
    text: string;
    lever?: string;
    at?: Timestamp;
    hidden?: true;
  }[];
  /**
   * What is left out or changed, and in which rows: the first twenty.
   */
  warnings: {
    code: ImportWarningCode;
    count: number;
    rows: number[];
    /**
     * What it is about, as the file has it: a header, a member, a name.
     */
    detail?: string;
  }[];
  /**
   * Of ideas for a workshop that is there: what is, or would be, added.
   */
  outcome?: {
    ideas: Count;
    new_levers: string[];
    phase: Id;
  };
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
  /**
   * Whoever holds this device's cookie or token, it is not me: a new participant.
   */
  someone_else?: boolean;
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
 * PUT /workshops/{id}/keeping: days from its creation; null for what the server does.
 */
export interface KeepingRequest {
  days: number | null;
}

/**
 * When it will be erased.
 */
export interface KeepingResponse {
  days: number;
  erased_at: Timestamp;
}

/**
 * POST /workshops/{id}/links
 */
export interface LinkRequest {
  role: 'facilitator' | 'screen' | 'reader' | 'moderator';
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
 * GET /workshops/{id}/log: what facilitators and moderators did, newest first.
 */
export interface LogResponse {
  actions: {
    seq: Seq;
    at: Timestamp;
    role: 'facilitator' | 'moderator';
    /**
     * The journal’s word for it: `idea.hidden`.
     */
    event: string;
    /**
     * The journal’s payload.
     */
    about: {
      [k: string]: unknown;
    };
  }[];
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
  /**
   * Who this device is in that workshop already, by its cookie or token.
   */
  you?: {
    name?: string;
    affiliation?: Id;
  };
}

/**
 * GET /workshops/{id}/pairs: published ideas that seem to say the same, best first.
 */
export interface PairsResponse {
  pairs: {
    one: Idea;
    other: Idea;
    score: number;
  }[];
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
  | 'empty_text'
  | 'text_too_long'
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
  | 'link_used'
  | 'someone_else_here'
  | 'too_large'
  | 'unsupported_media_type'
  | 'too_many_attempts'
  | 'internal'
  | 'read_only'
  | 'busy'
  | 'draining'
  | 'removed'
  | 'rate_limited'
  | 'no_rehearsal'
  | 'rehearsal_running'
  | 'import_bad_mapping'
  | 'import_damaged'
  | 'import_empty'
  | 'import_encrypted'
  | 'import_no_comments'
  | 'import_no_text'
  | 'import_too_large'
  | 'import_too_new'
  | 'import_unknown'
  | 'import_untrue'
  | 'no_such_phase'
  | 'no_such_board'
  | 'too_many_ideas'
  | 'too_many_levers'
  | 'draft_changed'
  | 'not_published'
  | 'no_such_series'
  | 'no_such_idea'
  | 'idea_not_published'
  | 'no_such_participant'
  | 'not_yours'
  | 'erased'
  | 'workshop_open'
  | 'no_such_export'
  | 'no_such_picture'
  | 'export_failed'
  | 'not_installed';

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

export interface VersionInfo {
  number: number;
  at: Timestamp;
  seq: Count;
  digest: string;
  /**
   * Drawn again since, because a text was erased.
   */
  redone?: true;
}

/**
 * The public page of a workshop and its versions, oldest first. `url` is there once it has been published, and stays the same.
 */
export interface PublicationResponse {
  published: boolean;
  url?: string;
  versions: VersionInfo[];
}

/**
 * POST /workshops/{id}/purge: what was there, that it is gone, and how. The only thing that is left of it; keep it.
 */
export interface PurgeCertificate {
  workshop: Id;
  created_at: Timestamp;
  purged_at: Timestamp;
  counts: {
    events: Count;
    participants: Count;
    ideas: Count;
    comments: Count;
    questions: Count;
    commitments: Count;
    ballots: Count;
  };
  last_digest: string;
  erasure: {
    freed_space_overwritten: boolean;
    log_emptied: boolean;
    file_compacted: boolean;
  };
}

/**
 * POST /workshops/{id}/rehearsal
 */
export interface RehearsalRequest {
  /**
   * Simulated people. Fewer, where the server may not open as many descriptors.
   */
  participants: number;
  seconds: number;
}

/**
 * Milliseconds from sending that half, 95 and 99 in a hundred did not exceed; 0 before the first. `ack_ms` ends with the acknowledgement, `seen_ms` when another has read the change.
 */
export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

/**
 * POST, GET and DELETE /workshops/{id}/rehearsal: how it goes, or went.
 */
export interface RehearsalStatus {
  state: 'running' | 'done' | 'stopped' | 'failed';
  participants: Count;
  /**
   * Of them connected now, or at the end.
   */
  joined: Count;
  seconds: Count;
  elapsed_s: Count;
  ideas: Count;
  votes: Count;
  ack_ms: Percentiles;
  seen_ms: Percentiles;
  /**
   * What someone should have read, or been answered, and was not; 0 when all is well.
   */
  missing: Count;
  /**
   * Of all the server's cores, in its busiest seconds, without the simulated people's own thread.
   */
  cpu_share: number;
  /**
   * Of one core: their own thread. Near 1, it is they who were slow to read.
   */
  bots_share: number;
  /**
   * An estimate; absent until everyone is in and something was measured.
   */
  holds?: Count;
  /**
   * What ends first; with `holds`.
   */
  limit?: 'cpu' | 'latency' | 'descriptors';
}

/**
 * What happened, and since when. Ignore one that you do not know.
 */
export type ReplayMoment = {
  at: Timestamp;
} & (
  | WorkshopMoment
  | PhaseMoment
  | IdeaMoment
  | MergeMoment
  | PlaceMoment
  | QuestionMoment
  | CommitmentMoment
  | JoinedMoment
  | VotedMoment
);

/**
 * Its first step is opened; it is closed.
 */
export interface WorkshopMoment {
  moment: 'workshop.opened' | 'workshop.closed';
}

export interface PhaseMoment {
  moment: 'phase.opened' | 'phase.reopened' | 'phase.closed' | 'results.revealed';
  phase: Id;
}

/**
 * It is there for everyone; it stands by itself again.
 */
export interface IdeaMoment {
  moment: 'idea.published' | 'idea.unmerged';
  idea: Id;
}

/**
 * It stands behind the idea that leads its group.
 */
export interface MergeMoment {
  moment: 'idea.merged';
  idea: Id;
  into: Id;
}

/**
 * Where a card lies, by the levers that the board has at the end; null is the tray.
 */
export interface PlaceMoment {
  moment: 'placement.set';
  idea: Id;
  board: Id;
  lever: Id | null;
  scale: Id | null;
}

export interface QuestionMoment {
  moment: 'question.published' | 'question.answered';
  question: Id;
}

export interface CommitmentMoment {
  moment: 'commitment.made';
  commitment: Id;
}

/**
 * How many people have joined.
 */
export interface JoinedMoment {
  moment: 'people.joined';
  people: number;
}

/**
 * How many people have a ballot in that vote.
 */
export interface VotedMoment {
  moment: 'people.voted';
  phase: Id;
  people: number;
}

/**
 * GET /workshops/{id}/replay, and /s/NAME/replay.json of a published page: how a workshop went, of what its summary quotes. Everything is as it was at the end; the moments say since when.
 */
export interface Replay {
  title: string;
  question: string;
  language: Language;
  /**
   * Those that were opened, in the order of the agenda.
   */
  phases: Phase[];
  boards: Board[];
  /**
   * Those that are published at the end, in their last words.
   */
  ideas: Idea[];
  questions: Question[];
  commitments: Commitment[];
  /**
   * Of the votes that a moment reveals; of a group its lead's.
   */
  tallies: Tallies;
  /**
   * In the order of time.
   */
  moments: ReplayMoment[];
}

export interface SearchHit {
  workshop: Id;
  title: string;
  kind: 'idea' | 'question' | 'commitment';
  id: Id;
  text: string;
}

/**
 * GET /search?q=…&series=…: what everyone may read, best first, at most 100.
 */
export interface SearchResponse {
  hits: SearchHit[];
}

/**
 * GET /series
 */
export interface SeriesListResponse {
  series: SeriesInfo[];
}

/**
 * POST /series wants `title`; PATCH /series/{id} changes what is given. `workshops` in their order; one that was in another series leaves it.
 */
export interface SeriesRequest {
  title?: string;
  question?: string;
  description?: string;
  language?: Language;
  workshops?: Id[];
}

/**
 * A series, as every call about it answers.
 */
export interface SeriesInfo {
  id: Id;
  title: string;
  question: string;
  description: string;
  language: Language;
  created_at: Timestamp;
  workshops: Id[];
  published: boolean;
  url?: string;
}

/**
 * POST /workshops/{id}/similar: what someone is typing.
 */
export interface SimilarRequest {
  text: string;
}

/**
 * POST /workshops/{id}/similar: at most three published ideas, best first.
 */
export interface SimilarResponse {
  ideas: Idea[];
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
  /**
   * When its time is over.
   */
  erased_at?: Timestamp;
  /**
   * Its own, where it is not the server's.
   */
  keep_days?: number;
  anonymised?: true;
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
  code: 'draining' | 'read_only' | 'writable' | 'removed' | 'erased' | 'workshop_closed';
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
  | 'already_grouped'
  | 'bad_group'
  | 'not_grouped'
  | 'too_many_levers'
  | 'too_many_boards'
  | 'not_settled'
  | 'no_such_participant'
  | 'muted'
  | 'removed'
  | 'posts_stopped'
  | 'comments_off'
  | 'no_such_comment'
  | 'too_many_comments'
  | 'leased'
  | 'shortlist_tied'
  | 'not_revealed'
  | 'idea_not_in_vote'
  | 'not_in_hand'
  | 'no_cards_left'
  | 'too_many_phases'
  | 'no_such_question'
  | 'questions_spent'
  | 'own_question'
  | 'reactions_off'
  | 'own_idea'
  | 'no_such_commitment'
  | 'commitments_spent'
  | 'erased'
  | 'workshop_open';

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
  until?: Timestamp;
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
  posts_stopped?: true;
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
  text: ShownText;
  /**
   * Its text was erased, most often at its author's request: say so in its place.
   */
  erased?: true;
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
 * What became of a commitment, as last told.
 */
export interface FollowUpTold {
  status: FollowUp;
  note?: IdeaText;
  at: Timestamp;
}

/**
 * Who does what; the same is known of its author as of an idea's.
 */
export interface Commitment {
  id: Id;
  phase: Id;
  text: ShownText;
  /**
   * Its text was erased, most often at its author's request: say so in its place.
   */
  erased?: true;
  follow_up?: FollowUpTold;
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
  comments?: boolean;
  /**
   * People may support published ideas: no vote, and nothing is ranked by it.
   */
  reactions?: boolean;
  /**
   * Until `results.reveal` of this phase an idea is its author's and the reviewers' alone.
   */
  private?: boolean;
}

export interface SortSettings {
  board: Id;
  mode: 'facilitators' | 'shared' | 'crowd';
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
  /**
   * A card that was not handed out may be judged, too, and then counts as shown.
   */
  any_card?: boolean;
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
  title?: string;
  /**
   * Facilitators and moderators: what may be restored.
   */
  retired?: RetiredLever[];
}

export interface Lever {
  id: Id;
  name: string;
  symbol: LeverSymbol;
  colour: LeverColour;
  help?: string;
}

/**
 * Its cards are on `into`, or in the tray if that is null.
 */
export interface RetiredLever {
  id: Id;
  name: string;
  symbol: LeverSymbol;
  colour: LeverColour;
  help?: string;
  into: Id | null;
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
 * Authors see `mine`, and `reason` once hidden; facilitators and moderators see author, review and reason.
 */
export interface Idea {
  id: Id;
  phase: Id;
  text: ShownText;
  /**
   * Its text was erased, most often at its author's request: say so in its place.
   */
  erased?: true;
  /**
   * The workshop that it was brought along from, under the same id.
   */
  carried_from?: Id;
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
  /**
   * The idea that leads its group: this one stands behind it.
   */
  group?: Id;
  reworded?: true;
  /**
   * Its author, facilitators and moderators: the author's own words.
   */
  original?: IdeaText;
  /**
   * Its author, facilitators and moderators.
   */
  answer?: string;
  /**
   * Facilitators and moderators, as long as it is not reviewed: worth a second look.
   */
  signs?: ('link' | 'phone' | 'email' | 'shouting' | 'duplicate')[];
  /**
   * With the sign `duplicate`: the idea that seems to say the same.
   */
  look_alike?: Id;
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
  settled?: true;
  crowd?: Crowd;
  /**
   * Facilitators and moderators: where people put it, most first.
   */
  places?: CrowdPlace[];
}

/**
 * What people say, each for themselves; `share` is that of the place most chose.
 */
export interface Crowd {
  people: number;
  share: number;
  contested: boolean;
}

export interface CrowdPlace {
  lever: Id | null;
  scale: Id | null;
  people: number;
}

/**
 * Where I put a card; null is that I cannot say.
 */
export interface OwnPlace {
  lever: Id | null;
  scale: Id | null;
}

/**
 * By idea id.
 */
export interface OwnPlaces {
  [k: string]: OwnPlace;
}

/**
 * What the big screen is to do: hold what it shows, show these ideas.
 */
export interface Screen {
  frozen: boolean;
  spotlight: Id[];
}

/**
 * Without `status` it is shown.
 */
export interface Comment {
  id: Id;
  idea: Id;
  text: ShownText;
  /**
   * Its text was erased, most often at its author's request: say so in its place.
   */
  erased?: true;
  at: Timestamp;
  status?: 'hidden' | 'withdrawn';
  mine?: true;
  reason?: HideReason;
  /**
   * Participant id, or "facilitator".
   */
  author?: Id;
  author_name?: PersonName;
}

/**
 * Someone who is muted or removed; in an event perhaps neither any more.
 */
export interface Restricted {
  participant: Id;
  name?: PersonName;
  muted?: true;
  removed?: true;
}

/**
 * Until then only its holder reviews this idea.
 */
export interface Lease {
  idea: Id;
  until: Timestamp;
}

/**
 * Facilitators and moderators: which ideas somebody is reviewing.
 */
export type Leases = Lease[];

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
 * participants: connected; screens: connected, voted; facilitators and moderators: all of it.
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
  muted?: true;
  /**
   * Where I put cards in a crowd's sorting, by board id.
   */
  placements?: {
    [k: string]: OwnPlaces;
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
   * Ideas that I support.
   */
  reactions?: Id[];
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
  comments?: CollectSettings['comments'];
  reactions?: CollectSettings['reactions'];
  private?: CollectSettings['private'];
  any_card?: UsefulSettings['any_card'];
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
  screen: Screen;
  comments: Comment[];
  /**
   * Facilitators and moderators: who is muted or removed.
   */
  restricted?: Restricted[];
  leases?: Leases;
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
        comments?: CollectSettings['comments'];
        reactions?: CollectSettings['reactions'];
        private?: CollectSettings['private'];
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

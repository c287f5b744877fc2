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
  | 'workshop.close';

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
 * Facilitators; a planned phase. The open one is closed.
 */
export interface PhaseOpenCommand {
  type: 'command';
  id: CommandId;
  do: 'phase.open';
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
  | WorkshopCloseCommand;

/**
 * Participants; open vote phase. `value` is the total on that idea, 0 takes it back.
 */
export interface VoteCastCommand {
  type: 'command';
  id: CommandId;
  do: 'vote.cast';
  args: {
    idea: Id;
    value: number;
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

export type PhaseKind = 'collect' | 'sort' | 'vote';

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
  | 'workshop.closed';

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
 * Replace the phase.
 */
export interface PhaseOpenedEvent {
  event: 'phase.opened';
  phase: Phase;
}

/**
 * Replace the phase.
 */
export interface PhaseReopenedEvent {
  event: 'phase.reopened';
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
 * Replace the phase; the same delta carries all its tallies.
 */
export interface ResultsRevealedEvent {
  event: 'results.revealed';
  phase: Phase;
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
  | WorkshopClosedEvent;

/**
 * Own only: the dots that I now have on this idea; 0 is none.
 */
export interface VoteCastEvent {
  event: 'vote.cast';
  phase: Id;
  idea: Id;
  value: number;
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
 * Its status is now `closed`; tallies that were secret come in the same delta.
 */
export interface WorkshopClosedEvent {
  event: 'workshop.closed';
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

export interface ExportedBallot {
  phase: Id;
  /**
   * Drawn anew for each export: it links nothing to anyone.
   */
  voter: string;
  dots: Ballot;
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
  | 'draining'
  | 'no_rehearsal'
  | 'rehearsal_running';

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
  | 'rate_limited';

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
} & (CollectKind | SortKind | VoteKind);

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

export interface VoteSettings {
  method: 'dots';
  budget: number;
  max_per_idea: number;
  hidden: boolean;
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

export interface Tally {
  dots: Count;
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
 * Dots by idea id.
 */
export interface Ballot {
  [k: string]: number;
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
 * Kinds and methods of agendas to come are accepted and left out.
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
        budget?: VoteSettings['budget'];
        max_per_idea?: VoteSettings['max_per_idea'];
        hidden?: VoteSettings['hidden'];
      };
    }
  | {
      kind: 'welcome' | 'listen' | 'commit' | 'close';
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

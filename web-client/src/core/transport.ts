import type { FailureCode } from './api.ts';
import type { Command, Hello, ServerFrame } from './generated/protocol.ts';

/**
 * One way for the server's frames to come and for commands to go. A transport opens lines; a line is
 * used once, says hello by itself, and is never mended: who wants to go on opens another.
 */
export type TransportName = 'websocket' | 'stream' | 'poll';

export interface Transport {
  readonly name: TransportName;
  open(listener: LineListener): Line;
}

export interface LineListener {
  /** Where the mirror is: undefined asks for everything. */
  resume(): Hello['resume'];
  frame(frame: ServerFrame): void;
  /** Something came that is no frame: the line works. */
  heard(): void;
  /** The line is over, by itself; nothing follows. Close codes are a WebSocket's, on every line. */
  closed(code: number): void;
}

export interface Line {
  /** True when the command was taken; whether it arrived, an answer will tell. */
  send(command: Command): boolean;
  /** Ends it without a word: nothing of it is heard afterwards. */
  close(): void;
}

export const closeCode = {
  broken: 1006,
  restarting: 1012,
  notJoined: 4401,
  erased: 4404,
} as const;

/** What an HTTP refusal would have been as the close of a WebSocket. */
export function closeCodeOf(failure: FailureCode): number {
  switch (failure) {
    case 'not_joined':
    case 'forbidden':
    case 'link_expired':
    case 'removed':
      return closeCode.notJoined;
    case 'not_found':
    case 'no_such_workshop':
      return closeCode.erased;
    case 'draining':
      return closeCode.restarting;
    default:
      // A proxy's own page, or no answer: the line is at fault, not who is on it.
      return closeCode.broken;
  }
}

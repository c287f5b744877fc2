import { textOf } from '../../core/asked.ts';
import type { Command, PhaseKind } from '../../core/generated/protocol.ts';
import type { Entry } from '../../core/outbox.ts';

/** What was refused and is not told by the step on the page. Pure. */
export function leftBehind(outbox: readonly Entry[], shown: PhaseKind | undefined): Entry[] {
  return outbox.filter(({ command, state }) => state === 'refused' && (shown ?? '') !== stepOf(command));
}

/** The kind of step that shows the refusals of such a command by itself. */
function stepOf(command: Command): PhaseKind | undefined {
  switch (command.do) {
    case 'idea.post':
    case 'idea.edit':
      return 'collect';
    case 'question.ask':
      return 'listen';
    case 'commitment.make':
    case 'commitment.edit':
      return 'commit';
    case 'closing.say':
      return 'close';
    default:
      return undefined;
  }
}

const nouns = ['idea', 'question', 'comment', 'commitment', 'closing', 'vote', 'placement'] as const;

export function whatItIs({ command }: Entry): (typeof nouns)[number] | 'other' {
  const [noun] = command.do.split('.');
  return nouns.find((each) => each === noun) ?? 'other';
}

/** What of it can be read: what was written, else the idea that it was about. */
export function wordsOf(entry: Entry, ideas: ReadonlyMap<string, { readonly text: string }>): string {
  const written = textOf(entry.command);
  if (written !== undefined) return written;
  const { args } = entry.command;
  return 'idea' in args && typeof args.idea === 'string' ? (ideas.get(args.idea)?.text ?? '') : '';
}

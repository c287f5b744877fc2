import type { Command, CommandArgs, CommandName, Phase } from './generated/protocol.ts';

/** What can be said of a command by looking at it alone. Pure. */

export function makeCommand<N extends CommandName>(
  id: string,
  name: N,
  args: CommandArgs<N>,
): Command {
  return { type: 'command', id, do: name, args } as unknown as Command;
}

/** Commands that depend on each other share a lane, and go one after the other. */
export function laneOf(command: Command): string {
  switch (command.do) {
    case 'idea.post':
    case 'idea.edit':
    case 'idea.withdraw':
      return 'own ideas';
    case 'idea.publish':
    case 'idea.hide':
      return `idea ${command.args.idea}`;
    case 'placement.set':
      return `placement ${command.args.idea}`;
    case 'vote.cast':
    case 'vote.clear':
      return 'ballot';
    case 'reaction.set':
      return `reaction ${command.args.idea}`;
    default:
      return 'agenda';
  }
}

/** What a person wrote in it, if they did: it stays in sight when it is refused, until put away. */
export function textOf(command: Command): string | undefined {
  switch (command.do) {
    case 'idea.post':
    case 'idea.edit':
    case 'question.ask':
    case 'comment.post':
    case 'commitment.make':
    case 'commitment.edit':
      return command.args.text;
    case 'closing.say':
      return command.args.sentence;
    case 'vote.cast': {
      const { value } = command.args;
      return typeof value === 'object' && 'reason' in value ? value.reason : undefined;
    }
    default:
      return undefined;
  }
}

const ofItsStep: readonly CommandName[] = [
  'idea.post',
  'question.ask',
  'vote.cast',
  'vote.clear',
  'commitment.make',
  'closing.say',
  'card.draw',
];

/**
 * The server does these in the step that is open when they arrive, and cannot know which one the
 * person saw: an idea about one question must not become an answer to the next.
 */
export function belongsToItsStep(command: Command): boolean {
  return ofItsStep.includes(command.do);
}

export function openStep(phases: readonly Phase[]): Phase | undefined {
  return phases.find(({ status }) => status === 'open');
}

/** What the server takes in one message. */
const mostBytes = 16 * 1024;

export function tooLarge(command: Command): boolean {
  return new TextEncoder().encode(JSON.stringify(command)).length > mostBytes;
}

import type { Phase, VoteValue } from '../../core/generated/protocol.ts';
import { ballotOf, type Mirror } from '../../core/mirror.ts';
import type { Entry } from '../../core/outbox.ts';

/** A ballot of any method, with what was asked and has no answer yet. Pure. */
export interface Wished {
  readonly values: Readonly<Record<string, VoteValue>>;
  readonly asked: ReadonlySet<string>;
}

export function wishedValues(mirror: Pick<Mirror, 'you'>, outbox: readonly Entry[], phase: Phase): Wished {
  const values: Record<string, VoteValue> = { ...ballotOf(mirror, phase.id) };
  const asked = new Set<string>();
  if (phase.status !== 'open') return { values, asked };
  for (const { command, state } of outbox) {
    if (state === 'refused') continue;
    if (command.do === 'vote.cast') {
      values[command.args.idea] = command.args.value;
      asked.add(command.args.idea);
    } else if (command.do === 'vote.clear' && command.args.idea) {
      Reflect.deleteProperty(values, command.args.idea);
      asked.add(command.args.idea);
    }
  }
  return { values, asked };
}

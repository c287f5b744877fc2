import type { CommandArgs, CommandName } from '../../core/generated/protocol.ts';
import type { Refusal } from '../../core/outbox.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { announceError, answer } from '../shared/announcer.svelte.ts';
import type { Live } from '../shared/live.svelte.ts';

/** Asks for things, and keeps a refusal in sight until it is put away or something else is asked. */
export class Desk {
  readonly #live: Live;
  problem: Refusal | undefined = $state.raw();

  constructor(live: Live) {
    this.#live = live;
  }

  /** `said` is what is announced once it is recorded; `refused` is told of a final no. */
  ask<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    said?: () => string,
    refused?: () => void,
  ): void {
    void this.tell(name, args, said).then((done) => {
      if (!done) refused?.();
    });
  }

  /** The same, for who has to know: true once recorded. */
  async tell<N extends CommandName>(name: N, args: CommandArgs<N>, said?: () => string): Promise<boolean> {
    this.problem = undefined;
    const outcome = await this.#live.session.do(name, args);
    if (outcome.done) {
      if (said) answer(said());
      return true;
    }
    // A refused text says so on its own card.
    if (name !== 'idea.post' && name !== 'idea.edit') this.problem = outcome.refusal;
    announceError(refusalWords(outcome.refusal.code, outcome.refusal.data));
    return false;
  }
}

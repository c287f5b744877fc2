import type { CommandArgs, CommandName } from '../../core/generated/protocol.ts';
import { textOf, makeCommand } from '../../core/asked.ts';
import type { Outcome, Refusal } from '../../core/outbox.ts';
import type { Asked } from '../../core/session.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { announceError, answer } from '../shared/announcer.svelte.ts';
import type { Live } from '../shared/live.svelte.ts';
import { Drafts } from './drafts.svelte.ts';

/** Asks for things, and keeps a refusal in sight until it is put away or something else is asked. */
export class Desk {
  readonly #live: Live;
  readonly drafts: Drafts;
  problem: Refusal | undefined = $state.raw();

  constructor(live: Live) {
    this.#live = live;
    this.drafts = new Drafts(live.workshop, () => live.snapshot.mirror?.you.participant ?? '');
  }

  /** `said` is what is announced once it is recorded. */
  ask<N extends CommandName>(name: N, args: CommandArgs<N>, said?: () => string): Asked {
    this.problem = undefined;
    const asked = this.#live.session.ask(name, args);
    void asked.outcome.then((outcome) => {
      this.#answered(name, args, outcome, said);
    });
    return asked;
  }

  /** All that was written here and has not left, once: the device forgets it. */
  takeAlong(): string[] {
    const sent = this.#live.snapshot.outbox.map(({ command }) => textOf(command) ?? '');
    const texts = [...sent, ...this.drafts.texts()];
    this.drafts.purge();
    return texts.filter((text, index) => text.trim() !== '' && texts.indexOf(text) === index);
  }

  #answered<N extends CommandName>(name: N, args: CommandArgs<N>, outcome: Outcome, said?: () => string): void {
    if (outcome.done) {
      if (said) answer(said());
      return;
    }
    // A refused text says so where it stands.
    if (textOf(makeCommand('', name, args)) === undefined) this.problem = outcome.refusal;
    announceError(refusalWords(outcome.refusal.code, outcome.refusal.data));
  }
}

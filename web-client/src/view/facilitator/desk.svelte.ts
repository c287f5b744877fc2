import { untrack } from 'svelte';
import type { CommandArgs, CommandName, Idea } from '../../core/generated/protocol.ts';
import { w } from '../../i18n/facilitator.ts';
import { m } from '../../i18n/moderation.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { announce, announceError } from '../shared/announcer.svelte.ts';
import type { Live } from '../shared/live.svelte.ts';

/** What became of the last action. `recorded` is only said once the service has it on disk. */
export interface Receipt {
  readonly state: 'waiting' | 'recorded' | 'refused';
  readonly words: string;
  readonly after?: After | undefined;
}

/** What can be done about it at once: take it back, or something else that has to be named. */
export type After =
  | { readonly undo: () => unknown }
  | { readonly instead: string; readonly run: () => unknown };

/** One command, named with what it takes. */
export type Ask = { [N in CommandName]: readonly [name: N, args: CommandArgs<N>] }[CommandName];

/** Where a facilitator's actions go through, so that each gets its receipt in one place. */
export class Desk {
  readonly live: Live;
  receipt: Receipt | undefined = $state.raw();
  #turn = 0;
  /** The service's clock, looked at often enough for ages in minutes. */
  now = $state(0);

  readonly #underWay: readonly string[] = $derived.by(() =>
    this.live.snapshot.outbox.flatMap(({ command }): readonly string[] => {
      // Looking at an idea changes nothing about it.
      if (command.do === 'review.take' || command.do === 'review.release') return [];
      const { idea, ideas = [] } = command.args as { idea?: string; ideas?: readonly string[] };
      return idea === undefined ? ideas : [idea];
    }),
  );

  constructor(live: Live) {
    this.live = live;
    this.now = live.session.now();
    $effect(() => {
      const timer = setInterval(() => (this.now = live.session.now()), 10_000);
      return () => clearInterval(timer);
    });
  }

  /** Something about this idea has been asked and not yet been answered. */
  busy(idea: Idea): boolean {
    return this.#underWay.includes(idea.id);
  }

  /** Asks; `words` say what was done. Resolves true once recorded. */
  async do<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    words: string,
    after?: After,
  ): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.receipt = { state: 'waiting', words };
    const outcome = await this.live.session.do(name, args);
    if (!outcome.done) {
      const { code, data } = outcome.refusal;
      this.receipt = { state: 'refused', words: refusalWords(code, data) };
      announceError(this.receipt.words);
      this.#putAwayRefused();
      return false;
    }
    announce('receipt', words);
    if (turn === this.#turn) this.receipt = { state: 'recorded', words, after };
    return true;
  }

  /** The same for many at once: one receipt, which tells how many were refused and why the first was. */
  async all(asks: readonly Ask[], words: string, after?: After): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.receipt = { state: 'waiting', words };
    const outcomes = await Promise.all(asks.map(([name, args]) => this.live.session.do(name, args)));
    const refusals = outcomes.flatMap((outcome) => (outcome.done ? [] : [outcome.refusal]));
    const [first] = refusals;
    if (first) {
      const why = refusalWords(first.code, first.data);
      const said = asks.length === 1 ? why : m('partly', { n: refusals.length, why });
      this.receipt = { state: 'refused', words: said };
      announceError(said);
      return false;
    }
    announce('receipt', words);
    if (turn === this.#turn) this.receipt = { state: 'recorded', words, after };
    return true;
  }

  /** Refused texts stay in their form here, not in the outbox. */
  #putAwayRefused(): void {
    for (const { command, state } of this.live.snapshot.outbox) {
      if (state === 'refused') this.live.session.discard(command.id);
    }
  }

  /** Takes back the last action, if it can be. */
  undo(): void {
    const after = untrack(() => this.receipt)?.after;
    if (!after || !('undo' in after)) return;
    this.receipt = undefined;
    after.undo();
  }

  publish(idea: Idea): Promise<boolean> {
    const seen = idea.status === 'published';
    return this.do('idea.publish', { idea: idea.id }, w(seen ? 'didReview' : 'didPublish'));
  }

  hide(idea: Idea, reason: NonNullable<Idea['reason']>): Promise<boolean> {
    const show = (): unknown => this.do('idea.publish', { idea: idea.id }, w('didPublish'));
    // One that nobody had seen cannot go back to waiting: showing it is another decision, not an undo.
    const after =
      idea.status === 'published' ? { undo: show } : { instead: w('publishAfterAll'), run: show };
    const words = w('didHide', { reason: w(`hide_${reason}`).toLowerCase() });
    return this.do('idea.hide', { idea: idea.id, reason }, words, after);
  }

  /** How long ago, in the largest unit that says enough. */
  age(at: number): string {
    const minutes = Math.floor((this.now - at) / 60_000);
    if (minutes < 1) return w('ageNow');
    return minutes < 60 ? w('ageMinutes', { n: minutes }) : w('ageHours', { n: Math.floor(minutes / 60) });
  }
}

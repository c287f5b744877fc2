import type { Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import type { VotePhase } from '../shared/results.ts';
import type { Desk } from './desk.svelte.ts';
import { needsShortlist } from './shortlist.ts';
import { openStep } from './steps.ts';

/** Opens steps; a vote on a shortlist is looked at first. */
export class Opener {
  /** The vote whose list is being looked at. */
  asking: VotePhase | undefined = $state.raw();
  #running: Phase | undefined;
  readonly #desk: Desk;
  readonly #onopened: () => void;

  constructor(desk: Desk, onopened: () => void) {
    this.#desk = desk;
    this.#onopened = onopened;
  }

  async open(mirror: Mirror, step: Phase, running: Phase | undefined): Promise<void> {
    this.#running = running;
    if (needsShortlist(mirror, step)) this.asking = step;
    else await this.#go(step);
  }

  /** On these ideas, or on what is planned. */
  async confirm(ideas?: string[]): Promise<boolean> {
    const step = this.asking;
    if (!step || !(await this.#go(step, ideas))) return false;
    this.asking = undefined;
    return true;
  }

  async #go(step: Phase, ideas?: string[]): Promise<boolean> {
    const done = await openStep(this.#desk, step, this.#running, ideas);
    if (done) this.#onopened();
    return done;
  }
}

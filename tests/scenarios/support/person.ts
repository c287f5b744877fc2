import {
  Api,
  type CommandArgs,
  type CommandName,
  type LiveRole,
  memoryStore,
  type Mirror,
  type Outcome,
  Session,
  type TransportName,
} from '../../../web-client/src/core/index.ts';
import { until } from './until.ts';
import { socketWith, watchedFetch } from './watched.ts';

export { offContract } from './watched.ts';

/** Where a server is: a Server, or one that comes and goes behind the same port. */
export interface Place {
  readonly origin: string;
  readonly socketOrigin: string;
}

/** How they come: by any transport unless some are named. */
export interface Ways {
  transports?: readonly TransportName[];
}

/** Somebody in a workshop, through the same code that runs in the pages. */
export class Person {
  readonly session: Session;
  readonly api: Api;
  readonly workshop: string;
  readonly id: string | undefined;
  readonly token: string;

  private constructor(place: Place, role: LiveRole, workshop: string, token: string, ways: Ways, id?: string, believed?: string) {
    this.workshop = workshop;
    this.token = token;
    this.id = id;
    this.api = new Api({ origin: place.origin, bearer: token, fetch: watchedFetch });
    this.api.participant = believed;
    this.session = new Session({
      origin: place.socketOrigin,
      workshop,
      role,
      socket: socketWith(token),
      api: this.api,
      ...ways,
      store: memoryStore(),
    });
  }

  static async join(
    place: Place,
    code: string,
    details: { name?: string; affiliation?: string } = {},
    ways: Ways = {},
  ): Promise<Person> {
    const answer = await new Api({ origin: place.origin }).join({ code, ...details });
    if (!answer.ok) throw new Error(`could not join: ${answer.failure.code}`);
    const { workshop, token, participant } = answer.value;
    return new Person(place, 'participant', workshop, token, ways, participant).#started();
  }

  /** With a token that one has already; the page believes to be that participant, as pages do. */
  static async again(
    place: Place,
    { workshop, token, participant }: { workshop: string; token: string; participant: string },
    welcome = true,
  ): Promise<Person> {
    const person = new Person(place, 'participant', workshop, token, {}, participant, participant);
    if (welcome) return person.#started();
    person.session.start();
    return person;
  }

  /** By a link's secret: a facilitator or a screen. */
  static async enter(place: Place, secret: string, ways: Ways = {}): Promise<Person> {
    const answer = await new Api({ origin: place.origin }).enter(secret);
    if (!answer.ok) throw new Error(`could not enter: ${answer.failure.code}`);
    const { workshop, token, role } = answer.value;
    return new Person(place, role as LiveRole, workshop ?? '', token, ways).#started();
  }

  get mirror(): Mirror {
    const { mirror } = this.session.snapshot;
    if (!mirror) throw new Error('not welcomed yet');
    return mirror;
  }

  /** Asks and expects it to be done. */
  async does<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<number> {
    const outcome = await this.tries(name, args);
    if (!outcome.done) throw new Error(`${name} refused: ${outcome.refusal.code}`);
    return outcome.seq;
  }

  tries<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Outcome> {
    return this.session.do(name, args);
  }

  /** The code of the refusal; throws when it was done. */
  async refused<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<string> {
    const outcome = await this.tries(name, args);
    if (outcome.done) throw new Error(`${name} was not refused`);
    return outcome.refusal.code;
  }

  sees(what: string, condition: (mirror: Mirror) => boolean): Promise<void> {
    return until(what, () => {
      const { mirror } = this.session.snapshot;
      return mirror !== undefined && condition(mirror);
    });
  }

  leave(): void {
    this.session.stop();
  }

  async #started(): Promise<this> {
    this.session.start();
    await until('a welcome', () => this.session.snapshot.link === 'live' && this.session.snapshot.mirror !== undefined);
    return this;
  }
}

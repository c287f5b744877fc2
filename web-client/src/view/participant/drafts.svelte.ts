import { untrack } from 'svelte';
import type { Asked } from '../../core/session.ts';

/** What a form holds. */
export type Fields = Record<string, string | number | boolean | undefined>;

/** What cannot be put on the device outlives its form at least, until the page goes. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a form reads it once
const inThisPage = new Map<string, string>();

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? inThisPage.get(key);
  } catch {
    return inThisPage.get(key);
  }
}

/** False when the device does not take it. */
function write(key: string, value: string | undefined): boolean {
  if (value === undefined) inThisPage.delete(key);
  else inThisPage.set(key, value);
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * What one person has begun to write in one workshop, by step and form. It lies on the device from
 * the first letter (the plain storage: it is written at once, even when the page is being closed),
 * and goes when it is recorded. Nobody else who uses this device is shown it.
 */
export class Drafts {
  readonly #workshop: string;
  readonly #person: () => string;
  #purged = false;

  constructor(workshop: string, person: () => string) {
    this.#workshop = workshop;
    this.#person = person;
  }

  /** Where a component is made. `blank` is what the form holds when nothing was begun. */
  of<T extends Fields>(form: string, blank: () => T): Draft<T> {
    return new Draft(this, `${this.#prefix}${this.#person()}.${form}`, blank);
  }

  /** Whether something was begun there. */
  has(form: string): boolean {
    return read(`${this.#prefix}${this.#person()}.${form}`) !== undefined;
  }

  save(key: string, value: string | undefined): void {
    if (!this.#purged) write(key, value);
  }

  /** Of this person: what was written in forms and has not left. */
  texts(): string[] {
    const mine = `${this.#prefix}${this.#person()}.`;
    const written = this.#keys().filter((key) => key.startsWith(mine)).map((key) => read(key) ?? '');
    return written.flatMap((json) => {
      const { text, sentence, reason } = parsed(json) ?? {};
      return [text, sentence, reason].filter((each) => typeof each === 'string' && each.trim() !== '') as string[];
    });
  }

  /** Removed, or the workshop erased: the device forgets what anyone began in it. */
  purge(): void {
    this.#purged = true;
    for (const key of this.#keys()) write(key, undefined);
  }

  get #prefix(): string {
    return `atelier.draft.${this.#workshop}.`;
  }

  #keys(): string[] {
    const keys = [...inThisPage.keys()];
    try {
      for (const key of Object.keys(localStorage)) if (!inThisPage.has(key)) keys.push(key);
    } catch {
      // Only what is in this page.
    }
    return keys.filter((key) => key.startsWith(this.#prefix));
  }
}

/** One form's. `now` is bound to its fields. */
export class Draft<T extends Fields> {
  now: T = $state() as T;
  readonly #blank: () => T;
  readonly #drafts: Drafts;
  readonly #key: string;
  /** Handed over, and not yet known to be safe: the device keeps it in spite of the empty form. */
  #inTransit: string | undefined = $state.raw();
  /** What the device has, as far as this tab knows. */
  #written: string | undefined;

  constructor(drafts: Drafts, key: string, blank: () => T) {
    this.#drafts = drafts;
    this.#key = key;
    this.#blank = blank;
    this.#written = read(key);
    this.now = { ...blank(), ...(parsed(this.#written) as Partial<T> | undefined) };
    let known = JSON.stringify(blank());
    $effect(() => {
      // Recorded, perhaps by another tab: a form in which nothing was begun follows.
      const next = JSON.stringify(blank());
      if (next !== known && untrack(() => JSON.stringify({ ...this.now, ...parsed(known) }) === JSON.stringify(this.now))) this.clear();
      known = next;
    });
    $effect(() => {
      const value = this.begun ? JSON.stringify(this.now) : this.#inTransit;
      if (value === this.#written) return;
      this.#written = value;
      drafts.save(key, value);
    });
    $effect(() => this.#follow());
  }

  get begun(): boolean {
    return JSON.stringify(this.now) !== JSON.stringify({ ...this.now, ...this.#blank() });
  }

  /** The form is empty again; the device forgets once the command is safe there, or answered. */
  handOver({ kept, outcome }: Asked): void {
    const sent = JSON.stringify(this.now);
    this.#inTransit = sent;
    this.clear();
    const safe = (): void => {
      if (this.#inTransit === sent) this.#inTransit = undefined;
    };
    void kept.then((is) => {
      if (is) safe();
      else void outcome.then(safe);
    });
  }

  clear(): void {
    this.now = { ...this.#blank() };
  }

  /** Another tab wrote, sent or emptied the same draft: unless something else was begun here, so is this one. */
  #follow(): () => void {
    const hear = ({ key, newValue }: StorageEvent): void => {
      if (key !== this.#key) return;
      const mine = this.begun ? JSON.stringify(this.now) : undefined;
      if (mine !== this.#written || document.hasFocus()) return;
      this.#written = newValue ?? undefined;
      this.now = { ...this.#blank(), ...(parsed(this.#written) as Partial<T> | undefined) };
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }
}

function parsed(json: string | undefined): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

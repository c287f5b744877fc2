import type { FailureCode } from '../../core/api.ts';
import type { Board, DraftResponse, PublicationResponse } from '../../core/generated/protocol.ts';
import { api } from '../shared/api.ts';
import { boardsOf } from './boards.ts';
import { draftOf, type Fields, fieldsOf, type Merged, merge } from './draft.ts';

/** `recorded` is said when the server has it, and not before. */
export type Saving = 'recorded' | 'typing' | 'saving' | 'failed' | 'conflict';

const pause = 900;

/**
 * The draft that somebody is writing: saved on the fly, one request at a time, over the revision it
 * was made from. What somebody else saved meanwhile comes in by itself where it is another field;
 * where it is the same, both texts are kept until one is chosen.
 */
export class Desk {
  readonly workshop: string;
  fields: Fields = $state.raw({});
  saving: Saving = $state('recorded');
  failure: FailureCode | undefined = $state();
  /** The path of the field that the server refused. */
  refused: string | undefined = $state();
  conflicts: Merged['conflicts'] = $state.raw([]);
  publication: PublicationResponse | undefined = $state.raw();
  /** Those that the workshop has now; without them there is nothing to write about a lever. */
  boards: readonly Board[] = $state.raw([]);
  /** Grows with every save, for who shows what comes of it. */
  revision = $state(0);
  loaded = $state(false);
  busy = $state(false);
  #base: Fields = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(workshop: string) {
    this.workshop = workshop;
  }

  async load(): Promise<void> {
    const [draft, publication, boards] = await Promise.all([
      api.draft(this.workshop),
      api.publication(this.workshop),
      boardsOf(this.workshop),
    ]);
    this.boards = boards;
    this.failure = draft.ok ? (publication.ok ? undefined : publication.failure.code) : draft.failure.code;
    if (!draft.ok || !publication.ok) return;
    this.#base = fieldsOf(draft.value.draft);
    this.fields = this.#base;
    this.revision = draft.value.revision;
    this.publication = publication.value;
    this.loaded = true;
  }

  text(path: string): string {
    return this.fields[path] ?? '';
  }

  write(path: string, text: string): void {
    const { [path]: _, ...others } = this.fields;
    this.fields = text === '' ? others : { ...others, [path]: text };
    if (this.saving !== 'conflict') this.saving = 'typing';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running || this.conflicts.length > 0) return;
    this.#running = true;
    this.saving = 'saving';
    const sent = this.fields;
    const answer = await api.saveDraft(this.workshop, this.revision, draftOf(sent));
    this.#running = false;
    if (answer.ok) {
      this.#base = sent;
      this.revision = answer.value.revision;
      this.failure = undefined;
      this.refused = undefined;
      this.saving = this.fields === sent ? 'recorded' : 'typing';
      if (this.fields !== sent) void this.save();
      return;
    }
    if (answer.failure.code === 'draft_changed') {
      this.#meet(answer.failure.data as unknown as DraftResponse);
      return;
    }
    this.failure = answer.failure.code;
    this.refused = typeof answer.failure.data?.['field'] === 'string' ? answer.failure.data['field'] : undefined;
    this.saving = 'failed';
  }

  /** Somebody else saved: what we both changed is for a human to choose. */
  #meet(theirs: DraftResponse): void {
    const there = fieldsOf(theirs.draft);
    const merged = merge(this.#base, this.fields, there);
    this.#base = there;
    this.revision = theirs.revision;
    this.fields = merged.fields;
    this.conflicts = merged.conflicts;
    this.saving = merged.conflicts.length > 0 ? 'conflict' : 'typing';
    if (merged.conflicts.length === 0) void this.save();
  }

  choose(path: string, text: string): void {
    this.conflicts = this.conflicts.filter((each) => each.path !== path);
    const { [path]: _, ...others } = this.fields;
    this.fields = text === '' ? others : { ...others, [path]: text };
    if (this.conflicts.length > 0) return;
    this.saving = 'typing';
    void this.save();
  }

  async publish(): Promise<boolean> {
    this.busy = true;
    const answer = await api.publish(this.workshop);
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.failure.code;
    if (answer.ok) this.publication = answer.value;
    return answer.ok;
  }

  async unpublish(): Promise<boolean> {
    this.busy = true;
    const answer = await api.unpublish(this.workshop);
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.failure.code;
    if (answer.ok) this.publication = answer.value;
    return answer.ok;
  }
}

import type { Idea } from '../../core/generated/protocol.ts';

/** What takes a dialog: one at a time for the whole view. */
export type TaskKind = 'reword' | 'answer' | 'group' | 'hide' | 'remove' | 'erase';

export class Tasks {
  current: { readonly kind: TaskKind; readonly ideas: readonly Idea[] } | undefined = $state.raw();

  start(kind: TaskKind, ...ideas: readonly Idea[]): void {
    if (ideas.length > 0) this.current = { kind, ideas };
  }

  end(): void {
    this.current = undefined;
  }
}

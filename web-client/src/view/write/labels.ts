import type { Board } from '../../core/generated/protocol.ts';
import { w } from '../../i18n/writing.ts';
import { typeset } from '../shared/typeset.ts';

type Key = Parameters<typeof w>[0];

/** What a field is called, by its path; a lever or a board by its own name, as long as it is there. */
export function labelOf(path: string, boards: readonly Board[] = []): string {
  const key = `field_${path.replace('.', '_')}` as Key;
  const words = w(key);
  if (words !== key) return words;
  const [kind, boardId, ...rest] = path.split('.');
  const board = boards.find(({ id }) => id === boardId);
  if (kind === 'boards' && board) return boardName(board);
  const lever = board?.levers.find(({ id }) => id === rest.join('.'));
  return lever ? typeset(lever.name) : w('field_other');
}

/** A board has a title where there are several. */
export function boardName(board: Board): string {
  return w('aboutBoard', { title: typeset(board.title ?? '') || w('theBoard') });
}

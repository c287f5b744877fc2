import type { Board, Lever } from '../../core/generated/protocol.ts';
import { b } from '../../i18n/boards.ts';
import type { Desk } from '../facilitator/desk.svelte.ts';
import { neighbourAfter } from './order.ts';

/** What is done to levers, live, each with its way back. */

/** The lever that has come to this board since; the service gives it its id. */
function newLever(desk: Desk, board: Board): Lever | undefined {
  const now = desk.live.snapshot.mirror?.boards.find(({ id }) => id === board.id);
  return now?.levers.find(({ id }) => !board.levers.some((known) => known.id === id));
}

export function addLever(desk: Desk, board: Board, name: string, help: string): Promise<boolean> {
  const undo = (): unknown => {
    const added = newLever(desk, board);
    return added && removeLever(desk, board, added);
  };
  const args = { board: board.id, name, ...(help !== '' && { help }) };
  return desk.do('lever.add', args, b('didAdd', { lever: name }), { undo });
}

export function renameLever(desk: Desk, board: Board, lever: Lever, name: string, help: string): Promise<boolean> {
  const put = (to: string, said: string, after?: { undo: () => unknown }): Promise<boolean> =>
    desk.do('lever.rename', { board: board.id, lever: lever.id, name: to, help: said }, b('didRename', { lever: to }), after);
  return put(name, help, { undo: () => put(lever.name, lever.help ?? '') });
}

export function mergeLevers(desk: Desk, board: Board, lever: Lever, into: Lever): Promise<boolean> {
  const undo = (): unknown => restoreLever(desk, board, lever);
  const args = { board: board.id, levers: [lever.id], into: into.id };
  return desk.do('lever.merge', args, b('didMerge', { lever: into.name }), { undo });
}

export function splitLever(desk: Desk, board: Board, lever: Lever, name: string, ideas: string[]): Promise<boolean> {
  const undo = (): unknown => {
    const added = newLever(desk, board);
    return added && mergeLevers(desk, board, added, lever);
  };
  const args = { board: board.id, lever: lever.id, name, ideas };
  return desk.do('lever.split', args, b('didSplit', { lever: lever.name }), { undo });
}

export function moveLever(desk: Desk, board: Board, lever: Lever, by: -1 | 1): Promise<boolean> {
  const place = board.levers.findIndex(({ id }) => id === lever.id);
  const put = (after: string | null, back?: { undo: () => unknown }): Promise<boolean> =>
    desk.do('lever.move', { board: board.id, lever: lever.id, after }, b('didMove', { lever: lever.name }), back);
  const former = board.levers[place - 1]?.id ?? null;
  return put(neighbourAfter(board, lever, by), { undo: () => put(former) });
}

export function removeLever(desk: Desk, board: Board, lever: Lever): Promise<boolean> {
  const undo = (): unknown => restoreLever(desk, board, lever);
  return desk.do('lever.remove', { board: board.id, lever: lever.id }, b('didRemove', { lever: lever.name }), { undo });
}

export function restoreLever(desk: Desk, board: Board, lever: Lever): Promise<boolean> {
  const undo = (): unknown => removeLever(desk, board, lever);
  return desk.do('lever.restore', { board: board.id, lever: lever.id }, b('didRestore', { lever: lever.name }), { undo });
}

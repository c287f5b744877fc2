import type { HideReason, Idea } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { w } from '../../i18n/facilitator.ts';
import { m } from '../../i18n/moderation.ts';
import type { Ask, Desk } from '../facilitator/desk.svelte.ts';
import { membersOf, undoMerge } from './groups.ts';

/** What is done about ideas, each with the way back that the contract allows. */

export function publishAll(desk: Desk, ideas: readonly Idea[]): Promise<boolean> {
  const asks = ideas.map(({ id }): Ask => ['idea.publish', { idea: id }]);
  return desk.all(asks, m('didPublishAll', { n: ideas.length }));
}

export function hideAll(desk: Desk, ideas: readonly Idea[], reason: HideReason): Promise<boolean> {
  const asks = ideas.map(({ id }): Ask => ['idea.hide', { idea: id, reason }]);
  const words = m('didHideAll', { n: ideas.length, reason: w(`hide_${reason}`).toLowerCase() });
  // What nobody had seen does not come back into sight by undoing.
  const seen = ideas.filter(({ status }) => status === 'published');
  const undo = { undo: () => publishAll(desk, ideas) };
  return desk.all(asks, words, seen.length === ideas.length ? undo : undefined);
}

export function reword(desk: Desk, idea: Idea, text: string): Promise<boolean> {
  const words = m(text === idea.original ? 'didUnreword' : 'didReword');
  const undo = (): unknown => desk.do('idea.reword', { idea: idea.id, text: idea.text }, m('didReword'));
  return desk.do('idea.reword', { idea: idea.id, text }, words, { undo });
}

export function answer(desk: Desk, idea: Idea, text: string): Promise<boolean> {
  const said = (value: string): string => m(value === '' ? 'didTakeAnswerBack' : 'didAnswer');
  const former = idea.answer ?? '';
  const undo = (): unknown => desk.do('idea.answer', { idea: idea.id, text: former }, said(former));
  return desk.do('idea.answer', { idea: idea.id, text }, said(text), { undo });
}

/** Groups ideas behind `into`; those that still wait are published first. */
export async function merge(desk: Desk, mirror: Mirror, ideas: readonly Idea[], into: Idea): Promise<boolean> {
  const waiting = [...ideas, into].filter(({ status }) => status !== 'published');
  if (waiting.length > 0 && !(await publishAll(desk, waiting))) return false;
  const behind = ideas.filter(({ id }) => id !== into.id).map(({ id }) => id);
  const [apart = [], again = []] = undoMerge(mirror, behind);
  const undo = async (): Promise<void> => {
    if ((await desk.all(apart, m('didUngroup'))) && again.length > 0) void desk.all(again, m('didUngroup'));
  };
  return desk.do('idea.merge', { ideas: behind, into: into.id }, m('didGroup', { n: behind.length + 1 }), { undo });
}

export function unmerge(desk: Desk, mirror: Mirror, idea: Idea): Promise<boolean> {
  const into = idea.group ?? idea.id;
  const ideas = idea.group ? [idea.id] : membersOf(mirror, idea.id).map(({ id }) => id);
  const undo = (): unknown => desk.do('idea.merge', { ideas, into }, m('didGroup', { n: ideas.length + 1 }));
  return desk.do('idea.unmerge', { idea: idea.id }, m(idea.group ? 'didUngroup' : 'didDissolve'), { undo });
}

export function mute(desk: Desk, participant: string, muted: boolean): Promise<boolean> {
  const undo = (): unknown => mute(desk, participant, !muted);
  return desk.do('participant.mute', { participant, muted }, m(muted ? 'didMute' : 'didUnmute'), { undo });
}

export function remove(desk: Desk, participant: string): Promise<boolean> {
  const undo = (): unknown => restore(desk, participant);
  return desk.do('participant.remove', { participant }, m('didRemove'), { undo });
}

export function restore(desk: Desk, participant: string): Promise<boolean> {
  const undo = (): unknown => remove(desk, participant);
  return desk.do('participant.restore', { participant }, m('didRestore'), { undo });
}

export function stopPosts(desk: Desk, stopped: boolean): Promise<boolean> {
  const undo = (): unknown => stopPosts(desk, !stopped);
  return desk.do('posts.stop', { stopped }, m(stopped ? 'didStopPosts' : 'didResumePosts'), { undo });
}

export function freeze(desk: Desk, frozen: boolean): Promise<boolean> {
  const undo = (): unknown => freeze(desk, !frozen);
  return desk.do('screen.freeze', { frozen }, m(frozen ? 'didFreeze' : 'didUnfreeze'), { undo });
}

/** At most this many at once: read from the back of a hall. */
export const spotlightMax = 6;

export function spotlight(desk: Desk, ideas: readonly string[], former: readonly string[]): Promise<boolean> {
  const undo = (): unknown => spotlight(desk, former, ideas);
  return ideas.length === 0
    ? desk.do('spotlight.clear', {}, m('didClearSpotlight'), { undo })
    : desk.do('spotlight.set', { ideas: [...ideas] }, m('didSpotlight', { n: ideas.length }), { undo });
}

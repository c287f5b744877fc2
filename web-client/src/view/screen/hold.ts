import type { Idea } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';

/**
 * What a frozen screen shows: the picture of the moment it froze, less what has been hidden or taken
 * back since; a text that was reworded is shown as it is now. Pure.
 */
export function heldPicture(held: Mirror, live: Mirror): Mirror {
  const ideas = new Map<string, Idea>();
  for (const id of held.ideas.keys()) {
    const now = live.ideas.get(id);
    if (now?.status === 'published') ideas.set(id, now);
  }
  const spotlight = held.screen.spotlight.filter((id) => ideas.has(id));
  return { ...held, ideas, screen: { frozen: true, spotlight } };
}

import type { Comment } from '../../core/generated/protocol.ts';

/** What is said about each idea, oldest first; what its author took back is gone. Pure. */
export function commentsByIdea(comments: Iterable<Comment>): ReadonlyMap<string, Comment[]> {
  const byIdea = new Map<string, Comment[]>();
  for (const comment of comments) {
    if (comment.status === 'withdrawn') continue;
    const known = byIdea.get(comment.idea);
    if (known) known.push(comment);
    else byIdea.set(comment.idea, [comment]);
  }
  for (const list of byIdea.values()) list.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return byIdea;
}

import type { SearchResponse } from '../../core/generated/protocol.ts';

type Hit = SearchResponse['hits'][number];

/** More the server does not tell. */
export const hitsMax = 100;

export interface Group {
  workshop: string;
  title: string;
  texts: Hit[];
}

/** By workshop, in the order of each one's best. */
export function byWorkshop(hits: readonly Hit[]): Group[] {
  const groups = new Map<string, Group>();
  for (const hit of hits) {
    const group = groups.get(hit.workshop) ?? { workshop: hit.workshop, title: hit.title, texts: [] };
    groups.set(hit.workshop, group);
    group.texts.push(hit);
  }
  return [...groups.values()];
}

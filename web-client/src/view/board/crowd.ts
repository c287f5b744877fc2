import type { Board, Crowd, CrowdPlace, Idea, Placement } from '../../core/generated/protocol.ts';
import { type Mirror, placementKey } from '../../core/mirror.ts';
import { publishedIdeas } from '../shared/workshop.ts';

/** What people together say of where cards go. Pure. */

export function percent({ share }: Pick<Crowd, 'share'>): number {
  return Math.round(share * 100);
}

export interface Contested {
  readonly idea: Idea;
  readonly crowd: Crowd;
  readonly places: readonly CrowdPlace[];
}

/** What a human has to settle, the least agreed first. */
export function contestedCards(mirror: Mirror, board: Board): Contested[] {
  return publishedIdeas(mirror)
    .flatMap((idea) => {
      const placement: Placement | undefined = mirror.placements.get(placementKey(board.id, idea.id));
      if (!placement?.crowd?.contested || placement.settled) return [];
      return [{ idea, crowd: placement.crowd, places: placement.places ?? [] }];
    })
    .sort((a, b) => a.crowd.share - b.crowd.share || b.crowd.people - a.crowd.people);
}

/** The places of one card by lever, whatever the scale, most people first. */
export function byLever(places: readonly CrowdPlace[]): { lever: string | null; people: number }[] {
  const sums = new Map<string | null, number>();
  for (const { lever, people } of places) sums.set(lever, (sums.get(lever) ?? 0) + people);
  return [...sums].map(([lever, people]) => ({ lever, people })).sort((a, b) => b.people - a.people);
}

/** Which scale most of those chose who put it there. */
export function scaleAt(places: readonly CrowdPlace[], lever: string | null): string | null {
  const there = places.filter((place) => place.lever === lever);
  return there.reduce<CrowdPlace | undefined>((most, place) => (place.people > (most?.people ?? 0) ? place : most), undefined)?.scale ?? null;
}

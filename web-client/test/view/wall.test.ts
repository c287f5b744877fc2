import { describe, expect, it } from 'vitest';
import { densityFor, nextSlots, type Slots } from '../../src/view/screen/wall.ts';

/** Ids of `count` ideas, newest first: i<count>, …, i1. */
function newest(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `i${count - index}`);
}

describe('the wall of the big screen', () => {
  it('[SCREEN-1] holds every idea as long as they are few, and nine when they are many', () => {
    for (const count of [0, 1, 2, 4, 5, 6, 7, 9, 79, 500]) {
      const { columns, rows } = densityFor(count);
      expect(columns * rows).toBeGreaterThanOrEqual(Math.min(count, 9));
      expect(columns * rows).toBeLessThanOrEqual(9);
    }
  });

  it('[SCREEN-2] an idea keeps its place while others arrive', () => {
    const before = nextSlots([], newest(9), 9);
    const after = nextSlots(before, newest(10), 9);
    const changed = after.filter((id, place) => id !== before[place]);
    expect(changed).toEqual(['i10']);
    expect(after).not.toContain('i1');
  });

  it('[SCREEN-3] with many arrivals, only as many places change as the hall can follow', () => {
    const before = nextSlots([], newest(9), 9);
    const after = nextSlots(before, newest(60), 9, 1);
    expect(after.filter((id, place) => id !== before[place])).toEqual(['i60']);
  });

  it('[SCREEN-4] what is no longer published leaves at once, even when nothing may change', () => {
    const before = nextSlots([], newest(9), 9);
    const left = newest(9).filter((id) => id !== 'i5');
    expect(nextSlots(before, left, 9, 0)).not.toContain('i5');
  });

  it('[SCREEN-5] a larger wall takes over what hung on the smaller one, in its order', () => {
    const small: Slots = nextSlots([], newest(4), 4);
    expect(nextSlots(small, newest(5), 6)).toEqual([...small, 'i5', undefined]);
  });
});

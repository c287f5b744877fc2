import { describe, expect, it } from 'vitest';
import { Parts } from '../../src/view/shared/parts.svelte.ts';

describe('parts', () => {
  it('show the newest, by one object that stays the same', () => {
    const parts = new Parts<{ seq: number; ideas: readonly string[]; ending: string | undefined }>();
    const room = { seq: 1, ideas: ['one'], ending: undefined };
    parts.update(room);
    const { view } = parts;
    expect(view).toEqual(room);
    parts.update({ ...room, seq: 2, ending: 'erased' });
    expect(view).toBe(parts.view);
    expect({ ...view }).toEqual({ seq: 2, ideas: ['one'], ending: 'erased' });
  });
});

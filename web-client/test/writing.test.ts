import { expect, test } from 'vitest';
import { tellErased } from '../src/core/erased.ts';
import type { Delta } from '../src/core/generated/protocol.ts';
import { draftOf, fieldsOf, merge } from '../src/view/write/draft.ts';

const draft = {
  organisers: ['Ville de Saint-Rémy', 'Pays d’Arles'],
  introduction: 'Un soir de mai.',
  sections: { votes: 'Deux votes.' },
  levers: { main: { entraide: 'On a beaucoup parlé d’écoute.' } },
  story: { action: 'Des haies.' },
  links: [{ title: 'La carte | v2', url: 'https://exemple.org/carte' }],
  open_licence: true,
};

test('[D1] a draft is the same after it was taken apart into fields', () => {
  expect(draftOf(fieldsOf(draft))).toEqual(draft);
  expect(draftOf({})).toEqual({});
  expect(draftOf({ introduction: '  ', organisers: '\n \n' })).toEqual({});
});

test('[D2] what two people changed in different fields comes together', () => {
  const base = { introduction: 'a', 'story.action': 'b' };
  const { fields, conflicts } = merge(base, { ...base, introduction: 'A' }, { 'story.action': 'B', introduction: 'a' });
  expect(fields).toEqual({ introduction: 'A', 'story.action': 'B' });
  expect(conflicts).toEqual([]);
});

test('[D2] what both changed is for a human to choose; what one emptied stays empty', () => {
  const merged = merge({ introduction: 'a', links: 'x' }, { introduction: 'A' }, { introduction: 'Ä', links: 'x' });
  expect(merged.fields).toEqual({ introduction: 'A' });
  expect(merged.conflicts).toEqual([{ path: 'introduction', mine: 'A', theirs: 'Ä' }]);
  expect(merge({}, { links: 'same' }, { links: 'same' }).conflicts).toEqual([]);
});

test('[M10] what was erased has words in its place; a frame without it is not copied', () => {
  const idea = { id: 'i', phase: 'p', text: 'Planter', at: 1, status: 'published' as const };
  const plain: Delta = { type: 'delta', seq: 2, events: [{ event: 'idea.edited', idea }] };
  expect(tellErased(plain, 'effacée')).toBe(plain);
  const gone: Delta = { type: 'delta', seq: 3, events: [{ event: 'idea.edited', idea: { ...idea, text: '', erased: true } }] };
  expect(tellErased(gone, 'effacée').events[0]).toMatchObject({ idea: { text: 'effacée', erased: true } });
});

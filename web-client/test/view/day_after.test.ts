import { describe, expect, it } from 'vitest';
import type { WorkshopInfo } from '../../src/core/generated/protocol.ts';
import { paperHtml } from '../../src/view/organiser/certificate.ts';
import { byWorkshop } from '../../src/view/organiser/found.ts';
import { daysFrom, daysOfServer, erasedAt } from '../../src/view/organiser/keeping.ts';
import { exchanged } from '../../src/view/organiser/series_order.ts';
import { addressOf, viewIn } from '../../src/view/organiser/views.ts';

const day = 24 * 3600 * 1000;
const made = Date.UTC(2026, 2, 1);
const workshop = { created_at: made, erased_at: made + 365 * day } as WorkshopInfo;

describe('the day after', () => {
  it('[DA1] days count from the creation, and only a number of them that can be is taken', () => {
    expect(daysOfServer(workshop)).toBe(365);
    expect(daysOfServer({ ...workshop, keep_days: 30 })).toBeUndefined();
    expect(erasedAt(workshop, 30)).toBe(Date.UTC(2026, 2, 31));
    expect(['1', ' 90 ', '3650'].map(daysFrom)).toEqual([1, 90, 3650]);
    for (const typed of ['', '0', '3651', '-1', '1.5', 'trente', '10000']) expect(daysFrom(typed)).toBeUndefined();
  });

  it('[DA2] the file of a certificate stands alone, and says what the page says', () => {
    const named = '<script>"Haies" & co';
    const html = paperHtml({
      language: 'fr',
      title: 'Certificat d’effacement',
      says: 'Ce service certifie…',
      parts: [
        { title: 'Séance', rows: [['Nom', named]] },
        { title: 'Empreinte', rows: [['SHA-256', 'ab'.repeat(32)]], note: 'Pour vérifier.' },
      ],
    });
    expect(html).not.toMatch(/<script|https?:|src=|url\(/);
    expect(html).toContain('&#60;script&#62;&#34;Haies&#34; &#38; co');
    for (const words of ['Certificat d’effacement', 'Ce service certifie…', 'Séance', 'ab'.repeat(32), 'Pour vérifier.'])
      expect(html).toContain(words);
  });

  it('[DA3] what was found stands by workshop, in the order of the best of each', () => {
    const hit = (of: string, id: string) => ({ workshop: of, title: of, kind: 'idea' as const, id, text: id });
    const groups = byWorkshop([hit('b', '1'), hit('a', '2'), hit('b', '3')]);
    expect(groups.map(({ title, texts }) => [title, texts.map(({ id }) => id)])).toEqual([
      ['b', ['1', '3']],
      ['a', ['2']],
    ]);
  });

  it('[DA4] the part that is shown is in the query, and the fragment stays', () => {
    expect(viewIn('?view=series')).toBe('series');
    expect(['', '?view=other'].map(viewIn)).toEqual(['workshops', 'workshops']);
    const here = { pathname: '/organise', hash: '#w=' };
    expect(addressOf('search', here)).toBe('/organise?view=search#w=');
    expect(addressOf('workshops', here)).toBe('/organise#w=');
  });

  it('[DA5] two workshops of a series exchange their places; at the ends nothing moves', () => {
    expect(exchanged(['a', 'b', 'c'], 1, 0)).toEqual(['b', 'a', 'c']);
    expect(exchanged(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});

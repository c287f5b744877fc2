import type { PurgeCertificate } from '../../core/generated/protocol.ts';
import { t } from '../../i18n/common.ts';
import { language } from '../../i18n/language.svelte.ts';
import { r } from '../../i18n/retention.ts';
import { formatNumber } from '../../i18n/translate.ts';

/** What a purge says, in words: the same on the page and in the file that is kept. */

export interface Part {
  title: string;
  rows: readonly (readonly [label: string, value: string])[];
  note?: string;
}

const counted = ['participants', 'ideas', 'comments', 'questions', 'commitments', 'ballots', 'events'] as const;
const done = ['freed_space_overwritten', 'log_emptied', 'file_compacted'] as const;

export function partsOf(certificate: PurgeCertificate, title: string): Part[] {
  const moment = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' });
  return [
    {
      title: r('named'),
      rows: [
        [t('workshop'), title],
        [r('workshopId'), certificate.workshop],
        [r('createdAt'), moment.format(certificate.created_at)],
        [r('purgedAt'), moment.format(certificate.purged_at)],
      ],
    },
    {
      title: r('whatWas'),
      rows: counted.map((key) => [r(`count_${key}`), formatNumber(language(), certificate.counts[key])]),
    },
    { title: r('how'), rows: done.map((key) => [r(`how_${key}`), r(certificate.erasure[key] ? 'yes' : 'no')]) },
    { title: r('digest'), rows: [['SHA-256', certificate.last_digest]], note: r('digestText') },
  ];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const style = `
body { max-width: 44rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #18211f; background: #fff; }
h1 { line-height: 1.2; } h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
dl { margin: 0; } dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: .375rem 0; border-bottom: 1px solid #d3dadc; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; } p { max-width: 40rem; }
@media print { body { margin: 0; padding: 0; } }`;

/** One file that any browser opens and prints, with nothing outside it. */
export function certificateHtml(certificate: PurgeCertificate, title: string): string {
  const parts = partsOf(certificate, title).map(({ title: head, rows, note }) => {
    const lines = rows.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`);
    return `<h2>${escaped(head)}</h2>\n<dl>\n${lines.join('\n')}\n</dl>${note ? `\n<p>${escaped(note)}</p>` : ''}`;
  });
  const name = escaped(r('certificate'));
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<style>${style}</style>
</head>
<body>
<h1>${name}</h1>
<p>${escaped(r('certificateSays'))}</p>
${parts.join('\n')}
</body>
</html>
`;
}

/** Into the downloads of the browser. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

import type { PurgeCertificate } from '../../core/generated/protocol.ts';
import { t } from '../../i18n/common.ts';
import { language } from '../../i18n/language.svelte.ts';
import { r } from '../../i18n/retention.ts';
import { formatNumber } from '../../i18n/translate.ts';
import type { Paper, Part } from './certificate.ts';

/** What a purge says, in words. */

const counted = ['participants', 'ideas', 'comments', 'questions', 'commitments', 'ballots', 'events'] as const;
const done = ['freed_space_overwritten', 'log_emptied', 'file_compacted'] as const;

function partsOf(certificate: PurgeCertificate, title: string): Part[] {
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

export function paperOf(certificate: PurgeCertificate, title: string): Paper {
  return {
    language: language(),
    title: r('certificate'),
    says: r('certificateSays'),
    parts: partsOf(certificate, title),
  };
}

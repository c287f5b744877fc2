import type { Mirror } from '../../core/mirror.ts';

/** Whether something has been over before one came: worth being told of. */
export function isLate({ phases }: Pick<Mirror, 'phases'>): boolean {
  return phases.some(({ status, kind }) => status === 'closed' && kind !== 'welcome');
}

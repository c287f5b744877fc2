import type { Board } from '../../core/generated/protocol.ts';

/**
 * The boards that a workshop has now, from its results: no shorter call tells them, and only this page
 * needs them. None where they cannot be read: the rest of the summary can be written all the same.
 */
export async function boardsOf(workshop: string): Promise<readonly Board[]> {
  const address = `/api/v1/workshops/${encodeURIComponent(workshop)}/export?format=json`;
  const response = await fetch(address, { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok) return [];
  const file = (await response.json().catch(() => ({}))) as { boards?: Board[] };
  return file.boards ?? [];
}

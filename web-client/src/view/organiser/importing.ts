import type { Answer } from '../../core/api.ts';
import type { ImportedWorkshop, ImportResponse, Language } from '../../core/generated/protocol.ts';
import { api } from '../shared/api.ts';

export const bytesMax = 16 * 1024 * 1024;
export const filesMax = 2;

/** The columns that a person may choose. */
export const columns = ['text', 'title', 'lever', 'time'] as const;
export type Column = (typeof columns)[number];
export type Mapping = Partial<Record<Column, string>>;

export interface Wishes {
  /** Empty: a new workshop. */
  readonly workshop: string;
  /** Only what was chosen by hand. */
  readonly mapping: Mapping;
  readonly title: string;
  readonly language: Language;
}

function query({ workshop, mapping, title, language }: Wishes): URLSearchParams {
  const out = new URLSearchParams({ language });
  if (Object.keys(mapping).length > 0) out.set('columns', JSON.stringify(mapping));
  if (!workshop && title.trim()) out.set('title', title.trim());
  return out;
}

function path({ workshop }: Wishes): string {
  return workshop ? `/workshops/${encodeURIComponent(workshop)}/imports` : '/imports';
}

/** What would be made of the files; nothing is written. */
export function preview(files: readonly File[], wishes: Wishes): Promise<Answer<ImportResponse>> {
  return api.sendFiles(`${path(wishes)}/preview`, files, query(wishes));
}

export function makeWorkshop(files: readonly File[], wishes: Wishes): Promise<Answer<ImportedWorkshop>> {
  return api.sendFiles(path(wishes), files, query(wishes));
}

export function addIdeas(files: readonly File[], wishes: Wishes): Promise<Answer<ImportResponse>> {
  return api.sendFiles(path(wishes), files, query(wishes));
}

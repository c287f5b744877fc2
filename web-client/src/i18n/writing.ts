import { area } from './area.ts';
import { writing as en } from './en/writing.ts';
import { writing as fr } from './fr/writing.ts';

/** Words of the page where the summary is written. */
export const w = area('writing', fr, en);

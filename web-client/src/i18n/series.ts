import { area } from './area.ts';
import { series as en } from './en/series.ts';
import { series as fr } from './fr/series.ts';

/** Workshops in a series, and finding again what was said in them. */
export const s = area('series', fr, en);

import { area } from './area.ts';
import { organiser as en } from './en/organiser.ts';
import { organiser as fr } from './fr/organiser.ts';

/** Words of the organisers' page. */
export const w = area('organiser', fr, en);

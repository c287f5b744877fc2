import { area } from './area.ts';
import { together as en } from './en/together.ts';
import { together as fr } from './fr/together.ts';

/** The participant's words about others. */
export const t = area('together', fr, en);

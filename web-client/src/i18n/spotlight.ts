import { area } from './area.ts';
import { spotlight as en } from './en/spotlight.ts';
import { spotlight as fr } from './fr/spotlight.ts';

/** Words of what is in front on the big screen. */
export const inFront = area('spotlight', fr, en);

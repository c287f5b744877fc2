import { area } from './area.ts';
import { facilitator as en } from './en/facilitator.ts';
import { facilitator as fr } from './fr/facilitator.ts';

/** Words of the facilitators' page. */
export const w = area('facilitator', fr, en);

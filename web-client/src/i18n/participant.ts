import { area } from './area.ts';
import { participant as en } from './en/participant.ts';
import { participant as fr } from './fr/participant.ts';

/** The start page and the participant's screen. */
export const t = area('participant', fr, en);

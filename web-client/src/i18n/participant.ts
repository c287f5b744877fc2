import { area } from './area.ts';
import { participant as en } from './en/participant.ts';
import { participant as fr } from './fr/participant.ts';

/** The participant's screen, once they are inside. */
export const t = area('participant', fr, en);

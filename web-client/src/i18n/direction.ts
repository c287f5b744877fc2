import { area } from './area.ts';
import { direction as en } from './en/direction.ts';
import { direction as fr } from './fr/direction.ts';

/** Running the agenda, votes, questions, commitments and the closing, for facilitators. */
export const d = area('direction', fr, en);

import { area } from './area.ts';
import { ballots as en } from './en/ballots.ts';
import { ballots as fr } from './fr/ballots.ts';

/** The participant's ballots, dots aside. */
export const b = area('ballots', fr, en);

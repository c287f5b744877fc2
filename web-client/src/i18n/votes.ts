import { area } from './area.ts';
import { votes as en } from './en/votes.ts';
import { votes as fr } from './fr/votes.ts';

/** Voting methods and their results. */
export const v = area('votes', fr, en);

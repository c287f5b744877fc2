import { area } from './area.ts';
import { voices as en } from './en/voices.ts';
import { voices as fr } from './fr/voices.ts';

/** Weather, questions, commitments and closing words, on every screen. */
export const say = area('voices', fr, en);

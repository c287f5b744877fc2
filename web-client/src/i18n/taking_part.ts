import { area } from './area.ts';
import { takingPart as en } from './en/taking_part.ts';
import { takingPart as fr } from './fr/taking_part.ts';

/** The participant's steps other than ideas, boards and votes. */
export const p = area('taking_part', fr, en);

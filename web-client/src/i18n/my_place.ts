import { area } from './area.ts';
import { myPlace as en } from './en/my_place.ts';
import { myPlace as fr } from './fr/my_place.ts';

/** The participant's own place, and what a late comer missed. */
export const mine = area('my_place', fr, en);

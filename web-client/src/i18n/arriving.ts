import { area } from './area.ts';
import { arriving as en } from './en/arriving.ts';
import { arriving as fr } from './fr/arriving.ts';

/** The start page, and the way in of a participant. */
export const t = area('arriving', fr, en);

import { area } from './area.ts';
import { keeping as en } from './en/keeping.ts';
import { keeping as fr } from './fr/keeping.ts';

/** Where what a participant sent has got to. */
export const k = area('keeping', fr, en);

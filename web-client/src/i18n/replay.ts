import { area } from './area.ts';
import { replay as en } from './en/replay.ts';
import { replay as fr } from './fr/replay.ts';

/** The page that plays a workshop again. */
export const r = area('replay', fr, en);

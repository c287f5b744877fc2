import { area } from './area.ts';
import { boards as en } from './en/boards.ts';
import { boards as fr } from './fr/boards.ts';

/** Words of boards that change, and of crowds. */
export const b = area('boards', fr, en);

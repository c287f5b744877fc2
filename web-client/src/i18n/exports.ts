import { area } from './area.ts';
import { exports as en } from './en/exports.ts';
import { exports as fr } from './fr/exports.ts';

/** Taking the results home. */
export const x = area('exports', fr, en);

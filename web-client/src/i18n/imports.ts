import { area } from './area.ts';
import { imports as en } from './en/imports.ts';
import { imports as fr } from './fr/imports.ts';

/** Words of the import dialog. */
export const m = area('imports', fr, en);

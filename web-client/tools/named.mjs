import { resolve } from 'node:path';

/** A path that somebody named in the environment, from where they stood: npm goes into our folder. */
export const named = (path) => resolve(process.env['INIT_CWD'] ?? '.', path);

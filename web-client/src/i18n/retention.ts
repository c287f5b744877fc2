import { area } from './area.ts';
import { retention as en } from './en/retention.ts';
import { retention as fr } from './fr/retention.ts';

/** For how long a workshop is kept, and what is left of it. */
export const r = area('retention', fr, en);

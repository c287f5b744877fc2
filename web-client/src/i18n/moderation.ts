import { area } from './area.ts';
import { moderation as en } from './en/moderation.ts';
import { moderation as fr } from './fr/moderation.ts';

/** Words of those who review. */
export const m = area('moderation', fr, en);

import { area } from './area.ts';
import { common as en } from './en/common.ts';
import { common as fr } from './fr/common.ts';

/** Words that several screens share. */
export const t = area('common', fr, en);

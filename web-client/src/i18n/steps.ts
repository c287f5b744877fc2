import { area } from './area.ts';
import { steps as en } from './en/steps.ts';
import { steps as fr } from './fr/steps.ts';

/** The participant's later steps: sorting and voting. */
export const t = area('steps', fr, en);

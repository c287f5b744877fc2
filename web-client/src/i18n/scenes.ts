import { area } from './area.ts';
import { scenes as en } from './en/scenes.ts';
import { scenes as fr } from './fr/scenes.ts';

/** The big screen's later scenes. */
export const scene = area('scenes', fr, en);

import { area } from './area.ts';
import { screen as en } from './en/screen.ts';
import { screen as fr } from './fr/screen.ts';

/** What the big screen says. */
export const onScreen = area('screen', fr, en);

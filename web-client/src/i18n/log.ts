import { area } from './area.ts';
import { log as en } from './en/log.ts';
import { log as fr } from './fr/log.ts';

const words = area('log', fr, en);

/** Words for an event of the journal; what is not known is named as such. */
export function actionWords(event: string): string {
  return words(event in fr ? (event as keyof typeof fr) : 'other');
}

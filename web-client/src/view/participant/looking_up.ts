import { isCompleteCode, normaliseCode } from '../../core/text.ts';
import { api } from '../shared/api.ts';
import { recall } from '../shared/memory.ts';

/** Under which name this device remembers who joined the workshop of a code. */
export const joinedAs = (code: string): string => `joined.${code}`;

const personal = 'continue.';
const fragment = location.hash.slice(1);
const byLink = fragment.startsWith(personal);

/** What one came with: a code, or the secret of a personal link, of which nothing may be taken for a code. */
export const cameWith = {
  code: byLink ? '' : normaliseCode(fragment),
  secret: byLink ? fragment.slice(personal.length) : '',
};

const newHere = isCompleteCode(cameWith.code) && !recall(joinedAs(cameWith.code));
/** Asked before the page is drawn: on a slow line the answer is here when the first words are. */
let early = newHere ? api.lookup(cameWith.code) : undefined;

/** What the code leads to. */
export function lookUp(code: string): ReturnType<typeof api.lookup> {
  const asked = code === cameWith.code ? early : undefined;
  early = undefined;
  return asked ?? api.lookup(code);
}

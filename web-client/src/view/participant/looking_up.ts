import { isCompleteCode, normaliseCode } from '../../core/text.ts';
import { api } from '../shared/api.ts';
import { recall } from '../shared/memory.ts';

/** Under which name this device remembers who joined the workshop of a code. */
export const joinedAs = (code: string): string => `joined.${code}`;

const inAddress = normaliseCode(location.hash.slice(1));
const newHere = isCompleteCode(inAddress) && !recall(joinedAs(inAddress));

/** Asked before the page is drawn: on a slow line the answer is here when the first words are. */
let early = newHere ? api.lookup(inAddress) : undefined;

/** What the code leads to. */
export function lookUp(code: string): ReturnType<typeof api.lookup> {
  const asked = code === inAddress ? early : undefined;
  early = undefined;
  return asked ?? api.lookup(code);
}

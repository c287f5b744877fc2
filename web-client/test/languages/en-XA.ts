import type { LanguageFile } from '../../src/i18n/words.ts';
import { english } from '../support/english.ts';
import { pseudoWords } from '../support/pseudo.ts';

/** For tests only: a build has it where ATELIER_LANGUAGES names this folder. */
export default { words: pseudoWords(english) } satisfies LanguageFile;

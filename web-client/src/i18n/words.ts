import type { arriving } from './fr/arriving.ts';
import type { ballots } from './fr/ballots.ts';
import type { boards } from './fr/boards.ts';
import type { common } from './fr/common.ts';
import type { direction } from './fr/direction.ts';
import type { exports } from './fr/exports.ts';
import type { facilitator } from './fr/facilitator.ts';
import type { keeping } from './fr/keeping.ts';
import type { imports } from './fr/imports.ts';
import type { log } from './fr/log.ts';
import type { moderation } from './fr/moderation.ts';
import type { myPlace } from './fr/my_place.ts';
import type { organiser } from './fr/organiser.ts';
import type { participant } from './fr/participant.ts';
import type { refusals } from './fr/refusals.ts';
import type { replay } from './fr/replay.ts';
import type { retention } from './fr/retention.ts';
import type { scenes } from './fr/scenes.ts';
import type { screen } from './fr/screen.ts';
import type { series } from './fr/series.ts';
import type { spotlight } from './fr/spotlight.ts';
import type { steps } from './fr/steps.ts';
import type { takingPart } from './fr/taking_part.ts';
import type { together } from './fr/together.ts';
import type { voices } from './fr/voices.ts';
import type { votes } from './fr/votes.ts';
import type { writing } from './fr/writing.ts';
import type { SameKeys } from './translate.ts';

/** Every area, as French has it: an area that is not named here cannot be made (area.ts). */
interface Areas {
  arriving: typeof arriving;
  ballots: typeof ballots;
  boards: typeof boards;
  common: typeof common;
  direction: typeof direction;
  exports: typeof exports;
  facilitator: typeof facilitator;
  keeping: typeof keeping;
  imports: typeof imports;
  log: typeof log;
  moderation: typeof moderation;
  my_place: typeof myPlace;
  organiser: typeof organiser;
  participant: typeof participant;
  refusals: typeof refusals;
  replay: typeof replay;
  retention: typeof retention;
  scenes: typeof scenes;
  screen: typeof screen;
  series: typeof series;
  spotlight: typeof spotlight;
  steps: typeof steps;
  taking_part: typeof takingPart;
  together: typeof together;
  voices: typeof voices;
  votes: typeof votes;
  writing: typeof writing;
}

export type AreaName = keyof Areas;

/** All that is said in one language: a key that is missing is a type error. */
export type Words = { readonly [A in AreaName]: SameKeys<Areas[A]> };

/**
 * What a file of languages/ exports by default; its name is the language's tag ("de.ts", "pt-BR.ts").
 * Plural forms are those that Intl.PluralRules knows for the tag; `other` is always there.
 */
export interface LanguageFile {
  readonly words: Words;
  /** The spaces and signs of the language's print, put in when a message is shown. */
  readonly typography?: (text: string) => string;
  /** The time of day, where Intl's short form is not how it is written. */
  readonly timeOfDay?: (date: Date) => string;
}

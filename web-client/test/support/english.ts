import { arriving } from '../../src/i18n/en/arriving.ts';
import { ballots } from '../../src/i18n/en/ballots.ts';
import { boards } from '../../src/i18n/en/boards.ts';
import { common } from '../../src/i18n/en/common.ts';
import { direction } from '../../src/i18n/en/direction.ts';
import { exports } from '../../src/i18n/en/exports.ts';
import { facilitator } from '../../src/i18n/en/facilitator.ts';
import { keeping } from '../../src/i18n/en/keeping.ts';
import { imports } from '../../src/i18n/en/imports.ts';
import { log } from '../../src/i18n/en/log.ts';
import { moderation } from '../../src/i18n/en/moderation.ts';
import { myPlace } from '../../src/i18n/en/my_place.ts';
import { organiser } from '../../src/i18n/en/organiser.ts';
import { participant } from '../../src/i18n/en/participant.ts';
import { refusals } from '../../src/i18n/en/refusals.ts';
import { replay } from '../../src/i18n/en/replay.ts';
import { retention } from '../../src/i18n/en/retention.ts';
import { scenes } from '../../src/i18n/en/scenes.ts';
import { screen } from '../../src/i18n/en/screen.ts';
import { series } from '../../src/i18n/en/series.ts';
import { spotlight } from '../../src/i18n/en/spotlight.ts';
import { steps } from '../../src/i18n/en/steps.ts';
import { takingPart } from '../../src/i18n/en/taking_part.ts';
import { together } from '../../src/i18n/en/together.ts';
import { voices } from '../../src/i18n/en/voices.ts';
import { votes } from '../../src/i18n/en/votes.ts';
import { writing } from '../../src/i18n/en/writing.ts';
import type { Words } from '../../src/i18n/words.ts';

/** The English words of every area, as a further language would give them. */
export const english: Words = {
  arriving,
  ballots,
  boards,
  common,
  direction,
  exports,
  facilitator,
  keeping,
  imports,
  log,
  moderation,
  my_place: myPlace,
  organiser,
  participant,
  refusals,
  replay,
  retention,
  scenes,
  screen,
  series,
  spotlight,
  steps,
  taking_part: takingPart,
  together,
  voices,
  votes,
  writing,
};

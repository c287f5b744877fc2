import type { Phase } from '../../core/generated/protocol.ts';
import { scene } from '../../i18n/scenes.ts';
import { onScreen } from '../../i18n/screen.ts';

/** What the room is asked to do now, in one sentence. */
export function instructionOf(phase: Phase): string {
  if (phase.kind === 'vote' && phase.revealed) return onScreen('resultsOf');
  if (phase.status === 'closed') return onScreen('stepOver');
  switch (phase.kind) {
    case 'welcome':
      return scene(phase.settings.weather ? 'doWelcome' : 'doCharter');
    case 'listen':
      return scene('doListen');
    case 'collect':
      return onScreen('doCollect', { n: phase.settings.max_per_person });
    case 'sort':
      return onScreen(phase.settings.mode === 'facilitators' ? 'doSortWatch' : 'doSortTogether');
    case 'vote':
      return votingOn(phase);
    case 'commit':
      return scene('doCommit');
    case 'close':
      return scene('doClose');
    default:
      return onScreen('doOther');
  }
}

function votingOn({ settings }: Extract<Phase, { kind: 'vote' }>): string {
  switch (settings.method) {
    case 'dots':
      return onScreen('doVote', { n: settings.budget, max: settings.max_per_idea });
    case 'useful':
      return scene('doUseful');
    case 'judgment':
      return scene('doJudgment');
    case 'impact_effort':
      return scene('doImpactEffort');
    case 'consent':
      return scene('doConsent');
  }
}

/** Steps beyond ideas and boards, and what few ever see: fetched while the room is shown, so that coming in is quick. */
export { default as CatchUp } from './CatchUp.svelte';
export { isLate } from './catch_up.ts';
export { default as CloseStep } from './CloseStep.svelte';
export { default as CommitStep } from './CommitStep.svelte';
export { default as Gone } from './Gone.svelte';
export { default as ListenStep } from './ListenStep.svelte';
export { default as MethodStep } from './MethodStep.svelte';
export { default as NotRecorded } from './NotRecorded.svelte';
export { default as VoteStep } from './VoteStep.svelte';
export { default as WelcomeStep } from './WelcomeStep.svelte';

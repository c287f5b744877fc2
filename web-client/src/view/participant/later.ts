/**
 * Steps beyond ideas and boards, what few ever see, and one's own place: fetched while the room is
 * shown, so that coming in is quick. Another part of its own would have the first script cut in two,
 * and cost the first visit a request more.
 */
export { default as CatchUp } from './CatchUp.svelte';
export { default as CloseStep } from './CloseStep.svelte';
export { default as CommitStep } from './CommitStep.svelte';
export { default as Gone } from './Gone.svelte';
export { default as ListenStep } from './ListenStep.svelte';
export { default as MethodStep } from './MethodStep.svelte';
export { default as MyPlace } from './MyPlace.svelte';
export { default as NotRecorded } from './NotRecorded.svelte';
export { default as VoteStep } from './VoteStep.svelte';
export { default as WelcomeStep } from './WelcomeStep.svelte';

/** Steps beyond ideas, boards and dots: fetched while the room is shown, so that coming in is quick. */
export { default as CatchUp } from './CatchUp.svelte';
export { isLate } from './catch_up.ts';
export { default as CloseStep } from './CloseStep.svelte';
export { default as CommitStep } from './CommitStep.svelte';
export { default as ListenStep } from './ListenStep.svelte';
export { default as MethodStep } from './MethodStep.svelte';
export { default as WelcomeStep } from './WelcomeStep.svelte';

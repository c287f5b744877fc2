/** What is behind the door: fetched once, while people read the invitation. */
export { Live } from '../shared/live.svelte.ts';
export { default as Room } from './Room.svelte';

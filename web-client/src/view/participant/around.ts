/** One's own place: fetched when it is opened, the QR code's maker with it. */
export { default as MyPlace } from './MyPlace.svelte';

/** What the first look at the list does not need: fetched together, when some of it is asked for. */
export { default as AnonymiseDialog } from './AnonymiseDialog.svelte';
export { default as Certificate } from './Certificate.svelte';
export { default as KeepingDialog } from './KeepingDialog.svelte';
export { default as SearchView } from './SearchView.svelte';
export { default as SeriesChoice } from './SeriesChoice.svelte';
export { default as SeriesView } from './SeriesView.svelte';

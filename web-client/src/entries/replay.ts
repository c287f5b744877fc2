import ReplayPage from '../view/replay/ReplayPage.svelte';
import { startPage } from '../view/shared/page.svelte.ts';

startPage(ReplayPage);

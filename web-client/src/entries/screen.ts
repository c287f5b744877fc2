import { startPage } from '../view/shared/page.svelte.ts';
import ScreenPage from '../view/screen/ScreenPage.svelte';

startPage(ScreenPage);

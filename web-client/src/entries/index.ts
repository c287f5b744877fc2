import { startPage } from '../view/shared/page.svelte.ts';
import StartPage from '../view/start/StartPage.svelte';

startPage(StartPage);

import { startPage } from '../view/shared/page.svelte.ts';
import SummaryPage from '../view/summary/SummaryPage.svelte';

startPage(SummaryPage);

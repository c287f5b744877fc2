import { startPage } from '../view/shared/page.svelte.ts';
import WritePage from '../view/write/WritePage.svelte';

startPage(WritePage);

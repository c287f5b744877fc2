import { startPage } from '../view/shared/page.svelte.ts';
import ModeratorPage from '../view/moderation/ModeratorPage.svelte';

startPage(ModeratorPage);

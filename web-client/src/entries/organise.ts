import { startPage } from '../view/shared/page.svelte.ts';
import OrganiserPage from '../view/organiser/OrganiserPage.svelte';

startPage(OrganiserPage);

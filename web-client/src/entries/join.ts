import { startPage } from '../view/shared/page.svelte.ts';
import ParticipantPage from '../view/participant/ParticipantPage.svelte';

startPage(ParticipantPage);

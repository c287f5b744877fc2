// First: it asks the server what the code leads to, while the rest starts.
import '../view/participant/looking_up.ts';
import { startPage } from '../view/shared/page.svelte.ts';
import ParticipantPage from '../view/participant/ParticipantPage.svelte';

startPage(ParticipantPage);

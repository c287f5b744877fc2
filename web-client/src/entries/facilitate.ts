import { startPage } from '../view/shared/page.svelte.ts';
import FacilitatorPage from '../view/facilitator/FacilitatorPage.svelte';

startPage(FacilitatorPage);

import { type Component, mount } from 'svelte';
import { language } from '../../i18n/language.svelte.ts';
import './base.css';
import { holdFocus } from './hold_focus.ts';
import { applyTheme } from './theme.svelte.ts';

/** Starts a page: theme, language of the document, and the screen itself. */
export function startPage(screen: Component): void {
  applyTheme();
  $effect.root(() => {
    $effect(() => {
      document.documentElement.lang = language();
    });
  });
  const target = document.getElementById('page');
  if (!target) return;
  holdFocus(target);
  mount(screen, { target });
}

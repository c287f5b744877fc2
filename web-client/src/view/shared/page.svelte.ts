import { type Component, mount } from 'svelte';
import { firstWords, language } from '../../i18n/language.svelte.ts';
import './base.css';
import '@theme.css';
import { holdFocus } from './hold_focus.ts';
import { installable } from './install.ts';
import { applyTheme } from './theme.svelte.ts';

/** Starts a page: theme, language of the document, and the screen itself, in the words chosen. */
export function startPage(screen: Component): void {
  applyTheme();
  const words = firstWords();
  if (words) void words.then(() => show(screen));
  else show(screen);
}

function show(screen: Component): void {
  $effect.root(() => {
    $effect(() => {
      document.documentElement.lang = language();
    });
  });
  const target = document.getElementById('page');
  if (target) {
    holdFocus(target);
    mount(screen, { target });
  }
  installable(language());
}

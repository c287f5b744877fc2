/** Light, dark, or as the device has it; remembered on the device. */
export type Theme = 'system' | 'light' | 'dark';
const memory = 'atelier.theme';

function remembered(): Theme {
  try {
    const value = localStorage.getItem(memory);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

let current = $state.raw(remembered());

export function theme(): Theme {
  return current;
}

export function chooseTheme(value: Theme): void {
  current = value;
  applyTheme();
  try {
    if (value === 'system') localStorage.removeItem(memory);
    else localStorage.setItem(memory, value);
  } catch {
    // The choice lasts as long as the page.
  }
}

export function applyTheme(): void {
  const root = document.documentElement;
  if (current === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = current;
  // The browser's own bar goes along: what the page is, not what the device would have it be.
  const colour = getComputedStyle(root).backgroundColor;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset['own'] ??= meta.content;
    meta.content = current === 'system' ? meta.dataset['own'] : colour;
  }
}

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
  if (current === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = current;
}

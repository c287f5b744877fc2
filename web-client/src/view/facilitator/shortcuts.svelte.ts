/** Single keys, for people who empty a queue; they can be switched off. Remembered on the device. */
const memory = 'atelier.shortcuts';

function remembered(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off';
  } catch {
    return true;
  }
}

let on = $state(remembered());

export const shortcuts = {
  get on() {
    return on;
  },
  set on(value: boolean) {
    on = value;
    try {
      localStorage.setItem(memory, value ? 'on' : 'off');
    } catch {
      // The choice lasts as long as the page.
    }
  },
};

const typing = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/**
 * The key meant as a shortcut: a lower-case letter or a digit; undefined when it means something
 * else. Digits by their place on the keyboard, for they need Shift on a French one.
 */
export function shortcutOf(event: KeyboardEvent): string | undefined {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  if (event.target instanceof Element && event.target.closest(typing)) return undefined;
  if (document.querySelector('dialog[open], [popover]:popover-open')) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const key = digit ?? event.key.toLowerCase();
  const walks = key === 'j' || key === 'k';
  return event.repeat && !walks ? undefined : key;
}

/**
 * What a screen reader is told. Calm: whatever others do, at most one polite message every ten
 * seconds, with only the latest of each topic ("12 new ideas", not twelve messages); a person may
 * switch these off. What answers the person's own action, and errors, do not wait.
 */
// A little more than ten seconds: a page that was late with one is in time with the next, and would say
// seven within a minute.
const gap = 10_500;
const memory = 'atelier.announcements';

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const waiting = new Map<string, string>();
let timer: ReturnType<typeof setTimeout> | undefined;
let lastSaid = -gap;
let politeText = $state.raw('');
let alertText = $state.raw('');
let on = $state.raw(readSetting());

function readSetting(): boolean {
  try {
    return localStorage.getItem(memory) !== 'off';
  } catch {
    return true;
  }
}

function say(): void {
  timer = undefined;
  lastSaid = performance.now();
  politeText = [...waiting.values()].join(' ');
  waiting.clear();
}

/** `topic` names what the message is about: a later one of the same topic replaces it. */
export function announce(topic: string, message: string): void {
  if (!on) return;
  waiting.delete(topic);
  waiting.set(topic, message.endsWith('.') ? message : `${message}.`);
  timer ??= setTimeout(say, Math.max(250, lastSaid + gap - performance.now()));
}

/** The result of what the person has just done: they wait for it, so it comes at once. */
export function answer(message: string): void {
  if (politeText === message) politeText = '';
  setTimeout(() => {
    politeText = message;
  }, 50);
}

/** Something went wrong: said at once. */
export function announceError(message: string): void {
  // The same words twice are only read again if the region was emptied in between.
  alertText = '';
  setTimeout(() => {
    alertText = message;
  }, 50);
}

export const announcements = {
  get polite() {
    return politeText;
  },
  get alert() {
    return alertText;
  },
  get on() {
    return on;
  },
  set on(value: boolean) {
    on = value;
    if (!value) waiting.clear();
    try {
      localStorage.setItem(memory, value ? 'on' : 'off');
    } catch {
      // The setting lasts as long as the page.
    }
  },
};

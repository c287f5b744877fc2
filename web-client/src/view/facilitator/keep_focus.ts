import type { Attachment } from 'svelte/attachments';

/**
 * When the entry that had the focus leaves the list, whoever was there goes on from the entry that
 * took its place, not from the top of the page.
 */
export const keepFocus: Attachment<HTMLElement> = (list) => {
  let focused: Element | undefined;
  let place = -1;
  const entries = (): HTMLElement[] => [...list.querySelectorAll('li')];

  const come = (event: FocusEvent): void => {
    focused = event.target instanceof Element ? event.target : undefined;
    const entry = focused?.closest('li');
    place = entry ? entries().indexOf(entry) : -1;
  };
  const go = (event: FocusEvent): void => {
    if (event.relatedTarget !== null) focused = undefined;
  };
  const observer = new MutationObserver(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    focused = undefined;
    const all = entries();
    const heir = list.querySelector<HTMLElement>('li[aria-current]') ?? all[Math.min(place, all.length - 1)];
    (heir?.tabIndex === -1 && heir.hasAttribute('tabindex') ? heir : heir?.querySelector('button'))?.focus();
  });

  list.addEventListener('focusin', come);
  list.addEventListener('focusout', go);
  observer.observe(list, { childList: true, subtree: true });
  return () => {
    list.removeEventListener('focusin', come);
    list.removeEventListener('focusout', go);
    observer.disconnect();
  };
};

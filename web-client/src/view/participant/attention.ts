/**
 * Whether someone is in the middle of something inside `region`, so that the page must not change
 * under them: a text begun, a field or (by keyboard) a control in use, a dialog open.
 */
export function isBusy(region: HTMLElement | undefined): boolean {
  if (!region) return false;
  if (document.querySelector('dialog[open]')) return true;
  const focused = document.activeElement;
  if (focused && focused !== region && region.contains(focused)) {
    if (focused.matches('input, textarea, select, :focus-visible')) return true;
  }
  return [...region.querySelectorAll('textarea')].some((area) => area.value.trim() !== '');
}

/** A part that scrolls and may hold nothing to tab to: the keyboard can reach it, then the arrows scroll it. */
export function reachable(part: HTMLElement): void {
  part.tabIndex = 0;
}

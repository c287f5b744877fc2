/**
 * Where the focus goes when what had it is taken away: to the nearest part around it that is still
 * there, so that the keyboard goes on from where one was, not from the top of the page. Whoever
 * knows better has moved the focus by then.
 */
export function holdFocus(page: HTMLElement): void {
  let around: HTMLElement[] = [];

  page.addEventListener('focusin', ({ target }) => {
    around = [];
    for (let at = target as HTMLElement | null; at && at !== page; at = at.parentElement) around.push(at);
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Left for nothing although it is still there: that was meant.
    setTimeout(() => {
      const left = target as HTMLElement;
      if (!relatedTarget && left === around[0] && left.isConnected && left.checkVisibility()) around = [];
    });
  });
  new MutationObserver(() => {
    if (around.length > 0 && !around[0]?.isConnected) setTimeout(goOn);
  }).observe(page, { childList: true, subtree: true });

  function goOn(): void {
    if (document.activeElement !== document.body || around[0]?.isConnected) return;
    const part = around.find((each) => each.isConnected && each.checkVisibility());
    around = [];
    if (!part) return;
    if (part.tabIndex < 0) part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
}

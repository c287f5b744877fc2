/** What this device remembers between visits. Storage may be off or full: then it forgets. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(`atelier.${key}`, value);
    else localStorage.removeItem(`atelier.${key}`);
  } catch {
    // Forgotten with the page.
  }
}

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`atelier.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

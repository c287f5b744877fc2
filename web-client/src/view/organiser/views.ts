/** The parts of the organiser's page. Which one is shown is in the query: the fragment is the link's. */
export const views = ['workshops', 'series', 'search'] as const;
export type View = (typeof views)[number];

export function viewIn(query: string): View {
  const asked = new URLSearchParams(query).get('view');
  return views.find((each) => each === asked) ?? 'workshops';
}

/** The page's own address with that part, and with what else stands in it. */
export function addressOf(view: View, { pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string {
  return pathname + (view === 'workshops' ? '' : `?view=${view}`) + hash;
}

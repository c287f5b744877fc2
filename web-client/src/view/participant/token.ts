/**
 * Who one is where cookies are refused. The token stays in this tab: in the page, and in the tab's own
 * storage where that is allowed, so that a reload finds it. It is in no address, and no other site
 * can ask for it. Where cookies work it is not kept at all: what scripts cannot read is safer.
 */
const key = (workshop: string): string => `atelier.token.${workshop}`;

export function keepToken(workshop: string, token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(key(workshop));
    else sessionStorage.setItem(key(workshop), token);
  } catch {
    // Known as long as the page lives.
  }
}

export function tokenFor(workshop: string): string | undefined {
  try {
    return sessionStorage.getItem(key(workshop)) ?? undefined;
  } catch {
    return undefined;
  }
}

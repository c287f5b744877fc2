import type { CreateWorkshopResponse, LinkRequest } from '../../core/generated/protocol.ts';

export type Links = CreateWorkshopResponse['links'];
export type SecretRole = LinkRequest['role'];

/**
 * The secret links that this page was given. The service keeps only their fingerprints, so they are
 * known until the page is left and nowhere else.
 */
export class LinksInHand {
  #known: Readonly<Record<string, string>> = $state.raw({});

  keep(workshop: string, links: Links): void {
    this.set(workshop, 'facilitator', links.facilitator);
    this.set(workshop, 'screen', links.screen);
    this.set(workshop, 'reader', links.summary);
  }

  set(workshop: string, role: SecretRole, url: string): void {
    this.#known = { ...this.#known, [`${workshop}/${role}`]: url };
  }

  of(workshop: string, role: SecretRole): string | undefined {
    return this.#known[`${workshop}/${role}`];
  }
}

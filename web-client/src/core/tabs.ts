import type { Outcome } from './outbox.ts';

/**
 * The other tabs of the same person in the same workshop. Each tab sends what was asked in it; what
 * a tab that is no more left behind is sent by another. Being wrong about who is there does no harm,
 * since the server does a command id once: it only costs a message.
 */
export type News =
  /** What is kept on the device is not what it was. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent'; readonly ids: readonly string[] }
  /** The final answer: whoever asked may be in another tab than who sent it. */
  | { readonly kind: 'over'; readonly id: string; readonly outcome: Outcome }
  /** A refusal that was read and put away. */
  | { readonly kind: 'away'; readonly id: string }
  | { readonly kind: 'left'; readonly tab: string };

export interface Tabs {
  /** This one's, new with each page. */
  readonly id: string;
  /** Which of these are no more. */
  gone(tabs: readonly string[]): Promise<readonly string[]>;
  tell(news: News): void;
  /** One listener. */
  listen(hear: (news: News) => void): void;
  /** The page goes, perhaps to come back: until then the others do its work. */
  rest(): void;
  wake(): void;
}

/** Nobody else, as far as one can tell: whatever is found on the device is taken up. */
export function alone(id = 'alone'): Tabs {
  return {
    id,
    gone: (tabs) => Promise.resolve(tabs),
    tell: () => undefined,
    listen: () => undefined,
    rest: () => undefined,
    wake: () => undefined,
  };
}

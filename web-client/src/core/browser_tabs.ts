import type { News, Tabs } from './tabs.ts';

/** So long a tab has to say that it is there; one that is frozen will not. */
const patience = 400;

type Message = News | { readonly kind: 'who' } | { readonly kind: 'here'; readonly tab: string };

/**
 * Tabs by the browser's own means: a channel for news, and a lock that each tab holds as long as it
 * lives. Locks are missing on plain http: there a tab that does not answer is taken for gone. Where
 * there is no channel either, every other tab is.
 */
export function browserTabs(place: string, id: string): Tabs {
  const locks = (navigator as Partial<Navigator>).locks;
  const mine = `atelier.tab.${id}`;
  const here = new Set<string>();
  let hear: (news: News) => void = () => undefined;
  let channel: BroadcastChannel | undefined;
  let letGo: (() => void) | undefined;

  const post = (message: Message): void => {
    try {
      channel?.postMessage(message);
    } catch {
      // Closed under us: the others find out by themselves.
    }
  };
  const wake = (): void => {
    try {
      channel ??= new BroadcastChannel(`atelier.${place}`);
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'who') post({ kind: 'here', tab: id });
        else if (data.kind === 'here') here.add(data.tab);
        else hear(data);
      };
    } catch {
      channel = undefined;
    }
    if (letGo) return;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    locks?.request(mine, () => held).catch(() => undefined);
  };
  const rest = (): void => {
    post({ kind: 'left', tab: id });
    channel?.close();
    channel = undefined;
    letGo?.();
    letGo = undefined;
  };
  wake();

  return {
    id,
    gone: async (tabs) => {
      if (tabs.length === 0) return [];
      const known = await locks?.query().catch(() => undefined);
      if (known) {
        const names = new Set([...(known.held ?? []), ...(known.pending ?? [])].map(({ name }) => name));
        return tabs.filter((tab) => !names.has(`atelier.tab.${tab}`));
      }
      here.clear();
      post({ kind: 'who' });
      if (channel) await new Promise((resolve) => setTimeout(resolve, patience));
      return tabs.filter((tab) => !here.has(tab));
    },
    tell: post,
    listen: (listener) => (hear = listener),
    rest,
    wake,
  };
}

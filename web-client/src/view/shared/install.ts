/**
 * What makes a page of a phone's home screen, and lets it open without network: the manifest and the
 * service worker. Neither is asked for before the page has been shown and rests.
 */
export function installable(language: string): void {
  const later = (): void => {
    setTimeout(() => {
      offerManifest(language);
      void keepForOffline();
    }, 2_500);
  };
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}

function offerManifest(language: string): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `/app.${language === 'fr' ? 'fr' : 'en'}.webmanifest`;
  document.head.append(link);
}

async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register('/service_worker.js', { scope: '/' });
    const { active } = await navigator.serviceWorker.ready;
    tell(active);
    // Whatever the page fetches later (a room, a step, a language) is kept as it comes, by the worker.
  } catch {
    // Refused by the browser's settings: the page works as long as it is open.
  }
}

function tell(worker: ServiceWorker | null): void {
  const uses = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  worker?.postMessage({ page: location.pathname, uses });
}

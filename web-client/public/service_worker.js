/*
 * So that a reload without network opens the page that was open: it then says that it is offline, and
 * what was written and kept on the device is there.
 *
 * - Pages: the network first, so that nobody stays on an old version; what was kept only without it.
 * - /assets/: their names change with what is in them; kept ones are as good as new.
 * - All else, and every answer of the server's API, is none of its business.
 */
'use strict';

const pages = 'atelier-pages-1';
const assets = 'atelier-assets-1';
/** A few builds' worth; the oldest go first. */
const assetsMax = 60;
/** A line that does not answer is as good as none. */
const patience = 6_000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const mine = [pages, assets];
  const clear = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('atelier-') && !mine.includes(name)) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

const isPage = (path) => /^\/[a-z]*$/.test(path);

async function prune(cache) {
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - assetsMax))) await cache.delete(request);
}

/** A page tells, once it rests, what it was made of: it came before this worker did. */
self.addEventListener('message', (event) => {
  const { page, uses } = event.data ?? {};
  if (typeof page !== 'string' || !isPage(page) || !Array.isArray(uses)) return;
  const keep = async () => {
    const cache = await caches.open(assets);
    for (const path of uses) {
      if (typeof path !== 'string' || !path.startsWith('/assets/') || (await cache.match(path))) continue;
      const answer = await fetch(path);
      if (answer.ok) await cache.put(path, answer);
    }
    await prune(cache);
    const answer = await fetch(page);
    if (answer.ok && !answer.redirected) await (await caches.open(pages)).put(page, answer);
  };
  event.waitUntil(keep().catch(() => undefined));
});

async function openPage(event, path) {
  const cache = await caches.open(pages);
  const answer = fetch(event.request).then((fresh) => {
    if (fresh.ok && !fresh.redirected) event.waitUntil(cache.put(path, fresh.clone()));
    return fresh;
  });
  const kept = await cache.match(path);
  if (!kept) return answer;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), patience));
  // A server that answers, even that it cannot, is there: its answer is the true one.
  return Promise.race([answer.catch(() => kept), late]);
}

async function asset(event, path) {
  const cache = await caches.open(assets);
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(cache.put(path, answer.clone()).then(() => prune(cache)));
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(openPage(event, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(event, pathname));
});

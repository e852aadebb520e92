// VERSION and FILES stand before this. Keeps the page for work without a line with its files, and nothing else: no page that has
// been made for a person is ever kept. What is typed is in IndexedDB, which this script does not touch.
"use strict";

const CACHE = `parasol-${VERSION}`;
const PAGE = "/offline";
const PATIENCE_MS = 4_000; // a line that answers nothing is none

const newest = { cache: "no-cache", credentials: "same-origin" };

const fill = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await cache.put(PAGE, await fetch(PAGE, newest));
};

self.addEventListener("install", (event) => event.waitUntil(fill()));

// Without skipWaiting a version waits until no page of the one before is open.
self.addEventListener("message", (event) => {
  if (event.data === "use") self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const older = (await caches.keys()).filter((name) => name.startsWith("parasol-") && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

const kept = async (path) => (await caches.open(CACHE)).match(path);

// The page as it is now, in the language of now, if its files are those of this version; else as it was kept.
const page = async () => {
  const fresh = await fetch(PAGE, { ...newest, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (fresh?.ok && fresh.headers.get("Parasol-Shell") === VERSION) {
    await (await caches.open(CACHE)).put(PAGE, fresh.clone());
    return fresh;
  }
  if (fresh?.ok) self.registration.update().catch(() => {});
  return (await kept(PAGE)) ?? fresh ?? Response.error();
};

const anyPage = (request) => fetch(request).catch(async () => (await kept(PAGE)) ?? Response.error());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(address.pathname === PAGE ? page() : anyPage(request));
  } else if (FILES.includes(address.pathname + address.search)) {
    event.respondWith(kept(address.pathname + address.search).then((file) => file ?? fetch(request)));
  }
});

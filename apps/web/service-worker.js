/**
 * Opens the application where there is no network. It keeps the page and the files that the phone's home and the log sheet need, never an
 * answer of the API: what belongs to people is kept by the page itself, sealed, or not at all.
 * The build writes the list of files and their version here.
 */
const SHELL = __SHELL__;
const CACHE = 'shell-__VERSION__';
/** A network that is there in name only: after this long the kept page opens. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith('/api/') || address.pathname.endsWith('.ics')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (address.pathname.startsWith('/assets/') || SHELL.includes(address.pathname))
    event.respondWith(file(request));
});

async function page(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const kept = await caches.match('/', { cacheName: CACHE });
    if (kept) return kept;
    throw error;
  }
}

/** Names under /assets/ change with their content, so a kept one is the right one. */
async function file(request) {
  const kept = await caches.match(request, { cacheName: CACHE, ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/'))
    await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

/* Keeps the manual on a phone. The build writes KEPT before this: the hash of all files, and their addresses. */
const NAME = "ws-manual-" + KEPT.hash, AT_ONCE = 12

async function fill() {
  const cache = await caches.open(NAME), left = KEPT.files.slice()
  async function take() {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const answer = await fetch(path, { cache: "no-cache" })
      if (!answer.ok) throw new Error(path)
      await cache.put(new URL(path, registration.scope).href, answer)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
}
async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith("ws-manual-") && name !== NAME) await caches.delete(name)
  await clients.claim()
}
async function answer(request) {
  const cache = await caches.open(NAME), url = new URL(request.url)
  const kept = await cache.match(url.origin + url.pathname)
  if (kept) return kept
  try {
    return await fetch(request)
  } catch (error) {
    const missing = request.mode === "navigate" && await cache.match(new URL("404.html", registration.scope).href)
    if (missing) return missing
    throw error
  }
}
addEventListener("install", event => event.waitUntil(fill().then(() => skipWaiting())))
addEventListener("activate", event => event.waitUntil(forgetOthers()))
addEventListener("fetch", event => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) event.respondWith(answer(event.request))
})

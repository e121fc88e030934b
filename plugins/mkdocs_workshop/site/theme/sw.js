/* Keeps the manual on a phone. The build writes KEPT before this: the hash of all files, and for each address the hash of its file. */
const NAME = "ws-manual-" + KEPT.hash, LIST = "ws-manual-list", AT_ONCE = 12

async function fill() {
  const cache = await caches.open(NAME), before = await known(), left = Object.keys(KEPT.files)
  async function take() {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const address = new URL(path, registration.scope).href
      const same = before.files[path] === KEPT.files[path] && await before.cache.match(address)
      const answer = same || await fetch(address, { cache: "no-cache" })
      if (!answer.ok) throw new Error(path)
      await cache.put(address, answer)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  await cache.put(new URL(LIST, registration.scope).href, new Response(JSON.stringify(KEPT.files)))
}
/* What an earlier version kept, so that only what changed is fetched. */
async function known() {
  for (const name of await caches.keys()) {
    const cache = name.startsWith("ws-manual-") && name !== NAME && await caches.open(name)
    const list = cache && await cache.match(new URL(LIST, registration.scope).href)
    if (list) return { cache: cache, files: await list.json() }
  }
  return { cache: null, files: {} }
}
/* First the pages come to this version, then the old one goes: in between, nobody may be left without either. */
async function forgetOthers() {
  await clients.claim()
  for (const name of await caches.keys()) if (name.startsWith("ws-manual-") && name !== NAME) await caches.delete(name)
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

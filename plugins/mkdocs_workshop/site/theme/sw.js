/* Keeps the manual on a phone. The build writes KEPT before this: the hash of all files, their size in bytes, and for each address the
   SHA-256 of its file. A version serves only when every file of it is here and is what the build made. Until then, and until no page of
   the old version is open any more, the old version serves: no page ever meets the files of another one. */
/* By its place: each language of a site is kept by itself. */
const ROOM = "ws-manual:" + new URL(registration.scope).pathname + ":", NAME = ROOM + KEPT.hash, LIST = "ws-manual-list", AT_ONCE = 12

async function fill() {
  const cache = await caches.open(NAME), others = await earlier(), left = Object.keys(KEPT.files)
  let bytes = 0, told = 0
  async function take() {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const address = new URL(path, registration.scope).href
      // Not `bytes += await ...`: that would add to what it was before the wait.
      const found = await kept(cache, address, path) || await copied(cache, others, address, path) || await fetched(cache, address, path)
      bytes += found
      if (bytes - told > KEPT.bytes / 50) tell(told = bytes)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  await cache.put(new URL(LIST, registration.scope).href, new Response(JSON.stringify(KEPT.files)))
}
/* Each of these three says how many bytes it found; 0 if it has not got the file. An attempt that broke off is gone on with. */
async function kept(cache, address, path) {
  const found = await cache.match(address)
  return found ? (await whole(found, path) || { byteLength: 0 }).byteLength : 0
}
async function copied(cache, others, address, path) {
  for (const other of others) {
    const found = await other.match(address), data = found && await whole(found, path)
    if (data) return keep(cache, address, found, data)
  }
  return 0
}
async function fetched(cache, address, path) {
  const found = await fetch(address, { cache: "no-cache" }), data = found.ok && await whole(found, path)
  // A page to log in to a network, a server that changes files, half a deployment: none of them is the manual.
  if (!data) throw new Error(path + " is not the file that the build made")
  return keep(cache, address, found, data)
}
async function keep(cache, address, found, data) {
  await cache.put(address, new Response(data, { headers: { "Content-Type": found.headers.get("Content-Type") || "" } }))
  return data.byteLength
}
/* The bytes of an answer if they are those of the build. */
async function whole(found, path) {
  const data = await found.arrayBuffer(), sum = await crypto.subtle.digest("SHA-256", data)
  return Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, "0")).join("") === KEPT.files[path] ? data : null
}
async function earlier() {
  const names = (await caches.keys()).filter(name => name.startsWith(ROOM) && name !== NAME)
  return Promise.all(names.map(name => caches.open(name)))
}
async function tell(bytes) {
  for (const page of await windows()) page.postMessage({ manual: "progress", bytes: bytes, of: KEPT.bytes })
}
async function windows() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true })
  return open.filter(page => page.url.startsWith(registration.scope))
}
async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith(ROOM) && name !== NAME) await caches.delete(name)
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
/* Somebody wants the new version now. The page that asks loads itself anew; others would meet files that are not theirs. */
async function useNow(page) {
  if ((await windows()).length > 1) page.postMessage({ manual: "others" })
  else await skipWaiting()
}
addEventListener("install", event => event.waitUntil(fill()))
addEventListener("activate", event => event.waitUntil(forgetOthers()))
addEventListener("message", event => { if (event.data === "use") event.waitUntil(useNow(event.source)) })
addEventListener("fetch", event => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) event.respondWith(answer(event.request))
})

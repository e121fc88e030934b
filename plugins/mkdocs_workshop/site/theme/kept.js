/* A manual that was kept on a device has no Word files, slides and ZIPs. Without a network, links to them say so and lead nowhere. */
(function () {
  "use strict"
  var own = document.currentScript, root = new URL("../../", own.src), words = own.dataset.needsNetwork
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker.controller) return
  var kept = null, closed = []

  function isHere(link) {
    var url = new URL(link.href)
    if (url.origin !== root.origin || url.pathname.indexOf(root.pathname) !== 0) return true
    var path = decodeURIComponent(url.pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, "$1") || "./"
    return path in kept || path + "/" in kept
  }
  function close(link) {
    var note = document.createElement("span")
    note.className = "ws-needs-network"
    note.textContent = words
    closed.push({ link: link, address: link.getAttribute("href"), note: note })
    link.removeAttribute("href")
    link.setAttribute("aria-disabled", "true")
    link.append(note)
  }
  function open(one) {
    one.link.setAttribute("href", one.address)
    one.link.removeAttribute("aria-disabled")
    one.note.remove()
  }
  function look() {
    if (navigator.onLine) return closed.splice(0).forEach(open)
    if (!kept) return
    document.querySelectorAll("article a[href]").forEach(function (link) { if (!isHere(link)) close(link) })
    var missing = document.getElementById("ws-missing-network")
    if (missing) missing.hidden = false
  }
  /* The worker answers with the list of the version that it serves. */
  fetch(new URL("ws-manual-list", root)).then(function (answer) { return answer.json() }).then(function (list) { kept = list; look() })
    .catch(function () { kept = null })
  addEventListener("online", look)
  addEventListener("offline", look)
})()

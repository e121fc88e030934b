/* What somebody typed on this device under "Make it ours" stands wherever a page names it. Nothing of it leaves the device. */
(function () {
  "use strict"
  var KEY = "ws-ours"
  function read() {
    try { var kept = JSON.parse(localStorage.getItem(KEY) || "null") } catch (error) { kept = null }
    return kept && kept.format === 1 && kept.entries ? kept : { format: 1, district: "", entries: {} }
  }
  /* Tells whether the browser keeps it. */
  function write(ours) {
    try {
      if (ours) localStorage.setItem(KEY, JSON.stringify(ours)); else localStorage.removeItem(KEY)
      return true
    } catch (error) { return false }
  }
  var ours = read(), by = {}
  window.workshopOurs = { read: read, write: write }
  Object.keys(ours.entries).forEach(function (id) { by[id.replace(/\./g, "-")] = ours.entries[id] })
  document.querySelectorAll("a.ws-local, a.ws-entry").forEach(function (link) {
    var entry = by[link.hash.slice(1)]
    if (!entry || !entry.value) return
    // Files name it by these words.
    link.dataset.blank = link.textContent
    link.textContent = entry.value
    link.classList.remove("ws-local")
    link.classList.add("ws-ours")
    link.classList.toggle("is-not-called", !entry.called_on)
  })
})()

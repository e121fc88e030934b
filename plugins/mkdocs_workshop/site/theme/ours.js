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
    link.textContent = entry.value
    link.classList.remove("ws-local")
    link.classList.add("ws-ours")
    link.classList.toggle("is-not-called", !entry.called_on)
  })

  /* A small card prints four on a sheet, a half sheet two. */
  var holder = document.querySelector(".ws-many-button"), sheet = document.querySelector(".ws-sheet")
  if (!holder || !sheet) return
  var many = +holder.dataset.many
  function faces() {
    var found = [[]], title = sheet.querySelector(".ws-sheet-title")
    Array.from(sheet.children).forEach(function (part) {
      if (part.classList.contains("ws-page-break")) found.push([])
      else if (part !== title) found[found.length - 1].push(part)
    })
    if (title) found[0].unshift(title)
    return found.filter(function (face) { return face.length })
  }
  holder.hidden = false
  holder.addEventListener("click", function () {
    var up = document.createElement("div")
    up.id = "ws-up"
    up.className = "ws-up-" + many
    faces().forEach(function (face) {
      var page = document.createElement("div")
      page.className = "ws-up-page"
      for (var copy = 0; copy < many; copy++) {
        var one = document.createElement("div")
        one.className = "md-typeset " + sheet.className.replace(/ws-(main|sheet|paper-\w+)/g, "")
        face.forEach(function (part) { one.append(part.cloneNode(true)) })
        page.append(one)
      }
      up.append(page)
    })
    document.body.append(up)
    document.body.classList.add("ws-many", "ws-up-" + many)
    window.print()
    document.body.classList.remove("ws-many", "ws-up-" + many)
    up.remove()
  })
})()

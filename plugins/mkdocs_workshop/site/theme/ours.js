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

  /* A small card prints four on a sheet, a half sheet two, and each by itself on its own paper: in panels, as large as the paper lets them be. */
  var holder = document.querySelector(".ws-many-button"), sheet = document.querySelector(".ws-sheet"), alone = document.querySelector(".ws-print-button")
  if (!sheet) return
  function faces() {
    var found = [[]], title = sheet.querySelector(".ws-sheet-title")
    Array.from(sheet.children).forEach(function (part) {
      if (part.classList.contains("ws-page-break")) found.push([])
      else if (part !== title) found[found.length - 1].push(part)
    })
    if (title) found[0].unshift(title)
    return found.filter(function (face) { return face.length })
  }
  function panels(face, one) {
    var inside = null
    face.forEach(function (part) {
      var copy = part.cloneNode(true)
      if (part.tagName === "H2") {
        var panel = document.createElement("div")
        panel.className = "ws-panel"
        inside = document.createElement("div")
        panel.append(copy, inside)
        one.append(panel)
      } else if (inside && !part.classList.contains("ws-sheet-foot")) inside.append(copy)
      else one.append(copy)
    })
  }
  /* The largest letters with which a face still fits, in points. */
  function fit(page) {
    var size = 7
    function fits(points) {
      page.style.setProperty("--ws-points", points + "pt")
      return Array.from(page.children).every(function (one) { return one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth })
    }
    while (size < 13 && fits(size + .25)) size += .25
    fits(size)
  }
  function print(many) {
    var up = document.createElement("div")
    up.id = "ws-up"
    up.className = "ws-up-" + many
    faces().forEach(function (face) {
      var page = document.createElement("div")
      page.className = "ws-up-page"
      for (var copy = 0; copy < many; copy++) {
        var one = document.createElement("div")
        one.className = "md-typeset " + sheet.className.replace(/ws-(main|sheet)/g, "")
        panels(face, one)
        page.append(one)
      }
      up.append(page)
    })
    document.body.append(up)
    document.body.classList.add("ws-many", "ws-up-" + many)
    /* A picture that nobody has scrolled to is not there yet. */
    var pictures = Array.from(up.querySelectorAll("img"), function (one) { one.loading = "eager"; return one.decode().catch(function () {}) })
    Promise.all(pictures).then(function () {
      Array.from(up.children).forEach(fit)
      window.print()
      document.body.classList.remove("ws-many", "ws-up-" + many)
      up.remove()
    })
  }
  if (holder) {
    holder.hidden = false
    holder.addEventListener("click", function () { print(+holder.dataset.many) })
  }
  if (alone && sheet.querySelector(".ws-ours")) {
    alone.hidden = false
    alone.addEventListener("click", function () { if (holder) print(1); else window.print() })
  }
})()

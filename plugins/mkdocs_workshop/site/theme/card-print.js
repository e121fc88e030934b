/* Small cards and posters on paper, with what somebody has typed under "Make it ours". */
(function () {
  "use strict"
  /* A small card prints four on a sheet, a half sheet two, and each by itself on its own paper: in panels, as large as the paper lets them be. */
  var holder = document.querySelector(".ws-many-button"), sheet = document.querySelector(".ws-sheet"), alone = document.querySelector(".ws-print-button")
  if (!sheet) return
  var poster = sheet.matches(".ws-form-poster.ws-paper-a3")
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
    var size = 7, most = poster ? 30 : 13
    function fits(points) {
      page.style.setProperty("--ws-points", points + "pt")
      return Array.from(page.children).every(function (one) { return one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth })
    }
    while (size < most && fits(size + .25)) size += .25
    fits(size)
  }
  /* What is saved as PDF takes its name from the page. Telephones look at the page after `print` has come back, so what was made
     for the paper stays until somebody touches the page again. */
  var tidy = null
  function named(undo) {
    var before = document.title, title = sheet.querySelector(".ws-sheet-title b"), district = window.workshopOurs ? window.workshopOurs.read().district : ""
    if (title) document.title = title.textContent + (district ? " – " + district : "")
    tidy = function () {
      document.title = before
      if (undo) undo()
      tidy = null
    }
    window.print()
  }
  ;["pointerdown", "keydown"].forEach(function (touch) { addEventListener(touch, function () { if (tidy) tidy() }, true) })
  function print(many) {
    if (tidy) tidy()
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
      named(function () {
        document.body.classList.remove("ws-many", "ws-up-" + many)
        up.remove()
      })
    })
  }
  if (holder) {
    holder.hidden = false
    holder.addEventListener("click", function () { print(+holder.dataset.many) })
  }
  if (alone) alone.addEventListener("click", function () { if (holder || poster) print(1); else named() })
})()

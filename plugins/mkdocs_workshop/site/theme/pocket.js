/* "Keep this manual on this phone": nothing is kept before somebody asks for it and has seen how large it is. */
(function () {
  "use strict"
  var place = document.getElementById("ws-pocket")
  if (!place || !("serviceWorker" in navigator) || !window.isSecureContext || location.protocol === "file:") return
  var say = JSON.parse(place.dataset.words), root = place.dataset.root
  var button = document.createElement("button"), status = document.createElement("p"), forget = document.createElement("button")
  button.type = forget.type = "button"
  button.className = "ws-run-button"
  forget.className = "ws-run-button ws-run-quiet"
  forget.textContent = say.forget
  status.setAttribute("role", "status")
  place.append(status, button, forget)
  place.hidden = false

  function show(words, action, kept) {
    status.textContent = words
    button.hidden = !action
    button.textContent = action ? action.words : ""
    button.onclick = action ? action.go : null
    forget.hidden = !kept
  }
  function size(bytes) { return say.size.replace("{size}", (bytes / 1e6).toFixed(1)) }
  function offer() { show(say.lead, { words: say.keep, go: weigh }, false) }
  function weigh() {
    fetch(root + "pocket.json").then(function (answer) { if (!answer.ok) throw new Error(); return answer.json() }).then(function (found) {
      show(size(found.bytes), { words: say.yes, go: keep }, false)
      button.focus()
    }).catch(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
  }
  function keep() {
    show(say.working, null, false)
    navigator.serviceWorker.register(root + "sw.js").then(function (registration) {
      var worker = registration.installing || registration.waiting || registration.active
      if (worker.state === "activated") return done()
      var works = false
      worker.addEventListener("statechange", function () {
        if (worker.state === "activated") { works = true; done() }
        // A worker that worked makes room for a newer one; one that never did could not fetch everything.
        if (worker.state === "redundant" && !works) registration.unregister().then(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
      })
    }).catch(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
  }
  function done() { show(say.kept, null, true) }
  forget.onclick = function () {
    Promise.all([
      navigator.serviceWorker.getRegistrations().then(function (all) { return Promise.all(all.map(function (one) { return one.unregister() })) }),
      caches.keys().then(function (names) {
        return Promise.all(names.filter(function (name) { return name.indexOf("ws-manual-") === 0 }).map(function (name) { return caches.delete(name) }))
      }),
    ]).then(offer)
  }
  navigator.serviceWorker.getRegistration(root).then(function (found) { if (found && found.active) done(); else offer() })
})()

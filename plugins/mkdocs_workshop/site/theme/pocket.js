/* "Keep this manual on this phone": nothing is kept before somebody asks for it and has seen how large it is. */
(function () {
  "use strict"
  var place = document.getElementById("ws-pocket")
  if (!place || !("serviceWorker" in navigator) || !window.isSecureContext || location.protocol === "file:") return
  var say = JSON.parse(place.dataset.words), root = place.dataset.root
  var home = new URL(root, location.href), ours = "ws-manual:" + home.pathname + ":"
  /* The worker of another language may serve this page as well; it keeps none of its files. */
  function isOurs(one) { return one.scope === home.href }
  function made(name, kind) { var node = document.createElement(name); if (kind) node.className = kind; return node }
  var status = made("p"), bar = made("progress"), far = made("span"), button = made("button", "ws-run-button"), forget = made("button", "ws-run-button ws-run-quiet")
  button.type = forget.type = "button"
  forget.textContent = say.forget
  status.setAttribute("role", "status")
  bar.setAttribute("aria-label", say.progress)
  place.append(status, bar, far, button, forget)
  place.hidden = false

  function show(words, action, kept) {
    status.textContent = words
    bar.hidden = far.hidden = true
    button.hidden = !action
    button.disabled = false
    button.textContent = action ? action.words : ""
    button.onclick = action ? action.go : null
    forget.hidden = !kept
  }
  function mega(bytes) { return (bytes / 1e6).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) }
  function size(bytes) { return say.size.replace("{size}", mega(bytes)) }
  function offer() { show(say.lead, { words: say.keep, go: weigh }, false) }
  function weigh() {
    // A second press while the size is on its way would ask again, and the late answer would take "keep it" back.
    button.disabled = true
    fetch(root + "pocket.json").then(function (answer) { if (!answer.ok) throw new Error(); return answer.json() }).then(function (found) {
      show(size(found.bytes), { words: say.yes, go: keep }, false)
      button.focus()
    }).catch(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
  }
  function keep() {
    show(say.working, null, false)
    advance(0, 1)
    // A browser that is short of space forgets what it was not asked to hold on to.
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist()
    navigator.serviceWorker.register(root + "sw.js").then(function (registration) {
      var worker = registration.installing || registration.waiting || registration.active
      if (worker.state === "activated") return done(registration)
      var works = false
      worker.addEventListener("statechange", function () {
        if (worker.state === "activated") { works = true; done(registration) }
        // A worker that worked makes room for a newer one; one that never did could not fetch everything.
        if (worker.state === "redundant" && !works) registration.unregister().then(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
      })
    }).catch(function () { show(say.failed, { words: say.keep, go: weigh }, false) })
  }
  function advance(bytes, of) {
    bar.hidden = far.hidden = false
    bar.max = of
    bar.value = bytes
    far.textContent = bytes ? mega(bytes) + " / " + mega(of) + " MB" : ""
  }
  function done(registration) {
    show(say.kept, registration.waiting ? newer(registration) : null, true)
    registration.onupdatefound = function () {
      var coming = registration.installing
      // Where no page of the old version is open, it does not wait at all.
      coming.addEventListener("statechange", function () { if (registration.active) done(registration) })
    }
  }
  /* A newer version is here, and whole; it serves when no page of the old one is open any more, or at once if somebody asks. */
  function newer(registration) {
    return { words: say.newer, go: function () {
      var worker = registration.waiting
      // Set, not added: whoever asks twice gets the page anew once.
      worker.onstatechange = function () { if (worker.state === "activated") location.reload() }
      worker.postMessage("use")
    } }
  }
  navigator.serviceWorker.addEventListener("message", function (event) {
    if (event.data.manual === "progress" && button.hidden && forget.hidden) advance(event.data.bytes, event.data.of)
    if (event.data.manual === "others") status.textContent = say.others
  })
  forget.onclick = function () {
    Promise.all([
      navigator.serviceWorker.getRegistrations().then(function (all) { return Promise.all(all.filter(isOurs).map(function (one) { return one.unregister() })) }),
      caches.keys().then(function (names) {
        return Promise.all(names.filter(function (name) { return name.indexOf(ours) === 0 }).map(function (name) { return caches.delete(name) }))
      }),
    ]).then(offer)
  }
  navigator.serviceWorker.getRegistration(root).then(function (found) { if (found && isOurs(found) && found.active) done(found); else offer() })
})()

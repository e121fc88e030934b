/* The theme asks for the whole index, and for what searches in it, on every first visit; on a slow line that is most of what a page costs. */
(function () {
  "use strict"
  // Pages that are opened from a disk have a search of their own, and so have other generators.
  if (location.protocol === "file:" || !window.workshopRest) return
  var Asking = window.XMLHttpRequest, Working = window.Worker, asked = new Promise(function (go) {
    if (new URLSearchParams(location.search).has("q")) go()
    document.addEventListener("focusin", function (event) { if (event.target.name === "query") go() })
    document.addEventListener("change", function (event) { if (event.target.id === "__search") go() })
  })
  window.XMLHttpRequest = class extends Asking {
    open(method, address, ...more) { this.waits = /search_index\.json$/.test(address); super.open(method, address, ...more) }
    send(body) { if (this.waits) asked.then(() => super.send(body)); else super.send(body) }
  }
  /* A worker that begins when somebody searches; what it is told before, it hears then. */
  window.Worker = function (address) {
    var later = new EventTarget(), worker = null, waiting = []
    later.postMessage = function (data) { if (worker) worker.postMessage(data); else waiting.push(data) }
    later.terminate = function () { if (worker) worker.terminate() }
    asked.then(function () {
      worker = new Working(address)
      worker.onmessage = function (event) { later.dispatchEvent(new MessageEvent("message", { data: event.data })) }
      waiting.forEach(function (data) { worker.postMessage(data) })
    })
    return later
  }
})()

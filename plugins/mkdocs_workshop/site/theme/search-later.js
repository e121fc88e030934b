/* The theme asks for the whole index on every first visit; on a slow line that is most of what a page costs. */
(function () {
  "use strict"
  var Asking = window.XMLHttpRequest, asked = new Promise(function (go) {
    if (new URLSearchParams(location.search).has("q")) go()
    document.addEventListener("focusin", function (event) { if (event.target.name === "query") go() })
    document.addEventListener("change", function (event) { if (event.target.id === "__search") go() })
  })
  window.XMLHttpRequest = class extends Asking {
    open(method, address, ...more) { this.waits = /search_index\.json$/.test(address); super.open(method, address, ...more) }
    send(body) { if (this.waits) asked.then(() => super.send(body)); else super.send(body) }
  }
})()

/* Search without a server: a browser refuses workers to pages that are opened from a disk, so the worker runs in a hidden frame. */
(function () {
  "use strict"
  if (location.protocol !== "file:") return
  function FrameWorker(address) {
    var worker = new EventTarget(), frame = document.createElement("iframe"), waiting = [], ready = false
    frame.hidden = true
    frame.title = "search"
    document.body.appendChild(frame)
    var inside = frame.contentWindow
    inside.postMessage = function (data) { worker.dispatchEvent(new MessageEvent("message", { data: data })) }
    inside.importScripts = function () {
      return Array.from(arguments).reduce(function (before, one) { return before.then(function () { return load(one) }) }, Promise.resolve())
    }
    function load(one) {
      return new Promise(function (done, failed) {
        var script = inside.document.createElement("script")
        script.onload = done
        script.onerror = failed
        script.src = one
        inside.document.body.appendChild(script)
      })
    }
    function tell(data) { inside.dispatchEvent(new inside.MessageEvent("message", { data: data })) }
    worker.postMessage = function (data) { if (ready) tell(data); else waiting.push(data) }
    worker.terminate = function () { frame.remove() }
    load(address).then(function () { ready = true; waiting.forEach(tell) })
    return worker
  }
  // The theme's worker looks for this name to find the word endings of other languages beside it.
  window.IFrameWorker = window.Worker = FrameWorker
})()

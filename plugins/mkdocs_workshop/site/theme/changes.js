/* What changed since a day. Without this script the page shows everything. */
(function () {
  "use strict"
  var form = document.getElementById("ws-since")
  if (!form) return
  var output = form.querySelector("output"), KEY = "ws-since"
  function show() {
    var since = form.since.value, count = 0
    document.querySelectorAll("[data-on]").forEach(function (day) {
      day.hidden = Boolean(since) && day.dataset.on <= since
      // Who asked for a day wants to read what is newer.
      if (since) day.querySelector("details").open = true
      if (!day.hidden) count += day.querySelectorAll("li").length
    })
    output.textContent = !since ? "" : count ? form.dataset.count.replace("{n}", count) : form.dataset.none
    try { if (since) localStorage.setItem(KEY, since); else localStorage.removeItem(KEY) } catch (error) { /* nothing is kept then */ }
  }
  try { form.since.value = localStorage.getItem(KEY) || "" } catch (error) { /* nothing was kept */ }
  form.addEventListener("input", show)
  form.addEventListener("submit", function (event) { event.preventDefault() })
  form.addEventListener("reset", function () { setTimeout(show) })
  form.hidden = false
  // Somebody who follows a link to one day wants to see it.
  if (!location.hash) show()
})()

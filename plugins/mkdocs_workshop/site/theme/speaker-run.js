/* The day that runs, for the view of the speaker: what the run sheet keeps on this device tells when a part ends today. */
(function () {
  "use strict"
  var shared = window.workshopRun, data = JSON.parse(document.getElementById("run-data").textContent)

  /* How the part with this key goes today: `{begun, now, end, out, late}`, minutes since midnight; null where nobody runs this day here. */
  window.slideRun = function (key) {
    var state = shared.read(data.programme), run = state && shared.openRun(state)
    if (!run || run.day !== data.day) return null
    var known = shared.told(run), lines = shared.plan(data.items, known), now = shared.minutesNow(run)
    var line = lines.find(function (one) { return one.item.key === key })
    return line ? { begun: known.at, now: now, end: line.end, out: (known.cuts[key] || 0) >= line.item.minutes, late: shared.pin(data, lines, now).late } : null
  }
})()

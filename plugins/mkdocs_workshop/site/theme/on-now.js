/* On the overview of a programme: what is on now, while the run sheet runs on this device. */
(function () {
  "use strict"
  var holder = document.getElementById("ws-on-now-data"), place = document.getElementById("ws-on-now")
  if (!holder || !place) return
  var shared = window.workshopRun, data = JSON.parse(holder.textContent), link = place.querySelector("a"), marked = null
  var mark = document.createElement("b")
  mark.className = "ws-tag ws-now-mark"
  mark.textContent = data.say.now

  /* The line that is on, of a day that somebody has started. */
  function onNow() {
    var state = shared.read(data.programme), run = state && shared.openRun(state), found = null
    if (run && data.days[run.day]) {
      var told = shared.told(run), now = shared.minutesNow(run)
      var line = shared.plan(data.days[run.day].items, told).find(function (one) { return one.start <= now && now < one.end })
      if (line) found = { day: run.day, item: line.item }
    }
    return found
  }
  function draw() {
    var found = onNow(), slot = found && document.querySelectorAll(".ws-agenda")[found.day].children[found.item.slot]
    place.hidden = !found
    if (found) {
      link.textContent = data.say.link.replace("{title}", function () { return found.item.title })
      link.hash = "day-" + (found.day + 1)
    }
    if (slot === marked) return
    if (marked) {
      marked.classList.remove("is-now")
      marked.removeAttribute("aria-current")
      mark.remove()
    }
    marked = slot
    if (!slot) return
    slot.classList.add("is-now")
    slot.setAttribute("aria-current", "step")
    slot.querySelector(".ws-slot-title").append(" ", mark)
  }

  draw()
  setInterval(draw, 5000)
  document.addEventListener("visibilitychange", function () { if (!document.hidden) draw() })
  addEventListener("pageshow", draw)
})()

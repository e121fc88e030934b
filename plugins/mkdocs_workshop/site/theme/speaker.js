// The speaker's view: this slide and the next, how much time the plan still gives, what to say, objections on keys.
// The room sees a second window of this page, which never shows notes.
(function () {
  var show = window.slideShow, button = document.getElementById("speaker"), desk = document.getElementById("desk")
  var room = null, since = Date.now(), audience = location.search === "?room"
  function two(number) { return (number < 10 ? "0" : "") + number }
  function current() { return document.querySelector(".slide.now") }
  function put(id, words) { document.getElementById(id).textContent = words }
  function left(seconds) { return (seconds < 0 ? "–" : "") + Math.floor(Math.abs(seconds) / 60) + ":" + two(Math.abs(seconds) % 60) }
  function tick() {
    var time = new Date(), spent = Math.floor((Date.now() - since) / 1000), slide = current().dataset
    var minute = time.getHours() * 60 + time.getMinutes() + time.getSeconds() / 60, off = Math.round(minute - slide.at)
    put("clock", two(time.getHours()) + ":" + two(time.getMinutes()))
    put("elapsed", two(Math.floor(spent / 60)) + ":" + two(spent % 60))
    // As the day runs on this device; by the clock of the plan while the day is near it; otherwise the minutes of the activity
    // count down from its first slide.
    var run = window.slideRun && slide.line ? window.slideRun(slide.line) : null, byPlan = !run && slide.until && Math.abs(off) < 120
    var rest = run ? Math.ceil((run.end - run.now) * 60 - 1e-6) : byPlan ? Math.ceil((slide.until - minute) * 60) : slide.minutes ? slide.minutes * 60 - spent : null
    var late = run ? run.late : byPlan ? off : 0
    if (run && run.out) rest = null
    put("count", rest === null ? "" : left(rest))
    put("plan", run && run.out ? desk.dataset.leftOut : !run && !byPlan ? "" : late > 0 ? desk.dataset.behind.replace("{n}", late) : late < 0 ? desk.dataset.ahead.replace("{n}", -late) : desk.dataset.onPlan)
    put("source", run ? desk.dataset.byRun.replace("{time}", window.workshopRun.clock(run.begun)) : byPlan ? desk.dataset.byPlan : rest === null ? "" : desk.dataset.byPart)
    document.getElementById("count").classList.toggle("late", rest !== null && rest < 0)
  }
  function toggle() {
    var open = !document.body.classList.contains("desk")
    document.body.classList.toggle("desk", open)
    desk.hidden = !open
    button.setAttribute("aria-pressed", open)
    if (open && (!room || room.closed)) room = window.open(location.pathname + "?room" + location.hash, "room", "popup")
    if (open) { since = Date.now(); tick() }
  }
  // A page from a stick has no origin to name; the messages hold a number and nothing else.
  function tell() { if (room && !room.closed) room.postMessage({ slide: show.slides.findIndex(function (slide) { return slide.matches(".now") }) }, "*") }
  if (audience) document.querySelector(".controls").hidden = true
  if (audience && window.opener) window.opener.postMessage({ ready: true }, "*")
  addEventListener("message", function (event) {
    if (event.source === room) tell()
    else if (event.source === window.opener && typeof event.data.slide === "number") show.show(event.data.slide, true)
  })
  var until = null
  show.hear(function (now) {
    var next = show.slides[now + 1], line = document.getElementById("next"), preview = document.getElementById("preview")
    line.textContent = next ? line.dataset.words + " " + next.querySelector(".ws-part-title").textContent : ""
    preview.replaceChildren()
    preview.className = ""
    if (next && !audience) {
      var copy = next.querySelector(".ws-stage").cloneNode(true)
      copy.querySelectorAll("[id]").forEach(function (one) { one.removeAttribute("id") })
      copy.querySelectorAll("h2").forEach(function (heading) {
        var words = document.createElement("p")
        words.className = heading.className
        words.append.apply(words, Array.from(heading.childNodes))
        heading.replaceWith(words)
      })
      preview.className = Array.from(next.classList).find(function (name) { return name.startsWith("is-") })
      preview.append(copy)
    }
    // Another activity has minutes of its own.
    if (current().dataset.until !== until) { until = current().dataset.until; since = Date.now() }
    tell()
    tick()
  })
  button.onclick = toggle
  document.getElementById("again").onclick = function () { since = Date.now(); tick() }
  document.addEventListener("keydown", function (event) {
    if (audience || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === "s") toggle()
    var card = /^[1-9]$/.test(event.key) && document.body.classList.contains("desk") && current().querySelector('.card[data-key="' + event.key + '"]')
    if (card) card.open = !card.open
  })
  setInterval(tick, 1000)
})();

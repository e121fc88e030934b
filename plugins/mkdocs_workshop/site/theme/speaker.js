
// The speaker's view. The room sees a second window of this page, which never shows notes.
(function () {
  var show = window.slideShow, button = document.getElementById("speaker"), desk = document.getElementById("desk")
  var room = null, since = Date.now(), audience = location.search === "?room"
  function two(number) { return (number < 10 ? "0" : "") + number }
  function tick() {
    var time = new Date(), spent = Math.floor((Date.now() - since) / 1000), elapsed = document.getElementById("elapsed")
    document.getElementById("clock").textContent = two(time.getHours()) + ":" + two(time.getMinutes())
    elapsed.textContent = two(Math.floor(spent / 60)) + ":" + two(spent % 60)
    var minutes = document.querySelector(".slide.now").dataset.minutes
    document.getElementById("planned").textContent = minutes ? "/ " + minutes + ":00" : ""
    elapsed.classList.toggle("late", !!minutes && spent > minutes * 60)
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
  show.hear(function (now) {
    var next = show.slides[now + 1], line = document.getElementById("next")
    line.textContent = next ? line.dataset.words + " " + next.querySelector(".ws-part-title").textContent : ""
    tell()
    tick()
  })
  button.onclick = toggle
  document.getElementById("again").onclick = function () { since = Date.now(); tick() }
  document.addEventListener("keydown", function (event) { if (!audience && event.key.toLowerCase() === "s" && !event.ctrlKey && !event.metaKey) toggle() })
  setInterval(tick, 1000)
})();


(function () {
  var deck = document.getElementById("deck"), slides = Array.from(deck.querySelectorAll(".slide"))
  var where = document.getElementById("where"), back = document.getElementById("back"), on = document.getElementById("on")
  var now = 0, heard = []
  function show(number, quiet) {
    now = Math.max(0, Math.min(slides.length - 1, number))
    slides.forEach(function (slide, index) { slide.classList.toggle("now", index === now) })
    where.textContent = now + 1 + " / " + slides.length
    back.disabled = now === 0
    on.disabled = now === slides.length - 1
    // A page that was opened from a stick may not change its address.
    if (!quiet) try { history.replaceState(null, "", "#s" + (now + 1)) } catch (refused) { location.hash = "s" + (now + 1) }
    heard.forEach(function (hear) { hear(now) })
  }
  function asked() { var found = /^#s(\d+)$/.exec(location.hash); return found ? found[1] - 1 : 0 }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    var step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key]
    if (event.key === " " && event.target.tagName !== "BUTTON") step = event.shiftKey ? -1 : 1
    if (event.key === "Home") show(0)
    else if (event.key === "End") show(slides.length - 1)
    else if (step) show(now + step)
    else return
    event.preventDefault()
  })
  var from = null
  deck.addEventListener("touchstart", function (event) { from = event.changedTouches[0] }, { passive: true })
  deck.addEventListener("touchend", function (event) {
    var to = event.changedTouches[0], across = to.clientX - from.clientX
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(to.clientY - from.clientY)) show(now + (across < 0 ? 1 : -1))
  }, { passive: true })
  back.onclick = function () { show(now - 1) }
  on.onclick = function () { show(now + 1) }
  addEventListener("hashchange", function () { if (asked() !== now) show(asked(), true) })
  deck.classList.add("on")
  window.slideShow = { show: show, slides: slides, hear: function (hear) { heard.push(hear); hear(now) } }
  show(asked(), !location.hash)
})();

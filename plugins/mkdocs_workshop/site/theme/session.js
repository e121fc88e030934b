/* The page of a session: the rail says where you are; on a phone one activity is open. A classic script, so that it runs from a stick. */
(function () {
  "use strict"
  var phone = matchMedia("(max-width: 45em)"), activities = Array.from(document.querySelectorAll(".ws-activity")).filter(function (one) {
    return one.querySelector("h2[id]") && one.querySelector(".ws-body")
  })
  var kit = Array.from(document.querySelectorAll(".ws-kit > details"))

  /* What a phone shows before anybody unfolds anything. */
  var MOST_PAPERS = 8, MOST_HEIGHT = 1500

  function bodyOf(activity) { return activity.querySelector(".ws-body") }
  /* What is folded is hidden, but search in the page opens what it finds; print shows everything. */
  function hide(parts, button, closed) {
    parts.forEach(function (part) {
      if (closed) part.setAttribute("hidden", "until-found")
      else part.removeAttribute("hidden")
    })
    button.setAttribute("aria-expanded", String(!closed))
  }
  function fold(activity, closed) { hide([bodyOf(activity)], activity.querySelector("h2 > button"), closed) }
  function isClosed(activity) { return bodyOf(activity).hasAttribute("hidden") }
  /* Words of a heading become a button that folds some parts. */
  function toButton(heading, parts, more) {
    var button = document.createElement("button")
    button.type = "button"
    button.className = "ws-fold-button " + more
    button.append.apply(button, Array.from(heading.childNodes))
    button.addEventListener("click", function () { hide(parts, button, button.getAttribute("aria-expanded") === "true") })
    parts.forEach(function (part) { part.addEventListener("beforematch", function () { hide(parts, button, false) }) })
    heading.append(button)
    return button
  }
  function toWords(button) { button.replaceWith.apply(button, Array.from(button.childNodes)) }
  /* A drawing that fills more than a screen of a phone is folded. */
  function dressFigure(figure) {
    var drawing = figure.querySelector(".ws-narrow svg, .ws-compact svg, .ws-worded"), title = figure.querySelector(".ws-figure-title"), button = title.querySelector("button")
    var box = drawing && (drawing.viewBox ? drawing.viewBox.baseVal : drawing.getBoundingClientRect()), parts = Array.from(figure.children).filter(function (child) { return child !== title })
    if (phone.matches && !button && box && box.height > 1.1 * box.width) hide(parts, toButton(title, parts, "ws-of-figure"), true)
    else if (!phone.matches && button) {
      hide(parts, button, false)
      toWords(button)
    }
  }
  function target() { return location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null }
  /* The further steps of a long activity that is open from the start. */
  function dressSteps() {
    var list = document.querySelector(".ws-script"), button = document.querySelector(".ws-further"), rest = []
    if (!list) return
    if (!phone.matches && button) {
      hide(Array.from(list.children), button, false)
      button.remove()
    }
    if (!phone.matches || button) return
    var top = list.getBoundingClientRect().top
    rest = Array.from(list.children).filter(function (step) { return step.getBoundingClientRect().top - top > MOST_HEIGHT })
    if (!rest.length) return
    var words = document.createElement("p")
    words.append(list.closest("[data-further]").dataset.further)
    hide(rest, toButton(words, rest, "ws-further"), true)
    list.after(words.firstChild)
  }
  /* The heading becomes a button on a phone alone: elsewhere there is nothing to fold. */
  function dress() {
    /* First, as what is folded has no height. */
    document.querySelectorAll(".ws-script .ws-figure").forEach(dressFigure)
    activities.forEach(function (activity, place) {
      var heading = activity.querySelector("h2"), button = heading.querySelector("button"), body = bodyOf(activity)
      if (phone.matches && !button) {
        body.id = heading.id + "-body"
        toButton(heading, [body], "").setAttribute("aria-controls", body.id)
        fold(activity, place > 0)
      } else if (!phone.matches && button) {
        fold(activity, false)
        toWords(button)
      }
    })
    kit.forEach(function (part, place) { part.open = !phone.matches || (place === 0 && part.querySelectorAll("li").length <= MOST_PAPERS) })
    dressSteps()
    open()
  }
  function open() {
    var wanted = target(), activity = wanted && wanted.closest(".ws-activity"), step = wanted && wanted.closest("li[hidden]")
    if (step) document.querySelector(".ws-further").click()
    if (!step && !(activity && bodyOf(activity) && isClosed(activity))) return
    if (isClosed(activity)) fold(activity, false)
    target().scrollIntoView()
  }
  dress()
  phone.addEventListener("change", dress)
  addEventListener("hashchange", open)

  /* On a wide screen the first objection shows that answers are inside. */
  var first = document.querySelector(".ws-script .ws-cue-objection")
  if (first && matchMedia("(min-width: 68.75em)").matches) first.open = true

  var rail = document.querySelector(".ws-rail"), links = rail ? Array.from(rail.querySelectorAll("a")) : [], current = null
  if (!rail) return
  rail.addEventListener("click", function (event) {
    var link = event.target.closest("a")
    if (link && link.hash === location.hash) open()
  })
  function mark() {
    var line = innerHeight / 3, here = 0
    activities.forEach(function (activity, place) { if (activity.getBoundingClientRect().top <= line) here = place })
    if (links[here] === current) return
    if (current) current.removeAttribute("aria-current")
    current = links[here]
    current.setAttribute("aria-current", "step")
    rail.scrollLeft = current.offsetLeft - (rail.clientWidth - current.offsetWidth) / 2
  }
  var waiting = false
  addEventListener("scroll", function () {
    if (waiting) return
    waiting = true
    requestAnimationFrame(function () { waiting = false; mark() })
  }, { passive: true })
  mark()
})()

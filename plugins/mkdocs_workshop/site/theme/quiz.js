/* A knowledge check that can be taken on its page: tick, and read why. Nothing is kept and nothing is sent. A classic script. */
(function () {
  "use strict"
  var holder = document.getElementById("ws-quiz-data")
  if (!holder) return
  var data = JSON.parse(holder.textContent), text = ""
  for (var at = 0; at < data.key.length; at++) text += String.fromCharCode(data.key.charCodeAt(at) ^ 1)
  var key = JSON.parse(text), LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  function element(name, className, words) {
    var made = document.createElement(name)
    made.className = className
    if (words) made.textContent = words
    return made
  }
  function strong(words) { return element("strong", "", words) }
  /* Says whether it is right, and why. `lines` are words, or pairs of an answer and what is said to it. */
  function tell(place, right, lines) {
    place.className = "ws-feedback ws-no-print " + (right ? "is-right" : "is-wrong")
    place.replaceChildren.apply(place, [strong(right ? data.say.right : data.say.wrong)].concat(lines.map(function (line) {
      var said = element("p", "")
      if (Array.isArray(line)) said.append(strong(line[0]), " ", line[1])
      else said.append(line)
      return said
    })))
  }
  function ticked(question, boxes, place) {
    var given = boxes.map(function (box) { return box.checked }), lines = []
    var right = question.right.every(function (wanted, index) { return wanted === given[index] })
    given.forEach(function (tick, index) {
      if (tick && question.said) lines.push(boxes.length > 1 && question.kind === "multiple" ? [boxes[index].parentNode.textContent.trim(), question.said[index]] : question.said[index])
    })
    if (question.all) lines.push(question.all)
    if (question.kind === "multiple" && question.right.some(function (wanted, index) { return wanted && !given[index] })) lines.push(data.say.missing)
    tell(place, right, lines)
  }
  function choices(question, section, place, heading) {
    var boxes = Array.from(section.querySelectorAll(".ws-check input"))
    if (question.kind === "multiple") return button(section, place, function () { ticked(question, boxes, place) })
    /* One answer: what is chosen is told at once. */
    boxes[0].closest("ul").setAttribute("role", "radiogroup")
    boxes[0].closest("ul").setAttribute("aria-labelledby", heading.id)
    boxes.forEach(function (box) {
      box.type = "radio"
      box.name = "ws-" + heading.id
      box.closest("li").setAttribute("role", "none")
      box.addEventListener("change", function () { ticked(question, boxes, place) })
    })
  }
  /* Things that get a letter or a place: a list to choose from in place of each blank. */
  function places(question, section, place) {
    var letters = question.kind === "match", sides = Array.from(section.querySelectorAll("li")).filter(function (line) { return !line.querySelector(".ws-blank") })
    var selects = Array.from(section.querySelectorAll(".ws-blank")).map(function (blank) {
      var select = element("select", "ws-place"), words = blank.parentNode.textContent.trim()
      select.setAttribute("aria-label", words)
      select.append(new Option(data.say.choose, ""))
      question.right.forEach(function (_, index) { select.append(new Option(letters ? LETTERS[index] : String(index + 1), String(index))) })
      blank.replaceWith(select)
      return select
    })
    if (letters) sides.forEach(function (side, index) { side.prepend(strong(LETTERS[index] + " ")) })
    button(section, place, function () {
      var right = question.right.every(function (wanted, index) { return selects[index].value === String(wanted) })
      tell(place, right, [question.all])
    })
  }
  function button(section, place, click) {
    var made = element("button", "ws-run-button ws-run-quiet ws-no-print", data.say.submit)
    made.type = "button"
    made.addEventListener("click", click)
    section.insertBefore(made, place)
  }
  document.querySelectorAll(".ws-question").forEach(function (section) {
    var heading = section.querySelector("h2"), question = key[heading.id], place = element("div", "ws-feedback ws-no-print")
    if (!question) return
    place.setAttribute("role", "status")
    section.append(place)
    if (question.kind === "match" || question.kind === "order") places(question, section, place)
    else choices(question, section, place, heading)
  })
})()

/* What a run took as one line of text, for a message from this phone: where no file gets off it.
   It is short because the programme is known where it is read: minutes in the order of the day, and a sum of what they belong to. */
(function () {
  "use strict"
  var shared = window.workshopRun, make = shared.make
  /* Adler-32 of ASCII text, in eight hexadecimal digits: the same as in `commands/delivered_text.py`. */
  function sumOf(text) {
    var low = 1, high = 0
    for (var place = 0; place < text.length; place++) {
      low = (low + text.charCodeAt(place)) % 65521
      high = (high + low) % 65521
    }
    return (high * 65536 + low).toString(16).padStart(8, "0")
  }
  function textOf(took) {
    var day = took.lines.map(function (line) { return line.key + ":" + line.planned }).join("\n")
    var minutes = took.lines.map(function (line) { return line.left_out ? "x" : line.minutes === undefined ? "" : line.minutes })
    return ["workshop-delivered-text-1", took.programme, took.day, took.date, took.start, took.event || "-", sumOf(day), minutes.join(",")].join(" ")
  }
  shared.showText = function (say, took) {
    var text = textOf(took), told = make("p", { role: "status" }), code = make("code", { text: text })
    var sheet = make("dialog", { "class": "md-typeset ws-run-sheet ws-run-as-text", "aria-labelledby": "ws-run-as-text-title" }, [
      make("h2", { id: "ws-run-as-text-title", tabindex: "-1", text: say("text") }), make("p", { text: say("text-how") }), make("p", {}, [code]), told,
    ])
    var buttons = make("div", { "class": "ws-run-buttons" })
    /* A phone offers the ways by which it sends messages; elsewhere the line is copied. Where neither may be, it is marked. */
    if (navigator.share) buttons.append(shared.button(say("text-send"), function () { navigator.share({ text: text }).catch(function () { mark() }) }))
    buttons.append(shared.button(say("text-copy"), function () {
      if (!navigator.clipboard) return mark()
      navigator.clipboard.writeText(text).then(function () { told.textContent = say("text-copied") }, mark)
    }))
    function mark() { getSelection().selectAllChildren(code) }
    buttons.append(shared.button(say("text-close"), function () { sheet.close() }, { "class": "ws-run-button ws-run-quiet" }))
    sheet.append(buttons)
    sheet.addEventListener("close", function () { sheet.remove() })
    document.body.append(sheet)
    sheet.showModal()
    sheet.querySelector("h2").focus()
  }
})()

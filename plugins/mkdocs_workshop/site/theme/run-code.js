/* What a run took as a square code that another phone reads off this one: no network, no cable, no account.
   It is short because the programme is known where it is read: minutes in the order of the day, and a sum of what they belong to. */
(function () {
  "use strict"
  var shared = window.workshopRun, make = shared.make
  /* Adler-32 of ASCII text, in eight hexadecimal digits: the same as in `commands/delivered_code.py`. */
  function sumOf(text) {
    var low = 1, high = 0
    for (var place = 0; place < text.length; place++) {
      low = (low + text.charCodeAt(place)) % 65521
      high = (high + low) % 65521
    }
    return (high * 65536 + low).toString(16).padStart(8, "0")
  }
  function codeOf(took) {
    var day = took.lines.map(function (line) { return line.key + ":" + line.planned }).join("\n")
    var minutes = took.lines.map(function (line) { return line.left_out ? "x" : line.minutes === undefined ? "" : line.minutes })
    return ["workshop-delivered-code-1", took.programme, took.day, took.date, took.start, took.event || "-", sumOf(day), minutes.join(",")].join(" ")
  }
  /* The code as a drawing, dark on light in both schemes, with the quiet edge that readers ask for. */
  function drawing(text, label) {
    var code = window.leanQr.generate(text), path = "", size = code.size + 8
    for (var y = 0; y < code.size; y++) for (var x = 0; x < code.size; x++) if (code.get(x, y)) path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z"
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
    svg.setAttribute("viewBox", "0 0 " + size + " " + size)
    svg.setAttribute("role", "img")
    svg.setAttribute("aria-label", label)
    svg.setAttribute("shape-rendering", "crispEdges")
    var ground = document.createElementNS(svg.namespaceURI, "rect"), dots = document.createElementNS(svg.namespaceURI, "path")
    ground.setAttribute("width", size)
    ground.setAttribute("height", size)
    ground.setAttribute("fill", "#fff")
    dots.setAttribute("d", path)
    dots.setAttribute("fill", "#000")
    svg.append(ground, dots)
    return svg
  }
  shared.showCode = function (say, took) {
    var text = codeOf(took), sheet = make("dialog", { "class": "md-typeset ws-run-sheet ws-run-code", "aria-labelledby": "ws-run-code-title" }, [
      make("h2", { id: "ws-run-code-title", tabindex: "-1", text: say("code") }), drawing(text, say("code")), make("p", { text: say("code-how") }), make("p", {}, [make("code", { text: text })]),
    ])
    sheet.append(make("div", { "class": "ws-run-buttons" }, [shared.button(say("code-close"), function () { sheet.close() })]))
    sheet.addEventListener("close", function () { sheet.remove() })
    document.body.append(sheet)
    sheet.showModal()
    sheet.querySelector("h2").focus()
  }
})()

/* The sheets that the run sheet opens: which workshop begins, what may be left out, and what else can be done. A classic script. */
(function () {
  "use strict"
  var shared = window.workshopRun, sum = shared.sum, clock = shared.clock, own = document.currentScript.src

  function make(name, values, children) {
    var element = document.createElement(name)
    Object.keys(values || {}).forEach(function (key) {
      if (key === "text") element.textContent = values[key]
      else if (key === "click") element.addEventListener("click", values[key])
      else if (values[key] !== false) element.setAttribute(key, values[key])
    })
    ;(children || []).forEach(function (child) { if (child) element.append(child) })
    return element
  }
  function button(words, click, more) { return make("button", Object.assign({ type: "button", "class": "ws-run-button", text: words, click: click }, more)) }
  function choice(kind, group, value, title, more, checked) {
    var box = make("input", { type: kind, name: group, value: value })
    box.checked = Boolean(checked)
    return make("label", { "class": "ws-run-choice" }, [box, make("span", {}, [make("b", { text: title }), more ? make("small", { text: more }) : null])])
  }
  function download(name, type, text) {
    var link = make("a", { href: URL.createObjectURL(new Blob([text], { type: type })), download: name })
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(function () { URL.revokeObjectURL(link.href) }, 1000)
  }

  /* Which workshop, and from when. Asks once more when the clock and the plan are far apart. `open(at, workshop)` begins it. */
  function starter(data, say, day, open) {
    var now = shared.minutesNow(), today = shared.dateOf(new Date()), planned = data.days[day].start, FAR = 15
    var known = data.events.filter(function (event) { return event.from <= today && today <= event.to })
    var name = make("input", { type: "text", id: "ws-run-name", autocomplete: "off", maxlength: "80" }), asked = make("p", { "class": "ws-run-ask", role: "alert" })
    var which = make("fieldset", {}, [make("legend", { text: say("which") })].concat(
      known.map(function (event, place) { return choice("radio", "ws-run-which", event.id, event.title, "", place === 0) }),
      [choice("radio", "ws-run-which", "", say("rehearsal"), "", !known.length), choice("radio", "ws-run-which", "?", say("other"), "", false)],
      [make("p", { "class": "ws-run-other" }, [make("label", { "for": "ws-run-name", text: say("name") }), name])]))
    name.addEventListener("input", function () { which.querySelector('[value="?"]').checked = true })
    var when = make("fieldset", {}, [make("legend", { text: say("when") }),
      choice("radio", "ws-run-when", "plan", say("at-plan", { time: clock(planned) }), "", Math.abs(now - planned) <= FAR || now < planned),
      choice("radio", "ws-run-when", "tap", say("at-tap"), "", now > planned + FAR)])
    var sure = false, go = button(say("open-day", { title: data.days[day].title }), function () {
      var tap = when.querySelector('[value="tap"]').checked, at = tap ? Math.floor(shared.minutesNow()) : planned
      if (tap && Math.abs(at - planned) > FAR && !sure) {
        sure = true
        asked.textContent = say("ask", { time: clock(planned), now: clock(at) })
        go.textContent = say("sure", { now: clock(at) })
        return
      }
      var chosen = which.querySelector("input:checked").value, event = known.find(function (one) { return one.id === chosen })
      open(at, { event: event ? event.id : "", name: event ? event.title : chosen === "?" && name.value.trim() ? name.value.trim() : say("rehearsal") })
    })
    when.addEventListener("change", function () {
      sure = false
      asked.textContent = ""
      go.textContent = say("open-day", { title: data.days[day].title })
    })
    return make("div", { "class": "ws-run-start" }, [which, when, asked, go])
  }

  /* What can be left out between now and the next thing that does not move, each with the minutes that it wins: whole pieces
     first, then what the author says for short days, then ranges, breaks last. */
  function ways(lines, pin, now) {
    var open = lines.slice(0, pin.index).filter(function (line) { return line.end > now && line.minutes > 0 })
    var groups = { pieces: [], shorter: [], little: [], breaks: [] }
    open.forEach(function (line) {
      var item = line.item, ahead = line.start > now, spare = Math.round(line.minutes - item.least)
      if (item.drop && ahead) groups.pieces.push({ line: line, minutes: Math.round(line.minutes), text: item.drop === true ? "" : item.drop })
      if (item.saves && line.minutes > item.saves) groups.shorter.push({ line: line, minutes: item.saves, text: item.short })
      else if (item.rest && ahead && spare > 0) groups.breaks.push({ line: line, minutes: spare, text: "" })
      else if (!item.rest && ahead && spare > 0) groups.little.push({ line: line, minutes: spare, text: item.short || "" })
    })
    return groups
  }
  /* The dialog. `take(cuts)` gets minutes by key. */
  function leaver(say, lines, pin, now, take) {
    var groups = ways(lines, pin, now), need = Math.max(0, pin.late), rows = [], left = need
    var until = pin.item ? pin.item.title : say("day-end"), sheet = make("dialog", { "class": "md-typeset ws-run-sheet", "aria-labelledby": "ws-run-sheet-title" })
    sheet.append(make("h2", { id: "ws-run-sheet-title", tabindex: "-1", text: need ? say("need", { n: need, title: until }) : say("leave-out") }))
    Object.keys(groups).forEach(function (name) {
      if (!groups[name].length) return
      sheet.append(make("fieldset", {}, [make("legend", { text: say(name) })].concat(groups[name].map(function (way) {
        var taken = left > 0 && !rows.some(function (row) { return row.way.line === way.line && row.box.checked })
        var label = choice("checkbox", "ws-run-way", way.line.item.key, way.line.item.title, way.text, taken)
        label.append(make("output", { text: String(way.minutes) }))
        if (taken) left -= way.minutes
        rows.push({ way: way, box: label.querySelector("input") })
        return label
      }))))
    })
    var fixed = lines.filter(function (line) { return line.item.fixed !== undefined && line.start > now })
    sheet.append(make("p", { "class": "ws-run-stays" }, [make("b", { text: say("stays") + ": " }), fixed.map(function (line) { return clock(line.item.fixed) + " " + line.item.title }).concat(pin.item ? [] : [clock(pin.at) + " " + say("day-end")]).join(", ")]))
    var result = make("p", { "class": "ws-run-result", role: "status" })
    var apply = button("", function () {
      var cuts = {}
      chosen().forEach(function (row) { cuts[row.way.line.item.key] = row.way.minutes })
      sheet.close()
      take(cuts, won())
    })
    function chosen() { return rows.filter(function (row) { return row.box.checked }) }
    function won() { return sum(chosen().map(function (row) { return row.way.minutes })) }
    function tell() {
      result.textContent = say("won", { n: won(), m: need }) + (won() >= need ? " " + say("safe", { time: clock(pin.at), title: until }) : "")
      apply.textContent = say("win", { n: won() })
      apply.disabled = !won()
    }
    sheet.addEventListener("change", function (event) {
      /* One thing can be left out or shortened, not both. */
      rows.forEach(function (row) { if (row.box !== event.target && event.target.checked && row.box.value === event.target.value) row.box.checked = false })
      tell()
    })
    sheet.append(result, make("div", { "class": "ws-run-buttons" }, [button(say("not-now"), function () { sheet.close() }, { "class": "ws-run-button ws-run-quiet" }), apply]))
    sheet.addEventListener("close", function () { sheet.remove() })
    tell()
    document.body.append(sheet)
    sheet.showModal()
    sheet.querySelector("h2").focus()
  }

  /* A run as one line of text; the script is fetched when somebody asks for it. */
  function asText(say, took) {
    if (shared.showText) return shared.showText(say, took)
    var script = make("script", { src: new URL("run-text.js", own) })
    script.addEventListener("load", function () { shared.showText(say, took) })
    document.head.append(script)
  }

  /* A calendar file of the whole programme, made here: the build can not know the day. */
  function calendarText(data, first) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + data.product]
    data.days.forEach(function (day, index) {
      function when(minutes) {
        var given = first.split("-"), moment = new Date(Date.UTC(+given[0], +given[1] - 1, +given[2] + index, 0, minutes))
        return moment.toISOString().replace(/[-:]/g, "").slice(0, 15)
      }
      day.slots.forEach(function (slot) {
        lines.push("BEGIN:VEVENT", "UID:" + slot.uid + "-" + first.replace(/-/g, "") + "@mkdocs-workshop", "DTSTAMP:" + data.stamp, "DTSTART:" + when(slot.start), "DTEND:" + when(slot.start + slot.minutes),
          "SUMMARY:" + slot.title.replace(/([\\;,])/g, "\\$1"), "END:VEVENT")
      })
    })
    return lines.concat("END:VCALENDAR", "").map(folded).join("\r\n")
  }
  /* A line of a calendar file has at most 75 bytes. */
  function folded(line) {
    var out = "", size = 0
    Array.from(line).forEach(function (letter) {
      var bytes = new TextEncoder().encode(letter).length
      if (size + bytes > 74) { out += "\r\n "; size = 1 }
      out += letter
      size += bytes
    })
    return out
  }
  function calendar(data, say) {
    var day = make("input", { type: "date", id: "ws-run-first-day" })
    day.value = shared.dateOf(new Date())
    return make("div", { "class": "ws-run-calendar" }, [make("label", { "for": "ws-run-first-day", text: say("calendar-day") }), day,
      button(say("calendar-file"), function () { if (day.value) download(data.programme + ".ics", "text/calendar", calendarText(data, day.value)) }, { "class": "ws-run-button ws-run-quiet" })])
  }

  Object.assign(shared, { make: make, button: button, choice: choice, download: download, starter: starter, ways: ways, leaver: leaver, asText: asText, calendar: calendar })
})()

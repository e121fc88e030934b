/* The run sheet: what happens now, what comes next, and how a late day still ends in time.
   A classic script, so that it runs from a stick. What is set is kept on this device and sent nowhere. */
(function () {
  "use strict"

  var holder = document.getElementById("ws-run-data"), panel = document.getElementById("ws-run-panel")
  if (!holder || !panel) return
  var shared = window.workshopRun, fit = shared.fit, cuts = shared.cuts, sum = shared.sum, clock = shared.clock, stepMinutes = shared.stepMinutes
  var dateOf = shared.dateOf, minutesNow = shared.minutesNow
  var data = JSON.parse(holder.textContent), kept = shared.read(data.programme), remembers = kept !== null, state = kept || { days: {} }

  function say(word, values) { return data.say[word].replace(/\{(\w+)\}/g, function (_, name) { return values[name] }) }

  function keep() {
    remembers = shared.keep(data.programme, state)
    draw()
  }
  function shownDay() {
    if (state.shown !== undefined && state.date === dateOf(new Date()) && data.days[state.shown]) return state.shown
    var today = dateOf(new Date()), index
    for (index = 0; index < data.days.length; index++) if (state.days[index] && state.days[index].date === today) return index
    for (index = 0; index < data.days.length; index++) if (!state.days[index]) return index
    return 0
  }
  function newRun(at) { return { date: dateOf(new Date()), at: at, ends: {}, more: {}, cuts: {} } }
  function runOf(index) { return state.days[index] || newRun(data.days[index].start) }
  function change(index, how) {
    var run = state.days[index] = runOf(index)
    how(run)
    keep()
  }

  function plan(index) { return shared.plan(data.days[index].items, runOf(index)) }
  function lateness(index, lines) {
    var day = data.days[index]
    return lines[lines.length - 1].end - day.start - sum(day.items.map(function (item) { return item.minutes }))
  }
  /* Cuts of what has not begun, as minutes by key. */
  function proposal(lines, now, needed, way) {
    var open = lines.filter(function (line) { return line.start > now && line.minutes > line.item.least })
    var spans = open.map(function (line) { return [line.item.least, line.minutes] }), found = []
    if (way === "fewest") found = cuts(spans, needed)
    else {
      fit(spans, sum(open.map(function (line) { return line.minutes })) - needed).forEach(function (minutes, index) {
        if (minutes < open[index].minutes) found.push({ index: index, minutes: open[index].minutes - minutes })
      })
    }
    return found.map(function (cut) { return { item: open[cut.index].item, minutes: cut.minutes } })
  }

  /* Drawing */
  function make(name, values, children) {
    var element = document.createElement(name)
    Object.keys(values || {}).forEach(function (key) {
      if (key === "text") element.textContent = values[key]
      else if (key === "click") element.addEventListener("click", values[key])
      else element.setAttribute(key, values[key])
    })
    ;(children || []).forEach(function (child) { if (child) element.appendChild(child) })
    return element
  }
  function button(words, click, more) {
    return make("button", Object.assign({ type: "button", "class": "ws-run-button", text: words, click: click }, more))
  }
  function rowOf(index, key) { return document.getElementById("run-" + (index + 1) + "-" + key) }
  var parts = {}, drawn = "", way = "fewest"

  function frame() {
    parts.days = make("div", { "class": "ws-run-days", role: "group" })
    parts.state = make("p", { "class": "ws-run-state" })
    parts.label = make("p", { "class": "ws-run-now-label" })
    parts.title = make("h2", { "class": "ws-run-now-title", id: "ws-run-now", tabindex: "-1" })
    parts.session = make("p", { "class": "ws-run-now-session" })
    parts.left = make("p", { "class": "ws-run-left" })
    parts.bar = make("div", { "class": "ws-run-bar", "aria-hidden": "true" }, [make("i")])
    parts.next = make("p", { "class": "ws-run-next" })
    parts.buttons = make("div", { "class": "ws-run-buttons" })
    parts.late = make("div", { "class": "ws-run-late" })
    parts.body = make("details", { "class": "ws-run-current" }, [make("summary", { text: data.say["open-steps"] }), make("div")])
    parts.spoken = make("p", { "class": "ws-run-spoken", role: "status" })
    parts.now = make("section", { "class": "ws-run-now", "aria-labelledby": "ws-run-now" }, [
      parts.label, parts.title, parts.session, parts.left, parts.bar, parts.next, parts.buttons,
    ])
    parts.time = make("input", { type: "time", id: "ws-run-time" })
    parts.time.addEventListener("change", function () {
      var given = parts.time.value.split(":")
      if (given.length > 1) change(shownDay(), function (run) { run.at = +given[0] * 60 + +given[1] })
    })
    parts.forget = button(data.say.forget, function () { delete state.days[shownDay()]; keep() }, { "class": "ws-run-button ws-run-quiet" })
    parts.mend = make("details", { "class": "ws-run-mend" }, [
      make("summary", { text: data.say.mend }),
      make("div", {}, [
        make("label", { "for": "ws-run-time", text: data.say["start-at"] }), parts.time, parts.forget, calendar(),
      ]),
    ])
    panel.append(parts.days, parts.now, parts.late, parts.body, parts.state, parts.mend, parts.spoken)
    data.days.forEach(function (day, index) {
      if (data.days.length > 1) {
        parts.days.appendChild(button(day.title, function () { state.shown = index; state.date = dateOf(new Date()); keep() }, { "class": "ws-run-day-button" }))
      }
    })
  }
  function text(element, words) { if (element.textContent !== words) element.textContent = words }

  function draw() {
    var index = shownDay(), run = state.days[index], lines = plan(index), now = minutesNow(run)
    var at = lines.findIndex(function (line) { return now < line.end })
    var line = lines[at < 0 ? lines.length - 1 : at], begun = now >= lines[0].start, over = at < 0
    document.querySelectorAll(".ws-run-day").forEach(function (section) { section.hidden = +section.dataset.day !== index })
    Array.from(parts.days.children).forEach(function (one, place) { one.setAttribute("aria-pressed", String(place === index)) })
    lines.forEach(function (each, place) { drawRow(index, each, place === at && begun, now >= each.end) })
    text(parts.label, over ? data.say["day-over"] : begun ? data.say.now + " · " + clock(line.start) + "–" + clock(line.end) : say("waits", { time: clock(line.start) }))
    text(parts.title, over ? data.say.last : line.item.title)
    var session = rowOf(index, line.item.key).querySelector(".ws-run-session")
    text(parts.session, !over && session ? session.textContent : "")
    var left = begun ? Math.ceil(line.end - now) : Math.ceil(line.start - now)
    text(parts.left, over ? "" : say(begun ? "left" : "begins", { n: left }))
    parts.left.classList.toggle("is-short", begun && !over && left <= 2)
    parts.bar.firstChild.style.width = (begun && !over ? Math.min(100, Math.round(100 * (now - line.start) / Math.max(1, line.minutes))) : 0) + "%"
    var next = lines[at + 1]
    text(parts.next, over ? "" : next ? say("then", { time: clock(next.start), title: next.item.title }) : data.say.last)
    text(parts.state, (run ? say("running", { time: clock(run.at) }) : data.say["by-plan"]) + (remembers ? "" : " · " + data.say["no-memory"]))
    if (document.activeElement !== parts.time) parts.time.value = clock((run ? run.at : data.days[index].start) % 1440)
    parts.forget.hidden = !run
    drawLate(index, lines, now)
    var key = [index, line.item.key, begun, over, !!run, line.minutes].join()
    if (key !== drawn) {
      drawn = key
      drawButtons(index, lines, at, begun, over, !!run)
      drawBody(index, line, over)
      if (begun && !over) text(parts.spoken, data.say.now + ": " + line.item.title)
    }
    markStep(line, now, begun && !over)
  }
  function drawRow(index, line, isNow, isOver) {
    var row = rowOf(index, line.item.key), changed = line.minutes !== line.item.minutes
    text(row.querySelector(".ws-run-time"), clock(line.start))
    text(row.querySelector(".ws-run-minutes"), String(Math.round(line.minutes)))
    row.classList.toggle("is-now", isNow)
    row.classList.toggle("is-over", isOver)
    row.classList.toggle("is-changed", changed)
    if (isNow) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current")
    var badges = row.querySelectorAll(".ws-min")
    if (badges.length) {
      stepMinutes(line.item.steps, Math.round(line.minutes)).forEach(function (minutes, place) { text(badges[place], minutes + "′") })
    }
  }
  function drawButtons(index, lines, at, begun, over, started) {
    var list = []
    function later(line, minutes) {
      return function () { change(index, function (run) {
        delete run.ends[line.item.key]
        run.more[line.item.key] = (run.more[line.item.key] || 0) + minutes(line)
      }) }
    }
    if (!started && !over) list.push(button(data.say["start-now"], function () { state.days[index] = newRun(Math.floor(minutesNow())); keep() }, begun ? { "class": "ws-run-button ws-run-quiet" } : {}))
    if (begun && !over) {
      list.unshift(button(data.say.done, function () { change(index, function (run) { run.ends[lines[at].item.key] = Math.floor(minutesNow(run)) }) }))
      list.push(button(data.say.more, later(lines[at], function () { return 5 }), { "class": "ws-run-button ws-run-quiet" }))
    }
    var before = begun ? lines[over ? lines.length - 1 : at - 1] : null
    if (before && started) {
      list.push(button(say("back", { title: before.item.title }), function () {
        change(index, function (run) {
          var until = Math.floor(minutesNow(run)) + 5, key = before.item.key
          delete run.ends[key]
          run.more[key] = until - before.start - before.item.minutes + (run.cuts[key] || 0)
        })
      }, { "class": "ws-run-button ws-run-text" }))
    }
    parts.buttons.replaceChildren.apply(parts.buttons, list)
  }
  function drawBody(index, line, over) {
    var body = rowOf(index, line.item.key).querySelector(".ws-run-body"), open = parts.body.open
    parts.body.hidden = over || !body
    if (body) {
      var copy = body.cloneNode(true)
      copy.querySelectorAll("[id]").forEach(function (one) { one.removeAttribute("id") })
      parts.body.lastChild.replaceChildren(copy)
    }
    parts.body.open = open
  }
  function markStep(line, now, running) {
    var shares = stepMinutes(line.item.steps, Math.round(line.minutes)), time = line.start
    parts.body.querySelectorAll(".ws-run-steps li").forEach(function (step, place) {
      var minutes = shares[place]
      step.classList.toggle("is-now", running && minutes !== null && now >= time && now < time + minutes)
      time += minutes || 0
    })
  }
  function drawLate(index, lines, now) {
    var late = Math.round(lateness(index, lines)), run = state.days[index], won = run ? sum(lines.map(function (line) { return run.cuts[line.item.key] || 0 })) : 0
    var end = clock(lines[lines.length - 1].end), found = late > 0 ? proposal(lines, now, late, way) : []
    var key = JSON.stringify([index, late, won, end, way, found.map(function (cut) { return [cut.item.key, cut.minutes] })])
    if (parts.late.dataset.drawn === key) return
    parts.late.dataset.drawn = key
    var focused = parts.late.contains(document.activeElement) ? document.activeElement.dataset.name : ""
    var list = []
    parts.late.classList.toggle("is-late", late > 0)
    if (late > 0) list.push(make("p", { "class": "ws-run-late-title", text: say("late", { n: late }) + " · " + say("changed", { time: end }) }))
    else if (run) list.push(make("p", { "class": "ws-run-on-time", text: say("on-time", { time: end }) + (won ? " · " + say("shorter", { n: won }) : "") }))
    if (found.length) {
      list.push(make("div", { "class": "ws-run-ways", role: "group" }, ["fewest", "shared"].map(function (one) {
        return button(data.say[one], function () { way = one; draw() }, { "class": "ws-run-way", "aria-pressed": String(way === one), "data-name": one })
      })))
      list.push(make("ul", { "class": "ws-run-cuts" }, found.map(function (cut) {
        return make("li", {}, [
          make("b", { text: say("cut", { title: cut.item.title, n: cut.minutes }) }),
          cut.item.short ? make("span", { text: data.say["if-short"] + " " + cut.item.short }) : null,
        ])
      })))
    }
    var missing = late - sum(found.map(function (cut) { return cut.minutes }))
    if (late > 0 && missing > 0) list.push(make("p", { "class": "ws-run-missing", text: say("not-enough", { n: missing }) }))
    var row = make("div", { "class": "ws-run-buttons" })
    if (found.length) {
      row.appendChild(button(data.say.take, function () {
        change(index, function (run) { found.forEach(function (cut) { run.cuts[cut.item.key] = (run.cuts[cut.item.key] || 0) + cut.minutes }) })
      }, { "class": "ws-run-button ws-run-take", "data-name": "take" }))
    }
    if (won) row.appendChild(button(data.say.undo, function () { change(index, function (run) { run.cuts = {} }) }, { "class": "ws-run-button ws-run-quiet", "data-name": "undo" }))
    if (row.children.length) list.push(row)
    parts.late.replaceChildren.apply(parts.late, list)
    var again = focused && (parts.late.querySelector('[data-name="' + focused + '"]') || parts.late.querySelector("button"))
    if (again) again.focus()
  }

  /* A calendar file of the whole programme, made here: the build can not know the day. */
  function calendar() {
    var day = make("input", { type: "date", id: "ws-run-first-day" })
    day.value = dateOf(new Date())
    return make("div", { "class": "ws-run-calendar" }, [
      make("label", { "for": "ws-run-first-day", text: data.say["calendar-day"] }), day,
      button(data.say["calendar-file"], function () {
        if (!day.value) return
        var link = make("a", { href: URL.createObjectURL(new Blob([calendarText(day.value)], { type: "text/calendar" })), download: data.programme + ".ics" })
        document.body.appendChild(link)
        link.click()
        link.remove()
        setTimeout(function () { URL.revokeObjectURL(link.href) }, 1000)
      }, { "class": "ws-run-button ws-run-quiet" }),
    ])
  }
  function calendarText(first) {
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

  var asked = /^#day-(\d+)$/.exec(location.hash)
  if (asked && data.days[asked[1] - 1]) {
    state.shown = asked[1] - 1
    state.date = dateOf(new Date())
  }
  frame()
  panel.hidden = false
  document.getElementById("ws-run").classList.add("is-live")
  draw()
  setInterval(draw, 5000)
  document.addEventListener("visibilitychange", function () { if (!document.hidden) draw() })
})()

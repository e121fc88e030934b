/* The run sheet: what happens now with its cues, how much time is left, what comes next, and how a late day still ends in time.
   A classic script, so that it runs from a stick. What is set is kept on this device and sent nowhere. */
(function () {
  "use strict"
  var holder = document.getElementById("ws-run-data"), panel = document.getElementById("ws-run-panel")
  if (!holder || !panel) return
  var shared = window.workshopRun, clock = shared.clock, make = shared.make, button = shared.button
  var data = JSON.parse(holder.textContent), bodies = window.workshopRunDays || []
  var kept = shared.read(data.programme), remembers = kept !== null, state = kept || { v: 2, runs: [] }
  var WARNING = 2, shown = null, parts = {}, drawn = "", warned = "", toastUntil = 0, lock = null, sound = null

  function say(word, values) { return data.say[word].replace(/\{(\w+)\}/g, function (_, name) { return values[name] }) }
  function keep() {
    remembers = shared.keep(data.programme, state)
    drawn = ""
    draw()
  }
  function run() { var open = shared.openRun(state); return open && open.day === day() ? open : null }
  function day() {
    if (shown !== null) return shown
    var open = shared.openRun(state), today = shared.dateOf(new Date())
    if (open && data.days[open.day]) return open.day
    /* Without a run: the day of a workshop that goes on now, otherwise the one after the last that was run. */
    var event = data.events.find(function (one) { return one.from <= today && today <= one.to })
    if (event) return Math.min(data.days.length - 1, Math.round((new Date(today) - new Date(event.from)) / 864e5))
    var last = state.runs[state.runs.length - 1], recent = last && (new Date(today) - new Date(last.date)) / 864e5
    return last && recent > 0 && recent < 4 && data.days[last.day + 1] ? last.day + 1 : 0
  }
  function told() { return run() ? shared.told(run()) : { date: shared.dateOf(new Date()), at: data.days[day()].start, ends: {}, more: {}, cuts: {}, steps: {} } }
  function now() { return shared.minutesNow(run()) }
  /* Everything that somebody does is an entry of the log, so that everything can be taken back. */
  function note(entry, words) {
    shared.add(run(), entry)
    toast(words)
    keep()
  }
  function undo() {
    var held = parts.more.contains(document.activeElement)
    shared.undo(run())
    toast("")
    if (held) parts.more.firstChild.focus()
    keep()
    if (!held) parts.title.focus({ preventScroll: true })
  }
  /* What is on now comes to the top, and a keyboard begins there. */
  function toTop() {
    parts.title.focus({ preventScroll: true })
    parts.now.scrollIntoView()
  }
  function toast(words) {
    toastUntil = words ? Date.now() + 10000 : 0
    parts.toast.replaceChildren.apply(parts.toast, words ? [make("span", { text: words }), button(data.say.undo, undo, { "class": "ws-run-button ws-run-text" })] : [])
  }

  /* The frame, once */
  function frame() {
    parts.days = make("div", { "class": "ws-run-days", role: "group" })
    if (data.days.length > 1) data.days.forEach(function (one, index) { parts.days.append(button(one.title, function () { shown = index; keep() }, { "class": "ws-run-day-button" })) })
    parts.name = make("b")
    parts.awake = make("span", { "class": "ws-run-awake" })
    parts.spine = make("div", { "class": "ws-run-spine", "aria-hidden": "true" })
    parts.label = make("p", { "class": "ws-run-now-label" })
    parts.plan = make("p", { "class": "ws-run-plan" })
    parts.left = make("p", { "class": "ws-run-left", role: "timer" })
    parts.until = make("p", { "class": "ws-run-until" })
    parts.title = make("h2", { "class": "ws-run-now-title", id: "ws-run-now", tabindex: "-1" })
    parts.step = make("p", { "class": "ws-run-step" })
    parts.cues = make("div", { "class": "ws-run-cues" })
    parts.next = make("p", { "class": "ws-run-next" })
    parts.toast = make("div", { "class": "ws-run-toast", role: "status" })
    parts.dock = make("div", { "class": "ws-run-dock" })
    parts.start = make("div")
    parts.more = make("details", { "class": "ws-run-menu" }, [make("summary", { text: data.say.menu }), make("div")])
    parts.state = make("p", { "class": "ws-run-state" })
    parts.spoken = make("p", { "class": "ws-run-spoken", role: "status" })
    parts.now = make("section", { "class": "ws-run-now", "aria-labelledby": "ws-run-now" }, [
      make("div", { "class": "ws-run-line" }, [parts.name, parts.awake]), parts.spine, make("div", { "class": "ws-run-line" }, [parts.label, parts.plan]),
      make("div", { "class": "ws-run-time-left" }, [parts.left, parts.until]), parts.title, parts.step,
    ])
    panel.append(parts.days, parts.now, parts.cues, parts.next, parts.start, parts.toast, parts.dock, parts.state, parts.more, parts.spoken)
  }
  function text(element, words) { if (element.textContent !== words) element.textContent = words }
  function rowOf(key) { return document.getElementById("run-" + (day() + 1) + "-" + key) }
  /* Two hours of minutes are not read at a glance. */
  function left(minutes) {
    var seconds = Math.max(0, Math.ceil(minutes * 60 - 1e-6)), whole = Math.floor(seconds / 60)
    return (whole < 120 ? whole : Math.floor(whole / 60) + ":" + shared.two(whole % 60)) + ":" + shared.two(seconds % 60)
  }

  function draw() {
    var index = day(), open = run(), known = told(), time = now(), lines = shared.plan(data.days[index].items, known)
    var at = lines.findIndex(function (line) { return time < line.end }), over = at < 0, line = lines[over ? lines.length - 1 : at]
    var begun = time >= line.start && !over, times = shared.stepTimes(line, known.steps[line.item.key]), pin = shared.pin(data.days[index], lines, time)
    var step = begun ? times.findIndex(function (pair) { return time < pair[1] }) : -1, body = (bodies[index] || {})[line.item.key] || {}
    if (known.steps[line.item.key] && begun && step < known.steps[line.item.key].index) step = Math.min(known.steps[line.item.key].index, times.length - 1)
    document.querySelectorAll(".ws-run-day").forEach(function (section) { section.hidden = +section.dataset.day !== index })
    Array.from(parts.days.children).forEach(function (one, place) { one.setAttribute("aria-pressed", String(place === index)) })
    lines.forEach(function (each, place) { drawRow(each, place === at && begun, time >= each.end) })
    text(parts.name, open ? open.name + ", " + data.days[index].title : data.days[index].title + " · " + data.say["by-plan"])
    text(parts.label, over ? data.say["day-over"] : !begun ? say("waits", { time: clock(line.start) }) : times.length && step >= 0 ? line.item.title + ", " + say("step", { n: step + 1, m: times.length }) : data.say.now)
    text(parts.plan, !open || over ? "" : pin.late > 0 ? say("behind", { n: pin.late }) : pin.late < 0 ? say("ahead", { n: -pin.late }) : data.say["on-plan"])
    parts.plan.classList.toggle("is-late", pin.late > 0)
    text(parts.title, over ? data.say.last : begun && step >= 0 && body.steps ? body.steps[step] : line.item.title)
    var end = begun && step >= 0 ? times[step][1] : line.end, session = rowOf(line.item.key).querySelector(".ws-run-session")
    text(parts.left, over ? "" : begun ? left(end - time) : left(line.start - time))
    text(parts.until, over ? "" : begun ? say("until", { time: clock(end) }) : data.say.begins)
    text(parts.step, begun && step >= 0 && end < line.end ? line.item.title + ": " + say("until", { time: clock(line.end) }) : session && !over ? session.textContent : "")
    var next = lines[at + 1]
    text(parts.next, over ? "" : next ? say("then", { time: clock(next.start), title: next.item.title }) : data.say.last)
    parts.spine.replaceChildren.apply(parts.spine, lines.filter(function (each) { return each.minutes > 0 }).map(function (each) {
      var part = make("i", { "class": each.end <= time ? "is-over" : each === line && begun ? "is-now" : "" })
      part.style.flexGrow = each.minutes
      part.style.setProperty("--ws-gone", (each === line && begun ? 100 * (time - each.start) / each.minutes : 0) + "%")
      return part
    }))
    text(parts.state, (open ? say("running", { time: clock(known.at) }) : data.say["by-plan"]) + (remembers ? "" : " · " + data.say["no-memory"]))
    warn(line, begun && open && line.end - time <= WARNING, open)
    if (toastUntil && Date.now() > toastUntil) toast("")
    var key = [index, line.item.key, step, begun, over, open ? open.log.length : -1, parts.now.classList.contains("is-warning")].join()
    if (key === drawn) return
    drawn = key
    drawCues(body, step, begun && !over, line)
    drawDock(lines, at, line, step, times, begun, over, pin)
    drawStart(index, open)
    drawMenu(index, open, body, known, lines, at)
    if (begun) text(parts.spoken, data.say.now + ": " + parts.title.textContent)
    awake()
  }
  function drawRow(line, isNow, isOver) {
    var row = rowOf(line.item.key)
    text(row.querySelector(".ws-run-time"), clock(line.start))
    text(row.querySelector(".ws-run-minutes"), String(Math.round(line.minutes)))
    row.classList.toggle("is-now", isNow)
    row.classList.toggle("is-over", isOver)
    row.classList.toggle("is-out", line.minutes === 0)
    row.classList.toggle("is-changed", Math.round(line.minutes) !== line.item.minutes)
    if (isNow) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current")
  }
  /* Two minutes before the end of an activity: colour, one vibration, a sound if somebody chose it. Once for each line. */
  function warn(line, near, open) {
    var key = open ? open.date + line.item.key : ""
    parts.now.classList.toggle("is-warning", Boolean(near))
    if (!near || warned === key) return
    warned = key
    text(parts.spoken, say("two-left", { title: line.item.title }))
    /* A phone vibrates only on a page that was touched: a day that goes on after the page was loaded anew may not be touched yet. */
    if (navigator.vibrate && (!navigator.userActivation || navigator.userActivation.hasBeenActive)) navigator.vibrate(400)
    if (state.sound) beep()
  }
  function beep() {
    sound = sound || new AudioContext()
    var tone = sound.createOscillator(), level = sound.createGain()
    level.gain.value = .15
    tone.frequency.value = 660
    tone.connect(level).connect(sound.destination)
    tone.start()
    tone.stop(sound.currentTime + .35)
  }
  function cueOf(cue) {
    var word = make("strong", { text: data.cue[cue[1]] })
    if (cue[1] === "objection") return make("details", { "class": "ws-cue ws-cue-objection" }, [make("summary", {}, [word, make("q", { text: cue[2] })]), make("p", {}, [make("strong", { text: data.cue.answer }), " ", cue[3]])])
    return make("div", { "class": "ws-cue ws-cue-" + cue[1] }, [make("p", {}, [word, cue[1] === "say" ? make("q", { text: cue[2] }) : cue[2]].concat(cue[3] ? [make("strong", { text: data.cue.do }), cue[3]] : []))])
  }
  function drawCues(body, step, begun, line) {
    var cues = body.cues || [], near = parts.now.classList.contains("is-warning")
    var here = cues.filter(function (cue) { return begun && (cue[0] === step || step < 0) }), whole = cues.filter(function (cue) { return cue[0] < 0 && here.indexOf(cue) < 0 })
    if (near) here = here.filter(function (cue) { return cue[1] === "trap" }).concat(here.filter(function (cue) { return cue[1] !== "trap" }))
    var list = (begun ? here : []).concat(begun ? whole : [])
    parts.cues.replaceChildren.apply(parts.cues, list.map(cueOf))
    if (begun && line.item.short) parts.cues.append(make("p", { "class": "ws-run-short" }, [make("b", { text: data.say["if-short"] + " " }), line.item.short]))
  }
  function drawDock(lines, at, line, step, times, begun, over, pin) {
    var list = [], time = Math.floor(now() * 60) / 60, key = line.item.key
    if (run() && begun) {
      list.push(button(data.say["plus-five"], function () { note({ kind: "more", key: key, minutes: 5 }, data.say["did-more"]) }, { "class": "ws-run-button ws-run-quiet" }))
      list.push(button(data.say["leave-out"], function () {
        shared.leaver(say, lines, pin, time, function (cuts, won) { note({ kind: "leave", cuts: cuts }, say("did-leave", { n: won })) })
      }, { "class": "ws-run-button ws-run-quiet" }))
      var further = step >= 0 && step + 1 < times.length, next = lines[at + 1]
      list.push(button(further ? say("next", { title: say("step", { n: step + 2, m: times.length }) }) : next ? say("next", { title: next.item.title }) : data.say.end, function () {
        var moment = shared.minutesNow(run())
        note(further ? { kind: "step", key: key, index: step + 1, at: moment } : { kind: "next", key: key, at: Math.floor(moment) }, data.say["did-next"])
        toTop()
      }, { "class": "ws-run-button ws-run-on" }))
    }
    var focused = Array.from(parts.dock.children).indexOf(document.activeElement)
    parts.dock.replaceChildren.apply(parts.dock, list)
    if (list[focused]) list[focused].focus({ preventScroll: true })
  }
  function drawStart(index, open) {
    if (open) return parts.start.replaceChildren()
    if (parts.start.contains(document.activeElement) && parts.start.dataset.day === String(index)) return
    parts.start.dataset.day = index
    var forgotten = shared.leftOpen(state), other = shared.openRun(state), list = []
    if (forgotten) list.push(make("div", { "class": "ws-run-forgotten" }, [
      make("p", { text: say("still-open", { title: forgotten.name + ", " + data.days[forgotten.day].title, date: forgotten.date }) }),
      button(data.say["close-it"], function () { shared.add(forgotten, { kind: "close", at: shared.told(forgotten).at }); keep() }, { "class": "ws-run-button ws-run-quiet" }),
    ]))
    if (other) list.push(make("p", {}, [button(say("go-on", { title: data.days[other.day].title }), function () { shown = null; keep() })]))
    else list.push(shared.starter(data, say, index, function (at, workshop) {
      shared.begin(state, index, at, workshop)
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist()
      shown = null
      keep()
      toTop()
    }))
    parts.start.replaceChildren.apply(parts.start, list)
  }
  function listOf(words, rows) {
    return rows && rows.length ? make("div", {}, [make("h3", { text: words }), make("ul", {}, rows.map(function (row) { return make("li", { text: Array.isArray(row) ? row[0] + " · " + row[1] : row }) }))]) : null
  }
  function drawMenu(index, open, body, known, lines, at) {
    var box = parts.more.lastChild, list = [listOf(data.say["open-steps"], body.steps), listOf(data.say["in-hand"], (body.papers || []).concat(body.things || [])), listOf("", body.notes)]
    if (open) {
      list.push(make("div", { "class": "ws-run-buttons" }, [
        open.log.length > 1 ? button(data.say.undo, undo, { "class": "ws-run-button ws-run-quiet" }) : null,
        at > 0 ? button(say("again", { title: lines[at - 1].item.title }), function () { note({ kind: "more", key: lines[at - 1].item.key, minutes: Math.floor(now()) + 5 - lines[at - 1].end }, data.say["did-more"]) }, { "class": "ws-run-button ws-run-quiet" }) : null,
        button(data.say["begin-again"], function () { note({ kind: "start", at: Math.floor(now()) }, data.say["did-start"]) }, { "class": "ws-run-button ws-run-quiet" }),
        button(data.say.finish, function () { shared.add(open, { kind: "close", at: Math.floor(now()) }); shown = null; keep() }, { "class": "ws-run-button ws-run-quiet" }),
      ]))
    }
    var choice = shared.choice("checkbox", "ws-run-sound", "1", data.say.sound, "", state.sound)
    choice.addEventListener("change", function () {
      state.sound = choice.querySelector("input").checked
      shared.keep(data.programme, state)
      if (state.sound) beep()
    })
    list.push(choice)
    if (state.runs.length) list.push(make("h3", { text: data.say.earlier }), make("ul", { "class": "ws-run-earlier" }, state.runs.map(function (one) {
      var name = one.name + ", " + (data.days[one.day] ? data.days[one.day].title : one.day + 1) + ", " + one.date
      return make("li", {}, [make("span", { text: name }), button(data.say.export, function () {
        var items = (data.days[one.day] || { items: [] }).items
        shared.download(data.programme + "-" + (one.day + 1) + "-" + one.date + ".json", "application/json", JSON.stringify(shared.took(data.programme, items, one), null, 1) + "\n")
      }, { "class": "ws-run-button ws-run-quiet", "aria-label": data.say.export + ": " + name }), button(data.say.text, function () {
        shared.asText(say, shared.took(data.programme, (data.days[one.day] || { items: [] }).items, one))
      }, { "class": "ws-run-button ws-run-quiet", "aria-label": data.say.text + ": " + name })])
    })))
    list.push(shared.calendar(data, say))
    if (!box.contains(document.activeElement)) box.replaceChildren.apply(box, list.filter(Boolean))
  }
  /* The screen stays on while a day runs, where the browser can do it. */
  function awake() {
    var wanted = Boolean(run())
    if (!wanted && lock) { lock.release(); lock = null }
    text(parts.awake, !wanted ? "" : lock ? data.say["screen-on"] : data.say["screen-off"])
    if (!wanted || lock || !navigator.wakeLock || document.hidden) return
    navigator.wakeLock.request("screen").then(function (got) {
      lock = got
      lock.addEventListener("release", function () { lock = null; awake() })
      text(parts.awake, data.say["screen-on"])
    }, function () { text(parts.awake, data.say["screen-off"]) })
  }

  var asked = /^#day-(\d+)$/.exec(location.hash)
  if (asked && data.days[asked[1] - 1]) shown = asked[1] - 1
  frame()
  panel.hidden = false
  document.getElementById("ws-run").classList.add("is-live")
  draw()
  setInterval(draw, 1000)
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { awake(); draw() } })
})()

/* What a device keeps of the days that were run: each run belongs to a workshop, a day and a date, and is a log that only grows
   or loses its last entry. Nothing is sent. A classic script, so that it runs from a stick. */
(function () {
  "use strict"
  var shared = window.workshopRun
  /* A day that is over for longer than this is another day: nobody goes on with it. */
  var FORGOTTEN = 20 * 60

  function placeOf(programme) { return "ws-run:" + programme }
  /* `{v: 2, runs: [{day, date, name, event, log}]}`; null from a browser that keeps nothing. */
  function read(programme) {
    try {
      var kept = JSON.parse(localStorage.getItem(placeOf(programme)) || "null")
      return kept && kept.v === 2 && Array.isArray(kept.runs) ? kept : { v: 2, runs: [] }
    } catch (error) { return null }
  }
  /* Whether it was kept. */
  function keep(programme, state) {
    try { localStorage.setItem(placeOf(programme), JSON.stringify(state)) } catch (error) { return false }
    return true
  }
  function isClosed(run) { return run.log.some(function (entry) { return entry.kind === "close" }) }
  /* The run that goes on now, if there is one; a day may run past midnight. */
  function openRun(state) {
    return state.runs.find(function (run) { return !isClosed(run) && shared.minutesNow(run) < told(run).at + FORGOTTEN }) || null
  }
  /* A run that somebody forgot to close. */
  function leftOpen(state) {
    return state.runs.find(function (run) { return !isClosed(run) && shared.minutesNow(run) >= told(run).at + FORGOTTEN }) || null
  }
  function begin(state, day, at, workshop) {
    var run = { day: day, date: shared.dateOf(new Date()), name: workshop.name, event: workshop.event || "", log: [{ kind: "start", at: at }] }
    state.runs.push(run)
    return run
  }
  function add(run, entry) { run.log.push(entry) }
  /* Takes the last entry back; the first one is the run itself. Gives the entry, or null. */
  function undo(run) { return run.log.length > 1 ? run.log.pop() : null }
  /* What the log tells: when the day began, what ended when, what got more, what was left out. */
  function told(run) {
    var found = { date: run.date, at: 0, ends: {}, more: {}, cuts: {}, steps: {} }
    run.log.forEach(function (entry) {
      if (entry.kind === "start") found = { date: run.date, at: entry.at, ends: {}, more: {}, cuts: {}, steps: {} }
      if (entry.kind === "next") found.ends[entry.key] = entry.at
      if (entry.kind === "step") found.steps[entry.key] = { index: entry.index, at: entry.at }
      if (entry.kind === "more") {
        delete found.ends[entry.key]
        found.more[entry.key] = (found.more[entry.key] || 0) + entry.minutes
      }
      if (entry.kind === "leave") Object.keys(entry.cuts).forEach(function (key) { found.cuts[key] = (found.cuts[key] || 0) + entry.cuts[key] })
    })
    return found
  }
  /* What a run took, for `workshop delivered`. Minutes are known only where both ends were tapped. */
  function took(programme, items, run) {
    var known = told(run), begun = known.at
    var lines = items.map(function (item) {
      var end = known.ends[item.key], line = { key: item.key, planned: item.minutes }
      if (known.cuts[item.key] >= item.minutes) line.left_out = true
      else if (end !== undefined && begun !== undefined) line.minutes = Math.max(0, Math.round(end - begun))
      if (!line.left_out) begun = end
      return line
    })
    return { format: "workshop-delivered-1", programme: programme, event: run.event, name: run.name, day: run.day + 1, date: run.date, start: shared.clock(known.at), lines: lines }
  }

  Object.assign(shared, { read: read, keep: keep, isClosed: isClosed, openRun: openRun, leftOpen: leftOpen, begin: begin, add: add, undo: undo, told: told, took: took })
})()

/* What the run sheet and the overview of a programme both compute with: the clock, what this device keeps, the day as it goes.
   A classic script, so that it runs from a stick. */
(function () {
  "use strict"

  /* The clock, as schedule.py has it; tests/test_run_sheet.py compares both. Spans are pairs of least and most minutes. */
  function fit(spans, minutes) {
    var slack = spans.map(function (span) { return span[1] - span[0] }), more = spans.map(function () { return 0 })
    var room = Math.max(0, minutes - sum(spans.map(function (span) { return span[0] })))
    for (var left = Math.min(room, sum(slack)); left > 0; left--) {
      var best = -1
      slack.forEach(function (limit, index) {
        if (more[index] < limit && (best < 0 || (2 * more[index] + 1) / limit < (2 * more[best] + 1) / slack[best])) best = index
      })
      more[best]++
    }
    return spans.map(function (span, index) { return span[0] + more[index] })
  }
  /* The fewest cuts that win the minutes: the largest first, the last one only as far as needed. */
  function cuts(spans, needed) {
    var possible = spans.map(function (span, index) { return { index: index, minutes: span[1] - span[0] } })
    possible = possible.filter(function (cut) { return cut.minutes > 0 }).sort(function (a, b) { return b.minutes - a.minutes })
    var chosen = []
    possible.forEach(function (cut) {
      var taken = Math.min(cut.minutes, needed)
      if (taken > 0) chosen.push({ index: cut.index, minutes: taken })
      needed -= taken
    })
    return chosen
  }
  function stepMinutes(given, minutes) {
    if (given.indexOf(0) >= 0) return given.map(function () { return null })
    var whole = sum(given), asked = 0, upto = 0, enough = minutes >= given.length
    return given.map(function (own, place) {
      asked += own
      var reached = halfToEven(minutes * asked / whole)
      /* Each step keeps a minute where there are enough of them. */
      if (enough) reached = Math.min(Math.max(reached, upto + 1), minutes - (given.length - 1 - place))
      var share = reached - upto
      upto = reached
      return share
    })
  }
  function halfToEven(value) {
    var down = Math.floor(value), rest = value - down
    return rest > .5 || (rest === .5 && down % 2) ? down + 1 : down
  }
  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b }, 0) }
  function two(number) { return (number < 10 ? "0" : "") + number }
  function clock(minutes) { return two(Math.floor(minutes / 60)) + ":" + two(Math.floor(minutes % 60)) }
  function dateOf(day) { return day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate()) }
  /* Minutes since the midnight before a day began; a day that runs past midnight goes on counting. */
  function minutesNow(run) {
    var now = new Date(), from = run ? new Date(run.date + "T00:00:00") : new Date(now.getFullYear(), now.getMonth(), now.getDate())
    return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(from.getFullYear(), from.getMonth(), from.getDate())) / 60000) +
      now.getHours() * 60 + now.getMinutes() + now.getSeconds() / 60
  }
  /* The day as it will go from here. What a device remembers of lines that are no longer in the programme changes nothing.
     What is fixed never begins before its time; how much too late it comes is `over`. */
  function plan(items, run) {
    var time = run.at, known = items.map(function (item) { return run.ends[item.key] })
    return items.map(function (item, index) {
      var over = item.fixed === undefined ? 0 : Math.max(0, time - item.fixed)
      var start = item.fixed === undefined || known[index - 1] > item.fixed ? time : Math.max(time, item.fixed)
      var minutes = Math.max(0, item.minutes - (run.cuts[item.key] || 0) + (run.more[item.key] || 0))
      /* Where a later line was ended by hand, this one is over too, though it may be new in the programme. */
      var later = known.slice(index + 1).filter(function (end) { return end !== undefined })
      time = known[index] === undefined ? Math.min.apply(null, later.concat(start + minutes)) : known[index]
      if (time < start) start = time
      return { item: item, start: start, end: time, minutes: time - start, over: over }
    })
  }
  /* When each step of a line begins and ends: pairs. What was tapped holds; the rest shares what is left. Empty without minutes. */
  function stepTimes(line, tapped) {
    var given = line.item.steps || [], from = tapped ? tapped.index : 0, begun = tapped ? tapped.at : line.start, time = line.start
    if (!given.length || given.indexOf(0) >= 0) return []
    var before = stepMinutes(given.slice(0, from), Math.max(0, begun - line.start)), after = stepMinutes(given.slice(from), Math.max(0, line.end - begun))
    return before.concat(after).map(function (minutes, place) {
      if (place === from) time = begun
      var pair = [time, time + minutes]
      time = pair[1]
      return pair
    })
  }
  /* The next thing that does not move: a line with a fixed time that has not begun, otherwise the planned end of the day. */
  function pin(day, lines, now) {
    var held = lines.find(function (line) { return line.item.fixed !== undefined && line.start > now }), last = lines[lines.length - 1]
    if (held) return { at: held.item.fixed, late: Math.round(held.over), item: held.item, index: lines.indexOf(held) }
    var end = day.start + sum(day.items.map(function (item) { return item.minutes }))
    return { at: end, late: Math.round(last.end - end), item: null, index: lines.length }
  }

  window.workshopRun = {
    fit: fit, cuts: cuts, stepMinutes: stepMinutes, sum: sum, two: two, clock: clock,
    dateOf: dateOf, minutesNow: minutesNow, plan: plan, stepTimes: stepTimes, pin: pin,
  }
})()

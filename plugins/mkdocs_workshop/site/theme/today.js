/* On the home page: what is on today. Shown from 60 days before a workshop to 14 days after it. */
(function () {
  "use strict"
  var holder = document.getElementById("ws-today-data"), place = document.getElementById("ws-today")
  if (!holder || !place) return
  var data = JSON.parse(holder.textContent), say = data.say, DAY = 864e5
  var ending = document.querySelector("script[data-ending]"), now = new Date()
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())

  function days(text) { return (Date.parse(text) - today) / DAY }
  function address(page) {
    var end = ending && ending.dataset.ending === ".html" ? ".html" : "/"
    return page.replace(/\.md$/, end)
  }
  function state(event) {
    var first = days(event.first), last = days(event.last)
    if (first > 60 || last < -14) return null
    if (first > 0) return { far: first, words: first === 1 ? say.tomorrow : say.days.replace("{n}", first), link: say.prepare, page: data.check }
    if (last >= 0) return { far: 0, words: say.today, link: say.run, page: event.run }
    return { far: 30 - last, words: say.after, link: say.send, page: event.page }
  }
  var found = data.events.map(function (event) { return { event: event, state: state(event) } }).filter(function (one) { return one.state })
  found.sort(function (a, b) { return a.state.far - b.state.far })
  if (!found.length) return
  place.querySelector("b").textContent = found[0].state.words
  place.querySelector("span").textContent = found[0].event.title + ", " + found[0].event.place
  var link = place.querySelector("a")
  link.textContent = found[0].state.link
  link.href = address(found[0].state.page)
  place.hidden = false
})()

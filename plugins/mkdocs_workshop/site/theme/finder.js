/* The sentence on the page of papers: each answer narrows the groups, none moves a paper. Without this script all groups are there. */
(function () {
  "use strict"
  var form = document.getElementById("ws-find")
  if (!form) return
  var groups = Array.from(document.querySelectorAll(".ws-group-of-papers")), open = groups.map(function (group) { return group.open })
  var output = form.querySelector("output"), asked = Array.from(form.querySelectorAll("select"))

  function fits(tile, group, select) {
    var name = select.name, wanted = select.value
    if (!wanted) return true
    var has = tile.dataset[name] || (name === "when" ? group.id : "")
    return !has || has.split(" ").indexOf(wanted) >= 0
  }
  function narrow() {
    var narrowed = asked.some(function (select) { return select.value }), all = 0
    groups.forEach(function (group, index) {
      var here = 0
      group.querySelectorAll("li").forEach(function (tile) {
        tile.hidden = !asked.every(function (select) { return fits(tile, group, select) })
        if (!tile.hidden) here++
      })
      group.hidden = !here
      group.open = narrowed ? true : open[index]
      all += here
    })
    output.textContent = output.dataset.words.replace("{n}", all)
  }
  function arrive() {
    var there = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    var group = there && there.closest(".ws-group-of-papers")
    if (group) { group.open = true; there.scrollIntoView() }
  }
  form.hidden = false
  form.addEventListener("change", narrow)
  form.addEventListener("submit", function (event) { event.preventDefault() })
  addEventListener("hashchange", arrive)
  addEventListener("pageshow", narrow)
  // One menu at a time, and a way out by the keyboard.
  document.addEventListener("toggle", function (event) {
    if (event.target.open && event.target.closest(".ws-tiles")) document.querySelectorAll(".ws-tiles details[open]").forEach(function (one) {
      if (one !== event.target) one.open = false
    })
  }, true)
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && event.target.closest && event.target.closest(".ws-tiles details[open]")
    if (menu) { menu.open = false; menu.querySelector("summary").focus() }
  })
  arrive()
})()

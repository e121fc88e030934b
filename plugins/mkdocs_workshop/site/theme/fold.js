/* Lists that fold: a field that narrows them, and a way to an entry that lies folded. */
(function () {
  "use strict"
  var place = document.querySelector(".ws-narrow-by"), ROWS = ".ws-fact-row, .ws-term-row, .ws-entry-row, .ws-reference, .ws-fold > ul > li, .ws-files > li"
  var folds = Array.from(document.querySelectorAll(".ws-fold")), were = folds.map(function (fold) { return fold.open })

  function fold(text) { return text.toLowerCase().normalize("NFKC").replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim() }
  function arrive() {
    var there = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    for (var at = there && there.closest("details"), found = !!at && !at.open; at; at = at.parentElement.closest("details")) at.open = true
    if (found) there.scrollIntoView()
  }
  addEventListener("hashchange", arrive)
  arrive()
  if (!place) return
  var rows = Array.from(document.querySelectorAll(ROWS)), texts = rows.map(function (row) { return fold(row.textContent) })
  var query = place.querySelector("input"), output = place.querySelector("output")
  function narrow() {
    var wanted = fold(query.value).split(" ").filter(Boolean), count = 0
    rows.forEach(function (row, index) {
      row.hidden = !wanted.every(function (word) { return texts[index].indexOf(word) >= 0 })
      if (!row.hidden) count++
    })
    folds.forEach(function (one, index) {
      var any = Array.from(one.querySelectorAll(ROWS)).some(function (row) { return !row.hidden })
      one.hidden = wanted.length > 0 && !any
      one.open = wanted.length ? any : were[index]
    })
    output.textContent = output.dataset.words.replace("{n}", count)
  }
  place.hidden = false
  query.addEventListener("input", narrow)
  // The choices of the library narrow it as well: what they leave should be seen.
  document.querySelectorAll(".ws-filters input").forEach(function (choice) {
    choice.addEventListener("change", function () {
      var narrowed = document.querySelector(".ws-filters input:checked:not([id$='-all'])")
      folds.forEach(function (one, index) { one.open = narrowed ? true : were[index] })
    })
  })
})()

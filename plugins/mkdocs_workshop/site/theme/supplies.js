/* Materials and print run for another number of people. Without this script the page counts for the group of the programme. */
(function () {
  "use strict"
  var form = document.getElementById("ws-people")
  if (!form) return
  var KEY = "ws-people:" + location.pathname

  function numbers() {
    var people = Math.min(500, Math.max(2, Math.round(+form.people.value || +form.dataset.people)))
    var size = Math.min(20, Math.max(2, Math.round(+form.size.value || +form.dataset.size)))
    return { person: people, pair: Math.ceil(people / 2), group: Math.ceil(people / size), room: 1 }
  }
  function count() {
    var of = numbers()
    document.querySelectorAll("[data-terms]").forEach(function (cell) {
      cell.textContent = Math.max.apply(null, cell.dataset.terms.split("/").map(function (session) {
        return session.split("+").reduce(function (sum, term) { return sum + parseInt(term, 10) * of[term.replace(/^\d+/, "")] }, 0)
      }))
    })
    var output = form.querySelector("output")
    output.textContent = output.dataset.words.replace("{people}", of.person).replace("{groups}", of.group)
    document.body.classList.toggle("ws-counted-anew", form.people.value !== form.dataset.people || form.size.value !== form.dataset.size)
  }
  try {
    var kept = JSON.parse(localStorage.getItem(KEY) || "null")
    if (kept) { form.people.value = kept[0]; form.size.value = kept[1] }
  } catch (error) { /* A browser that keeps nothing counts all the same. */ }
  form.addEventListener("input", function () {
    count()
    try { localStorage.setItem(KEY, JSON.stringify([form.people.value, form.size.value])) } catch (error) { /* as above */ }
  })
  form.addEventListener("submit", function (event) { event.preventDefault() })
  form.hidden = false
  count()
})()

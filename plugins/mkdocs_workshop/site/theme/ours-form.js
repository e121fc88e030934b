/* The form of "Make it ours": what is typed is kept at once, on this device alone. */
(function () {
  "use strict"
  var form = document.getElementById("ws-ours"), holder = document.getElementById("ws-ours-data")
  if (!form || !holder) return
  var store = window.workshopOurs, data = JSON.parse(holder.textContent), say = data.say, ours = store.read(), blanks = {}

  function element(name, values, children) {
    var made = Object.assign(document.createElement(name), values)
    ;(children || []).forEach(function (child) { made.append(child) })
    return made
  }
  function line(one) {
    var value = element("input", { type: "text", name: "value", maxLength: 200, autocomplete: "off", placeholder: one.value || "" })
    var called = element("input", { type: "date", name: "called" })
    var made = element("fieldset", { className: "ws-ours-line" }, [element("legend", { textContent: one.label })])
    if (one.ask) made.append(element("small", { textContent: one.ask, id: "ask-" + one.id.replace(/\./g, "-") }))
    if (one.ask) value.setAttribute("aria-describedby", "ask-" + one.id.replace(/\./g, "-"))
    made.dataset.entry = one.id
    made.append(element("div", {}, [
      element("label", {}, [element("span", { textContent: say.value }), value]), element("label", {}, [element("span", { textContent: say["called-on"] }), called]),
    ]))
    blanks[one.id] = one.blank
    return made
  }
  /* Who comes from a paper finds its lines first, and the way back below them. */
  var paper = location.hash.indexOf("#paper-") === 0 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  var first = paper ? data.papers[paper.id.slice("paper-".length)] || [] : [], groups = data.groups
  if (first.length) {
    var all = [].concat.apply([], groups.map(function (group) { return group.lines }))
    var asked = first.map(function (id) { return all.find(function (one) { return one.id === id }) }).filter(Boolean)
    groups = groups.map(function (group) { return { title: group.title, lines: group.lines.filter(function (one) { return first.indexOf(one.id) < 0 }) } })
    groups = [{ title: paper.textContent, lines: asked, back: paper.href }].concat(groups.filter(function (group) { return group.lines.length }))
    addEventListener("load", function () { form.scrollIntoView() })
  }
  form.replaceChildren.apply(form, groups.map(function (group, index) {
    var heading = element("summary", { textContent: group.title + " " }, [element("small", { textContent: group.lines.length })])
    var back = group.back ? [element("p", {}, [element("a", { className: "ws-button", href: group.back, textContent: say.back })])] : []
    return element("details", { className: "ws-fold", open: index === 0 }, [heading].concat(group.lines.map(line), back))
  }))
  var lines = Array.from(form.querySelectorAll("[data-entry]")), output = document.getElementById("ws-ours-progress")

  function said(words, values) {
    return words.replace(/\{(\w+)\}/g, function (_, name) { return values[name] })
  }
  function tell(words) {
    var filled = Object.values(ours.entries).filter(function (one) { return one.value })
    var called = filled.filter(function (one) { return one.called_on })
    var state = said(say.progress, { n: filled.length, all: lines.length }) + ", " + said(say.called, { n: called.length })
    output.textContent = words ? words + " " + state : state
    lines.forEach(function (line) { line.classList.toggle("is-filled", !!(ours.entries[line.dataset.entry] || {}).value) })
  }
  function show() {
    lines.forEach(function (line) {
      var entry = ours.entries[line.dataset.entry] || {}
      line.querySelector("[name=value]").value = entry.value || ""
      line.querySelector("[name=called]").value = entry.called_on || ""
    })
  }
  function keep(words) { tell(store.write(ours) ? words : say.failed) }
  /* Takes entries that this manual knows; returns how many. */
  function take(entries) {
    var count = 0
    Object.keys(entries).forEach(function (id) {
      var entry = entries[id]
      if (!(id in blanks) || !entry || typeof entry.value !== "string" || !entry.value.trim()) return
      var day = /^\d{4}-\d\d-\d\d$/.test(entry.called_on || "") ? entry.called_on : ""
      ours.entries[id] = { value: entry.value.trim().slice(0, 200), called_on: day }
      count++
    })
    return count
  }
  function fromRows(rows) {
    var found = {}
    rows.forEach(function (row) {
      var day = row.E || ""
      // Excel counts days since 1899-12-30.
      if (/^\d{5}(\.\d+)?$/.test(day)) day = new Date(Date.UTC(1899, 11, 30) + Math.floor(+day) * 864e5).toISOString().slice(0, 10)
      if (row.A) found[row.A.trim()] = { value: row.D || "", called_on: day }
    })
    return found
  }
  async function read(file) {
    try {
      var excel = /\.xlsx$/i.test(file.name), given = excel ? fromRows(await window.workshopFiles.rows(await file.arrayBuffer())) : JSON.parse(await file.text())
      if (!excel && given.format !== 1) throw new Error("another format")
      var count = take(excel ? given : given.entries)
      if (!excel && given.district) ours.district = String(given.district).slice(0, 80)
      show()
      keep(said(say.read, { n: count }))
    } catch (error) { tell(say.wrong) }
  }
  function save(file, name) {
    var link = document.createElement("a")
    link.href = URL.createObjectURL(file)
    link.download = name
    link.click()
    setTimeout(function () { URL.revokeObjectURL(link.href) }, 1000)
  }
  form.addEventListener("input", function (event) {
    var line = event.target.closest("[data-entry]"), value = line.querySelector("[name=value]").value.trim()
    if (value) ours.entries[line.dataset.entry] = { value: value, called_on: line.querySelector("[name=called]").value }
    else delete ours.entries[line.dataset.entry]
    keep("")
  })
  form.addEventListener("submit", function (event) { event.preventDefault() })
  document.getElementById("ws-ours-save").addEventListener("click", function () {
    save(new Blob([JSON.stringify(ours, null, 1)], { type: "application/json" }), "make-it-ours.json")
  })
  document.getElementById("ws-ours-read").addEventListener("change", function (event) {
    if (event.target.files[0]) read(event.target.files[0])
    event.target.value = ""
  })
  document.getElementById("ws-ours-clear").addEventListener("click", function () {
    if (!window.confirm(say.sure)) return
    ours = { format: 1, district: "", entries: {} }
    store.write(null)
    show()
    tell(say.cleared)
  })
  /* Word files are filled here; what can not be read (a page from a disk) is downloaded as it is. */
  async function filled(link) {
    var known = {}
    Object.keys(ours.entries).forEach(function (id) { if (blanks[id]) known[blanks[id]] = ours.entries[id] })
    var made = await window.workshopFiles.fill(await (await fetch(link.href)).arrayBuffer(), known)
    return { name: decodeURIComponent(link.pathname.split("/").pop()), count: made.count, file: made.file }
  }
  var papers = Array.from(document.querySelectorAll(".ws-ours-word")), all = document.getElementById("ws-ours-all")
  papers.forEach(function (link) {
    link.addEventListener("click", async function (event) {
      event.preventDefault()
      try {
        var made = await filled(link)
        save(new Blob([made.file], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }), made.name)
        tell(said(say.filled, { n: made.count }))
      } catch (error) {
        tell(say.plain)
        location.assign(link.href)
      }
    })
  })
  if (all) all.addEventListener("click", async function () {
    var files = [], count = 0
    all.disabled = true
    try {
      for (var link of papers) {
        var made = await filled(link)
        files.push([made.name, made.file])
        count += made.count
      }
      save(new Blob([await window.workshopFiles.together(files)], { type: "application/zip" }), "make-it-ours.zip")
      tell(said(say.filled, { n: count }))
    } catch (error) { tell(say.plain) }
    all.disabled = false
  })
  show()
  tell("")
})()

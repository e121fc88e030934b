/* The buttons of a paper that names contacts of this device: what they give comes filled in, and what stays blank says so. */
(function () {
  "use strict"
  var self = document.currentScript, sheet = document.querySelector(".ws-sheet"), print = document.querySelector(".ws-print-button")
  var ours = sheet ? Array.from(sheet.querySelectorAll(".ws-ours")) : []
  if (!print) return
  /* Who touches a blank wants to fill it in. */
  sheet.querySelectorAll("a.ws-local").forEach(function (link) {
    if (/\/country\/contacts(\/|\.html)/.test(link.pathname)) link.href = document.querySelector(".ws-fill").href
  })
  if (!ours.length) return
  var links = Array.from(document.querySelectorAll(".ws-hero .ws-download")), how = document.querySelector(".ws-print-how")
  print.hidden = how.hidden = false
  /* The way to a PDF comes first; the file of the site is the same for everybody. */
  links.concat(Array.from(document.querySelectorAll(".ws-hero .ws-many-button"))).forEach(function (one) { one.classList.add("ws-quiet") })
  document.querySelector(".ws-chips .ws-button").before(print)
  links.forEach(function (link) {
    if (/\.docx$/.test(link.pathname)) link.addEventListener("click", fill)
    else link.append(" (" + print.dataset.blank + ")")
  })
  function known() {
    var found = {}
    ours.forEach(function (link) { found[link.dataset.blank] = { value: link.textContent, called_on: !link.classList.contains("is-not-called") } })
    return found
  }
  function tools() {
    if (window.workshopFiles) return Promise.resolve()
    return new Promise(function (there, failed) {
      var script = document.createElement("script")
      script.src = new URL("ours-files.js", self.src)
      script.onload = there
      script.onerror = failed
      document.head.append(script)
    })
  }
  /* What can not be read (a page from a disk) is downloaded as it is. */
  async function fill(event) {
    var link = event.currentTarget
    event.preventDefault()
    try {
      await tools()
      var made = await window.workshopFiles.fill(await (await fetch(link.href)).arrayBuffer(), known()), saved = document.createElement("a")
      saved.href = URL.createObjectURL(new Blob([made.file], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }))
      saved.download = decodeURIComponent(link.pathname.split("/").pop())
      saved.click()
      setTimeout(function () { URL.revokeObjectURL(saved.href) }, 1000)
    } catch (error) { location.assign(link.href) }
  }
})()

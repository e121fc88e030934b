/* Papers above the results of the search: by title, by the words that people type, and by all words of the glossary for one thing. */
(function () {
  "use strict"
  var self = document.currentScript, query = document.querySelector(".md-search__input"), results = document.querySelector(".md-search-result")
  if (!query || !results) return
  var root = new URL("../../", self.src), ending = self.dataset.ending || "/", data = null, box = null
  var MOST = 5

  function fold(text) {
    return text.toLowerCase().normalize("NFKC").replace(/ё/g, "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim()
  }
  function squeezed(text) { return text.replace(/ /g, "") }
  function entry(text) { var folded = fold(text); return { words: folded.split(" "), whole: squeezed(folded), shown: text } }
  /* Endings differ: the beginning decides, and at most three letters may be others. */
  function sameWord(word, token) {
    if (word.startsWith(token) && token.length > 1) return true
    var common = 0
    while (common < word.length && word[common] === token[common]) common++
    return common >= 4 && common >= .6 * Math.max(word.length, token.length) && Math.max(word.length, token.length) - common <= 3
  }
  function holds(words, tokens) {
    return tokens.every(function (token) { return words.some(function (word) { return sameWord(word, token) }) })
  }
  function rate(one, asked) {
    if (one.title.whole === asked.whole) return 100
    if (asked.whole.length > 2 && one.title.whole.startsWith(asked.whole)) return 95
    if (one.also.some(function (also) { return also.whole === asked.whole })) return 90
    if (asked.whole.length > 2 && one.also.some(function (also) { return also.whole.startsWith(asked.whole) })) return 80
    if (holds(one.title.words, asked.words)) return 70
    if (one.also.some(function (also) { return holds(also.words, asked.words) })) return 60
    return holds(one.all, asked.words) ? 30 : 0
  }
  /* The other words for what was typed. */
  function others(asked) {
    return data.same.filter(function (words) { return words.some(function (word) { return word.whole === asked.whole }) })
  }
  function find(text) {
    var asked = entry(text), groups = others(asked), found = []
    if (asked.whole.length < 2) return { papers: [], also: [] }
    data.papers.forEach(function (one, place) {
      var score = rate(one, asked)
      groups.forEach(function (words) {
        if (one.terms.indexOf(words) >= 0) score = Math.max(score, 45)
        words.forEach(function (word) { if (word.whole !== asked.whole) score = Math.max(score, rate(one, word) * .6) })
      })
      if (score) found.push({ score: score, place: place, paper: one })
    })
    found.sort(function (a, b) { return b.score - a.score || a.place - b.place })
    var also = [].concat.apply([], groups).filter(function (word) { return word.whole !== asked.whole })
    return { papers: found.slice(0, MOST).map(function (hit) { return hit.paper }), also: also.map(function (word) { return word.shown }) }
  }
  function element(name, values, children) {
    var made = Object.assign(document.createElement(name), values)
    ;(children || []).forEach(function (child) { made.append(child) })
    return made
  }
  function row(one) {
    var raw = one.raw, picture = element("img", { alt: "", loading: "lazy", width: 48, height: 66 })
    if (raw.i) picture.src = new URL(raw.i, root)
    var words = element("div", {}, [
      element("a", { className: "ws-title", href: new URL(raw.p + ending, root), textContent: raw.t }), element("small", { textContent: raw.k + ". " + raw.u }),
    ])
    var made = element("li", { className: raw.i ? "" : "ws-bare" }, raw.i ? [picture, words] : [words])
    if (raw.f) {
      var get = element("a", { className: "ws-get", href: new URL(raw.f, root), download: "", textContent: raw.s })
      get.setAttribute("aria-label", data.say.get.replace("{title}", function () { return raw.t }) + ", " + raw.s)
      made.append(get)
    }
    return made
  }
  function show() {
    if (!data) return
    var found = find(query.value)
    if (!box) {
      box = element("section", { className: "ws-papers" })
      box.setAttribute("aria-label", data.say.papers)
      results.before(box)
    }
    box.hidden = !found.papers.length
    box.replaceChildren(element("h2", { textContent: data.say.papers }))
    if (found.also.length) box.append(element("p", { textContent: data.say.also.replace("{words}", function () { return found.also.join(", ") }) }))
    box.append(element("ul", {}, found.papers.map(row)))
  }
  function take(read) {
    data = { say: read.say, same: read.same.map(function (words) { return words.map(entry) }) }
    data.papers = read.papers.map(function (raw) {
      var also = (raw.a || []).map(entry), terms = (raw.w || []).map(function (index) { return data.same[index] })
      var title = entry(raw.t), all = title.words.concat(entry(raw.u).words)
      also.forEach(function (one) { all = all.concat(one.words) })
      terms.forEach(function (words) { words.forEach(function (one) { all = all.concat(one.words) }) })
      return { raw: raw, title: title, also: also, terms: terms, all: all }
    })
    show()
  }
  function load() {
    if (load.asked) return
    load.asked = true
    var script = element("script", { src: new URL("assets/workshop/papers.js", root) })
    script.onload = function () { take(window.workshopPapers) }
    document.head.append(script)
  }
  query.addEventListener("focus", load)
  query.addEventListener("input", function () { load(); show() })
  document.querySelector(".md-search").addEventListener("reset", function () { setTimeout(show) })
  if (new URLSearchParams(location.search).has("q")) { load(); addEventListener("load", show) }
})()

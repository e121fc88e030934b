/* Search finds a word in any of its forms. The theme's search looks for the beginning of a word as it was typed: that finds longer forms,
   not other ones. So the index holds each word twice, as it stands there and by its stem, and a query asks for both. What comes before
   this script has put the endings of a language into `lunr[code]`: its own `stem`, or the `stemmer` of lunr-languages. */
(function (lunr, code) {
  "use strict"
  var known = lunr[code], STEM = "\u2248", stems = new Map()

  /* е and ё are typed alike, and what hangs on a word is none of it. */
  function fold(word) {
    word = word.toLowerCase().replace(/\u00ad/g, "").replace(/ё/g, "е").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    return known.fold ? known.fold(word) : word
  }
  function stem(word) {
    if (!stems.has(word)) {
      var found = known.stem ? known.stem(word) : known.stemmer(new lunr.Token(word, {})).toString()
      stems.set(word, STEM + (known.same ? known.same(found) : found))
    }
    return stems.get(word)
  }
  function says(word) { return !(known.stopWords ? known.stopWords.has(word) : known.stopWordFilter && !known.stopWordFilter(word)) }

  function words(token) {
    var word = fold(token.toString())
    if (word) return [token.clone(function () { return word }), token.clone(function () { return stem(word) })]
  }
  lunr.Pipeline.registerFunction(words, "words-" + code)

  /* Each word of a query as the beginning of one, and by its stem. Returns what was typed, by its stem. */
  function widen(query) {
    var typed = {}, asked = query.clauses, said = asked.filter(function (one) { return says(fold(one.term)) })
    query.clauses = []
    ;(said.length ? said : asked).forEach(function (clause) {
      var open = clause.term.slice(-1) === "*", given = open ? clause.term.slice(0, -1) : clause.term, word = fold(given)
      if (!word) return
      clause.usePipeline = false
      typed[stem(word)] = given
      // With a sign before it a word must be there, in any form; while somebody types, its beginning is enough as well.
      if (clause.presence !== lunr.Query.presence.OPTIONAL && !open && !clause.wildcard) clause.term = stem(word)
      else clause.term = word + (open ? "*" : "")
      query.clauses.push(clause)
      if (clause.presence === lunr.Query.presence.OPTIONAL)
        query.clauses.push({ term: stem(word), fields: clause.fields, boost: 1, wildcard: 0, usePipeline: false, presence: clause.presence })
    })
    return typed
  }
  /* The theme marks what was found, and says which words of a query were not; so a stem is called by what was typed. */
  function rename(found, typed) {
    var seen = {}
    Object.keys(found).forEach(function (term) {
      if (term[0] !== STEM) Object.keys(found[term]).forEach(function (field) { seen[field] = (seen[field] || []).concat(found[term][field].position) })
    })
    Object.keys(found).forEach(function (term) {
      if (term[0] !== STEM) return
      var fields = found[term], name = typed[term] || term.slice(1), into = found[name] = found[name] || {}
      delete found[term]
      Object.keys(fields).forEach(function (field) {
        var more = fields[field].position.filter(function (one) { return !(seen[field] || []).includes(one) })
        into[field] = { position: ((into[field] || {}).position || []).concat(more) }
      })
    })
  }
  function inAnyForm(index) {
    var query = index.query
    index.query = function (fill) {
      var typed = {}, found = query.call(index, function (asked) { fill.call(asked, asked); typed = widen(asked) })
      found.forEach(function (one) { rename(one.matchData.metadata, typed) })
      return found
    }
    return index
  }

  /* A plugin of lunr: it is given the builder of an index. */
  lunr[code] = function () {
    var builder = this, build = builder.build
    builder.pipeline.reset()
    builder.searchPipeline.reset()
    builder.pipeline.add(words)
    builder.build = function () { return inAnyForm(build.call(builder)) }
  }
})

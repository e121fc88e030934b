// One section at a time, a bookmark, and what a learning platform is told.
(function () {
  var data = JSON.parse(document.getElementById('lesson-data').textContent), words = data.words
  var sections = Array.prototype.slice.call(document.querySelectorAll('main > section'))
  var entries = Array.prototype.slice.call(document.querySelectorAll('.contents a'))
  var contents = document.querySelector('.contents'), state = document.getElementById('state')
  var next = document.querySelector('.next'), back = document.querySelector('.back')
  var form = document.getElementById('check-form'), resend = document.getElementById('resend')
  var session = workshopSession(), here = 0, best = null, submitted = false, check = null
  var MOST = 4096 // letters of suspend_data in SCORM 1.2

  function label(button, section) {
    button.hidden = !section
    if (section) button.querySelector('small').textContent = section.querySelector('h2').textContent
  }

  function show(index, byHand) {
    here = index
    sections.forEach(function (section, at) { section.hidden = at !== index })
    entries.forEach(function (entry, at) {
      if (at === index) entry.setAttribute('aria-current', 'step'); else entry.removeAttribute('aria-current')
    })
    document.getElementById('position').textContent =
      words.position.replace('{here}', index + 1).replace('{all}', sections.length)
    document.getElementById('bar').style.width = 100 * (index + 1) / sections.length + '%'
    label(next, sections[index + 1])
    label(back, sections[index - 1])
    if (!byHand) return
    var heading = sections[index].querySelector('h2')
    heading.focus({ preventScroll: true })
    sections[index].scrollIntoView({ block: 'start' })
    remember()
    session.commit()
  }

  function answers() {
    var given = {}
    check.questions.forEach(function (question) { var one = check.answer(question); if (one) given[question.id] = one })
    return given
  }

  // Puts answers back, as far as the question and the option are still there; returns whether they are shown as marked.
  function restore(given, done) {
    check.questions.forEach(function (question) {
      var values = typeof given[question.id] === 'string' ? given[question.id].split(',') : []
      check.inputs(question).forEach(function (input) {
        if (!check.isMany(question)) { input.checked = values.indexOf(input.value) >= 0; return }
        var pair = input.name.slice(question.id.length + 1) + '.'
        values.forEach(function (value) { if (value.indexOf(pair) === 0) input.value = value.slice(pair.length) })
      })
    })
    var whole = done && check.questions.every(check.answer)
    if (whole) check.show(check.mark())
    return whole
  }

  function remember() {
    session.set('cmi.core.lesson_location', sections[here].id)
    var kept = { v: 1, d: submitted ? 1 : 0 }
    if (best) kept.b = best
    if (check) kept.a = answers()
    var text = JSON.stringify(kept)
    if (text.length > MOST) { delete kept.a; kept.d = 0; text = JSON.stringify(kept) }
    session.set('cmi.suspend_data', text)
  }

  // Old, broken or foreign data is as good as none.
  function recall() {
    var kept = null
    try { kept = JSON.parse(session.get('cmi.suspend_data')) } catch (error) { kept = null }
    if (!kept || typeof kept !== 'object' || kept.v !== 1) return
    if (typeof kept.b === 'number' && kept.b >= 0 && kept.b <= 100) best = kept.b
    if (check && kept.a && typeof kept.a === 'object') submitted = restore(kept.a, kept.d === 1)
  }

  // The best result counts: who answers again can only gain.
  function report(marked) {
    submitted = marked !== null
    if (!marked) return
    best = best === null ? marked.score : Math.max(best, marked.score)
    var kinds = { match: 'matching', order: 'matching', 'true-false': 'true-false' }
    marked.answers.forEach(function (answer, index) {
      var at = 'cmi.interactions.' + index + '.'
      var given = answer.kind === 'true-false' ? answer.given.charAt(0) : answer.given
      session.set(at + 'id', answer.id)
      session.set(at + 'type', kinds[answer.kind] || 'choice')
      session.set(at + 'student_response', given.slice(0, 255))
      session.set(at + 'result', answer.right ? 'correct' : 'wrong')
    })
    session.set('cmi.core.score.min', 0)
    session.set('cmi.core.score.max', 100)
    session.set('cmi.core.score.raw', best)
    session.set('cmi.core.lesson_status', best >= data.mark ? 'passed' : 'failed')
    send()
  }

  function send() {
    remember()
    var saved = session.commit()
    resend.hidden = saved
    state.textContent = saved ? (session.connected() ? words.recorded : words.plain) : words.lost
  }

  if (data.key) {
    check = workshopCheck(form, data, report)
  } else if (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault()
      session.set('cmi.core.lesson_status', 'completed')
      document.getElementById('result').textContent = words.read
      document.getElementById('submit').hidden = true
      send()
    })
  }
  resend.addEventListener('click', send)
  next.addEventListener('click', function () { show(here + 1, true) })
  back.addEventListener('click', function () { show(here - 1, true) })
  entries.forEach(function (entry, index) {
    entry.addEventListener('click', function (event) {
      event.preventDefault()
      if (!wide.matches) contents.open = false
      show(index, true)
    })
  })

  var wide = window.matchMedia('(min-width: 60em)')
  contents.open = wide.matches

  document.documentElement.className += ' lively'
  state.textContent = session.connected() ? words.recorded : words.plain
  recall()
  var place = sections.map(function (section) { return section.id }).indexOf(session.get('cmi.core.lesson_location'))
  show(Math.max(place, 0), false)

  // Not `unload`: Chrome refuses it inside the frames of learning platforms.
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') { remember(); session.commit() }
  })
  window.addEventListener('pagehide', function () { remember(); session.close() })
  window.addEventListener('pageshow', function (event) { if (event.persisted) state.textContent = words.closed })
})()

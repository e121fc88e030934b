// One section at a time, a bookmark, and what a learning platform is told.
(function () {
  var data = JSON.parse(document.getElementById('lesson-data').textContent), words = data.words
  var sections = Array.prototype.slice.call(document.querySelectorAll('main > section'))
  var entries = Array.prototype.slice.call(document.querySelectorAll('.contents a'))
  var contents = document.querySelector('.contents'), state = document.getElementById('state')
  var next = document.querySelector('.next'), back = document.querySelector('.back')
  var form = document.getElementById('check-form'), resend = document.getElementById('resend')
  var session = workshopSession(), here = 0, best = null, submitted = false, check = null
  var notice = document.getElementById('notice'), fate = document.getElementById('fate')
  var passed = session.get('cmi.core.lesson_status') === 'passed'
  var MOST = 4095 // letters of suspend_data in SCORM 1.2, and one more that may be needed to send it again

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
    tell(session.commit())
  }

  // What becomes of what people do here, as it is: below the lesson, above it when it is not as usual, and beside a result.
  function tell(saved) {
    var kind = session.state()
    if (kind === 'kept') kind = saved ? 'recorded' : 'lost'
    var usual = kind === 'recorded' || kind === 'plain'
    state.textContent = words[kind]
    notice.hidden = usual
    if (notice.textContent !== words[kind]) notice.textContent = usual ? '' : words[kind]
    fate.textContent = !submitted ? '' : kind === 'recorded' ? words.saved : words[kind]
    resend.hidden = kind !== 'lost'
    return kind
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

  function better(score) { best = best === null ? score : Math.max(best, score) }

  // Old, broken or foreign data is as good as none. What the platform holds as the score is never made smaller.
  function recall() {
    var score = check ? parseFloat(session.get('cmi.core.score.raw')) : NaN
    if (score >= 0 && score <= 100) better(score)
    var kept = null
    try { kept = JSON.parse(session.get('cmi.suspend_data')) } catch (error) { kept = null }
    if (!kept || typeof kept !== 'object' || kept.v !== 1) return
    if (typeof kept.b === 'number' && kept.b >= 0 && kept.b <= 100) better(kept.b)
    if (check && kept.a && typeof kept.a === 'object') submitted = restore(kept.a, kept.d === 1)
  }

  // The best result counts: who answers again can only gain.
  function report(marked) {
    submitted = marked !== null
    if (!marked) { fate.textContent = ''; return }
    better(marked.score)
    passed = passed || best >= data.mark
    marked.answers.forEach(function (answer, index) {
      var at = 'cmi.interactions.' + index + '.'
      // "fill-in" is the one type of SCORM 1.2 that holds words, and teachers read words.
      session.set(at + 'id', 'Q' + (index + 1) + '_' + answer.id)
      session.set(at + 'type', 'fill-in')
      session.set(at + 'correct_responses.0.pattern', answer.key.slice(0, 254))
      session.set(at + 'student_response', answer.words.slice(0, 254))
      session.set(at + 'result', answer.right ? 'correct' : 'wrong')
    })
    session.set('cmi.core.score.min', 0)
    session.set('cmi.core.score.max', 100)
    session.set('cmi.core.score.raw', best)
    session.set('cmi.core.lesson_status', passed ? 'passed' : 'failed')
    send()
  }

  function send() {
    remember()
    return tell(session.commit())
  }

  if (data.key) {
    check = workshopCheck(form, data, report)
  } else if (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault()
      session.set('cmi.core.lesson_status', 'completed')
      submitted = true
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

  // Other windows with this lesson: the newest one goes on, with the best result of all, and the others write nothing more.
  function meet() {
    if (session.state() !== 'kept' || !window.BroadcastChannel) return
    var others = new BroadcastChannel('workshop ' + location.pathname)
    others.onmessage = function (message) {
      var said = message.data || {}
      if (said.kind === 'opened' && session.state() === 'kept') {
        others.postMessage({ kind: 'left', best: best, passed: passed })
        session.leave()
        tell(true)
      } else if (said.kind === 'left' && typeof said.best === 'number') {
        better(said.best)
        passed = passed || said.passed === true
      }
    }
    others.postMessage({ kind: 'opened' })
  }

  function retry() { if (!resend.hidden) send() }

  document.documentElement.className += ' lively'
  recall()
  tell(session.commit())
  meet()
  var place = sections.map(function (section) { return section.id }).indexOf(session.get('cmi.core.lesson_location').trim())
  show(Math.max(place, 0), false)

  // Not `unload`: Chrome refuses it inside the frames of learning platforms.
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') { remember(); session.commit() } else retry()
  })
  window.addEventListener('online', retry)
  // A result that nobody has yet: the browser asks before it goes.
  window.addEventListener('beforeunload', function (event) { if (submitted && !resend.hidden) event.preventDefault() })
  window.addEventListener('pagehide', function () { remember(); session.close() })
  window.addEventListener('pageshow', function (event) { if (event.persisted) { session.reopen(); send() } })
})()

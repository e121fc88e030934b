// Talks to a learning platform by SCORM 1.2. Without one, every call does nothing.
function workshopSession() {
  // A frame of somebody else's address throws when it is looked into; the search goes on above it.
  function ancestors(start) {
    var found = [], frame = start
    while (frame && found.length < 20 && found.indexOf(frame) < 0) {
      found.push(frame)
      try { frame = frame.parent } catch (error) { frame = null }
    }
    return found
  }
  function apiOf(frame) {
    try { return frame.API && frame.API.LMSInitialize ? frame.API : null } catch (error) { return null }
  }
  function openerOf(frame) {
    try { return frame.opener } catch (error) { return null }
  }
  function find() {
    var near = ancestors(window), all = near.slice()
    near.forEach(function (frame) { var opener = openerOf(frame); if (opener) all = all.concat(ancestors(opener)) })
    for (var i = 0; i < all.length; i++) if (apiOf(all[i])) return all[i]
    return null
  }

  var home = find(), api = home && apiOf(home), began = Date.now(), safe = true, unsent = {}, over = ''

  // A platform that throws has not taken anything.
  function ask(name, first, second) {
    try { return String(second === undefined ? api[name](first) : api[name](first, second)) } catch (error) { return 'false' }
  }
  // Where a request fails, Moodle sends the same by a beacon, which nobody answers, and says that all is well. While somebody reads,
  // only an answer counts, so for this moment it finds no beacon. Who leaves can not wait for an answer.
  function store(leaving) {
    var way = leaving || document.visibilityState === 'hidden' ? null : home.navigator
    try { if (way) Object.defineProperty(way, 'sendBeacon', { value: undefined, configurable: true }) } catch (error) { way = null }
    var stored = ask('LMSCommit', '') === 'true'
    if (way) delete way.sendBeacon
    return stored
  }
  var open = false, writes = false, mode = ''
  function begin() {
    open = api !== null && ask('LMSInitialize', '') === 'true'
    mode = open ? ask('LMSGetValue', 'cmi.core.lesson_mode') : ''
    writes = open && mode !== 'browse' && mode !== 'review'
    return open
  }

  function two(number) { return (number < 10 ? '0' : '') + number }
  function spent() {
    var seconds = Math.min(Math.round((Date.now() - began) / 1000), 359999)
    return two(Math.floor(seconds / 3600)) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60)
  }

  // Another value, which does no harm for a moment.
  function varied(name, value) {
    // Moodle makes numbers of scores: 100 and 100.0 are the same to it.
    if (/score/.test(name)) return String(value > 50 ? value - 0.01 : Number(value) + 0.01)
    if (/lesson_status$/.test(name)) return 'incomplete'
    if (/type$/.test(name)) return 'performance'
    if (/result$/.test(name)) return 'neutral'
    return value + (/[.]id$/.test(name) ? '_' : ' ')
  }

  // Moodle takes what it sent for stored, also when nobody received it, and does not send it again until it changes. So what
  // may be lost is changed, sent, and set right again.
  function sendAgain(leaving) {
    var names = Object.keys(unsent)
    names.forEach(function (name) { ask('LMSSetValue', name, varied(name, unsent[name])) })
    if (!store(leaving)) return
    names.forEach(function (name) { ask('LMSSetValue', name, unsent[name]) })
    safe = store(leaving)
  }

  var session = {
    // 'plain': no platform; 'review' and 'browse': nothing is kept; 'closed', 'elsewhere': it was, and is no longer; or 'kept'.
    state: function () { return over || (!open ? 'plain' : writes ? 'kept' : mode) },
    get: function (name) { var value = open ? ask('LMSGetValue', name) : ''; return value === 'undefined' ? '' : value },
    set: function (name, value) {
      if (!writes) return
      value = String(value)
      unsent[name] = value
      ask('LMSSetValue', name, value)
    },
    // Whether what was set is safe; also where there is nothing to be saved.
    commit: function (leaving) {
      if (!writes) return true
      if (safe) safe = store(leaving)
      else sendAgain(leaving)
      if (safe) unsent = {}
      return safe
    },
    close: function () {
      if (!open) return
      session.set('cmi.core.session_time', spent())
      session.set('cmi.core.exit', 'suspend')
      session.commit(true)
      open = writes = false
      over = over || 'closed'
      ask('LMSFinish', '')
    },
    // After the browser's "back" the page is the old one, and the platform may take it up again.
    reopen: function () {
      if (over !== 'closed' || !begin()) return
      over = ''
      began = Date.now()
    },
    // Another window has it: whatever this one wrote would only spoil the result.
    leave: function () { if (writes) { writes = false; over = 'elsewhere' } }
  }
  begin()
  var status = session.get('cmi.core.lesson_status')
  if (status === 'not attempted' || status === '') {
    session.set('cmi.core.lesson_status', 'incomplete')
    session.commit()
  }
  return session
}

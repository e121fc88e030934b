// Marks a knowledge check in the page and says why. Knows nothing of learning platforms.
function workshopCheck(form, data, told) {
  var key = ''
  for (var i = 0; i < data.key.length; i++) key += String.fromCharCode(data.key.charCodeAt(i) ^ 1)
  var questions = JSON.parse(key)
  var result = document.getElementById('result'), button = document.getElementById('submit')
  var again = document.getElementById('again'), words = data.words

  function box(question) { return document.getElementById('q-' + question.id) }
  function inputs(question) { return Array.prototype.slice.call(box(question).querySelectorAll('input, select')) }

  // Whether each of several things gets its own answer.
  function isMany(question) { return question.kind === 'match' || question.kind === 'order' }

  // The answer to a question as the records hold it: "a,c", "pair.b,other.a" or "item.1,other.2"; empty if it is not complete.
  function answer(question) {
    if (isMany(question)) {
      var sides = inputs(question)
      if (sides.some(function (side) { return !side.value })) return ''
      return sides.map(function (side) { return side.name.slice(question.id.length + 1) + '.' + side.value }).join(',')
    }
    return inputs(question).filter(function (input) { return input.checked }).map(function (input) { return input.value }).join(',')
  }

  function isRight(question, given) {
    var right = rightValues(question)
    return given.split(',').sort().join() === right.slice().sort().join()
  }

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name] })
  }

  function explain(question, given) {
    var feedback = box(question).querySelector('.feedback'), right = isRight(question, given)
    var said = question.all ? [question.all] : given.split(',').map(function (value) {
      var option = box(question).querySelector('[value="' + value + '"] + span')
      return question.kind === 'multiple' ? '<strong>' + option.innerHTML + '.</strong> ' + question.said[value] : question.said[value]
    })
    var chosen = given.split(',')
    if (question.kind === 'multiple' && question.right.some(function (value) { return chosen.indexOf(value) < 0 })) said.push(words.missing)
    box(question).classList.add(right ? 'right' : 'wrong')
    feedback.innerHTML = '<p><strong></strong></p>' + said.map(function (text) { return '<p>' + text + '</p>' }).join('')
    feedback.querySelector('strong').textContent = right ? words.right : words.wrong
    feedback.hidden = false
  }

  // An answer in the words of the page, for teachers who read reports: "both of them; the first one" or "left: right; other: one".
  function spoken(question, values) {
    function text(part) { return part ? part.textContent.trim() : '' }
    if (!isMany(question)) return values.map(function (value) { return text(box(question).querySelector('[value="' + value + '"] + span')) }).join('; ')
    return inputs(question).map(function (side) {
      var pair = side.name.slice(question.id.length + 1) + '.'
      var value = values.filter(function (one) { return one.indexOf(pair) === 0 })[0] || pair
      var other = text(side.querySelector('option[value="' + value.slice(pair.length) + '"]')).replace(/^[A-Z]: /, '')
      return text(side.parentNode.querySelector('span')) + ': ' + other
    }).join('; ')
  }

  function rightValues(question) {
    if (!isMany(question)) return question.right
    return Object.keys(question.right).map(function (pair) { return pair + '.' + question.right[pair] })
  }

  function mark() {
    var answers = questions.map(function (question) {
      var given = answer(question)
      return {
        id: question.id, kind: question.kind, given: given, right: given !== '' && isRight(question, given),
        words: spoken(question, given.split(',')), key: spoken(question, rightValues(question))
      }
    })
    var right = answers.filter(function (one) { return one.right }).length
    // Two decimals at most: the platform compares the number that it is given with the pass mark.
    var score = Math.round(10000 * right / answers.length) / 100
    return { answers: answers, score: score, passed: score >= data.mark }
  }

  function show(marked) {
    questions.forEach(function (question, index) { explain(question, marked.answers[index].given) })
    lock(true)
    result.className = marked.passed ? 'passed' : 'failed'
    result.textContent = say(marked.passed ? words.passed : words.failed, { score: Math.round(marked.score), mark: data.mark })
  }

  function lock(on) {
    questions.forEach(function (question) { inputs(question).forEach(function (input) { input.disabled = on }) })
    button.hidden = on
    again.hidden = !on
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault()
    var open = []
    questions.forEach(function (question, index) { if (!answer(question)) open.push(index + 1) })
    if (open.length) {
      result.className = ''
      result.textContent = say(words.unanswered, { numbers: open.join(', ') })
      inputs(questions[open[0] - 1])[0].focus()
      return
    }
    var marked = mark()
    show(marked)
    result.focus()
    if (told) told(marked)
  })

  again.addEventListener('click', function () {
    questions.forEach(function (question) {
      box(question).classList.remove('right', 'wrong')
      box(question).querySelector('.feedback').hidden = true
      inputs(question).forEach(function (input) { input.checked = false; if (input.tagName === 'SELECT') input.value = '' })
    })
    lock(false)
    result.className = ''
    result.textContent = ''
    inputs(questions[0])[0].focus()
    if (told) told(null)
  })

  return { questions: questions, isMany: isMany, inputs: inputs, answer: answer, mark: mark, show: show }
}

// Shows the letters of the page, marks the check for the reader alone, and tells the page around this one how high it is.
(function () {
  // A rule in the style sheet would be another one in each page, and a server that allows known style sheets would have to name them all.
  var letters = JSON.parse(document.getElementById('letters').textContent)
  if (window.FontFace) Object.keys(letters).forEach(function (weight) {
    document.fonts.add(new FontFace('Source Sans 3', 'url(data:font/woff2;base64,' + letters[weight] + ')', { weight: weight }))
  })
  // The lists of a question are alike; the page holds the first one.
  Array.prototype.forEach.call(document.querySelectorAll('fieldset'), function (question) {
    var lists = question.querySelectorAll('select')
    for (var i = 1; i < lists.length; i++) lists[i].innerHTML = lists[0].innerHTML
  })
  // Pictures of steps lie on the site. Where the page was copied away from it, their words and numbers are left.
  Array.prototype.forEach.call(document.querySelectorAll('img'), function (picture) {
    picture.onerror = function () { picture.remove() }
    if (picture.complete && !picture.naturalWidth) picture.remove()
  })
  var form = document.getElementById('check-form')
  if (form) workshopCheck(form, JSON.parse(document.getElementById('check-data').textContent))
  var last = 0
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height === last) return
    last = height
    window.parent.postMessage({ workshop: 'height', height: height }, '*')
  }
  if (window.parent === window || !window.ResizeObserver) return
  new ResizeObserver(tell).observe(document.body)
  tell()
})()

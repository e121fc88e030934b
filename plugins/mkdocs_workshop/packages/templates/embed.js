// Marks the check for the reader alone, and tells the page around this one how high it is.
(function () {
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

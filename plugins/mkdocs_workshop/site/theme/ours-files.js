/* Reads and writes ZIPs, which Word and Excel files are: as much as "Make it ours" needs. */
(function () {
  "use strict"
  var CRC = Array.from({ length: 256 }, function (_, byte) {
    for (var bit = 0; bit < 8; bit++) byte = byte & 1 ? byte >>> 1 ^ 0xEDB88320 : byte >>> 1
    return byte >>> 0
  })
  function crc(data) {
    var sum = 0xFFFFFFFF
    for (var place = 0; place < data.length; place++) sum = CRC[(sum ^ data[place]) & 255] ^ sum >>> 8
    return (sum ^ 0xFFFFFFFF) >>> 0
  }
  /* The files of a ZIP as they lie there, packed: [{name, method, crc, size, data, flags}]. Throws where it is none. */
  function open(buffer) {
    var view = new DataView(buffer), end = buffer.byteLength - 22
    while (end >= 0 && view.getUint32(end, true) !== 0x06054B50) end--
    if (end < 0) throw new Error("no ZIP")
    var count = view.getUint16(end + 10, true), at = view.getUint32(end + 16, true), files = []
    for (; count; count--) {
      var names = view.getUint16(at + 28, true), start = view.getUint32(at + 42, true), packed = view.getUint32(at + 20, true)
      var data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      files.push({
        name: new TextDecoder().decode(new Uint8Array(buffer, at + 46, names)), method: view.getUint16(at + 10, true), flags: view.getUint16(at + 8, true) & 0x800,
        crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true), data: new Uint8Array(buffer, data, packed),
      })
      at += 46 + names + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return files
  }
  async function text(file) {
    if (!file) return ""
    if (file.method === 0) return new TextDecoder().decode(file.data)
    var stream = new Blob([file.data]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
    return new Response(stream).text()
  }
  function head(file, at) {
    var name = new TextEncoder().encode(file.name), size = at === undefined ? 30 : 46, made = new Uint8Array(size + name.length), view = new DataView(made.buffer)
    var shift = at === undefined ? 0 : 2
    view.setUint32(0, at === undefined ? 0x04034B50 : 0x02014B50, true)
    if (shift) view.setUint16(4, 20, true)
    view.setUint16(4 + shift, 20, true); view.setUint16(6 + shift, file.flags, true); view.setUint16(8 + shift, file.method, true)
    view.setUint16(12 + shift, 33, true); view.setUint32(14 + shift, file.crc, true); view.setUint32(18 + shift, file.data.length, true)
    view.setUint32(22 + shift, file.size, true); view.setUint16(26 + shift, name.length, true)
    if (shift) view.setUint32(42, at, true)
    made.set(name, size)
    return made
  }
  function pack(files) {
    var parts = [], list = [], at = 0
    files.forEach(function (file) {
      var first = head(file)
      list.push(head(file, at))
      parts.push(first, file.data)
      at += first.length + file.data.length
    })
    var length = list.reduce(function (sum, one) { return sum + one.length }, 0), end = new DataView(new ArrayBuffer(22))
    end.setUint32(0, 0x06054B50, true); end.setUint16(8, files.length, true); end.setUint16(10, files.length, true)
    end.setUint32(12, length, true); end.setUint32(16, at, true)
    return new Blob(parts.concat(list, [end.buffer]))
  }
  /* A Word file with blanks replaced: `ours` holds for each blank, as the file shows it, `{value, called_on}`. Word takes what
     stands in such places from data inside of the file when it opens it, so both are written. */
  async function fill(buffer, ours) {
    var files = open(buffer), count = 0
    function entry(shown) {
      var blank = Object.keys(ours).find(function (one) { return shown === one || shown.endsWith("(" + one + ")") })
      return ours[blank]
    }
    function place(content) {
      var runs = Array.from(content.getElementsByTagName("w:t")), found = entry(runs.map(function (run) { return run.textContent }).join(""))
      if (!found) return false
      runs.forEach(function (run, index) { run.textContent = index ? "" : found.value })
      // What somebody has called to check is missing no longer, so it no longer looks so.
      if (found.called_on) {
        var mark = content.parentNode.previousElementSibling
        Array.from(content.parentNode.getElementsByTagName("w:rPr")).forEach(function (form) { form.remove() })
        if (mark && Array.from(mark.getElementsByTagName("w:rStyle")).some(function (style) { return style.getAttribute("w:val") === "Tofill" })) mark.remove()
      }
      count++
      return true
    }
    function field(one) {
      var found = entry(one.textContent)
      if (found) one.textContent = found.value
      return Boolean(found)
    }
    for (var file of files) {
      var shown = /^word\/(document|header\d*|footer\d*)\.xml$/.test(file.name), held = /^customXml\/item\d+\.xml$/.test(file.name)
      if (!shown && !held) continue
      var xml = new DOMParser().parseFromString(await text(file), "application/xml"), root = xml.documentElement
      var places = shown ? Array.from(xml.getElementsByTagName("w:sdtContent")) : root.localName === "contacts" ? Array.from(root.children) : []
      if (!places.filter(shown ? place : field).length) continue
      file.data = new TextEncoder().encode(new XMLSerializer().serializeToString(xml))
      Object.assign(file, { method: 0, size: file.data.length, crc: crc(file.data) })
    }
    return { file: pack(files), count: count }
  }
  /* Files in one ZIP, as they are: [[name, blob], ...]. */
  async function together(list) {
    var files = []
    for (var one of list) {
      var data = new Uint8Array(await one[1].arrayBuffer())
      files.push({ name: one[0], method: 0, flags: 0x800, crc: crc(data), size: data.length, data: data })
    }
    return pack(files)
  }
  /* The cells of the first sheet of a workbook: [{A: text, B: text}, ...]. */
  async function rows(buffer) {
    var files = open(buffer), find = function (name) { return files.find(function (file) { return file.name === name }) }
    var parse = async function (name) { return new DOMParser().parseFromString(await text(find(name)) || "<none/>", "application/xml") }
    var words = function (element) { return Array.from(element.getElementsByTagName("t"), function (one) { return one.textContent }).join("") }
    var shared = Array.from((await parse("xl/sharedStrings.xml")).getElementsByTagName("si"), words)
    return Array.from((await parse("xl/worksheets/sheet1.xml")).getElementsByTagName("row"), function (row) {
      var made = {}
      Array.from(row.getElementsByTagName("c")).forEach(function (cell) {
        var value = cell.getElementsByTagName("v")[0], type = cell.getAttribute("t")
        made[cell.getAttribute("r").replace(/\d+/, "")] = type === "s" ? shared[+value.textContent] : type === "inlineStr" ? words(cell) : value ? value.textContent : ""
      })
      return made
    })
  }
  window.workshopFiles = { fill: fill, together: together, rows: rows }
})()

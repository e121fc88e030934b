/* Kazakh word endings for search: they are peeled off one by one, as long as the vowels agree. Good enough for a search box. */
(function (lunr) {
  "use strict"
  var BACK = "аоұыуяюё", FRONT = "әөүіеэи", VOWEL = BACK + FRONT, NASAL = "мнң"
  var SOFT = "бвгғджзйлмнңру" + VOWEL, HARD = "пткқсшфхцчщбвгд", CONSONANT = "бвгғджзйклмнңпрстфхцчшщқ"
  var SHORT = set("ем үй ер ай ел ет іс ой су жу"), KEPT = set("дәптер пайда салдар тәртіп қағида мекен орын халық")
  var LOST = { орн: "орын", халқ: "халық", аузд: "ауыз", ауз: "ауыз", мұрн: "мұрын", ерк: "ерік", әрп: "әріп", ерн: "ерін" }
  /* Sounds before an ending, the endings, the longest first, and how many letters must stand before them. */
  var LADDER = [
    [SOFT, "дан ден ға ге да де"],
    [HARD, "тан тен тың тің пен қа ке та те ты ті"],
    [NASAL, "ның нің нан нен"],
    [VOWEL, "ның нің ны ні"],
    ["лрйузжмнң", "дың дің мен ды ді"],
    [VOWEL, "мен"],
    ["зж", "бен"],
    ["ыі", "ндағы ндегі нда нде нан нен на не"],
    ["ыі", "н", 4],
    [SOFT, "дағы дегі"],
    [HARD, "тағы тегі"],
    ["", "ыңыз іңіз"], ["аеәяыі", "ңыз"], ["аеәыі", "ңіз"], ["", "ымыз іміз"], ["аяы", "мыз"], ["еі", "міз"],
    [VOWEL, "сы сі"],
    [CONSONANT, "ы і"],
    [VOWEL + "рй", "лар лер"],
    ["лмнңзж", "дар дер"],
    [HARD, "тар тер"],
  ].map(function (rung) { return { before: rung[0], endings: rung[1].split(" "), least: rung[2] || 1 } })
  var PARTICIPLE = /^(.{3,}?)(?:атын|етін|йтын|йтін)$/
  var VERB = /(?:ып|іп|у|ған|ген|қан|кен|[аей](?:ды|ді)|са(?:ңыз)?|се(?:ңіз)?|[бпм][ае](?:ңыз|ңіз))$/

  function set(words) { return new Set(words.split(" ")) }
  function lastVowel(word) { return Array.from(word).reverse().find(function (letter) { return VOWEL.includes(letter) }) }
  function agrees(rest, ending) {
    var last = lastVowel(rest), first = Array.from(ending).find(function (letter) { return VOWEL.includes(letter) }) || last
    return !last || "иуюяе".includes(last) || BACK.includes(last) === BACK.includes(first)
  }
  function isStem(rest) { return rest.length >= 3 || SHORT.has(rest) }
  function peeled(word) {
    for (var rung of LADDER) {
      var ending = rung.endings.find(function (one) {
        var rest = word.slice(0, -one.length)
        return word.endsWith(one) && rest.length >= rung.least && (!rung.before || rung.before.includes(rest.slice(-1)))
      })
      if (!ending) continue
      var rest = word.slice(0, -ending.length)
      if (isStem(rest) && (ending.slice(1) === "ен" || agrees(rest, ending))) return rest
    }
    return null
  }
  function stem(word) {
    word = word.replace(PARTICIPLE, "$1")
    for (var next = word; next && !KEPT.has(word); ) {
      next = peeled(word)
      if (next) word = next
    }
    var verb = VERB.exec(word)
    if (verb && !KEPT.has(word) && isStem(word.slice(0, verb.index))) word = word.slice(0, verb.index)
    word = LOST[word] || word
    var hardened = { ғ: "қ", г: "к", б: "п" }[word.slice(-1)]
    return word.length > 3 && hardened ? word.slice(0, -1) + hardened : word
  }
  lunr.kk = {
    stem: stem,
    /* "В гепатиті" is typed in both alphabets. */
    fold: function (word) { return { в: "b", с: "c" }[word] || word },
    stopWords: set("және мен пен бен да де та те не немесе я әлде ал бірақ алайда дегенмен өйткені себебі сондықтан сонда онда мұнда осында сонымен яғни " +
      "бұл сол осы ол олар біз сіз сіздер сен өз өзі өзіңіз өзіміз оның оны оған онымен олардың мына мынау мынадай сондай осындай " +
      "кім қай қандай қалай қашан қайда неге қанша әр әрбір әркім бәрі барлық барлығы кез келген кейбір бірнеше бір біреу ештеңе ешкім " +
      "үшін туралы жайлы бойынша арқылы дейін кейін бұрын бері соң сайын ғана тек қана сияқты секілді ретінде қатысты қарай қарсы арасында ішінде кезінде бойы бойында " +
      "егер еді екен емес ма ме ба бе па пе ғой ше деп деген дейді дей десе бар болады болды болса болып болған болу болуы керек тиіс мүмкін қажет " +
      "тағы тағыда ең өте әлі енді қазір әрі тіпті рет сәл жай мысалы т б ға ге қа ке ны ні ды ді ты ті дан ден тан тен нан нен дың дің тың тің ның нің"),
  }
})(self.lunr)

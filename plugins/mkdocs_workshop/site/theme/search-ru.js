/* Russian word endings for search, beside those that come with the theme: a vowel that comes and goes before the last letter, as in
   перчатка and перчаток, звонок and звонка, продавец and продавца. */
(function (lunr) {
  "use strict"
  lunr.ru.same = function (stem) { return stem.replace(/([бвгджзклмнпрстфхцчшщ])[ое]([кц])$/, "$1$2") }
})(self.lunr)

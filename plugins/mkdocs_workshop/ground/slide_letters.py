"""The widths of letters on slides: of each letter the widest that any of six fonts has, in thousandths of an em.

A presentation names Calibri, and each machine sets what it has: Calibri, Carlito, Arial, Liberation Sans, DejaVu Sans, or the
Source Sans 3 that the web carries. What fits with these widths fits in all of them. Classes of 20, rounded up.
"""

import unicodedata
from functools import lru_cache

_REGULAR: dict[int, str] = {
    200: "\u202f",
    280: "'ijlıіјӏ′",
    300: "IІӀ",
    320: " ,.\u00a0·‘’‚‛",
    340: ":;ł",
    360: "fſ",
    380: "-ľ\u2010\u2011",
    400: "()/[\\]tŧ‹›",
    420: "!r¡²³¹ŀ",
    480: "|ªº",
    500: '"*J¦°Ј″',
    520: "“”„",
    540: "szгзѕґҙ",
    560: "?L_`c§¨¯´¸ĳĿсэєҫ–†‡",
    580: "kĸŁ",
    600: "vxyвтухчьғүұҳҷ•",
    620: "FTaeo«»¿ðøŦəГТабекояҐқҮҰӄәө",
    640: "$0123456789bdghnpqu{}¢£¤¥µ¶ßþďđŋУлрђһ‒€₸₽",
    660: "ЗинпћџҘӃ",
    680: "EKPSYÞЅЕРҒңӈ",
    700: "ABVXZħАБВХЧЬдцҪҲҶҺ",
    720: "ЄКЭъҚ",
    740: "CRUĲСЯ",
    760: "HNŊЏИЛНПмҢӇ",
    780: "&DGÐĐЦẞ",
    800: "OQØƏДОыӘӨ",
    820: "wŉ",
    840: "#+<=>^~¬±×÷Ъҡ−≈≤≥✓✗",
    860: "ЋфюҠ",
    880: "MЂМФ",
    900: "Ыњ",
    920: "Ħжшљҗ↑↓",
    960: "%щ",
    980: "m¼½¾Ӕ",
    1000: "W©®Ææӕ—―…™←→",
    1020: "@",
    1040: "œ",
    1060: "Њ",
    1080: "ŒЖШЮҖ№",
    1100: "ЉЩ",
    1360: "‰",
}
_BOLD: dict[int, str] = {
    200: "\u202f",
    300: "′",
    320: "'",
    360: " ijl\u00a0ıіјӏ",
    380: ",.I·łІӀ‘’‚‛",
    400: ":;",
    420: "-\u2010\u2011‹›",
    440: "/\\f²³¹ſ",
    460: "!()[]¡",
    480: "t|ľŧ",
    500: "r¦°",
    540: '"*гґ″',
    560: "J_§ŀЈғ–†‡",
    580: "ªºт",
    600: "`csz¨¯´¸зсэєѕҙҫ",
    620: "?¿",
    640: "L¤¶ĿГвьҐӄ•",
    660: "vxy«»Łухяүұҳ“”„",
    680: "aekĸəаекҒқә",
    700: "$0123456789EFTo¢£¥ðøĳŦЕТбнопчџҷӈө‒€₸₽",
    720: "bdghnpqu{}ßþďđŋЗирђҘһ",
    740: "CPSYZµÞЄЅРСЭлћҪҮҰ",
    760: "цъ",
    780: "ABKRVXАБВУХЬЯҚҲӃ",
    800: "ħĲ",
    820: "UКЧдмңҶҺ",
    840: "#+<=>DGHN^~¬±Ð×÷ĐŊЏИЛНПҡӇ−≈≤≥✓✗",
    860: "OQØƏОӘӨ",
    880: "&Ћ",
    900: "ЂДẞ",
    920: "ы↑↓",
    940: "wЦЪ",
    960: "њҢ",
    980: "Ħю",
    1000: "@M©®ŉМФжфљҗ—―™←→",
    1020: "%Ҡ",
    1040: "¼½¾Ы…",
    1060: "mæӕ",
    1080: "ш",
    1100: "ÆœӔ",
    1120: "Wщ",
    1140: "Њ",
    1160: "Љ",
    1180: "ŒЮ",
    1220: "№",
    1240: "ЖШҖ",
    1340: "Щ",
    1440: "‰",
}
_WIDTHS = {
    bold: {letter: width for width, letters in classes.items() for letter in letters}
    for bold, classes in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN = 1000


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> int:
    known = _WIDTHS[bold].get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDTHS[bold].get(unicodedata.normalize("NFD", letter)[0], _UNKNOWN)


@lru_cache(maxsize=16384)
def widest(text: str, bold: bool) -> int:
    """How far a text moves the pen in the widest of the fonts, in thousandths of an em.

    `widest("ii", False)` gives `560`.
    """
    return sum(_advance(letter, bold) for letter in text)

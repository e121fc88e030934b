"""What the gates say of a text and its translation: right and wrong pairs in languages with tables and without, as text."""

from collections.abc import Iterator, Mapping, Sequence

import pytest

from mkdocs_workshop.reading.translation.found import Pair, TermWords, Tongue
from mkdocs_workshop.reading.translation.gates import gates
from mkdocs_workshop.reading.translation.language import built_in
from tests.golden_files import assert_golden

PAIRS: Mapping[str, Sequence[tuple[str, str]]] = {
    "ru": (
        ("Of {fact:a} people", "Из людей"), ("People", "Из {fact:a} людей"), ("{field:Name}", "{field:Имя}"), ("{term:oat}", "{term:oat|терапию}"),
        ("12 people", "21 человек"), ("12 people", "двенадцать человек"), ("24 hours", "двадцать четыре часа"), ("1,000 of 2.5", "1000 из 2,5"),
        ("2023-24", "2023 и 2024 годы"), ("two people", "2 человека"), ("2 people, three cups", "2 человека, 3 чашки, 4"), ("one", "1"),
        ("90 minutes", "90 часов"), ("90 minutes", "90 минут"), ("5 min", "5 мин"), ("5 h", "5 часов"), ("5 apples", "5 яблок"), ("5 per cent", "5 рублей"),
        ("- a\n- b", "- а"), ("# A\n\ntext", "текст"), ("| a | b |", "| а |"), ("[ ] a", "а"), ("!!! note\n    a", "а"), ("1. a\n2. b", "1. а\n2. б"),
        ("These are many words", "These are many words"), ("Short one", "Short one"), ("https://example.org/path", "https://example.org/path"),
        ("word", "cлово"), ("a word", "это c тобой"), ("o or ?", "знак o или"), ("letter", "буква қ"), ("code `aбв`", "код `aбв`"),
        ("A long text", "This is a text of more than sixty letters that somebody forgot to translate into another language."),
        ("A long text", "Слова слова слова слова слова слова слова слова слова слова слова слова слова слова слова слова слова слова."),
        ("so", 'так "вот"'), ("so", '!!! note "Так"\n    вот'), ("yes, no", "да , нет"), ("yes (no )", "да (нет )"), ("`a , b`", "`а , б`"),
        ("{term:oat}", "{term:oat}а"), ("{term:oat}", "{term:oat|перчатки}"), ("{link:module/a}", "{link:module/a|модуле о мосте}"),
        ("{link:module/a}", "{link:module/a|стене}"), ("Take naloxone", "Возьмите его"), ("Take naloxone", "Возьмите налоксон"),
        ("Take naloxone-like", "Возьмите это"), ("OAT helps", "Это помогает"), ("oat helps", "Это помогает"), ("see OAT.gov", "см. сайт"),
    ),
    "kk": (
        ("A long text", "Это длинный русский текст, в котором больше шестидесяти букв, и он стоит в казахском файле без единой буквы."),
        ("90 minutes", "90 сағат"), ("twelve", "он екі"), ("12 people", "он екі адам"), ("so", '"солай"'), ("letter", "әріп ё"),
    ),
    "xx": (("12 people", "21"), ("so", '"so"'), ("90 minutes", "90")),
}  # fmt: skip


IN_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "ninety",
    "once",
    "twice",
    "half",
]


def _figures() -> Iterator[str]:
    """Which figures may stand for an English number in words."""
    for word in IN_WORDS:
        said = [
            figure for figure in range(100) if not list(gates(Pair(f"7000 {word}", f"7000 {figure}"), Tongue("xx")))
        ]
        yield f"{word}: {said}"


def _pairs() -> Iterator[str]:
    """What the gates say of a text and its translation."""
    terms = {
        "oat": TermWords("oat", ("opioid agonist therapy", "OAT"), ("агонистическая терапия", "ОАТ")),
        "naloxone": TermWords("naloxone", ("naloxone",), ("налоксон",)),
    }
    for language, pairs in PAIRS.items():
        tongue = Tongue(language, built_in(language), (), terms if language == "ru" else {}, {"module/a": "Мост"})
        for english, text in pairs:
            yield f"{language} {english!r} {text!r}"
            yield from (
                f"    {one.code} {one.message} {one.fragment!r} {one.advice}"
                for one in gates(Pair(english, text), tongue)
            )


def test_what_the_gates_say(request: pytest.FixtureRequest) -> None:
    assert_golden(request, "translation/pairs.txt", [*_figures(), *_pairs()])

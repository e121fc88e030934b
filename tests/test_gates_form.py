"""Gates that hold a translation against its English by its form: marks, numbers, units, structure, alphabets, signs."""

import pytest

from mkdocs_workshop.reading.translation import gates_form
from mkdocs_workshop.reading.translation.found import Pair, Tongue
from mkdocs_workshop.reading.translation.language import built_in

RU, KK = (Tongue(code, built_in(code)) for code in ("ru", "kk"))
NOBODY = Tongue("xx")
"""A language of which nothing is known."""
COUNTED = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"


def _marks(english: str, text: str) -> list[str]:
    return [found.message for found in gates_form.same_marks(Pair(english, text), RU)]


def _numbers(english: str, text: str, tongue: Tongue = RU) -> list[str]:
    return [found.message for found in gates_form.same_numbers(Pair(english, text), tongue)]


def test_a_mark_that_is_lost_and_one_that_is_new() -> None:
    assert _marks("{fact:a} and {term:b|bees} {fact:a}", "{term:b|пчёлы} и {fact:a} {cite:c}") == [
        "the mark `{fact:a}` of the English is lost",
        "the mark `{cite:c}` is not in the English",
    ]


def test_the_label_of_a_blank_is_translated_and_the_blank_stays() -> None:
    assert _marks("{field:Name}", "{field:Имя}") == []
    assert _marks("{field:Name} {field:Day}", "{field:Имя}") == ["the mark `{field}` of the English is lost"]


@pytest.mark.parametrize(("digits", "word"), list(enumerate(COUNTED.split())))
def test_a_number_in_words_may_become_figures(digits: int, word: str) -> None:
    assert _numbers(f"Of 90 people {word} came.", f"Из 90 человек пришли {digits}.") == []


@pytest.mark.parametrize(
    ("word", "digits"),
    [("once", 1), ("twice", 2), ("half", 2), ("thirty", 30), ("forty", 40), ("fifty", 50), ("ninety", 90)],
)
def test_other_words_for_numbers_as_well(word: str, digits: int) -> None:
    assert _numbers(f"Say it {word}, in 75 words.", f"75 слов, {digits}.") == []


@pytest.mark.parametrize(
    ("english", "text", "said"),
    [
        ("24 hours", "24 часа", []),
        ("24 hours", "26 часов", ["the English has 24, the translation has not"]),
        ("24 hours", "24 часа и 3 минуты", ["the translation has 3, the English has not"]),
        ("hours", "3 часа", []),
        ("0.23 per cent", "0,23 процента", []),
        ("12,500 people", "12 500 человек", []),
        ("12,500 people", "12\u00a0500 человек", []),
        ("10 in 2012, 10 in 2016", "10 в 2012, столько же в 2016", []),
        ("in 2023-24", "в 2023 и 2024 годах", []),
        ("in 2023–24", "в 2023 году", ["the English has 2024, the translation has not"]),
        ("10 days, 7 nights", "дней", ["the English has 10, 7, the translation has not"]),
        ("{fact:a-24}", "слово", []),
    ],
)
def test_numbers_of_the_english(english: str, text: str, said: list[str]) -> None:
    assert _numbers(english, text) == said


def test_a_figure_may_become_a_word_of_the_language() -> None:
    assert _numbers("2 doors", "две двери") == []
    assert _numbers("24 doors", "двадцать четыре двери") == []
    assert _numbers("24 doors", "двадцать дверей") == ["the English has 24, the translation has not"]
    assert _numbers("2 doors", "две двери", NOBODY) == ["the English has 2, the translation has not"]


@pytest.mark.parametrize(
    ("english", "text", "units"),
    [
        ("within 24 hours", "в течение 24 часов", []),
        ("within 24 hours", "в течение 24 минут", ["hours"]),
        ("5 min", "5 минут", []),
        ("5 min and 2 h", "5 часов", ["min"]),
        ("24 doors", "24 двери", []),
    ],
)
def test_units_of_the_english(english: str, text: str, units: list[str]) -> None:
    said = [found.message for found in gates_form.same_units(Pair(english, text), RU)]
    assert said == [f"the English counts in `{unit}`, the translation does not" for unit in units]
    assert list(gates_form.same_units(Pair(english, text), NOBODY)) == []


@pytest.mark.parametrize(
    ("english", "text", "said"),
    [
        ("# A", "А", "1 headings, the translation 0"),
        ("- a\n- b", "- а", "2 list items, the translation 1"),
        ("1. a\n2. b", "1. а\n2. б\n3. в", "2 list items, the translation 3"),
        ("- [ ] a", "- а", "1 boxes, the translation 0"),
        ("| a | b |", "| а |", "3 table cells, the translation 2"),
        ("!!! note", "note", "1 notes, the translation 0"),
        ("??? note", "note", "1 notes, the translation 0"),
        ("a \\| b", "а", None),
    ],
)
def test_structure_of_the_english(english: str, text: str, said: str | None) -> None:
    found = [one.message for one in gates_form.same_structure(Pair(english, text), RU)]
    assert found == ([] if said is None else [f"the English has {said}"])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("the same long words", True),
        ("Tijuana", False),
        ("https://example.org/the-same-long-words", False),
        ("{term:the-same} {link:module/long-words}", False),
        ("abcdefghijkl", False),
        ("abcdefghijklm", True),
    ],
)
def test_the_english_once_more_is_no_translation(text: str, same: bool) -> None:
    assert [found.code for found in gates_form.translated(Pair(text, text), RU)] == (["W005"] if same else [])
    assert list(gates_form.translated(Pair(text, f"{text}!"), RU)) == []


@pytest.mark.parametrize(
    ("english", "text", "codes"),
    [
        ("a needle", "игла", []),
        ("a needle", "иглa", ["W006"]),
        ("a needle", "игла c ручкой", ["W006"]),
        ("an o or ?", "знак o или", []),
        ("a needle", "игла a ручка", ["W006"]),
        ("a file", "файл `fайл`", []),
        ("a word", "слоїо", ["W030"]),
    ],
)
def test_each_word_in_one_alphabet(english: str, text: str, codes: list[str]) -> None:
    assert [found.code for found in gates_form.one_alphabet(Pair(english, text), RU)] == codes


LONG = "Полиция и гражданское общество учатся бок о бок и уносят с собой план, под которым подписались обе стороны на этой встрече."
KAZAKH = "Полиция мен азаматтық қоғам қатар отырып үйренеді және екі жақ қол қойған жоспармен кетеді деп келісті бүгін осында."


@pytest.mark.parametrize(
    ("text", "tongue", "said"),
    [
        (LONG, RU, None),
        (KAZAKH, KK, None),
        (
            "Police and civil society learn side by side and leave with a plan that both sides have signed.",
            RU,
            "not written in the letters",
        ),
        (LONG, KK, "without a single letter that only"),
        (KAZAKH, RU, "many letters that"),
        ("Police and civil society.", RU, None),
        (LONG, NOBODY, None),
    ],
)
def test_a_long_text_looks_like_its_language(text: str, tongue: Tongue, said: str | None) -> None:
    found = [one.message for one in gates_form.right_language(Pair("", text), tongue)]
    assert len(found) == (said is not None)
    assert all(str(said) in one for one in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('Скажите "нет".', True),
        ("Скажите «нет».", False),
        ('!!! note "Важно"\n    Да.', False),
        ('`"a"`', False),
        ('[да](https://example.org "a")', False),
    ],
)
def test_quotes_of_the_language(text: str, wrong: bool) -> None:
    found = list(gates_form.quotes(Pair("", text), RU))
    assert [(one.code, one.advice) for one in found] == (
        [("W008", "Use the quotes of the language: «…».")] if wrong else []
    )


@pytest.mark.parametrize(
    ("text", "wrong"), [("да , нет", True), ("да, нет", False), ("да !", True), ("- [ ] да", False), ("| а | .", False)]
)
def test_no_space_before_a_comma(text: str, wrong: bool) -> None:
    assert bool(list(gates_form.spaces(Pair("", text), RU))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("{term:a}ов", True), ("{term:a} ов", False), ("{term:a|слов}, и", False), ("`{term:a}ов`", False)],
)
def test_nothing_is_glued_to_a_mark(text: str, wrong: bool) -> None:
    assert [found.code for found in gates_form.endings(Pair("", text), RU)] == (["W010"] if wrong else [])

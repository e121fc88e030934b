"""Kazakh words in narrow columns: parted by syllables, as school books part them."""

import pytest

from mkdocs_workshop.language.syllables import SOFT, parted, soft

WORDS = [
    "ала-қан",
    "ор-на-лас-ты-ру",
    "да-уыс",
    "са-уат",
    "да-йын-дық",
    "құ-йын",
    "бу-ын",
    "су-ық",
    "қи-ын",
    "ти-ын",
    "жи-ын",
    "құмырс-қа",
    "күңгірт-теу",
    "жаңғырт-ты",
    "жа-уап",
    "қа-йың",
    "са-уын",
    "ке-йін",
    "рес-пуб-ли-ка-мыз-да",
    "құр-мет-ті",
    "әке-лік",
    "про-ект",
    "ро-яль",
    "по-эма",
    "съез-дің",
    "ро-лін-де",
    "еле-уіш",
    "ар-мия",
    "ою-лы",
    "ту-ын-ды",
    "қу-ақы",
    "ки-ім",
    "қи-ық",
    "сау-да",
    "са-йақ",
    "тұш-қыл-тым",
    "сақ-та-ну-ға",
    "жал-пыл-дау-ға",
    "ақыл-дас-тық",
    "ха-бар-лан-ды-ру",
    "төрт",
    "жалт",
    "пункт",
    "взвод",
    "атом",
    "ақыр",
    "ақыл",
    "отын",
    "отыр",
    "эмаль",
]


@pytest.mark.parametrize("word", WORDS)
def test_syllables_of_school_books(word: str) -> None:
    """Each place of the book is found; a word that the book leaves whole is left whole."""
    found = soft(word.replace("-", "")).replace(SOFT, "-")
    wanted = {len(word[:at].replace("-", "")) for at, sign in enumerate(word) if sign == "-"}
    there = {len(found[:at].replace("-", "")) for at, sign in enumerate(found) if sign == "-"}
    assert wanted <= there
    assert wanted or not there


def test_only_long_words_of_kazakh_are_parted() -> None:
    assert parted("орналастырушы үйде", "kk") == f"ор{SOFT}на{SOFT}лас{SOFT}ты{SOFT}ру{SOFT}шы үйде"
    assert parted("орналастырушы", "ru") == "орналастырушы"
    assert parted("ҚАТЫСУШЫЛАРҒА ЖҚТБ-ға орналастыру-шы", "kk") == "ҚАТЫСУШЫЛАРҒА ЖҚТБ-ға орналастыру-шы"

"""The words of the interface in other languages: all there, and nothing lost on the way."""

import re
from importlib.resources import files

import pytest
from babel.messages.pofile import read_po

from mkdocs_workshop.language.interface import catalogue

LANGUAGES = ("ru", "kk")
_VALUE = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_keeps_what_is_filled_in(language: str) -> None:
    with (files("mkdocs_workshop.language") / "locales" / f"{language}.po").open("rb") as file:
        words = {message.context: message for message in read_po(file, locale=language) if message.context}
    english = catalogue("en").english
    assert set(english) == set(words)
    lost = {}
    for key, forms in english.items():
        said = words[key].string
        translated = [str(form or "") for form in (said if isinstance(said, list | tuple) else [said])]
        wanted = set(_VALUE.findall(forms[-1]))
        if (
            not all(translated)
            or any(set(_VALUE.findall(form)) - wanted for form in translated)
            or set(_VALUE.findall(translated[-1])) != wanted
        ):
            lost[key] = said
    assert lost == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_words_have_a_form_for_every_number(language: str) -> None:
    say = catalogue(language)
    plural = [key for key, forms in say.english.items() if len(forms) == 2]
    assert plural
    for key in plural:
        values = {name.strip("{}"): 0 for form in say.english[key] for name in _VALUE.findall(form)}
        forms = {say(key, **{**values, "n": n}) for n in (1, 2, 5)}
        assert all(forms), key


def test_a_fire_brigade_meets_no_word_of_our_manual() -> None:
    ours = re.compile(r"\b(police|drugs?|hiv|harm reduction|naloxone|syringes?|needles?|overdose)\b", re.IGNORECASE)
    english = catalogue("en").english
    assert [key for key, forms in english.items() if any(map(ours.search, forms))] == []

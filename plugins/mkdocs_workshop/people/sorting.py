"""Names in the order of an alphabet: Ә after А, Ç beside C. The alphabets are data, see `alphabets.yml`."""

import functools
import unicodedata
from collections.abc import Mapping
from importlib.resources import files

import yaml

SortKey = tuple[tuple[int, ...], tuple[str, ...], str]


def sort_key(text: str, language: str) -> SortKey:
    """By letters, then by the signs on them, then by capitals. Spaces come before letters, other signs are passed over."""
    places = _alphabet(language)
    letters: list[int] = []
    signs: list[str] = []
    lower = text.replace("İ", "i").replace("I", "ı").lower() if language == "tr" else text.casefold()
    for letter in unicodedata.normalize("NFC", lower):
        base = letter if letter in places else unicodedata.normalize("NFD", letter)[0]
        if base in places:
            letters.append(places[base])
            signs.append("" if base == letter else letter)
        elif letter.isspace():
            letters.append(0)
        elif base.isalnum():
            letters.append(len(places) + ord(base))
    return tuple(letters), tuple(signs), text


@functools.cache
def _alphabet(language: str) -> Mapping[str, int]:
    """Letters of a language with their places, from 1 on."""
    known: dict[str, str] = yaml.safe_load((files(__package__) / "alphabets.yml").read_text("utf-8"))
    letters = known.get(language, known["default"]).split()
    return {letter: place for place, letter in enumerate(letters, start=1)}

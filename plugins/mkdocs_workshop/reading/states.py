"""What decides the texts of each language, as hashes: a message of one language changes nothing in the others."""

from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path

from ..ground import doors
from ..ground.findings import below, has_base, key_of
from ..ground.installed import installed
from .translation.folder import FOLDER, languages_of


def states(folder: Path, master: str, country: str | None = None) -> Mapping[str, str]:
    """A hash for each language of the curriculum in `folder`, and under no language one of all but texts: `{"": "07…", "en": "3f…"}`.

    Those of the translations of a language alone stand under `of_words`.

    It is another one where a file of the curriculum is, a PO file of that language, our code, the version of an installed package,
    or the country sheet that was asked for. Empty where that does not decide everything: where modules come from elsewhere, where
    a file leads elsewhere, or where an installed package adds documents of its own.
    """
    if has_base(folder) or entry_points(group=doors.DOCUMENTS):
        return {}
    codes = [code for code in languages_of(folder) if code != master]
    own = {code: folder / FOLDER / code for code in codes}
    paths = below(folder)
    words = {code: [path for path in paths if path.is_relative_to(place)] for code, place in own.items()}
    alone = {path for some in words.values() for path in some}
    said = (country, installed())
    # Each file is read once; the hash of those that all languages share stands for them.
    shared = key_of([path for path in paths if path not in alone], said)
    found = {"": key_of((), said), master: shared}
    for code, some in words.items():
        mine = key_of(some, said)
        found |= {code: key_of((), (shared, mine)) if shared and mine else None, of_words(code): mine}
    known = {code: key for code, key in found.items() if key is not None}
    return known if len(known) == len(found) else {}


def of_words(language: str) -> str:
    """The name under which `states` has the hash of the translations of a language alone."""
    return f"{language}{_WORDS}"


def is_of_words(name: str) -> bool:
    """Whether a name in `states` is one of `of_words`."""
    return name.endswith(_WORDS)


_WORDS = ": words"

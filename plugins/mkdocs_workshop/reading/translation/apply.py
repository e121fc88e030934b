"""Puts translated words in the place of the English ones; ids, numbers and minutes stay those of the master."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...ground.problems import Problem
from ..files import shown_path
from ..kinds import Loaded
from ..yaml import Loc
from .folder import FOLDER
from .messages import Message, by_po
from .po import Translation, read_translations
from .readings import PartState, read_mark


@dataclass(frozen=True)
class Translated:
    """A curriculum's files in another language."""

    files: tuple[Loaded, ...]
    missing: frozenset[str]
    """Texts that stand in English: not translated yet, or changed since."""
    problems: tuple[Problem, ...]
    parts: Mapping[str, PartState]
    """How far each PO file is, by its name."""


def translate(
    files: Sequence[Loaded],
    folder: Path,
    root: Path,
    language: str,
    base: Path | None = None,
    wanted: Mapping[str, Sequence[Message]] | None = None,
) -> Translated:
    """The files with the words of `locales/<language>/` below `folder`, the curriculum.

    What it does not translate itself is taken from `base`, a curriculum whose modules it takes. `wanted` are the messages of the
    files, where they are known.
    """
    problems: list[Problem] = []
    missing: set[str] = set()
    words: dict[int, dict[Loc, str]] = {}
    parts: dict[str, PartState] = {}
    for name, asked in (by_po(files) if wanted is None else wanted).items():
        path = folder / FOLDER / language / name
        found, wrong = read_translations(path, shown_path(path, root))
        problems += wrong
        if base is not None:
            found = _with_base(asked, found, base / FOLDER / language / name)
        said = [(message, usable(message, found)) for message in asked]
        parts[name] = PartState(len(said), sum(text is None for _, text in said), read_mark(asked, found))
        for message, text in said:
            if text is None:
                missing.add(message.text)
            else:
                words.setdefault(id(message.file), {})[message.loc] = text
    changed = tuple(replace(file, model=with_texts(file.model, words.get(id(file), {}))) for file in files)
    return Translated(changed, frozenset(missing), tuple(problems), parts)


def _with_base(wanted: Iterable[Message], own: Mapping[str, Translation], path: Path) -> dict[str, Translation]:
    """Translations, those of the base where there is none of one's own. What is wrong there is for its own authors."""
    theirs, _ = read_translations(path, path.name)
    more = {message.context for message in wanted if usable(message, own) is None} & theirs.keys()
    return {**own, **{context: theirs[context] for context in more}}


def usable(message: Message, found: Mapping[str, Translation]) -> str | None:
    """The translation of a message; None where there is none, where it is unsure, or where the English has changed.

    An entry marked "fuzzy" is unsure.
    """
    translation = found.get(message.context)
    if translation is None or translation.fuzzy or not translation.text or translation.english != message.text:
        return None
    return translation.text.strip()


def with_texts(model: Any, words: Mapping[Loc, str]) -> Any:
    """A copy of a model with other texts at some places: `{("steps", 0, "text"): "Считайте."}`; the model itself where there are none."""
    if not words:
        return model
    below: dict[str | int, dict[Loc, str]] = {}
    for loc, text in words.items():
        below.setdefault(loc[0], {})[loc[1:]] = text
    if isinstance(model, tuple):
        return tuple(_changed(item, below.get(index)) for index, item in enumerate(model))
    update: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        inner = below.get(field.alias or name)
        if inner is not None:
            update[name] = _changed(getattr(model, name), inner)
    if "shown" in below and "shown" not in update:
        # The value of a fact and its unit are one text in a translation.
        update |= {"value": below["shown"][()], "unit": None}
    return model.model_copy(update=update)


def _changed(value: Any, words: Mapping[Loc, str] | None) -> Any:
    if words is None:
        return value
    return words[()] if () in words else with_texts(value, words)

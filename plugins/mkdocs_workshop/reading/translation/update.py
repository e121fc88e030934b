"""Today's texts into a PO file that is there already: what is right stays, what changed is marked, nothing is lost."""

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage

from .messages import Message

ALIKE = 0.6
"""How much of a text must be the same for its translation to be proposed for another one, 0 to 1."""


class _Words(NamedTuple):
    """What becomes the translation of a message."""

    string: str = ""
    fuzzy: bool = False
    previous: tuple[str, ...] = ()
    """The English to which it belongs, where that is another one."""


def updated(
    old: Catalog, wanted: Sequence[Message], language: str | None, elsewhere: Mapping[str, str] | None = None
) -> Catalog:
    """The PO file for today's texts.

    A message whose context has gone gives its translation to one with the same English, as when it moved or its id changed.
    One whose English changed keeps its translation as a proposal, marked as fuzzy, with the English that it belongs to. Where a
    text was split in two, both parts get the old translation as a proposal. What no text needs any more stands at the end as
    obsolete. `elsewhere` holds translations by English that other PO files no longer need: texts move between modules, too.
    """
    kept = {message.context: message for message in old if message.context}
    contexts = {message.context for message in wanted}
    # A text that stands at a place where it did not stand before has moved there.
    arrived = {m.text for m in wanted if m.context not in kept or kept[m.context].id != m.text}
    spare = {str(message.id): message for message in _with_obsolete(old).values() if _is_done(message)}
    gone = [
        message for context, message in _with_obsolete(old).items() if context not in contexts and _is_done(message)
    ]
    # The day of the file that is there, so that an update that changes nothing writes the same bytes.
    day = old.creation_date if kept else dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    new = Catalog(locale=language, project="mkdocs-workshop", creation_date=day, fuzzy=False, header_comment="#")
    new.revision_date = day
    for message in wanted:
        before = kept.get(message.context)
        words = (
            _same(message, before)
            or _moved(message, spare, elsewhere or {})
            or _changed(before, arrived)
            or _split(message, gone)
            or _Words()
        )
        comments = before if before is not None else spare.get(message.text)
        new.add(
            message.text,
            words.string,
            locations=[(message.file.source.path, message.file.source.place(message.loc).line)],
            flags={"fuzzy"} if words.fuzzy else set(),
            auto_comments=message.notes,
            user_comments=comments.user_comments if comments is not None else (),
            previous_id=words.previous,
            context=message.context,
        )
    for context, obsolete in _with_obsolete(old).items():
        if context not in contexts and _is_done(obsolete):
            new.obsolete[context] = obsolete
    return new


def _same(message: Message, before: PoMessage | None) -> _Words | None:
    """The translation of the same text at the same place."""
    if before is None or not before.string:
        return None
    previous = tuple(before.previous_id)
    if before.id == message.text:
        return _Words(str(before.string), before.fuzzy, previous if before.fuzzy else ())
    if before.fuzzy and previous == (message.text,):
        # The English is again what it was when this was translated.
        return _Words(str(before.string))
    return None


def _moved(message: Message, spare: Mapping[str, PoMessage], elsewhere: Mapping[str, str]) -> _Words | None:
    """The translation of the same text at another place."""
    found = str(spare[message.text].string) if message.text in spare else elsewhere.get(message.text)
    return _Words(found) if found else None


def _changed(before: PoMessage | None, arrived: set[str]) -> _Words | None:
    """What stood at this place, with the English that it belongs to. Nothing where that text has only moved on."""
    if before is None or not before.string:
        return None
    belongs = str(before.previous_id[0]) if before.fuzzy and before.previous_id else str(before.id)
    return None if belongs in arrived else _Words(str(before.string), fuzzy=True, previous=(belongs,))


def _split(message: Message, gone: Sequence[PoMessage]) -> _Words | None:
    """The translation of a text that has gone and is much like this one, or of which this one is a part."""
    best, most = None, ALIKE
    for old in gone:
        likeness = _likeness(message.text, str(old.id))
        if likeness > most:
            best, most = old, likeness
    return _Words(str(best.string), fuzzy=True, previous=(str(best.id),)) if best is not None else None


def _likeness(text: str, old: str) -> float:
    """The part of a text that stands in an old one, 0 to 1. Short texts are alike by chance."""
    if len(text) < 20:
        return 0.0
    matcher = difflib.SequenceMatcher(None, text, old, autojunk=False)
    if matcher.real_quick_ratio() == 0:
        return 0.0
    return sum(block.size for block in matcher.get_matching_blocks() if block.size > 3) / len(text)


def no_longer_needed(catalog: Catalog, wanted: Iterable[Message]) -> dict[str, str]:
    """The translations of a PO file, by their English, of texts that its module no longer has.

    For example `{"Ask twice.": "Спросите дважды."}` where the module says something else now.
    """
    english = {message.text for message in wanted}
    return {
        str(message.id): str(message.string)
        for message in _with_obsolete(catalog).values()
        if _is_done(message) and message.id not in english
    }


def _with_obsolete(catalog: Catalog) -> dict[str, PoMessage]:
    found = {message.context: message for message in catalog.obsolete.values() if message.context}
    found |= {message.context: message for message in catalog if message.context}
    return found


def _is_done(message: PoMessage) -> bool:
    return bool(message.id) and bool(message.string) and not message.fuzzy

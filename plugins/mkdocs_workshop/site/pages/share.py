"""Which picture a page shows where a link to it is sent."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ...documents.places import CARD_SIZE, SITE_CARD, card_of

_OF_ONE = (
    (re.compile(r"modules/([a-z0-9-]+)/"), "module"),
    (re.compile(r"(?:programmes|run)/([a-z0-9-]+)"), "programme"),
)
"""Pages that have the card of one module or of one programme."""


class Share(NamedTuple):
    """A share card, as the head of a page names it."""

    path: str
    words: str
    width: int
    height: int


def share(page: str, cards: Mapping[str, str]) -> Share | None:
    """The card of a page, by its path; that of the manual where there is none of its own, and None where none was drawn."""
    own = [card_of(kind, found[1]) for way, kind in _OF_ONE if (found := way.match(page))]
    path = next((path for path in (*own, SITE_CARD) if path in cards), None)
    return Share(path, cards[path], *CARD_SIZE) if path else None

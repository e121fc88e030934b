"""Share cards: what a link to the manual, a module or a programme shows where it is sent."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from ..edition import Edition
from .emit.share_card import CardWords, share_card
from .places import SITE_CARD, card_of


class Card(NamedTuple):
    """A picture and the gist of what it says."""

    path: str
    words: str
    """For those who can not see it."""
    png: bytes


class Drawing(NamedTuple):
    """A card that is to be drawn; a process of its own can do it."""

    path: str
    said: CardWords
    colour: str
    minutes: int
    language: str
    cache: Path


def cards(edition: Edition) -> Iterator[Card]:
    """One for the manual, one for each module and for each programme. They are begun at once.

    Raises PressError, and OSError of the cache.
    """
    return edition.workers.begin(drawn, _drawings(edition))


def drawn(card: Drawing) -> Card:
    """The picture of a card. Raises PressError, and OSError of the cache."""
    symbol = (files("mkdocs_workshop") / "site" / "theme" / "mark.svg").read_text("utf-8")
    name, said = card.path.rpartition("/")[2].removesuffix(".png"), card.said
    png = share_card(name, said, symbol, card.colour, card.minutes, card.language, card.cache)
    return Card(card.path, " · ".join(filter(None, (said.title, said.kind, said.manual))), png)


def _drawings(edition: Edition) -> Iterator[Drawing]:
    manual, plain, say = edition.curriculum.manual, edition.plain, edition.say
    subtitle = plain(manual.subtitle)
    for id_, parts in edition.curriculum.modules.items():
        theme, minutes = edition.theme(parts), parts.minutes
        kind = f"{say('search.kind.module')} · {plain(theme.name)}"
        time = edition.minutes(minutes)
        yield _drawing(edition, card_of("module", id_), plain(parts.plan.title), kind, time, theme.colour, minutes.most)
    for id_, programme in edition.curriculum.programmes.items():
        days = say("programme.days", n=len(programme.days))
        yield _drawing(edition, card_of("programme", id_), plain(programme.title), say("report.programme"), days)
    yield _drawing(edition, SITE_CARD, subtitle, "", " · ".join(plain(theme.name) for theme in manual.themes))


def _drawing(
    edition: Edition, path: str, title: str, kind: str, foot: str, colour: str = "navy", minutes: int = 0
) -> Drawing:
    said = CardWords(title, kind, foot, edition.plain(edition.curriculum.manual.title))
    return Drawing(path, said, colour, minutes, edition.language, edition.cache)

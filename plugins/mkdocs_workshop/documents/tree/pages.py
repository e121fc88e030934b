"""Parts of a document that are a page, or a sheet of cards, of their own: poster, badges, certificate, lists of people."""

from dataclasses import dataclass

from .forms import Words
from .people import Person


@dataclass(frozen=True)
class PosterSlot:
    """A slot of a day on the poster, as high as it is long."""

    time: str
    """`08:45`."""
    title: str
    minutes: int
    colour: str
    pause: bool


@dataclass(frozen=True)
class PosterDay:
    """A column of the poster."""

    title: str
    minutes: int
    slots: tuple[PosterSlot, ...]


@dataclass(frozen=True)
class Poster:
    """The programme to scale, and what its colours mean."""

    days: tuple[PosterDay, ...]
    themes: tuple[tuple[str, str], ...]
    """Name and colour."""


@dataclass(frozen=True)
class Badge:
    """A name badge; one without a name has lines to write on."""

    person: Person
    colour: str
    """Of the group."""


@dataclass(frozen=True)
class Badges:
    """Name badges, eight on a sheet of A4."""

    badges: tuple[Badge, ...]
    manual: str
    programme: str
    labels: tuple[str, ...]
    """What is written on each line of a blank one."""


@dataclass(frozen=True)
class Certificate:
    """A page for one person; one without a name has a line for it."""

    title: str
    """"Certificate of participation"."""
    person: Person
    name_label: str
    """What is written on the line: "Name"."""
    took_part: str
    """"took part in"."""
    programme: str
    purpose: str
    facts: str
    """How long it took: "2 days, 14.4 hours of work"."""
    contents_label: str
    contents: str
    signatures: tuple[str, ...]
    """What stands below each line for a signature."""
    manual: str
    subtitle: str
    foot: str
    upright: bool = False
    """Whether it needs the height of the paper: in two languages."""


@dataclass(frozen=True)
class SignList:
    """A row for each person, with a field for each signature."""

    heads: tuple[str, ...]
    """Of number, name and organisation."""
    rows: tuple[tuple[str, str, str], ...]
    fields: tuple[str, ...]
    """What is signed for: "Day 1\\nmorning"."""
    below: str
    """In small letters below the list."""


@dataclass(frozen=True)
class SeatCard:
    """A table and who sits at it."""

    title: str
    people: tuple[Person, ...]


@dataclass(frozen=True)
class SeatPlan:
    """Tables, two in a row."""

    tables: tuple[SeatCard, ...]


@dataclass(frozen=True)
class EasySteps:
    """Short lines with large numbers, over the whole rest of the page."""

    lines: tuple[Words, ...]


@dataclass(frozen=True)
class Tents:
    """Cards that stand on a table, one on a sheet of A4 that is folded in the middle; the name is on both sides."""

    tents: tuple[Badge, ...]
    manual: str
    fold: str
    """"Fold here"."""
    label: str
    """What is written on a blank one: "Name"."""
    twice: str = ""
    """How a name comes on the other side where a program can not turn it."""


PagePart = EasySteps | Poster | Badges | Certificate | SignList | SeatPlan | Tents

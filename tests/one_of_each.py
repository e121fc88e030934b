"""Documents that hold each part of the tree once, made by hand: they need no curriculum, and no better sentence changes them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from mkdocs_workshop.documents.tree.blocks import (
    Block,
    Box,
    Break,
    Cite,
    Emphasis,
    Field,
    Inline,
    Item,
    Lines,
    Link,
    List,
    Note,
    Panel,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    ToFill,
    Value,
)
from mkdocs_workshop.documents.tree.books import (
    Activity,
    Answered,
    Chapter,
    Clock,
    ClockRow,
    Cover,
    Given,
    Index,
    Kit,
    Notes,
    SessionHead,
    Step,
    Thumb,
    Thumbs,
)
from mkdocs_workshop.documents.tree.document import (
    Aside,
    Captioned,
    Closing,
    Columns,
    Counted,
    Document,
    Facts,
    Grid,
    Messages,
    Part,
    Questions,
    Section,
    Small,
    Titled,
    heading,
    listed,
    text,
)
from mkdocs_workshop.documents.tree.forms import (
    Asked,
    Match,
    Option,
    Options,
    Order,
    Pairs,
    ScalePoint,
    ScaleRow,
    ScaleTable,
    ScaleTitle,
    SheetBox,
    SheetBoxes,
    TestQuestion,
    TickRow,
)
from mkdocs_workshop.documents.tree.pages import (
    Badge,
    Badges,
    Certificate,
    EasySteps,
    Poster,
    PosterDay,
    PosterSlot,
    SeatCard,
    SeatPlan,
    SignList,
    Tents,
)
from mkdocs_workshop.documents.tree.people import BLANK, Person
from mkdocs_workshop.documents.tree.sides import Both, Other, Sides
from mkdocs_workshop.figures.road import Station
from mkdocs_workshop.ground.language_tags import tagged

RUSSIAN = tagged("слово", "ru")
"""Words that are marked as another language."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#0e6f69"/></svg>'
HIGH_SVG = SVG.replace("200 100", "100 200")
CITE = Cite("Ada 2020", "Ada. A book. 2020.", "https://example.org/ada")
OTHER_CITE = Cite("Law", "A law without an address.", "")


def said(words: str, *more: Inline) -> Paragraph:
    """A paragraph of words."""
    return Paragraph((Text(words), *more))


INLINES: tuple[Block, ...] = (
    Paragraph((
        Text("Plain "), Strong((Text("strong "), Emphasis((Text("and slanted"),)))), Emphasis((Text(" slanted "),)),
        Link((Text("a link & more"),), "https://example.org/?a=1&b=2"), Text(f" {RUSSIAN} un\u00adbroken"), CITE,
    )),
    Paragraph((
        Text("In all "), Value("30 people", strong=True, badge="not verified"), Text(", of them "),
        Value("some", strong=False, badge=""), Strong((Value("few", strong=False, badge="old"),)), Text("."),
    )),
    Paragraph((Text("Ring "), ToFill("the ombudsman"), Text(" and say "), Field("your name"), Text(" or "), Field(""), Text("."))),
    Paragraph((Both((Text("Who?"),), (Text("Кто?"),), "ru"),)),
)  # fmt: skip
"""Each kind of words."""
ASKED: tuple[Block, ...] = (
    Paragraph((Text("Name: "), Field("name"), Text(" Unit: "), ToFill("unit"), Text(" Day: "), Field(""))),
    Paragraph((Field("alone"),)),
)
"""Labels with blanks."""
LISTS: tuple[Block, ...] = (
    List(ordered=False, items=(Item((said("a bullet"), said("and more of it"))), Item((listed([text("inner")]),)), Item(()))),
    List(ordered=True, items=(Item((said("third"), listed([text("a"), text("b")], ordered=True))), Item((said("fourth"),))), first=3),
    List(ordered=True, items=(Item((said("Gloves"),), box=True), Item((Paragraph((Strong((Text("Torch & light"),)), Text(": "), Field(""))),), box=True))),
    List(ordered=False, items=(Item((Paragraph((Text("Site: "), ToFill("site"))),)), Item((Paragraph((Text("Hours: "), ToFill("hours"))),)))),
)  # fmt: skip
TABLES: tuple[Block, ...] = (
    Table((text("What"), text("Who")), ((text("Call the station"), text("You")), (text("Wait"), text("All of us, together")))),
    Table((text("When"), text("Signed"), text("")), ((text("8:00"), (Field("name"),), (Box(),)), (text(""), (), (ToFill("post"),)))),
    Table(
        tuple(text(name) for name in ("First", "Second", "Responsibilities", "Fourth", "Fifth")),
        (tuple(text(name) for name in ("1", "2", "incomprehensibilities", "4", "5")),),
    ),
)  # fmt: skip
PICTURES: tuple[Block, ...] = (
    Picture("wide", "A wide drawing", SVG, "A teal field", (Text("As drawn "), CITE)),
    Picture("high", "A high drawing", HIGH_SVG, "A high field", ()),
)
OTHERS: tuple[Block, ...] = (
    heading(3, "Below a section"),
    heading(4, "Deeper"),
    Quote((said("Somebody said so."), listed([text("twice")]))),
    Note("Mind this", (said("It is framed."),)),
    Note("", (said("Without a title."),)),
    Lines(2),
    Break(),
    said("On a new page."),
)
STRIP = Picture(
    "strip", "Step by step", SVG, "Two steps", (Text("In order"),), panels=(Panel(SVG, "Look"), Panel(SVG, "Go"))
)
STATIONS = (
    Station("Is it sharp?", "No", "Wait and ask"),
    Station("Look", "", ""),
    Station("Wash", "", ""),
    Station("Tell", "Yes", "→ 1"),
)
ROAD = Picture("road", "The way", SVG, "Four stations", (Text("From left to right"),), stations=STATIONS)
BLOCKS: tuple[Block, ...] = (*INLINES, *ASKED, *LISTS, *TABLES, *PICTURES, *OTHERS)

LAYOUT: tuple[Part, ...] = (
    Section("A section", (said("Its words."), Break(), said("On another page.")), picture=SVG),
    Section("A lower one", (said("Its words."),), level=3),
    Questions((text("What do you see?"), text("And you?")), room=0),
    Questions((text("Write it down"),), room=4),
    Titled("Titled", (said("Below the title."),)),
    Aside("For you", (said("An aside."),)),
    Messages("Remember", (text("One"), text("Two"))),
    Captioned("Short of time?", text("Leave it out.")),
    Small(text("In small letters.")),
    Columns((said("Left."),), (said("Right."),)),
    Facts((("Time", "30 min"), ("Room", "large"))),
    Grid((20, 1.5, 1), ("Time", "What", "Notes"), (((text("8:00"),), (text("Talk"), text("in pairs")), ()), ((text("9:00"),), (text("Walk"),), (text("x"),)))),
    Counted(("Number", "Thing"), (("2", "Torches"), ("1", "Box"))),
)  # fmt: skip
CLOSING = Closing("Sources", (CITE, OTHER_CITE), ("Nothing here is advice.", "All cases are made up."))

BOOK: tuple[Part, ...] = (
    Chapter("A chapter"),
    Clock(("Time", "What", "Minutes"), (
        ClockRow("8:45–9:30", "Opening", "Health", "45", "teal", pause=False), ClockRow("9:30–9:45", "Coffee", "", "15", "plain", pause=True),
    )),
    SessionHead("A session", "Session 3 · Health", "8:45–9:30", "So that all know.", "teal", fresh=True, notes="Notes"),
    Activity(
        "8:45", "20 min", "Talk", "Talk · pairs",
        (Step(text("Ask"), "5 min", (said("A cue."),), "8:45"), Step(text("Sum up"), ""), Step(text("Walk"), "10 min")),
        (Aside("Mind", (said("Time runs."),)),), icon=SVG, plan=SVG, notes="Notes",
    ),
    Activity("2", "10 min", "Walk", "Walk · alone", (Step(text("Go"), ""),), ()),
    SessionHead("Another session", "Session 4", "", "", "plum", fresh=False),
    Answered(text("Why?"), (said("Because."),)),
    Thumbs("Slides", (Thumb("1", "Numbers", large="42", words="Of them"), Thumb("2", "Picture", picture=SVG))),
    Given("Given out", ("A · Card", "B · Form")),
    Kit("Kit", (("", "2 torches"), (SVG, "1 box"))),
    Kit("", (("", "Tape"),)),
    Notes("Notes"),
    Index("Index"),
)  # fmt: skip

POINTS = (ScalePoint(1, "not at all"), ScalePoint(2, "incomprehensibly"))
OPTIONS = (Option(text("Yes")), Option(text("No")))
KEYED = (Option(text("Yes"), right=True, feedback=text("Quite so.")), Option(text("No")))
FORMS: tuple[Part, ...] = (
    SheetBoxes((SheetBox("My code:", 1.1, letters=4), SheetBox("Group:", 1, ticks=("Police", "Others")), SheetBox("Place:", 1)), 24),
    ScaleTable("Mark one", POINTS, (
        ScaleTitle(text("Part one")), ScaleRow("1", text("I know.")), ScaleTitle(text("How were the sessions?"), section=False), ScaleRow("", text("Opening")),
    )),
    Asked("3", text("What was good?"), Lines(2), "Part two"),
    Asked("4", text("Which one?"), TickRow((text("This"), text("That")))),
    TestQuestion("1", text("True?"), "Choose one.", Options(OPTIONS)),
    TestQuestion("2", text("True?"), "Choose one.", Options(KEYED), text("Read it again."), "Tests outcome 1"),
    TestQuestion("3", text("Match"), "Bring together.", Match((text("hot"), text("day")), (text("night"), text("cold")))),
    TestQuestion("4", text("Match"), "Bring together.", Pairs(((text("hot"), text("cold")),))),
    TestQuestion("5", text("Order"), "Bring into order.", Order((text("two"), text("one")), right=False)),
    TestQuestion("6", text("Order"), "Bring into order.", Order((text("one"), text("two")), right=True)),
)  # fmt: skip
SIDES: tuple[Part, ...] = (
    Sides((
        ((Section("Look", (said("Slowly."),)),), (Section("Смотрите", (said("Медленно."), said(tagged("word", "en")))),)),
        ((TABLES[0],), (Table((text("Что"), text("Кто")), ((text("Позвонить"), text("Вы")),)),)),
    ), "ru"),
    Other((said("По-русски."),), "ru"),
)  # fmt: skip

BADGE_PEOPLE = (
    Badge(Person("Ada Berg", "City", "Police"), "navy"),
    Badge(BLANK, "teal"),
    Badge(Person("Олжас", "", ""), "plum"),
)
BADGES = Badges(BADGE_PEOPLE, "Small manual", "Two days", ("Name", "Organisation"))
TENTS = Tents(BADGE_PEOPLE, "Small manual", "Fold here", "Name", "Print it twice")
SIGNED = SignList(
    ("", "Name", "Organisation"),
    (("1", "Ada Berg", "City"), ("2", "Олжас", "")),
    ("Day 1\nmorning", "Day 1\nafternoon"),
    "Keep it.",
)
SEATS = SeatPlan((SeatCard("Table 1", (Person("Ada", "City", "Police"), Person("Bea"))), SeatCard("Table 2", ())))
EASY = EasySteps((text("Stop."), text("Tell somebody.")))
WALL = Poster(
    (PosterDay("Day 1", 90, (PosterSlot("8:45", "Opening", 45, "teal", pause=False), PosterSlot("9:30", "Coffee", 45, "plain", pause=True))),),
    (("Health", "teal"), ("Law", "navy")),
)  # fmt: skip


def certificate(person: Person = BLANK, *, upright: bool = False) -> Certificate:
    """A certificate."""
    return Certificate(
        "Certificate", person, "Name", "took part in", "Two days", "So that all know.", "2 days, 12 hours", "Contents:", "Opening · Law",
        ("Organiser", "Trainer"), "Small manual", "For all", "2026 · CC BY 4.0", upright,
    )  # fmt: skip


def genre_parts() -> tuple[Part, ...]:
    """Sections with what genres set in their own way."""
    boxes = List(ordered=False, items=(Item((said("Gloves"),), box=True), Item((said("Torch"),), box=True)))
    cards = Table((text("Do"), text("Say")), ((text("Look around you"), text("Slowly " * 9)), (text("Wait"), ())))
    return (
        Section("Look", (said("Look around you."), boxes, ASKED[0], listed([text("so"), text("or so")], ordered=True))),
        Section("2 Ask", (said("Speak slowly."), Break(), Lines(2))),
        Section("Write", (cards, said("Then go."))),
        Section("Cards", (cards,)),
        Section("Hand", (said("It is short."), listed([text("point")]))),
        Section("End", (said("That is all."), Lines(1))),
        CLOSING,
    )


def document(parts: Sequence[Part], **more: Any) -> Document:
    """A handout of these parts; `more` are other fields of it."""
    values: dict[str, Any] = {
        "kind": "handout", "id": "some-paper", "name": "some-paper", "title": "Some paper", "what": "Checklist · Police",
        "use": "Take it with you", "language": "en", "manual": "Small manual", "head": "module / some-paper", "subject": "Health some-paper",
        "foot": "Small manual · Health · some-paper · version 1 · 22 November 2026 · CC BY 4.0", "day": dt.date(2026, 11, 22), "mark": "Health · 1 of 3",
    }  # fmt: skip
    return Document(parts=tuple(parts), **{**values, **more})


COVER = Cover("For all", (("2", "days"), ("12", "sessions")), "Contents", SVG)
SHEETS: dict[str, dict[str, Any]] = {
    "checklist": {"colour": "teal"},
    "decision-path": {"colour": "amber"},
    "fact-sheet": {"colour": "plum"},
    "form": {"colour": "moss"},
    "letter": {"colour": "plain"},
    "log": {},
    "procedure": {"colour": "teal"},
    "template": {"colour": "amber"},
    "canvas": {"form": "template", "size": "A3", "colour": "plum"},
    "card": {"size": "A6", "colour": "moss"},
    "card-a5": {"form": "card", "size": "A5", "colour": "teal"},
    "card-a4": {"form": "card"},
    "role-card": {"size": "A5", "colour": "plum"},
    "poster": {"size": "A3", "colour": "amber"},
    "deck": {"colour": "moss"},
}
"""A sheet of each genre, by what differs; its form is its name where nothing else is said."""


def genre(name: str, **more: Any) -> Document:
    """A sheet of a genre of `SHEETS` with `genre_parts`; a poster has a road besides."""
    parts = genre_parts()
    if name == "poster":
        parts = (parts[0], Section("Way", (ROAD,)), *parts[1:])
    return document(parts, **{"form": name, **SHEETS[name], **more})

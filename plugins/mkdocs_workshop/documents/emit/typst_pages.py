"""Pages and cards of their own, to typst code."""

from ..tree.pages import (
    Badges,
    Certificate,
    EasySteps,
    PagePart,
    Poster,
    PosterDay,
    SeatCard,
    SeatPlan,
    SignList,
    Tents,
)
from ..tree.people import Person
from .typeset import inlines, literal, words


def page_part(part: PagePart, symbol: str) -> str:
    """A page as typst code; `symbol` is the mark of the manual as SVG."""
    match part:
        case EasySteps(short):
            return f"#easy-steps({', '.join(f'[{inlines(line)}]' for line in short)},)"
        case Poster(days, themes):
            names = ", ".join(f"({literal(name)}, {literal(colour)})" for name, colour in themes)
            return f"#to-scale(({', '.join(map(_day, days))},), theme-key({names}))"
        case Badges(badges, manual, programme, labels):
            rows = ", ".join(f"({', '.join(map(literal, (*_person(badge.person), badge.colour)))})" for badge in badges)
            lines = ", ".join(map(literal, labels))
            return f"#badge-sheet(({rows},), {literal(manual)}, {literal(programme)}, ({lines},))"
        case Certificate():
            return _certificate(part, symbol)
        case SignList(heads, rows, fields, below):
            titles, signed = ", ".join(map(literal, heads)), ", ".join(map(literal, fields))
            people = ", ".join(f"({', '.join(map(_name_cell, row))})" for row in rows)
            return f"#sign-list(({titles},), ({signed},), ({people},), {literal(below)})"
        case Tents(tents, manual, fold, label):
            shown = ", ".join(f"({', '.join(map(literal, (*_person(tent.person), tent.colour)))})" for tent in tents)
            return f"#tents(({shown},), {literal(manual)}, {literal(fold)}, {literal(label)})"
        case SeatPlan(tables):
            return f"#grid(columns: (1fr, 1fr), gutter: 5mm, {', '.join(map(_table, tables))})"


def _name_cell(text: str) -> str:
    """A cell whose long words may be parted: in Russian if they are in Cyrillic letters, else in the language of the paper."""
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in text)
    language = ', lang: "ru"' if cyrillic else ""
    return f"text(hyphenate: true{language})[{words(text)}]"


def _person(person: Person) -> tuple[str, str, str]:
    return person.name, person.organisation, person.group


def _day(day: PosterDay) -> str:
    slots = ", ".join(
        f"(time: {literal(slot.time)}, title: {literal(slot.title)}, minutes: {slot.minutes}, "
        f"colour: {literal(slot.colour)}, pause: {'true' if slot.pause else 'false'})"
        for slot in day.slots
    )
    return f"(title: {literal(day.title)}, minutes: {day.minutes}, slots: ({slots},))"


def _certificate(page: Certificate, symbol: str) -> str:
    given = (
        page.title, page.person.name, page.person.organisation, page.name_label, page.took_part, page.programme, page.purpose,
        page.facts, page.contents_label, page.contents,
    )  # fmt: skip
    signatures = ", ".join(map(literal, page.signatures))
    last = ", ".join(map(literal, (page.manual, page.subtitle, page.foot, symbol)))
    upright = ", upright: true" if page.upright else ""
    return f"#certificate-page({', '.join(map(literal, given))}, ({signatures},), {last}{upright})"


def _table(table: SeatCard) -> str:
    people = ", ".join(f"[{words(person.name)}{_beside(person)}]" for person in table.people)
    return f"seat-card({literal(table.title)}, {people})"


def _beside(person: Person) -> str:
    about = " · ".join(filter(None, (person.organisation, person.group)))
    return f"#linebreak()#text(size: 0.8em, fill: soft)[{words(about)}]" if about else ""

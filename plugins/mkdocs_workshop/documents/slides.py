"""Decks as plain data: what stands on each slide in words and drawings, the same for PowerPoint and for the web."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..clock import TimedActivity, clock, step_minutes
from ..edition import Edition
from ..figures import FigureWords, draw, flat
from ..ground.language_tags import untagged
from ..ground.slide_room import FIGURE_WIDTHS, SMALLEST_LABEL, SPACES, Space, scale_for
from ..model.deck import (
    CaseSlide,
    Column,
    ColumnsSlide,
    ContentSlide,
    FigureSlide,
    FigureWordsSlide,
    NumberPairSlide,
    NumberSlide,
    PointsSlide,
    QuestionSlide,
    SectionSlide,
    Slide,
    TitleSlide,
    counted_on,
    layout_of,
    planned,
    told_of,
)
from ..model.figure import Figure
from ..reading.curriculum import ModuleParts
from ..teaching.agenda import AgendaSlot, agenda
from ..teaching.day_lines import DayLine, day_lines
from .cues import cue_blocks, shown_cues
from .texts import Texts, cited
from .tree.blocks import Cite, Picture, Text
from .tree.slides import DeckDay, ShownDeck, ShownSlide, Words, size_of

_SIZE = re.compile(r'font-size="([\d.]+)')


def module_deck(edition: Edition, parts: ModuleParts, notes: bool) -> ShownDeck | None:
    """The deck of a module, with speaker notes or without; None where it has no deck."""
    if parts.deck is None:
        return None
    slides = tuple(shown(edition, parts, slide, notes) for slide in parts.deck.slides)
    name = f"{parts.id}-notes" if notes else parts.id
    return _deck(edition, name, edition.plain(parts.plan.title), edition.theme(parts).colour, slides, parts)


def day_deck(edition: Edition, programme: str, day: int, notes: bool) -> ShownDeck:
    """Everything that is shown on a day, in order; a slide with the clock time opens each session."""
    slots = [slot for slot in agenda(edition.curriculum, programme, edition.say) if slot.day.index == day]
    title = edition.plain(edition.curriculum.programmes[programme].title)
    day_title = edition.plain(edition.curriculum.programmes[programme].days[day].title)
    lines = tuple(day_lines(slot.timed for slot in slots))
    slides = tuple(slide for slot in slots for slide in _slot(edition, slot, notes, lines))
    name = f"{programme}-day-{day + 1}" + ("-notes" if notes else "")
    deck = _deck(edition, name, f"{title}, {day_title}", "navy", slides, None)
    if not notes:
        return deck
    runs = DeckDay(programme, day, slots[0].day.start, tuple(line.on_clock for line in lines))
    return replace(deck, runs=runs)


def _deck(
    edition: Edition, name: str, title: str, colour: str, slides: tuple[ShownSlide, ...], parts: ModuleParts | None
) -> ShownDeck:
    manual = edition.plain(edition.curriculum.manual.title)
    day = edition.changed(parts).isoformat()
    return ShownDeck(name, title, colour, edition.language, manual, edition.footer(parts), day, slides)


def _slot(edition: Edition, slot: AgendaSlot, notes: bool, lines: tuple[DayLine, ...]) -> Iterator[ShownSlide]:
    title: Words = (Text(slot.words(edition.plain)),)
    time: Words = (Text(f"{clock(slot.timed.start)}–{clock(slot.timed.end)}"),)
    words = (("title", (title,)), ("subtitle", (time,)))
    colour = slot.theme.colour if slot.theme else "navy"
    span = (slot.timed.start, slot.timed.end)
    keys = {line.timed: line.key for line in lines if line.slot == slot.timed} if notes else {}
    first = next(iter(keys.values()), "")
    yield ShownSlide(f"slot-{slot.timed.index}", "opener", words, None, (), (), colour=colour, span=span, line=first)
    for timed in slot.timed.activities:
        parts = edition.curriculum.modules[timed.module]
        for slide in planned(parts.deck, timed.activity.all_slides):
            made = shown(edition, parts, slide, notes, timed.minutes if notes else None)
            made = replace(made, colour=edition.theme(parts).colour)
            yield replace(made, at=_planned(timed, slide.id), until=timed.end, line=keys[timed]) if notes else made


def _planned(timed: TimedActivity, slide: str) -> int:
    """When the plan shows a slide: at the step that names it, otherwise when its activity begins."""
    now = timed.start
    for step, minutes in zip(timed.activity.steps, step_minutes(timed), strict=True):
        if slide in step.slides:
            return now
        now += minutes or 0
    return timed.start


def slides_of_day(edition: Edition, programme: str, day: int) -> Iterator[tuple[str, str]]:
    """Module and id of each slide of a module that is shown on a day."""
    for slot in agenda(edition.curriculum, programme, edition.say):
        if slot.day.index == day:
            for timed in slot.timed.activities:
                parts = edition.curriculum.modules[timed.module]
                yield from ((parts.id, slide.id) for slide in planned(parts.deck, timed.activity.all_slides))


def shown(edition: Edition, parts: ModuleParts, slide: Slide, notes: bool, minutes: int | None = None) -> ShownSlide:
    """One slide in words."""
    texts = Texts(edition)
    words = {"title": (texts.line(slide.title),), **dict(_words(edition, texts, slide))}
    picture = None
    if isinstance(slide, FigureSlide | FigureWordsSlide):
        id_, figure, space = slide.figure, parts.figures[slide.figure], SPACES[slide.layout]["figure"]
        picture = edition.once_read(
            "figure on a slide", (id_, figure, space), lambda: _picture(edition, id_, figure, space)
        )
    sources = cited(tuple(words.values()), picture.caption if picture else ())
    for id_ in counted_on(slide):
        found = [texts.cite(edition.curriculum.sources[source]) for source in edition.curriculum.facts[id_].sources[:1]]
        sources |= {cite.label: cite for cite in found}
    cues = parts.plan.cues_on(slide.id) if notes else ()
    own = texts.blocks(slide.notes) if notes else ()
    return ShownSlide(
        slide.id,
        layout_of(slide),
        tuple((name, tuple(_uncited(line) for line in lines)) for name, lines in words.items()),
        picture,
        tuple(sources.values()),
        (*cue_blocks(texts, cues), *own),
        minutes,
        spare=slide.spare,
        cues=shown_cues(texts, cues),
        own_notes=own,
    )


def _uncited(line: Words) -> Words:
    """A line without its citations and the spaces before them: they stand at the foot of the slide."""
    return tuple(
        word
        for word, after in zip(line, (*line[1:], None), strict=True)
        if not isinstance(word, Cite) and not (word == Text(" ") and isinstance(after, Cite))
    )


def _words(edition: Edition, texts: Texts, slide: Slide) -> Iterator[tuple[str, tuple[Words, ...]]]:
    match slide:
        case TitleSlide(subtitle=subtitle) | SectionSlide(subtitle=subtitle):
            if subtitle:
                yield "subtitle", (texts.line(subtitle),)
        case ContentSlide(points=points) | FigureWordsSlide(points=points):
            yield "points", tuple(map(texts.line, points))
        case PointsSlide(points=points):
            for number, point in enumerate(points, 1):
                yield f"point-{number}", (texts.line(point),)
        case NumberPairSlide(left=first, right=second):
            for name, counted in (("left", first), ("right", second)):
                yield f"{name}-number", ((Text(edition.wording.value(edition.curriculum.facts[counted.fact])),),)
                yield f"{name}-caption", _caption(edition, texts, counted.fact, counted.caption)
        case ColumnsSlide(left=left, right=right):
            yield from _column(texts, "left", left)
            yield from _column(texts, "right", right)
        case NumberSlide(fact=fact, caption=caption):
            value = edition.wording.value(edition.curriculum.facts[fact])
            yield "number", ((Text(value),),)
            yield "caption", _caption(edition, texts, fact, caption)
        case CaseSlide(case=id_, text=text):
            case = next(parts.cases[id_] for parts in edition.curriculum.modules.values() if id_ in parts.cases)
            yield "case", ((Text(edition.plain(told_of(case, slide.title))),),)
            yield "text", (texts.line(text),)
        case QuestionSlide(text=text):
            yield "text", (texts.line(text),)
        case FigureSlide():
            pass


def _caption(edition: Edition, texts: Texts, fact: str, caption: str) -> tuple[Words, ...]:
    badge = edition.wording.badge(edition.curriculum.facts[fact].confidence)
    return (texts.line(caption), *(((Text(badge),),) if badge else ()))


def _column(texts: Texts, name: str, column: Column) -> Iterator[tuple[str, tuple[Words, ...]]]:
    yield f"{name}-title", (texts.line(column.title),)
    yield name, tuple(map(texts.line, column.points))


def _picture(edition: Edition, id_: str, figure: Figure, space: Space) -> Picture:
    """The figure, drawn as wide as its words come out largest."""
    plain, say = edition.plain, edition.say

    def drawn(text: str) -> str:
        return untagged(plain(text))

    words = FigureWords(yes=say("figure.yes"), no=say("figure.no"))
    best, best_size = "", -1.0
    for width in FIGURE_WIDTHS:
        svg = flat(draw(figure, id_, drawn, words, width))
        size = min((float(found) for found in _SIZE.findall(svg)), default=SMALLEST_LABEL) * scale_for(
            space, *size_of(svg)
        )
        if size > best_size:
            best, best_size = svg, size
    caption = Texts(edition).line(figure.caption) if figure.caption else ()
    return Picture(id_, plain(figure.title), best, drawn(figure.alt), caption)

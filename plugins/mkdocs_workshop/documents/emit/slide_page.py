"""A deck to one page for the browser: it opens from a stick, needs no network, and prints one slide a page."""

import json
import math
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from ...ground.fonts import carried_style
from ...ground.sanitise import clean
from ...ground.slide_room import DIAL, SPACES, Space
from ...ground.slide_shapes import SHAPES, Shape
from ..tree.slides import DeckDay, ShownCue, ShownDeck, ShownSlide, Words, sizes_of
from .html import bare, html, html_line, words
from .slide_kinds import BULLETED, FULL, kind_of

COLOURS = {
    "navy": ("#17375e", "#e6ecf4"),
    "teal": ("#0e6f69", "#dff0ee"),
    "amber": ("#a34a06", "#fbebd9"),
    "plum": ("#74305f", "#f4e5ef"),
    "moss": ("#4b6212", "#edf2dc"),
}
"""Dark and tint of each theme."""
Say = Callable[..., str]


def slide_page(deck: ShownDeck, say: Say, cache: Path) -> str:
    """The page, with its letters inside: on a stick there is nothing beside it. `cache` keeps what fonts cost to make.

    A deck with notes gets a view for the speaker; one without has neither the view nor its script.
    """
    notes = any(slide.notes for slide in deck.slides)
    dark, tint = COLOURS[deck.colour]
    used = sorted({slide.colour for slide in deck.slides if slide.colour})
    sessions = "".join(f".of-{name}{{--dark:{COLOURS[name][0]};--tint:{COLOURS[name][1]}}}" for name in used)
    style = _asset("stage.css") + stage_style() + _asset("slides.css") + (_asset("speaker.css") if notes else "")
    run = deck.runs if notes else None
    running = ("run-clock.js", "run-log.js", "speaker-run.js") if run else ()
    script = ";\n".join(map(_asset, (*running, "slides.js", *(("speaker.js",) if notes else ()))))
    shown = "".join(_slide(slide, number, deck) for number, slide in enumerate(deck.slides, 1))
    slides, controls = clean(shown, alone=True), clean("".join(_controls(say, notes)), alone=True)
    letters = carried_style(cache / "fonts", f"{words(deck.title)}{slides}{controls}", "../../../assets/workshop/fonts")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{deck.language}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="robots" content="noindex"><title>{bare(deck.title)}</title>',
            f"<style>:root{{--dark:{dark};--tint:{tint}}}{sessions}{letters}{style}</style></head>",
            f'<body class="{"with-notes" if notes else "for-all"}">',
            f'<main id="deck"><h1 class="unseen">{words(deck.title)}</h1>',
            slides,
            "</main>",
            controls,
            *([f'<script type="application/json" id="run-data">{_run_data(run)}</script>'] if run else []),
            f"<script>{script}</script>",
            "</body></html>",
            "",
        ]
    )


def _run_data(run: DeckDay) -> str:
    """What the script needs to follow a day that runs, as JSON in which nothing can end the script that holds it."""
    data = {"programme": run.programme, "day": run.index, "start": run.start, "items": run.lines}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def stage_style() -> str:
    """Where the parts of each layout stand, and how large letters are: rules for the classes that `stage` gives."""
    places = "".join(
        f".is-{layout} .ws-part-{name}{{--x:{space.left:g};--y:{space.top:g};--w:{space.width:g};--h:{space.height:g};--g:{space.gap:g}}}"
        for layout, spaces in SPACES.items()
        for name, space in spaces.items()
        if space.sizes
    )
    sizes = sorted({size for spaces in SPACES.values() for space in spaces.values() for size in space.sizes})
    return places + "".join(f".ws-size-{size}{{--s:{size}}}" for size in sizes)


def _asset(name: str) -> str:
    return (files("mkdocs_workshop") / "site" / "theme" / name).read_text("utf-8")


def _controls(say: Say, notes: bool) -> Iterator[str]:
    yield f'<nav class="controls" aria-label="{words(say("deck.controls"))}">'
    yield f'<button type="button" id="back" aria-label="{words(say("deck.back"))}">←</button>'
    yield '<output id="where" aria-live="polite"></output>'
    yield f'<button type="button" id="on" aria-label="{words(say("deck.on"))}">→</button>'
    if notes:
        yield f'<button type="button" id="speaker" aria-pressed="false">{words(say("deck.speaker"))}</button>'
    yield "</nav>"
    if notes:
        yield f'<aside id="desk" hidden aria-label="{words(say("deck.speaker"))}" data-on-plan="{words(say("run.on-plan"))}"'
        yield f' data-behind="{words(say("run.behind", n="{n}"))}" data-ahead="{words(say("run.ahead", n="{n}"))}"'
        yield f' data-by-run="{words(say("deck.by-run", time="{time}"))}" data-by-plan="{words(say("deck.by-plan"))}"'
        yield f' data-by-part="{words(say("deck.by-part"))}" data-left-out="{words(say("deck.left-out"))}">'
        yield '<p class="count"><b id="count" role="timer"></b> <span id="plan"></span> <small id="source"></small></p><p class="clocks">'
        yield f'<span>{words(say("deck.clock"))} <b id="clock"></b></span>'
        yield f'<span>{words(say("deck.elapsed"))} <b id="elapsed"></b></span>'
        yield f'<button type="button" id="again">{words(say("deck.again"))}</button></p>'
        yield f'<div class="after"><div id="preview" aria-hidden="true"></div><p id="next" data-words="{words(say("deck.next"))}"></p></div></aside>'


def _slide(slide: ShownSlide, number: int, deck: ShownDeck) -> str:
    notes = speaker_notes(slide) if slide.notes else ""
    times = (("minutes", slide.minutes), ("at", slide.at), ("until", slide.until), ("line", slide.line))
    minutes = "".join(f' data-{name}="{value}"' for name, value in times if value)
    return (
        f'<section class="slide {frame(slide.layout)}{f" of-{slide.colour}" if slide.colour else ""}" id="s{number}"{minutes} aria-label="{number} / {len(deck.slides)}" tabindex="-1">'
        f"{stage(slide, number, deck.foot)}{notes}</section>"
    )


def speaker_notes(slide: ShownSlide) -> str:
    """The notes of a slide: what is said and done under the slide, objections as cards with a key each, the rest beside it."""
    objections = [cue for cue in slide.cues if cue.kind == "objection"]
    under = "".join(_cue(cue) for cue in slide.cues if cue.kind != "objection")
    cards = "".join(_card(cue, key) for key, cue in enumerate(objections, 1))
    return (
        f'<div class="notes"><div class="under">{under}</div>'
        f'<div class="beside"><div class="cards">{cards}</div>{html(slide.own_notes)}</div></div>'
    )


def _cue(cue: ShownCue) -> str:
    more = f" <b>{words(cue.more_word)}: </b>{html_line(cue.more)}" if cue.more_word else ""
    return f'<p class="cue cue-{cue.kind}"><b>{words(cue.word)}: </b>{html_line(cue.text)}{more}</p>'


def _card(cue: ShownCue, key: int) -> str:
    return (
        f'<details class="card" data-key="{key}"><summary><b>{words(cue.word)}: </b>{html_line(cue.text)}</summary>'
        f"<p><b>{words(cue.more_word)}: </b>{html_line(cue.more)}</p></details>"
    )


def stage(slide: ShownSlide, number: int, foot: str, heading: str = "h2") -> str:
    """The slide itself, as it is drawn everywhere on the web; `heading` is the element of its title.

    Its frame gives the class `is-<layout>`, and the variables `--u`, `--dark` and `--tint`.
    """
    sizes = sizes_of(slide)
    parts = "".join(
        _part(slide, name, paragraphs, heading, sizes[name]) for name, paragraphs in slide.words if paragraphs
    )
    drawing = f'<div class="ws-drawn">{slide.picture.svg}</div>' if slide.picture else ""
    sources = " · ".join(words(cite.label) for cite in slide.sources)
    cited = f'<p class="ws-stage-sources">{sources}</p>' if sources else ""
    return (
        f'<div class="ws-stage">{drawn(slide)}{parts}{drawing}{cited}<p class="ws-stage-foot">{words(foot)}</p>'
        f'<p class="ws-stage-number">{number}</p></div>'
    )


def _part(slide: ShownSlide, name: str, paragraphs: tuple[Words, ...], heading: str, size: int) -> str:
    space = SPACES[slide.layout][name]
    looks = "".join(
        f" ws-{word}" for word, given in (("bold", space.bold), ("light", space.light), ("mid", _mid(name))) if given
    )
    frame = f'class="ws-part ws-part-{name} ws-size-{size}{looks}"'
    if name == "title":
        return f"<{heading} {frame}><span>{html_line(paragraphs[0])}</span></{heading}>"
    if (slide.layout, name) in BULLETED:
        items = "".join(f"<li>{html_line(line)}</li>" for line in paragraphs)
        return f"<ul {frame}>{items}</ul>"
    return f"<div {frame}>{''.join(f'<p>{html_line(line)}</p>' for line in paragraphs)}</div>"


def _mid(part: str) -> bool:
    """Whether the words stand in the middle of the height of their place."""
    return part in ("left-title", "right-title") or part.startswith("point-")


def frame(layout: str) -> str:
    """The classes of what frames a slide: its layout, and `is-full` where the whole ground has the colour of the theme."""
    kind = kind_of(layout)
    names = (f"is-{layout}", f"is-{kind}" if kind != layout else "", "is-full" if kind in FULL else "")
    return " ".join(filter(None, names))


def drawn(slide: ShownSlide) -> str:
    """What stands behind the words, as one drawing; empty where nothing does."""
    shapes = "".join(map(_shape, SHAPES.get(slide.layout, ())))
    if slide.span:
        shapes += _dial(slide.span, DIAL)
    if not shapes:
        return ""
    # In a block of its own: Markdown takes blocks that follow a drawing for words, and loses one of their closing tags.
    return (
        f'<div><svg class="ws-shapes" viewBox="0 0 960 540" aria-hidden="true" focusable="false">{shapes}</svg></div>'
    )


def _shape(shape: Shape) -> str:
    kind, left, top, width, height, fill, text = shape
    place = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"'
    middle, centre = left + width / 2, top + height / 2
    look = f'class="ws-{fill}{" ws-rim" if kind in ("frame", "bubble-left", "round") else ""}"'
    match kind:
        case "disc":
            made = f'<ellipse {look} cx="{middle:g}" cy="{centre:g}" rx="{width / 2:g}" ry="{height / 2:g}"/>'
        case "plus" | "minus":
            arm = width * 0.12
            made = f'<rect {look} x="{left:g}" y="{centre - arm:g}" width="{width:g}" height="{2 * arm:g}"/>'
            if kind == "plus":
                made += f'<rect {look} x="{middle - arm:g}" y="{top:g}" width="{2 * arm:g}" height="{height:g}"/>'
        case "bubble-left" | "bubble-right":
            foot = left + (70 if kind == "bubble-left" else width - 70)
            low = top + height
            made = f'<rect {look} {place} rx="18"/><path {look} d="M{foot - 22:g} {low - 1.5:g}L{foot:g} {low + 34:g}L{foot + 22:g} {low - 1.5:g}"/>'
        case _:
            made = f'<rect {look} {place} rx="{9 if kind == "round" else 0}"/>'
    size = min(width, height, 220) * 0.5
    letter = f'<text x="{middle:g}" y="{centre + size * 0.35:g}" font-size="{max(size, 16):g}">{words(text)}</text>'
    return made + (letter if text else "")


def _dial(span: tuple[int, int], space: Space) -> str:
    """A clock whose slice is the time of the session; one round is twelve hours."""
    radius = space.width / 2
    x, y = space.left + radius, space.top + radius
    ends = [math.radians(minute % 720 / 2 - 90) for minute in span]
    (x1, y1), (x2, y2) = ((x + radius * math.cos(end), y + radius * math.sin(end)) for end in ends)
    wide = int((span[1] - span[0]) % 720 > 360)
    return (
        f'<circle class="ws-ring" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'
        f'<path class="ws-tint" d="M{x:g} {y:g}L{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 {wide} 1 {x2:.1f} {y2:.1f}Z"/>'
    )

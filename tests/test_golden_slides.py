"""Slides, whole: what a presentation and a page of slides hold, compared with goldens; a slide of each kind.

After a change on purpose: `pytest tests/test_golden_slides.py --update`, read the difference, and look at the slides.
"""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from mkdocs_workshop.documents.emit.powerpoint import powerpoint
from mkdocs_workshop.documents.emit.refusal import PressError
from mkdocs_workshop.documents.emit.slide_page import slide_page, stage_style
from mkdocs_workshop.documents.tree.blocks import (
    Cite,
    Emphasis,
    Field,
    Link,
    Paragraph,
    Picture,
    Strong,
    Text,
    ToFill,
    Value,
)
from mkdocs_workshop.documents.tree.slides import DeckDay, ShownCue, ShownDeck, ShownSlide
from mkdocs_workshop.ground.language_tags import tagged
from mkdocs_workshop.ground.slide_room import SPACES
from mkdocs_workshop.language.interface import catalogue
from tests.conftest import ROOT
from tests.golden_files import assert_golden
from tests.golden_text import brief, html_lines

CACHE = ROOT / ".cache" / "workshop"
THEME = ROOT / "plugins" / "mkdocs_workshop" / "site" / "theme"

LAYOUTS = (
    "title", "section", "opener", "content", "two-columns", "contrast", "pair", "voices", "figure", "figure-words",
    "big-number", "number-pair", "case", "question", "steps-3", "steps-5", "cards-2", "timeline-2", "checklist-2", "board-2",
    "vote-2", "statement-1",
)  # fmt: skip
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#0e6f69"/></svg>'
)
KINDS = (
    Text("Plain & "),
    Strong((Text("strong "), Emphasis((Text("both "),)))),
    Emphasis((Text("leaning "), Strong((Text("and strong "),)))),
    Link((Text("a link"),), "https://example.org/"),
    Value("12", strong=True, badge="unread"),
    Value("13", strong=False, badge=""),
    ToFill("the number"),
    Field("Name"),
    Text(""),
    Cite("Somebody 2024", "Somebody. Title. 2024.", ""),
    Text(f" in {tagged('English', 'en')}."),
)


def _slide(layout: str) -> ShownSlide:
    """A slide with a few words in each of its parts, and a drawing where the layout has a place for one."""
    spaces = SPACES[layout]
    words = tuple((name, ((Text(f"The {name}"),),)) for name, space in spaces.items() if space.sizes)
    picture = Picture("square", "A square", SVG, "A square in green.", ()) if "figure" in spaces else None
    return ShownSlide(layout, layout, words, picture, (), ())


def _every_layout() -> ShownDeck:
    slides = tuple(map(_slide, LAYOUTS))
    return ShownDeck(
        "golden-layouts", "All layouts", "teal", "en", "My manual", "My manual · 1.0", "2026-11-22", slides
    )


def _notes(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Text(words),)),)


CUES = (
    ShownCue("say", "Say", (Text("Good morning."),), "", ()),
    ShownCue("expect", "Expect", (Text("Silence."),), "Do", (Text("Wait."),)),
    ShownCue("objection", "They say", (Text("Why?"),), "Answer", (Text("Because."),)),
    ShownCue("objection", "They say", (Text("And if not?"),), "Answer", (Text("Then not."),)),
)


def _every_case() -> ShownDeck:
    """What a slide can have besides words and a drawing."""
    long = (
        Text(
            "A title that is so long that its letters must be smaller than those of its layout, as often happens here, and again"
        ),
    )
    slides = (
        replace(_slide("opener"), colour="plum", span=(570, 1005), notes=_notes("Begin."), cues=CUES, own_notes=_notes("More <b>."),
                minutes=25, at=570, until=595, line="first.1"),
        replace(_slide("opener"), span=(0, 30), spare=True),
        replace(_slide("content"), words=(("title", (long,)), ("points", (KINDS, (Text("Second"),)))), sources=(
            Cite("Somebody 2024", "Somebody. Title. 2024.", "https://example.org/"), Cite("Others & 2023", "Others.", ""))),
        replace(_slide("figure"), colour="moss", notes=_notes("First line.") + _notes("Second line.")),
        replace(_slide("figure-words"), colour="moss"),
        replace(_slide("title"), words=(("title", ((Text("Only a title"),),)), ("subtitle", ()))),
        replace(_slide("steps-3"), colour="amber"),
    )  # fmt: skip
    run = DeckDay(
        "two-day", 1, 540, ({"key": "first.1", "minutes": 25}, {"key": "</script>", "minutes": 60, "fixed": 780})
    )
    return ShownDeck(
        "golden-cases",
        "A day & more",
        "navy",
        "ru",
        "My <manual>",
        "My manual · 1.0 & so on",
        "2026-11-22",
        slides,
        run,
    )


def _parts(deck: ShownDeck) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(powerpoint(deck, CACHE))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_SHAPES = ("sp", "pic", "bg", "lvl1pPr")
_SHORTER = (
    (r"http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "office:"),
    (r"application/vnd.openxmlformats-officedocument.presentationml.", "slides:"),
    (r"xfrm \(off x=(\S+) y=(\S+) ext cx=(\S+) cy=(\S+)\)", r"at \1 \2 \3 \4"),
    (r"solidFill \((?:schemeClr val=)?([^()]*)\)", r"fill=\1"),
    (r" lIns=0 tIns=0 rIns=0 bIns=0", " no-insets"),
    (r"latin typeface=", "face="),
    (r" r \(rPr lang=en-US smtClean=0 t: ", " said ("),
    (r"p \(r \(rPr lang=en-US smtClean=0 t: ([^()]*)\) endParaRPr lang=en-US\)", r"said (\1)"),
    (r"txBody \(bodyPr no-insets anchor=ctr lstStyle p \(pPr algn=ctr\)\)", "no-words"),
    (r"cNvSpPr \(spLocks noGrp=1\)", "locked"),
    (r"algn=l marL=0 indent=0 \(spcBef \(spcPts val=0\) buNone ", "plain ("),
    (r"lstStyle \(lvl1pPr ", "looks ("),
    (r"cap=none \((fill=\w+) face=\+mn-lt\)", r"\1"),
    # What the library has besides: words for further levels, styles that no layout leaves to the master, marks of its own file.
    (r" p \(pPr lvl=[1-4] [^()]*\([^()]*\)(?: endParaRPr lang=en-US)?\)", ""),
    (r"(?m)^ *(?:extLst|nvGrpSpPr|grpSpPr) .*\n", ""),
    (r"(?ms)^ *(?:txStyles|defaultTextStyle)\n.*\Z", ""),
)


def _shown(part: bytes) -> str:
    """A part in few lines, with lengths in points instead of 12,700ths of them."""
    lines = brief(part, _SHAPES)
    lines = re.sub(
        r"(?<= )(x|y|cx|cy|w|marL|indent)=(-?\d+)\b", lambda found: f"{found[1]}={int(found[2]) / 12700:g}", lines
    )
    for old, new in _SHORTER:
        lines = re.sub(old, new, lines)
    return lines


def _theme(part: bytes) -> str:
    """What we say of a theme; the rest is the library's."""
    found = [line for line in brief(part).splitlines() if re.search(r"theme name|Clr|latin", line)]
    return "\n".join(line.strip() for line in found if not re.search("phClr|schemeClr", line))


def _presentation(parts: dict[str, bytes], wanted: str) -> str:
    """The parts whose path is `wanted`, each below its path; before them the addresses of all namespaces."""
    asked = {path: data for path, data in sorted(parts.items()) if re.search(wanted, path)}
    spaces = {etree.QName(one).namespace for data in asked.values() for one in etree.fromstring(data).iter()}
    shown = [f"== {path}\n{_theme(data) if '/theme/' in path else _shown(data)}" for path, data in asked.items()]
    return "\n".join([*sorted(map(str, spaces)), *shown])


def test_a_slide_of_each_layout(request: pytest.FixtureRequest) -> None:
    wanted = r"ppt/(slides|slideLayouts)/[^/]*\.xml$|slideMaster1.xml$"
    assert_golden(request, "slides/layouts.txt", _presentation(_parts(_every_layout()), wanted))


def test_what_a_slide_can_have(request: pytest.FixtureRequest) -> None:
    parts = _parts(_every_case())
    wanted = r"/slides/|rels$|ppt/presentation.xml|notesSlide|core.xml|theme|Types"
    assert_golden(request, "slides/cases.txt", "\n".join(["All parts:", *parts, _presentation(parts, wanted)]))


def test_no_two_masters_and_layouts_have_one_number() -> None:
    parts = _parts(_every_case())
    listed = "".join(
        data.decode() for path, data in parts.items() if re.search(r"slideMaster\d\.xml$|ppt/presentation\.xml$", path)
    )
    ids = re.findall(r'<p:sld(?:Master|Layout)Id id="(\d+)"', listed)
    assert len(ids) == len(set(ids)) == 4 + 13


@pytest.mark.parametrize("where", ["words", "notes"])
def test_a_word_that_the_file_can_not_hold_is_told(where: str) -> None:
    lost = (Text("gone\x01away"),)
    plain = _slide("content")
    in_words, in_notes = replace(plain, words=(("title", (lost,)),)), replace(plain, notes=(Paragraph(lost),))
    slide = in_words if where == "words" else in_notes
    with pytest.raises(PressError, match=r"golden-cases\.pptx has lost words"):
        powerpoint(replace(_every_case(), slides=(slide,)), CACHE)


def _named(page: str) -> str:
    """A page of slides with the name of each style sheet and script of ours in place of what stands in it."""
    names = (
        "stage.css",
        "slides.css",
        "speaker.css",
        "run-clock.js",
        "run-log.js",
        "speaker-run.js",
        "slides.js",
        "speaker.js",
    )
    for name in names:
        page = page.replace((THEME / name).read_text("utf-8"), f"[{name}]\n")
    return html_lines(page.replace(stage_style(), "[where parts stand]\n"), drawings=True)


def test_pages_of_slides(request: pytest.FixtureRequest) -> None:
    assert_golden(request, "slides/page-of-layouts.html", _named(slide_page(_every_layout(), catalogue("en"), CACHE)))
    assert_golden(request, "slides/page-of-cases.html", _named(slide_page(_every_case(), catalogue("en"), CACHE)))


def test_where_parts_stand(request: pytest.FixtureRequest) -> None:
    wanted = re.compile(r"\.is-(?:title|content|pair|figure-words) |\.ws-size-")
    rules = [f"{rule}}}" for rule in stage_style().split("}") if wanted.match(rule)]
    assert_golden(request, "slides/stage.css", "\n".join(rules))
    assert all(f".is-{layout} .ws-part-title{{" in stage_style() for layout in SPACES)

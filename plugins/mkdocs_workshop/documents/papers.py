"""Handouts and case studies as PDF: participants' text alone, on the paper they are made for and as variants."""

from collections.abc import Iterator, Sequence

from ..checks.paper import CARD_SIDES, too_long
from ..edition import Edition
from ..ground import column_widths
from ..ground.artifact import Artifact, Label
from ..ground.problems import Problem
from ..model.papers import Case, Handout, Question
from ..reading.curriculum import ModuleParts
from .blocks import Block, Break, Inline, Picture, Table
from .places import path_of
from .press import pdf
from .proof import inline_words, words_of
from .refusal import TooManyPages, Unprintable
from .texts import Texts, cited
from .typeset import inlines, literal, typeset, words

WIDE_TABLE = 4
"""A table with more columns takes the whole width of the paper."""
MOST_COLUMNS = {**column_widths.MOST_COLUMNS, "booklet": 4, "large-print": 2}
"""A table with more columns is set row by row."""


LAYOUTS = {
    "A3": ("A3-large", "A3", "A3-close", "A3-tight"),
    "A4": ("A4-large", "A4", "A4-wide", "A4-close", "A4-tight"),
    "A5": ("A5-large", "A5", "A5-close", "A5-tight"),
    "A6": ("A6-large", "A6", "A6-close"),
    "booklet": ("booklet", "booklet-close"),
}
"""Ways to set a paper, from large to small letters; the first of those with the fewest pages is taken."""
WRITTEN_ON = frozenset({"form", "template"})
"""Forms of handouts that need the whole width for what is written."""


def paper_pdfs(edition: Edition) -> Iterator[Artifact]:
    """Every handout and every case study.

    Raises PressError when a document can not be set, and at the end Unprintable for all cards that are too long.
    """
    texts = Texts(edition)
    problems = list[Problem]()
    for parts in edition.curriculum.modules.values():
        for number, (id_, handout) in enumerate(parts.handouts.items(), 1):
            more = ("booklet", "large-print") if edition.variants and handout.paper == "A4" else ()
            for size in (handout.paper, *more):
                try:
                    made = _handout(texts, parts, number, id_, handout, size)
                except TooManyPages as refused:
                    problems.append(too_long(edition.curriculum.file("handout", parts.id, id_), refused.pages))
                else:
                    yield made
        for number, (id_, case) in enumerate(parts.cases.items(), 1):
            for size in ("A4", "large-print") if edition.variants else ("A4",):
                yield _case(texts, parts, number, id_, case, size)
    if problems:
        raise Unprintable(problems)


def sheet(
    edition: Edition,
    parts: ModuleParts | None,
    *,
    title: str,
    kind: str,
    use: str,
    size: str,
    mark: str = "",
    id_: str = "",
    colour: str = "",
    template: str = "sheet",
) -> str:
    """The typst call that puts what follows on paper: title block, foot, description. All words are plain."""
    day = edition.changed(parts)
    manual = edition.curriculum.manual
    of = [edition.plain(parts.plan.short)] if parts else []
    foot = " · ".join(
        (
            edition.plain(manual.title),
            *of,
            *([id_] if id_ else []),
            edition.say("paper.version", version=edition.version(parts)),
            edition.date(day),
            manual.licence,
        )
    )
    values = {
        "title": title,
        "kind": kind,
        "mark": mark,
        "use": use,
        "colour": colour or (edition.theme(parts).colour if parts else "navy"),
        "size": size,
        "language": edition.language,
        "author": edition.plain(manual.title),
        "subject": " ".join((*of, id_)),
        "foot": foot,
    }
    head = ", ".join(f"{key}: {literal(value)}" for key, value in values.items())
    date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    return f"#show: {template}.with({head}, date: {date})"


def section(title: str, tree: Sequence[Block], size: str, level: int = 2) -> str:
    """A titled part. What comes after a page break stands below an empty title."""
    parts, here = [], list[Block]()
    for block in tree:
        if isinstance(block, Break):
            parts.append(here)
            here = []
        else:
            here.append(block)
    parts.append(here)
    shown = []
    for index, blocks in enumerate(parts):
        heading = f"[{words(title)}]" if index == 0 else "none"
        if blocks or index == 0:
            wide = "true" if any(map(_is_wide, tree)) else "false"
            body = typeset(blocks, MOST_COLUMNS[size])
            shown.append(f"#section({heading}, wide: {wide}, level: {level})[{body}]")
    broken = "\n#pagebreak(weak: true)\n".join(shown)
    return f"{broken}\n#pagebreak(weak: true)" if isinstance(tree[-1] if tree else None, Break) else broken


def _is_wide(block: Block) -> bool:
    if isinstance(block, Table):
        rows = [[inline_words(cell) for cell in row] for row in (block.head, *block.rows)]
        return len(block.head) > WIDE_TABLE or sum(column_widths.needs(rows)) > column_widths.NARROW
    return isinstance(block, Picture)


def questions(lines: Sequence[Sequence[Inline]], room: int = 0) -> str:
    """Numbered questions, with writing lines below each if asked for."""
    below = f"#writing-lines({room})" if room else ""
    return "#enum(" + ", ".join(f"[{inlines(line)}{below}]" for line in lines) + ")"


def closing(edition: Edition, trees: Sequence[object], notice: bool = True) -> str:
    """The sources that some texts cite, and the notice of the manual, in small letters."""
    lines = [_source(cite.label, cite.reference, cite.address) for cite in cited(tuple(trees)).values()]
    if lines:
        lines = [f"#small(strong({literal(edition.say('module.sources'))}))", *lines]
    if notice:
        lines += [f"#small[{words(edition.plain(line))}]" for line in edition.curriculum.manual.notice]
    return "#closing[" + "\n".join(lines) + "]" if lines else ""


def _source(label: str, reference: str, address: str) -> str:
    shown = f"#link({literal(address)})[{words(reference)}]" if address else words(reference)
    return f"#small[#strong({literal(label)}) {shown}]"


def artifact(
    edition: Edition,
    parts: ModuleParts | None,
    kind: str,
    id_: str,
    title: str,
    size: str,
    made: str | Sequence[str],
    wanted: Sequence[str],
) -> Artifact:
    """A document as a download for participants; `wanted` is all that an independent reader must find in it."""
    variant = size if size in ("booklet", "large-print") else ""
    path = path_of(edition.language, kind, id_, "pdf", variant)
    module = parts.id if parts else ""
    label = Label(kind, "pdf", title, edition.language, edition.version(parts), module, id_, variant)
    name = f"{id_}-{variant}" if variant else id_
    most = CARD_SIDES if size == "A6" else 0
    return Artifact(path, pdf(name, made, edition.cache, wanted, most), label=label)


def _names(edition: Edition, audiences: Sequence[str]) -> str:
    names = {audience.id: edition.plain(audience.name) for audience in edition.curriculum.manual.audiences}
    return ", ".join(names[audience] for audience in audiences)


def _handout(texts: Texts, parts: ModuleParts, number: int, id_: str, handout: Handout, size: str) -> Artifact:
    edition = texts.edition
    say, title, use = edition.say, edition.plain(handout.title), edition.plain(handout.use)
    trees = [(edition.plain(part.title), texts.blocks(part.text)) for part in handout.sections]
    kind = f"{say(f'form.{handout.form}')} · {_names(edition, handout.audiences)}"
    mark = say("paper.handout", number=number, total=len(parts.handouts))
    if handout.paper != "A6":
        mark = f"{edition.plain(edition.theme(parts).name)} · {mark}"
    layouts = LAYOUTS.get(size, (size,))
    if handout.form in WRITTEN_ON and size == "A4":
        layouts = layouts[2:]
    heads = [
        sheet(edition, parts, title=title, kind=kind, use=use, size=layout, mark=mark, id_=id_) for layout in layouts
    ]
    body = [section(heading, tree, size) for heading, tree in trees]
    if handout.paper in ("A3", "A4"):
        body.append(closing(edition, [tree for _, tree in trees]))
    wanted = [title, use, *(text for heading, tree in trees for text in (heading, *words_of(tree)))]
    return artifact(edition, parts, "handout", id_, title, size, _each(heads, body), wanted)


def _case(texts: Texts, parts: ModuleParts, number: int, id_: str, case: Case, size: str) -> Artifact:
    edition = texts.edition
    say, title, use = edition.say, edition.plain(case.title), edition.plain(case.summary)
    kind = f"{say('case.name')} · {say('case.fictional')}"
    counted = say("paper.case", number=number, total=len(parts.cases))
    mark = f"{edition.plain(edition.theme(parts).name)} · {counted}"
    body, wanted, trees = case_body(texts, case, size)
    heads = [
        sheet(edition, parts, title=title, kind=kind, use=use, size=layout, mark=mark, id_=id_)
        for layout in LAYOUTS.get(size, (size,))
    ]
    made = _each(heads, [*body, closing(edition, trees)])
    return artifact(edition, parts, "case", id_, title, size, made, [title, use, *wanted])


def _each(heads: Sequence[str], body: Sequence[str]) -> list[str]:
    """The same body below each head."""
    return ["\n\n".join((head, *body)) for head in heads]


def case_body(
    texts: Texts, case: Case, size: str, level: int = 2, room: int = 0
) -> tuple[list[str], list[str], list[Sequence[Block]]]:
    """The parts of a case study that everybody may read: typst code, the words in it, the block trees."""
    say = texts.edition.say
    story = texts.blocks(case.story)
    body, trees = [section(say("case.story"), story, size, level)], list[Sequence[Block]]((story,))
    wanted = list(words_of(story))
    asked: list[tuple[str, Sequence[Block], Sequence[Question]]] = [
        (say("case.for", audience=_names(texts.edition, (part.audience,))), texts.blocks(part.text), part.questions)
        for part in case.variants
    ]
    if case.questions:
        asked.append((say("case.together"), (), case.questions))
    for heading, tree, these in asked:
        lines = [texts.line(question.text) for question in these]
        text = typeset(tree, MOST_COLUMNS[size])
        body.append(f"#section([{words(heading)}], level: {level})[{text}\n\n{questions(lines, room)}]")
        wanted += [heading, *words_of(tree), *map(inline_words, lines)]
        trees.append(tree)
    return body, wanted, trees

"""Handouts and case studies as PDF: participants' text alone."""

from collections.abc import Iterator, Sequence

from ..artifacts import Artifact, Label
from ..curriculum import ModuleParts
from ..edition import Edition
from ..model.papers import Case, Handout
from .blocks import Inline
from .places import path_of
from .press import pdf
from .texts import Texts, cited
from .typeset import inlines, literal, typeset, words


def paper_pdfs(edition: Edition) -> Iterator[Artifact]:
    """Every handout and every case study. Raises PressError when a document can not be set."""
    for parts in edition.curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            yield _printed(edition, parts, "handout", id_, handout.title, _handout(edition, parts, handout))
        for id_, case in parts.cases.items():
            yield _printed(edition, parts, "case", id_, case.title, _case(edition, parts, case))


def _printed(edition: Edition, parts: ModuleParts, kind: str, id_: str, title: str, made: str) -> Artifact:
    path = path_of(edition.language, kind, id_, "pdf")
    label = Label(kind, "pdf", edition.plain(title), edition.language, edition.version(parts), parts.id, id_)
    return Artifact(path, pdf(id_, made, edition.cache), label=label)


def _sheet(
    edition: Edition, parts: ModuleParts, title: str, kind: str, use: str, size: str, body: Sequence[str]
) -> str:
    day = edition.changed(parts)
    manual = edition.curriculum.manual
    head = ", ".join(
        f"{key}: {literal(value)}"
        for key, value in (
            ("title", edition.plain(title)),
            ("kind", kind),
            ("use", edition.plain(use)),
            ("colour", edition.theme(parts).colour),
            ("size", size),
            ("language", edition.language),
            ("author", edition.plain(manual.title)),
            ("foot", edition.footer(parts)),
        )
    )
    date = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    return f"#show: sheet.with({head}, date: {date})\n\n" + "\n\n".join(body)


def _section(title: str, text: str) -> str:
    return f"== {words(title)}\n\n{text}"


def _handout(edition: Edition, parts: ModuleParts, handout: Handout) -> str:
    texts = Texts(edition)
    trees = [(edition.plain(section.title), texts.blocks(section.text)) for section in handout.sections]
    body = [_section(title, typeset(tree)) for title, tree in trees]
    if handout.paper in ("A3", "A4"):
        body += _closing(edition, [tree for _, tree in trees])
    kind = edition.say(f"form.{handout.form}")
    return _sheet(edition, parts, handout.title, kind, handout.use, handout.paper, body)


def _case(edition: Edition, parts: ModuleParts, case: Case) -> str:
    say, texts = edition.say, Texts(edition)
    names = {audience.id: edition.plain(audience.name) for audience in edition.curriculum.manual.audiences}
    story = texts.blocks(case.story)
    body, trees = [_section(say("case.story"), typeset(story))], [story]
    for variant in case.variants:
        tree = texts.blocks(variant.text)
        questions = _questions([texts.line(question.text) for question in variant.questions])
        body.append(_section(say("case.for", audience=names[variant.audience]), f"{typeset(tree)}\n\n{questions}"))
        trees.append(tree)
    if case.questions:
        lines = [texts.line(question.text) for question in case.questions]
        body.append(_section(say("case.together"), _questions(lines)))
    kind = f"{say('case.name')} · {say('case.fictional')}"
    return _sheet(edition, parts, case.title, kind, case.summary, "A4", [*body, *_closing(edition, trees)])


def _questions(lines: Sequence[Sequence[Inline]]) -> str:
    return "#enum(" + ", ".join(f"[{inlines(line)}]" for line in lines) + ")"


def _closing(edition: Edition, trees: Sequence[object]) -> list[str]:
    """The sources that some texts cite, and the notice of the manual, in small letters."""
    lines = [f"#small[#strong({literal(cite.label)}) {words(cite.reference)}]" for cite in cited(tuple(trees)).values()]
    if lines:
        lines = [f"#small(strong({literal(edition.say('module.sources'))}))", *lines]
    return [
        "#v(0.6em)",
        *lines,
        *(f"#small[{words(edition.plain(line))}]" for line in edition.curriculum.manual.notice),
    ]

"""Handouts and case studies as PDF: participants' text alone."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.dates import format_date

from ..artifacts import Artifact
from ..catalogue import Catalogue
from ..curriculum import Curriculum, ModuleParts
from ..figures import FigureWords, draw, flat
from ..model.papers import Case, Handout
from ..text import Citation, CountryValue, FactValue
from ..wording import Wording, cite_label, reference
from .places import path_of
from .press import pdf
from .refusal import PressError
from .typeset import Typesetter, literal, words


def paper_pdfs(curriculum: Curriculum, say: Catalogue, cache: Path) -> Iterator[Artifact]:
    """Every handout and every case study. Raises PressError when a document can not be set."""
    setter = _typesetter(curriculum, say)
    wording = Wording(curriculum, say)
    language = curriculum.manual.language
    for parts in curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            made = _handout(curriculum, wording, setter, parts, handout)
            yield _printed(path_of(language, "handouts", id_), made, cache)
        for id_, case in parts.cases.items():
            made = _case(curriculum, wording, setter, parts, case)
            yield _printed(path_of(language, "cases", id_), made, cache)


def _printed(path: str, made: str, cache: Path) -> Artifact:
    try:
        return Artifact(path, pdf(made, cache))
    except PressError as error:
        raise PressError(f"{path} can not be set: {error}") from error


def _typesetter(curriculum: Curriculum, say: Catalogue) -> Typesetter:
    wording = Wording(curriculum, say)
    figures = {id_: figure for parts in curriculum.modules.values() for id_, figure in parts.figures.items()}
    yes_no = FigureWords(yes=say("figure.yes"), no=say("figure.no"))

    def fact(piece: FactValue) -> tuple[str, str, str]:
        cite = cite_label(piece.sources[0], say) if piece.sources else ""
        return wording.value(piece.fact), cite, wording.badge(piece.fact.confidence)

    def cite(piece: Citation) -> str:
        return cite_label(piece.source, say)

    def entry(piece: CountryValue) -> tuple[str | None, str]:
        value = piece.entry.value
        return (wording.plain(value) if value is not None else None), wording.blank(piece.entry.label)

    def svg(id_: str) -> tuple[str, str]:
        figure = figures[id_]
        return flat(draw(figure, id_, wording.plain, yes_no, 720)), wording.plain(figure.alt)

    return Typesetter(lambda text: curriculum.pieces[text], wording.plain, fact, cite, entry, svg)


def _sheet(
    curriculum: Curriculum,
    wording: Wording,
    parts: ModuleParts,
    title: str,
    kind: str,
    use: str,
    size: str,
    body: Sequence[str],
) -> str:
    change = parts.plan.changes[0]
    manual = curriculum.manual
    theme = next(theme for theme in manual.themes if theme.id == parts.plan.theme)
    date = format_date(change.on, "d MMMM y", locale=wording.say.language)
    foot = " · ".join((wording.plain(manual.title), change.version, date, manual.licence))
    head = ", ".join(
        f"{key}: {literal(value)}"
        for key, value in (
            ("title", wording.plain(title)),
            ("kind", kind),
            ("use", wording.plain(use)),
            ("colour", theme.colour),
            ("size", size),
            ("language", manual.language),
            ("author", wording.plain(manual.title)),
            ("foot", foot),
        )
    )
    return f"#show: sheet.with({head}, date: {_date(change.on)})\n\n" + "\n\n".join(body)


def _date(day: dt.date) -> str:
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"


def _section(title: str, text: str) -> str:
    return f"== {words(title)}\n\n{text}"


def _handout(curriculum: Curriculum, wording: Wording, setter: Typesetter, parts: ModuleParts, handout: Handout) -> str:
    body = [_section(wording.plain(section.title), setter.text(section.text)) for section in handout.sections]
    texts = [section.text for section in handout.sections]
    if handout.paper in ("A3", "A4"):
        body += _closing(curriculum, wording, texts)
    kind = wording.say(f"form.{handout.form}")
    return _sheet(curriculum, wording, parts, handout.title, kind, handout.use, handout.paper, body)


def _case(curriculum: Curriculum, wording: Wording, setter: Typesetter, parts: ModuleParts, case: Case) -> str:
    say = wording.say
    names = {audience.id: wording.plain(audience.name) for audience in curriculum.manual.audiences}
    body = [_section(say("case.story"), setter.text(case.story))]
    for variant in case.variants:
        questions = _questions(setter, [question.text for question in variant.questions])
        title = say("case.for", audience=names[variant.audience])
        body.append(_section(title, f"{setter.text(variant.text)}\n\n{questions}"))
    if case.questions:
        body.append(_section(say("case.together"), _questions(setter, [question.text for question in case.questions])))
    texts = [case.story, *(variant.text for variant in case.variants)]
    kind = f"{say('case.name')} · {say('case.fictional')}"
    return _sheet(
        curriculum, wording, parts, case.title, kind, case.summary, "A4", [*body, *_closing(curriculum, wording, texts)]
    )


def _questions(setter: Typesetter, texts: Sequence[str]) -> str:
    return "#enum(" + ", ".join(f"[{setter.line(text)}]" for text in texts) + ")"


def _closing(curriculum: Curriculum, wording: Wording, texts: Sequence[str]) -> list[str]:
    """The sources that some texts cite, and the notice of the manual, in small letters."""
    cited: dict[str, str] = {}
    for text in texts:
        for piece in curriculum.pieces[text]:
            if isinstance(piece, FactValue) and piece.sources:
                cited[cite_label(piece.sources[0], wording.say)] = reference(piece.sources[0])
            elif isinstance(piece, Citation):
                cited[cite_label(piece.source, wording.say)] = reference(piece.source)
    lines = [f"#small[#strong({literal(label)}) {words(line)}]" for label, line in sorted(cited.items())]
    if lines:
        lines = [f"#small(strong({literal(wording.say('module.sources'))}))", *lines]
    return ["#v(0.6em)", *lines, *(f"#small[{words(wording.plain(line))}]" for line in curriculum.manual.notice)]

"""What the search knows of papers, beside its index: small, so that it answers before the index is there."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ...ground.artifact import Artifact
from ...model.evidence import Term
from ...reading.marks import TermWord
from ...reading.texts import texts
from . import paths
from .book import Book
from .offered import Download

_PARTS = re.compile(r"[();,]")
"""What stands between words for one thing: "постконтактная профилактика (ПКП)"."""
_ORDER = ("card", "decision-path", "checklist", "procedure", "form", "poster")
"""Of papers that fit a word equally well, what people take in their hands comes first."""


def findable(book: Book) -> Artifact:
    """Titles, words, files and pictures of all handouts and cases, as a script: a page that is opened from a disk reads no other file.

    `window.workshopPapers = {say: {...}, same: [[words of a term], ...], papers: [{t: title, p: page, ...}]}`, and for facilitators
    `objections: [{t: what people hold against it, u: what to answer, p: page, h: activity}]`.
    """
    terms = [term for term in book.curriculum.terms.values() if len(_words_of(term)) > 1]
    place = {term.id: index for index, term in enumerate(terms)}
    papers = [row for _, row in sorted(_papers(book, terms, place), key=lambda pair: pair[0])]
    say = {
        key: book.say(f"find.{key}", words="{words}", title="{title}")
        for key in ("papers", "also", "get", "objections")
    }
    data = {"say": say, "same": [_words_of(term) for term in terms], "papers": papers}
    if book.role == "facilitator":
        data["objections"] = list(_objections(book))
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Artifact(paths.FINDABLE, f"window.workshopPapers={words}\n", book.role)


def _objections(book: Book) -> Iterator[dict[str, str]]:
    """Each objection once, where the manual's own programme teaches it, or else the first that does."""
    main = book.curriculum.manual.programme
    plain, said = book.edition.plain, set()
    for id_ in sorted(book.views, key=lambda id_: id_ != main):
        for view in book.views[id_]:
            for activity in (timed.activity for timed in view.timed.activities if view.page):
                for cue in activity.cues:
                    if cue.objection and cue.answer and cue.objection not in said:
                        said.add(cue.objection)
                        page, _, place = view.at(activity.id).partition("#")
                        yield {
                            "t": plain(cue.objection),
                            "u": plain(cue.answer),
                            "p": page.removesuffix(".md"),
                            "h": place,
                        }


def _words_of(term: Term) -> list[str]:
    """All words for a thing: as it stands in a sentence, short, in other languages, and as people say."""
    also = [word.strip() for word in (term.also or "").split(",")]
    translated = [part.strip() for word in term.translated.values() for part in _PARTS.split(word)]
    found = [term.term, term.abbreviation or "", *also, *translated]
    return list(dict.fromkeys(word for word in found if word))


def _papers(book: Book, terms: list[Term], place: dict[str, int]) -> Iterator[tuple[int, dict[str, Any]]]:
    plain = book.edition.plain
    for parts in book.curriculum.modules.values():
        for id_, handout in parts.handouts.items():
            rank = _ORDER.index(handout.form) if handout.form in _ORDER else len(_ORDER)
            used = _used(book, [text.text for text in texts(handout)], terms, place)
            kind = f"{book.say(f'form.{handout.form}')}, {handout.paper}"
            yield (
                rank,
                _row(book, "handout", id_, plain(handout.title), kind, plain(handout.use), handout.also or "", used),
            )
        for id_, case in parts.cases.items():
            used = _used(book, [case.title, case.summary], terms, place)
            kind = book.say("search.kind.case")
            row = _row(book, "case", id_, plain(case.title), kind, plain(case.summary), case.also or "", used)
            yield len(_ORDER) + 1, row


def _row(
    book: Book, kind: str, id_: str, title: str, words: str, when: str, also: str, used: list[int]
) -> dict[str, Any]:
    files: list[Download] = book.files(kind, id_)
    pdf = next((file for file in files if (file.label.format, file.label.variant) == ("pdf", "")), None)
    row: dict[str, Any] = {"t": title, "p": f"{kind}s/{id_}", "k": words, "u": when}
    if also:
        row["a"] = [word.strip() for word in also.split(",")]
    if used:
        row["w"] = used
    if pdf:
        row |= {"f": pdf.path, "s": pdf.words, "i": paths.thumb(kind, id_)}
    return row


def _used(book: Book, said: list[str], terms: list[Term], place: dict[str, int]) -> list[int]:
    """The terms that a paper marks, or whose abbreviation it says."""
    pieces = [piece for text in said for piece in book.curriculum.pieces[text]]
    marked = {piece.term.id for piece in pieces if isinstance(piece, TermWord)}
    capitals = set(re.findall(r"\w+", " ".join(said)))
    short = {term.id for term in terms if term.abbreviation in capitals}
    return sorted(place[id_] for id_ in marked | short if id_ in place)

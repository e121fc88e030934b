"""`workshop translate review` and `import`: a Word file for a person who has only Word, and back."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from ..compile import today
from ..documents.tree.document import Document as Made
from ..ground.problems import Place, Problem, in_full, sort_problems, summary
from ..language.interface import Catalogue, catalogue
from ..reading.files import shown_path
from ..reading.translation.back import KINDS
from ..reading.translation.folder import FOLDER
from ..reading.translation.gates import problem
from ..reading.translation.messages import Message, by_po
from ..reading.translation.places import po_places
from ..reading.translation.po import Translation, as_text, read_catalog, read_translations
from ..reading.translation.readings import read_mark
from ..reading.translation.tongue import tongue_of
from ..reading.translation.update import updated
from ..review.into_po import comment_lines, into_po
from ..review.into_yaml import into_yaml
from ..review.log import review_line, with_review
from ..review.rows import rows_of
from ..review.sheet import ReviewSheet, frame_lines, heads_of, review_word
from ..review.take import Taken, take
from ..review.word_rows import NotAReview, read_review
from .exits import CLEAN, PROBLEMS, WrongUse

if TYPE_CHECKING:
    from ..reading.curriculum import Curriculum
    from ..reading.kinds import Loaded


def write_review(
    curriculum: "Curriculum",
    folder: Path,
    languages: Sequence[str],
    module: str | None,
    beside: str | None,
    out: Path | None,
) -> int:
    """Writes the Word file of a module. Returns the exit status. Raises WrongUse unless one language and one module are named."""
    language = languages[0] if len(languages) == 1 else None
    name = _po_of(curriculum.files, module)
    if language is None or name is None:
        raise WrongUse("name one language and one module: --language kk --module first-aid.")
    sheet = _sheet(curriculum, folder, language, name, beside)
    path = out or Path(f"{Path(name).stem}-{language}.docx")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(review_word(sheet, catalogue(language)))
    print(f"wrote {path} ({len(sheet.rows)} texts)")
    return CLEAN


def import_review(curriculum: "Curriculum", folder: Path, path: Path | None, role: str | None) -> int:
    """Reads a Word file back. Returns the exit status. Raises WrongUse unless a file and a role are named."""
    if path is None or role is None or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", role):
        # A role and never a name: names do not belong into the files of a manual.
        raise WrongUse("name the file and who read it, by role: import FILE --by native-reader.")
    try:
        back = read_review(path.read_bytes())
    except (NotAReview, OSError) as error:
        wrong = Problem(Place(path.as_posix()), "W046", str(error), KINDS["W046"].advice)
        print(in_full(wrong), summary([wrong]), sep="\n\n")
        return PROBLEMS
    name = _po_of(curriculum.files, back.name)
    if name is None:
        wrong = Problem(Place(path.as_posix()), "W046", f"there is no `{back.name}` any more", KINDS["W046"].advice)
        print(in_full(wrong), summary([wrong]), sep="\n\n")
        return PROBLEMS
    sheet = _sheet(curriculum, folder, back.language, name, None)
    say = catalogue(back.language)
    taken = take(back, sheet.rows, path.as_posix(), frame_lines(sheet, say), sheet.heads)
    messages = [row.message for row in sheet.rows]
    master = back.language == curriculum.manual.language
    if master:
        taken.problems += _into_master(taken, messages)
    else:
        taken.problems += _into_po(taken, curriculum.files, folder, back.language, name, role)
    _log(taken, curriculum.files, folder, back.language, name, role)
    _notes(taken, path, all_comments=master)
    problems = sort_problems(taken.problems)
    print(*map(in_full, problems), summary(problems), sep="\n\n")
    print(f"{taken.read} texts read, {len(taken.texts)} changed, {len(taken.comments)} with comments")
    return PROBLEMS if any(one.severity != "notice" for one in problems) else CLEAN


def _po_of(files: "Sequence[Loaded]", wanted: str | None) -> str | None:
    """The PO file of a module or of a shared file: `first-aid`, `glossary`, `programmes/two-day`."""
    names = sorted(by_po(files))
    return next((name for name in names if wanted and name in (f"modules/{wanted}.po", f"{wanted}.po")), None)


def _sheet(curriculum: "Curriculum", folder: Path, language: str, name: str, beside: str | None) -> ReviewSheet:
    wanted = by_po(curriculum.files)
    master = language == curriculum.manual.language

    def words(code: str, file: str = name) -> dict[str, Translation]:
        path = folder / FOLDER / code / file
        return read_translations(path, shown_path(path, Path.cwd()))[0]

    rows = rows_of(wanted[name], {} if master else words(language), words(beside) if beside else {}, english=master)
    say = catalogue(language)
    names = {code: _name(code) for code in (curriculum.manual.language, language, *([beside] if beside else []))}
    terms = () if master else _terms(curriculum, folder, language)
    title = next(
        (row.message.text for row in rows if (row.message.file.kind, row.message.loc) == ("module", ("title",))),
        name.removesuffix(".po"),
    )
    return ReviewSheet(
        _made(curriculum, say, f"{title} ({names[language]})", name, language),
        language,
        name.removesuffix(".po"),
        tuple(rows),
        heads_of(say, names, curriculum.manual.language, language, beside),
        terms,
    )


def _name(code: str) -> str:
    """The name of a language in its own words."""
    name = Locale.parse(code.replace("-", "_")).get_language_name() or code
    return name[:1].upper() + name[1:]


def _terms(curriculum: "Curriculum", folder: Path, language: str) -> tuple[tuple[str, str], ...]:
    wanted = by_po(curriculum.files)
    path = folder / FOLDER / language / "glossary.po"
    found = {"glossary.po": read_translations(path, shown_path(path, Path.cwd()))[0]}
    tongue, _ = tongue_of(language, folder, Path.cwd(), curriculum.files, wanted, found)
    return tuple((term.english[0], term.words[0]) for term in tongue.terms.values())


def _made(curriculum: "Curriculum", say: Catalogue, title: str, name: str, language: str) -> Made:
    """The frame of the Word file, without a tree: its rows come from `review.sheet`."""
    manual = curriculum.manual.title
    what = say("review.title")
    return Made(
        kind="review", id=name, name=name, title=title, what=what, use="", parts=(), language=language, manual=manual,
        head=name, subject=what, foot=f"{manual} · {title}", day=curriculum.changed, turned=True,
    )  # fmt: skip


def _into_po(
    taken: Taken, files: "Sequence[Loaded]", folder: Path, language: str, name: str, role: str
) -> list[Problem]:
    """Writes the PO file; returns what the gates find in what is new."""
    wanted = by_po(files)
    path = folder / FOLDER / language / name
    shown = shown_path(path, Path.cwd())
    old, wrong = read_catalog(path, shown)
    if wrong:
        return wrong
    glossary = folder / FOLDER / language / "glossary.po"
    found = {
        file.name if file == glossary else name: read_translations(file, shown_path(file, Path.cwd()))[0]
        for file in (path, glossary)
    }
    tongue, _ = tongue_of(language, folder, Path.cwd(), files, wanted, found)
    new = updated(old, wanted[name], language)
    by_gate = into_po(new, taken, wanted[name], role, today().isoformat(), tongue)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_text(new))
    places = po_places(path.read_text("utf-8"), shown)
    return [
        problem(one.code, f"{one.message} (`{context}`)", place, one.advice, places.line(place.line))
        for context, several in by_gate.items()
        for one in several
        for place in [places.place(context, one.fragment)]
    ]


def _into_master(taken: Taken, messages: Sequence[Message]) -> list[Problem]:
    """Writes new English into the YAML files; what can not be written becomes a note and a problem."""
    problems = []
    by_file: dict[str, list[Message]] = {}
    for message in messages:
        if message.context in taken.texts:
            by_file.setdefault(message.file.source.path, []).append(message)
    for shown, changed in by_file.items():
        source = changed[0].file.source
        texts = {message.loc: taken.texts[message.context] for message in changed}
        written = into_yaml(source, texts)
        (Path.cwd() / shown).write_text(written.text, "utf-8")
        for message in changed:
            if message.loc in written.left:
                text = f"`{message.context}` can not be written into its file"
                place = source.place(message.loc)
                problems.append(Problem(place, "W048", text, KINDS["W048"].advice, KINDS["W048"].severity))
                taken.notes.append(f"`{message.context}`: {written.left[message.loc]}")
    return problems


def _log(
    taken: Taken,
    files: "Sequence[Loaded]",
    folder: Path,
    language: str,
    name: str,
    role: str,
) -> None:
    """Writes the line in `reviews.yml`; prints it where it can not be put in."""
    path = folder / FOLDER / language / name
    found = read_translations(path, shown_path(path, Path.cwd()))[0]
    counts = (taken.read, len(taken.texts), len(taken.comments))
    line = review_line(language, name.removesuffix(".po"), role, today(), counts, read_mark(by_po(files)[name], found))
    log = folder / "reviews.yml"
    new = with_review(log.read_text("utf-8") if log.is_file() else "", line)
    if new is None:
        print(f"Put this into {shown_path(log, Path.cwd())}, below `translations`:\n{line}")
    else:
        log.write_text(new, "utf-8")


def _notes(taken: Taken, path: Path, *, all_comments: bool) -> None:
    """What found no place, beside the Word file; of the master the comments as well, since YAML has no place for them."""
    lines = [f"- {' '.join(note.split())}" for note in taken.notes]
    lines += comment_lines(taken.comments) if all_comments else []
    if lines:
        notes = path.with_suffix(".notes.md")
        notes.write_text("\n".join(lines) + "\n", "utf-8")
        print(f"wrote {notes} ({len(lines)} notes)")

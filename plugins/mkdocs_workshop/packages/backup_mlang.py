"""One course in which each text stands in all languages, between the marks of Moodle's add-on "Multi-Language Content (v2)".

The same course is written once for each language, with the same numbers; here the texts are joined:
`{mlang ru}Текст{mlang}{mlang kk}Мәтін{mlang}{mlang en,other}Text{mlang}`. Without the add-on people see the marks and all languages.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from .xml import Element, document

LONGEST_NAME = 255
"""Letters. Moodle cuts no longer name; it refuses it."""
_TEXTS = frozenset({"intro", "content", "summary", "questiontext", "generalfeedback", "answertext", "feedback"})
_NAMES = frozenset({"name", "itemname", "fullname"})
_OF_LISTS = frozenset({"question", "question_category"})
"""What only teachers see by its name."""
_APART = 10_000_000
"""Between the numbers of files of two languages."""

Files = Mapping[str, str | bytes]


class InLanguage(NamedTuple):
    """A course in one language."""

    language: str
    files: Files


def joined(courses: Sequence[InLanguage]) -> dict[str, str | bytes]:
    """The files of the course in all languages; the first is the master, which everybody reads whose language is not there.

    Raises ValueError where the courses have not the same parts.
    """
    master = courses[0]
    made: dict[str, str | bytes] = {path: data for course in courses for path, data in course.files.items()}
    for path, text in master.files.items():
        if isinstance(text, str) and path.endswith(".xml"):
            trees = [etree.fromstring(str(course.files[path]).encode()) for course in courses]
            made[path] = _joined(path, trees, [course.language for course in courses])
    return made


def _joined(path: str, trees: Sequence[Element], languages: Sequence[str]) -> str:
    first, *others = trees
    if path == "files.xml":
        for number, tree in enumerate(others, 1):
            known = {_place(file) for file in first}
            for file in [file for file in tree if _place(file) not in known]:
                file.set("id", str(int(str(file.get("id"))) + number * _APART))
                first.append(file)
    elif path.endswith("/inforef.xml"):
        for file in first.iterfind("fileref"):
            own = [int(str(id_.text)) for id_ in file.iterfind("file/id")]
            for number in range(1, len(trees)):
                for one in own:
                    etree.SubElement(etree.SubElement(file, "file"), "id").text = str(one + number * _APART)
    else:
        for parts in zip(*(tree.iter() for tree in trees), strict=True):
            _join(parts, languages)
    return document(first)


def _place(file: Element) -> tuple[str, ...]:
    return tuple(str(file.findtext(name)) for name in ("contextid", "filearea", "filepath", "filename"))


def _join(parts: Sequence[Element], languages: Sequence[str]) -> None:
    """Puts all texts into the first of the same elements of all languages."""
    first = parts[0]
    texts = [part.text or "" for part in parts]
    if len(first) or len(set(texts)) == 1 or not (first.tag in _TEXTS or _is_name(first)):
        return
    whole = in_all(dict(zip(languages, texts, strict=True)))
    above = first.getparent()
    short = first.tag in _NAMES or (above is not None and above.tag == "match" and first.tag == "answertext")
    if not short or len(whole) <= LONGEST_NAME:
        first.text = whole


def _is_name(one: Element) -> bool:
    above = one.getparent()
    return one.tag in _NAMES and above is not None and above.tag not in _OF_LISTS


def in_all(texts: Mapping[str, str]) -> str:
    """`{"en": "Text", "ru": "Текст"}`, the master first, as one text with marks; the master comes last, for all other languages too."""
    (master, text), *others = texts.items()
    return "".join(f"{{mlang {code}}}{one}{{mlang}}" for code, one in [*others, (f"{master},other", text)])

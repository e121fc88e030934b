"""A form in all languages of its manual: the same questions by the same names, in the words of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from markupsafe import Markup

from ..documents.emit.html import one_of, words
from .asked import Asked, Question


def in_all(asked: Asked) -> tuple[Asked, ...]:
    """A form in the language of its edition, then in the others that have it."""
    others = (
        Asked(edition, asked.id, edition.curriculum.instruments[asked.id], asked.tags)
        for edition in asked.edition.beside
        if asked.id in edition.curriculum.instruments
    )
    return (asked, *others)


def name_of(code: str) -> str:
    """A language by its own name: "Русский"."""
    name = Locale.parse(code).get_display_name(code) or code
    return name[:1].upper() + name[1:]


def said(texts: Sequence[tuple[str, str]]) -> Markup:
    """Words in several languages, each with its code, as markup that shows one of them: that of the page."""
    if len(texts) == 1:
        return Markup(words(texts[0][1]))  # noqa: S704  every word is escaped
    return Markup(one_of(texts))  # noqa: S704  see above


@dataclass(frozen=True)
class ShownQuestion:
    """A question on a screen, in all languages."""

    name: str
    kind: str
    lines: int
    text: Markup
    about: Markup
    answers: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True)
class ShownSection:
    """Questions below a heading."""

    title: Markup
    questions: tuple[ShownQuestion, ...]


@dataclass(frozen=True)
class Shown:
    """A form on a screen, in all languages."""

    forms: tuple[Asked, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, that of the page first."""
        return tuple(asked.edition.language for asked in self.forms)

    def say(self, key: str, **values: object) -> Markup:
        """Words of the interface."""
        return said([(asked.edition.language, asked.edition.say(key, **values)) for asked in self.forms])

    @cached_property
    def title(self) -> Markup:
        """The title of the form."""
        return self._said([asked.title for asked in self.forms])

    @cached_property
    def purpose(self) -> Markup:
        """What it is for."""
        return self._said([asked.plain(asked.form.purpose) for asked in self.forms])

    @cached_property
    def first(self) -> tuple[ShownQuestion, ...]:
        """What tells sheets apart."""
        return tuple(self._question(question.name) for question in self.forms[0].first)

    @cached_property
    def sections(self) -> tuple[ShownSection, ...]:
        """The sections that have questions."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[ShownSection]:
        for sections in zip(*(asked.sections for asked in self.forms), strict=True):
            if sections[0].questions:
                title = self._said([section.title for section in sections])
                yield ShownSection(title, tuple(self._question(one.name) for one in sections[0].questions))

    def _said(self, texts: Sequence[str]) -> Markup:
        # Where nothing is said, nothing is shown in any language.
        return said(list(zip(self.codes, texts, strict=True))) if any(texts) else Markup()

    def _question(self, name: str) -> ShownQuestion:
        found = [self._named[asked.edition.language][name] for asked in self.forms]
        labels = zip(*([label for _, label in one.answers] for one in found), strict=True)
        values = [value for value, _ in found[0].answers]
        return ShownQuestion(
            name,
            found[0].kind,
            found[0].lines,
            self._said([one.text for one in found]),
            self._said([one.about for one in found]),
            tuple(zip(values, (self._said(each) for each in labels), strict=True)),
        )

    @cached_property
    def _named(self) -> dict[str, dict[str, Question]]:
        return {
            asked.edition.language: {question.name: question for question in asked.questions} for asked in self.forms
        }

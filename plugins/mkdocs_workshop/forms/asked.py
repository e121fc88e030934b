"""What an instrument asks, in plain words: the same for every form and every table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..documents.places import path_of
from ..edition import Edition
from ..ground.artifact import Artifact, Label, Role
from ..ground.language_tags import untagged
from ..model.base import Id
from ..model.instrument import Instrument
from ..teaching.columns import CODE, GROUP, MOMENT, Column, columns_of


@dataclass(frozen=True)
class Question:
    """A column of the response file, in words."""

    name: str
    """The header of its column."""
    kind: str
    """`code`, `group`, `moment`, `scale`, `choice`, `choices` or `text`."""
    text: str
    """What is asked; of a rated session its title."""
    answers: tuple[tuple[str, str], ...]
    """What is written down, and what it means; empty for own words."""
    lines: int = 1
    """Writing lines for own words."""
    about: str = ""
    """The question above several sessions; empty for everything else."""


@dataclass(frozen=True)
class Section:
    """Questions under a heading."""

    id: Id
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Asked:
    """An instrument of an edition, for the sessions of the programme that the manual is about."""

    edition: Edition
    id: Id
    form: Instrument
    tags: bool = True
    """Whether words in another language are marked as such inside of the texts; spreadsheets show letters alone."""

    @cached_property
    def letters(self) -> "Asked":
        """The same for spreadsheets."""
        return replace(self, tags=False)

    @property
    def readers(self) -> str:
        """Who has read the translation of the form; empty in the language of the master."""
        return self.edition.readers_of_rest("instrument", self.id)

    def plain(self, text: str) -> str:
        """An author's text without any markup."""
        words = self.edition.plain(text)
        return words if self.tags else untagged(words)

    @cached_property
    def title(self) -> str:
        """The title in plain words."""
        return self.plain(self.form.title)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All columns, in the order of the response file."""
        curriculum = self.edition.curriculum
        programme = curriculum.programmes.get(curriculum.manual.programme)
        return tuple(self._question(column) for column in columns_of(self.form, programme))

    @cached_property
    def first(self) -> tuple[Question, ...]:
        """What tells sheets apart, and has more than one answer: moment, group, code."""
        fixed = [question for question in self.questions if question.kind in (MOMENT, GROUP, CODE)]
        return tuple(
            question for question in fixed if question.name not in self._own and self.only_answer(question) is None
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The items under their headings, as the author wrote them."""
        by_item: dict[str, list[Question]] = {}
        for question in self.questions:
            by_item.setdefault(question.name.partition(".")[0], []).append(question)
        return tuple(
            Section(
                section.id,
                self.plain(section.title),
                tuple(question for item in section.items for question in by_item.get(item.id, ())),
            )
            for section in self.form.sections
        )

    def only_answer(self, question: Question) -> str | None:
        """What stands in a column that leaves no choice: the moment of a form that is filled in once."""
        fixed = question.kind in (MOMENT, GROUP) and len(question.answers) == 1
        return question.answers[0][0] if fixed else None

    def file(self, format_: str, content: str | bytes, variant: str = "", role: Role = "facilitator") -> Artifact:
        """A download of this instrument."""
        language = self.edition.language
        label = Label(
            "form", format_, self.title, language, self.edition.version(), subject=self.id, variant=variant
        )  # fmt: skip
        return Artifact(path_of(language, "form", self.id, format_, variant), content, role, label=label)

    @cached_property
    def _own(self) -> frozenset[str]:
        """The ids of all items. An item may take the place of `group`, `moment` or `code`."""
        return frozenset(item.id for section in self.form.sections for item in section.items)

    @cached_property
    def _sessions(self) -> Mapping[Id, str]:
        return self.edition.session_titles(self.edition.curriculum.manual.programme)

    @cached_property
    def _lines(self) -> dict[Id, int]:
        return {item.id: getattr(item, "lines", 1) for section in self.form.sections for item in section.items}

    def _question(self, column: Column) -> Question:
        plain = self.plain
        text = plain(column.text) if column.text else self.edition.say(f"form.ask.{column.kind}")
        labels = tuple(map(plain, column.labels)) or tuple(self._names(column))
        about = text if column.session else ""
        return Question(
            column.name,
            column.kind,
            self._sessions[column.session] if column.session else text,
            tuple(zip(column.values, labels, strict=True)),
            self._lines.get(column.item, 1),
            about,
        )

    def _names(self, column: Column) -> Iterator[str]:
        """Words for values that come without: groups and moments."""
        names = {audience.id: audience.name for audience in self.edition.curriculum.manual.audiences}
        for value in column.values:
            is_moment = column.kind == MOMENT
            yield self.edition.say(f"form.moment.{value}") if is_moment else self.plain(names[value])


def all_asked(edition: Edition) -> tuple[Asked, ...]:
    """Every instrument."""
    return tuple(Asked(edition, id_, form) for id_, form in edition.curriculum.instruments.items())

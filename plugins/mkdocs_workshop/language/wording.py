"""What facts, sources and country entries are called in words, the same in every format."""

from dataclasses import dataclass

from ..ground.language_tags import seen
from ..ground.typography import typographic
from ..model.evidence import Fact, Source
from ..model.manual import ConfidenceLevel
from ..reading.curriculum import Curriculum
from ..reading.marks import Blank, Citation, CountryValue, CrossLink, FactValue, NotReleased, Piece, Plain, TermWord
from .interface import Catalogue

UNVERIFIED = frozenset({"M", "L"})
"""Letters that must not be shown without a mark, where the manual says nothing else."""
SECOND_HAND = "B"
"""Reported by somebody who is not the issuer. Readers are told, and need not check it themselves."""
LONG_NAME = 28
"""Letters. A longer name of an organisation is cited by its initials."""


def cite_label(source: Source, say: Catalogue) -> str:
    """What stands in a text for a source: "Aspinall et al. 2014"."""
    names = [name.literal or name.family or "" for name in source.author]
    if source.title_short:
        who = typographic(source.title_short, say.language)
    elif not names:
        who = source.title if len(source.title) <= LONG_NAME else source.title[:LONG_NAME].rsplit(" ", 1)[0] + "…"
    else:
        who = names[0] if len(names[0]) <= LONG_NAME else _initials(names[0])
        if len(names) > 1:
            who = say("cite.others", name=who)
    year = source.issued.date_parts[0][0] if source.issued else say("cite.undated")
    return f"{who} {year}"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def reference(source: Source) -> str:
    """A source as one line of a list, without markup.

    For example "World Health Organization. HIV guidelines. Geneva: WHO. 2021."
    """
    authors = ", ".join(name.literal or " ".join(filter(None, (name.family, name.given))) for name in source.author)
    year = str(source.issued.date_parts[0][0]) if source.issued else ""
    place = ": ".join(filter(None, (source.publisher_place, source.publisher)))
    volume = (source.volume or "") + (f"({source.issue})" if source.issue else "")
    pages = f"{volume}:{source.page}" if volume and source.page else volume or source.page
    journal = ", ".join(filter(None, (source.container_title, pages)))
    title = typographic(source.title, source.language or "en")
    parts = [authors, title, journal, place if place != authors else "", source.number, year]
    return " ".join(part.rstrip(".") + "." for part in parts if part)


@dataclass(frozen=True)
class Wording:
    """Says things in plain words, without markup."""

    curriculum: Curriculum
    say: Catalogue
    marks: bool = False
    """Whether what is not translated is marked inside of the words, see `ground.language_tags`."""

    def plain(self, text: str) -> str:
        """An author's text without any markup, for titles, tooltips and drawings."""
        words = "".join(self._plain(piece) for piece in self.curriculum.pieces[text]).replace("**", "")
        return self._marked(words, text)

    def value(self, fact: Fact) -> str:
        """The value of a fact with its unit; its text where it has no value.

        It is "12 %" with a blank that holds both together, for a value of 12 and the unit %.
        """
        if fact.value is None:
            return self.plain(fact.text)
        # A no-break space keeps a number and its unit on one line.
        words = self.plain(fact.value) + (f"\u00a0{self.plain(fact.unit)}" if fact.unit else "")
        return self._marked(words, f"{fact.value} {fact.unit}") if fact.unit else words

    def is_foreign(self, text: str) -> bool:
        """Whether a text is to be marked: it has words, and stands in the language of the master in a translation."""
        return self.marks and text in self.curriculum.untranslated and any(map(str.isalpha, text))

    def _marked(self, words: str, text: str) -> str:
        return seen(words, self.curriculum.manual.language) if self.is_foreign(text) else words

    def badge(self, confidence: str | None) -> str:
        """What stands on something that nobody has verified, or that is known from somebody else; nothing on the rest."""
        if confidence == SECOND_HAND and self._level(SECOND_HAND) is None:
            return self.say("confidence.second-hand")
        return "" if confidence is None or self.verified(confidence) else self.say("confidence.unverified")

    def verified(self, confidence: str) -> bool:
        """Whether what has this letter may be shown without a mark."""
        own = self._level(confidence)
        return own.verified if own else confidence not in UNVERIFIED

    def confidence(self, letter: str) -> str:
        """What a letter means: in the words of the manual, or of the interface for the letters that every manual has.

        "C" may be "to be verified".
        """
        own = self._level(letter)
        return self.plain(own.text) if own else self.say(f"confidence.{letter}")

    def _level(self, letter: str) -> ConfidenceLevel | None:
        return next((level for level in self.curriculum.manual.confidence if level.letter == letter), None)

    def blank(self, label: str) -> str:
        """What stands where somebody must fill something in locally."""
        return self.say("local.blank", label=self.plain(label))

    def not_released(self, title: str) -> str:
        """What stands where a text would link to one that waits for its readers."""
        return self.say("held.link", title=self.title(title))

    def title(self, title: str) -> str:
        """A title to which a text leads."""
        return self._marked(typographic(title, self.say.language), title)

    def _plain(self, piece: Piece) -> str:
        match piece:
            case Plain(text):
                return text
            case FactValue(fact, _):
                return self.value(fact)
            case Citation(source):
                return f"[{cite_label(source, self.say)}]"
            case CountryValue(entry):
                return self.blank(entry.label) if entry.value is None else self.plain(entry.value)
            case TermWord(term):
                return self.plain(term.term)
            case CrossLink(_, _, title):
                return self.title(title)
            case NotReleased(title):
                return self.not_released(title)
            case Blank(label):
                return f"{label} ______"
        return ""

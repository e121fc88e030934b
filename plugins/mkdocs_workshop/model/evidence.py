"""What the texts stand on: facts, sources, words, topics and the country sheet."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .base import Date, DottedId, Id, Line, Many, Part
from .release import Release

Confidence = Annotated[str, Field(pattern=r"^[A-Z]$")]
"""A read at the issuer, B second-hand, M from memory, S from our own reports, L to be checked locally; or a letter of
`confidence` in `curriculum.yml`."""

COUNTRY_GROUPS = ("contacts", "services", "law", "institutions", "statistics")
"""Groups of a country sheet that names none of its own."""
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"


class Fact(Part):
    """One dated, sourced figure or claim."""

    id: Id
    """Named by `{fact:id}`."""
    text: Line
    """The whole claim in one sentence, with its limits."""
    value: Line | None = None
    """The figure as it stands in a sentence: "0.2", "6 to 30". The text stands in for it if left out."""
    unit: Line | None = None
    """What follows the value: "%", "people". Nothing if left out."""
    year: Annotated[str, Field(pattern=r"^[0-9]{4}([-/][0-9]{2,4})?$")] | None = None
    """Year of the data (not of the publication), in quotes."""
    sources: Annotated[Many[Id], Field(min_length=1)]
    """Where it comes from (`sources.yml`)."""
    confidence: Confidence
    """A read at the issuer, B second-hand, M from memory, S from our own reports, L to be checked locally."""
    scope: Annotated[str, Field(pattern=r"^(generic|regional|country:[a-z]{2})$")] = "generic"
    """`generic`, `regional`, or `country:kz`."""
    guidance: Id | None = None
    """People act on the claim, so one of its sources must be of an issuer that `curriculum.yml` names under this id."""
    checked_on: Date | None = None
    """When somebody last held it against its source."""
    checked_by: Line | None = None
    """Who did, as a role, never a private name."""
    review_by: Date
    """When it must be checked again."""
    note: Line | None = None
    """For authors: limits, other figures in circulation."""


class Facts(Part):
    """`facts.yml`: every figure about the world, once."""

    facts: Many[Fact]
    """In any order."""


class Name(Part):
    """A person or an organisation, as CSL writes them."""

    model_config = ConfigDict(populate_by_name=True)

    family: str | None = None
    """Family name of a person."""
    given: str | None = None
    """Given name or initials of a person."""
    literal: str | None = None
    """Name of an organisation."""


class DateParts(Part):
    """A date as CSL writes it."""

    date_parts: Annotated[Many[Many[int]], Field(alias="date-parts", min_length=1)]
    """`[[2022]]` or `[[2022, 3, 1]]`."""


class Source(Part):
    """One reference in CSL form, so that Zotero and pandoc can read it."""

    id: Id
    """Named by `{cite:id}`."""
    type: Literal[
        "article-journal",
        "article-newspaper",
        "book",
        "chapter",
        "dataset",
        "legislation",
        "manuscript",
        "pamphlet",
        "paper-conference",
        "report",
        "webpage",
    ]
    """The CSL type."""
    title: str
    """As the issuer prints it."""
    title_short: Annotated[Line | None, Field(alias="title-short")] = None
    """What stands in a citation when there is no author: "WHO on PEP"."""
    author: Many[Name] = ()
    """People or organisations."""
    issued: DateParts | None = None
    """When it was published; left out when undated."""
    publisher: str | None = None
    """Who published it."""
    publisher_place: Annotated[str | None, Field(alias="publisher-place")] = None
    """Where."""
    container_title: Annotated[str | None, Field(alias="container-title")] = None
    """The journal or the website."""
    volume: str | None = None
    """Volume of the journal."""
    issue: str | None = None
    """Issue of the journal."""
    page: str | None = None
    """Pages or article number."""
    number: str | None = None
    """Report or law number."""
    DOI: str | None = None
    """Without `https://doi.org/`."""
    ISBN: str | None = None
    """With or without hyphens."""
    URL: Annotated[str | None, Field(pattern=r"^https?://")] = None
    """Where it can be read."""
    accessed: DateParts | None = None
    """When the URL was last opened."""
    language: str | None = None
    """`en`, `ru`, `kk`."""
    note: Line | None = None
    """What was seen of it, and what was not."""
    keyword: str | None = None
    """`international`, or `country` for the national list."""


class Sources(Part):
    """`sources.yml`: the references."""

    references: Many[Source]
    """The name that pandoc reads."""


class Term(Part):
    """A word of the glossary."""

    id: Id
    """Named by `{term:id}`."""
    term: Line
    """As it stands in a sentence: "opioid agonist therapy"."""
    abbreviation: Line | None = None
    """"OAT"."""
    definition: Line
    """One sentence, plain."""
    languages: dict[Annotated[str, Field(pattern=LANGUAGE)], str] = Field(default_factory=dict)
    """The term in other languages, by code: `{ru: ..., kk: ...}`."""
    ru: str | None = None
    """The old way to write the Russian term; `languages` takes any language."""
    kk: str | None = None
    """The old way to write the Kazakh term; `languages` takes any language."""
    also: Line | None = None
    """Other words for it that people type into a search, with commas: "methadone programme, substitution therapy"."""
    note: Line | None = None
    """When to use it."""

    @property
    def translated(self) -> dict[str, str]:
        """The term by language code, in the order in which it was written: `{"ru": "налоксон", "kk": "налоксон"}`."""
        old = {code: word for code, word in (("ru", self.ru), ("kk", self.kk)) if word}
        return {**old, **self.languages}


class Glossary(Part):
    """`glossary.yml`: words and abbreviations."""

    terms: Many[Term]
    """In any order; pages sort them."""


class DiscouragedWord(Part):
    """Words that push people away from services, and what to say instead."""

    avoid: Annotated[Many[str], Field(min_length=1)]
    """Whole words or phrases, found without regard to capitals. A star at the end stands for any ending: `junkie*`."""
    forms: Many[str] = ()
    """Other forms of them that must be found as well. The page does not show them."""
    use: Line
    """What to write."""
    why: Line
    """The reason, in one sentence."""
    except_in: Many[str] = ()
    """Longer phrases in which the word is right: "war veterans"."""


class Words(Part):
    """`words.yml`: discouraged words."""

    words: Many[DiscouragedWord]
    """In the order in which the page shows them."""


class Topic(Part):
    """A line of an outline that this curriculum promises to cover."""

    id: Id
    """Named by activities."""
    outline: Line
    """Which outline: "2014"."""
    text: Line
    """What it is about, in our words."""
    reason: Line | None = None
    """Why the programme has only a few minutes for it. Shown on the page of topics."""


class Topics(Part):
    """`topics.yml`: what must be covered."""

    topics: Many[Topic]
    """In the order of the outlines."""


class CountryEntry(Part):
    """One value of the local layer. A blank is allowed, and visible everywhere."""

    id: DottedId
    """Named by `{country:id}`."""
    group: Id
    """Where the sheet lists it: one of its `groups`."""
    label: Line
    """What it is: "Emergency number, at night"."""
    value: Line | None = None
    """What it is here. Blank until somebody has checked it."""
    sources: Many[Id] = ()
    """Where it comes from."""
    confidence: Confidence | None = None
    """As for facts."""
    checked_on: Date | None = None
    """When it was checked."""
    checked_by: Line | None = None
    """Who checked it, as a role: "AIDS centre, duty doctor"."""
    review_by: Date | None = None
    """When it must be checked again. Blank for: before every workshop."""
    ask: Line | None = None
    """Whom to ask, and what, to fill it in."""


class CountryGroup(Part):
    """A part of the country sheet."""

    id: Id
    """Named by entries; becomes the address of its page."""
    title: Line
    """Its heading."""


class Country(Part):
    """`countries/<id>.yml`: the local layer. Two letters for a country, `kz-almaty` for a city or a venue, any id for a region."""

    name: Line
    """Name of the country."""
    languages: Many[str] = ()
    """Language codes used there."""
    inherits: Id | None = None
    """A sheet below this one: a region, or the country of a venue. Its entries hold where this sheet has none of that id."""
    release: Release | None = None
    """Who must have read it before anybody sees it. Until then it stays out of everything that is made."""
    groups: Many[CountryGroup] = ()
    """Its parts; contacts, services, law, institutions and statistics if left out."""
    entries: Many[CountryEntry]
    """In the order in which the sheet shows them."""

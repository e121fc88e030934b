"""`curriculum.yml`: the manual itself."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Line, Many, Part
from .drawings import SceneId
from .library import Base
from .module import Material

FORMAT = 1
"""How the files of a curriculum are written today. It is raised when a key goes or means something else."""

Colour = Literal["navy", "teal", "amber", "plum", "moss"]


class Theme(Part):
    """A family of modules: one name, one colour."""

    id: Id
    """Named by modules."""
    name: Line
    """Always printed beside the colour."""
    colour: Colour
    """One of the five colours of the design."""
    picture: SceneId | None = None
    """A scene of the drawing kit that stands at the head of its modules: `scene-street`."""


class AudienceName(Part):
    """A group of people that the curriculum speaks to."""

    id: Id
    """Named by modules, handouts and variants."""
    name: Line
    """"Police"."""
    also: Many[Line] = ()
    """How people write it on sheets and lists too, in any language: `[полиция, сотрудник полиции]`."""


class OwnMethod(Part):
    """A way to work that only this curriculum has."""

    id: Id
    """Named by activities."""
    name: Line
    """"Hose drill"."""
    like: Id = "practice"
    """The method that it is shown like, and counted like by checks."""


class Provider(Part):
    """The organisation that offers the training."""

    name: Line
    """Its full name."""
    url: Annotated[str, Field(pattern=r"^https://[^\s\"<>]+$")] | None = None
    """Its site; none if left out."""


class Range(Part):
    """The least and the most of something."""

    min: Annotated[int, Field(ge=1)]
    """The least that is advised."""
    max: Annotated[int, Field(ge=1)]
    """The most that is advised."""


class Expects(Part):
    """How much is good. What is outside is a notice."""

    slides: Range = Range(min=8, max=15)
    """Slides of a module's deck."""
    questions: Range = Range(min=5, max=8)
    """Questions of a module's knowledge check."""
    minutes_per_slide: Annotated[int, Field(ge=1)] = 4
    """Minutes that a slide should have in a session."""
    topic_minutes: Annotated[int, Field(ge=1)] = 5
    """Minutes that a topic should have in the programme that covers them all; `reason` beside a topic says why it has less."""


class Moment(Part):
    """A moment in which somebody needs a paper."""

    id: Id
    """Named by handouts."""
    name: Line
    """As a heading over the papers: "It has just happened"."""
    note: Line | None = None
    """A few words beside it: "open it now, read it later"."""


class ConfidenceLevel(Part):
    """A letter that says how sure a fact is."""

    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    """Named by facts and by entries of the country sheet."""
    text: Line
    """What it means: "from the reports of our own workshops"."""
    verified: bool = True
    """Whether it may be shown without a mark."""


class Guidance(Part):
    """A kind of claims that people act on, and whom such a claim may rest on."""

    id: Id
    """Named by facts as `guidance`: `clinical`."""
    issuers: Annotated[Many[str], Field(min_length=1)]
    """Authors or publishers as `sources.yml` writes them: "World Health Organization"."""


class Manual(Part):
    """`curriculum.yml`: name, themes, audiences, and what is chosen by default."""

    format: Annotated[int, Field(ge=1)] = FORMAT
    """In which form the files are written; `workshop migrate` writes it."""
    title: Line
    """The name of the manual."""
    subtitle: Line
    """The line under it."""
    summary: Line
    """One or two sentences for the home page."""
    picture: SceneId | None = None
    """A scene of the drawing kit at the head of the home page: `cover-home`."""
    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+(\.[0-9]+)?$")]
    """Version of the whole manual, in quotes."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    """The language the texts are written in."""
    languages: Many[Annotated[str, Field(pattern=r"^[a-z]{2}$")]] = ()
    """Other languages in which the manual is published, each with a folder of PO files: `[ru, kk]`. `workshop build` makes a site
    of each; their order is that of the list in the header."""
    country: Annotated[str, Field(pattern=r"^[a-z]{2}(-[a-z0-9]+)*$")]
    """The country sheet to use: two letters, or the sheet of a place in that country, as `kz-almaty`."""
    programme: Id
    """The programme that the home page shows."""
    covers_topics: Id | None = None
    """The programme whose sessions must cover every topic; no check if left out."""
    expects: Expects | None = None
    """How many slides, questions and minutes are advised; `{}` takes what this guide advises, and no check if left out."""
    confidence: Many[ConfidenceLevel] = ()
    """Letters of your own, or other words for A, B, M, S and L."""
    guidance: Many[Guidance] = ()
    """Kinds of claims that may rest on named issuers only, such as what helps or harms a body; no check if left out."""
    base: Base | None = None
    """Another curriculum whose modules this one takes; none if left out."""
    themes: Annotated[Many[Theme], Field(min_length=1)]
    """In the order of the legend."""
    audiences: Annotated[Many[AudienceName], Field(min_length=1)]
    """For whom the manual is."""
    methods: Many[OwnMethod] = ()
    """Ways to work beyond those that every curriculum knows, such as `{id: hose-drill, name: Hose drill, like: drill}`."""
    moments: Many[Moment] = ()
    """When people need a paper, in the order in which the page of papers shows them; by themes if left out."""
    equipment: Many[Material] = ()
    """What stands in the room for every session: projector, flipcharts."""
    notice: Annotated[Many[Line], Field(min_length=1)]
    """Printed on the home page and under every handout."""
    licence: Line
    """For example "CC BY 4.0"."""
    provider: Provider | None = None
    """Who offers the training. Search engines and catalogues of courses read it; nobody is named if it is left out."""

    def method(self, id_: str) -> OwnMethod | None:
        """The method of this curriculum's own with an id."""
        return next((method for method in self.methods if method.id == id_), None)

    def known_method(self, id_: str) -> str:
        """The method that every curriculum knows behind an id: `drill` for a `hose-drill` that is like it."""
        own = self.method(id_)
        return own.like if own else id_

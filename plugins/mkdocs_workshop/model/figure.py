"""Drawn figures: words and numbers here, the drawing in code, so that they translate and stay to scale."""

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, model_validator

from .base import Id, Line, Many, Part
from .cues import RoomPlan
from .drawings import PanelId
from .picture import Photo


class _Figure(Part):
    title: Line
    """The heading of the figure."""
    alt: Line
    """What the figure shows, for those who can not see it."""
    caption: Line | None = None
    """Under the figure: how to read it, and its sources by `{cite:...}` or `{fact:...}`."""


class Bar(Part):
    """One bar."""

    label: Line
    """What is counted."""
    value: Annotated[float, Field(ge=0), Field(strict=False)]
    """The length of the bar."""
    low: Annotated[float, Field(ge=0), Field(strict=False)] | None = None
    """The lower end, when the value is the upper end of a range; the part above it is drawn lighter."""
    shown: Line
    """The number as it is printed beside the bar; a `{fact:...}` keeps it in step with `facts.yml`."""

    @model_validator(mode="after")
    def _in_order(self) -> "Bar":
        if self.low is not None and self.low > self.value:
            raise ValueError("`low` must not be above `value`")
        return self


class BarsFigure(_Figure):
    """Bars drawn to scale from zero."""

    kind: Literal["bars"]
    """Bars to scale."""
    unit: Line
    """What the numbers count: "infections per 1,000 needlesticks"."""
    bars: Annotated[Many[Bar], Field(min_length=1)]
    """From top to bottom."""


class PathStep(Part):
    """A box on the way."""

    id: Id
    """Named by `yes`, `no` and `next`."""
    text: Line
    """What to do, or the question to answer."""
    next: Id | None = None
    """The box that follows. The box below it if left out; none for the last box."""
    yes: Id | None = None
    """For a question: where "yes" leads."""
    no: Id | None = None
    """For a question: where "no" leads."""
    end: bool = False
    """The way ends here."""


class PathFigure(_Figure):
    """A decision path from top to bottom."""

    kind: Literal["path"]
    """A decision path."""
    steps: Annotated[Many[PathStep], Field(min_length=2)]
    """From top to bottom."""


class TimePoint(Part):
    """A moment on a time line."""

    when: Line
    """"At once", "Within 2 hours"."""
    title: Line
    """What happens."""
    text: Line | None = None
    """More about it."""


class TimelineFigure(_Figure):
    """Moments in order."""

    kind: Literal["timeline"]
    """A time line."""
    points: Annotated[Many[TimePoint], Field(min_length=2)]
    """From first to last."""


class Layer(Part):
    """One ring or one block."""

    title: Line
    """Its name."""
    text: Line
    """What is in it."""


class LayersFigure(_Figure):
    """Layers around a core, from the inside out."""

    kind: Literal["layers"]
    """Layers around a core."""
    layers: Annotated[Many[Layer], Field(min_length=2)]
    """The core first."""


class BlocksFigure(_Figure):
    """Numbered blocks of equal weight: a package, a set of principles."""

    kind: Literal["blocks"]
    """Numbered blocks."""
    blocks: Annotated[Many[Layer], Field(min_length=2)]
    """In order."""


class CompareRow(Part):
    """One question and its answers."""

    label: Line
    """The question."""
    cells: Annotated[Many[Line], Field(min_length=2, max_length=4)]
    """An answer for each column."""


class CompareFigure(_Figure):
    """Two or three things side by side, by the same questions."""

    kind: Literal["compare"]
    """A comparison."""
    columns: Annotated[Many[Line], Field(min_length=2, max_length=4)]
    """What is compared."""
    rows: Annotated[Many[CompareRow], Field(min_length=1)]
    """By which questions."""

    @model_validator(mode="after")
    def _as_wide_as_its_head(self) -> "CompareFigure":
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f'the row "{row.label}" has {len(row.cells)} cells for {len(self.columns)} columns')
        return self


class DrawnStep(Part):
    """A panel of a strip."""

    picture: PanelId
    """The drawing, by its id in the kit: `gloves-pinch`, `search-ask`, `side-roll`."""
    text: Line
    """What to do, in one short imperative sentence. It stands below the drawing and tells those who can not see it what is there."""


class StepsFigure(_Figure):
    """A strip of drawn steps: three or four for one thing to do, at most eight."""

    kind: Literal["steps"]
    """A strip of drawn steps."""
    steps: Annotated[Many[DrawnStep], Field(min_length=2, max_length=8)]
    """In order."""


class RoomFigure(_Figure):
    """The plan of a room, seen from above: how people sit or stand."""

    kind: Literal["room"]
    """The plan of a room."""
    plan: RoomPlan
    """`plenary`, `islands`, `stations`, `circle`, `fishbowl` or `pairs`, as in the `room` of an activity."""
    people: Annotated[int, Field(ge=1, le=60)] | None = None
    """How many sit at an island or stand at a station."""


class _Photographed(_Figure):
    licence: Line
    """Under which terms it may be copied: "CC BY 4.0"; or "with permission"."""
    credit: Line
    """Who made it, by name of an organisation or as they wish to be named."""
    _photo: Photo | None = PrivateAttr(default=None)

    @property
    def photo(self) -> Photo:
        """The picture. Raises ValueError before it was read."""
        if self._photo is None:
            raise ValueError("the picture has not been read")
        return self._photo


class ImageFigure(_Photographed):
    """A photograph. Only people who agreed to it may be recognised."""

    kind: Literal["image"]
    """A photograph."""
    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(png|jpe?g)$")]
    """The file beside this one: PNG or JPEG, at most 300 KB. SVG is refused: it can hold programs."""

    def seen(self, photo: Photo) -> "ImageFigure":
        """The same figure with its picture."""
        copy = self.model_copy()
        copy._photo = photo  # noqa: SLF001  of its own kind
        return copy


class VideoFigure(_Photographed):
    """A short film. Paper, Word and slides show a still of it."""

    kind: Literal["video"]
    """A film."""
    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(mp4|webm)$")]
    """The file beside this one: MP4 or WebM, at most 20 MB."""
    poster: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(png|jpe?g)$")]
    """The still that stands for it: PNG or JPEG, at most 300 KB."""
    _film: bytes = PrivateAttr(default=b"")

    @property
    def film(self) -> bytes:
        """The film."""
        return self._film

    def seen(self, photo: Photo, film: bytes) -> "VideoFigure":
        """The same figure with its still and its film."""
        copy = self.model_copy()
        copy._photo, copy._film = photo, film  # noqa: SLF001  of its own kind
        return copy


Figure = Annotated[
    BarsFigure
    | PathFigure
    | TimelineFigure
    | LayersFigure
    | BlocksFigure
    | CompareFigure
    | StepsFigure
    | RoomFigure
    | ImageFigure
    | VideoFigure,
    Field(discriminator="kind"),
]
"""`modules/<id>/figures/<id>.yml`."""

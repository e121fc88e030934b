"""Slides as they stand in the guide, small: what a trainer knows a slide by, its drawing, its number or its first words."""

from ..clock import TimedActivity
from ..edition import Edition
from ..model.deck import SectionSlide, TitleSlide
from .slides import shown
from .tree.books import Thumb
from .tree.proof import inline_words
from .tree.slides import ShownSlide

MOST_WORDS = 90
"""Letters below the title of a slide without a drawing: more can not be read so small."""
_LARGE = ("number", "left-number", "right-number")


def thumbs_of(edition: Edition, timed: TimedActivity) -> tuple[Thumb, ...]:
    """The slides of an activity with their numbers in the deck of the module.

    Cards with a title alone are left out, unless the activity shows nothing else: they say less than the line beside them.
    """
    parts = edition.curriculum.modules[timed.module]
    here = [
        (number, slide)
        for number, slide in enumerate(parts.deck.slides if parts.deck else (), 1)
        if slide.id in timed.activity.all_slides
    ]
    telling = [(number, slide) for number, slide in here if not isinstance(slide, TitleSlide | SectionSlide)]
    spare = f" ({edition.say('slides.spare')})"
    return tuple(
        _thumb(number, shown(edition, parts, slide, notes=False), spare if slide.spare else "")
        for number, slide in telling or here
    )


def _thumb(number: int, slide: ShownSlide, mark: str) -> Thumb:
    title = " ".join(map(inline_words, slide.part("title"))) + mark
    large = " · ".join(inline_words(line) for name in _LARGE for line in slide.part(name))
    said: list[str] = []
    for name, lines in slide.words:
        if name != "title" and name not in _LARGE:
            said += map(inline_words, lines)
    return Thumb(str(number), title, slide.picture.svg if slide.picture else "", large, _short(said))


def _short(said: list[str]) -> str:
    """The first of some lines, as far as they can be read."""
    words = " · ".join(filter(None, said))
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS].rsplit(' ', 1)[0]} …"

"""An activity of the guide stands on two pages that face each other, if it has no more than two."""

from pathlib import Path

import pytest

from mkdocs_workshop.documents.emit.compiler import compiled, draft
from mkdocs_workshop.documents.emit.press import THEME
from mkdocs_workshop.documents.emit.refusal import PressError
from mkdocs_workshop.documents.emit.spreads import (
    HEIGHT,
    TOP,
    TURNED,
    Mark,
    Piece,
    breaks,
    heights_of,
    line_of,
    may_turn,
    pieces,
    spread,
    turned,
)
from mkdocs_workshop.documents.emit.typst_document import typst_source
from mkdocs_workshop.documents.guide import guide
from mkdocs_workshop.documents.workbook import workbook
from mkdocs_workshop.edition import Edition


def _flow(first_page: int, *heights: float) -> list[Piece]:
    """Activities of some heights, in pages, one below the other from the top of a page on."""
    marks: list[Mark] = []
    reached = 0.0
    for number, height in enumerate(heights, start=1):
        marks.append(("activity", number, first_page + int(reached), reached % 1 * HEIGHT + TOP))
        reached += height
    return pieces([*marks, ("end", 0, first_page + int(reached), reached % 1 * HEIGHT + TOP)])


@pytest.mark.parametrize(
    ("page", "heights", "turns", "broken"),
    [
        # From a left-hand page on to the right-hand page that faces it.
        (2, (0.5, 1.2), 0, ()),
        # From a right-hand page on to the next left-hand page.
        (3, (0.5, 1.2), 1, (2,)),
        # What is longer than two pages turns one wherever it begins, and no page is left empty for it.
        (2, (2.5,), 0, ()),
        (3, (0.2, 2.5), 0, ()),
        # What is left empty is as little as can be.
        (2, (1.5, 0.3, 0.5), 1, (3,)),
    ],
)
def test_a_page_is_left_where_it_would_be_turned(
    page: int, heights: tuple[float, ...], turns: int, broken: tuple[int, ...]
) -> None:
    flow = _flow(page, *heights)
    assert turned(flow) == turns
    assert breaks(flow, heights_of(flow)) == broken


def test_a_session_that_would_begin_on_the_wrong_hand_is_given_a_page_before_it() -> None:
    """It can not be helped by a break within: what is longer than a page stands at the top of a right-hand one."""
    marks: list[Mark] = [
        ("fresh", 1, 2, 90.0),
        ("end", 0, 2, 600.0),
        ("fresh", 2, 3, 90.0),
        ("activity", 3, 3, TOP + 0.1 * HEIGHT),
        ("end", 0, 4, TOP + 0.7 * HEIGHT),
    ]
    flow = pieces(marks)
    assert [(piece.kind, piece.number, piece.page) for piece in flow] == [
        ("fresh", 1, 2),
        ("fresh", 2, 3),
        ("activity", 3, 3),
    ]
    assert turned(flow) == 1
    # The rest of the page after the head of the session costs less than a page before it.
    assert breaks(flow, heights_of(flow)) == (3,)
    whole = pieces([*marks[:2], ("fresh", 2, 3, 90.0), ("activity", 3, 4, TOP), *_ended(5, 0.6)])
    assert breaks(whole, heights_of(whole)) == ()
    later = pieces([*marks[:2], ("fresh", 2, 3, 90.0), ("activity", 3, 5, TOP), *_ended(6, 0.6)])
    assert breaks(later, heights_of(later)) == (2,)


def test_a_piece_is_as_high_as_what_lies_before_the_next() -> None:
    marks: list[Mark] = [
        ("activity", 1, 2, TOP),
        ("activity", 2, 2, TOP + 100),
        ("flows", 0, 3, TOP + 50),
        ("fresh", 3, 4, TOP + 30),
        ("end", 0, 4, TOP + 200),
        ("activity", 4, 5, TOP + 10),
    ]
    found = [(piece.kind, piece.number, piece.page, piece.at, round(piece.height, 3)) for piece in pieces(marks)]
    assert found == [
        ("activity", 1, 2, 0, 100),
        ("activity", 2, 2, 100, round(HEIGHT - 50, 3)),
        # What begins on a page of its own ends the whole page before it.
        ("flows", 0, 3, 50, round(HEIGHT - 50, 3)),
        ("fresh", 3, 4, 0, 200),
    ]


def _ended(page: int, at: float) -> list[Mark]:
    return [("end", 0, page, TOP + at * HEIGHT)]


def test_what_is_higher_elsewhere_is_known_from_there() -> None:
    """A table that can not part makes an activity longer than a page where it begins at a place seen before."""
    flow = _flow(3, 0.5, 0.4)
    assert breaks(flow, heights_of(flow)) == ()
    assert breaks(flow, {(1, round(0.5 * HEIGHT, 1)): 0.8 * HEIGHT}) == (2,)


@pytest.mark.parametrize("programme", ["two-day", "third-day"])
def test_no_activity_of_the_guide_turns_a_page_though_it_fits_two(example: Edition, programme: str) -> None:
    """Set without breaks, several do."""
    source = typst_source(guide(example, programme))
    seen: dict[tuple[int, ...], list[Piece]] = {}
    with draft(programme, source.removeprefix(TURNED), example.cache, THEME) as book:

        def places(tried: tuple[int, ...]) -> list[Mark]:
            marks: list[Mark] = book.told(line_of(tried), "edges")
            seen[tried] = pieces(marks)
            return marks

        chosen = spread(places)
        made = book.pdf(line_of(chosen), "ua-1")
    plain, best = seen[()], seen[chosen]
    assert turned(plain) > 0
    assert turned(best) == 0
    # All is there, and the paper that it costs is little.
    assert [piece.number for piece in best] == [piece.number for piece in plain]
    assert sum(piece.kind == "activity" for piece in best) == source.count("#activity(")
    assert best[-1].page <= plain[-1].page * 1.15
    # What was laid out for other breaks before changes nothing.
    alone = source.replace(TURNED, line_of(chosen), 1)
    assert made == compiled(programme, alone, example.cache, THEME, standard="ua-1")


def test_a_book_without_activities_is_set_once(example: Edition) -> None:
    assert may_turn(typst_source(guide(example, "two-day")))
    assert not may_turn(typst_source(workbook(example, "two-day")))


def test_a_draft_leaves_no_file_and_names_what_can_not_be_set(tmp_path: Path) -> None:
    with (
        pytest.raises(PressError, match=r"^first-day can not be set"),
        draft("first-day", "#nothing", tmp_path, ()) as book,
    ):
        book.pdf(line_of(()), "ua-1")
    assert not [*tmp_path.rglob("draft-*")]

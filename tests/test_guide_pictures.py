"""What the guide shows besides words: slides, rooms, ways to work, things to bring; and the letters of a badge."""

from mkdocs_workshop.documents.emit.letter_sizes import letter_sizes
from mkdocs_workshop.documents.emit.typst_document import document_pdf
from mkdocs_workshop.documents.guide import MANY, guide
from mkdocs_workshop.documents.posters import badges
from mkdocs_workshop.documents.thumbs import MOST_WORDS, thumbs_of
from mkdocs_workshop.documents.tree.books import Activity, Kit
from mkdocs_workshop.documents.tree.document import Columns
from mkdocs_workshop.documents.tree.people import Person
from mkdocs_workshop.documents.tree.walk import nodes
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.ground.typography import typographic
from mkdocs_workshop.teaching.materials import icons


def test_a_short_name_on_a_badge_is_read_from_two_metres(example: Edition) -> None:
    people = [Person("Daulet Aitov", "Police", "Police"), Person("Жаңыл Әбдірахманова-Қасымжомартова", "Fund", "")]
    sizes = letter_sizes(document_pdf(badges(example, "two-day", people), example.cache))
    assert sizes[48] == len("DauletAitov")
    # 24 points: their capitals are 6 mm high, which two metres ask for; a long name parted at its hyphen has them.
    assert sum(sizes[size] for size in sizes if 24 <= size < 48) >= len("ЖаңылӘбдірахмановаҚасымжомартова")


def test_slides_in_the_guide_show_what_they_are_known_by(example: Edition) -> None:
    """Cards with a title alone are left out where an activity shows others."""
    slots = example.curriculum.timetables["two-day"]
    found = [thumbs_of(example, timed) for day in slots for slot in day.slots for timed in slot.activities]
    assert any(thumb.picture for thumbs in found for thumb in thumbs)
    assert any(thumb.large for thumbs in found for thumb in thumbs)
    assert max(len(thumb.words) for thumbs in found for thumb in thumbs) <= MOST_WORDS + 2
    telling = {
        (parts.id, slide.id)
        for parts in example.curriculum.modules.values()
        for slide in (parts.deck.slides if parts.deck else ())
        if slide.layout not in ("title", "section")
    }
    for day in slots:
        for timed in (timed for slot in day.slots for timed in slot.activities):
            ids = timed.activity.all_slides
            shown = [id_ for id_ in ids if (timed.module, id_) in telling]
            assert len(thumbs_of(example, timed)) == len(set(shown or ids))


def test_an_activity_shows_its_way_to_work_and_the_plan_of_its_room(example: Edition) -> None:
    shown = [node for node in nodes(guide(example, "two-day").parts) if isinstance(node, Activity)]
    slots = [slot for day in example.curriculum.timetables["two-day"] for slot in day.slots]
    planned = [timed.activity for slot in slots for timed in slot.activities]
    assert [bool(one.plan) for one in shown] == [bool(activity.room) for activity in planned]
    assert any(one.plan for one in shown)
    assert all(one.icon for one in shown)


def test_things_to_bring_have_the_drawing_that_their_author_named(example: Edition) -> None:
    kits = [node for node in nodes(guide(example, "two-day").parts) if isinstance(node, Kit)]
    drawn = {words.rpartition(":")[0]: bool(svg) for kit in kits for svg, words in kit.things}
    known = {typographic(item, "en") for item in icons(example.curriculum)}
    assert drawn
    assert {thing: thing in known for thing in drawn} == drawn


def test_many_things_to_bring_take_the_whole_width(example: Edition) -> None:
    beside: set[int] = set()
    below: set[int] = set()
    for part in guide(example, "two-day").parts:
        kits = [len(node.things) for node in nodes((part,)) if isinstance(node, Kit)]
        (beside if isinstance(part, Columns) else below).update(kits)
    assert beside
    assert below
    assert max(beside) <= MANY < min(below)

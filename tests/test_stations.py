"""Stations, on examples that were counted by hand."""

import pytest

from mkdocs_workshop.edition import Edition
from mkdocs_workshop.model.module import Activity, Material
from mkdocs_workshop.model.stations import Rotation, Station
from mkdocs_workshop.teaching.agenda import agenda
from mkdocs_workshop.teaching.materials import count_for, needed
from mkdocs_workshop.teaching.stations import Round, materials_of, rotation_of


def _activity(*minutes: int, change: int | None = None, **kit: object) -> Activity:
    stations = tuple(
        Station.model_construct(id=f"s{at}", minutes=each, materials=()) for at, each in enumerate(minutes)
    )
    rotation = None if change is None else Rotation.model_construct(change=change)
    return Activity.model_construct(**{"id": "a", "stations": stations, "rotation": rotation, "materials": (), **kit})


def test_everybody_has_been_everywhere() -> None:
    """Four stations; the longest of 5 minutes sets the beat; three changes of 1 minute: 4 x 5 + 3 = 23."""
    round_ = rotation_of(_activity(4, 5, 3, 5, change=1))
    assert round_ == Round(groups=4, rounds=4, minutes=5, change=1)
    assert round_.whole == 23


@pytest.mark.parametrize(
    ("participants", "groups", "sizes"), [(24, 4, (6, 6)), (23, 4, (5, 6)), (21, 4, (5, 6)), (3, 4, (0, 1))]
)
def test_sizes_of_groups(participants: int, groups: int, sizes: tuple[int, int]) -> None:
    assert Round(groups, groups, 5, 1).people(participants) == sizes


def test_what_the_author_says_of_the_change_is_taken() -> None:
    plain, own = rotation_of(_activity(5, 5)), rotation_of(_activity(5, 5, change=4))
    assert plain is not None
    assert own is not None
    assert (plain.change, own.change) == (Rotation().change, 4)
    assert plain.change != own.change


def test_without_stations_nothing_rotates() -> None:
    assert rotation_of(_activity()) is None


def test_what_each_group_needs_is_brought_for_all_groups() -> None:
    """Three groups pass: 2 masks each are 6. What is for the room, or for each person, is counted elsewhere."""
    masks, torch, cards = (
        Material(item="Mask", quantity=2, per="group"),
        Material(item="Torch", quantity=3),
        Material(item="Card", quantity=1, per="person"),
    )
    first = Station.model_construct(id="a", minutes=5, materials=(masks, torch, cards))
    others = tuple(Station.model_construct(id=id_, minutes=5, materials=()) for id_ in "bc")
    bell = Material(item="Bell")
    made = materials_of(_activity(stations=(first, *others), materials=(bell,)))
    assert [(thing.item, thing.quantity, thing.per) for thing in made] == [
        ("Bell", 1, "room"), ("Mask", 6, "room"), ("Torch", 3, "room"), ("Card", 1, "person"),
    ]  # fmt: skip


@pytest.mark.parametrize(("per", "count"), [("person", 25), ("pair", 13), ("group", 7), ("room", 1)])
def test_people_pairs_groups_and_rooms(example: Edition, per: str, count: int) -> None:
    """25 people in groups of four: one pair and one group are not full."""
    programme = example.curriculum.programmes["two-day"].model_copy(update={"participants": 25, "group_size": 4})
    assert count_for(per, programme) == count
    assert needed(Material.model_construct(item="x", quantity=3, per=per), programme) == 3 * count


def test_a_break_has_words_of_the_interface_and_a_session_those_of_its_author(example: Edition) -> None:
    slots = list(agenda(example.curriculum, "two-day", example.say))
    said = [(slot.id, slot.words(lambda title: f"<{title}>")) for slot in slots[:3]]
    assert said == [
        ("registration", "<Registration and first test>"),
        ("opening", "<Opening, aims, ground rules>"),
        ("", "Break"),
    ]

"""What every output of a knowledge check needs to know: which options are right, and in which order they are shown.

Orders are the same in every output and at every build of a version: all who take one print get one paper, and a facilitator can
read the key aloud. They change with the version of the module. True and false stay in their order.
"""

from collections.abc import Mapping

from ..model.check import MatchQuestion, MultipleQuestion, Option, OrderItem, OrderQuestion, SingleQuestion
from ..model.instrument import Instrument, KnowledgeItem, ScenarioItem
from ..model.mixing import mixed, out_of_order


def right_options(question: SingleQuestion | MultipleQuestion) -> frozenset[str]:
    """The ids of the right options: `{"hepatitis-b"}`, one of a single choice, and one or more of a multiple."""
    return frozenset({question.key} if isinstance(question, SingleQuestion) else question.key)


def shown_options(question: SingleQuestion | MultipleQuestion, version: str) -> tuple[Option, ...]:
    """The options in the order in which they are shown in a version of the module (`"1.0"`)."""
    return mixed(f"{question.id} {version}", question.options)


def shuffled(question: MatchQuestion, version: str) -> list[tuple[str, str]]:
    """Left and right sides in a version of the module (`"1.0"`), as two columns show them: the right ones never in their right order.

    Raises ValueError where all right sides are equal, since every order is right then.
    """
    right = out_of_order(f"{question.id} {version}", [pair.right for pair in question.pairs])
    return list(zip((pair.left for pair in question.pairs), right, strict=True))


def shown_items(question: OrderQuestion, version: str) -> tuple[OrderItem, ...]:
    """The things of a row as they are shown in a version of the module, never in their right order.

    The version is `"1.0"`: with another one the order may be another one.
    """
    return out_of_order(f"{question.id} {version}", question.items)


def places(question: OrderQuestion) -> Mapping[str, int]:
    """The right place of each thing of a row, by its id, from 1: `{"wash": 1, "report": 2}`."""
    return {item.id: place for place, item in enumerate(question.items, 1)}


def keyed_items(form: Instrument) -> tuple[KnowledgeItem | ScenarioItem, ...]:
    """The items of an instrument that have a right answer, in their order.

    Those of the kinds `knowledge` and `scenario`.
    """
    return tuple(
        item for section in form.sections for item in section.items if isinstance(item, KnowledgeItem | ScenarioItem)
    )

"""What every output of a knowledge check needs to know: which options are right, and in which order pairs are shown."""

import random

from ..model.check import MatchQuestion, MultipleQuestion, SingleQuestion


def right_options(question: SingleQuestion | MultipleQuestion) -> frozenset[str]:
    """The ids of the right options."""
    return frozenset({question.key} if isinstance(question, SingleQuestion) else question.key)


def shuffled(question: MatchQuestion) -> list[tuple[str, str]]:
    """Left and right sides, the right ones out of order; the same order in every output and at every build."""
    right = [pair.right for pair in question.pairs]
    random.Random(question.id).shuffle(right)  # noqa: S311  an order, not a secret
    return list(zip((pair.left for pair in question.pairs), right, strict=True))

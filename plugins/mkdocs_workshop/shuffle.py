"""Questions of the kind "bring together": the right sides out of order."""

import random

from .model.check import MatchQuestion


def shuffled(question: MatchQuestion) -> list[tuple[str, str]]:
    """Left and right sides, the right ones out of order; the same order at every build and in every format."""
    right = [pair.right for pair in question.pairs]
    random.Random(question.id).shuffle(right)  # noqa: S311  an order, not a secret
    return list(zip((pair.left for pair in question.pairs), right, strict=True))

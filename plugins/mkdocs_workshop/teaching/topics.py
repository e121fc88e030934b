"""How long a programme is with each topic."""

from collections import defaultdict

from ..reading.curriculum import Curriculum


def minutes_of_topics(curriculum: Curriculum, programme: str) -> dict[str, float]:
    """Minutes by topic. An activity shares its minutes equally among its topics: 10 minutes with two topics are 5 for each."""
    found: dict[str, float] = defaultdict(float)
    for day in curriculum.timetables[programme]:
        for slot in day.slots:
            for timed in slot.activities:
                for id_ in timed.activity.topics:
                    found[id_] += timed.minutes / len(timed.activity.topics)
    return dict(found)

"""Forms as anonymous Feedback activities of a Moodle backup: tests before and after, and the evaluation.

A form that is filled in twice is there twice, each for one moment, and asks for nothing but that moment: so the answers of both
can be told apart in what Moodle exports. Source of the structure: `mod/feedback/backup/moodle2`.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..edition import Edition
from ..forms.asked import Asked
from ..forms.feedback_items import Item, feedback_items
from .backup_activities import BY_ITS_OWN_RULE, Made, Place, wrapped
from .backup_parts import Activity, Store
from .xml import Element, element, fields

_ANONYMOUS = 1


def feedback(edition: Edition, store: Store, place: Place, *, before: bool) -> Iterator[Activity]:
    """The forms in use that are filled in before the course, or those that are filled in after it."""
    for id_, form in edition.curriculum.instruments.items():
        if not form.in_use or form.kind == "observation":
            continue
        for moment in form.moments:
            if (moment == "before") == before:
                asked = Asked(edition, id_, form.model_copy(update={"moments": (moment,)}))
                yield _activity(asked, moment, len(form.moments) > 1, store, place)


def _activity(asked: Asked, moment: str, several: bool, store: Store, place: Place) -> Activity:
    say = asked.edition.say
    name = say(f"backup.form.{moment}", title=asked.title) if several else asked.title
    id_ = store.number()
    values: dict[str, str | int] = {
        "name": name,
        "intro": "",
        "introformat": 1,
        "anonymous": _ANONYMOUS,
        "email_notification": 0,
        "multiple_submit": 0,
        "autonumbering": 0,
        "site_after_submit": "",
        "page_after_submit": "",
        "page_after_submitformat": 1,
        "publish_stats": 0,
        "timeopen": 0,
        "timeclose": 0,
        "timemodified": place.time,
        "completionsubmit": 1,
    }
    items = [_item(store.number(), number, item) for number, item in enumerate(_items(asked, several), 1)]
    body = [*fields(values), element("items", items), element("completeds"), element("trackings")]
    made = Made(element("feedback", body, {"id": id_}), {}, [])
    # Completed by giving it. Nobody has to, so a course can be completed without.
    activity = wrapped("feedback", id_, name, f"form-{asked.id}-{moment}", place, made, BY_ITS_OWN_RULE)
    return replace(activity, tracked=False)


def _items(asked: Asked, several: bool) -> Iterator[Item]:
    """The items; where sheets of several moments are compared, the moment is among them, as the one answer that there is."""
    own = {question.name for section in asked.sections for question in section.questions}
    moments = [question for question in asked.questions if question.kind == "moment" and question.name not in own]
    return feedback_items(asked, also=moments if several else ())


def _item(id_: int, position: int, item: Item) -> Element:
    values: dict[str, str | int] = {
        "template": 0,
        "name": item.text,
        "label": item.name,
        "presentation": item.presentation,
        "typ": item.kind,
        "hasvalue": 0 if item.kind == "label" else 1,
        "position": position,
        "required": int(item.required),
        "dependitem": 0,
        "dependvalue": "",
        "options": item.options,
    }
    return element("item", fields(values), {"id": id_})

"""The test of a Common Cartridge: questions in QTI 1.2, as far as the profile of the cartridge goes.

The profile knows no matching and no rows, so each pair, and each thing with its place, becomes a question with one right answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..documents.emit.html_quiz import with_part
from ..edition import Edition
from ..model.mixing import out_of_order
from .moodle_xml import paragraph
from .questions import NOTHING, WHOLE, Choice, Question, QuestionBank, Words
from .xml import Element, document, element

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PROFILES = {
    "single": "cc.multiple_choice.v0p1",
    "multiple": "cc.multiple_response.v0p1",
    "true-false": "cc.true_false.v0p1",
}


def knowledge_check(edition: Edition, bank: QuestionBank, title: str) -> str:
    """The file of the test of a module."""
    items = [_item(edition, one) for question in bank.questions for one in _asked(question)]
    about = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "cc_maxattempts": "unlimited",
    }
    inner = [_metadata(about), element("section", items, {"ident": "root_section"})]
    assessment = element("assessment", inner, {"ident": f"test-{bank.module}", "title": title})
    return document(element("questestinterop", assessment), _QTI)


def _asked(question: Question) -> Iterator[Question]:
    """The question as the profile can ask it."""
    if not question.pairs:
        yield question
        return
    # Places are shown as people count; the right sides of pairs in an order that tells nothing.
    if question.kind == "order":
        rights = tuple(sorted(question.pairs, key=lambda pair: int(pair.right.plain)))
    else:
        rights = out_of_order(question.idnumber, question.pairs)
    for pair in question.pairs:
        text = Words(with_part(question.text.html, pair.left.html), f"{question.text.plain} {pair.left.plain}")
        choices = tuple(
            Choice(other.id, other.right, NOTHING, WHOLE if other.id == pair.id else 0.0) for other in rights
        )
        idnumber = f"{question.idnumber}-{pair.id}"
        yield replace(question, kind="single", idnumber=idnumber, text=text, choices=choices, pairs=())


def _item(edition: Edition, question: Question) -> Element:
    right = [choice for choice in question.choices if choice.fraction > 0]
    told = [choice for choice in question.choices if choice.feedback.html]
    conditions = [_condition(choice) for choice in told]
    if question.feedback.html:
        always = element("conditionvar", element("other"))
        conditions.append(element("respcondition", [always, _shows("general")], {"continue": "Yes"}))
    score = element("setvar", "100", {"action": "Set", "varname": "SCORE"})
    verdict = element("respcondition", [element("conditionvar", _all(question, right)), score], {"continue": "No"})
    decvar = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    feedback = [_told(choice.id, choice.feedback) for choice in told]
    if question.feedback.html:
        feedback.append(_told("general", question.feedback))
    return element(
        "item",
        [
            element("itemmetadata", _metadata({"cc_profile": _PROFILES[question.kind]})),
            _presentation(edition, question),
            element("resprocessing", [element("outcomes", element("decvar", [], decvar)), *conditions, verdict]),
            *feedback,
        ],
        {"ident": question.idnumber, "title": question.name},
    )


def _presentation(edition: Edition, question: Question) -> Element:
    labels = [element("response_label", _material(choice.text), {"ident": choice.id}) for choice in question.choices]
    # The two words of a statement stay in their order.
    shuffle = "No" if question.kind == "true-false" else "Yes"
    choice = element("render_choice", labels, {"shuffle": shuffle})
    cardinality = "Multiple" if question.kind == "multiple" else "Single"
    lid = element("response_lid", choice, {"ident": "response", "rcardinality": cardinality})
    return element("presentation", [_material(question.text), lid], {_LANG: edition.language})


def _all(question: Question, right: list[Choice]) -> list[Element]:
    """What must be chosen and, where several can be, what must not."""
    equal = {choice.id: _equal(choice) for choice in question.choices}
    if question.kind != "multiple":
        return [equal[right[0].id]]
    ids = {choice.id for choice in right}
    return [element("and", [one if id_ in ids else element("not", one) for id_, one in equal.items()])]


def _equal(choice: Choice) -> Element:
    # Moodle gives points for several answers only where the case is said to matter.
    return element("varequal", choice.id, {"respident": "response", "case": "Yes"})


def _condition(choice: Choice) -> Element:
    shown = _shows(f"{choice.id}_fb")
    return element("respcondition", [element("conditionvar", _equal(choice)), shown], {"continue": "Yes"})


def _shows(id_: str) -> Element:
    return element("displayfeedback", [], {"feedbacktype": "Response", "linkrefid": id_})


def _told(id_: str, text: Words) -> Element:
    name = id_ if id_ == "general" else f"{id_}_fb"
    return element("itemfeedback", element("flow_mat", _material(text)), {"ident": name})


def _material(text: Words) -> Element:
    return element("material", element("mattext", paragraph(text), {"texttype": "text/html"}))


def _metadata(values: Mapping[str, str]) -> Element:
    inner = [
        element("qtimetadatafield", [element("fieldlabel", name), element("fieldentry", value)])
        for name, value in values.items()
    ]
    return element("qtimetadata", inner)

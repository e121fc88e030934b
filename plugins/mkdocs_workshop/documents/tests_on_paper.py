"""The knowledge check of a module on paper, and its key for facilitators."""

from collections.abc import Iterator
from dataclasses import replace

from ..edition import Edition
from ..ground.artifact import Artifact
from ..model.check import CheckQuestion, KnowledgeCheck, MatchQuestion, OrderQuestion, TrueFalseQuestion
from ..reading.curriculum import ModuleParts
from ..teaching.quiz import right_options, shown_items, shown_options, shuffled
from .papers import artifact, sheet
from .typeset import literal, words

LAYOUTS = ("A4-large", "A4-wide", "A4-close")


def check_pdfs(edition: Edition) -> Iterator[Artifact]:
    """Each module's check and its key. Raises PressError when a document can not be set."""
    for parts in edition.curriculum.modules.values():
        if parts.check:
            yield _sheet(edition, parts, parts.check, key=False)
            yield _sheet(edition, parts, parts.check, key=True)


def _sheet(edition: Edition, parts: ModuleParts, check: KnowledgeCheck, *, key: bool) -> Artifact:
    say, name = edition.say, edition.plain(parts.plan.title)
    title = say("check.key-title" if key else "check.title", title=name)
    use = f"{say('check.questions', n=len(check.questions))} · {say('check.pass', mark=check.pass_mark)}"
    kind = "check-key" if key else "check"
    body, wanted = check_body(edition, parts, check, key=key)
    heads = [
        sheet(
            edition, parts, title=title, kind=edition.plain(edition.theme(parts).name), use=use, size=size,
            mark=say("role.facilitator-only") if key else "", colour="plain", template="form-sheet",
        )
        for size in LAYOUTS
    ]  # fmt: skip
    boxes = (
        []
        if key
        else [
            f"#sheet-row(20mm, (1.1, {literal(say('form.code'))}, code-boxes(4)), (2, {literal(say('form.date'))}, []))"
        ]
    )
    made = ["\n\n".join((head, *boxes, *body)) for head in heads]
    sheet_ = artifact(edition, parts, kind, parts.id, title, "A4", made, [title, *wanted])
    return replace(sheet_, role="facilitator") if key else sheet_


def check_body(
    edition: Edition, parts: ModuleParts, check: KnowledgeCheck, *, key: bool
) -> tuple[list[str], list[str]]:
    """The questions as typst code and their words, with or without the answers."""
    outcomes = {outcome.id: outcome.text for outcome in parts.plan.outcomes}
    body, wanted = [], []
    for number, question in enumerate(check.questions, 1):
        shown, said = _question(edition, question, edition.version(parts), key=key)
        tests = (
            literal(edition.say("check.tests", outcome=edition.plain(outcomes[question.outcome]))) if key else "none"
        )
        text = edition.plain(question.text)
        how = edition.say(f"check.how.{question.kind}")
        body.append(f'#test-question("{number}", {tests}, {literal(text)}, {literal(how)})[{shown}]')
        wanted += [text, *said]
    return body, wanted


def _question(edition: Edition, question: CheckQuestion, version: str, *, key: bool) -> tuple[str, list[str]]:
    plain, say = edition.plain, edition.say
    if isinstance(question, MatchQuestion):
        if key:
            rows = [(plain(pair.left), plain(pair.right)) for pair in question.pairs]
            feedback = plain(question.feedback)
            shown = "".join(f"([{words(left)}], [{words(right)}])," for left, right in rows)
            return f"#pairs({shown})\n#small[{words(feedback)}]", [*(word for row in rows for word in row), feedback]
        lefts = [plain(pair.left) for pair in question.pairs]
        rights = [plain(right) for _, right in shuffled(question, version)]
        left = ", ".join(f"[{words(text)}]" for text in lefts)
        right = ", ".join(f"[{words(text)}]" for text in rights)
        return f"#match(({left},), ({right},))", [*lefts, *rights]
    if isinstance(question, OrderQuestion):
        items = question.items if key else shown_items(question, version)
        lines = [plain(item.text) for item in items]
        said = [*lines, plain(question.feedback)] if key else lines
        after = f"\n#small[{words(plain(question.feedback))}]" if key else ""
        shown = ", ".join(f"[{words(line)}]" for line in lines)
        return f"#{'in-order' if key else 'to-order'}(({shown},)){after}", said
    if isinstance(question, TrueFalseQuestion):
        answers = [(say("check.true"), key and question.key), (say("check.false"), key and not question.key)]
        shown = "".join(f"#option({_bool(chosen)}, [{words(answer)}])" for answer, chosen in answers)
        if not key:
            return shown, []
        feedback = plain(question.feedback)
        return f"{shown}\n#small[{words(feedback)}]", [feedback]
    shown, said = "", []
    for option in shown_options(question, version):
        is_right = key and option.id in right_options(question)
        feedback = f", feedback: [{words(plain(option.feedback))}]" if key else ""
        shown += f"#option({_bool(is_right)}, [{words(plain(option.text))}]{feedback})"
        said += [plain(option.text), plain(option.feedback)] if key else [plain(option.text)]
    return shown, said


def _bool(value: bool) -> str:
    return "true" if value else "false"

"""Parts on which people write, to typst code."""

from collections.abc import Sequence

from ..tree.blocks import Inline, Lines
from ..tree.forms import (
    Asked,
    FormPart,
    Match,
    Option,
    Options,
    Order,
    Pairs,
    ScaleRow,
    ScaleTable,
    ScaleTitle,
    SheetBox,
    SheetBoxes,
    TestQuestion,
    TickRow,
)
from .typeset import inlines, literal, words


def form_part(part: FormPart) -> str:
    """A part of a form as typst code."""
    match part:
        case SheetBoxes(boxes, height):
            return f"#sheet-row({height}mm, {', '.join(map(_sheet_box, boxes))})" if boxes else ""
        case ScaleTable(what, points, rows):
            shown = ", ".join(f"({point.value}, {literal(point.label)})" for point in points)
            return f"#scale-table({literal(what)}, ({shown},), {', '.join(map(_scale_row, rows))})"
        case TickRow(answers):
            return f"#tick-row({_contents(answers)})"
        case Asked(number, asked, answer, title):
            above = f"#heading(level: 2)[{words(title)}]" if title else ""
            room = f"#writing-lines({answer.count})" if isinstance(answer, Lines) else form_part(answer)
            return f"#item[{above}#block(spacing: 0.5em)[#strong[{words(number)}] {inlines(asked)}]{room}]"
        case Options(options):
            return "".join(map(_option, options))
        case Match(left, right):
            return f"#match(({_contents(left)},), ({_contents(right)},))"
        case Pairs(pairs):
            return f"#pairs({''.join(f'([{inlines(left)}], [{inlines(right)}]),' for left, right in pairs)})"
        case Order(items, right):
            return f"#{'in-order' if right else 'to-order'}(({_contents(items)},))"
        case TestQuestion(number, asked, how, answer, feedback, tests):
            below = f"\n#small[{inlines(feedback)}]" if feedback else ""
            about = literal(tests) if tests else "none"
            return (
                f"#test-question({literal(number)}, {about}, [{inlines(asked)}], {literal(how)})"
                f"[{form_part(answer)}{below}]"
            )


def _contents(lines: Sequence[Sequence[Inline]]) -> str:
    return ", ".join(f"[{inlines(line)}]" for line in lines)


def _sheet_box(box: SheetBox) -> str:
    inside = "[]"
    if box.letters:
        inside = f"code-boxes({box.letters})"
    elif box.ticks:
        inside = f"tick-line({', '.join(map(literal, box.ticks))})"
    return f"({box.share:g}, {literal(box.label)}, {inside})"


def _scale_row(row: ScaleTitle | ScaleRow) -> str:
    if isinstance(row, ScaleTitle):
        return f"([{inlines(row.words)}],)"
    return f"({literal(row.number)}, [{inlines(row.words)}])"


def _option(option: Option) -> str:
    feedback = f", feedback: [{inlines(option.feedback)}]" if option.feedback else ""
    return f"#option({'true' if option.right else 'false'}, [{inlines(option.words)}]{feedback})"

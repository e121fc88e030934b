"""A line in `reviews.yml`: which translation was read by whom, in which role, and how much was changed."""

import datetime as dt

import yaml

FIRST_LINE = "# yaml-language-server: $schema=schema/reviews.schema.json\n"


def review_line(language: str, name: str, role: str, on: dt.date, counts: tuple[int, int, int], mark: str) -> str:
    """The entry as YAML; `counts` are texts read, changed, and with comments."""
    read, changed, comments = counts
    return (
        f"  - language: {language}\n    file: {name}.po\n    by: {role}\n    on: {on.isoformat()}\n"
        f"    read: {read}\n    changed: {changed}\n    comments: {comments}\n    text: {mark}\n"
    )


def with_review(text: str, line: str) -> str | None:
    """The text of `reviews.yml` with one more entry; None where it can not be put in without touching anything else."""
    text = text if text.strip() else FIRST_LINE
    text = text if text.endswith("\n") else f"{text}\n"
    key = "translations:"
    node = yaml.compose(text, yaml.CSafeLoader)
    held = next((v for k, v in node.value if k.value == "translations"), None) if node is not None else None
    if held is None:
        new = f"{text}{key}\n{line}"
    elif isinstance(held, yaml.SequenceNode) and not held.flow_style:
        at = held.end_mark.index
        # The node ends where the next key begins, or at the end of the file.
        new = f"{text[:at].rstrip()}\n{line}{text[at:].lstrip(chr(10))}"
    else:
        return None
    before, after = yaml.safe_load(text) or {}, yaml.safe_load(new)
    expected = {
        **before,
        "translations": [*before.get("translations", []), *yaml.safe_load(f"{key}\n{line}")["translations"]],
    }
    return new if after == expected else None

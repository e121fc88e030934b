"""Styles that stand at single elements, moved into a style sheet: a site can then forbid styles inside of its pages.

Lengths of a time line depend on the programme, so no style sheet that is written by hand can hold them.
"""

import hashlib
import re
from collections.abc import Mapping, MutableMapping

_TAG = re.compile(r"<[a-zA-Z][^\s<>/]*(?:\s+[^\s=<>\"]+(?:=\"[^\"]*\")?)*\s*/?>")
_STYLE = re.compile(r"\sstyle=\"([^\"]*)\"")
_NUMBER = re.compile(r"--ws-([a-z]+): (\d+)")
_CLASS = re.compile(r"\sclass=\"([^\"]*)\"")


def move_styles(html: str, rules: MutableMapping[str, str]) -> str:
    """The same HTML with classes in place of `style`; adds what each class means to `rules`.

    `<i style="width: 5%">` becomes `<i class="ws-at-3f2a91bc">`. Expects attributes in double quotes, as our sanitiser writes them.
    """
    return _TAG.sub(lambda match: _moved(match[0], rules), html) if "style=" in html else html


def _moved(tag: str, rules: MutableMapping[str, str]) -> str:
    found = _STYLE.search(tag)
    if not found:
        return tag
    number = _NUMBER.fullmatch(found[1])
    # Short where it can be: every activity of every session has one, and letters by chance do not pack.
    name = f"ws-at-{number[1]}-{number[2]}" if number else f"ws-at-{hashlib.sha256(found[1].encode()).hexdigest()[:8]}"
    rules[name] = found[1]
    bare = tag[: found.start()] + tag[found.end() :]
    if _CLASS.search(bare):
        return _CLASS.sub(lambda match: f' class="{match[1]} {name}"', bare, count=1)
    end = -2 if bare.endswith("/>") else -1
    return f'{bare[:end].rstrip()} class="{name}"{bare[end:]}'


def style_sheet(rules: Mapping[str, str]) -> str:
    """The style sheet. A class is named three times: a style at an element is stronger than most rules.

    What is alike stands together, so that it packs well.

    `{"ws-at-1": "width:5%"}` becomes `.ws-at-1.ws-at-1.ws-at-1{width:5%}`.
    """
    return "".join(
        f".{name}.{name}.{name}{{{style}}}\n" for name, style in sorted(rules.items(), key=lambda one: (one[1], one[0]))
    )

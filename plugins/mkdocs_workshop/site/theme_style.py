"""The style sheet of the theme without the rules for what a site does not have: tabs, keys, cards, code with numbered lines.

It is a sixth of what a reader loads with a first page, and half of it dresses what most manuals never show. Which classes a site has
is known before its pages get their frame: from the texts of the pages, the templates, and the words of all scripts, since a script
puts classes on elements as well.
"""

import functools
import hashlib
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, meta

from ..ground.cache import code_of, keep

if TYPE_CHECKING:
    import tinycss2

_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_PUTS = re.compile(r"""\bclass[=:]\s*(?:"[^"]*"|'[^']*'|`[^`]*`)|\bclassList\.\w+\([^)]*\)|\bclassName\W{1,4}[\w -]+""")
"""Where code puts a class on an element."""
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_ICONS = ".icons/"
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_LIBRARIES = ("tinycss2",)


def classes_of(html: str) -> set[str]:
    """The classes of a page. `classes_of('<p class="a b"><i class=c>')` gives `{"a", "b", "c"}`."""
    return {name for match in _CLASSES.finditer(html) for name in (match[1] or match[2] or match[3] or "").split()}


def words_of(script: str) -> set[str]:
    """Every word of a script that can be a class or a property. `words_of('x="top"')` gives `{"x", "top"}`."""
    return set(_WORD.findall(script))


def theme_words(code: str) -> set[str]:
    """The classes and properties in a template or a script of the theme. It reads of many others, which only texts of pages have.

    `theme_words('h("a",{class:"hll"});find(".keys, .md-top")')` gives `{"hll", "md-top"}`: its own ones begin with `md-`.
    """
    own = {word for word in words_of(code) if word.startswith(("md-", "--"))}
    return own | {word for match in _PUTS.finditer(code) for word in words_of(match[0])} - {
        "class",
        "classList",
        "className",
    }


def template_words(env: Environment, names: Iterable[str]) -> set[str]:
    """The words of templates and of all that they take in. Raises what Jinja2 raises for one that is not there or has a mistake."""
    loader, words, seen, todo = env.loader, set[str](), set[str](), list(names)
    while loader is not None and todo:
        name = todo.pop()
        if name not in seen and not name.startswith(_ICONS):
            seen.add(name)
            source = loader.get_source(env, name)[0]
            words |= theme_words(source)
            todo += [other for other in meta.find_referenced_templates(env.parse(source)) if other]
    return words


def theme_style(cache: Path, style: str, words: AbstractSet[str], others: str) -> str:
    """The style sheet of a theme without rules for classes that are not among `words`, and without properties that nobody asks for.

    `others` are all style sheets besides. Of `.md-top{a:b} .keys{c:d}` with `{"md-top"}` the first rule is left. What was worked out is
    kept in the folder `cache`. Raises OSError where it can not be written.
    """
    named = sorted(words & (words_of(style) | words_of(others)))
    ingredients = repr((style, named, hashlib.sha256(others.encode()).hexdigest())).encode()
    made_by = code_of(sys.modules[__name__], libraries=_LIBRARIES)
    return keep(
        cache, "theme.css", ingredients, made_by, functools.partial(_lean, style, frozenset(named), others)
    ).decode()


def _lean(style: str, words: AbstractSet[str], others: str) -> bytes:
    # Imported when used: mostly the sheet is kept already.
    import tinycss2

    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    left = "".join(_kept(rules, words, None))
    asked = set(_ASKED.findall(left + others)) | words
    return "".join(_kept(rules, words, asked)).encode()


def _kept(
    rules: Iterable["tinycss2.ast.Node"], words: AbstractSet[str], asked: AbstractSet[str] | None
) -> Iterator[str]:
    """The rules that are left, in one line; with `asked` without the properties that nobody asks for: mostly drawings."""
    import tinycss2

    for rule in rules:
        if rule.type == "qualified-rule":
            parts = [part for part in _parted(rule.prelude) if _classes(part) <= words]
            if parts:
                yield f"{','.join(map(_css, parts))}{{{_declared(rule.content, asked)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"} and rule.content is not None:
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_whitespace=True), words, asked))
            if inner:
                yield f"@{rule.at_keyword} {_css(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _declared(content: Sequence["tinycss2.ast.Node"], asked: AbstractSet[str] | None) -> str:
    import tinycss2

    text = _css(content)
    if asked is None or "--" not in text:
        return text
    return ";".join(
        f"{one.name}:{_css(one.value)}{' !important' if one.important else ''}"
        for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
        if one.type == "declaration" and (not one.name.startswith("--") or one.name in asked)
    )


def _parted(prelude: Sequence["tinycss2.ast.Node"]) -> Iterator[list["tinycss2.ast.Node"]]:
    """The selectors that stand in one rule, with commas between them; those inside of `:is(…)` are part of one."""
    part: list[tinycss2.ast.Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _classes(selector: Sequence["tinycss2.ast.Node"]) -> set[str]:
    """The classes that an element and those around it must have; not those inside of `:not(…)` and `:is(…)`."""
    return {
        name.value
        for dot, name in itertools.pairwise(selector)
        if dot.type == "literal" and dot.value == "." and name.type == "ident"
    }


def _css(tokens: Sequence["tinycss2.ast.Node"]) -> str:
    return "".join(token.serialize() for token in tokens).strip()

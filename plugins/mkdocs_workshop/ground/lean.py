"""Style sheets and scripts of ours without what only people need, for readers on slow lines."""

import re

_QUOTED = re.compile(r"(\"[^\"\n]*\"|'[^'\n]*')")
_SIGNS = re.compile(r" (=|[!=]==|[-+*/<>?:]|&&|\|\||[<>]=) (?![-+])|(?<=[,;{]) | (?=\})|(?<=\)) (?=\{)")
_NOT_PLAIN = re.compile(r"//|/\*|[=(,:] ?/[^/ ]")
_TIGHT = re.compile(r"(?<=[\w)%])([:,]) +(?=\S)")


def lean_style(style: str) -> str:
    """A style sheet without its comments and the spaces that only people need; what stands in quotes stays as it is.

    `a { color: red } /* links */` becomes `a{color:red}`.
    """
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    bare = re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s*\n\s*", "\n", bare)).strip() + "\n"
    parts = _QUOTED.split(bare)
    return "".join(part if index % 2 else _TIGHT.sub(r"\1", part) for index, part in enumerate(parts))


def lean_script(script: str) -> str:
    """A script without indentation and without the comments that have lines of their own.

    For our own scripts: none of them holds a text of several lines.

    Of the lines `// why` and `  go()` the line `go()` is left.
    """
    bare = re.sub(r"^[ \t]*(?:/\*(?:(?!\*/)[\s\S])*\*/[ \t]*\n|//.*\n)", "", script, flags=re.MULTILINE)
    return re.sub(r"\n\s*", "\n", bare).strip() + "\n"


def tight_script(script: str) -> str:
    """A lean script without the spaces around signs too, for a page whose every byte counts.

    Lines with a comment or a regular expression stay as they are: in them a quote is not always the begin of a text.

    `a = 1 + 2` becomes `a=1+2`.
    """
    lines = lean_script(script).splitlines(keepends=True)
    return "".join(line if _NOT_PLAIN.search(line) else _tight(line) for line in lines)


def _tight(line: str) -> str:
    parts = _QUOTED.split(line)
    return "".join(part if index % 2 else _SIGNS.sub(r"\1", part) for index, part in enumerate(parts))

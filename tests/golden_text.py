"""Files for other machines as text for golden files: everything that they say, line by line, so that no name and no number changes unseen."""

import re
from collections.abc import Collection, Iterator

from lxml import etree

_LINES_APART = re.compile(
    r"\n*(?=<(?:!doctype|html|head|meta|title|link|style|script|body|main|nav|header|footer|section|article|aside|div|h[1-6]|p|ul|ol|li|"
    r"dl|dt|dd|table|thead|tbody|tr|td|th|form|fieldset|legend|label|select|option|figure|figcaption|details|summary|button|output|svg)\b)",
    re.IGNORECASE,
)
_DRAWING = re.compile(r"(<svg[^>]*>).*?</svg>", re.DOTALL)
_LETTERS = re.compile(r"[A-Za-z0-9+/]{200,}={0,2}")


def outline(xml: str | bytes) -> str:
    """An XML document as lines: the tag, its attributes, its text, and what is inside below it, further to the right.

    `<a b="1"><c>Text</c></a>` gives `a b=1` and ` c: Text`. Of elements that hold one other thing each there is one line:
    `a / b / c`. The address of a namespace stands where it begins.
    """
    data = xml.encode() if isinstance(xml, str) else xml
    return "\n".join(_outlined(etree.fromstring(data), "", 0))


def _outlined(one: etree._Element, namespace: str, depth: int) -> Iterator[str]:
    line = ""
    while True:
        said, namespace = _said(one, namespace)
        line += said
        text = (one.text or "").strip()
        if len(one) != 1 or text:
            break
        line, one = f"{line} / ", one[0]
    if text:
        line += f": {one_line(text)}"
    yield f"{' ' * depth}{line}"
    for child in one:
        yield from _outlined(child, namespace, depth + 1)


def _said(one: etree._Element, around: str) -> tuple[str, str]:
    """The tag and its attributes, and the namespace inside of it."""
    name = etree.QName(one)
    namespace = name.namespace or ""
    begins = "" if namespace == around else f"{{{namespace}}}"
    attributes = "".join(f" {etree.QName(key).localname}={_quoted(str(value))}" for key, value in one.attrib.items())
    return f"{begins}{name.localname}{attributes}", namespace


def brief(xml: str | bytes, whole: Collection[str] = (), most: int = 140) -> str:
    """An XML document in few lines, without the addresses of its namespaces: `tag a=1 (inner: Text)`.

    An element stands on one line if that has at most `most` letters, or if its tag is in `whole`; else what is in it stands below.
    """
    data = xml.encode() if isinstance(xml, str) else xml
    return "\n".join(_brief(etree.fromstring(data), whole, most, 0))


def _brief(one: etree._Element, whole: Collection[str], most: int, depth: int) -> Iterator[str]:
    line = _inline(one)
    if not len(one) or etree.QName(one).localname in whole or (len(line) <= most and not _holds(one, whole)):
        yield f"{' ' * depth}{line}"
        return
    yield f"{' ' * depth}{_said(one, etree.QName(one).namespace or '')[0]}"
    for child in one:
        yield from _brief(child, whole, most, depth + 1)


def _holds(one: etree._Element, tags: Collection[str]) -> bool:
    return any(etree.QName(inner).localname in tags for inner in one.iterdescendants())


def _inline(one: etree._Element) -> str:
    said = _said(one, etree.QName(one).namespace or "")[0]
    text = (one.text or "").strip(" \n") if len(one) else one.text or ""
    inner = " ".join(map(_inline, one))
    return f"{said}{f': {one_line(text)}' if text else ''}{f' ({inner})' if inner else ''}"


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[^\s=/:]+", value) else f'"{one_line(value)}"'


def one_line(text: str) -> str:
    """A text on one line."""
    return text.replace("\n", "⏎")


def html_lines(page: str, *, drawings: bool = False) -> str:
    """A page with each block on a line of its own, without the letters of fonts; without the inside of drawings, unless asked for."""
    drawn = _LETTERS.sub("…", page)
    if not drawings:
        drawn = _DRAWING.sub(r"\1…</svg>", drawn)
    whole = re.sub(r">\s*\n\s*<", "><", drawn)
    return "\n".join(line for line in map(str.strip, _LINES_APART.sub("\n", whole).splitlines()) if line)

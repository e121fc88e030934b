"""A Markdown extension: signs in authors' texts that would be markup of other kinds stay signs.

`<b onclick=...>` and `{ onclick=... }` in a text are shown as they are written, also inside of code, whatever stands around the
text in a template. Only the id of a heading, `{#id}`, and an address in angle brackets mean something.
"""

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

# From the private use area: Markdown passes such letters through everything, also through code and attributes.
_ANGLE, _BRACE = "\uf8f0", "\uf8f1"
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^<>\s\"'`{}]+>)")
_LIST = re.compile(r"\{(?! ?#[a-z0-9]+(?:-[a-z0-9]+)* ?\}[ \t]*$)", re.MULTILINE)


def literal(text: str) -> str:
    """A text in which those signs have been put aside; for the Markdown of a page that goes through this extension.

    `spelled_out(literal("<b>"))` gives `"&lt;b>"`.
    """
    return _LIST.sub(_BRACE, _TAG.sub(_ANGLE, text))


def spelled_out(markdown: str) -> str:
    """Markdown with the signs written in a way that other readers of Markdown leave alone.

    `spelled_out(literal("<b>"))` gives `"&lt;b>"`.
    """
    return markdown.replace(_ANGLE, "&lt;").replace(_BRACE, "\\{")


class Literal(Extension):
    """Give it to `markdown_extensions` as an instance. It needs no settings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        """Registers the steps: addresses before MkDocs looks at them, the signs as the last one."""
        md.treeprocessors.register(_Readable(md), "workshop-addresses", 5)
        md.postprocessors.register(_PutBack(md), "workshop-literal", -100)


class _PutBack(Postprocessor):
    def run(self, text: str) -> str:
        return text.replace(_ANGLE, "&lt;").replace(_BRACE, "{")


class _Readable(Treeprocessor):
    """Takes away addresses that nobody can read as one, on which MkDocs would stop."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for key in ("href", "src"):
                if not _can_be_read(element.get(key, "")):
                    element.set(key, "")


def _can_be_read(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True

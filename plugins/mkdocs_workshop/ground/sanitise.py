"""What a page may hold: an allow-list for the HTML that Markdown made of texts and of our own templates.

The rules on texts (W601, W606, W610) tell authors early. This is what holds when they have missed something, and for pages
that are written by hand: for the pages of the site, and with `alone` for what stands by itself (lessons, pages to embed, slides,
forms, texts for learning platforms). What is not on the lists is taken out: scripts, frames, forms that send, event handlers, addresses
that run code.

The parser is nh3, an HTML5 parser as browsers have it. lxml reads HTML as it was written before HTML5: it takes `viewBox`
for `viewbox`, which breaks drawings, and it sees other elements than a browser inside of SVG, which is how scripts get past
such filters. nh3 is also the quicker one (20 ms of CPU a megabyte, lxml 27 ms), and keeps `id`, `class` and `data-*`.
"""

import functools
import re
from collections.abc import Mapping
from html import escape, unescape

import nh3


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


TEXT_TAGS = _names(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i "
    "img input ins kbd label li mark ol p picture pre s small source span strong sub summary sup table tbody td tfoot th thead tr ul"
)
"""What Markdown and its extensions make of a text."""
PAGE_TAGS = _names(
    "address article aside bdi button cite fieldset footer form header legend main nav optgroup option output progress q "
    "section select textarea time video"
)
"""What our templates add: fields that are read by our scripts, and sections."""
DRAWING_TAGS = _names(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs pattern marker clipPath use symbol image"
)
"""What our drawings and the theme's symbols are made of; no `foreignObject`, no `style`, nothing that moves."""

_EVERYWHERE = _names("id class role lang dir title hidden tabindex")
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "download", "rel", "target", "hreflang"}),
    "button": frozenset({"type", "disabled"}),
    "col": frozenset({"span"}),
    "details": frozenset({"open", "name"}),
    "form": frozenset({"autocomplete", "novalidate"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "input": _names(
        "type name value checked disabled min max step size maxlength inputmode autocomplete autocapitalize spellcheck "
        "placeholder readonly"
    ),
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "optgroup": frozenset({"label"}),
    "option": frozenset({"value", "selected"}),
    "output": frozenset({"for"}),
    "progress": frozenset({"max", "value"}),
    "select": frozenset({"name", "multiple"}),
    "source": frozenset({"srcset", "media"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "textarea": frozenset({"name", "rows", "cols"}),
    "th": frozenset({"colspan", "rowspan", "scope", "align"}),
    "time": frozenset({"datetime"}),
    "video": frozenset({"src", "controls", "preload"}),
}
_DRAWING = _names(
    "xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d dx dy points transform preserveAspectRatio "
    "patternUnits patternTransform patternContentUnits clipPathUnits markerWidth markerHeight markerUnits refX refY orient "
    "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity "
    "stroke-miterlimit opacity font-family font-size font-weight font-style letter-spacing text-anchor dominant-baseline "
    "clip-path clip-rule focusable"
)
SCHEMES = frozenset({"https", "http", "mailto"})
"""What an address may begin with; those that lead to another place of the site begin with none."""
_LOCAL = re.compile(r"url\(\s*#[\w-]+\s*\)")
"""A pattern of the same drawing. Every other `url(...)` could fetch something."""
_BESIDE = re.compile(r"(?:@@PLUGINFILE@@/)?[\w.-]+(?:/[\w.-]+)*")
"""One file that lies beside the page; Moodle puts the address of its files for the word in signs."""
_PHOTO = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+")
_DATA = re.compile(r"[\s\x00-\x1f]*d[\s]*a[\s]*t[\s]*a[\s]*:", re.IGNORECASE)
_PLAIN_STYLE = re.compile(r"[\w\s.,;:%#()'+*/-]*")


def clean(html: str, *, alone: bool = False) -> str:
    """The same HTML with what is on the lists alone. What is harmless stays as it was; entities may be written otherwise.

    In what stands by itself (`alone`), a button may ask the script of the page.
    """
    return _cleaner(alone).clean(html)


@functools.cache
def _cleaner(alone: bool) -> nh3.Cleaner:
    drawing = {tag: set(_DRAWING) for tag in DRAWING_TAGS}
    drawing["image"] |= {"href"}
    attributes = {"*": {*_EVERYWHERE, "style"}, **{tag: set(names) for tag, names in _ATTRIBUTES.items()}, **drawing}
    return nh3.Cleaner(
        tags=set(TEXT_TAGS | PAGE_TAGS | DRAWING_TAGS),
        # Their content is no text that somebody wrote to be read.
        clean_content_tags={"script", "style", "iframe", "object", "embed", "noscript", "template", "math"},
        attributes=attributes,
        attribute_filter=_filtered_alone if alone else _filtered,
        generic_attribute_prefixes={"data-", "aria-"},
        # Of addresses that hold what they name, the filter lets photographs pass, and nothing else.
        url_schemes={*SCHEMES, "data"},
        link_rel=None,
        strip_comments=True,
    )


def _filtered(tag: str, name: str, value: str) -> str | None:
    """An attribute of the lists, or None when its value could fetch or run something."""
    if tag == "image" and name == "href":
        return value if _PHOTO.fullmatch(value) else None
    if name in {"src", "href"} and _DATA.match(value):
        return None
    if name == "srcset":
        return value if _BESIDE.fullmatch(value) else None
    if name == "style" or (tag in DRAWING_TAGS and "url" in value.lower()):
        rest = _LOCAL.sub("", value)
        # A backslash could hide the letters of `url`.
        return value if _PLAIN_STYLE.fullmatch(rest) and "url" not in rest.lower() and "//" not in rest else None
    if name in {"src", "href"} and value.lstrip().startswith("//"):
        return None
    if name == "src" and ":" in value.partition("/")[0]:
        # Pictures come from the site itself: it asks nobody else for anything.
        return None
    if name == "type" and value.lower() in {"submit", "image"}:
        return "button"
    return value


def _filtered_alone(tag: str, name: str, value: str) -> str | None:
    """The same for what stands by itself."""
    if tag == "button" and name == "type" and value == "submit":
        return value
    return _filtered(tag, name, value)


def no_tags(words: str) -> str:
    """Words for a title or a description, from text that may hold anything, written so that they fit between quotes.

    `He said "stop"` gives `He said &quot;stop&quot;`. A `<` that could begin a tag is left out: a theme may take the
    escaping away again before it shows a title.
    """
    return escape(re.sub(r"<(?=[A-Za-z/!?])", "", unescape(words)), quote=True)

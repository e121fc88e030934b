"""An instrument as one page that needs nothing but itself: from a stick, from a phone, without a network.

The policy in its head forbids every request, so what people write can not leave the device by this page. Answers are kept in
the browser only for those who ask for it.
"""

import base64
import functools
import hashlib
import json
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ..documents.emit.html import html
from ..documents.forms import CODE_LETTERS
from ..documents.texts import Texts
from ..ground.artifact import Artifact
from ..ground.language_tags import untagged
from ..ground.sanitise import clean
from .asked import Asked
from .languages import Shown, in_all, name_of, said

SPOKEN = ("progress", "saved", "incomplete", "cleared", "restored", "kept", "not-kept", "sure")
"""Words that the script says; keys below `webform.say`."""


def web_form(asked: Asked) -> Artifact:
    """The page."""
    shown = Shown(in_all(asked))
    style, script = _part("web_form.css") + _one_language(shown), _part("web_form.js")
    data = {
        "id": asked.id,
        "columns": [question.name for question in asked.questions],
        "fixed": {
            question.name: only for question in asked.questions if (only := asked.only_answer(question)) is not None
        },
        "first": [question.name for question in asked.first],
        "languages": {
            form.edition.language: {
                "title": untagged(form.title),
                "say": {name: form.edition.say(f"webform.say.{name}") for name in SPOKEN},
            }
            for form in shown.forms
        },
    }
    page = (
        _environment()
        .get_template("web_form.html.j2")
        .render(
            asked=asked,
            bare=untagged,
            shown=shown,
            say=shown.say,
            names=[(code, name_of(code)) for code in shown.codes],
            readers=said([(form.edition.language, form.readers) for form in shown.forms]),
            letters=CODE_LETTERS,
            instructions=[(form.edition.language, _instructions(form)) for form in shown.forms],
            style=Markup(style),  # noqa: S704  our own file
            script=Markup(script),  # noqa: S704  our own file
            # `<` can not end the script element when it is written so.
            data=Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704  escaped in this line
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'",
        )
    )
    return asked.file("html", page, role="participant")


def _instructions(asked: Asked) -> Markup:
    return _clean(html(Texts(asked.edition).blocks(asked.form.instructions)))


def _one_language(shown: Shown) -> str:
    """Rules by which a page in several languages shows that of its `lang`, also where no script runs."""
    if len(shown.forms) == 1:
        return ""
    return "".join(f'html[lang="{code}"] [data-of]:not([data-of="{code}"]){{display:none}}\n' for code in shown.codes)


@functools.cache
def _environment() -> Environment:
    loader = PackageLoader("mkdocs_workshop.forms", "")
    environment = Environment(
        loader=loader, autoescape=select_autoescape(default=True), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["clean"] = _clean
    return environment


def _clean(html: str) -> Markup:
    return Markup(clean(html, alone=True))  # noqa: S704  it was cleaned in this line


@functools.cache
def _part(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _hash(text: str) -> str:
    """The name of a style or a script in a content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

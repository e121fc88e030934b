"""`workshop template`: the skeletons of a new manual as a template for Copier, which can also bring old projects up to date."""

import datetime as dt
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from ..reading.schema import schemas
from .exits import WrongUse
from .new import EXAMPLES, FILES_OF_A_MANUAL, skeleton_of
from .project import AROUND, around_text
from .wishes import PROGRAMMES, Wishes, values


def write_template(folder: Path) -> None:
    """Writes the template into a new or empty folder. Raises WrongUse for any other one."""
    if folder.is_file() or (folder.is_dir() and any(path.name != ".git" for path in folder.iterdir())):
        raise WrongUse(f"{folder} is not empty; nothing was written. Name a new folder.")
    today = dt.date.today()  # noqa: DTZ011  the day of whoever publishes the template
    for name, text in template(today):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def template(today: dt.date) -> Iterator[tuple[str, str]]:
    """The files of the template: path, text.

    The first pair is `("copier.yml", ...)`; paths of files of a manual begin with `template/` and end with `.jinja`.
    """
    given = {**EXAMPLES, **values(Wishes(evaluation=True), today), **_ANSWERS}
    of_module = {**given, "id": "first-module", "title": "First module", "module": "first-module"}
    yield "copier.yml", _COPIER.replace("TODAY", today.isoformat()).replace("PROGRAMMES", str(list(PROGRAMMES)))
    yield "README.md", _README.format(version=version("mkdocs-workshop"))
    for skeleton, place in FILES_OF_A_MANUAL:
        yield f"template/curriculum/{place.format(**of_module)}.jinja", skeleton_of(skeleton, of_module)
    for name, place in AROUND.items():
        yield f"template/{place}.jinja", around_text(name, given, "curriculum", "")
    for name, text in schemas().items():
        yield f"template/curriculum/schema/{name}", text
    yield (
        "template/((_copier_conf.answers_file)).jinja",
        "# Written by Copier; `copier update` needs it.\n(( _copier_answers | to_nice_yaml ))",
    )


def _quoted(expression: str) -> str:
    """An answer as a text of YAML in quotes."""
    return rf"""(( '"' ~ {expression}.replace('\\', '\\\\').replace('"', '\\"') ~ '"' ))"""


def _each(line: str) -> str:
    """A line for each audience."""
    return f"(% for one in audiences %){line}(% if not loop.last %)\n(% endif %)(% endfor %)"


_NUMBER = "first-thing(% if not loop.first %)-(( loop.index ))(% endif %)"
_PAPERS = "\n        instruments: [evaluation]"
_LISTED = "(( languages | join(', ') ))"
_ANSWERS: Mapping[str, str] = {
    "manual-title": _quoted("title"),
    "manual-subtitle": _quoted("subject"),
    "language": "(( languages[0] ))",
    "more-languages": "(% if languages | length > 1 %)\nlanguages: [(( languages[1:] | join(', ') ))](% endif %)",
    "programme": "(( programme ))",
    "programme-title": "(( programme | capitalize )) workshop",
    "audience": "(( audiences[0].id ))",
    "audience-ids": "(( audiences | map(attribute='id') | join(', ') ))",
    "audiences": _each("  - {id: (( one.id )), name: " + _quoted("one.name") + "}"),
    "variants": _each(
        "  - audience: (( one.id ))\n    text: |\n      What this audience knows besides.\n    questions:\n"
        f"      - {{id: {_NUMBER}, text: What do you do first?}}"
    ),
    "variant-keys": _each(f"  - question: {_NUMBER}\n    text: What a good answer contains."),
    "wrap-up-papers": f"(% if days == 1 %){_PAPERS}(% endif %)",
    "more-days": (
        "(% for day in range(2, days + 1) %)"
        '\n  - title: Day (( day ))\n    start: "09:00"\n    slots:\n'
        "      - kind: opening\n        id: opening-(( day ))\n        title: What stayed from the day before\n"
        "        minutes: 15\n        steps:\n          - Each table says one thing that it remembers.\n"
        "      # Sessions stand here: - {kind: session, id: MODULE, module: MODULE, minutes: 60}\n"
        "      - kind: wrap-up\n        id: wrap-up-(( day ))\n        title: Wrap-up\n        minutes: 15"
        f"(% if day == days %){_PAPERS}(% endif %)\n"
        "        steps:\n          - Each one says one thing to take home.(% endfor %)"
    ),
    "country": "(( country ))",
    "country-name": _quoted("country_name"),
    "country-languages": _LISTED,
    "site-url": _quoted("site_url"),
    "repository": (
        "(% if repo_url %)repo_url: (( repo_url ))\n"
        "edit_uri: (% if 'gitlab' in repo_url %)-/edit/main/docs/(% else %)edit/main/docs/(% endif %)\n(% endif %)"
    ),
    "today": "(( today ))",
    "next_year": "(( (today[:4] | int) + 1 ))(( today[4:] ))",
}
"""Placeholders of the skeletons as expressions of Copier, in round brackets: file names with `<` do not exist on Windows."""

_COPIER = r"""# Made by `workshop template` from the skeletons of mkdocs-workshop. Change the skeletons, not this.
_min_copier_version: "9.4"
_subdirectory: template
_envops:
  variable_start_string: "(("
  variable_end_string: "))"
  block_start_string: "(%"
  block_end_string: "%)"
  comment_start_string: "(##"
  comment_end_string: "##)"
# Texts belong to their authors: an update changes what stands around them.
_skip_if_exists: ["curriculum/*.yml", "curriculum/[!s]*/**", "docs/**"]
_message_after_copy: |
  Next: `workshop check`. For each further language: `workshop translate update --language CODE`.

title: {type: str, help: Title of the manual, default: My manual}
subject: {type: str, help: "What is it about, in one line", default: One line that says what it is about}
languages:
  type: yaml
  help: "Languages, that of the texts first"
  default: [en]
audiences:
  type: yaml
  help: "Who sits in the room? Ids have Latin letters"
  default: [{id: participants, name: Participants}]
days:
  type: int
  help: Days of the workshop
  default: 1
  validator: "(% if not 1 <= days <= 5 %)One to five days.(% endif %)"
country:
  type: str
  help: "Country, two letters; xx for none"
  default: xx
  validator: "(% if not (country | length == 2 and country.isalpha() and country.islower()) %)Two small letters.(% endif %)"
country_name: {type: str, help: Name of the country, default: My country}
site_url: {type: str, help: "Address of the site, if you know it", default: ""}
repo_url: {type: str, help: "Address of the repository, if there is one", default: ""}
today: {type: str, help: "Today, YYYY-MM-DD", default: "TODAY"}
programme:
  type: str
  when: false
  default: "(( PROGRAMMES[days - 1] ))"
"""

_README = """\
# A manual of workshops

A template for [Copier](https://copier.readthedocs.io), made by `workshop template` of mkdocs-workshop {version}.

    pip install copier mkdocs-workshop
    copier copy gh:OWNER/THIS-REPOSITORY my-manual

When this repository has a newer tag, `copier update` in the manual brings its settings, workflows and schemas up to date. What authors
wrote in `curriculum/` and `docs/` is left alone.
"""

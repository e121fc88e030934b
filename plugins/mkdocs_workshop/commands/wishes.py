"""What somebody wants of a new manual, and what that puts into the skeletons."""

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import NamedTuple

from babel import Locale

from .exits import WrongUse

PROGRAMMES = ("one-day", "two-day", "three-day", "four-day", "five-day")
"""Names of programmes, by their days."""


class Audience(NamedTuple):
    """A group in the room."""

    id: str
    name: str


class Repository(NamedTuple):
    """Where the files are kept."""

    url: str
    edit: str
    """The way from there to the editor of a file in `docs`."""


@dataclass(frozen=True)
class Wishes:
    """The answers to the questions of `workshop new curriculum`."""

    title: str = "My manual"
    subject: str = "One line that says what it is about"
    languages: tuple[str, ...] = ("en",)
    """That of the texts first."""
    audiences: tuple[Audience, ...] = (Audience("participants", "Participants"),)
    days: int = 1
    country: str = "xx"
    """Two letters; `xx` stands for none in particular."""
    site_url: str = ""
    repo_url: str = ""
    evaluation: bool = False
    """Whether an evaluation form goes with the programme, at its end."""


def audiences_of(names: Sequence[str]) -> tuple[Audience, ...]:
    """Audiences of what somebody wrote: `Shop staff`, or `shop=Shop staff` with an id. Raises WrongUse for one that is doubled."""
    found = []
    for number, wish in enumerate(names, start=1):
        id_, given, name = wish.partition("=")
        if not given:
            # Ids have Latin letters alone; a name in other letters gets a number.
            id_, name = re.sub(r"[^a-z0-9]+", "-", wish.lower()).strip("-") or f"audience-{number}", wish
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_.strip()) or not name.strip():
            raise WrongUse(f"`{wish}` is no audience. Write a name, or ID=NAME: --audience shop-staff='Shop staff'.")
        found.append(Audience(id_.strip(), name.strip()))
    if len({one.id for one in found}) < len(found):
        raise WrongUse("two audiences have the same id. Write ID=NAME for each: --audience day-shift='Day shift'.")
    return tuple(found)


def must_be_possible(wishes: Wishes) -> None:
    """Raises WrongUse for what no manual can be."""
    for code in wishes.languages:
        if not re.fullmatch(r"[a-z]{2}", code):
            raise WrongUse(f"`{code}` is no language. Write two letters, that of your texts first: --languages en,ru.")
    if not wishes.languages or not wishes.audiences:
        raise WrongUse("a manual has at least one language and one audience.")
    if not 1 <= wishes.days <= len(PROGRAMMES):
        raise WrongUse(f"a workshop has 1 to {len(PROGRAMMES)} days; write longer programmes as several files.")
    if not re.fullmatch(r"[a-z]{2}", wishes.country):
        raise WrongUse(f"`{wishes.country}` is no country. Write its two letters: --country kz.")
    for name, url in (("site", wishes.site_url), ("repository", wishes.repo_url)):
        if url and not re.fullmatch(r"https?://[^\s\"'<>]+", url):
            raise WrongUse(f"`{url}` is no address of a {name}. It begins with https://.")


def values(wishes: Wishes, today: dt.date) -> dict[str, str]:
    """What stands in the skeletons in place of `<key>`."""
    languages, ids = wishes.languages, [one.id for one in wishes.audiences]
    programme = PROGRAMMES[wishes.days - 1]
    papers = PAPERS if wishes.evaluation else ""
    return {
        "manual-title": quoted(wishes.title),
        "manual-subtitle": quoted(wishes.subject),
        "language": languages[0],
        "more-languages": f"\nlanguages: [{', '.join(languages[1:])}]" if languages[1:] else "",
        "programme": programme,
        "programme-title": f"{programme.capitalize()} workshop",
        "audience": ids[0],
        "audience-ids": ", ".join(ids),
        "audiences": "\n".join(f"  - {{id: {one.id}, name: {quoted(one.name)}}}" for one in wishes.audiences),
        "variants": "\n".join(_VARIANT.format(id=id_, question=_question(n)) for n, id_ in enumerate(ids)),
        "variant-keys": "\n".join(_KEY.format(question=_question(number)) for number in range(len(ids))),
        "wrap-up-papers": papers if wishes.days == 1 else "",
        "more-days": "".join(
            _DAY.format(day=day, papers=papers if day == wishes.days else "") for day in range(2, wishes.days + 1)
        ),
        "country": wishes.country,
        "country-name": quoted(country_name(wishes.country)),
        "country-languages": ", ".join(languages),
        "site-url": quoted(wishes.site_url),
        "repository": _repository(wishes.repo_url),
        "tool-version": version("mkdocs-workshop"),
        "today": today.isoformat(),
        "next_year": (today + dt.timedelta(days=365)).isoformat(),
    }


PAPERS = "\n        instruments: [evaluation]"
_VARIANT = """\
  - audience: {id}
    text: |
      What this audience knows besides.
    questions:
      - {{id: {question}, text: What do you do first?}}"""
_KEY = """\
  - question: {question}
    text: What a good answer contains."""
_DAY = """
  - title: Day {day}
    start: "09:00"
    slots:
      - kind: opening
        id: opening-{day}
        title: What stayed from the day before
        minutes: 15
        steps:
          - Each table says one thing that it remembers.
      # Sessions stand here: - {{kind: session, id: MODULE, module: MODULE, minutes: 60}}
      - kind: wrap-up
        id: wrap-up-{day}
        title: Wrap-up
        minutes: 15{papers}
        steps:
          - Each one says one thing to take home."""


def _question(number: int) -> str:
    """The id of the question of a variant; the first needs no number."""
    return f"first-thing-{number + 1}" if number else "first-thing"


def country_name(code: str) -> str:
    """Its English name; a stand-in where the letters name none.

    `country_name("kg")` gives `"Kyrgyzstan"`; `country_name("zz")` gives `"Unknown Region"`.
    """
    return Locale("en").territories.get(code.upper(), "My country") if code != "xx" else "My country"


def repository_of(url: str) -> Repository:
    """Where the files of a repository are edited in the browser."""
    plain = url.rstrip("/").removesuffix(".git")
    return Repository(plain, "-/edit/main/docs/" if "gitlab" in plain else "edit/main/docs/")


def _repository(url: str) -> str:
    if not url:
        return "# repo_url: https://github.com/you/your-manual  (gives each page a link to its YAML file)\n"
    found = repository_of(url)
    return f"repo_url: {found.url}\nedit_uri: {found.edit}\n"


def quoted(text: str) -> str:
    """A text for YAML: as it is where that is safe, else in quotes.

    `quoted("First aid")` gives `"First aid"`; `quoted("Yes: no")` gives `'"Yes: no"'`.
    """
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9 .]*[A-Za-z0-9.]", text) and text.lower() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


_NOT_TEXT = frozenset({"yes", "no", "on", "off", "true", "false", "null"})


def filled(text: str, given: Mapping[str, str]) -> str:
    """A skeleton with values in the place of `<key>`. Values are not looked at again: a title may hold `<id>`."""
    return re.sub(r"<([a-z][a-z_-]*)>", lambda mark: given.get(mark[1], mark[0]), text)

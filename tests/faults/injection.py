"""Plants harmful texts in every text of a curriculum, builds the manual all the same, and looks at every page in Chromium.

`python -m tests.faults.injection` plants every vector in every field, some at a time; it takes half an hour.
`python -m tests.faults.injection 20 40` does the turns 21 to 40. The test `test_injection.py` plants all vectors in one build.
"""

import io
import logging
import math
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from lxml.etree import fromstring
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Dialog
from pydantic import TypeAdapter, ValidationError

from mkdocs_workshop.commands.new import start
from mkdocs_workshop.compile import make
from mkdocs_workshop.documents.emit.slide_page import slide_page
from mkdocs_workshop.documents.slides import module_deck
from mkdocs_workshop.edition import Edition
from mkdocs_workshop.forms.files import form_files
from mkdocs_workshop.ground.artifact import Artifact
from mkdocs_workshop.language.interface import catalogue
from mkdocs_workshop.packages.backup import backups
from mkdocs_workshop.packages.cartridge import cartridges
from mkdocs_workshop.packages.embed import embed_pages
from mkdocs_workshop.packages.question_files import question_files
from mkdocs_workshop.packages.scorm import scorm_packages
from mkdocs_workshop.plugin import WorkshopPlugin
from mkdocs_workshop.reading.curriculum import Curriculum, load
from mkdocs_workshop.reading.kinds import FILE_KINDS
from mkdocs_workshop.reading.texts import strings
from mkdocs_workshop.site.pages import Pages, make_pages
from tests.browser import chromium, served
from tests.conftest import CONFIG, ROOT, TODAY, edition_of
from tests.faults.vectors import BLOCKS, LINES

EXTRA = Path(__file__).parent / "extra"
"""Files of the kinds that a new curriculum does not begin with."""


AT_ONCE = 8
"""Vectors in a field in one build of the long run."""


class Spot(NamedTuple):
    """A text of a curriculum that may hold any letters."""

    file: str
    loc: tuple[str | int, ...]
    kind: str | None
    """`block` for several paragraphs, `line` for one, None for what is not read as prose."""
    field: str
    """The field of the model: `sources.references.title`."""


def curriculum(folder: Path) -> None:
    """A curriculum with every kind of file."""
    start(folder, "curriculum", "", today=TODAY)
    for path in sorted(path for path in EXTRA.rglob("*") if path.is_file()):
        target = folder / path.relative_to(EXTRA)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def spots(folder: Path) -> Iterator[Spot]:
    """Every text that the model lets be anything: found by trying."""
    models = {kind.name: TypeAdapter(kind.model) for kind in FILE_KINDS}
    whole, problems, _ = load(folder, folder.parent)
    assert whole is not None, problems
    for loaded in whole.files:
        for loc, text, kind in strings(loaded.model):
            data = yaml.safe_load(
                yaml.safe_dump(loaded.model.model_dump(mode="json", by_alias=True, exclude_none=True))
            )
            _put(data, loc, f"{text} \"'<x>")
            try:
                models[loaded.kind].validate_python(data)
            except ValidationError:
                continue
            field = ".".join([loaded.kind, *(part for part in loc if isinstance(part, str))])
            yield Spot(loaded.source.path, loc, kind, field)


Choose = Callable[[int, Spot], list[str]]
"""What is planted at a spot."""


def in_turn(turn: int, at_once: int = 1) -> Choose:
    """`at_once` vectors for each spot, others in each turn."""
    seen: dict[bool, dict[Spot, int]] = {True: {}, False: {}}

    def choose(_: int, spot: Spot) -> list[str]:
        several = spot.kind == "block"
        known = (*BLOCKS, *LINES) if several else LINES
        # There are few texts of several paragraphs, and they have room.
        more = at_once * 4 if several and at_once > 1 else at_once
        # Counted among their like, so that no vector is left out.
        index = seen[several].setdefault(spot, len(seen[several]))
        return [known[(turn + index * more + after) % len(known)] for after in range(more)]

    return choose


def plant(folder: Path, where: list[Spot], choose: Choose) -> set[tuple[str, str]]:
    """Writes vectors behind the text of each spot; returns which vector stands in which field."""
    planted = set()
    whole, problems, _ = load(folder, folder.parent)
    assert whole is not None, problems
    for loaded in whole.files:
        data = loaded.model.model_dump(mode="json", by_alias=True, exclude_none=True)
        for index, spot in enumerate(where):
            if spot.file == loaded.source.path:
                chosen = choose(index, spot)
                between = "\n\n" if spot.kind == "block" else " "
                _put(data, spot.loc, between.join([_got(data, spot.loc), *chosen]))
                planted |= {(spot.field, vector) for vector in chosen}
        (folder.parent / loaded.source.path).write_text(yaml.safe_dump(data, allow_unicode=True, width=1000), "utf-8")
    return planted


def _got(data: Any, loc: tuple[str | int, ...]) -> Any:
    for part in loc:
        data = data[part]
    return data


def _put(data: Any, loc: tuple[str | int, ...], text: str) -> None:
    _got(data, loc[:-1])[loc[-1]] = text


def build_all_the_same(root: Path) -> Path:
    """The site of a curriculum that the check refuses: the plugin is given what was made as if it had been good before."""
    whole, problems, complete = load(root / "curriculum", root)
    assert complete, problems
    assert whole is not None
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "about.md").write_text("# By hand\n\n" + "\n\n".join((*LINES, *BLOCKS)), "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.replace("strict: true\n", "") + "nav: [{About: about.md}]\n", "utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["workshop"]
    assert isinstance(plugin, WorkshopPlugin)
    plugin.last_good = _pages(whole)
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    build(config)
    site = root / "site"
    for archive in sorted(path for path in site.rglob("*") if path.suffix in {".zip", ".mbz", ".imscc"}):
        _unpack(archive, site / "unpacked" / archive.name)
    return site


def _pages(whole: Curriculum) -> Pages:
    """All pages, and the downloads that a browser shows. Paper is left out: it refuses most of these texts, and runs nothing."""
    edition = Edition(whole, catalogue(whole.manual.language), ROOT / ".cache" / "workshop", variants=frozenset())
    makers = (embed_pages, scorm_packages, backups, cartridges, question_files, form_files, _slides)
    made = [artifact for maker in makers for artifact in maker(edition)]
    bare = make(whole, TODAY, ROOT / ".cache" / "workshop", documents=False)
    again = make_pages(edition_of(whole), TODAY, made, "facilitator")
    kept = {artifact.path: artifact for artifact in (*bare.artifacts, *made, *again.artifacts)}
    return Pages([*kept.values()], again.nav, {})


def _slides(edition: Edition) -> Iterator[Artifact]:
    for parts in edition.curriculum.modules.values():
        deck = module_deck(edition, parts, notes=True)
        if deck:
            yield Artifact(
                f"downloads/slides/{parts.id}.html", slide_page(deck, edition.say, edition.cache), "facilitator"
            )


def _unpack(archive: Path, folder: Path) -> None:
    """Pages of a package, and one page with all HTML that stands in its XML."""
    inner = []
    for name, data in _members(archive):
        if name.endswith((".html", ".js", ".css", ".svg")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        elif name.endswith(".xml"):
            inner += [element.text for element in fromstring(data).iter() if element.text and not _is_plain(element)]
    if inner:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "inner.html").write_text("<!doctype html><title>Inside</title>" + "\n".join(inner), "utf-8")


def _is_plain(element: Any) -> bool:
    parent = element.getparent()
    # Moodle offers the right sides of a match in a list to choose from, as plain words.
    right_side = parent is not None and (parent.tag, element.tag) == ("match", "answertext")
    return right_side or _name(element) in NAMES


def _name(element: Any) -> str:
    parent = element.getparent()
    name = str(element.tag).rpartition("}")[2]
    # Words of a question bank stand in one more element.
    return (
        str(parent.tag).rpartition("}")[2] if name in {"text", "string", "langstring"} and parent is not None else name
    )


def _members(archive: Path) -> Iterator[tuple[str, bytes]]:
    data = archive.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(archive) as opened:
            yield from ((name, opened.read(name)) for name in opened.namelist() if not name.endswith("/"))
        return
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            file = packed.extractfile(member)
            if file:
                yield member.name, file.read()


NAMES = frozenset({"title", "name", "itemname", "fullname", "original_course_fullname", "category", "description"})
"""What stands in these elements is no HTML: platforms show it letter by letter."""
WATCH = "window.pwn = () => { window.top.__pwned = true }"
LOOK = """() => {
  const bad = window.__pwned ? ["a script ran"] : []
  const fine = /^(?:https?:|mailto:|blob:|(?![a-z][a-z0-9+.-]*:))/i
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) bad.push(`<${name} ${attribute}>`)
      if (/^(href|src|action|formaction|data|xlink:href|poster)$/.test(attribute)) {
        const address = value.replace(/[\\t\\r\\n]/g, "").replace(/^[\\u0000-\\u0020]+/, "")
        if (name === "image" && /^data:image\\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(address)) continue
        if (!fine.test(address) && !(name === "link" && address.startsWith("data:,"))) bad.push(`<${name} ${attribute}=${value}>`)
        if (/^(?:[a-z]+:)?\\/\\/[^/]*evil\\.invalid/i.test(address) && name !== "a") bad.push(`<${name} ${attribute}=${value}>`)
      }
      if (attribute === "style" && /url\\((?!["']?#)/.test(value)) bad.push(`<${name} style=${value}>`)
    }
    if (/^(iframe|object|embed|foreignobject|math|marquee|audio)$/i.test(name)) bad.push(`<${name}>`)
    if (name === "base" && element.hasAttribute("href")) bad.push("<base href>")
    if (name === "meta" && /refresh/i.test(element.httpEquiv)) bad.push("<meta refresh>")
    if (name === "script" && !/json/.test(element.type) && /pwn/.test(element.textContent)) bad.push("<script>")
    if (name === "style" && /pwn|evil/.test(element.textContent)) bad.push("<style>")
  }
  return bad
}"""


def pages_of(site: Path) -> dict[str, bytes]:
    """Every page of a site, by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


def _bare(site: Path) -> None:
    """Empties the style sheets of the theme and the fonts: nobody's text stands in them, and they take half of the time of a look."""
    for path in (*site.glob("assets/stylesheets/*.css"), *site.rglob("*.woff2")):
        path.write_bytes(b"")


def faults(site: Path, browser: Browser, seen: Mapping[str, bytes] = MappingProxyType({})) -> list[str]:
    """What runs, or could run, on any page of a site; also in the results of a search. Pages that were `seen` are passed over."""
    found: list[str] = []
    _bare(site)
    context = browser.new_context(service_workers="block")
    context.add_init_script(WATCH)
    with served(site) as address:
        page = context.new_page()
        page.on("dialog", lambda dialog: _opened(dialog, found))
        page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
        page.on("request", lambda asked: _foreign(asked.url, address, found))
        for path in (path for path, content in pages_of(site).items() if seen.get(path) != content):
            page.goto(f"{address}/{path}", wait_until="load")
            # The page of what is missing finds the root of the site by a base of its own.
            own = {"<base href>"} if path == "404.html" else set()
            found += [f"{path}: {fault}" for fault in page.evaluate(LOOK) if fault not in own]
        for words in ("pwn", "script", "onerror"):
            page.goto(f"{address}/index.html")
            page.keyboard.press("/")
            page.keyboard.type(words)
            page.locator(".md-search-result__item").first.wait_for()
            found += [f"search {words}: {fault}" for fault in page.evaluate(LOOK)]
    context.close()
    return found


def _opened(dialog: Dialog, found: list[str]) -> None:
    found.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


def _foreign(asked: str, address: str, found: list[str]) -> None:
    if not asked.startswith((address, "data:", "blob:", "about:")):
        found.append(f"asks {escape(asked)}")


def main() -> int:
    """Every vector in every kind of field; says what runs. The turns may be given: how many, or from which to which."""
    given = [int(argument) for argument in sys.argv[1:]]
    turns = given[-1] if given else math.ceil((len(LINES) + len(BLOCKS)) / AT_ONCE)
    first = given[0] if len(given) > 1 else 0
    wrong = []
    planted: set[tuple[str, str]] = set()
    with chromium() as browser:
        for turn in range(first, turns):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "curriculum"
                curriculum(folder)
                planted |= plant(folder, list(spots(folder)), in_turn(turn * AT_ONCE, AT_ONCE))
                here = [f"turn {turn + 1}: {fault}" for fault in faults(build_all_the_same(folder.parent), browser)]
            wrong += here
            told = f"turn {turn + 1} of {turns}: {len(planted)} pairs of field and vector, {len(wrong)} faults"
            print(told, *here, sep="\n  ", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

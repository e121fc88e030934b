"""Nothing in a text runs in a browser: what is refused early, and what is taken out when nobody refused it."""

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown
from mkdocs.structure.toc import AnchorLink
from playwright.sync_api import Browser

from mkdocs_workshop.checks import safe as rules
from mkdocs_workshop.compile import check
from mkdocs_workshop.documents.emit import html as emitter
from mkdocs_workshop.ground.sanitise import clean
from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.site.literal import literal, spelled_out
from mkdocs_workshop.site.pages import make_pages
from mkdocs_workshop.site.pages.heads import safe, safe_contents
from tests.conftest import TODAY, edition_of
from tests.faults import injection
from tests.faults.fields import free_fields
from tests.faults.vectors import BLOCKS, LINES


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> list[injection.Spot]:
    """Every text of the curriculum in which something can be planted."""
    folder = tmp_path_factory.mktemp("spots") / "curriculum"
    injection.curriculum(folder)
    return list(injection.spots(folder))


EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, where: list[injection.Spot]) -> Path:
    """A curriculum in which every field holds several vectors, and every vector stands in several fields."""
    folder = tmp_path_factory.mktemp("planted") / "curriculum"
    injection.curriculum(folder)
    planted = injection.plant(folder, where, injection.in_turn(0, at_once=3))
    assert {vector for _, vector in planted} == {*LINES, *BLOCKS}
    return folder


@pytest.fixture(scope="module")
def built(planted: Path) -> Path:
    """Its site."""
    return injection.build_all_the_same(planted.parent)


def test_no_text_of_any_field_runs_anywhere(built: Path, browser: Browser) -> None:
    assert injection.faults(built, browser) == []


def test_what_was_not_escaped_does_not_run_either(
    tmp_path: Path, browser: Browser, planted: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The allow-list holds alone, in lessons, pages to embed, slides and forms as well: here nothing of a text is escaped.

    Pages that are the same, to the byte, as in the test above were looked at there.
    """
    shutil.copytree(planted, tmp_path / "curriculum")
    monkeypatch.setattr(emitter, "words", lambda text: text)
    monkeypatch.setattr(emitter, "_link", lambda shown, address: f'<a href="{address}">{shown}</a>')
    site, seen = injection.build_all_the_same(tmp_path), injection.pages_of(built)
    changed = {path for path, content in injection.pages_of(site).items() if seen.get(path) != content}
    assert any("/embed/" in path for path in changed)
    assert any("/slides/" in path for path in changed)
    assert injection.faults(site, browser, seen) == []


def test_no_text_is_put_into_a_page_as_it_is(tmp_path: Path, where: list[injection.Spot]) -> None:
    """Titles, names and labels are shown letter by letter too, so that `<` stays `<` instead of vanishing in the allow-list."""
    folder = tmp_path / "curriculum"
    injection.curriculum(folder)
    injection.plant(folder, where, lambda index, _: [f"<ins>{index}</ins>"])
    whole, problems, _ = load(folder, tmp_path)
    assert whole is not None, problems
    raw = set()
    for page in make_pages(edition_of(whole), TODAY, [], "facilitator").artifacts:
        if page.path.endswith(".md"):
            body = str(page.content).split("\n---\n", 1)[1]
            raw |= {(page.path, where[int(index)].field) for index in re.findall(r"<ins>(\d+)</ins>", body)}
    assert raw == set()


def test_no_field_of_the_model_is_forgotten(where: list[injection.Spot]) -> None:
    """A new field must get a text in `tests/faults/extra`; else nothing harmful would be planted in it."""
    planted = {re.sub(r"^(glossary\.terms\.languages)\..*", r"\1.*", spot.field) for spot in where}
    names_of_files = {"curriculum.base.curriculum", "overrides.replace.file"}
    # What checks know of a language is printed in problems alone.
    known = {field for field in free_fields() if field.startswith(("language-table.", "language-words."))}
    # An override takes the place of another text before anything is made.
    assert free_fields() - planted == {*names_of_files, *known, "overrides.replace.text"}


def test_every_text_of_every_file_is_checked(tmp_path: Path, where: list[injection.Spot]) -> None:
    folder = tmp_path / "curriculum"
    injection.curriculum(folder)
    injection.plant(folder, where, lambda index, _: [f"<img src=x{index} onerror=pwn()>"])
    told = {problem.message for problem in check(folder, tmp_path, TODAY).problems if problem.code == "W601"}
    assert [
        spot for index, spot in enumerate(where) if f"raw HTML: `<img src=x{index} onerror=pwn()>`" not in told
    ] == []


def _could_run(html: str) -> bool:
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        for name, value in element.attrs.items():
            address = re.sub(r"[\t\r\n]", "", str(value)).strip().lower()
            if (
                name.startswith("on")
                or name in {"action", "formaction"}
                or address.startswith(("javascript:", "data:", "vbscript:", "//"))
            ):
                return True
        if element.name in {"script", "iframe", "object", "embed", "base", "meta", "link", "style"}:
            return True
    return False


@pytest.mark.parametrize("vector", [*LINES, *BLOCKS])
def test_what_could_run_is_refused_when_it_is_read(vector: str) -> None:
    looks = (rules.html_in, rules.attribute_lists_in, rules.targets_in)
    if _could_run(markdown(vector, extensions=EXTENSIONS)):
        assert [fault for look in looks for fault in look(rules.without_code(vector))]
    assert not _could_run(clean(markdown(vector, extensions=EXTENSIONS)))


@pytest.mark.parametrize(
    "text",
    [
        "Fewer than 5 < 6, and 7 > 3, and a <https://example.org/a_b?c=d#e>",
        "[words](https://example.org/a_(b)) and [mail](mailto:a@example.org) and [there](#below)",
        "### Title {#an-id}\n\n{fact:one} {field:Name = what} {lines:4}",
        "`<b>` and `{ .x }` and `[a](b)`",
        "As in [1], see also [2].",
    ],
)
def test_what_is_harmless_is_not_refused(text: str) -> None:
    looks = (rules.html_in, rules.attribute_lists_in, rules.targets_in)
    assert [fault for look in looks for fault in look(rules.without_code(text))] == []


def test_our_own_markup_passes_unchanged() -> None:
    own = (
        '<section class="ws-card" id="a" data-day="1" aria-label="b"><p tabindex="0" hidden="">x</p>'
        '<a href="../b/#c" class="d" download="">e</a><input type="checkbox" checked="" disabled=""></section>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t"><title id="t">T</title>'
        '<defs><pattern id="p" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"></pattern></defs>'
        '<rect x="1" rx="2" fill="url(#p)" stroke="var(--ws-navy, #17375E)"></rect>'
        '<image width="9" height="9" href="data:image/png;base64,AAAA"></image></svg>'
        '<video class="ws-film" controls="" preload="none" src="../../assets/films/a.mp4" aria-label="b"></video>'
    )
    assert clean(own) == own


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ("a<script>x()</script>b", "ab"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="//other.org/">a</a>', "<a>a</a>"),
        ('<img src="https://other.org/a.png" alt="a">', '<img alt="a">'),
        ('<svg><image href="data:image/svg+xml;base64,AA=="></image></svg>', "<svg><image></image></svg>"),
        ('<svg><image href="https://other.org/a.png"></image></svg>', "<svg><image></image></svg>"),
        ('<a href="data:image/png;base64,AA==">a</a>', "<a>a</a>"),
        ('<video src="https://other.org/a.mp4" autoplay onerror="x()"></video>', "<video></video>"),
        ('<i style="width: 3%">a</i>', '<i style="width: 3%">a</i>'),
        ('<i style="background:url(https://other.org)">a</i>', "<i>a</i>"),
        ('<i style="background:u\\72l(x)">a</i>', "<i>a</i>"),
        ('<svg><rect fill="url(https://other.org/#a)"></rect></svg>', "<svg><rect></rect></svg>"),
        ('<form action="https://other.org"><button type="submit" formaction="x">a</button></form>',
         '<form><button type="button">a</button></form>'),
        ("<iframe src=x>a</iframe>b", "b"),
    ],
)  # fmt: skip
def test_what_is_not_on_the_lists_is_taken_out(html: str, left: str) -> None:
    assert clean(html) == left


def test_signs_in_texts_stay_signs() -> None:
    text = "**w**{ .x } <b>c</b> `<i>` {#id}"
    shown = markdown(literal(text), extensions=["attr_list", "mkdocs_workshop.site.literal:Literal"])
    assert shown == "<p><strong>w</strong>{ .x } &lt;b&gt;c&lt;/b&gt; <code>&lt;i&gt;</code> {#id}</p>"
    assert spelled_out(literal("<b> { .x }")) == "&lt;b> \\{ .x }"


def test_titles_fit_between_quotes_and_can_be_escaped_again() -> None:
    title = safe('He said "stop" & <script>x</script> 3 < 5')
    assert str(title) == "He said &quot;stop&quot; &amp; script&gt;x/script&gt; 3 &lt; 5"
    assert title.__html__() == str(title)


def test_contents_can_not_break_out_of_their_links() -> None:
    heading = AnchorLink("<b>T</b> &lt;i", 'a"onfocus=x()', 2)
    heading.children.append(AnchorLink("<script>x()</script>", "b", 3))
    safe_contents([heading])
    assert (str(heading.title), heading.url) == ("T i", "#a%22onfocus=x()")
    assert str(heading.children[0].title) == "x()"

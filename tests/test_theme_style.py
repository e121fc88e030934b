"""A site holds of the style sheet of the theme what it shows, and nothing less."""

import re
from importlib import resources
from pathlib import Path

import pytest
import tinycss2
from jinja2 import DictLoader, Environment
from jinja2.exceptions import TemplateNotFound

from mkdocs_workshop.ground.fonts import ALPHABETS, TITLE_ALPHABETS
from mkdocs_workshop.site.theme_style import classes_of, template_words, theme_style, theme_words, words_of
from tests.conftest import build_site


def _lean(folder: Path, style: str, *words: str, others: str = "") -> str:
    return theme_style(folder, style, set(words), others)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".a{x:y} .b{x:y}", ".a{x:y}"),
        (".a, .b{x:y}", ".a{x:y}"),
        (".a .b, .a>.b:hover{x:y}", ""),
        ("p{x:y} [data-a]{x:y}", "p{x:y}[data-a]{x:y}"),
        (".a:not(.b){x:y} .a:is(.b, .c){x:y}", ".a:not(.b){x:y}.a:is(.b, .c){x:y}"),
        ("@media print{.b{x:y}}@media screen{.b{x:y}.a{x:y}}", "@media screen{.a{x:y}}"),
        ("@keyframes b{to{x:y}}", "@keyframes b{to{x:y}}"),
        ("@charset 'utf-8';/* why */.a{x:'}'}", '@charset "utf-8";.a{x:"}"}'),
    ],
)
def test_rules_for_classes_that_nothing_has_are_left_out(tmp_path: Path, style: str, left: str) -> None:
    assert _lean(tmp_path, style, "a") == left


def test_properties_that_nobody_asks_for_are_left_out(tmp_path: Path) -> None:
    style = ":root{--used:url(data:a;b);--unused:1;--by-others:2;--by-script:3;color:red !important}p{x:var( --used)}"
    lean = _lean(tmp_path, style, "--by-script", others="q{x:var(--by-others)}")
    assert lean == ":root{--used:url(data:a;b);--by-others:2;--by-script:3;color:red !important}p{x:var( --used)}"


def test_what_was_worked_out_is_asked_anew_when_a_class_comes(tmp_path: Path) -> None:
    style = ".a{x:y}.b{x:y}"
    assert _lean(tmp_path, style, "a") == ".a{x:y}"
    assert _lean(tmp_path, style, "a", "c") == ".a{x:y}"
    assert len(list(tmp_path.glob("*.css"))) == 1
    assert _lean(tmp_path, style, "a", "b") == style


def test_words() -> None:
    assert classes_of("""<p class="a b"><i class=c>e</i><b class='d'>""") == {"a", "b", "c", "d"}
    assert words_of("x='md-top';e('--up')") == {"x", "md-top", "e", "--up"}
    script = 'find(".keys");h("a",{class:"hll b"});x.classList.add("js");x.className="on off";y(".md-top","--up")'
    assert theme_words(script) == {"hll", "b", "js", "on", "off", "add", "md-top", "--up"}


def test_templates_that_are_taken_in_are_read() -> None:
    loader = DictLoader(
        {
            "a": '{% extends "b" %}{% include ".icons/x" %}',
            "b": '<p class="one">{% include "c" ignore missing %}',
            "c": '{% set x = "md-two" %}{% include "a" %} three',
        }
    )
    assert template_words(Environment(loader=loader, autoescape=True), ["a"]) == {"one", "md-two"}
    with pytest.raises(TemplateNotFound):
        template_words(Environment(loader=loader, autoescape=True), ["d"])


def test_titles_have_the_same_letters_in_other_parts() -> None:
    def letters(parts: dict[str, str]) -> list[int]:
        spans = [part.replace("U+", "").split("-") for part in ",".join(parts.values()).split(",")]
        return sorted(letter for span in spans for letter in range(int(span[0], 16), int(span[-1], 16) + 1))

    # A letter that stands in two files would be loaded twice; the bracket between the letters stands with them.
    assert letters(TITLE_ALPHABETS) == letters(ALPHABETS)


def _rules(style: str) -> set[str]:
    """Every selector of a style sheet, those for screens and paper as well."""
    found: set[str] = set()
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            found |= set(re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude).strip()))
        elif rule.content is not None and rule.lower_at_keyword in {"media", "supports"}:
            found |= _rules(tinycss2.serialize(rule.content))
    return found


def test_every_rule_for_what_is_in_a_page_is_there(site: Path) -> None:
    """Looked at from behind: the classes of finished pages, frame and all."""
    theirs = next((Path(str(resources.files("material"))) / "templates/assets/stylesheets").glob("main.*.min.css"))
    whole, lean = _rules(theirs.read_text("utf-8")), _rules((site / "assets/workshop/theme.css").read_text("utf-8"))
    pages = [path for path in site.rglob("*.html") if "downloads" not in path.relative_to(site).parts]
    have = set().union(*(classes_of(path.read_text("utf-8")) for path in pages))
    # What scripts put into a page: the results of a search above all.
    scripts = [path.read_text("utf-8") for path in (site / "assets").rglob("*.js")]
    have |= {
        name for code in scripts for names in re.findall(r'\bclass[:=]\\?"([\w -]+)', code) for name in names.split()
    }
    assert "md-search-result__link" in have
    lost = [
        selector
        for selector in whole - lean
        if set(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r":(?:not|is)\([^)]*\)", "", selector))) <= have
    ]
    assert lost == []
    assert len(lean) < 0.8 * len(whole)
    assert not list((site / "assets" / "stylesheets").glob("main.*"))
    assert all("stylesheets/main." not in path.read_text("utf-8") for path in pages)


@pytest.mark.parametrize("more", ["extra_javascript: [https://example.org/x.js]", "hooks: [hook.py]"])
def test_where_others_have_a_hand_in_pages_the_sheet_stays_whole(project: Path, more: str) -> None:
    (project / "hook.py").write_text("")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + more + "\n", "utf-8")
    done = build_site(project, options={"documents": False})
    assert done.returncode == 0, done.stderr
    assert len(list((project / "site" / "assets" / "stylesheets").glob("main.*.min.css"))) == 1
    assert not (project / "site" / "assets" / "workshop" / "theme.css").exists()

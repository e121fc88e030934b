"""The pages of what is installed, and under which licence: `python -m tests.licences docs/about` writes them.

It goes by the locked lists in `requirements/`; what a package says of itself is asked of its metadata.
"""

import re
import sys
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path
from typing import cast

from mkdocs_workshop.reading.translation.pages import with_sums

ROOT = Path(__file__).parent.parent
BUILD, TESTS = ROOT / "requirements" / "build.txt", ROOT / "requirements" / "dev.txt"
ROW = re.compile(r"^\| \[([^\]]+)\]", re.MULTILINE)
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "head": """\
# Software that is used

The manual is built, and the software tested, with these packages of other people. Nothing of them is in the repository. The built
site holds the theme (Material for MkDocs, MIT) and its search, and letters of the fonts. Whoever passes on a changed package must
keep to its licence; the texts of a manual are not touched by any of them.

`requirements/build.txt` and `requirements/dev.txt` name the exact versions that were tested, with the hashes of their files. This page
is written by `python -m tests.licences docs/about`, from what each package says of itself.
""",
        "build": "To build the manual",
        "tests": "To test the software, besides",
        "columns": "| Package | Licence |",
        "not said": "not said",
    },
    "ru": {
        "head": """\
# Какие программы здесь работают

Руководство собрано и программа проверена с помощью этих чужих пакетов. В репозитории нет ни одного из них. В собранном сайте есть тема
оформления (Material for MkDocs, лицензия MIT) с её поиском и буквы шрифтов. Кто передаёт другим изменённый пакет, обязан соблюдать его
лицензию; текстов руководства эти лицензии не касаются.

В файлах `requirements/build.txt` и `requirements/dev.txt` названы точные версии, с которыми всё проверено, и хеши их файлов. Эту
страницу пишет команда `python -m tests.licences docs/about`: она берёт то, что каждый пакет сообщает о себе.
""",
        "build": "Чтобы собрать руководство",
        "tests": "Чтобы проверить программу, кроме того",
        "columns": "| Пакет | Лицензия |",
        "not said": "не указана",
    },
    "kk": {
        "head": """\
# Мұнда қандай бағдарламалар жұмыс істейді

Құрал басқа адамдардың мына пакеттерімен құрастырылды, бағдарлама да солармен тексерілді. Репозиторийде олардың бірде-бірі жоқ. Дайын
сайтта безендіру (Material for MkDocs, MIT лицензиясы), оның іздеуі және қаріптердің әріптері бар. Өзгертілген пакетті біреуге берген адам
оның лицензиясын сақтауға міндетті; құралдың мәтіндеріне бұл лицензиялар қатысты емес.

`requirements/build.txt` пен `requirements/dev.txt` файлдарында тексерілген нақты нұсқалар мен олардың файлдарының хештері тұр. Бұл бетті
`python -m tests.licences docs/about` пәрмені жазады: ол әр пакеттің өзі туралы айтқанын алады.
""",
        "build": "Құралды құрастыру үшін",
        "tests": "Бағдарламаны тексеру үшін, бұған қоса",
        "columns": "| Пакет | Лицензия |",
        "not said": "айтылмаған",
    },
}


def pinned(path: Path) -> dict[str, str]:
    """Names, as package registries compare them, and versions in a locked list; the newest where several stand there."""
    return {plain_name(name): version for name, version in _PINNED.findall(path.read_text("utf-8"))}


def plain_name(name: str) -> str:
    """`Jinja2` and `jinja2`, `a_b` and `a-b` are the same package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(name: str) -> str:
    """What a package says: an expression, else what its classifiers say, else its first line, else nothing. Raises PackageNotFoundError."""
    # The type of the library knows fewer methods than a message has.
    said = cast("Message", distribution(name).metadata)
    if said["License-Expression"]:
        return str(said["License-Expression"])
    classifiers = [str(line) for line in said.get_all("Classifier", []) if str(line).startswith("License :: ")]
    if classifiers:
        return ", ".join(line.rpartition(" :: ")[2] for line in classifiers)
    first = str(said["License"] or "").strip().splitlines()
    return first[0][:80] if first else ""


def page(language: str) -> str:
    """The page in `en`, `ru` or `kk`. Raises PackageNotFoundError where a package is not installed."""
    words = _WORDS[language]
    build, tests = pinned(BUILD), pinned(TESTS)
    return "\n".join(
        [
            words["head"],
            f"## {words['build']} {{ #build }}\n",
            *_rows(build, words),
            f"\n## {words['tests']} {{ #tests }}\n",
            *_rows({name: version for name, version in tests.items() if name not in build}, words),
            "",
        ]
    )


def _rows(packages: dict[str, str], words: dict[str, str]) -> list[str]:
    return [
        words["columns"],
        "|---|---|",
        *(
            f"| [{name}](https://pypi.org/project/{name}/) | {licence_of(name).replace('|', '/') or words['not said']} |"
            for name in sorted(packages)
        ),
    ]


def write(folder: Path) -> None:
    """Writes `software.md`, and the same page in the other languages with sums of the English one."""
    english = page("en")
    (folder / "software.md").write_text(english, "utf-8")
    for language in sorted(_WORDS.keys() - {"en"}):
        (folder / f"software.{language}.md").write_text(with_sums(page(language), english), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))

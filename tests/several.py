"""A small manual in three languages, for tests of what a reader of a translation gets."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_workshop.reading.curriculum import load
from mkdocs_workshop.reading.translation.messages import by_po
from mkdocs_workshop.reading.translation.po import as_text, read_catalog
from mkdocs_workshop.reading.translation.update import updated
from tests.conftest import CONFIG, once, store, workshop

LANGUAGES = ("en", "ru", "kk")
ADDRESS = "https://example.org/manual/"
MORE = ", translations: {ru: {Who we are: Кто мы}}"
SAID: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "curriculum: title": "Моё руководство",
        "module first-module: title": "Первый модуль",
        "handout first-module first-module-card: title": "Моя карточка",
    },
    "kk": {
        "curriculum: title": "Менің құралым",
        "module first-module: title": "Бірінші модуль",
        "handout first-module first-module-card: title": "Өзіңізбен алып жүретін карточка",
    },
}
"""What is translated; everything else stands in English."""
WORDS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "шприц": "шприцами", "полиция": "полицией", "налоксон": "налоксона", "передозировка": "передозировки",
        "перчатка": "перчаток", "ребёнок": "ребенка", "лечение": "лечении", "адрес": "адресов", "закон": "законами",
        "доверие": "доверием", "укол": "уколов", "карточка": "карточек", "тюрьма": "тюрьмах", "анализ": "анализов",
        "игла": "иглой", "центр": "центрами", "учёт": "учетом", "согласие": "согласия", "отчет": "отчётом", "право": "правами",
    },
    "kk": {
        "ине": "инелерді", "шприц": "шприцтерден", "қызметкер": "қызметкерлерінің", "полиция": "полицияның",
        "бармақ": "бармағына", "адам": "адамдардың", "инфекция": "инфекциясынан", "орталық": "орталықтағы", "халық": "халқының",
        "орын": "орнында", "гепатит": "гепатитке", "вакцина": "вакцинаны", "сағат": "сағатқа", "дәптер": "дәптеріңізде",
        "құқық": "құқығы", "қан": "қанмен", "кітап": "кітабы", "налоксон": "налоксонды", "жара": "жараға", "АИТВ": "АИТВ-мен",
    },
}  # fmt: skip
"""A word as a page has it, and a form of it as somebody may type it."""


def project(root: Path, source: Path, more: str = "") -> Path:
    """Writes a project with the small curriculum and its translations; `more` goes to the options of the plugin."""
    curriculum = root / "curriculum"
    shutil.copytree(source, curriculum)
    manual = curriculum / "curriculum.yml"
    manual.write_text(
        manual.read_text("utf-8").replace("language: en\n", "language: en\nlanguages: [ru, kk]\n"), "utf-8"
    )
    whole, _, complete = load(curriculum, root)
    assert whole is not None
    assert complete
    for language, said in SAID.items():
        for name, messages in by_po(whole.files).items():
            catalog = updated(read_catalog(root / "none.po", name)[0], messages, language)
            for message in catalog:
                message.string = said.get(message.context or "", "") if message.id else message.string
            path = curriculum / "locales" / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_text(catalog))
    docs = root / "docs"
    docs.mkdir()
    (docs / "about.md").write_text("# About us\n\nWritten by hand.\n", "utf-8")
    (docs / "about.ru.md").write_text(
        '---\ntranslated_from:\n  top: "00000000"\n---\n\n# О нас\n\nНаписано от руки.\n', "utf-8"
    )
    for index in range(20):
        (docs / f"word-{index}.md").write_text(f"# Word {index}\n\nNothing else.\n", "utf-8")
        for language, words in WORDS.items():
            word = list(words)[index]
            (docs / f"word-{index}.{language}.md").write_text(f"# {index}\n\n«{word}», 5.\n", "utf-8")
    pages = ", ".join(f"word-{index}.md" for index in range(20))
    (root / "mkdocs.yml").write_text(
        f"site_url: {ADDRESS}\n"
        + CONFIG.replace(
            "plugins: [search, workshop]", f"plugins:\n  - search\n  - workshop: {{documents: false{more}}}"
        )
        + f"nav:\n  - Who we are: [about.md]\n  - Words: [{pages}]\n",
        "utf-8",
    )
    (root / ".cache").symlink_to(store("several"))
    return root


def built(factory: pytest.TempPathFactory, worker_id: str, source: Path) -> Path:
    """The site of that project, in all languages, with a translated entry in the navigation; built once for all workers."""

    def make(root: Path) -> None:
        project(root, source, MORE)
        done = workshop(root, "build")
        assert done.returncode == 0, done.stderr

    return once(factory, worker_id, "several", make) / "site"

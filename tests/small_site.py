"""A small site for tests of pages that scripts work in: the example curriculum, with documents left out, built in seconds."""

import shutil
from pathlib import Path

from tests.conftest import CONFIG, build_site, store

MODULE = "modules/first-module/module.yml"
PROGRAMME = "programmes/one-day.yml"

PALETTE = ", ".join(
    f'{{media: "(prefers-color-scheme: {light})", scheme: {scheme}, primary: white}}'
    for light, scheme in (("light", "default"), ("dark", "slate"))
)
"""Both schemes, as in the shipped manual."""


def built(source: Path, root: Path, changes: dict[str, dict[str, str]]) -> Path:
    """Builds the curriculum in `source` with words changed in its files; gives the folder of the site."""
    folder = root / "curriculum"
    shutil.copytree(source, folder)
    for path, words in changes.items():
        file = folder / path
        text = file.read_text("utf-8")
        for old, new in words.items():
            assert old in text, f"{old!r} is not in {path}"
            text = text.replace(old, new, 1)
        file.write_text(text, "utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About us\n\nWritten by hand.\n")
    config = CONFIG.replace("font: false,", f"font: false, palette: [{PALETTE}],")
    (root / "mkdocs.yml").write_text(config + "nav: [{About: about.md}]\n")
    (root / ".cache").symlink_to(store("small"))
    done = build_site(root, options={"documents": False})
    assert done.returncode == 0, done.stderr
    return root / "site"

"""The shipped manual in all its languages with everything that can be downloaded: how much it weighs, and what a language and a message cost.

It takes many minutes: `python -m tests.bench --whole` asks for it alone.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

MESSAGE = ("Заполняют во время звонка.", "Заполняют прямо во время звонка.")
"""Words of one handout in Russian, and what a translator makes of them."""
FILE = "curriculum/locales/ru/modules/referral-schemes.po"


Line = tuple[str, float, float, str, str]
"""What was measured: its name, how much, at most how much, in what, and more about it."""


def whole_manual(project: Path, run: Callable[[list[str], Path], float]) -> Iterator[Line]:
    """Builds a copy of the manual: all languages with nothing kept, again with a message changed, one language with nothing kept.

    `run` says how many processor seconds a command takes in a folder. Raises ValueError where the message is not there.
    """
    kept, site = project / ".cache", project / "site"
    command = [sys.executable, "-m", "mkdocs_workshop", "build"]
    shutil.rmtree(kept, ignore_errors=True)
    three = run(command, project)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    yield "site in three languages, all downloads", sum(sizes) / 1e6, 400, "MB", f"{len(sizes)} files"
    _change(project / FILE)
    message = run(command, project)
    yield (
        "workshop build, one message changed : cold",
        message / three,
        0.08,
        "times",
        f"{message:.0f} s : {three:.0f} s",
    )
    shutil.rmtree(kept)
    one = run([*command, "--language", "en"], project)
    yield "workshop build, three languages : one, cold", three / one, 2.2, "times", f"{three:.0f} s : {one:.0f} s"


def _change(path: Path) -> None:
    text = path.read_text("utf-8")
    if MESSAGE[0] not in text:
        raise ValueError(f"{path} has no message with {MESSAGE[0]!r}")
    path.write_text(text.replace(*MESSAGE, 1), "utf-8")

"""Commands of Python that do not pay for their imports: a process that has loaded MkDocs and our code divides itself for each of them.

What runs is what `python -m MODULE` runs, in a process of its own, with its own folder, environment, output and exit code. Only what
was imported is there already, and the order of sets is the same for all of them: whoever looks for that order, or for what a bare
interpreter does, starts one with `subprocess`.
"""

import atexit
import functools
import gc
import importlib
import json
import os
import re
import runpy
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FLAGS = ("-W", "error::DeprecationWarning:mkdocs_workshop")
"""Of the interpreter; what is out of date in our code stops a build."""
LOADED = (
    "mkdocs.commands.build", "mkdocs.livereload", "material.plugins.search.plugin", "material.templates", "colorama", "babel.dates",
    *(f"markdown.extensions.{name}" for name in ("abbr", "admonition", "attr_list", "md_in_html", "tables", "toc")),
    "pymdownx.tasklist", "fontpkg_onest", "fontpkg_source_sans_3", "lxml.html", "nh3", "typst", "docx", "pptx", "PIL.Image",
    "mkdocs_workshop.plugin", "mkdocs_workshop.documents.document_files", "mkdocs_workshop.documents.emit.typst_document",
    "mkdocs_workshop.documents.cards", "mkdocs_workshop.site.accessible", "mkdocs_workshop.site.searchable",
    "mkdocs_workshop.commands.build",
)  # fmt: skip
"""What a build imports sooner or later."""
FRAME = re.compile(
    r"(theme/)?((base|main|404|sitemap)\.(html|xml)|partials/((javascripts|languages)/)?(?!post|languages/(?!en\.))[\w-]+\.html)|assets/workshop/\w+\.js"
)
"""The templates around a page, those of the theme as well."""
LARGEST = 1 << 16
"""Bytes that are read at once."""


def ran(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What `python -m COMMAND` did in a folder: `ran(["mkdocs", "build"], project, {"PATH": "/bin"}).returncode`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        order = json.dumps([list(command), str(folder), dict(environment)]).encode() + b"\n"
        talk = _warm()
        socket.send_fds(talk, [order], [out.fileno(), err.fileno()])
        status = talk.recv(LARGEST)
        assert status, "the process that divides itself has ended"
        said = [_text(file) for file in (out, err)]
    return subprocess.CompletedProcess([*command], int(status), *said)


def _text(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode().replace("\r\n", "\n"))


@functools.cache
def _warm() -> socket.socket:
    """Starts the process; it ends with this one."""
    ours, its = socket.socketpair()
    command = [sys.executable, *FLAGS, "-m", "tests.warm", str(its.fileno())]
    environment = {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    its.close()

    def end() -> None:
        ours.close()
        process.wait()

    atexit.register(end)
    return ours


def _serve(talk: socket.socket) -> tuple[list[str], str, dict[str, str]] | None:
    """Divides itself for each order and says how it ended. The new process gets its order from here; the old one None at the end."""
    while True:
        asked, files, *_ = socket.recv_fds(talk, LARGEST, 2)
        while asked and not asked.endswith(b"\n"):
            asked += talk.recv(LARGEST)
        if not asked:
            return None
        child = os.fork()
        if child == 0:
            talk.close()
            for number, file in enumerate(files, 1):
                os.dup2(file, number)
                os.close(file)
            command, folder, environment = json.loads(asked)
            return command, folder, environment
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        talk.send(str(os.waitstatus_to_exitcode(status)).encode())


def _compile() -> None:
    """Compiles the templates of pages and of their frame, as the first build of a process does."""
    from mkdocs.theme import Theme

    from mkdocs_workshop.site.pages.frame import compiled, frame_loader
    from mkdocs_workshop.site.pages.render import environment

    pages, frame = environment(), Theme(name="material").get_env()
    assert frame.loader is not None
    frame.loader, frame.bytecode_cache = frame_loader(frame.loader, None), compiled()
    for name in pages.list_templates():
        pages.get_template(name)
    for name in filter(FRAME.fullmatch, frame.list_templates()):
        frame.get_template(name)


def main() -> None:
    """Loads, and waits for orders."""
    for name in LOADED:
        importlib.import_module(name)
    _compile()
    # A copy of a process has none of its threads.
    assert threading.active_count() == 1
    gc.collect()
    gc.freeze()
    order = _serve(socket.socket(fileno=int(sys.argv[1])))
    if order is not None:
        (module, *arguments), folder, environment = order
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.path[0] = folder
        sys.argv[1:] = arguments
        runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

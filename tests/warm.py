"""Commands of Python that do not pay for their imports: a process that has loaded MkDocs and our code divides itself for each of them.

What runs is what `python -m MODULE` runs, in a process of its own, with its own folder, environment, output and exit code. Only what
was imported is there already, and the order of sets is the same for all of them: whoever looks for that order, or for what a bare
interpreter does, starts one (`started`).

`workshop build` starts MkDocs as a program of its own. Where it runs in a divided process, what it takes for Python is `warm_client`,
by which another one divides itself for that program.
"""

import atexit
import functools
import gc
import importlib
import json
import os
import re
import runpy
import select
import shutil
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


def started(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What `python -m COMMAND` did in a folder, in an interpreter that was started for it."""
    return subprocess.run(
        [sys.executable, *FLAGS, "-m", *command],
        cwd=folder,
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def ran(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """What `python -m COMMAND` did in a folder: `ran(["mkdocs", "build"], project, {"PATH": "/bin"}).returncode`."""
    if not hasattr(os, "fork"):
        return started(command, folder, environment)
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
    folder = tempfile.mkdtemp()
    command = [sys.executable, *FLAGS, "-m", "tests.warm", str(its.fileno()), folder]
    environment = {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    its.close()

    def end() -> None:
        ours.close()
        process.wait()
        shutil.rmtree(folder)

    atexit.register(end)
    return ours


Order = tuple[list[str], str, dict[str, str]]
"""A module with its arguments, a folder, an environment."""


def _serve(talk: socket.socket) -> Order | None:
    """Divides itself for each order and says how it ended. The new process gets its order from here; the old one None at the end."""
    while True:
        asked, files, *_ = socket.recv_fds(talk, LARGEST, 3)
        while asked and not asked.endswith(b"\n"):
            asked += talk.recv(LARGEST)
        if not asked:
            return None
        child = os.fork()
        if child == 0:
            talk.close()
            # Two are for what it says; with three, the first is what it reads.
            for number, file in enumerate(files, 3 - len(files)):
                os.dup2(file, number)
                os.close(file)
            command, folder, environment = json.loads(asked)
            return command, folder, environment
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        talk.send(str(os.waitstatus_to_exitcode(status)).encode())


def _serve_clients(listener: socket.socket, end: int) -> Order | None:
    """The same for each client that comes, until the other end of `end` is closed."""
    while True:
        ready, _, _ = select.select([listener.fileno(), end], [], [])
        if listener.fileno() not in ready:
            return None
        talk, _ = listener.accept()
        order = _serve(talk)
        if order is not None:
            listener.close()
            os.close(end)
            return order
        talk.close()


def _python(folder: Path) -> Path:
    """Writes what stands in the place of Python for commands that start others."""
    path = folder / "python"
    (folder / "real").symlink_to(sys.executable)
    path.write_text(f"#!{folder}/real -IS\n{Path(__file__).with_name('warm_client.py').read_text('utf-8')}", "utf-8")
    path.chmod(0o700)
    return path


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
    talk, folder = socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2])
    python = _python(folder)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "socket"))
    listener.listen()
    end, alive = os.pipe()
    helper = os.fork()
    if helper == 0:
        talk.close()
        os.close(alive)
        order = _serve_clients(listener, end)
    else:
        listener.close()
        os.close(end)
        order = _serve(talk)
        os.close(alive)
        if order is None:
            os.waitpid(helper, 0)
        else:
            sys.executable = str(python)
    if order is not None:
        _run(*order)


def _run(command: Sequence[str], folder: str, environment: Mapping[str, str]) -> None:
    module, *arguments = command
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[0] = folder
    sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

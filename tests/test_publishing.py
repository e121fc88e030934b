"""Where a build writes: never over sources, one at a time, and whole or not at all."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_workshop.__main__ import main
from mkdocs_workshop.publishing import output as output_module
from mkdocs_workshop.publishing import swap as swap_module
from mkdocs_workshop.publishing.marker import MARKER, Marker, marker_text, parse_marker, read_marker
from mkdocs_workshop.publishing.output import NotWritten, not_written, output
from mkdocs_workshop.publishing.place import Refused, judge
from mkdocs_workshop.publishing.swap import content, lock_of, new_folder, put_right, room
from tests.conftest import BUILD_ENVIRONMENT, build_site
from tests.warm import ran

Say = pytest.CaptureFixture[str]
Tree = dict[str, bytes]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without content, entered; home is another folder."""
    root = tmp_path / "work" / "project"
    for name in ("curriculum/modules", "docs", "plugins", "tests", ".git", "written/pages", "frame"):
        (root / name).mkdir(parents=True)
        (root / name / "mine.txt").write_text("mine")
    (root / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: !ENV [NAME, A]\ntheme: {custom_dir: frame}\n")
    (root / "base.yml").write_text("docs_dir: written\n")
    (tmp_path / "home" / "site").mkdir(parents=True)
    (tmp_path / "home" / "site" / "letter.txt").write_text("mine")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(root)
    return root


def _tree(folder: Path) -> Tree:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _left_over(folder: Path) -> list[str]:
    """Names of what a build makes for itself alone."""
    return [path.name for path in folder.rglob(".*.workshop-*")]


def _site(folder: Path, words: str, role: str = "facilitator") -> Path:
    """A folder as a build leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_text(words)
    (folder / MARKER).write_text(marker_text(Marker("1.0", "participant" if role == "participant" else "facilitator")))
    return folder


def _fill(target: Path, words: str = "new") -> None:
    with output(target, Path.cwd(), Path("curriculum")) as out:
        _site(out.new, words)
        out.put_in_place()


SOURCES = [
    ".", "..", "../..", "/", "~", "~/..", "curriculum", "curriculum/modules", "curriculum/new", "docs", "docs/new", "plugins",
    "plugins/x", "tests", "tests/x", ".git", ".git/x", "written", "written/pages", "frame/x", "./docs/../curriculum", "link",
    "link/site", "mkdocs.yml", "~/site",
]  # fmt: skip


@pytest.mark.parametrize("way", ["--site", "--markdown", "--out"])
@pytest.mark.parametrize("target", SOURCES)
def test_sources_are_refused_and_nothing_is_touched(here: Path, target: str, way: str, capsys: Say) -> None:
    (here / "link").symlink_to(here / "docs")
    before = _tree(here.parent.parent)
    path = str(Path(target).expanduser()) if target.startswith("~") else target
    more = ["--offline"] if way == "--out" else []
    assert main(["build", way, path, *more]) == 2
    assert _tree(here.parent.parent) == before
    assert _left_over(here.parent.parent) == []
    assert capsys.readouterr().err.startswith(f"workshop: {Path(path)} ")


@pytest.mark.parametrize("target", SOURCES)
def test_sources_are_refused_in_words(here: Path, target: str) -> None:
    (here / "link").symlink_to(here / "docs")
    with pytest.raises(Refused, match="Name "), output(Path(target).expanduser(), here, Path("curriculum")):
        raise AssertionError("it was opened")


@pytest.mark.parametrize("target", ["site", "out/site", "../site", "docs-site", "curriculum2"])
def test_a_folder_that_is_no_source_is_made(here: Path, target: str) -> None:
    _fill(Path(target))
    assert (here / target / "pages" / "index.html").read_text() == "new"
    assert _left_over(here.parent) == []


def test_a_link_that_leads_to_itself_is_refused(here: Path) -> None:
    (here / "site").symlink_to("site")
    with pytest.raises((Refused, NotWritten), match=r"leads to itself|can not be written"):
        _fill(Path("site"))


def test_a_name_that_no_disk_takes_is_refused(here: Path, capsys: Say) -> None:
    assert main(["build", "--site", "x" * 5000]) == 2
    assert "can not be read or made" in capsys.readouterr().err


@pytest.mark.parametrize(
    "more",
    [["--out", "x.zip"], ["--offline", "--site", "x"], ["--markdown", "x", "--site", "y"], ["--markdown", "x", "--offline"],
     ["--markdown", "x", "--language", "ru", "--language", "kk"], ["--markdown", "x", "--country", "xx", "--country", "yy"],
     ["--offline", "--country", "xx", "--country", "yy"]],
)  # fmt: skip
def test_arguments_that_would_be_passed_over_are_refused(here: Path, more: list[str], capsys: Say) -> None:
    assert main(["build", *more]) == 2
    assert capsys.readouterr().err.startswith("workshop: --")


def test_a_site_in_docs_is_replaced_when_the_sources_lie_elsewhere(here: Path) -> None:
    shutil.rmtree(here / "docs")
    _fill(Path("docs"), "old")
    with pytest.raises(Refused, match="which holds sources"):
        _fill(Path("docs/sub")) if (here / "mkdocs.yml").write_text("docs_dir: docs") else None
    (here / "mkdocs.yml").write_text("docs_dir: written")
    _fill(Path("docs"), "new")
    assert (here / "docs" / "pages" / "index.html").read_text() == "new"


def test_an_empty_folder_is_filled(here: Path) -> None:
    Path("site").mkdir()
    _fill(Path("site"))
    assert read_marker(here / "site") == Marker("1.0", "facilitator")


def test_a_folder_that_is_not_ours_stays(here: Path) -> None:
    Path("site").mkdir()
    Path("site/index.html").write_text("somebody's")
    with pytest.raises(Refused, match=r"(?s)not empty.*delete it yourself"):
        _fill(Path("site"))
    assert _tree(here / "site") == {"index.html": b"somebody's"}


def test_a_site_with_git_in_it_stays(here: Path) -> None:
    _site(here / "site", "old")
    (here / "site" / ".git").write_text("gitdir: elsewhere")
    with pytest.raises(Refused, match="Git checkout"):
        _fill(Path("site"))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"made_by": "x", "role": "facilitator"}', '{"made_by": "mkdocs-workshop"}']
)
def test_what_is_no_mark(text: str) -> None:
    assert parse_marker(text) is None


def test_a_markdown_folder_must_be_empty(here: Path) -> None:
    _site(here / "plain", "by hand")
    with (
        pytest.raises(Refused, match="Name an empty folder"),
        output(Path("plain"), here, Path("curriculum"), replace=False),
    ):
        raise AssertionError("it was opened")


def test_through_a_link_the_link_stays(here: Path) -> None:
    _site(here.parent / "www", "old")
    Path("site").symlink_to(here.parent / "www")
    _fill(Path("site"))
    assert Path("site").is_symlink()
    assert (here.parent / "www" / "pages" / "index.html").read_text() == "new"


@pytest.fixture
def mounted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes a folder one that can not be renamed, as a mount point is; to mount takes rights that tests do not have."""

    def mount(folder: Path) -> None:
        true = Path.rename

        def rename(self: Path, target: Path) -> Path:
            assert folder not in {self, Path(target)}, "a mount point can not be renamed"
            return true(self, target)

        monkeypatch.setattr(Path, "is_mount", lambda self: self == folder)
        monkeypatch.setattr(Path, "rename", rename)

    return mount


def test_at_a_mount_point_the_content_changes(here: Path, mounted: Callable[[Path], None]) -> None:
    _site(here / "site", "old")
    (here / "site" / "gone.html").write_text("old")
    (here / "site" / "lost+found").mkdir()
    mounted(here / "site")
    _fill(Path("site"))
    assert _tree(here / "site") == {**_tree(here / "site"), "pages/index.html": b"new"}
    assert sorted(path.name for path in (here / "site").iterdir()) == [MARKER, "lost+found", "pages"]


@pytest.mark.parametrize("name", ["site", "my site"])
def test_a_folder_of_the_same_disk_can_be_mounted_too(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    place = _site(here / name, "old")
    listed = here / "mountinfo"
    shown = str(place).replace(" ", r"\040")
    listed.write_text(f"36 35 98:0 /elsewhere {shown} rw,noatime shared:1 - ext4 /dev/root rw\n")
    assert room(place) == here
    monkeypatch.setattr(swap_module, "_MOUNTS", listed)
    assert room(place) == place


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
@pytest.mark.parametrize("how", [["--bind", "elsewhere"], ["-t", "tmpfs", "tmpfs"]], ids=["bind", "tmpfs"])
def test_at_a_true_mount_point(here: Path, how: list[str]) -> None:
    (here / "elsewhere").mkdir()
    (here / "site").mkdir()
    if subprocess.run(["mount", *how, "site"], cwd=here, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        for words in ("old", "new"):
            _fill(here / "site", words)
        assert (here / "site" / "pages" / "index.html").read_text() == "new"
        assert sorted(path.name for path in (here / "site").iterdir()) == [MARKER, "pages"]
    finally:
        subprocess.run(["umount", "site"], cwd=here, check=True)


class _PowerCut(BaseException):
    """What no program can catch."""


@pytest.mark.parametrize("inside", [False, True])
def test_a_crash_at_any_rename_gives_the_old_or_the_new(
    here: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    """After each of the renames the power is cut; the next start has a whole site, and nothing lies about."""
    true, crashes = Path.rename, 0
    for cut in range(1, 30):
        shutil.rmtree(here / "site", ignore_errors=True)
        _site(here / "site", "old")
        (here / "site" / "only-old.html").write_text("old")
        old = _tree(here / "site")
        left = cut

        def rename(self: Path, target: Path) -> Path:
            nonlocal left
            left -= 1
            moved = true(self, target)
            if left == 0:
                raise _PowerCut
            return moved

        with monkeypatch.context() as patch:
            patch.setattr(Path, "is_mount", lambda self: inside and self == here / "site")
            patch.setattr(Path, "rename", rename)
            # What a finally would clear away, a power cut leaves.
            patch.setattr(output_module, "_forget", lambda _: None)
            try:
                _fill(Path("site"))
            except _PowerCut:
                crashes += 1
            patch.setattr(Path, "rename", true)
            put_right(here / "site")
            found = _tree(here / "site")
            assert found == old or (
                found.keys() == old.keys() - {"only-old.html"} and found["pages/index.html"] == b"new"
            )
            assert _left_over(here) == []
        if left > 0:
            break
    assert crashes == (7 if inside else 3)


def test_a_crash_in_the_recovery_itself(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = _site(here / "site", "old")
    place.rename(here / ".site.workshop-old-1")
    new_folder(place)
    assert put_right(place)
    assert (place / "pages" / "index.html").read_text() == "old"
    assert not put_right(place)
    assert _left_over(here) == []


def test_a_swap_that_fails_says_that_the_old_is_back(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(here / "site", "old")
    before = _tree(here / "site")
    true = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if ".workshop-new-" in self.name:
            raise OSError(28, "No space left on device", str(target))
        return true(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(NotWritten, match=r"No space left on device\. The old one is back in its place"):
        _fill(Path("site"))
    assert _tree(here / "site") == before


def test_when_it_can_not_be_put_back_it_says_so(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _site(here / "site", "old")
    true = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if Path(target) == here / "site":
            raise OSError(5, "Input/output error", str(target))
        return true(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(NotWritten, match="could not be put back yet; the next build will do it"):
            _fill(Path("site"))
    assert not (here / "site").exists()
    with output(Path("site"), here, Path("curriculum")):
        assert (here / "site" / "pages" / "index.html").read_text() == "old"


def test_a_second_build_is_told_who_is_at_work(here: Path) -> None:
    place = here / "site"
    code = (
        "import sys, time, pathlib; from mkdocs_workshop.publishing.lock import only_one\n"
        "with only_one(pathlib.Path(sys.argv[1]), pathlib.Path('site')): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(lock_of(place))], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Refused, match=rf"another build writes site: process {other.pid}, since \d{{4}}-\d\d-\d\d "):
            _fill(Path("site"))
        assert not place.exists()
        other.kill()
    # It died without a word; its lock is taken over.
    _fill(Path("site"))
    assert content(place)
    assert not lock_of(place).exists()


def test_a_lock_that_nobody_can_read_is_explained(here: Path) -> None:
    lock_of(here / "site").write_text("?")
    with pytest.raises(Refused, match=r"an unknown process.*delete .*\.site\.workshop-lock"):
        _fill(Path("site"))


def test_the_lock_of_a_process_that_died_before_it_wrote_its_number_is_taken_over(here: Path) -> None:
    lock_of(here / "site").touch()
    _fill(Path("site"))
    assert not lock_of(here / "site").exists()


def test_what_the_first_version_left_is_cleared_away_and_nothing_else(here: Path) -> None:
    _site(here / "site", "current")
    old = here / ".site.old"
    (old / "assets" / "workshop").mkdir(parents=True)
    (old / "index.html").write_text("old")
    (old / "assets" / "workshop" / "workshop.css").write_text("")
    (here / ".site.new").mkdir()
    (here / ".site.new" / "notes.txt").write_text("somebody's")
    (here / ".mkdocs-workshop.yml").write_text("INHERIT: mkdocs.yml\n")
    put_right(here / "site")
    assert not old.exists()
    assert not (here / ".mkdocs-workshop.yml").exists()
    assert (here / ".site.new" / "notes.txt").read_text() == "somebody's"


def test_a_calendar_never_takes_the_place_of_something_else(project: Path, capsys: Say) -> None:
    before = (project / "mkdocs.yml").read_bytes()
    for target, status in (("a.ics", 0), ("a.ics", 0), ("mkdocs.yml", 2), ("docs", 2)):
        command = ["mkdocs_workshop", "calendar", "one-day", "--start", "2026-12-07", "--out", target]
        done = ran(command, project, BUILD_ENVIRONMENT)
        assert done.returncode == status, done.stderr
    assert "is no calendar of the workshop" in done.stderr
    assert (project / "mkdocs.yml").read_bytes() == before


def test_temporary_names_are_never_the_same(here: Path) -> None:
    assert len({new_folder(here / "site") for _ in range(20)}) == 20


# ---- the command as a whole ----


def _build(project: Path, *arguments: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    if limit is None:
        return ran(["mkdocs_workshop", "build", *arguments], project, BUILD_ENVIRONMENT)
    command = ["bash", "-c", f'ulimit -f {limit}; exec "$@"', "bash", sys.executable, "-m", "mkdocs_workshop", "build"]
    return subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, env=BUILD_ENVIRONMENT)


def test_plain_mkdocs_marks_its_site_and_the_roles_are_kept_apart(project: Path) -> None:
    assert build_site(project, options={"documents": False}).returncode == 0
    assert json.loads((project / "site" / MARKER).read_text())["role"] == "facilitator"
    before = _tree(project / "site")
    refused = _build(project, "--role", "participant")
    assert refused.returncode == 2
    assert "holds the edition for facilitators" in refused.stderr
    assert "INFO" not in refused.stderr, "it was built first"
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text().replace("workshop]", "workshop: {role: participant}]")
    )
    refused = _build(project)
    assert refused.returncode == 2
    assert "INFO" not in refused.stderr, "it was built first"
    assert _tree(project / "site") == before
    assert _build(project, "--replace-role").returncode == 0
    assert json.loads((project / "site" / MARKER).read_text())["role"] == "participant"


def test_a_full_disk_gives_a_sentence_and_keeps_the_site(project: Path) -> None:
    assert _build(project).returncode == 0
    before = _tree(project / "site")
    # Where nothing has changed nothing is written, whatever the disk.
    (project / "docs" / "about.md").write_text("# About us\n\nWritten anew.\n", "utf-8")
    done = _build(project, limit=60)
    assert done.returncode == 1
    assert "can not be written: File too large." in done.stderr
    assert "The old site is untouched." in done.stderr
    assert "Traceback" not in done.stderr
    assert _tree(project / "site") == before
    assert _left_over(project) == []


def test_of_a_copy_the_file_is_named_that_could_not_be_written() -> None:
    copied = OSError(28, "No space left on device", "theme/a.js", None, "site/a.js")
    assert not_written(copied, "site") == "site/a.js can not be written: No space left on device."
    assert not_written(OSError(28, "No space left on device"), "site").startswith("site can not be written")


def test_two_builds_at_once_one_wins(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs_workshop", "build"]
    first = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=BUILD_ENVIRONMENT
    )
    lock, end = lock_of(project / "site"), time.monotonic() + 30
    while not lock.exists() and time.monotonic() < end:
        time.sleep(0.02)
    second = _build(project)
    assert first.wait() == 0
    assert second.returncode == 2
    assert f"process {first.pid}" in second.stderr
    assert (project / "site" / "index.html").is_file()


def test_a_killed_build_is_cleared_away(project: Path) -> None:
    _site(project / "site", "old")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs_workshop", "build"],
        cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=BUILD_ENVIRONMENT, start_new_session=True,
    )  # fmt: skip
    end = time.monotonic() + 30
    while not list(project.glob(".site.workshop-new-*/*")) and time.monotonic() < end:
        time.sleep(0.02)
    os.killpg(process.pid, 9)
    process.wait()
    assert list(project.glob(".site.workshop-*"))
    assert (project / "site" / "pages" / "index.html").read_text() == "old"
    assert _build(project).returncode == 0
    assert not list(project.glob(".site.workshop-*"))
    assert (project / "site" / "index.html").is_file()


def test_out_without_offline_is_refused(project: Path) -> None:
    done = _build(project, "--out", "x.zip")
    assert done.returncode == 2
    assert "Add --offline" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("target", "said"), [("mkdocs.yml", "exists, and is no offline copy"), ("docs/x.zip", "lies in")]
)
def test_a_copy_never_takes_the_place_of_something_else(project: Path, target: str, said: str) -> None:
    before = _tree(project / "docs"), (project / "mkdocs.yml").read_bytes()
    done = _build(project, "--offline", "--out", target)
    assert done.returncode == 2
    assert said in done.stderr
    assert before == (_tree(project / "docs"), (project / "mkdocs.yml").read_bytes())


def test_a_copy_for_others_is_not_replaced(project: Path) -> None:
    assert _build(project, "--offline", "--out", "x.zip").returncode == 0
    before = (project / "x.zip").read_bytes()
    done = _build(project, "--offline", "--out", "x.zip", "--role", "participant")
    assert done.returncode == 2
    assert "--replace-role" in done.stderr
    assert (project / "x.zip").read_bytes() == before


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/", "the root of the disk"),
        ("~", "home folder"),
        ("~/..", "home folder"),
        (".", "the folder of the project"),
        ("..", "the folder of the project"),
        ("../texts", "where sources are"),
        ("docs", "which holds sources"),
    ],
)
def test_each_refusal_has_its_own_words(here: Path, target: str, said: str) -> None:
    (here.parent / "texts" / "curriculum").mkdir(parents=True)
    with pytest.raises(Refused, match=said):
        judge(Path(target).expanduser(), here, here.parent / "texts" / "curriculum")

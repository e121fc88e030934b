"""A process that divides itself for a command does what an interpreter that was started for it does."""

from pathlib import Path

import pytest

from tests.warm import ran, started

PROBE = """\
import atexit, os, sys
atexit.register(print, "at the end")
print(__name__, os.getcwd(), sys.path[0], sys.argv, sys.stdin.read())
print(sorted((name, value) for name, value in os.environ.items() if name != "LC_CTYPE"))
print("ә", file=sys.stderr)
"""
ENDS = {
    "of itself": "",
    "with a number": "sys.exit(7)",
    "with words": "sys.exit('no')",
    "by a signal": "os.kill(os.getpid(), 9)",
}


@pytest.mark.parametrize("end", ENDS)
def test_it_is_the_same(tmp_path: Path, end: str) -> None:
    (tmp_path / "probe.py").write_text(PROBE + ENDS[end], "utf-8")
    environment = {"PATH": "/usr/bin:/bin", "WORD": "сөз"}
    divided, bare = (run(["probe", "a b", "ә"], tmp_path, environment) for run in (ran, started))
    assert (divided.returncode, divided.stdout, divided.stderr) == (bare.returncode, bare.stdout, bare.stderr)
    assert "ә" in divided.stderr or end == "by a signal"


def test_a_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text("nothing", "utf-8")
    done = ran(["probe"], tmp_path, {"PATH": "/usr/bin:/bin"})
    assert done.returncode == 1
    assert done.stderr.endswith("NameError: name 'nothing' is not defined\n")
    assert f'File "{tmp_path}/probe.py", line 1' in done.stderr

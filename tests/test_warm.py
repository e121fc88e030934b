"""A process that divides itself for a command does what an interpreter that was started for it does."""

import re
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


ASKS = """\
import subprocess, sys
for command in (["-m", "probe", "a b"], ["-c", "print('from', __name__)"]):
    done = subprocess.run([sys.executable, *command], input="given", text=True, check=False, capture_output=True)
    print(done)
"""


def test_what_it_starts_is_the_same(tmp_path: Path) -> None:
    """A command that starts Python again, as `workshop build` does, for a module and for anything else."""
    (tmp_path / "probe.py").write_text(PROBE + ENDS["with a number"], "utf-8")
    (tmp_path / "asks.py").write_text(ASKS, "utf-8")
    environment = {"PATH": "/usr/bin:/bin", "WORD": "сөз"}
    divided, bare = (run(["asks"], tmp_path, environment) for run in (ran, started))
    assert divided.returncode == bare.returncode == 0
    words = [re.sub(r"args=\['[^']*'", "", one.stdout) for one in (divided, bare)]
    assert words[0] == words[1]
    assert words[0].count("given") == 1
    assert "returncode=7" in words[0]
    assert divided.stdout != bare.stdout, "it was started"


def test_a_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text("nothing", "utf-8")
    done = ran(["probe"], tmp_path, {"PATH": "/usr/bin:/bin"})
    assert done.returncode == 1
    assert done.stderr.endswith("NameError: name 'nothing' is not defined\n")
    assert f'File "{tmp_path}/probe.py", line 1' in done.stderr

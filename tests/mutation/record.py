"""A plugin for pytest that notes which functions of the package each test calls, and how long it takes.

What a fixture calls counts for every test that asks for the fixture: it may be made only once.
"""

import json
import sys
import time
from collections.abc import Generator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins" / "mkdocs_workshop"


class Recorder:
    """Notes calls while tests run, and writes them when all are done."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.called: dict[int, CodeType] = {}
        self.of_fixture: dict[str, set[str]] = {}
        self.of_test: dict[str, dict[str, Any]] = {}
        self.useless: set[str] = set()

    def note(self, frame: FrameType, event: str, _: Any) -> None:
        """Called by Python for each call of a function in Python. Code is kept by its identity: comparing it would take long."""
        if event == "call":
            self.called[id(frame.f_code)] = frame.f_code

    def _names(self) -> set[str]:
        found = set()
        for code in list(self.called.values()):
            path = Path(code.co_filename)
            if path.is_relative_to(PACKAGE):
                found.add(f"{path.relative_to(PACKAGE).as_posix()}:{code.co_firstlineno}")
        return found

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """Notes what a fixture calls."""
        before, self.called = self.called, {}
        try:
            return (yield)
        finally:
            self.of_fixture.setdefault(fixturedef.argname, set()).update(self._names())
            self.called = {**before, **self.called}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that does not pass as it is can notice nothing."""
        if not report.passed:
            self.useless.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Notes what a test calls."""
        self.called, began = {}, time.process_time()
        sys.settrace(self.note)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            fixtures = (self.of_fixture.get(name, set()) for name in getattr(item, "fixturenames", ()))
            calls = self._names().union(*fixtures)
            self.of_test[item.nodeid] = {"calls": sorted(calls), "seconds": round(time.process_time() - began, 2)}

    def pytest_sessionfinish(self) -> None:
        """Writes the map."""
        useful = {test: calls for test, calls in self.of_test.items() if test not in self.useless}
        self.target.write_text(json.dumps(useful), "utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the map goes."""
    parser.addoption("--calls", type=Path, required=True)


def pytest_configure(config: pytest.Config) -> None:
    """Begins to note."""
    config.pluginmanager.register(Recorder(config.getoption("calls")))

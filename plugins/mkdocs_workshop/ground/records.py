"""Records that are kept in files from build to build; a process that builds again and again reads each of them once."""

import contextlib
import json
from pathlib import Path
from typing import Any

from .cache import put_whole, taken


class Records:
    """Records by the paths of their files. `stay` says whether they stay in memory as well."""

    def __init__(self, *, stay: bool = False) -> None:
        self._stay = stay
        self._known: dict[Path, dict[str, Any]] = {}

    def get(self, path: Path) -> dict[str, Any]:
        """The record in a file; empty where there is none, or not all of it."""
        if path in self._known:
            return self._known[path]
        content = taken(path)
        found: dict[str, Any] = json.loads(content) if content is not None else {}
        self._remember(path, found)
        return found

    def put(self, path: Path, record: dict[str, Any]) -> None:
        """Keeps a record. Raises TypeError for what has no words in JSON.

        A folder that can not be written keeps nothing; the page is there all the same.
        """
        text = json.dumps(record, ensure_ascii=False)
        with contextlib.suppress(OSError):
            put_whole(path, text.encode("utf-8", "surrogatepass"))
        self._remember(path, record)

    def _remember(self, path: Path, record: dict[str, Any]) -> None:
        if self._stay:
            self._known[path] = record

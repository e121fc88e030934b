"""A folder in which what a build has made lies until it stands in the site, so that it need not fill the memory.

It belongs to one build: what is kept for all builds, another one may take away meanwhile.
"""

import os
import secrets
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from .artifact import Artifact, InFile, with_digest
from .cache import put

LEAST = 8192
"""Bytes. What is smaller stays in memory: a file costs more than it saves."""
_NAME = "building-"
_LEFT = 24 * 3600
"""Seconds after which a folder belongs to a build that was ended by force."""


def folder_for(cache: Path) -> Path | None:
    """A new folder for one build; None where none can be made: then everything stays in memory."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        for other in cache.glob(f"{_NAME}*"):
            if time.time() - other.stat().st_mtime > _LEFT:
                shutil.rmtree(other, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=_NAME, dir=cache)).absolute()
    except OSError:
        return None


def filed(artifact: Artifact, folder: Path | None) -> Artifact:
    """The artifact with its content in the folder of the build; as it was where it is small, lies already, or can not be written."""
    if folder is None or isinstance(artifact.content, InFile) or len(artifact.content) < LEAST:
        return artifact
    data, digest = artifact.data, artifact.sha256
    path = folder / digest
    try:
        if not path.is_file():
            put(path, data)
    except OSError:
        return artifact
    return _at(artifact, InFile(path, len(data), digest, isinstance(artifact.content, str)))


def linked(artifact: Artifact, kept: Path, folder: Path | None) -> Artifact:
    """The same for content that is a kept file already, whose bytes were looked at: it gets one more name, and is not written again."""
    if folder is None or isinstance(artifact.content, InFile) or len(artifact.content) < LEAST:
        return artifact
    path = folder / artifact.sha256
    try:
        if not path.is_file():
            os.link(kept, path)
    except OSError:
        # A disk that knows one name for each file alone.
        return filed(artifact, folder)
    return _at(artifact, InFile(path, artifact.size, artifact.sha256, isinstance(artifact.content, str)))


def keep_as(made: InFile, kept: Path) -> None:
    """Keeps what lies in the folder of a build under one more name. Raises OSError where it can not be written."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_name(f".{kept.name}.{secrets.token_hex(8)}.part")
    try:
        os.link(made.path, beside)
        beside.replace(kept)
    except OSError:
        put(kept, made.path.read_bytes())
    finally:
        beside.unlink(missing_ok=True)


def _at(artifact: Artifact, made: InFile) -> Artifact:
    return with_digest(replace(artifact, content=made), made.sha256)

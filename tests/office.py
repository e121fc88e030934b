"""Drives LibreOffice with a macro, as a person with a mouse would change a document."""

import json
import platform
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest


def office() -> str:
    """The programme. Fails where there is none."""
    found = shutil.which("soffice")
    assert found, "LibreOffice is missing: apt-get install libreoffice-writer"
    return found


def change(before: Path, after: Path, steps: str, profile: Path) -> None:
    """Opens a Word file, runs some lines of Basic on it, and saves it as Word under another name.

    The lines know `doc` and `table(n)`. `profile` is a folder of this run alone: two offices can not share one.
    """
    # The first start writes a library with an empty module over whatever is there.
    command = [office(), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=240)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    code = f"""
Dim doc As Object

Function table(number)
  table = doc.TextTables.getByIndex(number)
End Function

Sub Run
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{before.as_uri()}", "_blank", 0, hidden())
{steps}
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{after.as_uri()}", word())
  doc.close(True)
  StarDesktop.terminate()
End Sub
"""
    module.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{escape(code)}</script:module>',
        "utf-8",
    )
    subprocess.run([*command, "macro:///Standard.Module1.Run"], check=False, capture_output=True, timeout=240)
    assert after.is_file(), "LibreOffice did not save the file: a step is wrong"


def office_mistakes(data: bytes, path: Path) -> list[str]:
    """What the Open XML SDK, with which Office files are built, finds wrong in a file that is written to `path`."""
    program = Path(__file__).parent / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    if not program.is_file() and (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        pytest.skip("the validator of Office files is installed for Linux on x86-64 alone")
    assert program.is_file(), "npm ci --prefix tests --ignore-scripts"
    path.write_bytes(data)
    done = subprocess.run(
        [str(program), str(path), "Office2019"], check=False, capture_output=True, text=True, timeout=240
    )
    said = json.loads(done.stdout)
    return [f"{error.get('path')} {error.get('xPath')}: {error['description']}" for error in said["errors"]]

"""An editor's view of a YAML file: the language server that VS Code, VSCodium and others use, asked over its own protocol."""

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from tests.conftest import ROOT

SERVER = ROOT / "tests" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class Editor:
    """A session with the server; `with Editor() as editor: editor.offers(path, "theme: ")`."""

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._number = 0
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": {"schemaStore": {"enable": False}}}})
        return self

    def __exit__(self, *_: object) -> None:
        self._server.kill()
        self._server.communicate()

    def offers(self, path: Path, before: str) -> list[str]:
        """What the editor offers behind the first `before` of a file, which ends there: ids, or keys."""
        text = path.read_text("utf-8")
        text = text[: text.index(before) + len(before)]
        lines = text.split("\n")
        self._open(path, text)
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        answer = self._ask("textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": place})
        items = answer["items"] if isinstance(answer, dict) else answer
        return [item["label"] for item in items]

    def complaints(self, path: Path) -> list[str]:
        """What the editor underlines in a file as it stands."""
        self._open(path, path.read_text("utf-8"))
        while True:
            message = self._hear()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri():
                return [one["message"] for one in message["params"]["diagnostics"]]

    def _open(self, path: Path, text: str) -> None:
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._hear()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._server.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        """The next message; a question of the server is answered with nothing."""
        assert self._server.stdout
        length = 0
        while (line := self._server.stdout.readline().strip()) or not length:
            assert line, "the server is gone"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            result = (
                [None] * len(message["params"].get("items", ()))
                if message["method"].endswith("configuration")
                else None
            )
            self._send({"id": message["id"], "result": result})
        return message

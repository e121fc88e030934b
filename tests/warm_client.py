"""What stands in the place of Python for a command that runs in a divided process: `python -m MODULE` divides once more, all else is Python.

A copy of it stands beside a link to Python and a socket. It loads nothing but what it needs to ask, which takes a fiftieth of a second.
"""

import json
import os
import socket
import sys


def main() -> int:
    """Passes on the command, with its folder, environment, input and output; returns its exit code."""
    folder, arguments = os.path.dirname(sys.argv[0]), sys.argv[1:]  # noqa: PTH120  pathlib takes as long as all else
    python = os.readlink(f"{folder}/real")  # noqa: PTH115
    if arguments[:1] != ["-m"]:
        os.execv(python, [python, *arguments])  # noqa: S606  what was asked for
    with socket.socket(socket.AF_UNIX) as talk:
        talk.connect(f"{folder}/socket")
        order = json.dumps([arguments[1:], os.getcwd(), dict(os.environ)]).encode() + b"\n"  # noqa: PTH109
        socket.send_fds(talk, [order], [0, 1, 2])
        status = int(talk.recv(16))
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main())

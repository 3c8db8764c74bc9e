"""The program that looks inside a file: `python -I child.py`, a request as JSON on its input, frames on its output.

Run by path and isolated, it imports only this repository and installed packages. It first takes its own rights away:
memory, processor time, files, network, priority. It may die at any moment; its parent counts on that.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import orjson  # noqa: E402

from data.reading.confinement import confine  # noqa: E402
from data.reading.content import send  # noqa: E402
from data.reading.frames import Sender  # noqa: E402
from data.reading.limits import Limits  # noqa: E402
from data.reading.refusals import Refused, refusal  # noqa: E402


def main() -> None:
    """Read one file and send its sheets, or why it is refused."""
    gc.disable()  # it lives for one file, and makes no cycles in its rows
    request = orjson.loads(sys.stdin.buffer.read())
    limits = Limits(**request.pop("limits"))
    confine(limits)
    sender = Sender(sys.stdout.buffer)
    try:
        send(sender, limits, **request)
    except Refused as refused:
        sender.drop()
        sender.message("refused", vars(refused))
    except MemoryError:
        sender.drop()
        sender.message("refused", vars(refusal("B15", request["name"])))


if __name__ == "__main__":
    main()

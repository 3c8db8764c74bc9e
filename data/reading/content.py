"""What a file is, told from its bytes, and which reader gets it."""

from __future__ import annotations

from pathlib import Path

from data.reading.delimited import Delimited
from data.reading.frames import Sender
from data.reading.limits import Limits


def send(sender: Sender, limits: Limits, path: str, name: str, encoding: str, separator: str) -> None:
    """Send the sheets of a file.

    Raises: Refused, for what no reader takes.
    """
    file = Path(path)
    Delimited(lambda: file.open("rb"), name, limits).send(sender, encoding, separator)

"""What a file is, told from its bytes and never from its name, and which reader gets it."""

from __future__ import annotations

import codecs
from pathlib import Path

from data.reading import archive, workbook
from data.reading.delimited import Delimited
from data.reading.frames import Sender
from data.reading.limits import Limits
from data.reading.refusals import Refused, megabytes, refusal
from data.reading.signatures import COMPOUND, HEAD, ZIP, other_type

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of a compound file that holds a workbook with a password ([MS-OFFCRYPTO] §2.3.4.4)."""

OLD_WORKBOOK = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
"""The stream of an .xls of Excel 97 and of Excel 5 ([MS-XLS] §2.1.7.20)."""


UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""The marks of the one encoding of text in which a byte may be zero."""


def send(sender: Sender, limits: Limits, path: str, name: str, encoding: str, separator: str) -> None:
    """Send the sheets of a file.

    Raises: Refused, for what no reader takes.
    """
    file = Path(path)
    head, size = _head_and_size(file)
    if head.startswith((ZIP, COMPOUND)) and size > limits.file_bytes:
        raise refusal("B2", name, found=megabytes(size), most=megabytes(limits.file_bytes))
    if head.startswith(COMPOUND):
        raise _compound(file.read_bytes(), name)
    if head.startswith(ZIP):
        _send_zip(sender, limits, file, name, encoding, separator)
    elif found := other_type(head):
        raise refusal("B1", name, found=found)
    elif b"\0" in head and not head.startswith(UTF_16):
        raise refusal("B16", name)
    else:
        Delimited(lambda: file.open("rb"), name, limits).send(sender, encoding, separator)


def _head_and_size(file: Path) -> tuple[bytes, int]:
    with file.open("rb") as opened:
        return opened.read(HEAD), file.stat().st_size


def _compound(content: bytes, name: str) -> Refused:
    if ENCRYPTED in content:
        return refusal("B4", name)
    if any(stream in content for stream in OLD_WORKBOOK):
        return refusal("B6", name, found="een oude Excel-werkmap (.xls)")
    return refusal("B1", name, found="een oud Office-bestand")


def _send_zip(sender: Sender, limits: Limits, file: Path, name: str, encoding: str, separator: str) -> None:
    with archive.opened(file, name, limits) as zipped:
        if archive.is_workbook(zipped, name):
            workbook.send(sender, zipped, file, name, limits)
            return
        text = archive.only_text(zipped, name, limits)
        Delimited(lambda: zipped.open(text), name, limits).send(sender, encoding, separator)

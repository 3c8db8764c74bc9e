"""A file of a person as sheets of text: what later steps (header, columns, values) look at."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from data.reading.limits import Limits
from data.reading.process import parse
from data.reading.refusals import refusal
from data.reading.sheets import Note, Sheet

__all__ = ["Book", "Note", "Sheet", "read"]

NAME_CHARACTERS = 120


@dataclass(frozen=True)
class Book:
    """All sheets of one file.

    Attributes:
        name: the name of the file as people may see it.
        kind: "xlsx" or "csv" (text with separators, zipped or not), told from the content.
        sheets: at least one; a text file is one sheet with the name of the file.
        encoding: of a text file: "utf-8", "utf-8-sig", "utf-16", "cp1252" or what was asked for; else "".
        separator: of a text file: ";", ",", a tab, "|", or "" where there is one column; else "".
        sha256: of the bytes of the file, in hexadecimal.
        notes: what a person should know about how it was read.
    """

    name: str
    kind: str
    sheets: tuple[Sheet, ...]
    encoding: str
    separator: str
    sha256: str
    notes: tuple[Note, ...]


def read(path: Path, name: str, limits: Limits, *, encoding: str = "", separator: str = "") -> Book:
    """Read any file into sheets of text, in a child process; nothing is written, nothing of it is run.

    Args:
        path: where the bytes stand.
        name: what the person called it; only shown, never used as a path or to tell its type.
        limits: how large it may be.
        encoding: the encoding that a person chose for a text file; empty: found out.
        separator: the separator that a person chose for a text file; empty: found out.

    Raises: Refused, with the sentence to show, for whatever cannot be read.
    """
    shown = shown_name(name)
    size = path.stat().st_size
    if not size:
        raise refusal("B3", shown)
    largest = max(limits.file_bytes, limits.text_bytes)
    if size > largest:
        raise refusal("B2", shown, found=megabytes(size), most=megabytes(largest))
    request = {"path": str(path.resolve()), "name": shown, "encoding": encoding, "separator": separator}
    parsed = parse(request, limits)
    return Book(name=shown, sha256=_sha256(path), **parsed)


def shown_name(name: str) -> str:
    """Write the name of a file as it may be shown: composed letters, no control or bidirectional marks, not long."""
    plain = unicodedata.normalize("NFC", name)
    plain = "".join(one for one in plain if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    return plain.strip()[:NAME_CHARACTERS] or "bestand"


def megabytes(size: int) -> str:
    """Write a size in MB, with one decimal where it is small."""
    return f"{size / 1024**2:.{0 if size >= 10 * 1024**2 else 1}f} MB".replace(".", ",")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

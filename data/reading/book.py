"""A file of a person as sheets of text: what later steps (header, columns, values) look at."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from data.reading.limits import Limits
from data.reading.process import parse
from data.reading.refusals import megabytes, refusal
from data.reading.sheets import Note, Sheet

__all__ = ["Book", "Note", "Sheet", "read"]

NAME_CHARACTERS = 120
EXTENSIONS = {"xlsx": {".xlsx", ".xlsm", ".xltx"}, "csv": {".csv", ".txt", ".tsv", ".zip"}}


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
    book = Book(name=shown, sha256=_sha256(path), **parse(request, limits))
    return replace(book, notes=(*_unfit(book), *book.notes))


def shown_name(name: str) -> str:
    """Write the name of a file as it may be shown: composed letters, no control or bidirectional marks, not long."""
    plain = unicodedata.normalize("NFC", name)
    plain = "".join(one for one in plain if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    return plain.strip()[:NAME_CHARACTERS] or "bestand"


def _unfit(book: Book) -> Iterator[Note]:
    """Tell when the extension of the name belongs to another kind of file; the content decides."""
    extension = PurePath(book.name).suffix.lower()
    if extension and extension not in EXTENSIONS[book.kind]:
        kind = "een Excel-werkmap" if book.kind == "xlsx" else "tekst met scheidingstekens (csv)"
        yield Note("name", f"De naam eindigt op {extension}, maar het bestand is {kind}. We lezen het zo.")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

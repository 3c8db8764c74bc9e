"""Reads the text files that describe and hold figures; what cannot be read is told with file and line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import CatalogueError


def read_text(path: Path) -> str:
    """Read a file in UTF-8, with or without the mark that Excel puts at its start.

    Raises: CatalogueError for characters that are not UTF-8.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CatalogueError(f"{path}, regel {line}", "tekens die geen UTF-8 zijn", "een bestand in UTF-8") from error


@contextmanager
def opened_csv(path: Path) -> Iterator[csv.DictReader[str]]:
    """Open a CSV file with names of columns on its first line.

    Raises: CatalogueError for what is not UTF-8 or, while its rows are read, not CSV (a quote that is never closed).
    """
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        yield reader
    except csv.Error as error:
        expected = "velden met komma's ertussen, en aanhalingstekens die ook sluiten"
        raise CatalogueError(
            f"{path}, regel {reader.reader.line_num}", f"geen geldige CSV ({error})", expected
        ) from error

"""How large an uploaded file may be, in every way in which a file can be large."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from data.errors import DataError

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes, cells and seconds that one file may take; what is over is refused, never cut off.

    The row and column numbers of a workbook itself end at 1 048 576 and XFD (ECMA-376 part 1, §18.3.1.73 and the
    specifications of Excel); these limits are lower, because a sheet of figures is.
    """

    file_bytes: int = 20 * MB
    """A workbook or a zip, as it was sent."""
    text_bytes: int = 200 * MB
    """A text file, as it was sent or as it comes out of its zip."""
    unpacked_bytes: int = 64 * MB
    """All parts of a workbook together, counted while unpacking: the sizes a zip states are not believed."""
    entries: int = 2_000
    sheets: int = 50
    rows: int = 200_000
    text_rows: int = 2_000_000
    columns: int = 500
    cells: int = 2_000_000
    """Of all sheets of a workbook, as rectangles from A1 to the last filled row and column."""
    text_cells: int = 24_000_000
    distinct_texts: int = 4_000_000
    """Different cell texts of a text file: equal ones are kept once, so these decide how much memory it takes."""
    merges: int = 10_000
    cell_characters: int = 32_767
    """The most that Excel keeps in a cell."""
    memory_bytes: int = 1024 * MB
    cpu_seconds: int = 20
    wall_seconds: int = 30


def read_limits(environment: Mapping[str, str]) -> Limits:
    """Read the limits that an environment sets: UPLOAD_ROWS for `rows`, and so on; the others keep their default.

    Raises: DataError, for what is not a whole number above zero.
    """
    names = {one.name: f"UPLOAD_{one.name.upper()}" for one in fields(Limits)}
    return Limits(**{field: _whole(name, text) for field, name in names.items() if (text := environment.get(name))})


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise DataError(f"{name} is “{text}”. Verwacht: een geheel getal groter dan nul. Verbeter de instelling.")
    return int(text)

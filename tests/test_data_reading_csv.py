"""Text files with separators, as people have them: read as text, in a child process."""

from pathlib import Path

from data.reading.book import Book, read
from data.reading.limits import Limits


def book(folder: Path, content: bytes, **chosen: str) -> Book:
    path = folder / "upload"
    path.write_bytes(content)
    return read(path, "cijfers.csv", Limits(), **chosen)


def test_cells_come_as_they_stand_in_the_file(tmp_path: Path) -> None:
    read_book = book(tmp_path, b'Gemeente;2019\n Gent ;1.234,50\n"Bree";007\n')

    (sheet,) = read_book.sheets
    assert sheet.rows == (("Gemeente", "2019"), (" Gent ", "1.234,50"), ("Bree", "007"))
    assert sheet.kinds == ("tt", "tt", "tt")
    assert (read_book.kind, read_book.separator, read_book.encoding) == ("csv", ";", "utf-8")

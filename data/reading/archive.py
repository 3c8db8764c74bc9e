"""Zip files: which are intact and small enough, what is in them, and the one text in a zipped CSV.

The sizes that a zip states are not believed: everything is unpacked once, in blocks, and counted. Where Python's
reader and the reader of workbooks could disagree (two parts with one name, a stated size that is not the real one,
bytes before or behind the zip), the file is refused. Source: APPNOTE.TXT 6.3 of PKWARE.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import error as StructError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from data.reading.limits import Limits
from data.reading.refusals import megabytes, refusal
from data.reading.signatures import COMPOUND, HEAD, ZIP, other_type

BLOCK = 256 * 1024
ENCRYPTED = 0x1
END_RECORD = 22
"""Bytes of the record at the end of a zip, without its comment."""

FAULTS = (BadZipFile, EOFError, NotImplementedError, RuntimeError, StructError, ValueError, zlib.error)
"""What Python's zipfile raises on damaged files."""

FORBIDDEN = {
    "vbaproject": "macro's",
    "xl/macrosheets/": "macro's",
    "xl/dialogsheets/": "macro's",
    "xl/activex/": "besturingselementen (ActiveX)",
    "xl/embeddings/": "ingesloten bestanden",
    "oleobject": "ingesloten bestanden",
}
"""Parts of a workbook that can run or hide something, by their usual place (ECMA-376 part 1 §15, [MS-OFFMACRO2])."""

OTHERS = {
    "xl/workbook.bin": ("B6", "een binaire Excel-werkmap (.xlsb)"),
    "content.xml": ("B6", "een OpenDocument-bestand (.ods)"),
    "index/document.iwa": ("B6", "een Numbers-bestand"),
    "word/document.xml": ("B1", "een Word-document"),
    "ppt/presentation.xml": ("B1", "een presentatie"),
}


class Budget:
    """How many bytes may still be unpacked."""

    def __init__(self, most: int) -> None:
        """Begin with all of them."""
        self.most = self.left = most

    def spend(self, size: int, name: str) -> None:
        """Take bytes from it.

        Raises: Refused, when it is spent.
        """
        self.left -= size
        if self.left < 0:
            raise refusal("B8", name, most=megabytes(self.most))


@contextmanager
def opened(file: Path, name: str, limits: Limits) -> Iterator[ZipFile]:
    """Open a zip whose directory is in order; faults that show while it is read become refusals."""
    try:
        with ZipFile(file) as zipped:
            _check_directory(zipped, file, name, limits)
            yield zipped
    except FAULTS:
        raise refusal("B9", name, found="het is onvolledig of beschadigd") from None


def part_name(raw: str) -> str:
    """Write the name of a part so that equal parts have equal names (ECMA-376 part 2 §6.2.2: case does not matter)."""
    return raw.replace("\\", "/").lstrip("/").lower()


def is_workbook(zipped: ZipFile, name: str) -> bool:
    """Tell whether the zip is a workbook that may be read.

    Raises: Refused, for another document, and for a workbook with macros or embedded files.
    """
    parts = {part_name(one) for one in zipped.namelist()}
    for part, (code, found) in OTHERS.items():
        if part in parts:
            raise refusal(code, name, found=found)
    if "[content_types].xml" not in parts:
        return False
    for place, found in FORBIDDEN.items():
        if any(place in part for part in parts):
            raise refusal("B7", name, found=found)
    return True


def only_text(zipped: ZipFile, name: str, limits: Limits) -> ZipInfo:
    """Give the one file in a zipped CSV; folders and what macOS adds do not count."""
    files = [one for one in zipped.infolist() if not one.is_dir() and not _is_hidden(one.filename)]
    if len(files) != 1:
        raise refusal("B19", name, found=f"{len(files) or 'geen'} bestanden in plaats van één csv")
    for _ in unpacked(zipped, files[0], name, Budget(limits.text_bytes)):
        pass
    with zipped.open(files[0]) as content:
        head = content.read(HEAD)
    if head.startswith((ZIP, COMPOUND)) or other_type(head):
        raise refusal("B19", name, found="een bestand dat geen csv is")
    return files[0]


def unpacked(zipped: ZipFile, part: ZipInfo, name: str, budget: Budget) -> Iterator[bytes]:
    """Unpack a part in blocks, to its real end.

    Raises: Refused, when the budget is spent, or the part is not of the size that the zip states.
    """
    stated, part.file_size = part.file_size, budget.most + 2 * BLOCK  # else zipfile stops reading at the stated size
    size = 0
    try:
        with zipped.open(part) as content:
            while block := content.read(BLOCK):
                size += len(block)
                budget.spend(len(block), name)
                yield block
    finally:
        part.file_size = stated
    if size != stated:
        raise refusal("B9", name, found=f"“{part.filename}” heeft niet de grootte die de zip noemt")


def _check_directory(zipped: ZipFile, file: Path, name: str, limits: Limits) -> None:
    parts = zipped.infolist()
    if len(parts) > limits.entries:
        raise refusal("B12", name, found="onderdelen", most=str(limits.entries))
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise refusal("B4", name)
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise refusal("B9", name, found="het is ingepakt op een manier die werkmappen niet gebruiken")
    if len({part_name(part.filename) for part in parts}) < len(parts):
        raise refusal("B9", name, found="twee onderdelen hebben dezelfde naam")
    if not _fills(zipped, file):
        raise refusal("B9", name, found="er staan andere gegevens voor of achter")


def _fills(zipped: ZipFile, file: Path) -> bool:
    """Tell whether the zip begins with its first part and ends with its end record and comment."""
    first = min((part.header_offset for part in zipped.infolist()), default=0)
    tail = END_RECORD + len(zipped.comment)
    with file.open("rb") as content:
        content.seek(-tail, 2)
        return first == 0 and content.read(4) == b"PK\x05\x06"


def _is_hidden(filename: str) -> bool:
    return filename.startswith("__MACOSX/") or filename.rpartition("/")[2].startswith(".")

"""Files that want to hurt the program that opens them, made anew each time; each with the code of its refusal."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable

from workbooks import ONE_CELL, SHEET, XML, inline, parts, sheet, workbook, zipped

MB = 1024 * 1024
ENTITIES = '<!DOCTYPE x [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def entity(declared: str, name: str, encoding: str = "utf-8", prolog: str = "") -> bytes:
    text = sheet(f"<row><c t='inlineStr'><is><t>&{name};</t></is></c></row>", prolog=f"{prolog}{declared}]>")
    return zipped(parts() | {SHEET: text.encode(encoding)})


def stated(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>'


def lying(size: int) -> bytes:
    """A sheet of 20 MB that the zip says has this size, in its directory and before the part."""
    content = bytearray(workbook(ONE_CELL + " " * 20 * MB))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.rfind(signature)
        content[place + at : place + at + 4] = struct.pack("<I", size)
    return bytes(content)


def duplicated() -> bytes:
    with warnings.catch_warnings(action="ignore"):
        return zipped([*parts().items(), (SHEET, sheet("<row><c><v>2</v></c></row>"))])


def encrypted() -> bytes:
    content = bytearray(workbook())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        content[place + at] |= 1
    return bytes(content)


def compound(stream: str) -> bytes:
    """The header of an OLE file whose table of sectors points at itself, and the name of a stream."""
    loop = struct.pack("<I", 0) * 128
    return COMPOUND + bytes(504) + loop + stream.encode("utf-16-le").ljust(512, b"\0")


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def many_entries() -> bytes:
    return zipped([*parts().items(), *((f"xl/media/{i}", "") for i in range(8_000))], level=0)


def stored_bomb() -> bytes:
    return zipped(parts() | {"xl/media/image1.png": bytes(200 * MB)}, level=1)


def bomb_in_sheet() -> bytes:
    return workbook(ONE_CELL + " " * (80 * MB))


def xz_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        for name, body in parts().items():
            archive.writestr(name, body)
    return file.getvalue()


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HUGE = '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>'
HIDDEN = '<row r="1"><c r="&#88;FD104857&#54;"><v>1</v></c></row>'
CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="SF200000"><v>1</v></c></row>'
MERGES = "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 50_001)) + "</mergeCells>"
LONG = "<si><t>" + "a" * MB + "</t></si>"
POINTING = "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(12_000))
MACRO = {"xl/vbaProject.bin": noise(1000)}

HOSTILE: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "zip_bomb_in_image": ("a.xlsx", "B8", stored_bomb),
    "zip_bomb_in_sheet": ("a.xlsx", "B8", bomb_in_sheet),
    "zip_bomb_in_csv": ("a.zip", "B8", lambda: zipped({"a.csv": b"1;2\n" * (52 * MB)}, level=1)),
    "zip_8000_entries": ("a.xlsx", "B12", many_entries),
    "zip_states_too_little": ("a.xlsx", "B9", lambda: lying(100)),
    "zip_states_too_much": ("a.xlsx", "B9", lambda: lying(2**31)),
    "zip_duplicate_entries": ("a.xlsx", "B9", duplicated),
    "zip_duplicate_by_case": ("a.xlsx", "B9", lambda: zipped(parts() | {SHEET.upper(): sheet()})),
    "zip_lzma": ("a.xlsx", "B9", xz_zip),
    "zip_encrypted": ("a.zip", "B4", encrypted),
    "zip_cut_in_half": ("a.xlsx", "B9", lambda: workbook()[:900]),
    "zip_without_directory": ("a.xlsx", "B9", lambda: b"PK\x03\x04" + noise(5000)),
    "zip_of_two_csv": ("a.zip", "B19", lambda: zipped({"a.csv": "1;2\n", "b.csv": "1;2\n"})),
    "zip_of_nothing": ("a.zip", "B1", lambda: zipped({})),
    "zip_of_a_workbook": ("a.zip", "B19", lambda: zipped({"a.xlsx": workbook()})),
    "zip_of_an_exe": ("a.zip", "B19", lambda: zipped({"a.csv": b"MZ\x90\0" + noise(500)})),
    "billion_laughs": ("a.xlsx", "B10", lambda: entity(ENTITIES, "i")),
    "xxe": ("a.xlsx", "B10", lambda: entity(EXTERNAL, "a")),
    "xxe_utf_7": ("a.xlsx", "B10", lambda: entity(EXTERNAL.replace("<", "+ADw-"), "a", prolog=stated("utf-7"))),
    "xxe_utf_16": ("a.xlsx", "B10", lambda: entity(EXTERNAL, "a", "utf-16", stated("utf-16"))),
    "xxe_utf_16_without_mark": ("a.xlsx", "B10", lambda: entity(EXTERNAL, "a", "utf-16-le")),
    "xxe_utf_32": ("a.xlsx", "B9", lambda: entity(EXTERNAL, "a", "utf-32", stated("utf-32"))),
    "xxe_ebcdic": ("a.xlsx", "B9", lambda: entity(EXTERNAL, "a", "cp500", stated("cp500"))),
    "xxe_in_rels": ("a.xlsx", "B10", lambda: zipped(parts() | {"_rels/.rels": f"{XML}{EXTERNAL}]><x>&a;</x>"})),
    "xxe_in_image": ("a.xlsx", "B10", lambda: zipped(parts() | {"xl/media/a.png": f"{EXTERNAL}]><x>&a;</x>"})),
    "far_cell": ("a.xlsx", "B11", lambda: workbook(FAR)),
    "far_cell_in_references": ("a.xlsx", "B11", lambda: workbook(HIDDEN)),
    "row_number_4294967295": ("a.xlsx", "B11", lambda: workbook(HUGE)),
    "row_number_of_5000_digits": ("a.xlsx", "B11", lambda: workbook(f'<row r="{"9" * 5000}"/>')),
    "column_of_many_letters": ("a.xlsx", "B11", lambda: workbook(f'<row><c r="{"Z" * 40}1"><v>1</v></c></row>')),
    "two_far_corners": ("a.xlsx", "B12", lambda: workbook(CORNERS)),
    "50000_merges": ("a.xlsx", "B12", lambda: workbook(ONE_CELL, MERGES)),
    "merge_without_end": ("a.xlsx", "B11", lambda: workbook(after='<mergeCell ref="A1:ZZZ99999999"/>')),
    "deep_nesting": ("a.xlsx", "B10", lambda: workbook("<row>" * 300_000 + "</row>" * 300_000)),
    "shared_string_1MB_x_12000": ("a.xlsx", "B13", lambda: workbook(POINTING, shared=LONG)),
    "inline_string_1MB": ("a.xlsx", "B13", lambda: workbook(f"<row>{inline('A1', 'a' * MB)}</row>")),
    "too_many_sheets": ("a.xlsx", "B12", lambda: zipped(parts(sheets=[f'name="{i}"' for i in range(51)]))),
    "no_sheets": ("a.xlsx", "B17", lambda: zipped(parts(sheets=[]))),
    "sheet_that_is_not_there": ("a.xlsx", "B9", lambda: zipped({k: v for k, v in parts().items() if k != SHEET})),
    "not_well_formed": ("a.xlsx", "B9", lambda: workbook("<row><c></row>")),
    "macros": ("a.xlsm", "B7", lambda: zipped(parts() | MACRO)),
    "macros_renamed": ("a.xlsx", "B7", lambda: zipped(parts() | MACRO)),
    "xlm_macro_sheet": ("a.xlsx", "B7", lambda: zipped(parts() | {"xl/macrosheets/sheet1.xml": sheet()})),
    "embedded_object": ("a.xlsx", "B7", lambda: zipped(parts() | {"xl/embeddings/oleObject1.bin": noise(99)})),
    "polyglot_pdf_before_zip": ("a.xlsx", "B1", lambda: b"%PDF-1.7\n" + workbook()),
    "polyglot_zip_before_html": ("a.xlsx", "B9", lambda: workbook() + b"<script>alert(1)</script>"),
    "polyglot_zip_before_zip": ("a.xlsx", "B9", lambda: workbook() + workbook()),
    "polyglot_text_before_zip": ("a.csv", "B16", lambda: b"a;b\n1;2\n" + workbook()),
    "password": ("a.xlsx", "B4", lambda: compound("EncryptedPackage")),
    "old_xls_with_ole_loop": ("a.xls", "B6", lambda: compound("Workbook\0")),
    "ole_loop_renamed": ("a.csv", "B1", lambda: compound("WordDocument\0")),
    "ods": ("a.ods", "B6", lambda: zipped({"mimetype": "application/vnd.oasis", "content.xml": "<x/>"})),
    "xlsb": ("a.xlsb", "B6", lambda: zipped(parts() | {"xl/workbook.bin": noise(99)})),
    "word_renamed": ("a.xlsx", "B1", lambda: zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})),
    "exe_renamed": ("a.csv", "B1", lambda: b"MZ\x90\0" + noise(5000)),
    "elf_renamed": ("a.csv", "B1", lambda: b"\x7fELF" + noise(5000)),
    "png_renamed": ("a.xlsx", "B1", lambda: b"\x89PNG\r\n\x1a\n" + noise(5000)),
    "pdf_renamed": ("a.csv", "B1", lambda: b"%PDF-1.7\n1 0 obj\n"),
    "html_renamed": ("a.xls", "B1", lambda: b"\xef\xbb\xbf\n<html><table><tr><td>1</td></tr></table></html>"),
    "json_renamed": ("a.csv", "B1", lambda: b'{"version": "2.0", "class": "dataset"}'),
    "gzip": ("a.csv.gz", "B1", lambda: b"\x1f\x8b\x08" + noise(500)),
    "noise": ("a.csv", "B16", lambda: b"A" + noise(5000)),
    "nul_in_text": ("a.csv", "B16", lambda: b"a;b\n" * 50_000 + b"1;\x00\n"),
    "utf_16_without_mark": ("a.csv", "B16", lambda: "a;b\n1;2\n".encode("utf-16-le")),
    "half_a_utf_16_letter": ("a.csv", "B5", lambda: "a;b\n1;2\n".encode("utf-16") + b"\x01"),
    "no_encoding": ("a.csv", "B5", lambda: b"a;b\n\x81\x8d;2\n"),
    "csv_cell_of_50000": ("a.csv", "B13", lambda: b'a;b\n"' + b"x" * 50_000 + b'";1\n'),
    "csv_line_of_50_MB": ("a.csv", "B13", lambda: b"a" * (50 * MB)),
    "csv_50000_columns": ("a.csv", "B12", lambda: b"1;" * 50_000),
    "csv_open_quote": ("a.csv", "B18", lambda: b'a;b\n"1;2\n3;4\n'),
    "empty": ("a.csv", "B3", lambda: b""),
    "only_blank_lines": ("a.csv", "B3", lambda: b"\xef\xbb\xbf\r\n;;;\r\n\r\n"),
    "empty_workbook": ("a.xlsx", "B3", lambda: workbook("")),
    "too_big_zip": ("a.xlsx", "B2", lambda: zipped({"a.csv": noise(21 * MB)}, level=0)),
}
"""Name of the specimen: the name it is given, the code of its refusal, its making."""

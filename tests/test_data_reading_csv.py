"""Text files with separators, as people have them: read as text, in a child process."""

from pathlib import Path

import pytest
from workbooks import zipped

from data.reading.book import Book, read, shown_name
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


WORD = "België;1,5\n"
PAIRS = (("gemeente", "aandeel"), ("België", "1,5"))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (("gemeente;aandeel\n" + WORD).encode(), "utf-8"),
        (("gemeente;aandeel\n" + WORD).encode("utf-8-sig"), "utf-8-sig"),
        (("gemeente;aandeel\n" + WORD).encode("cp1252"), "cp1252"),
        (("gemeente;aandeel\n" + WORD).encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + ("gemeente;aandeel\n" + WORD).encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, content: bytes, encoding: str) -> None:
    read_book = book(tmp_path, content)

    assert (read_book.encoding, read_book.sheets[0].rows, read_book.notes) == (encoding, PAIRS, ())


@pytest.mark.parametrize(
    ("text", "separator", "second_row"),
    [
        ("naam;2019;2020\nGent;1,5;2,5\n", ";", ("Gent", "1,5", "2,5")),
        ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";", ("1,5", "2,5", "3,5")),
        ("Bevolking, per gemeente\nnaam;aantal\nGent;1,5\nBree;2,5\n", ";", ("naam", "aantal")),
        ("year,area,value\n2010,44021,6.4\n", ",", ("2010", "44021", "6.4")),
        (",period,geolevel\n0,2015,provincie\n", ",", ("0", "2015", "provincie")),
        ('a,b\n"Gent; Bree",1\n"Aalst; Ninove",2\n', ",", ("Gent; Bree", "1")),
        ('"a","b"\n"1,5","x"\n', ",", ("1,5", "x")),
        ("CD|TX\n11001|Aartselaar\n", "|", ("11001", "Aartselaar")),
        ("freq,unit,geo\\TIME_PERIOD\t2008 \t2009 \nA,PC,BE\t7.0 \t: u\n", "\t", ("A,PC,BE", "7.0 ", ": u")),
        ("naam; aantal\nGent; 5\n", ";", ("Gent", " 5")),
        ("aantal\n12\n", "", ("12",)),
        ("a|b\r1|2\r", "|", ("1", "2")),
    ],
)
def test_the_separator_is_found(tmp_path: Path, text: str, separator: str, second_row: tuple[str, ...]) -> None:
    read_book = book(tmp_path, text.encode())

    assert (read_book.separator, read_book.sheets[0].rows[1]) == (separator, second_row)


def test_what_a_person_chose_is_not_doubted(tmp_path: Path) -> None:
    read_book = book(tmp_path, WORD.encode(), encoding="cp1252", separator=",")

    assert read_book.sheets[0].rows == (("BelgiÃ«;1", "5"),)


@pytest.mark.parametrize("word", ["BelgiÃ«", "Belgi\ufffd", "Belgi‰"])
def test_characters_that_were_read_wrongly_are_told(tmp_path: Path, word: str) -> None:
    (note,) = book(tmp_path, f"naam;1\n{word};2\n".encode()).notes

    assert (note.code, word in note.message) == ("B5", True)


def test_the_line_of_excel_that_names_the_separator_is_obeyed_and_keeps_its_place(tmp_path: Path) -> None:
    read_book = book(tmp_path, b"sep=|\r\na,b|c\r\n1|2\r\n")

    assert read_book.sheets[0].rows == (("", ""), ("a,b", "c"), ("1", "2"))
    assert [(one.code, one.row) for one in read_book.notes] == [("sep", 1)]


def test_a_quoted_cell_may_hold_lines_separators_and_quotes(tmp_path: Path) -> None:
    (sheet,) = book(tmp_path, b'a;b\n"regel 1\nregel; ""2""";3\n').sheets

    assert sheet.rows == (("a", "b"), ('regel 1\nregel; "2"', "3"))


def test_blank_lines_keep_their_place_and_empty_ends_fall_away(tmp_path: Path) -> None:
    (sheet,) = book(tmp_path, b"\n\nnaam;1;;\n\nGent;2;;\n;;;\n\n").sheets

    assert sheet.rows == (("", ""), ("", ""), ("naam", "1"), ("", ""), ("Gent", "2"))
    assert sheet.kinds == ("  ", "  ", "tt", "  ", "tt")


def test_rows_with_another_number_of_cells_are_told_with_their_row(tmp_path: Path) -> None:
    read_book = book(tmp_path, b"Titel\na;b;c\n1;2;3\n4;5\n6;7;8\n9;9;9;9\n")

    assert [(one.code, one.row) for one in read_book.notes] == [("ragged", 4), ("ragged", 6)]
    assert read_book.notes[0].message == "Rij 4 heeft 2 cellen, de meeste rijen hebben er 3."
    assert read_book.sheets[0].rows[3] == ("4", "5", "", "")


def test_a_zipped_csv_is_read_without_what_a_mac_adds(tmp_path: Path) -> None:
    content = zipped({"cijfers.csv": "a;b\n1;2\n", "__MACOSX/._cijfers.csv": "x", "map/.DS_Store": "x"})

    assert book(tmp_path, content).sheets[0].rows == (("a", "b"), ("1", "2"))


@pytest.mark.parametrize("cell", ["=1+1", "-1", "@x", "<script>", "a\xa0b", "e\u0301", "\u202eabc", "007", " x "])
def test_a_cell_is_neither_cleaned_nor_understood(tmp_path: Path, cell: str) -> None:
    assert book(tmp_path, f"a;b\n{cell};1\n".encode()).sheets[0].rows[1] == (cell, "1")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "../../etc/passwd.csv"),
        ("a\x00\r\nb\u202evsc.exe", "abvsc.exe"),
        ("e\u0301.csv", "é.csv"),
        ("x" * 500, "x" * 120),
        ("\u200b", "bestand"),
    ],
)
def test_a_name_is_shown_and_nothing_else(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_the_bytes_are_named_by_their_hash(tmp_path: Path) -> None:
    # printf 'a;b\n' | sha256sum
    assert book(tmp_path, b"a;b\n").sha256 == "9a8be2eb1604c06722f17a9bbdb1160123efa0dcf87979013ead941593977af2"

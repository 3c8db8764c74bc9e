"""What bounds a child process, and what its death looks like from outside."""

from dataclasses import replace
from pathlib import Path

import pytest
from workbooks import ONE_CELL, inline, workbook

from data.reading.book import read
from data.reading.limits import Limits
from data.reading.refusals import Refused

POINTING = '<row><c t="s"><v>0</v></c></row>' * 12_000
LONG = "<si><t>" + "a" * 32_000 + "</t></si>"
"""A workbook of a few kilobytes whose texts together are 384 million characters."""


def refused(folder: Path, content: bytes, **limits: int) -> Refused:
    path = folder / "upload"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read(path, "cijfers", replace(Limits(), **limits))
    return caught.value


def test_a_child_without_enough_memory_is_a_refusal(tmp_path: Path) -> None:
    assert refused(tmp_path, workbook(POINTING, shared=LONG), memory_bytes=200 * 1024**2).code == "B15"


def test_a_child_without_enough_processor_time_is_a_refusal(tmp_path: Path) -> None:
    assert refused(tmp_path, b"a;b\n" * 2_000_000, cpu_seconds=1).code == "B14"


def test_a_child_that_takes_too_long_is_killed(tmp_path: Path) -> None:
    refusal = refused(tmp_path, workbook(), wall_seconds=0)

    assert str(refusal).startswith("“cijfers” lezen duurt te lang")


@pytest.mark.parametrize(
    ("limit", "content", "sentence"),
    [
        ({"text_rows": 2}, b"1;2\n" * 3, "“cijfers” heeft te veel rijen. Het maximum is 2."),
        ({"columns": 2}, b"1;2;3\n", "“cijfers” heeft te veel kolommen. Het maximum is 2."),
        ({"text_cells": 5}, b"1;2\n" * 3, "“cijfers” heeft te veel cellen. Het maximum is 5."),
        ({"distinct_texts": 2}, b"1;2\n3;4\n", "“cijfers” heeft te veel verschillende celteksten. Het maximum is 2."),
        ({"text_bytes": 4, "file_bytes": 3}, b"1;2\n3;4\n", "“cijfers” is te groot (0,0 MB). Het maximum is 0,0 MB."),
        ({"cells": 0}, workbook(), "“cijfers” heeft te veel cellen (1). Het maximum is 0."),
        (
            {"rows": 3, "columns": 2},
            workbook("<row/>" + ONE_CELL.replace("A1", "C9")),
            "In “cijfers” staat een cel te ver: C9. Het maximum is rij 3 en kolom B. (blad “Blad1”)",
        ),
        (
            {"cell_characters": 3},
            workbook(f'<row r="7">{inline("B7", "vier")}</row>'),
            "In “cijfers” staat een cel met meer dan 3 tekens. (blad “Blad1”, rij 7)",
        ),
    ],
)
def test_each_limit_has_its_sentence(tmp_path: Path, limit: dict[str, int], content: bytes, sentence: str) -> None:
    assert refused(tmp_path, content, **limit).message == sentence

"""A table as text with tabs, as it is pasted into a spreadsheet."""

import pytest

from indicators.table_text import as_text
from indicators.tables import Cell, Table

SOURCE = "Bron: Statbel."


def lines(table: Table) -> list[str]:
    return as_text(table, SOURCE).split("\n")


def test_a_table_is_caption_heads_rows_and_source() -> None:
    table = Table("Huurders, in %", ("Groep", "2009", "2010"), (("Belg", (Cell("6,4%"), Cell(""))),))

    assert lines(table) == ["Huurders, in %", "Groep\t2009\t2010", "Belg\t6,4%\t", "Bron: Statbel.", ""]


def test_letters_and_remarks_stand_in_a_column_of_their_own() -> None:
    rows = (("Belg", (Cell("6,4%", "r", 1), Cell("7%", "", 1))), ("EU", (Cell("8%"), Cell("9%"))))
    table = Table("Huurders", ("Groep", "2009", "2010"), rows, (("r", "raming"),), ("Afgerond.",))

    assert lines(table)[1:-2] == [
        "Groep\t2009\t2010\tOpmerking",
        "Belg\t6,4%\t7%\t2009: r (1); 2010: (1)",
        "EU\t8%\t9%\t",
        "r: raming",
        "(1) Afgerond.",
    ]


@pytest.mark.parametrize(
    ("written", "pasted"),
    [
        ("−8,8", "-8,8"),
        ("−1.200%", "-1.200%"),
        ("=1+1", "'=1+1"),
        ("-2+3", "'-2+3"),
        ("−2+3", "−2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("een\ttab\nen regel", "een tab en regel"),
        (" \t=1+1", "'=1+1"),
        ("41\u00a0090", "41 090"),
    ],
)
def test_a_cell_is_pasted_as_it_reads_and_never_as_a_formula(written: str, pasted: str) -> None:
    table = Table(written, (written, "Waarde"), ((written, (Cell(written),)),), remarks=(written,))

    assert lines(table)[0] == pasted
    assert lines(table)[2] == f"{pasted}\t{pasted}"

"""The workbook of one indicator, read back as Excel would."""

import io
from datetime import UTC, datetime

import pytest
from annexed import catalogue, described, newest_shelf, number, shelf
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from data.model import Observation, Revision
from data.workbook import WIDEST, workbook

DAY = datetime(2012, 6, 1, 23, 30, tzinfo=UTC)
REVISIONS = [
    Revision(1, DAY, "Vlaamse overheid", "De omgevingsanalyse", "annex", "0" * 64),
    Revision(2, DAY, "Statbel", "=1+1", "later", "0" * 64),
]


def book(indicator: str, *observations: Observation) -> Workbook:
    content = workbook(described(indicator), catalogue(), observations, REVISIONS)
    return load_workbook(io.BytesIO(content))


def cells(made: Workbook, sheet: str) -> list[dict[str, Cell]]:
    """The rows of a sheet by the heads of its columns."""
    head, *rows = made[sheet].iter_rows()
    return [dict(zip([str(one.value) for one in head], row, strict=True)) for row in rows]


def figure(**more: object) -> dict[str, Cell]:
    (found,) = cells(book("employment_rate", number(**{"value": 44.0} | more)), "Cijfers")  # type: ignore[arg-type]
    return found


def test_a_workbook_has_four_sheets() -> None:
    assert book("employment_rate").sheetnames == ["Cijfers", "Metadata", "Definities", "Versie"]


def test_every_figure_is_a_row_with_names_instead_of_codes() -> None:
    held = shelf().observations("employment_rate")
    rows = cells(book("employment_rate", *held), "Cijfers")

    assert len(rows) == len(held)
    assert {row["Gebied"].value for row in rows} == {"Vlaanderen"}
    assert {"niet-EU-nationaliteit", None} <= {row["Nationaliteit"].value for row in rows}
    assert {"kloof met de referentiegroep"} <= {row["Soort cijfer"].value for row in rows}


def test_numbers_are_numbers() -> None:
    found = figure(value=44.5, numerator=89.0, denominator=200.0, lower=40.0, upper=48.0, sample_size=574.0, revision=1)
    names = ("Waarde", "Teller", "Noemer", "Ondergrens", "Bovengrens", "Aantal bevraagden", "Versie")

    assert [found[name].value for name in names] == [44.5, 89, 200, 40, 48, 574, 1]
    assert {found[name].data_type for name in names} == {"n"}


@pytest.mark.parametrize(
    ("value", "printed", "derivation", "written"),
    [
        (30.0, "30,0%", "", "#,##0.0"),
        (10.92, "10.92%", "", "#,##0.00"),
        (41090.0, "41.090", "", "#,##0"),
        (399433.0, "399.433 … 399.433", "", "#,##0"),
        (30.0, "", "60 ÷ 200 × 100", "#,##0"),
        (33.3, "1 op de 3", "", "#,##0.0"),
    ],
)
def test_a_number_is_shown_with_the_decimals_of_its_source(
    value: float, printed: str, derivation: str, written: str
) -> None:
    assert figure(value=value, printed=printed, derivation=derivation)["Waarde"].number_format == written


def test_a_number_of_our_own_is_shown_with_the_decimals_of_its_indicator() -> None:
    held = [one for one in newest_shelf().observations("foreign_nationals_share") if one.obs_value == 30.0]
    (row, *_) = cells(book("foreign_nationals_share", *(one for one in held if one.derivation)), "Cijfers")

    assert (row["Waarde"].value, row["Waarde"].number_format) == (30, "#,##0.0")


def test_a_missing_number_is_an_empty_cell_with_a_status() -> None:
    found = figure(value=None)

    assert (found["Waarde"].value, found["Status"].value) == (None, "waarde niet in de tekst")


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "#N/A", "2010"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    found = figure(note=text)["Opmerking"]

    assert found.data_type == "s"
    assert str(found.value).removeprefix("'") == text
    assert not str(found.value).startswith(("=", "+", "-", "@"))


def test_a_character_that_no_workbook_can_hold_does_not_stop_the_rest() -> None:
    assert figure(note="een\x0btwee")["Opmerking"].value == "een\ufffdtwee"


def test_the_metadata_tell_what_the_page_tells() -> None:
    indicator = described("employment_rate")
    rows = [(row["Kenmerk"].value, row["Waarde"].value) for row in cells(book("employment_rate"), "Metadata")]

    assert rows[0] == ("Titel", indicator.title)
    assert ("Definitie", indicator.definition) in rows
    assert ("Eenheid", "%") in rows
    assert [text for name, text in rows if name == "Let op"] == list(indicator.caveats)
    assert ("Volgende levering", "niet bekend") in rows


def test_the_definitions_explain_every_code_that_is_used_and_no_other() -> None:
    rows = cells(book("employment_rate", number(44.0, nationality="non_eu")), "Definities")

    assert sorted((row["Lijst"].value, row["Code"].value) for row in rows) == [
        ("nationality", "non_eu"),
        ("obs_status", "A"),
        ("ref_area", "VL"),
        ("source", "vrind_2011"),
        ("unit_measure", "percent"),
    ]
    assert {"niet-EU-nationaliteit", "VRIND 2011"} <= {row["Naam"].value for row in rows}


def test_the_sheet_of_revisions_has_those_of_the_figures() -> None:
    first, both = (
        [[cell.value for cell in row.values()] for row in cells(book("employment_rate", *figures), "Versie")]
        for figures in ([number(44.0, revision=1)], [number(44.0, revision=1), number(45.0, "2011", revision=2)])
    )

    assert first == [[1, "2012-06-01", "Vlaamse overheid", "De omgevingsanalyse"]]
    assert both[1] == [2, "2012-06-01", "Statbel", "'=1+1"]


def test_an_indicator_without_figures_gives_a_workbook_that_can_be_read() -> None:
    made = book("social_tenants")

    assert [cells(made, sheet) for sheet in ("Cijfers", "Definities", "Versie")] == [[], [], []]
    assert cells(made, "Metadata")


def test_the_heads_stay_in_sight_and_no_column_is_wider_than_a_screen() -> None:
    for sheet in book("employment_rate", *shelf().observations("employment_rate")).worksheets:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert all(one.width <= WIDEST for one in sheet.column_dimensions.values())

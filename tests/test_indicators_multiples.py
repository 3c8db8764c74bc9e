"""Which small multiples a page has: per group, per area, how many at once, and where their lines stop."""

import xml.etree.ElementTree as ET

import shipped
from annexed import catalogue, described, number, sectioned, view_of

from indicators.multiples import INTERRUPTED, MultipleRow, multiple_rows, opened

CHILDREN = described("children_mother_origin")
TITLE = "werkzaamheidsgraad 15-64 jaar in België en de buurlanden"


def lines_of(svg: str) -> list[str]:
    """The paths of a drawing that are lines of figures: the last is its own, those before it are the others."""
    paths = [one for one in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}path") if one.get("stroke-linecap")]
    return [one.attrib["d"] for one in paths]


def test_each_country_of_eurostat_has_a_drawing_for_each_group_of_the_large_chart() -> None:
    rows = shipped.view_of("employment_rate_eurostat").multiples

    assert [(one.title, one.is_open) for one in rows] == [
        ("Elk gebied apart: vreemde nationaliteit", True),
        ("Elk gebied apart: nationaliteit van het land zelf", True),
        (f"Elk gebied apart: {TITLE}", False),
        ("Naar geslacht", False),
        ("Naar nationaliteit en geslacht", False),
    ]
    assert [(one.name, one.change, one.value) for one in rows[0].items[:2]] == [  # 61,0 − 59,2 and 72,0 − 66,7
        ("België", "+1,8 procentpunten sinds 2021", "61,0%"),
        ("Nederland", "+5,3 procentpunten sinds 2021", "72,0%"),
    ]
    assert {"van 0 tot 100%" in row.subtitle for row in rows[:2]} == {True}
    assert rows[0].items[1].text == "Nederland: van 66,7% in 2021 naar 72,0% in 2024."


def test_a_row_of_groups_names_its_area_where_the_page_has_several() -> None:
    (row,) = [one for one in shipped.view_of("employment_rate_eurostat").multiples if one.title == "Naar geslacht"]

    assert row.subtitle.startswith("België. Aandeel in %.")


def test_one_chosen_area_has_a_drawing_for_each_of_its_groups() -> None:
    chosen = shipped.view_of("employment_rate_eurostat", gebied="nl", uitsplitsing="nationality-sex").multiples

    assert [row.title for row in chosen] == ["Elke groep apart: naar nationaliteit en geslacht"]
    assert len(chosen[0].items) == 4


def test_four_groups_in_a_large_chart_have_drawings_of_their_own_and_two_do_not() -> None:
    (row,) = shipped.view_of("median_income").multiples

    assert row.title == "Elke groep apart: naar nationaliteit"
    assert (row.items[0].name, row.items[0].value) == ("Belgische nationaliteit", "31.233 euro")
    assert shipped.view_of("employment_rate_eak_20_64").multiples == ()


def test_of_many_drawings_a_page_opens_at_most_twelve_and_always_the_first_row() -> None:
    item = view_of("newcomers_profile").multiples[0].items[0]
    rows = [MultipleRow("", "", (item,) * count) for count in (13, 1)]

    assert [one.is_open for one in opened(rows)] == [True, False]
    assert [one.is_open for one in opened(rows[1:] * 13)] == [True] * 12 + [False]


def test_a_line_stops_at_a_break_and_the_row_says_so() -> None:
    years = [("2006", "A"), ("2007", "A"), ("2008", "A"), ("2009", "B"), ("2010", "A")]
    figures = [number(10.0, year, obs_status=status, ref_area="VLG", mother_origin="foreign") for year, status in years]
    (row,) = multiple_rows(sectioned(CHILDREN, *figures)[0], CHILDREN, catalogue())

    (line,) = lines_of(row.items[0].svg)
    assert [run.count("L") + 1 for run in line.split("M")[1:]] == [3, 2]
    assert row.subtitle.endswith(INTERRUPTED)


def test_a_number_that_is_older_than_the_end_of_the_axis_names_its_year() -> None:
    figures = [
        number(10.0, str(year), ref_area="VLG", mother_origin=code)
        for code, last in (("foreign", 2010), ("ma", 2009))
        for year in range(2006, last + 1)
    ]
    (row,) = multiple_rows(sectioned(CHILDREN, *figures)[0], CHILDREN, catalogue())

    assert [one.value for one in row.items] == ["10%", "10% in 2009"]

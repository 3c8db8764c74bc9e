"""Two indicators in one picture: which points they share, what is said of them, what an address can ask."""

import pytest
from annexed import number
from shipped import answers

from indicators.figures.scatter import Spot, scatter, unnamed
from indicators.pair_view import NO_CAUSE, PairView
from indicators.pairs import by_group

CENSUS = {"x": "werkzaamheidsgraad-census-2011", "y": "werkloosheidsgraad-census-2011"}
EUROSTAT = {"x": "werkzaamheidsgraad-belgie-en-buurlanden", "y": "werkloosheidsgraad-belgie-en-buurlanden"}


def view(**query: str) -> PairView:
    return answers().newest.pair_views.view(query)


def test_a_figure_without_area_or_period_is_no_point() -> None:
    found = by_group([number(44.0, nationality="non_eu"), number(50.0, "", nationality="eu")])

    assert list(found) == [(("nationality", "non_eu"),)]


def test_a_point_has_both_figures_of_one_group_area_and_period() -> None:
    shown = view(**CENSUS).shown
    assert shown

    for x, y in shown.points:
        assert (x.ref_area, x.time_period, x.breakdown) == (y.ref_area, y.time_period, y.breakdown)
        assert x.indicator != y.indicator


def test_the_table_has_the_printed_figures() -> None:
    table = view(**EUROSTAT, groep="nationality-foreign", gebied="be").table
    assert table

    first = dict(table.rows)["1995"]
    assert [cell.text for cell in first] == ["42,0%", "23,4%"]  # LFSA_ERGAN and LFSA_URGAN


def test_suggested_pairs_are_related_and_may_be_compared() -> None:
    pairs = answers().newest.pair_views.pairs

    assert [(x.id, y.id) for x, y in pairs.suggested] == [
        ("employment_rate_eurostat", "unemployment_rate_eurostat"),
        ("census_employment_rate", "census_unemployment_rate"),
        ("children_mother_origin", "deprivation_index"),
    ]


@pytest.mark.parametrize(
    ("x", "y", "told"),
    [
        ("mediaan-inkomen", "asielzoekers", "Deze twee hebben geen enkel punt gemeen"),
        ("asielzoekers", "asielzoekers", "Je koos twee keer dezelfde indicator."),
    ],
)
def test_two_without_points_say_why_there_is_no_chart(x: str, y: str, told: str) -> None:
    shown = view(x=x, y=y)

    assert shown.why_not.startswith(told)
    assert shown.panel is None


def test_what_is_defined_in_another_way_stands_side_by_side() -> None:
    table = view(**CENSUS).differences
    assert table

    assert [cell.text for cell in dict(table.rows)["Noemer"]] == [
        "alle inwoners van 15 tot 64 jaar",
        answers().catalogue.indicators["census_unemployment_rate"].denominator,
    ]


def test_the_chart_has_no_line_and_says_that_it_is_no_cause() -> None:
    panel = view(**EUROSTAT).panel
    assert panel

    assert {trace["mode"] for trace in panel.figure["data"]} <= {"markers", "markers+text"}  # type: ignore[attr-defined]
    assert panel.notes[-1] == NO_CAUSE
    assert len(panel.description.split()) <= 90


def test_an_address_leads_back_to_its_own_view() -> None:
    shown = view(**EUROSTAT, punten="gebieden", jaar="2020")

    assert shown.search.endswith("&punten=gebieden&jaar=2020")
    assert {one.time_period for point in shown.shown.points for one in point} == {"2020"}  # type: ignore[union-attr]
    assert shown.unknown == ()


def test_what_an_address_does_not_know_is_told_and_ignored() -> None:
    shown = view(**EUROSTAT, punten="<script>", kleur="=1+1")

    assert shown.unknown == ("punten=<script>", "kleur==1+1")
    assert shown.search == view(**EUROSTAT).search


def test_a_name_that_would_lie_over_others_is_left_out() -> None:
    crowd = [Spot(f"Provincie {place}", 50 + place / 100, 50, "") for place in range(9)]
    figure = scatter([*crowd, Spot("Ver", 10, 10, "")], "", "x", "y")

    assert 0 < unnamed(figure) < 9


def test_a_hostile_name_is_text() -> None:
    figure = scatter([Spot("<b>x</b>", 1, 1, "<i>"), Spot("b", 2, 2, "")], "", "<u>", "y")

    assert figure["data"][0]["text"] == ["&lt;b&gt;x&lt;/b&gt;"]  # type: ignore[index]

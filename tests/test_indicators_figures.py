import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

import pytest
from annexed import all_views, catalogue, described, number, sectioned

from indicators.figures import lines, rows, small, theme
from indicators.figures.points import Line, Point
from indicators.figures.rows import Mark, Row
from indicators.multiples import multiple_rows

HOSTILE = '<script>alert("x")</script> & <b>vet</b>'
SAFE = '&lt;script&gt;alert("x")&lt;/script&gt; &amp; &lt;b&gt;vet&lt;/b&gt;'
SVG = "{http://www.w3.org/2000/svg}"
CHILDREN = described("children_mother_origin")


def point(year: float, value: float, **more: Any) -> Point:
    return Point(year, f"{year:.0f}", value, f"{value:g}", f"{year:.0f}: {value:g}", **more)


def line(values: Sequence[float], start: int = 2000, **more: Any) -> Line:
    return Line("lijn", tuple(point(start + place, value) for place, value in enumerate(values)), **more)


def drawn(*found: Line, unit: str = "percent") -> dict[str, Any]:
    return lines.lines(found, unit)


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (100, [0, 25, 50, 75, 100]),
        (80, [0, 20, 40, 60, 80]),
        (26.1, [0, 5, 10, 15, 20, 25]),
        (1, [0, 0.25, 0.5, 0.75, 1]),
        (46021, [0, 10000, 20000, 30000, 40000]),
        (5, [0, 1, 2, 3, 4, 5]),
        (0, [0]),
    ],
)
def test_ticks_are_round_start_at_zero_and_stay_below_the_top(top: float, ticks: list[float]) -> None:
    assert theme.ticks_to(top) == ticks


@pytest.mark.parametrize(
    ("values", "unit", "top"),
    [
        ([44.0, 73.0], "percent", 80.0),
        ([100.0], "percent", 100.0),
        ([0.3], "percent", 0.3),
        ([399433.0, 1057666.0], "persons", 1250000.0),
        ([2.8], "scale_1_5", 5.0),
        ([0.0], "percent", 1.0),
        ([], "percent", 1.0),
    ],
)
def test_an_axis_ends_at_the_first_round_tick_above_all_values(values: list[float], unit: str, top: float) -> None:
    assert theme.axis_top(values, unit) == top


@pytest.mark.parametrize(("tick", "text"), [(50000, "50.000"), (1000000, "1.000.000"), (2.5, "2,5"), (0, "0")])
def test_a_tick_is_written_in_flemish(tick: float, text: str) -> None:
    assert theme.tick_text(tick) == text


def test_the_unit_stands_at_the_last_tick_only() -> None:
    assert theme.value_axis(80, "percent")["ticktext"] == ["0", "20", "40", "60", "80%"]
    assert theme.value_axis(80, "persons")["ticktext"] == ["0", "20", "40", "60", "80"]


def test_scores_have_no_tick_below_their_lowest() -> None:
    assert theme.value_axis(5, "scale_1_5")["tickvals"] == [1, 2, 3, 4, 5]


def test_a_family_keeps_colour_and_shape_and_its_second_group_has_another_shape() -> None:
    first, second = theme.look("non_eu"), theme.look("non_eu+")

    assert first.colour == second.colour
    assert first.symbol != second.symbol
    assert len({theme.LOOKS[one].symbol for one in ("be", "eu", "non_eu", "all", "unknown")}) == 5


def test_a_line_of_numbers_near_zero_is_drawn_on_an_axis_from_zero() -> None:
    assert drawn(line([0.0, 0.0, 0.0]))["layout"]["yaxis"]["range"] == [0.0, 1.0]
    assert drawn(line([1.0, 2.0, 3.0]))["layout"]["yaxis"]["range"][0] == 0.0


def test_a_skipped_year_interrupts_a_yearly_line() -> None:
    points = tuple(point(year, 1.0) for year in (2000, 2001, 2003, 2004))

    assert drawn(Line("lijn", points))["data"][0]["x"] == [2000, 2001, None, 2003, 2004]


def test_an_irregular_series_keeps_real_distances() -> None:
    points = tuple(point(year, 1.0) for year in (2002, 2004, 2008))
    figure = drawn(Line("lijn", points))

    assert figure["data"][0]["x"] == [2002, 2004, 2008]
    assert figure["layout"]["xaxis"]["tickvals"] == [2002, 2004, 2008]


def test_a_break_interrupts_the_line_and_is_named() -> None:
    points = (point(2000, 1.0), point(2001, 2.0), point(2002, 5.0, is_break=True), point(2003, 6.0))
    figure = drawn(Line("lijn", points))

    assert figure["data"][0]["y"] == [1.0, 2.0, None, 5.0, 6.0]
    assert [one["x0"] for one in figure["layout"]["shapes"]] == [2001.5]
    assert "nieuwe definitie" in [one["text"] for one in figure["layout"]["annotations"]]


def test_an_open_last_point_has_a_dashed_segment_of_its_own() -> None:
    points = (point(2000, 1.0), point(2001, 2.0), point(2002, 3.0, is_open=True))
    firm, last = drawn(Line("lijn", points))["data"]

    assert (firm["x"], firm["line"]["dash"]) == ([2000, 2001], "solid")
    assert (last["x"], last["line"]["dash"], last["marker"]["symbol"][-1]) == ([2001, 2002], "dot", "circle-open")
    assert last["text"] == ["", "<b>3</b>"]


def test_few_points_all_carry_their_number_and_many_only_the_telling_ones() -> None:
    few = drawn(line([1, 2, 3, 4, 5, 6]))["data"][0]["text"]
    many = drawn(line([3, 1, 4, 9, 5, 6, 7, 8]))["data"][0]["text"]

    assert few == ["1", "2", "3", "4", "5", "<b>6</b>"]
    assert many == ["3", "1", "", "9", "", "", "", "<b>8</b>"]


def test_lines_of_one_family_differ_in_their_dashes() -> None:
    figure = drawn(line([1, 2, 3], family="eu"), line([4, 5, 6], family="eu"), line([7, 8, 9], family="be"))

    assert [one["line"]["dash"] for one in figure["data"]] == ["solid", "dash", "solid"]


def test_names_at_the_ends_of_lines_do_not_cover_each_other() -> None:
    figure = drawn(line([1.0, 2.0, 50.0]), line([1.0, 2.0, 50.1]), line([1.0, 2.0, 50.2]))
    heights = sorted(one["y"] for one in figure["layout"]["annotations"])
    pixel = (figure["layout"]["yaxis"]["range"][1]) / (lines.HEIGHT - 58)

    assert min(after - before for before, after in zip(heights, heights[1:], strict=False)) >= 18 * pixel


def test_a_dot_stands_on_a_stem_from_zero_and_two_dots_on_one_between_them() -> None:
    figure = rows.dots(
        [Row("een", (Mark(40.0, "40%", ""),)), Row("twee", (Mark(73.0, "", ""), Mark(44.0, "", "")))], "percent"
    )

    assert figure["data"][0]["x"] == [0.0, 40.0, None, 44.0, 73.0, None]


def test_a_stem_of_a_score_starts_at_the_lowest_score() -> None:
    figure = rows.dots([Row("score", (Mark(2.8, "2,80", ""),))], "scale_1_5")

    assert figure["data"][0]["x"] == [1.0, 2.8, None]


def test_a_margin_is_drawn_behind_its_symbol() -> None:
    figure = rows.dots([Row("een", (Mark(44.0, "44%", "", lower=40.0, upper=49.0),))], "percent")

    assert figure["data"][1]["error_x"]["array"] == [5.0]
    assert figure["data"][1]["error_x"]["arrayminus"] == [4.0]


def test_a_heading_is_bold_and_has_no_mark() -> None:
    figure = rows.dots([Row("Naar geslacht", is_heading=True), Row("Mannen", (Mark(1.0, "", ""),))], "percent")

    assert figure["layout"]["annotations"][0]["text"] == "<b>Naar geslacht</b>"
    assert len(figure["data"][1]["x"]) == 1


def test_bars_start_at_zero() -> None:
    figure = rows.bars([Row("een", (Mark(3.0, "3", ""),)), Row("twee", (Mark(1.0, "1", ""),))], "persons")

    assert (figure["data"][0]["x"], figure["layout"]["xaxis"]["range"][0]) == ([3.0, 1.0], 0)


def test_parts_of_a_bar_are_stacked_in_order_and_narrow_ones_carry_no_number() -> None:
    row = Row("1ste leerjaar", (Mark(39.94, "39,94%", ""), Mark(12.46, "12,46%", ""), Mark(1.67, "1,67%", "")))
    figure = rows.stacked([row], ["1 jaar", "2 jaar", "meer"], "percent", 100.0)

    assert [one["x"] for one in figure["data"]] == [[39.94], [12.46], [1.67]]
    assert [one["text"] for one in figure["data"]] == [["39,94%"], ["12,46%"], [""]]
    assert figure["layout"]["barmode"] == "stack"


def texts_of(figure: dict[str, Any]) -> str:
    return json.dumps(figure, ensure_ascii=False).replace('\\"', '"').replace("<br>", " ")


def hostile_figures() -> list[dict[str, Any]]:
    mark = Mark(1.0, HOSTILE, HOSTILE)
    bad = Point(2000, "2000", 1.0, HOSTILE, HOSTILE)
    hostile_line = Line(HOSTILE, (bad, point(2001, 2.0), point(2002, 3.0)))
    return [
        rows.dots([Row(HOSTILE, (mark,)), Row(HOSTILE, is_heading=True)], "percent"),
        rows.bars([Row(HOSTILE, (mark,))], "persons"),
        rows.stacked([Row(HOSTILE, (mark, mark))], [HOSTILE, HOSTILE], "percent", 1.0),
        lines.lines([hostile_line, line([1, 2, 3])], "percent"),
    ]


@pytest.mark.parametrize("figure", hostile_figures(), ids=["dots", "bars", "stacked", "lines"])
def test_a_hostile_label_is_text_and_never_a_tag(figure: dict[str, Any]) -> None:
    told = texts_of(figure)

    assert "<script" not in told
    assert "<b>vet" not in told
    assert "&lt;script&gt;" in told


def test_what_is_made_safe_is_still_read_as_it_was() -> None:
    assert theme.plain(HOSTILE) == SAFE
    assert theme.plain("diploma's “ECM”") == "diploma's “ECM”"


def test_a_hostile_label_in_a_small_drawing_is_text() -> None:
    svg = small.multiple(
        [(2000, 1.0), (2001, 2.0), (2002, 3.0)], [], "be", 4.0, (2000, 2002), (HOSTILE, "2002"), HOSTILE
    )

    assert HOSTILE in [one.text for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_every_small_drawing_of_the_annex_is_well_formed() -> None:
    drawings = [item.svg for view in all_views() for row in view.multiples for item in row.items]

    assert len(drawings) > 10
    assert {ET.fromstring(svg).tag for svg in set(drawings)} == {f"{SVG}svg"}


@pytest.mark.parametrize("family", [*theme.LOOKS, "non_eu+", "onbekende familie"])
@pytest.mark.parametrize("is_open", [True, False])
def test_every_symbol_is_well_formed(family: str, is_open: bool) -> None:
    drawing = ET.fromstring(small.symbol(family, is_open=is_open))

    assert (drawing.get("width"), len(drawing)) == ("16", 1)
    assert (drawing[0].get("fill") == theme.WHITE) == is_open


def test_an_open_symbol_is_filled_white_and_a_closed_one_in_its_colour() -> None:
    assert f'fill="{theme.LOOKS["be"].colour}"' in small.symbol("be")
    assert f'fill="{theme.WHITE}"' in small.symbol("be", is_open=True)


def test_a_sparkline_runs_from_zero_to_its_highest_value() -> None:
    path = ET.fromstring(small.sparkline([(2006, 10.0), (2008, 0.0), (2010, 20.0)])).findall(f"{SVG}path")[1]

    assert path.get("d") == "M5.0 18.0L60.0 31.0L115.0 5.0"


def test_a_small_drawing_names_the_ends_of_its_axes_in_flemish() -> None:
    svg = small.multiple([(2006, 30068.0), (2010, 41090.0)], [], "", 50000.0, (2006, 2010), ("2006", "2010"), "")

    assert [one.text for one in ET.fromstring(svg).iter(f"{SVG}text")] == ["50.000", "0", "2006", "2010"]


def test_a_drawing_in_an_address_is_read_back_unchanged() -> None:
    svg = small.symbol("be")
    head, _, content = small.data_uri(svg).partition(",")

    assert (head, unquote(content)) == ("data:image/svg+xml", svg)


def test_small_drawings_of_one_row_share_a_scale_and_tell_their_change() -> None:
    figures = [
        number(value, year, ref_area="VLG", mother_origin=code)
        for code, values in {"foreign": (16.1, 20.0, 23.3), "ma": (5.0, 5.1, 6.0)}.items()
        for year, value in zip(("2001", "2005", "2010"), values, strict=True)
    ]
    (row,) = multiple_rows(sectioned(CHILDREN, *figures)[0], CHILDREN, catalogue())

    assert row.subtitle == (
        "Aandeel in %. Elke grafiek in deze rij heeft dezelfde schaal, van 0 tot 25%. "
        "Grijs: de andere groepen uit deze rij."
    )
    assert [(one.name, one.change, one.value) for one in row.items] == [
        ("Moeder van niet-Belgische origine", "+7,2 procentpunten sinds 2001", "23,3%"),
        ("Moeder van Marokkaanse origine", "+1 procentpunt sinds 2001", "6%"),
    ]
    assert row.items[1].text == "Moeder van Marokkaanse origine: van 5% in 2001 naar 6% in 2010."


def test_a_small_drawing_tells_no_change_over_a_break() -> None:
    years = (("2008", "A"), ("2009", "A"), ("2010", "B"))
    figures = [number(10.0, year, obs_status=status, ref_area="VLG", mother_origin="foreign") for year, status in years]
    (row,) = multiple_rows(sectioned(CHILDREN, *figures)[0], CHILDREN, catalogue())

    assert row.items[0].change == "Geen verandering berekend: de definitie is nieuw"
    assert row.items[0].text == "Moeder van niet-Belgische origine: 10% in 2010."


def test_too_few_measurements_make_no_small_drawing() -> None:
    figures = [number(10.0, year, ref_area="VLG", mother_origin="foreign") for year in ("", "2009", "2010")]

    assert multiple_rows(sectioned(CHILDREN, *figures)[0], CHILDREN, catalogue()) == []

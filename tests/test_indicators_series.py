from dataclasses import replace

from annexed import catalogue, described, number, sectioned, shelf

from data.model import TRANSFORMATION
from indicators.series import Names, cut_of, levels, periods, sections, statements

WORK = described("employment_rate")
NAMES = Names(WORK, catalogue())


def test_figures_with_the_same_breakdown_make_one_section() -> None:
    found = sectioned(WORK, number(44.0, nationality="non_eu"), number(73.0, nationality="be_eu"), number(60.0))

    assert [(one.cut, len(one.series)) for one in found] == [(("nationality",), 2), ((), 1)]


def test_the_section_of_the_headline_comes_first_then_fewer_dimensions_before_more() -> None:
    figures = [
        number(30.0, nationality="non_eu", sex="f"),
        number(60.0),
        number(53.0, country_of_birth="non_eu"),
        number(44.0, nationality="non_eu"),
    ]

    assert [one.cut for one in sectioned(WORK, *figures)] == [
        ("nationality",),
        (),
        ("country_of_birth",),
        ("nationality", "sex"),
    ]


def test_a_cut_follows_the_order_of_the_catalogue() -> None:
    assert cut_of({"sex": "f", TRANSFORMATION: "gap", "nationality": "non_eu"}, WORK) == (
        "nationality",
        "sex",
        TRANSFORMATION,
    )


def test_the_reference_group_stands_first_and_the_others_follow_their_codelist() -> None:
    health = described("self_rated_health")
    figures = [number(16.0, nationality=code) for code in ("tr", "non_europe", "ma", "be")]

    assert sectioned(health, *figures)[0].codes("nationality") == ("be", "ma", "tr", "non_europe")


def test_areas_follow_their_codelist() -> None:
    figures = [number(1.0, ref_area=area) for area in ("WG", "VLG", "BE", "")]

    assert sectioned(WORK, *figures)[0].areas == ("BE", "VLG", "WG", "")


def test_a_series_stands_in_order_of_time_whatever_the_order_of_its_figures() -> None:
    figures = [number(3.0, "2008"), number(1.0, "2002"), number(2.0, "2004")]

    assert [one.obs_value for one in sectioned(WORK, *figures)[0].series[0].observations] == [1.0, 2.0, 3.0]


def test_the_last_of_a_series_is_its_newest_number_not_a_later_gap() -> None:
    series = sectioned(WORK, number(3.0, "2008"), number(None, "2009"), number(2.0, "2004"))[0].series[0]

    assert (series.last.time_period, series.last.number) == ("2008", 3.0)


def test_a_number_without_a_period_is_measured_but_has_no_place_in_time() -> None:
    section = sectioned(WORK, number(1.0, ""), number(2.0, "2004"), number(3.0, "2008"))[0]

    assert [one.number for one in section.series[0].measured] == [1.0, 2.0, 3.0]
    assert [one.number for one in section.series[0].dated] == [2.0, 3.0]
    assert section.most_measurements == 2


def test_periods_stand_in_order_of_time_and_the_unstated_one_first() -> None:
    assert periods([number(1.0, "2010"), number(1.0, ""), number(1.0, "2009-12"), number(1.0, "2010")]) == (
        "",
        "2009-12",
        "2010",
    )


def test_a_table_of_the_source_is_shown_before_a_rounded_mention_in_its_text() -> None:
    table = number(8.72, source_ref="Figuur 7")
    text = number(9.0, source_ref="§2.2.3")

    assert levels([text, table]) == [table]
    assert levels([table, text]) == [table]


def test_every_place_of_the_annex_is_shown_once_and_tables_win() -> None:
    shown = [one for figures in shelf().by_indicator.values() for one in levels(figures)]
    in_text = [one for one in shown if one.source_ref.startswith("§")]
    in_tables = {one.key[:4] for figures in shelf().by_indicator.values() for one in figures if "Figuur" in one.key[5]}

    assert len({one.key[:4] for one in shown}) == len(shown)
    assert [one.key for one in in_text if one.key[:4] in in_tables] == []


def test_what_the_source_says_about_a_figure_is_kept_apart_from_the_figure() -> None:
    level = number(44.0, nationality="non_eu")
    gap = replace(level, breakdown={"nationality": "non_eu", TRANSFORMATION: "gap"}, obs_value=29.0)

    assert levels([level, gap]) == [level]
    assert statements([level, gap]) == [gap]


def test_no_statement_of_the_annex_stands_among_the_figures() -> None:
    told = [one for figures in shelf().by_indicator.values() for one in statements(figures)]
    shown = [one for figures in shelf().by_indicator.values() for one in levels(figures)]

    assert len(told) == 10
    assert not any(TRANSFORMATION in one.breakdown for one in shown)


def test_what_all_series_share_is_constant_but_never_everything() -> None:
    both = sectioned(WORK, number(30.0, nationality="non_eu", sex="f"), number(50.0, nationality="non_eu", sex="m"))
    single = sectioned(WORK, number(30.0, nationality="non_eu", sex="f"))

    assert both[0].constant == ("nationality",)
    assert single[0].constant == ()


def test_the_name_of_a_cut_tells_in_brackets_what_all_series_share() -> None:
    both = sectioned(WORK, number(30.0, nationality="non_eu", sex="f"), number(50.0, nationality="non_eu", sex="m"))

    assert NAMES.cut(both[0]) == "Naar geslacht (niet-EU-nationaliteit)"


def test_a_cut_of_one_series_and_the_total_have_names() -> None:
    single = sectioned(WORK, number(30.0, nationality="non_eu", sex="f"), number(60.0))

    assert [NAMES.cut(one) for one in single] == ["Totaal", "Naar nationaliteit en geslacht"]


def test_a_breakdown_is_named_in_the_order_of_the_catalogue() -> None:
    assert NAMES.breakdown({"sex": "f", "nationality": "non_eu"}) == "niet-EU-nationaliteit, vrouwen"
    assert NAMES.breakdown({"sex": "f"}, without=("sex",)) == "totaal"


def test_people_in_a_sentence_are_those_of_the_indicator() -> None:
    names = Names(described("school_delay"), catalogue())

    assert names.phrase("nationality", "foreign") == "leerlingen met een vreemde nationaliteit"


def test_a_section_tells_its_place_and_more_than_four_areas_are_counted() -> None:
    few = sectioned(WORK, number(1.0, ref_area="BE"), number(2.0, ref_area="VLG"))[0]
    many = sectioned(WORK, *(number(1.0, ref_area=area) for area in ("BE", "VLG", "WG", "BHG", "VL")))[0]

    assert (NAMES.place(few), NAMES.areas(many)) == ("België en Vlaams Gewest, 2010", "5 gebieden")


def test_a_section_that_only_says_that_a_whole_is_100_per_cent_is_known() -> None:
    caw = described("caw_guidance_share")
    found = sections(levels(shelf().observations(caw.id)), caw, catalogue())

    assert [one.cut for one in found if one.is_whole] == [(), ("caw_service",)]

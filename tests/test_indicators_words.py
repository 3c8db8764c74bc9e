import pytest
from annexed import described, number, shelf

from data.model import Observation
from indicators import words

PERCENT = described("employment_rate")
ONE_DECIMAL = described("children_mother_origin")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (41090, 0, "41.090"),
        (1057666.0, 0, "1.057.666"),
        (6.4, 1, "6,4"),
        (30.0, 1, "30,0"),
        (-0.94, 1, "−0,9"),
        (0, 0, "0"),
        (-0.04, 1, "0,0"),
        (0.25, 1, "0,3"),
        (2.5, 0, "3"),
        (0.1 + 0.2, 2, "0,30"),
    ],
)
def test_a_number_has_a_decimal_comma_points_for_thousands_and_a_real_minus(
    value: float, decimals: int, text: str
) -> None:
    assert words.number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [(33.83, "+33,8"), (-8.8, "−8,8"), (0.0, "0,0"), (0.04, "0,0"), (-0.04, "0,0")]
)
def test_a_change_is_signed_unless_it_rounds_to_zero(value: float, text: str) -> None:
    assert words.signed(value, 1) == text


@pytest.mark.parametrize(
    ("printed", "decimals"),
    [
        ("6,4%", 1),
        ("5,29 %", 2),
        ("10.92%", 2),
        ("41.090", 0),
        ("24.1999", 0),
        ("29 954", 0),
        ("1.057.666", 0),
        ("3 op de 10", 0),
        ("een kwart", None),
        ("", None),
    ],
)
def test_decimals_are_counted_in_what_the_source_prints(printed: str, decimals: int | None) -> None:
    assert words.decimals_of(printed) == decimals


@pytest.mark.parametrize(
    ("printed", "text"), [("23", "23%"), ("23,0", "23,0%"), ("23,00", "23,00%"), ("drieëntwintig", "23,0%")]
)
def test_a_value_keeps_the_decimals_of_the_source_and_else_those_of_its_indicator(printed: str, text: str) -> None:
    assert words.value(number(23.0, printed=printed), ONE_DECIMAL) == text


def test_a_number_of_our_own_has_the_decimals_of_its_indicator() -> None:
    derived = number(8.2, printed="", derivation="8,6 − 0,4")

    assert words.value(derived, ONE_DECIMAL) == "8,2%"


def test_a_number_that_the_source_rounds_in_words_gets_no_decimals() -> None:
    third = number(33.3, printed="1 op de 3", qualifier="1 op de 3", derivation="1 / 3 × 100")

    assert words.qualified_value(third, ONE_DECIMAL) == "ongeveer 33% (“1 op de 3”)"


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("6,4", "percent", "6,4%"),
        ("1", "percentage_points", "1 procentpunt"),
        ("−1", "percentage_points", "−1 procentpunt"),
        ("+1", "percentage_points", "+1 procentpunt"),
        ("29", "percentage_points", "29 procentpunten"),
        ("0,5", "percentage_points", "0,5 procentpunten"),
        ("1,0", "percentage_points", "1,0 procentpunten"),
        ("1", "points", "1 punt"),
        ("70", "points", "70 punten"),
        ("5", "times", "5 keer"),
        ("399.433", "persons", "399.433"),
    ],
)
def test_a_unit_stands_behind_its_number_in_the_right_number(text: str, unit: str, told: str) -> None:
    assert words.with_unit(text, unit) == told


@pytest.mark.parametrize(
    ("place", "text"),
    [("1", "1ste"), ("2", "2de"), ("4", "4de"), ("8", "8ste"), ("11", "11de"), ("20", "20ste"), ("102", "102de")],
)
def test_a_rank_has_its_flemish_ending(place: str, text: str) -> None:
    assert words.with_unit(place, "rank") == f"{text} plaats"


@pytest.mark.parametrize(
    ("lower", "upper", "text"), [(5.0, 6.0, "5 tot 6%"), (2.5, 4.0, "2,5 tot 4,0%"), (3.0, 4.0, "3 tot 4%")]
)
def test_a_range_gives_both_limits(lower: float, upper: float, text: str) -> None:
    limits = number(None, lower=lower, upper=upper, qualifier="tussen", printed="tussen 5 en 6%")

    assert words.qualified_value(limits, PERCENT) == text


@pytest.mark.parametrize(("status", "text"), [("O", "waarde niet in de tekst"), ("L", ":"), ("M", ":"), ("Q", "–")])
def test_a_missing_number_says_or_shows_why(status: str, text: str) -> None:
    assert words.value(number(None, obs_status=status), PERCENT) == text


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("", "40%"),
        ("bijna", "bijna 40%"),
        ("iets meer dan", "iets meer dan 40%"),
        ("rond", "ongeveer 40%"),
        ("onder", "minder dan 40%"),
        ("4 op de 10", "ongeveer 40% (“4 op de 10”)"),
        ("slechts 4 op de 10", "ongeveer 40% (“slechts 4 op de 10”)"),
    ],
)
def test_the_words_of_the_source_qualify_a_number(qualifier: str, text: str) -> None:
    assert words.qualified_value(number(40.0, qualifier=qualifier), PERCENT) == text


def test_every_qualifier_of_the_annex_is_plain_or_quoted() -> None:
    found = [one for figures in shelf().by_indicator.values() for one in figures if one.qualifier and not one.is_range]
    told = {one.qualifier: words.qualified_value(one, described(one.indicator)) for one in found}

    assert {qualifier for qualifier, text in told.items() if f"(“{qualifier}”)" not in text} == {
        "bijna",
        "ruim",
        "ongeveer",
        "rond",
        "meer dan",
        "iets meer dan",
        "iets minder dan",
        "onder",
        "slechts",
    }


@pytest.mark.parametrize(("value", "text"), [(1.6, "+1,6 procentpunten"), (-0.9, "−0,9 procentpunten")])
def test_a_change_that_the_source_prints_is_told_with_its_sign(value: float, text: str) -> None:
    change = number(value, unit_measure="percentage_points", transformation="change")

    assert words.qualified_value(change, ONE_DECIMAL) == text


@pytest.mark.parametrize(
    ("time_period", "kind", "alone", "in_sentence"),
    [
        ("2010", "year", "2010", "in 2010"),
        ("2010-01-01", "year", "1 januari 2010", "op 1 januari 2010"),
        ("2011-06", "year", "juni 2011", "in juni 2011"),
        ("2009-2010", "school_year", "schooljaar 2009‑2010", "in het schooljaar 2009‑2010"),
        ("2008-2009", "academic_year", "academiejaar 2008‑2009", "in het academiejaar 2008‑2009"),
        ("2005-2020", "year", "2005 tot 2020", "in de periode 2005 tot 2020"),
        ("", "year", "jaar niet vermeld", "in een niet vermeld jaar"),
        ("2010-13", "year", "2010-13", "in 2010-13"),
    ],
)
def test_a_period_is_written_alone_and_in_a_sentence(time_period: str, kind: str, alone: str, in_sentence: str) -> None:
    assert (words.period(time_period, kind), words.in_period(time_period, kind)) == (alone, in_sentence)


@pytest.mark.parametrize(
    ("time_periods", "kind", "text"),
    [
        ((), "year", "jaar niet vermeld"),
        (("",), "year", "jaar niet vermeld"),
        (("2010",), "year", "2010"),
        (("2009-12", "2011-06"), "year", "december 2009 en juni 2011"),
        (("2008-2009", "2009-2010"), "academic_year", "academiejaar 2008‑2009 en 2009‑2010"),
        (("2006", "2007", "2010"), "year", "2006 tot 2010"),
        (("", "2003"), "year", "2003 of jaar niet vermeld"),
    ],
)
def test_the_periods_of_a_figure_are_named_or_spanned(time_periods: tuple[str, ...], kind: str, text: str) -> None:
    assert words.periods(time_periods, kind) == text


@pytest.mark.parametrize(("time_period", "name"), [("2010-01-01", "2010"), ("2009-2010", "2009‑2010"), ("", "")])
def test_an_axis_names_a_period_by_its_year(time_period: str, name: str) -> None:
    assert words.year(time_period) == name


@pytest.mark.parametrize(
    ("time_period", "place"),
    [("2010", 2010.0), ("2010-01-01", 2010.0), ("2011-07", 2011.5), ("2009-2010", 2009.0), ("2011-2012", 2011.0)],
)
def test_a_period_has_its_place_on_the_axis_of_time(time_period: str, place: float) -> None:
    assert words.position(time_period) == place


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")]
)
def test_a_list_has_commas_and_one_en(names: list[str], text: str) -> None:
    assert words.listed(names) == text


@pytest.mark.parametrize(
    ("groups", "text"),
    [
        (["personen van Turkse herkomst"], "personen van Turkse herkomst"),
        (
            ["personen van Turkse herkomst", "personen van Marokkaanse herkomst"],
            "personen van Turkse of Marokkaanse herkomst",
        ),
        (
            ["personen met de Turkse nationaliteit", "personen met een Zuid-Europese nationaliteit"],
            "personen met de Turkse of een Zuid-Europese nationaliteit",
        ),
        (["mannen", "vrouwen"], "mannen en vrouwen"),
        (["personen van hier", "personen"], "personen van hier en personen"),
    ],
)
def test_groups_of_people_say_once_what_they_share(groups: list[str], text: str) -> None:
    assert words.listed_groups(groups) == text


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Nationaliteit", "nationaliteit"),
        ("EU-nationaliteit", "EU-nationaliteit"),
        ("“ECM”", "“ECM”"),
        ("", ""),
    ],
)
def test_a_name_in_a_sentence_starts_small_unless_it_is_an_abbreviation_or_a_quotation(text: str, small: str) -> None:
    assert words.lower(text) == small


@pytest.mark.parametrize(("text", "large"), [("niet-EU", "Niet-EU"), ("1 jaar", "1 jaar"), ("", "")])
def test_a_sentence_starts_with_a_capital(text: str, large: str) -> None:
    assert words.capital(text) == large


def test_every_number_of_the_annex_can_be_written() -> None:
    figures: list[Observation] = [one for found in shelf().by_indicator.values() for one in found]
    told = [words.qualified_value(one, described(one.indicator)) for one in figures]

    assert len(told) > 600
    assert all(text.strip() == text and text for text in told)

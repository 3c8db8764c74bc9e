import re
from dataclasses import replace

import pytest
from annexed import Shelf, answers, catalogue, number, shelf

from data.highlights import Pick, read_highlights
from data.model import Observation
from indicators.gap_rows import axis_end, by_polarity, find_gap, gap_row
from indicators.overview import Line, Overview, Tile

HOME = answers().newest.home


def overview(*observations: Observation) -> Overview:
    """The annex, with figures of a test in place of those of the same indicators."""
    replaced = {one.indicator for one in observations}
    rest = [one for name, figures in shelf().by_indicator.items() for one in figures if name not in replaced]
    return Overview(Shelf([*rest, *observations]), catalogue(), read_highlights(catalogue()))  # type: ignore[arg-type]


def line(domain: str, slug: str) -> Line:
    return next(one for one in answers().newest.lines(domain) if one.slug == slug)


def test_the_home_page_answers_in_two_sentences_with_bold_numbers() -> None:
    assert "".join(text for text, _ in HOME.answer) == (
        "Op 1 januari 2010 had 6,4% van de inwoners in het Vlaams Gewest een vreemde nationaliteit. "
        "Op de meeste levensdomeinen is er een kloof met Belgen. "
        "Op de arbeidsmarkt bedraagt die 29 procentpunten, op school loopt ze op tot 40 procentpunten."
    )
    assert [text for text, is_bold in HOME.answer if is_bold] == ["6,4%", "29 procentpunten", "40 procentpunten"]


def test_the_answer_is_short_enough_to_read_in_ten_seconds() -> None:
    assert len("".join(text for text, _ in HOME.answer).split()) <= 45


def test_few_domains_with_a_gap_are_not_called_most() -> None:
    equal = [
        replace(one, obs_value=50.0)
        for name in ("home_ownership", "association_membership", "poverty_risk", "deprivation_index")
        for one in shelf().observations(name)
        if one.obs_value is not None
    ]

    assert "Op sommige levensdomeinen is er een kloof" in "".join(text for text, _ in overview(*equal).home().answer)


def test_gaps_stand_in_blocks_by_polarity_the_largest_first() -> None:
    assert [(head, [(row.title, row.gap) for row in rows]) for head, rows in HOME.gaps] == [
        (
            "Hoger is gunstiger",
            [("Werkzaamheidsgraad", "29"), ("Eigenaars van een woning", "25"), ("Lid van een vereniging", "24")],
        ),
        (
            "Lager is gunstiger",
            [
                ("Schoolse vertraging, einde secundair", "40"),
                ("Schoolse vertraging, einde lager", "28"),
                ("Armoederisico", "20"),
                ("Kansarmoede-index", "19,3"),
            ],
        ),
    ]


def test_every_row_tells_when_and_for_which_two_groups() -> None:
    notes = {row.title: row.note for _, rows in HOME.gaps for row in rows}

    assert notes["Werkzaamheidsgraad"] == "2010 · niet-EU-nationaliteit ↔ Belgische of EU-nationaliteit"
    assert notes["Eigenaars van een woning"].startswith("jaar niet vermeld · ")
    assert notes["Schoolse vertraging, einde lager"].startswith("schooljaar 2009‑2010 · ")


def test_a_row_has_its_lower_mark_first_on_the_common_axis_and_derived_numbers_open() -> None:
    (work,) = [row for _, rows in HOME.gaps for row in rows if row.title == "Werkzaamheidsgraad"]

    assert HOME.axis_end == 80.0
    assert [(mark.text, mark.place, mark.family, mark.is_open) for mark in work.marks] == [
        ("44", 55.0, "non_eu", False),
        ("73", 91.25, "be", True),
    ]


def test_a_row_is_told_in_full_for_those_who_do_not_see_it() -> None:
    (row,) = [row for _, rows in HOME.gaps for row in rows if row.title == "Kansarmoede-index"]

    assert row.text == (
        "Kansarmoede-index: moeder van niet-Belgische origine 23,4%, moeder van Belgische origine 4,1%. "
        "Kloof: 19,3 procentpunten."
    )


def test_the_axis_holds_all_values_and_never_runs_past_a_hundred_per_cent() -> None:
    work = catalogue().indicators["employment_rate"]
    ends = []
    for group, reference in ((44.0, 73.0), (44.0, 79.0), (44.0, 80.0), (95.0, 100.0)):
        figures = [number(group, nationality="non_eu"), number(reference, nationality="be_eu")]
        ends.append(axis_end(filter(None, [find_gap(work, catalogue(), figures, {"nationality": "non_eu"})])))

    assert ends == [80.0, 80.0, 100.0, 100.0]


def test_a_gap_of_one_is_one_percentage_point_in_the_singular() -> None:
    work = catalogue().indicators["employment_rate"]
    figures = [number(72.0, nationality="non_eu"), number(73.0, nationality="be_eu")]
    found = find_gap(work, catalogue(), figures, {"nationality": "non_eu"})

    assert found is not None
    assert gap_row(found, work, catalogue(), 80.0).text.endswith("Kloof: 1 procentpunt.")


def test_the_newest_gap_is_taken() -> None:
    work = catalogue().indicators["employment_rate"]
    figures = [
        number(value, year, nationality=code)
        for code, value in (("non_eu", 44.0), ("be_eu", 73.0))
        for year in ("2009", "2010")
    ]
    found = find_gap(work, catalogue(), figures, {"nationality": "non_eu"})

    assert found is not None
    assert found.group.time_period == "2010"


def test_rows_without_a_judgement_have_a_block_of_their_own() -> None:
    row = HOME.gaps[0][1][0]

    assert [head for head, _ in by_polarity([replace(row, polarity="neutral"), row])] == [
        "Hoger is gunstiger",
        "Geen oordeel",
    ]


def test_a_small_gap_is_told_too() -> None:
    assert HOME.small_gaps == (
        "in het buitengewoon lager onderwijs heeft 6,60% van de leerlingen een vreemde nationaliteit, "
        "in het gewoon lager onderwijs 6,49%",
    )


def test_a_small_gap_without_its_numbers_is_not_told() -> None:
    missing = [
        replace(one, obs_value=None, obs_status="O", printed="")
        for one in shelf().observations("pupils_foreign_share")
        if not one.is_range
    ]

    assert overview(*missing).home().small_gaps == ()


def tiles() -> tuple[Tile, ...]:
    """Tiles of three kinds: a share of one day, a count over time, a share over time that ends in an estimate."""
    picks = [Pick(name, "", {}, {}, "") for name in ("foreign_nationals_share", "newcomers", "children_mother_origin")]
    picks[2] = replace(picks[2], title="Kinderen met een moeder van niet-Belgische origine")
    picked = replace(read_highlights(catalogue()), tiles=tuple(picks))
    return Overview(shelf(), catalogue(), picked).home().tiles  # type: ignore[arg-type]


def test_tiles_tell_number_change_and_what_kind_of_number_it_is() -> None:
    assert [(tile.title, tile.value, tile.below) for tile in tiles()] == [
        ("Inwoners met een vreemde nationaliteit op 1 januari 2010", "6,4%", "399.433 personen, Vlaams Gewest"),
        ("Nieuwkomers in 2010", "41.090", "+33,8% tegenover 30.702 in 2009, Vlaams Gewest"),
        (
            "Kinderen met een moeder van niet-Belgische origine in 2010",
            "23,3%",
            "+1,6 procentpunten tegenover 21,7% in 2009, Vlaams Gewest, raming",
        ),
    ]


def test_a_sparkline_is_drawn_from_three_measurements_on() -> None:
    assert [bool(tile.sparkline) for tile in tiles()] == [False, True, True]
    assert [tile.years for tile in tiles()] == [("2010", "2010"), ("2006", "2010"), ("2001", "2010")]


def test_the_oldest_and_newest_year_of_all_figures_are_told() -> None:
    assert (HOME.oldest, HOME.newest) == ("1997", "2011")


def test_there_are_eight_domains_and_every_indicator_stands_in_one() -> None:
    listed = [slug for one in answers().domains() for _, slug in (*one.indicators, *one.waiting)]

    assert [one.slug for one in answers().domains()] == [
        "demografie",
        "inburgering",
        "werk",
        "onderwijs",
        "wonen",
        "welzijn",
        "participatie",
        "discriminatie",
    ]
    assert sorted(listed) == sorted(one.slug for one in catalogue().indicators.values())


@pytest.mark.parametrize(
    ("domain", "slug", "value", "period", "gap", "change"),
    [
        (
            "werk",
            "werkzaamheidsgraad",
            "44%",
            "2010",
            "29 procentpunten lager dan bij personen met een Belgische of EU-nationaliteit",
            "1 meting",
        ),
        ("inburgering", "nieuwkomers", "41.090", "2010", "", "+36,7% sinds 2006"),
        ("demografie", "kinderen-naar-herkomst-van-de-moeder", "23,3%", "2010", "", "+7,2 procentpunten sinds 2001"),
        (
            "wonen",
            "eigenaars-van-een-woning",
            "53%",
            "jaar niet vermeld",
            "25 procentpunten lager dan bij personen met de Belgische nationaliteit",
            "1 meting",
        ),
        ("discriminatie", "houding-tegenover-migratie", "Geen waarde", "2008", "", "geen meting in de tekst"),
        ("onderwijs", "leesvaardigheid-pisa", "70 punten", "2009", "", "1 meting"),
    ],
)
def test_a_line_of_a_domain_tells_newest_value_gap_and_change(
    domain: str, slug: str, value: str, period: str, gap: str, change: str
) -> None:
    found = line(domain, slug)

    assert (found.value, found.period, found.gap, found.change) == (value, period, gap, change)
    assert found.finding


def test_a_domain_shows_the_gaps_of_its_headlines_on_one_axis() -> None:
    groups, end = answers().newest.domain_gaps("welzijn")

    assert end == 40.0
    assert [(head, [row.title for row in rows]) for head, rows in groups] == [
        ("Lager is gunstiger", ["Armoederisico", "Kansarmoede-index", "Ervaren gezondheid"])
    ]
    assert answers().newest.domain_gaps("demografie")[0] == []


def test_no_text_of_the_home_page_or_a_domain_has_a_hole() -> None:
    lines = [one for domain in answers().domains() for one in answers().newest.lines(domain.slug)]
    told = [text for one in lines for text in (one.title, one.value, one.period, one.gap, one.change, one.finding)]
    told += [text for _, rows in HOME.gaps for row in rows for text in (row.title, row.note, row.text, row.gap)]

    assert [text for text in told if re.search(r"  |None|nan\b|\{|^ | $", text)] == []


def test_an_indicator_without_figures_has_a_line_that_says_so() -> None:
    empty = Overview(Shelf([]), catalogue(), read_highlights(catalogue()))  # type: ignore[arg-type]
    found = next(one for one in empty.lines("werk") if one.slug == "werkzaamheidsgraad")

    assert (found.value, found.period, found.gap, found.change) == ("Geen waarde", "", "", "nog geen cijfers")

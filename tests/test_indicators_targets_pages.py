import re
from typing import Any

import pytest
from annexed import answers, catalogue
from targeted import EARLY, EMPLOYMENT, GROWTH, HALF, assessed, one, point, target

from data.target import TargetSource
from indicators.targets.beside import beside, strip_cell
from indicators.targets.board import Assessment, Judged, in_order
from indicators.targets.export import exported, required_path
from indicators.targets.page import target_page
from indicators.targets.required import Required
from indicators.targets.rows import heading, on_home, target_list
from indicators.targets.what_if import what_if

MORE = target("direction", "up")
NO_YEAR = target("level", "up", "5", deadline="")


def test_with_the_annex_alone_no_target_can_be_assessed() -> None:
    shown = answers().newest.target_list

    assert shown.heading == "Van 24 doelen kunnen we er nog geen enkel beoordelen"
    assert {name: count for name, _, count in shown.counts if count} == {"NOT_ASSESSED": 24}
    assert len(shown.counts) == 7


def test_with_the_annex_alone_every_target_has_a_reason() -> None:
    reasons = [row.chip for row in answers().newest.target_list.rows]

    assert {reason: reasons.count(reason) for reason in reasons} == {
        "Nog geen trend": 2,
        "Geen basiscijfer": 1,
        "Geen meting": 17,
        "Geen streefcijfer": 4,
    }


@pytest.mark.parametrize(
    ("judged_", "told"),
    [
        ([], "Van 0 doelen kunnen we er nog geen enkel beoordelen"),
        ([one(HALF)], "Van 1 doel kunnen we er nog geen enkel beoordelen"),
        ([one(HALF), Judged(HALF, EARLY)], "Van 2 doelen kunnen we er 1 beoordelen: niet bereikt"),
        (
            [one(GROWTH, point(2010, 44), point(2015, 55)), Judged(HALF, EARLY), Judged(HALF, EARLY)],
            "Van 3 doelen kunnen we er 3 beoordelen: 1 bereikt en 2 niet bereikt",
        ),
    ],
)
def test_the_heading_counts(judged_: list[Judged], told: str) -> None:
    assert heading(judged_) == told


def test_targets_with_a_verdict_come_first_and_the_pact_before_the_plan() -> None:
    of_plan = target("level", "up", "5", id="plan", source=TargetSource("Vlaams actieplan", "1", "9", (), "x", "x"))
    judged_ = [one(of_plan), one(GROWTH), Judged(GROWTH, EMPLOYMENT), Judged(HALF, EARLY)]

    assert [in_order(judged_).index(found) for found in judged_] == [3, 2, 1, 0]


def test_the_table_has_value_needed_value_and_distance_for_every_year() -> None:
    table = Required(HALF, EARLY, catalogue()).table()

    assert table
    rows = {name: [cell.text for cell in cells] for name, cells in table.rows}
    assert list(rows) == [str(year) for year in range(2008, 2024)]
    assert rows["2008"] == ["8,6%", "8,6%", "0", "A"]
    assert rows["2014"] == ["geen meting", "6,43%", "–", "–"]
    assert rows["2017"] == ["7%", "5,34%", "+1,66", "A"]
    assert rows["2020"] == ["6,7%", "4,25%", "+2,45", "B"]
    assert rows["2023"] == ["5,4%", "4,25%", "+1,15", "A"]
    assert [letter for letter, _ in table.legend] == ["A", "B", "b"]
    assert table.remarks == ("Via de pers: HLN.",)


def test_the_road_is_drawn_apart_from_the_measurements() -> None:
    panel = Required(GROWTH, EMPLOYMENT, catalogue()).panel()

    assert panel
    figure: Any = panel.figure
    path, marks = figure["data"]
    assert (path["x"], path["y"], path["line"]["dash"], path["line"]["color"]) == (
        [2010, 2020],
        [44, 54],
        "dash",
        "#9B1458",
    )
    assert (marks["x"], marks["y"], marks["mode"]) == ([2010], [44], "markers+text")
    told = " ".join(one["text"] for one in figure["layout"]["annotations"])
    assert "Doel 2020: minstens 54%" in told
    assert "vereist pad: +1 per jaar" in told
    assert "Na 2010 zijn nog geen metingen" in told
    assert panel.description == (
        "Lijngrafiek. Doel: minstens 1 procentpunt per jaar erbij, tot 2020. Vereist: 1 procentpunt per jaar. "
        "Werkelijk: nog niet te berekenen. Na 2010 zijn nog geen metingen. De tabel bij de grafiek bevat alle cijfers."
    )


def test_a_line_of_measurements_is_interrupted_at_a_break() -> None:
    panel = Required(HALF, EARLY, catalogue()).panel()

    assert panel
    figure: Any = panel.figure
    assert figure["data"][1]["y"] == [8.6, None, 7, 6.7, None, 5.3, 5.4]
    assert figure["data"][1]["mode"] == "lines+markers+text"


def test_without_a_year_to_reach_it_in_there_is_no_road() -> None:
    made = target("growth_per_year", "up", "1", deadline="", unit_measure="percent")

    assert Required(made, assessed(made, point(2010, 44)), catalogue()).panel() is None


def test_the_example_starts_at_the_newest_measurement() -> None:
    up, down = what_if(EMPLOYMENT), what_if(EARLY)

    assert up
    assert down
    assert (up.start_year, up.start_value, up.goal, up.sign, up.pace, up.most) == ("2010", 44, 54, 1, 1, 3)
    assert (down.start_year, down.start_value, down.goal, down.sign, down.pace) == ("2023", 5.4, 4.25, -1, 0.4)


def test_there_is_no_example_where_the_goal_is_reached_or_has_no_road() -> None:
    assert what_if(assessed(GROWTH, point(2010, 44), point(2015, 55))) is None
    assert what_if(assessed(HALF)) is None


def test_the_page_lays_the_words_of_the_source_beside_our_reading() -> None:
    page = answers().newest.target("werkzaamheid-van-kansengroepen")

    assert page
    assert "".join(page.quote).startswith("Voor kansengroepen (allochtonen, personen met een arbeidshandicap en 50+)")
    facts = {label: " ".join(texts) for label, texts in page.facts}
    assert (
        facts["Welke groep noemt de bron?"] == "“kansengroepen (allochtonen, personen met een arbeidshandicap en 50+)”"
    )
    assert "Wij volgen personen met een niet-EU-nationaliteit." in facts["Welke groep volgen wij?"]
    assert facts["Welke groep volgen wij niet?"] == "“personen met een arbeidshandicap”, “50+”"
    assert "Afgeleid: dit begin staat niet in de tekst van het doel." in facts["Vanaf waar?"]
    assert "Afgeleid: dit jaar staat niet in de zin." in facts["Tegen wanneer?"]


@pytest.mark.parametrize("row", answers().newest.target_list.rows, ids=lambda row: row.slug)
def test_every_target_has_a_page(row: Any) -> None:
    page = answers().newest.target(row.slug)

    assert page
    assert (page.title, page.main.chip) == (row.title, row.chip)
    assert page.main.lines[-1].startswith("Oordeel: ")


def test_both_methods_stand_side_by_side() -> None:
    made = target("level", "down", "10", deadline="2030")
    page = target_page(one(made, point(2015, 20), point(2022, 15)), catalogue())

    assert page.main.methods
    rows = {name: [cell.text for cell in cells] for name, cells in page.main.methods.rows}
    assert rows == {
        "Vereist per jaar": ["−0,6667 procentpunten", "−4,52%"],
        "Werkelijk per jaar": ["−0,7143 procentpunten", "−4,03%"],
        "Werkelijk ÷ vereist": ["1,071", "0,892"],
        "Klasse": ["flinke vooruitgang", "matige vooruitgang"],
        "Score (−5 tot 5)": ["–", "2,08"],
    }
    assert page.main.why_methods_differ


def test_a_number_line_shows_the_way_from_now_to_the_goal() -> None:
    rows = {row.slug: row for row in target_list(answers().newest.targets.all, catalogue()).rows}
    drawn, empty = rows["werkzaamheid-van-kansengroepen"], rows["sociaal-kapitaal"]

    assert drawn.alt == "Gemeten: 44% in 2010. Doel: ≥ 54% in 2020. As van 0 tot 100%."
    assert set(re.findall(r">([^<>]+)</text>", drawn.svg)) >= {"44% in 2010", "≥ 54% in 2020"}
    assert (empty.svg, empty.alt) == ("", "Er is nog geen meting.")


def test_the_home_page_names_three_targets() -> None:
    assert [(found.title, found.chip) for found in on_home(answers().newest.targets.all)] == [
        ("Werk: +1 procentpunt per jaar", "Nog geen trend"),
        ("Schoolverlaters: halveren", "Geen basiscijfer"),
        ("Hoger onderwijs: ruim 60%", "Geen meting"),
    ]


def test_the_strip_tells_the_target_of_the_indicator() -> None:
    shown = answers().newest.view(catalogue().indicators["employment_rate"], {})

    cell = shown.strip[-1]
    assert (cell.label, cell.text, cell.is_chip) == ("Doel Pact 2020", "+1 per jaar", False)
    assert cell.below == "procentpunt: van 44% in 2010 naar minstens 54% in 2020. Er is nog 1 ander doel."
    assert [found.slug for found in shown.targets] == [
        "werkzaamheid-van-kansengroepen",
        "groeiscenario-loopbaanakkoord",
    ]


def test_an_indicator_without_a_target_says_so() -> None:
    shown = answers().newest.view(catalogue().indicators["newcomers"], {})

    assert (shown.strip[-1].text, shown.targets) == ("Geen doel", ())


@pytest.mark.parametrize(
    ("made", "assessment", "text", "below"),
    [
        (HALF, EARLY, "hoogstens 4,25%", "in 2020. Niet bereikt."),
        (NO_YEAR, assessed(NO_YEAR, point(2010, 1), point(2015, 4)), "minstens 5%", "zonder doeljaar."),
        (MORE, assessed(MORE, point(2010, 1), point(2015, 4)), "Meer", "Op koers."),
    ],
)
def test_the_cell_of_other_kinds(made: Any, assessment: Assessment, text: str, below: str) -> None:
    cell = strip_cell([(Judged(made, assessment), assessment)])

    assert cell
    assert (cell.text, cell.below) == (text, below)


def test_no_target_gives_no_cell_and_nothing_beside() -> None:
    assert strip_cell([]) is None
    assert beside([], catalogue()) == ()


def test_programs_get_the_path_with_needed_value_and_distance() -> None:
    rows = {row["time_period"]: row for row in required_path(EARLY)}

    assert rows["2017"] == {"time_period": "2017", "obs_value": 7, "needed": 5.3375, "distance": 1.6625}
    assert rows["2018"] == {"time_period": "2018", "obs_value": None, "needed": 4.975, "distance": None}
    assert rows["2023"]["needed"] == 4.25


def test_programs_get_every_number_of_the_verdict() -> None:
    made: Any = exported(Judged(HALF, EARLY), EARLY)

    assert (made["status"], made["reason"], made["methods_differ"]) == ("not_reached", None, False)
    numbers = made["numbers"]
    assert numbers["base"] == {"time_period": "2008", "obs_value": 8.6}
    assert (numbers["required_per_year"], numbers["base_derived"]) == (pytest.approx(-0.3625), True)
    assert made["arithmetic"][-1].endswith("Dus: Niet bereikt.")

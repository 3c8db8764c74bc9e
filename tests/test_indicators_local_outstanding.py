"""“Wat valt op?” by its rules: what is told, in which order, and what is left out with its reason."""

from pathlib import Path

import pytest
from local_made import ANTWERPEN, GENT, LEUVEN, cell, everywhere, local

from data.model import Observation
from indicators.local.outstanding import Outstanding
from indicators.local.profile import profile


def found(folder: Path, *observations: Observation) -> Outstanding:
    query = {"groepering": f"eigen:{ANTWERPEN}~{LEUVEN}"}
    return profile(local(folder, observations), GENT, query).outstanding


def texts(outstanding: Outstanding) -> list[str]:
    return [one.text for one in outstanding.sentences]


def test_there_are_three_sentences_where_the_figures_allow(tmp_path: Path) -> None:
    course = [cell("de_42", GENT, count, 1000, year) for year, count in (("2013", 300), ("2014", 400))]
    made = found(
        tmp_path, *everywhere("work", {GENT: 60}), *everywhere("poverty", {GENT: 65}), *everywhere("de_42"), *course
    )

    assert texts(made) == [
        "Het aandeel werk was 60,0% in 2015. Dat is 10,0 procentpunten hoger dan in je eigen selectie (50,0%). "
        "Hoger is hier gunstiger.",
        "Het aandeel armoede was 65,0% in 2015. Dat is 15,0 procentpunten hoger dan in je eigen selectie (50,0%). "
        "Lager is hier gunstiger.",
        "Het aandeel vreemde nationaliteit steeg van 30,0% in 2013 naar 50,0% in 2015.",
    ]
    assert made.missing == ()


def test_a_neutral_difference_is_told_without_a_verdict(tmp_path: Path) -> None:
    (text,) = texts(found(tmp_path, *everywhere("de_42", {GENT: 30})))

    assert text.endswith("Dat is 20,0 procentpunten lager dan in je eigen selectie (50,0%).")
    assert "gunstig" not in text


def test_what_is_unfavourable_never_stands_alone(tmp_path: Path) -> None:
    made = found(tmp_path, *everywhere("poverty", {GENT: 65}), *everywhere("work"))

    assert texts(made)[0] == (
        "Het aandeel werk was 50,0% in 2015. Dat verschilt niet duidelijk van het cijfer in je eigen selectie (50,0%)."
    )
    assert "Armoede" not in texts(made)[0]
    assert len(made.sentences) == 2


def test_a_difference_within_the_margin_is_no_highlight(tmp_path: Path) -> None:
    """60 of 100 has a margin of some 10 points around it, and 55 lies within."""
    usual = [one for one in everywhere("work", usual=55) if one.ref_area != GENT]
    made = found(tmp_path, *usual, cell("work", GENT, 60, 100))

    assert made.sentences == ()
    assert len(made.missing) == 3


@pytest.mark.parametrize("of", [29, 30])
def test_fewer_than_thirty_people_give_no_highlight(tmp_path: Path, of: int) -> None:
    usual = [one for one in everywhere("work") if one.ref_area != GENT]
    made = found(tmp_path, *usual, cell("work", GENT, of, of))

    assert len(made.sentences) == (of == 30)


def test_two_measurements_are_no_change_over_time(tmp_path: Path) -> None:
    made = found(tmp_path, *everywhere("work"), cell("work", GENT, 300, 1000, "2014"))

    assert made.sentences == ()
    assert made.missing[-1].startswith("Geen ander cijfer heeft 3 metingen of meer")


def test_without_any_verdict_that_is_the_reason(tmp_path: Path) -> None:
    made = found(tmp_path, *everywhere("de_42", {GENT: 30}))

    assert "Bij geen enkel cijfer is hoger of lager gunstiger. Een ongunstig verschil is er dus niet." in made.missing


def test_no_line_stands_in_two_sentences(tmp_path: Path) -> None:
    course = [cell("work", GENT, count, 1000, year) for year, count in (("2013", 300), ("2014", 400))]
    made = found(tmp_path, *everywhere("work", {GENT: 60}), *course)

    assert len(made.sentences) == 1

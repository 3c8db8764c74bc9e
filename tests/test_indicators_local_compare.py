from pathlib import Path

import pytest
from local_made import AALST, BRUGGE, GENT, LEUVEN, cell, everywhere, local

from indicators.local.compare import TOO_MANY, Comparing, compare
from indicators.local.profile import Local
from indicators.local.rows import HIDDEN_BY_SOURCE

BOTH = f"{GENT}~{BRUGGE}"


@pytest.fixture
def made(tmp_path: Path) -> Local:
    earlier = [cell("work", GENT, 300, 1000, "2010"), cell("work", BRUGGE, 590, 1000, "2010")]
    shares = {GENT: 60, BRUGGE: 60, LEUVEN: 20}
    return local(tmp_path, [*everywhere("work", shares), *everywhere("poverty"), *earlier])


def cells(found: Comparing, title: str = "Werk") -> list[tuple[str, str]]:
    (row,) = [one for one in found.rows if one.title == title]
    return [(one.text, one.below) for one in row.cells]


def test_municipalities_carry_letters_and_their_numbers_with_counts(made: Local) -> None:
    found = compare(made, {"gemeenten": f"{GENT}~{LEUVEN}"})

    assert [(letter, name) for letter, name, _ in found.places] == [("A", "Gent"), ("B", "Leuven")]
    assert cells(found) == [("60,0%", "600 van 1.000"), ("20,0%", "200 van 1.000")]
    assert found.rows[-1].strip_text == "A: 60,0%; B: 20,0%. Vlaams Gewest: 50,0%."


def test_a_change_is_told_with_its_margin(made: Local) -> None:
    """From 59 to 60% of a thousand people is less than the margin of some four points."""
    assert cells(compare(made, {"gemeenten": BOTH, "weergave": "verandering"})) == [
        ("30,0% → 60,0%", "+30,0 procentpunten, 2010 tot 2015"),
        ("59,0% → 60,0%", "+1,0 procentpunten, 2010 tot 2015, kleiner dan de onzekerheidsmarge"),
    ]


def test_a_change_needs_both_years(made: Local) -> None:
    found = compare(made, {"gemeenten": LEUVEN, "weergave": "verandering"})

    assert cells(found) == [("–", "geen twee metingen")]


def test_words_say_how_each_stands_to_the_region(made: Local) -> None:
    found = compare(made, {"gemeenten": f"{GENT}~{LEUVEN}~{AALST}", "weergave": "woorden"})

    assert [text for text, _ in cells(found)] == [
        "▲ hoger dan het Vlaams Gewest (gunstiger)",
        "▼ lager dan het Vlaams Gewest (minder gunstig)",
        "● vergelijkbaar met het Vlaams Gewest",
    ]


def test_a_seventh_municipality_is_refused_with_a_sentence(made: Local) -> None:
    seven = [one.code for one in made.groups.flemish[:7]]
    found = compare(made, {"gemeenten": "~".join(seven)})

    assert found.refused == (TOO_MANY,)
    assert found.gemeenten == tuple(seven[:6])
    assert TOO_MANY == "Je kunt hoogstens 6 gemeenten vergelijken. Verwijder er eerst één."


def test_a_choice_comes_back_as_the_same_address(made: Local) -> None:
    search = f"?gemeenten={BOTH}&indicatoren=poverty&weergave=woorden&van=2010&tot=2015"
    query = dict(part.split("=") for part in search[1:].split("&"))

    assert compare(made, query).to_search() == search


def test_what_is_not_known_is_told_and_left_out(made: Local) -> None:
    found = compare(made, {"gemeenten": f"{GENT}~99999", "weergave": "taart", "van": "2015", "tot": "2010"})

    assert set(found.unknown) == {"gemeenten=99999", "weergave=taart", "van=2015"}
    assert found.gemeenten == (GENT,)


def test_nothing_chosen_gives_no_rows(made: Local) -> None:
    assert (compare(made, {}).rows, compare(made, {}).places) == ((), ())


def test_a_municipality_without_a_figure_says_so_with_the_years_it_has(tmp_path: Path) -> None:
    made = local(tmp_path, [cell("work", GENT, 590, 1000), cell("work", BRUGGE, 300, 1000, "2010")])

    found = compare(made, {"gemeenten": BOTH})

    assert cells(found) == [
        ("59,0%", "590 van 1.000"),
        ("–", "Voor Brugge zijn er geen cijfers voor 2015. Er zijn wel cijfers voor 2010."),
    ]
    assert (found.rows[0].region, found.rows[0].strip_text) == ("geen cijfer", "A: 59,0%.")


def test_a_hidden_figure_tells_in_its_cell_that_it_is_hidden(tmp_path: Path) -> None:
    hidden = cell("work", BRUGGE, 3, 1000, obs_value=None, obs_status="Q", numerator=None, denominator=None)
    made = local(tmp_path, [cell("work", GENT, 590, 1000), hidden])

    _, (text, reason) = cells(compare(made, {"gemeenten": BOTH}))

    assert (text, reason) == ("–", HIDDEN_BY_SOURCE.format(name="Brugge"))


def test_words_say_why_a_municipality_cannot_be_compared(tmp_path: Path) -> None:
    made = local(tmp_path, [cell("work", GENT, 590, 1000)])

    found = compare(made, {"gemeenten": GENT, "weergave": "woorden"})

    assert cells(found) == [("–", "Er is geen cijfer voor het Vlaams Gewest.")]

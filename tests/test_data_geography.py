from data.catalogue import read_catalogue
from data.geography import geography_used, on_geography
from data.model import Observation
from tests.made import observation

CATALOGUE = read_catalogue()
AREAS = CATALOGUE.areas


def count(code: str, value: float | None, **changes: object) -> Observation:
    facts = {"indicator": "foreign_nationals", "ref_area": code, "time_period": "2010-01-01", "breakdown": {}}
    return observation(**facts | {"obs_value": value, "unit_measure": "persons"} | changes)


def share(code: str, above: float, below: float) -> Observation:
    changes = {"indicator": "foreign_nationals_share", "unit_measure": "percent"}
    return count(code, round(above / below * 100, 1), numerator=above, denominator=below, **changes)


def everywhere() -> list[Observation]:
    return [count(one.code, float(place + 1)) for place, one in enumerate(AREAS.of_geography("2018"))]


def total(observations: list[Observation]) -> float:
    return sum(one.number for one in observations)


def test_308_municipalities_become_300_and_285_and_the_total_stays() -> None:
    start = everywhere()
    middle, end = on_geography(start, CATALOGUE, "2019"), on_geography(start, CATALOGUE, "2025")

    assert (len(start), len(middle), len(end)) == (308 + 19, 300 + 19, 285 + 19)
    assert total(start) == total(middle) == total(end) == 327 * 328 / 2


def test_in_two_steps_is_as_in_one() -> None:
    middle = [one for one in on_geography(everywhere(), CATALOGUE, "2019")]
    twice = {one.ref_area: one.obs_value for one in on_geography(middle, CATALOGUE, "2025")}

    assert twice == {one.ref_area: one.obs_value for one in on_geography(everywhere(), CATALOGUE, "2025")}


def test_antwerpen_keeps_its_code_and_gains_borsbeek() -> None:
    made, gent = on_geography([count("11002", 100), count("11007", 5), count("44021", 7)], CATALOGUE, "2025")

    assert (made.ref_area, made.obs_value, made.printed) == ("11002", 105, "")
    assert made.derivation == "100 (Antwerpen) + 5 (Borsbeek)"
    assert made.note == "Som van Antwerpen en Borsbeek."
    assert gent == count("44021", 7)


def test_zwijndrecht_is_counted_in_the_other_province() -> None:
    figures = [count("11056", 10), count("46003", 20), count("46013", 30)]
    made = on_geography(figures, CATALOGUE, "2025")

    assert [(one.ref_area, one.obs_value) for one in made] == [("46030", 60)]
    assert AREAS.municipalities[made[0].ref_area].parent == "40000"


def test_a_share_is_the_sum_of_numerators_over_the_sum_of_denominators() -> None:
    (made,) = on_geography([share("11002", 300, 1000), share("11007", 10, 200)], CATALOGUE, "2025")

    assert (made.obs_value, made.numerator, made.denominator) == (25.8, 310, 1200)
    assert made.derivation == "(300 + 10) ÷ (1.000 + 200) × 100"


def test_a_share_without_counts_is_not_recomputed_and_says_so() -> None:
    changes = {"indicator": "foreign_nationals_share", "unit_measure": "percent"}
    (made,) = on_geography([count("11002", 30, **changes), count("11007", 5, **changes)], CATALOGUE, "2025")

    assert (made.obs_value, made.obs_status, made.printed) == (None, "O", "")
    assert made.note.startswith("Niet herberekend voor Antwerpen: voor Antwerpen en Borsbeek zijn er geen teller")


def test_a_median_is_not_recomputed() -> None:
    changes = {"indicator": "median_income", "unit_measure": "euro"}
    (made,) = on_geography([count("11002", 20000, **changes), count("11007", 21000, **changes)], CATALOGUE, "2025")

    assert (made.obs_value, made.obs_status) == (None, "O")


def test_a_hidden_part_makes_the_sum_a_range() -> None:
    hidden = count("11007", None, obs_status="Q", lower=1.0, upper=4.0, printed="")
    (made,) = on_geography([count("11002", 117), hidden], CATALOGUE, "2025")

    assert (made.obs_value, made.limits, made.obs_status) == (None, (118, 121), "A")
    assert made.derivation == "117 (Antwerpen) + 1 tot 4 (Borsbeek)"


def test_a_hidden_part_without_limits_and_a_missing_part_give_no_sum() -> None:
    hidden, missing = count("11007", None, obs_status="Q"), count("11007", None, obs_status="O")
    made = [on_geography([count("11002", 117), *rest], CATALOGUE, "2025")[0] for rest in ([hidden], [missing], [])]

    assert [(one.obs_value, one.obs_status) for one in made] == [(None, "Q"), (None, "O"), (None, "O")]
    assert made[1].note == "Niet herberekend voor Antwerpen: voor Antwerpen en Borsbeek ontbreekt een cijfer."


def test_a_new_municipality_is_not_parted_into_the_old_ones() -> None:
    figures = [count("46030", 60, time_period="2025"), count("44021", 7, time_period="2025")]
    made = {one.ref_area: one for one in on_geography(figures, CATALOGUE, "2018")}

    assert sorted(made) == ["11056", "44021", "46003", "46013"]
    assert (made["44021"].obs_value, made["11056"].obs_value) == (7, None)
    assert made["11056"].note.startswith("Dit cijfer is van Beveren-Kruibeke-Zwijndrecht. Voor Zwijndrecht apart")


def test_an_older_year_may_stand_on_newer_codes_already() -> None:
    assert geography_used(["46030"], AREAS, "2010") == "2025"
    assert geography_used(["44083"], AREAS, "2010") == "2019"
    assert geography_used(["44021"], AREAS, "2010") == "2018"
    assert on_geography([count("46030", 60)], CATALOGUE, "2025") == [count("46030", 60)]


def test_regions_and_provinces_stay_as_they_are() -> None:
    assert on_geography([count("VLG", 9), count("10000", 4)], CATALOGUE, "2025") == [count("VLG", 9), count("10000", 4)]

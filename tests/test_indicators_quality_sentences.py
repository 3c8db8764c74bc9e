"""What the source says about its figures, worked out again; what is expected is worked out by hand."""

from collections.abc import Callable

import pytest
from annexed import ByIndicator

from data.catalogue import Catalogue
from data.claims import KINDS, Claims
from indicators.quality import Finding, about, checks
from indicators.quality.sentences import WAYS, sentence_findings


@pytest.fixture(scope="module")
def of_claim(figures: ByIndicator, claims: Claims) -> Callable[[str], Finding]:
    """Check one claim or remark alone."""

    def check(claim: str) -> Finding:
        one = Claims(
            tuple(one for one in claims.claims if one.id == claim),
            tuple(one for one in claims.remarks if one.id == claim),
            (),
        )
        (found,) = sentence_findings((one for own in figures.values() for one in own), one)
        return found

    return check


@pytest.mark.parametrize(
    ("claim", "found", "verdict"),
    [
        ("two_to_five_times_lower", "1,5 tot 5,9", "doubt"),  # 15/10 and 59/10
        ("majority_of_reports", "49", "doubt"),
        ("between_5_and_6_primary", "6,49 tot 6,60", "doubt"),
        ("between_5_and_6_secondary", "5,44", "ok"),  # 24 407 of 448 760
        ("no_overrepresentation_nursery", "−1,25", "ok"),  # 4,49 - 5,74
        ("no_overrepresentation_primary", "0,11", "doubt"),  # 6,60 - 6,49
        ("parts_of_foreign_ordinary", "22.299", "doubt"),
        ("parts_of_foreign_special", "1.601", "doubt"),
        ("asian_pupils_follow", "4", "doubt"),  # after 9,20, 8,62 and 6,46
        ("slight_rise", "1", "doubt"),
        ("continuous_rise", "0,1", "ok"),  # 18,3 to 18,4
        ("shares_drop_at_home", "31", "doubt"),  # 63 - 32
        ("quarter_of_all_clients", "24,7", "doubt"),  # 32 521 of 131 777
        ("total_of_known_only", "1.233", "doubt"),
        ("newcomers_reasons", "89", "ok"),
        ("five_nationalities", "57", "ok"),
        ("regions_of_older_people", "80", "ok"),
        ("one_in_three_mandatory", "35,2", "ok"),
        ("quarter_on_age", "26,26", "ok"),  # 100 - 37,65 - 22,89 - 13,20
        ("deprivation_mixture", "8,60", "ok"),  # 0,233 x 23,4 + 0,767 x 4,1 = 8,5969
        ("members_of_all_ma", "15,86", "ok"),  # 61% of 26%
        ("older_newcomers", "2,8", "ok"),  # 826 of 29 541
        ("other_picture_by_name", "9,4", "ok"),  # 820 / (51 + 36)
    ],
)
def test_a_claim_is_worked_out_from_the_printed_numbers(
    of_claim: Callable[[str], Finding], claim: str, found: str, verdict: str
) -> None:
    one = of_claim(claim)

    assert (one.found, one.verdict) == (found, verdict)


def test_the_verdict_tells_the_number_that_was_found(of_claim: Callable[[str], Finding]) -> None:
    found = of_claim("two_to_five_times_lower")

    assert found.treatment.startswith("De percentages zijn 1,5 tot 5,9 keer zo hoog als bij de Belgen.")
    assert (found.expected, found.difference) == ("2 tot 5", "+0,9")


def test_the_difference_is_that_of_the_number_that_is_furthest_off(of_claim: Callable[[str], Finding]) -> None:
    found = of_claim("between_5_and_6_primary")

    assert (found.found, found.expected, found.difference) == ("6,49 tot 6,60", "5 tot 6", "+0,60")


def test_a_claim_that_fails_warns_beside_its_numbers(findings: list[Finding]) -> None:
    failed = [one for one in findings if one.kind == "claim" and one.verdict == "doubt"]

    assert [one.what for one in failed if not (one.doubt and one.places)] == []


def test_a_sentence_without_printed_numbers_stays_open(of_claim: Callable[[str], Finding]) -> None:
    found = of_claim("children_unchanged")

    assert (found.verdict, found.doubt) == ("open", "")
    assert "We kunnen de zin niet nagaan." in found.treatment


def test_a_misprint_tells_what_is_printed_and_how_we_read_it(findings: list[Finding]) -> None:
    (found,) = [one for one in about(findings, "regularised_persons") if one.kind == "misprint"]

    assert found.doubt == "De bron drukt “24.1999”. Wij lezen “24.199”."


def test_a_misprint_that_leaves_no_doubt_about_the_number_is_quiet_beside_it(findings: list[Finding]) -> None:
    (found,) = [one for one in about(findings, "tv_diversity") if one.kind == "misprint"]

    assert (found.found, found.expected, found.doubt) == ("één scoort", "Eén scoort", "")


def test_claims_about_withdrawn_numbers_are_left_out(
    figures: ByIndicator, catalogue: Catalogue, claims: Claims, findings: list[Finding]
) -> None:
    without = {indicator: own for indicator, own in figures.items() if indicator != "poverty_risk"}

    left = checks(without, catalogue, claims)

    assert len(findings) - len(left) == 1
    assert about(left, "poverty_risk") == []


def test_every_kind_of_claim_can_be_worked_out() -> None:
    assert WAYS.keys() == KINDS.keys()

"""The checks of the source's arithmetic, on the real figures; what is expected is worked out by hand."""

from collections import Counter
from dataclasses import replace

import pytest
from annexed import ByIndicator

from data.catalogue import Catalogue
from data.claims import Claims
from indicators.quality import Finding, about, doubts_of, quality
from indicators.quality.finding import KINDS, Tally, tallies
from indicators.quality.mentions import agrees
from indicators.quality.recount import statement_findings
from indicators.quality.sums import sum_findings


def only(findings: list[Finding], kind: str, indicator: str, *words: str) -> Finding:
    (found,) = [
        one for one in about(findings, indicator) if one.kind == kind and all(word in one.what for word in words)
    ]
    return found


# ---------------------------------------------------------------- totals


def test_the_nationalities_of_figure_16_miss_their_total(findings: list[Finding]) -> None:
    found = only(findings, "sum", "disability_recognised")

    assert (found.found, found.expected, found.difference, found.verdict) == ("123.368", "123.480", "−112", "doubt")
    assert found.places == (("disability_recognised", "", "2004", (), "vlaams_fonds_2005", "Figuur 16"),)


def test_counts_get_no_slack(figures: ByIndicator, catalogue: Catalogue) -> None:
    own = figures["caw_reception_clients"]
    changed = [replace(one, obs_value=235) if one.obs_value == 234 else one for one in own]
    indicator = catalogue.indicators["caw_reception_clients"]

    verdicts = Counter(one.verdict for one in sum_findings(changed, indicator, catalogue))

    assert Counter(one.verdict for one in sum_findings(own, indicator, catalogue)) == {"ok": 8}
    assert verdicts == {"ok": 6, "doubt": 2}


def test_every_total_of_figure_18_is_the_sum_of_its_cells(findings: list[Finding]) -> None:
    sums = [one for one in about(findings, "migrant_associations") if one.kind == "sum"]

    assert Counter(one.verdict for one in sums) == {"ok": 14 + 1 + 9}


def test_a_whole_may_stand_elsewhere_in_the_source(findings: list[Finding]) -> None:
    found = only(findings, "sum", "school_delay", "vreemde nationaliteit")

    assert (found.found, found.expected, found.verdict) == ("73,74%", "74%", "rounded")
    assert found.source_ref == "Figuur 10 en §2.2.3"


@pytest.mark.parametrize(
    ("words", "found", "verdict"),
    [
        (("2006", "doelgroep"), "100,1%", "rounded"),  # 9,0 + 62,1 + 29,0
        (("2008", "doelgroep"), "100,1%", "rounded"),  # 18,3 + 43,4 + 38,4
        (("2009", "nationaliteit"), "99,9%", "rounded"),  # 15,5 + 30,2 + 53,9 + 0,3
        (("2010", "nationaliteit"), "100,0%", "ok"),
        (("2010", "geslacht"), "100,0%", "ok"),
    ],
)
def test_shares_of_newcomers_may_miss_100_by_their_rounding(
    findings: list[Finding], words: tuple[str, ...], found: str, verdict: str
) -> None:
    one = only(findings, "shares", "newcomers_profile", *words)

    assert (one.found, one.expected, one.verdict) == (found, "100%", verdict)


def test_shares_that_miss_by_more_than_rounding_are_doubted(figures: ByIndicator, catalogue: Catalogue) -> None:
    own = [replace(one, obs_value=28.7) if one.obs_value == 29.0 else one for one in figures["newcomers_profile"]]

    found = sum_findings(own, catalogue.indicators["newcomers_profile"], catalogue)

    assert [(one.found, one.difference) for one in found if one.verdict == "doubt"] == [("99,8%", "−0,2")]


# ---------------------------------------------------------------- percentages, changes, ranks


def test_figure_8_prints_4_23_where_its_counts_give_4_24(findings: list[Finding]) -> None:
    (found,) = [one for one in findings if one.kind == "percentage" and not one.holds]

    assert (found.found, found.expected, found.difference) == ("4,24%", "4,23%", "+0,01")  # 19 015 of 448 760
    assert [key[5] for key in found.places] == ["Figuur 8", "§2.2.3"]


def test_a_percentage_is_rounded_as_the_source_prints_it(findings: list[Finding]) -> None:
    found = only(findings, "percentage", "caw_reception_share", "23.003 op 76.797")

    assert (found.found, found.expected, found.verdict) == ("30%", "30%", "ok")  # 29,95


def test_the_printed_change_of_figure_13_is_the_difference_of_its_last_years(findings: list[Finding]) -> None:
    found = only(findings, "statement", "children_mother_origin")

    assert (found.found, found.expected, found.verdict) == (
        "1,6 procentpunten",
        "1,6 procentpunten",
        "ok",
    )  # 23,3 - 21,7


def test_a_gap_is_not_checked_against_a_number_of_our_own(findings: list[Finding]) -> None:
    assert [one for one in about(findings, "employment_rate") if one.kind == "statement"] == []


def test_a_gap_is_checked_where_both_groups_are_printed(figures: ByIndicator, catalogue: Catalogue) -> None:
    own = [
        replace(one, derivation="", printed="72%", obs_value=72) if one.obs_value == 73 else one
        for one in figures["employment_rate"]
    ]

    (found,) = statement_findings(own, catalogue.indicators["employment_rate"], catalogue)

    assert (found.found, found.expected, found.difference) == ("28 procentpunten", "29 procentpunten", "−1")
    assert found.verdict == "rounded"  # 71,5 to 72,5 less 43,5 to 44,5 can be 29


def test_the_ranks_of_pisa_follow_from_the_printed_points(findings: list[Finding]) -> None:
    ranks = [one for one in about(findings, "pisa_gap") if one.kind == "statement"]

    assert sorted((one.found, one.verdict) for one in ranks) == [("4de plaats", "ok"), ("5de plaats", "ok")]


# ---------------------------------------------------------------- printed twice


@pytest.mark.parametrize(
    ("printed", "qualifier", "precise", "fair"),
    [
        ("40 %", "bijna", 39.94, True),
        ("40 %", "bijna", 40.2, False),  # rounds to 40, but is not "bijna"
        ("40 %", "bijna", 35.9, False),  # more than a tenth away
        ("2 %", "bijna", 1.67, True),
        ("12 %", "ruim", 12.46, True),
        ("23%", "ruim", 22.9, False),
        ("17 %", "ongeveer", 17.33, True),
        ("1,5 %", "", 1.45, True),
        ("9%", "", 8.72, True),
        ("9%", "", 8.4, False),
        ("4,64%", "", 4.64, True),
        ("een kwart", "een kwart", 26.26, True),
        ("net geen vijfde", "net geen vijfde", 17.8, False),
        ("net geen vijfde", "net geen vijfde", 18.2, True),
    ],
)
def test_a_mention_agrees_when_it_is_a_fair_rounding(
    figures: ByIndicator, printed: str, qualifier: str, precise: float, fair: bool
) -> None:
    in_words = {"een kwart": 25, "net geen vijfde": 20}
    stated = in_words.get(printed) or float(printed.strip(" %").replace(",", "."))
    mention = replace(figures["school_delay"][0], printed=printed, qualifier=qualifier, obs_value=stated)

    assert agrees(mention, replace(mention, obs_value=precise)) is fair


def test_the_text_says_one_fifth_where_figure_15_gives_17_8(findings: list[Finding]) -> None:
    doubted = [one for one in findings if one.kind == "mention" and not one.holds]

    assert [(one.indicators, one.found, one.difference) for one in doubted] == [
        (("caw_guidance_share",), "17,8%", "−2,2"),
    ]


# ---------------------------------------------------------------- counts, and doubts beside numbers


def test_every_check_is_counted_also_where_it_holds(figures: ByIndicator, catalogue: Catalogue, claims: Claims) -> None:
    counted = {
        one.kind: (one.run, one.ok, one.rounded, one.doubt) for one in quality(figures, catalogue, claims).tallies
    }

    assert counted == {
        "sum": (50, 47, 2, 1),
        "shares": (33, 30, 3, 0),
        "percentage": (48, 47, 0, 1),
        "mention": (19, 18, 0, 1),
        "statement": (3, 3, 0, 0),
        "claim": (47, 33, 0, 14),
        "remark": (23, 0, 0, 0),
        "misprint": (12, 0, 0, 12),
    }
    assert list(counted) == list(KINDS)


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (
            Tally("sum", 50, 47, 2, 1),
            "50 sommen nagerekend: 47 kloppen precies, 2 kloppen binnen de afronding en 1 klopt niet",
        ),
        (Tally("claim", 47, 33, 0, 14), "47 uitspraken over de cijfers nagerekend: 33 kloppen en 14 kloppen niet"),
        (Tally("sum", 1, 1, 0, 0), "1 som nagerekend: 1 klopt"),
        (Tally("misprint", 1, 0, 0, 1), "1 drukfout"),
    ],
)
def test_a_count_is_told_in_words(tally: Tally, sentence: str) -> None:
    assert tally.sentence == sentence


def test_no_checks_give_no_counts() -> None:
    assert tallies([]) == []


def test_a_number_with_two_doubts_shows_both_once(findings: list[Finding]) -> None:
    doubts = doubts_of(findings, "special_education_share")
    moroccan = ("special_education_share", "", "2009-2010", (("nationality", "ma"),))

    assert {key[5]: text for key, text in doubts.items() if not key[3]} == {
        "Figuur 8": "Uit de aantallen volgt 4,24%.",
        "§2.2.3": "Uit de aantallen volgt 4,24%.",
    }
    assert [text for key, text in doubts.items() if key[:4] == moroccan] == [
        "De bron drukt “10.92%”. Wij lezen “10,92%”."
    ]


def test_doubts_of_one_indicator_are_about_its_own_numbers(findings: list[Finding]) -> None:
    for indicator in ("care_users", "newcomers_profile", "employment_rate"):
        assert {key[0] for key in doubts_of(findings, indicator)} <= {indicator}

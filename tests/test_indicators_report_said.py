"""The sentences of a report: their grammar on made-up figures, and all that the shipped figures make."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
import shipped
from local_made import GENT, LEUVEN, cell, everywhere, local, population

from data.model import Observation
from indicators.local.profile import profile
from indicators.report.content import Report
from indicators.report.entries import Entry
from indicators.report.said import Said, said

TODAY = date(2026, 11, 25)
WRONG = re.compile(r"None|nan\b|  |\(\)|\{|\}| \.| ,|“”|^[a-z]|[^.?!]$")


def sentences(folder: Path, observations: Iterable[Observation], **query: str) -> list[str]:
    """What is said about work in Gent."""
    made = local(folder, observations)
    shown = profile(made, GENT, query, is_whole=True)
    row = next(one for domain in shown.domains for one in domain.rows if one.slug == "work")
    group = shown.group.group
    return [one.text for one in said(row, made.catalogue, "Gent", group.phrase if group.members else "")]


def test_a_row_is_said_with_its_count_and_period_beside_flanders_and_the_group(tmp_path: Path) -> None:
    told = sentences(tmp_path, everywhere("work", {GENT: 60, LEUVEN: 40}), groepering=f"eigen:{LEUVEN}")

    assert told == [
        "Het aandeel werk was 60,0% in Gent in 2015 (600 van 1.000 personen).",
        "Dat is 10,0 procentpunten hoger dan in het Vlaams Gewest (50,0%).",
        "Dat is 20,0 procentpunten hoger dan in je eigen selectie (40,0%).",
    ]


def test_a_difference_within_the_margin_is_not_called_one(tmp_path: Path) -> None:
    told = sentences(tmp_path, everywhere("work", {GENT: 51}))

    assert told[1] == "Dat verschilt niet duidelijk van het cijfer in het Vlaams Gewest (50,0%)."


def test_a_clear_difference_that_rounding_hides_is_called_rounded(tmp_path: Path) -> None:
    others = [one for one in everywhere("work") if one.ref_area != "VLG" and one.ref_area != GENT]
    close = [cell("work", GENT, 50_040_000, 100_000_000), cell("work", "VLG", 50_000_000, 100_000_000)]

    assert sentences(tmp_path, [*others, *close])[1] == "Dat is afgerond evenveel als in het Vlaams Gewest (50,0%)."


def test_a_hidden_value_says_why_and_nothing_else(tmp_path: Path) -> None:
    others = [one for one in everywhere("work") if one.ref_area != GENT]
    hidden = cell("work", GENT, 3, 20, obs_value=None, obs_status="Q", numerator=None, denominator=None, derivation="")

    assert sentences(tmp_path, [*others, hidden]) == ["De bron verbergt het cijfer van Gent, om mensen te beschermen."]


def test_a_missing_year_names_the_years_that_there_are(tmp_path: Path) -> None:
    made = [*everywhere("work", period="2014"), *everywhere("poverty", period="2015")]

    assert sentences(tmp_path, made, jaar="2015") == [
        "Voor Gent zijn er geen cijfers voor 2015. Er zijn wel cijfers voor 2014."
    ]


def test_without_a_group_only_flanders_is_named(tmp_path: Path) -> None:
    assert len(sentences(tmp_path, everywhere("work", {GENT: 60}), groepering="eigen:")) == 2


def test_a_number_without_an_interval_is_set_beside_the_other_without_a_verdict(tmp_path: Path) -> None:
    bare = [
        cell("work", code, of, 100, numerator=None, denominator=None, derivation="", printed=f"{of},0")
        for code, of in ((GENT, 60), ("VLG", 50))
    ]

    assert sentences(tmp_path, bare) == [
        "Het aandeel werk was 60,0% in Gent in 2015 (aantal niet in de bron).",
        "In het Vlaams Gewest was dat 50,0%.",
    ]


def test_a_breakdown_is_named_by_its_title_and_not_by_the_subject_of_another(tmp_path: Path) -> None:
    made = local(tmp_path, [*population({GENT: (1000, 200, 300)})])
    shown = profile(made, GENT, {}, is_whole=True)
    row = next(one for domain in shown.domains for one in domain.rows if one.slug == "de-45")

    assert said(row, made.catalogue, "Gent", "")[0].text.startswith(
        "Vreemde nationaliteit naar leeftijd, jonger dan 18 jaar: 0,5% in Gent op 1 januari 2025 (1 van 200 personen)."
    )


def reports() -> Iterable[Report]:
    """A report of every municipality of today, and of every former one in the geography where it was last."""
    edition = shipped.answers().newest
    return (edition.report(code, {}, TODAY) for code in shipped.answers().lookup.places)


def entries(found: Report) -> list[Entry]:
    return [one for domain in found.domains for one in domain.entries]


def test_every_report_of_the_shipped_figures_is_said_well_with_a_source_and_a_count_for_each_percentage() -> None:
    for found in reports():
        told: list[Said] = [one for entry in entries(found) for one in entry.sentences]
        texts = [one.text for one in told] + [one.text for one in found.highlights] + list(found.notices)
        beside = [side for one in entries(found) for side in (one.own, one.region, one.group)]

        assert [one for one in texts if WRONG.search(one)] == []
        assert [one.text for one in told if not one.sources] == []
        assert [one for one in beside if one.value.endswith("%") and not one.below] == []
        assert found.highlights or found.why_fewer
        assert entries(found)


@pytest.mark.parametrize("code", [GENT, "11002"])
def test_a_report_as_of_an_old_revision_holds_nothing_of_later_ones(code: str) -> None:
    edition = shipped.answers().edition({"versie": "1"})
    found = edition.report(code, {}, TODAY)

    assert (entries(found), found.keys, found.trend, found.stand) == ([], (), None, "nog geen cijfers")


def test_a_report_of_old_figures_says_how_old_they_are() -> None:
    edition = shipped.answers().newest

    assert edition.report(GENT, {}, TODAY).notices == (
        "De nieuwste cijfers in dit rapport zijn van 2015. Er zijn geen nieuwere opgeladen.",
    )
    assert edition.report(GENT, {}, date(2020, 1, 1)).notices == ()

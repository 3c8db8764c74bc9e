"""The explanation given with a warning stands beside the number that it is about."""

from dataclasses import replace

from uploads import AREAS, PERSONS, STEADY, checked, context, series, tidy

from data.model import Observation
from data.upload.mapping import Mapping
from data.upload.report import Report

JUMP = tidy(*(f"{area};2023;{2600 if n == 3 else 1035 + 45 * n}" for n, area in enumerate(AREAS)))


def answered(report: Report, text: str) -> Report:
    assert report.mapping
    answers = {one.key: text for one in report.open_warnings}
    return replace(report, mapping=replace(report.mapping, answers=answers))


def notes(report: Report) -> dict[str, str]:
    return {one.ref_area: one.note for one in report.observations()}


def test_only_the_number_that_jumps_gets_the_explanation() -> None:
    report = answered(checked(JUMP, context=context(STEADY)), "Een nieuw asielcentrum")

    found = notes(report)

    assert found[AREAS[3]] == "Uitleg bij de publicatie: Een nieuw asielcentrum."
    assert {text for area, text in found.items() if area != AREAS[3]} == {""}


def test_an_explanation_follows_the_remark_of_the_file_and_is_not_repeated() -> None:
    remark = "Voorlopig. Uitleg bij de publicatie: Nageteld."
    rows = (f"{AREAS[0]};2023;2600;Voorlopig.", f"{AREAS[1]};2023;2700;{remark}")
    stored = series(PERSONS, {area: (1000, 1010, 1022) for area in AREAS[:2]})
    report = checked(tidy(*rows, head="Gebied;Periode;Waarde;Opmerking"), context=context(stored))

    assert set(notes(answered(report, "Nageteld"))) == set(AREAS[:2])
    assert set(notes(answered(report, "Nageteld")).values()) == {remark}


def test_without_an_answer_nothing_is_added() -> None:
    report = checked(JUMP, context=context(STEADY))

    assert report.mapping == replace(report.mapping or Mapping(), answers={})
    assert all(isinstance(one, Observation) and one.note == "" for one in report.observations())

from collections import Counter
from dataclasses import replace

import pytest
from uploads import (
    AREAS,
    GHENT,
    PERSONS,
    SHARE,
    SOURCE,
    SPECIMENS,
    STEADY,
    Specimen,
    book,
    checked,
    context,
    series,
    share,
    tidy,
)

from data.reading.sheets import Note, Sheet
from data.upload.finding import ERROR, INFO, LEVELS, WARNING, Finding, read_checks
from data.upload.mapping import Mapping
from data.upload.report import NEEDS_MAPPING, READY, REJECTED, Report, check_book

ALWAYS = {"L1"}
"""How a text file was read; told for each."""

HEAD = ("Indicator", "Bron", "Gebied", "Periode", "Waarde")
ROW = (PERSONS, SOURCE, GHENT, "2023", "5310")


def codes(report: Report) -> set[str]:
    return {one.code for one in report.findings} - ALWAYS


def found(report: Report, code: str) -> Finding:
    return next(one for one in report.findings if one.code == code)


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda one: one.code)
def test_a_specimen_is_found_by_its_check_and_by_no_other(specimen: Specimen) -> None:
    report = checked(specimen.text, name=specimen.name, context=context(specimen.stored))

    assert codes(report) - specimen.also == {specimen.code}


@pytest.mark.parametrize(
    ("code", "kind"), [("L5", "tttt f"[0:4] + "f"), ("L6", "tttte"), ("W17", "ttttd")], ids=["L5", "L6", "W17"]
)
def test_cells_of_a_workbook_that_are_no_numbers_are_refused(code: str, kind: str) -> None:
    texts = {"L5": "", "L6": "#REF!", "W17": "2023-02-01"}

    assert codes(check_book(book(HEAD, (*ROW[:4], texts[code]), kinds=("ttttt", kind)), None, context())) == {code}


def test_rows_with_more_cells_are_told() -> None:
    made = replace(book(HEAD, ROW), notes=(Note("ragged", "Rij 3 heeft 7 cellen.", row=3),))

    assert codes(check_book(made, None, context())) == {"L2"}


def test_other_sheets_and_hidden_sheets_are_told() -> None:
    other = Sheet("Uitleg", (("tekst",),), ("t",), hidden=False, merged=())
    hidden = replace(other, name="Kladblad", hidden=True)

    report = check_book(book(HEAD, ROW, others=(other, hidden)), None, context())

    assert codes(report) == {"L3", "L4"}
    assert "“Cijfers”" in found(report, "L3").message


def test_a_file_that_was_published_before_is_told() -> None:
    assert codes(check_book(book(HEAD, ROW), None, context(loaded={"0" * 64: 7}))) == {"L8"}


def test_names_in_two_rows_are_joined_and_told() -> None:
    top = ("Indicator", "Bron", "Gebied", "Jaar", "", "")
    below = ("", "", "", "2022", "2023", "2024")
    row = (PERSONS, SOURCE, GHENT, "5310", "5320", "5330")
    merged = ((0, 3, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2))

    report = check_book(book(top, below, row, merged=merged), None, context())

    assert codes(report) == {"K4", "K10"}
    assert list(report.frame["time_period"]) == ["2022", "2023", "2024"]


def test_a_mapping_to_a_code_or_a_column_that_does_not_exist_is_told() -> None:
    text = tidy("Gnet;2023;5310")
    made = checked(text).mapping
    assert made

    assert codes(checked(text, mapping=made.translated("ref_area", {"Gnet": "99999"}))) == {"K12"}
    assert codes(checked(text, mapping=replace(made, columns={**made.columns, "Jaartal": "note"}))) >= {"K14"}


def test_unknown_areas_can_be_skipped_all_at_once() -> None:
    text = tidy("Gnet;2023;5310", "44021;2023;5320")
    made = checked(text).mapping
    assert made

    report = checked(text, mapping=made.translated("ref_area", {"*": "skip"}))

    assert (report.status, report.counts["ready"], codes(report)) == (READY, 1, {"G11"})


def test_many_findings_of_one_kind_are_counted() -> None:
    report = checked(tidy(*(f"{GHENT};{year};-{year}" for year in range(1990, 2027)), *["44021;2001;-1"] * 90))

    assert Counter(one.code for one in report.findings)["D1"] <= 100
    assert "L9" in codes(checked(tidy(*(f"Dorp {number};2023;5310" for number in range(140)))))


def test_brussels_in_part_is_told() -> None:
    areas = [one.code for one in context().catalogue.areas.of_geography("2025") if one.code != "21004"]

    assert codes(checked(tidy(*(f"{one};2025;{place + 5310}" for place, one in enumerate(areas))))) >= {"G8"}


def test_a_provisional_number_that_becomes_final_is_told() -> None:
    stored = [replace(one, obs_status="P") for one in STEADY if one.ref_area == GHENT]

    assert codes(checked(tidy("44021;2022;1022"), context=context(stored))) == {"T9"}


def test_data_about_persons_are_refused_and_nothing_is_kept() -> None:
    report = checked(tidy("85.07.30-033.28;2023;5310"))

    assert (report.status, report.mapping, len(report.frame)) == (REJECTED, None, 0)
    assert "We hebben het bestand niet bewaard." in found(report, "P1").message


@pytest.mark.parametrize(
    "rows",
    [
        (("Naam", "Geboortedatum"), ("An", "30-07-1985"), ("Bo", "31-07-1985")),
        (("Voornaam", "Geboortedatum"), ("An", "30-07-1985"), ("Bo", "31-07-1985")),
        (("Contact", "Waarde"), ("an@gent.be", "1"), ("bo@gent.be", "2")),
        (("Nummer", "Waarde"), ("85073003328", "1"), ("85073003328 ", "2")),
    ],
)
def test_names_with_birth_dates_addresses_and_bare_numbers_are_personal(rows: tuple[tuple[str, ...], ...]) -> None:
    expected = set() if rows[0][0] == "Naam" else {"P1"}

    assert codes(check_book(book(*rows), None, context())) & {"P1"} == expected


def test_amounts_of_eleven_digits_are_not_national_numbers() -> None:
    amounts = [("85073003328",), ("85073003329",), *((str(10_000_000_000 + 977 * n),) for n in range(50))]

    assert "P1" not in codes(check_book(book(("Bedrag",), *amounts), None, context()))


def test_each_check_has_its_stage_level_and_sentences() -> None:
    table = read_checks()

    assert {one.level for one in table.values()} == set(LEVELS)
    for code, one in table.items():
        assert one.title, code
        assert one.message.endswith((".", "?", "”", "}")), code
        assert one.advice.endswith("."), code
        assert one.blocks or one.level != ERROR, code


def test_the_status_says_who_can_mend_it() -> None:
    assert checked(tidy("44021;2023;5310")).status == READY
    assert checked(tidy("Vlaanderen;2023;5310")).status == NEEDS_MAPPING
    assert checked(tidy("44021;2023;-3")).status == REJECTED


def test_an_error_says_where_what_and_how_to_mend_it() -> None:
    told = found(checked(tidy("44021;2023;5310", "71016;2023;24.19.99")), "W1")

    assert told.message == (
        "rij 3, kolom E: “24.19.99” is geen geldig getal. We verwachten een getal zoals 24.199 of 24199. "
        "Bedoelde je 24.199 of 241.999?"
    )
    assert (told.row, told.column, told.value, told.level) == (3, 5, "24.19.99", ERROR)
    assert told.advice == "Verbeter de cel in je bestand, of maak ze leeg."


def test_errors_come_before_warnings_before_the_rest() -> None:
    levels = [one.level for one in checked(tidy("44021;2023;n.b.", "44021;1899;-3", "2000;2022;5")).findings]

    assert levels == sorted(levels, key=(ERROR, WARNING, INFO).index)


def test_the_mapping_is_the_same_after_json() -> None:
    made = checked(tidy("44021;5310;5420", head="Gebied;2022;2023")).mapping
    assert made

    assert Mapping.from_json(made.to_json()) == made


def test_chosen_readings_decide_what_a_number_means() -> None:
    text = tidy("44021;2023;1.234")
    made = checked(text).mapping
    assert made

    for reading, value in (("comma", 1234.0), ("point", 1.234)):
        report = checked(text, mapping=replace(made, readings={"Waarde": reading}))
        assert list(report.frame["obs_value"]) == [value]
        assert list(report.frame["printed"]) == ["1.234"]


def test_fractions_become_percentages_only_when_chosen() -> None:
    rows = (f"{area};2023;0,675" for area in (GHENT, "71016", "41002", "11002"))
    text = tidy(*rows, indicator=SHARE)
    made = checked(text).mapping
    assert made

    report = checked(text, mapping=replace(made, readings={"Waarde": "fraction"}))

    assert list(report.frame["obs_value"]) == [67.5] * 4
    assert "W7" not in codes(report)


def test_one_decimal_point_among_commas_is_a_mistake_and_no_other_way_of_writing() -> None:
    values = zip(AREAS, ("35,2", "54,1", "9,7", "24.1999"), strict=False)

    report = checked(share(*(f"{area};2023;{value};;;;;;;;" for area, value in values)))

    assert [(one.row, one.value) for one in report.findings if one.code == "W1"] == [(5, "24.1999")]


def test_a_jump_larger_than_every_earlier_one_is_asked_about_in_a_short_series() -> None:
    earlier = series(SHARE, {GHENT: (9.0, 18.6, 18.3, 23.2)}, first=2006)

    report = checked(share(f"{GHENT};2010;35,2;;;;;;;;"), context=context(earlier))

    assert [one.code for one in report.findings if one.code == "T1"] == ["T1"]

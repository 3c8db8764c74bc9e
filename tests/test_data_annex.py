"""Proves against the text of the annex that no number is missing, invented or changed."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.catalogue import HERE, read_catalogue
from data.model import Observation
from data.observations import NOT_OBSERVATIONS, read_folder

ANNEX = HERE / "annex"
FIRST_LINE = 824
TOKEN = re.compile(r"\d+(?:[.,]\d+)*")
REASONS = {
    *("year", "date", "school year", "age or group definition", "footnote mark", "figure number", "section number"),
    *("part of a name", "legal or procedural term", "table head", "address", "publication", "threshold"),
}
Claims = Counter[tuple[int, str]]


@pytest.fixture(scope="module")
def text() -> dict[int, str]:
    lines = (Path(__file__).parent / "specimens" / "annex.txt").read_text(encoding="utf-8").splitlines()
    return dict(enumerate(lines, FIRST_LINE))


@pytest.fixture(scope="module")
def figures() -> list[Observation]:
    return read_folder(ANNEX, read_catalogue())


def tokens(text: dict[int, str]) -> Claims:
    return Counter((number, token) for number, line in text.items() for token in TOKEN.findall(line))


def rows() -> Iterator[tuple[str, dict[str, str], list[int]]]:
    """Every row of the annex, with its place and the lines that it lists."""
    for path in sorted(ANNEX.glob("*.csv")):
        if path.name not in NOT_OBSERVATIONS:
            with path.open(encoding="utf-8", newline="") as file:
                for number, row in enumerate(csv.DictReader(file), 2):
                    yield f"{path.name}, line {number}", row, [int(one) for one in row["line"].split()]


def not_figures() -> list[dict[str, str]]:
    with (ANNEX / "not_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def joined(text: dict[int, str], lines: list[int]) -> str:
    """The lines as one with single blanks, then once more without the hyphens that break a word."""
    whole = " ".join(" ".join(text[one] for one in lines).split())
    return f"{whole}\n{whole.replace('- ', '')}"


def claim(left: Claims, token: str, lines: list[int]) -> bool:
    """Take one token from the first of the lines that still has it; False where none has."""
    found = next((line for line in lines if left[line, token] > 0), None)
    if found is not None:
        left[found, token] -= 1
    return found is not None


def unmatched(text: dict[int, str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Claims without a token, and tokens without a claim."""
    left, too_many = tokens(text), []
    for place, wanted, lines in [*reasons(), *figures_claims()]:
        too_many += [f"{place}: {one}" for one in wanted.elements() if not claim(left, one, lines)]
    return too_many, sorted(left.elements())


def reasons() -> Iterator[tuple[str, Counter[str], list[int]]]:
    for row in not_figures():
        yield "not_figures.csv", Counter({row["token"]: int(row["count"])}), [int(row["line"])]


def figures_claims() -> Iterator[tuple[str, Counter[str], list[int]]]:
    """A number that stands both in `printed` and in `qualifier` is one token of the text."""
    for place, row, lines in rows():
        if lines:
            yield (
                place,
                Counter(TOKEN.findall(row["printed"])) | Counter(TOKEN.findall(row.get("qualifier", ""))),
                lines,
            )


def test_every_number_of_the_text_is_claimed_exactly_once(text: dict[int, str]) -> None:
    without_token, without_claim = unmatched(text)

    assert without_token == []
    assert without_claim == []


def test_a_lost_line_of_a_table_would_be_noticed(text: dict[int, str]) -> None:
    changed = text | {1841: text[1841] + " 77"}

    assert unmatched(changed)[1] == [(1841, "77")]


def test_what_is_printed_stands_in_its_lines(text: dict[int, str]) -> None:
    missing = [
        (place, piece)
        for place, row, lines in rows()
        for piece in row["printed"].split(" … ")
        if lines and piece not in joined(text, lines)
    ]

    assert missing == []


def numbers_in(printed: str) -> list[float]:
    """The numbers of a mention: blanks and points between thousands left out, "3 op de 10" as a percentage."""
    text = re.sub(r"(?<=\d)[ .](?=\d{3}(?!\d))", "", printed.split(" … ")[0])
    found = [float(one.replace(",", ".")) for one in re.findall(r"-?\d+(?:[.,]\d+)?", text)]
    if re.search(r"\d op ", text):
        return [round(100 * found[0] / int(found[1]), 1)]
    return found


def test_the_value_of_a_row_is_the_number_that_it_prints() -> None:
    columns = ("obs_value", "lower", "upper", "sample_size")
    unlike = [
        (row["printed"], given)
        for _, row, _ in rows()
        if TOKEN.search(row["printed"])
        and numbers_in(row["printed"]) != (given := [float(row[one]) for one in columns if row.get(one)])
    ]

    assert unlike == [("24.1999", [24199])]  # a misprint: see claims.toml


def test_the_counts_beside_a_percentage_stand_in_the_same_table(figures: list[Observation]) -> None:
    counts = {(one.source_ref, one.obs_value) for one in figures if one.unit_measure not in ("percent", "points")}
    shares = [one for one in figures if one.numerator is not None and one.source_ref != "Figuur 7"]

    assert len(shares) == 15 + 15 + 8 + 2 + 7  # Figuur 14, 15, 11 and 12, §2.2.1-2.2.2, Figuur 8
    assert {(one.source_ref, one.numerator) for one in shares} <= counts


def test_a_row_without_line_is_derived_or_repeats_a_mention() -> None:
    mentions = {(row["source_ref"], row["printed"]) for _, row, lines in rows() if lines}

    without = [(place, row) for place, row, lines in rows() if not lines]

    assert [
        place
        for place, row in without
        if not (row.get("derivation") and not row["printed"] or (row["source_ref"], row["printed"]) in mentions)
    ] == []


def test_every_number_that_is_no_figure_has_a_reason_of_the_list() -> None:
    listed = not_figures()

    assert {row["reason"] for row in listed} == REASONS
    assert [int(row["line"]) for row in listed] == sorted(int(row["line"]) for row in listed)


def test_the_specimen_has_the_lines_of_the_annex(text: dict[int, str]) -> None:
    assert (min(text), max(text)) == (824, 1844)
    assert text[826] == "omgevingsanalyse"


def test_every_indicator_of_the_annex_has_figures(figures: list[Observation]) -> None:
    catalogue = read_catalogue()
    with_file = {path.stem for path in ANNEX.glob("*.csv")} - {"not_figures"}

    assert with_file == {one.indicator for one in figures}
    assert with_file <= set(catalogue.indicators)
    assert len(figures) == 643


# Typed in by reading the text, not by looking at the data.
GAP = {"nationality": "non_eu", "transformation": "gap"}
SIXTH_YEAR = {"nationality": "foreign", "school_year": "6", "delay": "gt2", "school_level": "secondary"}
FAMOUS = [
    # indicator, breakdown, value, unit, area, period, place in the text
    ("foreign_nationals", {}, 399433, "persons", "VLG", "2010-01-01", "§1"),
    ("foreign_nationals", {}, 1057666, "persons", "BE", "2010-01-01", "§1"),
    ("foreign_nationals_share", {}, 30.0, "percent", "BHG", "2010-01-01", "§1"),
    ("regularised_persons", {}, 24199, "persons", "BE", "2010", "§1"),
    ("newcomers", {}, 41090, "persons", "VLG", "2010", "Figuur 4"),
    ("newcomers_profile", {"nationality": "non_eu_plus"}, 53.9, "percent", "VLG", "2009", "Figuur 4"),
    ("jobseekers_dutch_share", {"dutch_knowledge": "limited_or_none"}, 15.8, "percent", "VL", "2011-06", "§2.2.1"),
    ("employment_rate", {"nationality": "non_eu"}, 44, "percent", "VL", "2010", "§2.2.2"),
    ("employment_rate", {"country_of_birth": "non_eu"}, 53, "percent", "VL", "2010", "§2.2.2"),
    ("employment_rate", GAP, 29, "percentage_points", "VL", "2010", "§2.2.2"),
    ("special_education_share", {"nationality": "ma"}, 10.92, "percent", "", "2009-2010", "§2.2.3"),
    ("school_delay", SIXTH_YEAR, 13.20, "percent", "", "2009-2010", "Figuur 10"),
    ("higher_education_diplomas", {"nationality": "foreign"}, 1885, "diplomas", "", "2008-2009", "Figuur 12"),
    ("pisa_gap", {"generation": "second", "control": "before"}, 76, "points", "VL", "2009", "§2.2.3"),
    ("children_mother_origin", {"mother_origin": "foreign"}, 21.7, "percent", "VLG", "2009", "Figuur 13"),
    ("deprivation_index", {"mother_origin": "foreign"}, 23.4, "percent", "VLG", "2010", "§2.2.5"),
    ("caw_reception_share", {"ecm": "yes"}, 27.4, "percent", "", "2010", "Figuur 14"),
    ("disability_recognised", {}, 123480, "persons", "", "2004", "Figuur 16"),
    ("migrant_associations", {"column": "kolom_7"}, 1642, "branches", "", "2010", "Figuur 18"),
    ("poverty_risk", {"origin": "tr"}, 59, "percent", "", "2001", "§2.2.5"),
    ("discrimination_reports", {}, 841, "reports", "", "2010", "§2.2.9"),
]


@pytest.mark.parametrize(("indicator", "breakdown", "value", "unit", "area", "period", "place"), FAMOUS)
def test_a_famous_figure_is_as_the_text_gives_it(
    figures: list[Observation],
    indicator: str,
    breakdown: dict[str, str],
    value: float,
    unit: str,
    area: str,
    period: str,
    place: str,
) -> None:
    found = [
        (one.obs_value, one.unit_measure)
        for one in figures
        if (one.indicator, one.ref_area, one.time_period, one.source_ref) == (indicator, area, period, place)
        and dict(one.breakdown) == breakdown
    ]

    assert found == [(value, unit)]

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import observation

from data.errors import UnknownRevision
from data.export import (
    BELGIAN,
    COLUMNS,
    FORMULA_STARTS,
    STANDARD,
    Dialect,
    all_rows,
    neutralise,
    rows_of,
    to_csv,
    to_json,
)
from data.model import Observation
from data.store import Store


def exported(*observations: Observation, dialect: Dialect = STANDARD) -> list[dict[str, str]]:
    text = "".join(to_csv(rows_of(observations), dialect))
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect.delimiter, strict=True))


def cell(column: str, dialect: Dialect = STANDARD, **changes: object) -> str:
    return exported(observation(**changes), dialect=dialect)[0][column]


def publish(store: Store, *observations: Observation) -> None:
    store.publish(observations, "Iemand", "Een reden", "annex", "0" * 64)


def test_the_columns_are_the_fields_of_an_observation_and_whether_it_is_shown() -> None:
    (line,) = to_csv([])

    assert line == ",".join(COLUMNS) + "\n"
    assert {*COLUMNS} == {*Observation.__dataclass_fields__, "shown"}


def test_an_observation_is_one_line() -> None:
    row = observation(breakdown={"sex": "f", "age": "x"}, obs_value=33.3, qualifier="1 op de 3", lower=30.0, revision=1)

    assert list(to_csv(rows_of([row])))[1] == (
        'work,VLG,2010,"{""age"": ""x"", ""sex"": ""f""}",33.3,percent,A,1 op de 3,,,,30,,bron_a,Figuur 1,60,,,1,true\n'
    )


def test_the_breakdown_is_json_with_sorted_keys_and_real_characters() -> None:
    text = cell("breakdown", breakdown={"sex": "f", "age": "é"})

    assert text == '{"age": "é", "sex": "f"}'
    assert json.loads(cell("breakdown", breakdown={})) == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (24199.0, "24199"),
        (33.3, "33.3"),
        (0.07, "0.07"),
        (-0.9, "-0.9"),
        (0.0, "0"),
        (100.0, "100"),
        (11_267_910.0, "11267910"),
        (12_345_678_901.25, "12345678901.25"),
        (1e22, "10000000000000000000000"),
        (0.00001, "0.00001"),
        (None, ""),
    ],
)
def test_a_number_has_the_digits_of_the_source(value: float | None, text: str) -> None:
    assert cell("obs_value", obs_value=value) == text
    assert cell("obs_value", BELGIAN, obs_value=value) == text.replace(".", ",")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_every_number_is_read_back_as_it_was(number: object) -> None:
    assert float(cell("obs_value", obs_value=float(str(number)))) == float(str(number))


def test_the_belgian_dialect_has_semicolons_and_decimal_commas() -> None:
    line = list(to_csv(rows_of([observation(obs_value=70.5, note="a;b, 1.5")]), BELGIAN))[1]

    assert line.startswith('work;VLG;2010;"{""sex"": ""f""}";70,5;percent;A;')
    assert line.endswith(';"a;b, 1.5";0;true\n')


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_text_that_could_be_a_formula_gets_an_apostrophe(start: str) -> None:
    assert cell("note", note=f"{start}1+1") == f"'{start}1+1"
    assert cell("source_ref", BELGIAN, source_ref=f"{start}1") == f"'{start}1"


def test_a_printed_number_with_a_sign_is_text_and_the_number_is_not() -> None:
    row = exported(observation(obs_value=-0.9, printed="-0,9"))[0]

    assert (row["obs_value"], row["printed"]) == ("-0.9", "'-0,9")


@pytest.mark.parametrize("text", ["", "gewoon", "1 = 1", "a-b", "'x", " =1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_every_text_is_read_back_with_an_apostrophe_at_most(text: str) -> None:
    for dialect in (STANDARD, BELGIAN):
        assert cell("note", dialect, note=text) in (text, f"'{text}")


def test_only_one_of_two_mentions_is_shown() -> None:
    rows = exported(observation(source_ref="§2.2.3", obs_value=60.0), observation(source_ref="Figuur 1"))

    assert [(row["source_ref"], row["shown"]) for row in rows] == [("§2.2.3", "false"), ("Figuur 1", "true")]


def test_json_has_numbers_null_and_objects() -> None:
    (row,) = to_json(rows_of([observation(obs_value=None, obs_status="O")]))

    assert json.loads(json.dumps(row))["obs_value"] is None
    assert (row["breakdown"], row["shown"], row["revision"]) == ({"sex": "f"}, True, 0)


def test_everything_is_exported_by_indicator_and_key(store: Store) -> None:
    publish(store, observation(indicator="work"), observation(indicator="play"), observation(ref_area="BE"))

    assert [(row["indicator"], row["ref_area"]) for row in all_rows(store)] == [
        ("play", "VLG"),
        ("work", "BE"),
        ("work", "VLG"),
    ]


def test_an_export_as_of_a_revision_stays_the_same_for_ever(store: Store) -> None:
    publish(store, observation(obs_value=1.0), observation(indicator="play"))
    first = "".join(to_csv(all_rows(store)))
    publish(store, observation(obs_value=2.0))

    assert "".join(to_csv(all_rows(store, as_of=1))) == first
    assert [row["obs_value"] for row in all_rows(store)] == [2.0]


def test_an_empty_store_has_an_empty_export(store: Store) -> None:
    assert list(all_rows(store)) == []


def test_an_unknown_revision_is_told_before_anything_is_written(store: Store) -> None:
    with pytest.raises(UnknownRevision):
        all_rows(store, as_of=3)

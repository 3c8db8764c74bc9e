"""The file of claims: every word of it stands in the source, and no mistake in it goes unnoticed."""

from pathlib import Path

import pytest

from data.catalogue import HERE, read_catalogue
from data.claims import Claims, read_claims
from data.errors import CatalogueError
from data.model import Observation
from data.observations import read_folder

FIRST_LINE = 824
PLACE = 'ref_area = "BE", time_period = "2010", breakdown = {}, source = "vrind_2011", source_ref = "§1"'
REMOVED = f'{{ indicator = "removals", {PLACE} }}'
CLAIM = f"""
[[claims]]
id = "one"
lines = [880]
source_ref = "§1"
quote = "8.791 personen"
kind = "value"
operands = [{REMOVED}]
against = []
expected = [0, inf]
decimals = 0
verdict = "Het zijn er {{found}}."
doubt = ""
places = [{REMOVED}]
"""


@pytest.fixture(scope="module")
def figures() -> list[Observation]:
    return read_folder(HERE / "annex", read_catalogue())


@pytest.fixture(scope="module")
def claims(figures: list[Observation]) -> Claims:
    return read_claims(figures)


def source(lines: tuple[int, ...]) -> str:
    """The lines as one with single blanks, then once more without the hyphens that break a word."""
    text = (Path(__file__).parent / "specimens" / "annex.txt").read_text(encoding="utf-8").splitlines()
    whole = " ".join(" ".join(text[line - FIRST_LINE] for line in lines).split())
    return f"{whole}\n{whole.replace('- ', '')}"


def test_every_quotation_stands_in_its_lines(claims: Claims) -> None:
    quoted = [(one.id, one.quote, one.lines) for one in (*claims.claims, *claims.remarks)]
    printed = [(one.id, one.printed, one.lines) for one in claims.misprints]

    assert [(id_, text) for id_, text, lines in quoted + printed if text not in source(lines)] == []


def test_the_lines_of_an_entry_are_those_of_the_annex_in_order(claims: Claims) -> None:
    entries = (*claims.claims, *claims.remarks, *claims.misprints)

    assert all(lines == tuple(sorted(lines)) for lines in (one.lines for one in entries))
    assert all(824 <= one.lines[0] <= one.lines[-1] <= 1844 for one in entries)


def test_a_list_of_codes_names_one_number_for_each(claims: Claims) -> None:
    five = next(one for one in claims.claims if one.id == "five_nationalities")

    assert [dict(key[3])["nationality"] for key in five.operands] == ["nl", "ma", "it", "tr", "fr"]


def test_a_minimal_claim_is_read(figures: list[Observation], tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(CLAIM, encoding="utf-8")

    (claim,) = read_claims(figures, path).claims

    assert claim.expected == (0, float("inf"))
    assert claim.operands == (("removals", "BE", "2010", (), "vrind_2011", "§1"),)


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("decimals = 0\n", "", "sleutel “decimals” ontbreekt", "decimals = …"),
        ("decimals = 0", "decimals = 0\ncolour = 1", "onbekende sleutel “colour”", "id, lines"),
        ("decimals = 0", 'decimals = "0"', "“0” bij decimals", "een geheel getal"),
        ("lines = [880]", "lines = 880", "“880” bij lines", "een lijst van regels"),
        ("expected = [0, inf]", "expected = [0]", "[0] bij expected", "twee grenzen"),
        ("expected = [0, inf]", "expected = [2, 1]", "[2, 1] bij expected", "twee grenzen"),
        ('kind = "value"', 'kind = "guess"', "“guess” bij kind", "value, sum"),
        ('kind = "value"', 'kind = "difference"', "0 cijfers bij against", "difference"),
        ("{found}.", "{other}.", "een onbekend deel tussen accolades", "{found}"),
        ("{found}.", "{found.", "een onbekend deel tussen accolades", "{found}"),
        ("places = [{", "places = [] # [{", "een lege lijst bij places", "minstens één cijfer"),
        ('time_period = "2010"', 'time_period = "2011"', "removals (BE, 2011, totaal, vrind_2011, §1)", "een cijfer"),
        ("breakdown = {}", 'breakdown = "x"', "“x” bij breakdown", "een tabel"),
        ('ref_area = "BE"', "ref_area = 3", "bij operands", "teksten"),
        ('ref_area = "BE", ', "", "sleutel “ref_area” ontbreekt", "ref_area"),
    ],
)
def test_a_mistake_refuses_the_start_with_file_line_and_what_was_expected(
    figures: list[Observation], tmp_path: Path, old: str, new: str, found: str, expected: str
) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(CLAIM.replace(old, new), encoding="utf-8")

    with pytest.raises(CatalogueError) as caught:
        read_claims(figures, path)

    assert caught.value.where == f"{path}, regel 3"
    assert found in caught.value.found
    assert expected in caught.value.expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[claims]\n", "geen geldige TOML"),
        ("[[guesses]]\n", "onbekend deel “guesses”"),
        ('claims = "none"\n', "een deel dat geen lijst van tabellen is"),
        (CLAIM + CLAIM, "id “one” staat er twee keer"),
    ],
)
def test_a_mistake_in_the_whole_file_refuses_the_start(
    figures: list[Observation], tmp_path: Path, text: str, found: str
) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CatalogueError) as caught:
        read_claims(figures, path)

    assert str(path) in caught.value.where
    assert found in caught.value.found


def test_a_claim_takes_only_numbers_that_the_source_prints(figures: list[Observation], tmp_path: Path) -> None:
    picture = (
        CLAIM.replace('"removals"', '"integration_programmes"').replace('"BE"', '"VLG+BHG"').replace("§1", "Figuur 5")
    )
    picture = picture.replace("breakdown = {}", 'breakdown = { stage = "contract" }')
    path = tmp_path / "claims.toml"
    path.write_text(picture.replace("vrind_2011", "kruispuntbank_inburgering"), encoding="utf-8")

    with pytest.raises(CatalogueError, match="Verwacht: een cijfer met één waarde"):
        read_claims(figures, path)

from pathlib import Path

import pytest
from made import WORK_TOML, change, make_home

from data.catalogue import Catalogue, read_catalogue
from data.errors import CatalogueError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_home(tmp_path / "data")


def refusal(home: Path) -> CatalogueError:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(home)
    return caught.value


def line_of(text: str, nth: int = 0) -> int:
    return [number for number, line in enumerate(WORK_TOML.splitlines(), 1) if line.startswith(text)][nth]


def test_a_catalogue_is_read_into_indicators_and_codelists(home: Path) -> None:
    catalogue = read_catalogue(home)

    work = catalogue.indicators["work"]
    assert (work.title, work.decimals, work.caveats) == ("Werk", 1, ("Uit een steekproef.",))
    assert (work.dimension_ids, work.headline.breakdown) == (("sex",), {"sex": "f"})
    assert catalogue.label("sex", "f") == "vrouwen"


def test_an_empty_code_has_an_empty_name(home: Path) -> None:
    assert read_catalogue(home).label("sex", "") == ""


def test_the_catalogue_of_this_repository_is_valid() -> None:
    catalogue = read_catalogue()

    assert catalogue.indicators
    assert {one.domain for one in catalogue.indicators.values()} == set(catalogue.codelists["domain"].codes)


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        ("decimals = 1", "decimal = 1", line_of("decimals"), "onbekende sleutel “decimal”"),
        ("more = ", "meer = ", line_of("more"), "onbekende sleutel “meer”"),
        ("ordinal = false", "ordinal = false\nid_ = 1", line_of("ordinal") + 1, "onbekende sleutel “id_”"),
        ('more = "hebben vaker werk"\n', "", line_of("[sentence]"), "sleutel “more” ontbreekt"),
        ("ordinal = false\n", "", line_of("[[dimensions]]"), "sleutel “ordinal” ontbreekt"),
        ("decimals = 1", 'decimals = "1"', line_of("decimals"), "“1” bij decimals"),
        ("decimals = 1", "decimals = true", line_of("decimals"), "“True” bij decimals"),
        ("ordinal = false", 'ordinal = "nee"', line_of("ordinal"), "“nee” bij ordinal"),
        ("related = []", "related = [1]", line_of("related"), "“[1]” bij related"),
        ("caveats = [", 'caveats = "x" #', line_of("caveats"), "“x” bij caveats"),
        ('breakdown = { sex = "f" }', "breakdown = 3", line_of("breakdown"), "“3” bij breakdown"),
        ('breakdown = { sex = "f" }', "breakdown = { sex = 1 }", line_of("breakdown"), "“{'sex': 1}” bij breakdown"),
        ('domain = "werk"', 'domain = "sport"', line_of("domain"), "“sport” bij domain"),
        ('= "percent"', '= "procent"', line_of("unit_measure"), "“procent” bij unit_measure"),
        ('= "higher_is_better"', '= "up"', line_of("polarity"), "“up” bij polarity"),
        ('source_kind = "survey"', 'source_kind = "poll"', line_of("source_kind"), "“poll” bij source_kind"),
        ('shape = "auto"', 'shape = "pie"', line_of("shape"), "“pie” bij shape"),
        ('period_kind = "year"', 'period_kind = "week"', line_of("period_kind"), "“week” bij period_kind"),
        ('ref_area = "VLG"', 'ref_area = "XX"', line_of("ref_area"), "“XX” bij ref_area"),
        ('breakdown = { sex = "f" }', 'breakdown = { sex = "x" }', line_of("breakdown"), "“sex = x” bij breakdown"),
        ('id = "sex"', 'id = "shoe"', line_of("id = "), "“shoe” bij id"),
        ('reference = "m"', 'reference = "x"', line_of("reference"), "“x” bij reference"),
        ('dimension = "sex"', 'dimension = "age"', line_of("dimension ="), "“age” bij dimension"),
        ('parts = ["m", "f"]', 'parts = ["m", "x"]', line_of("parts"), "“x” bij parts"),
        ('whole = ""', 'whole = "99"', line_of("whole"), "“99” bij whole"),
        ("related = []", 'related = ["play"]', line_of("related"), "“play” bij related"),
        ("not_comparable = []", 'not_comparable = ["play"]', line_of("not_comp"), "“play” bij not_comparable"),
        ('companion = ""', 'companion = "play"', line_of("companion"), "“play” bij companion"),
        ("decimals = 1", "decimals = ", line_of("decimals"), "geen geldige TOML"),
        ("[sentence]", "sentence = 3\n[old]", line_of("[sentence]"), "“3” bij sentence"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(home: Path, old: str, new: str, line: int, found: str) -> None:
    path = home / "catalogue" / "work.toml"
    change(path, old, new)

    error = refusal(home)

    assert error.where == f"{path}, regel {line}"
    assert error.found.startswith(found)
    assert str(error) == f"{error.where}: {error.found}. Verwacht: {error.expected}."


@pytest.mark.parametrize(
    ("old", "found"),
    [
        ('title = "Werk"\n', "sleutel “title” ontbreekt"),
        (WORK_TOML[WORK_TOML.index("[sentence]") : WORK_TOML.index("[headline]")], "tabel “[sentence]” ontbreekt"),
    ],
)
def test_what_is_missing_is_named_with_its_file(home: Path, old: str, found: str) -> None:
    path = home / "catalogue" / "work.toml"
    change(path, old, "")

    error = refusal(home)

    assert (error.where, error.found) == (str(path), found)


def test_the_line_is_that_of_the_second_dimension_where_the_second_is_wrong(home: Path) -> None:
    path = home / "catalogue" / "work.toml"
    second = '[[dimensions]]\nid = "ref_area"\nlabel = "Gebied"\nreference = "XX"\nordinal = false\n\n'
    change(path, "[[sums]]", second + "[[sums]]")

    assert refusal(home).where == f"{path}, regel {line_of('[[sums]]') + 3}"


def test_a_table_that_should_be_repeated_is_refused(home: Path) -> None:
    change(home / "catalogue" / "work.toml", "[[dimensions]]", "[dimensions]")

    assert refusal(home).expected == "tabellen [[dimensions]]"


def test_two_indicators_cannot_have_the_same_slug(home: Path) -> None:
    other = home / "catalogue" / "other.toml"
    other.write_text(WORK_TOML, encoding="utf-8")

    error = refusal(home)

    assert (error.where, error.found) == (f"{other}, regel {line_of('slug')}", "“werk” bij slug")


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(home: Path) -> None:
    path = home / "catalogue" / "work.toml"
    path.write_bytes(WORK_TOML.replace("Wie heeft", "Wïe heeft").encode("latin-1"))

    error = refusal(home)

    assert error.where == f"{path}, regel {line_of('question')}"
    assert "UTF-8" in error.found


def with_other(home: Path, title: str, slug: str) -> Catalogue:
    other = WORK_TOML.replace('title = "Werk"', f'title = "{title}"').replace('slug = "werk"', f'slug = "{slug}"')
    (home / "catalogue" / "other.toml").write_text(other, encoding="utf-8")
    return read_catalogue(home)


def test_an_indicator_is_found_by_its_slug(home: Path) -> None:
    catalogue = with_other(home, "Arbeid", "arbeid")

    assert catalogue.by_slug("arbeid") == catalogue.indicators["other"]
    assert catalogue.by_slug("nergens") is None


def test_a_domain_starts_with_the_indicators_that_its_codelist_puts_first(home: Path) -> None:
    catalogue = with_other(home, "Arbeid", "arbeid")

    assert [one.title for one in catalogue.in_domain("werk")] == ["Werk", "Arbeid"]


def test_what_waits_for_figures_is_not_judged_where_the_source_leaves_doubt(catalogue: Catalogue) -> None:
    """Without a unit a number may be a count; a gap may turn round; who registers to vote chooses freely."""
    doubtful = [
        one.id
        for one in catalogue.indicators.values()
        if one.unit_measure == "not_stated" and one.polarity != "neutral"
    ]
    kept = {one: catalogue.indicators[one].polarity for one in ("we_06", "we_12", "lo_28", "lo_29")}

    assert doubtful == []
    assert set(kept.values()) == {"neutral"}

import re
from collections import Counter
from pathlib import Path

import pytest
from annexed import catalogue
from made import change

from data.catalogue import HERE
from data.errors import CatalogueError
from data.observations import read_folder
from data.target import KINDS, Target
from data.targets import read_targets
from indicators import words

TARGETS = {one.id: one for one in read_targets(catalogue())}
ALL = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
SPECIMEN = Path(__file__).parent / "specimens" / "targets.txt"
LINES = dict(line.split("\t", 1) for line in SPECIMEN.read_text(encoding="utf-8").splitlines())
NOT_OURS = re.compile(r"allocht|autocht|vreemdeling|achterstand|tweede.generatie|zwak|kwetsba|probleem|gekleurd", re.I)
LONGEST_SENTENCE = 20

WORK = """\
slug = "werk"
title = "Werk"
short = "Meer"
on_home = ""
kind = "level"
direction = "up"
needed = ""
note = ""
doubt = ""
related = []

[source]
document = "Pact 2020"
ref = "1"
lines = "219-221"
other_lines = []
text = "Iedereen werkt in 2020."
part = "Iedereen werkt"

[group]
in_source = "iedereen"
not_followed = []
area_in_source = ""
mapping = ""

[goal]
operator = "at_least"
printed = "Iedereen"
value = "100"
unit_measure = "percent"
derived = true
explanation = ""
source = ""
url = ""

[deadline]
time_period = "2020"
derived = false
explanation = ""

[[measures]]
label = "Naar nationaliteit"
indicator = "employment_rate"
ref_area = "VL"
breakdown = { nationality = "non_eu" }
explanation = ""
spans_breaks = false

[measures.base]
time_period = "2010"
value = "44"
derived = true
explanation = ""
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work.toml").write_text(WORK, encoding="utf-8")
    return tmp_path


def refusal(folder: Path) -> CatalogueError:
    with pytest.raises(CatalogueError) as caught:
        read_targets(catalogue(), folder)
    return caught.value


def line_of(text: str) -> int:
    return next(number for number, line in enumerate(WORK.splitlines(), 1) if line.startswith(text))


def plan_text(spec: str) -> str:
    """The lines of the plan as one text; a hyphen at the end of a line goes."""
    first, _, last = spec.partition("-")
    text = ""
    for number in range(int(first), int(last or first) + 1):
        words = " ".join(LINES[str(number)].split())
        text = text.removesuffix("-") + words if text.endswith("-") else f"{text} {words}"
    return text.casefold()


def texts_of_ours(target: Target) -> list[str]:
    own = [target.title, target.short, target.on_home, target.needed, target.note, target.doubt, target.group.mapping]
    own += [target.deadline.explanation, target.goal.explanation if target.goal else ""]
    for one in target.measures:
        own += [one.label, one.explanation, one.base.explanation if one.base else ""]
    return [re.sub(r"“[^”]*”", "", text) for text in own]


def test_there_are_24_targets_of_seven_of_the_eight_kinds() -> None:
    assert Counter(one.kind for one in TARGETS.values()) == {
        "level": 4,
        "growth_per_year": 3,
        "halving": 1,
        "proportionality": 4,
        "rank": 2,
        "direction": 6,
        "qualitative": 4,
    }
    assert len(KINDS) == 8


@ALL
def test_a_target_is_quoted_word_for_word(target: Target) -> None:
    assert target.source.text.casefold() in plan_text(target.source.lines)


@ALL
def test_every_other_place_that_is_named_repeats_the_number(target: Target) -> None:
    for spec in target.source.other_lines:
        assert target.goal
        assert f"{target.goal.value}%" in plan_text(spec)


@ALL
def test_what_is_said_to_be_the_word_of_the_source_stands_there(target: Target) -> None:
    printed = target.goal.printed if target.goal else ""
    for said in (target.group.in_source, target.group.area_in_source, printed):
        for part in said.split(" … "):
            assert part.casefold() in plan_text(target.source.lines)


@ALL
def test_a_number_or_year_that_is_not_in_the_sentence_is_marked_as_derived(target: Target) -> None:
    if target.goal and not target.goal.derived:
        assert target.goal.value.replace(".", ",") in target.source.text
    if target.deadline.time_period and not target.deadline.derived:
        assert target.deadline.time_period in target.source.text
    for measure in target.measures:
        assert measure.base is None or measure.base.derived


@ALL
def test_our_own_words_are_plain(target: Target) -> None:
    for text in texts_of_ours(target):
        assert not NOT_OURS.search(text)
        sentences = re.split(r"(?<=[.:?]) ", text)
        assert max(len(sentence.split()) for sentence in sentences) <= LONGEST_SENTENCE


@ALL
def test_a_target_without_a_measure_tells_what_is_needed(target: Target) -> None:
    assert target.measures or target.needed


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        ("note = ", "nota = ", line_of("note"), "onbekende sleutel “nota”"),
        ('kind = "level"', 'kind = "niveau"', line_of("kind"), "“niveau” bij kind"),
        ('kind = "level"', 'kind = "direction"', line_of("kind"), "“direction” bij kind"),
        ('kind = "level"', 'kind = "gap"', line_of("kind"), "“gap” bij kind"),
        ('direction = "up"', 'direction = ""', line_of("direction"), "“” bij direction"),
        ('slug = "werk"', 'slug = "Werk en meer"', line_of("slug"), "“Werk en meer” bij slug"),
        ("related = []", 'related = ["play"]', line_of("related"), "“play” bij related"),
        ('lines = "219-221"', 'lines = "blz. 7"', line_of("lines"), "“blz. 7” bij lines"),
        ('part = "Iedereen werkt"', 'part = "Wie werkt"', line_of("part"), "“Wie werkt” bij part"),
        ('operator = "at_least"', 'operator = ">="', line_of("operator"), "“>=” bij operator"),
        ('value = "100"', 'value = "100,0"', line_of("value"), "“100,0” bij value"),
        ('unit_measure = "percent"', 'unit_measure = "pct"', line_of("unit_measure"), "“pct” bij unit_measure"),
        ('time_period = "2020"', 'time_period = "ooit"', line_of("time_period"), "“ooit” bij time_period"),
        ('indicator = "employment_rate"', 'indicator = "play"', line_of("indicator"), "“play” bij indicator"),
        ('ref_area = "VL"', 'ref_area = "XX"', line_of("ref_area"), "“XX” bij ref_area"),
        ('"non_eu" }', '"mars" }', line_of("breakdown"), "“nationality = mars” bij breakdown"),
        ("nationality = ", "shoe = ", line_of("breakdown"), "“shoe = non_eu” bij breakdown"),
        ("spans_breaks = false", 'spans_breaks = "nee"', line_of("spans_breaks"), "“nee” bij spans_breaks"),
        ("spans_breaks = false", "", line_of("[[measures]]"), "sleutel “spans_breaks” ontbreekt"),
        ('value = "44"\n', "", line_of("[measures.base]"), "sleutel “value” ontbreekt"),
        ('value = "44"', 'value = "veel"', line_of('value = "44"'), "“veel” bij value"),
        ("[measures.base]", "[measures.basis]", line_of("[[measures]]"), "onbekende sleutel “basis”"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(folder: Path, old: str, new: str, line: int, found: str) -> None:
    path = folder / "work.toml"
    change(path, old, new)

    error = refusal(folder)

    assert error.where == f"{path}, regel {line}"
    assert error.found.startswith(found)


@pytest.mark.parametrize("table", ["source", "group", "deadline"])
def test_a_table_that_is_missing_is_named(folder: Path, table: str) -> None:
    change(folder / "work.toml", f"[{table}]", f"[other_{table}]")

    assert refusal(folder).found == f"tabel “[{table}]” ontbreekt"


def test_a_goal_is_asked_where_the_kind_has_a_number(folder: Path) -> None:
    start, end = WORK.index("[goal]"), WORK.index("[deadline]")
    change(folder / "work.toml", WORK[start:end], "")

    assert refusal(folder).expected == "een tabel [goal] bij deze soort"


def test_two_targets_cannot_have_the_same_slug(folder: Path) -> None:
    (folder / "zelfde.toml").write_text(WORK, encoding="utf-8")

    assert refusal(folder).where == f"{folder / 'zelfde.toml'}, regel {line_of('slug')}"


def test_a_gap_names_what_it_is_measured_against(folder: Path) -> None:
    path = folder / "work.toml"
    change(path, 'kind = "level"', 'kind = "gap"')
    against = '\n[measures.against]\nindicator = "employment_rate"\nbreakdown = { nationality = "be_eu" }\n'
    path.write_text(path.read_text(encoding="utf-8") + against, encoding="utf-8")

    (gap,) = read_targets(catalogue(), folder)

    assert gap.measures[0].against is not None
    assert gap.measures[0].against.breakdown == {"nationality": "be_eu"}


def test_a_base_is_the_number_that_was_measured_in_that_period() -> None:
    bases = [(one, measure) for one in TARGETS.values() for measure in one.measures]
    shipped = {one.indicator: one for _, one in bases}
    figures = [one for folder in ("annex", "points") for one in read_folder(HERE / folder, catalogue())]

    assert set(shipped) == {"employment_rate", "employment_rate_eak_20_64", "early_school_leavers"}
    for target, measure in bases:
        assert measure.base
        place = (measure.indicator, measure.ref_area, measure.base.time_period, dict(measure.breakdown))
        found = [one for one in figures if (one.indicator, one.ref_area, one.time_period, dict(one.breakdown)) == place]
        told = words.number(found[0].number, words.decimals(found[0], catalogue().indicators[measure.indicator]))
        assert f"{told}% in {measure.base.time_period}" in measure.base.explanation, target.id
        assert measure.base.value in ("", f"{found[0].number:g}")


def test_the_files_are_those_that_the_plan_links_to() -> None:
    assert set(TARGETS) == {path.stem for path in (HERE / "targets").glob("*.toml")}

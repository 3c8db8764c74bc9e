"""What holds for every view of every indicator at the annex: unit, view and breakdown, each year, area and group."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache

import pytest
import shipped
from annexed import all_views, answers, catalogue, described, layout, number, texts, traces, view_with
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Indicator, Observation
from indicators.figures import theme
from indicators.panels.panel import LINE_NEEDS, MOST_WORDS, Panel
from indicators.view import View

NO_WORD = re.compile(r"\bnan\b|\bNone\b|\binf\b|undefined|[{}]")
ODD = re.compile(r"  |\.\.|,,|;;|\( | \)| [,;.]|: :|:$|^[ ,.;]")
FORBIDDEN = re.compile("allochto|autochto|vreemdeling|achterstand|tweede generatie", re.IGNORECASE)


def pages() -> Iterator[tuple[View, Panel]]:
    yield from ((view, panel) for view in all_views() for panel in view.panels)


def test_bars_and_axes_of_shares_start_at_zero_over_all_views() -> None:
    for view, panel in pages():
        axis = layout(panel)["yaxis" if "lines+markers+text" in {one.get("mode") for one in traces(panel)} else "xaxis"]
        is_score = view.shown.unit_measure == "scale_1_5"

        assert axis["range"][0] <= (1 if is_score else 0), view.selection
        assert axis["tickvals"][0] == (1 if is_score else 0)
        assert ("De as begint bij nul" in panel.subtitle) != is_score


def test_no_line_anywhere_goes_through_fewer_than_three_points() -> None:
    for view, panel in pages():
        points: defaultdict[str, set[float]] = defaultdict(set)
        for one in traces(panel):
            if one.get("mode") == "lines+markers+text":
                points[one["name"]] |= {x for x in one["x"] if x is not None}
        assert all(len(found) >= LINE_NEEDS for found in points.values()), view.selection


def test_no_view_has_an_empty_axis_and_a_view_without_chart_says_why() -> None:
    for view, panel in pages():
        assert any(x is not None for one in traces(panel) for x in one["x"]), view.selection
    for view in all_views():
        assert bool(view.panels) != bool(view.no_chart) or view.selection.weergave == "tabel"


def figures_of(indicator: Indicator) -> st.SearchStrategy[list[Observation]]:
    """Any figures of an indicator: with and without area, period, group and number, in words, derived, broken."""
    lists = {one.id: st.sampled_from(list(catalogue().codelists[one.id].codes)[:4]) for one in indicator.dimensions}
    one = st.builds(
        lambda value, breakdown, kind, **more: number(value, **more, **breakdown, **kind),
        value=st.sampled_from([0.0, 0.3, 12.34, 50.0, 100.0, 41090.0]),
        time_period=st.sampled_from(["", "2001", "2005", "2006", "2007", "2009-2010", "2010-01-01", "2010"]),
        ref_area=st.sampled_from(["", "BE", "VLG"]),
        unit_measure=st.just(indicator.unit_measure),
        breakdown=st.fixed_dictionaries({}, optional=lists),
        kind=st.sampled_from(
            [
                {},
                {"obs_status": "E"},
                {"obs_status": "B"},
                {"qualifier": "4 op de 10"},
                {"derivation": "1 + 1", "printed": ""},
                {"obs_value": None, "obs_status": "O"},
                {"obs_value": None, "lower": 1.0, "upper": 3.0, "qualifier": "tussen"},
            ]
        ),
    )
    return st.lists(one, max_size=20, unique_by=lambda found: found.key)


@pytest.mark.parametrize("name", ["employment_rate", "newcomers", "school_delay", "care_users", "attitude_migrants"])
@settings(max_examples=25)
@given(data=st.data())
def test_any_figures_make_a_view_with_a_title_and_a_chart_or_a_reason(name: str, data: st.DataObject) -> None:
    indicator = described(name)
    figures = data.draw(figures_of(indicator))
    weergave = data.draw(st.sampled_from(["grafiek", "kloof", "tabel"]))
    shown = view_with(indicator, *figures, weergave=weergave)

    assert shown.title
    assert bool(shown.panels) != bool(shown.no_chart) or weergave == "tabel"
    assert json.dumps([panel.figure for panel in shown.panels], allow_nan=False)


def test_no_text_alternative_is_much_longer_than_sixty_words() -> None:
    longest = max((len(panel.description.split()), panel.description) for _, panel in pages())

    assert longest[0] <= MOST_WORDS * 1.1, longest


def shown_texts(view: View) -> Iterator[str]:
    """All that a reader sees of a view: without the description of the indicator, which stands in the catalogue."""
    parts = [
        getattr(view, name) for name in View.__dataclass_fields__ if name not in ("indicator", "shown", "multiples")
    ]
    small = [
        (row.title, row.subtitle, item.name, item.change, item.value, item.text)
        for row in view.multiples
        for item in row.items
    ]
    yield from (text for text in texts([parts, small]) if text not in ("", "\u00a0\u00a0", ",."))


@cache
def all_texts() -> frozenset[str]:
    return frozenset(text for view in all_views() for text in shown_texts(view))


def test_no_text_of_any_view_has_a_hole_a_double_blank_or_a_stray_mark() -> None:
    wrong = {text for text in all_texts() if NO_WORD.search(text) or ODD.search(text.replace("\u00a0", ""))}

    assert wrong == set()


def test_no_text_of_ours_uses_a_word_that_groups_people_badly() -> None:
    ours = list(all_texts())
    ours += [text for one in catalogue().indicators.values() for text in texts(asdict(one))]
    for edition in (answers().newest, shipped.answers().newest):
        ours += texts([edition.home, *(edition.lines(one.slug) for one in answers().domains())])
    ours += [
        text
        for codelist in catalogue().codelists.values()
        for code in codelist.codes.values()
        for text in (code.label, code.phrase, code.description)
    ]
    official = {"Allochtonen in het Vlaamse Fonds voor Sociale Integratie van Personen met een Handicap"}
    bare = {re.sub("“[^”]*”", "", text) for text in ours} - official

    assert {text for text in bare if FORBIDDEN.search(text)} == set()
    assert {text for text in bare if "“" in text or "”" in text} == set()


def titles_in(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (one for key, one in value.items() if key == "title")
        for one in value.values():
            yield from titles_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from titles_in(one)


def test_every_figure_is_plain_json_and_its_titles_are_objects() -> None:
    for _, panel in pages():
        assert json.loads(json.dumps(panel.figure, allow_nan=False)) == panel.figure
        assert all(isinstance(one, dict) and set(one) >= {"text"} for one in titles_in(panel.figure))


def test_every_family_of_a_codelist_has_a_colour_and_a_shape() -> None:
    families = {code.family for codelist in catalogue().codelists.values() for code in codelist.codes.values()}

    assert families <= set(theme.LOOKS)

"""The list of all targets: one row each, the count of each status, and the heading that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from indicators import words
from indicators.figures.number_line import Mark, axis_end, number_line
from indicators.series import Names
from indicators.targets.board import Assessment, Judged, in_order
from indicators.targets.statuses import Status
from indicators.targets.told import KINDS, chip, goal_short, missing, now_told, pace_actual, pace_required


@dataclass(frozen=True)
class TargetRow:
    """One target in the list; `svg` is empty where there is no number to place, `alt` tells what it shows or why."""

    title: str
    slug: str
    short: str
    source: str
    kind: str
    status: str
    chip: str
    svg: str
    alt: str
    required: str
    actual: str
    missing: str

    @property
    def is_pace_known(self) -> bool:
        """Tell whether the text asks a pace."""
        return any(one.isdigit() for one in self.required)


@dataclass(frozen=True)
class TargetList:
    """The page: heading, count of each status (name, word, number), and the rows."""

    heading: str
    counts: tuple[tuple[str, str, int], ...]
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True)
class HomeTarget:
    """A target on the home page: its short name, address, status and chip."""

    title: str
    slug: str
    status: str
    chip: str


def target_list(judged: Sequence[Judged], catalogue: Catalogue) -> TargetList:
    """Put the list together."""
    counts = tuple((one.name, str(one), _count(judged, one)) for one in Status)
    return TargetList(heading(judged), counts, tuple(_row(one, catalogue) for one in in_order(judged)))


def _count(judged: Sequence[Judged], status: Status) -> int:
    return sum(one.verdict.status is status for one in judged)


def heading(judged: Sequence[Judged]) -> str:
    """Count: "Van 24 doelen kunnen we er 3 beoordelen: 1 bereikt en 2 niet bereikt"."""
    total = f"{len(judged)} doel{'' if len(judged) == 1 else 'en'}"
    told = [
        (count, str(status).lower())
        for status in Status
        if status is not Status.NOT_ASSESSED and (count := _count(judged, status))
    ]
    if not told:
        return f"Van {total} kunnen we er nog geen enkel beoordelen"
    assessed = sum(count for count, _ in told)
    parts = [word if assessed == 1 else f"{count} {word}" for count, word in told]
    return f"Van {total} kunnen we er {assessed} beoordelen: {words.listed(parts)}"


def _row(judged: Judged, catalogue: Catalogue) -> TargetRow:
    target, verdict = judged.target, judged.verdict
    svg, alt = _line(judged.main, catalogue)
    return TargetRow(
        title=target.title,
        slug=target.slug,
        short=target.short,
        source="" if target.source.document.startswith("Pact") else " (actieplan)",
        kind=KINDS[target.kind],
        status=verdict.status.name,
        chip=chip(verdict),
        svg=svg,
        alt=alt,
        required=pace_required(verdict.numbers),
        actual=pace_actual(verdict.numbers),
        missing=missing(target, judged.main),
    )


def _line(assessment: Assessment, catalogue: Catalogue) -> tuple[str, str]:
    """Draw from now to the goal, for shares in per cent; the text says the same."""
    numbers, measure = assessment.verdict.numbers, assessment.measure
    now = now_told(numbers)
    if numbers.unit_measure != "percent" or numbers.goal_value is None:
        return "", f"Gemeten: {now}." if now else "Er is nog geen meting."
    goal, latest = Mark(numbers.goal_value, goal_short(numbers)), numbers.latest
    if latest is None or measure is None:
        end = axis_end(goal.value)
        return number_line(None, goal, end), f"Nog geen meting. Doel: {goal.text}. As van 0 tot {end:g}%."
    family = Names(catalogue.indicators[measure.indicator], catalogue).family(measure.breakdown)
    end = axis_end(goal.value, latest.value)
    svg = number_line(Mark(latest.value, now, family, latest.is_open), goal, end)
    return svg, f"Gemeten: {now}. Doel: {goal.text}. As van 0 tot {end:g}%."


def on_home(judged: Sequence[Judged]) -> list[HomeTarget]:
    """Give the targets that the home page names."""
    shown = [one for one in judged if one.target.on_home]
    shown = sorted(shown, key=lambda one: int(one.target.source.lines.split("-")[0]))
    return [
        HomeTarget(one.target.on_home, one.target.slug, one.verdict.status.name, chip(one.verdict)) for one in shown
    ]

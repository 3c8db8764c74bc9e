"""A target beside its indicator: the fourth cell of the strip, and the road with its table."""

from __future__ import annotations

from dataclasses import dataclass

from data.catalogue import Catalogue
from indicators.panels.panel import Panel
from indicators.strip import StripCell
from indicators.tables import Table
from indicators.targets.board import Assessment, Judged
from indicators.targets.reckoning import Reckoning
from indicators.targets.required import Required
from indicators.targets.told import chip, sentence
from indicators.targets.written import OPERATORS, difference, level, measured, signed_plain


@dataclass(frozen=True)
class Beside:
    """One target of an indicator; `panel` and `table` are None where there is no road to draw."""

    title: str
    slug: str
    short: str
    label: str
    status: str
    chip: str
    sentence: str
    panel: Panel | None
    table: Table | None


def beside(found: list[tuple[Judged, Assessment]], catalogue: Catalogue) -> tuple[Beside, ...]:
    """Lay out the targets of one indicator."""
    return tuple(_beside(judged, assessment, catalogue) for judged, assessment in found)


def _beside(judged: Judged, assessment: Assessment, catalogue: Catalogue) -> Beside:
    required = Required(judged.target, assessment, catalogue) if assessment.points else None
    panel = required.panel() if required else None
    return Beside(
        title=judged.target.title,
        slug=judged.target.slug,
        short=judged.target.short,
        label=assessment.measure.label if assessment.measure else "",
        status=assessment.verdict.status.name,
        chip=chip(assessment.verdict),
        sentence=sentence(assessment.verdict),
        panel=panel,
        table=required.table() if required and panel else None,
    )


def strip_cell(found: list[tuple[Judged, Assessment]]) -> StripCell | None:
    """Tell the first target of an indicator in one cell: "+1 per jaar", "minstens 54%"; None where it has none."""
    if not found:
        return None
    judged, assessment = found[0]
    numbers = assessment.verdict.numbers
    label = f"Doel {judged.target.source.document}"
    more = "" if len(found) == 1 else f" Er is nog {len(found) - 1} ander doel."
    stand = f" {assessment.verdict.status}." if assessment.verdict.is_assessed else ""
    if numbers.goal is None:
        return StripCell(label, judged.target.short, stand.strip() + more, is_chip=True)
    if numbers.kind == "growth_per_year":
        return StripCell(label, _pace(numbers), f"{_way(numbers)}.{stand}{more}")
    amount = f"{OPERATORS[numbers.goal.operator]} {level(numbers.goal.number, numbers.unit_measure)}"
    when = f"in {numbers.deadline}" if numbers.deadline else "zonder doeljaar"
    return StripCell(label, amount, f"{when}.{stand}{more}")


def _pace(numbers: Reckoning) -> str:
    assert numbers.goal
    unit = "%" if numbers.goal.unit_measure == "percent" else ""
    return f"{signed_plain(numbers.sign * numbers.goal.number)}{unit} per jaar"


def _way(numbers: Reckoning) -> str:
    """Tell from where to where: "procentpunt: van 44% in 2010 naar minstens 54% in 2020"."""
    assert numbers.goal
    unit = "" if numbers.goal.unit_measure == "percent" else difference(numbers.goal.number, numbers.unit_measure)
    unit = unit.lstrip("0123456789,− ")
    if numbers.base is None or numbers.goal_value is None:
        return unit or "van het cijfer zelf"
    goal = f"{OPERATORS[numbers.level_operator]} {level(numbers.goal_value, numbers.unit_measure)}"
    return f"{unit}: van {measured(numbers.base, numbers.unit_measure)} naar {goal} in {numbers.deadline}"

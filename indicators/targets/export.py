"""Targets for programs: plain values that go into JSON, with the words of the text and every number of the verdict."""

from __future__ import annotations

from dataclasses import asdict

from indicators.targets.board import Assessment, Judged
from indicators.targets.points import Point
from indicators.targets.reckoning import Reckoning


def exported(judged: Judged, assessment: Assessment) -> dict[str, object]:
    """Give one target under one measure; numbers that do not exist are null."""
    target, verdict = judged.target, assessment.verdict
    return {
        "id": target.id,
        "slug": target.slug,
        "title": target.title,
        "kind": target.kind,
        "direction": target.direction,
        "source": asdict(target.source),
        "group": asdict(target.group),
        "goal": asdict(target.goal) if target.goal else None,
        "deadline": asdict(target.deadline),
        "measure": asdict(assessment.measure) if assessment.measure else None,
        "status": verdict.status.name.lower(),
        "reason": verdict.reason.name.lower() if verdict.reason else None,
        "certainty": str(verdict.certainty) or None,
        "methods_differ": bool(verdict.why_methods_differ),
        "numbers": _numbers(verdict.numbers),
        "required_path": required_path(assessment),
        "arithmetic": list(verdict.lines),
    }


def _numbers(numbers: Reckoning) -> dict[str, object]:
    growth = numbers.growth
    return {
        "unit_measure": numbers.unit_measure,
        "base": _point(numbers.base),
        "base_derived": numbers.base_is_derived,
        "latest": _point(numbers.latest),
        "goal_value": numbers.goal_value,
        "required_per_year": numbers.required,
        "actual_per_year": numbers.actual,
        "still_required_per_year": numbers.still_required,
        "ratio": numbers.ratio,
        "margin": numbers.margin,
        "distance": numbers.distance,
        "growth_rate": asdict(growth) if growth else None,
    }


def _point(point: Point | None) -> dict[str, object] | None:
    return {"time_period": point.time_period, "obs_value": point.value} if point else None


def required_path(assessment: Assessment) -> list[dict[str, object]]:
    """Give value, needed value and distance a year; empty where the text gives no year to reach the goal in."""
    numbers = assessment.verdict.numbers
    path = numbers.path
    if path is None or path.end is None:
        return []
    values = {int(one.time): one.value for one in assessment.points} | {int(path.start): path.start_value}
    rows: list[dict[str, object]] = []
    for year in range(int(path.start), max([path.end, *values]) + 1):
        value, needed = values.get(year), round(path.needed(year), 6)
        distance = None if value is None else round(value - needed, 6)
        rows.append({"time_period": str(year), "obs_value": value, "needed": needed, "distance": distance})
    return rows

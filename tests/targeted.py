"""Targets made up for the tests, judged on measurements that stand in the test; none of them means anything."""

from typing import Any

from data.target import Base, Deadline, Goal, Measure, Target, TargetGroup, TargetSource
from indicators.targets.judge import Verdict, judge
from indicators.targets.points import Point

BEFORE, AFTER = 2012, 2025
"""Years in which figures are published: before the target year 2020, and after it."""

OPERATORS = {"up": "at_least", "down": "at_most"}


def goal(value: str, unit_measure: str = "percent", operator: str = "at_least") -> Goal:
    return Goal(operator, "", value, unit_measure, False, "", "", "")


def target(kind: str = "level", direction: str = "up", value: str = "", deadline: str = "2020", **more: Any) -> Target:
    unit_measure, operator = more.pop("unit_measure", "percent"), more.pop("operator", OPERATORS[direction])
    facts: dict[str, Any] = {
        "id": "made",
        "slug": "made",
        "title": "Gemaakt doel",
        "short": "Meer",
        "on_home": "",
        "kind": kind,
        "direction": direction,
        "needed": "",
        "note": "",
        "doubt": "",
        "related": (),
        "source": TargetSource("Pact 2020", "1", "219", (), "Meer in 2020.", "Meer"),
        "group": TargetGroup("", (), "", ""),
        "deadline": Deadline(deadline, False, ""),
        "goal": goal(value, unit_measure, operator) if value else None,
    }
    return Target(**facts | more)


def measure(base: Base | None = None, *, spans_breaks: bool = False, **more: Any) -> Measure:
    facts: dict[str, Any] = {
        "label": "",
        "indicator": "employment_rate",
        "ref_area": "VL",
        "breakdown": {"nationality": "non_eu"},
        "explanation": "",
    }
    return Measure(spans_breaks=spans_breaks, base=base, **facts | more)


def from_year(year: int, value: str = "") -> Base:
    """A base that is not in the text of the target."""
    return Base(str(year), value, True, "")


def point(year: int, value: float, **more: Any) -> Point:
    return Point(str(year), value, 0 if float(value).is_integer() else 1, **more)


def judged(
    asked: Target,
    *points: Point,
    base: Base | None = None,
    unit_measure: str = "percent",
    published: int = BEFORE,
    spans_breaks: bool = False,
) -> Verdict:
    return judge(asked, measure(base, spans_breaks=spans_breaks), points, unit_measure, published)

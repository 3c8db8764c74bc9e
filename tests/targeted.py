"""Targets made up for the tests, judged on measurements that stand in the test; none of them means anything."""

from typing import Any

from data.target import Base, Deadline, Goal, Measure, Target, TargetGroup, TargetSource
from indicators.targets.board import Assessment, Judged
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


GROWTH = target("growth_per_year", "up", "1", unit_measure="percentage_points")
HALF = target("halving", "down", "4.25")
LEAVERS = (point(2008, 8.6), point(2017, 7, is_break=True), point(2020, 6.7, via_press=True, note="Via de pers: HLN."))
LATER = (point(2021, 5.3, is_break=True), point(2023, 5.4))


def assessed(made: Any, *points: Point, **more: Any) -> Assessment:
    by = measure(more.get("base"), spans_breaks=more.get("spans_breaks", False))
    return Assessment(by, points, judged(made, *points, **more))


def one(made: Any, *points: Point, **more: Any) -> Judged:
    return Judged(made, assessed(made, *points, **more))


EMPLOYMENT = assessed(GROWTH, point(2010, 44), base=from_year(2010), published=AFTER)
EARLY = assessed(HALF, *LEAVERS, *LATER, base=from_year(2008, "8.6"), published=AFTER, spans_breaks=True)
BROKEN = assessed(
    GROWTH,
    point(2011, 53),
    point(2015, 53.7),
    point(2017, 56, is_break=True),
    point(2023, 63.4, is_break=True),
    base=from_year(2011),
    published=AFTER,
)

"""What can measure an action, and which actions a target or an indicator can measure. The links are ours."""

from __future__ import annotations

from collections.abc import Mapping

from data.plan import Link, Plan
from indicators.plan.facts import ActionLine, Measure
from indicators.plan.lists import Lists
from indicators.plan.quotes import quoted, shortened

Names = Mapping[str, tuple[str, str]]
"""Title and slug of each target or indicator, by id."""

BOX_TEXT = 80
TARGET, INDICATOR = "target", "indicator"


class Measures:
    """Follows the links between actions and figures, both ways."""

    def __init__(self, plan: Plan, indicators: Names, targets: Names) -> None:
        """Keep the plan, and the names of what measures it."""
        self.plan, self.names = plan, {INDICATOR: indicators, TARGET: targets}

    def of(self, action: str) -> tuple[Measure, ...]:
        """Give the targets and indicators of an action, the targets first."""
        found = [self._measure(link) for link in self.plan.links if link.action == action]
        return tuple(sorted(found, key=lambda one: one.kind != TARGET))

    def _measure(self, link: Link) -> Measure:
        kind, id_ = (TARGET, link.target) if link.target else (INDICATOR, link.indicator)
        title, slug = self.names[kind][id_]
        return Measure(kind, title, slug, link.reason)

    def actions_of(self, kind: str, id_: str) -> tuple[ActionLine, ...]:
        """List the actions that a target or an indicator can measure, the priority actions first."""
        named = [link.action for link in self.plan.links if (link.target if kind == TARGET else link.indicator) == id_]
        return tuple(self._box_line(one) for one in sorted(named, key=lambda one: one in self.plan.actions))

    def _box_line(self, action: str) -> ActionLine:
        if action in self.plan.priority_actions:
            place = list(self.plan.priority_actions).index(action) + 1
            text = self.plan.priority_actions[action].text
            return ActionLine(
                action, f"Prioritaire actie {place}", quoted(shortened(text, BOX_TEXT)), "", is_priority=True
            )
        text = self.plan.lead(action).statement
        return ActionLine(action, Lists(self.plan).name(action), quoted(shortened(text, BOX_TEXT)), "")

"""Reads the action plan: the CSV files under `data/plan/`, one a kind of fact, with exactly the fields of its class.

Every code, date and reference is checked, so that pages can follow them blindly. In a field with several values
stands "; " between them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NoReturn

from data.catalogue import HERE
from data.errors import CatalogueError
from data.files import opened_csv
from data.plan import (
    LEVELS,
    OTHER_PLAN,
    Action,
    Explanation,
    Fiche,
    Goal,
    Heading,
    Link,
    Mention,
    Milestone,
    Plan,
    PriorityAction,
    SubAction,
)

MAY_BE_EMPTY = {
    *("parent", "footnote", "abbreviation", "domain", "scope", "actors", "timing", "note", "marker", "see_also"),
    *("explanation", "related_action", "target", "indicator"),
}
LINES = re.compile(r"\d+(-\d+)?( \d+(-\d+)?)*")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True)
class _Table:
    """The rows of one file, each with the line on which it ends."""

    path: Path
    rows: tuple[tuple[int, Any], ...]

    def __iter__(self) -> Iterator[Any]:
        return (row for _, row in self.rows)

    def refuse(self, row: Any, found: str, expected: str) -> NoReturn:
        line = next(number for number, one in self.rows if one is row)
        raise CatalogueError(f"{self.path}, regel {line}", found, expected)

    def known(self, field: str, allowed: Collection[str], expected: str) -> None:
        """Refuse the first value of a field that is not allowed; empty is for MAY_BE_EMPTY to judge."""
        for row in self:
            if (value := getattr(row, field)) and value not in allowed:
                self.refuse(row, f"“{value}” bij {field}", expected)

    def once(self, *names: str) -> None:
        """Refuse a row that has the same values in these fields as a row before it."""
        expected = f"elke {' met '.join(names)} één keer"
        seen = set()
        for row in self:
            key = tuple(getattr(row, name) for name in names)
            if key in seen:
                self.refuse(row, f"“{' '.join(filter(None, key))}” staat er twee keer", expected)
            seen.add(key)

    def by(self, name: str) -> dict[str, Any]:
        return {getattr(row, name): row for row in self}


def read_plan(
    indicators: Collection[str], targets: Collection[str], domains: Collection[str], folder: Path = HERE / "plan"
) -> Plan:
    """Read and check the plan; its links may only name these indicators and targets, its fiches these domains.

    Raises: CatalogueError, naming file and line, for the first mistake found.
    """
    tables = {name: _read(folder / f"{name}.csv", cls) for name, cls in FILES.items()}
    _check_goals(tables)
    _check_fiches(tables, domains)
    _check_mentions(tables)
    _check_actions(tables)
    _check_priorities(tables)
    _check_links(tables["links"], tables, indicators, targets)
    parts: dict[str, Any] = {name: tuple(table) for name, table in tables.items()}
    return Plan(**parts | {name: tables[name].by(key) for name, key in KEYS.items()})


FILES: Mapping[str, type] = {
    "goals": Goal,
    "explanations": Explanation,
    "fiches": Fiche,
    "headings": Heading,
    "actions": Action,
    "mentions": Mention,
    "subactions": SubAction,
    "priority_actions": PriorityAction,
    "milestones": Milestone,
    "links": Link,
}
KEYS: Mapping[str, str] = {
    "goals": "code",
    "fiches": "slug",
    "actions": "id",
    "mentions": "id",
    "priority_actions": "id",
}


def _read(path: Path, cls: type) -> _Table:
    kinds = {one.name: str(one.type) for one in fields(cls)}
    with opened_csv(path) as reader:
        if list(reader.fieldnames or ()) != list(kinds):
            raise CatalogueError(f"{path}, regel 1", f"kolommen {', '.join(reader.fieldnames or ())}", ", ".join(kinds))
        rows = [(reader.line_num, _row(row, cls, kinds, f"{path}, regel {reader.line_num}")) for row in reader]
    table = _Table(path, tuple(rows))
    for row in table:
        if "lines" in kinds and not LINES.fullmatch(row.lines):
            table.refuse(row, f"“{row.lines}” bij lines", "regels zoals 798-801")
    return table


def _row(row: Mapping[str, str], cls: type, kinds: Mapping[str, str], where: str) -> Any:
    if None in row or None in row.values():
        raise CatalogueError(where, "te veel of te weinig velden", f"{len(kinds)} velden")
    if empty := [name for name in kinds if not row[name] and name not in MAY_BE_EMPTY]:
        raise CatalogueError(where, f"een lege {empty[0]}", f"een waarde bij {empty[0]}")
    return cls(**{name: _parts(row[name]) if kind.startswith("tuple") else row[name] for name, kind in kinds.items()})


def _parts(value: str) -> tuple[str, ...]:
    return tuple(value.split("; ")) if value else ()


Tables = Mapping[str, _Table]


def _check_goals(tables: Tables) -> None:
    goals, strategic = tables["goals"], [one.code for one in tables["goals"] if one.level == "strategic"]
    goals.once("code")
    goals.known("level", LEVELS, f"één van {', '.join(LEVELS)}")
    goals.known("parent", strategic, "een strategische doelstelling")
    for one in goals:
        if bool(one.parent) == (one.level == "strategic"):
            goals.refuse(one, f"“{one.parent}” bij parent", "een ouder, behalve bij een strategische doelstelling")
    tables["explanations"].known("goal", goals.by("code"), "een doelstelling die bestaat")


def _check_fiches(tables: Tables, domains: Collection[str]) -> None:
    fiches, headings = tables["fiches"], tables["headings"]
    fiches.once("slug")
    fiches.known("domain", domains, "een domein van de cijfers")
    headings.once("fiche", "goal")
    headings.known("fiche", fiches.by("slug"), "een fiche die bestaat")
    headings.known("goal", tables["goals"].by("code"), "een doelstelling die bestaat")


def _check_mentions(tables: Tables) -> None:
    mentions, subactions = tables["mentions"], tables["subactions"]
    mentions.once("fiche", "number")
    mentions.known("action", tables["actions"].by("id"), "een actie die bestaat")
    headings = {(one.fiche, one.goal) for one in tables["headings"]}
    for one in mentions:
        if (one.fiche, one.goal) not in headings:
            mentions.refuse(one, f"“{one.fiche} {one.goal}” bij fiche en goal", "een doelstelling die de fiche heeft")
        if not one.text.endswith(one.marker):
            mentions.refuse(one, f"“{one.marker}” bij marker", "het einde van de tekst")
    subactions.known("mention", mentions.by("id"), "een vermelding die bestaat")
    targets = {*mentions.by("id"), *tables["fiches"].by("slug")}
    _check_references(mentions, targets)
    _check_references(subactions, targets)


def _check_references(table: _Table, targets: Collection[str]) -> None:
    for one in table:
        for name in one.see_also:
            if name not in targets and not name.startswith(OTHER_PLAN):
                table.refuse(one, f"“{name}” bij see_also", f"een vermelding, een fiche, of een naam na {OTHER_PLAN}")


def _check_actions(tables: Tables) -> None:
    """Each action has mentions, all under one goal, and its lead is one of them."""
    actions = tables["actions"]
    actions.once("id")
    for one in actions:
        mentions = [mention for mention in tables["mentions"] if mention.action == one.id]
        if one.lead not in {mention.id for mention in mentions}:
            actions.refuse(one, f"“{one.lead}” bij lead", "een vermelding van deze actie")
        if len(goals := {mention.goal for mention in mentions}) > 1:
            actions.refuse(one, f"“{one.id}” bij {' en '.join(sorted(goals))}", "één doelstelling voor elke vermelding")


def _check_priorities(tables: Tables) -> None:
    priorities, milestones = tables["priority_actions"], tables["milestones"]
    priorities.once("id")
    priorities.known("related_action", tables["actions"].by("id"), "een actie die bestaat")
    milestones.known("priority_action", priorities.by("id"), "een prioritaire actie die bestaat")
    for one in milestones:
        if not PERIOD.fullmatch(one.time_period) or one.time_period[:4] not in one.printed_date:
            milestones.refuse(one, f"“{one.time_period}” bij time_period", "het jaar van printed_date: 2013 of 2013-02")


def _check_links(links: _Table, tables: Tables, indicators: Collection[str], targets: Collection[str]) -> None:
    links.once("action", "target", "indicator")
    links.known("action", _ids(tables), "een actie of prioritaire actie die bestaat")
    links.known("indicator", indicators, "een indicator die bestaat")
    links.known("target", targets, "een doel dat bestaat")
    for one in links:
        if bool(one.target) == bool(one.indicator):
            links.refuse(one, f"“{one.target}{one.indicator}”", "een doel of een indicator, niet allebei")


def _ids(tables: Tables) -> set[str]:
    return {one.id for name in ("actions", "priority_actions") for one in tables[name]}

"""Reads the targets of policy: one TOML file a target under `data/targets/`, the file name is the id of the target.

A file with an unknown or missing key, or with an indicator or code that does not exist, refuses the start with file and
line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from data.catalogue import HERE, Catalogue
from data.target import (
    COMPARING,
    DIRECTIONS,
    KINDS,
    OPERATORS,
    WITHOUT_GOAL,
    Against,
    Base,
    Deadline,
    Goal,
    Measure,
    Target,
    TargetGroup,
    TargetSource,
)
from data.toml_reader import Reader, read_table

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
YEAR = re.compile(r"(\d{4})?")
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
LINES = re.compile(r"\d+(-\d+)?")


def read_targets(catalogue: Catalogue, folder: Path = HERE / "targets") -> tuple[Target, ...]:
    """Read all targets, in the order of their files.

    Raises: CatalogueError, naming file and line, for the first mistake found.
    """
    slugs: set[str] = set()
    targets = []
    for path in sorted(folder.glob("*.toml")):
        reader, table = read_table(path)
        target = _target(reader, table)
        _Check(reader, catalogue).target(target, slugs)
        slugs.add(target.slug)
        targets.append(target)
    return tuple(targets)


def _target(reader: Reader, table: Mapping[str, Any]) -> Target:
    parts = {
        "source": reader.one(TargetSource, table, "source"),
        "group": reader.one(TargetGroup, table, "group"),
        "deadline": reader.one(Deadline, table, "deadline"),
        "goal": reader.one(Goal, table, "goal") if "goal" in table else None,
        "measures": tuple(_measure(reader, one, nth) for nth, one in enumerate(reader.tables(table, "measures"))),
    }
    return reader.take(Target, table, id=reader.path.stem, **parts)


def _measure(reader: Reader, table: Mapping[str, Any], nth: int) -> Measure:
    header = reader.header("measures", nth)
    parts = {
        key: reader.one(cls, table, key, f"measures.{key}", header) if key in table else None
        for key, cls in (("base", Base), ("against", Against))
    }
    return reader.take(Measure, table, header, **parts)


class _Check:
    """Refuses what contradicts itself, the catalogue or a codelist."""

    def __init__(self, reader: Reader, catalogue: Catalogue) -> None:
        self.reader, self.catalogue = reader, catalogue

    def target(self, target: Target, slugs: Collection[str]) -> None:
        self._listed("kind", target.kind, KINDS)
        if not SLUG.fullmatch(target.slug) or target.slug in slugs:
            self.reader.refuse("slug", target.slug, "een adres dat geen ander doel heeft, in kleine letters")
        if target.direction or target.kind != "qualitative":
            self._listed("direction", target.direction, DIRECTIONS)
        if target.source.part not in target.source.text:
            self.reader.refuse("part", target.source.part, "een deel van text")
        for lines in (target.source.lines, *target.source.other_lines):
            self._matches("lines", lines, LINES, "regels zoals 219-221")
        self._matches("time_period", target.deadline.time_period, YEAR, "een jaar, of leeg")
        for indicator in target.related:
            self._listed("related", indicator, self.catalogue.indicators)
        self._goal(target)
        for measure in target.measures:
            self._measure(measure, target)

    def _goal(self, target: Target) -> None:
        if (target.goal is None) != (target.kind in WITHOUT_GOAL):
            expected = "geen tabel [goal]" if target.goal else "een tabel [goal]"
            self.reader.refuse("kind", target.kind, f"{expected} bij deze soort")
        if target.goal:
            self._listed("operator", target.goal.operator, OPERATORS)
            self._listed("unit_measure", target.goal.unit_measure, self.catalogue.codelists["unit_measure"].codes)
            self._matches("value", target.goal.value, DECIMAL, "een getal met een punt")

    def _measure(self, measure: Measure, target: Target) -> None:
        self._listed("ref_area", measure.ref_area, self.catalogue.codelists["ref_area"].codes)
        self._breakdown(measure.indicator, measure.breakdown)
        if (measure.against is None) == (target.kind in COMPARING):
            self.reader.refuse("kind", target.kind, "[measures.against] bij gap en proportionality, en alleen daar")
        if measure.against:
            self._breakdown(measure.against.indicator, measure.against.breakdown)
        if measure.base:
            self._matches("time_period", measure.base.time_period, re.compile(r"\d{4}.*"), "een periode")
            self._matches("value", measure.base.value or "0", DECIMAL, "een getal met een punt, of leeg")

    def _breakdown(self, indicator: str, breakdown: Mapping[str, str]) -> None:
        self._listed("indicator", indicator, self.catalogue.indicators)
        known = self.catalogue.indicators[indicator].dimension_ids
        for dimension, code in breakdown.items():
            if dimension not in known or code not in self.catalogue.codelists[dimension]:
                self.reader.refuse("breakdown", f"{dimension} = {code}", "een dimensie van de indicator en een code")

    def _listed(self, key: str, value: str, allowed: Collection[str]) -> None:
        if value not in allowed:
            names = ", ".join(allowed) if len(allowed) < 10 else "een code die bestaat"
            self.reader.refuse(key, value, names)

    def _matches(self, key: str, value: str, pattern: re.Pattern[str], expected: str) -> None:
        if not pattern.fullmatch(value):
            self.reader.refuse(key, value, expected)

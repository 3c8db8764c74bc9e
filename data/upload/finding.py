"""What a check says: one finding, in the sentences of `data/checks.toml`."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.toml_reader import read_table

TABLE = Path(__file__).parent.parent / "checks.toml"
ERROR, WARNING, INFO = "fout", "waarschuwing", "info"
LEVELS = (ERROR, WARNING, INFO)
COUNTED = {
    "rows": ("rij", "rijen"),
    "cells": ("cel", "cellen"),
    "values": ("waarde", "waarden"),
    "figures": ("cijfer", "cijfers"),
    "warnings": ("waarschuwing", "waarschuwingen"),
}
"""What can be counted in a sentence, for one and for more: the sentence says {rows} where a check gives `count`."""


@dataclass(frozen=True)
class Check:
    """One line of the table of checks.

    Attributes:
        stage: "bestand", "kop", "cellen", "gebieden", "sleutels", "waarden", "vorige", "privacy", "beschrijving" or
            "publiceren".
        level: "fout" stops a publication, "waarschuwing" is shown, "info" explains.
        blocks: whether a warning needs an answer before it is published.
        in_file: whether only a better file mends it; else the mapping can.
        title: short name in Dutch.
        message: what was found and what was expected; the names in braces are filled in.
        advice: what to do.
        repairs: the words on the buttons.
    """

    stage: str
    level: str
    blocks: bool
    in_file: bool
    title: str
    message: str
    advice: str
    repairs: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """What one check found at one place; `row` and `column` are positions from 1, 0 where there is no one place.

    `value` is the text of the cell, `mend` what a repair needs: the number to put in its place (S2, S3), or the
    dimension whose groups overlap (S1). `key` names what an answer is about: code, and place or word.
    """

    code: str
    level: str
    stage: str
    message: str
    sheet: str
    row: int
    column: int
    value: str
    advice: str
    repairs: tuple[str, ...]
    mend: str = ""

    @property
    def key(self) -> str:
        """Name the finding, so that an answer is found again: "T1/Blad1/31/6"."""
        return f"{self.code}/{self.sheet}/{self.row}/{self.column}" + (f"/{self.value}" if not self.row else "")


@cache
def read_checks() -> Mapping[str, Check]:
    """Read the table of checks; the keys are the codes.

    Raises: CatalogueError, naming file and line, for a key that is missing, unknown or of the wrong type.
    """
    reader, table = read_table(TABLE)
    return {code: reader.one(Check, table, code) for code in table}


def finding(code: str, /, **words: Any) -> Finding:
    """Make a finding from its line of the table.

    Args:
        code: a key of the table.
        words: `sheet`, `row`, `column` and `value` tell the place and the text of the cell, where there are; all
            words fill the braces of the sentence. `mend` is kept for the repairs.
    """
    sheet, value = words.get("sheet", ""), str(words.get("value", ""))
    row, column = words.get("row", 0), words.get("column", 0)
    check = read_checks()[code]
    known = {"row": row, **words, **_counted(words.get("count", 0)), "value": value}
    message = check.message.format(**known)
    place = _place(sheet, row, column)
    message = f"{place}: {message}" if place else message
    advice = check.advice.format(**known)
    facts = (code, check.level, check.stage, message, sheet, row, column, value, advice, check.repairs)
    return Finding(*facts, mend=str(words.get("mend", "")))


def _counted(count: int) -> dict[str, str]:
    """Write a count with what is counted: "1 rij", "3.200 rijen"."""
    told = f"{count:,}".replace(",", ".")
    return {"count": told} | {name: f"{told} {words[count != 1]}" for name, words in COUNTED.items()}


def letter(column: int) -> str:
    """Name a column as a spreadsheet does: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = string.ascii_uppercase[rest] + name
    return name


def _place(sheet: str, row: int, column: int) -> str:
    where = [f"Blad “{sheet}”"] if sheet else []
    where += [f"rij {row}"] if row else []
    where += [f"kolom {letter(column)}"] if column else []
    return ", ".join(where)

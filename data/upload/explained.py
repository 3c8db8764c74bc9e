"""Puts the explanation that a person gave with a warning beside the number that it is about, as its remark.

A warning at one cell explains that cell; one about the whole file is told in the note of the version alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map

import pandas as pd

from data.upload.finding import WARNING, Finding

EXPLAINED = "Uitleg bij de publicatie:"
Cell = tuple[int, int]


def explained(frame: pd.DataFrame, findings: Iterable[Finding], answers: Map[str, str]) -> pd.DataFrame:
    """Give the frame of understood cells with the explanations in `note`, after what the file itself remarks.

    Args:
        frame: see `data/upload/understand.py`.
        findings: of the same file; row and column from 1.
        answers: key or code of a finding → why it is right.
    """
    told = _told(findings, answers)
    if not told or "sheet_row" not in frame:
        return frame
    near = frame[frame["sheet_row"].isin({row for row, _ in told})]
    notes = frame["note"].astype(object)
    for index, row, column in zip(near.index, near["sheet_row"], near["sheet_column"], strict=True):
        if text := told.get((row, column)):
            notes[index] = _after(notes[index], text)
    return frame.assign(note=notes.astype("category"))


def _told(findings: Iterable[Finding], answers: Map[str, str]) -> dict[Cell, str]:
    """Give the explanations of each cell, each once."""
    found: dict[Cell, dict[str, None]] = {}
    for one in findings:
        text = answers.get(one.key, answers.get(one.code, "")).strip()
        if one.level == WARNING and one.row and one.column and text:
            found.setdefault((one.row, one.column), {})[text] = None
    return {cell: "; ".join(texts) for cell, texts in found.items()}


def _after(note: str, text: str) -> str:
    """Add an explanation to a remark, unless it stands there already, as in a file that we exported."""
    sentence = f"{EXPLAINED} {text}{'' if text[-1] in '.!?' else '.'}"
    return note if sentence in note else f"{note} {sentence}".strip()

"""The smaller parts of a workbook: its list of sheets, what belongs to which file, and the shared texts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from data.reading.archive import part_name
from data.reading.limits import Limits
from data.reading.refusals import number, refusal

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


class WorkbookWatcher:
    """Watches the list of sheets and the list of files (ECMA-376 part 1 §18.2.20, part 2 §6.5.3)."""

    def __init__(self) -> None:
        """Begin without sheets."""
        self._sheets: list[tuple[str, str]] = []
        self._targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See an element begin."""
        if name == "sheet":
            relation = [value for key, value in attributes.items() if key.endswith(":id")]
            self._sheets.append((attributes.get("name", ""), "".join(relation)))
        elif name == "Relationship":
            self._targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def text(self, characters: str) -> None:
        """Nothing stands between them."""

    def end(self, name: str) -> None:
        """Nothing is left to do."""

    def sheets(self) -> list[tuple[str, str]]:
        """Give name and part of each sheet, in the order of the workbook."""
        return [(name, self._part(relation)) for name, relation in self._sheets]

    def _part(self, relation: str) -> str:
        target = self._targets.get(relation, "").replace("\\", "/")
        return part_name(posixpath.normpath(posixpath.join("/xl", target)))


class SharedTextWatcher:
    """Watches the texts that cells refer to: one text of a megabyte can stand in thousands of cells (§18.4.8)."""

    def __init__(self, file: str, limits: Limits) -> None:
        """Watch the texts of the file with this name."""
        self._file, self._most, self._length = file, limits.cell_characters, 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count anew for each text."""
        if name == "si":
            self._length = 0

    def text(self, characters: str) -> None:
        """Count characters.

        Raises: Refused, for a text that is longer than Excel allows.
        """
        self._length += len(characters)
        if self._length > self._most:
            raise refusal("B13", self._file, most=number(self._most))

    def end(self, name: str) -> None:
        """Nothing is left to do."""

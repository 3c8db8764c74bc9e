"""Damaged files: read or refused, never anything else."""

from pathlib import Path

from mutants import outcomes


def test_a_damaged_file_is_read_or_refused(tmp_path: Path) -> None:
    counted = outcomes(300, 20261125, tmp_path)

    assert counted.total() == 300
    assert counted["csv"] > 20
    assert counted["B9"] > 20
    assert counted["B14"] == 0

"""Damaged files: read or refused, never anything else."""

import json
import subprocess
import sys
from pathlib import Path

import mutants


def test_300_damaged_files_are_read_or_refused_without_any_other_error() -> None:
    command = [sys.executable, mutants.__file__, "300", "20261125", "inside"]

    counted = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)

    assert sum(counted.values()) == 300
    assert min(counted["read"], counted["B9"], counted["B16"]) > 10


def test_damaged_files_are_read_or_refused_in_children_of_their_own(tmp_path: Path) -> None:
    counted = mutants.outcomes(20, 1, tmp_path, mutants.outside)

    assert counted.total() == 20
    assert counted["B14"] == counted["B15"] == 0

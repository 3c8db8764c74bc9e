"""The rights that a child takes from itself before it looks into a file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource")

PROGRAM = """
import json, os, resource, sys
sys.path.insert(0, sys.argv[1])
from data.reading.confinement import confine
from data.reading.limits import Limits
confine(Limits())
limits = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)]
print(json.dumps([*limits, os.nice(0)]))
"""


def test_a_child_has_a_gigabyte_twenty_seconds_no_files_to_write_and_low_priority() -> None:
    command = [sys.executable, "-I", "-c", PROGRAM, str(Path(__file__).parent.parent)]

    memory, seconds, file_size, niceness = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    assert (memory, seconds, file_size) == (1024**3, 20, 0)
    assert niceness >= 10

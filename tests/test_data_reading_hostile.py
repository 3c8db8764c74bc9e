"""Files that want to hurt: each is refused in Dutch within seconds, and nothing of it stays."""

import os
import time
from pathlib import Path

import pytest
from hostile_files import HOSTILE

from data.reading.book import read
from data.reading.limits import Limits
from data.reading.refusals import Refused

SECONDS, MEMORY = 5.0, 1024**3


@pytest.mark.parametrize("specimen", HOSTILE)
def test_a_hostile_file_is_refused(specimen: str, tmp_path: Path) -> None:
    name, code, made = HOSTILE[specimen]
    path = tmp_path / "upload"
    path.write_bytes(made())
    began = time.monotonic()

    with pytest.raises(Refused) as refused:
        read(path, name, Limits())

    assert time.monotonic() - began < SECONDS
    assert (refused.value.code, name in refused.value.message) == (code, True)
    assert refused.value.advice.endswith(".")
    assert os.listdir(tmp_path) == ["upload"]

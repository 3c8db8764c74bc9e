import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.errors import DataError
from data.secret_key import secret_key


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    made = secret_key("", tmp_path / "var")
    (file,) = (tmp_path / "var").iterdir()

    assert secret_key("", tmp_path / "var") == made
    assert len(made) >= 43  # 256 bits in base64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_programs_that_start_together_have_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key("", tmp_path), range(32)))

    assert len(keys) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_that_was_set_wins_and_makes_no_file(tmp_path: Path) -> None:
    assert secret_key("k" * 32, tmp_path) == "k" * 32
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_can_be_guessed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="SECRET_KEY is te kort"):
        secret_key("geheim", tmp_path)
    (tmp_path / "secret_key").write_text("")
    with pytest.raises(DataError, match="Verwijder het bestand"):
        secret_key("", tmp_path)

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from made import REPOSITORY, run

from data.catalogue import HERE
from data.engines import sqlite_url
from data.export import COLUMNS
from data.observations import figure_files
from data.shipped import SHIPPED


@pytest.fixture
def file(tmp_path: Path, shipped: bytes) -> Path:
    """A store with all shipped figures."""
    file = tmp_path / "store.sqlite"
    file.write_bytes(shipped)
    return file


@pytest.fixture
def new_file(tmp_path: Path) -> Path:
    """Where there is no store yet."""
    return tmp_path / "new.sqlite"


def data(*arguments: str, file: Path) -> str:
    """Run a command that should do its work, and give what it prints."""
    ended = run("-m", "data", *arguments, url=sqlite_url(file))
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def refusal(*arguments: str, url: str) -> str:
    """Run a command that should be refused, and give its one line."""
    ended = run("-m", "data", *arguments, url=url)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert re.fullmatch(r"[^\n]+\.\n", ended.stderr)
    return ended.stderr


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    return data("export", file=tmp_path_factory.mktemp("exported") / "store.sqlite")


def count_of(folder: str) -> int:
    """Count the figures of a shipped dataset: the lines of its files, without their heads."""
    return sum(len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in figure_files(HERE / folder))


def test_export_prints_every_shipped_figure(exported: str) -> None:
    rows = list(csv.DictReader(io.StringIO(exported)))

    counted = Counter(row["revision"] for row in rows)
    assert counted == {str(number): count_of(one.folder) for number, one in enumerate(SHIPPED, 1)}
    assert tuple(rows[0]) == COLUMNS


def test_export_writes_the_same_to_a_file(file: Path, tmp_path: Path, exported: str) -> None:
    target = tmp_path / "export.csv"

    assert data("export", "--output", str(target), file=file) == ""
    assert target.read_text(encoding="utf-8") == exported
    assert b"\r" not in target.read_bytes()


def test_export_prints_utf_8_whatever_the_system_prefers(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    command = [sys.executable, "-m", "data", "export"]

    printed = subprocess.check_output(command, cwd=REPOSITORY, env={"DATABASE_URL": sqlite_url(file)})

    assert "§2.2.3" in printed.decode("utf-8")


def test_export_as_of_the_first_revision_gives_the_annex(file: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(data("export", "--as-of", "1", file=file))))

    assert len(rows) == count_of("annex")
    assert {row["revision"] for row in rows} == {"1"}


def test_export_as_of_the_newest_revision_gives_everything(file: Path, exported: str) -> None:
    assert data("export", "--as-of", str(len(SHIPPED)), file=file) == exported


def test_an_unknown_revision_is_told(file: Path) -> None:
    assert refusal("export", "--as-of", "7", url=sqlite_url(file)).startswith("Versie 7 bestaat niet.")


def test_export_replaces_a_file_but_nothing_else(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "export.csv"
    target.write_text("old", encoding="utf-8")
    data("export", "--output", str(target), file=file)

    assert target.read_text(encoding="utf-8").startswith("indicator,")
    for no_file in (".", "/"):
        assert "is geen gewoon bestand" in refusal("export", "--output", no_file, url=sqlite_url(file))


@pytest.mark.parametrize("target", ["nowhere/export.csv", "store.sqlite/export.csv"])
def test_an_export_that_cannot_be_written_is_told(file: Path, tmp_path: Path, target: str) -> None:
    assert "schrijven lukt niet" in refusal("export", "--output", str(tmp_path / target), url=sqlite_url(file))
    assert [path.name for path in tmp_path.iterdir() if "export" in path.name] == []


def test_a_reader_that_stops_early_hears_no_complaint(file: Path) -> None:
    command = [sys.executable, "-m", "data", "export"]
    environment = {"DATABASE_URL": sqlite_url(file)}

    with subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        export.stdout.readline()
        export.stdout.close()
        assert (export.stderr.read(), export.wait(timeout=30)) == (b"", 0)


def test_revisions_prints_number_time_author_and_reason(file: Path) -> None:
    first, *later = data("revisions", file=file).splitlines()

    assert re.fullmatch(r"1\t\d{4}-\d\d-\d\d \d\d:\d\d\tVlaamse overheid\tOmgevingsanalyse[^\t]+", first)
    assert [line.split("\t")[::2] for line in later] == [
        [str(number), one.author] for number, one in enumerate(SHIPPED[1:], 2)
    ]


def test_a_copy_goes_there_and_back_again(file: Path, tmp_path: Path, exported: str) -> None:
    copy = tmp_path / "copy.sqlite"
    data("revisions", file=file)
    assert data("backup", str(copy), file=file) == f"Bewaard: {copy}\n"
    file.write_bytes(b"damaged" * 1000)

    assert "Teruggezet" in data("restore", str(copy), file=file)
    assert data("export", file=file) == exported


def test_a_copy_without_a_store_is_told(tmp_path: Path, new_file: Path) -> None:
    assert "Er is geen databank" in refusal("backup", str(tmp_path / "copy"), url=sqlite_url(new_file))
    assert "bestaat niet" in refusal("restore", str(tmp_path / "copy"), url=sqlite_url(new_file))


def test_a_wrong_address_is_told() -> None:
    assert refusal("export", url="cijfers.sqlite").startswith("DATABASE_URL is geen adres van een databank.")


def test_a_wrong_port_is_told(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("PORT", "deur")

    assert refusal("revisions", url=sqlite_url(file)).startswith("PORT is “deur”.")


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    assert "bestaat niet. Maak ze" in refusal("export", url=sqlite_url(tmp_path / "nowhere" / "x"))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_told_and_not_touched(file: Path) -> None:
    file.write_bytes(b"damaged" * 1000)

    assert "beschadigd of geen databank. Er is niets overschreven." in refusal("export", url=sqlite_url(file))
    assert file.read_bytes() == b"damaged" * 1000


def test_a_locked_store_is_told_and_not_touched(file: Path) -> None:
    before = file.read_bytes()

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "is bezet. Sluit het andere programma of wacht even." in refusal("export", url=sqlite_url(file))
    assert file.read_bytes() == before


FULL_DISK = """
import resource, signal, sys
from data.__main__ import main

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.exit(main(["revisions"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system cannot limit the size of a file")
def test_a_full_disk_is_told_and_the_next_start_does_it_again(new_file: Path) -> None:
    ended = run("-c", FULL_DISK, url=sqlite_url(new_file))

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "de schijf is vol of stuk. Er is niets gewijzigd. Maak plaats vrij." in ended.stderr
    assert data("revisions", file=new_file).count("\n") == len(SHIPPED)


def test_without_a_command_the_usage_is_printed(new_file: Path) -> None:
    ended = run("-m", "data", url=sqlite_url(new_file))

    assert (ended.returncode, ended.stdout) == (2, "")
    assert "usage: python -m data" in ended.stderr
    assert not new_file.exists()


def test_the_breakdown_in_the_export_is_json(exported: str) -> None:
    for row in csv.DictReader(io.StringIO(exported)):
        assert json.dumps(json.loads(row["breakdown"]), sort_keys=True, ensure_ascii=False) == row["breakdown"]

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from made import observation

from data.backup import backup, restore
from data.engines import sqlite_url
from data.errors import StoreError
from data.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "50% var"
    folder.mkdir()
    return folder / "store.sqlite"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy?.sqlite"


def publish(file: Path, value: float) -> None:
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        store.publish([observation(obs_value=value)], "Iemand", "Een reden", "annex", "0" * 64)


def values(file: Path) -> list[float | None]:
    with closing(Store(sqlite_url(file))) as store:
        return [one.obs_value for one in store.observations("work")]


def journals(file: Path) -> list[str]:
    return [path.name for path in file.parent.iterdir() if path != file]


def test_a_copy_is_put_back(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)
    publish(file, 2.0)

    aside = restore(sqlite_url(file), copy)

    assert values(file) == [1]
    assert aside is not None
    assert values(aside) == [2]


def test_a_copy_holds_what_another_program_has_just_written(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    with closing(Store(sqlite_url(file))) as other:
        other.publish([observation(obs_value=2.0)], "Iemand", "Een reden", "annex", "0" * 64)
        backup(sqlite_url(file), copy)

    assert values(copy) == [2]


def test_a_copy_is_one_file(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)

    assert [path.name for path in copy.parent.iterdir() if path.is_file()] == [copy.name]


def test_what_was_put_aside_can_be_put_back_with_its_journal(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    with closing(sqlite3.connect(file)) as other:  # as after a crash: the newest rows are only in the journal
        other.execute("PRAGMA wal_autocheckpoint=0")
        other.execute("UPDATE observation SET obs_value = 5")
        other.commit()
        for suffix in ("", "-wal"):
            copy.with_name(copy.name + suffix).write_bytes(file.with_name(file.name + suffix).read_bytes())

    restore(sqlite_url(file), copy)

    assert values(file) == [5]


def test_a_copy_is_put_back_where_nothing_stands(file: Path, copy: Path, tmp_path: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)
    fresh = tmp_path / "new" / "folder" / "store.sqlite"

    assert restore(sqlite_url(fresh), copy) is None
    assert values(fresh) == [1]


def test_a_copy_is_put_back_over_a_damaged_store_which_is_kept(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)
    file.write_bytes(b"damaged" * 1000)

    aside = restore(sqlite_url(file), copy)

    assert values(file) == [1]
    assert aside is not None
    assert aside.read_bytes() == b"damaged" * 1000


def test_a_store_that_is_open_elsewhere_is_not_replaced(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)
    publish(file, 2.0)

    with closing(Store(sqlite_url(file))) as other:
        other.revisions()
        with pytest.raises(StoreError, match="is in gebruik. Stop de toepassing"):
            restore(sqlite_url(file), copy)
        assert [one.obs_value for one in other.observations("work")] == [2]
    assert not [name for name in journals(file) if "herstel" in name or "terugzetten" in name]


def test_a_copy_never_overwrites_a_file(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    copy.write_text("mine", encoding="utf-8")

    with pytest.raises(StoreError, match="bestaat al"):
        backup(sqlite_url(file), copy)
    assert copy.read_text(encoding="utf-8") == "mine"


def test_a_copy_of_nothing_is_told(file: Path, copy: Path) -> None:
    with pytest.raises(StoreError, match="Er is geen databank"):
        backup(sqlite_url(file), copy)
    assert not copy.exists()


@pytest.mark.parametrize("target", ["nowhere/copy.sqlite", "store.sqlite/copy.sqlite"])
def test_a_copy_that_cannot_be_written_is_told(file: Path, target: str) -> None:
    publish(file, 1.0)

    with pytest.raises(StoreError, match="De kopie naar .* lukt niet"):
        backup(sqlite_url(file), file.parent / target)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Er is geen databank van dit programma"),
        (b"x" * 5000, "beschadigd of geen databank"),
        (None, "bestaat niet"),
    ],
)
def test_a_copy_that_is_none_is_told_and_nothing_changes(
    file: Path, copy: Path, content: bytes | None, sentence: str
) -> None:
    publish(file, 1.0)
    before = file.read_bytes()
    if content is not None:
        copy.write_bytes(content)

    with pytest.raises(StoreError, match=sentence):
        restore(sqlite_url(file), copy)
    assert (file.read_bytes(), journals(file)) == (before, [])


def test_a_half_copy_is_told_and_nothing_changes(file: Path, copy: Path) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = file.read_bytes()

    with pytest.raises(StoreError, match="beschadigd"):
        restore(sqlite_url(file), copy)
    assert file.read_bytes() == before


def test_a_copy_that_does_not_fit_on_the_disk_changes_nothing(
    file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(file, 1.0)
    backup(sqlite_url(file), copy)

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.backup.os.fsync", full)
    with pytest.raises(StoreError, match="terugzetten lukt niet .*No space left on device"):
        restore(sqlite_url(file), copy)
    assert (values(file), [name for name in journals(file) if "terugzetten" in name]) == ([1], [])


@pytest.mark.parametrize("work", [backup, restore])
def test_postgresql_has_its_own_tools(work: Callable[[str, Path], object], copy: Path) -> None:
    with pytest.raises(StoreError, match="Gebruik pg_dump en pg_restore"):
        work("postgresql://host/x", copy)

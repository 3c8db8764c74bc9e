"""A publication cut off at each of its writes, by a kill, a full disk and a broken one; and kills at random moments.

The program is the one of the shell; strace (strace.io) lets the n-th call of the kernel that touches the database fail,
for n = 1, 2, ... until a run meets none. What the program said is published must be there; all of it is there or
nothing, and the database is sound.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from made import REPOSITORY
from uploads import GHENT, PERSONS, checked, tidy

from data.engines import sqlite_url
from data.store import Store
from soak import cases

CALLS = ("pwrite64", "fdatasync")
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")
ROWS = [f"{GHENT};{year};55{year}" for year in range(2011, 2021)]
PUBLISH_ON = """
import sys
from itertools import count
from made import observation
from data.store import Store

store = Store(sys.argv[1])
for turn in count(store.newest_revision() + 1):
    brought = [observation(time_period=str(year), obs_value=float(turn)) for year in range(1950, 2010)]
    print(store.publish(brought, "Iemand", "Een reden", f"upload {turn}", "0" * 64), flush=True)
"""


def soak() -> None:
    assert shutil.which("strace"), "Deze proef heeft strace nodig. Op Debian: apt-get install strace"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = _command(folder)
        for call in CALLS:
            for fault in FAULTS:
                _at_each(call, fault, command, folder)
        _at_random(folder / "random.sqlite", cases(300))


def _command(folder: Path) -> list[str]:
    """Write a file and its mapping, make the store from which each run starts, and give the command that publishes."""
    file, mapping = folder / "cijfers.csv", folder / "koppeling.json"
    file.write_text(tidy(*ROWS), encoding="utf-8")
    made = checked(tidy(*ROWS)).mapping
    assert made
    answers = {code: "Zo staat het in de bron." for code in ("M4", "T1", "T2", "T3")}
    mapping.write_text(replace(made, answers=answers).to_json(), encoding="utf-8")
    start = [sys.executable, "-m", "data"]
    environment = _environment(folder / "start.sqlite")
    subprocess.run([*start, "revisions"], cwd=REPOSITORY, env=environment, check=True, capture_output=True)
    return [*start, "publish", str(file), "--mapping", str(mapping), "--author", "An", "--note", "Nieuw."]


def _environment(file: Path) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": sqlite_url(file), "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'tests'}"}


def _at_each(call: str, fault: str, command: list[str], folder: Path) -> None:
    """Let one call after the other fail, until a run meets none; that one must publish."""
    file, ended = folder / "store.sqlite", {True: 0, False: 0}
    for place in count(1):
        for old in folder.glob("store.sqlite*"):
            old.unlink()
        shutil.copy(folder / "start.sqlite", file)
        run = _traced(call, f"{fault}:when={place}", command, file)
        is_published = _checked(run, file)
        if run.returncode == 0 and "INJECTED" not in run.stderr:
            break
        ended[is_published] += 1
    assert is_published, run.stdout + run.stderr
    assert place > 1
    print(f"  {call}, {fault}: {place - 1} points; nothing there {ended[False]}, all there {ended[True]}", flush=True)


def _traced(call: str, inject: str, command: list[str], file: Path) -> "subprocess.CompletedProcess[str]":
    own = [one for part in ("", "-wal", "-shm", "-journal") for one in ("-P", f"{file}{part}")]
    tracer = ["strace", "-f", "-e", f"trace={call}", "-e", f"inject={call}:{inject}", *own]
    return subprocess.run([*tracer, *command], cwd=REPOSITORY, env=_environment(file), capture_output=True, text=True)


def _checked(run: "subprocess.CompletedProcess[str]", file: Path) -> bool:
    """Hold the store against what the program said, and tell whether the publication is there."""
    assert "Traceback" not in run.stderr, run.stderr
    is_published = _published(file)
    assert is_published or ("staat online" not in run.stdout and run.returncode != 0), run.stdout
    _assert_sound(file)
    return is_published


def _published(file: Path) -> bool:
    """Tell whether the publication is there; half of one is a fault."""
    with closing(Store(sqlite_url(file))) as store:
        newest = store.newest_revision()
        found = [one for one in store.observations(PERSONS) if one.revision == newest and one.ref_area == GHENT]
    assert len(found) in (0, len(ROWS)), len(found)
    return len(found) > 0


def _assert_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _at_random(file: Path, kills: int) -> None:
    """Kill a program that publishes on and on, and look each time whether all that it told is there."""
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
    told, newest, chance = 0, 0, random.Random(20261125)
    for _ in range(kills):
        told = max([told, *_told_until_killed(file, chance.uniform(0.8, 1.6))])
        with closing(Store(sqlite_url(file))) as store:
            newest = store.newest_revision()
            values = {one.obs_value for one in store.observations("work")}
        assert newest >= told, (newest, told)
        assert values in (set(), {float(newest)}), values
    _assert_sound(file)
    print(f"  {kills} kills at random: {told} publications told, {newest} there, none of them in half", flush=True)


def _told_until_killed(file: Path, seconds: float) -> Iterator[int]:
    command = [sys.executable, "-c", PUBLISH_ON, sqlite_url(file)]
    with subprocess.Popen(command, cwd=REPOSITORY, env=_environment(file), stdout=subprocess.PIPE, text=True) as run:
        with suppress(subprocess.TimeoutExpired):
            run.wait(seconds)
        run.send_signal(signal.SIGKILL)
        assert run.stdout
        yield from (int(line) for line in run.stdout if line.endswith("\n"))

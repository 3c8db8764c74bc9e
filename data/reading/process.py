"""The parent's side of reading: starts the child, listens within bounds, and turns its death into a refusal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import Any

import orjson

from data.reading.frames import received
from data.reading.limits import Limits
from data.reading.refusals import Refused, number, refusal
from data.reading.sheets import Note, Sheet, SheetMaker

CHILD = Path(__file__).parent / "child.py"
IS_POSIX = os.name == "posix"


TALK = 3
"""The messages of a file may have this many times the bytes of the largest text: quotes and commas come with it."""

UNTRUE = (ValueError, TypeError, LookupError)
"""What comes of messages that our own child would not send: a hostile file may have taken it over."""


def parse(request: dict[str, str], limits: Limits) -> dict[str, Any]:
    """Have a file read by a child process; give the fields of a Book that come from its content.

    Raises: Refused, also when the child dies, hangs, or says more than a file within the limits can hold.
    """
    name, started = request["name"], monotonic()
    with _started(limits) as process:
        assert process.stdin
        assert process.stdout
        with suppress(OSError):  # it may already be dead
            process.stdin.write(orjson.dumps({**request, "limits": asdict(limits)}))
            process.stdin.close()
        try:
            fields = _gather(received(process.stdout, TALK * limits.text_bytes), name, limits)
        except UNTRUE:
            fields = None
        if fields is None:
            raise _death(process, monotonic() - started, name, limits)
    return fields


def _gather(messages: Iterator[tuple[str, Any]], name: str, limits: Limits) -> dict[str, Any] | None:
    """Make the sheets; give nothing when the last message, "book", never comes."""
    makers: list[SheetMaker] = []
    notes: list[Note] = []
    for kind, content in messages:
        if kind == "sheet":
            makers.append(SheetMaker(**content))
        elif kind == "rows":
            if makers[-1].add(**content) > limits.distinct_texts:
                raise refusal("B12", name, found="verschillende celteksten", most=number(limits.distinct_texts))
        elif kind == "note":
            notes.append(Note(**content))
        elif kind == "refused":
            raise Refused(**content)
        else:
            sheets: tuple[Sheet, ...] = tuple([one.sheet() for one in makers])
            return {"sheets": _not_empty(sheets, name), "notes": tuple(notes), **content}
    return None


def _not_empty(sheets: tuple[Sheet, ...], name: str) -> tuple[Sheet, ...]:
    if not any(sheet.rows for sheet in sheets):
        raise refusal("B3", name)
    return sheets


@contextmanager
def _started(limits: Limits) -> Iterator[subprocess.Popen[bytes]]:
    """Start the child in a process group of its own without any environment; whatever happens, none of it stays."""
    process = subprocess.Popen(
        [sys.executable, "-I", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={} if IS_POSIX else None,
        start_new_session=True,
    )
    timer = Timer(limits.wall_seconds, _kill, [process])
    timer.start()
    try:
        yield process
    finally:
        timer.cancel()
        _kill(process)
        with suppress(OSError), process:
            pass


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole group of a child whose end was not yet waited for: until then its number is no one else's."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if IS_POSIX else process.kill()


def _death(process: subprocess.Popen[bytes], seconds: float, name: str, limits: Limits) -> Refused:
    """Tell why the child fell silent: too slow, or anything else (memory, an abort of the library)."""
    code = process.wait()
    too_slow = seconds >= limits.wall_seconds or (IS_POSIX and code == -signal.SIGXCPU)
    return refusal("B14", name, most=str(limits.wall_seconds)) if too_slow else refusal("B15", name)

"""Memory of a server: PSS of a worker of gunicorn, of four, after each has given one indicator page.

PSS counts what workers share (`--preload`) in equal parts, from /proc/<pid>/smaps_rollup; so only on Linux. The floor
is a bare Flask application in the same gunicorn.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.harness import Question
from benchmarks.pages import body_of
from data.engines import sqlite_url

WORKERS = 4
SLUG = "werkzaamheidsgraad"
PAGE = f"/indicator/{SLUG}"
BARE = "from flask import Flask\napp = Flask('bare')\n@app.get('/<path:path>')\ndef page(path): return path\n"


def questions(folder: Path) -> Iterator[Question]:
    """Give the question; the folder is for the store and the bare application."""
    if not Path("/proc/self/smaps_rollup").exists():
        return
    (folder / "bare_floor.py").write_text(BARE, encoding="utf-8")
    work = partial(_pss, folder, "app:create_server()")
    floor = partial(_pss, folder, "bare_floor:app")
    yield Question("memory of a worker (PSS)", "bare Flask in the same gunicorn", work, floor, limit=60, unit="MB")


def _pss(folder: Path, application: str, _fresh: object) -> float:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    settings = {"DATABASE_URL": sqlite_url(folder / "memory.sqlite"), "PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "gunicorn", "--preload", "--workers", str(WORKERS), "--log-level", "error"]
    server = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}", application], env=os.environ | settings)
    try:
        _wait(port, server)
        return _after_a_page_each(port, server)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            _ask(port, PAGE)
            return
        except OSError:
            if server.poll() is not None:
                raise RuntimeError("gunicorn stopped: is it installed?") from None
            time.sleep(0.1)
    raise TimeoutError("gunicorn does not answer")


def _after_a_page_each(port: int, server: subprocess.Popen[bytes]) -> float:
    """Ask a page so often that each worker has given it, and give the mean PSS of the workers in MB."""
    body = _callback(port)
    for _ in range(WORKERS * 10):
        _ask(port, PAGE)
        if body:
            _ask(port, "/_dash-update-component", body)
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="utf-8").split()
    rollups = [Path(f"/proc/{child}/smaps_rollup").read_text(encoding="utf-8") for child in children]
    kilobytes = [int(line.split()[1]) for text in rollups for line in text.splitlines() if line.startswith("Pss:")]
    return sum(kilobytes) / len(kilobytes) / 1024


def _callback(port: int) -> bytes:
    """Give what a browser asks to fill the page; nothing for the floor."""
    listed = _ask(port, "/_dash-dependencies")
    return body_of(json.loads(listed), SLUG) if listed.startswith(b"[") else b""


def _ask(port: int, path: str, body: bytes = b"") -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("POST" if body else "GET", path, body or None, {"Content-Type": "application/json"})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path} answered {response.status}")
    return content

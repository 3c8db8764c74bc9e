"""Starts the program itself, as a reader of the README does, with settings of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from made import REPOSITORY

PATIENCE_S = 60


def free_port() -> int:
    """Find a port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def start_program(log: Path, **settings: str) -> subprocess.Popen[str]:
    """Start `python app.py`; settings are names of the environment, and what it says goes to a file."""
    with log.open("w") as told:
        return subprocess.Popen(
            [sys.executable, "app.py"], cwd=REPOSITORY, env=os.environ | settings, stdout=told, stderr=told, text=True
        )


def wait_for(program: subprocess.Popen[str], address: str, log: Path, patience_s: int = PATIENCE_S) -> None:
    """Wait until a program answers; one that stops before is told with what it said."""
    for _ in range(patience_s * 10):
        try:
            with urllib.request.urlopen(address):
                return
        except (urllib.error.URLError, ConnectionError):
            assert program.poll() is None, log.read_text()
            time.sleep(0.1)
    raise TimeoutError(log.read_text())


def wait_for_words(program: subprocess.Popen[str], log: Path, words: str) -> None:
    """Wait until a program has said something, without asking it anything."""
    for _ in range(PATIENCE_S * 10):
        if words in log.read_text():
            return
        assert program.poll() is None, log.read_text()
        time.sleep(0.1)
    raise TimeoutError(log.read_text())

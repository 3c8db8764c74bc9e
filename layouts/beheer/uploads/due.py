"""Publishes what waits for its day: looked at when somebody reads, for there is no other program that could."""

from __future__ import annotations

from threading import Lock, Thread
from time import monotonic

from data.drafts.desk import Desk

EVERY_S = 1.0
"""A reader of the first second after the moment may still get the old figures."""


class Due:
    """Looks at most once a second whether a draft is due; a reader never waits for its publication."""

    def __init__(self, desk: Desk) -> None:
        """Keep the desk."""
        self._desk, self._busy, self._looked = desk, Lock(), 0.0

    def __call__(self) -> None:
        """Start the publication of what is due, beside the request."""
        if monotonic() - self._looked < EVERY_S or not self._busy.acquire(blocking=False):
            return
        self._looked = monotonic()
        try:
            is_due = bool(self._desk.drafts.due())
        finally:
            self._busy.release()
        if is_due:
            Thread(target=self._publish).start()

    def _publish(self) -> None:
        if self._busy.acquire(blocking=False):
            try:
                self._desk.publish_due()
            finally:
                self._busy.release()

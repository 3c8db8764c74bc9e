"""The log: one JSON object a line, so that nothing a reader typed can begin a line of its own.

It says what went wrong and where in the code. The values of a query never stand in it (`data/engines.py`).
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Writes time (ISO 8601, UTC), level, logger, message and, for an error, its trace."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line; JSON escapes every newline in it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)

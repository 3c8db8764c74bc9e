import json
import logging
import sys

from data.logs import JsonLines


def test_what_a_reader_typed_cannot_begin_a_line_of_the_log() -> None:
    record = logging.LogRecord("layouts", logging.INFO, "x.py", 1, "file %s", ("a\r\n2026 ERROR b\u2028c",), None)

    line = JsonLines().format(record)

    assert "\n" not in line
    assert "\r" not in line
    assert json.loads(line)["message"] == "file a\r\n2026 ERROR b\u2028c"


def test_an_error_has_its_trace_on_the_same_line() -> None:
    try:
        raise ValueError("x")
    except ValueError:
        record = logging.LogRecord("layouts", logging.ERROR, "x.py", 1, "error", None, sys.exc_info())

    line = JsonLines().format(record)

    assert "\n" not in line
    assert json.loads(line)["trace"].endswith("ValueError: x")

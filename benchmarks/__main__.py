"""`python -m benchmarks`: measure every question and print the table."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import figures, pages
from benchmarks.harness import measure, table

MODULES = (figures, pages)


def main() -> None:
    """Measure every question of every module."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        outcomes = []
        for question in (one for module in MODULES for one in module.questions(Path(folder))):
            print(f"measuring: {question.name}", file=sys.stderr)
            outcomes.append(measure(question))
    print(*table(outcomes), sep="\n")


if __name__ == "__main__":
    main()

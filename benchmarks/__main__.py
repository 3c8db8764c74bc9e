"""`python -m benchmarks` measures every question; `python -m benchmarks load memory` only those."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import browser, figures, load, many, memory, municipalities, pages, reports, upload
from benchmarks.harness import measure, table

MODULES = {
    "figures": figures,
    "pages": pages,
    "load": load,
    "browser": browser,
    "memory": memory,
    "many": many,
    "municipalities": municipalities,
    "reports": reports,
    "upload": upload,
}


def main() -> int:
    """Measure every question of the modules that are named, or of all."""
    names = sys.argv[1:] or list(MODULES)
    if unknown := set(names) - set(MODULES):
        print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(MODULES)}.", file=sys.stderr)
        return 2
    outcomes = []
    for name in names:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            for question in MODULES[name].questions(Path(folder)):
                print(f"measuring: {question.name}", file=sys.stderr)
                outcomes.append(measure(question))
    print(*table(outcomes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

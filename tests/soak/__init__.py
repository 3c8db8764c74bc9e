"""Attacks and loads that take longer than the tests may: `make soak`, or `make soak SOAK="load callbacks"` for some.

Each module has one function, `soak`, that prints its figures and raises AssertionError at the first fault. To add one,
add a module. Settings of the environment make them shorter or longer:

- `SOAK_SECONDS` (60): how long the mixed load lasts; 3600 for a release. In 10 minutes or more workers are killed.
- `SOAK_CASES` (1): the share of the mutants, random bodies and guesses that are tried; 0.01 for a first look.
"""

import os

SECONDS = float(os.environ.get("SOAK_SECONDS", "60"))
CASES = float(os.environ.get("SOAK_CASES", "1"))


def cases(most: int) -> int:
    """Give how many of so many cases are tried, at least one."""
    return max(1, round(most * CASES))

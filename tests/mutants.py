"""Damaged copies of good files, the same for the same seed: bits turned over, pieces cut, doubled or swapped.

From a shell, for as many as you like: `python tests/mutants.py 10000 1 outside` (how many, the seed, and whether
each is read in a child of its own or inside this process).
"""

import io
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from workbooks import inline, parts, sheet, workbook, zipped  # noqa: E402

from data.reading.book import read  # noqa: E402
from data.reading.content import send  # noqa: E402
from data.reading.frames import Sender  # noqa: E402
from data.reading.limits import Limits  # noqa: E402
from data.reading.refusals import Refused  # noqa: E402

ROWS = "".join(f"<row><c><v>{i}</v></c>{inline(f'B{i}', f'Gemeente {i}')}</row>" for i in range(1, 40))
TEXT = "gemeente;2019;2020\n" + "".join(f'"België {i}";{i},5;{i}\n' for i in range(40))
GOOD = (
    workbook(ROWS, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    zipped(parts(sheet(ROWS), sheets=['name="Een"', 'name="Twee" state="hidden"']), level=0),
    TEXT.encode(),
    TEXT.encode("utf-16"),
    zipped({"cijfers.csv": TEXT}),
)
"""The second is not compressed, so that damage reaches the XML."""


def mutants(count: int, seed: int) -> Iterator[bytes]:
    """This many damaged files."""
    chance = random.Random(seed)
    for _ in range(count):
        content = bytearray(chance.choice(GOOD))
        for _ in range(chance.randint(1, 8)):
            damage(content, chance)
        yield bytes(content)


def damage(content: bytearray, chance: random.Random) -> None:
    """Change a file in one place."""
    place = chance.randrange(len(content) + 1)
    piece = slice(place, place + chance.randint(1, 64))
    kind = chance.randrange(5)
    if kind == 0:
        content[piece] = b""
    elif kind == 1:
        content[piece] = content[piece] * 2
    elif kind == 2:
        content[piece] = chance.randbytes(4)
    elif kind == 3 and chance.random() < 0.2:
        del content[place:]
    elif place < len(content):
        content[place] ^= 1 << chance.randrange(8)


def outcomes(count: int, seed: int, folder: Path, reader: Callable[[Path], str]) -> Counter[str]:
    """Read them all: how many were read, and how many refused for each reason."""
    counted: Counter[str] = Counter()
    path = folder / "mutant"
    for content in mutants(count, seed):
        path.write_bytes(content)
        try:
            counted[reader(path)] += 1
        except Refused as refused:
            counted[refused.code] += 1
    return counted


def outside(path: Path) -> str:
    """Read as the program does, in a child for each file."""
    return read(path, "mutant", Limits()).kind


def inside(path: Path) -> str:
    """Do the work of the child in this process: fast, but what kills a child kills this process."""
    send(Sender(io.BytesIO()), Limits(), str(path), "mutant", "", "")
    return "read"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        chosen = {"inside": inside, "outside": outside}[sys.argv[3]]
        print(json.dumps(outcomes(int(sys.argv[1]), int(sys.argv[2]), Path(made), chosen)))  # noqa: T201

"""Someone who computes hidden numbers back, with every sum of a table and all that is told of its cells.

It is exact: an integer programme (HiGHS, by `scipy.optimize.milp`) looks for another table that a reader cannot tell
from the true one. Where there is none in which a hidden small cell differs, that cell is found.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import numpy as np
from made import observation
from scipy.optimize import Bounds, LinearConstraint, milp

from data.areas import Areas, Municipality
from data.disclosure import Rules, Threshold
from data.disclosure.equations import Equation, equations_of
from data.model import Key, Observation

COUNT = 5


def rules_of(areas: int) -> Rules:
    """A made-up province with so many municipalities, and a register with the default threshold."""
    codes = [str(70001 + place) for place in range(areas)]
    made = [Municipality(code, code, "", "", "71000", "70000", "", "", None, None) for code in codes]
    return Rules({"bron_a": Threshold()}, frozenset({"persons"}), Areas({one.code: one for one in made}, {}, (), {}))


def table_of(values: Sequence[Sequence[int]]) -> list[Observation]:
    """Counts by municipality and group, with all totals and the sums for the province."""
    rows = [[*row, sum(row)] for row in values]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    areas = [*(str(70001 + place) for place in range(len(values))), "70000"]
    groups: list[dict[str, str]] = [*({"nationality": f"c{place}"} for place in range(len(values[0]))), {}]
    facts = {"unit_measure": "persons", "printed": "x"}
    return [
        observation(ref_area=area, breakdown=group, obs_value=float(value), **facts)
        for area, row in zip(areas, rows, strict=True)
        for group, value in zip(groups, row, strict=True)
    ]


def random_tables(count: int, seed: int = 2012) -> Iterator[list[list[int]]]:
    """Tables up to 30 × 8 with many zeros and small numbers, as the groups of small municipalities have."""
    draw = Random(seed)
    for _ in range(count):
        columns, large = range(draw.randint(1, 8)), draw.choice([3, 6, 20, 300])
        yield [[max(0, draw.randint(-large // 2, large)) for _ in columns] for _ in range(draw.randint(1, 30))]


def found_back(
    true: Sequence[Observation], shown: Sequence[Observation], rules: Rules, small: Mapping[Key, float]
) -> set[Key]:
    """The hidden small cells that have one possible value only."""
    cells = {one.key: one.obs_value for one in true if one.obs_value is not None}
    hidden = {one.key: one for one in shown if one.obs_value is None}
    order = list(hidden)
    sums = _matrix(equations_of(true, cells, rules.areas), cells, order)
    limits = _limits([hidden[key] for key in order])
    truth = np.array([cells[key] for key in order])
    open_ = {key for key in order if key in small}
    found = set()
    while open_:
        key = open_.pop()
        other = _other(order.index(key), truth, sums, limits)
        found |= {key} if other is None else set()
        open_ -= set() if other is None else {one for place, one in enumerate(order) if other[place] != truth[place]}
    return found


def _limits(hidden: Sequence[Observation]) -> tuple[np.ndarray, np.ndarray]:
    """What a reader knows: the range where it is told; then the others are no small numbers; else nothing."""
    least = COUNT if any(one.lower is not None for one in hidden) else 0
    lower = [least if one.lower is None else one.lower for one in hidden]
    return np.array(lower), np.array([np.inf if one.upper is None else one.upper for one in hidden])


def _matrix(
    equations: Sequence[Equation], cells: Mapping[Key, float], order: Sequence[Key]
) -> tuple[np.ndarray, np.ndarray]:
    place = {key: number for number, key in enumerate(order)}
    rows, right = [], []
    for whole, parts in equations:
        row, rest = np.zeros(len(order)), 0.0
        for key, sign in ((whole, -1.0), *((one, 1.0) for one in parts)):
            if key in place:
                row[place[key]] += sign
            else:
                rest -= sign * cells[key]
        rows.append(row)
        right.append(rest)
    return np.array(rows), np.array(right)


def _other(
    place: int, truth: np.ndarray, sums: tuple[np.ndarray, np.ndarray], limits: tuple[np.ndarray, np.ndarray]
) -> np.ndarray | None:
    """Another table in which this cell differs; None where there is none."""
    held = [LinearConstraint(sums[0], sums[1], sums[1])] if len(sums[0]) else []
    for above in (True, False):
        lower, upper = (one.copy() for one in limits)
        if above:
            lower[place] = max(lower[place], truth[place] + 1)
        else:
            upper[place] = min(upper[place], truth[place] - 1)
        if lower[place] > upper[place]:
            continue
        made = milp(
            np.zeros(len(truth)), integrality=np.ones(len(truth)), bounds=Bounds(lower, upper), constraints=held
        )
        if made.success:
            return np.round(made.x)
    return None

"""Every step of a verdict as a line of Dutch: whoever does the sums again by hand comes to the same status.

Numbers of sources stand there as printed, results with at most four decimals; the lines are all that a test needs to
find the status again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.measures import CLEAR_SHARE
from indicators.targets.points import Point
from indicators.targets.reckoning import SHARES, Reckoning
from indicators.targets.statuses import NEARLY_ALL, Certainty, Reason, Status
from indicators.targets.written import OPERATORS, bracketed, difference, level, measured, plain

RATE_DECIMALS = 5
RATIO_DECIMALS = 3


def lines(
    numbers: Reckoning, status: Status, reason: Reason | None, at_limits: Sequence[Status], certainty: Certainty
) -> tuple[str, ...]:
    """Write the arithmetic of a target as far as it goes, and the verdict as its last line."""
    written = [*_given(numbers), *_pace(numbers), *_left(numbers), *_growth(numbers)]
    if reason is None:
        written += [*_margin(numbers), *_break(numbers), *_limits(numbers, at_limits, certainty)]
    return (*written, _verdict(numbers, status, reason))


def _given(numbers: Reckoning) -> Iterator[str]:
    base, latest = numbers.base, numbers.latest
    decides_alone = base == latest and (numbers.is_final or numbers.reached)
    if base and not decides_alone:
        derived = " (afgeleid: staat niet in de tekst van het doel)" if numbers.base_is_derived else ""
        yield f"Begin: {measured(base, numbers.unit_measure)}{derived}."
    yield f"Doel: {goal_told(numbers)}."
    if latest and (latest != base or decides_alone):
        press = " (via de pers)" if latest.via_press else ""
        yield f"Meting: {measured(latest, numbers.unit_measure)}{press}."
    elif latest is None:
        yield "Meting: nog geen."


def goal_told(numbers: Reckoning) -> str:
    """Tell the goal in words: "hoogstens 4,25% in 2020", "minstens 1 procentpunt per jaar erbij, tot 2020"."""
    goal, deadline = numbers.goal, numbers.deadline
    if goal is None:
        asked = {"up": "een stijging", "down": "een daling"}.get(numbers.direction, "de tekst noemt geen getal")
        return asked + (f" tegen {deadline}" if deadline and numbers.direction else "")
    amount = f"{OPERATORS[goal.operator]} {level(goal.number, goal.unit_measure, _places(goal.value))}"
    if numbers.kind == "growth_per_year":
        way = "erbij" if numbers.direction == "up" else "eraf"
        return f"{amount} per jaar {way}" + (f", tot {deadline}" if deadline else ", zonder doeljaar")
    return amount + (f" in {deadline}" if deadline else ", zonder doeljaar")


def _places(value: str) -> int:
    return len(value.partition(".")[2])


def _pace(numbers: Reckoning) -> Iterator[str]:
    """Write what is asked a year, what was done a year, and the one divided by the other."""
    base, latest = numbers.base, numbers.latest
    if base and numbers.required is not None:
        yield from _required(numbers, base)
    if base and latest and numbers.actual is not None:
        sum_ = f"({_of(latest)} − {_of(base)}) ÷ ({_when(latest)} − {_when(base)})"
        yield f"Werkelijk per jaar: {sum_} = {difference(numbers.actual, numbers.unit_measure)}."
    if numbers.ratio is not None and numbers.actual is not None and numbers.required is not None:
        ratio = plain(numbers.ratio, most=RATIO_DECIMALS)
        yield f"Deel van het vereiste tempo: {plain(numbers.actual)} ÷ {bracketed(numbers.required)} = {ratio}."


def _required(numbers: Reckoning, base: Point) -> Iterator[str]:
    assert numbers.path
    assert numbers.goal
    assert numbers.required is not None
    unit, pace = numbers.unit_measure, numbers.path.per_year
    if numbers.path.is_compound:
        yield from _compound(numbers, base)
    elif numbers.kind == "growth_per_year":
        yield f"Vereist per jaar: {difference(pace, unit)}. Dat staat in de tekst."
        if numbers.goal_value is not None:
            sum_ = f"{_of(base)} + {bracketed(pace)} × ({numbers.deadline} − {_when(base)})"
            yield f"Doelwaarde: {sum_} = {level(numbers.goal_value, unit)}."
    else:
        goal = plain(numbers.goal.number, _places(numbers.goal.value))
        sum_ = f"({goal} − {_of(base)}) ÷ ({numbers.deadline} − {_when(base)})"
        yield f"Vereist per jaar: {sum_} = {difference(numbers.required, unit)}."


def _compound(numbers: Reckoning, base: Point) -> Iterator[str]:
    """Write a growth in per cent of the number itself: each year asks a little more than the one before."""
    assert numbers.path
    assert numbers.required is not None
    rate, latest, unit = bracketed(numbers.path.per_year), numbers.latest, numbers.unit_measure
    if latest is None or numbers.needed is None or numbers.years <= 0:
        first_year = difference(numbers.required, unit)
        yield f"Vereist per jaar: {_of(base)} × {rate} ÷ 100 = {first_year}, in het eerste jaar."
        return
    sum_ = f"{_of(base)} × (1 + {rate} ÷ 100) ^ ({_when(latest)} − {_when(base)})"
    yield f"Nodig in {_when(latest)}: {sum_} = {level(numbers.needed, unit)}."
    sum_ = f"({plain(numbers.needed)} − {_of(base)}) ÷ ({_when(latest)} − {_when(base)})"
    yield f"Vereist per jaar: {sum_} = {difference(numbers.required, unit)}."


def _left(numbers: Reckoning) -> Iterator[str]:
    """Write what was needed in the year of the measurement, the distance to the goal, and the pace still needed."""
    base, latest, path, unit = numbers.base, numbers.latest, numbers.path, numbers.unit_measure
    if base is None or latest is None or numbers.change is None:
        return
    is_growth_end = numbers.kind == "growth_per_year" and numbers.is_final
    before_end = path is not None and path.end is not None and latest.time < path.end
    if path and not path.is_compound and numbers.needed is not None and (before_end or is_growth_end):
        sum_ = f"{_of(base)} + {bracketed(path.per_year)} × ({_when(latest)} − {_when(base)})"
        yield f"Nodig in {_when(latest)}: {sum_} = {level(numbers.needed, unit)}."
    if numbers.distance is not None and numbers.goal_value is not None:
        sum_ = f"{_of(latest)} − {plain(numbers.goal_value)}"
        yield f"Afstand tot het doel: {sum_} = {difference(numbers.distance, unit)}."
    if numbers.still_required is not None and numbers.goal_value is not None:
        sum_ = f"({plain(numbers.goal_value)} − {_of(latest)}) ÷ ({numbers.deadline} − {_when(latest)})"
        yield f"Nog vereist per jaar: {sum_} = {difference(numbers.still_required, unit)}."


def _growth(numbers: Reckoning) -> Iterator[str]:
    """Write both growth rates and their ratio."""
    growth, base, latest = numbers.growth, numbers.base, numbers.latest
    if growth is None or base is None or latest is None:
        return
    if growth.replaced_zero:
        yield "De groeivoet kan niet met 0 rekenen. We nemen 0,001 in de plaats."
    start = plain(base.value or 0.001, base.decimals)
    if growth.required is not None and numbers.goal_value is not None:
        sum_ = f"({plain(numbers.goal_value or 0.001)} ÷ {start}) ^ (1 ÷ ({numbers.deadline} − {_when(base)})) − 1"
        yield f"Groeivoet vereist: {sum_} = {_rate(growth.required)}."
    sum_ = f"({_of(latest)} ÷ {start}) ^ (1 ÷ ({_when(latest)} − {_when(base)})) − 1"
    yield f"Groeivoet werkelijk: {sum_} = {_rate(growth.observed)}."
    if growth.required is not None and growth.required * numbers.sign > 0:
        rates = f"{plain(growth.observed, most=RATE_DECIMALS)} ÷ {bracketed(growth.required, most=RATE_DECIMALS)}"
        yield f"Verhouding van de groeivoeten: {rates} = {plain(growth.progress, most=RATIO_DECIMALS)}."


def _margin(numbers: Reckoning) -> Iterator[str]:
    """Write where the margin comes from, where the verdict can hang on it."""
    base, latest = numbers.base, numbers.latest
    if base is None or latest is None or numbers.change is None or (numbers.is_final and numbers.goal):
        return
    told = difference(numbers.margin, numbers.unit_measure)
    if latest.has_limits:
        halves = f"√({plain(latest.half_width)} ^ 2 + {plain(base.half_width)} ^ 2)"
        yield f"Marge, uit de grenzen van de metingen: {halves} = {told}."
    elif numbers.unit_measure in SHARES:
        yield f"Marge: {told}. Een kleinere verandering noemen we niet duidelijk."
    elif numbers.margin:
        yield f"Marge: {plain(CLEAR_SHARE)} × {_of(base)} = {told}. Een kleinere verandering noemen we niet duidelijk."


def _break(numbers: Reckoning) -> Iterator[str]:
    if numbers.crosses_break:
        yield "De reeks breekt tussen begin en meting. De tekst van het doel vergelijkt toch. Daarom wij ook."


def _limits(numbers: Reckoning, at_limits: Sequence[Status], certainty: Certainty) -> Iterator[str]:
    """Write the status at both limits of the measurement."""
    latest = numbers.latest
    if not at_limits or latest is None or latest.lower is None or latest.upper is None:
        return
    lower, upper = (level(one, numbers.unit_measure) for one in (latest.lower, latest.upper))
    statuses = f"Bij {lower}: {at_limits[0]}. Bij {upper}: {at_limits[1]}."
    yield f"De meting ligt tussen {lower} en {upper}. {statuses} Het oordeel is {certainty}."


def _rate(rate: float) -> str:
    return f"{plain(rate, most=RATE_DECIMALS)} (dat is {plain(100 * rate, 1, 1)}% per jaar)"


def _verdict(numbers: Reckoning, status: Status, reason: Reason | None) -> str:
    """Name the rule that gave the status, with the numbers that it compared."""
    if reason:
        return f"Oordeel: {status}. Reden: {reason}."
    why = {
        Status.REACHED: _meets,
        Status.NOT_REACHED: _meets,
        Status.ON_COURSE: _ratio_told,
        Status.TOO_SLOW: _ratio_told,
        Status.NO_CLEAR_CHANGE: _change_told,
        Status.MOVING_AWAY: _change_told,
    }
    return f"Oordeel: {why[status](numbers)}. Dus: {status}."


def _meets(numbers: Reckoning) -> str:
    final = "het doeljaar is voorbij, en " if numbers.is_final else ""
    if numbers.goal is None:
        return final + _change_told(numbers)
    assert numbers.latest
    value, goal = _of(numbers.latest), plain(numbers.goal_value or 0.0)
    told = OPERATORS[numbers.level_operator]
    if numbers.kind == "growth_per_year" and numbers.is_final:
        goal = plain(numbers.needed or 0.0)
    return f"{final}{value} is {'' if numbers.reached else 'niet '}{told} {goal}"


def _ratio_told(numbers: Reckoning) -> str:
    if numbers.ratio is None:
        return _change_told(numbers)
    ratio, cut = plain(numbers.ratio, most=RATIO_DECIMALS), plain(NEARLY_ALL)
    on_course = numbers.ratio >= NEARLY_ALL
    return f"het deel {ratio} is {'minstens' if on_course else 'minder dan'} {cut}"


def _change_told(numbers: Reckoning) -> str:
    """Compare the change with the margin, and its sign with the direction that is wanted."""
    assert numbers.base
    assert numbers.latest
    assert numbers.change is not None
    told = f"de verandering is {_of(numbers.latest)} − {_of(numbers.base)} = {plain(numbers.change)}"
    margin = plain(numbers.margin)
    if not numbers.is_clear:
        return f"{told}, minder dan de marge van {margin}" if numbers.change else told
    way = "de goede" if numbers.sign * numbers.change > 0 else "de verkeerde"
    return f"{told}, minstens de marge van {margin} en {way} kant op"


def _of(point: Point) -> str:
    return plain(point.value, point.decimals)


def _when(point: Point) -> str:
    return plain(point.time)

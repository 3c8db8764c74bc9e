"""What pages say about a verdict in a sentence: how it stands, what is missing, how sure it is."""

from __future__ import annotations

from data.target import Target
from indicators import words
from indicators.targets.arithmetic import goal_told
from indicators.targets.board import Assessment
from indicators.targets.judge import Verdict
from indicators.targets.points import since_break
from indicators.targets.reckoning import Reckoning
from indicators.targets.statuses import Certainty, Reason, Status
from indicators.targets.written import SIGNS, difference, level, measured, plain, signed

KINDS = {
    "level": "Niveau",
    "growth_per_year": "Tempo",
    "halving": "Halvering",
    "gap": "Kloof",
    "proportionality": "Evenredigheid",
    "rank": "Rang",
    "direction": "Richting",
    "qualitative": "Kwalitatief",
}
ON_SCREEN = 1
"""Decimals of a number of ours outside the arithmetic and the tables."""

TOO_MUCH, TOO_LITTLE = "te hoog", "te laag"


def chip(verdict: Verdict) -> str:
    """Give the word on the chip: the status, or the reason why there is none."""
    return str(verdict.reason or verdict.status)


def goal_short(numbers: Reckoning) -> str:
    """Write the goal for a flag: "≥ 54% in 2020"; empty where there is no number to reach."""
    if numbers.goal is None or numbers.goal_value is None:
        return ""
    least = len(numbers.goal.value.partition(".")[2])
    amount = level(numbers.goal_value, numbers.unit_measure, least)
    return f"{SIGNS[numbers.level_operator]} {amount}" + (f" in {numbers.deadline}" if numbers.deadline else "")


def sentence(verdict: Verdict) -> str:
    """Say how it stands: "In 2020 was het 6,7%. Het doel was hoogstens 4,25% in 2020. …"."""
    numbers = verdict.numbers
    goal = f"Het doel is {goal_told(numbers)}." if numbers.goal or numbers.kind == "direction" else ""
    if numbers.latest is None:
        return goal
    stand = f"In {words.year(numbers.latest.time_period)} was het {_level(numbers)}."
    return " ".join(part for part in (stand, goal, _distance(verdict)) if part)


def _level(numbers: Reckoning) -> str:
    assert numbers.latest
    return level(numbers.latest.value, numbers.unit_measure, numbers.latest.decimals)


def _distance(verdict: Verdict) -> str:
    numbers = verdict.numbers
    if verdict.status is Status.NOT_ASSESSED or numbers.distance is None or numbers.reached:
        return ""
    size = difference(abs(numbers.distance), numbers.unit_measure, ON_SCREEN)
    way = TOO_MUCH if numbers.distance > 0 else TOO_LITTLE
    away = " Het cijfer verwijdert zich van het doel." if verdict.status is Status.MOVING_AWAY else ""
    return f"Dat is {size} {way}.{away}"


def missing(target: Target, assessment: Assessment) -> str:
    """Say what is missing for a verdict, or where there is one how far the goal is."""
    verdict = assessment.verdict
    if verdict.reason is None:
        return _shortfall(verdict)
    texts = {
        Reason.NO_BASE: "De gegevens hebben nog geen beginwaarde. Zonder begin is er geen helft.",
        Reason.NO_MEASUREMENT: target.needed or "Er is nog geen meting.",
        Reason.NO_TARGET_VALUE: target.needed or "De zin noemt geen cijfer.",
        Reason.NO_DEADLINE: "De bron noemt geen jaar. Zonder jaar is er geen vereist tempo.",
        Reason.SMALL_DENOMINATOR: "De groep telt minder dan 30 personen. Toeval weegt dan te zwaar.",
    }
    return texts.get(verdict.reason) or _missing_in_series(assessment)


def _shortfall(verdict: Verdict) -> str:
    numbers = verdict.numbers
    if numbers.latest is None or numbers.distance is None or numbers.reached:
        return "–"
    size = difference(abs(numbers.distance), numbers.unit_measure, ON_SCREEN)
    return f"{size} {TOO_MUCH if numbers.distance > 0 else TOO_LITTLE} in {words.year(numbers.latest.time_period)}"


def _missing_in_series(assessment: Assessment) -> str:
    verdict, points = assessment.verdict, assessment.points
    numbers = verdict.numbers
    if verdict.reason is Reason.NO_TREND:
        count = f"1 meting ({words.year(points[-1].time_period)})" if len(points) == 1 else f"{len(points)} metingen"
        return f"{count}. Voor een oordeel zijn er minstens 2 nodig, zonder breuk ertussen."
    if verdict.reason is Reason.SERIES_BREAK:
        return _broken(assessment)
    last = words.year(points[-1].time_period)
    return f"De reeks stopt in {last}. Het doeljaar {numbers.deadline} is voorbij."


def _broken(assessment: Assessment) -> str:
    """Name the breaks, and what can still be compared: "Van 2011 tot 2015 kwam er per jaar 0,2 procentpunten bij."."""
    base, points = assessment.verdict.numbers.base, assessment.points
    assert base
    breaks = [words.year(one.time_period) for one in points if one.is_break and one.time > base.time]
    told = f"De reeks breekt in {words.listed(breaks)}. Over een breuk heen vergelijken we niet."
    same = [one for one in since_break(points, base) if one.time <= base.time]
    same += [one for one in points if base.time < one.time < _first_break(assessment)]
    if len(same) < 2:
        return told
    first, last = same[0], same[-1]
    pace = (last.value - first.value) / (last.time - first.time)
    unit = difference(abs(pace), assessment.verdict.numbers.unit_measure, ON_SCREEN)
    verb, way = ("kwam", "bij") if pace > 0 else ("ging", "af")
    years = f"{words.year(first.time_period)} tot {words.year(last.time_period)}"
    return f"{told} Van {years} {verb} er per jaar {unit} {way}."


def _first_break(assessment: Assessment) -> float:
    base = assessment.verdict.numbers.base
    assert base
    return min(one.time for one in assessment.points if one.is_break and one.time > base.time)


def later(assessment: Assessment) -> str:
    """Tell what was measured after the measurement that decides: "Daarna: 5,3% in 2021 en 5,4% in 2023."."""
    numbers = assessment.verdict.numbers
    if numbers.latest is None:
        return ""
    after = [one for one in assessment.points if one.time > numbers.latest.time]
    told = [measured(one, numbers.unit_measure) for one in after]
    return f"Daarna: {words.listed(told)}." if told else ""


def certainty(verdict: Verdict, *, is_sample: bool) -> str:
    """Say how sure the verdict is, and why; empty where there is no verdict, or where everyone was counted."""
    latest = verdict.numbers.latest
    if verdict.reason or latest is None:
        return ""
    press = "De meting lazen wij in de pers. " if latest.via_press else ""
    if verdict.certainty is Certainty.UNKNOWN:
        return press + ("De onzekerheidsmarge staat niet in de bron." if is_sample else "")
    limits = f"{plain(latest.lower or 0.0)} en {level(latest.upper or 0.0, verdict.numbers.unit_measure)}"
    return f"{press}Het oordeel is {verdict.certainty}: de meting ligt tussen {limits}."


def pace_required(numbers: Reckoning) -> str:
    """Write the required pace for a column: "+1,0"; "–" where the kind asks none, "onbekend" where it is not known."""
    if numbers.kind in ("direction", "qualitative"):
        return "–"
    return "onbekend" if numbers.required is None else signed(numbers.required)


def pace_actual(numbers: Reckoning) -> str:
    """Write the actual pace for a column: "+0,5"; "–" for what has no number at all."""
    if numbers.kind == "qualitative":
        return "–"
    return "onbekend" if numbers.actual is None else signed(numbers.actual)


def now_told(numbers: Reckoning) -> str:
    """Write the measurement that decides with its year: "44% in 2010"; empty where there is none."""
    return measured(numbers.latest, numbers.unit_measure) if numbers.latest else ""

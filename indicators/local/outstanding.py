"""“Wat valt op?”: at most three sentences about a municipality, made by rules from its figures.

The largest difference with the group that is favourable or has no verdict, the largest unfavourable one, and one change
over time. Only percentages of at least thirty people, and only what lies outside the margin; each sentence has two
numbers and its period, and no line of the table stands in two sentences. A sentence that the figures do not allow is
left out, and the reason is told. Unfavourable sentences never stand alone: then the first tells what does not differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Observation
from indicators import words
from indicators.local.comparison import LEAST_PEOPLE, Comparison
from indicators.local.figures import Line, share_of
from indicators.local.intervals import difference
from indicators.local.rows import POLARITIES, percent
from indicators.local.standing import COMPARABLE, desirability
from indicators.measures import since_break
from indicators.panels.panel import LINE_NEEDS
from indicators.series import Names, Series

UNFAVOURABLE = "minder gunstig"


@dataclass(frozen=True)
class Sentence:
    """One sentence, and the line whose numbers it uses."""

    text: str
    line: Line


@dataclass(frozen=True)
class Outstanding:
    """The sentences, and why there are fewer than three; one reason for each that is missing."""

    sentences: tuple[Sentence, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A change of one line between its first and last measurement; `is_worse` by the polarity of the indicator."""

    numbers: Comparison
    first: Observation
    last: Observation
    is_worse: bool

    @property
    def size(self) -> float:
        """Give the change in standard deviations of all municipalities."""
        return abs(self.last.number - self.first.number) / (self.numbers.across.deviation or 1.0)


def outstanding(compared: Sequence[Comparison], main: Sequence[Line], catalogue: Catalogue, phrase: str) -> Outstanding:
    """Choose the sentences; lines of `main` go before further breakdowns. `phrase` places the group ("in de buren")."""
    return _Chooser(compared, set(main), catalogue, phrase).chosen()


class _Chooser:
    def __init__(self, compared: Sequence[Comparison], main: set[Line], catalogue: Catalogue, phrase: str) -> None:
        self.compared, self.catalogue, self.main, self.phrase = compared, catalogue, main, phrase
        self.eligible = [one for one in compared if one.people >= LEAST_PEOPLE and one.to_group is not None]
        self.used: set[Line] = set()

    def chosen(self) -> Outstanding:
        worst = self._take(self._differs, is_worse=True)
        best = self._take(self._differs, is_worse=False)
        step = self._step()
        if best is None and (step is None or step.is_worse) and (worst or step):
            best = self._take(lambda one: one.to_group is COMPARABLE, is_worse=False)
        found = [
            (best and self._difference(best), self._why_no_best()),
            (worst and self._difference(worst), self._why_no_worst()),
            (step and self._change(step), self._why_no_change()),
        ]
        sentences = tuple(sentence for sentence, _ in found if sentence)
        return Outstanding(sentences, tuple(reason for sentence, reason in found if not sentence))

    def _differs(self, one: Comparison) -> bool:
        return one.to_group is not COMPARABLE

    def _take(self, wanted: Callable[[Comparison], bool], *, is_worse: bool) -> Comparison | None:
        """Take the largest difference among the lines that are still free, those of `main` first.

        Where the total of the same subject will do, it is taken before one of its groups.
        """
        free = [one for one in self.eligible if one.line not in self.used and wanted(one)]
        free = [one for one in free if self._is_worse(one) == is_worse]
        best = max(free, key=lambda one: (one.line in self.main, abs(one.distance)), default=None)
        if best is None:
            return None
        best = next((one for one in free if _is_total(one, best)), best)
        self.used.add(best.line)
        return best

    def _is_worse(self, one: Comparison) -> bool:
        found = one.to_group
        return found is not None and desirability(found, one.indicator.polarity) == UNFAVOURABLE

    def _step(self) -> Step | None:
        """Take the largest clear change among the lines that are still free, those of `main` first."""
        free = [step for one in self.eligible if one.line not in self.used and (step := step_of(one))]
        best = max(free, key=lambda one: (one.numbers.line in self.main, one.size), default=None)
        if best is not None:
            self.used.add(best.numbers.line)
        return best

    def _subject(self, one: Comparison) -> str:
        """Name a line; the subject of an indicator is about the line with which its page starts, and no other."""
        breakdown, subject = dict(one.line.breakdown), one.indicator.sentence.subject
        if subject and breakdown == dict(one.indicator.headline.breakdown):
            return subject
        rest = Names(one.indicator, self.catalogue).breakdown(breakdown)
        return f"“{one.indicator.title}” ({rest})" if breakdown else f"“{one.indicator.title}”"

    def _difference(self, one: Comparison) -> Sentence:
        assert one.own is not None
        assert one.value is not None
        assert one.group_value is not None
        when = words.in_period(one.own.time_period, one.indicator.period_kind)
        first = f"{self._subject(one)} was {percent(one.value, one)} {when}."
        group = percent(one.group_value, one)
        if one.to_group is COMPARABLE:
            return Sentence(f"{first} Dat verschilt niet duidelijk van het cijfer {self.phrase} ({group}).", one.line)
        points = abs(one.value - one.group_value)
        size = words.with_unit(words.number(points, one.indicator.decimals), "percentage_points")
        word = "hoger" if one.value > one.group_value else "lager"
        return Sentence(f"{first} Dat is {size} {word} dan {self.phrase} ({group}).{_verdict(one)}", one.line)

    def _change(self, step: Step) -> Sentence:
        one = step.numbers
        verb = "steeg" if step.last.number > step.first.number else "daalde"
        before, after = (
            f"{percent(each.number, one)} {words.in_period(each.time_period, one.indicator.period_kind)}"
            for each in (step.first, step.last)
        )
        return Sentence(f"{self._subject(one)} {verb} van {before} naar {after}.{_verdict(one)}", one.line)

    def _why_no_best(self) -> str:
        return f"Geen cijfer verschilt duidelijk en gunstig of neutraal van dat {self.phrase}."

    def _why_no_worst(self) -> str:
        if all(one.indicator.polarity == "neutral" for one in self.compared):
            return "Bij geen enkel cijfer is hoger of lager gunstiger. Een ongunstig verschil is er dus niet."
        return f"Geen cijfer is duidelijk minder gunstig dan {self.phrase}."

    def _why_no_change(self) -> str:
        return f"Geen ander cijfer heeft {LINE_NEEDS} metingen of meer en een duidelijke verandering."


def step_of(one: Comparison) -> Step | None:
    """Give the change of a line since its first measurement, where it lies outside the margin (Newcombe); else None."""
    measured = since_break(Series(one.code, dict(one.line.breakdown), one.series))
    if len(measured) < LINE_NEEDS:
        return None
    first, last = measured[0], measured[-1]
    before, after = share_of(first), share_of(last)
    if before is None or after is None or min(before.of, after.of) < LEAST_PEOPLE or first.unit_measure != "percent":
        return None
    moved = difference(after.count, after.of, before.count, before.of)
    if moved.lower <= 0 <= moved.upper:
        return None
    wanted = {"higher_is_better": 1, "lower_is_better": -1}.get(one.indicator.polarity, 0)
    return Step(one, first, last, is_worse=wanted * (last.number - first.number) < 0)


def _is_total(one: Comparison, of: Comparison) -> bool:
    return not one.line.breakdown and one.indicator.sentence.subject == of.indicator.sentence.subject


def _verdict(one: Comparison) -> str:
    """Say how a high number reads; nothing where it has no verdict."""
    if one.indicator.polarity == "neutral":
        return ""
    return f" {words.capital(POLARITIES[one.indicator.polarity].replace(' is ', ' is hier '))}."

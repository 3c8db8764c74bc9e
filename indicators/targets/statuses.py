"""The words of a verdict: seven statuses, the reasons why there is none, and how sure it is."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What may be said about a target; the value is what a reader sees.

    Source: the design of this site, in line with the status ladder of Open SDG (`docs/progress.md`).
    """

    REACHED = "Bereikt"
    ON_COURSE = "Op koers"
    TOO_SLOW = "Te traag"
    NO_CLEAR_CHANGE = "Geen duidelijke verandering"
    MOVING_AWAY = "Verwijdert zich"
    NOT_REACHED = "Niet bereikt"
    NOT_ASSESSED = "Nog niet te beoordelen"


RULES = {
    Status.REACHED: "De meting haalt het doel.",
    Status.ON_COURSE: "Het werkelijke tempo is minstens 95% van het vereiste tempo.",
    Status.TOO_SLOW: "Het cijfer gaat de goede kant op, met minder dan 95% van het vereiste tempo.",
    Status.NO_CLEAR_CHANGE: "De verandering is kleiner dan de marge.",
    Status.MOVING_AWAY: "Het cijfer verwijdert zich van het doel, met minstens de marge.",
    Status.NOT_REACHED: "Het doeljaar is voorbij en de meting haalt het doel niet.",
    Status.NOT_ASSESSED: "Er ontbreekt iets. We zeggen altijd wat.",
}
"""When a target has a status, as readers are told."""


class Reason(StrEnum):
    """Why a target cannot be assessed: a closed list, so that no target is ever without a verdict or a reason."""

    NO_TREND = "Nog geen trend"
    NO_BASE = "Geen basiscijfer"
    NO_MEASUREMENT = "Geen meting"
    NO_TARGET_VALUE = "Geen streefcijfer"
    NO_DEADLINE = "Geen doeljaar"
    SERIES_BREAK = "Breuk in de reeks"
    SMALL_DENOMINATOR = "Te kleine noemer"
    SOURCE_STOPPED = "Bron gestopt"


class Certainty(StrEnum):
    """Whether the verdict is the same at both limits of the measurement."""

    UNKNOWN = ""
    CERTAIN = "zeker"
    LIKELY = "waarschijnlijk"
    UNDECIDED = "onbeslist"


class Progress(StrEnum):
    """The class of a ratio "achieved ÷ required", in the words that a reader sees."""

    ACHIEVED = "doel bereikt"
    SUBSTANTIAL = "flinke vooruitgang"
    MODERATE = "matige vooruitgang"
    LIMITED = "beperkte vooruitgang"
    DETERIORATION = "achteruitgang"


NEARLY_ALL, MOST, NONE = 0.95, 0.60, 0.0
"""Cut-offs of the ratio. Source: Statistics Canada, methodology of the SDG data hub; Open SDG uses the same."""


def progress_class(ratio: float, cuts: tuple[float, float, float] = (NEARLY_ALL, MOST, NONE)) -> Progress:
    """Give the class of a ratio; a ratio on a cut-off belongs to the better class."""
    ladder = zip(cuts, (Progress.SUBSTANTIAL, Progress.MODERATE, Progress.LIMITED), strict=True)
    return next((found for cut, found in ladder if ratio >= cut), Progress.DETERIORATION)

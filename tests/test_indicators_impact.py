"""A dry run: what readers would see change, on the shipped figures; nothing is written."""

from dataclasses import replace

from reading import WORK
from shipped import answers

from data.model import Observation
from indicators.impact import Impact, impact

LEAVERS = "early_school_leavers"


def tried(*observations: Observation) -> Impact:
    known = answers()
    return impact(known.store, known.catalogue, known.targets, observations)


def stored(indicator: str, **wanted: object) -> Observation:
    """The one published observation with these facts."""
    found = [
        one for one in answers().store.observations(indicator) if all(getattr(one, n) == v for n, v in wanted.items())
    ]
    assert len(found) == 1, found
    return found[0]


def test_a_verdict_that_would_flip_is_listed_and_nothing_is_written() -> None:
    before = answers().store.newest_revision()
    last = stored(LEAVERS, ref_area="VLG", time_period="2020", breakdown={})

    found = tried(replace(last, obs_value=4.0, printed="4,0"))

    assert [(one.before, one.after) for one in found.targets] == [("Niet bereikt", "Bereikt")]
    assert (found.new, found.changed) == (0, 1)
    assert answers().store.newest_revision() == before
    assert answers().newest.targets.by_slug("schoolverlaters-zonder-startkwalificatie").verdict.status == "Niet bereikt"


def test_a_title_that_would_change_is_shown_before_and_after() -> None:
    shares = [one for one in answers().store.observations(WORK) if (one.time_period, one.obs_value) == ("2010", 44.0)]

    (work,) = tried(*(replace(one, obs_value=95.0, printed="95") for one in shares)).indicators

    assert "hebben minder vaak werk dan" in work.before
    assert "hebben minder vaak werk dan" not in work.after


def test_figures_that_are_published_already_change_nothing() -> None:
    assert tried(*answers().store.observations(LEAVERS)) == Impact((), ())

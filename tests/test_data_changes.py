"""What a publication changes, on figures made up for the test."""

from dataclasses import replace

from annexed import number

from data.changes import Changes, changes

BEFORE = number(8.6, "2008")


def test_a_figure_with_a_new_key_is_new() -> None:
    later = number(8.4, "2009")

    assert changes([BEFORE], [BEFORE, later]) == Changes(new=(later,))


def test_a_figure_with_another_value_is_changed_and_stands_beside_what_it_was() -> None:
    after = replace(BEFORE, obs_value=8.7)

    assert changes([BEFORE], [after]) == Changes(changed=((BEFORE, after),))


def test_a_figure_with_another_remark_is_changed_too() -> None:
    after = replace(BEFORE, note="Voorlopig")

    assert changes([BEFORE], [after]).changed == ((BEFORE, after),)


def test_a_figure_that_is_no_longer_there_has_vanished() -> None:
    assert changes([BEFORE], []) == Changes(vanished=(BEFORE,))


def test_the_number_of_the_revision_is_no_change() -> None:
    assert not changes([BEFORE], [replace(BEFORE, revision=7)])

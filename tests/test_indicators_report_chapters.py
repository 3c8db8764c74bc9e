"""The chapters of a report, as an address asks for them."""

import pytest

from indicators.report.chapters import read_chapters, to_query

KNOWN = ("samenvatting", "werk", "uitleg")


@pytest.mark.parametrize(
    ("asked", "shown", "unknown"),
    [
        (None, KNOWN, ()),
        ("", KNOWN, ()),
        ("uitleg~samenvatting", ("samenvatting", "uitleg"), ()),
        ("werk~werk~tuin", ("werk",), ("hoofdstukken=tuin",)),
        ("tuin", KNOWN, ("hoofdstukken=tuin",)),
    ],
)
def test_chapters_are_read_in_the_order_of_the_report(
    asked: object, shown: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert read_chapters(asked, KNOWN) == (shown, unknown)


def test_a_choice_of_all_chapters_is_not_written() -> None:
    assert (to_query(KNOWN, KNOWN), to_query(["werk"], KNOWN)) == ("", "hoofdstukken=werk")

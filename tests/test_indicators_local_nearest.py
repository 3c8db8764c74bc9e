import pytest

from indicators.local.nearest import Fact, Structure

AGED, YOUNG = Fact("aged", "aandeel 65-plussers"), Fact("young", "aandeel jonger dan 18 jaar")
SIZE = Fact("size", "inwoners", "persons", 0, is_logarithm=True)
OUTCOME = Fact("foreign", "aandeel met een vreemde nationaliteit", outcomes=("foreign_nationals_share",))


def line(*values: float) -> Structure:
    """Municipalities A, B, C … on a line of one fact."""
    return Structure([AGED], {chr(65 + place): (value,) for place, value in enumerate(values)})


def test_the_nearest_come_first_and_a_municipality_is_not_its_own_peer() -> None:
    assert line(10, 11, 30, 9.5).nearest("A", 2) == ("D", "B")


def test_equal_distances_are_ordered_by_code() -> None:
    assert line(10, 11, 9, 11).nearest("A", 2) == ("B", "C")


def test_each_fact_counts_in_its_own_standard_deviation() -> None:
    """B differs one year of age in a hundred, C a thousand inhabitants in a million: neither unit decides."""
    found = Structure(
        [AGED, Fact("size", "inwoners")],
        {"A": (10, 1000), "B": (11, 1000), "C": (10, 3000), "D": (20, 4000), "E": (30, 5000)},
    )

    assert found.nearest("A", 1) == ("B",)


def test_size_is_compared_by_ratio() -> None:
    """1000 is as far from 100 as 10 is: ten times; by difference 10 would be nearer."""
    found = Structure([SIZE], {"A": (100,), "B": (500,), "C": (10,), "D": (100_000,)})

    assert found.nearest("A", 1) == ("B",)


def test_the_outcome_that_is_judged_is_never_among_the_facts() -> None:
    values = {"A": (10, 1), "B": (10, 90), "C": (20, 1), "D": (30, 50)}
    found = Structure([AGED, OUTCOME], values)

    assert found.nearest("A", 1) == ("C",)
    assert found.without({"foreign_nationals_share"}).nearest("A", 1) == ("B",)
    assert OUTCOME not in found.without({"foreign_nationals_share"}).facts


def test_a_municipality_that_lacks_a_fact_takes_no_part() -> None:
    found = Structure([AGED], {"A": (10,), "B": (None,), "C": (30,)})

    assert found.nearest("A", 5) == ("C",)
    assert found.nearest("B", 5) == ()


def test_a_fact_that_is_equal_everywhere_counts_for_nothing() -> None:
    assert Structure([AGED, YOUNG], {"A": (5, 1), "B": (5, 3), "C": (5, 2)}).nearest("A", 2) == ("C", "B")


def test_why_it_looks_alike_is_told_by_the_closest_facts_and_the_most_different() -> None:
    facts = [Fact(name, name) for name in "abcde"]
    found = Structure(facts, {"A": (1, 1, 1, 1, 1), "B": (1, 1, 1, 3, 2), "C": (9, 9, 9, 9, 9)})

    close, different = found.likeness("A", ["B"])

    assert [one.fact.id for one in close] == ["a", "b", "c"]
    assert [(one.fact.id, one.own, one.group) for one in different] == [("d", 1, 3), ("e", 1, 2)]


def test_a_group_that_no_fact_decides_alone_stays() -> None:
    """Both facts order the municipalities alike, so leaving one out changes nothing."""
    found = Structure([AGED, YOUNG], {chr(65 + place): (place, 2 * place) for place in range(6)})

    assert found.stability("A", 2) == 1.0


def test_a_group_that_one_fact_decides_is_sensitive() -> None:
    """Without the second fact B and C are nearest to A, without the first D and E."""
    values = {"A": (0, 0), "B": (0, 9), "C": (1, 9), "D": (9, 0), "E": (9, 1)}

    assert Structure([AGED, YOUNG], values).stability("A", 2) == pytest.approx(0.5)


def test_one_fact_alone_has_no_stability() -> None:
    assert line(1, 2, 3).stability("A", 2) is None


def test_the_same_question_gives_the_same_group() -> None:
    values = {str(place): ((place * 37) % 101, (place * 53) % 97) for place in range(285)}
    groups = {Structure([AGED, YOUNG], dict(sorted(values.items(), reverse=turn))).nearest("7", 12) for turn in (0, 1)}

    assert len(groups) == 1

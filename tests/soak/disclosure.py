"""Hidden small numbers of 1.000 random tables, attacked by an integer programme."""

from attacker import COUNT, found_back, random_tables, rules_of, table_of

from data.disclosure import protected
from soak import cases


def soak() -> None:
    for values in random_tables(cases(1000)):
        true, rules = table_of(values), rules_of(len(values))
        small = {one.key: one.number for one in true if 0 < one.number < COUNT}
        assert found_back(true, protected(true, rules), rules, small) == set(), values

"""What the controls of an indicator say beside their choices."""

import pytest
from shipped import view_of

from layouts.controls import fixed_of


@pytest.mark.parametrize(
    ("indicator", "told"),
    [("employment_rate", "Jaar: 2010 (enige meting)."), ("school_delay", "Schooljaar 2009\u20112010 (enige meting).")],
)
def test_an_only_measurement_is_named_as_the_page_names_it(indicator: str, told: str) -> None:
    assert fixed_of(view_of(indicator)) == told

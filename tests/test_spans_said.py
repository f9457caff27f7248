"""Days and times that rules and lists are told of: one day too many or too few, and a rule is held against the wrong law."""

from datetime import date

import pytest

from extractors.rules.spans_said import EARLIEST, span

UNTIL = [
    # as printed                       the last day
    ("indtil 31. december 2021", date(2021, 12, 30)),
    ("til og med 31. december 2021", date(2021, 12, 31)),
    ("til og med juni 2019", date(2019, 6, 30)),
    ("til og med 2018", date(2018, 12, 31)),
    ("før 2018", date(2017, 12, 31)),
    ("indtil den 1. juli 2020", date(2020, 6, 30)),
    ("frem til februar 2019", date(2019, 1, 31)),
    ("indtil udgangen af 2020", date(2020, 12, 31)),
    ("frem til udgangen af juni 2020", date(2020, 6, 30)),
    ("indtil 30. februar 2020", date(2020, 2, 28)),
]


@pytest.mark.parametrize(("text", "last"), UNTIL, ids=[text for text, _ in UNTIL])
def test_what_is_told_until_a_day_ends_there(text, last):
    assert span(text, None)[:2] == (EARLIEST, last)


@pytest.mark.parametrize("text", ["indtil videre", "før sommerferien", "indtil 2150"])
def test_other_words_name_no_time(text):
    assert span(text, None) is None

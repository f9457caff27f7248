"""Dates in running text: a date misread is a false alarm about somebody's deadline."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find
from extractors.structure import Structure
from tests.made_flow import flow_of

D = date
DATES = [
    ("Mødet holdes mandag den 22. august 2005 kl. 19.", [(D(2005, 8, 22), 0, None)]),
    ("Onsdag, 15. november 2018", [(D(2018, 11, 15), 2, None)]),
    ("pr. 1.12.17 og pr. 31.12.2024", [(D(2017, 12, 1), None, None), (D(2024, 12, 31), None, None)]),
    ("d. 1.9.2014", [(D(2014, 9, 1), None, None)]),
    ("den 28/11 2018", [(D(2018, 11, 28), None, None)]),
    ("14/2-2020", [(D(2020, 2, 14), None, None)]),
    ("09-08-2021", [(D(2021, 8, 9), None, None)]),
    ("15-maj-2002", [(D(2002, 5, 15), None, None)]),
    ("Mandag 9. aug 2021", [(D(2021, 8, 9), 0, None)]),
    ("senest den 31. juni 2005", [(None, None, None)]),
    ("hvert år den 31. april", [(None, None, None)]),
    ("den 29. februar 2023", [(None, None, None)]),
    ("den 29. februar 2024", [(D(2024, 2, 29), None, None)]),
    ("onsdag den 15. november og tirsdag den 13. december 2022", [(D(2022, 11, 15), 2, None), (D(2022, 12, 13), 1, None)]),
    ("torsdag den 15. december og torsdag den 12. januar 2023", [(D(2022, 12, 15), 3, None), (D(2023, 1, 12), 3, None)]),
    ("fra den 14. oktober 2024 til den 30. september 2024", [(D(2024, 10, 14), None, D(2024, 9, 30))]),
    ("26. april - 13. maj 2011", [(D(2011, 4, 26), None, D(2011, 5, 13))]),
    ("1. november – 31. januar 2020", [(D(2019, 11, 1), None, D(2020, 1, 31))]),
    ("i perioden 5.-15. april 2011", [(D(2011, 4, 5), None, D(2011, 4, 15))]),
    ("1. januar 2019 til og med 31. december 2022", [(D(2019, 1, 1), None, D(2022, 12, 31))]),
    ("fra mandag den 3. juni 2024 til fredag den 7. juni 2024",
     [(D(2024, 6, 3), None, D(2024, 6, 7)), (D(2024, 6, 3), 0, None), (D(2024, 6, 7), 4, None)]),
    ("Mødet flyttes fra den 14. oktober 2024 til den 30. september 2024", [(D(2024, 10, 14), None, None), (D(2024, 9, 30), None, None)]),
]
NO_DATES = [
    "29. februar", "den 5. april", "kl. 17.30", "§ 61 a, stk. 2", "sag 13.03.00-Ø60-11-23", "konto 5.25.14.3", "9. klasse i marts", "1.2.3",
    "12.345.678 kr.", "8/29/2019", "45. maj 2020", "version 2.10.2019.1", "330-2018-3619", "i 2011-2014", "4. kvartal 2022", "BR 677/06",
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_are_read_with_weekday_and_end(text, expected):
    said = [(m.value, m.weekday, m.until) for m in find(flow_of(text), Structure())]
    assert sorted(said, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_whole_date_is_left_alone(text):
    assert find(flow_of(text), Structure()) == []


ROLES = [
    ("Frist for bemærkninger er den 18. september 2025.", "deadline"),
    ("Næste møde er tirsdag den 12. juni 2018.", "meeting"),
    ("Beslutning i Byrådet den 23. juni 2022", "decision"),
    ("Broen blev indviet den 1. juli 2000.", ""),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_words_before_tell_what_a_date_is_for(text, role):
    assert [m.role for m in find(flow_of(text), Structure())] == [role]


@given(st.text(alphabet="0123456789 .-/–denfratilmajuni,", min_size=1, max_size=80))
def test_any_text_goes_in_and_quotes_are_what_stands_there(text):
    flow = flow_of(text)
    for mention in find(flow, Structure()):
        assert flow.pages[0].text[mention.source.start : mention.source.end] == mention.source.quote

"""How alike two different numbers are in print: the slips of a keyboard, and numbers that are just others."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.closeness import FAIR, NONE, STRONG, WEAK, closeness, exchanged, in_order, one_digit, swapped

SLIPS = [
    # one      other      exchanged  neighbours  one digit  how close
    ("12.4", "14.2", True, True, False, STRONG),
    ("1.24", "4.21", True, False, False, STRONG),
    ("36", "63", True, True, False, WEAK),
    ("3.9", "3.65", False, False, False, WEAK),
    ("1250", "1260", False, False, True, FAIR),
    ("12506", "12706", False, False, True, STRONG),
    ("78", "73", False, False, True, WEAK),
    ("7.8", "78", False, False, False, FAIR),
    ("1250", "12500", False, False, False, STRONG),
    ("-124", "-142", True, True, False, STRONG),
    ("-1250", "1260", False, False, False, FAIR),
    ("-124", "142", True, False, False, STRONG),
    ("5", "5", False, False, False, WEAK),
    ("100", "300", False, False, True, WEAK),
    ("0", "5", False, False, False, NONE),
    ("240", "318", False, False, False, NONE),
]


@pytest.mark.parametrize(("one", "other", "places", "neighbours", "digit", "close"), SLIPS)
def test_slips(one, other, places, neighbours, digit, close):
    a, b = Decimal(one), Decimal(other)
    assert (exchanged(a, b), swapped(a, b), one_digit(a, b), closeness(a, b)) == (places, neighbours, digit, close)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_it_is_the_same_both_ways(one, other):
    for alike in (exchanged, swapped, one_digit, closeness):
        assert alike(one, other) == alike(other, one)


@given(st.integers(1, 10**12), st.integers(-6, 6), st.data())
def test_numbers_whose_digits_changed_places_share_the_digits_in_order(digits, exponent, data):
    one = str(digits)
    i, j = data.draw(st.tuples(st.integers(0, len(one) - 1), st.integers(0, len(one) - 1)).map(sorted))
    other = one[:i] + one[j] + one[i + 1 : j] + one[i] + one[j + 1 :] if i < j else one
    a, b = (Decimal(number).scaleb(exponent) for number in (one, other))
    if a.adjusted() == b.adjusted():
        assert in_order(a) == in_order(b)


@pytest.mark.parametrize(("one", "other"), [("12.4", "1.42"), ("1240", "1250"), ("-124", "-125"), ("1240", "124")])
def test_other_numbers_do_not_share_them(one, other):
    assert in_order(Decimal(one)) != in_order(Decimal(other))

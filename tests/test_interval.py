"""Intervals: rounding must never be a finding, so the true result always lies inside."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.interval import Interval, compare, total
from minutes.qualifiers import allows, before

numbers = st.decimals(-(10**9), 10**9, places=2)


@st.composite
def intervals(draw):
    a, b = draw(numbers), draw(numbers)
    return Interval(min(a, b), max(a, b))


@st.composite
def inside(draw):
    i = draw(intervals())
    return i, draw(st.sampled_from([i.low, i.high, i.middle]))


@given(inside(), inside())
def test_what_is_inside_stays_inside(one, other):
    (a, x), (b, y) = one, other
    assert x + y in a + b and x - y in a - b and x * y in a * b and -x in -a


@given(inside(), inside())
def test_division_is_outward_or_refused(one, other):
    (a, x), (b, y) = one, other
    if b.low <= 0 <= b.high:
        with pytest.raises(ZeroDivisionError):
            a / b
    else:
        assert (a / b).low <= x / y + D("1e-15") and x / y - D("1e-15") <= (a / b).high


@given(st.lists(intervals(), max_size=8))
def test_a_sum_of_roundings_holds_the_rounded_sum(parts):
    assert sum((p.middle for p in parts), D(0)) in total(parts).widened(D("1e-12"))


ROUNDED = [("7.8", "0.1", "7.75", "7.85"), ("612", "0", "612", "612"), ("4.0", "0.1", "3.95", "4.05"), ("-1.2", "0.1", "-1.25", "-1.15")]


@pytest.mark.parametrize(("value", "step", "low", "high"), ROUNDED)
def test_digits_tell_the_tolerance(value, step, low, high):
    assert Interval.rounded(D(value), D(step)) == Interval(D(low), D(high))


LIMITS = [
    (Interval(D("49.5"), D("50.5")), ">", D(50), None), (Interval(D("50.05"), D("50.15")), ">", D(50), True),
    (Interval(D(40), D(40)), ">", D(40), False), (Interval(D(40), D(40)), ">=", D(40), True),
    (Interval(D(39), D("39.9")), "<", D(40), True),
    (Interval(D(40), D(41)), "<=", D(40), None), (Interval(D(41), D(42)), "<=", D(40), False),
]


@pytest.mark.parametrize(("value", "operator", "limit", "holds"), LIMITS)
def test_a_limit_is_met_missed_or_open(value, operator, limit, holds):
    assert compare(value, operator, limit) is holds


WORDS = [
    ("i alt ca. ", "about"), ("omkring ", "about"), ("knap ", "below"), ("godt ", "above"), ("op til ", "upper"), ("mindst ", "lower"),
    ("er ", None), ("carport ", None), ("", None),
]


@pytest.mark.parametrize(("text", "kind"), WORDS)
def test_words_before_a_number(text, kind):
    assert before(text, len(text))[0] == kind


ALLOWED = [
    # value     step      word      low         high
    ("24000000", "1000000", "about", "22500000", "25500000"),
    ("620000", "1", "about", "609999.5", "630000.5"),
    ("31000", "1", "below", "30000", "31000"),
    ("16", "1", "below", "15", "16"),
    ("3", "0.1", "above", "3", "3.1"),
    ("7.8", "0.1", None, "7.75", "7.85"),
]


@pytest.mark.parametrize(("value", "step", "word", "low", "high"), ALLOWED)
def test_words_move_the_ends(value, step, word, low, high):
    assert allows(D(value), D(step), word) == Interval(D(low), D(high))

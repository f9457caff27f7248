"""Danish numbers as printed: digits, words, fractions, amounts and shares; and what must not be taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.danish import decimal, numeral, split_words, whole, word_value
from minutes.measures import find

NUMERALS = [
    # written           value          step
    ("1.250.000", "1250000", "1"),
    ("18,487", "18.487", "0.001"),
    ("1 450 000", "1450000", "1"),
    ("1\u00a0450\u00a0000", "1450000", "1"),
    ("271.697,53", "271697.53", "0.01"),
    ("0,66", "0.66", "0.01"),
    ("7", "7", "1"),
]
NO_NUMERALS = ["1.25.000", "12.5", "1.2345", "1,", ",5", "", "1..000", "x"]
WORDS = [
    ("femoghalvtreds", "55"), ("halvanden", "1.5"), ("tolv", "12"), ("halvfems", "90"), ("enogtyve", "21"), ("to hundrede", "200"),
    ("to hundrede og fem", "205"), ("tolv tusind", "12000"), ("firs", "80"), ("nitten", "19"), ("fyrretyve", "40"), ("treogtres", "63"),
]
NO_WORDS = ["to tre", "hus", "", "og", "tyve tyve"]


@pytest.mark.parametrize(("written", "value", "step"), NUMERALS)
def test_digits(written, value, step):
    assert numeral(written) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("written", NO_NUMERALS)
def test_what_could_mean_two_things_is_refused(written):
    assert numeral(written) is None


@pytest.mark.parametrize(("written", "value"), WORDS)
def test_words(written, value):
    assert word_value(written) == Decimal(value)


@pytest.mark.parametrize("written", NO_WORDS)
def test_words_that_make_no_number(written):
    assert word_value(written) is None


RUNS = [
    ("ni hundrede nioghalvfems tusinde ni hundrede og nioghalvfems", [999_999]),
    ("to tre", [2, 3]),
    ("to hundrede og fem tre", [205, 3]),
    (" ".join(["to tre"] * 20), [2, 3] * 20),
]


@pytest.mark.parametrize(("written", "values"), RUNS)
def test_runs_of_number_words(written, values):
    assert [n.value for n in split_words(written, 0, len(written))] == values


@pytest.mark.parametrize(("written", "value"), [("17", 17), ("sytten", 17), ("Én", 1), ("halvandet", 1), ("hus", 0), ("1,5", 0)])
def test_whole_numbers_in_digits_or_words(written, value):
    assert whole(written) == value


@pytest.mark.parametrize(("value", "text"), [("36.50", "36.5"), ("78E5", "7800000"), ("0.00", "0"), ("-1.10", "-1.1"), ("100", "100")])
def test_a_number_as_programs_write_it(value, text):
    assert decimal(Decimal(value)) == text


MEASURES = [
    # text                                        quote                     value           step        unit
    ("der gives 24 mio. kr. til broen", "24 mio. kr.", "24000000", "1000000", "kr"),
    ("i alt 18,487 mio. kr. netto", "18,487 mio. kr.", "18487000", "1000", "kr"),
    ("søgt om 4,5 mill. hos fonden", "4,5 mill.", "4500000", "100000", "kr"),
    ("2,630 mia. kr.", "2,630 mia. kr.", "2630000000", "1000000", "kr"),
    ("2,1 mil. kr. frigives", "2,1 mil. kr.", "2100000", "100000", "kr"),
    ("0,66 mio.kr. er brugt", "0,66 mio.kr.", "660000", "10000", "kr"),
    ("koster 5.312.000 kr. i år", "5.312.000 kr.", "5312000", "1", "kr"),
    ("prisen er kr. 4.650,- pr. md", "kr. 4.650,-", "4650", "1", "kr"),
    ("på kr. 2.184.000 til grund", "kr. 2.184.000", "2184000", "1", "kr"),
    ("et beløb på 271.697,53 kr. står", "271.697,53 kr.", "271697.53", "0.01", "kr"),
    ("½ mio. kr. ekstra", "½ mio. kr.", "500000", "500000", "kr"),
    ("3.665 t.kr. i underskud", "3.665 t.kr.", "3665000", "1000", "kr"),
    ("et fald på -3.751.000 kr. i alt", "-3.751.000 kr.", "-3751000", "1", "kr"),
    ("1\u00a0450\u00a0000\u00a0kr. frigives", "1\u00a0450\u00a0000\u00a0kr.", "1450000", "1", "kr"),
    ("20,5 mio. kroner til havnen", "20,5 mio. kroner", "20500000", "100000", "kr"),
    ("1. mio. kr. i alt", "1. mio. kr.", "1000000", "1000000", "kr"),
    ("Hallen får A, og B får, 1.000 kr., mere", "1.000 kr.", "1000", "1", "kr"),
    ("søgt om kr. to millioner", "kr. to millioner", "2000000", "1000000", "kr"),
    ("kun 40 pct. af dem", "40 pct.", "40", "1", "percent"),
    ("er 36,5% i dag", "36,5%", "36.5", "0.1", "percent"),
    ("med ti procentpoint mere", "ti procentpoint", "10", "1", "percentage_points"),
    ("på 22,82 promille", "22,82 promille", "22.82", "0.01", "permille"),
    ("omkring femten procent", "femten procent", "15", "1", "percent"),
]


@pytest.mark.parametrize(("text", "quote", "value", "step", "unit"), MEASURES)
def test_measures(text, quote, value, step, unit):
    said = [m for m in find(text) if m.unit]
    assert [(text[m.start : m.end].strip(), m.value, m.step, m.unit) for m in said] == [(quote, Decimal(value), Decimal(step), unit)]


NOT_MONEY = [
    "§ 40, stk. 2", "sag nr. 1.250", "den 1.1.2024", "kl. 16.00", "sagsnr. 13.03.00-Ø60-11-23", "konto 5.25.14.3", "Nr. 61 J.nr. 00.01.00",
    "Tabel 2. Anlæg (1.000 kr.)", "Tabel 2. Anlæg, 1.000 kr., 2013-p/l", "Tabel 3 - 1.000 kr.", "Tallene er i mio. kr. Et minus er gæld",
    "Beløb i hele 1.000 kr.", "rute 383", "i 2011-2014", "tlf. 45 67 89 10", "AB-24-202-030", "Bilag 7",
    "1,2 mio. borgere", "3 mio. euro", "33 mio. sidevisninger", "1,3 mio. flere passagerer", "4,7 mio. kW", "24,4 millioner fysiske bøger",
    "Befolkningstallet er på 5,6 mio.", "Besøgstallet gik fra 35 millioner i 2024 til 37,4 millioner i 2025",
]


@pytest.mark.parametrize("text", NOT_MONEY)
def test_what_is_no_money_and_no_share(text):
    assert [text[m.start : m.end] for m in find(text) if m.unit in ("kr", "percent", "percentage_points", "permille")] == []


SHARED = [
    ("mellem 1,5 og 2 mio. kr.", [1500000]),
    ("mellem 300.000 og 3 millioner kroner", [300000]),
    ("Antallet af elever falder, og budgettet er på 5,6 mio.", [5600000]),
    ("Besøgstallet faldt. Der blev brugt 2 mio.", [2000000]),
    ("med 3,2, 4,1 og 0,8 mio. kr.", [3200000, 4100000, 800000]),
    ("nemlig 118,6 plus lån på 20,0 minus anlæg på 69,9 og afdrag på 31,4 mio. kr.", [118600000, 20000000, 69900000, 31400000]),
    ("fra 235 mio. til 135 mio.", [235000000, 135000000]),
]


@pytest.mark.parametrize(("text", "kroner"), SHARED)
def test_an_enumeration_shares_its_unit(text, kroner):
    assert [int(m.value) for m in find(text) if m.unit == "kr"] == kroner


def test_a_range_is_one_measure_with_two_ends():
    (measure,) = find("185-190 mio. kr.")
    assert (measure.value, measure.until) == (185_000_000, 190_000_000)


@given(st.text(alphabet="0123456789 .,-–%½kromia til og pct\u00a0\n", max_size=60))
def test_any_text_goes_in_and_places_are_in_order(text):
    last = 0
    for measure in find(text):
        assert last <= measure.start < measure.end <= len(text)
        assert measure.step > 0 and measure.number_end <= measure.end
        last = measure.end


@given(st.integers(0, 10**12))
def test_thousands_read_back(number):
    assert numeral(f"{number:,}".replace(",", ".")) == (Decimal(number), Decimal(1))

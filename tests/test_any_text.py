"""Anything at all as text goes the whole way, from layout to findings: without an exception, with true places, in time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import extract
from extractors.reading import Line, PageReading, Reading
from minutes import contract
from minutes.checks import judge

PIECES = [
    "1. ",
    "Punkt 4: ",
    "Beslutning",
    "Indstilling",
    "Godkendt.",
    "med 8 stemmer imod 11",
    "For: A (8), B (1)",
    "jf. bilag 1-3",
    "Bilag",
    "7,8 mio. kr.",
    "fordelt på",
    "i alt",
    "heraf",
    "fra 12 til 15, altså 4 mere",
    "50%",
    "halvdelen",
    "fem kriterier:",
    "\n- a",
    "\n- b",
    "den 31. juni 2005",
    "onsdag den 15. november 2018",
    "cpr-nr. 150336-4006",
    "over 40 pct.",
    "\t1.200\t3,5",
    "Tabel 1. (1.000 kr.)",
    "\n\n",
    "udsat boligområde",
    "1. december 2018",
    "årligt i fire år",
    "æøåÆØÅ",
    "\u00a0",
    "\ue000\ue005",
    "9" * 40,
    "½",
    "–",
    "\x0b",
    "\u2028",
    "ﬁ",
    "ſøndag den 3. ſeptember 2020",
    "to mİllioner kr. pr. åR, ıkke ſeks",
    "stemte ³ for",
    "koster 0 kr. om året",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map(" ".join))


def reading(pages: list[str]) -> Reading:
    """A reading of plain pages."""
    return Reading([PageReading(number, text, lines=_lines(text)) for number, text in enumerate(pages, start=1)])


def _lines(text: str) -> list[Line]:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    return lines


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_goes_the_whole_way(pages):
    document = extract(reading(pages), "x.txt", "0" * 64)
    (report,) = judge([document])
    said = contract.document(report, with_text=True)
    texts = {p["page"]: p["text"] for p in said["pages"]}
    records = [r for rows in said.values() if isinstance(rows, list) for r in rows]
    for place in [r for r in records if "quote" in r] + [e for r in records for e in r.get("evidence", [])]:
        assert texts[place["page"]][place["start"] : place["end"]] == place["quote"]
    assert "4006" not in " ".join(f["message"] for f in said["findings"])


def test_letters_that_only_a_search_without_case_takes_for_others():
    """Found in review: "ſøndag" matched a weekday, and no table of weekdays had it."""
    document = extract(reading(["Mødet er ſøndag den 3. ſeptember 2020. Det koster 3 mİo. kr."]), "x.txt", "0" * 64)
    assert [(d.value, d.weekday) for d in document.dates] == [(date(2020, 9, 3), 6)]
    assert [(a.oere, a.source.quote) for a in document.amounts] == [(300_000_000, "3 mİo. kr.")]


NOUGHTS = [
    "Klassen har 24 elever. En elev koster 0 kr. om året. For alle 24 elever bliver det 4.800 kr.",
]


@pytest.mark.parametrize("text", NOUGHTS)
def test_prices_of_nothing_end_no_reading(text):
    """Found by benchmarks/fuzz.py: a total was divided by the price."""
    judge([extract(reading([text]), "x.txt", "0" * 64)])


def test_a_decision_in_a_title_that_the_page_breaks_differently():
    """Found by damaging files: the title as printed was longer than the running text after it."""
    document = extract(reading(["Referat\nPunkt 3:\n\t\nByrådet\n\nPunkt 3:\na\tb\n \nGodkendt."]), "x.txt", "0" * 64)
    assert [d.outcome for d in document.decisions] == ["adopted"]


GROWING = {
    # text of n pieces, n that takes a tenth of a second or so
    "counts in one sentence": (lambda n: " og ".join(f"{7 * i + 13} boliger" for i in range(n)) + ".", 200),
    "the same counts again": (lambda n: " ".join(f"Lund har {7 * i + 13} boliger. De {7 * i + 31} boliger er nye." for i in range(n)), 60),
    "shares in one sentence": (lambda n: ", ".join(f"{i % 60 + 1},{i % 9} pct. er indvandrere" for i in range(n)) + ".", 200),
    "limits in one sentence": (lambda n: ", ".join(f"over {i % 60 + 1} pct. er uden for arbejdsmarkedet" for i in range(n)) + ".", 100),
    "criteria in one sentence": (lambda n: "Kriterierne er " + " og ".join(["over 40 pct. uden arbejde"] * n) + ".", 100),
    "amounts with years": (lambda n: "Der afsættes " + ", ".join(f"{i + 1},5 mio. kr. i {2000 + i % 40}" for i in range(n)) + ".", 200),
    "changes": (lambda n: " ".join(f"Prisen steg fra {i + 10} til {i + 15} kr., altså 4 kr. mere." for i in range(n)), 60),
    "number words": (lambda n: " ".join(["to tre"] * n), 200),
    "numbered points": (lambda n: "\n".join(f"{i % 99 + 1}. Punkt om noget" for i in range(n)), 300),
    "rows of a table": (lambda n: "Tabel 1\n" + "\n".join(f"Post {i}\t{i * 17 % 1000}\t{i * 31 % 997}" for i in range(n)), 200),
    "annexes": (lambda n: "\n".join(f"Bilag {i}: Papir" for i in range(n)) + "\n" + " ".join(f"jf. bilag {i}." for i in range(n)), 200),
    "votes": (lambda n: "Beslutning\n" + " ".join(f"Med {i % 20} stemmer imod 11 (A, B) godkendt." for i in range(n)), 200),
    "items": (lambda n: "\n".join(f"Punkt {i + 1}: Sag {i}\nDet indstilles at godkende.\nBeslutning\nGodkendt." for i in range(n)), 60),
}


@pytest.mark.parametrize("shape", GROWING)
def test_four_times_the_text_takes_about_four_times_as_long(shape):
    """What compares all with all takes sixteen times as long; three tries, as other programs may take the machine's time."""
    text, n = GROWING[shape]
    _seconds(text(5))
    assert any(_seconds(text(4 * n)) < 10 * max(_seconds(text(n)), 0.02) for _ in range(3))


def _seconds(text: str) -> float:
    begun = time.process_time()
    judge([extract(reading([text]), "x.txt", "0" * 64)])
    return time.process_time() - begun

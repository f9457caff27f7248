"""CPR numbers: what is found, what only looks like one, and that the last four digits are never shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.checks.personal import personal_number
from minutes.cpr import masked, satisfies_modulus_11
from tests.paper import findings, paper

PERSONAL = [
    # text                                                       severity
    ("Brevet fra Ole Bro (cpr-nr. 150336-4006) er besvaret.", "error"),
    ("Ansøgeren, CPR 0102034321, har fået afslag.", "error"),
    ("personnummer 311299 1234 er nævnt i bilaget", "error"),
    ("Borgeren er født 240777-1111 og bor på Havnegade.", "error"),
    ("Henvendelsen vedrører 070761-4285.", "error"),  # satisfies modulus 11, no word
    ("Sagen om 010117–2222 er afsluttet.", "warning"),  # en dash, no modulus
    ("Sagsnr. 22/104: borger med cpr. 290200-1234", "error"),
    ("erstatningspersonnummer 750199-1234", "error"),  # day + 60
]
OTHER = [
    "journaliseret under løbenummer 480320-1187",
    "løbenummer 010203-1187",
    "J.nr. 010203-1187",
    "Dok.nr.: 397-2018-225190",
    "konto 0102-0102031234",
    "reg. 5301 konto 0102031234",
    "telefon 201012-3456",
    "EAN 5798001234567",
    "sagsnr. 010203-1234",
    "født 320199-1234",  # no such day
    "cpr 311399-1234",  # no such month
    "tallet 0102031234 uden ord",
    "faktura 010203-4321",
    "cpr-nr. 010203-xxxx",
    "den 01.02.03-1234",
    "01.02.03-P19-1-22",
    "Matrikel 120199-1234a",
    "budget 150336-40067",
]


@pytest.mark.parametrize(("text", "severity"), PERSONAL)
def test_a_personal_number_is_found_and_masked(text: str, severity: str) -> None:
    found = findings(personal_number, paper(text))
    assert [f.severity for f in found] == [severity]
    digits = "".join(c for c in text if c.isdigit())[-4:]
    shown = found[0].message + str(found[0].stated) + found[0].evidence[0].source.quote + str(found[0].calculation)
    assert digits not in shown
    assert digits not in masked(text)
    assert "****" in masked(text)


@pytest.mark.parametrize("text", OTHER)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert findings(personal_number, paper(text)) == []
    assert masked(text) == text


def test_modulus_11() -> None:
    assert satisfies_modulus_11("0707614285")
    assert not satisfies_modulus_11("0101172222")


@given(st.text(alphabet="0123456789-– cpr.nr\n", max_size=60))
def test_any_text(text: str) -> None:
    for found in personal_number(paper(text), None):
        assert len(found.evidence[0].source.quote) <= 8
    masked(text)

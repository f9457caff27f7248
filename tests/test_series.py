"""Which figures are compared, and in what order."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

from minutes.series import pairs

SAID = [
    # value      words
    ("1400000", {"lån", "energi"}),
    ("9200000", {"lån"}),
    ("9200000", {"energi"}),
    ("9600000", {"lån", "energi"}),
]


def test_pairs_come_in_the_order_of_the_text_whatever_order_words_are_kept_in() -> None:
    said = [SimpleNamespace(value=Decimal(value), unit="kr", words=words, borrowed=False) for value, words in SAID]
    found = [(said.index(one), said.index(other)) for one, other in pairs(said, lambda s: None)]
    assert found == [(0, 1), (0, 2), (0, 3), (1, 3), (2, 3)]

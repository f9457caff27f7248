"""Who came less who went: "Der blev født 412 børn, og 302 borgere døde, altså et fødselsoverskud på 110", a net move, a net influx."""

from __future__ import annotations

import re

from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR
from extractors.claims.sentence import NUMBERED, Sentence, pattern
from minutes.needs import needs

BACK = 2
"""Sentences before the balance in which the two may stand."""
_KINDS = (
    (r"fødsels(?:over|under)skud\w*", r"\bfødt", r"\bdød"),
    (
        r"(?:flytte(?:over|under)skud|netto(?:til|fra|ind|ud)(?:flyt|vandr))\w*",
        r"\bindvandre|\btilflyt|\bflytte[dt]\w* (?:til|ind)",
        r"\budvandre|\bfraflyt|\bflytte[dt]\w* (?:fra|ud|væk)",
    ),
)
_VERBS = r"(?: (?:var|er|blev|bliver|på|således|dermed|altså|i alt)){0,4}"
_FORMS = [(pattern(rf"\b{called}{_VERBS} (?P<c><N>)"), re.compile(came), re.compile(went)) for called, came, went in _KINDS]
"""What a balance is called, and the words beside those who came and those who went."""
_ANOTHER_YEAR = re.compile(r"\båret (?:efter|før)\b|\b(?:sidste|forrige|næste) år\b")
_TOLD = needs(*(form for form, _, _ in _FORMS))


def find(ledger: Ledger) -> None:
    """Every balance with the only two figures that it may be between."""
    for s, before in ledger.in_turn(BACK, _TOLD, NUMBERED):
        for form, *ways in _FORMS:
            for match in form.finditer(s.skeleton):
                c = s.of(match.start("c"))
                near = [t for t in s.under_one_heading(before) if _when(t) == _when(s)]
                came, went = (_called(near, words, c) for words in ways)
                if len(came) == len(went) == 1 and came != went and not c.bounded:
                    ledger.say(s, "difference", "difference", c, [*went, *came], if_not="warning")


def _when(s: Sentence) -> set[str]:
    return {*YEAR.findall(s.skeleton), *_ANOTHER_YEAR.findall(s.skeleton)}


def _called(near: list[Sentence], words: re.Pattern[str], c: Mention) -> list[Mention]:
    """The counts with such a word beside them."""
    told = [(t, m) for t in near for m in t.mentions if m.unit == "number" and m is not c and not m.bounded]
    return [m for t, m in told if words.search(" ".join(t.beside(m)))]

"""Figures that are told as multiples of others: "fordoblet fra 1.200 til 2.400", "halvanden gang så mange", with VAT and without."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

_FACTORS = {
    "fordob": Decimal(2),
    "dobbel": Decimal(2),
    "tredob": Decimal(3),
    "firedo": Decimal(4),
    "femdob": Decimal(5),
    "tidobl": Decimal(10),
    "halver": Decimal("0.5"),
    "halvt ": Decimal("0.5"),
}
_WORD = r"(?:(?:for|tre|fire|fem|ti)dobl\w+|halver\w+|dobbelt så \w+|halvt så \w+)"
_BEFORE = pattern(
    rf"\b(?P<word>{_WORD})\b~60\bfra (?P<a><Q>)~40\btil (?P<b><Q>)|\bfra (?P<a2><Q>)~40\btil (?P<b2><Q>)~50\b(?P<word2>{_WORD})"
)
_GANGE = pattern(r"(?P<b><Q>)~60\bmod (?:~20 )?(?P<a><Q>)~60(?P<f><N>) gange? så \w+")
_VAT = pattern(
    r"(?P<a><K>)~12\b(?:ekskl\.?|eksklusive|excl\.?|uden) moms(?:,? eller|,? svarende til|,? dvs\.?|,? altså| ?\(|,? og"
    r"|,)~20(?P<b><K>)~20\b(?:inkl\.?|inklusive|incl\.?|med)(?: \ue001)? moms"
    r"|(?P<b2><K>)~12\b(?:inkl\.?|inklusive|incl\.?|med)(?: \ue001)? moms(?:,? eller|,? svarende til|,? dvs\.?|,? altså| ?\("
    r"|,? og|,)~20(?P<a2><K>)~20\b(?:ekskl\.?|eksklusive|excl\.?|uden) moms"
)
VAT = Decimal("1.25")
"""Momsloven § 33: 25 per cent, since 1992."""
_MORE_THAN, _NOT_QUITE = re.compile(r"mere end|mindst|over |godt"), re.compile(r"næsten|knap|op mod")
_ROOM = Decimal("0.12")
"""How far from two "fordoblet" may be before the two figures contradict the word."""
MOST = Decimal(10) ** 15


def find(ledger: Ledger) -> None:
    """Every stated multiple."""
    for s in ledger.sentences:
        for need, form in _FORMS:
            if s.holds & need:
                form(ledger, s)


def _doubled(ledger: Ledger, s: Sentence) -> None:
    """ "fordoblet fra 1.200 til 2.400", "mere end fordoblet fra 210 til 460"."""
    for match in _BEFORE.finditer(s.skeleton):
        word, last = (match["word"], "") if match["word"] else (match["word2"], "2")
        a, b = s.of(match.start(f"a{last}")), s.of(match.start(f"b{last}"))
        if a.unit == b.unit and a.value:
            lead = s.skeleton[max(match.start(f"word{last}") - 15, 0) : match.start(f"word{last}")]
            ledger.say(s, "product", "sum", _about(b, lead), [a], weights=[_FACTORS[word[:6]]], if_not="warning")


def _about(m: Mention, lead: str) -> Mention:
    """What a word for a multiple allows: some room to both sides; after "mere end" no end above, after "næsten" none below."""
    low, high = m.low * (1 - _ROOM), m.high * (1 + _ROOM)
    if _MORE_THAN.search(lead):
        return replace(m, low=Decimal(0))
    return replace(m, low=low, high=MOST if _NOT_QUITE.search(lead) else high)


def _so_many_times(ledger: Ledger, s: Sentence) -> None:
    """ "46 rum mod 30 i dag, altså halvanden gang så mange"."""
    for match in _GANGE.finditer(s.skeleton):
        a, b, f = (s.of(match.start(g)) for g in "abf")
        if a.unit == b.unit and a.value and not a.bounded and not b.bounded:
            room = f.value * _ROOM
            ledger.say(s, "product", "quotient", replace(f, low=f.low - room, high=f.high + room), [b, a], if_not="warning")


def _with_vat(ledger: Ledger, s: Sentence) -> None:
    """ "50.000 kr. ekskl. moms og 62.500 kr. inkl. moms": a quarter more."""
    for match in _VAT.finditer(s.skeleton):
        last = "" if match["a"] else "2"
        a, b = s.of(match.start(f"a{last}")), s.of(match.start(f"b{last}"))
        if not a.bounded and not b.bounded and a.per == b.per:
            ledger.say(s, "product", "sum", b, [a], weights=[VAT], if_not="warning")


_FORMS = ((needs(_BEFORE), _doubled), (needs(_GANGE), _so_many_times), (needs(_VAT), _with_vat))
"""What a form cannot do without, and the form."""

"""Figures that are told as multiples of others: "fordoblet fra 1.200 til 2.400", "halvanden gang så mange", with VAT and without."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import or_

from extractors.claims.mentions import Mention
from extractors.claims.rates import said
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
_SINCE = pattern(rf"\b(?P<word>{_WORD})\b~80: ~60<is> ~20(?P<a><Q>),? ~40<is> ~30(?P<b><Q>)")
_GANGE = pattern(r"(?P<b><Q>)~60\bmod (?:~20 )?(?P<a><Q>)~60(?P<f><N>) gange? så \w+")
_NET, _GROSS = r"\b(?:ekskl\.?|eksklusive|excl\.?|uden) moms", r"\b(?:inkl\.?|inklusive|incl\.?|med)(?: \ue001)? moms"
_THAT_IS = r"(?:,? <equals>|,? ?\(|,? og|,)~20"
_VAT = pattern(rf"(?P<a><K>)~12{_NET}{_THAT_IS}(?P<b><K>)~20{_GROSS}|(?P<b2><K>)~12{_GROSS}{_THAT_IS}(?P<a2><K>)~20{_NET}")
_ADDED = pattern(r"med (?P<p><P>) moms(?P<of_it> heraf)?~60(?:<is>|\bkoster\b)~40(?P<t><K>)")
VAT = Decimal("1.25")
"""Momsloven § 33: 25 per cent, since 1992."""
_MORE_THAN, _NOT_QUITE = re.compile(r"mere end|mindst|over |godt"), re.compile(r"næsten|knap|op mod|tæt på")
_ROOM = Decimal("0.12")
"""How far from two "fordoblet" may be before the two figures contradict the word."""
MOST = Decimal(10) ** 15


def find(ledger: Ledger) -> None:
    """Every stated multiple."""
    for s, before in ledger.in_turn(1, _ANY):
        for need, form in _FORMS:
            if s.holds & need:
                form(ledger, s, before)


def _doubled(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "fordoblet fra 1.200 til 2.400", "mere end halveret, fra 460 til 210", "fordoblet på et år: Tallet var 40, og nu er det 80"."""
    for form in (_BEFORE, _SINCE):
        for match in form.finditer(s.skeleton):
            last = "" if match["word"] else "2"
            word, a, b = match[f"word{last}"], s.of(match.start(f"a{last}")), s.of(match.start(f"b{last}"))
            if a.unit == b.unit and a.value > 0 and not a.bounded and not b.bounded:
                lead = s.skeleton[max(match.start(f"word{last}") - 15, 0) : match.start(f"word{last}")]
                factor = replace(said(s, match.start(f"word{last}"), match.end(f"word{last}"), _FACTORS[word[:6]]), unit="number")
                ledger.say(s, "difference", "product", _about(b, lead, factor.value > 1), [a, factor], if_not="warning")
            break


def _about(m: Mention, lead: str, grows: bool) -> Mention:
    """What a word for a multiple allows: some room to both sides; after "mere end" none short of it, after "næsten" none beyond it."""
    low, high = m.low * (1 - _ROOM), m.high * (1 + _ROOM)
    if _MORE_THAN.search(lead):
        return replace(m, low=Decimal(0), high=m.high) if grows else replace(m, low=m.low, high=MOST)
    if _NOT_QUITE.search(lead):
        return replace(m, low=m.low, high=m.high * (1 + 2 * _ROOM)) if grows else replace(m, low=m.low * (1 - 2 * _ROOM), high=m.high)
    return replace(m, low=low, high=high)


def _so_many_times(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "46 rum mod 30 i dag, altså halvanden gang så mange"."""
    for match in _GANGE.finditer(s.skeleton):
        a, b, f = (s.of(match.start(g)) for g in "abf")
        if a.unit == b.unit and a.value and not a.bounded and not b.bounded:
            room = f.value * _ROOM
            ledger.say(s, "product", "quotient", replace(f, low=f.low - room, high=f.high + room), [b, a], if_not="warning")


def _with_vat(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "50.000 kr. ekskl. moms og 62.500 kr. inkl. moms": a quarter more."""
    for match in _VAT.finditer(s.skeleton):
        last = "" if match["a"] else "2"
        a, b = s.of(match.start(f"a{last}")), s.of(match.start(f"b{last}"))
        if not a.bounded and not b.bounded and a.per == b.per:
            ledger.say(s, "product", "sum", b, [a], weights=[VAT], if_not="warning")


def _vat_added(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Prisen er A. Med 25 pct. moms bliver det B", "A, hvoraf B er momspligtigt. Med moms heraf bliver det C"."""
    match = _ADDED.search(s.skeleton)
    told = [m for t in before for m in t.mentions if m.unit == "kr" and not m.bounded and not m.per] if match else []
    if match and len(told) == (2 if match["of_it"] else 1) and match.start() == s.position(s.mentions[0]) - 4:
        p, whole = s.of(match.start("p")), s.of(match.start("t"))
        weights = [1, p.value / 100] if len(told) == 2 else [1 + p.value / 100]
        ledger.say(s, "sum", "sum", whole, told, weights=weights, if_not="warning")


_FORMS = ((needs(_BEFORE, _SINCE), _doubled), (needs(_GANGE), _so_many_times), (needs(_VAT), _with_vat), (needs(_ADDED), _vat_added))
_ANY = reduce(or_, (need for need, _ in _FORMS))
"""What a form cannot do without, and the form."""

"""Figures that are told as multiples of others: "fordoblet fra 1.200 til 2.400", "halvanden gang så mange", with VAT and without."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import or_

from extractors.claims.comparing.named_pairs import pairs
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.rates import said
from extractors.claims.sentence import Sentence, pattern
from minutes.content import like, shared, stems
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
_IN_ITS_YEAR = r"(?:i (?:19|20)\d\d(?:/\d\d)? (?:at \w+ )?)?"
_BEFORE = pattern(
    rf"\b(?P<word>{_WORD})\b~60\bfra {_IN_ITS_YEAR}(?P<a><Q>)~40\btil {_IN_ITS_YEAR}(?P<b><Q>)"
    rf"|\bfra (?P<a2><Q>)~40\btil (?P<b2><Q>)~50\b(?P<word2>{_WORD})"
)
_SINCE = pattern(rf"\b(?P<word>{_WORD})\b~80: ~60<is> ~20(?P<a><Q>),? ~40<is> ~30(?P<b><Q>)")
_GANGE = pattern(r"(?P<b><Q>)~60\bmod (?:~20 )?(?P<a><Q>)~60(?P<f><N>) gange? så \w+")
_TIMES_THOSE_OF = pattern(r"(?P<b><Q>)~60, (?:hvilket|som|der) er (?P<f><N>) gange så \w+ som ~60(?P<a><Q>)")
_SO_MANY = pattern(r"(?P<f><N>) gange så (?:mange|meget|stor\w*|høj\w*)\b")
_HAS_GONE = pattern(r"^\W*(?:de|den|det|tallet|antallet|\w+) (?:er|blev) (?:gået|steget|vokset|øget) fra (?P<a><Q>) til (?P<b><Q>)")
_GONE_TO = pattern(r"(?P<a><Q>)~80\b(?:<rises>|<falls>) til (?P<b><Q>)")
_THAT_IS_A_MULTIPLE = re.compile(r"^(?:det|dette) (?:svarer|er)[\w ]{0,20}\b(?:en )?(?P<word>(?:for|tre|fire|fem|ti)dobling|halvering)")
_IS_SO = re.compile(
    r"^(?P<what>[^,;:]{2,50}?) (?:er|blev)(?P<thus> [^;:]{0,30}?\b(?:dermed|altså|således|derved|hermed|som det fremgår)\b)?[^;:]{0,25}? "
    r"(?P<word>(?:for|tre|fire|fem|ti)doblet|halveret)\b(?! (?:fra|til)\b)"
)
""" "Skolernes henvendelser er dermed tredoblet": of what was told before, if it is said to follow or by a pronoun."""
_IT = re.compile(r"^(?:det|de|den|tallet|antallet)$")
_NET, _GROSS = r"\b(?:ekskl\.?|eksklusive|excl\.?|uden) moms", r"\b(?:inkl\.?|inklusive|incl\.?|med)(?: \ue001)? moms"
_COMES_TO = r":?(?: (?:er|var|koster|udgør|bliver))? "
_THAT_IS = r"(?:,? <equals>|,? ?\(|,? og|,)~20"
_VAT = pattern(
    rf"(?P<a><K>)~12{_NET}{_THAT_IS}(?P<b><K>)~20{_GROSS}|(?P<b2><K>)~12{_GROSS}{_THAT_IS}(?P<a2><K>)~20{_NET}"
    rf"|{_NET}{_COMES_TO}(?P<a3><K>)(?:,? og|,| /| -)? ?{_GROSS}{_COMES_TO}(?P<b3><K>)"
)
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
    for s, before in ledger.in_turn(1):
        if "dobling" in s.skeleton or "halvering" in s.skeleton:
            _that_is(ledger, s, before)
        elif not s.mentions and ("doblet" in s.skeleton or "halveret" in s.skeleton):
            _is_so(ledger, s, before)


def _doubled(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "fordoblet fra 1.200 til 2.400", "mere end halveret, fra 460 til 210", "fordoblet på et år: Tallet var 40, og nu er det 80"."""
    for form in (_BEFORE, _SINCE):
        for match in form.finditer(s.skeleton):
            last = "" if match["word"] else "2"
            _by_word(ledger, s, match.span(f"word{last}"), s.of(match.start(f"a{last}")), s.of(match.start(f"b{last}")), s)
            break


def _by_word(ledger: Ledger, s: Sentence, word: tuple[int, int], a: Mention, b: Mention, at: Sentence) -> None:
    """Keep that B is the multiple of A for which a word of `s` stands; the two are told in `at`."""
    if a.unit == b.unit and a.value > 0 and not a.bounded and not b.bounded:
        lead = s.skeleton[max(word[0] - 25, 0) : word[0]]
        factor = replace(said(s, *word, _FACTORS[s.skeleton[word[0] :][:6]]), unit="number")
        ledger.say(at, "difference", "product", _about(b, lead, factor.value > 1), [a, factor], if_not="warning")


def _that_is(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Der var 33 mio. visninger, hvilket er steget til 63 mio. Det svarer næsten til en fordobling"."""
    word, gone = _THAT_IS_A_MULTIPLE.match(s.skeleton), _GONE_TO.search(before[-1].skeleton) if before else None
    if word and gone:
        t, told = before[-1], before[-1].between(gone.start(), gone.end())
        if len(told) == 2:
            _by_word(ledger, s, word.span("word"), t.of(gone.start("a")), t.of(gone.start("b")), t)


def _is_so(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Tallet gik fra 48 til 132. Det er dermed tredoblet": the only pair of the sentence before, or of the totals right above."""
    match = _IS_SO.match(s.skeleton)
    if not match:
        return
    grid = ledger.grid_above(s.block) if s.start == ledger.flow.blocks[s.block].start else None
    if grid:
        totals = [[grid.money(n) for n in r.numbers.values() if not n.percent] for r in grid.rows if r.total]
        if len(totals) == 1 and len(totals[0]) == 2 and match["thus"]:
            _by_word(ledger, s, match.span("word"), totals[0][0], totals[0][1], s)
        return
    told = list(pairs(before[-1])) if before else []
    about = _IT.match(match["what"]) or match["thus"] and before and shared(stems(match["what"]), stems(before[-1].skeleton))
    if about and len(told) == 1 and len({m.unit for m in before[-1].mentions}) == 1:
        _by_word(ledger, s, match.span("word"), *told[0], before[-1])


def _have_gone(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Kommunen har fået fire gange så mange. De er gået fra 138 til 559"."""
    gone, times = _HAS_GONE.match(s.skeleton), [*_SO_MANY.finditer(before[-1].skeleton)] if before else []
    if gone and len(times) == 1:
        a, b, f = s.of(gone.start("a")), s.of(gone.start("b")), before[-1].of(times[0].start("f"))
        if a.unit == b.unit and a.value and not f.bounded:
            ledger.say(s, "product", "quotient", _loosely(f), [b, a], if_not="warning")


def _of_those(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "73 pladser pr. 100 børn, hvilket er mere end tre gange så meget som i Nordby med 24 pladser": of the same word."""
    for match in _TIMES_THOSE_OF.finditer(s.skeleton):
        a, f = s.of(match.start("a")), s.of(match.start("f"))
        alike = [m for m in s.mentions if m.start < f.start and m.unit == a.unit and like(m.noun, a.noun)] if a.noun else []
        if len(alike) == 1 and a.value and not a.bounded:
            ledger.say(s, "product", "quotient", _loosely(f), [alike[0], a], if_not="warning")


def _loosely(f: Mention) -> Mention:
    """So many times, more or less; "mere end tre gange" is no less."""
    room = f.value * _ROOM
    return replace(f, low=f.value if f.qualifier == "lower" else f.low - room, high=MOST if f.qualifier == "lower" else f.high + room)


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
            ledger.say(s, "product", "quotient", _loosely(f), [b, a], if_not="warning")


def _with_vat(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "50.000 kr. ekskl. moms og 62.500 kr. inkl. moms", "ekskl. moms 50.000 kr., inkl. moms 62.500 kr.": a quarter more."""
    for match in _VAT.finditer(s.skeleton):
        last = next(g for g in ("", "2", "3") if match[f"a{g}"])
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


_FORMS = (
    (needs(_BEFORE, _SINCE), _doubled),
    (needs(_HAS_GONE), _have_gone),
    (needs(_TIMES_THOSE_OF), _of_those),
    (needs(_GANGE), _so_many_times),
    (needs(_VAT), _with_vat),
    (needs(_ADDED), _vat_added),
)
_ANY = reduce(or_, (need for need, _ in _FORMS))
"""What a form cannot do without, and the form."""

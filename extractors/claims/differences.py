"""Differences whose figures stand apart: places taken and free, "12 flere end i 2021, hvor der var 80", a price above what was granted."""

from __future__ import annotations

import re

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_MORE = r"flere|mere|højere|større|over|dyrere"
_LESS = r"færre|mindre|lavere|under|billigere"
_TAKEN = pattern(
    r"(?P<a><N>)~60,? (?:og|hvoraf|heraf|men) (?:der )?(?:er |var )?(?:de )?(?P<b><N>)~30\b(?:optaget|optagne|besat|besatte|udlejet"
    r"|udlejede|solgt|brugt|i brug|taget"
    r"|afsat|fyldt)~30\b(?:så|dermed|altså|hvorefter|og) (?:der )?(?:er |var )?(?P<c><N>)(?=~25\b(?:ledig|tom|fri"
    r"|tilbage|usolgt|ubrugt|ubesat))"
)
_WHERE_WAS = pattern(
    rf"(?P<c><Q>) (?:\w+ )?(?:(?P<more>{_MORE})|(?P<less>{_LESS})) end ~40\b(?:hvor|da) (?:der |det |den |de )?(?:var|kom|blev|deltog"
    rf"|boede|lå|fik|havde|mødte)\b"
    r"(?! flere| færre| mere| mindre)~25(?P<b><Q>)"
)
_THAN = re.compile(rf"\s(?:\w+ )?(?:{_MORE}|{_LESS})\b")
_ABOVE = pattern(
    r"^(?:det|dette|prisen|udgiften|beløbet) (?:er|var|ligger|bliver|blev) (?:dermed |altså |således )?(?P<c><Q>) (?:\w+ )?"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b~60(?P<b><Q>)"
)
_RISEN = (
    r"(?:(?P<up>steget|vokset|øget|forøget|forhøjet|hævet|sat op)|(?P<down>faldet|reduceret|sænket|nedsat|sat ned|formindsket"
    r"|skrumpet))"
)
_FROM_THE = pattern(
    rf"(?P<a><Q>)~40\b{_RISEN} med (?P<c><Q>) (?:fra|i forhold til|sammenlignet med|siden) ~30(?P<b><Q>)(?!~30\btil (?:~20 )?<Q>)"
)
_RISEN_FROM = pattern(
    rf"^(?:den |det |de )?\w+ (?:er|var|bliver) (?:dermed |altså |således |derfor )?{_RISEN} med (?P<c><Q>) (?:fra"
    rf"|i forhold til) ~30(?P<b><Q>)(?!~30\btil (?:~20 )?<Q>)"
)
_IN_ALL = re.compile(r" (?:i alt|ialt|samlet|tilsammen)\b")
_RATE_AFTER = re.compile(r"[\s,]*(?:årlig|om året|pr\.|per |hver|om måneden)")
_LOWEST = pattern(r"\b(?:laveste|mindste|billigste)\b~60(?P<a><Q>)(?:,? og|, mens|,)~30\b(?:højeste|største|dyreste)\b~30(?P<b><Q>)")
_SOLD = re.compile(r"\bs(?:ælges|olgt|alg)\w*|indbringe|købesum")
_OWED = re.compile(r"gæld|omkostning|udgift|lån")
_NETTO = pattern(r"\bnetto (?:~30 )?(?P<c><K>)")


def find(ledger: Ledger) -> None:
    """Every difference of these kinds."""
    earlier: list[Sentence] = []
    for s in ledger.sentences:
        if len(s.mentions) > 1:
            before = earlier[-1] if earlier else None
            _taken(ledger, s)
            _where_was(ledger, s, before)
            _from_the(ledger, s)
            _lowest(ledger, s)
            if before is not None:
                _above(ledger, s, before)
                _sold(ledger, s, earlier)
                _from_before(ledger, s, earlier)
        earlier = [*earlier[-2:], s]


def _taken(ledger: Ledger, s: Sentence) -> None:
    """ "Der er 80 pladser, og 64 er optaget, så 16 står tomme"."""
    for match in _TAKEN.finditer(s.skeleton):
        a, b, c = (s.of(match.start(g)) for g in "abc")
        if not any(m.bounded or m.qualifier for m in (a, b, c)) and all(not m.noun or m.noun == a.noun for m in (b, c)):
            ledger.say(s, "difference", "sum", c, [a, b], weights=[1, -1], if_not="warning")


def _where_was(ledger: Ledger, s: Sentence, before: Sentence | None) -> None:
    """ "Der kom 120 gæster, 20 flere end i 2021, hvor der kom 100": the first is the one figure before that is itself no comparison."""
    for match in _WHERE_WAS.finditer(s.skeleton):
        b, c = s.of(match.start("b")), s.of(match.start("c"))
        if b.unit != c.unit or b.bounded or c.bounded or c.unit == "percent" or _THAN.match(s.skeleton, s.position(b) + 1):
            continue
        here = _plain(s, b.unit, match.start("c"))
        found = here or (_plain(before, b.unit, len(before.skeleton)) if before is not None else [])
        if len(found) == 1:
            _signed(
                ledger,
                s,
                c,
                found[0],
                b,
                1 if match["more"] else -1,
                "warning" if here or before is None or _is_about(s) else "unverifiable",
            )


def _is_about(s: Sentence) -> bool:
    """ "Det er 20 flere end …" speaks of the sentence before."""
    return s.skeleton.startswith(("det er ", "det var ", "dette er "))


def _plain(s: Sentence, unit: str, end: int) -> list[Mention]:
    """The figures before `end` that are not themselves a comparison ("12 flere")."""
    return [m for m in s.between(0, end, unit) if not m.bounded and not _THAN.match(s.skeleton, s.position(m) + 1)]


def _signed(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention, way: int, if_not: str) -> None:
    """A is C more (`way` 1) or less (-1) than B: the size, and the way the word points."""
    if a.unit == b.unit == "number" and a.noun and b.noun and a.noun[:4] != b.noun[:4] or a.price_level != b.price_level or a.per != b.per:
        return
    ledger.say(s, "difference", "difference", c, [b, a], if_not=if_not)
    if min(a.value, b.value) >= 0:
        ledger.say(s, "difference", "direction", b, [a], if_not=if_not, differs=a.high < b.low if way > 0 else a.low > b.high)


def _from_the(ledger: Ledger, s: Sentence) -> None:
    """ "Prisen er nu 5,4 mio. kr. og dermed steget med 0,4 fra de 5,0 mio. kr."."""
    for match in _FROM_THE.finditer(s.skeleton):
        a, b, c = (s.of(match.start(g)) for g in "abc")
        if a.unit == b.unit == c.unit and not any(m.bounded for m in (a, b, c)):
            _signed(ledger, s, c, a, b, 1 if match["up"] else -1, "warning")


def _above(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Prisen ender på 5,4 mio. kr. Det er 0,4 mio. kr. over det bevilgede beløb på 5,0 mio. kr."."""
    match = _ABOVE.match(s.skeleton)
    if not match or _THAN.match(s.skeleton, match.end()):
        return
    b, c = s.of(match.start("b")), s.of(match.start("c"))
    there = [m for m in before.mentions if m.unit == b.unit and not m.bounded]
    if b.unit == c.unit and c.unit != "percent" and len(there) == 1 and not b.bounded and not c.bounded:
        _signed(ledger, s, c, there[0], b, 1 if match["more"] else -1, "warning")


def _lowest(ledger: Ledger, s: Sentence) -> None:
    """ "Det laveste bud var 5 mio. kr. og det højeste 4 mio. kr."."""
    for match in _LOWEST.finditer(s.skeleton):
        a, b = s.of(match.start("a")), s.of(match.start("b"))
        if a.unit == b.unit and a.per == b.per and not a.bounded and not b.bounded:
            ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=a.low > b.high)


def _sold(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Gården sælges for 5 mio. kr. Gælden er 3 mio. kr., så kommunen får netto 2 mio. kr. ud af det": the one larger amount before."""
    match = _NETTO.search(s.skeleton)
    here = s.between(0, match.start("c"), "kr") if match else []
    if len(here) != 1 or not match or not _OWED.search(s.skeleton) or not any(_SOLD.search(t.skeleton) for t in (*earlier, s)):
        return
    c = s.of(match.start("c"))
    there = [
        m
        for t in earlier
        for m in t.mentions
        if m.unit == "kr" and m.value > here[0].value and not m.per and not _RATE_AFTER.match(t.skeleton, t.position(m) + 1)
    ]
    if len(there) == 1 and not any(m.bounded or m.per for m in (*here, *there, c)):
        ledger.say(s, "difference", "sum", c, [*there, *here], weights=[1, -1], if_not="warning")


def _from_before(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Prisen er i alt 3,0 mio. kr. … Udgiften er dermed steget med 0,6 mio. kr. fra de 2,4 mio. kr.": the new value stands before."""
    match = _RISEN_FROM.match(s.skeleton)
    if not match:
        return
    b, c = s.of(match.start("b")), s.of(match.start("c"))
    if b.unit != c.unit or b.unit == "percent" or b.bounded or c.bounded:
        return
    way = 1 if match["up"] else -1
    told = [
        (t, m)
        for t in earlier
        for m in t.mentions
        if m.unit == b.unit and not m.bounded and not m.per and not _RATE_AFTER.match(t.skeleton, t.position(m) + 1)
    ]
    fitting = [
        m
        for _, m in told
        if m.low <= b.high + way * (c.high if way > 0 else c.low) and b.low + way * (c.low if way > 0 else c.high) <= m.high
    ]
    totals = [m for t, m in told if _IN_ALL.match(t.skeleton, t.position(m) + 1)] or [m for _, m in told]
    if fitting or len(totals) == 1:
        ledger.say(s, "difference", "difference", c, [b, (fitting or totals)[-1]], if_not="warning")

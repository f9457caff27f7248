"""Prices for each month, piece or place, told apart from their number: "85.000 kr. pr. måned i 18 måneder", "Prisen pr. bolig bliver"."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.products import same_thing
from extractors.claims.sentences import Ledger, Sentence, pattern

_TIMES = {"måned": "måned", "uge": "ug", "kvartal": "kvartal", "dag": "dag", "døgn": "døgn", "time": "time", "dage": "dag"}
_FOR_MONTHS = pattern(
    r"(?P<r><K>) (?:(?:pr\.?|per|om|hver|i) )(?P<unit>måned|uge|kvartal|dag|døgn|time)\w{0,3}\b~40\b(?:i|over|gennem|for) (?:de "
    r"|hele )?(?P<n><N>) (?P<what>\w+)"
    r"~30(?:i alt|ialt|samlet|tilsammen|svarende til|dvs\.?|det vil sige|altså|=)~30(?P<t><K>)"
)
_PRICE_EACH = pattern(
    r"\b(?P<what>prisen|gennemsnitsprisen|anlægsprisen|anlægssummen|anlægsudgiften|byggeprisen|udgiften|omkostningen|tilskuddet"
    r"|støtten|beløbet) pr\. (?P<noun>[a-zæøå]{3,})"
    r"~20\b(?:bliver|er|udgør|svarer til|ligger på) (?:dermed |altså |således |på )?(?P<r><K>)"
)
_WITH_YEARLY = pattern(
    r"(?P<t><K>)(?P<mid>~70)\b(?P<y1>(?:19|20)\d\d) ?[-–] ?(?P<y2>(?:19|20)?\d\d)\b~15\bmed (?P<r><K>) (?:pr\.? år|årligt|om året"
    r"|hvert år|per år)\b"
)
_MOVES = re.compile(r"stig|øge|hæv|fald|reducer|forhøj|voks|nedsæt|sænk|udvid|suppler|spar")
_NEAR = (Decimal("0.5"), Decimal(2))
"""How far from the quotient a stated price may be to be meant as it; a rent is another thing."""


def find(ledger: Ledger) -> None:
    """Every such price."""
    earlier: list[Sentence] = []
    for s in ledger.sentences:
        if any(m.unit == "kr" for m in s.mentions):
            if len(s.mentions) > 1:
                _for_months(ledger, s)
                _with_yearly(ledger, s)
            _price_each(ledger, s, earlier)
        earlier = [*earlier[-1:], s]


def _for_months(ledger: Ledger, s: Sentence) -> None:
    """ "85.000 kr. pr. måned i 18 måneder, i alt 1.530.000 kr."."""
    for match in _FOR_MONTHS.finditer(s.skeleton):
        rate, count, total = (s.of(match.start(g)) for g in "rnt")
        same = match["what"].startswith(_TIMES[match["unit"]])
        if same and not any(m.bounded for m in (rate, count, total)) and not total.per and total is not rate:
            ledger.say(s, "product", "product", total, [count, rate], if_not="warning")


def _with_yearly(ledger: Ledger, s: Sentence) -> None:
    """ "Der er afsat 12 mio. kr. til stien i 2022-2024 med 4 mio. kr. pr. år"."""
    for match in _WITH_YEARLY.finditer(s.skeleton):
        total, rate = s.of(match.start("t")), s.of(match.start("r"))
        first, last = match["y1"], match["y1"][: 4 - len(match["y2"])] + match["y2"]
        years = Decimal(int(last) - int(first) + 1)
        if _MOVES.search(s.skeleton) or total.bounded or rate.bounded or total.per or years < 2:
            continue
        span = Mention(
            s.offset(match.start("y1")), s.offset(match.end("y2") - 1) + 1, s.offset(match.start("y1")), years, years, years, "years"
        )
        ledger.say(s, "product", "product", total, [rate, span], if_not="warning")


def _price_each(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Huset koster 54 mio. kr. og rummer 24 boliger. Prisen pr. bolig bliver 2,25 mio. kr."."""
    for match in _PRICE_EACH.finditer(s.skeleton):
        rate = s.of(match.start("r"))
        counts = [m for t in (*earlier, s) for m in t.mentions if m.unit == "number" and m.noun and same_thing(m.noun, match["noun"])]
        totals = [m for t in (*earlier, s) for m in t.mentions if m.unit == "kr" and m is not rate and not m.per and m.value > rate.value]
        if len(counts) != 1 or len(totals) != 1 or not counts[0].value or any(m.bounded for m in (rate, *counts, *totals)):
            continue
        near = _NEAR[0] * rate.value < totals[0].value / counts[0].value < _NEAR[1] * rate.value
        ledger.say(s, "product", "quotient", rate, [totals[0], counts[0]], if_not="warning" if near else "unverifiable")

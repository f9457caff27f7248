"""Totals that a sentence draws from figures told before it, in another sentence, paragraph or in points: "Regningen lander dermed på C".

The sentence draws a conclusion and has no other figure for it, so that its parts stand before: in the points right above, or in the nearest
sentence that enumerates figures of the kind. What does not fit is held against the text where a slip of one figure explains it, or where
nothing stands between and it comes near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from extractors.claims.adding.enumerations import UNREAD, enumerated
from extractors.claims.adding.near_sums import counts_part
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, YEAR, comes_near, given
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import misprinted, one_digit, swapped
from minutes.needs import needs

BACK = 12
"""Sentences before the total in which its parts may stand."""
NEAR, NEAR_SO_MANY = Decimal("0.12"), Decimal("0.2")
"""How far the sum may be from what is concluded right after it, as a part of it; and where it says of how many."""
LONGEST = 110
"""Characters before a figure that may say that it is concluded."""
MANY = 3
"""Digits that a figure must be printed with for a changed one to tell; parts of which one may be left out or counted twice."""
_BEFORE = pattern(
    r"(?:<so>|<total>|følgelig|med andre ord|i det hele|(?:bringer|kommer|når|nåede|lander|løber|ender) [^\ue000-\ue007]*op)\b"
    r"|\b(?:disse|nævnte) <N>[^\ue000-\ue007;.]{5,70}$"
    r"|\bde <N> \w*(?:beløb|poster|bidrag|tilskud|udgifter|indtægter|tal|dele)(?: <is>)? ?$"
)
_THE_MANY = pattern(r"\bde (?P<n><N>)(?: [a-zæøå]+){1,2} (?:<is>|koster|kostede)(?: [a-zæøå]+){0,2} ?$")
""" "De fire arbejder beløber sig til", where four works were announced."""
_AFTER = pattern(r"[^\ue000-\ue007;,.]{0,45}(?:<all>|i det hele|mellem sig)\b")
_DE = pattern(r"(?:af )?de <N>")
_CONCLUDED, _TAKEN_UP = needs(_BEFORE, _AFTER, _THE_MANY), needs(_DE)
_DRAWN = pattern(
    r"<left>|<rest>|\b(?:mangler|overskud|underskud|forskel|sparet?s?|sparer|trækkes|fratrukket|efter fradrag|modregnet|netto\w*|snit"
    r"|gennemsnit\w*|indtil|yderligere|ekstra|(?<!med )andre|øvrige|heraf|hvoraf)\b|<per>"
)
_OPEN = pattern(
    r"<some>|<ofit>|\b(?:blandt|heriblandt|mod|eller|hertil|dertil|derudover|herudover|desuden|yderligere|mellem|største|størst|ud ?over"
    r"|faldet|steget|tidligere|hver|fratrukket|minus|indtægt\w*|overskud|underskud|sidste år|året før|andet|første)\b"
)
_WITH_MORE = re.compile(
    r"^\W*(?:med|når)\b|\b(?:inklusive|inkl|plus|tillagt|lagt til|lægges til|oveni|oven i|uforudset\w*|moms|medregnet)\b"
)
""" "Med det uforudsete bliver udgiften dermed": more than was told."""
_LISTED = re.compile(r"\b(?:således|som følger|sådan|rater|følgende \w+)\b[^:]*: ?|: $")
_PRICE = pattern(r"<N>[^\ue000-\ue007]{0,30} (?:<at>|til) $")
_LINE = pattern(r"[^\ue000,;.]{3,70}(?:<K>:)?(?::| -| –|\.{3,}) ?<K>\s*")
_SO_MANY = pattern(r"\b(?:de|disse|alle|samtlige|nævnte) (?P<n><N>)")
_THE_SAME = re.compile(r"[^\ue000-\ue007;.]{0,30}(?:,| og) (?:det|den) samme (?:beløb |sum )?i\b")
""" "2,1 mio. kr. i 2015 og det samme i 2016": a figure that is told once for two."""
_SO_MANY_YEARS = pattern(r"\b(?:de|disse|alle) (?P<n><Y>)")
_NEXT = re.compile(r"[\ue000-\ue007]|, (?:hvor|me(?:de)?ns|men)\b")
MANY_PARTS = 5
"""Parts of which no choice is tried."""
APART, MOST = 4, 8
"""Sentences and figures before it of which some, each from anywhere, may come to just as much as is concluded."""
_JUDGED = frozenset(("kr", "number"))


def find(ledger: Ledger) -> None:
    """Every total so concluded."""
    sums = [c.stated for c in ledger.claims if c.kind == "sum" and c.extra.get("if_not") != "unverifiable"]
    known = {q.source.at for q in sums if q and q.source}
    for s, before in ledger.in_turn(1, _TAKEN_UP):
        _all_of_them(ledger, s, before, known)
    for s, before in ledger.in_turn(BACK, _CONCLUDED):
        here = [t for t in before if t.item == s.item]
        for whole in s.mentions:
            if whole.unit in _JUDGED and whole.number not in known and _concluded(s, whole, here):
                _of_those_before(ledger, s, whole, here)


def _all_of_them(ledger: Ledger, s: Sentence, before: list[Sentence], known: set[int]) -> None:
    """ "34 personbiler, 19 varebiler og 7 minibusser. Af de 60 køretøjer …": all that was counted right before, and told nowhere else."""
    whole = s.mentions[0]
    if not before or not _DE.match(s.skeleton) or whole.unit != "number" or whole.number in known or not whole.noun or whole.bounded:
        return
    t, parts = before[-1], before[-1].mentions
    alone = ledger.told()[s.item, "number"][whole.value] == 1 and t.item == s.item and t.kind == s.kind
    plain = len(parts) >= MANY and all(m.unit == "number" and m.noun and not m.bounded and m.value < whole.value for m in parts)
    plain = plain and not _OPEN.search(s.skeleton)  # "af de 290 cykler på listen sidste år"
    if alone and plain and len({m.noun for m in parts}) == len(parts) and enumerated(t, parts) and _plain([t], parts):
        near = comes_near(sum((p.value for p in parts), Decimal(0)), whole, NEAR)
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if near else "unverifiable")


def _announced(s: Sentence, at: int, before: list[Sentence]) -> bool:
    """Do the words up to this place take up so many as were announced before?"""
    match = _THE_MANY.search(s.skeleton, max(at - LONGEST, 0), at)
    n = s.of(match.start("n")) if match else None
    return n is not None and any(m.value == n.value and m.noun == n.noun for t in before for m in t.mentions)


def _concluded(s: Sentence, whole: Mention, before: list[Sentence]) -> bool:
    """Is it said to come to that, as the first figure of its kind in the sentence?"""
    at = s.position(whole)
    earlier = [m for m in s.mentions if m.unit == whole.unit and m.start < whole.start]
    first = all(_SO_MANY.search(s.skeleton[: s.position(m) + 1]) for m in earlier)
    lead, after = s.skeleton[max(at - LONGEST, 0) : at], s.skeleton[at + 1 : at + LONGEST]
    plain = not whole.bounded and whole.value > 0 and not s.is_rate(whole) and (whole.unit == "kr" or bool(whole.noun))
    said = _BEFORE.search(lead) or _AFTER.match(after) or _announced(s, at, before)
    own = lead + _NEXT.split(after, maxsplit=1)[0][:40]
    return first and plain and bool(said) and not (_DRAWN.search(own) or CHANGE.search(own))


def _of_those_before(ledger: Ledger, s: Sentence, whole: Mention, before: list[Sentence]) -> None:
    many = [s.of(m.start("n")).value for m in _SO_MANY.finditer(s.skeleton)]
    years = set(YEAR.findall(s.skeleton))
    named = {year for t in before[-APART:] for year in YEAR.findall(t.skeleton)}
    counted = many or [n for m in _SO_MANY_YEARS.finditer(s.skeleton) if (n := s.of(m.start("n")).value) <= len(named)]
    parts = _so_many(whole, before, int(counted[-1])) if counted else []
    of_years = all(years <= set(YEAR.findall(t.skeleton)) for t in before[-1:])
    if parts and (of_years or slips(whole, parts, [1] * len(parts))):
        total = sum((p.value for p in parts), Decimal(0))
        near = comes_near(total, whole, NEAR_SO_MANY)
        left_out = len(parts) > MANY and any(abs(whole.value - total) == p.value for p in parts)
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if near else "unverifiable", sure=left_out)
        return
    for lines, between, parts in _groups(s, whole, before):
        may_be_all = not any(n != len(parts) and n < 10 for n in many) and not _WITH_MORE.search(s.skeleton[: s.position(whole)])
        wrong = may_be_all and _mistaken(s, whole, lines, between, parts, before)
        if wrong or adds_up(whole, parts):
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if wrong else "unverifiable")
            return
    told = [m for t in before[-APART:] for m in t.mentions if m.unit == whole.unit and not m.bounded and counts_part(m, whole)][-MOST:]
    of = (2, 3) if not many or many[-1] > MANY_PARTS else (int(many[-1]),)
    tried = (parts for n in of for parts in combinations(told, n) if max(m.digits for m in (whole, *parts)) >= MANY)
    if fitting := next((parts for parts in tried if sum(m.value for m in parts) == whole.value), None):
        ledger.say(s, "sum", "sum", whole, [*fitting])


def _so_many(whole: Mention, before: list[Sentence], n: int) -> list[Mention]:
    """The figures of the sentences right before, or of the last of them that enumerates, where they are just so many of one kind: "de
    tre bidrag"."""
    found: list[Mention] = []
    for t in reversed(before[-APART:]):
        own = [m for m in t.mentions if m.unit == whole.unit and not t.is_rate(m)]
        own = [m for m in own for _ in range(1 + bool(_THE_SAME.match(t.skeleton, t.position(m) + 1)))]
        found = own if len(own) == n > MANY and enumerated(t, own) else [*own, *found]
        if len(found) >= n:
            break
    plain = all(counts_part(m, whole) and not m.bounded and m.value > 0 for m in found)
    return found if 1 < n == len(found) and plain else []


def _groups(s: Sentence, whole: Mention, before: list[Sentence]) -> Iterator[tuple[list[Sentence], list[Sentence], list[Mention]]]:
    """The sentences with the parts, those between them and the total, and the parts: points that each have one, else one sentence."""
    for i in range(len(before) - 1, -1, -1):
        t = before[i]
        if t.kind == "row" or t.kind == s.kind == "point":
            return
        here = [m for m in t.mentions if m.unit == whole.unit]
        if not here:
            continue
        told = [t]
        if _is_entry(t):
            told = _entries(before[: i + 1])
            each = [_without_price(x, [m for m in x.mentions if m.unit == whole.unit]) for x in told]
            here = [m for figures in each for m in figures]
            if any(len(figures) != 1 for figures in each) and len(told) > 1:
                return
        parts = [m for m in here if counts_part(m, whole)]
        if len(parts) > 1 and len(parts) == len(here) and (len(told) > 1 or enumerated(t, parts)) and _plain(told, parts):
            yield told, before[i + 1 :], parts
        return


def _entries(before: list[Sentence]) -> list[Sentence]:
    """The last sentence with those right before it that are entries of its kind."""
    told = before[-1:]
    for t in reversed(before[:-1]):
        if t.kind != told[0].kind or told[0].block - t.block > 1 or not _is_entry(t):
            break
        told.insert(0, t)
    return told


def _is_entry(t: Sentence) -> bool:
    """Is it a point, or a line that ends with the amount of what it names: "nye wirer: 21.300 kr."?"""
    return t.kind == "point" or t.kind == "paragraph" and _LINE.fullmatch(t.skeleton) is not None


def _without_price(t: Sentence, figures: list[Mention]) -> list[Mention]:
    """ "42 guirlander à 1.850 kr.: 77.700 kr.": what they cost, not what one does; nor what a bracket behind it tells."""
    figures = [m for m in figures if "(" not in t.lead(m).partition(")")[0] or m is figures[0]]
    priced = len(figures) > 1 and _PRICE.search(t.skeleton[: t.position(figures[0])]) and t.mentions[-1] is figures[-1]
    return figures[-1:] if priced else figures


def _plain(told: list[Sentence], parts: list[Mention]) -> bool:
    """Are they no limits and no rates, and does nothing say that there are more or that they are something else?"""
    for t in told:
        own = [m for m in parts if t.start <= m.start < t.end]
        colon = t.skeleton.rfind(":", 0, t.position(own[0]))
        words = t.skeleton[max(colon, 0) :]
        if any(m.bounded or m.per or m.value <= 0 or t.is_rate(m) for m in own) or any(f.search(words) for f in (_OPEN, UNREAD, CHANGE)):
            return False
    return True


def _mistaken(
    s: Sentence, whole: Mention, told: list[Sentence], between: list[Sentence], parts: list[Mention], before: list[Sentence]
) -> bool:
    """Is the total not that of the parts by a mistake?"""
    if any(p.value >= whole.value for p in parts) or any(_OPEN.search(t.skeleton) for t in between):
        return False
    listed = len(told) > 1 or bool(_LISTED.search(told[0].skeleton[: told[0].position(parts[0])]))
    others = [m for t in before for m in t.mentions if m.unit == whole.unit and m not in parts]
    if any(m.value == whole.value for m in others) or not listed and given(whole, [*others[-6:], *parts]):
        return False
    total = sum((p.value for p in parts), Decimal(0))
    gap = whole.value - total
    left_out = len(parts) >= MANY and any(abs(gap) == p.value for p in parts)
    if left_out or slips(whole, parts, [1] * len(parts)) or _one_changed(whole, total):
        return True
    room = NEAR_SO_MANY if (listed or "nemlig" in told[0].skeleton) and misprinted(whole.value, total, whole.high - whole.low) else NEAR
    return not between and bool(_BEFORE.search(s.lead(whole))) and comes_near(total, whole, room)


def _one_changed(whole: Mention, total: Decimal) -> bool:
    """Is one printed digit another, or have two changed places? The noughts of "7,00" are printed to be read."""
    value = whole.value if whole.unit == "number" else whole.value.normalize()
    return len(value.as_tuple().digits) >= MANY and (one_digit(whole.value, total) or swapped(whole.value, total))

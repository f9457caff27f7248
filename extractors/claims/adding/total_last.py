"""Parts that lead to their total: "A til X, B til Y og C til Z, i alt T"."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.adding.enumerations import MINUS, SPENT_OF, alike, enumerated, is_rate, one_kind, signs_of
from extractors.claims.adding.following import WHOLE_FIRST, near_all
from extractors.claims.adding.one_before import one_before
from extractors.claims.fit import adds_up, compounds, one_slipped, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_SEVERAL = re.compile(r"\b(?:øvrige|menige|ordinære|hver|de (?:andre|to|tre|fire|fem|seks))\b[^\ue000-\ue007,;]*$")
"""Before a part that is so much for each of several."""
TOTAL_LAST = pattern(
    r"(?:<total>|\bløber ~60\bop i|\blægges sammen|\b(?:hvilket|det) (?:svarer til|er|udgør|<comes>)|\bgiver|\ber lig med|=)"
    r"(?P<mid>(?:(?!\bsammen med\b)[^\ue000-\ue007;:]){0,70}?)(?P<t><Q>)"
)
_SET_AGAINST = re.compile(r"\bmod (?:de[nt]? )?[a-zæøå]*(?:søgte|ventede|budgetterede)\b")
""" "I alt mod de ansøgte …": what the total is held against."""
TOTAL_AFTER = pattern(r"(?:,|<equals>|<is>|<so>)<slack>(?P<mid> )(?P<t><Q>)(?: \w+)? (?:<all>|over årene)")
SO_MUCH = pattern(r", (?:altså|dvs\.|det vil sige|så der (?:er|var|bliver|blev))(?P<mid> )(?P<t><K>)")
""" "A til husning og B til udstyr, altså T": a total where the parts come to it, or would but for a digit."""
_AFTERWARDS, _CONCLUDED = needs(TOTAL_AFTER), needs(SO_MUCH)
_BASE = pattern(r"(?:<PF>|\bdet halve|\bhalvdelen) af (?:~40<K>|(?:de|disse|dette|summen|beløbe\w+)\b)")
_MADE_OF = re.compile(r"\b(?:består af|bestående af|beskæftiger|tæller|rummer) $")
OTHER_CLAUSE = re.compile(r", (?!så)\w+ (?:der|man|vi|kommunen|de) ")
"""A main clause after a clause of when or where: "hvor 412 elever svarede, kom der i alt 310 svar"."""


def of_another(s: Sentence, match: re.Match[str]) -> bool:
    """Does the word for a whole belong to the amount before it: "12 mio. kr. i alt i anlæg, 8 mio. kr. samlet i drift"? Or is it a verb?"""
    if _GATHERED.search(s.skeleton, 0, match.start("t")):
        return True
    return "," in match[0][: match.start("t") - match.start()] and bool(_AMOUNT_ENDS.search(s.skeleton, 0, match.start()))


_GATHERED = re.compile(r"(?<!\bde)(?<!\bdet)(?<!\bden)(?<!\bdisse)(?<!\balle)(?<!s) samlede $")
""" "Aftenen i Ribe samlede 44 deltagere, den i Varde 31": a verb."""
_AMOUNT_ENDS = re.compile(r"[\ue000-\ue007] $")
_OVER_SO_MANY = pattern(r" (?:på|over|i|for) (?:de )?(?P<y><Y>)")
_EACH_ITS_OWN = pattern(r"(?:, <Q>)+(?: og|,) <Q>| og <Q>")
""" "Med 260, 180 og 280 giver det 624, 342 og 420": one result for each."""


def total_last(ledger: Ledger, s: Sentence) -> None:
    """ "A til X, B til Y og C til Z, i alt T"."""
    more = [m for held, form in ((_AFTERWARDS, TOTAL_AFTER), (_CONCLUDED, SO_MUCH)) if s.holds & held for m in form.finditer(s.skeleton)]
    for match in (*TOTAL_LAST.finditer(s.skeleton), *more):
        whole = s.of(match.start("t"))
        if of_another(s, match) or _SET_AGAINST.search(match["mid"]) or _MORE_THAN.match(s.skeleton, match.end("t")):
            continue
        start = max(s.skeleton.rfind(";", 0, match.start()), 0)
        taken_off = MINUS.match(s.skeleton, start + 2)
        if not s.between(start, match.start()) or taken_off:
            start = max(s.skeleton.rfind(";", 0, start), 0)
        every = s.between(start, match.start(), whole.unit)
        known = alike(s, every, whole)
        parts = known if len(known) > 1 else every
        closed = taken_off is not None or _closed_by(ledger, s, match, whole, parts)
        follows = s.between(match.end("t"), len(s.skeleton), whole.unit)
        if len(parts) < 2 or whole.bounded or not closed and (len(known) < 2 or _of_rates(s, parts, whole)):
            continue
        if not closed and follows and WHOLE_FIRST.match(s.skeleton, match.start("t")):
            continue
        if compounds(whole, parts) and not adds_up(whole, parts):
            continue
        if match.re is SO_MUCH and not (near_all(whole, parts) or slips(whole, parts, [1] * len(parts))):
            continue
        if any(adds_up(whole, parts[i:]) for i in range(1, len(parts) - 1)):
            continue  # "900.000 kr. fremskrevet, dvs. A, B og C, tilsammen T": those at the end make it
        if len(parts) > 2 and adds_up(parts[-1], parts[:-1]):
            continue  # "2,1, 3,4 og 3,7 km, i alt 9,2 km, hvilket er 3,1 km om året"
        if SPENT_OF.search(s.skeleton, start, match.end("t")) and not adds_up(whole, parts):
            continue
        if _EACH_ITS_OWN.match(s.skeleton, match.end("t")):
            continue
        if whole.unit == "kr" and _WITH_MORE.match(s.skeleton, match.end("t")) and not adds_up(whole, parts):
            continue
        years = _OVER_SO_MANY.match(s.skeleton, match.end("t"))
        if years and s.of(years.start("y")).value != len(parts):
            continue  # one of the years is told elsewhere
        gap = s.skeleton[s.position(parts[-1]) + 1 : match.start()]
        beside = len(gap) < 60 and "sammen med" not in gap or _AT_LAST.search(gap)
        if enumerated(s, parts) and beside and not re.search(r"\b(?:af|ud af|(?<!svarende )til)\b\s*$", gap):
            signs = signs_of(s, start, parts)
            if not adds_up(whole, parts, signs) and (one := one_before(ledger, s, whole, parts)) is not None:
                if one:
                    ledger.say(s, "sum", "sum", whole, [*one, *parts], weights=[1, *signs], if_not="warning")
                continue
            head = s.skeleton[start : s.position(parts[0])]
            sure = (
                (closed or one_kind(whole, parts) or _MADE_OF.search(head) or not whole.noun and not match["mid"].strip())
                and not re.search(r"\bfra [\ue000-\ue005]|\bmod\b|\bheraf\b|\bhvoraf\b", s.skeleton[start : match.start()])
                and len(head) < 120
                and not ADDS_TO.match(s.skeleton)
                and not (min(signs) > 0 and any(p.low > whole.high for p in parts) and not closed and not one_slipped(whole, parts))
                and not _BASE.search(s.skeleton, start, match.start())
                and not any(_SEVERAL.search(s.skeleton, 0, s.position(p)) for p in parts)
                and not OTHER_CLAUSE.search(s.skeleton, s.position(parts[-1]), match.end("t"))
            )
            slip = not sure and min(signs) > 0 and (slips(whole, parts, signs) or one_slipped(whole, parts))
            if_not = "error" if sure else "warning" if slip else "unverifiable"
            ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not, rounded="afrund" in s.skeleton)


def _of_rates(s: Sentence, parts: list[Mention], whole: Mention) -> bool:
    """Is one of them so much a year or a piece? Behind the last, "i alt T pr. grund", it is said of them all, where they come near it or
    all but one come to it."""
    if is_rate(s, parts) or not s.is_rate(whole):
        return is_rate(s, parts)
    due = sum((p.value for p in parts), Decimal(0))
    return not near_all(whole, parts) and all(due - p.value != whole.value for p in parts)


_WITH_MORE = pattern(r" (?:med|inkl\w*|plus) (?:~25<K>|de[nt]?,? (?:som |der )|rente|moms|afgift|gebyr)")
""" "i alt 380.000 kr. med 10.000 kr. til revision": what the parts before are not."""
_MORE_THAN = re.compile(r" (?:\w+ )?(?:flere|færre|mere|mindre) end\b")
_CLOSED_BY = pattern(r", <all> <Q>")


def _closed_by(ledger: Ledger, s: Sentence, match: re.Match[str], whole: Mention, parts: list[Mention]) -> bool:
    """Does ", i alt 44 boliger" close parts of all kinds of things, that come to it or nearly so, or to what is told elsewhere while the
    last one of them is left out here, and that are not told for a time of their own?"""
    if len(parts) < 2 or not _CLOSED_BY.fullmatch(s.skeleton, match.start() - 2, match.end("t")) or not enumerated(s, parts):
        return False
    one_time = all(p.per in (None, whole.per) for p in parts)
    due = sum((p.value for p in parts), Decimal(0))
    wanting = len(parts) > 2 and due - parts[-1].value == whole.value and ledger.told()[s.item, whole.unit][due] > 0
    return one_time and (wanting or near_all(whole, parts) or slips(whole, parts, [1] * len(parts)))


_AT_LAST = re.compile(r", (?:samt )?at [^,]{0,60}$")
""" "at der gives A til X, at der gives B til Y, at dækningen på i alt T …": the total has a clause of its own."""

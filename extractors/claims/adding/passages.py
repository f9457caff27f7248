"""Sums over a passage: a total some sentences after its parts, a whole whose parts the next sentences tell, seats and who fills them.

Of the figures just before a total every run may be meant. Where one fits, that is it; where none does, only one that the digits of
a single figure keep from fitting is held against the text, and only when nothing else that the figures give is the stated number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractors.claims.adding.enumerations import ANSWERS, UNREAD, below
from extractors.claims.fit import adds_up, reckoned_from, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO, ASIDE, VOTES, YEAR, comes_near
from extractors.claims.rates import said
from extractors.claims.sentence import NUMBERED, Sentence, pattern
from minutes.closeness import swapped
from minutes.needs import needs

_RESULT = pattern(r"(?:<all>|\bsamlede(?P<of> \w+)?|\bherefter|\bsummen|<gives><slack> med (?:denne|dette|disse)\b)~50(?P<t><KN>)")
_OTHERS = re.compile(r"\b(?:øvrige|andre|resterende|sidste)\b")
"""A total of what was not told."""
_REST_IS = pattern(r"^[^\ue000-\ue007]*\brest(?:en|beløbet|summen)?\b[^\ue000-\ue007]*$")
""" "Puljens rest er herefter 27.000 kr."."""
_OUT_OF = re.compile(r"\W*(?:ud )?af (?:et|en|det|den) [^\ue000-\ue007,;]*$")
""" "Af et samlet overskud på B overføres A": the whole of what follows, and no sum of what was told."""
_THEY = pattern(r"de\b|det\b|<all>")
_COST = re.compile(r"udgift|pris|beløb|sum|betaling|køb|erhverv|bevilling|forbrug|regning|omkostning|behov|tilskud|finansiering")
_GROUP = pattern(r"(?P<n><N>)~40\b(?:med|har|havde|rummer|omfatter|tæller|får)\b~5<all> (?P<t><N>)")
_COUNTED_OUT = pattern(
    r"^<N>[^\ue000-\ue007]*(?:,[^\ue000-\ue007]*<N>[^\ue000-\ue007]*)+(?:,? og|,? samt|, mens) (?:de (?:sidste|resterende|øvrige) )?<N>"
    r"[^\ue000-\ue007]*$"
)
_SEATS = pattern(r"\b(?:har|får|består af|tæller|på)\b~40(?P<t><N>) (?:\w+ )?(?:medlemmer|repræsentanter|pladser)\b(?!~40<N>)")
_FILLS = re.compile(r"\budpeger|\bindstiller|\bvælge[rs]|\bvalgt|\budpeges|\bkommer fra|repræsenter")
_ONE_OF_THEM = re.compile(r"\b(?:én|ét)\b|\b(?:en|et)(?= (?:medlem|repræsentant|plads)\b)")
_OPEN = re.compile(
    r"\bresten\b|øvrige(?! \ue005)|\bformand|\bfødt|borgmester|desuden|derudover|herudover|yderligere|\bsamt\b|heraf|hvoraf|stedfortræder"
    r"|suppleant|\beller\b"
)
_GOES_ON = re.compile(r"^(?:desuden|derudover|herudover|hertil|dertil|endvidere|endelig|de øvrige|resten)\b")
_NAMES = re.compile(r",| og | samt ")
_IN_RETURN = ("til gengæld ", "omvendt ", "modsat ", "herfra går ", "herfra trækkes ")
_SO = re.compile(r", så\b|\bså (?:er|bliver|kommer)\b")
_TAKES_OFF = re.compile(r"\b(?:(?:fra)?trækkes|fradrages|fragår|modregnes|(?:her)?fra (?:[a-zæøå]+ )?går)\b")
_PAID = re.compile(r"\b(?:refunder\w*|betales|dækkes|finansieres|afholdes|kan|eventuelt?)\b")
"""What comes on top is for others."""
_TOTALS, _GROUPED, _SEATED = needs(_RESULT), needs(_GROUP), needs(_SEATS)
BACK, FAR_BACK, AHEAD = 4, 12, 8
"""Sentences before a total that may hold its parts, or the one that others are added to, and after a whole."""
MANY = 3
"""Digits of figures that do not come to another by chance."""
LEAST_DIGITS = 2
"""A total of more digits than this is no sum of others by chance."""
MOST_TOLD = 6
"""Figures before a total of which a run may be meant."""
NEAR = Decimal("0.1")
"""How far counts of all there are may be from their number."""


def find(ledger: Ledger) -> None:
    """Every such sum."""
    for i, s in enumerate(ledger.sentences):
        if s.holds & _TOTALS:
            before = list(_near(ledger, i, range(i - 1, i - 1 - FAR_BACK, -1)))[::-1]
            added = ADDS_TO.match(s.skeleton) and _added_to(ledger, s, before)
            if not (added or _less(ledger, s, before[-BACK:]) or _left_out(ledger, s, before)):
                _run_before(ledger, s, before[-BACK:])
        if s.holds & NUMBERED:
            _told_after(ledger, s, i)


def _near(ledger: Ledger, i: int, places: range) -> Iterator[Sentence]:
    """The sentences there, as far as they belong to the same item."""
    item = ledger.sentences[i].item
    for j in places:
        if not 0 <= j < len(ledger.sentences) or ledger.sentences[j].item != item:
            return
        yield ledger.sentences[j]


def _plain(s: Sentence, whole: Mention) -> list[Mention]:
    """The figures of a sentence that a total of this unit and word may be made of."""
    same = [m for m in s.mentions if m.unit == whole.unit and (m.unit == "kr" or m.noun == whole.noun)]
    return [m for m in same if not m.bounded and not s.is_rate(m) and not ASIDE.search(s.lead(m))]


def _run_before(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Købesummen er A. Hertil kommer B og C. Samlet udgør det D", "Rammen lød på A, og B lægges til. Den er herefter C"."""
    for match in _RESULT.finditer(s.skeleton) if not VOTES.search(s.skeleton) else ():
        whole = s.of(match.start("t"))
        own = [m for m in _plain(s, whole) if m.start < whole.start]
        rated = any(m.unit == whole.unit and s.is_rate(m) for m in s.mentions if m.start <= whole.start)  # it is what that comes to in time
        lead = s.skeleton[: s.position(whole)]
        if _OTHERS.search(lead) or _REST_IS.search(lead) or _OUT_OF.match(lead):
            continue
        many = len(own) > 1 and not ADDS_TO.match(s.skeleton)
        if whole.bounded or whole.unit == "number" and not whole.noun or rated or many:
            continue
        told = [*((t, m) for t in before for m in _plain(t, whole)), *((s, m) for m in own)][-MOST_TOLD:]
        for parts, weights in _meant(s, whole, told, match["of"])[:1]:
            ledger.say(s, "sum", "sum", whole, parts, weights=weights, if_not="warning")


def _added_to(ledger: Ledger, s: Sentence, before: list[Sentence]) -> bool:
    """ "Tilbuddet lyder på A. … Hertil kommer B og C, så udgiften bliver i alt D": the one figure before that fits, however far away, or
    would if two digits of the total had not changed places."""
    for match in _RESULT.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        own = [m for m in _plain(s, whole) if m.start < whole.start]
        rest = whole.value - sum(m.value for m in own)
        if not own or whole.unit != "kr" or whole.bounded or len(whole.value.normalize().as_tuple().digits) <= LEAST_DIGITS:
            continue
        tables = [g for g in ledger.grids if before and before[0].start <= g.table.source.at < s.start]
        told = [m for t in before for m in _plain(t, whole)] + [g.money(n) for g in tables for r in g.rows for n in r.numbers.values()]
        fitting = [m for m in told if m.value == rest] or [m for m in told if swapped(m.value - rest + whole.value, whole.value)]
        if len({m.value for m in fitting}) == 1:
            ledger.say(s, "sum", "sum", whole, [fitting[-1], *own], if_not="warning")
            return True
    return False


def _left_out(ledger: Ledger, s: Sentence, before: list[Sentence]) -> bool:
    """ "… A, B og C. Hertil kommer D, så det i alt løber op i A + B + C", "Herfra trækkes D. Nettoudgiften bliver herefter A + B": what
    words add to figures, or take off them, is left out of what they come to."""
    match = _RESULT.search(s.skeleton)
    whole = s.of(match.start("t")) if match else None
    own = [m for m in s.mentions if whole and m.unit == whole.unit and m.start < whole.start]
    t, way = (s, ADDS_TO.match(s.skeleton) and _SO.search(s.skeleton)) if own else (before[-1] if before else s, None)
    less = not own and _TAKES_OFF.search(t.skeleton) and "netto" in s.skeleton
    last = own or [m for m in t.mentions if whole and m.unit == whole.unit]
    if whole is None or not (way or less) or len(last) != 1 or whole.bounded or _PAID.search(t.skeleton) or YEAR.search(t.skeleton):
        return False
    alike = [m for x in before if x.start < t.start for m in x.mentions if (m.unit, m.per) == (whole.unit, whole.per)]
    told = [m for m in alike if not m.bounded]
    runs = [told[i:] for i in range(len(told) - 1) if sum(m.value for m in told[i:]) == whole.value]
    if not runs or max(m.digits for m in runs[0]) < MANY or any(m.value == whole.value for m in told):
        return False
    parts, weights = [*runs[0], *last], [*[1] * len(runs[0]), -1 if less else 1]
    ledger.say(s, "sum", "sum", whole, parts, weights=weights, if_not="warning", sure=True)
    return True


def _less(ledger: Ledger, s: Sentence, before: list[Sentence]) -> bool:
    """ "Der spares A. Til gengæld stiger udgiften til B, og C koster D. Den samlede besparelse er derfor E": what is set against it."""
    at = next((i for i, t in enumerate(before) if i and t.skeleton.startswith(_IN_RETURN)), None)
    match = _RESULT.search(s.skeleton) if at else None
    if at is None or match is None:
        return False
    whole, there = s.of(match.start("t")), [m for m in before[at - 1].mentions if m.unit == "kr"]
    less = [m for t in before[at:] for m in t.mentions if m.unit == "kr"]
    parts = [*there, *less]
    if len(there) != 1 or not less or whole.unit != "kr" or s.mentions[0] is not whole or any(m.bounded for m in parts):
        return False
    left = there[0].value - sum(m.value for m in less)
    sure = "warning" if comes_near(left, whole, NEAR) else "unverifiable"
    ledger.say(s, "difference", "sum", whole, parts, weights=[1] + [-1] * len(less), if_not=sure)
    return True


def _meant(s: Sentence, whole: Mention, told: list[tuple[Sentence, Mention]], of: str | None) -> list[tuple[list[Mention], list[int]]]:
    """The runs with their signs that the total may be of: those that fit, else the only one there is, else the one near it."""
    way, ways = below(s, whole), [below(t, m) for t, m in told]
    signs = [1 if way is None or w in (None, way) else -1 for w in ways]
    figures = [_size(m) if w is not None else m for (_, m), w in zip(told, ways, strict=True)]
    runs = [(figures[i:], signs[i:]) for i in range(len(figures) - 1)]
    fitting = [r for r in runs if adds_up(whole, *r)]
    of_two = len(told) == 2 and len({t.start for t, _ in told} | {s.start}) == 3 and whole.unit == "number" and _THEY.match(s.skeleton)
    if fitting or of_two or way is not None and len(runs) == 1 and None not in ways:
        return fitting or runs[:1]
    places = [t.start for t, _ in told if t is not s]
    if ADDS_TO.match(s.skeleton) and places.count(places[-1] if places else 0) == 1:
        return runs[len(places) - 1 :][:1]
    if _of_another(of, told) or reckoned_from(whole, figures):
        return []
    near = [r for r in runs if max(p.value for p in r[0]) < whole.value and slips(whole, *r)]
    return near if len(near) == 1 else []


def _size(m: Mention) -> Mention:
    """Without its sign, where words tell the way."""
    return replace(m, value=-m.value, low=-m.high, high=-m.low) if m.value < 0 else m


def _of_another(noun: str | None, told: list[tuple[Sentence, Mention]]) -> bool:
    """Is it the whole of something that the figures before are not said to be of: "den samlede gæld"?"""
    return bool(noun and not _COST.search(noun) and not any(noun[:6] in t.skeleton for t, _ in told))


def _told_after(ledger: Ledger, s: Sentence, i: int) -> None:
    """A whole whose parts the sentences after it count."""
    group, seats = (form.search(s.skeleton) if s.holds & need else None for form, need in ((_GROUP, _GROUPED), (_SEATS, _SEATED)))
    counted = any(_COUNTED_OUT.match(t.skeleton) for t in ledger.sentences[i + 1 : i + 2])
    after = list(_near(ledger, i, range(i + 1, i + 1 + AHEAD))) if group or seats or counted else []
    if group:
        _one_of_each(ledger, s, s.of(group.start("n")), s.of(group.start("t")), after)
    elif after and seats:
        _seats(ledger, s, s.of(seats.start("t")), after)
    elif after and counted:
        _counted_out(ledger, s, after[0])


def _one_of_each(ledger: Ledger, s: Sentence, number: Mention, whole: Mention, after: list[Sentence]) -> None:
    """ "Tre børnehaver med i alt 158 børn", and then how many each has."""
    told = [m for t in after for m in t.mentions if m.unit == "number" and (m.noun == whole.noun or not m.noun and m.value > number.value)]
    parts = told[: int(number.value)]
    if whole.noun and 1 < number.value == len(parts) and not number.qualifier and not any(m.bounded for m in (whole, *parts)):
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if _near_all(whole, parts) else "unverifiable")


def _near_all(whole: Mention, parts: list[Mention]) -> bool:
    more = sum((m.value for m in parts), Decimal(0)) - whole.value
    return (more == 1 or abs(more) <= whole.value * NEAR) and whole.value > max(m.value for m in parts)


def _counted_out(ledger: Ledger, s: Sentence, after: Sentence) -> None:
    """ "Der er optalt 14.373 stemmer. 14.021 er gyldige, 263 er blanke, og 89 er ugyldige"."""
    wholes = [m for m in s.mentions if m.unit == "number" and m.noun and not m.bounded]
    if not wholes:
        return
    whole, parts = wholes[-1], after.mentions
    plain = len(parts) > 2 and all(not m.noun or m.noun in ANSWERS or m.noun == whole.noun or m.noun.endswith("t") for m in parts)
    if plain and not UNREAD.search(after.skeleton) and not _OPEN.search(after.skeleton) and not any(m.bounded for m in parts):
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if _near_all(whole, parts) else "unverifiable")


def _seats(ledger: Ledger, s: Sentence, whole: Mention, after: list[Sentence]) -> None:
    """ "Rådet har otte medlemmer. Byrådet udpeger fire, foreningerne tre, og ét medlem kommer fra skolen", "… A og B udpeger to hver"."""
    t = after[0]
    if not _FILLS.search(t.skeleton) or whole.qualifier or _OPEN.search(t.skeleton) or len(after) > 1 and _GOES_ON.match(after[1].skeleton):
        return
    ones = [replace(said(t, m.start(), m.end(), Decimal(1)), unit="number") for m in _ONE_OF_THEM.finditer(t.skeleton)]
    parts = sorted([*(m for m in t.mentions if m.unit == "number"), *ones], key=lambda m: m.start)
    if len(parts) > 1 and all(not m.qualifier and (not m.noun or m.noun[:5] == whole.noun[:5] or m.noun == "hver") for m in parts):
        weights = [_names_before(ledger, t, parts, i) for i in range(len(parts))]
        ledger.say(s, "sum", "sum", whole, parts, weights=weights, if_not="warning")


def _names_before(ledger: Ledger, t: Sentence, parts: list[Mention], i: int) -> int:
    """How many a number is for: that of the names before it when "hver" follows."""
    text = ledger.flow.text
    if not re.match(r"\s*hver\b", text[parts[i].end : parts[i].end + 8]):
        return 1
    before = text[parts[i - 1].end if i else t.start : parts[i].start]
    return max(1, sum(bool(re.search(r"[A-ZÆØÅ]", name)) for name in _NAMES.split(before)))

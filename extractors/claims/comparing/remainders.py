"""What is left: of a fund that is spent, of places that are taken, of a price that others share, and net of gross."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from extractors.claims.comparing.comparable import same_noun
from extractors.claims.fit import adds_up, reckoned_from, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import VOTES
from extractors.claims.sentence import LONGEST_LEAD, Sentence, pattern
from minutes.closeness import misprinted
from minutes.needs import needs

_LEFT = pattern(
    r"(?:\b(?:resterer|udestår|efterlader|levner)\b"
    r"|\b(?:er der|der (?:er|vil være)) <so>|\bherefter <gives>(?: der)?|<so> er der) ?~30(?P<c><KN>)"
    r"|(?P<c2><KN>)(?=[^\ue000-\ue007;,.]{0,30}<left>)|(?<!\baf de )(?<!\bAf de )<left>(?! (?:af|ud af|fra)\b)~20(?P<c3><K>)"
    r"|\b(?:(?:er|bliver) (?:trukket fra|fratrukket|modregnet)|^efter (?:fradrag|betaling|modregning)~60<K>),? <is>~40(?P<c4><K>)"
)
_GIVEN = r"(?:brugt|givet|fordelt|uddelt|bevilget|anvendt)"
_THE_REST = pattern(
    rf"\b{_GIVEN}\b[^\ue000-\ue007;]{{0,12}}<K>~40<rest> (?P<c><K>)|<K>~20\b(?:er|var|blev) {_GIVEN}\b~40<rest> (?P<c2><K>)"
)
_PUT_BACK = re.compile(
    r"\b(?:lægge[sr]?|lagt|lagde|betale[sr]?|betalt|give[sr]?|givet|føre[sr]?|ført|sende[sr]?|sendt|tage[sr]?|får?|fået|fik|kommer)"
    r"(?: der)? $"
)
""" "Der lægges 54,6 mio. kr. tilbage" in the chest: that is no rest."""
_SOME_OF = re.compile(r" (?:ud )?af (?:de |i alt )?")
""" "14 af 112 stillinger er ubesatte": not the 112."""
_ADDED_UP = re.compile(r"\b(?:tilsammen|sammenlagt) (?:på )?$")
""" "På de to områder er der tilsammen 6,9 mio. kr. i overskud": what several have left."""
REFUSED = re.compile(r"\bafsl(?:ag|ået|og|ås)\b|\bikke imødekomme[ts]\b")
"""What was not given is not taken from a fund."""
_LEFT_WORD = pattern(r"<left>")
_LEFT_OF = pattern(r"[^\ue000-\ue007,;.]{0,20}<left> (?:af|i|på) (?P<what>[^\ue000-\ue007,;.]+)")
_LEFT_OF_FIGURE = pattern(r"[^\ue000-\ue007,;.]{0,20}<left> (?:af|i|på) (?P<named>~50\bpå )?~20(?P<w><Q>)")
"""What is left of a whole that is told behind it."""
_NESTED = pattern(r"(?:<ofit>|\binklusive\b)[^\ue000-\ue007]*$")
FEW = 3
"""A fund and so many parts come near a rest of few digits by chance."""
REMEMBERED = 12
"""Sentences before this one in which the whole may have been named."""
_NET = pattern(r"\bnetto\w*(?: \w+){0,4}? ?(?:(?:på|<is>) )?(?P<c><K>)")
_BOTH_WAYS = pattern(
    r"(?:\bi form af|<shared>|\bsom|:)(?: en)? udgifts\w* på (?P<a><K>)~60\bindtægts\w* på (?P<b><K>)"
)
_SUBTRACTED = pattern(
    r"(?P<b><K>)~30\b(?:trækkes|trukket|fratrækkes|fratrukket|modregnes|modregnet)\b|\b(?:trækkes|fratrækkes"
    r"|trække) ~50(?P<b2><K>) fra ~60(?P<a><K>)"
)
TAKEN = re.compile(
    r"disponeret|brugt|bruges|anvendt|(?<!u)forbrug|trukket|udbetalt|reserveret|udmøntet|bevilget|trækkes|fratrækkes|afholdt|frigivet"
    r"|går til|udgifter|finansier|betal|dækk|optage[tn]|besat|udlejet|solgt|i brug|taget|fyldt|indskrevet|tildelt"
    r"|nedlagt|nedlægges|prioriteret|fordelt|uddelt|(?:fra|med)går|fradrag"
)
_UNNAMED = re.compile(
    r"\bnår\b[^,\ue000-\ue007]*\bog\b[^,\ue000-\ue007]*\ue000|\bder efter [a-zæøå]+(?:en|et|ne) (?:er|bliver|vil være) $"
)
"""A deduction without its figure: "når byrum og jordrensning på 11,6 mio. kr. er trukket fra", "så der efter festen er C tilbage"."""
_BY_YEARS = pattern(r"<K> i (?:19|20)\d\d(?:,| og)(?: med)? <K> i (?:19|20)\d\d")
"""Two amounts beside each other, of which neither is taken from the other: "3 mio. kr. i 2021 og 5 mio. kr. i 2022"."""
_FUND = re.compile(r"(?:pulje|ramme|bevilling|budget|afsat|beholdning|rådighed|konto|reserve|pladser|normering)[^\ue000-\ue007]{0,50}$")
_CALLED_FUND = re.compile(r"pulje|ramme|bevilling|budget|afsat|rådighed|reserve|til (?:for|ud)?deling")
_GROSS = re.compile(
    r"brutto|udgift|indtægt|refunder|spares|bruges|trækker|trækkes|fratræk|fratruk|efter|salg|sælges|tilskud|refusion|minus|gæld|omkostning|lån"
)
_INCOME = re.compile(r"indtægt|tilskud|refusion|refunder|salg|sælges|fratræk|trækkes|modregn")
_COST = re.compile(r"kost|udgift|pris|gæld|lån")


def find(ledger: Ledger) -> None:
    """Every stated remainder and net amount."""
    for s, before in ledger.in_turn(REMEMBERED, _ANY):
        for need, form, back in _FORMS:
            if s.holds & need:
                form(ledger, s, before[-back:])


def _nothing(reading: list[Mention]) -> bool:
    """Do the others take all of the first, so that nothing is left of it?"""
    return reading[0].value == sum(m.value for m in reading[1:])


def _left(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Puljen er på A. Der er disponeret B, så der resterer C": sure when there is but one way to read it."""
    for match in _LEFT.finditer(s.skeleton) if not VOTES.search(s.skeleton) else ():
        at = next(match.start(g) for g in ("c", "c2", "c3", "c4") if match[g])
        c = s.of(at)
        if _SOME_OF.fullmatch(s.lead(c)) or c.bounded or c.unit == "number" and c.qualifier:
            continue
        if _PUT_BACK.search(s.skeleton, 0, at) or _ADDED_UP.search(s.skeleton, 0, at):
            continue
        here = _same_kind(s.between(0, at), c)
        if after := _LEFT_OF_FIGURE.match(s.skeleton, at + 1):
            if after["named"] and here:
                also = _same_kind(s.between(after.end("w"), len(s.skeleton)), c)
                told = [s.of(after.start("w")), here[-1], *also]
                ledger.say(s, "difference", "sum", c, told, weights=_weights(s, told), if_not="unverifiable" if also else "warning")
            continue
        if (named := _named_whole(s, before, c, here)) and not _nothing(named):
            ledger.say(s, "difference", "sum", c, named, weights=_weights(s, named), if_not="warning")
            continue
        readings = [] if before and not here and REFUSED.search(before[-1].skeleton) else _readings(s, before, c, here)
        fitting = [r for r in readings if _leaves(s, r, c)]
        if len(here) == 2 and (c.unit == "number" or _SUBTRACTED.search(s.skeleton) or _of_the_fund(s, readings)):
            readings = readings[:1]
        if fitting or len({len(r) for r in readings}) == 1 and len(readings[0]) == 2:
            reading = (fitting or readings)[0]
            larger_first = reading[0].value > reading[-1].value or _SUBTRACTED.search(s.skeleton)
            one_slip = len(reading) == 2 and c.value < reading[0].value and slips(c, reading, [1, -1])
            sure = larger_first and not _UNNAMED.search(s.skeleton, 0, at) and (one_slip or _taken(s, at, before[-1:] if not here else []))
            ledger.say(s, "difference", "sum", c, reading, weights=_weights(s, reading), if_not="warning" if sure else "unverifiable")
        if not fitting:
            _of_fund(ledger, s, c, before)


def _the_rest(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Til deling var A. … Da der herefter var brugt B, kunne de resterende C fordeles": what is called a fund, less what was given."""
    for match in _THE_REST.finditer(s.skeleton):
        c = s.of(match.start("c") if match["c"] else match.start("c2"))
        if not c.bounded and not c.qualifier:
            _of_fund(ledger, s, c, before)


def _readings(s: Sentence, before: list[Sentence], c: Mention, here: list[Mention]) -> list[list[Mention]]:
    """A whole and what is taken from it: both in the sentence, or the whole in the one before, or before that what is added up there."""
    if before and not here and _BY_YEARS.search(before[-1].skeleton):
        return []
    there = _same_kind(before[-1].mentions, c) if before else []
    if len(here) < 2 and len(there) > 2 and adds_up(there[-1], there[:-1]):
        earlier = [] if here else [t for t in before[-2:-1] if t.item == s.item]
        whole = _same_kind(earlier[0].mentions, c) if earlier else []
        there = [*whole, there[-1]] if len(whole) == 1 and whole[0].value > there[-1].value else there[-1:] if here else there
    readings = (_ordered(s, r) for r in (here, there + here, [*there[:1], *here]) if len(r) > 1 and c not in r)
    return [r for r in readings if not _nothing(r)]


def _of_the_fund(s: Sentence, readings: list[list[Mention]]) -> bool:
    """Does a word for money set aside stand before the whole?"""
    return bool(readings) and bool(_FUND.search(s.skeleton[: s.position(readings[0][0])]))


def _taken(s: Sentence, at: int, before: list[Sentence]) -> bool:
    """Do words before the remainder, or in the sentence before, say that something is taken?"""
    return bool(TAKEN.search(s.skeleton, 0, at)) or any(TAKEN.search(t.skeleton) for t in before)


def _of_fund(ledger: Ledger, s: Sentence, c: Mention, before: list[Sentence]) -> None:
    """ "Der er A til rådighed …. I alt fordeles B, hvorefter C resterer": what is called a fund, less the last figures before."""
    told = [(t, m) for t in s.under_one_item(before) for m in _same_kind(t.mentions, c) if m.start < c.start]
    funds = [m for t, m in told if any(_CALLED_FUND.search(words) for words in t.beside(m)) and not t.is_rate(m)]
    wholes = funds[-1:] or [m for t, m in told[:1] if not t.is_rate(m)]
    for fund in wholes:
        others = [m for t, m in told if m is not fund and m.value < fund.value and not (t.is_rate(m) or REFUSED.search(t.skeleton))]
        readings = [[fund, *others[i:]] for i in range(len(others))] + [[fund, m] for m in others[:-1]]
        readings = [r for r in readings if not _nothing(r)] if funds else readings[:1]
        by = [[1, *[-1] * (len(r) - 1)] for r in readings]
        fitting = [r for r, w in zip(readings, by, strict=True) if adds_up(c, r, w)]
        unclear = reckoned_from(c, [fund, *others[-2:]]) or told[-1][1].value > fund.value
        listed = [r for r in readings[:1] if len(r) > FEW and _misprinted(c, r)]
        near_by = [] if unclear else listed or [r for r, w in zip(readings, by, strict=True) if funds and slips(c, r, w)]
        for reading in fitting[:1] or near_by[:1] * (len(near_by) == 1):
            ledger.say(s, "difference", "sum", c, reading, weights=[1, *[-1] * (len(reading) - 1)], if_not="warning")


def _misprinted(c: Mention, reading: list[Mention]) -> bool:
    """Is one printed digit of the rest another, or have two changed places, and would no part that is added make it fit?"""
    due = reading[0].value - sum(m.value for m in reading[1:])
    return misprinted(c.value, due, c.high - c.low) and all(due + 2 * m.value != c.value for m in reading[1:])


def _named_whole(s: Sentence, before: list[Sentence], c: Mention, here: list[Mention]) -> list[Mention] | None:
    """ "Efter et år er der brugt A, hvoraf B til løn, og der er C tilbage af det samlede budget": what is called so, less A."""
    match = _LEFT_OF.match(s.skeleton, s.position(c) + 1)
    words = [w[:6] for w in re.findall(r"[a-zæøå]{5,}", match["what"])] if match else []
    taken = [m for m in here if not _NESTED.search(s.skeleton, max(s.position(m) - LONGEST_LEAD, 0), s.position(m))] if words else []
    if not words or not taken or not TAKEN.search(s.skeleton, 0, s.position(taken[-1])):
        return None
    for t in reversed(before):
        for m in reversed(_same_kind(t.mentions, c)):
            lead = t.skeleton[: t.position(m)].rpartition("\ue000")[2]
            if m.value > sum(x.value for x in taken) and all(w in lead for w in words):
                return [m, *taken]
    return None


def _same_kind(mentions: list[Mention], c: Mention) -> list[Mention]:
    """The figures that C may be left of: of its unit, no limits; counts of the same word or of none."""
    return [m for m in mentions if m.unit == c.unit and not m.bounded and (m.unit != "number" or _alike(m, c))]


def _alike(m: Mention, c: Mention) -> bool:
    """Do two counts count one thing: "120 p-pladser" and "75 pladser", "24 lærlinge" and "5 ledige"?"""
    return same_noun(m, c) or m.noun.endswith(c.noun) or bool(_LEFT_WORD.fullmatch(c.noun))


def _ordered(s: Sentence, two: list[Mention]) -> list[Mention]:
    """A whole and what is taken from it: as the words say, else the larger first."""
    taken = {s.position(m): m for m in two if s.start <= m.start < s.end}
    for match in _SUBTRACTED.finditer(s.skeleton):
        b = taken.get(match.start("b") if match["b"] else match.start("b2"))
        if b is not None and len(two) == 2:
            return [next(m for m in two if m is not b), b]
    return sorted(two, key=lambda m: -m.value)


def _weights(s: Sentence, reading: list[Mention]) -> list[int]:
    """One whole less the parts; "det samme til fodbold" takes the last part twice."""
    return [1, *[-1] * (len(reading) - 2), -2 if "samme" in s.skeleton else -1]


def _leaves(s: Sentence, reading: list[Mention], rest: Mention) -> bool:
    return adds_up(rest, reading, _weights(s, reading))


def _net(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "brutto A … B …, så netto bliver C", "spares netto C, idet der spares A og bruges B", "sælges for A. Gælden er B, så netto C"."""
    for match in _NET.finditer(s.skeleton):
        c = s.of(match.start("c"))
        here = [m for m in s.mentions if m.unit == "kr" and m is not c and not m.bounded]
        there, text = [], s.skeleton
        if len(here) == 1:
            there = [(t, m) for t in before for m in t.mentions if m.unit == "kr" and not m.bounded and not t.is_rate(m)]
            if len(there) > 1:
                there = [(t, m) for t, m in there if m.value > here[0].value]
            text = there[0][0].skeleton + text if len(there) == 1 else text
        others = _ordered(s, [*(m for _, m in there), *here]) if len(there) + len(here) == 2 else []
        if (
            len(others) != 2
            or c.bounded
            or not _GROSS.search(text)
            or c.value > max(m.value for m in others)
            or any(m.per != c.per for m in others if m.per)
        ):
            continue
        certain = "brutto" in text or bool(_INCOME.search(text) and _COST.search(text)) or "spares" in text and "bruges" in text
        told_first = c.start < here[-1].start and not re.search(r"\bidet\b|\bda\b|\bfordi\b|nemlig|:|\bnår\b", text)
        ledger.say(s, "difference", "sum", c, others, weights=[1, -1], if_not="warning" if certain and not told_first else "unverifiable")


def _granted(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "En bevilling på C i form af en udgiftsbevilling på A og en indtægtsbevilling på B"."""
    for match in _BOTH_WAYS.finditer(s.skeleton):
        a, b = s.of(match.start("a")), s.of(match.start("b"))
        told = [(t, m) for t in (*before, s) for m in t.mentions if m.unit == "kr" and m.start < a.start]
        if told and "bevilling" in told[-1][0].lead(told[-1][1]) and not any(m.bounded or m.per for m in (told[-1][1], a, b)):
            ledger.say(s, "difference", "sum", told[-1][1], [a, b], weights=[1, -1], if_not="warning")


_FORMS = (
    (needs(_LEFT), _left, REMEMBERED),
    (needs(_NET), _net, 3),
    (needs(_BOTH_WAYS), _granted, 1),
    (needs(_THE_REST), _the_rest, REMEMBERED),
)
"""What each form cannot do without, and how many sentences back it looks."""
_ANY = reduce(or_, (need for need, _, _ in _FORMS))

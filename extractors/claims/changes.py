"""From–to–change, more and less than: a stated difference and the two figures it is between."""

from __future__ import annotations

import re
from itertools import combinations

from extractors.claims.fit import changes_by, differ_by, exact, scale_slipped, slipped
from extractors.claims.mentions import Mention
from extractors.claims.pairs import (
    BY_BEFORE,
    COMPARED,
    CONCLUDES,
    PAIRED,
    SECOND,
    THAN,
    Told,
    changed_from,
    comparable,
    ends_at,
    figures_of,
    others,
    pairs,
    same_noun,
)
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.needs import needs

_EITHER = r"(?<!ikke )(?:mangler|(?:ændring|forskel|difference|afvigelse|forbedring|forværring)\w*|(?:over|under)skud(?:det)?)"
_VERB = r"(?:(?P<up><rises>)|(?P<down><falls>))"
_LEADS = r"(?:<slack>| ?(?:forventes at blive|opgjort til|tale om))*"
_UP_TO = rf"(?: \w+){{0,2}}?{_LEADS} ?(?:på|med|til|=|:|<is>)?{_LEADS} $"
_CUE = pattern(
    rf"(?:(?P<nup><rise>|<excess>)|(?P<ndown><fall>|<saving>)|\b(?P<neither>{_EITHER})){_UP_TO}|{_VERB}{_LEADS}(?: med)? $"
    r"|(?P<by><equals>|<thus>)(?: altså)? (?:med|på) $|\b(?:(?P<rise>op)|(?P<drop>ned)) med $"
)
_WAYS = {"nup": 1, "up": 1, "rise": 1, "ndown": -1, "down": -1, "drop": -1}
"""Where the words of a change point, by the name of their group."""
_AFTER_PAIR = pattern(
    r"^[^;]{0,25}(?:,? (?:en|et) (?:\w+ ){0,2}\w+ på|,? ?<equals>| ?\()(?: (?:en|et) (?:\w+ ){0,2}\w+ på| med)?<slack> ?$"
)
_FACTOR = re.compile(r" gange?\b")
_VERB_FROM_TO = pattern(rf"{_VERB} (?:[^\ue000-\ue007;,]{{0,60}} )??fra (?:~30 )?(?P<a><Q>)~50\btil (?P<b><Q>)")
_FALLING = pattern(r"<falls>")
_GROWN_TO = pattern(r"\bmed (?P<d><Q>)~30\btil (?:~20 )?(?P<b><Q>)~20(?:<equals>|\b(?:en|et)\b|\()~30(?P<c><P>)")
_LOWEST = pattern(r"\b(?:laveste|mindste|billigste)\b~60(?P<a><Q>)(?:,? og|, mens|,)~30\b(?:højeste|største|dyreste)\b~30(?P<b><Q>)")
_BESIDE_FRAME = pattern(r"(?P<c><K>) (?:under|over) (?:service|anlægs|udgifts)?(?P<frame>ramme|budget|bevilling|loft)(?:n|en|tet|et)\b")
_THAN_BEFORE = pattern(r"(?P<c><K>) (?:mere|mindre) end (?:året før|(?P<year>(?:19|20)\d\d))\b")
_YEAR_BY_YEAR = pattern(
    r"(?P<a><K>) i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<y>(?:19|20)\d\d) og (?P<b><K>)"
    r" i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<z>(?:19|20)\d\d)"
)
_PLAIN_NOUN = re.compile(r"stigning|vækst|forøgelse|forhøjelse|fremgang|fald|nedgang|reduktion|tilbagegang|nedsættelse|tilvækst|besparelse")
_SAME_PERCENT = re.compile(r"\b(?:med|efter) (?:den )?samme (?:procent|sats|andel)\w*\b")
_ROLES = {
    "budget": (
        re.compile(rf"(?:m(?:er|indre)(?:forbrug|udgift)|mangler|overskrid|afvigelse|besparelse|(?:over|under)skud)\w*{_UP_TO}"),
        re.compile(r"budget|bevilling|afsat|\bsat\b|ramme|overslag"),
        re.compile(r"(?<!mer)(?<!mindre)(?:forbrug|udgift)|regnskab|regning|prisen|kost|resultat"),
    ),
    "year": (
        pattern(rf"(?:\bafdrag\w*|<rises>|<falls>|<rise>|<fall>){_UP_TO}"),
        re.compile(r"\bprimo\b|\bårets (?:begyndelse|start)|\b1\. januar"),
        re.compile(r"\bultimo\b|\bårets (?:slutning|udgang|afslutning)|\b31\. december"),
    ),
}
"""Of each kind of change: its words, those of the figure that it is from, and those of the figure that it leads to."""
_TIMES = re.compile(r"forvent|\bvente|anslå|skøn|prognose"), re.compile(r"hidtil|indtil nu|foreløbig|\bpr\. \d|til dato|i årets første")
"""What is foreseen for the year, and what is spent so far."""
_OVER_PLAN, _UNDER_PLAN = re.compile(r"merforbrug|merudgift|mangler|overskrid"), re.compile(r"mindreforbrug|mindreudgift")
_SET_RATE = re.compile(r"skat(?:ten|teprocent|ten)\b|skatteprocenten|udskrivningsprocent|grundskyld|dækningsafgift|skattesats")
"""A rate that the council sets has no more decimals than are printed."""
_SET_PRICE = re.compile(r"billet|takst|klippekort|årskort|gebyr|kontingent|abonnement|entré|prisen for en\b|\bprisen? (?:på|for) [eé]n\b")
"""So have the prices that it sets; those that are reckoned ("pr. elev") are rounded."""
_LABELLED = re.compile(r"[-–•\s]*[^:.,\ue000-\ue007]{3,50}:")
"""A line with a label of its own tells of another thing than the line before it: "Grundskole: Et fald på 2,1 procentpoint"."""
_EXPECTED = re.compile(r"der (?:forventes|ventes|kan|vil|skal|regnes med)\b")
"""What is to come is another change than the one told before."""
SUPPOSED = re.compile(r"\bville\b[^.]{0,50}\b(?:have|været|blevet|være)\b")
"""What would have been, and is not."""
_TOO = re.compile("for ")
TOO_LARGE = 3
LONGEST_CUE = 120
"""Characters before a change in which the words stand that make it one."""
_CUED, _COMPARING = needs(_CUE), needs(COMPARED)
_DIRECTED, _GREW, _THE_SAME = needs(_VERB_FROM_TO, _LOWEST), needs(_GROWN_TO), needs(_SAME_PERCENT)
_FRAMED = needs(_BESIDE_FRAME, _THAN_BEFORE)
_SAID_OF = re.compile(r"forbrug\w* (?:på|i|hos|til|ved) (?!alt\b|hele\b|året|år\b|det\b|den\b|regnskab)(?P<what>[a-zæøå]{3,})")
_OF_ROLES = needs(*(change for change, _, _ in _ROLES.values()))


def find(ledger: Ledger) -> None:
    """Every stated change and comparison."""
    for sentence, before in ledger.in_turn(4, QUANTIFIED):
        told = None
        if sentence.holds & (_CUED | _COMPARING | PAIRED):
            for change, way in _changes(sentence):
                told = _change(ledger, sentence, before, change, way, told)
        if sentence.holds & _DIRECTED:
            _directions(ledger, sentence)
        if sentence.holds & _OF_ROLES:
            _roles(ledger, sentence, before)
        if sentence.holds & _GREW:
            _grown(ledger, sentence)
        if sentence.holds & _THE_SAME:
            _same_percent(ledger, sentence, before)
        if sentence.holds & _FRAMED:
            _beside_frame(ledger, sentence, before)


def _changes(s: Sentence) -> list[tuple[Mention, int]]:
    """The stated changes of a sentence with the way their words point: 1 up, -1 down, 0 unknown."""
    found: dict[int, tuple[Mention, int]] = {}
    named_pairs = list(pairs(s)) if s.holds & PAIRED else []
    for m in s.mentions:
        at, lead = s.position(m), s.lead(m)
        if _FACTOR.match(s.skeleton, at + 1):
            continue
        cue = _CUE.search(lead[-LONGEST_CUE:]) if s.holds & _CUED and not lead.endswith("fra ") else None
        compared = COMPARED.match(s.skeleton, at + 1) if s.holds & _COMPARING else None
        if compared and (cue or _is_compared(s, at, compared)):
            found.setdefault(at, (m, 1 if compared["more"] else -1))
        elif cue:
            found.setdefault(at, (m, _WAYS.get(cue.lastgroup or "", 0)))
        elif _follows_a_pair(s, m, lead, named_pairs) or changed_from(s, m):
            found.setdefault(at, (m, 0))
        if at in found and (second := SECOND.match(s.skeleton, at + 1)) and s.of(second.start("c")).unit != m.unit:
            found.setdefault(second.start("c"), (s.of(second.start("c")), found[at][1]))
    return [found[at] for at in sorted(found)]


def _is_compared(s: Sentence, at: int, compared: re.Match[str]) -> bool:
    """Is it said to be so much more or less than another figure, too much, or so much more by those before?"""
    word = "more" if compared["more"] else "less"
    return bool(CONCLUDES.search(s.skeleton, 0, at) or THAN.match(s.skeleton, compared.start(word)) or _TOO.match(compared[word]))


def _follows_a_pair(s: Sentence, m: Mention, lead: str, named_pairs: list[tuple[Mention, Mention]]) -> bool:
    """Does it stand right after two figures that are set beside each other: "fra 12 til 9, en ændring på 3"?"""
    first = s.position(m) - len(lead)
    ends = any(b.end <= m.start and s.position(max(a, b, key=lambda x: x.start)) + 1 == first for a, b in named_pairs)
    return ends and bool(_AFTER_PAIR.match(lead))


def _change(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, way: int, told: Told | None) -> Told | None:
    """Keep a change with its two figures, which the next change of the sentence ("… eller 4 pct.") may share."""
    if c.bounded:
        return told
    found = figures_of(s, before, c, way)
    if not found and told and c.unit in ("percent", "percentage_points", "fraction") and comparable(told[0][0], c):
        found = told
    if not found:
        return told
    (a, b), if_not, ordered = found
    if max(a.start, b.start) < s.start and (_LABELLED.match(s.skeleton) or _EXPECTED.match(s.skeleton)):
        return told
    if (end := ends_at(s, c)) and not any(m.low < end.high and end.low < m.high for m in (a, b)):
        return told
    if if_not == "part":
        ledger.say(s, "share", "share", c, [a, b], if_not="warning")
        return told
    if not ordered:
        a, b = _pointed(a, b, way)
    if not changes_by(a, b, c) and found is not told:
        tried = (_pointed(x, y, way) for x, y in others(s, [] if ordered else before[-1:], c))
        a, b = next(((x, y) for x, y in tried if changes_by(x, y, c)), (a, b))
    say_change(ledger, s, c, a, b, if_not)
    if (a, b) == found[0] and ordered and if_not != "unverifiable":
        _way(ledger, s, c, a, b, _pointing(s, c, way))
    return found


def _beside_frame(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Rammen er A. Udgifterne bliver B, så vi holder os C under rammen", "A i 2002 og B i 2003. Der er brugt C mere end året før"."""
    near = [*before[-1:], s]
    if match := _BESIDE_FRAME.search(s.skeleton):
        c = s.of(match.start("c"))
        told = [(t, m) for t in near for m in t.mentions if m.unit == "kr" and m.start < c.start]
        called = [match["frame"] in t.skeleton[: t.position(m)] for t, m in told]
        if called == [True, False] and not any(m.bounded or m.per or s.is_rate(m) for m in (c, told[1][1])) and not told[0][1].bounded:
            say_change(ledger, s, c, told[0][1], told[1][1], "warning")
    if before and (match := _THAN_BEFORE.search(s.skeleton)) and (years := _YEAR_BY_YEAR.search(before[-1].skeleton)):
        a, b, c = before[-1].of(years.start("a")), before[-1].of(years.start("b")), s.of(match.start("c"))
        one_later = int(years["z"]) - int(years["y"]) == 1 and match["year"] in (None, years["y"])
        if one_later and not any(m.bounded for m in (a, b, c)) and len(before[-1].between(0, len(before[-1].skeleton), "kr")) == 2:
            say_change(ledger, s, c, a, b, "warning")


def _pointed(a: Mention, b: Mention, way: int) -> tuple[Mention, Mention]:
    """The two as before and after: a fall ends with the smaller, a rise with the larger."""
    return (b, a) if (abs(b.value) - abs(a.value)) * way < 0 else (a, b)


def say_change(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention, if_not: str) -> None:
    """The change from A to B is C: a difference, or a percentage of A."""
    counted = [m for m in (a, b, c) if m.unit == "number"]
    if not all(same_noun(x, y) for x, y in combinations(counted, 2)) or a.price_level != b.price_level:
        return
    set_rate = _SET_RATE.search(s.skeleton) if a.unit in ("percent", "permille") else a.unit == "kr" and _SET_PRICE.search(s.skeleton)
    a, b = (exact(a), exact(b)) if set_rate else (a, b)
    largest = max(abs(a.value), abs(b.value))
    another_time = c.per == "year" != b.per and c.value > abs(b.value - a.value) and (b.per or c.value > largest)
    if c.unit == a.unit == "kr" and (another_time or c.value > TOO_LARGE * largest and not scale_slipped(c.value, abs(b.value - a.value))):
        if_not = "unverifiable"
    if SUPPOSED.search(s.skeleton) or _told_beside(s, c, a, b):
        if_not = "unverifiable"
    if b.start < s.start and _of_a_part(ledger, s, c, min(a.start, b.start)):
        if_not = "unverifiable"
    if c.unit in ("percent", "fraction") and a.unit != "percent":
        if a.value:
            ledger.say(s, "share", "percent_change", c, [a, b], if_not=if_not)
    elif c.unit in ("percent", "fraction"):
        kind = "difference" if ledger.flow.text[c.end - 1].isdigit() else "share"  # "3,7 under" is in points
        ledger.say(s, kind, "difference", c, [a, b], if_not=if_not, also=("percent_change",) if a.value else ())
    else:
        ledger.say(s, "difference", "difference", c, [a, b], if_not=if_not)


def _told_beside(s: Sentence, c: Mention, a: Mention, b: Mention) -> bool:
    """Is the change of the two told by another figure of the sentence, or this one in a clause of its own ("mens prisen faldt C")?"""
    if any(m.unit == c.unit == a.unit and m.start not in (a.start, b.start, c.start) and differ_by(a, b, m) for m in s.mentions):
        return True
    last = max(a, b, key=lambda m: m.start)
    return s.start <= last.start < c.start and bool(_MEANWHILE.search(s.skeleton, s.position(last), s.position(c)))


_MEANWHILE = re.compile(r",[^,]*, mens\b")


def _of_a_part(ledger: Ledger, s: Sentence, c: Mention, since: int) -> bool:
    """Is the change said of something that the sentences of its figures do not name: "Merforbruget på løn er …"?"""
    named = _SAID_OF.search(s.beside(c)[0])
    told = " ".join(t.skeleton for t in ledger.sentences if t.start <= s.start and t.end > since) if named else ""
    return bool(named) and told.count(named["what"]) < 2


def _directions(ledger: Ledger, s: Sentence) -> None:
    """ "er steget fra 12 til 9": the verb and the two figures disagree; "det laveste var 9 og det højeste 8"."""
    for form in (_VERB_FROM_TO, _LOWEST):
        for match in form.finditer(s.skeleton):
            a, b = s.of(match.start("a")), s.of(match.start("b"))
            if a.unit == b.unit and not a.bounded and not b.bounded and min(a.value, b.value) >= 0 and same_noun(a, b) and a.per == b.per:
                wrong = a.low > b.high if form is _LOWEST or match["up"] else b.low > a.high
                ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=wrong)


def _pointing(s: Sentence, c: Mention, way: int) -> int:
    """The way a change's word points, when it is a plain one; a "merforbrug" has its own sign."""
    compared = COMPARED.match(s.skeleton, s.position(c) + 1)
    if compared:
        return 1 if compared["more"] else -1
    return way if _PLAIN_NOUN.search(s.skeleton, max(s.position(c) - 30, 0), s.position(c)) else 0


def _way(ledger: Ledger, s: Sentence, c: Mention, first: Mention, last: Mention, way: int) -> None:
    """Does the word for the change point the way the figures go, where they lie about as far apart as it says?"""
    if way and min(first.value, last.value) >= 0 and (c.unit != last.unit or abs(last.value - first.value) <= TOO_LARGE * abs(c.value)):
        wrong = last.high < first.low if way > 0 else last.low > first.high
        ledger.say(s, "difference", "direction", last, [first], if_not="warning", differs=wrong)


def _roles(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Merforbruget er C, da forbruget blev A, og budgettet var B", "Gælden var A primo og B ultimo. Der er afdraget C"."""
    near = ledger.under_one_item(s, before)
    for kind, (change, first, last) in _ROLES.items():
        for c in s.mentions:
            word = change.search(s.beside(c)[0]) if c.unit in ("kr", "number") and not c.bounded and not s.is_rate(c) else None
            pair = _in_roles(near, c, first, last) if word else None
            if not word or not pair:
                continue
            sure = _alike(near, c, pair) and (_alone(near, c, pair) or slipped(abs(pair[1].value - pair[0].value), c))
            say_change(ledger, s, c, *pair, "warning" if sure else "unverifiable")
            if kind == "budget" and sure:
                _way(ledger, s, c, *pair, 1 if _OVER_PLAN.search(word.group()) else -1 if _UNDER_PLAN.search(word.group()) else 0)


def _in_roles(near: list[Sentence], c: Mention, first: re.Pattern[str], last: re.Pattern[str]) -> tuple[Mention, Mention] | None:
    """The two figures with these words beside them: the pair that fits, else the only one there is."""
    told = [(t, m) for t in near for m in t.mentions if m is not c and m.unit == c.unit and not m.bounded and not t.is_rate(m)]
    told = [(t, m) for t, m in told if not COMPARED.match(t.skeleton, t.position(m) + 1)]
    a, b = ([m for t, m in told if _has_role(t, m, words)] for words in (first, last))
    both = [(x, y) for x in a for y in b if x not in b and y not in a and same_noun(x, y)]
    return next((p for p in both if changes_by(*p, c)), both[0] if len(both) == 1 else None)


def _alike(near: list[Sentence], c: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Are the change and what it leads to of one time? What is spent so far is not what the year will cost."""
    told = [t for t in near for m in (c, pair[1]) if t.start <= m.start < t.end]
    return len({tuple(bool(words.search(t.skeleton)) for words in _TIMES) for t in told}) == 1


def _alone(near: list[Sentence], c: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Is there no other figure that may have gone into it: a loan, a grant from the year before?"""
    return all(m in (c, *pair) or m.value in [x.value for x in pair] for t in near for m in t.mentions if m.unit == c.unit == "kr")


def _has_role(s: Sentence, m: Mention, words: re.Pattern[str]) -> bool:
    return any(words.search(text) for text in s.beside(m))


def _grown(ledger: Ledger, s: Sentence) -> None:
    """ "vokser med D til B, en stigning på C pct.": the change over what B was before."""
    for match in _GROWN_TO.finditer(s.skeleton):
        d, b, c = (s.of(match.start(g)) for g in "dbc")
        grown = BY_BEFORE.search(s.skeleton, 0, match.start("d"))
        if grown and d.unit == b.unit and d.unit != "percent" and not c.bounded and "fra" not in s.skeleton[match.start() : match.end()]:
            falling = bool(_FALLING.search(s.skeleton, 0, match.end("d")))
            ledger.say(s, "share", "shrunk_by" if falling else "grown_by", c, [d, b], if_not="warning")


def _same_percent(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "… med 4 pct. For børnehaver hæves taksten med samme procent fra A til B": the one percentage of the sentence before."""
    if not before or not _SAME_PERCENT.search(s.skeleton):
        return
    rates = [m for m in before[-1].mentions if m.unit == "percent" and not m.bounded]
    if len(rates) == 1:
        for a, b in pairs(s):
            if a.unit == b.unit and a.unit in ("kr", "number") and a.value:
                ledger.say(s, "share", "percent_change", rates[0], [a, b], if_not="warning", way=str(b.start))

"""From–to–change, more and less than: a stated difference and the two figures it is between."""

from __future__ import annotations

import re

from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.change_cues import BY_SO_MUCH, COMPARING, CUED, VERB, changes, pointing
from extractors.claims.comparing.changed import say_change, say_way
from extractors.claims.comparing.comparable import Told, comparable, same_noun
from extractors.claims.comparing.levels_elsewhere import (
    BESIDE_FRAME,
    OVER_YEARS,
    SAME_PERCENT,
    THAN_BEFORE,
    beside_frame,
    column_beside,
    levels_follow,
    same_percent,
)
from extractors.claims.comparing.named_pairs import PAIRED
from extractors.claims.comparing.pairs import ends_at, figures_of, others
from extractors.claims.comparing.roles import ROLES_TOLD, roles
from extractors.claims.comparing.signs import signed
from extractors.claims.fit import changes_by, differ_by, exact
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import given
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.needs import needs

_VERB_FROM_TO = pattern(rf"{VERB} (?:[^\ue000-\ue007;,]{{0,60}} )??fra (?:~30 )?(?P<a><Q>)~50\btil (?P<b><Q>)")
_NOUN_FROM_TO = pattern(
    r"\b(?:en|et) (?:[a-zæøå]+ )?(?:(?P<up><rise>)|<fall>)(?: (?:i|af|på) [^\ue000-\ue007;,]{3,40})? fra (?:<slack> )?(?P<a><Q>)~30"
    r"\btil (?P<b><Q>)"
)
_GOING_TO = pattern(r"(?P<a><Q>)~20, (?:(?P<up>stigende|voksende)|faldende|aftagende) til (?P<b><Q>)")
_LOWEST = pattern(r"\b(?:laveste|mindste|billigste)\b~60(?P<a><Q>)(?:,? og|, mens|,)~30\b(?:højeste|største|dyreste)\b~30(?P<b><Q>)")
_COMPARED_ALONE = re.compile(r" (?:[a-zæøå]+ )?(?:højere|lavere|mere|mindre|flere|færre)\b(?! end\b)")
""" "I 2024 var det B, altså C højere": B may be higher, or what is now."""
_SOME_ARE = re.compile(r"\b[Aa]f (?:de )?\ue005[^\ue000-\ue007,;]*\b(?:er|var|lå|ligger) $")
""" "Af 11 anlæg var 7 over grænsen": so many of them, and none more than it."""
_OUT_OF = pattern(r"(?: [\w²³]+)? <outof>")
_LABELLED = re.compile(r"[-–•\s]*[^:.,\ue000-\ue007]{3,50}:")
"""A line with a label of its own tells of another thing than the line before it: "Grundskole: Et fald på 2,1 procentpoint"."""
_EXPECTED = re.compile(r"der (?:forventes|ventes|kan|vil|skal|regnes med)\b")
"""What is to come is another change than the one told before."""
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)|\b(?:før|tidligere|sidste år|dengang|da)\b")
_YEAR_BEHIND = re.compile(r"(?: [a-zæøå]+)? i (?P<year>(?:19|20)\d\d)\b")
_YEAR_AHEAD = re.compile(r"\bi (?P<year>(?:19|20)\d\d)\b[^,;]*$")
_LOOKS_BACK = pattern(
    r"(?:i (?:19|20)\d\d|sidste år|året før|forrige år|ved (?:det )?(?:forrige|sidste) \w+|for \w+ år siden)"
    r" (?:var|lå|udgjorde)\b[^\ue000-\ue007,;]*$"
)
_OF_MORE_YEARS = pattern(r"<total>|\b(?:siden|hele|over|år|årene|perioden)\b")
_FROM_THEN = re.compile(r" (?:siden|fra|i forhold til|over|på)\b")
""" "fra 450 i 2009 til 400 i 2010, i alt et fald på 20 pct. siden 2005": of another beginning."""
_SAME_CHANGE = re.compile(r" (?:eller|lig|=) ")
_DIRECTED, _THE_SAME = needs(_VERB_FROM_TO, _NOUN_FROM_TO, _GOING_TO, _LOWEST), needs(SAME_PERCENT)
_DATED = needs(OVER_YEARS)
_FRAMED = needs(BESIDE_FRAME, THAN_BEFORE)


def find(ledger: Ledger) -> None:
    """Every stated change and comparison."""
    for sentence, before in ledger.in_turn(4, QUANTIFIED):
        told = None
        if sentence.holds & (CUED | BY_SO_MUCH | COMPARING | PAIRED):
            for change, way in changes(sentence):
                told = _change(ledger, sentence, before, change, way, told)
        if sentence.holds & _DIRECTED:
            _directions(ledger, sentence)
        if sentence.holds & _DATED:
            levels_follow(ledger, sentence)
        if sentence.holds & ROLES_TOLD:
            roles(ledger, sentence, before)
        if sentence.holds & _THE_SAME:
            same_percent(ledger, sentence, before)
        if ledger.grids and sentence.holds & COMPARING:
            column_beside(ledger, sentence, before)
        if sentence.holds & _FRAMED:
            beside_frame(ledger, sentence, before)


def _change(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, way: int, told: Told | None) -> Told | None:
    """Keep a change with its two figures, which the next change of the sentence ("… eller 4 pct.") may share."""
    if c.bounded or c.unit == "number" and _SOME_ARE.search(s.skeleton, 0, s.position(c)):
        return told
    found = figures_of(s, before, c, way)
    if not found and told and c.unit in ("percent", "percentage_points", "fraction") and comparable(told[0][0], c):
        found = told
        if len([m for m in s.mentions if max(x.end for x in told[0]) <= m.start < c.start and m.unit == told[0][0].unit]) > 1:
            return told  # two others stand between: "… fra 21,4 til 16,8 tons, og B går fra 3,9 til 2,6, en tredjedel mindre"
    if not found:
        return told
    (a, b), if_not, ordered = found
    if a.start == b.start or c.unit in ("kr", "number") and c.value in (a.value, b.value):
        return told  # "underskuddet var A …, og kun underskuddet på de A dækkes"
    first = min(a, b, key=lambda m: m.start)
    if c.unit == "percent" and s.start <= first.start and _OUT_OF.match(s.skeleton, s.position(first) + 1):
        return told  # "2.305 af de 3.100 tons": a part, and no change
    if len({_own_year(t, m) for t in (*before, s) for m in (a, b, c) if m in t.mentions} - {""}) == len((a, b, c)):
        return told  # "24,6 mio. kr. i 2026, i 2027 et merforbrug på 10,8 mio. kr. og i 2028 …": one of each year
    if max(a.start, b.start) < s.start and (_LABELLED.match(s.skeleton) or _EXPECTED.match(s.skeleton)):
        return told
    if way and not ordered and max(a.start, b.start) < s.start and _against_the_way(before, a, b, way) and not changes_by(a, b, c):
        return told  # "… går fra 612.000 til 482.000 kr. Sponsorerne gav 170.000 kr. mere": of something else
    if is_another(s, before, c, a, b, way) or _of_table_between(ledger, s, c, max(a.start, b.start)):
        return told
    if (end := ends_at(s, c)) and not any(m.low < end.high and end.low < m.high for m in (a, b)):
        return told
    if if_not == "part":
        ledger.say(s, "share", "share", c, [a, b], if_not="warning")
        return told
    if not ordered:
        a, b = _pointed(a, b, way)
    level = signed([*before, s], a, b, c)
    if level != (a, b):
        if c.unit == "kr":
            say_change(ledger, s, c, *level, if_not)
        return found
    if c.unit == "percent" and a.start < s.start <= b.start and _changed_by(before, b, c):
        return told
    if not changes_by(a, b, c) and found is not told:
        since = _begins(s, a, b, c) if ordered else -1
        near = ((x, y) for x, y in others(s, [] if ordered else before[-1:], c) if since < 0 or s.position(x) > since < s.position(y))
        tried = (_pointed(x, y, way) for x, y in near)
        fitting = ((x, y) for x, y in tried if changes_by(_to_the_krone(x), _to_the_krone(y), c))
        a, b = next((two for two in fitting if not (told and set(two) == set(told[0]))), (a, b))
    if not (way or ordered) and c.unit == "percent" and not changes_by(a, b, c) and changes_by(b, a, c):
        a, b = b, a  # "en forskel på 4 pct." is one of either
    if any(s.start <= m.start < c.start and _SAME_CHANGE.fullmatch(s.skeleton, s.position(m) + 1, s.position(c)) for m in (a, b)):
        return told  # the change in kroner is none of its levels
    if not changes_by(a, b, c) and any(m.unit == c.unit and changes_by(a, b, m) for m in s.mentions if m is not c):
        return told  # the change between these is told beside it
    bare = [m for t in (*before[-2:], s) for m in t.mentions if m.unit in ("number", "percent") and not m.value % 1]
    if c.unit == "percentage_points" and not changes_by(a, b, c) and given(c, bare):
        return told  # "fejlprocenten var 39 mod 50 året før"
    say_change(ledger, s, c, a, b, if_not)
    if c.unit == a.unit and any(differ_by(x, y, c) for x, y in others(s, before[-1:], c) if {x.start, y.start} != {a.start, b.start}):
        return found  # either two may be meant, and these the other way round
    if (a, b) == found[0] and ordered and if_not != "unverifiable":
        say_way(ledger, s, c, a, b, pointing(s, c, way))
    elif {a.start, b.start} == {m.start for m in found[0]} and if_not != "unverifiable":
        then, now = sorted((a, b), key=lambda m: -m.start)
        looks_back = then.start >= s.start > now.start and _was_then(s, before, then, now)
        if looks_back and not _COMPARED_ALONE.match(s.skeleton, s.position(c) + 1):
            say_way(ledger, s, c, then, now, pointing(s, c, way))
    return found


def _begins(s: Sentence, a: Mention, b: Mention, c: Mention) -> int:
    """Where that begins of which alone the change can be: behind a semicolon, or "fra A i 2009 til B i 2010"; -1 if anywhere."""
    first, last = sorted((a, b), key=lambda m: m.start)
    if first.start < s.start or c.start < last.start:
        return -1
    at = s.position(first)
    gap = s.skeleton[s.position(last) + 1 : s.position(c)]
    if _OF_MORE_YEARS.search(gap) or _FROM_THEN.match(s.skeleton, s.position(c) + 1):
        return -1
    dated = _own_year(s, a) and _own_year(s, b) and not s.between(s.position(last) + 1, s.position(c))
    return at - 1 if dated else s.skeleton.rfind(";", 0, at)


def _own_year(s: Sentence, m: Mention) -> str:
    """The year that it is told for: right behind it, or in the words before it."""
    told = _YEAR_BEHIND.match(s.skeleton, s.position(m) + 1) or _YEAR_AHEAD.search(s.lead(m))
    return told["year"] if told else ""


def _against_the_way(before: list[Sentence], a: Mention, b: Mention, way: int) -> bool:
    """Does "fra … til …" before the change lead the other way?"""
    first, last = sorted((a, b), key=lambda m: m.start)
    t = next((t for t in before if t.start <= first.start and last.end <= t.end), None)
    return t is not None and t.lead(first).endswith("fra ") and t.lead(last).endswith("til ") and (last.value > first.value) != (way > 0)


def _to_the_krone(m: Mention) -> Mention:
    """Prices of few kroner are not rounded: "fra 45 kr. til 48 kr." is no 5,8 pct."."""
    return exact(m) if m.unit == "kr" and m.high - m.low <= 1 else m


def _of_table_between(ledger: Ledger, s: Sentence, c: Mention, level: int) -> bool:
    """Does a table between the levels and the sentence have the change in a cell of its own?"""
    grids = [g for g in ledger.grids_near(s) if level < g.table.source.at < s.start]
    return any(abs(n.value) == c.value for g in grids for r in g.rows for n in r.numbers.values())


def _was_then(s: Sentence, before: list[Sentence], then: Mention, now: Mention) -> bool:
    """ "Deltagelsen blev 54 pct. I 2013 var den 51 pct.": does the sentence look back from one that tells of no year?"""
    told = next((t for t in before if t.start <= now.start < t.end), None)
    return told is not None and not _YEAR.search(told.skeleton) and _LOOKS_BACK.match(s.skeleton[: s.position(then)]) is not None


def _changed_by(before: list[Sentence], b: Mention, c: Mention) -> bool:
    """Is it the change to B from any figure told before?"""
    return any(m.unit == b.unit and changes_by(m, b, c) for t in before for m in t.mentions)


def _pointed(a: Mention, b: Mention, way: int) -> tuple[Mention, Mention]:
    """The two as before and after: a fall ends with the smaller, a rise with the larger."""
    return (b, a) if (abs(b.value) - abs(a.value)) * way < 0 else (a, b)


def _directions(ledger: Ledger, s: Sentence) -> None:
    """ "er steget fra 12 til 9": the verb and the two figures disagree; "det laveste var 9 og det højeste 8"."""
    for form in (_VERB_FROM_TO, _NOUN_FROM_TO, _GOING_TO, _LOWEST):
        for match in form.finditer(s.skeleton):
            a, b = s.of(match.start("a")), s.of(match.start("b"))
            if a.unit == b.unit and not a.bounded and not b.bounded and min(a.value, b.value) >= 0 and same_noun(a, b) and a.per == b.per:
                if signed([s], a, b) != (a, b):
                    continue
                wrong = a.low > b.high if form is _LOWEST or match["up"] else b.low > a.high
                ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=wrong)

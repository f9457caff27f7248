"""From–to–change, more and less than: a stated difference and the two figures it is between."""

from __future__ import annotations

import re

from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.changed import LEADS, UP_TO, say_change, say_way
from extractors.claims.comparing.pairs import (
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
from extractors.claims.comparing.roles import ROLES_TOLD, roles
from extractors.claims.comparing.signs import signed
from extractors.claims.fit import changes_by, differ_about, exact
from extractors.claims.mentions import Mention
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.needs import holds, needs

_EITHER = r"(?<!ikke )(?:mangler|(?:ændring|forskel|difference|afvigelse|forbedring|forværring)\w*|(?:over|under)skud(?:det)?)"
_VERB = r"(?:(?P<up><rises>)|(?P<down><falls>))"
_CUE = pattern(
    rf"(?:(?P<nup><rise>|<excess>)|(?P<ndown><fall>|<saving>)|\b(?P<neither>{_EITHER})){UP_TO}"
    rf"|{_VERB}(?:(?: (?:det|den|de|sit|sin))? [a-zæøå]+(?:en|et|ne) med)?{LEADS}(?: med)?{LEADS} $"
)
_BY = pattern(r"(?:<equals>|<thus>)(?: altså)? (?:med|på) $|\b(?:(?P<rise>op|frem)|(?P<drop>ned|tilbage)) med $")
_WAYS = {"nup": 1, "up": 1, "rise": 1, "ndown": -1, "down": -1, "drop": -1}
"""Where the words of a change point, by the name of their group."""
_AFTER_PAIR = pattern(
    r"^[^;]{0,25}(?:,? (?:en|et) (?:\w+ ){0,2}\w+ på|,? ?<equals>| ?\()(?: (?:en|et) (?:\w+ ){0,2}\w+ på| med)?<slack> ?$"
)
_AND_SO = pattern(r"^[^;]{0,50}, (?:<equals>)(?: med| på)? ?$")
_FROM_TO_AFTER = pattern(r"(?: [a-zæøå]+)?,? fra (?:~20 )?<Q>~30\btil <Q>")
""" "De unge er blevet 540 færre, fra 3.600 til 3.060"."""
_NO_CHANGE = re.compile(r" gange?\b| over (?:de |en )?(?:[\ue004\ue005] |\w+ ){0,2}(?:år\b|periode)")
_VERB_FROM_TO = pattern(rf"{_VERB} (?:[^\ue000-\ue007;,]{{0,60}} )??fra (?:~30 )?(?P<a><Q>)~50\btil (?P<b><Q>)")
_LOWEST = pattern(r"\b(?:laveste|mindste|billigste)\b~60(?P<a><Q>)(?:,? og|, mens|,)~30\b(?:højeste|største|dyreste)\b~30(?P<b><Q>)")
_BESIDE_FRAME = pattern(r"(?P<c><K>) (?:under|over) (?:service|anlægs|udgifts)?(?P<frame>ramme|budget|bevilling|loft)(?:n|en|tet|et)\b")
_BESIDE_IT = pattern(
    r"^(?P<what>(?:det|den|de) [a-zæøå]+ [a-zæøå]+) (?:ligger|er|bliver) (?P<c><K>) (?:over|under) (?:den|det|rammen|budgettet|dette)\b"
)
_THAN_BEFORE = pattern(r"(?P<c><K>) (?:mere|mindre) end (?:året før|(?P<year>(?:19|20)\d\d))\b")
_YEAR_BY_YEAR = pattern(
    r"(?P<a><K>) i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<y>(?:19|20)\d\d) og (?P<b><K>)"
    r" i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<z>(?:19|20)\d\d)"
)
_OVER_YEARS = pattern(
    r"(?:(?:<rises>|<falls>)~20\bmed|(?:<rise>|<fall>)~20\bpå)~12 (?P<c><Q>)~40\bfra (?P<y>(?:19|20)\d\d) til (?P<z>(?:19|20)\d\d)\b"
)
_EACH_YEARS = pattern(
    r"\bi (?P<y>(?:19|20)\d\d)\b~50(?P<a><Q>)~60\bi (?P<z>(?:19|20)\d\d)\b~50(?P<b><Q>)(?!~40<Q>)"
    r"|(?P<a2><Q>)(?: [a-zæøå]+)? i (?P<y2>(?:19|20)\d\d)\b~50(?P<b2><Q>)(?: [a-zæøå]+)? i (?P<z2>(?:19|20)\d\d)\b(?!~40<Q>)"
)
_PLAIN_NOUN = re.compile(r"stigning|vækst|forøgelse|forhøjelse|fremgang|fald|nedgang|reduktion|tilbagegang|nedsættelse|tilvækst|besparelse")
_SAME_PERCENT = re.compile(r"\b(?:med|efter) (?:den )?samme (?:procent|sats|andel)\w*\b")
_OUT_OF = pattern(r"(?: [\w²³]+)? <outof>")
_LABELLED = re.compile(r"[-–•\s]*[^:.,\ue000-\ue007]{3,50}:")
"""A line with a label of its own tells of another thing than the line before it: "Grundskole: Et fald på 2,1 procentpoint"."""
_EXPECTED = re.compile(r"der (?:forventes|ventes|kan|vil|skal|regnes med)\b")
"""What is to come is another change than the one told before."""
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)|\b(?:før|tidligere|sidste år|dengang|da)\b")
_LOOKS_BACK = pattern(
    r"(?:i (?:19|20)\d\d|sidste år|året før|forrige år|ved (?:det )?(?:forrige|sidste) \w+|for \w+ år siden)"
    r" (?:var|lå|udgjorde)\b[^\ue000-\ue007,;]*$"
)
_TOO = re.compile("for ")
_TOLD_OF = re.compile(r"\b(?:om|på grund af|ved) (?:fald|stigninger|besparelser|forskelle|mangler) (?:og|samt) $")
""" "1.098 handlede om medicin, 612 om fald og 184 om andet": of what things are."""
_LEVEL = ("fra ", "sænkning til ", "hævning til ", "ændring til ", "stigning til ", "reduktion til ")
"""Before what the change leads from or to."""
_SAME_CHANGE = re.compile(r" (?:eller|lig|=) ")
_MOVED_TO = pattern(r"(?:<rises>|<falls>)(?: igen)? til $")
HEAD = 6
"""Letters by which a word of the text and one of a heading are the same."""
LONGEST_CUE = 120
"""Characters before a change in which the words stand that make it one."""
_CUED, _BY_SO_MUCH, _COMPARING = needs(_CUE), needs(_BY), needs(COMPARED)
_DIRECTED, _THE_SAME = needs(_VERB_FROM_TO, _LOWEST), needs(_SAME_PERCENT)
_DATED = needs(_OVER_YEARS)
_FRAMED = needs(_BESIDE_FRAME, _THAN_BEFORE)


def find(ledger: Ledger) -> None:
    """Every stated change and comparison."""
    for sentence, before in ledger.in_turn(4, QUANTIFIED):
        told = None
        if sentence.holds & (_CUED | _BY_SO_MUCH | _COMPARING | PAIRED):
            for change, way in _changes(sentence):
                told = _change(ledger, sentence, before, change, way, told)
        if sentence.holds & _DIRECTED:
            _directions(ledger, sentence)
        if sentence.holds & _DATED:
            _levels_follow(ledger, sentence)
        if sentence.holds & ROLES_TOLD:
            roles(ledger, sentence, before)
        if sentence.holds & _THE_SAME:
            _same_percent(ledger, sentence, before)
        if ledger.grids and sentence.holds & _COMPARING:
            _column_beside(ledger, sentence, before)
        if sentence.holds & _FRAMED:
            _beside_frame(ledger, sentence, before)


def _changes(s: Sentence) -> list[tuple[Mention, int]]:
    """The stated changes of a sentence with the way their words point: 1 up, -1 down, 0 unknown."""
    found: dict[int, tuple[Mention, int]] = {}
    named_pairs = list(pairs(s)) if s.holds & PAIRED else []
    for m in s.mentions:
        at, lead = s.position(m), s.lead(m)
        cue = _cue(s, lead)
        compared = COMPARED.match(s.skeleton, at + 1) if s.holds & _COMPARING else None
        if compared and (cue or _is_compared(s, at, compared)):
            way = 1 if compared["more"] else -1
        elif cue:
            way = _WAYS.get(cue.lastgroup or "", 0)
        elif at in found or named_pairs and _follows_a_pair(s, m, lead, named_pairs) or changed_from(s, m):
            way = 0
        else:
            continue
        if _NO_CHANGE.match(s.skeleton, at + 1):
            continue
        found.setdefault(at, (m, way))
        if (second := SECOND.match(s.skeleton, at + 1)) and s.of(second.start("c")).unit != m.unit:
            found.setdefault(second.start("c"), (s.of(second.start("c")), found[at][1]))
    return [found[at] for at in sorted(found)]


def _cue(s: Sentence, lead: str) -> re.Match[str] | None:
    """The words before a figure that make it a change."""
    near = lead[-LONGEST_CUE:]
    found = s.holds & _CUED and holds(lead) & _CUED and _CUE.search(near) or near.endswith((" med ", " på ")) and _BY.search(near)
    return found if found and not _leads_on(lead) else None


def _leads_on(lead: str) -> bool:
    """Do the words before a figure make it what a change leads from or to?"""
    if lead.endswith(_LEVEL) or "hvorfra" in lead or _TOLD_OF.search(lead):
        return True
    return lead.endswith("til ") and _MOVED_TO.search(lead) is not None


def _is_compared(s: Sentence, at: int, compared: re.Match[str]) -> bool:
    """Is it said to be so much more or less than another figure, too much, or so much more by those before?"""
    word = "more" if compared["more"] else "less"
    if _FROM_TO_AFTER.match(s.skeleton, compared.end()):
        return True
    return bool(CONCLUDES.search(s.skeleton, 0, at) or THAN.match(s.skeleton, compared.start(word)) or _TOO.match(compared[word]))


def _follows_a_pair(s: Sentence, m: Mention, lead: str, named_pairs: list[tuple[Mention, Mention]]) -> bool:
    """Does it stand right after two figures that are set beside each other: "fra 12 til 9, en ændring på 3"?"""
    first = s.position(m) - len(lead)
    ends = any(b.end <= m.start and s.position(max(a, b, key=lambda x: x.start)) + 1 == first for a, b in named_pairs)
    return ends and bool(_AFTER_PAIR.match(lead) or m.unit == "percentage_points" and _AND_SO.search(lead))


def _change(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, way: int, told: Told | None) -> Told | None:
    """Keep a change with its two figures, which the next change of the sentence ("… eller 4 pct.") may share."""
    if c.bounded:
        return told
    found = figures_of(s, before, c, way)
    if not found and told and c.unit in ("percent", "percentage_points", "fraction") and comparable(told[0][0], c):
        found = told
        if len([m for m in s.mentions if max(x.end for x in told[0]) <= m.start < c.start and m.unit == told[0][0].unit]) > 1:
            return told  # two others stand between: "… fra 21,4 til 16,8 tons, og B går fra 3,9 til 2,6, en tredjedel mindre"
    if not found:
        return told
    (a, b), if_not, ordered = found
    first = min(a, b, key=lambda m: m.start)
    if c.unit == "percent" and s.start <= first.start and _OUT_OF.match(s.skeleton, s.position(first) + 1):
        return told  # "2.305 af de 3.100 tons": a part, and no change
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
        tried = (_pointed(x, y, way) for x, y in others(s, [] if ordered else before[-1:], c))
        fitting = ((x, y) for x, y in tried if changes_by(_to_the_krone(x), _to_the_krone(y), c))
        a, b = next((two for two in fitting if not (told and set(two) == set(told[0]))), (a, b))
    if not way and c.unit == "percent" and not changes_by(a, b, c) and changes_by(b, a, c):
        a, b = b, a  # "en forskel på 4 pct." is one of either
    if any(s.start <= m.start < c.start and _SAME_CHANGE.fullmatch(s.skeleton, s.position(m) + 1, s.position(c)) for m in (a, b)):
        return told  # the change in kroner is none of its levels
    say_change(ledger, s, c, a, b, if_not)
    if (a, b) == found[0] and ordered and if_not != "unverifiable":
        say_way(ledger, s, c, a, b, _pointing(s, c, way))
    elif {a.start, b.start} == {m.start for m in found[0]} and if_not != "unverifiable":
        then, now = sorted((a, b), key=lambda m: -m.start)
        if then.start >= s.start > now.start and _was_then(s, before, then, now):
            say_way(ledger, s, c, then, now, _pointing(s, c, way))
    return found


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


def _column_beside(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Rammen er A. Det forventede regnskab ligger C over den", where a table has its total under "Forventet regnskab"."""
    levels = [m for m in before[-1].mentions if m.unit == "kr" and not m.bounded] if before and before[-1].kind != "row" else []
    match = _BESIDE_IT.match(s.skeleton) if len(levels) == 1 else None
    if not match or s.of(match.start("c")).bounded:
        return
    c = s.of(match.start("c"))
    headed = [(g.heading(j), g.money(n)) for g in ledger.grids for r in g.rows if r.total for j, n in r.numbers.items()]
    totals = [m for h, m in headed if h and all(w[:HEAD] in match["what"] for w in h.lower().split())]
    fitting = [m for m in totals if changes_by(levels[0], m, c)] or [m for m in totals if differ_about(levels[0], m, c)]
    if len({m.value for m in fitting}) == 1:
        say_change(ledger, s, c, levels[0], fitting[0], "warning")


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


def _levels_follow(ledger: Ledger, s: Sentence) -> None:
    """ "Elevtallet er faldet med C fra 2015 til 2017. I 2015 var det A, mens det i 2017 var B"."""
    change, after = _OVER_YEARS.search(s.skeleton), ledger.right_after(s)
    told = _EACH_YEARS.match(after.skeleton) or _EACH_YEARS.search(after.skeleton) if change and after else None
    if change and after and told:
        group = "" if told["a"] else "2"
        a, b, c = after.of(told.start(f"a{group}")), after.of(told.start(f"b{group}")), s.of(change.start("c"))
        if change.group("y", "z") == told.group(f"y{group}", f"z{group}") and comparable(a, c) and comparable(b, c) and not c.bounded:
            say_change(ledger, s, c, a, b, "warning")


def _pointed(a: Mention, b: Mention, way: int) -> tuple[Mention, Mention]:
    """The two as before and after: a fall ends with the smaller, a rise with the larger."""
    return (b, a) if (abs(b.value) - abs(a.value)) * way < 0 else (a, b)


def _directions(ledger: Ledger, s: Sentence) -> None:
    """ "er steget fra 12 til 9": the verb and the two figures disagree; "det laveste var 9 og det højeste 8"."""
    for form in (_VERB_FROM_TO, _LOWEST):
        for match in form.finditer(s.skeleton):
            a, b = s.of(match.start("a")), s.of(match.start("b"))
            if a.unit == b.unit and not a.bounded and not b.bounded and min(a.value, b.value) >= 0 and same_noun(a, b) and a.per == b.per:
                if signed([s], a, b) != (a, b):
                    continue
                wrong = a.low > b.high if form is _LOWEST or match["up"] else b.low > a.high
                ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=wrong)


def _pointing(s: Sentence, c: Mention, way: int) -> int:
    """The way a change's word points, when it is a plain one; a "merforbrug" has its own sign."""
    compared = COMPARED.match(s.skeleton, s.position(c) + 1)
    if compared:
        return 1 if compared["more"] else -1
    return way if _PLAIN_NOUN.search(s.skeleton, max(s.position(c) - 30, 0), s.position(c)) else 0


def _same_percent(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "… med 4 pct. For børnehaver hæves taksten med samme procent fra A til B": the one percentage of the sentence before."""
    if not before or not _SAME_PERCENT.search(s.skeleton):
        return
    rates = [m for m in before[-1].mentions if m.unit == "percent" and not m.bounded]
    if len(rates) == 1:
        for a, b in pairs(s):
            if a.unit == b.unit and a.unit in ("kr", "number") and a.value:
                ledger.say(s, "share", "percent_change", rates[0], [a, b], if_not="warning", way=str(b.start))

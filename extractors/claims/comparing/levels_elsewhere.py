"""Changes whose levels stand elsewhere: in a table, beside a frame told before, or year by year in the next sentence."""

from __future__ import annotations

import re

from extractors.claims.comparing.changed import say_change
from extractors.claims.comparing.comparable import comparable
from extractors.claims.comparing.named_pairs import pairs
from extractors.claims.fit import changes_by, differ_about
from extractors.claims.ledger import Ledger
from extractors.claims.sentence import Sentence, pattern

BESIDE_FRAME = pattern(r"(?P<c><K>) (?:under|over) (?:service|anlægs|udgifts)?(?P<frame>ramme|budget|bevilling|loft)(?:n|en|tet|et)\b")
_BESIDE_IT = pattern(
    r"^(?P<what>(?:det|den|de) [a-zæøå]+ [a-zæøå]+) (?:ligger|er|bliver) (?P<c><K>) (?:over|under) (?:den|det|rammen|budgettet|dette)\b"
)
THAN_BEFORE = pattern(r"(?P<c><K>) (?:mere|mindre) end (?:året før|(?P<year>(?:19|20)\d\d))\b")
_YEAR_BY_YEAR = pattern(
    r"(?P<a><K>) i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<y>(?:19|20)\d\d) og (?P<b><K>)"
    r" i (?:regnskab(?:et)? |budget(?:tet)? )?(?P<z>(?:19|20)\d\d)"
)
OVER_YEARS = pattern(
    r"(?:(?:<rises>|<falls>)~20\bmed|(?:<rise>|<fall>)~20\bpå)~12 (?P<c><Q>)~40\bfra (?P<y>(?:19|20)\d\d) til (?P<z>(?:19|20)\d\d)\b"
)
_EACH_YEARS = pattern(
    r"\bi (?P<y>(?:19|20)\d\d)\b~50(?P<a><Q>)~60\bi (?P<z>(?:19|20)\d\d)\b~50(?P<b><Q>)(?!~40<Q>)"
    r"|(?P<a2><Q>)(?: [a-zæøå]+)? i (?P<y2>(?:19|20)\d\d)\b~50(?P<b2><Q>)(?: [a-zæøå]+)? i (?P<z2>(?:19|20)\d\d)\b(?!~40<Q>)"
)
SAME_PERCENT = re.compile(r"\b(?:med|efter) (?:den )?samme (?:procent|sats|andel)\w*\b")
HEAD = 6
"""Letters by which a word of the text and one of a heading are the same."""


def column_beside(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
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


def beside_frame(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Rammen er A. Udgifterne bliver B, så vi holder os C under rammen", "A i 2002 og B i 2003. Der er brugt C mere end året før"."""
    near = [*before[-1:], s]
    if match := BESIDE_FRAME.search(s.skeleton):
        c = s.of(match.start("c"))
        told = [(t, m) for t in near for m in t.mentions if m.unit == "kr" and m.start < c.start]
        called = [match["frame"] in t.skeleton[: t.position(m)] for t, m in told]
        if called == [True, False] and not any(m.bounded or m.per or s.is_rate(m) for m in (c, told[1][1])) and not told[0][1].bounded:
            say_change(ledger, s, c, told[0][1], told[1][1], "warning")
    if before and (match := THAN_BEFORE.search(s.skeleton)) and (years := _YEAR_BY_YEAR.search(before[-1].skeleton)):
        a, b, c = before[-1].of(years.start("a")), before[-1].of(years.start("b")), s.of(match.start("c"))
        one_later = int(years["z"]) - int(years["y"]) == 1 and match["year"] in (None, years["y"])
        if one_later and not any(m.bounded for m in (a, b, c)) and len(before[-1].between(0, len(before[-1].skeleton), "kr")) == 2:
            say_change(ledger, s, c, a, b, "warning")


def levels_follow(ledger: Ledger, s: Sentence) -> None:
    """ "Elevtallet er faldet med C fra 2015 til 2017. I 2015 var det A, mens det i 2017 var B"."""
    change, after = OVER_YEARS.search(s.skeleton), ledger.right_after(s)
    told = _EACH_YEARS.match(after.skeleton) or _EACH_YEARS.search(after.skeleton) if change and after else None
    if change and after and told:
        group = "" if told["a"] else "2"
        a, b, c = after.of(told.start(f"a{group}")), after.of(told.start(f"b{group}")), s.of(change.start("c"))
        if change.group("y", "z") == told.group(f"y{group}", f"z{group}") and comparable(a, c) and comparable(b, c) and not c.bounded:
            say_change(ledger, s, c, a, b, "warning")


def same_percent(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "… med 4 pct. For børnehaver hæves taksten med samme procent fra A til B": the one percentage of the sentence before."""
    if not before or not SAME_PERCENT.search(s.skeleton):
        return
    rates = [m for m in before[-1].mentions if m.unit == "percent" and not m.bounded]
    if len(rates) == 1:
        for a, b in pairs(s):
            if a.unit == b.unit and a.unit in ("kr", "number") and a.value:
                ledger.say(s, "share", "percent_change", rates[0], [a, b], if_not="warning", way=str(b.start))

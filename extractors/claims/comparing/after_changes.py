"""What a level is after a change told beside it: a gap that a saving narrows, a school that loses pupils, a list that people leave.

In each form the words say what stands before, what comes or goes, and what is left, so that the last follows from the others.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import Passage, same
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.needs import needs

BACK = 4
"""Sentences before the level in which the one before it and the changes may stand."""
_TAKES_UP = re.compile(
    r"\W*(?:(?:lykkes|sker|gennemføres|vedtages|bliver|godkendes) (?:det|dette|den)|det|dermed|derved|herved|hermed|herefter|derefter|så"
    r"|med (?:det|den|de|denne|dette|disse)|efter (?:det|denne|dette)|på den måde)\b"
)
_NARROWED = pattern(
    r"<KN>~60\b(?:reduceres?|reduceret|nedbringes?|nedbragt|bring\w* ned|bragt ned|sænke[st]?|skåret ned|mindske[st]?|falde[rt]?"
    r"|nede) (?:til|på) (?P<b><KN>)"
)
_SAVED = pattern(r"\b(?:spare[srt]?|sparet|skæres|beskæres|nedsættes|reduceres med|mindskes med)\b~30(?P<c><KN>)|(?P<c2><KN>) i besparelse")
_NOW_AND_BEFORE = pattern(
    r"(?P<c><N>) (?:nye|flere|ekstra|yderligere)\b~50\bnu\b~30(?P<b><N>)(?: [a-zæøå]+)? (?:i)?mod (?:tidligere|før|hidtil|de) (?P<a><N>)"
)
_LOSES = pattern(r"\b(?:mister|taber|afgiver)(?: \w+)? (?P<c><N>)|(?P<c2><N>)(?: [a-zæøå]+)? færre\b")
_GAINS = pattern(r"(?P<c><N>)(?: [a-zæøå]+)? (?:flere|mere)\b")
_THEN = pattern(
    r"(?:\bog |, )~40\b(?:vil ~30have|ned(?:e)? på|op(?:pe)? på|har (?:så|derefter|herefter)|ender (?:på|med)|når ~10på)~12 (?P<b><N>)"
)
_TIMES = frozenset(("måneder", "måneders", "uger", "ugers", "dage", "dages"))
_NAME = re.compile(r"\W*(?P<name>[A-ZÆØÅ][\w-]+)")
_BEFORE = re.compile(r":? ?(?:(?:med|på|har|er) )?")
_OPENS = pattern(
    r"\b(?:primo|ved (?:\w+s begyndelse|begyndelsen|indgangen)|(?:1\. januar|ved årets start))\b~60(?P<a><N>)"
)
_COMES = pattern(
    r"\b(?:kom|kommer)~12 (?P<c><N>)~20\btil\b|(?P<c2><N>)(?: \w+){0,2} (?:kom (?:ny )?til|blev (?:op|ind)skrevet|meldte sig)\b"
)
_GOES = pattern(
    r"(?P<d><N>)(?: \w+){0,2} (?:gled ud|gik ud|faldt fra|faldt bort|blev slettet|meldte sig ud|blev udskrevet|fraflyttede|rejste"
    r"|forlod)\b"
)
_CLOSES = pattern(r"\b(?:ultimo|ved (?:\w+s )?(?:udgang|slutning)(?:en)?)\b~50(?:<so>|<is>)~12(?P<b><N>)")


def find(ledger: Ledger) -> None:
    """Every such level."""
    for s, before in ledger.in_turn(BACK, COUNTING):
        if s.holds & _ANY:
            told = s.under_one_item(before)[:-1]
            if told and s.holds & _TO:
                _narrowed(ledger, s, told[-1])
            if s.holds & _SINCE:
                _now_and_before(ledger, s)
            if s.holds & _THAN:
                _of_the_named(ledger, s)
            if s.holds & _AT_LAST:
                _came_and_went(ledger, s, told)


def _say(ledger: Ledger, s: Sentence, b: Mention, level: Mention, *changes: tuple[Mention, int]) -> None:
    told = [level, *(m for m, _ in changes)]
    if not any(m.bounded or m.qualifier for m in (b, *told)):
        kind = "difference" if any(way < 0 for _, way in changes) else "sum"
        ledger.say(s, kind, "sum", b, told, weights=[1, *(way for _, way in changes)], if_not="warning", alone=True)


def _change(s: Sentence, match: re.Match[str]) -> Mention:
    """The figure of the one group that its form found."""
    return s.of(match.start(match.lastgroup or 0))


def _narrowed(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Der spares C. Lykkes det, vil afvigelsen på A være reduceret til B": the only figures of their unit."""
    match, saved = _NARROWED.search(s.skeleton), _SAVED.search(before.skeleton)
    if not match or not saved or not _TAKES_UP.match(s.skeleton):
        return
    a, b, c = s.of(match.start()), s.of(match.start("b")), _change(before, saved)
    only = [m for t in (before, s) for m in t.mentions if m.unit == b.unit] == [c, a, b]
    if only and c.value < a.value and same(a, b) and a.per == b.per == c.per:
        _say(ledger, s, b, a, (c, -1))


def _now_and_before(ledger: Ledger, s: Sentence) -> None:
    """ "har fået tre nye holdepladser og kører nu til 28 mod tidligere 24"."""
    for match in _NOW_AND_BEFORE.finditer(s.skeleton):
        a, b, c = (s.of(match.start(g)) for g in "abc")
        if b.value > a.value > c.value and same(a, b) and not Passage([s]).reasoned(a):
            _say(ledger, s, b, a, (c, 1))


def _of_the_named(ledger: Ledger, s: Sentence) -> None:
    """ "Byskolen 864, Højskolen 598 … Byskolen har 24 færre og vil i 2015 have 848 elever": the one figure told right after the name."""
    named = _NAME.match(ledger.flow.text, s.start, s.end)
    for form, way in ((_LOSES, -1), (_GAINS, 1)):
        change = form.search(s.skeleton) if named else None
        then = _THEN.search(s.skeleton, change.end()) if change else None
        if not named or not change or not then or len([m for m in s.mentions if m.unit == "number"]) != 2:
            continue
        c, b = _change(s, change), s.of(then.start("b"))
        levels = [m for t in ledger.right_before(s, 2 * BACK) for m in t.mentions if _named_so(ledger, t, m, named["name"])]
        if c is not b and len({m.value for m in levels}) == 1 and same(levels[0], b) and 2 * c.value < levels[0].value:
            _say(ledger, s, b, levels[0], (c, way))


def _named_so(ledger: Ledger, t: Sentence, m: Mention, name: str) -> bool:
    """Does the count stand right after the name?"""
    at = ledger.flow.text.rfind(name, t.start, m.start)
    return m.unit == "number" and at >= 0 and _BEFORE.fullmatch(ledger.flow.text, at + len(name), m.start) is not None


def _came_and_went(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Primo juli stod A opført. Siden kom C til, og D gled ud. Ved udgangen af september tæller listen følgelig B"."""
    closes = _CLOSES.search(s.skeleton)
    opened = [(t, m) for t in before for m in _OPENS.finditer(t.skeleton)] if closes else []
    came, went = ([(t, m) for t in before for m in form.finditer(t.skeleton)] for form in (_COMES, _GOES)) if closes else ([], [])
    if closes and len(opened) == len(came) == len(went) == 1:
        (t, a), (u, c), (v, d) = opened[0], came[0], went[0]
        level, more, less = t.of(a.start("a")), _change(u, c), _change(v, d)
        counts = [m for x in before for m in x.mentions if level.start <= m.start <= max(more.start, less.start)]
        counts = [m for m in counts if m.unit == "number" and m.noun not in _TIMES]
        if counts in ([level, more, less], [level, less, more]):  # nothing else came or went
            _say(ledger, s, s.of(closes.start("b")), level, (more, 1), (less, -1))


_TO, _SINCE, _THAN, _AT_LAST = needs(_NARROWED), needs(_NOW_AND_BEFORE), needs(_THEN), needs(_CLOSES)
_ANY = reduce(or_, (_TO, _SINCE, _THAN, _AT_LAST))

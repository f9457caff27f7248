"""Growth in percent told with what came of it: "vokser med 12 til 60, en stigning på 25 pct.", "hæves med 2,5 pct. til 4.100 kr."."""

from __future__ import annotations

import re

from extractors.claims.comparing.comparable import same_noun
from extractors.claims.comparing.earlier_pairs import BY_BEFORE
from extractors.claims.dividing.share_readings import TAKES_UP
from extractors.claims.fit import changes_by, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.needs import needs

_GROWN_TO = pattern(r"\bmed (?P<d><Q>)~30\btil (?:~20 )?(?P<b><Q>)~20(?:<equals>|\b(?:en|et)\b|\()~30(?P<c><P>)")
_FALLING = pattern(r"<falls>")
_BEFORE = (
    r"(?:året før|sidste år|forrige år|i|ved|ultimo|primo|for ~20siden|(?:<Y>|[eé]t år) (?:før|tidligere)|(?:19|20)\d\d|samme"
    r"|(?:for)?ventet|budget\w*)"
)
_BECOME = pattern(
    r"(?:(?P<up><rises>|<rise>)|(?P<down><falls>|<fall>))(?: (?:på|med))?(?: i alt)? (?P<d><KN>)"
    r"(?! (?:<more>|<less>) end)~40(?:<equals>|\beller|\()(?: (?:en|et) [a-zæøå]+ på)? ?(?P<c><P>)(?! af)"
    rf"|(?P<d2><KN>)(?: [a-zæøå]+)? (?:(?P<more><more>)|<less>) end {_BEFORE}\b~20"
    r"(?:<equals>|\beller|\()(?: ?(?:en|et) [a-zæøå]+ på)? ?(?P<c2><P>)(?! af)"
    rf"|(?P<d3><KN>)(?: [a-zæøå]+)?(?: –)? (?:<equals>|eller|\() ?(?P<c3><P>)\)?(?: –)? (?:(?P<more3><more>)|<less>)"
    rf" (?:[a-zæøå]+ )?end {_BEFORE}\b"
    r"|(?:(?P<up4><rises>)|<falls>)(?: med)? (?P<c4><P>) \((?P<d4><KN>)\)"
)
_IT_IS_A = pattern(
    r"\W*(?:det|dette) (?:er|svarer til|giver|udgør) (?:en|et) (?:[a-zæøå]+ )?(?:(?P<up><rise>)|<fall>) på (?P<c><P>)"
    r"(?! (?:i forhold|af|målt|sammen|korrig|i faste)\b)"
)
_LESS_THAN = pattern(rf"(?P<d><KN>)(?: [a-zæøå]+)? (?:(?P<more><more>)|<less>) end {_BEFORE}\b")
LONG = 5
"""Letters of a word that two sentences begin with to tell of one thing."""
_NOW = re.compile(r"\b(?:nu|i dag|herefter|derefter|dermed|så der)\b[^\ue000-\ue007]{0,25}$")
""" "… svarende til 25 pct., og er nu på 600"."""
_BETWEEN = pattern(r"\bfra <Q>|\bmod <Q>")
_THEN = re.compile(r"\b(?:året før|sidste år|i fjor|tidligere|forrige|oprindelig\w*|budget\w*)\b")
_RAISED = pattern(
    r"(?:<rises>|(?P<down><falls>)|\b(?:pris|pristals|løn|index|indeks)?reguler\w+|\b(?:frem|op)skriv\w+|\b(?:juster|indekser)\w+)"
    r"~30\bmed (?P<p><P>)~12\btil (?:~15 )?(?P<b><KN>)"
)
_MORE = pattern(r"(?P<p><P>) (?:<more>|<less>)~40(?:<equals>|<thus>|<is>)~12 (?P<b><KN>)")
BACK = 6
"""Sentences before one that says how much more it is in percent."""
NEAR = 2
"""A percentage so many times the stated one, or one by so many smaller, is of something else."""


def find(ledger: Ledger) -> None:
    """Every such growth."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        if s.holds & _GREW:
            _grown(ledger, s)
        if s.holds & _CAME_TO:
            _become(ledger, s, before)
            _concluded(ledger, s, before[-1:])
        if s.holds & _ROSE:
            _raised(ledger, s, before[-1:])
        if s.holds & _RECKONED:
            _more(ledger, s, before)


def _grown(ledger: Ledger, s: Sentence) -> None:
    """ "vokser med D til B, en stigning på C pct.": the change over what B was before."""
    for match in _GROWN_TO.finditer(s.skeleton):
        d, b, c = (s.of(match.start(g)) for g in "dbc")
        grown = BY_BEFORE.search(s.skeleton, 0, match.start("d"))
        if grown and d.unit == b.unit and d.unit != "percent" and not c.bounded and "fra" not in s.skeleton[match.start() : match.end()]:
            falling = bool(_FALLING.search(s.skeleton, 0, match.end("d")))
            ledger.say(s, "share", "shrunk_by" if falling else "grown_by", c, [d, b], if_not="warning")


def _become(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "I dag er der B medlemmer, en stigning på D eller C pct.": of what B, the only other figure of its kind, was before, or of B."""
    match = _BECOME.search(s.skeleton)
    if not match or _BETWEEN.search(s.skeleton):
        return
    group = next(g for g in ("", "2", "3", "4") if match[f"d{g}"])
    d, c = s.of(match.start(f"d{group}")), s.of(match.start(f"c{group}"))
    last = before[-1:]
    near = s.under_one_item(last) if TAKES_UP.match(s.skeleton) and not any(_THEN.search(t.skeleton) for t in last) else [s]
    told = [m for t in near for m in t.mentions if m.unit == d.unit and m is not d]
    told = told or [m for t in s.under_one_heading(before)[:-1] for m in t.mentions if _is_now(t, m, s, d)]
    if len(told) != 1 or any(m.bounded for m in (c, d, *told)):
        return
    b, grows = told[0], match["up"] or match["more"] or match["more3"] or match["up4"]
    if (b.start < d.start or _NOW.search(s.lead(b))) and b.value > d.value and same_noun(b, d):
        ledger.say(s, "share", "grown_by" if grows else "shrunk_by", c, [d, b], if_not="warning", also=("share",))


def _is_now(t: Sentence, m: Mention, s: Sentence, d: Mention) -> bool:
    """Is it how much there is now of what both sentences begin with: "Fraværet ligger nu på A. … Fraværet er faldet D siden 2007"?"""
    first, last = t.skeleton.split(maxsplit=1)[0], s.skeleton.split(maxsplit=1)[0]
    return first == last and len(first) > LONG and m.unit == d.unit and bool(_NOW.search(t.lead(m)))


def _concluded(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Udlånet var B, hvilket er D lavere end året før. Det svarer til en tilbagegang på C pct."."""
    match, t = _IT_IS_A.match(s.skeleton), next((t for t in before if t.item == s.item), None)
    less = _LESS_THAN.search(t.skeleton) if match and t else None
    if match is None or t is None or less is None or _BETWEEN.search(t.skeleton):
        return
    d, c = t.of(less.start("d")), s.of(match.start("c"))
    told = [m for m in t.mentions if m.unit == d.unit and m is not d]
    if len(told) == 1 and told[0].start < d.start and told[0].value > d.value and not any(m.bounded for m in (c, d, *told)):
        way, sure = "grown_by" if less["more"] else "shrunk_by", bool(less["more"]) is bool(match["up"])
        ledger.say(s, "share", way, c, [d, told[0]], if_not="warning" if sure else "unverifiable", also=("share",))


def _raised(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "A … hæves med P pct. til B": A is the last figure of its kind before it, or the only one of the sentence before."""
    for match in _RAISED.finditer(s.skeleton):
        p, b = s.of(match.start("p")), s.of(match.start("b"))
        here = _levels(s, s.between(0, match.start()), b)
        there = [] if here else [m for t in s.under_one_item(before)[:-1] for m in _levels(t, t.mentions, b)]
        known = [a for a in here + there if changes_by(a, b, p)] or here[-1:] or (there if len(there) == 1 else [])
        if known and not p.bounded and not b.bounded:
            a = known[-1]
            sure = _about(a, b, p, bool(match["down"]))
            ledger.say(s, "share", "percent_change", p, [a, b], if_not="warning" if sure else "unverifiable")


def _more(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Prognosen regner med 3 pct. flere børn, altså B": of any figure told before of which it is right."""
    for match in _MORE.finditer(s.skeleton):
        p, b = s.of(match.start("p")), s.of(match.start("b"))
        told = [a for t in s.under_one_item(before) for a in _levels(t, t.mentions, b) if a.start < p.start and changes_by(a, b, p)]
        if told and not p.bounded and not b.bounded:
            ledger.say(s, "share", "percent_change", p, [told[-1], b], if_not="unverifiable")


def _levels(s: Sentence, figures: list[Mention], b: Mention) -> list[Mention]:
    """The figures that may be what B was before."""
    alike = (m for m in figures if m.unit == b.unit and m.value > 0 and not m.bounded and same_noun(m, b))
    return [m for m in alike if m.per == b.per or None in (m.per, b.per)]


def _about(a: Mention, b: Mention, p: Mention, down: bool) -> bool:
    """Is it that change but for a mistake: a change about as large the same way, or with a digit or two that stand otherwise?"""
    due = a.value * (100 + (-p.value if down else p.value)) / 100
    change = (b.value - a.value) * 100 / a.value * (-1 if down else 1)
    return p.value / NEAR <= change <= p.value * NEAR or slipped(due, b)


_GREW, _ROSE, _RECKONED, _CAME_TO = needs(_GROWN_TO), needs(_RAISED), needs(_MORE), needs(_BECOME, _IT_IS_A)

"""The figure that a change is told against: "C mere end …", "C over rammen på …", "steget med C fra de …"."""

from __future__ import annotations

import re

from extractors.claims.comparing.comparable import COMPARED, Told, comparable
from extractors.claims.comparing.named_pairs import pairs
from extractors.claims.fit import adds_up, changes_by
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

THAN = re.compile(r"[^\ue000-\ue007]*\b(?:end(?! (?:før|nu|sidst|tidligere|hidtil|ellers|normalt|andre|i dag)\b)|under|over)\b")
FROM = re.compile(r"\s*(?:fra|i forhold til|sammenlignet med|siden)\b")
_BESIDE = pattern(r"[^,;]{0,40},?(?: <equals>| (?:og|er|så)<slack>)? ")
_SPEAKS_OF_IT = re.compile(r"(?:det|dette|prisen|udgiften|beløbet) (?:er|var|ligger|bliver|blev)\b")
_IN_ALL = pattern(r" <all>")
_PER_PIECE = re.compile(r"\s*(?:pr\.?|per) (?!år|\d{1,2}[./-] ?[a-zæøå\d])\w")
_CHANGED_FROM = pattern(
    r"^(?:det|dette|der) (?:er|var|svarer til|giver)~30 fra (?P<b><Q>)(?!~60\btil <Q>)~40"
    r"(?:,? <equals>|:|\(|–)~12$"
)
"""What it was, before the change: "Det er et fald fra 903 året før, altså 45 færre"."""
_FROM_BEFORE = needs(_CHANGED_FROM)
_TIMES = frozenset(("år", "måned", "måneder", "uge", "uger", "dag", "dage", "døgn", "time", "timer", "minut", "minutter"))
_ASIDE = re.compile(r"\bm(?:ed)?ens\b|\bmen\b|\b(?:om end|selv om)\b|\bligesom\b|\bsamt\b|;|,(?: og)? (?:så|hvortil|hertil|dertil|hvorefter|hvorpå|for derefter|derefter|siden)\b")
_THAN_YEAR = re.compile(r"[^,;]{0,25}\bend i (?P<year>(?:19|20)\d\d)\b")
_YEAR_OF = re.compile(r"\b(?:19|20)\d\d\b")


def compared_with(s: Sentence, c: Mention) -> Mention | None:
    """The figure after "C mere end …", "C over rammen på …", "steget med C fra de …"."""
    at = s.position(c)
    b = next((m for m in s.mentions if m.start > c.start and comparable(m, c)), None)
    if b is None or c.unit == b.unit == "percent" or b.noun in _TIMES and b.noun != c.noun:
        return None
    gap = s.skeleton[at + 1 : s.position(b)]
    if len(gap) > 110 or _ASIDE.search(gap):
        return None
    if (year := _THAN_YEAR.match(gap)) and _YEAR_OF.findall(gap)[-1] != year["year"]:
        return None  # "1.122 flere end i 2018 og det højeste siden 2014 (19.870)"
    risen = FROM.match(gap) and not any(x is b or y is b for x, y in pairs(s))
    return b if risen or COMPARED.match(s.skeleton, at + 1) and THAN.match(gap) else None


def changed_from(s: Sentence, c: Mention) -> Mention | None:
    """The figure that the sentence begins with as what was before, when what is now stands in the sentence before it."""
    match = _CHANGED_FROM.match(s.skeleton, 0, s.position(c)) if s.holds & _FROM_BEFORE else None
    b = s.of(match.start("b")) if match else None
    return b if b is not None and comparable(b, c) else None


def told_against(s: Sentence, before: list[Sentence], c: Mention, b: Mention, way: int) -> Told | None:
    """ "A, hvilket er C lavere end budgettet på B", "A. Det er C over rammen på B", "A og dermed steget med C fra de B"."""
    at, gap = s.position(c), s.skeleton[s.position(c) + 1 : s.position(b)]
    if b.bounded or COMPARED.match(s.skeleton, s.position(b) + 1):
        return None
    if re.search(r"nemlig|idet|fordi|:", gap) and (pair := next((p for p in pairs(s) if b in p), None)):
        return pair, "warning", True
    here = [m for m in _plain(s, c, at) if m is not b]
    if here:
        beside = len(here) == 1 or _BESIDE.fullmatch(s.skeleton, s.position(here[-1]) + 1, at)
        return ((b, here[-1]), "warning", True) if beside else None
    risen = bool(FROM.match(gap)) or b.start < c.start
    told = [
        (t, m)
        for t in (before if c.start < b.start and risen else before[-1:])
        for m in _wholes(_plain(t, c, len(t.skeleton)))
        if not t.is_rate(m)
    ]
    whole = [m for t, m in told if _IN_ALL.match(t.skeleton, t.position(m) + 1)]
    fitting = [m for _, m in told if changes_by(b, m, c) and (m.value - b.value) * way >= 0]
    chosen = fitting[-1:] or (whole if len(whole) == 1 else [m for _, m in told] if len(told) == 1 else [])
    sure = risen or _SPEAKS_OF_IT.match(s.skeleton) or before[-1:] and before[-1].kind == "row"
    return ((b, chosen[0]), "warning" if sure else "unverifiable", True) if chosen else None


def _wholes(figures: list[Mention]) -> list[Mention]:
    """Without the parts of the first: "848 modtagere, 612 kvinder og 236 mænd" is 848."""
    return figures[:1] if len(figures) > 2 and adds_up(figures[0], figures[1:]) else figures


def _plain(s: Sentence, c: Mention, end: int) -> list[Mention]:
    """The figures before `end` that may be compared with, and are themselves no comparison ("12 flere")."""
    found = [m for m in s.between(0, end) if comparable(m, c) and not m.bounded and not COMPARED.match(s.skeleton, s.position(m) + 1)]
    return [m for m in found if c.per or not _PER_PIECE.match(s.skeleton, s.position(m) + 1)]

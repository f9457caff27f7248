"""A change told after two figures that it is not between: that of another year, or one that goes the other way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_ITS_YEAR = re.compile(
    r"(?: (?!i |fra )[\w²³]+)? i (?:(?:løbet af )?(?P<year>(?:19|20)\d\d)\b(?!-)|fjor)"
    r"|(?: [\w²³]+)? (?:året|næste|sidste) (?:før|efter|år)\b"
)
_CLAUSE_OF_A_YEAR = re.compile(r"(?:,|\bog|\bmen|\bmens) i (?P<year>(?:19|20)\d\d) ")
_NEXT = pattern(
    r"\b(?:afløst|(?:efter)?fulgt|vendt|derefter|herefter|dernæst|efterfølgende|igen|atter|yderligere|året (?:efter|før)"
    r"|(?:efter|mod|imod|trods) (?:en|et)) [^\ue000-\ue007;]{0,60}$"
)
_OTHERS = pattern(r", (?:mens|medens|hvorimod) (?:de[nt]?|det|tallet|antallet|andelen)?\b")
_AFTER_THAT = pattern(r"\befter (?:at|en|et|den|det) [^\ue000-\ue007;,]{0,60}$")
_BESIDES = pattern(
    r"\b(?:allerede|tidligere|i forvejen|også) (?:vedtag|beslutt|gennemført|aftalt|kendt|bevilg)\w* [^\ue000-\ue007;,]{0,60}$"
    r"|\b(?:sammen med|ud ?over|foruden|oven i) (?:en|et|den|det|de)\b[^\ue000-\ue007;,]{0,60}$"
)
"""What is told besides the two figures of the sentence before."""
_EXPLAINS = pattern(r"[^\ue000-\ue007;:]{0,60}:(?!~30\b(?:fra|mod|nu)\b)~30<Q>")
""" "12 pletter, to færre end i planen fra 2008: ni kryds og tre strækninger": a colon after the change, and parts of the level."""
_CONCLUDED = pattern(r"<equals>|<thus>")
_UP, _DOWN = pattern(r"<rise>|<rises>"), pattern(r"<fall>|<falls>|<saving>")
_RECKONED = re.compile(r"\b(?:omregnet til|pristal\w*|(?:i|til) faste priser)\b")
"""Amounts brought to another price level change otherwise than as they are printed."""
ELSEWHERE = re.compile(r" ?\b(?:i hele landet|på landsplan|i (?:regionen|nabokommune\w*|andre kommuner)|andre steder)\b")
"""What is told of another place than the figures of the sentence before."""
_SINCE_THEN = re.compile(r"\bsiden (?P<year>(?:19|20)\d\d)\b")
"""From where a change is told: "Siden 2020 er den faldet med 11 uger"."""
_OTHERWISE = re.compile(r"\b(?:derimod|i så fald|ellers)\b|^\W*(?:(?:med|ind|fra)(?:tages|regnes|trækkes)|ekskl\w*|fraregnet|bortset)\b")
"""In a case that the figures before are not of."""
_EXPLAINED = re.compile(r"\b(?:mere end|kun|delvis|næsten|ikke helt) (?:forklar|opvej|dækk|udlign|opslug)\w* [^,;]{0,40}$")
""" "… mod budgetteret 4,3 mio. kr., hvilket mere end forklarer overskridelsen på 1,2 mio. kr.": it is less than what they explain."""
_THAN_THEN = re.compile(r"(?: [\w²³]+){0,2} end (?:i|ved|for|pr\.) (?:\w+ ){0,2}(?P<year>(?:19|20)\d\d)\b(?!,? (?:hvor|da|\(|med))")
"""The year that it is compared with: "1,6 måneder længere end i 2015"."""
_AGAINST = re.compile(r"(?: stemmer)? i?mod \ue005?\d?")
"""The figure is one side of a vote: "10 stemmer imod 7"."""
_BUT = re.compile(r"\bmen (?:er |ligger |dog )*$")
_OFF_A_MARK = re.compile(r" (?:under|over|lavere|højere|mindre|mere)(?: end)? (?:de[nt]?|hvad)\b")
""" "180 flere, men 0,2 % under det skøn, som …": held against something else."""
_OWN_YEARS = re.compile(r" [a-zæøå]+ i (?P<year>(?:19|20)\d\d) end i (?P<than>(?:19|20)\d\d)\b")
_YEAR_RIGHT_AFTER = re.compile(r"(?: [\w²³]+)? \(?i (?P<year>(?:19|20)\d\d)\b")
_BETWEEN_YEARS = pattern(r"\bfra (?P<year>(?:19|20)\d\d)\b~80\btil (?P<to>(?:19|20)\d\d)\b(?!~40<Q>~15\btil\b)")
_NEAR = 40


def is_another(s: Sentence, before: Sequence[Sentence], c: Mention, a: Mention, b: Mention, way: int) -> bool:
    """Is the change C, whose words point `way`, by its words another than that from A to B?"""
    first, last = sorted((a, b), key=lambda m: m.start)
    at = next((t for t in (s, *reversed(before)) if t.start <= first.start and last.start < t.end), None)
    if c.unit == "percent" and _RECKONED.search(s.skeleton) or between_its_own_years(s, c, before):
        return True
    if between := _BETWEEN_YEARS.search(s.skeleton, 0, s.position(c)) if at is not s else None:
        own = [_YEAR_RIGHT_AFTER.match(t.skeleton, t.position(m) + 1) for t in before for m in (a, b) if m in t.mentions]
        if any(y and y["year"] not in between.groups() for y in own):
            return True
    if at is not s and (_BESIDES.search(s.skeleton, 0, s.position(c)) or ELSEWHERE.search(s.skeleton)):
        return True
    if at is not s and _OTHERWISE.search(s.skeleton):
        return True
    if _BUT.search(s.skeleton, 0, s.position(c)) and _OFF_A_MARK.match(s.skeleton, s.position(c) + 1):
        return True
    if _than_another_year(s, c, before) or _EXPLAINED.search(s.skeleton, 0, s.position(c)):
        return True
    since = _SINCE_THEN.search(s.skeleton) if at is not s else None
    if since and not any(since["year"] in t.skeleton for t in before):
        return True
    if c.noun.startswith("stemme") and _AGAINST.match(s.skeleton, s.position(c) + 1):
        return True
    if at is s and c.start < last.start and _EXPLAINS.match(s.skeleton, s.position(c) + 1, at.position(last) + 1):
        return True
    if at is None or at is s and c.start < last.start:
        return False
    low, high = at.position(first), at.position(last)
    return _of_another_year(s, at, c, low, high) or _told_next(s, at, c, low, high) or _opposed(at, low, way)


def _than_another_year(s: Sentence, c: Mention, before: Sequence[Sentence]) -> bool:
    """ "1,6 måneder længere end i 2015", where nothing else is told of that year?"""
    than = _THAN_THEN.match(s.skeleton, s.position(c) + 1)
    told = [*(t.skeleton for t in before), s.skeleton[: s.position(c)], s.skeleton[than.end() :]] if than else []
    return than is not None and not any(than["year"] in text for text in told)


def between_its_own_years(s: Sentence, c: Mention, before: Sequence[Sentence]) -> bool:
    """ "57 pct. højere i 1994 end i 2001": is it told between two years that no figures before are told of?"""
    own = _OWN_YEARS.match(s.skeleton, s.position(c) + 1)
    return own is not None and not all(any(year in t.skeleton for t in before) for year in own.groups())


def _of_another_year(s: Sentence, at: Sentence, c: Mention, low: int, high: int) -> bool:
    """ "fra A til B i 2023 … et fald på C i 2024"; the year of A alone says nothing of the change: "fra A i 2022 til B, C mere i 2023"."""
    end = s.position(c)
    its = _ITS_YEAR.match(s.skeleton, end + 1) or _CLAUSE_OF_A_YEAR.search(s.skeleton, high if at is s else 0, end)
    inside = _YEAR.findall(s.skeleton, 0, end) if at is not s else []
    year = its["year"] if its else inside[0] if len(inside) == 1 else None
    if its and not year:
        return True
    told = [m for m in _YEAR.finditer(at.skeleton, 0, end if at is s else len(at.skeleton)) if not its or m.start() != its.start("year")]
    return bool(year) and any(not low < m.start() < high for m in told) and all(m.group() != year for m in told)


def _told_next(s: Sentence, at: Sentence, c: Mention, low: int, high: int) -> bool:
    """ "Stigningen fra A til B blev afløst af et fald på C", "Efter en stigning fra A til B kom et fald på C"; what others did: "mens den i
    Vestby er faldet med C"."""
    if at is s and _OTHERS.search(s.skeleton, high, s.position(c)):
        return True
    if at is not s or _CONCLUDED.search(s.skeleton, high, s.position(c)):
        return False
    return bool(_NEXT.search(s.skeleton[high : s.position(c)]) or _AFTER_THAT.search(s.skeleton[:low]))


def _opposed(at: Sentence, low: int, way: int) -> bool:
    """Do the words before the two figures point the other way?"""
    lead = at.skeleton[max(low - _NEAR, 0) : low]
    return bool(way) and bool((_DOWN if way > 0 else _UP).search(lead)) and not (_UP if way > 0 else _DOWN).search(lead)

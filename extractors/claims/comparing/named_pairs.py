"""The pairs of figures that words name as before and after: "fra A til B", "B mod A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_

from extractors.claims.comparing.comparable import NEW, comparable
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_GOES_FROM = re.compile(r"[^,;]{0,20}, så \w+ (?:bliver|er|udgør|lander på|bliver på) |[^,;]{0,40},? (?:fra|til)(?: \w+){0,3} ")
_FROM_TO = pattern(
    r"\bfra (?:~60 )?(?P<a><Q>)~60\btil (?:~40 )?(?P<b><Q>)|\btil (?P<b2><Q>)[^\ue000-\ue007,;]{0,30}\bfra (?:~20 )?(?P<a2><Q>)"
)
_NOW = re.compile(r"\b(?:mod|imod|over ?for) (?:nu|i dag|nuværende|de nuværende|aktuelt|fremover|herefter) $")
""" "5.043 mod nu 4.993": the second is what it has become."""
_AGAINST = pattern(r"(?P<b><Q>)~80\b(?:mod|imod|over for|overfor|sammen(?:holdt|lignet) med|fra (?:tidligere|hidtil)) (?:~40 )?(?P<a><Q>)")
_FORMS = ((needs(_FROM_TO), _FROM_TO), (needs(_AGAINST), _AGAINST))
"""The ways in which words name a pair of figures, each with what it cannot do without."""
PAIRED = reduce(or_, (need for need, _ in _FORMS))
_OPPOSED = (pattern(r"<rise>|<excess>|overskud"), pattern(r"<fall>|<saving>|underskud"))
"""What goes from a fall to a rise goes across nought: the two figures are no levels."""


def pairs(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "fra A … til B", "til B fra A", "B mod A"."""
    for need, form in _FORMS:
        for match in form.finditer(s.skeleton) if s.holds & need else ():
            first, last = ("a", "b") if match["a"] else ("a2", "b2")
            if not all(way.search(match[0]) for way in _OPPOSED):
                a, b = s.of(match.start(first)), s.of(match.start(last))
                now = form is _AGAINST and _NOW.search(s.lead(a)) and not NEW.search(s.lead(b))
                yield (b, a) if now else (a, b)


def named_pair(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """The pair of figures that words name as before and after, the nearest to the change; right after it only "fra … til …"."""
    fitting = [
        (a, b)
        for a, b in pairs(s)
        if a.unit == b.unit
        and c not in (a, b)
        and (comparable(a, c) or a.unit == "number" and c.unit == "kr" and not a.noun and not b.noun)
    ]
    if s.start <= c.start < s.end:
        fitting = [
            (a, b)
            for a, b in fitting
            if min(a.start, b.start) < c.start or _GOES_FROM.fullmatch(s.skeleton, s.position(c) + 1, s.position(a))
        ]
    return min(fitting, key=lambda p: abs(p[1].start - c.start)) if fitting else None


def pair_meant(before: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """The last pair of the sentence before that a conclusion may be drawn from by how finely it is printed."""
    fine = [(a, b) for a, b in pairs(before) if comparable(a, c) and comparable(b, c) and _as_fine(c, a, b)]
    return fine[-1] if fine else None


def _as_fine(c: Mention, a: Mention, b: Mention) -> bool:
    """Is it printed as finely as the two, and may it lie between them: of "fra 174 til 98 … fra 4,9 til 8,7 ha" 66 is of the first?"""
    finest = min(int(m.value.as_tuple().exponent) for m in (a, b))
    return int(c.value.as_tuple().exponent) <= finest and c.value < max(a.value, b.value)

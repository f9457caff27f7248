"""A sentence with those right before it, and whether figures of such a passage come near one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from extractors.claims.fit import adds_up, differ_by
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import led

NOUN = 4
"""Letters by which the words of two counts are held together: "uger", "ugers"."""
YEAR = led(r"(?<![\d.])(?:19|20)\d\d(?![\d.]\d)")
FRACTION = re.compile("[\ue001\ue006]")
TOTALLED = re.compile(r"\b(?:i alt|ialt|tilsammen|sammenlagt|samlede?|samlet|total\w*|sum(?:men)?|løber|giver|bliver)\b")
VOTES = re.compile(r"\bstem(?:te|mer|me)\b|\bfor:|\bimod:|\bundlod\b|\bundlader\b")
ADDS_TO = re.compile(r"\W*(?:dertil|hertil|derudover|herudover|desuden|yderligere)\b", re.I)
"""A sentence that adds to the one before: its total may hold that one's amounts too."""
ASIDE = pattern(r"<ofit>|\binkl|(?:^|[ (])<at> $")
"""Before a figure that is a part of one told just now, or what a piece costs."""
TO_CAUSES = r"[^\ue000-\ue007]*\b(?:skyldes|stammer|kommer|dækker over|hidrører|vedrører|henføres|især)\b"
"""In a pattern, what leads from a change to one of its causes: "Merforbruget på 6 pct. skyldes vejret (150.000 kr.)"."""
CHANGE = led(
    r"\b(?:stig(?!ma)|steg(?:et)?\b|vokse[rt]?\b|voksede|øge[rst]?\b|øget|forøge|forhøje|udvide|fald(?:et|er|t)?\b|reducere|nedsæt|nedsat|nedbr[ia]"
    r"|bring\w* ned\b|bragt ned\b|spar(?:et|es|er)\b|færre|flere|ekstra"
    r"|(?:mere|mindre)\b(?! end (?:et|én|[\ue004]) )|kortere|længere|lavere|højere|billigere|dyrere"
    r"|hæve[st]\b|hævet\b|sænke[st]?\b|sænket\b|forkorte|forlænge|skiller\b|mellem (?:dem|de to)\b"
    r"|yderligere|mangler|resterer|forskel|difference"
    r"|(?<!betale )(?<!betales )(?<!betalt )(?<!betaler )(?<!sendt )(?<!sendes )(?<!svar )(?<!skema )(?<!skemaet )(?<!skemaer )tilbage\b)"
    r"|(?:besparelse|nedgang|tilgang|afgang|fremgang|tilbagegang|vækst|reduktion|hævning|sænkning|forlængelse|forkortelse|forbedring"
    r"|forværring|stigning|nedsættelse|forøgelse|forhøjelse|udvidelse|overskud|underskud|merudgift|afvigelsen?|mindreudgift|merforbrug|mindreforbrug|merindtægt|mindreindtægt|overskridelse|restgæld|tilvækst|afdrag|tab|gevinst"
    r"|rest)(?:e[nt]|er|erne|s)?\b"
)
_OF_THEM = pattern(r"(?: [a-zæøå]+)? <ofthem>")
_REASON = re.compile(r"[^.;]*[,;] (?:da|fordi|idet|eftersom|dog)\b")
_ANOTHER_YEAR = re.compile(r"\W*(?:året (?:efter|før)|(?:sidste|forrige|næste) år)\b")


def of_another_year(s: Sentence) -> bool:
    """ "Året efter var tilflytningen 40": is its only figure of a year whose others are not told?"""
    return len(s.mentions) == 1 and _ANOTHER_YEAR.match(s.skeleton) is not None


class Passage:
    """A sentence with those right before it in the same item, and the figures of them all in order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences, self.last = sentences, sentences[-1]
        self.figures = [m for s in sentences for m in s.mentions]

    @cached_property
    def at(self) -> dict[int, Sentence]:
        """The sentence of each figure, by the figure's place."""
        return {m.start: s for s in self.sentences for m in s.mentions}

    def of(self, unit: str) -> list[Mention]:
        """The figures of a unit."""
        return [m for m in self.figures if m.unit == unit]

    def new(self, *told: Mention) -> bool:
        """Does one of them stand in the last sentence? Else the passage before has been asked."""
        return max(m.start for m in told) >= self.last.start

    def apart(self, a: Mention, b: Mention) -> int:
        """Sentences from the one to the other."""
        return abs(self.sentences.index(self.at[a.start]) - self.sentences.index(self.at[b.start]))

    def bound(self, m: Mention) -> bool:
        """Is it a sum or a difference of the other figures of its unit?"""
        return given(m, [o for o in self.of(m.unit) if o is not m])

    def reasoned(self, m: Mention) -> bool:
        """Do words after it tell why it is another than what others make: ", da nogle fik mere"?"""
        s = self.at[m.start]
        return _REASON.match(s.skeleton, s.position(m) + 1) is not None

    def lead(self, m: Mention) -> str:
        """The words between the figure before and this one."""
        return self.at[m.start].lead(m)


def same(a: Mention, b: Mention) -> bool:
    """May the two be of one thing: sums of money, or counts of one word or none?"""
    return a.unit == "kr" or not a.noun or not b.noun or a.noun[:NOUN] == b.noun[:NOUN]


def counts_some(s: Sentence, m: Mention) -> bool:
    """Is it so many of those just counted: "60 af dem var børn"?"""
    return _OF_THEM.match(s.skeleton, s.position(m) + 1) is not None


def comes_near(computed: Decimal, stated: Mention, part: Decimal) -> bool:
    """Is the stated figure within this part of itself of the computed one?"""
    return abs(computed - stated.value) <= part * abs(stated.value)


def given(m: Mention, others: list[Mention]) -> bool:
    """Do others near by make up the figure, or is it told twice?"""
    if any(o.value == m.value for o in others) or any(differ_by(a, b, m) for a, b in combinations(others, 2)):
        return True
    return any(adds_up(m, others[i:j]) for i in range(len(others)) for j in range(i + 2, len(others) + 1))

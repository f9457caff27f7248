"""A change with the figures whose words tell which is first and which last: budget and accounts, the year's beginning and its end."""

from __future__ import annotations

import re

from extractors.claims.comparing.changed import UP_TO, say_change, say_way
from extractors.claims.comparing.comparable import COMPARED, same_noun
from extractors.claims.fit import changes_by, differ_about
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_TOLD = r"(?: ?(?:forventes at blive|opgjort til|tale om))*"
_ROLES = {
    "budget": (
        re.compile(
            rf"(?:m(?:er|indre)(?:forbrug|udgift)|mangler|overskrid|afvigelse|besparelse|(?:over|under)skud)\w*"
            rf"(?:(?: \w+){{0,2}}?|[^,;:]{{0,45}}? (?:er|var|bliver|blev)){_TOLD} ?(?:på|med|til|=|:)?{_TOLD} $"
        ),
        re.compile(r"budget|bevilling|afsat|\bsat\b|ramme|overslag"),
        re.compile(r"(?<!mer)(?<!mindre)(?:forbrug|udgift)|regnskab|regning|prisen|kost|resultat"),
    ),
    "year": (
        pattern(rf"(?:\bafdrag\w*|<rises>|<falls>|<rise>|<fall>){UP_TO}"),
        re.compile(r"\bprimo\b|\bårets (?:begyndelse|start)|\b1\. januar"),
        re.compile(r"\bultimo\b|\bårets (?:slutning|udgang|afslutning)|\b31\. december"),
    ),
}
"""Of each kind of change: its words, those of the figure that it is from, and those of the figure that it leads to."""
_TIMES = re.compile(r"forvent|\bvente|anslå|skøn|prognose"), re.compile(r"hidtil|indtil nu|foreløbig|\bpr\. \d|til dato|i årets første")
"""What is foreseen for the year, and what is spent so far."""
_OVER_PLAN, _UNDER_PLAN = re.compile(r"merforbrug|merudgift|mangler|overskrid"), re.compile(r"mindreforbrug|mindreudgift")
_NEEDED = {kind: needs(change) for kind, (change, _, _) in _ROLES.items()}
ROLES_TOLD = _NEEDED["budget"] | _NEEDED["year"]


def roles(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Merforbruget er C, da forbruget blev A, og budgettet var B", "Gælden var A primo og B ultimo. Der er afdraget C"."""
    near = s.under_one_item(before)
    for kind, (change, first, last) in _ROLES.items():
        for c in s.mentions if s.holds & _NEEDED[kind] else ():
            word = change.search(s.beside(c)[0]) if c.unit in ("kr", "number") and not c.bounded and not s.is_rate(c) else None
            pair = _in_roles(near, c, first, last) if word else None
            if not word or not pair:
                continue
            sure = _alike(near, c, pair) and (_alone(near, c, pair) or differ_about(*pair, c))
            say_change(ledger, s, c, *pair, "warning" if sure else "unverifiable")
            if kind == "budget" and sure:
                say_way(ledger, s, c, *pair, 1 if _OVER_PLAN.search(word.group()) else -1 if _UNDER_PLAN.search(word.group()) else 0)


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

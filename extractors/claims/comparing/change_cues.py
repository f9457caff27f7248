"""Which figures of a sentence are changes, and the way their words point: "steget med C", "en besparelse på C", "C flere"."""

from __future__ import annotations

import re

from extractors.claims.comparing.changed import LEADS, UP_TO
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.comparing.compared import THAN, changed_from
from extractors.claims.comparing.earlier_pairs import CONCLUDES, SECOND
from extractors.claims.comparing.named_pairs import PAIRED, pairs
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import holds, needs

_EITHER = r"(?<!ikke )(?:mangler|(?:ændring|forskel|difference|afvigelse|forbedring|forværring)\w*|(?:over|under)skud(?:det)?)"
VERB = r"(?:(?P<up><rises>)|(?P<down><falls>))"
_CUE = pattern(
    rf"(?:(?P<nup><rise>|<excess>)|(?P<ndown><fall>|<saving>)|\b(?P<neither>{_EITHER})){UP_TO}"
    rf"|{VERB}(?:(?: (?:det|den|de|sit|sin))? [a-zæøå]+(?:en|et|ne) med)?{LEADS}(?: med)?{LEADS} $"
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
_PLAIN_NOUN = re.compile(r"stigning|vækst|forøgelse|forhøjelse|fremgang|fald|nedgang|reduktion|tilbagegang|nedsættelse|tilvækst|besparelse")
_TOO = re.compile("for ")
_TOLD_OF = re.compile(r"\b(?:om|på grund af|ved) (?:fald|stigninger|besparelser|forskelle|mangler) (?:og|samt) $")
""" "1.098 handlede om medicin, 612 om fald og 184 om andet": of what things are."""
_LEVEL = ("fra ", "sænkning til ", "hævning til ", "ændring til ", "stigning til ", "reduktion til ")
"""Before what the change leads from or to."""
_MOVED_TO = pattern(r"(?:<rises>|<falls>)(?: igen)? til $")
LONGEST_CUE = 120
"""Characters before a change in which the words stand that make it one."""
CUED, BY_SO_MUCH, COMPARING = needs(_CUE), needs(_BY), needs(COMPARED)


def changes(s: Sentence) -> list[tuple[Mention, int]]:
    """The stated changes of a sentence with the way their words point: 1 up, -1 down, 0 unknown."""
    found: dict[int, tuple[Mention, int]] = {}
    named_pairs = list(pairs(s)) if s.holds & PAIRED else []
    for m in s.mentions:
        at, lead = s.position(m), s.lead(m)
        cue = _cue(s, lead)
        compared = COMPARED.match(s.skeleton, at + 1) if s.holds & COMPARING else None
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
    found = s.holds & CUED and holds(lead) & CUED and _CUE.search(near) or near.endswith((" med ", " på ")) and _BY.search(near)
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


def pointing(s: Sentence, c: Mention, way: int) -> int:
    """The way a change's word points, when it is a plain one; a "merforbrug" has its own sign."""
    compared = COMPARED.match(s.skeleton, s.position(c) + 1)
    if compared:
        return 1 if compared["more"] else -1
    return way if _PLAIN_NOUN.search(s.skeleton, max(s.position(c) - 30, 0), s.position(c)) else 0

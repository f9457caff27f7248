"""The only two figures there are, in the sentence of the change or in those before it."""

from __future__ import annotations

import re

from extractors.claims.comparing.comparable import COMPARED, NEW, Told, comparable, same_noun
from extractors.claims.fit import NEAR_GAP, differ_by
from extractors.claims.mention import Mention
from extractors.claims.nearby import TO_CAUSES, counts_some
from extractors.claims.sentence import Sentence, pattern
from minutes.content import like

CONCLUDES = pattern(r"<equals>|<thus>|\b(?:hvilket|så)\b|[=:(–]\s?$")
SECOND = pattern(rf"(?!{TO_CAUSES})\s*~40(?:,? ?<equals>| ?\()\s*(?:med |en \w+ på |~12)(?P<c><QF>)(?! (?:ud )?af \ue005)")
BY_BEFORE = pattern(r"(?:<rises>|<falls>)(?: \w+)? med $")
_CHANGE_BEFORE = pattern(r"(?:(?:<rises>|<falls>)(?: \w+)? med|(?:<rise>|<fall>|<excess>|<saving>) på)(?: \w+)? $")
_DRAWN = pattern(
    r", (?:<equals>|så) (?:det (?:er|giver) |der er tale om )?(?:(?:(?:en|et) )?\w+ (?:på|med)|\w+ (?:er|blev) (?:\w+ )?\w+(?:et|t) med) $"
    r"|[;,] (?:<rise>|<fall>) <is> $"
)
_SO = pattern(
    r"(?:,? <equals>|, (?:så|hvilket|hvorved)(?: \w+){0,2} <gives>|, så [a-zæøå]+(?: er| ligger| var)?)<slack> $"
    r"|, så [^\ue000-\ue007,;]{3,40} (?:får|fik|har|mister|sparer|er|bliver)<slack> $"
)
_AND_THUS = pattern(r",? og (?:(?:den|det|de) )?<gives> (?:<thus>)<slack> $")
_THAN_ONCE = re.compile(r"[^\ue000-\ue007,;.]{0,25}\bend (?:sidste|året før|i fjor|forrige|tidligere)\b")
_IS_NOW = re.compile(r"^(?!.*(?:19|20)\d\d)[^.]{0,40}\b(?:har|er|går|bor)\b")
""" "Skolen har 53 elever. I udskolingen er der 48, altså 7 færre end sidste år": what was then is not told."""
_APPOSED = re.compile(r"(?: [\w²³]+){1,3}, ")
FEW = 12
"""Up to here a count stands in a phrase: "en af de tre klubber"."""
IT_IS = pattern(
    r"^(?:(?:det|dette|der|prisen|udgiften|beløbet|resultatet|den|forbruget|antallet|faldet"
    r"|(?:stigning|forskel|fremgang|tilbagegang|nedgang|forøgelse|reduktion|udvidelse)en|(?:til)?væksten)\b|<thus>)"
)
_SUBJECT = re.compile(r"(?P<stem>[a-zæøå]{5,}?)(?:en|et|erne|ene|n|t)\b")
_TWO_TIMES = re.compile(r"året før|sidste år|i fjor|forrige|\bmod\b|tidligere|i dag|\bnu\b|(?:19|20)\d\d|budget|i forhold til|nuværende")
_SHORT_OF = pattern(r"^der (?:mangler|er) (?:så|<so>) ")
_OLD = re.compile(r"nuværende|hidtidige|gamle|tidligere|sidste år|nu er|i dag")
THAN_WORDS = re.compile(r"[^\ue000-\ue007,;.]{0,25}(?:, (?=end\b))?\b(?:end|i forhold til|under|over) (?P<what>[^\ue000-\ue007,;.]+)")
_COUNTED = re.compile(r" (?P<noun>[a-zæøå]{3,})")
TWO_TIMES_SAID = re.compile(
    r"året før|sidste år|i fjor|forrige|tidligere|i dag|(?:19|20)\d\d|år siden|\b(?:den|det|de) (?:første|anden|andet|nuværende|gamle)\b"
)


def _takes_up(s: Sentence, before: Sentence) -> bool:
    """Does the sentence begin with what the one before tells of: "det", or "ventetiden" after "den gennemsnitlige ventetid"?"""
    subject = _SUBJECT.match(s.skeleton)
    return IT_IS.match(s.skeleton) is not None or subject is not None and subject["stem"] in before.skeleton


def two_counts(before: list[Sentence]) -> tuple[Mention, Mention] | None:
    """ "Der var 640 modtagere. Et år senere var tallet 704. Stigningen på …": the only two figures of the sentences right before; or of the
    last one, but for what they differ by."""
    last, told = ([m for t in before[-n:] for m in t.mentions if m.unit == "kr" or m.unit == "number" and m.value > FEW] for n in (1, 2))
    if len(last) == 3 and len({m.unit for m in last}) == 1:
        low, middle, high = sorted(last, key=lambda m: m.value)
        told = [middle, high] if low.value * 2 < high.value and differ_by(middle, high, low) else told
    if len(told) != 2 or any(m.bounded or counts_some(t, m) for t in before for m in told if m in t.mentions):
        return None
    a, b = told
    return (a, b) if a.unit == b.unit and a.per == b.per and same_noun(a, b) else None


def _against(s: Sentence, c: Mention, before: Sentence, default: bool = False) -> bool:
    """ "…, otte færre end i forslaget": does the sentence before speak of that? `default` where it is not said, or only a time."""
    against = THAN_WORDS.match(s.skeleton, s.position(c) + 1)
    words = re.findall(r"[a-zæøå]{5,}", against["what"]) if against and not TWO_TIMES_SAID.search(against["what"]) else []
    return any(w[:7] in before.skeleton for w in words) if words else default


def two_before(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """Exactly two figures of one unit before the change, in the sentence."""
    earlier = s.between(0, s.position(c))
    for unit in ("kr", "number", "percent"):
        two = [
            m for m in earlier if m.unit == unit and comparable(m, c) and (unit == "percent" or not m.bounded) and not is_change(s, m, c)
        ]
        if len(two) == 2 and two[0].per == two[1].per and same_noun(*two):
            return two[0], two[1]
    return None


def one_in_each(s: Sentence, before: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """ "Laveste bud er A. Det næste lød på B, altså en forskel på C": one figure of the unit in each sentence."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    here = _counted_as(c, [m for m in s.between(0, s.position(c)) if m.unit == unit])
    there = [m for m in before.mentions if m.unit == unit and m.per == c.per and (unit != "number" or m.value > FEW or m.value > c.value)]
    there = _counted_as(c, there)
    if len(here) != 1 or len(there) != 1 or any(m.bounded or m.per != c.per for m in (*here, *there)) or not same_noun(here[0], there[0]):
        return None
    at = s.position(c)
    drawn = _DRAWN.search(s.skeleton, s.position(here[0]), at) or (
        COMPARED.match(s.skeleton, at + 1)
        and (
            _SO.search(s.skeleton, 0, at)
            and _against(s, c, before, default=not (_THAN_ONCE.match(s.skeleton, at + 1) and _IS_NOW.search(before.skeleton)))
            or _APPOSED.fullmatch(s.skeleton, s.position(here[0]) + 1, at)
            and _against(s, c, before)
            or _AND_THUS.search(s.skeleton, 0, at)
            and _against(s, c, before, default=True)
        )
    )
    return (there[0], here[0]) if drawn and not is_change(s, here[0], c) else None


def _counted_as(c: Mention, figures: list[Mention]) -> list[Mention]:
    """Of several those that count what the change does: "Med 103 klasser bliver det 3.275 lektioner, så der er 155 lektioner færre"."""
    alike = [m for m in figures if m.noun == c.noun]
    return alike if c.noun and len(figures) > 1 and alike else figures


def is_change(s: Sentence, m: Mention, c: Mention) -> bool:
    """Is M the same change in another unit ("245.000 kr. eller godt 17 pct."), or a change itself ("vokser med M til B", "M flere")?"""
    at = s.position(m)
    if COMPARED.match(s.skeleton, at + 1):
        return True
    second = SECOND.match(s.skeleton, at + 1)
    other = s.of(second.start("c")) if second else None
    level = m.unit == "percent" and other is not None and other.unit == "percentage_points"
    same = second and other and not level and other.unit != m.unit and (other is c or COMPARED.match(s.skeleton, second.end("c")))
    return bool(same) or bool(BY_BEFORE.search(s.skeleton, max(at - 40, 0), at))


def _is_level(s: Sentence, m: Mention) -> bool:
    """Is it none of the changes that stand in a row of their own: "1,1 mia. mindre end budgetteret", "voksede med 36"?"""
    at = s.position(m)
    return not (COMPARED.match(s.skeleton, at + 1) or _CHANGE_BEFORE.search(s.skeleton, max(at - 40, 0), at))


def _of_its_word(s: Sentence, c: Mention, figures: list[Mention]) -> list[Mention]:
    """Of many figures the two that count what the change does: "1.127 børn på 63 hold mod 984 på 58. Det er 143 flere børn"."""
    compared = COMPARED.match(s.skeleton, s.position(c) + 1)
    word = _COUNTED.match(s.skeleton, compared.end()) if compared and len(figures) > 2 else None
    alike = [m for m in figures if word and m.noun and like(m.noun, word["noun"])]
    return alike if len(alike) == 2 else figures


def in_sentences_before(s: Sentence, before: list[Sentence], c: Mention, way: int) -> Told | None:
    """Two figures in the sentence before, or one in each of the two before, when words tell old from new."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    if c.unit in ("percent", "fraction") or any(m.unit in (unit, "number") for m in s.between(0, s.position(c))):
        return None
    at = s.position(c)
    before = [t for t in before if t.mentions or t is before[-1]][-2:]
    window = [[m for m in b.mentions if m.unit == unit and not m.bounded and _is_level(b, m)] for b in before]
    window[-1] = _of_its_word(s, c, window[-1])
    figures = [m for group in window for m in group]
    if max((m.value for m in figures), default=0) < c.value:
        return None
    if len(window[-1]) == 2 and _takes_up(s, before[-1]) and _TWO_TIMES.search(before[-1].skeleton) and same_noun(*window[-1]):
        return (window[-1][0], window[-1][1]), "warning", False
    if len(window[-1]) == 2 and CONCLUDES.search(s.skeleton, 0, at) and len({m.per for m in (*window[-1], c)}) == 1:
        return (window[-1][0], window[-1][1]), "warning" if _SHORT_OF.search(s.skeleton) else "unverifiable", False
    if len(window) == 2 and all(window):
        a, b = window[0][0], window[1][0]
        named = a.per == b.per and bool(_OLD.search(before[-2].skeleton) and NEW.search(before[-1].skeleton))
        thus = CONCLUDES.search(s.skeleton, 0, at) and any(_against(s, c, t, default=True) for t in before)
        drawn = way and (IT_IS.match(s.skeleton) or thus)
        it_is = drawn and same_noun(a, b) and abs(abs(a.value - b.value) - c.value) <= NEAR_GAP * c.value
        compared = COMPARED.match(s.skeleton, at + 1)
        certain = named or len(figures) == 2 and bool(it_is or compared and any(_against(s, c, t, default=True) for t in before[-2:]))
        return ((a, b), "warning" if certain else "unverifiable", False) if a.per == b.per or len(figures) == 2 else None
    return ((figures[0], figures[1]), "unverifiable", False) if len(figures) == 2 else None

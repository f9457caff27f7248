"""The two figures that a change is between: "fra … til …", "… mod …", "mere end …", or the only two there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from itertools import combinations
from operator import or_

from extractors.claims.fit import NEAR_GAP, adds_up, changes_by, differ_by
from extractors.claims.mentions import Mention
from extractors.claims.nearby import ADDS_TO, counts_some
from extractors.claims.sentences import Sentence, pattern
from minutes.closeness import misprinted
from minutes.content import like
from minutes.needs import needs

CONCLUDES = pattern(r"<equals>|<thus>|\b(?:hvilket|så)\b|[=:(–]\s?$")
COMPARED = pattern(
    r"\s*(?:(?!(?:og|til|i|på|er|var|bliver|blev|ligger|for|af)\b)\w+ ){0,2}(?:(?P<more><more>)|(?P<less><less>))(?! (?:<Y>|\d|ét\b|én\b))"
)
_RESTATED = pattern(r"<same>|<thus>|med andre ord")
THAN = re.compile(r"[^\ue000-\ue007]*\b(?:end(?! (?:før|nu|sidst|tidligere|hidtil|ellers|normalt|andre|i dag)\b)|under|over)\b")
_FROM = re.compile(r"\s*(?:fra|i forhold til|sammenlignet med|siden)\b")
_GOES_FROM = re.compile(r"[^,;]{0,20}, så \w+ (?:bliver|er|udgør|lander på|bliver på) |[^,;]{0,40},? (?:fra|til)(?: \w+){0,3} ")
_BESIDE = pattern(r"[^,;]{0,40},?(?: <equals>| (?:og|er|så)<slack>)? ")
_SPEAKS_OF_IT = re.compile(r"(?:det|dette|prisen|udgiften|beløbet) (?:er|var|ligger|bliver|blev)\b")
_FROM_TO = pattern(
    r"\bfra (?:~60 )?(?P<a><Q>)~60\btil (?:~40 )?(?P<b><Q>)|\btil (?P<b2><Q>)[^\ue000-\ue007,;]{0,30}\bfra (?:~20 )?(?P<a2><Q>)"
)
_NOW = re.compile(r"\b(?:mod|imod|over ?for) (?:nu|i dag|nuværende|de nuværende|aktuelt|fremover|herefter) $")
""" "5.043 mod nu 4.993": the second is what it has become."""
_AGAINST = pattern(r"(?P<b><Q>)~80\b(?:mod|imod|over for|overfor|sammen(?:holdt|lignet) med|fra (?:tidligere|hidtil)) (?:~40 )?(?P<a><Q>)")
_FORMS = ((needs(_FROM_TO), _FROM_TO), (needs(_AGAINST), _AGAINST))
"""The ways in which words name a pair of figures, each with what it cannot do without."""
PAIRED = reduce(or_, (need for need, _ in _FORMS))
SECOND = pattern(r"\s*~40(?:,? ?<equals>| ?\()\s*(?:med |en \w+ på |~12)(?P<c><QF>)(?! (?:ud )?af \ue005)")
BY_BEFORE = pattern(r"(?:<rises>|<falls>)(?: \w+)? med $")
_CHANGE_BEFORE = pattern(r"(?:(?:<rises>|<falls>)(?: \w+)? med|(?:<rise>|<fall>|<excess>|<saving>) på)(?: \w+)? $")
_OPPOSED = (pattern(r"<rise>|<excess>|overskud"), pattern(r"<fall>|<saving>|underskud"))
"""What goes from a fall to a rise goes across nought: the two figures are no levels."""
_DRAWN = pattern(
    r", (?:<equals>|så) (?:det (?:er|giver) |der er tale om )?(?:(?:(?:en|et) )?\w+ (?:på|med)|\w+ (?:er|blev) (?:\w+ )?\w+(?:et|t) med) $"
    r"|[;,] (?:<rise>|<fall>) <is> $"
)
_SO = pattern(r"(?:,? <equals>|, (?:så|hvilket|hvorved)(?: \w+){0,2} <gives>|, så [a-zæøå]+(?: er| ligger| var)?)<slack> $")
_APPOSED = re.compile(r"(?: [\w²³]+){1,3}, ")
_APART = re.compile("[,;]")
_FEW = 12
"""Up to here a count stands in a phrase: "en af de tre klubber"."""
NEW_SUBJECT = re.compile(
    r"\bm(?:ed)?ens\b|\bmen\b|;(?! (?:en|et|det|dvs|altså)\b)|\bsamtidig|, og (?!\w*(?:stigning|fald)|det )|\bhvorimod\b"
    r"| og (?:at )?\w{3,}(?:en|et|erne|ene) "
)
_IT_IS = pattern(r"^(?:(?:det|dette|der|prisen|udgiften|beløbet|resultatet|den|forbruget|antallet|stigningen|faldet|forskellen)\b|<thus>)")
_TWO_TIMES = re.compile(r"året før|sidste år|i fjor|forrige|\bmod\b|tidligere|i dag|\bnu\b|(?:19|20)\d\d|budget|i forhold til|nuværende")
_SHORT_OF = pattern(r"^der (?:mangler|er) (?:så|<so>) ")
_NEW = re.compile(r"\bny(?:e|t)?\b|fremover|kommende|fremtidige|herefter|bliver|når ")
_OLD = re.compile(r"nuværende|hidtidige|gamle|tidligere|sidste år|nu er|i dag")
_IN_ALL = pattern(r" <all>")
_PER_PIECE = re.compile(r"\s*(?:pr\.?|per) (?!år|\d{1,2}[./-] ?[a-zæøå\d])\w")
_CHANGED_FROM = pattern(
    r"^(?:det|dette|der) (?:er|var|svarer til|giver)~30 fra (?P<b><Q>)(?!~60\btil <Q>)~40"
    r"(?:,? <equals>|:|\(|–)~12$"
)
"""What it was, before the change: "Det er et fald fra 903 året før, altså 45 færre"."""
_FROM_BEFORE = needs(_CHANGED_FROM)
_TO_END = pattern(r"[^\ue000-\ue007,;.]{0,25}\btil (?:~20 )?(?P<b><Q>)")
_THAN_WORDS = re.compile(r"[^\ue000-\ue007,;.]{0,25}\b(?:end|i forhold til|under|over) (?P<what>[^\ue000-\ue007,;.]+)")
_COUNTED = re.compile(r" (?P<noun>[a-zæøå]{3,})")
_TIMES = frozenset(("år", "måned", "måneder", "uge", "uger", "dag", "dage", "døgn", "time", "timer", "minut", "minutter"))
_PLANNED = re.compile(r"budgetteret|forventet|ventet|planlagt|forudsat|regnet med|afsat|bevilget")
_OF_ALL_TOLD = pattern(r"<all> $")
""" "… 1.318 og 1.012, i alt 149 flere end i dag": the change of both together."""
_A_PART = pattern(r"(?:<ofit>(?: er| var)?|\b[Aa]f (?:dem|disse|de <Q>[^\ue000-\ue007,;.]{0,30}) (?:er|var)) $")
_AN_AGE = re.compile(r" (?:over|under) ")
""" "188 ansatte, heraf 61 over 60", "heraf 8,0 mio. kr. under reglerne": a part that is as old as that, or comes under that."""
_LETTERED = re.compile(r"\b[a-zæøå]{4,} [a-zæøå]\b(?!\.)")
""" "Model A" is another than "model B"."""
_TWO_TIMES_SAID = re.compile(
    r"året før|sidste år|i fjor|forrige|tidligere|i dag|(?:19|20)\d\d|\b(?:den|det|de) (?:første|anden|andet|nuværende|gamle)\b"
)

Told = tuple[tuple[Mention, Mention], str, bool]
"""The two figures of a change, how sure it is that they are, and whether words tell which comes first."""


def others(s: Sentence, before: list[Sentence], c: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Other figures that the change might be between; when it is that of two of these, it is right."""
    near = [m for t in (*before, s) for m in t.mentions if m is not c and comparable(m, c)]
    return combinations(near[:12], 2)


def figures_of(s: Sentence, before: list[Sentence], c: Mention, way: int) -> Told | None:
    """The two figures of a change: named by words, or the only two there are."""
    at = s.position(c)
    if _A_PART.search(s.skeleton, 0, at) and _AN_AGE.match(s.skeleton, at + 1):
        return None
    if than := _compared_with(s, c) or changed_from(s, c):
        if (
            c.unit in ("percent", "fraction")
            and _FROM.match(s.skeleton, at + 1)
            and (d := next((m for m in s.mentions if m.unit == than.unit and _is_change(s, m, c)), None))
        ):
            return (d, than), "part", False
        return _than(s, before, c, than, way)
    if pair := _named_pair(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error", True
    if _OF_ALL_TOLD.search(s.skeleton, 0, at):
        return None
    concluded = bool(CONCLUDES.search(s.skeleton, 0, at)) or bool(_APART.search(s.skeleton, max(at - 45, 0), at)) or not s.between(0, at)
    if not concluded and not _IT_IS.match(s.skeleton):
        return None
    if pair := _two_before(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error" if way else "warning", False
    if before and (pair := _one_in_each(s, before[-1], c)):
        return pair, "warning", False
    if before and not s.between(0, at) and not ADDS_TO.match(s.skeleton):
        pair = _pair_meant(before[-1], c) if _RESTATED.search(s.skeleton, 0, at) else None
        if pair := pair or _named_pair(before[-1], c):
            return pair, "warning", False
    if way and c.unit == "percent" and _IT_IS.match(s.skeleton) and (pair := _two_counts(before)):
        return pair, "warning", False
    found = _in_sentences_before(s, before, c, way) if before else None
    if found and found[1] == "unverifiable" and not THAN.match(s.skeleton, at + 1):
        (a, b), _, ordered = found
        only = sum(comparable(m, c) for t in before[-2:] for m in t.mentions) == 2
        return ((a, b), "warning", ordered) if only and _slips(c, abs(a.value - b.value)) else found
    return found


def _slips(c: Mention, apart: Decimal) -> bool:
    """Is it as much as two figures are apart but for a digit of two or more?"""
    return c.value > 0 and c.digits > 1 and misprinted(c.value, apart, c.high - c.low)


def _two_counts(before: list[Sentence]) -> tuple[Mention, Mention] | None:
    """ "Der var 640 modtagere. Et år senere var tallet 704. Stigningen på …": the only two figures of the sentences right before; or of the
    last one, but for what they differ by."""
    last, told = ([m for t in before[-n:] for m in t.mentions if m.unit == "kr" or m.unit == "number" and m.value > _FEW] for n in (1, 2))
    if len(last) == 3 and len({m.unit for m in last}) == 1:
        low, middle, high = sorted(last, key=lambda m: m.value)
        told = [middle, high] if low.value * 2 < high.value and differ_by(middle, high, low) else told
    if len(told) != 2 or any(m.bounded or counts_some(t, m) for t in before for m in told if m in t.mentions):
        return None
    a, b = told
    return (a, b) if a.unit == b.unit and a.per == b.per and same_noun(a, b) else None


def ends_at(s: Sentence, c: Mention) -> Mention | None:
    """The figure that the change leads to by its own words: "steget C til B" is no change between two others."""
    match = _TO_END.match(s.skeleton, s.position(c) + 1)
    end = s.of(match.start("b")) if match else None
    return end if end is not None and comparable(end, c) and end.unit != "number" else None


def pairs(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "fra A … til B", "til B fra A", "B mod A"."""
    for need, form in _FORMS:
        for match in form.finditer(s.skeleton) if s.holds & need else ():
            first, last = ("a", "b") if match["a"] else ("a2", "b2")
            if not all(way.search(match[0]) for way in _OPPOSED):
                a, b = s.of(match.start(first)), s.of(match.start(last))
                now = form is _AGAINST and _NOW.search(s.lead(a)) and not _NEW.search(s.lead(b))
                yield (b, a) if now else (a, b)


def _named_pair(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
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


def _pair_meant(before: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """The last pair of the sentence before that a conclusion may be drawn from by how finely it is printed."""
    fine = [(a, b) for a, b in pairs(before) if comparable(a, c) and comparable(b, c) and _as_fine(c, a, b)]
    return fine[-1] if fine else None


def _as_fine(c: Mention, a: Mention, b: Mention) -> bool:
    """Is it printed as finely as the two, and may it lie between them: of "fra 174 til 98 … fra 4,9 til 8,7 ha" 66 is of the first?"""
    finest = min(int(m.value.as_tuple().exponent) for m in (a, b))
    return int(c.value.as_tuple().exponent) <= finest and c.value < max(a.value, b.value)


_ASIDE = re.compile(r"\bm(?:ed)?ens\b|\bmen\b|\bligesom\b|\bsamt\b|;|,(?: og)? (?:så|hvortil|hertil|dertil)\b")
_THAN_YEAR = re.compile(r"[^,;]{0,25}\bend i (?P<year>(?:19|20)\d\d)\b")
_YEAR_OF = re.compile(r"\b(?:19|20)\d\d\b")


def _compared_with(s: Sentence, c: Mention) -> Mention | None:
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
    risen = _FROM.match(gap) and not any(x is b or y is b for x, y in pairs(s))
    return b if risen or COMPARED.match(s.skeleton, at + 1) and THAN.match(gap) else None


def changed_from(s: Sentence, c: Mention) -> Mention | None:
    """The figure that the sentence begins with as what was before, when what is now stands in the sentence before it."""
    match = _CHANGED_FROM.match(s.skeleton, 0, s.position(c)) if s.holds & _FROM_BEFORE else None
    b = s.of(match.start("b")) if match else None
    return b if b is not None and comparable(b, c) else None


def _than(s: Sentence, before: list[Sentence], c: Mention, b: Mention, way: int) -> Told | None:
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
    risen = bool(_FROM.match(gap)) or b.start < c.start
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


def comparable(a: Mention, c: Mention) -> bool:
    """May a change in C's unit be one of A's? Percent of anything, points of percent, else the same unit."""
    if c.unit == "percentage_points":
        return a.unit == "percent" or a.unit == "number" and not a.noun and a.value % 1 != 0
    if c.unit == "fraction":
        return a.unit in ("kr", "number")
    if c.unit == "percent":
        return a.unit in ("kr", "number", "percent")
    return a.unit == c.unit


def _another_matter(s: Sentence, last: Mention, c: Mention) -> bool:
    """Does a clause with its own subject begin between the figures and the change ("…, mens ventelisten er vokset med 12")?"""
    if c.start < last.start:
        return False
    between = s.skeleton[s.position(last) + 1 : s.position(c)]
    return _against_unsaid(s, c) or bool(NEW_SUBJECT.search(between)) and not CONCLUDES.search(between)


def _against_unsaid(s: Sentence, c: Mention) -> bool:
    """ "…, hvilket er C mere end budgetteret": is it compared with a figure that neither of the two before is called?"""
    against = _THAN_WORDS.match(s.skeleton, s.position(c) + 1)
    if not against or _TWO_TIMES_SAID.search(against["what"]):
        return False
    told = s.skeleton[: s.position(c)]
    if (one := _LETTERED.search(against["what"])) and one[0] not in told:
        return True
    if _PLANNED.search(against["what"]) and _PLANNED.search(told):
        return False
    words = [w[:7] for w in re.findall(r"[a-zæøå]{5,}", against["what"])]
    return bool(words) and not any(w in told for w in words)


def _against(s: Sentence, c: Mention, before: Sentence, default: bool = False) -> bool:
    """ "…, otte færre end i forslaget": does the sentence before speak of that? `default` where it is not said, or only a time."""
    against = _THAN_WORDS.match(s.skeleton, s.position(c) + 1)
    words = re.findall(r"[a-zæøå]{5,}", against["what"]) if against and not _TWO_TIMES_SAID.search(against["what"]) else []
    return any(w[:7] in before.skeleton for w in words) if words else default


def _two_before(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """Exactly two figures of one unit before the change, in the sentence."""
    earlier = s.between(0, s.position(c))
    for unit in ("kr", "number", "percent"):
        two = [
            m for m in earlier if m.unit == unit and comparable(m, c) and (unit == "percent" or not m.bounded) and not _is_change(s, m, c)
        ]
        if len(two) == 2 and two[0].per == two[1].per and same_noun(*two):
            return two[0], two[1]
    return None


def _one_in_each(s: Sentence, before: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """ "Laveste bud er A. Det næste lød på B, altså en forskel på C": one figure of the unit in each sentence."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    here = [m for m in s.between(0, s.position(c)) if m.unit == unit]
    there = [m for m in before.mentions if m.unit == unit and m.per == c.per and (unit != "number" or m.value > _FEW or m.value > c.value)]
    if len(here) != 1 or len(there) != 1 or any(m.bounded or m.per != c.per for m in (*here, *there)) or not same_noun(here[0], there[0]):
        return None
    at = s.position(c)
    drawn = _DRAWN.search(s.skeleton, s.position(here[0]), at) or (
        COMPARED.match(s.skeleton, at + 1)
        and (_SO.search(s.skeleton, 0, at) or _APPOSED.fullmatch(s.skeleton, s.position(here[0]) + 1, at) and _against(s, c, before))
    )
    return (there[0], here[0]) if drawn and not _is_change(s, here[0], c) else None


def _is_change(s: Sentence, m: Mention, c: Mention) -> bool:
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


def same_noun(a: Mention, b: Mention) -> bool:
    return not a.noun or not b.noun or a.noun[:4] == b.noun[:4] or like(a.noun, b.noun)


def _of_its_word(s: Sentence, c: Mention, figures: list[Mention]) -> list[Mention]:
    """Of many figures the two that count what the change does: "1.127 børn på 63 hold mod 984 på 58. Det er 143 flere børn"."""
    compared = COMPARED.match(s.skeleton, s.position(c) + 1)
    word = _COUNTED.match(s.skeleton, compared.end()) if compared and len(figures) > 2 else None
    alike = [m for m in figures if word and m.noun and like(m.noun, word["noun"])]
    return alike if len(alike) == 2 else figures


def _in_sentences_before(s: Sentence, before: list[Sentence], c: Mention, way: int) -> Told | None:
    """Two figures in the sentence before, or one in each of the two before, when words tell old from new."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    if c.unit in ("percent", "fraction") or any(m.unit in (unit, "number") for m in s.between(0, s.position(c))):
        return None
    window = [[m for m in b.mentions if m.unit == unit and not m.bounded and _is_level(b, m)] for b in before[-2:]]
    window[-1] = _of_its_word(s, c, window[-1])
    figures = [m for group in window for m in group]
    if max((m.value for m in figures), default=0) < c.value:
        return None
    if len(window[-1]) == 2 and _IT_IS.match(s.skeleton) and _TWO_TIMES.search(before[-1].skeleton) and same_noun(*window[-1]):
        return (window[-1][0], window[-1][1]), "warning", False
    if len(window[-1]) == 2 and CONCLUDES.search(s.skeleton, 0, s.position(c)) and len({m.per for m in (*window[-1], c)}) == 1:
        return (window[-1][0], window[-1][1]), "warning" if _SHORT_OF.search(s.skeleton) else "unverifiable", False
    if len(window) == 2 and all(window):
        a, b = window[0][0], window[1][0]
        named = a.per == b.per and bool(_OLD.search(before[-2].skeleton) and _NEW.search(before[-1].skeleton))
        it_is = way and _IT_IS.match(s.skeleton) and same_noun(a, b) and abs(abs(a.value - b.value) - c.value) <= NEAR_GAP * c.value
        compared = COMPARED.match(s.skeleton, s.position(c) + 1)
        certain = named or len(figures) == 2 and bool(it_is or compared and any(_against(s, c, t, default=True) for t in before[-2:]))
        return ((a, b), "warning" if certain else "unverifiable", False) if a.per == b.per or len(figures) == 2 else None
    return ((figures[0], figures[1]), "unverifiable", False) if len(figures) == 2 else None

"""From–to–change, more and less than, and net of gross: a stated difference and the two figures it is between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractors.claims.fit import changes_by, scale_slipped
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_UP = (
    r"\w*(?:stigning|vækst|forøgelse|forhøjelse|udvidelse|fremgang|merudgift|merindtægt|merforbrug|overskridelse|opjustering|tilgang)\w*"
    r"|(?:pris|bevillings)?løft(?:et)?|merpris(?:en)?"
)
_DOWN = (
    r"\w*(?:fald|nedgang|reduktion|reducering|besparelse|tilbagegang|nedsættelse|mindreudgift|mindreindtægt|mindreforbrug|formindskelse"
    r"|lempelse|nedjustering|nedskrivning|afgang)(?:et|en|er|erne)?"
)
_EITHER = r"(?<!ikke )mangler|ændring\w*|forskel(?:len)?|difference\w*|afvigelse\w*|forbedring\w*|forværring\w*|overskud(?:det)?|underskud(?:det)?"
_RISES = r"steget|stiger|steg|stige|vok(?:set|ser|sede)|øge[rst]?|øget|forøge[ts]|forhøje[ts]|hæve[ts]|løfte[ts]|udvide[ts]|opjustere[ts]"
_FALLS = (
    r"faldet|falder|faldt|falde|reducere[rst]|sænke[rst]|nedsat|nedsættes|skåret|skæres|formindske[ts]|nedbragt|nedbringes|beskåret"
    r"|beskæres|mindske[ts]|nedjustere[ts]|skrumpet"
)
_VERB = rf"(?:(?P<up>{_RISES}|(?:sat|sættes|går|gået|gik) op)|(?P<down>{_FALLS}|(?:sat|sættes|går|gået|gik) ned))"
_CONCLUDES = re.compile(r"\b(?:altså|dvs|det vil sige|dermed|således|derved|det er|hvilket|svarende til|så)\b|[=:(–]\s?$")
_LEADS = r"(?: ?(?:i alt|netto|kun|dermed|således|altså|derved|herefter|også|forventes at blive|opgjort til|tale om))*"
_CUE = re.compile(
    rf"\b(?:(?P<nup>{_UP})|(?P<ndown>{_DOWN})|(?P<neither>{_EITHER}))(?: \w+){{0,2}}?{_LEADS} ?(?:på|med|er|udgør|bliver|til|=|:)?{_LEADS} $"
    rf"|\b{_VERB}{_LEADS}(?: med)? $"
    r"|\b(?P<by>altså|dvs\.?|det vil sige|dermed|således|derved|svarende til|hvilket svarer til|eller)(?: altså)? (?:med|på) $"
)
_AFTER_PAIR = re.compile(
    r"^[^;]{0,25}(?:,? (?:en|et) (?:\w+ ){0,2}\w+ på|,? dvs\.?|,? altså|,? svarende til|,? hvilket (?:er|svarer til)|,? eller|,? det er| ?\()"
    r"(?: (?:en|et) (?:\w+ ){0,2}\w+ på| med)? ?$"
)
_MORE = r"mere|flere|højere|større|over(?! (?:\ue004|\d))|dyrere|bedre|nye"
_LESS = r"mindre|færre|lavere|under(?! (?:\ue004|\d))|billigere|dårligere"
_COMPARED = re.compile(
    rf"\s*(?:(?!(?:og|til|i|på|er|var|bliver|blev|ligger|for|af)\b)\w+ ){{0,2}}(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b"
)
_THAN = re.compile(r"[^\ue000-\ue007]*\b(?:end|under|over)\b")
_FACTOR = re.compile(r" gange?\b")
_FROM = re.compile(r"\s*(?:fra|i forhold til|sammenlignet med|siden)\b")
_GOES_FROM = re.compile(r"[^,;]{0,20}, så \w+ (?:bliver|er|udgør|lander på|bliver på) |[^,;]{0,40}\b(?:fra|til)(?: \w+){0,3} ")
_BESIDE = re.compile(r"[^,;]{0,40},? (?:altså |dvs\.? |(?:og |er |det er |hvilket er |hvilket var )(?:dermed |således )?)?")
_SPEAKS_OF_IT = re.compile(r"(?:det|dette|prisen|udgiften|beløbet) (?:er|var|ligger|bliver|blev)\b")
_FROM_TO = pattern(r"\bfra (?:~60 )?(?P<a><Q>)~60\btil (?:~40 )?(?P<b><Q>)|\btil (?P<b2><Q>)~30\bfra (?:~20 )?(?P<a2><Q>)")
_AGAINST = pattern(r"(?P<b><Q>)~80\b(?:mod|imod|sammenholdt med) (?:~40 )?(?P<a><Q>)")
_VERB_FROM_TO = pattern(rf"\b{_VERB}\b (?:[^\ue000-\ue007;,]{{0,60}} )??fra (?:~30 )?(?P<a><Q>)~50\btil (?P<b><Q>)")
_GROWN_TO = pattern(r"\bmed (?P<d><Q>)~30\btil (?:~20 )?(?P<b><Q>)~50(?P<c><P>)")
_LOWEST = pattern(r"\b(?:laveste|mindste|billigste)\b~60(?P<a><Q>)(?:,? og|, mens|,)~30\b(?:højeste|største|dyreste)\b~30(?P<b><Q>)")
_SECOND = pattern(
    r"\s*~40(?:,? eller|,? svarende til|,? dvs\.?|,? altså|,? hvilket svarer til|,? lig med| ?\(| =)\s*(?:med |en \w+ på |~12)(?P<c><QF>)"
)
_BY_BEFORE = re.compile(r"(?:stig|vokse|øge|steg|fald|reducer|sænk|skær|forhøj|nedsæt)\w*(?: \w+)? med $")
_PLAIN_NOUN = re.compile(r"stigning|vækst|forøgelse|forhøjelse|fremgang|fald|nedgang|reduktion|tilbagegang|nedsættelse|tilvækst|besparelse")
_DRAWN = re.compile(r", (?:altså|dvs\.?|det vil sige|så|hvilket (?:er|giver)) (?:(?:en|et) )?\w+ (?:på|med) $")
_SAME_PERCENT = re.compile(r"\b(?:med|efter) (?:den )?samme (?:procent|sats|andel)\w*\b")
_NEW_SUBJECT = re.compile(
    r"\bmens\b|\bmen\b|;|\bsamtidig|, og (?!\w*(?:stigning|fald)|det )|\bhvorimod\b| og (?:at )?\w{3,}(?:en|et|erne|ene) "
)
_IT_IS = re.compile(
    r"^(?:det|dette|der|prisen|udgiften|beløbet|resultatet|den|forbruget|antallet)\b|^(?:stigningen|faldet|forskellen|altså|dermed)\b"
)
_TWO_TIMES = re.compile(r"året før|sidste år|i fjor|forrige|\bmod\b|tidligere|i dag|\bnu\b|(?:19|20)\d\d|budget|i forhold til|nuværende")
_NEW = re.compile(r"\bny(?:e|t)?\b|fremover|kommende|fremtidige|herefter|bliver|når ")
_OLD = re.compile(r"nuværende|hidtidige|gamle|tidligere|sidste år|nu er|i dag")
_ROLES = {
    "change": re.compile(r"m(?:er|indre)forbrug|mangler|overskrid|afvigelse|besparelse|overskud|underskud|m(?:er|indre)udgift"),
    "planned": re.compile(r"budget|bevilling|afsat|\bsat\b|rammen|overslag"),
    "actual": re.compile(r"forbrug|regnskab|prisen|udgift|kost|resultat"),
}
_OVER_PLAN, _UNDER_PLAN = re.compile(r"merforbrug|merudgift|mangler|overskrid"), re.compile(r"mindreforbrug|mindreudgift")
_RATE_AFTER = re.compile(r"[\s,]*(?:årlig|om året|pr\.|per |hvert|hver\b|om måneden)")
_THAN_WORDS = re.compile(r"[^\ue000-\ue007,;.]{0,25}\b(?:end|i forhold til|under|over) (?P<what>[^\ue000-\ue007,;.]+)")
_TO_END = pattern(r"[^\ue000-\ue007,;.]{0,25}\btil (?:~20 )?(?P<b><Q>)")
_PLANNED = re.compile(r"budgetteret|forventet|ventet|planlagt|forudsat|regnet med|afsat|bevilget")
_TWO_TIMES_SAID = re.compile(r"året før|sidste år|i fjor|forrige|tidligere|i dag|(?:19|20)\d\d|\b(?:den|det|de) (?:første|anden|andet|nuværende|gamle)\b")
_PER_PIECE = re.compile(r"\s*(?:pr\.?|per) (?!år)\w")
_IN_ALL = re.compile(r" (?:i alt|ialt|samlet|tilsammen)\b")
TOO_LARGE = 3
"""A change this many times larger than what is changed is that of something else: the income that a higher price gives."""


def find(ledger: Ledger) -> None:
    """Every stated change and comparison."""
    before: list[Sentence] = []
    for sentence in ledger.sentences:
        if sentence.mentions:
            told = None
            for change, way in _changes(sentence):
                told = _change(ledger, sentence, before, change, way, told)
            _directions(ledger, sentence)
            _roles(ledger, sentence)
            _grown(ledger, sentence)
            _same_percent(ledger, sentence, before)
        before = [*before[-2:], sentence]


def _changes(s: Sentence) -> list[tuple[Mention, int]]:
    """The stated changes of a sentence with the way their words point: 1 up, -1 down, 0 unknown."""
    found: dict[int, tuple[Mention, int]] = {}
    pairs = list(_pairs(s))
    start = 0
    for m in s.mentions:
        at = s.position(m)
        lead, start = s.skeleton[start:at], at + 1
        cue, compared = None if lead.endswith("fra ") else _CUE.search(lead), _COMPARED.match(s.skeleton, at + 1)
        if _FACTOR.match(s.skeleton, at + 1):
            continue
        if compared and (
            cue
            or _CONCLUDES.search(s.skeleton, 0, at)
            or _THAN.match(s.skeleton, compared.start("more") if compared["more"] else compared.start("less"))
        ):
            found.setdefault(at, (m, 1 if compared["more"] else -1))
        elif cue:
            named = cue.groupdict()
            found.setdefault(at, (m, 1 if named["nup"] or named["up"] else -1 if named["ndown"] or named["down"] else 0))
        elif any(
            b.end <= m.start and s.position(max(a, b, key=lambda x: x.start)) + 1 == at - len(lead) for a, b in pairs
        ) and _AFTER_PAIR.match(lead):
            found.setdefault(at, (m, 0))
        if at in found and (second := _SECOND.match(s.skeleton, at + 1)) and s.of(second.start("c")).unit != m.unit:
            found.setdefault(second.start("c"), (s.of(second.start("c")), found[at][1]))
    return [found[at] for at in sorted(found)]


Told = tuple[tuple[Mention, Mention], str, bool]
"""The two figures of a change, how sure it is that they are, and whether words tell which comes first."""


def _change(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, way: int, told: Told | None) -> Told | None:
    """Keep a change with its two figures, which the next change of the sentence ("… eller 4 pct.") may share."""
    if c.bounded:
        return told
    found = _figures_of(s, before, c, way)
    if not found and told and c.unit in ("percent", "percentage_points", "fraction") and _comparable(told[0][0], c):
        found = told
    if not found:
        return told
    (a, b), if_not, ordered = found
    if (end := _ends_at(s, c)) and not any(m.low < end.high and end.low < m.high for m in (a, b)):
        return told
    if if_not == "part":
        ledger.say(s, "share", "share", c, [a, b], if_not="warning")
        return told
    if not changes_by(a, b, c):
        a, b = next(((x, y) for x, y in _others(s, [] if ordered else before[-1:], c) if changes_by(x, y, c)), (a, b))
    say_change(ledger, s, c, a, b, if_not)
    if (a, b) == found[0] and ordered and if_not != "unverifiable":
        _way(ledger, s, c, a, b, _pointing(s, c, way))
    return found


def _ends_at(s: Sentence, c: Mention) -> Mention | None:
    """The figure that the change leads to by its own words: "steget C til B" is no change between two others."""
    match = _TO_END.match(s.skeleton, s.position(c) + 1)
    end = s.of(match.start("b")) if match else None
    return end if end is not None and _comparable(end, c) and end.unit != "number" else None


def _others(s: Sentence, before: list[Sentence], c: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Other figures that the change might be between; when it is that of two of these, it is right."""
    near = [m for t in (*before, s) for m in t.mentions if m is not c and _comparable(m, c)]
    return combinations(near[:12], 2)


def _figures_of(s: Sentence, before: list[Sentence], c: Mention, way: int) -> Told | None:
    """The two figures of a change: named by words, or the only two there are."""
    at = s.position(c)
    if than := _compared_with(s, c):
        if (
            c.unit in ("percent", "fraction")
            and _FROM.match(s.skeleton, at + 1)
            and (d := next((m for m in s.mentions if m.unit == than.unit and _is_change(s, m, c)), None))
        ):
            return (d, than), "part", False
        return _than(s, before, c, than, way)
    if pair := _named_pair(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error", True
    concluded = bool(_CONCLUDES.search(s.skeleton, 0, at)) or s.skeleton[max(at - 45, 0) : at].rfind(",") >= 0 or not s.between(0, at)
    if not concluded and not _IT_IS.match(s.skeleton):
        return None
    if pair := _two_before(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error" if way else "warning", False
    if before and (pair := _one_in_each(s, before[-1], c)):
        return pair, "warning", False
    if before and not s.between(0, at) and (pair := _named_pair(before[-1], c)):
        return pair, "warning", False
    return _in_sentences_before(s, before, c) if before else None


def _pairs(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "fra A … til B", "til B fra A", "B mod A"."""
    for form in (_FROM_TO, _AGAINST):
        for match in form.finditer(s.skeleton):
            first, last = ("a", "b") if match["a"] else ("a2", "b2")
            yield s.of(match.start(first)), s.of(match.start(last))


def _named_pair(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """The pair of figures that words name as before and after, the nearest to the change; right after it only "fra … til …"."""
    fitting = [
        (a, b)
        for a, b in _pairs(s)
        if a.unit == b.unit
        and c not in (a, b)
        and (_comparable(a, c) or a.unit == "number" and c.unit == "kr" and not a.noun and not b.noun)
    ]
    if s.start <= c.start < s.end:
        fitting = [
            (a, b)
            for a, b in fitting
            if min(a.start, b.start) < c.start or _GOES_FROM.fullmatch(s.skeleton, s.position(c) + 1, s.position(a))
        ]
    return min(fitting, key=lambda p: abs(p[1].start - c.start)) if fitting else None


def _compared_with(s: Sentence, c: Mention) -> Mention | None:
    """The figure after "C mere end …", "C over rammen på …", "steget med C fra de …"."""
    at = s.position(c)
    b = next((m for m in s.mentions if m.start > c.start and _comparable(m, c)), None)
    if b is None or c.unit == b.unit == "percent":
        return None
    gap = s.skeleton[at + 1 : s.position(b)]
    if len(gap) > 110 or re.search(r"\bmens\b|\bmen\b|;", gap):
        return None
    risen = _FROM.match(gap) and not any(x is b or y is b for x, y in _pairs(s))
    return b if risen or _COMPARED.match(s.skeleton, at + 1) and _THAN.match(gap) else None


def _than(s: Sentence, before: list[Sentence], c: Mention, b: Mention, way: int) -> Told | None:
    """ "A, hvilket er C lavere end budgettet på B", "A. Det er C over rammen på B", "A og dermed steget med C fra de B"."""
    at, gap = s.position(c), s.skeleton[s.position(c) + 1 : s.position(b)]
    if b.bounded or _COMPARED.match(s.skeleton, s.position(b) + 1):
        return None
    if re.search(r"nemlig|idet|fordi|:", gap) and (pair := next((p for p in _pairs(s) if b in p), None)):
        return pair, "warning", True
    here = _plain(s, c, at)
    if here:
        beside = len(here) == 1 or _BESIDE.fullmatch(s.skeleton, s.position(here[-1]) + 1, at)
        return ((b, here[-1]), "warning", True) if beside else None
    risen = bool(_FROM.match(gap))
    told = [(t, m) for t in (before if risen else before[-1:]) for m in _plain(t, c, len(t.skeleton)) if not _rate(t, m)]
    whole = [m for t, m in told if _IN_ALL.match(t.skeleton, t.position(m) + 1)]
    fitting = [m for _, m in told if changes_by(b, m, c) and (m.value - b.value) * way >= 0]
    chosen = fitting[-1:] or (whole if len(whole) == 1 else [m for _, m in told] if len(told) == 1 else [])
    sure = risen or _SPEAKS_OF_IT.match(s.skeleton)
    return ((b, chosen[0]), "warning" if sure else "unverifiable", True) if chosen else None


def _rate(s: Sentence, m: Mention) -> bool:
    return bool(m.per) or bool(_RATE_AFTER.match(s.skeleton, s.position(m) + 1))


def _plain(s: Sentence, c: Mention, end: int) -> list[Mention]:
    """The figures before `end` that may be compared with, and are themselves no comparison ("12 flere")."""
    return [m for m in s.between(0, end) if _comparable(m, c) and not m.bounded and not _COMPARED.match(s.skeleton, s.position(m) + 1)
            and (c.per or not _PER_PIECE.match(s.skeleton, s.position(m) + 1))]


def _comparable(a: Mention, c: Mention) -> bool:
    """May a change in C's unit be one of A's? Percent of anything, points of percent, else the same unit."""
    if c.unit == "percentage_points":
        return a.unit == "percent"
    if c.unit in ("percent", "fraction"):
        return a.unit in ("kr", "number", "percent")
    return a.unit == c.unit


def _another_matter(s: Sentence, last: Mention, c: Mention) -> bool:
    """Does a clause with its own subject begin between the figures and the change ("…, mens ventelisten er vokset med 12")?"""
    if c.start < last.start:
        return False
    between = s.skeleton[s.position(last) + 1 : s.position(c)]
    return _against_unsaid(s, c) or bool(_NEW_SUBJECT.search(between)) and not _CONCLUDES.search(between)


def _against_unsaid(s: Sentence, c: Mention) -> bool:
    """ "…, hvilket er C mere end budgetteret": is it compared with a figure that neither of the two before is called?"""
    against = _THAN_WORDS.match(s.skeleton, s.position(c) + 1)
    if not against or _TWO_TIMES_SAID.search(against["what"]):
        return False
    told = s.skeleton[: s.position(c)]
    if _PLANNED.search(against["what"]) and _PLANNED.search(told):
        return False
    words = [w[:7] for w in re.findall(r"[a-zæøå]{5,}", against["what"])]
    return bool(words) and not any(w in told for w in words)


def _two_before(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """Exactly two figures of one unit before the change, in the sentence."""
    earlier = s.between(0, s.position(c))
    for unit in ("kr", "number", "percent"):
        two = [
            m for m in earlier if m.unit == unit and _comparable(m, c) and (unit == "percent" or not m.bounded) and not _is_change(s, m, c)
        ]
        if len(two) == 2 and two[0].per == two[1].per and _same_noun(*two):
            return two[0], two[1]
    return None


def _one_in_each(s: Sentence, before: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """ "Laveste bud er A. Det næste lød på B, altså en forskel på C": one figure of the unit in each sentence."""
    here = [m for m in s.between(0, s.position(c)) if m.unit == c.unit]
    there = [m for m in before.mentions if m.unit == c.unit]
    if len(here) != 1 or len(there) != 1 or any(m.bounded or m.per != c.per for m in (*here, *there)) or not _same_noun(here[0], there[0]):
        return None
    return (there[0], here[0]) if _DRAWN.search(s.skeleton, s.position(here[0]), s.position(c)) and not _is_change(s, here[0], c) else None


def _is_change(s: Sentence, m: Mention, c: Mention) -> bool:
    """Is M the same change in another unit ("245.000 kr. eller godt 17 pct."), or a change itself ("vokser med M til B", "M flere")?"""
    at = s.position(m)
    if _COMPARED.match(s.skeleton, at + 1):
        return True
    second = _SECOND.match(s.skeleton, at + 1)
    return bool(second and second.start("c") == s.position(c) and m.unit != c.unit) or bool(
        _BY_BEFORE.search(s.skeleton, max(at - 40, 0), at)
    )


def _same_noun(a: Mention, b: Mention) -> bool:
    return not a.noun or not b.noun or a.noun[:4] == b.noun[:4]


def _in_sentences_before(s: Sentence, before: list[Sentence], c: Mention) -> Told | None:
    """Two figures in the sentence before, or one in each of the two before, when words tell old from new."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    if c.unit in ("percent", "fraction") or any(m.unit in (unit, "number") for m in s.between(0, s.position(c))):
        return None
    window = [[m for m in b.mentions if m.unit == unit and not m.bounded] for b in before[-2:]]
    figures = [m for group in window for m in group]
    if max((m.value for m in figures), default=0) < c.value:
        return None
    if len(window[-1]) == 2 and _IT_IS.match(s.skeleton) and _TWO_TIMES.search(before[-1].skeleton) and _same_noun(*window[-1]):
        return (window[-1][0], window[-1][1]), "warning", False
    if len(window) == 2 and all(window):
        a, b = window[0][0], window[1][0]
        named = a.per == b.per and bool(_OLD.search(before[-2].skeleton) and _NEW.search(before[-1].skeleton))
        certain = named or len(figures) == 2 and bool(_COMPARED.match(s.skeleton, s.position(c) + 1))
        return ((a, b), "warning" if certain else "unverifiable", False) if a.per == b.per or len(figures) == 2 else None
    return ((figures[0], figures[1]), "unverifiable", False) if len(figures) == 2 else None


def say_change(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention, if_not: str) -> None:
    """The change from A to B is C: a difference, or a percentage of A."""
    if a.unit == b.unit == "number" and not _same_noun(a, b) or a.price_level != b.price_level:
        return
    largest = max(abs(a.value), abs(b.value))
    yearly = c.per == "year" and not a.per and not b.per and c.value > largest
    if c.unit == a.unit == "kr" and (yearly or c.value > TOO_LARGE * largest and not scale_slipped(c.value, abs(b.value - a.value))):
        if_not = "unverifiable"
    if c.unit in ("percent", "fraction") and a.unit != "percent":
        if a.value:
            ledger.say(s, "share", "percent_change", c, [a, b], if_not=if_not)
    elif c.unit in ("percent", "fraction"):
        ledger.say(s, "share", "difference", c, [a, b], if_not=if_not, also=("percent_change",) if a.value else ())
    else:
        ledger.say(s, "difference", "difference", c, [a, b], if_not=if_not)


def _directions(ledger: Ledger, s: Sentence) -> None:
    """ "er steget fra 12 til 9": the verb and the two figures disagree; "det laveste var 9 og det højeste 8"."""
    for form in (_VERB_FROM_TO, _LOWEST):
        for match in form.finditer(s.skeleton):
            a, b = s.of(match.start("a")), s.of(match.start("b"))
            if a.unit == b.unit and not a.bounded and not b.bounded and min(a.value, b.value) >= 0 and _same_noun(a, b) and a.per == b.per:
                wrong = a.low > b.high if form is _LOWEST or match["up"] else b.low > a.high
                ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=wrong)


def _pointing(s: Sentence, c: Mention, way: int) -> int:
    """The way a change's word points, when it is a plain one; a "merforbrug" has its own sign."""
    compared = _COMPARED.match(s.skeleton, s.position(c) + 1)
    if compared:
        return 1 if compared["more"] else -1
    return way if _PLAIN_NOUN.search(s.skeleton, max(s.position(c) - 30, 0), s.position(c)) else 0


def _way(ledger: Ledger, s: Sentence, c: Mention, first: Mention, last: Mention, way: int) -> None:
    """Does the word for the change point the way the figures go?"""
    if way and min(first.value, last.value) >= 0:
        wrong = last.high < first.low if way > 0 else last.low > first.high
        ledger.say(s, "difference", "direction", last, [first], if_not="warning", differs=wrong)


def _roles(ledger: Ledger, s: Sentence) -> None:
    """ "Merforbruget er opgjort til C, da forbruget blev A, og budgettet var B": each of three amounts has its word before it."""
    money = [m for m in s.mentions if m.unit == "kr"]
    if len(money) != 3 or any(m.bounded or _rate(s, m) for m in money):
        return
    starts = [0, *(s.position(m) + 1 for m in money)]
    found = {}
    for m, start in zip(money, starts, strict=False):
        lead = s.skeleton[start : s.position(m)]
        found.setdefault(next((name for name, words in _ROLES.items() if words.search(lead)), ""), m)
    if {"change", "actual", "planned"} <= set(found):
        c, planned, actual = found["change"], found["planned"], found["actual"]
        ledger.say(s, "difference", "difference", c, [planned, actual], if_not="warning")
        word = s.skeleton[max(s.position(c) - 70, 0) : s.position(c)]
        _way(ledger, s, c, planned, actual, 1 if _OVER_PLAN.search(word) else -1 if _UNDER_PLAN.search(word) else 0)


def _grown(ledger: Ledger, s: Sentence) -> None:
    """ "vokser med D til B, en stigning på C pct.": the change over what B was before."""
    for match in _GROWN_TO.finditer(s.skeleton):
        d, b, c = (s.of(match.start(g)) for g in "dbc")
        grown = _BY_BEFORE.search(s.skeleton, 0, match.start("d"))
        if grown and d.unit == b.unit and d.unit != "percent" and not c.bounded and "fra" not in s.skeleton[match.start() : match.end()]:
            falling = bool(re.search(r"fald|reducer|sænk|skær|nedsæt", s.skeleton[: match.start()]))
            ledger.say(s, "share", "shrunk_by" if falling else "grown_by", c, [d, b], if_not="warning")


def _same_percent(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "… med 4 pct. For børnehaver hæves taksten med samme procent fra A til B": the one percentage of the sentence before."""
    if not before or not _SAME_PERCENT.search(s.skeleton):
        return
    rates = [m for m in before[-1].mentions if m.unit == "percent" and not m.bounded]
    if len(rates) == 1:
        for a, b in _pairs(s):
            if a.unit == b.unit and a.unit in ("kr", "number") and a.value:
                ledger.say(s, "share", "percent_change", rates[0], [a, b], if_not="warning", way=str(b.start))

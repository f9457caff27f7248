"""Percentages and fractions of counts and amounts, and percentages that no whole number can give."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_OF = r"(?:af|ud af|blandt|fra)"
_THE = r"(?:de|den|det|i alt|alle|samtlige|de i alt|vores|kommunens|områdets|skolens|byens|afdelingens|\w+s)?"
_SAYS = (
    r"(?:svarende til|svarer til|altså|dvs\.?|det vil sige|hvilket (?:er|svarer til|giver|udgør)|det (?:er|svarer til|giver)|eller"
    r"|lig med|udgør|= ?|udgjorde|som er|dermed|således|og dermed"
    r"|er|var)"
)
_PART_OF = pattern(rf"(?P<a><N>)(?P<what>~40)\b{_OF} {_THE} ?(?P<b><N>)(?P<mid>~90)(?:\(|\b{_SAYS} )~30(?P<p><PF>)")
_OF_PART = pattern(
    rf"\b(?:ud af|af|blandt) {_THE} ?(?P<b><N>)(?P<what>~60)(?:er|var|har|havde|bor|blev|bliver|kom|svarede|deltog|fik|får|gik|går"
    rf"|stemte|kommer|valgte) (?:der )?(?P<a><N>)(?P<mid>~90)(?:\(|\b{_SAYS} )~12(?P<p><PF>)"
)
_PERCENT_OF_N = pattern(rf"(?P<a><N>)(?P<mid>~60)(?:\(|\b{_SAYS} )~12(?P<p><PF>)\s*{_OF} {_THE} ?(?P<b><N>)")
_OF_THEM = pattern(rf"(?P<b><N>)(?P<what>~60)(?P<a><N>) af (?:dem|disse|disse \w+)(?P<mid>~70)(?:\(|\b{_SAYS} )~12(?P<p><PF>)")
_MONEY_OF = pattern(rf"(?P<a><K>)(?P<what>~50)\b{_OF} {_THE} ?~30(?P<b><K>)(?P<mid>~50)(?:\(|\b{_SAYS} )~12(?P<p><PF>)")
_PERCENT_OF_K = pattern(rf"(?P<p><PF>)\s*af ~50(?P<b><K>)(?P<mid>~60)(?:,|\(|\b{_SAYS}|\beller)\s?~20(?P<a><K>)")
_OF_WHOLE_BEFORE = pattern(
    r"(?P<b><K>)~80\b(?P<p><PF>)(?:, (?:nemlig |altså |dvs\.? |det vil sige |svarende til )?| \(| på )(?P<a><K>)".replace(
        "\\b(?P<p>", "(?P<p>"
    )
)
_COUNT_OF_PERCENT = pattern(
    r"(?P<p><PF>) af (?:de |alle |kommunens |vores )?(?P<b><N>)~80(?:(?:,|\() ?(?:det vil sige|dvs\.?|altså|nemlig|svarende til"
    r"|i alt)) (?P<a><N>)"
)
_BECAUSE = pattern(r"(?P<p><PF>)~25(?:idet|da|fordi|nemlig|:|\() ?(?P<a><N>) (?:ud af|af) (?:de )?(?P<b><N>)")
_MONEY_PERCENT_OF_K = pattern(rf"(?P<a><K>)(?P<mid>~40)(?:\(|,|\b{_SAYS} )\s?~12(?P<p><PF>)\s*af ~40(?P<b><K>)")
_OF_K_PART = pattern(rf"\baf ~60(?P<b><K>)~50(?P<a><K>)(?P<mid>~20)(?:\(|\b{_SAYS} )~12(?P<p><PF>)")
_WHOLE_THEN = pattern(
    r"(?P<b><K>)(?P<what>~60)\b(?:heraf|hvoraf|deraf)\b~50(?P<a><K>)(?P<mid>~30)(?:\(|\b(?:svarende til|dvs\.?|eller"
    r"|altså) )(?P<p><PF>)"
)
_HALF_OF = pattern(r"(?P<b><K>)(?P<what>~40)\b(?:heraf|hvoraf|deraf)\b~40(?P<p><F>)(?P<mid> på | \()(?P<a><K>)")
_EQUAL = pattern(
    r"(?P<f><F>)(?P<mid>~40)(?:,? \(?(?:altså|dvs\.?|det vil sige|svarende til|eller|= ?)\s?|\()(?P<p><P>)"
    r"|(?P<p2><P>)(?P<mid2>~40)(?:,? \(?(?:altså|dvs\.?|det vil sige|svarende til|eller) |\()~4(?P<f2><F>)"
)
_NAMED = pattern(
    r"(?P<a><K>)(?P<mid>~25),? (?:svarende til|dvs\.?|altså|eller|hvilket (?:er|svarer til)) (?P<p><PF>)(?: af (?P<whole>(?:den |det "
    r"|de )?(?:\w+ ){0,2}?\w+))?"
)
_NAMED_FIRST = pattern(
    r"(?P<p><P>) af (?P<whole>(?:den |det |de )?(?:\w+ ){0,2}?\w+),? (?:dvs\.? |altså |svarende til |i alt |eller |\()?(?:på |udgør "
    r"|er |bliver )?(?P<a><K>)"
)
_GRIM = pattern(r"(?P<p><P>)\s*af (?:de|alle|samtlige|i alt|de i alt|vores|gruppens|de adspurgte)\s?(?P<n><N>)")
_CALLED_WHOLE = re.compile(r"\bsamlede?\b|\bi alt\b|\btotale?\b|\bbudget|\bramme|\bbevilling|\bsum\b|\bpulje")
_GENERIC = frozenset(
    [
        "samlede",
        "samlet",
        "beløb",
        "hele",
        "den",
        "det",
        "de",
        "udgiften",
        "udgifterne",
        "beløbet",
        "dette",
        "denne",
        "alle",
        "dem",
        "det",
        "hele",
    ]
)
_MOVES = re.compile(
    r"stig(?:er|et|e|ning)|fald(?:er|et|t)?\b|steg\b|vokse|\bøge[st]|reducere|fremskriv|forhøj|nedsæt|nedsat|hæves|sænke|nedgang"
    r"|vækst|lavere|højere|rabat"
)
EXACT_SHARE = Decimal("0.15")
"""Percentage points of a share in words with an exact amount beside it."""
LOOSE = Decimal(1)
"""Percentage points: tens and fives are said of what is near them."""
SMALL_WHOLE = 400
"""Above this a percentage of whole numbers says little about the number."""


_OF_ALL = re.compile(r"\baf (?:de|den|det) samlede [^\ue000-\ue007,]*$")
"""What a part can never exceed."""
_IT_IS_OF = pattern(r"^(?:det|dette) (?:svarer til|er|udgør) ~15(?P<a><N>) (?:ud )?af (?:de |i alt |alle |\w+s )?(?P<b><N>)")
_COMPARED_WITH = re.compile(r"\b(?:mod|end|fra) (?:\w+ )?$")
_GOT = pattern(
    rf"^(?P<a><N>) (?:af dem |personer |borgere |ansøgere )?(?:fik|har|havde|er|var|blev|svarede|sagde|deltog|mødte|kom"
    rf"|bor)\b~40(?:\(|, {_SAYS} )~5(?P<p><P>)"
)
_REST = pattern(r"\b(?:de|den|det) (?:sidste|resterende|øvrige|tiloversblevne) ~25(?P<p><P>)|\bresten,? (?:\(|på |er |udgør )?(?P<p2><P>)")
_SPREAD = pattern(r"\b(?:fordeler sig|fordelte sig|er fordelt|fordelt)\b (?:således|sådan|med|på)(?P<tail>.*)$")


def find(ledger: Ledger) -> None:
    """Every stated share."""
    before: list[Sentence] = []
    for s in ledger.sentences:
        if any(m.unit in ("percent", "fraction") for m in s.mentions):
            seen = _direct(ledger, s) if len(s.mentions) > 2 else set()
            _equal(ledger, s)
            _impossible(ledger, s, seen)
            _named(ledger, s, before, seen)
            _siblings(ledger, s, before, seen)
            _to_hundred(ledger, s, before)
            _all_of_them(ledger, s)
            _it_is(ledger, s, before, seen)
            _namely(ledger, s, before)
            _got(ledger, s, before, seen)
        elif before:
            _counted_out(ledger, s, before[-1])
        before = [*before[-5:], s]


def _direct(ledger: Ledger, s: Sentence) -> set[int]:
    """Part, whole and percentage in one sentence; the places of the percentages that found their whole."""
    seen: set[int] = set()
    for form in (_BECAUSE, _PERCENT_OF_N, _PART_OF, _OF_PART, _OF_THEM, _MONEY_OF, _MONEY_PERCENT_OF_K, _OF_K_PART, _WHOLE_THEN, _HALF_OF):
        for match in form.finditer(s.skeleton):
            a, b, p = (s.of(match.start(g)) for g in "abp")
            if p.start in seen or not b.value or p.bounded or a.bounded or b.bounded:
                continue
            if a.value > b.value and not _OF_ALL.search(s.skeleton, max(match.start("b") - 40, 0), match.start("b")):
                continue
            seen.add(p.start)
            sure = form in (_PART_OF, _OF_PART, _OF_THEM) and re.search(r"\bheraf\b|\bhvoraf\b|\bog\b.*\bog\b", match["mid"])
            ledger.say(s, "share", "share", p, [a, b], if_not="unverifiable" if sure else "warning" if p.unit == "fraction" else "error")
    for match in _PERCENT_OF_K.finditer(s.skeleton):
        a, b, p = (s.of(match.start(g)) for g in "abp")
        if (
            p.start not in seen
            and not p.bounded
            and (
                a.value < b.value
                or re.search(r"altså|dvs|nemlig|det vil sige|svarende til", s.skeleton[match.start("b") : match.start("a")])
            )
        ):
            seen.add(p.start)
            ledger.say(s, "share", "percent_of", a, [_exact(p), b], if_not="error")
    for match in _OF_WHOLE_BEFORE.finditer(s.skeleton):
        a, b, p = (s.of(match.start(g)) for g in "abp")
        if p.start not in seen and not p.bounded and not b.bounded and not _MOVES.search(s.skeleton):
            seen.add(p.start)
            ledger.say(s, "share", "percent_of", a, [_exact(p), b], if_not="warning")
    for match in _COUNT_OF_PERCENT.finditer(s.skeleton):
        a, b, p = (s.of(match.start(g)) for g in "abp")
        if p.start not in seen and not p.bounded:
            seen.add(p.start)
            ledger.say(s, "share", "percent_of", a, [p, b], if_not="warning")
    return seen


def _exact(p: Mention) -> Mention:
    """A share in words that an amount is computed from is meant as it stands: "en fjerdedel, nemlig 900.000 kr."."""
    if p.unit != "fraction" or p.qualifier:
        return p
    return replace(p, low=p.value - EXACT_SHARE, high=p.value + EXACT_SHARE)


def _equal(ledger: Ledger, s: Sentence) -> None:
    """ "hver fjerde ledige bolig, altså 25 pct."."""
    for match in _EQUAL.finditer(s.skeleton):
        f, p = (s.of(match.start(g)) for g in (("f", "p") if match["f"] else ("f2", "p2")))
        if not p.bounded and (match["mid"] or match["mid2"] or "").count(",") < 2:
            ledger.say(s, "share", "sum", p, [f], if_not="warning")


def _impossible(ledger: Ledger, s: Sentence, seen: set[int]) -> None:
    """ "37 pct. af de 12 børn": a count of whole things gives only some percentages (the GRIM test)."""
    for match in _GRIM.finditer(s.skeleton):
        p, n = s.of(match.start("p")), s.of(match.start("n"))
        if p.qualifier or n.qualifier or p.start in seen or not 1 < n.value <= SMALL_WHOLE or n.value != n.value.to_integral_value():
            continue
        off = _distance(p, int(n.value))
        ledger.say(s, "share", "possible", p, [n], if_not="warning", differs=off > (LOOSE if p.value % 5 == 0 else 0))


def _distance(p: Mention, whole: int) -> Decimal:
    """How far the printed percentage is from the nearest that a whole number of things gives, in percentage points."""
    nearest = int(p.value * whole / 100)
    shares = [Decimal(k * 100) / whole for k in range(max(nearest - 1, 0), min(nearest + 2, whole) + 1)]
    return min(max(p.low - share, share - p.high, Decimal(0)) for share in shares)


def _named(ledger: Ledger, s: Sentence, before: list[Sentence], seen: set[int]) -> None:
    """ "16,2 mio. kr., svarende til 75 pct. [af budgettet]": the whole stands before, under its name or as the total."""
    for form in (_NAMED, _NAMED_FIRST):
        for match in form.finditer(s.skeleton):
            a, p = s.of(match.start("a")), s.of(match.start("p"))
            if p.start in seen or p.bounded or a.bounded or _MOVES.search(s.skeleton):
                continue
            whole, certain = _whole(s, before, a, (match["whole"] or "").split())
            if whole is not None and whole.value > abs(a.value):
                seen.add(p.start)
                relation, stated, parts = ("share", p, [a, whole]) if form is _NAMED else ("percent_of", a, [p, whole])
                ledger.say(s, "share", relation, stated, parts, if_not="warning" if certain else "unverifiable")


def _whole(s: Sentence, before: list[Sentence], a: Mention, words: list[str]) -> tuple[Mention | None, bool]:
    """The amount that a share is of: the nearest before it that the name stands at; without a name, the total just before."""
    stems = [w[:5] for w in words if w not in _GENERIC and len(w) > 4]
    candidates = [(t, m) for t in [*before, s] for m in t.mentions if m.unit == "kr" and m.start < a.start and not m.bounded]
    for t, m in reversed(candidates):
        lead = t.skeleton[max(t.position(m) - 60, 0) : t.position(m)]
        if any(stem in lead[lead.rfind("\ue000") + 1 :] for stem in stems):
            return m, True
        if not words and _CALLED_WHOLE.search(lead[lead.rfind("\ue000") + 1 :]):
            return m, t is s or t is before[-1]
    fitting = [m for _, m in candidates if m.value > a.value]
    return (fitting[-1], False) if fitting else (None, False)


def _siblings(ledger: Ledger, s: Sentence, before: list[Sentence], seen: set[int]) -> None:
    """A point "186 er over 65 år (15 %)" after "310 af de 1.240 beboere …": the same whole."""
    match = pattern(r"^[-–•\s]*(?P<a><N>)(?P<mid>~60)\((?P<p><P>)\)").match(s.skeleton)
    if not match or not before or s.of(match.start("p")).start in seen:
        return
    for t in reversed(before[-4:]):
        if first := pattern(rf"^[-–•\s]*(?P<a><N>)~40\baf {_THE} ?(?P<b><N>)").match(t.skeleton):
            whole, a = t.of(first.start("b")), s.of(match.start("a"))
            if a.value <= whole.value:
                ledger.say(s, "share", "share", s.of(match.start("p")), [a, whole], if_not="warning")
            return


def _to_hundred(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "8 pct. …, 90 pct., og … de sidste 2 pct.": the rest of a hundred; with those of the sentence before, if that fits."""
    match = _REST.search(s.skeleton)
    if not match:
        return
    rest = s.of(match.start("p") if match["p"] else match.start("p2"))
    here = [m for m in s.between(0, s.position(rest), "percent") if not m.bounded]
    there = [m for m in before[-1].mentions if m.unit == "percent" and not m.bounded] if before else []
    wider = here and there and sum(m.low for m in [*here, *there, rest]) <= 100 <= sum(m.high for m in [*here, *there, rest])
    if here:
        ledger.say(s, "share", "rest", rest, [*there, *here] if wider else here, if_not="warning" if len(here) > 1 else "unverifiable")


_IT_IS = pattern(r"^det (?:er|svarer til|giver|udgør) (?:kun |altså |dermed |således )?(?P<p><PF>)")
_PART_BEFORE = pattern(
    r"\baf (?:de|alle) (?P<b3><N>)~60(?:er|var|har|svarede|deltog|kom|bor) ~15(?P<a3><N>)|(?P<b><N>)(?P<what>~60)\b(?:heraf|hvoraf"
    r"|deraf) (?:er |var |er der )?(?P<a><N>)|(?P<a2><N>) af (?:de |i alt )?(?P<b2><N>)"
)
_OF_THOSE = pattern(rf"(?P<a><N>) af (?:dem|disse)\b~60(?:\(|\b{_SAYS} )~12(?P<p><PF>)")
_SEVERAL = re.compile(r"heraf|hvoraf|flere svar|flere kryds|også|mod \ue001|sidste år|året før|\bfra \ue001")
_ANSWERS = re.compile(
    r"tilfreds|enig|hverken|ved ikke|utryg|tryg|imod|neutral|\bgod|dårlig|øvrige|sidste|resten|\bja\b|\bnej\b|fordeler sig"
)
NEARLY_ALL = 110
"""Percent: more than this, and people could choose several answers."""
_NAMELY = pattern(r"(?P<p><F>) af (?P<whole>[a-zæøå-]{4,}),? (?:nemlig|dvs\.?|altså|det vil sige|\() ?(?P<a><N>)")
_EACH_OF = pattern(r"(?P<p><F>) [a-zæøå-]+, (?:nemlig |dvs\.? |altså )?(?P<a><N>) (?:ud af|af) (?:de |i alt )?(?P<b><N>)")


def _all_of_them(ledger: Ledger, s: Sentence) -> None:
    """ "54 pct. meget tilfredse, 31 pct. tilfredse, 9 pct. hverken eller, og 8 pct. utilfredse": no more answers than all."""
    parts = [m for m in s.mentions if m.unit == "percent"]
    if (
        len(parts) < 3
        or any(m.bounded for m in parts)
        or _MOVES.search(s.skeleton)
        or _SEVERAL.search(s.skeleton)
        or not _ANSWERS.search(s.skeleton)
    ):
        return
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in zip(parts, parts[1:], strict=False)]
    if all(len(g) < 60 and re.search(r",|\bog\b|\bmens\b", g) for g in gaps) and sum(m.value for m in parts) <= NEARLY_ALL:
        ledger.say(s, "sum", "no_more_than_all", parts[-1], parts, if_not="warning")


def _it_is(ledger: Ledger, s: Sentence, before: list[Sentence], seen: set[int]) -> None:
    """ "Klubben har 740 medlemmer, heraf 515 under 19 år. Det er knap 70 procent."."""
    if before and (match := _OF_THOSE.search(s.skeleton)) and s.of(match.start("p")).start not in seen:
        wholes = [m for m in before[-1].mentions if m.unit == "number"]
        if len(wholes) == 1 and wholes[0].value >= s.of(match.start("a")).value:
            ledger.say(s, "share", "share", s.of(match.start("p")), [s.of(match.start("a")), wholes[0]], if_not="warning")
            return
    match = _IT_IS.match(s.skeleton)
    pair = _PART_BEFORE.search(before[-1].skeleton) if match and before else None
    if match and pair and s.of(match.start("p")).start not in seen:
        t, names = before[-1], next(n for n in (("a", "b"), ("a2", "b2"), ("a3", "b3")) if pair[n[0]])
        a, b = (t.of(pair.start(g)) for g in names)
        if a.value <= b.value and not any(m.unit == "number" for m in s.between(0, len(s.skeleton))):
            ledger.say(s, "share", "share", s.of(match.start("p")), [a, b], if_not="warning")


def _namely(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "En tredjedel af boligerne, nemlig 21": a count of whole things, so the share is that of a whole near by."""
    for match in _EACH_OF.finditer(s.skeleton):
        a, b, p = (s.of(match.start(g)) for g in "abp")
        ledger.say(s, "share", "share", p, [a, b], if_not="warning")
    for match in _NAMELY.finditer(s.skeleton):
        p, a, stem = s.of(match.start("p")), s.of(match.start("a")), match["whole"].removesuffix("ne").removesuffix("e")[-5:]
        wholes = [m for t in before for m in t.mentions if m.unit == "number" and stem in m.noun]
        if wholes and wholes[-1].value > a.value:
            ledger.say(s, "share", "share", p, [a, wholes[-1]], if_not="unverifiable")


def _counted_out(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "64 pct. af brugerne er over 60 år. Det svarer til 128 af de 200 brugere"."""
    match = _IT_IS_OF.match(s.skeleton)
    shares = [m for m in before.mentions if m.unit in ("percent", "fraction")] if match else []
    shares = [m for m in shares if not _COMPARED_WITH.search(before.skeleton, 0, before.position(m))]
    if match and len(shares) == 1 and not shares[0].bounded and not _MOVES.search(before.skeleton):
        a, b = s.of(match.start("a")), s.of(match.start("b"))
        if a.value <= b.value and b.value:
            ledger.say(s, "share", "share", shares[0], [a, b], if_not="warning")


def _got(ledger: Ledger, s: Sentence, before: list[Sentence], seen: set[int]) -> None:
    """ "Der var 300 ansøgere. 120 fik plads, dvs. 40 pct."."""
    match = _GOT.match(s.skeleton)
    wholes = before[-1].between(0, len(before[-1].skeleton), "number") if match and before else []
    if match and len(wholes) == 1 and wholes[0].noun and not wholes[0].bounded and s.of(match.start("p")).start not in seen:
        a, p = s.of(match.start("a")), s.of(match.start("p"))
        alone = len(s.mentions) == 2 and (not a.noun or a.noun == wholes[0].noun)
        if a.value <= wholes[0].value and not p.bounded:
            ledger.say(s, "share", "share", p, [a, wholes[0]], if_not="warning" if alone else "unverifiable")

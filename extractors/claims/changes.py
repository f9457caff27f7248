"""From–to–change, what is left, and net of gross: a stated difference and the two figures it is between."""

from __future__ import annotations

import re

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_UP = (
    r"(?:pris|løn|udgifts|beboer|elev|folke)?stigning\w*|vækst\w*|forøgelse\w*|forhøjelse\w*|udvidelse\w*|fremgang\w*|merudgift\w*"
    r"|merindtægt\w*|merforbrug\w*|tilvækst\w*"
)
_DOWN = (
    r"fald(?:et)?|nedgang\w*|reduktion\w*|reducering\w*|besparelse\w*|tilbagegang\w*|nedsættelse\w*|mindreudgift\w*|mindreindtægt\w*"
    r"|mindreforbrug\w*|formindskelse\w*|lempelse\w*"
)
_EITHER = r"ændring\w*|forskel(?:len)?|difference\w*|afvigelse\w*|forbedring\w*|overskud(?:det)?|underskud(?:det)?"
_SAID = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER}))"
_CHANGE = pattern(rf"\b{_SAID} ?(?:(?:bliver |er |var |udgør )?(?:på |med |er |udgør |til )|=|:)?(?:i alt |netto |kun )?(?P<c><QF>)")
_BY = pattern(
    r"\b(?P<word>altså|dvs\.?|det vil sige|dermed|således|derved|det er|en ændring|svarende til|hvilket er|hvilket svarer til"
    r"|hvilket giver)"
    r"(?: altså| dermed| således)? (?:en |et |(?:også )?(?:steget|faldet|stiger|falder|steg|faldt|vokset|øget|øges"
    r"|reduceret) )?(?:med |på )(?P<c><QF>)"
)
_VERB = (
    r"(?:(?P<up>steget|stiger|steg|stige|vokset|vokser|voksede|øget|øges|øge|forøget|forhøjet|forhøjes|hævet|hæves|sat op|sættes op"
    r"|går op|gået op|udvidet|udvides)"
    r"|(?P<down>faldet|falder|faldt|falde|reduceret|reduceres|sænket|sænkes|nedsat|nedsættes|sat ned|sættes ned|går ned"
    r"|gået ned|gik ned|skåret|skæres|formindsket|nedbragt|nedbringes|beskåret|beskæres|mindsket))"
)
_VERB_BY = pattern(rf"\b{_VERB}\b(?: dermed| således| altså| derved| herefter)?(?: med)? (?P<c><Q>)")
_FROM_TO = pattern(r"\bfra (?:~60 )?(?P<a><Q>)(?P<gap>~60)\btil (?:~40 )?(?P<b><Q>)")
_VERB_FROM_TO = pattern(rf"\b{_VERB}\b (?:[^\ue000-\ue007;,]{{0,60}} )??fra (?:~30 )?(?P<a><Q>)~50\btil (?P<b><Q>)")
_AGAINST = pattern(r"(?P<b><Q>)(?P<gap>~80)\bmod (?:~30 )?(?P<a><Q>)")
_BY_BEFORE = re.compile(r"(?:stig|vokse|øge|steg|fald|reducer|sænk|skær|forhøj|nedsæt)\w*(?: \w+)? med $")
_SAME = pattern(r"~12(?:,? eller|,? svarende til|,? lig med| ?\(| =)\s*(?:med )?~4(?P<c><Q>)")
_GROWN_TO = pattern(r"(?P<d><Q>)~30\btil (?:~20 )?(?P<b><Q>)(?P<mid>~50)(?P<c><P>)")
_SECOND = pattern(
    r"\s*~40(?:,? eller|,? svarende til|,? dvs\.?|,? altså|,? hvilket svarer til|,? lig med| ?\()\s*(?:med |en \w+ på "
    r"|~12)(?P<c><QF>)"
)
_COMPARED = pattern(r"(?P<c><Q>) (?:\w+ ){0,3}(?:billigere|dyrere|mere|mindre|lavere|højere|færre|flere|større|over|under)\b")
_NEW_ONES = pattern(r"^det er (?P<c><N>) (?:nye|flere|færre)\b")
_CONCLUDES = re.compile(r"\b(?:altså|dvs|det vil sige|dermed|således|derved|det er|hvilket|svarende til)\b")
_LEFT = pattern(
    r"(?:\bresterer\b|\ber der herefter\b|\bherefter er der\b) ?(?:~30)(?P<c><K>)|(?P<c2><K>)(?=~25\b(?:tilbage|i rest|resterer"
    r"|uforbrugt)\b)"
    r"|\btilbage\b~20(?P<c3><K>)"
)
_REST = pattern(
    r"\bresten,? (?:på |er |udgør |dvs\.? |nemlig |af beløbet,? )?(?P<c><K>)|\b(?:de resterende|de øvrige|de sidste|de manglende"
    r"|det resterende beløb,?|restbeløbet(?: er| på|,)?) (?:på )?(?P<c3><K>)"
)
_RATE_AFTER = re.compile(r"[\s,]*(?:årlig|om året|pr\.|per |hvert|hver\b|om måneden)")
_OVERLAPS = re.compile(r"\bheraf\b|\bhvoraf\b|\beller\b")
_TAKEN = re.compile(
    r"disponeret|brugt|bruges|anvendt|forbrugt|forbrug|trukket|udbetalt|reserveret|udmøntet|bevilget|trækkes|fratrækkes|afholdt"
    r"|frigivet|går til|udgifter|finansier|betal|dækk"
)
_FUND = re.compile(r"(?:pulje|ramme|bevilling|budget|afsat|beholdning|rådighed|konto|reserve)[^\ue000-\ue007]{0,50}$")
_NET = pattern(r"\bnetto\w*(?: \w+){0,3}? (?P<c><K>)")
_GROSS = re.compile(r"brutto|udgift|indtægt|spares|bruges|trækker|fratræk|fratruk|efter|salg|tilskud|refusion|minus")
_NOW = re.compile(r"nuværende|hidtidige|nuværende|gamle|tidligere|sidste år|nu er|i dag")
_NEW = re.compile(r"\bny(?:e|t)?\b|fremover|kommende|fremtidige|herefter|bliver|når ")
_MORE_THAN = pattern(
    r"(?P<a><Q>)~70,? (?:(?:hvilket er|det er|altså|og dermed|dvs\.?) ~10)?(?P<c><Q>) (?:\w+ )?(?P<more>mere|flere|højere|større|over"
    r"|dyrere|mindre|færre"
    r"|lavere|under|billigere) end ~40(?P<b><Q>)"
)
_THAN_NAMELY = pattern(
    r"(?P<c><Q>) (?:\w+ )?(?P<more>mere|flere|højere|større|over|dyrere|mindre|færre|lavere|under|billigere) end ~40(?:nemlig|idet"
    r"|fordi|:) ?~25"
    r"(?P<a><Q>)~20\bmod (?:~20 )?(?P<b><Q>)"
)
_ROLES = {
    "change": re.compile(r"m(?:er|indre)forbrug|mangler|overskrid|afvigelse|besparelse|overskud|underskud|m(?:er|indre)udgift"),
    "planned": re.compile(r"budget|bevilling|afsat|\bsat\b|rammen|overslag"),
    "actual": re.compile(r"forbrug|regnskab|prisen|udgift|kost|resultat"),
}
_OVER_PLAN = re.compile(r"merforbrug|merudgift|mangler|overskrid")
_UNDER_PLAN = re.compile(r"mindreforbrug|mindreudgift")
_COMPARATIVE = re.compile(r"\s*(?:\w+ )?(mere|flere|højere|dyrere|mindre|færre|lavere|billigere)\b")
_PLAIN_WAY = re.compile(r"stigning|vækst|forøgelse|forhøjelse|fremgang|fald|nedgang|reduktion|tilbagegang|nedsættelse|tilvækst|besparelse")
_MARKS = (": ", "– ", "= ", "- ")
_NEW_SUBJECT = re.compile(
    r"\bmens\b|\bmen\b|;|\bsamtidig|, og (?!\w*(?:stigning|fald)|det )|\bhvorimod\b| og (?:at )?\w{3,}(?:en|et|erne|ene) "
)
_IT_IS = re.compile(r"^(?:det|dette|der) (?:er|giver|svarer til|bliver|betyder)\b|^(?:stigningen|faldet|forskellen|altså)\b")
_BEFORE_AND_NOW = re.compile(r"året før|sidste år|i fjor|forrige|\bmod\b|tidligere|i dag|\bnu\b|(?:19|20)\d\d")
_WORDS_FOR = {"up": 1, "down": -1}


def find(ledger: Ledger) -> None:
    """Every stated change, remainder and net amount."""
    before: list[Sentence] = []
    for sentence in ledger.sentences:
        if sentence.mentions:
            spans = [*_changes(sentence)]
            told = None
            for change, way, conclusion in spans:
                told = _change(ledger, sentence, before, change, way, conclusion, told)
            if len(sentence.mentions) > 1:
                _directions(ledger, sentence)
            if len(sentence.mentions) > 2:
                _than(ledger, sentence)
                _roles(ledger, sentence)
                _grown(ledger, sentence)
            if any(m.unit == "kr" for m in sentence.mentions):
                _left(ledger, sentence, before)
                _rest(ledger, sentence, before)
                _net(ledger, sentence, before)
        before = [*before[-2:], sentence]


def _changes(s: Sentence) -> list[tuple[Mention, int, bool]]:
    """The stated changes of a sentence: the quantity, the direction its word gives (1, -1, 0), and whether it is drawn as a conclusion."""
    found: dict[int, tuple[Mention, int, bool]] = {}
    for form in (_CHANGE, _VERB_BY, _BY, _COMPARED, _NEW_ONES):
        for match in form.finditer(s.skeleton):
            at = match.start("c")
            groups = match.groupdict()
            way = next((w for name, w in _WORDS_FOR.items() if groups.get(name)), 0)
            concluded = (
                form in (_BY, _NEW_ONES)
                or s.skeleton[max(at - 2, 0) : at] in _MARKS
                or bool(_CONCLUDES.search(s.skeleton, max(match.start() - 30, 0), at))
                or form is _CHANGE
            )
            if form is _COMPARED and not _CONCLUDES.search(s.skeleton, 0, at) and s.skeleton[max(at - 2, 0) : at] not in _MARKS:
                continue
            found.setdefault(at, (s.of(at), way, concluded))
            if second := _SECOND.match(s.skeleton, at + 1):
                found.setdefault(second.start("c"), (s.of(second.start("c")), way, concluded))
    return [found[at] for at in sorted(found)]


Told = tuple[tuple[Mention, Mention], str]
"""The two figures of a change, and how sure it is that they are."""


def _change(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, way: int, concluded: bool, told: Told | None) -> Told | None:
    """Keep a change with its two figures, which the next change of the sentence ("… eller 4 pct.") may share."""
    if c.bounded:
        return told
    found = _figures_of(s, before, c, way, concluded)
    if not found and told and c.unit in ("percent", "percentage_points", "fraction") and _comparable(told[0][0], c):
        found = told
    if found:
        _say(ledger, s, c, *found[0], way, found[1])
        if found[1] == "error" and (_from_to(s, c) or _mod(s, c)):
            _way(ledger, s, c, *found[0], _pointing(s, c, way))
    return found or told


def _pointing(s: Sentence, c: Mention, way: int) -> int:
    """The way a change's word points: that of its noun or verb, else of "flere" or "færre" after it."""
    after = _COMPARATIVE.match(s.skeleton, s.position(c) + 1)
    if after:
        return 1 if after[1] in ("mere", "flere", "højere", "dyrere") else -1
    before = s.skeleton[max(s.position(c) - 30, 0) : s.position(c)]
    return way if _PLAIN_WAY.search(before) else 0


def _figures_of(s: Sentence, before: list[Sentence], c: Mention, way: int, concluded: bool) -> Told | None:
    if pair := _from_to(s, c) or _mod(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error"
    if not concluded:
        return None
    if pair := _two_before(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error" if way else "warning"
    if before and not s.between(0, s.position(c)) and (pair := _from_to(before[-1], c) or _mod(before[-1], c)):
        return pair, "warning"
    pair, certain = _two_in_window(s, before, c) if before else (None, False)
    return (pair, "warning" if certain else "unverifiable") if pair else None


def _another_matter(s: Sentence, last: Mention, c: Mention) -> bool:
    """Does a clause with its own subject begin between the figures and the change ("…, mens ventelisten er vokset med 12")?"""
    if c.start < last.start:
        return False
    between = s.skeleton[s.position(last) + 1 : s.position(c)]
    return bool(_NEW_SUBJECT.search(between)) and not _CONCLUDES.search(between)


def _from_to(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """ "fra A … til B" in the same sentence, the nearest to the change."""
    pairs = [(s.of(m.start("a")), s.of(m.start("b"))) for m in _FROM_TO.finditer(s.skeleton)]
    fitting = [(a, b) for a, b in pairs if a.unit == b.unit and _comparable(a, c) and c not in (a, b)]
    return min(fitting, key=lambda p: abs(p[0].start - c.start)) if fitting else None


def _mod(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """ "B mod A …, et fald på C"."""
    end = s.position(c) if s.start <= c.start < s.end else len(s.skeleton)
    pairs = [(s.of(m.start("a")), s.of(m.start("b"))) for m in _AGAINST.finditer(s.skeleton, 0, end)]
    fitting = [(a, b) for a, b in pairs if a.unit == b.unit and (_comparable(a, c) or a.unit == "number" and c.unit == "kr" and not a.noun)]
    return fitting[-1] if fitting else None


def _comparable(a: Mention, c: Mention) -> bool:
    """May a change in C's unit be one of A's? Percent of anything, points of percent, else the same unit."""
    if c.unit == "percentage_points":
        return a.unit == "percent"
    if c.unit in ("percent", "fraction"):
        return a.unit in ("kr", "number", "percent")
    return a.unit == c.unit


def _two_before(s: Sentence, c: Mention) -> tuple[Mention, Mention] | None:
    """Exactly two figures of one unit before the change, in the sentence."""
    earlier = s.between(0, s.position(c))
    for unit in ("kr", "number", "percent"):
        two = [
            m
            for m in earlier
            if m.unit == unit and _comparable(m, c) and (unit == "percent" or not m.bounded) and not _same_change(s, m, c)
        ]
        if len(two) == 2 and two[0].per == two[1].per and _same_noun(two[0], two[1]):
            return two[0], two[1]
    return None


def _same_change(s: Sentence, m: Mention, c: Mention) -> bool:
    """Is M the same change in another unit ("245.000 kr. eller godt 17 pct."), or a change itself ("vokser med M til B")?"""
    at = s.position(m)
    second = _SAME.match(s.skeleton, at + 1)
    return bool(second and second.start("c") == s.position(c)) or bool(_BY_BEFORE.search(s.skeleton, max(at - 40, 0), at))


def _same_noun(a: Mention, b: Mention) -> bool:
    return not a.noun or not b.noun or a.noun[:4] == b.noun[:4]


def _two_in_window(s: Sentence, before: list[Sentence], c: Mention) -> tuple[tuple[Mention, Mention] | None, bool]:
    """Exactly one figure in each of two sentences before the change, and whether words call one old and the other new."""
    unit = "percent" if c.unit == "percentage_points" else c.unit
    if c.unit in ("percent", "fraction") or any(m.unit in (unit, "number") for m in s.between(0, s.position(c))):
        return None, False
    window = [[m for m in b.mentions if m.unit == unit and not m.bounded] for b in before[-2:]]
    figures = [m for group in window for m in group]
    if len(window) == 2 and all(window):
        a, b = window[0][0], window[1][0]
        named = bool(_NOW.search(before[-2].skeleton) and _NEW.search(before[-1].skeleton))
        single = len(figures) == 2 and max(a.value, b.value) >= c.value
        certain = named and a.per == b.per or single and bool(_COMPARED.search(s.skeleton))
        return ((a, b), certain) if a.per == b.per or single else (None, False)
    both_there = window and len(window[-1]) == 2 and bool(_IT_IS.match(s.skeleton)) and bool(_BEFORE_AND_NOW.search(before[-1].skeleton))
    if both_there:
        return (window[-1][0], window[-1][1]), True
    return ((figures[0], figures[1]), False) if len(figures) == 2 else (None, False)


def _say(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention, way: int, if_not: str) -> None:
    if a.unit == b.unit == "number" and not _same_noun(a, b) or a.price_level != b.price_level:
        return
    if c.unit in ("percent", "fraction") and a.unit != "percent":
        if a.value:
            ledger.say(s, "share", "percent_change", c, [a, b], if_not=if_not)
    elif c.unit in ("percent", "fraction"):
        ledger.say(s, "share", "difference", c, [a, b], if_not=if_not, also=("percent_change",) if a.value else ())
    else:
        ledger.say(s, "difference", "difference", c, [a, b], if_not=if_not)


def _directions(ledger: Ledger, s: Sentence) -> None:
    """ "er steget fra 12 til 9": the verb and the two figures disagree."""
    for match in _VERB_FROM_TO.finditer(s.skeleton):
        a, b = s.of(match.start("a")), s.of(match.start("b"))
        if a.unit == b.unit and not a.bounded and not b.bounded and min(a.value, b.value) >= 0 and _same_noun(a, b):
            wrong = a.low > b.high if match["up"] else b.low > a.high
            ledger.say(s, "difference", "direction", b, [a], if_not="warning", differs=wrong)


def _than(ledger: Ledger, s: Sentence) -> None:
    """ "blev A, hvilket er C mere end de budgetterede B", "får C mere end i fjor, nemlig A mod B"."""
    for form in (_MORE_THAN, _THAN_NAMELY):
        for match in form.finditer(s.skeleton):
            a, b, c = (s.of(match.start(g)) for g in "abc")
            if any(_COMPARATIVE.match(s.skeleton, s.position(m) + 1) for m in (a, b)):
                continue
            if a.unit == b.unit and _comparable(a, c) and not a.bounded and not b.bounded:
                way = 1 if match["more"] in ("mere", "flere", "højere", "større", "over", "dyrere") else -1
                _say(ledger, s, c, b, a, 0, "warning")
                _way(ledger, s, c, b, a, way)


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
        planned, actual = found["planned"], found["actual"]
        ledger.say(s, "difference", "difference", found["change"], [planned, actual], if_not="warning")
        word = s.skeleton[max(s.position(found["change"]) - 70, 0) : s.position(found["change"])]
        _way(ledger, s, found["change"], planned, actual, 1 if _OVER_PLAN.search(word) else -1 if _UNDER_PLAN.search(word) else 0)


def _grown(ledger: Ledger, s: Sentence) -> None:
    """ "vokser med D til B, en stigning på C pct.": the change over what B was before."""
    for match in _GROWN_TO.finditer(s.skeleton):
        if not _BY_BEFORE.search(s.skeleton, 0, match.start()) or "fra" in s.skeleton[match.start() : match.end()]:
            continue
        d, b, c = (s.of(match.start(g)) for g in "dbc")
        if d.unit == b.unit and d.unit != "percent" and not c.bounded:
            falling = bool(re.search(r"fald|reducer|sænk|skær|nedsæt", s.skeleton[: match.start()]))
            ledger.say(s, "share", "shrunk_by" if falling else "grown_by", c, [d, b], if_not="warning")


def _left(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Puljen er på A. Der er disponeret B, så der resterer C": sure when there is but one way to read it."""
    for match in _LEFT.finditer(s.skeleton):
        at = next(match.start(g) for g in ("c", "c2", "c3") if match[g])
        c = s.of(at)
        here = [m for m in s.between(0, at, "kr") if not m.bounded]
        there = [m for m in before[-1].mentions if m.unit == "kr" and not m.bounded] if before else []
        readings = [sorted(r, key=lambda m: -m.value) for r in (here, there + here, [*there[:1], *here]) if len(r) > 1 and c not in r]
        fitting = [r for r in readings if _leaves(r, _weights(s, r), c)]
        if len(here) == 2 and _FUND.search(s.skeleton[: s.position(readings[0][0])]):
            readings = readings[:1]
        if fitting or len({len(r) for r in readings}) == 1 and len(readings[0]) == 2:
            reading = (fitting or readings)[0]
            if_not = "warning" if _TAKEN.search(s.skeleton, 0, at) else "unverifiable"
            ledger.say(s, "difference", "sum", c, reading, weights=_weights(s, reading), if_not=if_not)


def _rest(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Banen koster A, og klubben betaler B. C kommer fra puljen. Resten, D, søges hos kommunen"."""
    match = _REST.search(s.skeleton)
    if not match:
        return
    at = match.start("c") if match["c"] else match.start("c3")
    rest = s.of(at)
    here = [m for m in s.between(0, at, "kr") if not _rate(s, m)]
    told = [[m for m in t.mentions if m.unit == "kr" and not _rate(t, m)] for t in before]
    readings = [r for back in range(len(told) + 1) if (r := _whole_and_parts([m for g in told[len(told) - back :] for m in g], here))]
    fitting = [r for r in readings if _leaves(r, _weights(s, r), rest)]
    simple = (
        told
        and len(told[-1]) in (1, 2)
        and not _OVERLAPS.search(s.skeleton)
        and not (len(told[-1]) == 2 and (here or _OVERLAPS.search(before[-1].skeleton)))
    )
    plain = [r for r in readings if simple and r[0] is told[-1][0]]
    for reading in (fitting or plain)[:1]:
        ledger.say(s, "difference", "sum", rest, reading, weights=_weights(s, reading), if_not="warning" if plain else "unverifiable")


def _whole_and_parts(there: list[Mention], here: list[Mention]) -> list[Mention] | None:
    """The first amount, when it is larger than each of the others, and the others."""
    window = there + here
    return window if len(window) > 1 and window[0].value > max(m.value for m in window[1:]) else None


def _weights(s: Sentence, reading: list[Mention]) -> list[int]:
    """One whole less the parts; "det samme til fodbold" takes the last part twice."""
    twice = "samme" in s.skeleton
    return [1, *[-1] * (len(reading) - 2), -2 if twice else -1]


def _leaves(reading: list[Mention], weights: list[int], rest: Mention) -> bool:
    low = sum(min(m.low * w, m.high * w) for m, w in zip(reading, weights, strict=True))
    high = sum(max(m.low * w, m.high * w) for m, w in zip(reading, weights, strict=True))
    return low <= rest.high and rest.low <= high


def _rate(s: Sentence, m: Mention) -> bool:
    return bool(m.per) or bool(_RATE_AFTER.match(s.skeleton, s.position(m) + 1))


def _net(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "brutto A … B …, så netto bliver C", "spares netto C, idet der spares A og bruges B"."""
    for match in _NET.finditer(s.skeleton):
        c = s.of(match.start("c"))
        others = [m for m in s.mentions if m.unit == "kr" and m is not c]
        text = s.skeleton
        if len(others) == 1 and before:
            there = [m for m in before[-1].mentions if m.unit == "kr"]
            others, text = (there + others if len(there) == 1 else others), before[-1].skeleton + text
        if len(others) != 2 or len(set(_GROSS.findall(text))) < 1 or others[0].value < others[1].value:
            continue
        drawn = len(s.between(0, len(s.skeleton), "kr")) == len(others) + 1 and re.search(
            r"(?:så|dermed|således|herefter|bliver|er) ~?".replace("~?", ""), s.skeleton
        )
        certain = (
            "brutto" in text or drawn and "indtægt" in text and re.search("kost|udgift", text) or "spares" in text and "bruges" in text
        )
        if c.start < others[0].start and not re.search(r"\bidet\b|\bda\b|\bfordi\b|nemlig|:", text):
            certain = False
        ledger.say(s, "difference", "difference", c, others, if_not="warning" if certain else "unverifiable")

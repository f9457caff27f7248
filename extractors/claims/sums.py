"""Parts and wholes in prose: "fordelt på", "heraf", "i alt", "nemlig", names with amounts in brackets, points with a total line."""

from __future__ import annotations

import re

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_ALL = (
    r"fordelt (?:på|mellem|imellem|således|med|over|til)|fordeler sig|fordeles|der fordeles|opdel(?:t|es) (?:i|på)|delt op i|(?:der"
    r"|som) (?:går|bruges|anvendes) til|disponeret til|(?:der|som) (?:betales|finansieres|dækkes) (?:med|af)|deles, så der kommer"
    r"|(?:der|som) dækker|delt (?:i|mellem)|nemlig|bestående af|består af|sammensat af"
    r"|som dækker over|dvs\.?|det vil sige|altså|således"
)
_SOME = r"heraf|hvoraf|deraf|herunder|derunder|inklusive|inkl\.|blandt andet|bl\.a\."
_WHOLE_FIRST = pattern(rf"(?P<t><Q>)(?P<mid>~70)(?:(?P<all>\b(?:{_ALL})\b)|(?P<some>\b(?:{_SOME})(?!\w))|(?P<colon>:))")
_STOP = re.compile(
    r";|\bmens\b|\bhvilket\b|\bsvarende til\b|\bsamt i alt\b|\bi alt\b|\bmen\b|\bhvortil\b|\bdertil\b|\budover\b|\bud over\b"
    r"|\bderudover\b"
    r"|\bmod\b|\bidet\b|\bud af\b|\bhvis\b|\bheraf\b|\bhvoraf\b|\bderaf\b|\bdog\b"
)
_OPEN = re.compile(
    r"\b(?:resten(?!,? [\ue000\ue005])|restbeløbet|en række|en del|nogle|enkelte|adskillige|blandt andet|bl\.a\.|f\.eks\.|fx|primært|især|hovedsagelig\w*|navnlig"
    r"|først og fremmest|omkring halvdelen)\b"
)
_CLOSED = re.compile(r"\b(?:øvrig\w*|resterende|de sidste|den sidste|det sidste|restbeløb\w* på|resten|andet|andre)\b")
_JOINED = re.compile(r",|\bog\b|\bsamt\b|\bplus\b|\bminus\b|\+|\btillagt\b|\bfratrukket\b|[-–−](?=\s)|\n")
_MINUS = re.compile(r"\bminus\b|\bfratrukket\b|\bfradrag\w*\b|\btrukket fra\b|\s[-–−]\s?$|\bmodregnet\b")
_PLUS = re.compile(r"\bplus\b|\btillagt\b|\+")
_RATE_AFTER = re.compile(
    r"[\s,]*(?:årlig|om året|pr\. år|per år|hvert|hver |i hvert|pr\.? \w|per \w|om måneden|om ugen|for hver|stykket|stk)"
)
_UNIT_PRICE = re.compile(r"\s*(?:pr\.? (?!år)\w|per (?!år)\w|for hver|stykket|om måneden|om ugen)")
_TOTAL_LAST = pattern(
    r"(?:\bi alt|\bialt|\btilsammen|\bsammenlagt|\btil sammen|\bsamlet|\bsamlede|\btotalt|\bløber ~60\bop i|\blægges sammen"
    r"|\bhvilket svarer til|\bsummen|\bgiver|\ber lig med|=)"
    r"(?P<mid>[^\ue000-\ue007;:]{0,70}?)(?P<t><Q>)"
)
_TOTAL_AFTER = pattern(
    r"(?:,|\bdvs\.?|\baltså|\bdet vil sige|\beller|\bgiver)(?P<mid> )(?P<t><Q>) (?:i alt|tilsammen|samlet|over årene|sammenlagt)\b"
)
_COVERED = re.compile(
    r"^(?:beløbet|udgiften|bevillingen|rammen|tilskuddet|pengene) (?:dækker|fordeles|fordeler sig|går til|består af|bruges til)"
    r"|alt er dækket|fuldt finansieret|fuldt dækket|hele beløbet"
)
_FROM_THAT = re.compile(
    r"^(?:heraf|deraf|herudaf) |^(?:beløbet|udgiften|bevillingen|rammen|tilskuddet|pengene) (?:dækker|ford|går til|består|bruges til)"
)
_WHOLE_WORDS = pattern(
    r"(?:\btilsammen|\bi alt|\bialt|\bsamlet|\bsamlede|\bsammenlagt|\btotal\w*)[^\ue000-\ue007;:.]{0,60}?(?P<t><Q>)(?P<mid>~50)(?:,"
    r"|\(|:|–| - )"
)
_OF_THE = pattern(
    r"^(?P<lead>~40)\baf (?:de|den|det)\b~50(?P<t><Q>)(?P<mid>~60)\b(?:er|var|bliver|blev|går|gik|kom|falder|faldt|bruges"
    r"|anvendes|afsættes|bor|boede|udgør|vedrører|finansieres|ligger)\b"
)
_NEXT_TOTAL = pattern(
    r"^(?P<lead>(?:[-–•]\s*)?(?:det (?:giver|svarer til|bliver|er)|der(?:ved|med)|tilsammen|samlet|i alt|ialt|den samlede|de samlede"
    r"|det samlede|udgiften|summen|totalt|alt i alt"
    r"|sammenlagt|de ansøgte|beløbene|de to|de tre|de fire|de fem|de har|de er|der er|områderne|afdelingerne"
    r"|skolerne)\b~90)(?P<t><Q>)"
)
_TOGETHER = re.compile(
    r"^(?:\W*)(?:de |områderne |afdelingerne |skolerne |tilsammen|i alt|samlet|sammenlagt|det giver|det bliver|der er i alt"
    r"|det er i alt)"
)
_GIVES = re.compile(r"^(?:det|der|dette) (?:giver|bliver|er)\b|^(?:tilsammen|i alt|samlet|sammenlagt)\b")
_AFTER_TOTAL = re.compile(r" (?:i hele perioden|i perioden|over årene|i alt|tilsammen|samlet)\b")
_ADDED_UP = re.compile(r"perioden|over årene|samlet|tilsammen|i alt|ialt|sammenlagt|til sammen")
_CONCLUDES = re.compile(r"samle|i alt|ialt|tilsammen|sammenlagt|total|således|dermed|derved|giver|summen|bliver|løber")
_BRACKETED = pattern(r"\w[^\ue000-\ue007;()]{0,60}\((?P<p><K>)[^()\ue000-\ue007]{0,12}\)")
_COFINANCED = pattern(r"(?P<p><P>)\s*(?:kommunal |i )?(?:med|egen|sam)finansiering|(?:med|egen|sam)finansier\w+~30(?P<p2><P>)")
_VOTES = re.compile(r"\bstem(?:te|mer|me)\b|\bfor:|\bimod:|\bundlod\b|\bundlader\b")
PEOPLE = frozenset(
    [
        "kvinder",
        "mænd",
        "børn",
        "unge",
        "voksne",
        "piger",
        "drenge",
        "ældre",
        "elever",
        "lærere",
        "pædagoger",
        "forældre",
        "medarbejdere",
        "pensionister",
        "ledige",
        "studerende",
    ]
)
"""Words that divide people: their counts may make up a whole that is called something else."""
ANSWERS = frozenset(
    [
        "tilfredse",
        "utilfredse",
        "enige",
        "uenige",
        "positive",
        "negative",
        "neutrale",
        "trygge",
        "utrygge",
        "usikre",
        "ja",
        "nej",
        "nejstemmer",
        "jastemmer",
        "hverken",
        "ved",
    ]
)
"""Words for what was answered: the number before one counts those who answered so."""
UNREAD = re.compile(
    r"\b(?:elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|\w*tyve|\w*tredive|\w*fyrre|\w*halvtreds|\w*tres"
    r"|\w*halvfjerds|\w*firs"
    r"|\w*halvfems|hundrede|hver)\b"
)
"""Numbers in words that are no quantity: a part that is not known."""
_ADDS_TO = re.compile(r"\W*(?:dertil|hertil|derudover|herudover|desuden|yderligere)\b", re.I)
"""A sentence that adds to the one before: its total may hold that one's amounts too."""
_DIRECTION = re.compile(r"\b(?:(?P<under>mindre|under)|mer|over)(?:forbrug|udgift|skud)\w*")
"""Whether an amount is more or less than was planned."""
_NEXT_WORD = re.compile(r",? (?:til|fra|i|på|ved) ")
_ANOTHER = re.compile(r"(?: (?:årligt|om året))?(?:,(?! og| samt)|,? (?:og|samt)(?P<more> [a-zæøå][^\ue000-\ue007;,.:]*$|))(?= |$)")
_ENTRY_BEGINS = re.compile(r"(?:[,:]| og| samt| er| var| går| gik) (?:der )?$")
_COMPLEMENTS = [
    frozenset(s.split())
    for s in (
        "kvinder mænd børn",
        "mænd kvinder",
        "piger drenge",
        "voksne børn",
        "voksne unge børn",
        "børn unge",
        "kommunale selvejende private",
        "lejligheder rækkehuse",
        "fuldtidsansatte deltidsansatte",
    )
]


def find(ledger: Ledger) -> None:
    """Every sum that a sentence, or a sentence with the one before it, states."""
    earlier: list[Sentence] = []
    for sentence in ledger.sentences:
        if sentence.mentions and not _VOTES.search(sentence.skeleton):
            if len(sentence.mentions) > 1:
                _whole_first(ledger, sentence)
            if len(sentence.mentions) > 2:
                _whole_in_words(ledger, sentence)
                _of_the(ledger, sentence)
                _total_last(ledger, sentence)
            _brackets_before(ledger, sentence, earlier)
            _from_that(ledger, sentence, earlier)
        earlier = [*earlier[-3:], sentence]


def _whole_first(ledger: Ledger, s: Sentence) -> None:
    """ "X fordelt på A til … og B til …", "X, heraf A og B"."""
    for match in _WHOLE_FIRST.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = _tail(s, match.end())
        parts = _parts(s, whole, match.end(), stop)
        if whole.bounded or not parts or _is_rate(s, parts, whole) or _UNIT_PRICE.match(s.skeleton, s.position(whole) + 1):
            continue
        if whole.unit == "number" and all(p.low > whole.high for p in parts):
            continue  # "fem ruter, nemlig 54, 61 og 118": numbers that name things
        if match["some"]:
            _at_most(ledger, s, whole, parts)
        elif len(parts) > 1 and _enumerated(s, parts) and (not match["colon"] or "(" not in match["mid"]):
            signs = _turned(s, whole, parts, _signs(s, match.end(), parts))
            strong = match["all"] is not None and not match["all"].startswith(("altså", "således", "dvs", "det vil"))
            larger = whole.value > 0 and any(p.low > whole.high for p in parts)
            few = any(p.noun in ANSWERS for p in parts) and sum(p.high for p in parts) < whole.low and not _CLOSED.search(tail)
            if_not = "error" if strong else "unverifiable" if few or larger and not _even(s, parts) else "warning"
            _sum(ledger, s, whole, parts, s.skeleton[match.end() :], signs, if_not if _one_kind(whole, parts) else "unverifiable")


def _tail(s: Sentence, start: int) -> tuple[str, int]:
    stop = _STOP.search(s.skeleton, start)
    end = stop.start() if stop else len(s.skeleton)
    return s.skeleton[start:end], end


def _parts(s: Sentence, whole: Mention, start: int, stop: int) -> list[Mention]:
    """The mentions of the whole's unit that follow; counts must count the same thing or nothing named."""
    return _alike(s, s.between(start, stop, whole.unit), whole)


def _alike(s: Sentence, parts: list[Mention], whole: Mention) -> list[Mention]:
    """Counts that may be parts: "18 med to rum og 6 med tre rum" are 18 and 6. Also what each entry begins with."""
    if whole.unit != "number" or all(p.noun for p in parts):
        return parts
    return [p for p in parts if _known(p.noun, whole) or _ENTRY_BEGINS.search(s.skeleton, max(s.position(p) - 12, 0), s.position(p))]


def _known(noun: str, whole: Mention) -> bool:
    """Does a count of this word count parts of the whole: no word, the whole's own, people, or an answer?"""
    return not noun or noun in PEOPLE or noun in ANSWERS or bool(whole.noun) and noun.endswith(whole.noun[-5:])


def _even(s: Sentence, parts: list[Mention]) -> bool:
    """Does the same small word follow each part ("A til tag, B til vinduer"), or one of the answers?"""
    after = {(_NEXT_WORD.match(s.skeleton, s.position(p) + 1) or [""])[0].strip(" ,") for p in parts}
    return len(after) == 1 and after != {""} or any(p.noun in ANSWERS for p in parts)


def _is_rate(s: Sentence, parts: list[Mention], whole: Mention | None = None) -> bool:
    """Is a part so much a year or a piece, and the whole not? Then the parts are no parts."""
    if whole and all(p.per == whole.per for p in parts):
        return False
    return any(p.per for p in parts) or any(_RATE_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts)


def _enumerated(s: Sentence, parts: list[Mention]) -> bool:
    """A comma, "og", "plus" between each two, and not too much else."""
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in zip(parts, parts[1:], strict=False)]
    return all(len(gap) < 130 and _JOINED.search(gap) for gap in gaps)


def _signs(s: Sentence, start: int, parts: list[Mention]) -> list[int]:
    """-1 for what is taken off: "plus lån på 20,0 minus anlæg på 69,9 og afdrag på 31,4" takes two off."""
    signs, sign = [], 1
    for part in parts:
        before = s.skeleton[start : s.position(part)]
        sign = -1 if _MINUS.search(before) else 1 if _PLUS.search(before) else sign
        signs.append(sign)
        start = s.position(part) + 1
    return signs


def _turned(s: Sentence, whole: Mention, parts: list[Mention], signs: list[int]) -> list[int]:
    """The signs, with -1 for a part that goes the other way than the whole: a net underspend of 9,8 is 14,3 less an overspend of 4,5."""
    ways = []
    last = 0
    for mention in sorted([whole, *parts], key=lambda m: m.start):
        words = list(_DIRECTION.finditer(s.skeleton, last, s.position(mention)))
        ways.append((mention, words[-1]["under"] is not None if words else None))
        last = s.position(mention) + 1
    way = next(w for m, w in ways if m is whole)
    if way is None:
        return signs
    against = [m for m, w in ways if w is not None and w != way]
    return [-sign if any(p is m for m in against) else sign for p, sign in zip(parts, signs, strict=True)]


def _at_most(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention]) -> None:
    """Parts that need not make up the whole must not exceed it; counts may overlap, so each is looked at alone."""
    if whole.value < 0 or any(p.value < 0 for p in parts) or re.search(r"\bindtægt|\bnetto", s.skeleton):
        return
    groups = [parts] if whole.unit == "kr" and _enumerated(s, parts) else [[p] for p in parts]
    for group in groups:
        if whole.unit != "percent":
            ledger.say(s, "sum", "at_most", whole, group, exhaustive=False, if_not="error" if len(group) == 1 else "warning")


def _sum(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], tail: str, signs: list[int], if_not: str) -> None:
    if_not = "unverifiable" if whole.unit == "number" and UNREAD.search(tail) else if_not
    if _OPEN.search(tail) or _unnumbered(s, parts):
        if min(signs) > 0 and whole.unit == "kr":
            ledger.say(s, "sum", "at_most", whole, parts, exhaustive=False, if_not="warning")
        return
    ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not, rounded="afrund" in s.skeleton)


def _unnumbered(s: Sentence, parts: list[Mention]) -> bool:
    """Is there one more part at the end, without its number: "løn 74, husleje 52 og øvrige udgifter"? Where the names stand first."""
    after = [_ANOTHER.match(s.skeleton, s.position(p) + 1) for p in parts]
    return len(parts) > 1 and all(after) and after[-1] is not None and after[-1]["more"] is not None


def _whole_in_words(ledger: Ledger, s: Sentence) -> None:
    """ "har tilsammen 612 boliger, 348 i X og 264 i Y": the whole is called a whole, and the parts follow without a cue."""
    for match in _WHOLE_WORDS.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = _tail(s, match.end())
        if _WHOLE_FIRST.match(s.skeleton, match.start("t")) or re.match(r"\s*\w+\s+\w+\s+\w+\s+\w+", tail):
            continue
        parts = _parts(s, whole, match.end(), stop)
        if len(parts) > 1 and _enumerated(s, parts) and not _is_rate(s, [*parts, whole]):
            _sum(ledger, s, whole, parts, tail, [1] * len(parts), "error")


def _one_kind(whole: Mention, parts: list[Mention]) -> bool:
    """Do counts count parts of the whole: the same word, no word, or words that divide people ("kvinder og mænd")?"""
    if whole.unit != "number":
        return True
    known = [_known(p.noun, whole) for p in parts]
    return any(known) if all(p.noun and p.noun not in PEOPLE for p in parts) else all(known)


def _of_the(ledger: Ledger, s: Sentence) -> None:
    """ "Af de 214 er 121 kvinder, 34 mænd og 59 børn": exhaustive where the nouns or the last part say so, else at most."""
    match = _OF_THE.search(s.skeleton)
    if not match:
        return
    whole = s.of(match.start("t"))
    tail, stop = _tail(s, match.end())
    parts = _parts(s, whole, match.end(), stop)
    if len(parts) < 2 or not _enumerated(s, parts):
        return
    nouns = {p.noun for p in parts}
    last = tail[tail.rfind(" og ") :]
    closed = any(nouns == c for c in _COMPLEMENTS) or len(parts) == 3 and nouns == {"kvinder", "mænd", "børn"} or bool(_CLOSED.search(last))
    if closed and not _OPEN.search(tail):
        sure = (_one_kind(whole, parts) or nouns in _COMPLEMENTS) and not UNREAD.search(tail)
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable", rounded="afrund" in s.skeleton)
    elif whole.unit == "kr":
        _at_most(ledger, s, whole, parts)
    elif whole.unit == "number" and len(parts) > 2 and not any(nouns):
        ledger.say(s, "sum", "at_most", whole, parts, exhaustive=False, if_not="warning")


def _total_last(ledger: Ledger, s: Sentence) -> None:
    """ "A til X, B til Y og C til Z, i alt T"."""
    for match in (*_TOTAL_LAST.finditer(s.skeleton), *_TOTAL_AFTER.finditer(s.skeleton)):
        whole = s.of(match.start("t"))
        start = max(s.skeleton.rfind(";", 0, match.start()), 0)
        parts = _alike(s, s.between(start, match.start(), whole.unit), whole)
        follows = s.between(match.end("t"), len(s.skeleton), whole.unit)
        if len(parts) < 2 or whole.bounded or _is_rate(s, [*parts, whole]) or follows and _WHOLE_FIRST.match(s.skeleton, match.start("t")):
            continue
        gap = s.skeleton[s.position(parts[-1]) + 1 : match.start()]
        if _enumerated(s, parts) and len(gap) < 60 and not re.search(r"\b(?:af|ud af|til)\b\s*$", gap):
            signs = _signs(s, start, parts)
            head = s.skeleton[start : s.position(parts[0])]
            sure = (
                _one_kind(whole, parts)
                and not re.search(r"\bfra [\ue000-\ue005]|\bmod\b|\bheraf\b|\bhvoraf\b", s.skeleton[start : match.start()])
                and len(head) < 120
                and not _ADDS_TO.match(s.skeleton)
            )
            ledger.say(
                s, "sum", "sum", whole, parts, weights=signs, if_not="error" if sure else "unverifiable", rounded="afrund" in s.skeleton
            )


def _from_that(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Prisen er A. Heraf kommer B fra regionen og C fra staten": no more than the one amount of the sentence before."""
    wholes = [m for m in earlier[-1].mentions if m.unit == "kr"] if earlier and _FROM_THAT.match(s.skeleton) else []
    parts = [m for m in s.mentions if m.unit == "kr"]
    if len(wholes) == 1 and parts and _enumerated(s, parts) and not _is_rate(s, parts) and not _is_rate(earlier[-1], wholes):
        if _COVERED.search(s.skeleton) and len(parts) > 1 and not _OPEN.search(s.skeleton):
            ledger.say(s, "sum", "sum", wholes[0], parts, if_not="warning")
        else:
            _at_most(ledger, s, wholes[0], parts)


def _brackets_before(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """Amounts in brackets after names, and the total in the next sentence or the one after that."""
    match = _NEXT_TOTAL.match(s.skeleton)
    if not match or not earlier or not (_CONCLUDES.search(match["lead"]) or _AFTER_TOTAL.match(s.skeleton, match.end())):
        return
    whole = s.of(match.start("t"))
    stop = _STOP.search(s.skeleton, match.end())
    if len(s.between(0, stop.start() if stop else len(s.skeleton), whole.unit)) != 1 or whole.bounded:
        return
    for back, before in enumerate(reversed(earlier[-2:])):
        parts = [before.of(m.start("p")) for m in _BRACKETED.finditer(before.skeleton)] if whole.unit == "kr" else []
        if len(parts) > 1 and len(parts) == len(before.between(0, len(before.skeleton), "kr")):
            between = earlier[len(earlier) - back :]
            ledger.say(
                s, "sum", "sum", whole, parts, if_not="error" if back == 0 else "warning", cofinancing=_cofinancing(before, *between)
            )
            return
        if between_units(before, whole.unit) and back:
            break
    if _TOGETHER.search(match["lead"]) or _AFTER_TOTAL.match(s.skeleton, match.end()):
        _pair_before(ledger, s, whole, earlier[-1])
        _one_each_before(ledger, s, whole, earlier)


def _pair_before(ledger: Ledger, s: Sentence, whole: Mention, before: Sentence) -> None:
    """ "Der bygges 115 ungdomsboliger og 95 rækkehuse. Det giver 210 boliger tilsammen": the figures of the sentence before."""
    parts = _alike(before, before.between(0, len(before.skeleton), whole.unit), whole)
    if len(parts) < 2 or not _enumerated(before, parts) or _is_rate(before, parts) or any(p.bounded for p in parts):
        return
    explicit = bool(_GIVES.match(s.skeleton)) and bool(_ADDED_UP.search(s.skeleton))
    sure = explicit or len(parts) <= 3 and _one_kind(whole, parts) and all(p.value < whole.value for p in parts)
    ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure and not _STOP.search(before.skeleton) else "unverifiable")


def _one_each_before(ledger: Ledger, s: Sentence, whole: Mention, earlier: list[Sentence]) -> None:
    """ "Rosenvej har 2.310 beboere. I Syd bor der 1.190 beboere. De har tilsammen 3.500 beboere": one count of the same word a sentence."""
    found = [[m for m in t.mentions if m.unit == "number" and m.noun == whole.noun and m.value < whole.value] for t in earlier]
    parts = [group[0] for group in found if len(group) == 1]
    if whole.unit == "number" and whole.noun and len(parts) > 1 and all(len(group) < 2 for group in found):
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if len(parts) == 2 else "unverifiable")


def between_units(s: Sentence, unit: str) -> bool:
    """Does the sentence hold other quantities of the unit, so that what stands before it is another matter?"""
    return any(m.unit == unit for m in s.mentions)


def _cofinancing(*sentences: Sentence) -> str | None:
    """The co-financed share in percent, when the sentences name one: the total may be with or without it."""
    for s in sentences:
        if match := _COFINANCED.search(s.skeleton):
            return str(s.of(match.start("p") if match["p"] else match.start("p2")).value)
    return None

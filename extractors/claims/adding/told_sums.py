"""Sums told over two sentences or more: a total after its parts, parts of a whole told before, what is added to it, answers of a poll."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.adding.enumerations import ANSWERS, UNREAD, alike, all_told, at_most, enumerated, even, is_rate, one_kind
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.fit import adds_up, one_slipped, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.needs import needs

_SUM_OF_MONEY = (
    r"(?:beløbet|prisen|udgiften|udgifterne|bevillingen|rammen|summen|overslaget|puljen|pengene|midlerne|tilskuddet|budgettet|den|det|de)"
)
_COVERS = pattern(rf"^{_SUM_OF_MONEY} <covers>")
_SHARED_OUT = pattern(rf"^{_SUM_OF_MONEY} (?:<shared>|dækker)")
"""What rummer, omfatter or indeholder its parts may hold more."""
_SOME_OF_IT = pattern(r"^(?:<ofit>|<ofthem>)")
_COVERED = re.compile(r"alt er dækket|fuldt finansieret|fuldt dækket|hele beløbet")
_OPEN = pattern(r"<some>|\b(?:herunder|delvis\w*|tilbage)\b|\bresten(?!,? [\ue000\ue005])|\brestbeløbet")
_STOP = pattern(r";|<aside>")
_TOTAL = pattern(
    r"^(?P<lead>(?:[-–•]\s*)?(?:<so>|<total>|(?:den|de|det) samlede|(?:det|dette) <gives>|udgiften|beløbene|(?:de|der) (?:har|er)"
    r"|de (?:ansøgte|to|tre|fire|fem)|\w+(?:rne|nene|derne))\b~90)(?P<t><Q>)"
)
_TOGETHER = pattern(r"^\W*(?:<so>.*<all>|de |\w+erne |<all>|det (?:giver|bliver)|(?:der|det) er <all>)")
_OF_THEM_ALL = re.compile(r" (?:ud )?af (?:de[nt]?|dem|disse|alle|samtlige|[a-zæøå]+ne)\b")
""" "I alt 58 af svarene": not all of them."""
_GIVES = pattern(r"^(?:<so>|(?:det|der|dette) <gives>|<all>)")
_AFTER_TOTAL = pattern(r"(?: \w+)? (?:i (?:hele )?perioden|over årene|<all>)")
_ADDED_UP = pattern(r"perioden|over årene|<all>")
_CONCLUDES = pattern(r"samle|<total>|<so>|giver|bliver|løber|beløb")
_BRACKETED = pattern(r"\w[^\ue000-\ue007;()]{0,60}\((?P<p><K>)[^()\ue000-\ue007]{0,12}\)")
_COUNTS_IN_BRACKETS = re.compile(
    r"(?:[^()\d,.;:]{0,38}[a-zæøå]{2} \(\d{1,3}\)(?:, | og | samt )?){2,},? (?:i alt|ialt|tilsammen|samlet|sammenlagt) $"
)
_IN_BRACKETS = re.compile(r"\((\d{1,3})\)")
_COFINANCED = pattern(r"(?P<p><P>)\s*(?:kommunal |i )?(?:med|egen|sam)finansiering|(?:med|egen|sam)finansier\w+~30(?P<p2><P>)")
_THE_LAST = pattern(r"\b(?:de|den|det) (?:sidste|resterende|øvrige) <N>")
_SOME_OF_THEM = pattern(r"^(?P<a><N>) af (?:dem|disse)\b")
_SO_MANY_OF = pattern(r"(?P<a><N>)~20\b(?:ud )?af (?:de |i alt )?<N>~40\b(?:svare[td]|besvaret|deltaget|mødt)")
_AGES = frozenset(["børn", "unge", "teenagere", "voksne", "ældre", "pensionister", "seniorer", "småbørn"])
_SEXES = ({"kvinder", "mænd"}, {"piger", "drenge"}, {"kvinder", "mænd", "børn"})


LEAST = 2
"""Parts of a whole that a sentence may divide twice."""
_TOTALS, _PARTS, _LAST = needs(_TOTAL), needs(_COVERS, _SOME_OF_IT), needs(_THE_LAST)


def find(ledger: Ledger) -> None:
    """Every sum of these kinds."""
    for s, earlier in ledger.in_turn(4, QUANTIFIED):
        if ")" in s.skeleton and "stem" not in s.skeleton:
            _counts_in_brackets(ledger, s)
        if earlier:
            if s.holds & _TOTALS:
                _total_after(ledger, s, earlier)
            if s.holds & _PARTS:
                _parts_after(ledger, s, earlier[-1])
            if s.holds & _LAST:
                _answered(ledger, s, earlier)


def _listed(s: Sentence, start: int, unit: str) -> list[Mention]:
    """The quantities of the unit that an enumeration holds, from `start` to where it stops."""
    stop = _STOP.search(s.skeleton, start)
    parts = s.between(start, stop.start() if stop else len(s.skeleton), unit)
    clear = not any(p.bounded for p in parts) and not is_rate(s, parts)
    return parts if clear and enumerated(s, parts) else []


def _parts_after(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Prisen er 87 mio. kr. Beløbet dækker 23 til grund og 64 til byggeri", "Der kom 64 svar. Heraf er 38 fra borgere …"."""
    covers = _COVERS.match(s.skeleton)
    match = covers or _SOME_OF_IT.match(s.skeleton)
    if not match:
        return
    for unit in ("kr", "number"):
        wholes = [m for m in before.mentions if m.unit == unit and not is_rate(before, [m])]
        again = len(wholes) > LEAST and adds_up(wholes[0], wholes[1:])
        wholes = wholes[:1] if again else wholes
        parts = [p for p in _listed(s, match.end(), unit) if not COMPARED.match(s.skeleton, s.position(p) + 1)]
        if len(wholes) == 1 and parts and not wholes[0].bounded and (unit == "kr" or wholes[0].noun):
            _of_whole(ledger, s, wholes[0], parts, bool(covers), "again" if again else "")


def _of_whole(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], covers: bool, way: str) -> None:
    """`way`: told to whoever judges where the whole is divided twice, so that both are asked."""
    opened = _OPEN.search(s.skeleton) or UNREAD.search(s.skeleton)
    if whole.unit == "number" and not covers:
        nouns = {p.noun for p in parts}
        divided = nouns in _SEXES or nouns <= _AGES and "voksne" in nouns and nouns & {"børn", "unge"}
        sure = divided and len(nouns) == len(parts) or all_told(s, whole, parts)
        if len(parts) > 1 and not opened:
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable")
        if even(s, parts) and all(not p.noun or p.noun == whole.noun for p in parts):
            ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")
    elif not opened and len(parts) > 1 and (covers or _COVERED.search(s.skeleton) or all_told(s, whole, parts)) and one_kind(whole, parts):
        sure = len(parts) > LEAST and _SHARED_OUT.match(s.skeleton) is not None or _COVERED.search(s.skeleton) is not None
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning", way=way, sure=sure)
    elif whole.unit == "kr":
        at_most(ledger, s, whole, parts)


def _total_after(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """A total in the next sentence or the one after that: of amounts in brackets after names, or of the figures of the sentence before."""
    match = _TOTAL.match(s.skeleton)
    if not match or not (_CONCLUDES.search(match["lead"]) or _AFTER_TOTAL.match(s.skeleton, match.end())):
        return
    whole = s.of(match.start("t"))
    stop = _STOP.search(s.skeleton, match.end())
    if len(s.between(0, stop.start() if stop else len(s.skeleton), whole.unit)) != 1 or whole.bounded:
        return
    if _OF_THEM_ALL.match(s.skeleton, match.end("t")):
        return
    for back, before in enumerate(reversed(earlier[-2:])):
        parts = [before.of(m.start("p")) for m in _BRACKETED.finditer(before.skeleton)] if whole.unit == "kr" else []
        if len(parts) > 1 and len(parts) == len(before.between(0, len(before.skeleton), "kr")):
            shared = _cofinancing(before, *earlier[len(earlier) - back :])
            ledger.say(s, "sum", "sum", whole, parts, if_not="error" if back == 0 else "warning", cofinancing=shared)
            return
        if back and any(m.unit == whole.unit for m in before.mentions):
            break
    if _TOGETHER.search(match["lead"]) or _AFTER_TOTAL.match(s.skeleton, match.end()):
        _pair_before(ledger, s, whole, earlier)


def _pair_before(ledger: Ledger, s: Sentence, whole: Mention, earlier: list[Sentence]) -> None:
    """ "Der bygges 115 ungdomsboliger og 95 rækkehuse. Det giver 210 boliger tilsammen": the figures of the sentence before, that is not
    the last of several points."""
    before = earlier[-1]
    if [t.kind for t in earlier[-2:]] == ["point", "point"]:
        return
    parts = alike(before, before.between(0, len(before.skeleton), whole.unit), whole)
    if len(parts) < 2 or not enumerated(before, parts) or is_rate(before, parts) or any(p.bounded for p in parts):
        return
    explicit = bool(_GIVES.match(s.skeleton)) and bool(_ADDED_UP.search(s.skeleton))
    larger = all(p.value < whole.value for p in parts)
    few_or_near = len(parts) <= 3 or slipped(sum((p.value for p in parts), Decimal(0)), whole)
    sure = explicit or few_or_near and one_kind(whole, parts) and larger
    larger = larger or one_slipped(whole, parts)
    open_end = _STOP.search(before.skeleton) or _OPEN.search(s.skeleton)
    if_not = "warning" if sure and larger and not open_end else "unverifiable"
    ledger.say(s, "sum", "sum", whole, parts, if_not=if_not, sure=explicit)


def _cofinancing(*sentences: Sentence) -> str | None:
    """The co-financed share in percent, when the sentences name one: the total may be with or without it."""
    for s in sentences:
        if match := _COFINANCED.search(s.skeleton):
            return str(s.of(match.start("p") if match["p"] else match.start("p2")).value)
    return None


def _counts_in_brackets(ledger: Ledger, s: Sentence) -> None:
    """ "Der er venteliste til klaver (23), guitar (17) og sang (14), i alt 54"."""
    for whole in (m for m in s.mentions if m.unit == "number" and not m.bounded):
        if listed := _COUNTS_IN_BRACKETS.search(ledger.flow.text, s.start, whole.start):
            found = ((m.start(1), m.end(1), Decimal(m[1])) for m in _IN_BRACKETS.finditer(ledger.flow.text, listed.start(), listed.end()))
            parts = [Mention(start, end, start, n, n, n, "number", whole.noun) for start, end, n in found]
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning")


def _answered(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "840 af 1.200 har svaret. 620 af dem er tilfredse. 126 er utilfredse, og de sidste 94 er i tvivl": all who answered."""
    last = _THE_LAST.search(s.skeleton)
    first = _SOME_OF_THEM.match(earlier[-1].skeleton) if last and len(earlier) > 1 else None
    whole = _SO_MANY_OF.search(earlier[-2].skeleton) if first else None
    if not last or not first or not whole or UNREAD.search(s.skeleton):
        return
    parts = [earlier[-1].of(first.start("a")), *s.between(0, last.end(), "number")]
    if len(parts) > 2 and all(not p.bounded and (not p.noun or p.noun in ANSWERS) for p in parts):
        ledger.say(s, "sum", "sum", earlier[-2].of(whole.start("a")), parts, if_not="warning")

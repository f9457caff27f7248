"""Lists that stand in the sentence that counts them: "fire navneforslag: A, B, C og D"."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.claims.counting.below import ORDINARY
from extractors.claims.counting.counted import SLIP, say_count
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.danish import SEVERAL, whole
from minutes.days import A_MONTH

_NO_LIST = re.compile(
    r"[a-zæøå]\. |\b(?:hvor|der|som|når|hvis|mens|dels|enten|eller|skal|kan|er|har|vil|(?!fælles\b|ens\b)[a-zæøå]+[dfgklmnprstv]es)\b"
)
EXAMPLES = pattern(
    r"<some>|<ofit>|\b(?:eksempler|blandt|mindst|op til|ud af|af de|af disse|som bl|og andre|med flere|m\.m\.|m\.fl\."
    r"|m\.v\.|mv\.|osv\.?|etc\.?)(?!\w)|\.\.\.|…"
)
_ASIDE = re.compile(r"\([^)]{3,}\)")
_BY_WHOM = re.compile(r", [a-zæøå]{4,}(?:et|t) (?:af|ved|fra) [^,;]*(?=,|$)")
""" "to kandidater: Ida Holm, foreslået af Bo Ravn, og Ib Lund, foreslået af Eva Dal": who did it is no entry."""
_OFFICE = re.compile(r"\s*,\s(?:formand|(?:næst|vice)formand|(?:vice)?borgmester|kasserer|sekretær|suppleant|ordfører)(?=,| og\b|$)")
""" "syv medlemmer: Søren Holm (C), formand, Peter Lund (V) og …": what somebody is."""
_AND, _AND_OF_WORDS = re.compile(r"\s(?:og|samt)\s"), re.compile(r"(?<![\d-])\s(?:og|samt)\s")
_THAT, _LAST_THAT = re.compile(r"(?:^|[,;] (?:og |samt )?|\b(?:og|samt) )at\b"), re.compile(r"[,;]? (?:og|samt) at\b[^;]*$")
""" "Tre tilføjelser: at …, og at …": a clause may hold another, so that there may be fewer than are found, but not more."""
ENTRY = re.compile(r",(?!\d)\s*|(?<!-)\s+(?:samt|og)\s+")
_PRICED, _PRICED_LAST = re.compile(r"(?:,|,? og|,? samt)?\s*[^\s,;:][^,;:]{2,60}"), re.compile(r"(?:,- ?)?(?: kr\.?)?\.?\s*")
"""What stands before the amount of an entry, and after the last."""
_OF_ALL = re.compile(
    r",\s(?:(?:(?:i|altså|dvs\.) )?(?:hvert?|alt|tilsammen|samlet|sammenlagt|(?:alle|begge|samtlige) \w+)|hvilket|svarende til|så)\b.*",
    re.S,
)
"""What is said of the whole list after it: "…, i alt 7,3 mio. kr.", "…, alle i Vestby", "…, hvilket er …": no entry."""
QUANTIFIED = re.compile(
    r"^(?:de )?(?:(?P<one>(?:en|et)(?! (?:række|del|antal|par|gruppe|håndfuld)\b)|én|ét|1)"
    rf"|(?P<n>{SEVERAL}|\d{{1,3}}))\s+[a-zæøå]",
    re.I,
)
DATE = re.compile(rf"\d{{1,2}}\. (?:{A_MONTH})|\d{{1,2}}[./-]\d{{1,2}}")
_DAY = rf"(?:(?:\w+dag )?(?:den )?\d{{1,2}}(?:\.(?: (?:{A_MONTH})\b(?: \d{{4}})?)?|[./-]\d{{1,2}}))"
_DAYS = re.compile(rf"{_DAY}(?:, {_DAY})*,? (?:og|samt) {_DAY}(?!,? (?:samt|plus)| og|,? (?:og )?(?:de|en|et|to|tre|{_DAY})|[\d–-])", re.I)
"""Days, and no more that is told otherwise: "den 3. maj, den 5. maj og to i juni"."""
_ANOTHER_CLAUSE = re.compile(
    r", (?:samt|og|men|mens) (?:at\b|[^,]*\b(?:er|blev|bliver|har|skal|kan)\b)|, (?:hvor|der|som|så|idet)\b"
)
_SEVERAL, _OF_EACH = re.compile(r"[\wæøå-]+(?:erne|ene|er|re)\b"), re.compile(r" (?:for|i|på|af|fra|ved) ")
_PLACE = re.compile(r"(?:ved|på|i|hos|bag|langs|under|mellem|omkring|nord for|syd for|øst for|vest for) ")
_COMMA_AND = re.compile(r", (?:og|samt) ")
FEWEST = 3
"""Entries of a list that is held to be too short."""
_ONE_THING = re.compile(r"[a-zæøå]{4,}(?:en|et)$")
"""An entry that is one thing: "hovedbiblioteket, fem lokalbiblioteker og to kombibiblioteker"."""


def count_inline(ledger: Ledger, s: Sentence, n: Mention, start: int) -> None:
    """An enumeration in the sentence: its entries, or the numbers that the entries begin with."""
    text = ledger.flow.text[s.offset(start) : s.end].strip().rstrip(".")
    if _priced(ledger, s, n, start) or _split_by_mark(ledger, s, n, text) or _bulleted(ledger, s, n, s.offset(start)):
        return
    if days := _DAYS.match(text):
        told = len(re.findall(_DAY, days[0], re.I))
        say_count(ledger, s, n, told, "warning" if abs(told - n.value) <= SLIP else "unverifiable")
        return
    if _THAT.match(text) and _LAST_THAT.search(text):
        clauses = len(_THAT.findall(text))
        say_count(ledger, s, n, clauses, "warning" if n.value - SLIP <= clauses < n.value else "unverifiable")
        return
    text = _OF_ALL.sub("", _BY_WHOM.sub("", _ASIDE.sub("", text)))
    text = _OFFICE.sub("", text) if text[:1].isupper() else text
    entries = [e.strip() for e in ENTRY.split(text) if e.strip()]
    if _NO_LIST.search(text) or ";" in text and "," in text or EXAMPLES.search(text.lower()) or len(entries) < 2:
        return
    numbered = [QUANTIFIED.match(e) for e in entries]
    total = sum(1 if m is None or m["one"] else whole(m["n"]) or 0 for m in numbered)
    if not _AND.search(text) and not all(m and m["one"] for m in numbered):
        return
    if all(numbered) and total >= len(entries) * n.value:  # each of them has a number of something else: "tre afdelinger: 16 i Nord …"
        say_count(ledger, s, n, len(entries), "unverifiable")
    elif all(numbered):
        say_count(ledger, s, n, total, "error")
    elif not any(m and m["n"] for m in numbered):
        say_count(ledger, s, n, len(entries), "warning" if _plainly_listed(text, entries, n) else "unverifiable")
    elif all(m or _ONE_THING.match(e) for m, e in zip(numbered, entries, strict=True)):
        say_count(ledger, s, n, total, "warning" if abs(total - n.value) <= SLIP else "unverifiable")


def too_few(ledger: Ledger, s: Sentence, n: Mention, start: int) -> None:
    """A list that names fewer than are counted, though what stands between each comma and "og" be one: "tre veje, nemlig A og B"."""
    text = _ANOTHER_CLAUSE.split(ledger.flow.text[s.offset(start) : s.end].strip().rstrip("."), maxsplit=1)[0]
    entries = [e.strip() for e in ENTRY.split(_ASIDE.sub("", text)) if e.strip()]
    told = any(c.kind == "count" and c.states(n.number) and c.extra["if_not"] != "unverifiable" for c in ledger.claims)
    open_end = _NO_LIST.search(text) or ";" in text or EXAMPLES.search(f"{s.skeleton[:start]} {text.lower()}")
    if open_end or told or len(entries) < FEWEST or not _AND.search(text) or any(map(QUANTIFIED.match, entries)):
        return
    several = any(_SEVERAL.match(e) and (e is entries[-1] or not _OF_EACH.search(e)) for e in entries)
    if n.value - SLIP <= len(entries) < n.value and not several:
        say_count(ledger, s, n, len(entries), "warning")


def _plainly_listed(text: str, entries: list[str], n: Mention) -> bool:
    """Are the entries short, or days, or places, with one "og" between them and about as many as are counted?"""
    if abs(len(entries) - n.value) > SLIP or any(e.endswith("-") for e in entries) or len(_AND_OF_WORDS.findall(text)) > 1:
        return False
    places = len(entries) > 2 and all(map(_PLACE.match, entries)) and not _COMMA_AND.search(text)
    return places or all(len(e.split()) <= 4 for e in entries) or all(map(DATE.search, entries))


def _priced(ledger: Ledger, s: Sentence, n: Mention, start: int) -> bool:
    """Entries that each have their amount: "tre tilbud: Brdr. Holm kr. 412.000, Vest A/S kr. 431.500 og P. Lund & Søn kr. 455.000"."""
    of_all = _OF_ALL.search(s.skeleton, start)
    end = of_all.start() if of_all else len(s.skeleton)
    amounts = s.between(start, end)
    ends = [start, *(s.position(m) + 1 for m in amounts)]
    entries = [s.skeleton[a : b - 1] for a, b in pairwise(ends)]
    alike = len(amounts) > 2 and {m.unit for m in amounts} == {"kr"} and bool(_PRICED_LAST.fullmatch(s.skeleton, ends[-1], end))
    if alike and all(_PRICED.fullmatch(e) for e in entries) and sum(bool(_AND.match(e)) for e in entries) <= 1:
        say_count(ledger, s, n, len(amounts), "warning" if abs(len(amounts) - n.value) <= SLIP else "unverifiable")
        return True
    return False


def _split_by_mark(ledger: Ledger, s: Sentence, n: Mention, text: str) -> bool:
    """Entries marked "1) …, 2) …" or "a) … b) …" in the sentence; whether there are any."""
    marks = re.findall(r"(?:^|\s)\(?(\d{1,2}|[a-z])\)\s", text)
    wanted = [str(i) for i in range(1, len(marks) + 1)], [chr(96 + i) for i in range(1, len(marks) + 1)]
    if len(marks) > 1 and marks in wanted:
        say_count(ledger, s, n, len(marks), "error")
    return len(marks) > 1


def _bulleted(ledger: Ledger, s: Sentence, n: Mention, start: int) -> bool:
    """Entries with bullets that run on in one block, as in a cell: "fire aktiviteter: • klub • café • løb"; whether there are any."""
    blocks = ledger.flow.blocks
    entries = ledger.flow.text[start : blocks[s.block].end].strip()
    marks = entries.count("•")
    if not entries.startswith("•") or marks < 2:
        return False
    goes_on = s.block + 1 < len(blocks) and blocks[s.block + 1].kind in ORDINARY
    say_count(ledger, s, n, marks, "unverifiable" if goes_on or abs(marks - n.value) > SLIP else "warning")
    return True

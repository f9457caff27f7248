"""Counts announced before lists, and counts whose parts are counts: "fem indsatsområder:", "7 af de 10 … De tre øvrige"."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import NUMBERED, Ledger, Sentence, pattern
from extractors.layout import Block

_THEN = r"(?::\s*|;\s*(?=[eé][nt] )|(?:,| [-–]) <namely> )"
_ANNOUNCED = pattern(rf"(?P<n><N>)(?P<what>[^\ue000-\ue007:;]{{2,140}}){_THEN}(?P<list>.*)$")
_FEW_WORDS_EACH = r"[a-zæøå-]*(?:[^\Weå]|lse)(?: [a-zæøå-]*(?:[^\Weå]|lse))?"
_THESE_ARE = pattern(
    rf"^(?:de|disse|vores|\w+s) (?P<n><N>)(?P<what>(?: [a-zæøå-]+){{1,2}}) (?:er|hedder|bliver|omfatter) "
    rf"(?P<list>(?:{_FEW_WORDS_EACH}, )+{_FEW_WORDS_EACH},? (?:og|samt) (?!for |så ){_FEW_WORDS_EACH}\.?)\s*$"
)
"""None of the list ends as adjectives do: "de tre skoler er slidte, mørke og kolde"."""
_NO_COLON = pattern(r"^der ~70(?P<n><N>)(?P<what>[^\ue000-\ue007:;]{2,70})\.\s*(?P<list>)$")
_FOLLOWING_FEW = pattern(rf"\bfølgende (?P<n><N>)(?P<what>[^:;]{{2,120}}?){_THEN}(?P<list>.*)$")
_CLAUSES = re.compile(r"\b(?:hvor|der|som|når|hvis|mens|dels|enten|eller|skal|kan|er|har|vil)\b")
_PLURAL = (
    "r",
    "e",
    "er",
    "mål",
    "spor",
    "tiltag",
    "forslag",
    "krav",
    "bud",
    "bilag",
    "input",
    "trin",
    "ord",
    "råd",
    "fag",
    "hold",
    "udvalg",
    "forhold",
    "punkt",
    "greb",
    "skridt",
    "hjem",
    "anlæg",
    "værk",
    "lag",
)
_EXAMPLES = pattern(
    r"<some>|<ofit>|\b(?:eksempler|blandt|mindst|op til|ud af|af de|af disse|som bl|og andre|med flere|m\.m\.|m\.fl\."
    r"|m\.v\.|mv\.|osv\.?|etc\.?)(?!\w)|\.\.\.|…"
)
_ENTRY = re.compile(r",(?!\d)\s*|\s+(?:samt|og)\s+")
_OF_ALL = re.compile(r",\s(?:(?:i|altså|dvs\.) )?(?:alt|tilsammen|samlet|sammenlagt|(?:alle|begge|samtlige) \w+)\b.*", re.S)
"""What is said of the whole list after it: "…, i alt 7,3 mio. kr.", "…, alle i Vestby": no entry."""
_QUANTIFIED = re.compile(
    r"^(?:(?P<one>(?:en|et)(?! (?:række|del|antal|par|gruppe|håndfuld)\b)|én|ét|1)"
    r"|(?P<n>to|tre|fire|fem|seks|syv|otte|ni|ti|\d{1,3}))\s+[a-zæøå]",
    re.I,
)
_WORDS = {w: i for i, w in enumerate(["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"])} | {
    "et": 1,
    "én": 1,
    "ét": 1,
}
_OF_THOSE = pattern(
    r"(?P<a><N>) (?:ud )?af (?:de|disse|i alt|vores|\w+s) (?P<b><N>)|^af (?:de|vores|\w+s) (?P<b2><N>)~40 <free>(?P<a2><N>)"
)
_OTHERS = pattern(
    r"\b(?:de|den|det) (?P<r><N>) (?:øvrige|andre|resterende|sidste|tilbageværende|manglende)\b(?! \w+ (?:i|på|ved|fra|uden)\b)"
)
_OF_THEM = pattern(r"^(?P<a><N>) <ofthem>")
_LAST_ONE = re.compile(r"\b(?:den sidste|det sidste|den femte|den tredje|den fjerde|den sjette|den ene|den anden|ét|én|et|en)\b")
_ORDINARY = frozenset(("point",))
_AND_ANOTHER = re.compile(r"\b(?:og|samt|plus) (?:en|et|én|ét) [a-zæøå]+ ?$")
"""What is counted with one more of another kind: "fem partier og en løsgænger: …"."""
_FOLLOWING = re.compile(r"\bfølgende $")
_OTHER_LIST = re.compile(r"\b(?:har|følgende|skal|mener|siger|svarer|foreslår|ønsker|opfyldt|svarede|bemærker|følger|sendt|fået)\b")
_UNITS_WORDS = """
år dage timer minutter uger måneder kr pct procent m2 meter km beboere borgere personer elever børn ansøgere mennesker deltagere stemmer
gange kroner millioner procentpoint point grader etager
"""
UNITS = frozenset(_UNITS_WORDS.split())
"""What is counted and not listed."""
_DATE = re.compile(r"\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|\d{1,2}[./-]\d{1,2}")
_OWN_CLAUSE = re.compile(r"(?:, ?(?:som|der|hvor\w*|før|inden|når|hvis|så|for at|jf\.?)|\b(?:som|der))\s[^,]*")
"""A clause that only says more of what is counted: "tre oplysninger, før den kan indgå i behandlingen:"."""
_ANOTHER_MATTER = re.compile(r", (?:og|men|mens|samt)\b|\b(?:således|sådan|kort|derfor|bl)\b")
_FEW_WORDS, _MANY_WORDS = 5, 14
_DEFINITE = re.compile(r"\b(?:de|disse|vores|alle|samtlige|begge)(?: \w+)? $")
_ONE_THING = re.compile(r"[a-zæøå]{4,}(?:en|et)$")
"""An entry that is one thing: "hovedbiblioteket, fem lokalbiblioteker og to kombibiblioteker"."""
_ELECTED = re.compile(r"\b(?:vælges|udpeges|udnævnes|valgt|udpeget)\b")
_ASIDE = re.compile(r"\W*(?:Hvis|Såfremt|Derudover|Desuden|Endvidere|Herudover|Hertil|Dog|Bemærk|NB)\b")
SLIP = 2
"""How far a count may be off and still be meant as that of the list."""
MOST_ENTRIES = 40
LONGEST_LINE = 110
"""Characters of an entry that is a line without a mark."""


def find(ledger: Ledger) -> None:
    """Every announced count with what follows it."""
    for i, (s, before) in enumerate(ledger.in_turn(3)):
        if s.holds & NUMBERED:
            _announced(ledger, s)
            _parts_of_count(ledger, s)
            _of_them(ledger, s, before)
            following = ledger.sentences[i + 1 : i + 4]
            _others(ledger, s, following)


def whole_number(m: Mention) -> bool:
    """May the number be that of a list's entries?"""
    return m.value == m.value.to_integral_value() and 0 <= m.value <= MOST_ENTRIES and not m.qualifier


def _announced(ledger: Ledger, s: Sentence) -> None:
    """ "fem kriterier:" with points after it, or "fire navneforslag: A, B, C og D"."""
    match = _ANNOUNCED.search(s.skeleton) or _FOLLOWING_FEW.search(s.skeleton) or _THESE_ARE.match(s.skeleton) or _before_points(ledger, s)
    if not match:
        if (
            s.kind == "heading"
            and len(s.mentions) == 1
            and re.match(r"^\ue005 [a-zæøå]+(?: [a-zæøå]+)?\s*$", s.skeleton)
            and whole_number(s.mentions[0])
        ):
            _listed(ledger, s, s.mentions[0], "warning" if names_things(s.mentions[0], "") else "unverifiable")
        return
    n = s.of(match.start("n"))
    inline = match["list"].strip()
    if n.noun in UNITS and not (inline and all(_QUANTIFIED.match(e.strip()) for e in _ENTRY.split(inline) if e.strip())):
        return
    lead = s.skeleton[: match.start("list")]
    named = bool(_FOLLOWING.search(lead, 0, match.start())) or names_things(n, match["what"])
    if (
        not whole_number(n)
        or _EXAMPLES.search(lead)
        or _AND_ANOTHER.search(match["what"])
        or not (named or _told_at_length(n, lead, match))
    ):
        return
    if inline:
        _inline(ledger, s, n, match.start("list"))
    else:
        _listed(ledger, s, n, "error" if named and lead.rstrip().endswith(":") else "warning")


def _before_points(ledger: Ledger, s: Sentence) -> re.Match[str] | None:
    """ "Der er indkommet fem forslag." with nothing but points after it, and no other number in it."""
    blocks = ledger.flow.blocks
    alone = len(s.mentions) == 1 and s.kind == "paragraph" and s.end == blocks[s.block].end
    return _NO_COLON.match(s.skeleton) if alone and s.block + 1 < len(blocks) and blocks[s.block + 1].kind in _ORDINARY else None


def names_things(n: Mention, what: str) -> bool:
    """Is what is counted a kind of thing that gets listed, with few words between the count and the colon?"""
    after = what.split(n.noun, 1)[-1] if n.noun else what
    return bool(n.noun) and n.noun.endswith(_PLURAL) and len(after.split()) <= _FEW_WORDS and not _OTHER_LIST.search(after)


def _told_at_length(n: Mention, lead: str, match: re.Match[str]) -> bool:
    """ "Der er opstillet fire modeller for den fremtidige struktur, som udvalget bad om:": a count that the sentence leads up to."""
    after = _OWN_CLAUSE.sub("", match["what"].split(n.noun, 1)[-1]) if n.noun else ""
    short = len(after.split()) <= _MANY_WORDS and not _OTHER_LIST.search(after) and not _ANOTHER_MATTER.search(after)
    led_up_to = match.start() > 0 and not _DEFINITE.search(lead, 0, match.start())
    return n.noun.endswith(_PLURAL) and bool(n.noun) and short and led_up_to


def _inline(ledger: Ledger, s: Sentence, n: Mention, start: int) -> None:
    """An enumeration in the sentence: its entries, or the numbers that the entries begin with."""
    text = ledger.flow.text[s.offset(start) : s.end].strip().rstrip(".")
    if _split_by_mark(ledger, s, n, text):
        return
    text = _OF_ALL.sub("", re.sub(r"\([^)]{3,}\)", "", text))
    if re.search(r"[a-zæøå]\. ", text) or ";" in text and "," in text or _CLAUSES.search(text) or _EXAMPLES.search(text.lower()):
        return
    entries = [e for e in _ENTRY.split(text) if e.strip()]
    if len(entries) < 2:
        return
    numbered = [_QUANTIFIED.match(e.strip()) for e in entries]
    if not re.search(r"\s(?:og|samt)\s", text) and not all(m and m["one"] for m in numbered):
        return
    if all(numbered):
        total = sum(1 if m["one"] else _WORDS.get(m["n"].lower()) or int(m["n"]) for m in numbered if m)
        say_count(ledger, s, n, total, "error")
    elif any(m and m["n"] for m in numbered) and all(m or _ONE_THING.match(e.strip()) for m, e in zip(numbered, entries, strict=True)):
        total = sum(_WORDS.get(m["n"].lower()) or int(m["n"]) if m and m["n"] else 1 for m in numbered)
        say_count(ledger, s, n, total, "warning" if abs(total - n.value) <= SLIP else "unverifiable")
    elif not any(m and m["n"] for m in numbered):
        simple = all(len(e.split()) <= 4 for e in entries) or all(_DATE.search(e) for e in entries)
        ands = min(len(re.findall(words, text)) or 1 for words in (r"\s(?:og|samt)\s", r"(?<!\d)\s(?:og|samt)\s"))
        near = abs(len(entries) - n.value) <= SLIP and not any(e.rstrip().endswith("-") for e in entries)
        say_count(ledger, s, n, len(entries), "warning" if simple and ands == 1 and near else "unverifiable")


def _split_by_mark(ledger: Ledger, s: Sentence, n: Mention, text: str) -> bool:
    """Entries marked "1) …, 2) …" or "a) … b) …" in the sentence; whether there are any."""
    marks = re.findall(r"(?:^|\s)\(?(\d{1,2}|[a-z])\)\s", text)
    wanted = [str(i) for i in range(1, len(marks) + 1)], [chr(96 + i) for i in range(1, len(marks) + 1)]
    if len(marks) > 1 and marks in wanted:
        say_count(ledger, s, n, len(marks), "error")
    return len(marks) > 1


def _listed(ledger: Ledger, s: Sentence, n: Mention, severity: str = "error") -> None:
    """The points after the block in which the count stands."""
    entries, sure = _entries(ledger.flow.blocks, s.block, ledger.flow.text)
    if not entries:
        entries, sure = _lines(ledger, s.block, int(n.value)), False
    apart = severity == "warning" and abs(len(entries) - n.value) > SLIP
    if sure and entries and (apart or _goes_on(ledger, entries) or _speaks_of(ledger, entries, int(n.value))):
        sure = False
    if len(entries) > 1:
        say_count(ledger, s, n, len(entries), severity if sure else "unverifiable", [b.start for b in entries])


def _entries(blocks: list[Block], at: int, text: str) -> tuple[list[Block], bool]:
    """The points of one level that follow block `at`, and whether it is clear where the list begins and ends."""
    following = blocks[at + 1 : at + 1 + 3 * MOST_ENTRIES]
    points: list[Block] = []
    for block in following:
        if block.kind == "note":
            continue
        if points and block.page > points[-1].page and (text[block.start] == "(" or text[block.start].islower()):
            continue  # the end of a point that a page break cuts
        if block.kind not in _ORDINARY:
            break
        points.append(block)
    if not points:
        return [], False
    first = points[0]
    level = [b for b in points if _same_level(first, b, text)]
    if first.number is not None:
        level = _first_run(level)
    sure = len(level) == len(points) or all(b.x0 > first.x0 + 2 for b in points if b not in level)
    return level, sure


def _goes_on(ledger: Ledger, entries: list[Block]) -> bool:
    """Does the number that would come next stand in the text after a numbered list? Text layers move numbers to the ends of lines."""
    if not (entries[-1].number or "").isdigit():
        return False
    wanted = str(int(entries[-1].number) + 1)
    headings = (b.start for b in ledger.flow.blocks if b.kind == "heading" and b.start > entries[-1].start)
    text = ledger.flow.text[entries[-1].start : min(entries[-1].end + 500, next(headings, len(ledger.flow.text)))]
    return bool(re.search(rf"(?<![\d.]){wanted}\.(?!\d)", text))


def _speaks_of(ledger: Ledger, entries: list[Block], wanted: int) -> bool:
    """Do the points after the announced ones speak of the list ("Hvis et område er på listen i fem år, …"), as its first does not?"""
    aside = [bool(_ASIDE.match(ledger.flow.text, b.start)) for b in entries]
    return len(entries) > wanted > 0 and all(aside[wanted:]) and not aside[0]


def _lines(ledger: Ledger, at: int, wanted: int) -> list[Block]:
    """Short lines without marks after the announcement: a list only when their number is right."""
    blocks = ledger.flow.blocks[at + 1 : at + 2 + wanted]
    lines = [b for b in blocks[:wanted] if b.kind == "paragraph" and b.end - b.start < LONGEST_LINE]
    ends = len(blocks) <= wanted or blocks[-1].kind != "paragraph" or blocks[-1].end - blocks[-1].start >= LONGEST_LINE
    return lines if len(lines) == wanted and ends else []


def _same_level(first: Block, block: Block, text: str) -> bool:
    """The same kind of mark, and the same margin where the print tells."""
    if (first.number is None) != (block.number is None):
        return False
    if first.number is not None and block.number is not None:
        return first.number.isdigit() == block.number.isdigit() and first.number.count(".") == block.number.count(".")
    return (
        abs(first.x0 - block.x0) <= 3
        and text[first.start] == text[block.start]
        or text[first.start].isalnum()
        and abs(first.x0 - block.x0) <= 3
    )


def _first_run(level: list[Block]) -> list[Block]:
    """Numbers that begin anew begin another list."""
    for i, block in enumerate(level[1:], 1):
        if block.number == level[0].number:
            return level[:i]
    return level


def say_count(
    ledger: Ledger, s: Sentence, n: Mention, count: int, if_not: str, places: list[int] | None = None, relation: str = "count"
) -> None:
    """Keep the claim that a stated count is that of the entries."""
    exact = Decimal(count)
    counted = Mention(n.start, n.end, n.number, exact, exact, exact, "number", n.noun)
    ledger.say(
        s,
        "count",
        relation,
        n,
        [counted],
        if_not=if_not,
        stated_words=f"{ledger.flow.text[n.number : n.end]} {n.noun}".strip(),
        computed_words=str(count),
        entries=places or [],
    )


def _parts_of_count(ledger: Ledger, s: Sentence) -> None:
    """ "En bestyrelse på syv medlemmer …; tre udpeges af A, tre af B og ét af C"."""
    for mark in re.finditer(r";|, hvoraf |: ", s.skeleton):
        head = [m for m in s.between(0, mark.start()) if m.unit == "number" and not m.qualifier]
        tail = s.skeleton[mark.end() :]
        parts = [m for m in s.between(mark.end(), len(s.skeleton)) if m.unit == "number"]
        if (
            len(head) != 1
            or len(parts) < 2
            or not re.match(r"\s*\ue005", tail)
            or any(p.noun and p.noun[:4] != head[0].noun[:4] for p in parts)
        ):
            continue
        one = re.search(r"(?:og|samt) (?:én|ét|en|et)\b", tail)
        total = sum(p.value for p in parts) + (1 if one else 0)
        closed = mark.group() != ", hvoraf " or len(parts) + bool(one) > 2 and _ELECTED.search(tail)
        if re.search(r"\b(?:resten|øvrige|en række|en del|nogle|enkelte|flere|hver)\b", tail) or not closed:
            continue
        sure = whole_number(head[0]) and (total <= head[0].value or mark.group() == ";")
        say_count(ledger, s, head[0], int(total), "warning" if sure else "unverifiable")


def _of_them(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "fem ændringer. To af dem giver …, to giver …, og den sidste er …"."""
    match = _OF_THEM.match(s.skeleton)
    if not match or not before:
        return
    whole = [m for m in before[-1].mentions if m.unit == "number" and whole_number(m)]
    parts = [m for m in s.mentions if m.unit == "number"]
    last = _LAST_ONE.search(s.skeleton, s.skeleton.rfind(" og ")) if " og " in s.skeleton else None
    if len(whole) == 1 and last and last.group().startswith(("den ", "det ")) and all(not p.noun or p is parts[0] for p in parts):
        say_count(ledger, before[-1], whole[0], int(sum(p.value for p in parts)) + 1, "warning")


def _others(ledger: Ledger, s: Sentence, following: list[Sentence]) -> None:
    """ "7 af de 10 områder. De tre øvrige …"."""
    match = _OF_THOSE.search(s.skeleton)
    if not match:
        return
    a, b = (s.of(match.start(g if match["a"] else f"{g}2")) for g in "ab")
    for t in [s, *following]:
        text = t.skeleton if t is not s else t.skeleton[match.end() :]
        rest = _OTHERS.search(text)
        if rest:
            r = t.of(rest.start("r") + (match.end() if t is s else 0))
            if a.value < b.value and r is not b:
                ledger.say(t, "count", "difference", r, [a, b], if_not="warning")
            return

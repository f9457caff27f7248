"""Items without numbers, as villages, youth councils and associations take their minutes: the titles alone, or before a colon.

Nothing but the paper's own form tells such a title from a line of text: it is printed as the others are, and one of them at least is
one that every meeting has ("Siden sidst", "Eventuelt").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from extractors.structure.days import DAY
from extractors.structure.names import BODY, PERSON
from extractors.structure.sections import plain
from extractors.structure.sheet import Found, Sheet, is_said, trim

_PAPER = re.compile(r"\b\w*referat\b|\bdagsorden\b|\b(?:\w+s)?protokol\b|\bnoter fra\b", re.I)
_EVERY_MEETING = re.compile(
    r"(?:siden sidst|sidste nyt|nyt fra|meddelelser|eventuelt|evt\.?|velkomst|velkommen|næste møde|kommende møder?|"
    r"(?:gensidig )?orientering(?:er)?|orientering fra|godkendelse af|opfølgning|bordet rundt|runde om bordet|valg af|"
    r"spørgetid|åbning|afslutning|status|konstituering|(?:formandens|kassererens) beretning|regnskab|økonomi)\b",
    re.I,
)
"""Titles that hardly a meeting is without."""
_LABEL = re.compile(
    r"(?:\w*referent(?:er)?|(?:møde|ord)(?:styrer|leder)|dirigent|formand|næstformand|kasserer|sekretær|mødt(?:e)?|til ?stede|tilstede|"
    r"deltage(?:re|nde)|deltog|fremmødte?|fraværende|afbud(?: fra)?|meldt (?:fra|afbud)|hvem (?:var|er|deltog)\b.*|medlemmer|gæster?|"
    r"(?:møde)?(?:dato|sted|tid|tidspunkt|start|slut)|tid og sted|lokale|fra \w+(?: \w+)?|til|emne|"
    r"bilag(?: \w{1,3})?|vedlagt|ansvarlig(?:e)?|deadline|frist|tidsfrist|for|i?mod|undlod|ja|nej|blanke?|underskrifter?|skrevet af|"
    r"med venlig hilsen|venlig hilsen|mvh|kopi(?: til)?|sendt til|tlf|telefon|mail|e-mail|www|side|dagsorden(?:en)?|referat)",
    re.I,
)
_LONGEST_TITLE, _LONGEST_LEAD, _HEAD, _FEWEST = 90, 60, 8, 3
_LEAD = re.compile(rf"(?P<title>[A-ZÆØÅ\"”][^:.!?\n\t]{{2,{_LONGEST_LEAD}}}(?:(?<=vt)\.)?):\s+(?=\S)")
_COLUMNS = re.compile(r"(?:dagsordens)?(?:punkt|emne)(?:er)?|dagsorden|sag(?:er)?|tema|overskrift", re.I)
_TOLD = re.compile(r"referat|beslutning(?:er)?|drøftelser?|konklusion(?:er)?|opsummering|bemærkninger|noter", re.I)
_CASE = ("recommendation", "facts", "summary", "decision")
"""Parts of a formal case: where they head the text below the titles, "Økonomi" is a part too."""
_NEVER = ("annex", "attendance", "contents", "remark", *_CASE)
_BULLET = re.compile(
    r"(?:[•·▪◦–-]\s*)?"
    r"(?:(?:(?:Emne|Tema)\s)?#?(?P<number>(?:(?<=#)|(?<=ne )|(?<=ma ))\d{1,3}|\d{1,3}/\d{2,4}|\d{1,3}(?= [–-] )|[IVX]{1,4}|[A-Za-z])"
    r"(?:\s?[.):–-]+\s+|(?<=\d)\s+)(?=[A-ZÆØÅ\"”])"
    r"|(?:Første|Andet|Tredje|Fjerde|Femte|Sjette|Syvende|Ottende|Niende|Tiende|Sidste) (?:punkt|emne)\s?[:–-]\s+)?")
"""What may stand before a title: a bullet, or a number of a kind that items rarely have ("II.", "C.", "#4", "5/2019")."""


def titled(on: Sheet) -> list[Found]:
    """The items of a meeting's paper, those of the form that most of its titles have; [] without three of them."""
    named = next((i for i, text in enumerate(on.texts[:_HEAD]) if _PAPER.search(text[:80])), None)
    if named is None:
        return []
    formal = any(head and head.role in _CASE for head in on.heads)
    rows = _rows(on)
    forms = [rows] if rows else [*_styles(on, named + 1, formal), list(_run_in(on, named + 1, formal))]
    best = max(forms, key=lambda form: (sum(map(_usual, form)), len(form)), default=[])
    best = [f for n, f in enumerate(best) if not any(plain(f.title) == plain(later.title) for later in best[n + 1 :])]
    return best if len(best) >= _FEWEST and any(map(_usual, best)) else []


def _usual(found: Found) -> bool:
    return bool(_EVERY_MEETING.match(found.title))


def _styles(on: Sheet, first: int, formal: bool) -> list[list[Found]]:
    """The lines that may be titles, those of one print together."""
    by_print: dict[tuple[bool, float, bool, bool], list[Found]] = {}
    for i in range(first, len(on.texts)):
        if _is_title(on, i, formal):
            block, text = on.blocks[i], on.texts[i]
            key = block.bold, round(block.size), text.isupper(), text.endswith(":")
            by_print.setdefault(key, []).append(_found(on, i, _BULLET.sub("", text, count=1), block.end))
    return list(by_print.values())


def _is_title(on: Sheet, i: int, formal: bool) -> bool:
    """Is a piece printed alone as a title is: short, no sentence, no label, with white above it or print of its own?"""
    block, text, head = on.blocks[i], _BULLET.sub("", on.texts[i], count=1), on.heads[i]
    if not block.prose or not 2 < len(text) <= _LONGEST_TITLE or not (text[0].isupper() or text[0] in '"”'):
        return False
    if head and (head.length < len(on.texts[i]) or head.role in _NEVER or formal):
        return False
    if text[-1] in ".,;!" and not text.lower().endswith(("vt.", "m.v.", "m.m.")):
        return False
    if _LABEL.fullmatch(plain(text.partition(":")[0])) or is_said(text) or BODY.fullmatch(text) or DAY.match(text):
        return False
    below = on.blocks[i + 1] if i + 1 < len(on.blocks) else None
    return block.kind == "heading" or block.bold or not below or not block.gap or block.gap > below.gap


def _run_in(on: Sheet, first: int, formal: bool) -> Iterator[Found]:
    """The titles that begin their text: "Gadekæret: Der er kommet to tilbud." """
    for i in range(first, len(on.texts)):
        match = _LEAD.match(on.texts[i]) if on.blocks[i].prose else None
        role = head.role if (head := on.heads[i]) else ""
        if match and not (role in _NEVER or role and formal or _LABEL.fullmatch(match["title"]) or re.fullmatch(PERSON, match["title"])):
            yield _found(on, i, match["title"], on.blocks[i].start + match.end())


def _rows(on: Sheet) -> list[Found]:
    """The first cells of a table headed "Emne | Referat"."""
    for i, text in enumerate(on.texts):
        cells = [plain(cell) for cell in text.split("\t")] if on.blocks[i].kind == "row" and len(text) < 200 else []
        if len(cells) > 1 and _COLUMNS.fullmatch(cells[0]) and any(map(_TOLD.fullmatch, cells[1:])):
            return list(_first_cells(on, i + 1, on.blocks[i].table))
    return []


def _first_cells(on: Sheet, first: int, table: int) -> Iterator[Found]:
    for i in takewhile(lambda k: on.blocks[k].table == table, range(first, len(on.texts))):
        if title := on.texts[i].partition("\t")[0]:
            yield _found(on, i, title, on.blocks[i].start + len(title) + 1)


def _found(on: Sheet, i: int, title: str, content: int) -> Found:
    block = on.blocks[i]
    start = block.start + max(on.texts[i].find(title), 0)
    name, cases = trim(title.rstrip(": "))
    number = (next(_BULLET.finditer(on.texts[i]))["number"] or "") if start > block.start else ""
    return Found(number, name, i, i + 1, start, min(start + len(title), block.end), 5, cases=cases, content=content)

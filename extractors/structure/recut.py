"""The blocks of the running text, cut once more where a printed line is a heading, a label or an item of its own.

Without geometry (plain text, bad scans) the layout cannot always tell that "Beslutning" on a line by itself ends the paragraph above.
The words can.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.layout import Block, Flow
from extractors.structure.days import DAY
from extractors.structure.lost_lines import SHORTEST, line_starts
from extractors.structure.names import BODY, PERSON, is_body
from extractors.structure.roles import ROLES
from extractors.structure.sections import LEADS, LONGEST, glued, heading, plain
from minutes.needs import led

_LABEL = re.compile(
    r"(?:Sagsnummer|Sagsnr|Sagnr|Sagsid|J\.\s?nr|Journalnr|Acadre sagsnr|Dok\.\s?nr|Initialer|EMN-\d{4}|Mødedato|Mødested|Mødetid|"
    r"Mødetidspunkt|Starttidspunkt|Sluttidspunkt|"
    r"Møde(?:t)? (?:slut|hævet)|(?:Åben|Lukket) sag$|Tidspunkt|Dato|Sted|Lokale|Mødelokale|Udvalg|"
    r"Fraværende|Afbud|Deltagere|Medlemmer|Mødedeltagere|Ikke til stede|Til "
    r"?stede|Bilag \d{1,3}(?=\s?[:–-]\s)|Til toppen$|"
    r"(?:Fremmødte?|Referent|Dirigent|Ordstyrer|Mødeleder|Kl)(?=:)|"
    r"Bemærkninger$|Udsendelsesdato|Punktnummer)\b[.:]?|Til toppen|Indholdsfortegnelse(?=\d)|\d{2}\.\d{2}\.\d{2}[ -]?[A-ZÆØÅ]\d{2}[\d-]*$")
_MARKED = re.compile(r"(?:Dagsorden(?:ens)? (?:punkt|pkt\.)|"
                     r"Punkt|PUNKT|Pkt\.|Sag nr\.|Nr\.)\s?\d{1,4}\b\s*(?:[:.–-]\s*|\s{2,}|(?=[A-ZÆØÅ])|$)(?![a-zæøå])|(?:Lukket|"
                     r"Closed): Punkt|(?:åbent|lukket) \d{1,3} [A-ZÆØÅ]")
_NUMBERED = re.compile(r"\d{1,3}(?:\.?[a-h])?(?:\.\s*|\s{1,3})[A-ZÆØÅ]")
_TITLE = re.compile(rf"{_MARKED.pattern}|(?:Indholdsfortegnelse)?{_NUMBERED.pattern}|Bilag:")
"""A line that is the title of an item or a list of annexes; what stands below it is new, unless it ends in the middle."""
_BULLET = re.compile(r"[•·▪◦]\s*(?=\S)")
_UNENDED = led(r"(?:[,/(–-]|\b(?:og|af|i|på|til|fra|for|om|med|ved|den|det|en|et|jf\.|se|vedr\.))$", re.I)
_ABSENT = re.compile(r"(?:Ikke til stede|Afbud|Fraværende)\s*:")
_TOLD = re.compile(r" (?!samt |stede:)[a-zæøå]{4,}")
"""A word in a line that tells something, where more names of who is absent have none."""
_OUTCOME = re.compile(r"(?:Godkendt|Tiltrådt|Vedtaget|Anbefale[st]|Anbefalet|Udsat|Drøftet|Forkastet|Afvist|Udgår|Intet|Ingen)\.?")
_NUMBER_LAST = re.compile(r"[.;:,]\s\d{1,2}[.)]$")
"""The line above ends with the number of the next entry: "Bilag: 1. Kort. 2. | Høringssvar."."""
_ENDED = tuple('.:!?;)"”')


def pieces(flow: Flow) -> list[Block]:
    """The blocks, cut at lines that stand by themselves. Rows and notes stay whole."""
    lines = flow.line_starts()
    out: list[Block] = []
    for block in _unflattened(flow):
        first, last = bisect_right(lines, block.start), bisect_left(lines, block.end)
        if first >= last or not block.prose:
            out.append(block)
        else:
            out += _cut(flow.text, block, [block.start, *lines[first:last], block.end])
    return _unbulleted(flow.text, out)


def _unflattened(flow: Flow) -> Iterator[Block]:
    """The blocks; one that holds an item with the headings of its decisions in running text is cut around them."""
    for block in flow.blocks:
        heads = block.prose and flow.text.find("eslutning", block.start, block.end) >= 0
        found = [m for form in (_FLAT, _BEFORE) for m in form.finditer(flow.text, block.start + 1, block.end)] if heads else []
        alone = block.prose and block.end - block.start > SHORTEST * block.lines
        lost = line_starts(flow.text, block.start, block.end) if alone else []
        if not found and not lost:
            yield block
            continue
        found += list(_NEXT.finditer(flow.text, found[0].end(), block.end)) if found else []
        parts = _PARTS.finditer(flow.text, block.start, found[0].start()) if found else ()
        edges = sorted({block.start, *lost, *(at for m in (*found, *parts) for at in (m.start(), m.end())), block.end})
        for a, b in pairwise(edges):
            a, b = _forward(flow.text, a, b), _back(flow.text, a, b)
            if a < b:
                yield replace(block, start=a, end=b)


_FLAT = re.compile(rf"Beslutning(?<=[\w.:)] Beslutning)(?:er)?(?: (?:i|fra|af))? (?:{BODY.pattern})(?:,| den)? "
                   rf"(?:den )?(?:{DAY.pattern}):?(?= [A-ZÆØÅ])")
"""The heading of a decision in running text: "... godkendes. Beslutning Byrådet, 22.11.2016 Godkendt." """
_BEFORE = led(rf"(?<=[Bb]eslutning[.:] )(?:{BODY.pattern}),? (?:den )?(?:{DAY.pattern}):(?= [A-ZÆØÅ])")
"""What a body decided before, in running text: "Tidligere beslutning. Byrådet den 22-11-2016: Udsat." """
_NEXT = led(rf"(?<=[a-zæøå.] )(?:{BODY.pattern}), (?:{DAY.pattern})(?= (?:(?:Ad [^.:]{{1,20}}: )?{_OUTCOME.pattern}(?: |\Z)"
            rf"|(?:{PERSON}(?:, | og )?)+ var fraværende\.))")
"""What the next body said in the same running text: "... den 24.10.2016 Anbefales Økonomiudvalget, 31.10.2016 Anbefales." """
_PARTS = re.compile(r"(?<= )(?:(?:Sagsnr|Sagsid|Journalnr|J\.\s?nr)\b\.?:? [\d./-]+|Indstilling(?= [A-ZÆØÅ][^.:;]{2,80} indstiller\b))")


def _unbulleted(text: str, out: list[Block]) -> list[Block]:
    """The pieces without the bullets before headings, where the document sets its headings so: two, one of what is to be decided."""
    marked = {i: m.end() for i, b in enumerate(out) if b.kind == "point" and (m := _BULLET.match(text, b.start, b.end))}
    heads = {i: (role, at) for i, at in marked.items() if (role := _whole(text[at : out[i].end]))}
    roles = {role for role, _ in heads.values()}
    if len(roles) < 2 or roles.isdisjoint(("decision", "recommendation")):
        return out
    return [replace(b, start=heads[i][1]) if i in heads else b for i, b in enumerate(out)]


def _cut(text: str, block: Block, edges: list[int]) -> list[Block]:
    """A block as its lines say: each heading, label and item by itself, the lines between them together."""
    edges = [a for a, b in pairwise(edges) if text[a:b].strip()] + edges[-1:]
    longest = max(b - a for a, b in pairwise(edges))
    starts, alone = [block.start], False
    for before, a, b in zip(edges, edges[1:], edges[2:], strict=False):
        above, line = text[before:a].strip(), text[a:b].strip()
        named = b == edges[-1] <= _HEAD and is_body(line) and not _UNENDED.search(above)
        if alone or named or _begins(line, above, len(above) < 0.6 * longest):
            starts.append(a)
            alone = _whole(line) is not None
        elif a == edges[1]:
            follows = not line[:1].islower() or line.startswith("at ")
            alone = _whole(above) is not None and follows and not _UNENDED.search(above)
            starts += [a] if alone else []
            alone = alone and _whole(line) is not None
    ends = [*starts[1:], block.end]
    spans = [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
    if len(spans) == 1 and spans[0] == (block.start, block.end) and not (text[block.start].isspace() or text[block.end - 1].isspace()):
        return [block]
    return [replace(block, start=_forward(text, a, b), end=_back(text, a, b)) for a, b in spans]


_HEAD = 600
"""Characters at the beginning of a paper within which a line may be the name of the body, below a title as wide as the page."""


def _begins(line: str, above: str, short: bool) -> bool:
    """Does a printed line stand by itself after the line above?"""
    if not line or not (line[0].isupper() or line[0].isdigit() or line.startswith(("åbent", "lukket"))):
        return False
    if _LABEL.match(line) or _MARKED.match(line):
        return not above.endswith((",", "-", " og", " af", " i", " jf.", " den", " se"))
    if line[0].isupper() and _ABSENT.match(above) and not _TOLD.search(above) and (_TOLD.search(line) or _OUTCOME.fullmatch(line)):
        return True
    ended, titled = above.endswith(_ENDED), _TITLE.match(above) is not None and not _UNENDED.search(above)
    new = ended or titled and (above.startswith("Bilag") or re.match(r"1\D", line))
    new = new or _counted(above, line)
    if _NUMBERED.match(line) and line[-1] not in ".,;:" and len(line) < 100 and new:
        return True
    if glued(line) or ended and _opens(line):
        return True
    if (ended or titled) and LEADS.match(line):
        return True
    role = None if _NUMBER_LAST.search(above) or _ends_sentence(line, above) else _whole(line)
    return role is not None and (role == "decision" and len(line) > 30 or short or ended or titled or line.isupper())


def _ends_sentence(line: str, above: str) -> bool:
    """ "Svaret skal være i | Ungdomsudvalget den 7. januar 2010.": it looks like a heading with its day, and ends what stands above."""
    return any(map(str.isdigit, line)) and (_UNENDED.search(above) is not None or line.endswith(".") and above[-1:].islower())


def _counted(above: str, line: str) -> bool:
    """Two entries of a list of contents: the next number, or a page number at the end of the line above."""
    first, second = _ENTRY.match(above), _ENTRY.match(line)
    if not first or not second or _UNENDED.search(above):
        return False
    return int(second[1]) == int(first[1]) + 1 or bool(_PAGED.search(above))


_ENTRY = re.compile(r"(\d{1,4})\.?\s+[A-ZÆØÅ]")
_PAGED = re.compile(r"(?<!\d)(?<!nr\.)[.\s]\d{1,3}$")


def _opens(line: str) -> bool:
    """ "Beslutning: Godkendt." """
    return ":" in line[:40] and (found := heading(line)) is not None and found.role in ("decision", "recommendation", "summary", "route")


def _whole(line: str) -> str | None:
    """The role of a line that is nothing but a heading."""
    if len(line) > LONGEST or not line[:1].isupper():
        return None
    if role := ROLES.get(plain(line)):
        return role
    found = heading(line) if any(map(str.isdigit, line)) or "BESLUTNING" in line.upper() else None
    return found.role if found and found.length == len(line) else None


def _forward(text: str, a: int, b: int) -> int:
    while a < b and text[a].isspace():
        a += 1
    return a


def _back(text: str, a: int, b: int) -> int:
    while b > a and text[b - 1].isspace():
        b -= 1
    return b

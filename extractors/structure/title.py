"""The title of a document: in minutes its first line, in other papers what the print makes largest, below what the paper calls itself."""

from __future__ import annotations

import re

from extractors.layout import Block, Flow
from extractors.structure import sections
from extractors.structure.cases import LABELLED
from extractors.structure.roles import ROLES

_FIRST = 8
"""Blocks among which the title stands."""
_SENDER = re.compile(
    r"(?:[A-ZÆØÅ][\w.-]+ ){1,3}[Kk]ommune|(?:[\w-]+ ){0,2}\w*[Ff]orvaltning(?:en)?(?: for [\w ,]{3,60})?"
    r"|[\w -]{0,40}sekretariatet|(?:[\w-]+ ){0,2}\w*(?:[Aa]fdelingen|[Kk]ontoret|[Cc]entret|[Dd]irektionen)(?: for [\w ,]{3,60})?"
    r"(?: \w*(?:kontoret|afdelingen))?"
)
"""What a letterhead prints above the title."""
_NAMED = re.compile(r"(?:Sag|Emne|Titel|Sagens titel|Overskrift|Vedr\.|Vedrørende)(?::\s*|\s+)(?P<title>[A-ZÆØÅ].{9,})", re.S)
""" "Sag: Nyt børnehus ved Åparken", "Emne Vejbidrag 2012"."""
_CALLED = re.compile(
    r"(?:administrativ |politisk |internt? )?(?:notat|indstilling|sagsfremstilling|forslag(?: til beslutning)?|redegørelse|brev|bilag"
    r"|orientering|beslutningsoplæg|dagsordenspunkt|oplæg)", re.I)
"""What a paper calls itself."""
_LABEL = re.compile(
    r"(?:Til|Fra|Dato|Kopi|Mødedato|Mødested|Mødetid\w*|Kompetence|Sagsbehandler|Behandles i|Beslutningskompetence|Deltagere|Kontakt)\b",
    re.I,
)
_DAY = re.compile(r"(?:\w+dag )?(?:[Dd]en |d\. )?\d{1,2}\. ?(?:\w+|\d{1,2}\.) ?\d{2,4}")
_HANDLED = re.compile(r"(?:J\.? ?nr|Sagsbeh|Tlf|Telefon|Journalnr|Sagsnr|Ref)\b.{0,40}")
_CHAPTER = re.compile(r"\d{1,2}\.? ")


def find(flow: Flow, blocks: list[Block], kind: str) -> str | None:
    """The title; letter-spaced capitals are closed up. None where nothing of a title's length stands at the top."""
    texts = [(block, flow.text[block.start : block.end]) for block in blocks[: 2 * _FIRST] if block.kind != "row"]
    texts = [two for two in texts if not any(form.fullmatch(two[1]) for form in (_SENDER, _DAY, _HANDLED))][:_FIRST]
    texts = [(block, text) for block, text in texts if 3 < len(text) < 200]
    own = None if kind in ("minutes", "agenda") else _labelled(texts) or _largest(texts)
    found = own or next((text for _, text in texts), None)
    return sections.plain(found).upper() if found and found.isupper() and sections.plain(found).isalpha() else found


def _labelled(texts: list[tuple[Block, str]]) -> str | None:
    return next((" ".join(m["title"].split()) for _, text in texts if (m := _NAMED.match(text)) and not LABELLED.match(m["title"])), None)


def _largest(texts: list[tuple[Block, str]]) -> str | None:
    """The heading in the largest print, of two alike the first; none below the first chapter."""
    found: list[tuple[float, int, str]] = []
    for n, (block, text) in enumerate(texts):
        if block.kind != "heading" or _CALLED.fullmatch(text.strip(" :")) or _LABEL.match(text) or LABELLED.match(text):
            continue
        if block.number or _CHAPTER.match(text) or sections.plain(text) in ROLES:
            break
        found.append((-block.size, n, text))
    return min(found)[2] if found else None

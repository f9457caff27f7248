"""The sentences of minutes: cut at full stops and line ends, not inside quotations, brackets and abbreviations."""

from __future__ import annotations

import re

from minutes.abbreviations import GOES_ON, MAY_END
from minutes.needs import led

_SHORT = GOES_ON | MAY_END | {"j.nr", "sagsnr"}
_LETTER = re.compile(r"\s+[A-ZÆØÅ]")
"""A unit may end a sentence: "ned til 450.000 kr. Forslaget blev vedtaget"."""
_BREAK = led(r"[.!?][”“\"«»]?(?=\s+[A-ZÆØÅÉ\d\"”“«»])\s*|\n")
_INITIAL = re.compile(r"(?<=, )[A-ZÆØÅ]\.(?= [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)* \([^()]*\)(?:,| og ))")
"""The first letter of a name in a list: "Imod stemte: C, A. Ben Holm (løsgænger), O og V"."""
_ALONE = re.compile(r"[A-ZÆØÅ]\. [A-ZÆØÅ][\w-]+(?:,? [a-zæøå(]|, [A-ZÆØÅ]\. )")
"""The first letter of the name that a sentence begins with: "L. Kofoed begærede", "H. Bagger, V. Grønbech og T. Skov valgtes"."""
_MIDDLE = re.compile(
    r"(?<![\w-])(?!(?:Liste|Gruppe|Model|Bilag|Forslag|Punkt|Scenarie|Alternativ|Variant|Løsning|Parti|Afdeling|Klasse|Zone)\b"
    r"|\w*(?:listen|partiet|gruppen)\b)[A-ZÆØÅ][a-zæøåé]+ (?:[A-ZÆØÅ]\. )*(?:[A-ZÆØÅ]|Aa|Th|Fr|Joh|Kr|Bj|Kn)\Z")
_SURNAME = re.compile(
    r"\. (?:[A-ZÆØÅ]\. )*"
    r"(?!(?:De[rtn]?|Dette|Han|Hun|Vi|Man|Alle|Ingen|Begge|En|Et|To|Tre|Sagen|Punktet|Forslaget|Indstillingen|Ansøgningen)\b)"
    r"[A-ZÆØÅ][a-zæøåé-]+(?: [A-ZÆØÅ][a-zæøåé-]+)?(?:,| og | \(| (?:stem|undlod|ønske|blev|er)\w*)")
"""A name with an initial in the middle, where it stands among others or does something: "Jens P. Holm og Svend Aa. Lind stemte imod"."""
_INITIALS = re.compile(r"[A-ZÆØÅ]\. [A-ZÆØÅ][\w-]+(?:, | og |, og | samt )[A-ZÆØÅ]\Z")
"""The second of two names with an initial before them: "H. Bagger og T. Skov valgtes"."""
_NUMBERED = re.compile(r"\s+(?:[A-ZÆØÅ]|\d+ (?:medlem|stemm|undlod|stemte))")
_POINT = re.compile(r"(?:Punkt|Pkt\.|Dagsordenspunkt|Sag(?: nr\.)?) \d{1,4}")
"""What leads a sentence by the number of its item: "Punkt 28. Salg af grund udsat"."""
_ORDINAL = re.compile(r"[A-ZÆØÅ][a-zæøå]+s \d\Z")
"""The number of a part of a body: "Magistratens 2. Afdeling"."""
_WITH_VOTES = re.compile(r" (?:med\n\d{1,3} stemmer?\b|alt\n\d{1,3}(?=[.,;)]))")
"""A line that ends before its votes: "blev godkendt med | 43 stemmer imod 5", "A (9), i alt | 15."."""
_COUNT = re.compile(r"\n\(\d{1,2}\),? [a-zæøå]")
"""A number in brackets that belongs to the line above: "F og Å | (4) undlod"."""
_LONGEST_QUOTE = 3000
_FIRST_NAME = 24
"""Characters that no first name with its initial has."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as offsets, in order; each with its closing mark."""
    out, begin = [], 0
    brackets, quotations = "(" in text, _MARK.search(text) is not None
    for cut in _BREAK.finditer(text):
        if text[cut.start()] == "." and "\n" not in cut[0] and _abbreviates(text, begin, cut.start()):
            continue
        if brackets and "\n" not in cut[0] and _open(text, begin, cut.start()):
            continue
        if cut[0] == "\n" and (_WITH_VOTES.match(text, max(begin, cut.start() - 4)) or _COUNT.match(text, cut.start())):
            continue
        if quotations and _quoted(text, begin, cut.start() + len(cut[0].rstrip())):
            continue
        if text[begin : cut.end()].strip():
            out.append((begin, cut.end()))
        begin = cut.end()
    if text[begin:].strip():
        out.append((begin, len(text)))
    return out


def _abbreviates(text: str, start: int, dot: int) -> bool:
    """Does the full stop belong to a short word ("pkt.") or to a number ("den 3. maj")?"""
    if _INITIAL.match(text, dot - 1) or _SURNAME.match(text, dot) and _MIDDLE.search(text, max(start, dot - _FIRST_NAME), dot):
        return True
    initial = _ALONE.match(text, dot - 1) and not text[start : dot - 1].strip()
    if initial or _INITIALS.search(text, max(start, dot - _FIRST_NAME), dot):
        return True
    word = text[max(start, dot - 12) : dot].rpartition(" ")[2].rpartition("\n")[2]
    if word[-1:].isdigit() and not (len(word) == 4 and word.isdigit()):
        return not _NUMBERED.match(text, dot + 1) or _POINT.fullmatch(text[start:dot].strip()) is not None or (
            _ORDINAL.search(text, start, dot) is not None)
    if word == "v":  # "ved"; a capital V is a party
        return True
    word = word.lower()
    return word.lstrip("(") in _SHORT and not (word in MAY_END and _LETTER.match(text, dot + 1))


def _open(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _quoted(text: str, start: int, at: int) -> bool:
    """Does a quotation that begins after `start` still run at `at`?"""
    if at - start > _LONGEST_QUOTE:
        return False
    opened = text.count("“", start, at) + text.count("„", start, at) + len(_OPENS.findall(text, start, at))
    if opened:
        return opened > text.count("”", start, at) + len(_CLOSES.findall(text, start, at))
    return (text.count('"', start, at) % 2 == 1 and '"' in text[at:]) or (text.count("”", start, at) % 2 == 1 and "”" in text[at:])


_MARK = re.compile("[“”„\"«»]")
_OPENS, _CLOSES = led(r"(?<![^\s(])[«»](?=\S)"), re.compile(r"(?<=\S)[«»](?![^\s.,;:)])")
"""»Danish« and «French» alike: a quotation begins behind a space, and ends before one."""


def unquoted(text: str) -> str:
    """The text with every quotation blanked, offsets kept."""
    return _QUOTE.sub(lambda m: " " * len(m[0]), text)


_QUOTE = re.compile(r"\"[^\"]{3,3000}\"|”[^”]{3,3000}”|“[^”“]{3,3000}[”“]|„[^“”]{3,3000}[“”]|«[^»]{3,3000}»|»[^«]{3,3000}«")

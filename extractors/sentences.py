"""The sentences of minutes: cut at full stops and line ends, not inside quotations, brackets and abbreviations."""

from __future__ import annotations

import re

_SHORT = ("nr", "pkt", "stk", "kr", "Ad", "ad", "kl", "jf", "jfr", "ca", "mio", "mia", "mill", "pct", "bl.a", "mv", "m.v", "vedr", "evt", "f.eks", "dvs", "inkl",
          "ekskl", "pr", "tlf", "Pkt", "Nr", "J.nr", "sagsnr")
_BREAK = re.compile("".join(rf"(?<!\b{re.escape(s)})" for s in _SHORT) + r"(?:(?<!\d)|(?<=\d{4}))[.!?][”\"]?(?=\s+[A-ZÆØÅ\d\"”“«»])\s*|(?<=\d)\.(?=\s+(?:[A-ZÆØÅ]|\d+ (?:medlem|stemm|undlod|stemte)))\s*|\n")
_LONGEST_QUOTE = 3000


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as offsets, in order; each with its closing mark."""
    out, begin = [], 0
    for cut in _BREAK.finditer(text):
        if _open(text, begin, cut.start()) and text[cut.start()] != "\n":
            continue
        if _quoted(text, begin, cut.start() + len(cut[0].rstrip())):
            continue
        if text[begin : cut.end()].strip():
            out.append((begin, cut.end()))
        begin = cut.end()
    if text[begin:].strip():
        out.append((begin, len(text)))
    return out


def _open(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _quoted(text: str, start: int, at: int) -> bool:
    """Does a quotation that begins after `start` still run at `at`?"""
    if at - start > _LONGEST_QUOTE:
        return False
    opened = text.count("“", start, at) + text.count("„", start, at) + text.count("«", start, at)
    if opened:
        return opened > text.count("”", start, at) + text.count("»", start, at)
    return (text.count('"', start, at) % 2 == 1 and '"' in text[at:]) or (text.count("”", start, at) % 2 == 1 and "”" in text[at:])


def unquoted(text: str) -> str:
    """The text with every quotation blanked, offsets kept."""
    return _QUOTE.sub(lambda m: " " * len(m[0]), text)


_QUOTE = re.compile(r"\"[^\"]{3,3000}\"|”[^”]{3,3000}”|“[^”“]{3,3000}[”“]|„[^“”]{3,3000}[“”]|«[^»]{3,3000}»|»[^«]{3,3000}«")

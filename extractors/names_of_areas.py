"""The area that a sentence speaks of: "Skovhøj opfylder", "opfyldte Skovhøj", "Skovhøj: to af fire"."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[ /][A-ZÆØÅ][\wæøåÆØÅ-]+){0,2})(?= (?:\w+ ){0,3}?(?:opfyld\w*|lever?|levede|er|bliver|var|regnes"
    r"|betegnes|hører|falder|kategoriseres|har|ligger|slipper|bor)\b)"
    r"|^\W*(?P<title>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[ /][A-ZÆØÅ][\wæøåÆØÅ-]+){0,2}):"
    r"|\b(?:opfylder|opfyldte|har|er) (?P<after>[A-ZÆØÅ][\wæøåÆØÅ-]+)(?= )"
)
_NO_NAME = {
    "Et",
    "Det",
    "Den",
    "Der",
    "De",
    "Området",
    "Boligområdet",
    "Bebyggelsen",
    "Vi",
    "Efter",
    "Med",
    "Dermed",
    "Derfor",
    "Således",
    "Altså",
    "Opfylder",
    "Listen",
    "Loven",
    "Kriteriet",
    "Hvis",
    "Når",
    "Ifølge",
    "I",
    "På",
    "Som",
    "Da",
    "Dette",
    "Afdelingen",
    "Kvarteret",
    "Her",
}


def subject(text: str) -> str | None:
    """The name of the area that a sentence begins with, None when it names none."""
    found = None
    for m in _SUBJECT.finditer(text):
        words = (m["name"] or m["title"] or m["after"]).split(" ")
        while words and words[0] in _NO_NAME:
            words.pop(0)
        if words:
            found = " ".join(words)
    return found

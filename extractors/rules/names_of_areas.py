"""The area that a sentence speaks of: "Skovhøj opfylder", "opfyldte Skovhøj", "Skovhøj: to af fire"."""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[ /][A-ZÆØÅ][\wæøåÆØÅ-]+){0,2})(?=(?: \([^()]{1,40}\))? (?:\w+ ){0,3}?(?:opfyld\w*|lever?"
    r"|levede|er|bliver|var|regnes"
    r"|betegnes|hører|falder|kategoriseres|har|ligger|slipper|bor|overskrider|overstiger|kommer|figurerer|optræder|havner|går"
    r"|undgår|udgør|holder)\b)"
    r"|^\W*(?P<title>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[ /][A-ZÆØÅ][\wæøåÆØÅ-]+){0,2}):"
    r"|\b(?:opfylder|opfyldte|har|er|ligger) (?P<after>[A-ZÆØÅ][\wæøåÆØÅ-]+)(?= )"
)
_NO_NAME = re.compile(
    r"Administrationen|Af|Afdelingen|Aktuelt|Alene|Alle|Alligevel|Endelig|Endvidere|Faktisk|Fortsat|Først|Herefter|Hermed|Hver"
    r"|Igen|Imidlertid|Konklusionen"
    r"|Ligeledes|Netop|Samlet|Senest|Stadig|Tidligere|Tilsvarende|Altså|Andelen|Andre|Antal|Antallet|Arbejde|Arbejdsmarked|Beboere"
    r"|Beboerne|Beboertal|"
    r"Baggrund|Befolkning|Grundskole|Herkomst|Ikke-vestlig\w*|Indbyggere|Indbyggertal|Job|Oprindelse|Resultat|Tal|Bebyggelsen|Befolkningen|"
    r"Begge|Beskæftigelse|Bilag|Boligforeningen|Boligministeren|Boligområdet|Boligorganisationen|Borgmesteren|"
    r"Bruttoindkomsten|Byrådet|Både|Da|Danmark|De|Den|Der|Derfor|Dermed|Desuden|Desværre|Det|Dette|Disse|Dog|"
    r"Dømte|Efter|Et|Etnicitet|Folketinget|For|Foreningen|Formanden|Forvaltningen|Fra|Grænsen|Grænserne|Her|"
    r"Hverken|Hvis|I|Ifølge|Ikke|Indkomst|Indkomsten|Ingen|Kommune|Kommunen|Kommunens|Konklusion|Kriminalitet|"
    r"Kriterierne|Kriteriet|Kun|Kvarteret|Ledigheden|Listen|Loven|Lovens|Man|Med|Men|Mindst|Ministeren|"
    r"Ministeriet|Note|Nu|Når|Nøgletal|Og|Også|Om|Områderne|Området|Opfylder|Opgørelsen|Over|På|Regeringen|"
    r"Reglerne|Rådet|Samtidig|Siden|Sidste|Som|Status|Således|Tabel|Tallene|Tallet|Til|Ud|Uddannelse|Uden|"
    r"Udvalget|Udviklingen|Under|Ved|Vi|Vurdering|Året"
)
"""Words that begin a sentence and name no area."""


def subject(text: str) -> str | None:
    """The name of the area that a sentence begins with, None when it names none."""
    found = None
    for m in _SUBJECT.finditer(text):
        words = (m["name"] or m["title"] or m["after"]).split(" ")
        while words and _NO_NAME.fullmatch(words[0]):
            words.pop(0)
        if words:
            found = " ".join(words)
    return found


def last_name(text: str, at: int) -> str | None:
    """The last word before `at` that may be a name; None when there is none."""
    found = [m[0] for m in _CAPITAL.finditer(text, 0, at) if not _NO_NAME.fullmatch(m[0])]
    return found[-1] if found else None


_CAPITAL = re.compile(r"(?<![\w-])[A-ZÆØÅ][\wæøå-]{3,}")

"""The sentences of a decision in which the body itself decides: remarks, attendance, lists of voters and dissents are set aside."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.decisions.phrases import outcomes
from extractors.decisions.tallies import WORDS
from extractors.sentences import sentences
from extractors.structure.names import LETTERS, PERSON, SHOUTED
from minutes.needs import led
from minutes.parties import A_PARTY

_ASIDE = led(
    r"protokolbemærkning|til(?:ført|føjet|ført)\s(?:\w+\s)?(?:til\s)?(?:beslutnings)?(?:protokol|referat)|(?:ført|føres) til protokol|"
    r"til (?:protokol|referat)\w*(?: \w+t)?(?=\s?:|, at\b)|"
    r"mindretalsudtalelse|særindstilling|særstandpunkt|udtalelse fra (?:et )?mindretal"
    r"|følgende bemærkning|følgende udtalelse"
    r"|^\s*(?:Dato|Sted|Fraværende|Fravær(?=\s?:)|Afbud|Ikke til stede|"
    r"Til ?stede|Suppleant|Deltog ikke|Inhabil|Stedfortræder|Dissens|Referent|Ref\.?(?=\s?:)|"
    r"Ordstyrer|Skrevet af)"
    r"|^\s*(?:Tilbage )?til (?:toppen|indholdsfortegnelsen?)$|^\s*(?:Af)?[Ss]luttet kl"
    r"|^\s*Til (?:behandling|beslutning|drøftelse|efterretning|orientering) [-–] [^\n]*$"
    r"|^\s*(?:Åb(?:en|ent|ne)|Lukket|Lukkede) (?:sag|punkt)(?:er)?\s*$"
    r"|^\s*(?:Print|Udskriv|Del(?: på \w+)?|Luk|Tilbage|Se (?:alle )?bilag)\s*$"
    r"|^\s*Bilag \d{1,2}\s?[:–-] [^\n]*$|^\s*Sager til (?:beslutning|drøftelse|orientering|efterretning)$"
    r"|^\s*(?:Følgende )?(?:For|Imod|Mod|Undlod|Hverken)\b(?: at stemme| stemte(?: for)?| \w+(?:en|et|ne))?\s?:"
    r"|^\s*(?:Følgende )?(?:For|Imod|Undlod)(?: at)? stemte?\b", re.I)
_ATTENDANCE = led(
    r"(?:var|er) (?:fraværende|inhabil|ikke til stede|forhindret)|deltog ikke|ikke deltog|forlod (?:mødet|lokalet|salen)|inhabil"
    r"|stedfortræder for|(?:mødte|deltog|indkaldt) som (?:stedfortræder|suppleant)|I stedet (?:mødte|deltog)|ankom "
    r"|^\W*Som (?:suppleant|stedfortræder)\b[^.]*\b(?:mødte|deltog|deltager)\b", re.I)
_NOBODY = re.compile(r"(?m)^\s*(?:Fraværende|Afbud|(?:Ikke|Ej) til stede)\s?:"
                     rf"(?:\s*(?:[-–]|[Ii]ngen)\.?(?=\s)|(?:\s*\n{PERSON}(?: \([^()\n]*\))?[.,]?(?=\n|\Z))+)")
"""That none was away, or a list of those who were."""
_DISSENT = led(
    r"(?:tog|tager|tage) forbehold|afventer (?:stillingtagen|sin stilling)|stillingtagen (?:ind)?til"
    r"|(?:stemte|stemmer) (?:derfor )?(?:i)?mod(?!\s(?:\d|" + "|".join(WORDS) + r"))"
    r"|k(?:unne|an) ikke (?:tiltræde|støtte|tilslutte|anbefale)\b|henholdt sig|undlod at stemme|undlader at stemme"
    r"|ønsker ikke at|stemte hverken|stemmer for, idet|stemte for, idet", re.I)
_ENTRY = rf"(?:(?:[Ll]iste|[Gg]ruppe) )?(?:{A_PARTY}|{LETTERS}|{PERSON}(?= \())(?![\w-])(?: ?\([^()]{{1,60}}\))?"
_PARTY_CANNOT = re.compile(rf"\W*{_ENTRY}(?:(?:,? (?:og|samt) |, ){_ENTRY}){{0,12}} k(?:an|unne) (?:derfor )?ikke (?:godkende|anerkende)\b")
""" "Venstre kan ikke godkende redegørelsen": what a body itself cannot do so is rejected."""
_MINORITY_SAYS = re.compile(r"\W*(?:Et )?mindretal(?:let)?\b", re.I)
_OWN_ACTOR = re.compile(r"^\s*(?:(?:\w+-,? (?:og |& )?){0,4}\w*(?:udvalg|råd|nævn)et|\w*bestyrelsen|Borgerrepræsentationen|"
                        r"Et flertal|Flertallet|Et enigt|K(?:an|unne) ikke\b"
                        r"|Indstillingen|Sagen|Punktet|Forslaget|Ansøgningen|Der\b|Det\b)", re.I)


@lru_cache(256)
def own_sentences(said: str) -> tuple[str, ...]:
    """The sentences in which the body itself decides."""
    out = []
    said = _NOBODY.sub(lambda m: " " * len(m[0]), said)
    for a, b in sentences(said):
        one = said[a:b].strip().replace("\n", " ")
        if _is_aside(one) or _SIGNED.fullmatch(one) or _of_attendance(one) or _dissents(one) or SHOUTED.fullmatch(one):
            continue
        out.append(one)
    return tuple(out)


_SIGNED = re.compile(rf"{PERSON}(?:\s?/\s?{PERSON})+(?:\s?/)?")
"""The names of those who sign, below the last decision."""


def _is_aside(sentence: str) -> bool:
    """A remark, an absence or a list of voters; not "Planen blev godkendt, og Ib Dams bemærkning optages som protokolbemærkning"."""
    aside = _ASIDE.search(sentence)
    return aside is not None and not any(h.start < min(aside.start(), 30) and not _SOMEBODY.match(sentence) for h in outcomes(sentence))


_SOMEBODY = re.compile(rf"\W*(?:(?:Liste|Gruppe|Et mindretal|Mindretallet)\b|{PERSON}|{LETTERS}(?!\w)|[^.]{{0,28}}\(|{A_PARTY})")


def _of_attendance(sentence: str) -> bool:
    """Does it tell who was there? "Sagen blev trukket, da et medlem er inhabilt" begins with what was decided."""
    told = _ATTENDANCE.search(sentence)
    if not told or _FOR_THAT.search(sentence, told.end()):
        return False
    return not any(h.start < min(told.start(), 30) for h in outcomes(sentence))


_FOR_THAT = re.compile(r", (?:og|så|hvorfor) (?:derfor )?(?:forslaget|sagen|punktet|indstillingen|ansøgningen) ")
""" "Forslagsstilleren var ikke til stede, og forslaget bortfaldt"."""


def _dissents(sentence: str) -> bool:
    """Is it the dissent of some ("V stemmer imod, idet ..."), with no outcome before it ("Godkendt med 20 stemmer. 3 undlod at stemme")?"""
    dissent = _DISSENT.search(sentence)
    if _MINORITY_SAYS.match(sentence):
        return True
    if _PARTY_CANNOT.match(sentence):
        return True
    return dissent is not None and not _OWN_ACTOR.match(sentence) and not any(h.start < dissent.start() for h in outcomes(sentence))

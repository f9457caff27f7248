"""What is decided where no word of decision stands: the thing and what becomes of it, "Rummet sættes i stand", "Foreningen får pengene".

Under the heading of a decision such a sentence is the decision. In running text it is one only as the last thing that is told of an item.
"""

from __future__ import annotations

import re

from extractors.decisions.asides import own_sentences
from extractors.decisions.outcome import judge
from extractors.decisions.phrases import outcomes
from extractors.structure.names import BODY, PERSON, body_name
from minutes.needs import led

_NO_ACT = (
    r"(?:findes|synes|mødes|lykkes|skønnes|forventes|ventes|håbes|ønskes|bemærkes|oplyses|nævnes|henvises|anses|menes|vurderes|foreslås"
    r"|indstilles|handles|bedes|kaldes|spørges|undersøges|drøftes|diskuteres|samles|afholdes|holdes|behandles|andres|vores|deres)")
"""Words that end as verbs in the passive do, and tell of no decision."""
_THING = r"(?!(?:Det|Der|Som|Når|Hvis|Om|På|I|Vi|Jeg|Formanden|Borgmesteren|Direktøren|Rektor|Lederen)\b)"
_BECOMES = re.compile(
    rf"\W*(?:{_THING}(?:[\w./&§-]+ ){{1,6}}?(?:(?:kan|må|skal) (?:\w+ )?)?(?!{_NO_ACT}\b)[a-zæøå]{{3,}}(?:es|nys|ås)\b"
    rf"|(?!(?i:{_NO_ACT}|offentliggøres)\b)(?i:[a-zæøå]{{3,}}es)\b"
    rf"|{_THING}(?!Sagen|Punktet|Mødet|Drøftelsen|Arbejdet)(?:[\w./&§-]+ ){{1,4}}?"
    r"(?:får|fortsætter|beholder|overtager|gælder fra|træder i kraft)\b)")
_OPEN = led(r"\b(?:ikke|ingen|om|hvis|såfremt|når|kunne|bør|burde|ville|vil|ønske\w*|fores(?:lå|log)\w*|spurgte|mente|håb\w*|måske|stem\w+"
            r"|afstemning\w*|møde[rt]?|ifølge|efter loven|hvert år|årligt|normalt|typisk|som regel)\b|\?", re.I)
"""What keeps a sentence from telling what is decided: it asks, doubts, denies, or tells what is always done."""
_SPOKEN_BY = re.compile(rf"\W*(?:{PERSON}(?! (?:blev|bliver|er) )|(?:Formand|Borgmester|Direktør|Forvaltning|Administration)\w*)\b")


def disposes(text: str) -> bool:
    """Does the first sentence of a decision tell what becomes of the thing?"""
    own = own_sentences(text)
    return bool(own) and becomes(own[0])


def becomes(one: str) -> bool:
    """Is it a short sentence on a thing and what becomes of it?"""
    return bool(len(one.split()) <= _SHORT and _BECOMES.match(one) and not _OPEN.search(one))


_SHORT = 24


def concludes(one: str, title: str, own: str | None) -> str:
    """The outcome of the last sentence of an item with that title, "" where it may tell something else."""
    outcome = judge(one).outcome
    who = BODY.match(one)
    if who and body_name(who[0]) != own or _TELLS.match(one) or outcome in ("unknown", "procedural"):
        return ""
    clauses = [clause[0].upper() + clause[1:] for clause in re.split(r",? og |; ", one) if clause]
    spoken = [outcome != "appointed" and _SPOKEN_BY.match(clause) for clause in clauses]
    return outcome if any(_decides(clause, title, outcome) and not told for clause, told in zip(clauses, spoken, strict=True)) else ""


def _decides(clause: str, title: str, outcome: str) -> bool:
    """Does a clause have the outcome, of the case and without doubt?"""
    if judge(clause).outcome != outcome or _MODAL.search(clause.split(", ")[0]):
        return False
    of_case = BODY.match(clause) or _of_the_case(clause, title)
    return bool(of_case) and not (outcome in ("adopted", "discussed", "noted") and _OPEN.search(clause))


def _of_the_case(clause: str, title: str) -> bool:
    """Has a clause no subject, one that stands for the case, or the thing that the title names? What was done with other things is a
    tale: "Søgsmålet blev sat i bero"."""
    hits = outcomes(clause)
    thing = _SUBJECT.match(clause)
    topic = thing and names(thing["word"], title) and _PASSIVE.search(clause)
    return bool(hits and hits[0].start < _AT_ONCE or _CASE.match(clause) or topic)


_AT_ONCE = 3


def names(word: str, title: str) -> bool:
    """Does a word name the thing that a title does: "standarderne" under "Kvalitetsstandarder", "forsøg" under "Forsøg med ..."?"""
    thing = _DEFINITE.fullmatch(word.lower())
    return bool(thing and thing["stem"] in title.lower()) or len(word) > _SMALL and word.lower() in title.lower().split()


_DEFINITE = re.compile(r"(?P<stem>[\w-]{4,}?)(?:en|et|n|erne|ene|rne)s?")
_SMALL = 4
_SUBJECT = re.compile(r"\W*(?:(?:Den|Det|De) \w+e )?(?P<word>[A-ZÆØÅa-zæøå][\w-]+)")
_CASE = re.compile(r"\W*(?:Det|Dette|Sagen|Punktet|Forslaget|Indstillingen|Behandlingen|Beslutningen|Emnet|Ansøgningen|Dagsordenen"
                   r"|Referatet|Vi|Rådet|Udvalget|Bestyrelsen|Nævnet|Som \w+|Til \w+|I \w+|\d{1,3} for)\b")
_PASSIVE = re.compile(r"\b(?:blev|bliver|[a-zæøå]{3,}es)\b")
_MODAL = re.compile(r"\b(?:skal|bør|burde|forvente[rs]|ventes|var (?:\w+ )?\w+[et]t\b|i den forbindelse|dengang)\b")
_TELLS = re.compile(r"\W*(?:Der (?:er|har|skal|kan)|Sag nr\.)(?!\w)")
"""How a sentence begins that tells how things stand: "Der er bevilget 75.000 kr. til formålet"."""

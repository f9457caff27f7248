"""What a number counts: the noun after it in its base form ("64 beboere" counts "beboer")."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes.days import MONTHS

_WORD = re.compile(r"[ ]([a-zæøåéA-ZÆØÅ][\wæøå-]*)")
_ADJECTIVES = """
lige ske ede ende nye gamle store små unge ældre almene ledige øvrige ekstra kommunale private fulde hele halve samlede udsatte
første sidste seneste nærmeste særlige mulige enkelte frie faste åbne hårde selvstændige forskellige danske grønne gode
agne undne evne omne ukne førte sendte kendte lagte solgte brugte søgte
største mindste ældste yngste bedste fleste højeste laveste midlertidige ordinære sociale hurtige
"""
ADJECTIVE = tuple(_ADJECTIVES.split())
"""How adjectives end, and some that end otherwise."""
_PEOPLE = re.compile(r"(?:unge|ældre|ledige|voksne)(?! (?:\w*(?:er|re|børn|mænd|folk|boliger)|ledige|voksne|forældre)\b)")
"""Words for people that stand alone, unless they describe others: "214 unge brugte tilbuddet", "30 unge mødre"."""
FUNCTION = frozenset(MONTHS) | frozenset(re.findall(
    r"\w+",
    """
    af i på til fra og eller samt om for med ved over under mod mellem efter før inden uden hos som der den det de at er var bliver blev
    har havde kan skal vil må ud op ned ind pr per jf så men mens hvis når da også ikke kun mere mindre flere færre højere lavere stk nr
    kl ha mio gange gang behandling
    m cm mm db årige årig etc deltog meget helt allerede viser udgør udgjorde holder medfører indebærer giver
    vedrører omfatter indeholder fremgår ligger behandles godkendes
    imod undlod stemte undlader andre andet større mindst mest højst nu igen frem tilbage sig selv en et a hver hvert slet året tilsammen
    kommer tager går gik får fik bor bliver rummer venter koster kostede tillader vender følger støtter gjaldt betaler svarede handlede
    levede følte mente ønskede oplevede valgte sagde svarer søgte søger bruger skal stiger faldt steg""",
))
"""What may follow a number without being counted by it."""
_NAMED = frozenset(re.findall(
    r"[\w.§]+",
    """
    side sider s. bilag bilagene punkt punkterne sagerne pkt. sag sagen nr. nr stk. stk tabel figur afsnit kapitel kap. § §§ kl. kl uge
    lokalplan
    lov linje rute skema note version artikel etape fase model scenarie tlf. tlf telefon klasse agenda""",
))
"""What a number may name instead of counting: "side 12", "tabel 4"."""
_YEAR, _YEAR_DIGITS = re.compile(r"(?:19|20)\d\d"), 4
_SURELY_COUNTED = re.compile(r"\w*(?:ere|boliger|elever|personer|medlemmer|pladser|stemmer|timer|børn|lejemål|enheder)")
IRREGULAR = {
    "børn": "barn", "kriterier": "kriterium", "mænd": "mand", "bøger": "bog", "træer": "træ", "mål": "mål", "år": "år",
    "lejemål": "lejemål",
    "medlemmer": "medlem", "stemmer": "stemme", "uger": "uge", "skoler": "skole", "sager": "sag", "piger": "pige", "drenge": "dreng",
    "huse": "hus", "tage": "tag", "km": "km", "m2": "m2", "dage": "dag", "grunde": "grund", "elever": "elev", "lærere": "lærer",
    "borgere": "borger", "beboere": "beboer", "punkter": "punkt", "voksne": "voksen", "ansatte": "ansat", "unge": "ung", "byer": "by",
    "områder": "område", "møder": "møde", "klasser": "klasse", "grupper": "gruppe", "kvinder": "kvinde", "klager": "klage", "typer": "type",
    "etaper": "etape", "etager": "etage", "stuer": "stue", "haver": "have", "linjer": "linje", "kommuner": "kommune", "lokaler": "lokale",
    "mennesker": "menneske", "familier": "familie", "timer": "time", "time": "time", "meter": "meter", "liter": "liter", "liters": "liter",
    "kurser": "kursus", "ønsker": "ønske", "mangler": "mangel", "møller": "mølle", "pumper": "pumpe", "aftaler": "aftale",
    "cykler": "cykel", "centre": "center", "busser": "bus", "haller": "hal", "ejendomme": "ejendom", "blokke": "blok", "lodder": "lod",
    "parceller": "parcel", "entrepriser": "entreprise", "stemme": "stemme", "måneders": "måned", "ældre": "ældre", "mærker": "mærke",
}


def supine(word: str) -> bool:
    """Is it a verb's form and no counted noun: "214 unge brugt", "12 nye søgt"? A plural hardly ends so."""
    return word.endswith("t") and not word.endswith(("igt", "skridt"))


_VERBAL = re.compile(r"(?!fælles$)(?!\w*værelses$)\w{2,}(?:es|ås)|(?:tilfældig|aktiv)t"
                     r"|\w+(?:eret|ført|følt|sat|lejet|ntet|æstet)|været")
""" "34 oprettes", "to afslås", "21 gennemført": what becomes of so many, not what they are."""
_AS_PERSONS = re.compile(r"\w+(?:te|ne|ede)|(?!tilbageværende|resterende|følgende|nuværende|kommende|manglende)\w+ende|\w*(?:ledige"
                         r"|unge|ældre|frivillige|syge|voksne|arbejdsløse|hjemløse|døde|handicappede|selvstændige|pårørende|danske)")
"""Adjectives that stand for those they describe: "54 tilmeldte", "6 frivillige"."""

_PARTICIPLES = ("et", "solgt", "brugt", "søgt", "vist", "sat", "valgt", "lagt", "kendt", "sendt", "købt", "delt", "bragt", "ført", "gjort")


def participle(word: str) -> bool:
    """Is it a verb's form for certain: "28 solgt", "6 renoveret", but not "5 test"?"""
    return word.endswith(_PARTICIPLES)


def counted(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The noun that `text[start:end]` counts, in its base form, and where it ends; None when the number counts nothing."""
    if text[max(start - 14, 0) : start].lower().rpartition(" ")[0].rpartition(" ")[2].strip("(") in _NAMED:
        return None
    year = end - start == _YEAR_DIGITS and _YEAR.fullmatch(text, start, end)
    at = end
    for _ in range(3):
        match = _WORD.match(text, at)
        if not match:
            return None
        word = match[1].lower()
        if word in FUNCTION or match[1][0].isupper() or year and not _SURELY_COUNTED.fullmatch(word) or _becomes(word):
            return None
        described = word.endswith(ADJECTIVE) and not _PEOPLE.match(text, match.start(1))
        following = _WORD.match(text, match.end()) if described else None
        if not following or following[1].lower() in FUNCTION or supine(following[1].lower()):
            if described and not _AS_PERSONS.fullmatch(word):
                return None
            return word if text[start:end].lower() in _ONE else base(word), match.end()
        at = match.end()
    return None


_ONE = frozenset(("1", "en", "et", "én", "ét"))
"""One of a thing is called by its base form as it stands."""


def _becomes(word: str) -> bool:
    return _VERBAL.fullmatch(word) is not None or participle(word) and not word.endswith("et")


@lru_cache(maxsize=10_000)
def base(noun: str) -> str:
    """The singular of a noun by its ending; a small table holds those that endings mislead."""
    for tail, form in IRREGULAR.items():
        if noun.endswith(tail):
            return noun[: -len(tail)] + form
    for ending, instead in (("erier", "eri"), ("mmer", "m"), ("ninger", "ning"), ("elser", "else"), ("heder", "hed"), ("ioner", "ion"),
                            ("tter", "t"), ("kker", "k"), ("pper", "p"), ("ller", "l"), ("ere", "er"), ("er", ""), ("e", "")):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun[: -len(ending)] + instead
    return noun

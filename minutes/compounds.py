"""The other words by which a word is searched for: its forms that have another stem, and the compounds of which it is a member."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator

from minutes.words import COMMON, FOLDED, reckoned, stem

MOST = 300
LINKS = ("", "e", "s", "er")
"""What may stand between the parts of a compound: "folk-e-skole", "helhed-s-plan"."""
ENDING = re.compile(r"(?:e[nrt]?|[nrt]|e?rne|ene)?s?")
"""What a word may have lost when it begins a compound: "skolerne", "boliger"."""
VOWELS = "aeiouyæøå"
C = rf"[^\W\d_{VOWELS}]"
"""A consonant."""
SYLLABLE = re.compile(rf"({C}{{0,3}}[{VOWELS}])(?:(?:e[nrt]|erne)s?)?")
SHORT = (
    # a word so short that the stemmer leaves its endings, and those endings
    (SYLLABLE, ("", "en", "et", "er", "erne")),  # by
    (re.compile(r"([aeouyæøå][grs])(?:(?:e[nrt]?|erne|ene)s?)?"), ("", "e", "en", "et", "er", "ene", "erne")),  # år, uge
)
MANY = {
    "barn": "børn", "mand": "mænd", "bog": "bøger", "hånd": "hænder", "nat": "nætter", "stad": "stæder", "bonde": "bønder",
    "far": "fædre", "mor": "mødre", "bror": "brødre", "datter": "døtre",
}
"""Words whose vowel changes, but for those that would then be other words: "kræfter" and "kræft", "rødder" and "rød"."""
OTHER_FORMS = (
    # how a word ends, and a form of it that has another stem or begins other compounds
    (re.compile(r"(\w{3,}et)"), r"\1tet"),  # budget, budgettet
    (re.compile(r"(\w{3,}et)t(?:et|er|erne)s?"), r"\1"),
    (re.compile(r"(\w{2,}(?:t|ld))er(?:en|et)?s?"), r"\1ret"),  # center, centret; borgmester, borgmestre; forælder, forældre
    (re.compile(r"(\w{2,}(?:t|ld))r(?:e|et|ene)s?"), r"\1er"),
    (re.compile(r"(\w+m)mer(?:en|et)?s?"), r"\1re"),  # nummer, numre
    (re.compile(r"(\w+m)re(?:ne)?s?"), r"\1mer"),
    (re.compile(r"(\w{2,}[ei])um"), r"\1et"),  # museum, museet; kriterium, kriterier
    (re.compile(r"(\w{2,}[ei])(?:et|er|erne)s?"), r"\1um"),
    (re.compile(r"(\w{2,}[bdfgklmnprtv]s)"), r"\1en"),  # plads, pladsen: an s that belongs to the word
    (re.compile(r"(\w{2,}[bdfgklmnprtv]s)(?:e[nrt]|erne|ene)s?"), r"\1"),
    (re.compile(r"(\w{2,}es)"), r"\1sen"),  # proces, processen
    (re.compile(r"(\w{2,}es)s(?:en|er|erne)s?"), r"\1"),
    (re.compile(r"(\w{2,}hed)(?:en|er)?s?"), r"\1erne"),  # lejlighed, lejlighederne
    (re.compile(r"(\w{2,}hed)ernes?"), r"\1"),
    (re.compile(r"(\w{2,}er)(?:ne|en?)s?"), r"\1"),  # borger, borgere
    (re.compile(r"(\w{3,}e)[nr]s?"), r"\1"),  # kommune, kommunen
    (re.compile(rf"(\w*[aiouyæøå]|\w*e(?=[lm])|{C}+e)([bdfgklmnprst])"), r"\1\2\2en"),  # klub, klubben
    (re.compile(rf"(?!\w*sammen)(\w*[{VOWELS}])([bdfgklmnprst])\2(?:e[nrt]|erne|ene)s?"), r"\1\2"),
    (re.compile(rf"(?!\w*[^d]del)(\w*?({C}))\2?el(?:e[nt])?s?"), r"\1ler"),  # cykel, cykler; middel, midler
    (re.compile(rf"(\w+(?!l){C})l(?:e[nrt]|erne|ene)s?"), r"\1el"),
    (re.compile(rf"(\w*[{VOWELS}](?!l)({C}))l(?:e[nrt]|erne|ene)s?"), r"\1\2el"),
    *((re.compile(rf"(\w*){one}(?:e[nt])?s?"), rf"\1{many}") for one, many in MANY.items()),
    *((re.compile(rf"(\w*){many}(?:e|e?ne)?s?"), rf"\1{one}") for one, many in MANY.items()),
)
BEFORE = "folke"
"""The first member of a compound that is made to see how its last one is shortened."""
_MEMBERS = """
affald afdeling afgift aften aftale aktivitet ansættelse anlæg ansvar areal arbejde barn bassin beboer behandling behov bemanding
beregning beretning beskæftigelse besparelse bestyrelse bevilling bibliotek bidrag bil bolig borger borgmester brand bro brug budget bus
by bygge bygning bygherre bøde børn center chef cykel dag data demokrati digital direktør distrikt drift døgn effekt elev energi erhverv
evaluering familie ferie finansiering flygtning folk fond forbrug forebyggelse foreløbig forening forhandling forhold forhøjelse forlig
forløb formand forpligtelse forsikring forslag forsorg forsyning forvaltning forældre frihed frist fritid frivillig følge fælles gade
garanti gebyr genbrug gruppe grund grøn gymnasium gård gæld hal handicap handel handling havn helhed hjem hjælp hjælper hold honorar hus
husleje høring idræt indkomst indsats indtægt information institution integration inventar investering jord kapital kapacitet klasse klima
klinik kloak klub kommission kommune kommunal konference konsulent konto kontor kontrakt kontrol korps kultur kvarter kvalitet køb lager
land landsby leder ledelse leje lejer lejemål lejlighed lektie lokal lov lån læge lærer løb løn mad marked medlem medarbejder middel miljø
motor musik myndighed møde måling mål natur net netværk niveau nævn område omkostning omsorg opgave ordning organisation orlov overskud
parkering park parti patient pension person personale plads plan pleje politik politi post praktik pris procent program projekt promille
protokol pulje punkt pædagog rapport reform regel region regnskab regulering renovering rengøring rente ressource revision rum rute råd
rådgivning sag sal salg samarbejde sammenlægning sanering seminar sikkerhed sikring skat skema skole skov skyld social sogn spil sport
sprog stab station status sted stemme sti stilling strategi struktur støj støtte sund sundhed svømme syge system sø taksering takst
teater teknik telefon tid tidspunkt tilbud tilladelse tillæg tilpasning tilskud tilsyn time tjeneste torv trafik transport træning tur
turisme uddannelse udgift udlejning udligning udsat udstyr udvalg udvikling udvidelse ulykke undervisning undersøgelse ungdom unge uge
valg vand varme vedligehold vej vejledning velfærd ventetid verden virksomhed visitation voksen vækst værdi værk ydelse ældre økonomi år
adgang dæk direktorat finansieret form kalender licens løft repræsentation sekretariat selskab sortering stue ting børn formænd
"""
PARTICLES = ("bag", "for", "fra", "frem", "gen", "gennem", "ind", "med", "mod", "ned", "til", "und")
UNFREE = (*PARTICLES, "af", "an", "be", "ge", "om", "op", "på", "ud", "ring", "ling")
"""What makes another word of a word, and no compound: "forhold", "sagsbehandling"."""


def forms(word: str) -> list[str]:
    """A word and its forms that have another stem, and their forms: "cyklerne", "cykel", "cykler"."""
    small = word.lower()
    if small in COMMON:
        return [small]
    near = dict.fromkeys([small, *_forms(small)])
    return list(near | dict.fromkeys(other for form in near for other in _forms(form)))


def _forms(word: str) -> Iterator[str]:
    for ending, other in OTHER_FORMS:
        if (m := ending.fullmatch(word)) and (form := m.expand(other)) not in COMMON:
            yield form
    for short, endings in SHORT:
        if (m := short.fullmatch(word)) and m[1] not in COMMON:
            yield from (m[1] + ending for ending in endings)


def alike(word: str) -> list[str]:
    """The stems of a word in all its forms, also those with another vowel: "barn" and "børn"."""
    return list(dict.fromkeys(stem(form) for form in forms(word)))


def last_members(word: str) -> list[str]:
    """What stands of a word at the end of a compound's stem: "bolig" is "bol", but "ungdomsbolig" is "ungdomsbo"."""
    ends = (stem(BEFORE + form).removeprefix(BEFORE) for form in forms(word))
    return list(dict.fromkeys([*alike(word), *(end for end in ends if len(end) > 1)]))


_WHOLE = frozenset(_MEMBERS.split())
MEMBERS = frozenset(end for word in _WHOLE for end in (stem(word), stem(BEFORE + word).removeprefix(BEFORE)))
"""Words that make compounds in every council, also in a database that has seen them in no other way."""


def compounds(word: str, connection: sqlite3.Connection) -> list[str]:
    """The known words of which a word is the first or the last member, the shortest first."""
    said = forms(word)
    if not any(reckoned([word.translate(FOLDED)])) or any(len(m[1]) < 3 for form in said if (m := SYLLABLE.fullmatch(form))):
        return []
    rests: dict[str, set[str]] = {}
    sure = set()
    for part in last_members(word):
        for found in _range(connection, "reversed", part[::-1]):
            first = found[: -len(part)]
            rests.setdefault(found, set()).update(_first(first))
            if len(part) > 3 and len(first) > 2 and not first.endswith(UNFREE) and part not in UNFREE:
                sure.add(found)
    for start in _starts(said):
        for found in _range(connection, "word", start):
            rests.setdefault(found, set()).update(_last(found[len(start) :]))
    known = MEMBERS | _known(connection, set().union(*rests.values()))
    return sorted((found for found, others in rests.items() if found in sure or others & known), key=lambda w: (len(w), w))[:MOST]


def _starts(said: list[str]) -> list[str]:
    """How a compound may begin that has a word of these forms as its first member: "boliger" gives "bolig", "bolige", "boliger". Who
    does something is not shortened: "borgmester" is no compound of "borger"."""
    spelled = [(form.translate(FOLDED), len(stem(form))) for form in said]
    starts = dict.fromkeys(form[:n] for form, least in spelled for n in range(least, len(form) + 1) if ENDING.fullmatch(form[n:]))
    whole = tuple(form.translate(FOLDED) for form in said if form in _WHOLE and form.endswith("er"))
    return [start for start in reckoned(starts) if start.startswith(whole or "")]


def _first(written: str) -> set[str]:
    """The stems that the beginning of a compound may have: "folke" gives "folk", "boligs" gives "bol", and "folkes" nothing."""
    parts = {written.removesuffix(link) for link in LINKS if written.endswith(link)}
    return _free({*parts, *(stem(part) for part in parts if not ENDING.fullmatch(part[len(stem(part)) :]))})


def _last(written: str) -> set[str]:
    """The stems that the rest of a compound may have: "sreform" gives "reform"."""
    return _free({stem(written.removeprefix(link)) for link in LINKS if written.startswith(link)})


def _free(stems: Iterable[str]) -> set[str]:
    return {s for s in stems if len(s) > 2 and s not in PARTICLES}


def _range(connection: sqlite3.Connection, column: str, start: str) -> list[str]:
    """The words whose spelling in `column` begins so: a walk along the index."""
    sql = f"SELECT word FROM vocabulary WHERE {column} > ? AND {column} < ? LIMIT 5000"
    return [row[0] for row in connection.execute(sql, (start, start + "\U0010ffff"))]


def _known(connection: sqlite3.Connection, words: set[str]) -> set[str]:
    known: set[str] = set()
    ordered = sorted(words)
    for i in range(0, len(ordered), 500):
        some = ordered[i : i + 500]
        marks = ",".join("?" * len(some))
        known.update(row[0] for row in connection.execute(f"SELECT word FROM vocabulary WHERE word IN ({marks})", some))
    return known

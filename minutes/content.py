"""The content words of a clause: stems without the words that every clause has, with words for the same thing made one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutes.days import MONTHS, WEEKDAYS

WORD = re.compile(r"[^\W\d_]\w*(?:[-/][^\W\d_]\w*)*-?")
_HOME = re.compile(r"(\w*bolig)(?:en|er|erne)?s?")
"""The stemmer takes "-lig" for an ending: "bolig" and "ældrebolig" would be no kin."""
_STOP = """
af i på til fra og eller samt om for med ved over under mod imod mellem efter før inden uden hos som der den det de dem deres at er var
være været bliver blev blive har havde haft kan skal skulle vil ville må ud op ned ind pr per jf jfr så men mens hvis når da også ikke kun
mere mindre flere færre end stk nr kl ca cirka omkring godt knap næsten mindst højst kr mio mill mia kroner million millioner milliard
milliarder procent pct promille procentpoint en et én ét to tre fire fem seks syv otte ni ti begge alle al alt hver hvert denne dette
disse sin sit sine vores dens dets man vi dag altså således dermed herved hermed derfor endvidere desuden udgør udgøre udgjorde andrager
lyder beløber beløb beløbet samlet samlede ialt total totalt tilsammen svarer svarende dvs nemlig heraf hvoraf deraf herunder ekskl inkl
eksklusive inklusive moms år året årene årligt årlig årlige perioden periode måned måneden måneder løbende netto brutto
hvilket hvilken hvilke sammen ifølge fremgår viser angiver opgjort kommer går gik gå få får fik gives give givet giver ske sker tabel
bilag punkt sag forslag indstiller
indstilles indstilling foreslår foreslås foreslået anbefaler anbefales godkender godkendes godkendt bevilges bevilge meddeles ydes
afsættes afsat frigives frigive dog ellers stor større størst største lille høj højere højest lav lavere gennemsnit gennemsnitlig
gennemsnitlige gennemsnitligt forventes forventet ventes omfatter størrelse størrelsen antal antallet niveau rest resten del dele andel
andelen vedrører vedrørende forbindelse omfattende indeholder fordeler fordelt her hvor hvad hvem ny nye nyt søges søger søge ansøger
ansøges ansøgt beregnet beregnes skønnes skønnet vurderes anslås anslået fastsat sat hele hel helt sig idet årets selv egen eget egne
sådan samme anden andet andre øvrig øvrige første sidste nu
"""
_SAME = {
    "bidrag": "medfinansiering medfinansieres egenfinansiering egenbetaling bidrager bidrag bidraget kommunebidrag egenbidrag"
              " betaler betale dækker dække finansierer afholder",
    "lån": "lån lånet lånoptagelse låneoptagelse lånoptagelsen låneoptagelsen låner låne lånes lånebeløb lånebeløbet",
    "pris": "koster kostede koste pris prisen omkostning omkostningen omkostninger udgift udgiften udgifter udgifterne kostpris",
    "anskaffelse": "anskaffelsessum anskaffelsessummen anskaffelsen anlægssum anlægssummen byggesum byggesummen anlægsudgift",
    "bevilling": "bevilling bevillingen anlægsbevilling anlægsbevillingen tillægsbevilling udgiftsanlægsbevilling driftsbevilling",
    "leje": "leje lejen husleje huslejen lejeudgift lejeudgiften lejer årsleje",
    "tilskud": "tilskud tilskuddet støtte støtten driftstilskud driftstilskuddet",
    "køb": "købesum købesummen købspris købsprisen købet køb købes køber",
    "salg": "salg salget sælges sælger salgspris salgsprisen salgssum salgssummen",
    "drift": "drift driften driftsudgift driftsudgiften driftsudgifter driftsudgifterne driftsbudget driftsbudgettet",
    "budget": "budget budgettet budgetteret budgetteres budgetramme ramme rammen",
    "indbygger": "indbygger indbyggere indbyggerne borger borgere borgerne beboer beboere beboerne mennesker personer",
    "stigning": "stiger stige steg stigning stigningen vokser vækst vokset steget øges øget forøgelse",
    "fald": "falder falde faldt fald faldet reduktion reduceres reduceret",
    "overskud": "overskud overskuddet mindreforbrug mindreforbruget",
    "underskud": "underskud underskuddet merforbrug merforbruget",
    "elev": "elever eleverne elev elevtal elevtallet",
}


@cache
def _tables() -> tuple[frozenset[str], dict[str, str]]:
    stop = frozenset((*_STOP.split(), *MONTHS, *WEEKDAYS))
    return stop, {_stemmer().stemWord(word): name for name, words in _SAME.items() for word in words.split()}


@cache
def _stemmer():
    import Stemmer

    return Stemmer.Stemmer("danish")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str | None:
    """The stem of a content word, one for all words of one meaning ("bidrager", "medfinansiering"); None for a word that says nothing."""
    word = word.casefold().strip("-")
    stop, same = _tables()
    if word in stop or len(word) < 2 and word.isascii():
        return None
    home = _HOME.fullmatch(word)
    bare = home[1] if home else _stemmer().stemWord(word)
    if bare.endswith(("en", "et")) and 5 <= len(bare) <= 6:
        bare = bare[:-2]  # "stien", "broen": too short for the stemmer
    return same.get(bare, bare)


@lru_cache(maxsize=1000)
def stems(text: str) -> frozenset[str]:
    """The content stems of a text."""
    return frozenset(filter(None, map(stem, WORD.findall(text))))


def akin(one: str, other: str) -> bool:
    """Whether two stems mean the same thing: equal, or one is the last part of the other ("ældrebolig", "bolig") or nearly all of its
    first ("overfør", "overførsel"), or its noun ("genudlej", "genudlejning")."""
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) >= 3 and long.endswith(short):
        return True
    return len(short) >= 6 and long.startswith(short) and (len(long) - len(short) <= 3 or long[len(short) :] == "ning")


def like(one: str, other: str) -> bool:
    """Whether two words, as they are printed, mean the same thing: "boligerne" and "ældrebolig"."""
    return akin(stem(one) or one, stem(other) or other)


def shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The stems of `one` that have a like in `other`."""
    both = one & other
    return both | frozenset(a for a in one - both if any(akin(a, b) for b in other - both))

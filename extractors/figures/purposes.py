"""What an amount is for: the words after "til", else the last words before it that name a thing. A torn piece of a sentence is none."""

from __future__ import annotations

import re

from minutes.needs import led
from minutes.nouns import ADJECTIVE

_FOR = re.compile(r"^[^.;:()\n]{0,24}?\b(?:til|vedrørende|vedr\.) (?!\d|årene|perioden)([^.,;:()\n]{3,70})")
_CUT = re.compile(r" (?:som|der|hvoraf|heraf|samt|mens|fra|i \d|og \d|på \d|inden|jf)\b.*| og [^ ]* ?\d.*")
_TAIL = led(
    r"(?:\s|\b(?:på|er|udgør|udgøre|til|for|med|om|bliver|blev|var|ca\.|netto|brutto|i alt|således|dermed|koster|kr\.|at))+$", re.I
)
_LAST_WORD = 12
_CLAUSE = led(
    r"[.,;:()\n•–/=+»«]|\b(?:at|som|der|hvo?r\w*|hvilke[nt]?|heraf|og|eller|idet|mens|medens|så|men|når|hvis|fordi|da)\b", re.I
)
_WEAK = frozenset(
    re.findall(
        r"\w+",
        "den det de dem dog disse denne dette en et ene man vi jeg han hun sig sin sit sine selv hver hvert begge alle andre anden andet"
        " af i på til fra for om med ved over under mod mellem efter før inden uden hos siden gennem per pr à á a x ad omkring imod"
        " ikke ud op ned ind her nu også altså dermed derfor derved således ligeledes desuden hertil herefter derefter heri herved dertil"
        " igen stadig hidtil kun bare alene nemlig tillige alligevel endnu da dvs sige tilsammen sammen tilbage henholdsvis yderligere"
        " inklusive ekskl inkl incl samt minus plus normalt ligeligt blot gerne først sidst senest næsten knap godt cirka ca rundt altid"
        " daglig snit ganske vist sent derimod end delvis blandt begge netop samlet imidlertid nævnte variable"
        " kommunen staten regionen byrådet udvalget forvaltningen foreningen fonden klubben"
        " mere mindre flere færre større mindst højst højere lavere meget nok ekstra alt første andre tredje fjerde"
        " gange år året års årene måned måneder måneden kvartal kvartaler uge uger dag dage time timer m2 m3 km kg kwh mwh ha stk pct kr"
        " mio mia fx bl hhv alt moms skema tabel model"
        " januar februar marts april maj juni juli august september oktober november december"
        " to tre fire fem seks syv otte ni ti elleve tolv halv halve hele hel ny nye nyt stor store lille små god gode"
        " perioden gennemsnit median basis rest begyndelse udgangen omfang rådighed tale",
    )
)
"""Words that say nothing of what the money is for."""
_VERB = frozenset(
    re.findall(
        r"\w+",
        "er var bliver blev blive være været har havde have haft kan kunne skal skulle vil ville må måtte bør burde får fik få"
        " giver gav give gør gjort tager tog tage kommer kom komme går gik står stod ligger lå lyder lød viser vise udgør udgjorde udgøre"
        " koster kostede koste betyder betød falder faldt falde stiger steg stige vokser voksede vokse vender skyldes skyldtes skylder"
        " svarer svarende svare spares sparer spare sparet dækker dække dækket betaler betale betalte bruger bruge brugt brugte"
        " mangler mangle bidrager bidrage bidrog søger søge søgt søgte ansøger tilbyder modtager modtage modtog afsætter afsatte henlægger"
        " overstige overstiger overskride overskrider overfører overføre overført udskyde udskyder rykke rykker fremrykke hæve hæver hævet"
        " sænke sænker sænket købe køber købt købte sælge sælger solgte låne låner lånt leje lejer holder holde holdt kræver kræve kræver"
        " indbringer indbringe indbragte forhøjer forhøje når nåede nå finde finder flytte flytter sætte sætter sat optage optager"
        " foreslår foreslog indstiller anbefaler vælger valgte bringer trækker trak løber løb rundes rykkes regner regnet anslår anslået"
        " opgør opgjort forventer ventes venter skønnes skønner medfører medføre indebærer ydes yder ydet givet lovet fratrukket"
        " steget udbetalt overtaget begrænser opgiver opkræver opvejer vedrører sker mister tegner rummer rejser fordeler fordele"
        " lægger lægge lagt svinger svinge betyde mindske mindsker fortsætter fortsætte forhøje nedsætte sagt betalt"
        " indgår indgik tegnede lød tilbyde sammenligner udløst nedbragt sluttede slutter endte landede lander skabe skaber klare klarer"
        " budgetlagt budgetteret disponeret afsat bevilget bevilger resterer følger følge ender ende anvendt anvender aftalt oplyst",
    )
)
_PASSIVE = re.compile(r"(?!fælles$)(?!\w*værelses$)[a-zæøå]{2,}(?<!ern)(?<!en)(?:es|ås)|[a-zæøå]{3,}(?:erer|eret)")
""" "forhøjes", "foreslås", "finansierer", and no genitive: "skolernes", "børnenes"."""
_HELPING = frozenset(re.findall(r"\w+", "er var bliver blev blive være været har havde have haft får fik få fået"))
_PARTICIPLE = re.compile(r"[a-zæøå]+(?:et|dt|[gklnprsvt]t)")
_OWNER = re.compile(r"\w{3,}(?:en|et|rne|ene)s")
"""Whose it is, with nothing behind it: "kommunens"."""
_ADVERB = re.compile(r"\w+(?:igt|vis|mæssigt)")
_DESCRIBING = ("ste", "ige", "iale", "solgt", "brugt", "søgt", "lagt", "købt", "delt", "bragt", "ført")
_TIME = re.compile(
    r" ?\b(?:i|ved|om|for|pr|siden|under|efter|inden|fra)\b (?:\w+ ){0,3}?"
    r"(?:gennemsnit|alt|året|årets \w+|årene|år|perioden|udgangen|begyndelsen|måneden|kvartal|\d{4})\b.*",
    re.I,
)
_LONGEST = 6
"""Words of a purpose before an amount."""


def purpose(before: str, after: str) -> str | None:
    """What the money is for, by the words right before and after it; None where those name nothing."""
    match = _FOR.match(after)
    if match:
        return _CUT.sub("", match[1]).strip() or None
    clause = _trimmed(_CLAUSE.split(_trimmed(before))[-1])
    pieces: list[list[str]] = [[]]
    helped = False
    for word in clause.split():
        verb = _verb(word.lower()) or helped and _PARTICIPLE.fullmatch(word.lower()) is not None
        helped = verb and word.lower() in _HELPING
        if verb:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return next(filter(None, map(_named, reversed(pieces))), None)


def _verb(word: str) -> bool:
    return word in _VERB or _PASSIVE.fullmatch(word) is not None


def _named(words: list[str]) -> str | None:
    """The words without those at their ends that name nothing; None when none of them is a noun."""
    words = _TIME.sub("", " ".join(words)).split()
    while words and (_weak(words[-1]) or words[-1][:1].islower() and (not _noun(words[-1]) or _OWNER.fullmatch(words[-1]))):
        words.pop()
    words = words[-_LONGEST:]
    while words and _weak(words[0]):
        words.pop(0)
    return " ".join(words) if any(map(_noun, words)) else None


def _weak(word: str) -> bool:
    return word.lower() in _WEAK or not word[:1].isalpha()


def _noun(word: str) -> bool:
    """May it be a noun? None are words of the closed classes, adverbs, adjectives and participles."""
    word = word.lower()
    return len(word) > 1 and not _weak(word) and not word.endswith((*ADJECTIVE, *_DESCRIBING)) and not _ADVERB.fullmatch(word)


def _trimmed(text: str) -> str:
    """The words without those at their end that say nothing. A longer look back than to the last word would cost more than it finds."""
    while tail := _TAIL.search(text, max(len(text) - _LAST_WORD, 0)):
        text = text[: tail.start()]
    return text

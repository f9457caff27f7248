"""What a text says of the rule itself: how many criteria there are, and how many must be met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.rules.met_words import CRITERIA, MET_WORDS, NUMBER, counts, number
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import Regimes, Sentence
from extractors.rules.rule import Rule, make, may_tell
from minutes.needs import led, needs

_CRITERIA = r"(?:\w*kriteri\w*|betingelser\w*|indikatorer\w*|parametre\w*|målepunkter\w*)"
N_OF_M = led(
    rf"(?<![\w,.])(?P<n>{NUMBER})(?:(?: eller flere)? (?:ud )?af |/)(?:de |disse |i alt |følgende |lovens |regeringens |ministeriets "
    rf"|vores |nu |dengang |daværende |gældende )*(?:(?P<m>{NUMBER})(?![\w,%])(?: af(?: de| disse| følgende| nedenstående){{1,2}})?)?"
    rf"(?P<words>(?: (?!af |og |er |har |i )[\wæøå-]+){{0,3}}?) ?(?P<criteria>{CRITERIA}|områder(?!ne))"
    rf"|(?<![\w,.])(?P<n2>{NUMBER}) (?:ud )?af (?:de |disse |i alt |følgende )*(?P<m2>{NUMBER})(?: følgende| af disse"
    rf"| af dem)?(?= ?(?:[:.;)–-]|$)|,? (?:før|for at|hvis)\b|,? (?:(?:er|skal|bliver|var|skulle|være|der) ){{1,2}}opfyld)"
    rf"|(?<![\w,.])(?P<n3>{NUMBER}) (?:enkelt |opfyldte )?kriteri\w+ (?:ud )?af (?:de |i alt )?(?P<m3>{NUMBER})\b",
    re.I,
)
N_MET = re.compile(rf"\bopfyld\w*(?: \w+){{0,2}}? (?P<n>{NUMBER}) (?P<words>(?:[\wæøå-]+ ){{0,2}}?){_CRITERIA}", re.I)
M_ALL = re.compile(
    rf"(?<![\w,.])(?P<m>{NUMBER}) (?P<words>(?:[\wæøå-]+ ){{0,2}}?)(?:\w*kriteri(?:er|erne)|(?P<other>{CRITERIA}))\b",
    re.I,
)
_OUT_OF = re.compile(
    rf"\b[Aa]f (?:de |lovens |i alt )*(?P<m>{NUMBER}) (?:\w+ ){{0,2}}?{_CRITERIA}[^.;]{{0,60}}? (?:skal|skulle|kræves|må)\b"
    rf"(?:(?! af )[^.,;]){{0,40}}? (?:mindst |minimum )?(?P<n>{NUMBER})(?= (?:være )?(?:opfyld|gælde|til stede)| for at|[.,](?!\d))",
    re.I,
)
""" "Af de fire kriterier skal mindst to være opfyldt". """
_SOME_AREAS = re.compile(
    rf"\b(?:{NUMBER}|flere|nogle|ingen|mange) (?:\w+ ){{0,2}}?(?:bolig)?områder(?:ne)?(?: på \w+)? (?!der\b|som\b|skal\b)"
    r"(?:(?!der\b|som\b|skal\b)\w+ ){0,3}?opfyld",
    re.I,
)
"""So many areas meet so many criteria: told of the areas, not of the rule."""
_NOW_SO_MANY = re.compile(rf"\bkriteri(?:er|erne)\b[^.;]*?\bnu (?:er der|har vi|er de) (?P<m>{NUMBER})(?= ?(?:[,.;]|og\b|$))", re.I)
""" "Før var der tre kriterier, nu er der fem"."""
_OF_WHICH = re.compile(
    rf"^,? (?:(?:hvoraf|heraf|af hvilke|hvor|og(?: at)?) )?(?:mindst |minimum |blot |bare )?(?:de )?(?P<n>{NUMBER}|alle"
    rf"|samtlige) (?:af dem )?"
    rf"(?:skal|kræves|skulle|{MET_WORDS})",
    re.I,
)
_OF_THEM = led(
    rf"\b(?:opfyld\w*|kræve\w*|skal|skulle|lever? op til|falder for)\b[^.;]{{0,50}}? (?P<n>{NUMBER}) af (?:dem|disse)\b(?! \w*kriteri)"
    rf"|\b(?:falder for|opfylder|lever op til) (?:mindst |blot |minimum )(?P<n2>{NUMBER})(?=[.,;])"
    rf"|\b(?:der|som) (?:opfylder|lever op til) (?P<n3>{NUMBER})(?=[.,;])"
    rf"|\b(?:er|hvis|når|såfremt) (?:(?:blot|bare|mindst|kun|de) )*(?P<n4>{NUMBER})(?: eller flere)?(?: af (?:dem|disse|\w+ene"
    rf"|\w+erne))?(?: er)?"
    rf" {MET_WORDS}(?=[ .,;]|$)"
    rf"|\b(?:skal|kræve\w*)\b[^\d.;\t]*\t(?:mindst |minimum |min\. )?(?P<n5>{NUMBER})(?=\s*$)",
    re.I,
)
_ANNOUNCES = re.compile(
    r"(?:ud fra|på (?:grundlag|baggrund|basis) af|baser\w+ på|bygge\w* på|bestå\w* af|fastsat\w*|definer\w*|se[rs]? på|mål\w* på"
    r"|opgjort|opgøre[st]?|opstille\w*"
    r"|der (?:er|var|ses på|indgår|gælder|gjaldt)|er der|var der|har|havde|omfatte\w*|udpeg\w*|bruge[rs]?|anvende\w*|rumme\w*"
    r"|indeholde\w*|følgende|efter|siden \d{4}.{0,40}"
    r"|blev til|fik|med)[^.:;]{0,40}$",
    re.I,
)
_PARTLY = re.compile(r"første|øvrige|andre|sidste|nye|øverste|oprindelige|resterende|samme|ekstra|flere|sociale|yderligere|begge", re.I)
_GENERIC = re.compile(
    r"(?<!er )(?<!som )(?<!var )(?<!blev )(?<!til )(?<!dermed )(?<!derfor )(?<!altså )(?<!således )(?<!stadig )(?<!fortsat )\b(?:et"
    r"|ethvert) (?:\w+ )?(?:ghetto\w*|parallelsamfund|forebyggelsesområde"
    r"|omdannelsesområde)"
    r"|\b(?:(?<!er ikke )et (?:\w+ )?(?:bolig)?område|nok at|tilstrækkeligt at|(?:bolig)?områder|boligområdet|områder(?:ne)?|hvis|når"
    r"|såfremt|skal|som|der|man|kræve\w*|mindst|minimum|kan|for at|afdelinger?)\b",
    re.I,
)
_ONE = re.compile(
    r"\b(?:fordi|da|idet|eftersom|selv ?om|skønt|men) (?:det|området|bebyggelsen|[A-ZÆØÅ]\w+) (?:\w+ ){0,2}?"
    r"(?:opfylder|lever op til|ligger|overskrider|er over) [^.,;]{0,60}$"
)
"""Why one area is what it is said to be, or why it is not."""
_ONE_MEETS = re.compile(r"\W*[A-ZÆØÅ][\w/ -]*? (?:opfylder|lever op|overskrider|ligger over)\b")
_WHERE_ONE = re.compile(r"\W*[A-ZÆØÅ][\w/-]+ (?:er|var|har|havde|lå|ligger|kom)\b[^.;]*, hvor ")
_ONE_OF_THEM = re.compile(
    r"\b(?:[EÉ]t|To|Tre|Begge|(?:Det|Den) (?:ene|andet|anden|tredje))(?: af (?:dem|disse|områderne))? (?:opfylder|lever op"
    r"|overskrider|ligger over) [^.;]{0,30}$"
)
_AT_MOST = re.compile(r"\b(?:højst|maksimalt|færre end|mindre end)\b[^.,;]{0,25}$", re.I)
"""So few criteria an area may meet to be off the list."""
_DEFINITE = re.compile(r"(?:^|[.:;] )\W*(?:De|Lovens|Ministeriets|\w*listens) $")
"""A sentence that begins with all of them: "De fire kriterier opgøres …". """
_NEED = re.compile(rf"^(?: \w+){{0,6}} (?:skal|skulle|{MET_WORDS}|nok|nødvendig\w*|kræves|gør|udløser|betyder|giver|får)|^\W*$", re.I)
""" "To af de fire kriterier skal være opfyldt", not "fire af de fem kriterier bygger på tal"."""
_SOME_OF = re.compile(r"\b(?:de|disse|begge|andre|vores) $", re.I)
"""Of criteria that are told apart: "de to af kriterierne, vi arbejder med"."""
_CHANGED_ON = re.compile(
    r"\b(?:mindre|bedre|dårligere|større|værre|forbedre[trs]*|forværre[trs]*|frem|tilbage|fremgang|tilbagegang|længere|tættere"
    r"|højere|lavere|(?:rigtige|forkerte|gale|gode) (?:vej|retning))"
    r"\b[^.;,]{0,20}\b(?:på|for|i|med hensyn til) (?:mindst )?$"
)
""" "Afstanden er blevet mindre på tre af de fire kriterier"."""
_AMONG = re.compile(r"\b(?:som|er|var|bliver|blev|udgør|udgjorde) (?:\w+ )?$", re.I)


def find(regimes: Regimes) -> Iterator[Rule]:
    """Every statement about the number of criteria, in order."""
    for sentence in regimes.sentences:
        if sentence.holds & _COUNTED and may_tell(regimes, sentence):
            yield from _counts(regimes, sentence)


def speaks_of_an_area(before: str) -> bool:
    """Is it an area that is said to meet criteria, rather than the rule that is told?"""
    if _ONE.search(before) or subject(before) and (_ONE_MEETS.match(before) or _WHERE_ONE.fullmatch(before)) or _ONE_OF_THEM.search(before):
        return True
    if _GENERIC.search(before) or re.match(r"\W*Opfyldes\b", before):
        return False
    return bool(re.search(r"opfyld|lever op|\b(?:ligger|lå|er|var) over|overskrid", before, re.I))


def _counts(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    taken = [m.span() for m, _, _ in counts(sentence)]
    yield from _out_of(regimes, sentence, taken)
    yield from _of_many(regimes, sentence, taken)
    yield from _met(regimes, sentence, taken)
    yield from _all(regimes, sentence, taken)
    yield from _of_them(regimes, sentence)


def _told_of_areas(sentence: Sentence, before: str) -> bool:
    return (
        speaks_of_an_area(before)
        or bool(_AT_MOST.search(before))
        or bool(_SOME_AREAS.search(before + sentence.text[len(before) :][:10]))
    )


def _of_many(regimes: Regimes, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Rule]:
    """ "to af de fem kriterier", "og to af fire:"."""
    text = sentence.text
    for m in N_OF_M.finditer(text):
        n, of = number(m["n"] or m["n2"] or m["n3"]), m["m"] or m["m2"] or m["m3"]
        if _inside(m.start(), taken):
            continue
        taken.append(m.span())
        part = bool(_PARTLY.search(m["words"] or "")) and not (of and m["words"].strip().lower() == "sociale")
        if not of and (n == 1 or part) or _not_of_the_rule(regimes, sentence, m, n) or _told_of_areas(sentence, text[: m.start()]):
            continue
        yield make("least", regimes, sentence, m.start(), m.end(), least=n, of=number(of) if of else None, extra={"part": part})


def _not_of_the_rule(regimes: Regimes, sentence: Sentence, m: re.Match[str], n: int) -> bool:
    """Do the words around "N of M" tell something else than how many criteria must be met?"""
    before, after = sentence.text[: m.start()], sentence.text[m.end() :]
    if _SOME_OF.search(before) or _CHANGED_ON.search(before) or n == 1 and _AMONG.search(before):
        return True
    if m["n2"]:
        return not _rules_near(regimes, sentence) or not before.strip() and _ARE_MET.match(after) is not None
    if m["n3"]:
        return not _ASKS.search(before)
    if not _of_criteria(regimes, sentence, m["criteria"].lower(), before):
        return True
    opens = not before.strip("-–•*· \t") and sentence.block.kind == "paragraph"
    return opens and not _NEED.search(after)


_ARE_MET = re.compile(r",? (?:er|var|blev|bliver|har været)(?! (?:mindst|nok)\b)[^.,;]*\bopfyldt\b", re.I)
""" "To af de fem er opfyldt": told of an area; a rule asks, or says when."""
_ASKS = re.compile(r"\b(?:skal|skulle|man|når|hvis|kræve\w*|mindst|nok)\b", re.I)


def _of_criteria(regimes: Regimes, sentence: Sentence, noun: str, before: str) -> bool:
    """Does a noun mean the criteria: by itself, beside the name of a list, as "områder" only behind "over grænsen på"?"""
    if "kriteri" in noun or noun.startswith("områder"):
        return "kriteri" in noun or bool(re.search(r"grænse\w* (?:på|for|i) (?:\w+ )?$", before, re.I))
    above = regimes.before(sentence)
    return bool(sentence.kinds or above and above.kinds or sentence.context.bound == "heading")


def _met(regimes: Regimes, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Rule]:
    """ "skal opfylde tre kriterier"."""
    for m in N_MET.finditer(sentence.text):
        new = number(m["n"]) > 1 and not _inside(m.start("n"), taken) and not _PARTLY.search(m["words"])
        if new and not _told_of_areas(sentence, sentence.text[: m.start("n")]):
            taken.append(m.span())
            yield make("least", regimes, sentence, m.start("n"), m.end(), least=number(m["n"]))


_MORE = re.compile(r" (?:til|mere)(?=[,.;:]|$)")
""" "To kriterier til": those that are added."""


def _all(regimes: Regimes, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Rule]:
    """ "ud fra fem kriterier", "fem kriterier, hvoraf tre skal være opfyldt"."""
    for m in M_ALL.finditer(sentence.text):
        words = m["words"].replace("sociale ", "") if number(m["m"]) == _SOCIAL else m["words"]
        if (
            _inside(m.start(), taken)
            or number(m["m"]) < 2
            or _MORE.match(sentence.text, m.end())
            or _PARTLY.search(words)
            or re.search(r"opfyldt|\bog\b", words)
        ):
            continue
        every = _EVERY.search(sentence.text[: m.start()])
        if every and (_NEEDED.match(sentence.text[m.end() :]) or _MUST.search(sentence.text[: every.start()])):
            n = number(m["m"])
            yield make("least", regimes, sentence, m.start(), m.end(), least=n, of=n)
            continue
        if _TAKES.match(sentence.text[m.end() :]) and re.search(r"\b(?:skal|skulle|må)\b[^.,;]*$", sentence.text[: m.start()]):
            yield make("least", regimes, sentence, m.start(), m.end(), least=number(m["m"]))
            continue
        counted = _OF_WHICH.match(re.sub(r"^ (?:til|for|om) [\w ]{3,30}?(?=,)", "", sentence.text[m.end() :]))
        if counted:
            yield make("least", regimes, sentence, m.start(), m.end(), least=number(counted["n"]) or number(m["m"]), of=number(m["m"]))
        elif (
            not m["other"]
            and (_announced(sentence.text, m.start()) or _all_of_them(regimes, sentence, m.start()))
            and not re.match(r"\s*(?:ikke )?opfyldt", sentence.text[m.end() :])
        ):
            yield make("criteria", regimes, sentence, m.start(), m.end(), of=number(m["m"]))

    for m in _NOW_SO_MANY.finditer(sentence.text):
        if not _inside(m.start("m"), taken):
            yield make("criteria", regimes, sentence, m.start("m"), m.end(), of=number(m["m"]))


def _out_of(regimes: Regimes, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Rule]:
    for m in _OUT_OF.finditer(sentence.text):
        taken.append(m.span())
        yield make("least", regimes, sentence, m.start(), m.end(), least=number(m["n"]), of=number(m["m"]))


def _of_them(regimes: Regimes, sentence: Sentence) -> Iterator[Rule]:
    """ "Et område skal opfylde to af dem", after a sentence on the criteria."""
    above = regimes.before(sentence)
    said = sentence.text + (above.text if above else "")
    for m in _OF_THEM.finditer(sentence.text):
        group = m.lastgroup or "n"
        n, at = m[group], m.start(group)
        drawn = group == "n4" and _DRAWN.search(sentence.text, 0, m.start())
        if re.search(CRITERIA, said, re.I) and not drawn and not speaks_of_an_area(sentence.text[:at]):
            yield make("least", regimes, sentence, at, m.end(), least=number(n))


_DRAWN = re.compile(r"\b(?:dermed|derved|hermed|altså|således|herefter|derfor)\b[^.;]*$", re.I)
""" "Dermed er ét af kriterierne opfyldt": told of an area."""
_SOCIAL = 4
"""So many "sociale kriterier" there are beside the share of residents from abroad."""
_EVERY = re.compile(r"\b(?:alle|samtlige) (?:de |lovens )?$", re.I)
_MUST = re.compile(r"\b(?:skal|skulle|må|kræve\w*)\b[^;]*\bopfyld\w* (?:\w+ )?$", re.I)
_TAKES = re.compile(r" til\b(?! (?:at|den|det|de)\b)")
""" "Der skal tre kriterier til"."""
_NEEDED = re.compile(r" (?:\w+ ){0,3}?(?:skal|er nødvendig\w*|(?:er|være) opfyldt|kræves)", re.I)


def _announced(text: str, at: int) -> bool:
    return bool(_ANNOUNCES.search(text[:at])) and not re.search(r"\b(?:af|opfyld\w*)(?: \w+){0,3} $", text[:at], re.I)


def _all_of_them(regimes: Regimes, sentence: Sentence, at: int) -> bool:
    """Does a sentence on a list, or the one after it, begin with "De fire kriterier"?"""
    above = regimes.before(sentence)
    return bool(_DEFINITE.search(sentence.text[:at]) and (sentence.kinds or above and above.kinds))


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in spans)


def _rules_near(regimes: Regimes, sentence: Sentence) -> bool:
    """Do the words say that it is criteria that are counted, where the noun is left out ("og to af fire:")?"""
    text, above = sentence.text, regimes.before(sentence)
    if sentence.block.kind == "row" and sentence.kinds:
        return True
    asked = above and (len(text) < 90 or sentence.kinds) and re.search(r"kriteri", above.text, re.I)
    return bool(asked or re.search(r"opfyld|kriteri|beboere|ikke-vestlig|kræve|\bkravet\b|lever op", text, re.I)) or bool(
        sentence.context.bound == "heading" and re.search(r":|\blisten\b", text)
    )


_COUNTED = needs(_OUT_OF, N_OF_M, N_MET, M_ALL, _OF_THEM)

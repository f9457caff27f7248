"""Who stood on which side, clause by clause: "Seks var enige, kun Bo Ravn (O) stemte for at købe", "Ida, Bo og Ea ja; Per nej".

Voters and words for a side are paired by nearness, whatever verb binds them: a number, names or a group on one hand, a side on the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.decisions.tallies import WORDS, number
from extractors.decisions.voters import entries_of, voter
from extractors.sentences import unquoted
from extractors.structure.names import LETTERS, PERSON
from minutes.needs import holds, needs
from minutes.parties import A_PARTY

_N = rf"(?:\d{{1,3}}(?![\w/%]|[.,:]\d)|(?:{'|'.join(WORDS)})\b)"
_SOME = (r"(?:stemmer?|stemmeberettigede|hænder|medlem(?:mer)?|\w+medlem(?:mer)?|personer|repræsentanter|deltagere|mand|fremmødte"
         r"|tilstedeværende|af dem|konservative|radikale|borgerlige"
         r"|socialdemokrater|løsgængere|\w+folk|stemmesedler|sedler|partier|beboere|delegerede)")
_LEAD = r"(?:(?:kun|bare|blot|alene|hele|i alt|yderligere|heraf|de|alle|samtlige|begge|udvalgets|rådets|nævnets|bestyrelsens|byrådets) )*"
_OTHERS = r"(?:øvrige|andre|resterende|sidste|tilbageværende)s?"
_BRACKET = r"\((?:[^()]|\([^()]*\))*\)"
_PARTIED = rf"(?:{A_PARTY}|{LETTERS}(?![\w-])|(?:[Ll]iste|[Gg]ruppe) [A-ZÆØÅ]\b|[A-ZÆØÅ]\w*(?:listen|partiet)\b)"
_NO_VERB = r"(?!(?:var|er|stem\w+|gik|går|gjorde|kunne|kan|ville|ønske\w*|støtte\w*|sagde|bakke\w*|tilslut\w*|anbefal\w*|undlod)\b)"
_OF = rf"(?: (?:fra|i|hos) {_PARTIED}(?:(?:, | og ){_PARTIED})*| (?:ud )?af (?:de |\w+s )?(?P<whole>{_N})?(?: ?{_NO_VERB}\w+)?)"
_COUNTED = (rf"(?i:{_LEAD})(?i:(?P<others>{_OTHERS}) )?(?i:(?P<count>{_N}))(?i:(?: {_OTHERS})?(?: (?:afgivne )?{_SOME})?)"
            rf"(?:{_OF}(?i: {_SOME})?)?(?: ?{_BRACKET})?")
_NOT_NAME = (
    rf"(?!(?:{A_PARTY})(?![\w-]))"
    r"(?!(?:Ingen|Alle|Resten|De[tnr]?|Samtlige|Begge|Kun|Alene|Flertallet|Mindretallet|Her|Herfor|Herimod|For|Imod|Mod|Et|En|Som|Da|Så|Men|Og"
    r"|Hos|Ved|Efter|Herefter|Derefter|Dermed|Hermed|Udvalget|Rådet|Nævnet|Bestyrelsen|Byrådet|Forslaget|Indstillingen|Sagen|Ja|Nej|Undlod"
    r"|Formanden|Borgmesteren|Mødet|\w*[Ff]orsamlingen|Kommissionen|Magistraten|Synet|Panelet|[A-ZÆØÅ]\w*(?:listen|partiet))\b"
    r"|\w*(?:erne|ningen|skabet|udvalget|rådet|foreningen|rede|heden|gruppen|kommunen|laget)\b)")
_FULL = rf"(?:{_NOT_NAME}{PERSON}(?: ?\([^()]{{1,40}}\))?)"
_OFFICE = r"(?:[Ff]ormanden|[Nn]æstformanden|[Bb]orgmesteren|[Vv]iceborgmesteren|[Uu]dvalgsformanden|[Dd]irigenten)"
_ONE = (rf"(?:(?:[Uu]dvalgsmedlem(?:merne)? |[Rr]ådmand |[Rr]ådmændene )?"
        rf"(?:{_OFFICE}(?:,? {_FULL},?)?|{_FULL}|{_NOT_NAME}[A-ZÆØÅ][a-zæøåé]{{1,15}}(?![\w-]|\.(?!\s*$))(?: \({LETTERS}\))?"
        r"|(?!(?:ALT|UFP|MED|KKR|ØU|BY|BR|KB|TU|EU|DK|FN|KL|IT|HR)\b)[A-ZÆØÅ]{2,3}(?![\w-])))")
_NAMES = rf"(?P<names>{_ONE}(?:(?:, | og | samt |, og ){_ONE}){{0,12}})"
_SEATS = r"(?: \((?:i alt )?\d{1,2}(?: \w+)?\)| med \d{1,2} (?:medlemmer|mandater|stemmer))"
_GROUPS = (rf"(?P<groups>{_PARTIED}{_SEATS}(?:(?:, | og | samt )(?:{_PARTIED}{_SEATS}|(?:af {_PARTIED} )?{_FULL}))*"
           r"(?:,? i alt \d+)?)")
_EITHER = rf"(?:{_PARTIED}|{_FULL})"
_TOTAL = (rf"(?P<together>{_EITHER}(?:(?:, | og | samt ){_EITHER}){{1,12}})"
          rf"(?:,? i alt (?P<all>(?i:{_N}))(?: (?:stemmer|medlemmer))?,?| \((?:i alt )?(?P<sum>\d{{1,2}})\))")
_ORGANS = r"[A-ZÆØÅ]\w+(?:foreningen|forbundet|rådet|skabet|erne|gruppen|kredsen)"
_REST = (rf"(?P<rest>{_ORGANS}(?:(?:, | og ){_ORGANS}){{0,4}}"
         r"|(?i:(?:de |alle )?(?:øvrige|andre|resterende)|resten|flertallet|mindretallet|alle)"
         rf"(?: (?:{_SOME}|i \w+))?(?: ?\((?P<left>\d{{1,3}})[^()\d]*\))?)(?! {_N}\b)")
_BUT = r"(?P<but>(?i:alle (?:på nær|undtagen|bortset fra|med undtagelse af|uden) ))"
_WHO = rf"(?P<who>(?<![\w.,/:§-]){_BUT}?(?:{_GROUPS}|{_TOTAL}|{_COUNTED}|{_NAMES}|{_REST}))"

_IDLE = (
    r"undl(?:od|ader|adt)(?: at stemme)?|(?:afh(?:oldt|older) sig|afstod)(?: fra at stemme)?|l(?:od|ader) være(?: med)? at stemme|lod være"
    r"|stem(?:te|mer) (?:ikke|blankt)|svarede blankt|ikke stemte"
    r"|blanke?t?(?: stemmer?\b)?|hverken(?: (?:for|stemte|sagde|ville) [^.,;]*| eller)?"
    r"|sad over|i skødet|(?:vidste|ved) (?:det )?ikke|(?:tog|tager) ikke stilling|ikke (?:tog|tage) stilling|uden at stemme"
    r"|(?:forholdt|holdt) sig (?:neutrale?|passive?t?|udenfor|uden for)|ønskede ikke at (?:stemme|tage stilling)")
_ACTS = r"(?:gjorde|ville|ønskede|var|er|kunne|kan|støttede|støtter|anbefaler|anbefalede|tiltrådte|tiltræder|stemte|fulgte|gik|vil)"
_SAID = r"(?:sagde|siger|stemte|var|gav|mente|svarede)?"
_AGAINST = (
    r"(?:(?:stem(?:te|mer)|g(?:ik|år)|var|er|stod|har stemt)(?: (?:alene|dog|derfor|også|begge|alle))?)? ?"
    r"\b(?:her|der)?imod\b(?! (?:en|et|sin|vanlig)\b)|(?:stemte|stemmer|gik) mod\b"
    rf"|{_SAID} ?\b(?<!et )nej\b(?: tak)?|modsatte sig|modsætter sig"
    r"|(?:var )?(?:(?:den|de) )?(?:eneste )?modstandere?\b(?: af)?|ville hellere"
    rf"|{_ACTS}(?: det| den| dette| sig)?(?: (?:forslaget|indstillingen|planen))? ikke"
    r"(?:(?= ?(?:[,.;:)]|$)| (?:og|men|mens)\b)| (?:støtte|gå ind for|anbefale|tiltræde|tilslutte sig|være med|med på|for|enige?)\b)"
    rf"|ikke {_ACTS}|frarådede")
_BACKS = (
    r"(?:stem(?:te|mer)|var|er|g(?:ik|år)(?: ind)?|har stemt|stod) for"
    r"(?! at\b(?=[^.,;]*\bikke\b)| (?!\w+(?:en|et|ne|slag)\b)[a-zæøå]+e[.,;])\b"
    r"|for(?=[,.;:)]|$| (?:og|mens|men)\b| (?:det|den|forslaget|(?!meget|lidt)\w+(?:en|et|ne))[,.;])|herfor\b"
    rf"|{_SAID} ?\b(?<!et )ja\b(?: tak)?|bakke(?:de|r) (?:\w+ )?op(?: om)?|tilslutte(?:de|r) sig|samtykke(?:de|r)(?: i)?|støtte(?:de|r)"
    r"|(?:var|er) med på|(?:var|er|erklærede sig) enige?\b|(?:ville )?f(?:ulgte|ølge[r]?)\b|bifaldt|billigede|tiltr(?:ådte|æder)"
    r"|anbefale(?:de|r)|godkend(?:te|er)|holdt sig til|tilhængere? af"
    r"|k(?:unne|an) (?:tilslutte sig|støtte|tiltræde|anbefale|godkende)|gik med til|ville det|stemte sådan|(?:dannede|udgjorde) flertallet")
_SIDE = rf"(?P<side>(?<!\w)(?i:(?P<idle>{_IDLE})|(?P<against>{_AGAINST})|(?P<backs>{_BACKS}))(?!\w))"
_BACKED = (r"(?:(?:vedtaget|godkendt|tiltrådt|anbefalet)(?= af alle )|bakket op|støttet|støttedes|støttes|tiltrådt"
           r"|bifaldet|ja|opbakning|tilslutning|støtte) (?:af|fra|hos)")
_FROM = rf"(?P<from>(?<!\w)(?i:(?P<yes>{_BACKED})|(?:nej|modstand|dissens) fra|(?:nedstemt|forkastet) af)(?= ))"
_LED = (r"(?P<led> ?(?<!\w)(?i:(?:(?P<for>for|ja)|(?P<no>i?mod|nej))(?: (?:et |en )?(?P<word>ja|nej)\b| [^.,;:]{1,60}?)? "
        r"(?:stemte|stemmer|var|er|talte|sagde|siger|svarede|svarer)(?! (?:der|det)\b)(?= )))")
_TOKEN = re.compile(rf"{_LED}|{_FROM}|{_SIDE}|{_WHO}")
_NEEDED = needs(*map(re.compile, (_LED, _FROM, _SIDE)))
_BETWEEN = re.compile(
    r"(?: (?:rakte hånden op|i vejret|trykkede|ind|stemte|rejste sig|faldt|blev afgivet|lød|blev talt))?(?:,? (?:der|som|de))?"
    r"(?:,? (?:alle|dog|altså|derfor|også|selv|derimod|her|herefter|begge|alene|var|er|vil|ville|har|skal))*[ ,]*"
    r"|, (?:i alt )?\w+ (?:medlemmer|i tallet|stemmer),? ?|,? (?:i alt \d+),? ?| ?: ?")
"""What may stand between those who vote and the word for their side."""
_LEADS_ON = re.compile(r"(?: (?:stemte|stemmer|var|er|kun|alene|blot|dog|fra|altså|:))*[ :]*")
"""What may stand between the word for a side and those on it."""
_ENDS = re.compile(r"\s*(?:[,.;:)(]|$)| (?:og|samt|mens|medens|medlem\w*|stem\w*|i?mod|for|undl\w+|var|er|fra|af|ikke)\b")
"""How a number ends that is not one of other things: "imod 4 (V)", but not "imod 4 skoler"."""
_TOGETHER = re.compile(r"\b(?:sammen med|fik følgeskab|sluttede sig til|ligesom)\b")
"""Words by which more are put on a side than those named beside it."""


@dataclass(frozen=True, slots=True)
class Stance:
    """One side as a sentence tells it: for, against or abstained, how many they are (None untold) and the offsets. `whole`: of how many
    they are said to be some. `named`: they are told by name."""

    side: str
    count: int | None
    start: int
    end: int
    whole: int | None = None
    named: bool = False


def stances(sentence: str) -> list[Stance]:
    """The sides of a sentence, each once; nothing where one is told twice."""
    if not holds(sentence) & _NEEDED:
        return []
    tokens = list(_tokens(unquoted(sentence)))
    found = [] if _TOGETHER.search(sentence) else [_stance(a, b) for a, b in _pairs(sentence, tokens)]
    found = list({(s.side, s.count): s for s in found}.values())
    if len({s.side for s in found}) < len(found):
        total = _IN_ALL.search(sentence)
        found = [s for s in found if total and s.start >= total.start()]
    return _completed(found) if len({s.side for s in found}) == len(found) else []


_IN_ALL = re.compile(r"\b(?:i alt|tilsammen|sammenlagt)\b")


def _tokens(sentence: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := _TOKEN.search(sentence, at):
        yield found
        at = max(found.end(), at + 1)


def _pairs(sentence: str, tokens: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Voters with the word for their side, neighbours in either order, so that as many as possible have one."""
    best: list[tuple[float, list[tuple[re.Match[str], re.Match[str]]]]] = [(0, [])]
    for i, token in enumerate(tokens):
        options = [best[-1]]
        if i and (closeness := _linked(sentence, tokens[i - 1], token)):
            worth, pairs = best[i - 1]
            options.append((worth + closeness, [*pairs, (tokens[i - 1], token)]))
        best.append(max(options, key=lambda option: option[0]))
    return best[-1][1]


def _linked(sentence: str, a: re.Match[str], b: re.Match[str]) -> float:
    """How close two neighbours are, 0 where one is not on the side that the other tells."""
    between = sentence[a.end() : b.start()]
    if a["who"] and b["side"]:
        return 2 - len(between) / 100 if _BETWEEN.fullmatch(between) else 0
    if (a["side"] or a["led"] or a["from"]) and b["who"]:
        lone = b["count"] and not _ENDS.match(sentence, b.end())
        return 1.9 - len(between) / 100 + bool(a["led"] or a["from"]) if _LEADS_ON.fullmatch(between) and not lone else 0
    return 0


def _stance(a: re.Match[str], b: re.Match[str]) -> Stance:
    who, said = (a, b) if a["who"] else (b, a)
    if said["led"]:
        side = "against" if said["no"] or (said["word"] or "").lower() == "nej" else "for"
    elif said["from"]:
        side = "for" if said["yes"] else "against"
    else:
        side = "abstained" if said["idle"] else "against" if said["against"] else "for"
    if who["but"]:
        side = {"for": "against"}.get(side, "for")
    whole = number(who["whole"])
    return Stance(side, _count(who), a.start(), b.end(), whole, bool(who["names"]))


def _count(who: re.Match[str]) -> int | None:
    if who["count"] or who["left"]:
        return number(who["count"] or who["left"])
    if who["together"]:
        together = number(who["all"] or who["sum"]) or 0
        return together if together >= len(entries_of(who["together"])) else None
    if who["groups"]:
        listed = re.sub(r",? i alt \d+|\baf (?=[A-ZÆØÅ])", "", re.sub(r" med (\d+) \w+", r" (\1)", who["groups"]))
        return sum(count or 0 for _, count, _ in map(voter, entries_of(listed)))
    return len(re.findall(_ONE, who["names"])) if who["names"] else None


def _completed(found: list[Stance]) -> list[Stance]:
    """Of "seks af de syv" the one who is left, where another side has no number."""
    whole = next((s.whole for s in found if s.whole), None)
    untold = [s for s in found if s.count is None]
    if not whole or len(untold) != 1:
        return found
    left = whole - sum(s.count or 0 for s in found)
    return [s if s.count is not None else Stance(s.side, left, s.start, s.end) for s in found] if left > 0 else found

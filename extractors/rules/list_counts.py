"""How many areas a text says stood on a published list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors.rules import list_changes
from extractors.rules.list_words import (
    AREAS,
    FIRST_LIST,
    LIST,
    LISTS,
    LOCAL,
    NOT_FACT,
    YEARS_SAID,
    Listed,
    dated,
    first_of_several,
    kind_of,
    lists_above,
    noun_before,
    number_of,
    part,
    published,
    sentences,
    told_of_first,
)
from extractors.rules.moods import told_as_past
from extractors.rules.regime import in_year, on_days
from extractors.rules.regimes import Regime, Regimes, Sentence
from extractors.rules.rule import clause
from extractors.rules.spans_said import COMPARED, LIST_DAY, span
from minutes.needs import led, needs

_COUNT = re.compile(
    r"(?<![\w.,/§-])(?P<n>\d{1,3}|[a-zæøå]{2,20})(?: (?:af dem|heraf|af disse|af områderne))? (?:(?:(?:bolig)?områder )?"
    r"(?:er|var|blev|kom|betegnes|regnes|kategoriseres|tælles|hører) )?"
    r"(?:(?:på listen som|også|tillige|samtidig|i dag|desuden|som|for|til de) )?"
    r"(?P<noun>(?:(?:almene|særligt|danske|nye|såkaldte|hårde|\"hårde\"|”hårde”) )*"
    r"(?:hårde(?=[.,;]|$| og )|udsatte(?=[.,;]|$| og )|udsatte (?:bolig)?områder|ghettoer|ghettoområder|parallelsamfund"
    r"|omdannelsesområder|forebyggelsesområder|boligområder|områder"
    r"|navne))\b"
    r"(?P<after>(?: på)?)",
    re.I,
)
_BARE = led(
    r"\b(?:(?:stige[rt]|steg|falde[rt]|faldt|vokse[rde]+|gå[r]|gik|ned|op)(?: \w+)? til|var|er|stod|stå[r]|kom|nævnte|talte|tæller"
    r"|omfattede|omfatter|havde|har(?= (?:(?:nu|kun|i alt|fortsat) )?\w+[.;,])|rummede|rummer)(?: i år)?(?: på)? "
    r"(?:der |listen |listerne )?(?:nu )?(?:kun |i alt |fortsat )?(?P<n>\d{1,3}|[a-zæøå]{2,20})(?! (?:ud )?af )(?: \w+)?"
    r"(?=[.,](?!\d)|[ ;]|$)",
    re.I,
)
_CHANGED_BEFORE = re.compile(
    r"\b(?:(?:fald\w*|steget|stigning\w*|reduceret|reduktion|vokset|øget|ned|op|altså|dvs\.|det vil sige|nemlig) med"
    r"|(?:fald|nedgang|reduktion|stigning|fremgang|vækst) på|de|disse|alle|begge|yderligere|andre) $",
    re.I,
)
_OF_THEM = re.compile(r"\b(?:heraf|hvoraf|af dem|af disse)\b[^,;]*$", re.I)
""" "Heraf betegnes de 13 som hårde"."""
_CHANGED_AFTER = re.compile(
    r"^(?:(?: på)? (?:\w+ ){0,2}\w*listen?)?,? (?:som|der|hvor(?! der (?:sidste|året|i 20))|opfyld\w+|lever op|flere|færre|mindre|mere"
    r"|(?:(?:er|blev|bliver|har|kommer|er blevet) )?(?:dermed |dog |altså |nu )?(?:alene|kun|nye|strøget|streget|slettet"
    r"|forladt|forlod|fjernet|udgået|udgår|udgik|taget|røget|røg|kommet|tilføjet|ude|gået|gik|gled|faldt|forsvandt|tilbage))\b",
    re.I,
)
_OTHER_COUNT = re.compile(
    r"\s*(?:kriteri|person|dømte|beboer|bolig(?!områder)|pct|%|procent|år|kr|mio|initiativ|list|flere|færre|mindre|mere|gange|\.\d"
    r"|\.? ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
)
_LIMITS = re.compile(r"grænse|tærsk[el]|\bkrav", re.I)
_NUMBER_OF = re.compile(
    rf"\bantallet af (?P<noun>{AREAS})"
    r"(?: \w+){0,2}? (?:er|var|udgør|udgjorde|lå på|ligger på|nåede|med|(?:nede|oppe) på|kommet (?:ned|op) (?:på|til))(?: (?:nede"
    r"|oppe) på| \w+)?? (?P<n>\d{1,3}|[a-zæøå]{2,10})(?=[ .,;]|$)",
    re.I,
)
_HAS = re.compile(
    rf"\b(?P<noun>{AREAS}(?:ne)?)(?:(?: (?:pr\. )?1\. (?:december|februar) 20\d\d)?:| er der| tæller| udgør| omfatter| rummer"
    rf"| var der| er| ligger på| er nede på| er oppe på)"
    r"(?: nu| i alt| kun| fortsat| stadig)* (?P<n>\d{1,2}|[a-zæøå]{2,10})(?= af\b|[.,;)]|$| i alt\b| og | \()",
    re.I,
)
""" "Parallelsamfundene er der ti af", "de udsatte boligområder tæller nu 17", "udsatte boligområder: 20". """
_YEAR_POINT = re.compile(r"[-–•*\s]*(?P<year>20[0-3]\d)\W{1,3}(?P<n>\d{1,2})(?: områder)?\W*")
"""A point of a list under the name of what is counted: "2020: 15"."""
_OF_YEAR = re.compile(r"(?<!\d)(?P<year>20[0-3]\d): ?(?P<n>\d{1,2})(?=[;,.)](?!\d)|$)")
""" "22 områder (2016: 25; 2015: 25)". """
_NUMBER_TOLD = re.compile(rf"\W*Antallet af {AREAS}", re.I)
_IT_IS = re.compile(r"\W*(?:Det|Tallet|Der) ")
_BESIDE = re.compile(r"^[^.,;\d]{0,30}?\b(?:i|pr\.|fra|på listen(?: fra)?) (?=\d|[a-z]+ 20)(?P<when>[^.,;]{4,20})")
_DESIGNATED = re.compile(
    r"\b(?:ministeri\w+|regeringen|ministeren)\b[^.;]{0,40}(?:udpeg|offentliggj)|(?:udpeget|offentliggjort) (?:den )?1\. dec", re.I
)
_IN_TURN = re.compile(r"\bfor de (?:første|sidste)s\b|\b(?:først|sidst)nævnte")
""" "… på listen over A eller listen over B, som for de førstes vedkommende rummer 20": which count is whose, is not told by its place."""
_PUBLISHED = re.compile(r"offentliggj|\bnye lister|årets lister|seneste lister", re.I)
_NOW = re.compile(r"\b(?:i år|årets liste|den nye liste|nu)\b", re.I)
_THIS_YEAR = re.compile(r"(?: \w*(?:områder|samfund|ghettoer))? (?:i år|i dag|nu)\b", re.I)
_LAST_YEAR = re.compile(
    r"\b(?:(?<!siden )sidste år|året før|året forinden|for et år siden|i fjor|forrige (?:år|liste)|sidste års liste)\b", re.I
)
_COUNTING, _COMPARING = needs(_NUMBER_OF, _COUNT, _BARE, _HAS, COMPARED), needs(COMPARED)


def find(regimes: Regimes) -> Iterator[Listed]:
    """Every number of areas on a list, in order."""
    last: Sentence | None = None
    for sentence in sentences(regimes):
        yield from list_changes.of_sentence(regimes, sentence)
        if sentence.holds & _COUNTING:
            found = list(_counts(regimes, sentence, last))
            last = sentence if found else last
            yield from found
        yield from list_changes.than_before(regimes, sentence, (_COUNT, _HAS, _NUMBER_OF))
        if sentence.block.kind == "point" and (m := _YEAR_POINT.fullmatch(sentence.text)):
            yield from _point(sentence, m)


def _counts(regimes: Regimes, sentence: Sentence, last: Sentence | None) -> Iterator[Listed]:
    """Those of a sentence, when it speaks of a list, or goes on after `last`, which counted what stood on one."""
    text = sentence.text
    if sentence.context.mood in ("proposal", "own", "change") or NOT_FACT.search(text) or _IN_TURN.search(text):
        return
    found = list(_counted(regimes, sentence))
    several = len(found) > 1 and not LOCAL.search(_EXAMPLES.sub("", text)) and any(map(published, found))
    if last and _goes_on_from(last, regimes, sentence) or several or _in_a_list(regimes, sentence):
        yield from found


def _goes_on_from(last: Sentence, regimes: Regimes, sentence: Sentence) -> bool:
    """Does the sentence right after one that counted a list's areas name a list, of the same time and nowhere else?"""
    here = sentence.kinds and regimes.above(sentence) is last and not _HERE.search(sentence.text)
    return bool(here) and (not told_as_past(sentence.text) or told_as_past(last.text))


_HERE = re.compile(r"\b[Ii] (?:[A-ZÆØÅ]|kommune|vores|byen)|\bhos os\b|\bkommunens\b")
_EXAMPLES = re.compile(r",? (?:bl\.a\.|blandt andet|blandt andre|heriblandt|f\.eks\.|for eksempel|herunder) [^;]*")
""" "12 parallelsamfund, blandt andre Vollsmose i Odense": where those are that are named."""


def _counted(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """Every number of areas in a sentence; of which list, and whether of a list at all, the words about it say."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    named = sentence.holds & LISTS and LIST.search(text)
    listed = named or _goes_on(regimes, sentence)
    for pattern in (_NUMBER_OF, _COUNT, _HAS, _BARE):
        for m in pattern.finditer(text):
            value = number_of(m["n"])
            if value is None or any(a <= m.start("n") < b for a, b in taken):
                continue
            taken.append((m.start("n"), m.end()))
            if _scoped(text, m) or _change(text, m) or _numbers_an_item(sentence, m):
                continue
            if pattern is _BARE and (not listed or _OTHER_COUNT.match(text[m.end("n") :]) or _LIMITS.search(text, 0, m.start())):
                continue
            noun = m.groupdict().get("noun") or ""
            yield _count(regimes, sentence, m, noun, value)
    if sentence.holds & _COMPARING:
        yield from _compared(regimes, sentence)
    for m in _OF_YEAR.finditer(text) if named else ():
        regime = in_year(regimes.at(sentence.start + m.start()), int(m["year"]))
        kind = kind_of(noun_before(text, m.start()))
        yield Listed("list_count", *clause(sentence, m.start(), m.end()), regime, sentence, kind, count=int(m["n"]), generic=kind is None)


def _goes_on(regimes: Regimes, sentence: Sentence) -> bool:
    """ "Det er i år på 40", after "Antallet af udsatte boligområder er også opgjort"."""
    above = regimes.above(sentence)
    return bool(above and _NUMBER_TOLD.match(above.text) and _IT_IS.match(sentence.text))


def _point(sentence: Sentence, m: re.Match[str]) -> Iterator[Listed]:
    kind = sentence.context.kind if sentence.context.bound in ("heading", "passage") else None
    if kind and sentence.context.mood != "own":
        regime = in_year(sentence.context, int(m["year"]))
        yield Listed("list_count", *clause(sentence, 0, m.end()), regime, sentence, kind, count=int(m["n"]))


def _compared(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """The other number: "mod 31 på listen af 1. december 2014", "(40 i 2019)"."""
    for m in COMPARED.finditer(sentence.text):
        value = number_of(m["n"]) if m["n"] else None
        found = span(m["when"], regimes.today) if value else None
        kind = kind_of(noun_before(sentence.text, m.start())) or (sentence.context.kind if _goes_on(regimes, sentence) else None)
        if found and kind and not _scoped(sentence.text, m):
            regime = on_days(regimes.at(sentence.start + m.start()), *found[:2])
            yield Listed("list_count", *clause(sentence, m.start(), m.end()), regime, sentence, kind, count=value)


def _count(regimes: Regimes, sentence: Sentence, m: re.Match[str], noun: str, value: int) -> Listed:
    kinds = {k for _, k in sentence.kinds}
    kind = kind_of(noun) or (kinds.copy().pop() if len(kinds) == 1 else None)
    regime = _dated_count(regimes, sentence, m)
    said = Listed(
        "list_count",
        *clause(sentence, m.start(), m.end()),
        regime,
        sentence,
        kind or (regime.kind if not noun else None),
        count=value,
        generic=kind is None,
    )
    low, high = part(sentence.text, m.start())
    first = told_of_first(sentence.text[low:high])
    return first_of_several(said, regimes.at(sentence.start + m.start())) if first else said


_IT = re.compile(r"\W*Den (?:tæller|talte|rummer|rummede|omfatter|omfattede|indeholder|indeholdt|består af|bestod af|har|havde)\b")


_ADDS = re.compile(r"\W*(?:Dertil|Hertil|Derudover|Desuden|Endelig|Samtidig)\b")


def _in_a_list(regimes: Regimes, sentence: Sentence) -> bool:
    """Does the sentence, or what leads up to it, speak of a list of a day?"""
    if any(words.search(sentence.text) for words in (LIST, _DESIGNATED, LIST_DAY)) and (
        sentence.context.dated in ("sentence", "passage", "heading", "document", "section") or FIRST_LIST.search(sentence.text)
    ):
        return True
    above, dated_by = regimes.before(sentence), sentence.context.dated
    it = _IT.match(sentence.text) and above and "liste" in above.text.lower()
    if sentence.kinds and regimes.above(sentence) and _ADDS.match(sentence.text):
        return lists_above(regimes, sentence)
    published = dated_by == "document" and (len(sentence.kinds) > 1 or above and _PUBLISHED.search(above.text))
    return (
        bool(published or dated_by in ("passage", "heading", "sentence"))
        and sentence.context.topic
        and bool(it or sentence.kinds or sentence.block.kind in ("point", "row"))
        and lists_above(regimes, sentence)
    )


def _numbers_an_item(sentence: Sentence, m: re.Match[str]) -> bool:
    """Is it the number of an item that begins a heading or a table of contents: "21 Forebyggelsesområder", "åbent 21 …"?"""
    before = sentence.text[: m.start("n")]
    titled = not before.strip() and (m.groupdict().get("noun") or "")[:1].isupper()
    return m["n"].isdigit() and (titled or bool(_ITEM.fullmatch(before)))


_ITEM = re.compile(r"\W*(?:åbent?|lukket|punkt|pkt\.?|dagsordenspunkt|sag)(?: nr\.?)? ", re.I)


def _change(text: str, m: re.Match[str]) -> bool:
    """Is it a number that came, left or is told apart, and not the whole list?"""
    before = text[: m.start("n")]
    if _OF_THEM.search(before):
        return False
    return "nye " in m.group() or bool(_CHANGED_BEFORE.search(before) or _CHANGED_AFTER.match(text[m.end() :]))


def _scoped(text: str, m: re.Match[str]) -> bool:
    """Is it a part of the list that is counted: the municipality's own areas?"""
    own, whole = (_EXAMPLES.sub("", said) for said in (text[slice(*part(text, m.start()))], text))
    local = LOCAL.search(own if LIST.search(own) else whole)
    return bool(local or re.match(r"\s*(?:i|fra) (?:vores |kommunen|[A-ZÆØÅ])(?!anmark)", text[m.end() :]))


def _dated_count(regimes: Regimes, sentence: Sentence, m: re.Match[str]) -> Regime:
    """The regime of a count: in "7 mod 8 i 2023" each number has its own year, the one beside it."""
    text = sentence.text
    several = len(_COUNT.findall(text)) > 1 and len(YEARS_SAID.findall(text)) == 1 and not re.match(r"\W*(?:\w+ ){0,4}20\d\d", text)
    beside = _BESIDE.match(text[m.end() :])
    if beside and (found := span(beside["when"], regimes.today)):
        return on_days(regimes.at(sentence.start + m.start()), *found[:2])
    if _THIS_YEAR.match(text, m.end("n")) and regimes.today:
        return on_days(regimes.at(sentence.start + m.start()), regimes.today, regimes.today, "document")
    near = text[part(text, m.start())[0] : m.start()] + "|" + re.split(r",| end | mod |\(", text[m.end() :])[0][:30]
    if _LAST_YEAR.search(near) or _LED_BY_YEAR.match(text) and not YEARS_SAID.search(text):
        return _the_year_before(regimes, regimes.at(sentence.start + m.start()))
    if several and _NOW.search(text[max(m.start() - 40, 0) : m.end()]) and regimes.today:
        return replace(regimes.at(sentence.start + m.start()), first=regimes.today, last=regimes.today, dated="document")
    return dated(regimes, sentence, m.start())


_LED_BY_YEAR = re.compile(r"\W*(?:Året før|Sidste år|Forrige år) (?:var|stod|fandtes|omfattede|talte)\b")


def _the_year_before(regimes: Regimes, regime: Regime) -> Regime:
    """ "sidste år": the year before that of the list spoken of, or before the document's own; or the list before the last one."""
    years = [day.year - 1 for day in (regime.first, regimes.today) if day]
    if not years:
        return regime
    before = list_changes.before(regime)
    first = min([date(min(years), 1, 1), *([before.first] if before and before.first else [])])
    return on_days(regime, first, date(max(years), 12, 31))

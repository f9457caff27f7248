"""How often, for which years, in which prices: what the words beside an amount of money say of it."""

from __future__ import annotations

import re

from minutes.needs import led

YEAR = r"(?:19|20)\d\d"
_SPAN = rf"(?P<first>{YEAR})(?: ?[-–/] ?(?P<short>\d\d(?!\d\d))| ?(?:-|–|til og med|til|og|/) ?(?P<last>{YEAR}))(?![\d.,-]\d|\d)"
_PRICES = r"(?! ?-? ?(?:p ?/ ?l|pl\b|pris|PL\b|niveau))"

_PER_AFTER = re.compile(
    r"\s*(?:kr\.?)?\s*(?:\([^()]{0,40}\)\s*)?"
    r"(?:(?:in|eks)kl(?:usive?|\.)? moms )?"
    r"(?:i gennemsnit |netto |brutto |ekstra |mere |mindre |dyrere |billigere |tilbage |ind |oven i |i \w+ (?=om |pr))?(?:"
    r"(?P<year>årlige?t?\b|om året|pr\.? ?år\b|per år|hvert år|/ ?år\b|p\.a\.|pro anno|i hvert af årene"
    r"|i årlig[et]? (?!\d)|(?:i|til|for) hvert? af (?:de \w+ )?år(?:ene)?\b|på årsbasis\b|(?:på|i|for) et helt år\b|(?:i )?det første år\b)"
    r"|(?P<month>månedligt?\b|om måneden|pr\.? ?måned|per måned|hver måned|/ ?(?:md|måned)|pr\.? ?md|mdl\b|mdr\b)"
    r"|(?P<quarter>i kvartalet|pr\.? ?kvartal|per kvartal|kvartalsvis|hvert kvartal|kvartalet)"
    r"|(?P<unit>(?:for|til) hvert?\b|pr\.? (?!\d|(?:1|ultimo|primo)\b)(?=[a-zæøå])|per [a-zæøå]|om dagen|om ugen|om sæsonen|i timen"
    r"|ugentligt|dagligt|/ ?[a-zæøå]|i døgnet|stykket|à|hver(?=[,.;]| eller\b|$)))",
    re.I,
)
_PER_BEFORE = led(
    r"(?:(?P<year>\bårlige?(?!\w)|\bårligt(?!\w)|\bhvert år\b|\bårs(?:løn|leje|udgift|pris|betaling|takst|ydelse|indtægt|besparelse)\w*"
    r"|\bhelårs(?:udgift|effekt|virkning|besparelse|indtægt|pris)\w*|\b(?:på et helt|i det første) år\b|\bpå årsbasis\b|\bpr\.? år\b)"
    r"|(?P<month>\bmånedlige?t?(?!\w)|\bpr\. måned\b|\bmånedsleje|\bhver måned|\bmånedsløn\w*)"
    r"|(?P<quarter>\bkvartalsvise?|\bhvert kvartal)"
    r"|(?P<unit>\bfor hvert?\b|\b(?:time|styk|meter|kvadratmeter|kuvert|enheds|gennemsnits)(?:pris|løn(?!ne)|udgift|takst|omkostning)\w*"
    r"|\bpr\. (?!år|måned|md|kvartal|dato|stk)(?=[a-zæøå])))"
    r"[^.;\n]{0,60}$",
    re.I,
)
_EACH = led(
    r"(?:^|[\s(])(?-i:[aàá])\s(?:kr\.?\s)?$"
    r"|\bpr\. (?!år\b|måned|md|kvartal|dato\b)[a-zæøå]\w+ (?:er|var|bliver|blev|udgør|sættes til|koster)"
    r"(?: i (?:gennemsnit|snit)| (?!\w+ligt )\w+(?:en|et|n))? $"
    r"|(?<!\baf )\bhvert?\s(?!år|måned|kvartal|procentpoint)\w+\s\w+(?<=[eaåør])r\b[^.,;\d]{0,60}$"
    r"|[a-zæøå]+(?:erne|ene) \w+[er] hver(?: især)?(?: med| for)? (?:kr\.? )?$"
    r"|(?:^|\b(?:som|der)\b[^.,;]{0,20}) hver (?!eller)\w+e[rd]?e? (?:kr\.? )?$",
    re.I,
)
"""What stands before the price of one: "fire afdrag a 5 mio. kr.", "hver plads koster", and not "skema A 5 mio. kr."."""
_ONE = re.compile(
    r"\b(?:en|et|én|ét)\s(?!nyt?\b)(?:\w+[et] )?\w+\s(?:koster|kostede|udløser|regnes til)\b[^.,;\d]{0,20}$"
    r"|\b(?:en|et|én|ét) [^.,;\d]{2,40} (?:koster|kostede)(?: \w+)? i (?:gennemsnit|snit) $"
    r"|(?:^|[,;:] )(?:(?!\bår)[^,;:\d])*\bi (?:gennemsnit|snit)"
    r" (?:er|var|bliver|blev|koste[rd]?e?|\w+t for|udgør|udgjorde|betale[rs]?|betalte)"
    r"(?: (?:en|et|én|ét) [^.,;\d]{2,30})? $"
    r"|\bgennemsnitlige? (?!år|måned|likvid|kasse|gæld|beholdning|formue)\w+(?: [^.,;\d]{1,30})?"
    r" (?:er|var|bliver|blev|på|udgør|udgjorde)(?: på)? $"
    r"|\bgennemsnittet (?:(?:for [^.,;\d]{2,40} )?(?:er|var|bliver|blev)(?: på)? )?$",
    re.I,
)
"""The same where the words after may still say how often: "et kursus koster", "sidste år var gennemsnittet"."""
_NO_WAY = (
    r"(?:end|mod|frem|fra|siden|før|efter|inden|senest|som|der|og|eller|men|hvor|højere|lavere|steg|stiger|stigning|falder|vokser|forhold|så|\w*skydes"
    r"|flyttes)\b"
)
"""Words over which a year does not reach back to the amount: "7 mio. kr. mere end i 2023"."""
_OF_NEXT = r"(?! \(?(?:kr\.? ?)?\d[\d.,]*(?: (?:mio|mill|mia|kr)|\b,-))"
"""A year right before the next amount is that one's: "3 mio. kr., i 2016 2 mio. kr."."""
_PERIOD_AFTER = re.compile(
    r"^[ ,]*(?:\([^()]{0,30}\) ?)?(?:(?:er |bliver |blev |falder |var )?(?:afsat|disponeret|bevilget|brugt|budgetteret|anvendt"
    r"|forventet) )?(?:(?:årligt|om året|p(?:r\.|er) år|p\.a\.|netto|brutto|i alt|til drift|kr\.|fordelt|hvert år) )?"
    rf"(?:\(?(?:(?:i|for|til|over|gennem) )?(?:hele |(?:i )?hvert af |hvert )?(?:perioden|årene|budget|budgetperioden|budgetårene"
    rf"|overslagsårene|(?:de )?\w+ år|år|skoleåret)?,? ?\(?(?:fra )?{_SPAN}{_PRICES}"
    rf"|\(?(?:i|til|for) (?:hvert? af årene |årene )?(?P<begin>{YEAR})(?:, {YEAR})* og (?P<end>{YEAR})(?![\d.,]\d|[-–/]\d){_PRICES}"
    rf"|\(?(?:i|for|til|i budget|i året|i år|for året|(?:i|for) hele|pr\.) (?P<only>{YEAR})(?![\d.,]\d| ?[-–/] ?\d){_OF_NEXT}"
    rf"{_PRICES}(?P<on>(?: og (?:frem|fremefter|fremover|følgende|overslagsårene)|ff\.?)(?!\w))?"
    rf"|(?:ultimo|primo|(?:ved )?(?:udgangen|slutningen|begyndelsen) af) (?P<at>{YEAR})(?![\d.,]\d){_PRICES}"
    rf"|(?:fra|fra og med|fra år|gældende fra) (?P<from>{YEAR})(?![\d.,]\d){_PRICES}"
    rf"|(?:(?!{_NO_WAY})[a-zæøå-]+ ){{1,5}}?(?:i|til|(?:(?<=måneder )|(?<=halvår )|(?<=kvartal ))af|"
    r"(?:(?<=budget )|(?<=budgettet )|(?<=beløbet )|(?<=rammen )|(?<=bevillingen ))for) "
    rf"(?P<then>{YEAR})(?![\d.,]\d|[-–/]\d| (?:kr|mio)|\d)(?! og {YEAR}){_OF_NEXT}{_PRICES})",
    re.I,
)
_PERIOD_BEFORE = led(
    rf"(?<!budgetforliget )(?<!budgetaftalen )(?<!budgettet )(?<!senest )(?<!\w som )(?<!målet )"
    rf"(?:\b(?:i|for|i hele|for hele|(?<!\d{{4}} )(?<!forhold )til|i budget|budget|i regnskab|regnskab|året|år|ultimo|primo) "
    rf"|\b\w*budgettet (?:for|i) (?={YEAR} (?:(?:er|udgør|udgjorde|var|bliver|lyder)\b|på (?:(?:i alt|netto|ca\.|kr\.) )?$))"
    rf"|^\W*\w*(?:budgettet|regnskabet) for (?={YEAR} [a-zæøå]+(?:er|te|de)\b)"
    rf"|\bog (?={YEAR} \($)|\bB)(?P<only>{YEAR})"
    rf"(?![\d.,]\d|[-–/]\d| og {YEAR}|(?:, {YEAR})+ og){_PRICES}"
    rf"|(?<!budget )(?<!budgetaftalen )(?<!budgetforliget )(?<!forhandlingerne )"
    rf"\b(?:i|for|over|perioden|årene|skoleåret|regnskabsåret|(?:\bløber |\bgælder |^)fra) "
    rf"(?:{_SPAN}|(?P<begin>{YEAR})(?:, {YEAR})+ og (?P<end>{YEAR})(?![\d.,]\d|[-–/]\d)){_PRICES}",
    re.I,
)
_PRICE_LEVEL = led(
    rf"(?:^|\W)(?:i )?\(?(?P<year>{YEAR})[ -]*(?:p ?/ ?l|pl\b|priser|prisniveau|pris- og lønniveau|løn- og prisniveau|pris)"
    rf"|(?:p/l|pl|pris- og lønniveau|prisniveau|priser i)[ -]+(?P<after>{YEAR})",
    re.I,
)


def _dated(text: str) -> bool:
    """Does the text hold what every year begins with?"""
    return "20" in text or "19" in text


def per_after(text: str) -> str | None:
    """year, month, quarter or unit, when the words right after an amount say so: "1,95 mio. kr. årligt", "310 kr. pr. person"."""
    match = _PER_AFTER.match(text)
    return match.lastgroup if match else None


def per_before(text: str) -> str | None:
    """The same of the words before an amount: "en årlig leje på"."""
    match = _PER_BEFORE.search(text)
    return match.lastgroup if match else None


_EACH_ON_AVERAGE = led(r"\bhvert?\b[^.;]{0,60}\s(?:i gennemsnit|gennemsnitligt) $", re.I)


def rate(before: str, after: str, sentence: str, small: bool) -> str | None:
    """How often, by the words on both sides of an amount. The price of one counts first: "hver plads koster 24.000 kr. om året".

    `before` begins after the number before the amount, `sentence` with the sentence. `small`: may it be what one thing costs?
    """
    before = _own(before)
    if _EACH.search(before):
        return "unit"
    found = per_after(after) or per_before(before)
    return found or ("unit" if small and _ONE.search(before) or _EACH_ON_AVERAGE.search(sentence) else None)


def _own(before: str) -> str:
    """The words before an amount without those that belong to the number before them: " årligt og en pris på"."""
    match = (_PER_AFTER.match(before) or _COUNTED_PER.match(before)) if before.startswith(" ") else None
    return before[match.end() :] if match else before


_COUNTED_PER = re.compile(r" \w+ (?:årligt|om året|pr\. år|månedligt|om måneden)\b")


def period_after(text: str) -> tuple[int, int | None] | None:
    """First and last year when the words right after an amount say so; the last is None for "fra 2026" and "2026 og frem"."""
    match = _PERIOD_AFTER.match(text) if _dated(text) else None
    if not match:
        return None
    if match["from"]:
        return int(match["from"]), None
    if year := match["then"] or match["at"]:
        return int(year), int(year)
    if match["begin"]:
        return years(match["begin"], match["end"])
    if match["only"]:
        return int(match["only"]), None if match["on"] else int(match["only"])
    return _span(match)


def beyond_period(text: str) -> str:
    """The words after an amount without the years that they begin with."""
    match = _PERIOD_AFTER.match(text) if _dated(text) else None
    return text[match.end() :] if match else text


_TOLD_OF = re.compile(rf", (?:som|der) (?:[^,]|,\d)*,|\bend i {YEAR}\b(?!, (?:hvor|da)\b)")
"""What is told of a thing in passing, or compared with it: "arealet, som blev købt i 2007, koster", "flere end i 2013, og de lagde"."""


def period_before(text: str) -> tuple[int, int] | None:
    """The year or years that the words before an amount give it, the nearest: "I 2019 er der disponeret"."""
    found = None
    for match in _PERIOD_BEFORE.finditer(_TOLD_OF.sub(",", text)) if _dated(text) else ():
        found = match
    if not found:
        return None
    if found["begin"]:
        return years(found["begin"], found["end"])
    return (int(found["only"]), int(found["only"])) if found["only"] else _span(found)


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    return years(match["first"], match["last"] or match["short"])


def years(first: str, last: str) -> tuple[int, int] | None:
    """ "2014" and "17" are 2014 to 2017. None when the end is before the start."""
    begin = int(first)
    end = int(last) if len(last) == 4 else begin // 100 * 100 + int(last)
    return (begin, end) if begin <= end else None


def price_level(text: str) -> int | None:
    """The year of the prices: "i 2023-p/l", "2025-priser", "p/l 2019"."""
    match = _PRICE_LEVEL.search(text) if _dated(text) else None
    return int(match["year"] or match["after"]) if match else None

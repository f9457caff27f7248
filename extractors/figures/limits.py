"""Limits that the text sets: criteria, conditions, goals, ceilings. Descriptions ("over 300 borgere deltog") are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from extractors.figures.limit_indicators import NEAR_CHARS, by_law, indicator, sentence_of
from extractors.figures.named_limits import named, named_behind, or_more, told_after
from extractors.figures.passage import Passage
from minutes import qualifiers
from minutes.measures import Measure
from minutes.needs import led
from minutes.nouns import counted
from minutes.records import Threshold
from minutes.scan import lower

_BE = "(?:komme|falde|stige|gå|være|blive|ligge|synke|udgøre|bringes|sænkes|hæves)"
_IS = "(?:kommer|falder|stiger|går|bliver|ligger|synker|udgør)"
_ITS_SUM = r" (?:(?:den|det) )?(?:\w+ )?\w*(?:beløb|ramme|grænse|loft|pris|budget|bevilling|sum)(?:t?et|e?n)?(?= på )"
""" "må ikke overstige rammebeløbet på 25.820 kr."."""
_OPERATOR = re.compile(
    rf"(?<![\w-])(?:(?P<never_over>(?:må |kan |skal )?(?:ikke|aldrig) (?:(?:må|kan|skal) )?"
    rf"(?:(?:overstige|overskride)(?:{_ITS_SUM})?|{_BE} (?:op )?(?:over|højere end|større end|mere end))"
    rf"|ikke (?:overstiger|{_IS} (?:op )?over))"
    r"|(?P<above>overstiger|overstige|overskrider|(?<!lidt )(?<!godt )(?<!noget )"
    r"(?<!liste )(?<!listen )(?<!lister )(?<!oversigt )(?<!oversigten )(?<!overblik )over|mere end|større end"
    r"|flere end|højere end|sat op til|hæves til)"
    rf"|(?P<least>mindst|minimum|min\.|mindstekravet er"
    rf"|(?:ikke|aldrig) (?:(?:må|kan|skal) )?(?:(?:{_BE}|{_IS}) (?:ned )?)?(?:under|mindre end|lavere end|færre end))"
    r"|(?P<below>under|mindre end|færre end|lavere end)"
    r"|(?P<most>højst|højest|maksimalt?|maximalt?|maks\.?|max\.?|(?:maks|max)imum|op til|indtil|begrænses til|maksimeres til"
    r"|\w*loft(?:et)? på"
    r"|\w*loftet er"
    r"|(?:ikke|aldrig) (?:ud )?over|(?:ikke|aldrig) (?:mere|højere|større|flere) end"
    r"|\w*loftet (?:i|efter|for|ifølge) [^.,;:\d]{3,30} er))"
    r"[ \u00a0](?:på )?$"
)
_BOUND = led(
    r"(?<!\w)(?:den )?grænsen? (?:for [^.,;:\d]{3,40} )?(?:er|på|ligger på)[ \u00a0]$",
    re.I,
)
""" "Grænsen for afgift er 10 %": which way, the words around it tell."""
_KEPT = re.compile(r"overskr[ei]|overstig|\bunder (?:den )?grænse|\b(?:straf|bøde|afgift)|hvorover", re.I)
"""What tells that one should stay below."""
_BELOW = re.compile(r"\b(?:ned|komme[rt]?|falde[rt]?|faldt|kom|ryge[rt]?) (?:\w+ )?under $", re.I)
"""What one should not come below: "ned under grænsen på 1.000 kr. pr. indbygger"."""
_DOES = led(
    r"(?<![\w-])(?:(?P<least>mindst|minimum)|(?P<most>højst|højest|maksimalt?|maximalt?|maks\.?|max\.?))(?: må| kan| skal| vil)?(?: der)?"
    r" (?!(?:de|disse|sidste|første|næste|alle|begge|samme|hele|halve|omkring|ske|eneste)[ \u00a0])"
    r"(?:\w\w+es?|[fgn]å(?: \w+t)?|koster|udgør|betaler|dækker)(?: på)?[ \u00a0]$"
)
"""What is done at most or at least: "højst må optages 30 procent", "højst få 100.000 kr.", "højst få dækket 75 pct."."""
_LAST_WORDS = tuple(
    f"{word}{space}"
    for word in (
        *("over", "overstige", "overstiger", "overskride", "overskrider", "end", "under", "mindst", "minimum", "min.", "højst", "højest"),
        *("maksimal", "maksimalt", "maximal", "maximalt", "maks", "maks.", "max", "max.", "maximum", "maksimum", "til", "på"),
        *("kravet er", "loftet er", "loven er", "reglerne er"),
    )
    for space in " \u00a0"
)
"""How the words of a limit end: few numbers have one before them, and only those are looked at more closely."""
_LAST_LETTERS = tuple(f"{end}{space}" for end in (*"esåt", "koster", "udgør", "betaler", "dækker") for space in " \u00a0")
"""How what is done at most ends."""
OPERATORS = {"never_over": "<=", "above": ">", "least": ">=", "below": "<", "most": "<="}
_TURNED = {"above": "<=", "below": ">="}
_NORM = led(
    r"kriteri|grænse|krav|\bskal\b|\bmå\b|\bmål(?:et|ene)?\b|loft|betingelse|hvis\b|når\b|opfylder|godkendes|foreslås|forpligte"
    r"|kræve|ghetto"
    r"|plads til"
    r"|regler|aftal|besluttet|ligger ud|bruge|maksimal|sættes|fastsættes|skærpe|kan højst|tillades|tilladt|tillader"
    r"|forbud|forbyd|spærret for|betaler? alle"
    r"|\b(?:to|tre|2|3) (?:ud )?af (?:de )?(?:fire|fem|4|5|tre|3)\b|udsat|parallelsamfund|forebyggelsesområde|omdannelsesområde"
)
_CEILING = re.compile(
    r"\bkan\b|\bmå\b|\bret til\b|\bmulighed for\b|\bstille[rs]?\b|overfør|tilskud|støtte|finansier|garant|låneramme|bemyndige"
    r"|\b(?:heraf|omfatter) op\s+til\b",
    re.I,
)
"""What makes "op til" a ceiling and not an estimate."""
_SUBJECT_TO_LIMIT = re.compile(
    r"(?:\bdel af [^,.;\n]{3,60}, (?:der|som) (?:ligger|er|går)|projekter|regnskaber|afvigelser|indkøb|køb|beløb|fejl|betalinger"
    r"|ansøgninger|kontrakter|anskaffelser|bevillinger|investeringer|udgifter ud"
    r"|\bsager|opgaver|gaver|omplaceringer|erhvervelser|leverancer)"
    r"(?: på| på et beløb| med en (?:samlet |årlig )?(?:\w*udgift|\w*sum|værdi|pris|bevilling) på)? $"
    r"|\banlæg med en \w*(?:udgift|sum|pris|bevilling) på $",
    re.I,
)
"""What is treated in a special way when it is over a limit: "anlægsprojekter over 50 mio. kr.", "den del, der ligger over 65 pct."."""
_WAS = re.compile(
    r"\b(?:har (?:\w+ ){0,4}?(?:ligget|været|haft|holdt sig)|lå|steg|faldt|var|blev|udgjorde|deltog|kom|fik"
    r"|er (?:steget|faldet|kommet|nu))\b[^.;\n]{0,40}$",
    re.I,
)
_PLACE = re.compile(r" ?(?:km|meter|m|minutter|(?:dage?|uger?|måneder?|døgn)s?)\b", re.I)
_NEVER = re.compile(
    r"ikke (?:må|kan|skal)\b[^.;\n]{0,60}$|\b(?:må|kan) (?:der )?ikke\b[^.;\n]{0,60}$"
    r"|\b(?:må|kan|bør) [^.;\n]{0,40}\b(?:ikke|aldrig|intet tidspunkt)\b[^.;\n]{0,60}$"
    r"|\b(?:ingen|intet)\b[^.;\n]{0,40} (?:må|kan|skal)\b[^.;\n]{0,40}$|\b(?:må|kan) (?:ingen|intet)\b[^.;\n]{0,60}$",
    re.I,
)
"""What turns a limit round: "Ingen grund må udstykkes mindre end"."""
_UNIT_AFTER = re.compile(
    r" (?:(?P<ratio>gange)\b|(?P<hours>timers?)\b"
    r"|(?P<measure>m[2²]|kvadratmeter|m[3³]/s|m[3³]|km/t|km|[lm]/s|[cm]?m|meter|ha|dB|[mkµ]?g|kilo|tons?|l|liter|grader|kWh|[kM]W)(?![\w²³])"
    r"(?! (?:fra|til|væk|ad|langs)\b)|(?P<years>år)\b)"
)
"""What is measured, distances apart: "højst 8,5 m", not "højst 500 m fra stationen"."""
_HALF = 50
_MEASURES = {"m²": "m2", "m³": "m3", "m³/s": "m3/s", "kilo": "kg", "kvadratmeter": "m2", "meter": "m"}
_PERCENTAGE = re.compile(r"\b\w*procent(?:en)?\b[^.;\n%]*$", re.I)
"""A number that a percentage is compared with: "Bebyggelsesprocenten er 38 og må ikke overstige 40"."""
_AGE_YEARS = 15
"""A number of years from here on is an age, not a term, where nothing is paid back or bound."""
_TERM = led(r"\blån\w*|afdrag|afvikl|løbetid|tilbagebetal|amortis|afskriv|levetid|uopsigelig|tilbagekøb|hjemfald|brugsret", re.I)
_PEOPLE = re.compile(r"\b(?:personer|unge|borgere|ansøgere|børn|beboere|folk|lejere|medarbejdere|alder(?:en)?)\b[^.,;]{0,20}$", re.I)


def read(passage: Passage, i: int) -> Threshold | None:
    """The limit that measure `i` is, or None."""
    measure, text = passage.measures[i], passage.text
    match = _operator(passage, measure.start)
    if not match or "\n" in match[0]:
        return _named(passage, i) or _bound(passage, i) or _listed(passage, i)
    if match[0].lower().startswith(("hæves", "sat op")) and (ceiling := _named(passage, i)):
        return ceiling
    kind, start = match.lastgroup or "", match.start()
    value, unit, end = _valued(text, measure)
    before = text[passage.sentence(start)[0] : start]
    if match[0].lower().startswith("ikke mindre") and qualifiers.MEASURED.search(before.lower()):
        return None
    rough = measure.unit == "ratio" and unit == "percent" and value != _HALF and kind in ("above", "below")
    if not unit or rough or not _sets(passage, i, kind, match[0], before, unit):
        return None
    operator = _TURNED[kind] if kind in _TURNED and _NEVER.search(before) else OPERATORS[kind]
    about = indicator(passage, i, start, unit, by_law(passage, i, operator, value, unit))
    return Threshold(passage.source(start, end), operator, value, unit, about, passage.item(measure.start))


def goes_on(passage: Passage, i: int, last: Threshold | None) -> Threshold | None:
    """The limit that measure `i` is where it goes on from the one right before it: "højst 30 pct. for huse og 40 pct. for etager"."""
    measure, text = passage.measures[i], passage.text
    if not last or measure.unit not in ("", last.unit) or last.unit == "kr" != measure.unit:
        return None
    of = _OF_ONE.fullmatch(text, last.source.at + len(last.source.quote), measure.start)
    if not of or not re.compile(rf"(?: [a-zæøå]+)? {of['of']} [a-zæøå]").match(text, measure.end):
        return None
    return replace(last, source=passage.source(measure.start, measure.end), value=measure.value)


_OF_ONE = re.compile(r" (?P<of>for|i|til|på|ved|af) [^.,;:\d\n]{2,40}?(?:,| og| samt|, og) ")


def _operator(passage: Passage, start: int) -> re.Match[str] | None:
    """The words of a limit right before `start`."""
    if start and passage.text[start - 1] not in " \u00a0":
        return None
    text = lower(passage.text)
    low = max(start - 44, 0)
    found = _OPERATOR.search(text, low, start) if text.endswith(_LAST_WORDS, low, start) else None
    return found or (_DOES.search(text, low, start) if text.endswith(_LAST_LETTERS, low, start) else None)


def _named(passage: Passage, i: int) -> Threshold | None:
    """A limit that its name tells: "den maksimale leje er 900 kr.", "60 pct., som er mindstekravet", "50.000 kr. eller derover"."""
    measure, text = passage.measures[i], passage.text
    found = named(text, passage.around[i][0], measure.start)
    if not found and not told_after(text, measure.end):
        return None
    value, unit, end = _valued(text, measure)
    if not unit or unit == "years":
        return None
    start = measure.start
    if found:
        operator, start = found
    elif behind := named_behind(text, end):
        operator = behind
    elif end > measure.number_end and (more := or_more(text, measure.end)) and _ruled(passage, measure, unit, more[1]):
        operator, end = more
    else:
        return None
    about = indicator(passage, i, measure.start, unit)
    if about and found and "grænse" in text[start : measure.start]:
        return None  # on which side of it an area is listed, the law tells
    return Threshold(passage.source(start, end), operator, value, unit, about, passage.item(measure.start))


def _ruled(passage: Passage, measure: Measure, unit: str, end: int) -> bool:
    """Do the words of a rule stand near, or is something done with what is told of until `end`?"""
    if unit == "ratio":
        return _norm_near(passage, measure.start)
    return _norm_in_sentence(passage, measure) or bool(_RULED_AFTER.match(passage.text, end))


def _listed(passage: Passage, i: int) -> Threshold | None:
    """A limit that begins an entry of a list whose lead ends with the operator: "Bebyggelsesprocenten må ikke overstige: / a. 30 %"."""
    measure, blocks = passage.measures[i], passage.flow.blocks
    if "\n" not in passage.text[max(measure.start - 8, 0) : measure.start]:
        return None
    k = bisect_right(blocks, measure.start, key=lambda b: b.start) - 1
    if k < 1 or blocks[k].kind != "point" or not _MARKER.fullmatch(passage.text, blocks[k].start, measure.start):
        return None
    while k and blocks[k].kind == "point":
        k -= 1
    lead = lower(passage.text)[blocks[k].start : blocks[k].end].rstrip()
    match = _OPERATOR.search(f"{lead[:-1]} ") if lead.endswith(":") else None
    value, unit, end = _valued(passage.text, measure)
    if not match or not unit or unit == "years":
        return None
    kind, before = match.lastgroup or "", lead[: match.start()]
    operator = _TURNED[kind] if kind in _TURNED and _NEVER.search(before) else OPERATORS[kind]
    about = indicator(passage, i, measure.start, unit)
    return Threshold(passage.source(measure.start, end), operator, value, unit, about, passage.item(measure.start))


_MARKER = re.compile(r"\W*(?:\w{1,2}[.)]\s*)?")


def _bound(passage: Passage, i: int) -> Threshold | None:
    """ "ligger under den grænse på 10 pct., hvorover der betales afgift"."""
    measure = passage.measures[i]
    if measure.unit not in ("percent", "kr", "permille"):
        return None
    match = _BOUND.search(passage.text, max(measure.start - 60, 0), measure.start)
    if not match or not _KEPT.search(sentence_of(passage, measure)):
        return None
    about = indicator(passage, i, match.start(), measure.unit)
    operator = ">=" if _BELOW.search(passage.text, max(match.start() - 30, 0), match.start()) else "<="
    return Threshold(passage.source(match.start(), measure.end), operator, measure.value, measure.unit, about, passage.item(measure.start))


def _valued(text: str, measure: Measure) -> tuple[Decimal, str | None, int]:
    """Value, unit and end of what the operator stands before; "en fjerdedel" is 25 percent."""
    if measure.unit == "ratio" and 0 < measure.value < 1:
        return round(measure.value * 100, 1).normalize() + 0, "percent", measure.end
    if measure.unit:
        return measure.value, None if measure.unit == "ratio" else measure.unit, measure.end
    if match := _UNIT_AFTER.match(text, measure.end):
        name = match.lastgroup
        return measure.value, _MEASURES.get(match["measure"], match["measure"]) if name == "measure" else name, match.end()
    found = counted(text, measure.start, measure.end)
    bare = not found and measure.kind == "digits"
    if bare and not _RATE.match(text, measure.end) and _PERCENTAGE.search(text, max(measure.start - 120, 0), measure.start):
        return measure.value, "percent", measure.end
    if found:
        return measure.value, None if measure.step == 1 and _PLACE.match(text, measure.end) else "count", found[1]
    bare = measure.kind == "digits" and text[measure.start] != "0" and not _PLACE.match(text, measure.end) and measure.step == 1
    return measure.value, "count" if bare else None, measure.end


def _sets(passage: Passage, i: int, kind: str, words: str, before: str, unit: str) -> bool:
    """Is it a norm that is stated, or just a description?"""
    measure, said = passage.measures[i], words.lower()
    aged = measure.value >= _AGE_YEARS and (not _TERM.search(before) or bool(_PEOPLE.search(before)))
    if unit == "years" and (kind in ("above", "below") or aged or measure.kind == "word" and measure.value < 1):
        return False
    if unit == "count" and not counted(passage.text, measure.start, measure.end) and not _RATE.match(passage.text, measure.end):
        firm = kind in ("least", "most", "never_over") or bool(_NEVER.search(before))
        return firm and not said.startswith(("op til", "indtil")) and not _WAS.search(before)
    follows = _FOLLOWS.search(before)
    if follows and (follows["reckoned"] or said.startswith(("op til", "indtil"))):
        return False
    if kind in ("least", "never_over") or "loft" in said and unit != "m" or said.startswith(_FIRM):
        return True
    if _NEVER.search(before.rpartition(",")[2]) or said.startswith("ikke ") and _MAY.search(sentence_of(passage, measure)):
        return True
    if _MEANS.search(before) or _WITH.fullmatch(before) and _IS_SO.match(passage.text, measure.end) or _BECAUSE.search(before):
        return False
    if _WAS.search(before) and not _norm_in_sentence(passage, measure):
        return False
    if _of_average(passage, i, unit) or said.startswith(("op til", "indtil")) and _CEILING.search(sentence_of(passage, measure)):
        return True
    if unit in ("percent", "ratio") and indicator(passage, i, measure.start - len(words), unit):
        block = passage.flow.block_at(measure.start)
        return _norm_near(passage, measure.start) or block is not None and block.kind == "row"
    block = passage.flow.block_at(measure.start)
    listed = block is not None and block.kind == "point" and _norm_near(passage, measure.start)
    ruled = _RULED.fullmatch(before) and _RULED_AFTER.match(passage.text, _valued(passage.text, measure)[2])
    return listed or bool(ruled) or bool(_SUBJECT_TO_LIMIT.search(before)) or _norm_in_sentence(passage, measure)


_FIRM = ("højst", "højest", "maks", "max", "sat op", "hæves", "aldrig", "ikke ud over", "begrænses")


def _of_average(passage: Passage, i: int, unit: str) -> bool:
    """A share of the country's or the region's average is what the criteria on crime and income are made of."""
    known = {"ratio": "doemte_ratio", "percent": "indkomst"}.get(unit)
    return bool(known) and "gennemsnit" in passage.until_next(i)[:60] and indicator(passage, i, passage.measures[i].start, unit) == known


def _norm_in_sentence(passage: Passage, measure: Measure) -> bool:
    return bool(_NORM.search(sentence_of(passage, measure).lower()))


def _norm_near(passage: Passage, at: int) -> bool:
    """Do the words of a rule stand in the same block or in those shortly before it?"""
    block = passage.flow.block_at(at)
    near = NEAR_CHARS * (2 if block and block.kind == "point" else 1)  # a list may have five points
    return block is not None and bool(_NORM.search(lower(passage.text), max(block.end - near, 0), block.end))


_WITH = re.compile(r"\W*Med ")
_MAY = re.compile(r"\b(?:kan|må|skal|bør)\b", re.I)
_MEANS = re.compile(r"\b(?:(?:altså|dermed|det er|hvilket er|svarende til)|(?:råde[rt]?|disponere[rt]?)(?: [^.,;:]{2,30})?) $", re.I)
"""What is told of something, and what one has: "altså mere end fire gange så meget", "kommunen råder over 318 boliger"."""
_RULED = re.compile(r"\W*(?:[A-ZÆØÅ]\w+ )?[a-zA-ZæøåÆØÅ]\w+(?:er|e|ud|køb|beløb|skud)(?: (?:på|for|med|til)(?: [^.,;:\d]{2,30})?)? ?")
_RULED_AFTER = re.compile(
    r"(?: [^.,;:\d]{2,40}?)?,? (?:kan|skal|må|kræver|udløser|bortfalder"
    r"|(?!(?:for)?ventes|skønnes|anslås|budgetteres|overføres|findes|bruges)[a-zæøå]{4,}es)\b"
)
"""What is done with all that is over a limit: "Tilskud på mere end 25.000 kr. udbetales i to rater"."""
_IS_SO = re.compile(r" \w+ (?:er|har|opfylder|ligger|hører|bliver|udgør|var|opfyldte|havde) (?:[A-ZÆØÅ]\w+|området|afdelingen)\b")
""" "Med over 1.600 beboere opfylder Ahornparken to kriterier": what an area has."""
_BECAUSE = re.compile(r"\b(?:da|fordi|eftersom) [^,.;:]*\bandelen\b[^,.;:]*\b(?:er|ligger|udgør) $")
"""What is so, told as a reason: "da andelen i begge er under halvdelen"."""
_FOLLOWS = re.compile(
    r"\b(?:(?P<reckoned>vil (?:\w+ )?(?:give|koste|betyde|indbringe|spare)|rækker til|vil \w+ (?:selv )?skulle \w+)"
    r"|giver?|indbringer?|sparer?) $"
)
"""What comes of something is reckoned and not set: "Det vil give op til 396.000 kr.", "så beløbet rækker til mindst 30 huse"."""
_RATE = re.compile(r" pr\. 10?[. ]000\b")

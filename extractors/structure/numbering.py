"""The forms in which an agenda item prints its number and title."""

from __future__ import annotations

import re

from extractors.structure.cases import CASE, CASE_ALONE, LABELLED
from extractors.structure.days import begins_with_day
from extractors.structure.doors import OVER
from extractors.structure.names import MUNICIPALITY, is_body
from extractors.structure.sections import plain
from extractors.structure.sheet import NO_TITLE, Found, Sheet, trim, unfilled
from minutes.abbreviations import NEXT_SENTENCE
from minutes.days import A_MONTH
from minutes.needs import led

_COMPETENCE = re.compile(r"(?:beslutnings)?kompetence\s?:", re.I)
_CLOSED = r"(?:(?:for )?lukke(?:t|de) (?:døre?|møde|punkt|sag)|lukket|closed|fortrolig)"
_OPEN = r"(?:åbent|åben|open)"
_CAPITAL = r"(?-i:[A-ZÆØÅ])"
_MARKED = re.compile(
    rf"(?:(?P<closed>{_CLOSED})\s*[.:–-]\s*|{_OPEN}\s*[.:–-]\s*)?"
    r"(?P<mark>Dagsorden(?:s|ens)?\s?(?:punkt|pkt\.?)(?:\snr\.?)?|Punkt(?:\snr\.)?|Pkt\.?(?:\snr\.?\s?:)?|Emne(?=\s\d{1,3}:)"
    r"|Sag\s?nr\.?|Sag(?=\s\d{1,4}(?:/(?:19|20)\d\d)?(?::|$|(?:\.|\s[–-])\s(?-i:[A-ZÆØÅ])))|Nr\.?"
    r"|Ad\.?(?=\s\d{1,2}:))\s?(?P<number>\d{1,4})(?:/(?:19|20)\d\d(?=:?\s[A-ZÆØÅ]))?(?![\d/.,-]*\d)"
    rf"(?!\W+bilag\s\d)(?:\s*\((?:(?P<door>{_CLOSED})|{_OPEN})\))?"
    rf"\s*(?:[:.–·•|-]|,(?=\s(?:{_CAPITAL}|j\.)))?\s*(?P<title>[^\s,].*)?$", re.I | re.S)
_HEAD = re.compile(r"(?P<body>\S.{3,60}?)[,:]? (?:Punkt|Pkt\.|Sag nr\.):? ?(?P<number>\d{1,4})$")
_POINT_OF_CASE = re.compile(r"(?:Punkt|Pkt\.|Sag nr\.)\s?:\s?(?P<number>\d{1,4})(?=\s*$|\s[^\d:]{2,30}:)")
"""The number first, and other labels behind it: "Punkt: 55 Acadre sagsnr.: 09/1102"."""
_LABEL_LINE = re.compile(r"[A-ZÆØÅ][\wæøå. -]{2,28}:(?:\s|$)")
_MOST_LABELS = 5
_DOOR = re.compile(
    rf"(?P<door>{_OPEN}|{_CLOSED})\s(?:(?P<word>punkt)\s|sag\s)?(?P<number>\d{{1,4}})\.?:?\s+(?:[–-]\s)?"
    rf"(?P<title>(?:{_CAPITAL}|[\"”§]).*)$", re.I | re.S)
_DOOR_ALONE = re.compile(rf"(?:{_OPEN}|{_CLOSED})\s(?:punkt\s|sag\s)?(?P<number>\d{{1,4}})\.?", re.I)
_BARE = re.compile(
    r"(?P<number>\d{1,4})(?:\.\s?(?:sag|punkt)\s?[.:–-]\s*|\s?[.:)]{1,3}\s*|\s[–-]\s(?!\d)|\s+|(?=[A-ZÆØÅ][\wæøå]))"
    rf"(?:\(?(?P<door>{_OPEN}|{_CLOSED})(?:\s(?:sag|punkt))?\)?(?:(?<=dør):|(?<=døre)[.:])?\s+(?![:–-]|(?:sag|punkt)[\s\d]*$))?"
    rf"(?P<title>(?:{_CAPITAL}|[\"”“»§(]|\d{{1,2}}\.\s?(?!(?:{A_MONTH})\b)[a-zæøå]{{4}}"
    rf"|(?:{CASE.pattern})\s+{_CAPITAL}"
    rf"|(?<=\s)\d{{1,3}} (?!(?:{A_MONTH}|kroner|procent|stemmer|medlemmer|timer|dage|uger|år\w*)\b)[a-zæøå]{{4}}).*)$", re.I | re.S)
_LETTERED = re.compile(
    rf"(?:(?:Dagsordenspunkt|Punkt|Pkt\.|Sag nr\.)\s)?(?P<number>\d{{1,4}})(?P<letter>\.?[a-h])"
    rf"(?:[.:)]\s*|\s+)(?P<title>{_CAPITAL}.*)$", re.S)
_ORDINAL = re.compile(r", \d{1,2}\.$")
_INSIDE = re.compile(r"(?<![\w.,])\d{1,2}[.:)]?\s+[A-ZÆØÅ]")
"""An entry in the line of a list's heading: "Bilag: 1. Budget; 2. Kort"."""
_ONE = re.compile(r"(?<![\w.,])1[.):]")
_OF_ITEMS = led(r"dagsorden|punkt|emner|sager|behandle|indhold|program|mødet", re.I)
_DOTTED = re.compile(r"\d+\s?[.:)]")
_ALONE = re.compile(r"\d{1,4}\.?$")
_BEFORE_TITLE = re.compile(
    rf"(?:(?:(?:J\.?\s?nr|Journal\s?nr|Sagsnr|Sag)\.?:?\s*(?:(?:{CASE.pattern})|[\w./-]*\d)|(?!(?:19|20)\d\d/\d\d\b)(?:{CASE.pattern})"
    rf"|(?-i:[A-ZÆØÅ]{{2,4}})\s{{1,2}}\d+/\d+|\(?{_OPEN}(?:\s(?:sag|punkt))?\)?(?=\s*$|:|\s[·|–-]\s))"
    r"\.?(?:\s*[:·|,–-])?(?:\s+|$))+", re.I)
"""What stands between the number of an item and its title: its case, its door."""
_NO_TITLE_BEHIND = re.compile(rf"(?:[\w.-]+ ?){{1,2}}:\s|Til \w+$|{_CLOSED}(?:\s(?:sag|punkt))?$", re.I)
"""What stands behind the case of an item whose title is above or below: who decides, who has prepared it."""
_CLOSED_CASE = re.compile(_CLOSED, re.I)
_DOOR_BEHIND = re.compile(rf"\d{{1,4}}[.:)]?\s+(?:{_OPEN}|{_CLOSED})\b", re.I)
"""The door behind a number: a list of annexes has it at each entry or at none."""
_CLOSED_BEHIND = re.compile(r"(?:\(lukket(?: sag| punkt)?\)| [–-] lukket(?: sag| punkt))$", re.I)
_DOOR_AND_CASE = re.compile(rf"(?:{_OPEN}|{_CLOSED})\s[–-]\s(?:{CASE.pattern})", re.I)
_FILED = re.compile(rf"\d{{2}}\.\d{{2}}(?:\.\d{{2}})?[ .-][A-ZÆØÅ]\d{{2}}(?:[-/ ]\d+)*|{CASE.pattern}"
                    r"|(?!\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d$)\d{1,2}(?:[-/]\d{1,4}){1,2}[-/]\d{2,4}")
"""Where a case is filed, below its number in the margin: "82.06 G04", "0-22-98"."""
LABEL_BESIDE = 6
"""The score of a number in the margin with the number of its case below it."""
_KIND = re.compile(r"(?:[A-ZÆØÅ]\w+ )?\w*(?:punkter|sager|emner)(?: til \w+)?\s?:", re.I)
"""A heading over several items: "Punkter til drøftelse:", "Orienteringssager:"."""
_HOUSEKEEPING = re.compile(
    r"godkendelse|meddelelser|eventuelt|evt\.?|spørgetid|orientering|gensidig orientering|næste møde|velkomst|valg af|underskrift|"
    r"bemærkninger til dagsordenen|dagsorden og referat", re.I)
_TAG = re.compile(r"\((?:[BO]|beslutning|orientering|drøftelse|bevilling|(?:beslutnings|bevillings|orienterings)sag|(?:efter )?høring|"
                  r"[12]\. behandling|medlemsforslag)\)$", re.I)
"""What is to come of an item, behind its title: "(B)"."""
_PREDICATE = re.compile(
    r"(?:udgår|udgik|blev|bliver|er|behandle[sd]e?s?|udsættes|flyttes|og|til|fra|i|indstilles|anbefales|godkendes?|drøfte[sd])\b")
_IS_SAID_OF = re.compile(
    r"(?:, (?:udgår|udgik|udsættes|udsattes|udskydes|behandles|drøftes|flyttes|tages|trækkes)"
    r"|(?<!\bder)(?<!\bsom) (?:blev|bliver) (?:\w+ ){0,2}(?:udsat|udskudt|taget|trukket|behandlet|flyttet|rykket))\b[^.:]*\.(?:\s|$)")
"""How a sentence ends that begins with the number and title of an item: "Dagsordenens punkt 31, Støtte til klubben, udgår."."""
LISTED = 2
"""What it takes from a number's score that it would be the next of a list above it."""


def marked(on: Sheet, i: int) -> Found | None:
    """An item whose number has its word: "Punkt 8: Title", "Sag nr. 163", "Nr. 13 BR 677/06. Title", "åbent 1 Title"."""
    text = on.texts[i]
    match = (_MARKED.match(text) or _DOOR.match(text)) if on.blocks[i].prose and len(text) < 400 else None
    if not match or match.groupdict().get("mark", "").startswith("Ad") and on.blocks[i].kind != "heading":
        return _headed(on, i) or _behind_door(on, i)
    groups = match.groupdict()
    closed = _CLOSED_CASE.match(groups.get("closed") or groups.get("door") or "") is not None
    mark = (groups.get("mark") or groups.get("word") or "door").lower().rstrip(".").replace(" ", "")
    title = (groups["title"] or "").strip()
    before, title = _parted(title)
    cases = CASE.findall(before)
    between_sentences = on.text(i - 1).endswith(".") and on.text(i + 1).endswith(".")
    untitled = before and not between_sentences and _NO_TITLE_BEHIND.match(title)
    if not title or title[0] in "/(" or _COMPETENCE.match(title) or _is_route(title) or untitled:
        return _beside(on, i, match["number"], mark, closed or _CLOSED_CASE.match(title) is not None, cases)
    goes_on = title[0].islower() and text[: match.start("title")].rstrip()[-1].isdigit()
    said = _PREDICATE.match(title) or _IS_SAID_OF.search(title)
    if goes_on or said or NEXT_SENTENCE.search(title[:-1]) and mark in ("pkt", "punkt", "nr"):
        return None
    return _found(on, i, i + 1, match["number"], title, 5, mark, closed, cases)


def _parted(title: str) -> tuple[str, str]:
    """The case and the door that stand before a title, and the title."""
    behind = _BEFORE_TITLE.match(title)
    return (behind[0], title[behind.end() :]) if behind else ("", title)


def _is_route(text: str) -> bool:
    """ "Udvalget - Økonomiudvalget - Byrådet": who treats a case."""
    return all(is_body(name) or name in ("Udvalget", "Rådet", "Bestyrelsen") for name in re.split(r"\s[-–·|/]\s", text))


def _behind_door(on: Sheet, i: int) -> Found | None:
    """ "åbent 1" on a line of its own, above the title."""
    match = _DOOR_ALONE.fullmatch(on.texts[i])
    if not match or not on.is_title(i + 1):
        return None
    return _found(on, i, i + 2, match["number"], on.text(i + 1), 5, "door", _CLOSED_CASE.match(on.texts[i]) is not None, [])


def _headed(on: Sheet, i: int) -> Found | None:
    """An item below a head of its own: "Økonomiudvalget Punkt: 71", "Acadre sagsnr.: 09/118 …", "Mødedato: …", and then its title."""
    text = on.texts[i] if len(on.texts[i]) < 100 else ""
    match = _HEAD.match(text)
    if not (match and is_body(match["body"])) and not (match := _POINT_OF_CASE.match(text)):
        return None
    below = i + 1
    while below <= i + _MOST_LABELS and _LABEL_LINE.match(on.text(below).lstrip()):
        below += 1
    if below == i + 1 or not on.is_title(below):
        return None
    cases = [case for text in on.texts[i:below] for case in CASE.findall(text)][:1]
    return _found(on, i, below + 1, match["number"], on.text(below), 5, "head", False, cases)


def _beside(on: Sheet, i: int, number: str, mark: str, closed: bool, cases: list[str]) -> Found | None:
    """A marked number without a title: "Sag nr. 163" or "Sag nr. 72 · 24-004418" below its title, "Pkt. 42" above it."""
    above, under = on.text(i - 1), on.text(i + 1)
    if i and (over := on.heads[i - 1]) and over.role == "decision" and over.date and len(on.text(i - 1)) - over.length < _LITTLE:
        return None  # "Byrådets møde 28. november 2005 / Punkt 2:" heads what was decided
    printed = i > 0 and on.blocks[i - 1].kind == "heading"
    tells = None if printed and _COLON_IN_TITLE.match(above) else _TELLS.search(above)
    titled = on.is_title(i - 1) and not (_MARKED.match(above) or NO_TITLE.match(above) or begins_with_day(above) or tells)
    titled = titled or printed and (over := on.heads[i - 1]) is not None and over.role == "signature"
    headed = i and not printed and i + 1 < len(on.blocks) and on.blocks[i + 1].kind == "heading"
    below = headed or mark != "sagnr" or not titled or is_body(above) or plain(f"{on.text(i)} {under}") in on.printed
    if below and on.is_title(i + 1) and not LABELLED.match(under) and not NO_TITLE.match(under):
        return _found(on, i, i + 2, number, under, 5, mark, closed, cases)
    return _found(on, i - 1, i + 1, number, above, 5, mark, closed, cases) if titled else None


_COLON_IN_TITLE = re.compile(r"(?:[^\s:]+ ){2,}[^\s:]+: ")
_LITTLE = 3
"""Characters behind a heading that are no text of its own."""
_TELLS = re.compile(
    rf"^{_LABEL_LINE.pattern}|[.!?][\"”«]$|^(?:\S+ ){{3,}}\S+\.$"
    r"|(?i:\b(?:referat|protokol|dagsorden|møde)\b.*\b(?:\d{4}|kl\.))")
"""A line that tells of the meeting or is a sentence, and so is no title of the number below it."""


def bare(on: Sheet, i: int) -> Found | None:
    """An item whose number stands alone before the title ("3. Title", "114Title"), and how much speaks for it."""
    text = on.texts[i]
    if not on.blocks[i].prose or not text[0].isdigit() or len(text) > 400:
        return None
    if _ALONE.match(text) and _FILED.fullmatch(on.text(i + 1)) and on.is_title(i + 2):
        cases = [on.text(i + 1)] if CASE_ALONE.fullmatch(on.text(i + 1)) else []
        return _found(on, i, i + 3, text.rstrip("."), on.text(i + 2), LABEL_BESIDE, cases=cases)
    if _ALONE.match(text) and on.is_title(i + 1):
        return _found(on, i, i + 2, text.rstrip("."), on.text(i + 1), _evidence(on, i, i + 2, on.text(i + 1)) - 1)
    match = _BARE.match(text)
    if not match or NO_TITLE.match(match["title"]):
        return None
    before, title = _parted(match["title"])
    if not title and on.is_title(i + 1):
        return _found(on, i, i + 2, match["number"], on.text(i + 1), LABEL_BESIDE, cases=CASE.findall(before))
    last = _wrapped(on, i)
    title = " ".join([title if title[:1].isupper() else match["title"], *on.texts[i + 1 : last]])
    closed = _CLOSED_CASE.match(match["door"] or "") is not None
    found = _found(on, i, last, match["number"], title, 0, closed=closed, cases=CASE.findall(before))
    found.labelled = _labelled(_under(on, last))
    found.listed = _in_list(on, i, int(match["number"])) and (not match["door"] or bool(_DOOR_BEHIND.match(on.text(i - 1))))
    found.score = _evidence(on, i, last, title) + bool(match["door"] or found.cases) - (not _DOTTED.match(text)) - LISTED * found.listed
    return found


def lettered(on: Sheet, row: list[Found]) -> list[Found]:
    """The row of items with those set in between, "17.a Title" after 17, which have a part of the case or a case number below."""
    out = list(row)
    for i, text in enumerate(on.texts):
        match = _LETTERED.match(text) if on.blocks[i].prose and len(text) < 250 else None
        if not match or NEXT_SENTENCE.search(match["title"]):
            continue
        if not (_labelled(on.text(i + 1)) or i + 1 < len(on.heads) and on.heads[i + 1]):
            continue
        above = [f for f in row if f.first < i]
        if above and above[-1].number == match["number"]:
            out.append(_found(on, i, i + 1, match["number"] + match["letter"], match["title"], 5, above[-1].mark))
    return sorted(out, key=lambda f: f.first)


def _wrapped(on: Sheet, i: int) -> int:
    """The piece after a title that runs over several."""
    last = i + 1
    while last < len(on.texts) and last - i < 4 and _goes_on(on.texts[last - 1], on.texts[last], on.heads[last] is not None):
        last += 1
    above, below = on.text(last - 1), on.text(last)
    if (re.fullmatch(r"\(?[\d\s/-]+\)", below) or _TAG.match(below)) and above.count("(") >= above.count(")"):
        last += 1
    return last


def _goes_on(above: str, text: str, heads: bool) -> bool:
    open_ended = len(above) > 40 and above[-1] not in ".:;)" and not heads or _ORDINAL.search(above)
    return bool(open_ended) and (text[0].islower() or bool(re.match(r"[\d(][\d\s-]*\)", text)))


def _evidence(on: Sheet, first: int, last: int, title: str) -> float:
    """How much speaks for an item: a heading or case number below, a usual title, no sentence, no list above."""
    below, above = _under(on, last), on.text(first - 1) if first else ""
    score = 0.0
    if last < len(on.heads) and on.heads[last] or _labelled(below) or plain(below) == plain(title):
        score += 3
    elif any(on.heads[last : last + 3]):
        score += 1
    heads = on.blocks[first].kind == "heading"
    score += 2 * bool(_HOUSEKEEPING.match(title)) + (title[-1] not in ".,;:") + (1 if len(title) <= 120 else heads - 1)
    score += heads or on.blocks[first].bold
    score -= 2 * (title[-1] == "." and len(title) > 90 and not heads)
    score -= 3 * bool(NEXT_SENTENCE.search(title)) + 2 * (title[-1] in ",;")
    score -= 3 * (above.endswith((":", ",", " at")) and on.heads[first - 1] is None and not _heads_items(above))
    return score


def _heads_items(text: str) -> bool:
    return bool(OVER.fullmatch(text) or _KIND.fullmatch(text))


def _under(on: Sheet, last: int) -> str:
    """The piece under a title; the municipality's name may stand between it and the case number."""
    return on.text(last + 1 if MUNICIPALITY.fullmatch(on.text(last)) else last)


def _labelled(text: str) -> bool:
    return bool(CASE.match(text) or LABELLED.match(text) or _DOOR_AND_CASE.match(text) or CASE_ALONE.fullmatch(text))


def _in_list(on: Sheet, i: int, number: int) -> bool:
    """Is it the next number of a recommendation's points, of a list of annexes, or of a list that a sentence announces ("svar fra:")?"""
    numbered, together = 0, True
    for j in range(i - 1, max(i - 30, -1), -1):
        text = on.texts[j]
        if head := on.heads[j]:
            numbered += len(_INSIDE.findall(text, head.length))
            if head.role == "annex" and _next_item(on, j, i, number):
                return False
            if together and head.role in ("facts", "summary", "economy", "hearing") and number > 1:
                return number <= numbered + 1 and not any(_at(number).match(t) for t in on.texts[j + 1 : i])
            if head.role == "recommendation" and number == 2 and not numbered and not _ONE.search(" ".join(on.texts[j:i])):
                return False
            return head.role in ("recommendation", "annex") and number <= numbered + (2 if head.role == "recommendation" else 1)
        if together and text.endswith(":") and not text[:1].isdigit() and not _OF_ITEMS.search(text):
            return number <= numbered + 1
        together = together and text[:1].isdigit()
        numbered += text[:1].isdigit()
    return False


def _next_item(on: Sheet, annexes: int, i: int, number: int) -> bool:
    """Is the number at `i`, which may be the next of the list of annexes above it, the item after the one that the list closes?

    That item has its decision, and what stands below is how an item begins: a summary, or a part that it has had already.
    """
    begins = _at(rf"(?:{number - 1}|{number})")
    below = on.heads[i + 1] if i + 1 < len(on.heads) else None
    start = next((k for k in range(annexes - 1, max(annexes - 60, -1), -1) if begins.match(on.texts[k])), None)
    if not below or start is None or not on.texts[start].startswith(str(number - 1)):
        return False
    parts = {head.role for head in on.heads[start:annexes] if head}
    return "decision" in parts and below.role in {"summary", *parts} - {"decision", "attendance"}


def _at(number: int | str) -> re.Pattern[str]:
    """How a piece begins that has the number."""
    return re.compile(rf"{number}[.:)\s]")


def _found(on: Sheet, first: int, last: int, number: str, title: str, score: float, mark: str = "", closed: bool = False,
           cases: list[str] | None = None) -> Found:
    title, own = trim(title)
    end = on.blocks[last - 1].end
    closed = closed or bool(_CLOSED_CASE.match(title) or _CLOSED_BEHIND.search(title))
    start, plain_number = on.blocks[first].start, unfilled(number)
    return Found(plain_number, title, first, last, start, end, score, mark, closed, [*(cases or []), *own], end,
                 zeros=number[: -len(plain_number)])

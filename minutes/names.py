"""What people call the things that the database and the output name in English."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from minutes.danish import in_print, numeral
from minutes.language import _, worded

RECORDS = {
    "item": "Punkt",
    "decision": "Beslutning",
    "recommendation": "Indstilling",
    "remark": "Bemærkning",
    "page": "Tekst",
    "amount": "beløb",
    "figure": "tal",
    "threshold": "Grænse",
    "annex": "Bilag",
    "annex_reference": "Bilagshenvisning",
    "ballot": "Afstemning",
    "date": "Dato",
    "table": "Tabel",
    "claim": "Udsagn",
    "finding": "fund",
    "document": "Dokument",
}
"""One record of a kind. Where one and many are the same word, only the small letter is one: "beløb" is "amount", "Beløb" is "Amounts"."""
COUNTED = {
    "items": ("punkt", "punkter"),
    "decisions": ("beslutning", "beslutninger"),
    "amounts": ("beløb", "beløb"),
    "figures": ("tal", "tal"),
    "thresholds": ("grænse", "grænser"),
    "annexes": ("bilag", "bilag"),
    "unread": ("sted, der ikke kunne læses", "steder, der ikke kunne læses"),
}
"""The tables whose records are counted → one of them and many."""
DOCUMENTS = {
    "minutes": "referat",
    "agenda": "dagsorden",
    "proposal": "indstilling",
    "statement": "høringssvar",
    "slides": "oplæg",
    "other": "andet dokument",
}
SEVERITIES = {"error": "fejl", "warning": "advarsel", "note": "note"}
FOUND = {"error": "Fejl", "warning": "Advarsler", "note": "Noter"}
VERDICTS = {"holds": "holder", "differs": "afviger", "unverifiable": "kan ikke afgøres"}
CHECKS = {
    "sum-differs": "Summer",
    "difference-differs": "Forskelle og rester",
    "product-differs": "Satser og priser gange antal",
    "share-differs": "Procenter og brøker",
    "count-differs": "Antal i lister",
    "votes-differ": "Stemmetal og udfald",
    "number-repeated": "Nummer brugt to gange",
    "number-missing": "Nummer sprunget over",
    "annex-missing": "Bilag, der ikke er på listen",
    "annex-uncited": "Bilag, der ikke nævnes",
    "date-impossible": "Umulige datoer",
    "restated-differs": "To værdier i ét dokument",
    "personal-number": "CPR-numre",
    "threshold-not-in-force": "Grænser, der ikke gjaldt",
    "rule-misstated": "Regler gengivet anderledes",
    "status-differs": "Et områdes status",
    "list-differs": "Områder på offentliggjorte lister",
    "across-differs": "Forskelle mellem dokumenter",
}
CLAIMS = {
    "sum": "sum",
    "difference": "forskel",
    "product": "produkt",
    "share": "andel",
    "count": "antal",
    "restated": "gentaget tal",
    "votes": "stemmer",
    "threshold": "grænse",
    "rule": "regel",
    "status": "områdets status",
    "date": "dato",
    "reference": "henvisning",
}
OUTCOMES = {
    "adopted": "vedtaget",
    "adopted_amended": "vedtaget med ændringer",
    "recommended": "anbefalet",
    "recommended_amended": "anbefalet med ændringer",
    "not_recommended": "ikke anbefalet",
    "noted": "taget til efterretning",
    "discussed": "drøftet",
    "referred": "sendt videre",
    "returned": "sendt tilbage",
    "postponed": "udsat",
    "withdrawn": "taget af dagsordenen",
    "rejected": "forkastet",
    "lapsed": "bortfaldet",
    "appointed": "valgt eller udpeget",
    "procedural": "intet besluttet",
    "unknown": "uvist",
}
PER = {"year": "om året", "month": "om måneden", "quarter": "i kvartalet", "unit": "pr. enhed"}
UNITS = {"percent": "pct.", "percentage_points": "procentpoint", "permille": "promille", "years": "år", "hours": "timer", "kr": "kr.",
         "m2": "m²"}


def code(said: str, called: Mapping[str, str]) -> str | None:
    """The one of `called` that is meant: "error" by its own name, by what people call it ("fejl"), and by what it is called in English."""
    wanted = said.strip().casefold()
    return next((code for code, name in called.items() if wanted in (code, name.casefold(), _(name).casefold())), None)


PARAGRAPHED = (".docx", ".html", ".htm")
"""Files whose text is read paragraph by paragraph: their lines are seen by nobody."""


def in_paragraphs(file: str) -> bool:
    """Whether what is counted in a file as lines are its paragraphs, the rows of its tables among them."""
    return file.lower().endswith(PARAGRAPHED)


def line_said(file: str, line: int | str) -> str:
    """The line of a file, or several of them ("9-12"), as people find it: "linje 9", in Word and web pages "afsnit 9"."""
    if str(line).isdecimal():
        return _("afsnit {line}", line=line) if in_paragraphs(file) else _("linje {line}", line=line)
    return _("afsnit {lines}", lines=line) if in_paragraphs(file) else _("linje {lines}", lines=line)


def money(oere: int, per: str | None = None) -> str:
    """An amount as in print: "1.950.000 kr. om året"."""
    return worded(f"{in_print(Decimal(oere) / 100)} kr.") + (f" {_(PER[per])}" if per else "")


def heading(document: Mapping[str, Any]) -> str:
    """What a document is called in a list. Minutes and agendas print a title that tells little ("PROTOKOL", the path of a web page): they
    are called by their body."""
    if document["kind"] in ("minutes", "agenda") and document["body"]:
        return f"{_(DOCUMENTS[document['kind']]).capitalize()}: {document['body']}"
    return document["title"] or document["file"]


def printed(quote: str, kr: Decimal | None) -> str:
    """An amount or a figure as it is printed; a bare number of a table with the unit that the table prints elsewhere."""
    quote = " ".join(quote.split())
    if kr is None or any(c.isalpha() for c in quote):
        return quote
    number = numeral(quote.lstrip("-+ "))
    return quote + _OF_CELLS.get(abs(kr) / number[0], "") if number and number[0] else quote


_OF_CELLS = {Decimal(1): " kr.", Decimal(1000): " (1.000 kr.)", Decimal(1_000_000): " mio. kr."}

"""Impossible dates: flagged and quiet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minutes.checks.dates import date_impossible
from minutes.days import WEEKDAYS
from minutes.records import DateMention, Decision, Document, Page
from tests.paper import claims, findings, paper, place

MEETING = date(2022, 6, 22)


def dated(text: str, *mentions: tuple[str, Any, Any, Any]) -> Document:
    """A document with dates: quote, value, weekday, until."""
    return paper(text, dates=tuple(DateMention(place(text, q), v, w, u) for q, v, w, u in mentions))


FLAGGED = [
    ("Tilbud afgives senest den 31. juni 2005.", ("31. juni 2005", None, None, None), "Der er ingen dag, der hedder 31. juni 2005."),
    ("Frist den 29. februar 2023 kl. 12.", ("29. februar 2023", None, None, None), "Der er ingen dag, der hedder 29. februar 2023."),
    ("Underskrives onsdag den 15. november 2018.", ("onsdag den 15. november 2018", date(2018, 11, 15), 2, None),
     "Den 15. november 2018 er en torsdag, men her står onsdag."),
    ("Høring fra den 14. oktober 2024 til den 30. september 2024.",
     ("fra den 14. oktober 2024 til den 30. september 2024", date(2024, 10, 14), None, date(2024, 9, 30)),
     "Perioden slutter den 30. september 2024, før den begynder den 14. oktober 2024."),
    ("Perioden 1. juli 2026 - 30. juni 2022.", ("1. juli 2026 - 30. juni 2022", date(2026, 7, 1), None, date(2022, 6, 30)),
     "Perioden slutter den 30. juni 2022, før den begynder den 1. juli 2026."),
    ("Frist den 31.06.2005.", ("31.06.2005", None, None, None), "Der er ingen dag, der hedder 31.06.2005."),
]
QUIET = [
    ("Sagen har J.nr. 00.01.00.", ("00.01.00", None, None, None)),
    ("Sagen har J.nr. 27.42.12.", ("27.42.12", None, None, None)),
    ("Kontoen er 05.25.2014.", ("05.25.2014", None, None, None)),
    ("Mødet er mandag den 22. august 2005.", ("mandag den 22. august 2005", date(2005, 8, 22), 0, None)),
    ("Mødet er den 22. august 2005.", ("22. august 2005", date(2005, 8, 22), None, None)),
    ("Fra den 1. juli 2022 til den 30. juni 2026.", ("den 1. juli 2022 til den 30. juni 2026", date(2022, 7, 1), None, date(2026, 6, 30))),
    ("Skuddag torsdag den 29. februar 2024.", ("torsdag den 29. februar 2024", date(2024, 2, 29), 3, None)),
    ("Én dag, 5. maj 2024 - 5. maj 2024.", ("5. maj 2024 - 5. maj 2024", date(2024, 5, 5), None, date(2024, 5, 5))),
]


@pytest.mark.parametrize(("text", "mention", "message"), FLAGGED)
def test_a_date_that_cannot_be(text: str, mention: tuple, message: str) -> None:
    found = findings(date_impossible, dated(text, mention))
    assert [(f.severity, f.message) for f in found] == [("error", message)]
    assert not re.search(r"\d{4}-\d\d", found[0].calculation or ""), "people read it"


@pytest.mark.parametrize(("text", "mention"), QUIET)
def test_a_date_that_can_be(text: str, mention: tuple) -> None:
    assert findings(date_impossible, dated(text, mention)) == []


TWO_DATES = [
    ("Forsøget løber fra den 1. marts 2015 til den 28. februar 2014.", "1. marts 2015", "28. februar 2014", (2015, 3, 1), (2014, 2, 28), 1),
    ("Forsøget løber fra den 1. marts 2013 til den 28. februar 2014.", "1. marts 2013", "28. februar 2014", (2013, 3, 1), (2014, 2, 28), 0),
    ("Listen fra den 1. marts 2015 og listen fra 28. februar 2014.", "1. marts 2015", "28. februar 2014", (2015, 3, 1), (2014, 2, 28), 0),
    ("Listen 1. marts 2015, til den 28. februar 2014 er vedlagt.", "1. marts 2015", "28. februar 2014", (2015, 3, 1), (2014, 2, 28), 0),
]


@pytest.mark.parametrize(("text", "one", "other", "first", "last", "count"), TWO_DATES)
def test_from_one_date_to_an_earlier(text: str, one: str, other: str, first: tuple, last: tuple, count: int) -> None:
    document = dated(text, (one, date(*first), None, None), (other, date(*last), None, None))
    assert len(findings(date_impossible, document)) == count


def test_a_weekday_that_fits_is_a_verified_claim() -> None:
    document = dated(*QUIET[3])
    assert [(c.kind, c.verdict) for c in claims(date_impossible, document)] == [("date", "holds")]


def test_a_series_with_the_same_wrong_weekday_is_one_finding_about_the_year() -> None:
    quotes = ["onsdag den 18. februar 2014", "onsdag den 29. april 2014", "onsdag den 17. juni 2014", "onsdag den 28. oktober 2014"]
    days = [date(2014, 2, 18), date(2014, 4, 29), date(2014, 6, 17), date(2014, 10, 28)]
    document = dated("Møder: " + ", ".join(quotes) + ".", *[(q, d, 2, None) for q, d in zip(quotes, days, strict=True)])
    found = findings(date_impossible, document)
    assert [f.message for f in found] == ["4 datoer i 2014 har samme forkerte ugedag; det kan være året, der er forkert."]
    assert found[0].suggestion == "Ugedagene passer i 2015."


ROWS = [
    # the last of three Tuesdays, and what is said to be meant
    (["tirsdag den 15. januar 2019", "tirsdag den 22. januar 2019", "tirsdag den 28. januar 2019"],
     "De andre ugedage i rækken passer; der kan være ment tirsdag den 29. januar 2019."),
    (["tirsdag den 22. januar 2019", "tirsdag den 28. januar 2019"], "Ugedagen passer i 2020."),
    (["onsdag den 16. januar 2019", "tirsdag den 22. januar 2019", "tirsdag den 28. januar 2019"], "Ugedagen passer i 2020."),
]


@pytest.mark.parametrize(("quotes", "suggestion"), ROWS)
def test_a_row_of_the_same_weekday_tells_which_day_is_wrong(quotes: list[str], suggestion: str) -> None:
    days = [(date(2019, 1, int(quote.split()[2].rstrip("."))), WEEKDAYS.index(quote.split()[0])) for quote in quotes]
    told = [(quote, *day, None) for quote, day in zip(quotes, days, strict=True)]
    document = dated("Møder: " + ", ".join(quotes) + ".", *told)
    assert [f.suggestion for f in findings(date_impossible, document)] == [suggestion]


DECIDED = [
    # heading                                      body              date                flags              severity
    ("Beslutning i Byrådet den 23. juni 2022", "Byrådet", date(2022, 6, 23), (), ["error"]),
    ("Beslutning i Byrådet den 22. juni 2021", "Byrådet", date(2021, 6, 22), (), ["error"]),
    ("Økonomiudvalget, 28. juni 2022, pkt. 102", "Økonomiudvalget", date(2022, 6, 28), ("earlier_body",), ["warning"]),
    ("Byrådet, 27. april 2022", "Byrådet", date(2022, 4, 27), (), ["note"]),
    ("Beslutning i Byrådet den 22. juni 2022", "Byrådet", date(2022, 6, 22), (), []),
    ("Økonomiudvalget, 14. juni 2022, pkt. 102", "Økonomiudvalget", date(2022, 6, 14), ("earlier_body",), []),
    ("Byrådet, 27. april 2022", "Byrådet", date(2022, 4, 27), ("earlier_body",), []),
    ("Kommunalbestyrelsen, 29. juni 2022", "Regionsrådet", date(2022, 6, 29), (), []),  # a later body, printed beside
    ("Beslutning", "Byrådet", None, (), []),
]


@pytest.mark.parametrize(("heading", "body", "day", "flags", "severity"), DECIDED)
def test_a_decision_and_its_meeting(heading: str, body: str, day: date | None, flags: tuple, severity: list[str]) -> None:
    text = f"{heading}\n\nGodkendt."
    decision = Decision("87", body, day, "adopted", place(text, "Godkendt."), flags, raw="Godkendt.")
    mentions = (DateMention(place(text, heading.split(" den ")[-1]), day),) if day else ()
    document = paper(text, body="Byrådet", meeting_date=MEETING, decisions=(decision,), dates=mentions)
    assert [f.severity for f in findings(date_impossible, document)] == severity


COMMITTEE_FIRST = [
    # the committee's decision stands     its day            severity
    (True, date(2022, 7, 8), ["warning"]),
    (True, date(2022, 6, 8), []),
    (False, date(2022, 7, 8), []),  # what came after it
]


@pytest.mark.parametrize(("first", "day", "severity"), COMMITTEE_FIRST)
def test_a_committee_decides_before_the_council(first: bool, day: date, severity: list[str]) -> None:
    own, other = "Beslutning i Byrådet\nGodkendt.", f"Beslutning i Teknisk Udvalg den {day:%d.%m.%Y}\nAnbefales."
    text = "\n".join((other, own) if first else (own, other))
    decisions = (Decision("9", "Byrådet", MEETING, "adopted", place(text, "Godkendt."), raw="Godkendt."),
                 Decision("9", "Teknisk Udvalg", day, "recommended", place(text, "Anbefales."), raw="Anbefales."))
    council = paper(text, body="Byrådet", meeting_date=MEETING, decisions=decisions)
    assert [f.severity for f in findings(date_impossible, council)] == severity


def test_days_of_several_bodies_in_turn_follow_the_day_of_the_paper() -> None:
    """A proposal dated in its head, with what each body decided on it later, is no protocol with three wrong days."""
    days = (date(2022, 8, 9), date(2022, 8, 17), date(2022, 8, 24))
    text = "\n".join(f"Udvalg {n} den {day:%d.%m.%Y}\nAnbefales {n}." for n, day in enumerate(days))
    decisions = tuple(Decision("9", f"Udvalg {n}", day, "recommended", place(text, f"Anbefales {n}."), ("earlier_body",), raw="Anbefales.")
                      for n, day in enumerate(days))
    assert not findings(date_impossible, paper(text, body="Byrådet", meeting_date=MEETING, decisions=decisions))


def test_a_meeting_that_went_on_the_next_day() -> None:
    text = "Byrådet onsdag den 22. juni 2022. Mødet fortsatte den 23. juni kl. 8.\nBeslutning den 23. juni 2022\nGodkendt."
    decision = Decision("9", "Byrådet", date(2022, 6, 23), "adopted", place(text, "Godkendt."), raw="Godkendt.")
    assert findings(date_impossible, paper(text, body="Byrådet", meeting_date=MEETING, decisions=(decision,))) == []


def test_the_same_body_had_the_item_before() -> None:
    text = "Byrådet den 20. juni 2022\nUdsat.\nBeslutning i Byrådet den 22. juni 2022\nGodkendt."
    decisions = (Decision("9", "Byrådet", date(2022, 6, 20), "postponed", place(text, "Udsat."), raw="Udsat."),
                 Decision("9", "Byrådet", MEETING, "adopted", place(text, "Godkendt."), raw="Godkendt."))
    assert findings(date_impossible, paper(text, body="Byrådet", meeting_date=MEETING, decisions=decisions)) == []


def test_a_proposal_has_no_meeting() -> None:
    text = "Byrådet den 23. juni 2022: Godkendt."
    decision = Decision(None, "Byrådet", date(2022, 6, 23), "adopted", place(text, "Godkendt."))
    assert findings(date_impossible, paper(text, kind="proposal", body="Byrådet", meeting_date=MEETING, decisions=(decision,))) == []


LENGTHS = [
    # text, the span, start, end, how many findings
    ("Høring i otte uger fra den 2. juli til den 30. juli 2019.", "den 2. juli til den 30. juli 2019", (2019, 7, 2), (2019, 7, 30), 1),
    ("Aftalen løber den 1. juli 2022 - 30. juni 2026, altså tre år.", "1. juli 2022 - 30. juni 2026", (2022, 7, 1), (2026, 6, 30), 1),
    ("Høring i fire uger fra den 2. juli til den 30. juli 2019.", "den 2. juli til den 30. juli 2019", (2019, 7, 2), (2019, 7, 30), 0),
    ("Aftalen løber den 1. juli 2022 - 30. juni 2026, altså fire år.", "1. juli 2022 - 30. juni 2026", (2022, 7, 1), (2026, 6, 30), 0),
    ("Festen i 14 dage fra den 1. maj til den 14. maj 2019.", "den 1. maj til den 14. maj 2019", (2019, 5, 1), (2019, 5, 14), 0),
    ("For de næste tre år gælder, at huset er lukket den 1. maj til den 14. maj 2019.", "den 1. maj til den 14. maj 2019",
     (2019, 5, 1), (2019, 5, 14), 0),
    ("Høring i nogle uger fra den 2. juli til den 30. juli 2019.", "den 2. juli til den 30. juli 2019", (2019, 7, 2), (2019, 7, 30), 0),
]


@pytest.mark.parametrize(("text", "quote", "start", "end", "count"), LENGTHS)
def test_the_length_of_a_period(text: str, quote: str, start: tuple, end: tuple, count: int) -> None:
    assert len(findings(date_impossible, dated(text, (quote, date(*start), None, date(*end))))) == count


SHOWN = [
    # text, the span, start, end, what is said of it, the calculation
    ("Byggeriet varer 18 måneder fra 1. januar 2025 til 30. juni 2027.", "1. januar 2025 til 30. juni 2027", (2025, 1, 1), (2027, 6, 30),
     "Perioden kaldes 18 måneder, men datoerne giver 30 måneder.", "1. januar 2025 til 30. juni 2027: 30 måneder"),
    ("Høring i otte uger fra den 2. juli til den 30. juli 2019.", "den 2. juli til den 30. juli 2019", (2019, 7, 2), (2019, 7, 30),
     "Perioden kaldes 8 uger, men datoerne giver 4 uger.", "2. juli 2019 til 30. juli 2019: 4 uger"),
    ("Lukket i 30 dage fra den 1. maj til den 14. maj 2019.", "den 1. maj til den 14. maj 2019", (2019, 5, 1), (2019, 5, 14),
     "Perioden kaldes 30 dage, men datoerne giver 14 dage.", "1. maj 2019 til 14. maj 2019: 14 dage"),
]


@pytest.mark.parametrize(("text", "quote", "start", "end", "said", "calculation"), SHOWN)
def test_a_period_is_shown_in_its_own_unit(text: str, quote: str, start: tuple, end: tuple, said: str, calculation: str) -> None:
    found = findings(date_impossible, dated(text, (quote, date(*start), None, date(*end))))
    assert [(f.message, f.calculation) for f in found] == [(said, calculation)]


CLOCKS = [
    ("Tidspunkt: Kl. 16.00 - 15.10", 1),
    ("Mødetidspunkt: Kl. 18:00\nMødet slut: Kl. 17:40", 1),
    ("Tidspunkt: Kl. 8.00 - 9.35", 0),
    ("Mødet varede kl. 19.00 - 00.30.", 0),
    ("Mødetidspunkt: Kl. 18:00\nMødet slut: Kl. 20:40", 0),
    ("Åbent kl. 10-9", 0),
    ("Mødet begyndte kl. 17.00 og sluttede kl. 16.45.", 1),
    ("Mødet begyndte kl. 17.00 og sluttede kl. 18.45.", 0),
    ("Mødet begyndte kl. 19.00 og sluttede kl. 00.15.", 0),
]


@pytest.mark.parametrize(("text", "count"), CLOCKS)
def test_a_meeting_that_ends_before_it_begins(text: str, count: int) -> None:
    assert len(findings(date_impossible, paper(text))) == count


@pytest.mark.parametrize(("said", "count"), [("Mødet hævet kl. 16.45.", 1), ("Mødet sluttede kl. 18.10.", 0), ("Mødet hævet kl. 0.30.", 0)])
def test_a_meeting_that_ends_before_the_hour_in_its_head(said: str, count: int) -> None:
    assert len(findings(date_impossible, paper(said, meeting_time="17:00"))) == count


ACCOUNTS = [
    ("Årsregnskab 2024 for havnen blev behandlet i bestyrelsen den 24. april 2024.", 1),
    ("Regnskabet for 2018 er godkendt den 12-05-2018.", 1),
    ("Årsregnskab 2024 for havnen blev behandlet i bestyrelsen den 24. april 2025.", 0),
    ("Halvårsregnskab 2024 blev behandlet den 24. august 2024.", 0),
    ("Regnskab 2024 viser et overskud. Budgettet blev behandlet den 24. april 2024.", 0),
]


@pytest.mark.parametrize(("text", "count"), ACCOUNTS)
def test_accounts_before_the_year_is_over(text: str, count: int) -> None:
    assert len(findings(date_impossible, paper(text))) == count


MEETING_DAYS = [
    (date(2022, 6, 22), date(2021, 6, 22), 1),
    (date(2022, 6, 22), date(2022, 5, 22), 1),
    (date(2022, 6, 22), date(2022, 6, 23), 0),  # a meeting of two days
    (date(2022, 6, 22), date(2022, 6, 22), 0),
]


@pytest.mark.parametrize(("one", "other", "count"), MEETING_DAYS)
def test_the_meetings_own_date_in_two_ways(one: date, other: date, count: int) -> None:
    text = "Referat af mødet DEN ENE. Mødedato: DEN ANDEN."
    mentions = tuple(DateMention(place(text, q), v, role="meeting") for q, v in (("DEN ENE", one), ("DEN ANDEN", other)))
    assert len(findings(date_impossible, paper(text, meeting_date=one, dates=mentions))) == count


def test_a_day_that_stands_on_no_page_as_it_is_read_is_not_told() -> None:
    """A damaged file's running text may hold what none of its pages has; a finding without a place would end the check."""
    document = paper("Svar ventes onsdag den 5. marts.", meeting_date=date(2019, 2, 12))
    assert len(findings(date_impossible, document)) == 1
    assert findings(date_impossible, replace(document, pages=(Page(1, "Noget andet."),))) == []

"""Header, items and sections in every layout family, and what is no item or heading."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import annexes, decisions
from extractors.decisions import people, remarks
from extractors.layout import Flow, flow
from extractors.reading import PageReading, Reading, read
from extractors.structure import Structure, list_numbers, parse
from extractors.structure.sections import heading
from tests.written_flow import flow_of

PAPER = Reading([])
FOLDER = Path(__file__).parent / "layouts"
LAYOUTS = {p.stem: tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("*.toml"))}
for _expected in LAYOUTS.values():
    _expected["decisions"] = [tuple(v or None for v in d) for d in _expected["decisions"]]


@cache
def read_layout(name: str) -> tuple[Flow, Structure]:
    """A specimen of a layout family as running text, with its structure."""
    reading = read(FOLDER / f"{name}.txt")
    running = flow(reading)
    return running, parse(running, reading)


@pytest.mark.parametrize("name", LAYOUTS)
def test_head_of_every_layout(name):
    _, found = read_layout(name)
    said = {"kind": found.kind, "municipality": found.municipality or "", "body": found.body or "",
            "date": found.meeting_date.isoformat() if found.meeting_date else "", "time": found.meeting_time or ""}
    assert said == LAYOUTS[name]["head"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_items_of_every_layout(name):
    _, found = read_layout(name)
    assert [[i.number, i.title] for i in found.items] == LAYOUTS[name]["items"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_quote_stands_on_its_page(name):
    running, found = read_layout(name)
    decided = decisions.decide(running, found)
    listed = annexes.find(running, found)
    records = [*found.items, *decided.decisions, *decided.ballots, *remarks.remarks(running, found), *listed.annexes, *listed.references,
               *list_numbers(running, found)]
    assert records
    for record in records:
        source = record.source
        assert running.pages[source.page - 1].text[source.start : source.end] == source.quote


HEADINGS = [
    # as printed                                                          role             body                        date
    ("Beslutning", "decision", None, None),
    ("Det vedtog vi:", "decision", None, None),
    ("Det besluttede byrådet", "decision", None, None),
    ("BYRÅDETS BESLUTNING", "decision", "Byrådet", None),
    ("KOMMUNALBESTYRELSEN, DEN 26. MARTS 2015:", "decision", "Kommunalbestyrelsen", date(2015, 3, 26)),
    ("PLAN & MILJØUDVALGET, DEN 2. MAJ 2014", "decision", "Plan & Miljøudvalget", date(2014, 5, 2)),
    ("B e s l u t n i n g", "decision", None, None),
    ("B E S LU T N I N G", "decision", None, None),
    ("BESLUTN ING", "decision", None, None),
    ("ØKONOM ISKE KONSEKVENSER", "economy", None, None),
    ("Beslutning i Børne- og Ungdomsudvalget den 26-03-2019", "decision", "Børne- og Ungdomsudvalget", date(2019, 3, 26)),
    ("Beslutning Byrådet den 30-11-2022", "decision", "Byrådet", date(2022, 11, 30)),
    ("Beslutning på byrådsmødet den 22. juni 2022", "decision", "Byrådet", date(2022, 6, 22)),
    ("Beslutning fra Udvalget for Sundhed og Omsorg, den 11. november 2025, punkt "
     "125:", "decision", "Udvalget for Sundhed og Omsorg", date(2025, 11, 11)),
    ("Økonomiudvalgets beslutning i mødet den 5. april 2011", "decision", "Økonomiudvalget", date(2011, 4, 5)),
    ("Teknik- og Miljøudvalget, 10. september 2019, pkt. 65:", "decision", "Teknik- og Miljøudvalget", date(2019, 9, 10)),
    ("Kultur- og Idrætsudvalget, 03-04-2019, pkt. 44", "decision", "Kultur- og Idrætsudvalget", date(2019, 4, 3)),
    ("Kommunalbestyrelsen den 20. august 2020:", "decision", "Kommunalbestyrelsen", date(2020, 8, 20)),
    ("Børne- og ungeudvalget, den 14. oktober 2003:", "decision", "Børne- og ungeudvalget", date(2003, 10, 14)),
    ("Miljø-, plan- og landdistriktsudvalget den 3/4 2006:", "decision", "Miljø-, plan- og landdistriktsudvalget", date(2006, 4, 3)),
    ("ØU den 28.10.2003:", "decision", "Økonomiudvalget", date(2003, 10, 28)),
    ("Offentlig beslutning der skal udfyldes, hvis punktet er lukket", "decision", None, None),
    ("Beslutning Udvalget for teknik og miljø den 18-02-2019", "decision", "Udvalget for teknik og miljø", date(2019, 2, 18)),
    ("Beslutning fra Teknik-og Miljøudvalget, 10. september 2024, pkt. 56:", "decision", "Teknik- og Miljøudvalget", date(2024, 9, 10)),
    ("Børn, Unge og Læring, 7. januar 2020, pkt. 133:", "decision", "Børn, Unge og Læring", date(2020, 1, 7)),
    ("19-08-2019 Magistraten", "decision", "Magistraten", date(2019, 8, 19)),
    ("Havnebyens Lokaludvalgs beslutning på mødet den 18. december 2008:", "decision", "Lokaludvalget", date(2008, 12, 18)),
    ("Beslutning i Udvalget for Regional Udvikling den 24-01-2011", "decision", "Udvalget for Regional Udvikling", date(2011, 1, 24)),
    ("INDSTILLING OG Beslutning", "recommendation", None, None),
    ("Forvaltningen foreslår:", "recommendation", None, None),
    ("Sagens kerne", "summary", None, None),
    ("Økonomiske konsekvenser:", "economy", None, None),
    ("Bilagsoversigt", "annex", None, None),
    ("Oversigt over politisk behandling", "route", None, None),
    ("Lov- og plangrundlag", "law", None, None),
    ("Mindretalsudtalelse", "remark", None, None),
    ("Tilførsel til protokollen:", "remark", None, None),
    ("Udtalelse fra mindretallet", "remark", None, None),
    ("PROTOKOLTILFØRSLER", "remark", None, None),
    ("socialudvalget 11. november 2008", "decision", "Socialudvalget", date(2008, 11, 11)),
    ("teknik- og miljØudvalget 11. november 2008", "decision", "Teknik- og miljøudvalget", date(2008, 11, 11)),
    ("økonomiudvalget, 3/4 2006:", "decision", "Økonomiudvalget", date(2006, 4, 3)),
    ("Beslutning i Kulturudvalget (KFU) den 07-05-2019", "decision", "Kulturudvalget", date(2019, 5, 7)),
    ("Beslutning i Direktionsmøde den 02-05-2019", "decision", "Direktionen", date(2019, 5, 2)),
]


def test_a_heading_that_tells_who_decided_may_run_on_into_the_decision():
    found = heading("Sådan besluttede udvalget. Taget til efterretning.")
    assert found and (found.role, found.length) == ("decision", len("Sådan besluttede udvalget."))
    assert heading("Det besluttede udvalget. Bagefter kom naboerne.") is None


NO_HEADING = ["På mødet den 23. april 2012, sag nr. 7, godkendte byrådet planen.", "Ved mødet den 3. maj 2020, pkt. 4: Anbefales.",
              "kulturudvalget den 4. februar 2003: se bilag 2", "byrådet vedtog den 4. februar en plan", "udvalget den 4. februar 2003",
              "Byrådet: at sagen godkendes", "Byrådet: 12 møder, alle referater godkendt", "Byrådet: formanden har ikke godkendt den",
              "Byrådet: 4,2 mio. kr. i 2024",
              "Økonomiudvalget: Her ses budgettet.", "Kulturudvalget: 12 mio. kr. er godkendt", "Kulturudvalget: Ida Holm",
               "Byrådet vedtog den 4. februar 2003 en plan.",
              "Beslutning om at udvide "
              "skolen", "Byrådet behandler sagen mandag den 29. oktober 2018.", "Økonomien er god.", "Indstilling om,",
              "Forvaltningen forelægger den 3. maj 2020 en "
              "sag", "Bilag 4 viser kortet", "Beslutningen blev truffet i går", "Økonomiudvalget 1", "12. maj 2020",
              "Sendes til Kulturudvalget efter beslutning i byrådets møde den 14. oktober 2003.", "Beslutning Godkendelse sker senere",
              "Børne- og ungeudvalget fik den 14. oktober 2003 en orientering.", "Børn og udvalget den 14. oktober 2003 mødtes",
              "Byrådet, 12.05.2019 Lokalplan 14 for Nordby", "Byrådet vedtog den 12.05.2019 Lokalplan 14. Den er endelig.",
              "Beslutning i Kulturudvalget (nyt bilag) den 07-05-2019", "Beslutning i ledermøde den 02-05-2019",
              "Økonomiudvalget, 10.12.2018 Bilag 2 er vedlagt.", "I byrådet den 12. maj 2019 Ida Holm. Se der."]


LED = [
    # a decision in one line with the body that made it                             body             date                what was decided
    ("Byrådet: Socialudvalgets indstilling vedtaget.", "Byrådet", None, "Socialudvalgets indstilling vedtaget."),
    ("Økonomiudvalget: Indstilles godkendt.", "Økonomiudvalget", None, "Indstilles godkendt."),
    ("Teknik- og Miljøudvalget: Anbefales.", "Teknik- og Miljøudvalget", None, "Anbefales."),
    ("RegionsRådet den 4.2.2003: Det tages.", "Regionsrådet", date(2003, 2, 4), "Det tages."),
    ("Socialudvalget den 4.2.2003 indstiller, at det tages.", "Socialudvalget", date(2003, 2, 4), "indstiller, at det tages."),
]


@pytest.mark.parametrize(("text", "body", "day", "said"), LED)
def test_decisions_led_by_their_body(text, body, day, said):
    found = heading(text)
    assert (found.role, found.body, found.date, text[found.length :].strip()) == ("decision", body, day, said)


@pytest.mark.parametrize(("text", "role", "body", "day"), HEADINGS, ids=[h[0][:40] for h in HEADINGS])
def test_headings(text, role, body, day):
    found = heading(text)
    assert (found.role, found.length, found.body, found.date) == (role, len(text), body, day)


@pytest.mark.parametrize("text", NO_HEADING)
def test_no_headings(text):
    assert heading(text) is None


GLUED = [("BeslutningGodkendt.", 10), ("Beslutning Godkendt med 9 stemmer.", 11), ("Beslutning: "
                                       "Godkendt.", 11), ("Kompetence: "
                                                          "Byrådet", 11), ("Økonomiudvalget, 14. juni 2022, pkt. 102: Anbefales.", 41)]


@pytest.mark.parametrize(("text", "length"), GLUED)
def test_headings_with_their_text_behind_them(text, length):
    assert heading(text).length == length


def items(text: str) -> list[tuple]:
    written = flow_of(text)
    return [(i.number, i.title) for i in parse(written, PAPER).items]


NUMBERED = [
    # how the item is printed                                             number, title
    ("3. Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3 : Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3) Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Punkt 3: Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Pkt. 294 Ny skole i Nordby", ("294", "Ny skole i Nordby")),
    ("Nr.3 - Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Nr. 13   BR 677/06.  Ny skole i Nordby", ("13", "Ny skole i Nordby")),
    ("01. Ny skole i Nordby", ("01", "Ny skole i Nordby")),
    ("3.Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3. 24 boliger i Nordby", ("3", "24 boliger i Nordby")),
    ("3. Næstformand", ("3", "Næstformand")),
    ("Lukket punkt 3: Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("114Ny skole i Nordby", ("114", "Ny skole i Nordby")),
    ("3 (Åben) Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3  Åbent  Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3... Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("3. Ny skole i Nordby (2011-40035)", ("3", "Ny skole i Nordby")),
    ("3. Ny skole i Nordby (B)", ("3", "Ny skole i Nordby (B)")),
    ("3. Ny skole i Nordby\n(B)", ("3", "Ny skole i Nordby (B)")),
    ("3. Ny skole i Nordby\n(bevillingssag)", ("3", "Ny skole i Nordby (bevillingssag)")),
    ("3. Lukket: Ny skole i Nordby", ("3", "Lukket: Ny skole i Nordby")),
    ("1.2. behandling af budgettet", ("1", "2. behandling af budgettet")),
    ("2. 1. økonomirapport 2017", ("2", "1. økonomirapport 2017")),
    ("5. Ændring af vedtægten, 1.\nbehandling", ("5", "Ændring af vedtægten, 1. behandling")),
    ("Ny skole i Nordby\nSag nr. 163", ("163", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPunkt 3 · 15-2019077 · Beslutningskompetence: Byrådet", ("3", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPkt. 3, j.nr. 82.01.10-A00-3-19", ("3", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPunkt 3 - Åben sag", ("3", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPunkt 3 · Teknisk Udvalg", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\nPunkt 3: Åbne skoler i Nordby", ("3", "Åbne skoler i Nordby")),
    ("Børneudvalget\nPunkt 3: 15-årige i ungdomsskolen", ("3", "15-årige i ungdomsskolen")),
    ("Børneudvalget\nPunkt 3: Byrådets budget", ("3", "Byrådets budget")),
    ("Børneudvalget\nPunkt 3: Sagsbehandlingstider i Nordby", ("3", "Sagsbehandlingstider i Nordby")),
    ("Børneudvalget\nPunkt 3, Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\nPunkt 3. Sag 22/1011: Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\nPunkt 3: Åbent - Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\nPunkt 3 (åbent): Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\n3. Sag 415-2010-24402. Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\n3. J.nr. 22/1011 - Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Børneudvalget\n188.  J.nr. 82.06.00 P 20\nNy skole i Nordby", ("188", "Ny skole i Nordby")),
    ("Børneudvalget\n188.  J.nr. 82.06.00 P 20\nNy skole i Nordby. Licitation", ("188", "Ny skole i Nordby. Licitation")),
    ("Børneudvalget\nPunkt 3: 2024/25 - ferieplan for skolerne", ("3", "2024/25 - ferieplan for skolerne")),
    ("Børneudvalget\nÅbent punkt 3 - Ny skole i Nordby", ("3", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPunkt 3 · 22/1011 · Udvalget - Byrådet", ("3", "Ny skole i Nordby")),
    ("Ny skole i Nordby\nPunkt 3 · 22/1011 · Sagsbehandler: Ida Holm", ("3", "Ny skole i Nordby")),
    ("Dagsorden pkt. 4\nNy skole i Nordby", ("4", "Ny skole i Nordby")),
    ("Dagsordenens punkt 4: Ny skole i Nordby", ("4", "Ny skole i Nordby")),
    ("Pkt. 42\nNy skole i Nordby", ("42", "Ny skole i Nordby")),
    ("7.\nNy skole i Nordby", ("7", "Ny skole i Nordby")),
    ("Punkt 7\nNy skole mellem Nordby og Sdr. Vang", ("7", "Ny skole mellem Nordby og Sdr. Vang")),
    ("Indholdsfortegnelse1. Ny skole i Nordby", ("1", "Ny skole i Nordby")),
]


@pytest.mark.parametrize(("printed", "item"), NUMBERED, ids=[n[0][:30] for n in NUMBERED])
def test_forms_of_numbering(printed, item):
    assert items(f"Referat\nByrådet\n4. maj 2022\n{printed}\nResume\nDer er brug for plads.\nBeslutning\nGodkendt.") == [item]


NO_ITEMS = [
    "Referat\nByrådet\n4. maj 2022\nIndstilling\nForvaltningen indstiller,\n1. at planen godkendes,\n2. at pengene "
    "findes.\nBeslutning\nGodkendt.",
    "Forslag til helhedsplan\nNordby Kommune\n1. Indledning\nPlanen løber i fire år.\n2. Mål\nMålet er flere i job.\n3. Økonomi\nDen "
    "koster 4 mio. kr.",
    "Anbefalinger om naboskab\n1. Giv det tid. Korte bevillinger duer ikke.\n2. Lyt til folk. De ved det bedst.",
    "Referat\nByrådet\n4. maj 2022\nVi mødtes.\nPunkt 3, 4 og 5 blev udsat.\nPunkt 6, der er lukket, udgik.",
    "Brev til byrådet\n2. 1. maj 2020 holdt vi fri.\nVi har læst planen.\n12. maj 2020 holdt vi møde.\n25 børn mangler en plads.",
]


def test_the_municipality_may_stand_between_the_title_of_a_case_paper_and_its_number():
    below = "Sagsnr.: 398-2024-10377\nIndstilling\nDirektionen indstiller, at skolen bygges."
    assert items(f"4. Ny skole i Nordby (B)\nNordby Kommune\n{below}") == [("4", "Ny skole i Nordby (B)")]
    assert items(f"4. Skolens bygninger\nDe er gamle.\n{below}") == []


@pytest.mark.parametrize("text", NO_ITEMS, ids=["points", "report", "statement", "several", "letter"])
def test_numbers_that_are_no_items(text):
    assert items(text) == []


def test_a_table_of_contents_lists_the_items_once():
    text = ("Referat\nByrådet\n4. maj 2022\nIndholdsfortegnelse\n1. Dagsorden ... 2\n2. Ny skole ... 3\n1. Dagsorden\n"
            "Beslutning\nGodkendt.\n2. Ny skole\nBeslutning\nUdsat.")
    assert items(text) == [("1", "Dagsorden"), ("2", "Ny skole")]


def test_headings_and_titles_may_have_bullets():
    written = flow_of("Referat\nByrådet\n4. maj 2022\n\n• 1 Ny skole i Nordby\n\n• Resume\n\nDer er brug for plads.\n\n"
                      "• Indstilling\n\nBorgmesteren indstiller,\n\n1. at skolen bygges.\n\n"
                      "• Beslutning\n\nGodkendt.\n\n• Sagsfremstilling\n\nDen er lille.")
    found = parse(written, PAPER)
    assert [(i.number, i.title) for i in found.items] == [("1", "Ny skole i Nordby")]
    assert [s.role for s in found.sections] == ["header", "", "summary", "recommendation", "decision", "facts"]
    assert [written.text[s.content : s.end].strip() for s in found.decided] == ["Godkendt."]


def test_a_list_of_topics_has_no_headings():
    text = ("Referat\nByrådet\n4. maj 2022\n1. Ny skole\nResume\nDer er tre emner:\n\n• Økonomi\n\n• Personale\n\n• Høring\n\n"
            "Beslutning\nGodkendt.")
    assert [s.role for s in parse(flow_of(text), PAPER).sections] == ["header", "", "summary", "decision"]


def test_an_item_may_be_set_in_between():
    text = ("Referat\nByrådet\n4. maj 2022\n17. Salg af skolen\nBeslutning\nGodkendt.\n17.a Skolens inventar\nBeslutning\nUdsat.\n"
            "18. Orientering\n18.a Fra formanden\nVejen er åben.\nBeslutning\nTaget til efterretning.")
    assert [number for number, _ in items(text)] == ["17", "17.a", "18"]


def test_an_item_follows_the_annexes_of_the_one_before():
    first = ("Referat\nByrådet\n4. maj 2022\n2. Meddelelser\nBeslutning\nGodkendt.\nSagsfremstilling\nTo breve.\n"
             "Bilag\n1. Brev\n2. Svar\n3. Ny hal\n")
    assert items(first + "Resume\nHallen er gammel.\nBeslutning\nGodkendt.") == [("2", "Meddelelser"), ("3", "Ny hal")]
    assert items(first + "Afstemning\nFor stemte alle.") == [("2", "Meddelelser")]


def test_points_of_other_minutes_are_no_items():
    text = ("Referat\nByrådet\n4. maj 2022\n1. Godkendelse af dagsorden\nGodkendt.\n2. Godkendelse af referat\nGodkendt med rettelser:\n"
            "Punkt 13 tilføjelse: Pengene findes.\nPunkt 14 b. rute 393 er rute 383.\n3. Orientering\nIntet.")
    assert [number for number, _ in items(text)] == ["1", "2", "3"]


def test_a_list_right_below_a_heading_holds_no_items():
    text = ("Referat\nByrådet\n4. maj 2022\n7. Meddelelser\nSagsfremstilling\n1. Nyt om letbanen\n2. Brev fra ministeren\n"
            "3. Orientering om skat\nBeslutning\nTil efterretning.\n8. Eventuelt\nIntet.")
    assert [number for number, _ in items(text)] == ["7", "8"]


def test_the_number_below_its_title_or_above_it():
    below = "Referat\nByrådet\n4. maj 2022\nNy hal\nSag nr. 74\nBeslutning\nGodkendt.\nBudget\nSag nr. 75\nBeslutning\nUdsat."
    above = ("Referat\nByrådet\n4. maj 2022\nIndhold\nSag nr. 74 Ny hal 2009\nSag nr. 75 Budget\nSag nr. 74\nNy hal 2009\nBeslutning\n"
             "Taget til efterretning.\nSag nr. 75\nBudget\nBeslutning\nUdsat.")
    assert items(below) == [("74", "Ny hal"), ("75", "Budget")]
    assert items(above) == [("74", "Ny hal 2009"), ("75", "Budget")]


def test_the_dots_before_a_page_number_are_no_part_of_the_title():
    text = "Dagsorden\nByrådet\n4. maj 2022\n1. Ny skole .......... 3\n2. Gammel skole .......... 5"
    assert items(text) == [("1", "Ny skole"), ("2", "Gammel skole")]


def test_two_items_may_have_the_same_number():
    text = ("Referat\nByrådet\n4. maj 2022\n4. Ny skole\nBeslutning\nGodkendt.\n4. Gammel skole\nBeslutning\nUdsat.\n"
            "5. Eventuelt\nBeslutning\nIntet.")
    assert [number for number, _ in items(text)] == ["4", "4", "5"]


def test_points_inside_an_item_are_no_items():
    text = ("Referat\nByrådet\n4. maj 2022\n84. Ny skole\nIndstilling\nForvaltningen indstiller,\n1. at skolen bygges,\n2. at pengene "
            "findes.\nBeslutning\nGodkendt.\n"
            "85. Vejplan\nHandlemuligheder\nUdvalget kan\n1. Vente\n2. Bygge\nBeslutning\nUdsat.")
    assert items(text) == [("84", "Ny skole"), ("85", "Vejplan")]


HEADS = [
    # the head                                                                               body                        date
    ("Referat af organisationsbestyrelsens møde tirsdag den 4. maj 2022 kl. 17", "Organisationsbestyrelsen", date(2022, 5, 4)),
    ("Referat\nUdvalg: Byrådet\nDato: Mandag den 4. maj 2022", "Byrådet", date(2022, 5, 4)),
    ("REFERAT Byrådet d. 04-05-2022", "Byrådet", date(2022, 5, 4)),
    ("Oplæg til møde\nTeknisk Udvalg den 4. maj 2022", "Teknisk Udvalg", date(2022, 5, 4)),
    ("PROTOKOL FOR VALGBESTYRELSEN\nFolketingsvalget onsdag den 1. juni 2022\nOnsdag den 4. maj 2022 kl. 15 holdt valgbestyrelsen møde.",
     "Valgbestyrelsen", date(2022, 5, 4)),
    ("Referat fra mødet i Teknik- og Miljøudvalget\ntirsdag den 4. maj 2022 kl. 16", "Teknik- og Miljøudvalget", date(2022, 5, 4)),
    ("Kommunalbestyrelsen_2018-21\nReferat\nStarttidspunkt: 04-05-2022 17:00:00", "Kommunalbestyrelsen", date(2022, 5, 4)),
    ("Handicaprådet (18-21)\nReferat\nMødedato\n4. maj 2022", "Handicaprådet", date(2022, 5, 4)),
    ("Nordby Ældreråd\nReferat\n4. maj 2022", "Nordby Ældreråd", date(2022, 5, 4)),
    ("Nordby Kommunes Ældreråd\nReferat\n4. maj 2022", "Ældrerådet", date(2022, 5, 4)),
    ("DALBORG AMT AMTSRÅDET\nUdskrift af protokollen for mødet den 4. maj 2022", "Amtsrådet", date(2022, 5, 4)),
    ("Skolebestyrelsen på Dalby Skole\nReferat af møde nr. 4, onsdag den 4. maj 2022", "Skolebestyrelsen", date(2022, 5, 4)),
    ("BESLUTNINGSPROTOKOL\nfra ordinært møde mandag den 4. maj 2022 i byrådssalen\nAlle byrådets 19 medlemmer var til "
     "stede.", "Byrådet", date(2022, 5, 4)),
    ("Referat\nUdvalget for Børn, Unge og Familie\nMandag, 4 maj, 2022 - 17:00", "Udvalget for Børn, Unge og Familie", date(2022, 5, 4)),
    ("Referat for Børn- Skole og Fritidsudvalget møde den 4. maj 2022", "Børn- Skole og Fritidsudvalget", date(2022, 5, 4)),
    ("Referat\nByrådet\nMødet d.04.05.22 kl. 17, onsdag, på rådhuset.", "Byrådet", date(2022, 5, 4)),
    ("Referat\nByrådet\nMødet d.4. maj 2022 kl. 17.", "Byrådet", date(2022, 5, 4)),
    ("Referat\nByrådet\nMødet d.4/5-22 kl. 17.", "Byrådet", date(2022, 5, 4)),
    ("Referat\nByrådet\nSag nr. d.4.5.6.22 udgår.", "Byrådet", None),
    ("Referat\nByrådet\nMødedato:. Mødetidspunkt: 17:00.", "Byrådet", None),
]


@pytest.mark.parametrize(("head", "body", "day"), HEADS, ids=[h[0][:30] for h in HEADS])
def test_body_and_day_of_the_head(head, body, day):
    found = parse(flow_of(f"{head}\n1. Ny skole\nBeslutning\nGodkendt."), PAPER)
    assert (found.body, found.meeting_date) == (body, day)


TAKEN_UP = [
    # what stands below the head                                                                        the items and what was said of them
    ("Dagsorden:\n1. Valg af dirigent\n2. Ny hal\n3. Eventuelt\nAd 1. Ida Holm.\nAd 2. Hallen blev godkendt.\nAd 3. Intet.",
     [("1", "Valg af dirigent", "Ida Holm."), ("2", "Ny hal", "Hallen blev godkendt."), ("3", "Eventuelt", "Intet.")]),
    ("Ad 1) Valg af dirigent\nIda Holm.\nAd 2) Ny hal\nGodkendt.\nAd 3) Evt.\nIntet.",
     [("1", "Valg af dirigent", "Ida Holm."), ("2", "Ny hal", "Godkendt."), ("3", "Evt.", "Intet.")]),
    ("Dagsorden\n1. Ny sti\n2. Ny hal\nAd 1\nUdsat.\nAd 2\nHallen blev godkendt.",
     [("1", "Ny sti", "Udsat."), ("2", "Ny hal", "Hallen blev godkendt.")]),
    ("Dagsorden\n1. Ny sti\n2. Ny hal\nAd pkt. 1: Ny sti\nUdsat.\nAd pkt. 2: Ny hal\nBeslutning\nGodkendt.",
     [("1", "Ny sti", "Udsat."), ("2", "Ny hal", "Godkendt.")]),
    ("Dagsorden:\n1. Bestyrelsen mødes. Der vælges en formand.\n2. Ny hal\n3. Eventuelt\n"
     "Ad. 1 Bestyrelsen mødes. Der vælges en formand\nIda Holm.\nAd. 2 Ny hal\nUdsat.\nAd. 3 Eventuelt\nIntet.",
     [("1", "Bestyrelsen mødes. Der vælges en formand", "Ida Holm."), ("2", "Ny hal", "Udsat."), ("3", "Eventuelt", "Intet.")]),
    ("Dagsorden:\n1 valg af dirigent\n2 ny hal\n3 evt.\nPunkt 1\nIda Holm.\nPunkt 2\nUdsat.\nPunkt 3\nIntet.",
     [("1", "valg af dirigent", "Ida Holm."), ("2", "ny hal", "Udsat."), ("3", "evt.", "Intet.")]),
    ("Dagsorden:\n1 Valg af dirigent\n2 Ny hal ved stien\n3 Eventuelt\nPunkt 1\nValg af en dirigent\nBeslutning\nIda Holm.\n"
     "Punkt 2\nNy hal ved stien\nBeslutning\nUdsat.\nPunkt 3\nEventuelt\nBeslutning\nIntet.",
     [("1", "Valg af en dirigent", "Ida Holm."), ("2", "Ny hal ved stien", "Udsat."), ("3", "Eventuelt", "Intet.")]),
    ("Punkt 1\nValg af dirigent\nBeslutning\nIda Holm.\nPunkt 2\nNy hal\nBeslutning\nUdsat.",
     [("1", "Valg af dirigent", "Ida Holm."), ("2", "Ny hal", "Udsat.")]),
    ("1. Ny sti\nBeslutning\nDagsordenspunkt 1: Ny sti\nByrådets beslutning i mødet den 4. maj 2022\nGodkendt.\n"
     "2. Ny hal\nBeslutning\nUdsat.", [("1", "Ny sti", "Godkendt."), ("2", "Ny hal", "Udsat.")]),
    # points of one item, and what was decided on them
    ("1. Ny sti\nBeslutning\nAd 1: Godkendt.\nAd 2: Udsat.\n2. Ny hal\nBeslutning\nVedtaget.",
     [("1", "Ny sti", "Ad 1: Godkendt.\nAd 2: Udsat."), ("2", "Ny hal", "Vedtaget.")]),
    ("Ad 1) Godkendt\nDet var alle med på.\nAd 2) Udsat\nDer mangler et svar.\nAd 3) Ny hal\nGodkendt.", []),
    ("Ad 1) Ny sti\nGodkendt.\nAd 3) Ny hal\nGodkendt.\nAd 4) Ny vej\nGodkendt.", []),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=[t[0][:30] for t in TAKEN_UP])
def test_items_may_be_taken_up_below_the_agenda(text, expected):
    running = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n{text}")
    found = parse(running, PAPER)
    said = {s.item: running.text[s.content : s.end].strip() for s in found.decided}
    assert [(i.number, i.title, said.get(n)) for n, i in enumerate(found.items)] == expected


WRAPPED = [
    # two printed lines of a paragraph                                                          do they end it and begin a decision?
    ("Rådet skriver et svar. Det skal være i\nSocialudvalget den 7. juni 2022.", False),
    ("Svaret er på dagsordenen for mødet med\nSocialudvalget den 7. juni 2022", False),
    ("Rådet glæder sig til at møde\nSocialudvalget den 7. juni 2022.", False),
    ("Sagen er drøftet før.\nBeslutning i Socialudvalget den 7. april 2022", True),
    ("Anbefales.\nBeslutning i Socialudvalget den 7. april 2022:", True),
]


@pytest.mark.parametrize(("lines", "apart"), WRAPPED, ids=[w[0][-40:] for w in WRAPPED])
def test_a_line_with_body_and_day_may_end_the_sentence_above(lines, apart):
    reading = Reading([PageReading(1, f"Referat\nÆldrerådet\nMødedato: 4. maj 2022\n\n3. Ny klub\n\n{lines}\nGodkendt.\n")])
    found = parse(flow(reading), reading)
    assert bool([s for s in found.decided if s.body == "Socialudvalget"]) == apart


NO_DAY = [
    "Forslag til plan\nNordby Kommune\nApril 2022\nByrådet ventes at behandle forslaget den 22. juni 2022.",
    "Forslag til plan\nSagsnr. 03.25.00-P20-3-22\nPlanen løber fra den 1. juli 2022.",
    "Anbefalinger\nRådet har læst lovforslaget af 3. oktober 2018.",
]


@pytest.mark.parametrize("text", NO_DAY)
def test_a_day_in_passing_is_no_meeting(text):
    assert parse(flow_of(text), PAPER).meeting_date is None


def test_a_case_number_under_the_letterhead():
    text = "Nordby Kommune\nBørn og Kultur\nDen 6. maj 2019\nSag nr. 2019-03418\nIndstilling\nNyt børnehus på Skolevænget"
    assert parse(flow_of(text), PAPER).case_numbers == ["2019-03418"]


MUNICIPALITIES = [
    ("Byrådet i Dalby, torsdag den 5. oktober 2006\nReferat\n1. Ny skole\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("DALBORG AMT\nAMTSRÅDET\nUdskrift af protokollen\n1. Ny vej\nBeslutning\nGodkendt.", "Dalborg Amt"),
    ("DALBORG AMT Amtsrådets møde den 4. maj 1998\n1. Ny vej\nBeslutning\nGodkendt.", "Dalborg Amt"),
    ("Dalø Regionskommune\nReferat\nByrådet\n1. Ny vej\nBeslutning\nGodkendt.", "Dalø Regionskommune"),
    ("Referat\nByrådet\nMøde med Dalborg Amt om vejen\n1. Ny vej\nBeslutning\nGodkendt.", None),
    ("Referat\nByrådet i Byrådssalen, torsdag den 5. oktober 2006\n1. Ny skole\nBeslutning\nGodkendt.", None),
    ("Referat\nByrådet\nMødested\nLokale 5, Dalby Rådhus\n1. Ny skole\nSkolen ligger i Dalby.\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("Referat\nByrådet\nMødested\nLokale 5, Dalby Rådhus\n1. Ny skole\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("Dalby Rådhus 29-11-2018\nReferat\nHandicaprådet\nMødested: Kantinen\n1. Ny skole\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("Referat\nByrådet\nMødested\nDalby Rådhus, Skolevej 5\n1. Ny skole\nBeslutning\nGodkendt.", None),
    ("Dalby Rådhus, Torvegade 1\nReferat\nByrådet\n1. Ny skole\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("Referat\nRegionsrådet\n4. maj 2022\n1. Ny vej\nBeslutning\nGodkendt.\n\nRegion Vesterhav", "Region Vesterhav"),
    ("Referat\nByrådet\nMødested\nLokale 5, Ringe Rådhus\n1. Ny skole\nBeslutning\nGodkendt.", None),
    ("Referat\nRegionsrådet\nMødested\nLokale 5, Dalby Rådhus\n1. Ny skole\nBeslutning\nGodkendt.", None),
    ("DALBY TRAFIKSIKKERHEDSRÅD\nReferat\n1. Ny skole\nBeslutning\nGodkendt.", "Dalby Kommune"),
    ("DALBY SKAKRÅD\nReferat\n1. Ny skole\nBeslutning\nGodkendt.", None),
    ("Referat\nByrådet\nSted: Lokale 5, Administrationsbygningen i Dalby\n1. Ny skole\nSkolen ligger i Dalby.\nBeslutning\nGodkendt.",
     "Dalby Kommune"),
    ("Referat\nFjordby Byråd\n4. maj 2022\n1. Eventuelt\nBeslutning\nIntet.", "Fjordby Kommune"),
    ("HOLMBY BYRÅD\nBESLUTNINGSPROTOKOL\n1. Eventuelt\nIntet.", "Holmby Kommune"),
    ("Anbefalinger til Nordby Kommunes boligpolitik\nVi foreslår flere boliger.", "Nordby Kommune"),
    ("Anbefalinger\nI Ishøj Kommune og i Aarhus Kommune har man gode erfaringer.", None),
    ("Anbefalinger\nI Ishøj Kommune har man gode erfaringer.", None),
    ("Notat\nTil Socialudvalget om listen\nUdvalget bad om et overblik.\n\nNORDBY KOMMUNE\n\nPlan og Bolig", "Nordby Kommune"),
    ("Notat\nTil Socialudvalget om listen\nUdvalget bad om et overblik.\n\nSIDSTE NYT\n\nPlan og Bolig", None),
    ("Nøgletal til budget 2024\nNordby Kommune, Økonomi, 14. august 2023. Tallene er foreløbige.", "Nordby Kommune"),
    ("Budget kort fortalt\nVi bliver flere.\nNordby Kommune · Budget 2024", "Nordby Kommune"),
    ("Budget kort fortalt\nVi bliver flere.\nNordby Kommune er med i forsøget.", None),
    ("Referat\nByrådet\n4. maj 2022\n1. Eventuelt\nBeslutning\nIntet.", None),
    ("Referat\nUdvalg Ældreråd\n4. maj 2022\n1. Eventuelt\nBeslutning\nIntet.", None),
    ("Referat\nÆldrerådet\n4. maj 2022\n1. Valg til Danske Ældreråds bestyrelse\nBeslutning\nGodkendt.", None),
    ("Referat\nÆldrerådet\n4. maj 2022\n1. Møde med Regionens Ældreråd og det Kommende Byråd\nBeslutning\nGodkendt.", None),
    ("Referat\nRegionsrådet\n4. maj 2022\n1. Grusgrav i Ishøj Kommune\nBeslutning\nGodkendt.", None),
    ("Referat\nByrådet\n4. maj 2022\n1. København\nResume\nKøbenhavn vokser i København.\nBeslutning\nGodkendt.", "Københavns Kommune"),
]


@pytest.mark.parametrize(("text", "expected"), MUNICIPALITIES)
def test_municipality(text, expected):
    assert parse(flow_of(text), PAPER).municipality == expected


ONE_CASE = "Møde den 4. maj 2021\n9. Boligerne\nIndstilling\nAt planen godkendes.\nBeslutning i Socialudvalget den 4. maj 2021\n"
KINDS = [
    (f"Socialudvalget · Indstilling til Byrådet\n{ONE_CASE}Indstilles godkendt.", "proposal"),
    (f"Socialudvalget · Indstilling til Byrådet\n{ONE_CASE}Godkendt.", "minutes"),
    (f"Socialudvalget\n{ONE_CASE}Indstilles godkendt.", "minutes"),
    ("Statusrapport til Byrådet\nDecember 2021\n1. Listerne\nDer er tre.\n2. Tallene\nDe blev talt. Vi mente ja. De stemte.", "other"),
    ("NOTAT\nNordby Kommune\nEmne: Boligerne\nIndstilling\nForvaltningen indstiller, at notatet tages til efterretning.", "other"),
    ("Regnskab 2012 – bemærkninger\nIndstilling\nAt regnskabet godkendes.", "other"),
    ("Status på boligområderne\nIndstilling\nForvaltningen indstiller, at status tages til efterretning.", "proposal"),
    ("Redegørelse for området\nTallene er faldet.", "other"),
    ("Regnskab 2012\nIndstilling\nAt regnskabet godkendes.\nBeslutning i Byrådet den 4. maj 2013\nGodkendt.", "proposal"),
    ("Boligforeningen Lunden\nKære byrådsmedlemmer\nI budgetforslaget er der et hul.", "statement"),
    ("Budget 2022-2025\nBemærkninger til det vedtagne budget\nBudgettet er godt.", "other"),
    ("Bemærkninger til lokalplan 4\nVi bor ved siden af.", "statement"),
    ("Boligsocial helhedsplan for Lunden\nOmrådet er stort.", "proposal"),
    ("Dagsorden\nByrådet\nMødedato: 4. maj 2022\n1. Ny skole\nResume\nDer er brug for plads.", "agenda"),
    ("UDVALG\nKlimaudvalget, Nordby Kommune\nSTARTTIDSPUNKT\n05-03-2024 16:00:00\nPUNKTER\n1. Ny skole\n24/1107\nIndstilling\nDer bygges.\n"
     "2. Takster\n23/4410\nIndstilling\nDe hæves.", "agenda"),
    ("Klimaudvalget, Nordby Kommune\nTil brug for mødet\n1. Baggrund\nIndstilling\nDer bygges.\n2. Takster\nIndstilling\nDe hæves.",
     "proposal"),
    ("Budgetforslag 2025\nOplæg til 1. behandling i Økonomiudvalget den 27. august 2024", "proposal"),
    ("Høringssvar om skoleplanen\nBestyrelsen har læst planen.", "statement"),
    ("Indstilling\nForvaltningen indstiller, at planen godkendes.\nBeslutning i Økonomiudvalget den 4. maj 2022\nGodkendt.", "proposal"),
    ("4. Ny skole (B)\nNordby Kommune\nSagsnr.: 398-2024-1\nIndstilling\nDirektionen indstiller, at der bygges.", "proposal"),
    ("Kære naboer\nVi holder fest på lørdag.", "other"),
    ("Fælles henvendelse om boligerne\nKære minister\nVi skriver for fem kommuner.", "statement"),
    ("Kære minister\nKommunen beder om et svar om boligerne.", "other"),
    ("Samarbejdsaftale om Lunden\nmellem Nordby Kommune og foreningen\nSag 18/4. Til behandling i Byrådet den 4. maj 2022", "proposal"),
    ("UDKAST\nSamarbejdsaftale om Lunden\nmellem Nordby Kommune og foreningen", "proposal"),
    ("Samarbejdsaftale om Lunden\nmellem Nordby Kommune og foreningen", "other"),
    ("Udkast til notat\nUdvalget bad om et overblik.", "other"),
    ("Opfølgning pr. 31. juli\n1. Indstilling\nDirektionen indstiller, at den godkendes.\n2. Samlet billede\nDer spares.", "proposal"),
    ("Nordby Kommune\nÆldrerådet\nB E R E T N I N G F O R 2 0 0 2\nBeretningen er vedtaget på rådets møde den 18. februar 2003.\n"
     "1. Rådets møder\nUdtalelsen blev vedtaget med 6 stemmer mod 4.\n2. Regnskab\nDer blev givet 5.000 kr.\n3. Planer\nDer holdes møde.",
     "other"),
    ("Havnen: hvad nu?\nRedegørelse fra Ældrerådet i Nordby Kommune, vedtaget på rådets møde den 10. december 2015\nHavnen er stille.",
     "statement"),
    ("Havnen: hvad nu?\nTal fra Ældrerådet i Nordby Kommune, opgjort den 10. december 2015\nHavnen er stille.", "other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    assert parse(flow_of(text), PAPER).kind == kind


LISTS = [
    ("Indstilling\nForvaltningen indstiller,\n1. at planen godkendes,\n2. at pengene findes,\n4. at der lånes.", [(1, 1), (2, 1), (4, 1)]),
    ("Beslutningspunkter\nAt 1) planen godkendes,\nAt 2) pengene findes.", [(1, 1), (2, 1)]),
    ("Vores råd\n1. Giv det tid. Vent.\n2. Lyt til folk. Ja.\nMål\n1. Flere job\n2. Færre flytninger", [(1, 1), (2, 1), (1, 2), (2, 2)]),
    ("1. Hvorfor\nVi mangler plads.\n2. Indhold\nHuset får tre spor:\n1) Musik\n2) Mad\n3) Job\n3. Pris\nEn million.",
     [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (3, 2)]),
    ("1. Hvorfor\nVi mangler plads.\n2. Indhold\nHuset får spor:\n1. Musik er ny.\n2. Mad er god.\n3. Job er nye.\n3. Pris\nEn million.",
     [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (3, 2)]),
    ("1. Hvorfor\nVi mangler plads.\n2. Indhold\nHuset får spor:\n1) Musik\n2) Mad\n3. Forslag\nVi foreslår,\n1. at huset bygges,\n"
     "3. at pengene findes.", [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (1, 3), (3, 3)]),
    ("Vores råd\n1. Giv det tid.\n2. Lyt til folk.\n2. Vent.", [(1, 1), (2, 1), (2, 1)]),
    ("Planen blev vedtaget i 2008, jf. bilag\n1. Den peger på byen.\n1. Plads\n2. Pris", [(1, 1), (2, 1)]),
    ("Indstilling\nAt 1) planen godkendes,\nAt 2) pengene findes, og\nAt 3) der lånes.", [(1, 1), (2, 1), (3, 1)]),
    ("Beslutning\n1. og 3. anbefales.\n2. anbefales af et flertal.\n4. sendes tilbage.", []),
    ("Beslutning\n2. udsættes.\n1., 3. og 4. godkendt.", []),
    ("Beslutning\n1.-3. tiltrådt.\n4. afslået.\nIndstilling\n1. at planen godkendes,\n3. at der lånes.", [(1, 1), (3, 1)]),
    ("Mål\n1. 2. etape bygges.\n2. Tre stier anlægges.\n4. Plads til flere.", [(1, 1), (2, 1), (4, 1)]),
    ("Oversigt\n58. Bilag 1 - Kort\n58. Bilag 2 - Notat", []),
    ("Plan\n12. maj 2020 er sidste frist.\n1. behandling er i august.\n2,5 mio. kr. er sat af.\n3. kvartal er roligt.", []),
]


LIST_AT_THE_END = """12. Ny sti
Resume
Stien ses i bilag 1.
Beslutning
Godkendt.
13. Ny hal
Resume
Hallen ses i bilag 2.
Beslutning
Godkendt.
"""
ITEMS = [
    # what stands in the paper                                                                     its items
    (LIST_AT_THE_END + "Bilagsliste\n12. Ny sti\nBilag 1: Kort\n13. Ny hal\nBilag 2: Tegning", [("12", "Ny sti"), ("13", "Ny hal")]),
    (LIST_AT_THE_END + "Bilagsoversigt\nPunkt 12: Ny sti\n1. Kort\nPunkt 13: Ny hal\n2. Tegning", [("12", "Ny sti"), ("13", "Ny hal")]),
    ("Indholdsfortegnelse\n12. Ny sti 2\n13. Ny hal 3\n" + LIST_AT_THE_END, [("12", "Ny sti"), ("13", "Ny hal")]),
    ("1. Ny sti\nSag nr. 163\nBeslutning\nGodkendt.\n2. Ny hal\nSag nr. 164\nBeslutning\nUdsat.", [("1", "Ny sti"), ("2", "Ny hal")]),
    ("4. Ny sti\nSag nr. 163\nBeslutning\nGodkendt.\n2. Ny hal\nSag nr. 164\nBeslutning\nUdsat.",
     [("163", "4. Ny sti"), ("164", "2. Ny hal")]),
    ("Ny sti\nSag nr. 12 · 21-004418 · Beslutningskompetence: KB\nBeslutning\nGodkendt.\nNy hal\nSag nr. 13 | Beslutningskompetence: KB\n"
     "Beslutning\nGodkendt.", [("12", "Ny sti"), ("13", "Ny hal")]),
    ("12. Ny sti\nSagsfremstilling\nDer kom svar fra:\n1. Elevrådet\n2. Naboerne\nBeslutning\nGodkendt.\n13. Ny hal\nBeslutning\nGodkendt.",
     [("12", "Ny sti"), ("13", "Ny hal")]),
    ("2. Ny sti\nSagsid.: 14/1234\nBeslutning\nGodkendt.\nBilag\n1. Kort over stien\n2. Svar fra naboer\n3. Ny hal\nSagsid.: 14/1235\n"
     "Beslutning\nGodkendt.\nBilag\n3. Tegning\n4. Kort\n4. Ny vej\nSagsid.: 14/1236\nBeslutning\nGodkendt.",
     [("2", "Ny sti"), ("3", "Ny hal"), ("4", "Ny vej")]),
    ("31.\n00.01 A01\nNy sti\nStien er lang.\nByrådet: Godkendt.\n32.\n82.06 G04\nNy hal\nHallen er stor.\nByrådet: Udsat.",
     [("31", "Ny sti"), ("32", "Ny hal")]),
    ("31\n0-22-98\nNy sti\nByrådet: Godkendt.\n32\n5-12-97\nNy hal\nByrådet: Udsat.", [("31", "Ny sti"), ("32", "Ny hal")]),
    ("31\n04-05-2021\nNy sti\nByrådet: Godkendt.\n32\n04-05-2021\nNy hal\nByrådet: Udsat.", []),
    ("SAG 3\nNy sti\nByrådet sagde ja til stien.\nSAG 4\nNy hal\nByrådet drøftede hallen.", [("3", "Ny sti"), ("4", "Ny hal")]),
    ("Dagsordenspunkter\n1 Havnen. Frigivelse af midler\n2 Hallen. Ændring af takster\n7 Vejen. Endelig vedtagelse\n4 Valg af formand\n"
     "03.02.00-A00-4-16\n1. Havnen. Frigivelse af midler\nÅbent\nSAGSRESUMÉ\nHavnen er lang.\nBESLUTNING\nGodkendt.\n"
     "2. Hallen. Ændring af takster\nÅbent\nBESLUTNING\nGodkendt.\nBilag\n1. Kort\n7. Vejen. Endelig vedtagelse\nÅbent\n"
     "BESLUTNING\nUdsat.\n4. Valg af formand\nBESLUTNING\nIda Holm blev valgt.",
     [("1", "Havnen. Frigivelse af midler"), ("2", "Hallen. Ændring af takster"), ("7", "Vejen. Endelig vedtagelse"),
      ("4", "Valg af formand")]),
    ("Punkt: 55 Acadre sagsnr.: 09/1102\nJournalnr.: 00.01.00 A00 Sagsforløb: ØU\nMødedato: 14-05-2009\nSagsbehandler: Lis Bang\n"
     "Ny sti\nBeslutning\nGodkendt.\nPunkt: 56 Acadre sagsnr.: 09/8841\nJournalnr.: 00.30.14 Ø00\nNy hal\nBeslutning\nGodkendt.",
     [("55", "Ny sti"), ("56", "Ny hal")]),
    ("12. Ny sti\nBeslutning\nGodkendt.\n13. Ny hal\nBeslutning\nGodkendt.\n"
     "15. Ny vej\nBeslutning\nGodkendt.\n14. Ny bro\nBeslutning\nUdsat.",
     [("12", "Ny sti"), ("13", "Ny hal"), ("15", "Ny vej"), ("14", "Ny bro")]),
    ("12. Ny sti\nBeslutning\nGodkendt.\nSagsfremstilling\n1. Orientering om stien.\n2. Orientering om broen.\n3. Orientering om vejen.\n"
     "13. Ny hal\nBeslutning\nGodkendt.", [("12", "Ny sti"), ("13", "Ny hal")]),
    ("1. Ny sti\nBeslutning\nGodkendt.\nSagsfremstilling\n1. Orientering om stien.\n2. Orientering om broen.\n3. Orientering om vejen.\n"
     "2. Ny hal\nBeslutning\nGodkendt.", [("1", "Ny sti"), ("2", "Ny hal")]),
    ("108. Ny sti\nSagsfremstilling\n1. Velkomst ved formanden\n2. Dialog om budgettet\nIndstilling\nDet indstilles, at stien anlægges.\n"
     "Beslutning\nGodkendt.\n109. Ny hal\nBeslutning\nGodkendt.", [("108", "Ny sti"), ("109", "Ny hal")]),
    ("Dagsorden\n1 Ny sti\n2 Ny hal\n3 Ny vej\n1 Åbent Ny sti\nResumé\nStien.\nBilag\n1. Kort\n2 Åbent Ny hal\nResumé\nHallen.\nBilag\n"
     "1. Tegning\n2. Svar\n3 Åbent Ny vej", [("1", "Ny sti"), ("2", "Ny hal"), ("3", "Ny vej")]),
    ("12. Ny sti abcde / 08/3007 ÅBEN SAG\nBeslutning\nGodkendt.\n13. Ny hal i 08/09\nBeslutning\nGodkendt.",
     [("12", "Ny sti"), ("13", "Ny hal i 08/09")]),
    ("1. Godkendelse af dagsorden.\n2. Siden sidst: Ida Holm vil gerne hjælpe med stien, når den bliver anlagt.\nOrienteringsmøde\n"
     "1. Orientering om året\n2. Planer\n3. Eventuelt\nIntet.", [("1", "Orientering om året"), ("2", "Planer"), ("3", "Eventuelt")]),
    ("12. Ny sti 18.00Ø00 - 2014/17823\nBeslutning\nGodkendt.\n13. Budget 2014/2015\nBeslutning\nGodkendt.",
     [("12", "Ny sti"), ("13", "Budget 2014/2015")]),
    ("12. Ny sti\nPunkter til drøftelse:\n13. Ny hal\n14. Ny vej\nOrienteringssager:\n15. Ny bro",
     [("12", "Ny sti"), ("13", "Ny hal"), ("14", "Ny vej"), ("15", "Ny bro")]),
    ("12. 1. økonomirapport\nBeslutning\nGodkendt.\n13. Ny hal\nBeslutning\nGodkendt.", [("12", "1. økonomirapport"), ("13", "Ny hal")]),
]


@pytest.mark.parametrize(("text", "items"), ITEMS, ids=[t[:40] for t, _ in ITEMS])
def test_items_and_what_only_looks_like_one(text, items):
    found = parse(flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2021\n{text}"), PAPER)
    assert [(i.number, i.title) for i in found.items] == items


CLOSED = [
    # the items                                                                                    those behind closed doors
    ("1. Ny sti\nBeslutning\nGodkendt.\nLukkede punkter\n2. Salg\n3. Køb\nÅbne punkter\n4. Eventuelt", ["2", "3"]),
    ("1. Ny sti\n2. Ny hal\nSager for lukkede døre:\n3. Salg af grund\n4. Køb af hus", ["3", "4"]),
    ("1. Ny sti\nBeslutning\nGodkendt.\nTil behandling - for lukkede døre\n2. Salg\nBeslutning\nUdsat.", ["2"]),
    ("1. Ny sti\nBeslutning\nGodkendt.\nLUKKET MØDE\n2. Salg\nBeslutning\nUdsat.", ["2"]),
    ("1. Ny sti\nSagsnr.: 08/117 Åben\nBeslutning\nGodkendt.\n2. Salg\nSagsnr.: 08/118 Lukket\nBeslutning\nUdsat.", ["2"]),
    ("1. Ny sti\nÅben sag\nBeslutning\nGodkendt.\n2. Salg\nLukket sag\nBeslutning\nUdsat.", ["2"]),
    ("Indhold\n1. Ny sti 3\nLukket møde\n2. Salg 4\n1. Ny sti\nBeslutning\nGodkendt.\n2. Ny hal\nBeslutning\nUdsat.", []),
    ("1. Ny sti\nBeslutning\nGodkendt.\n2. Salg (Lukket)\n3. Køb af jord - Lukket punkt", ["2", "3"]),
    ("1. Ny sti\nBeslutning\nGodkendt.\nLUKKEDE BESLUTNINGSSAGER\n2. Salg\nÅbne dagsordenspunkter\n3. Eventuelt", ["2"]),
    ("1. Ny sti\nBeslutning\nGodkendt.\n2. Ny hal\nBeslutning\nUdsat.\nLUKKET PUNKT:\n3. Debat om salg\nLUKKET SAG", ["3"]),
    ("1. Ny sti - vejen er lukket\nBeslutning\nGodkendt.\n2. Broen (lukket i 2019)\nBeslutning\nUdsat.", []),
    ("1. Ny sti\nMødedato\nÅbent punkt\nLukket punkt\nBeslutning\nGodkendt.\n2. Ny hal\nBeslutning\nUdsat.", []),
    ("1. Ny sti\nSkolen lukket\nBeslutning\nLukket sag.\n2. Ny hal\nSagsfremstilling\nBroen er lukket\nBeslutning\nUdsat.", []),
    ("1. Ny sti\nBeslutning\nSagen blev behandlet for lukkede døre.\n2. Ny hal\nLukkede institutioner\nBeslutning\nUdsat.", []),
]


@pytest.mark.parametrize(("text", "closed"), CLOSED, ids=[t[:40] for t, _ in CLOSED])
def test_items_behind_closed_doors(text, closed):
    found = parse(flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2021\n{text}"), PAPER)
    assert [i.number for i in found.items if i.closed] == closed


def test_a_heading_over_the_closed_items_is_no_part_of_the_decision_above():
    flow = flow_of("Referat\nByrådet\n4. maj 2021\n1. Ny sti\nBeslutning\nGodkendt.\nLukkede punkter\n2. Salg\nBeslutning\nUdsat.")
    assert [d.raw for d in decisions.decide(flow, parse(flow, PAPER)).decisions] == ["Godkendt.", "Udsat."]


LISTS += [
    # an overview of annexes has the items again
    ("Referat\nByrådet\nMødedato: 4. maj 2021\n" + LIST_AT_THE_END + "Bilagsoversigt\n13. Ny hal\nBilag 1: Tegning", []),
]


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_list_numbers(text, numbers):
    written = flow_of(text)
    assert [(n.number, n.run) for n in list_numbers(written, parse(written, PAPER))] == numbers


@settings(max_examples=80)
@given(st.text(alphabet="Punkt 12.: Beslutning\nByrådet den 4. maj 2022 (A)\f\"”å-,", max_size=300))
def test_any_text_goes_in_without_an_exception(text):
    written = flow_of(text)
    found = parse(written, PAPER)
    decisions.decide(written, found)
    remarks.remarks(written, found)
    people.attendance(written, found)
    annexes.find(written, found)
    list_numbers(written, found)


REPORTS = [
    "Revisionsberetning\nIndledning\nVi har set på regnskabet.\nKonklusion\nVi har ingen forbehold.\nBemærkninger\nDer er to.",
    "Revisionsberetning\n1 INDLEDNING\nVi har set på regnskabet.\n2 KONKLUSION\nVi har ingen forbehold.\n3 BEMÆRKNINGER\nDer er to.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_what_a_report_comes_to_is_no_decision(text):
    assert parse(flow_of(text), PAPER).decided == []


TITLES = [
    ("Nordby Kommune\n# Notat\n# Status for de store boligområder\nTil Boligudvalget\n# 1 Hvorfor dette notat\nTekst.",
     "Status for de store boligområder"),
    ("# Indstilling\nTil Byrådet\nDato 25. april 2023\nSag Nyt børnehus ved Åparken\n# 1. Resumé\nTekst.", "Nyt børnehus ved Åparken"),
    ("Center for Teknik og Miljø\nSagsnr.: 61-2016-3308 Åbent\n# Cykelsti langs Vestervej\n# Kompetence\nTekst.",
     "Cykelsti langs Vestervej"),
    ("# NOTAT\nSag 23/4187\n# 1. Resumé\nTekst.", "NOTAT"),
    ("# Referat\nByrådet\nMødedato: 4. maj 2022\n# 1. Ny skole\nBeslutning\nGodkendt.", "Referat"),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[t[1] for t in TITLES])
def test_a_paper_is_called_by_its_own_title_and_not_by_its_kind(text, title):
    assert parse(flow_of(text), PAPER).title == title


CASES = [
    ("Sagsnr.: 61-2016-3308 Dok.nr.: 61-2016-20447 Åbent", ["61-2016-3308"]),
    ("Sagsnr. 23/4187", ["23/4187"]),
    ("Sagsnr. 12-04-2022", []),
    ("Sag 12-3 er lukket.", []),
    ("J.nr. 05.04.12G01", ["05.04.12G01"]),
    ("26/00418. Afgøres af kommunalbestyrelsen.", ["26/00418"]),
    ("Åben sag. 08/9911. Sagsgang: ØU - BY", ["08/9911"]),
    ("Åbent punkt · 22/6004", ["22/6004"]),
    ("22/5517 | KFU, ØU, BY", ["22/5517"]),
    ("Lukket: 22/5517", ["22/5517"]),
    ("12/10. Mødet er aflyst.", []),
    ("22/5517 er den sag, som Byrådet behandlede.", []),
    ("I sagen 22/5517. Den er lukket.", []),
]


@pytest.mark.parametrize(("line", "cases"), CASES)
def test_the_number_of_a_case_after_its_label(line, cases):
    assert parse(flow_of(f"# Notat\n{line}\n# Ny skole i Nordby\nTekst."), PAPER).case_numbers == cases


def test_a_number_with_its_door_stands_above_the_title():
    text = ("# Økonomiudvalget\nReferat 22. maj 2013\nåbent 1\nOrientering om likviditeten\nBeslutning: Taget til efterretning.\n"
            "lukket 101\nPersonalesag\nBeslutning: Drøftet.")
    items = parse(flow_of(text), PAPER).items
    assert [(i.number, i.title, i.closed) for i in items] == [
        ("1", "Orientering om likviditeten", False), ("101", "Personalesag", True)]

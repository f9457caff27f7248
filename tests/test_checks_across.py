"""Figures and decisions that differ between documents, and documents that have nothing to do with each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from extractors.document import extract
from extractors.reading import read
from minutes.checks import judge
from minutes.checks.across import across_differs
from minutes.records import Decision, Document, Figure, Votes
from tests.paper import findings, measured, place

CASE = "03.25.00-P20-3-22"
MADE = Path(__file__).parent.parent / "corpus" / "made"


def pair(proposal: str, minutes: str, **fields: object) -> tuple[Document, Document]:
    """A proposal, and the minutes' item 4 of the same case."""
    first = measured(proposal, "forslag.pdf", kind="proposal", case_numbers=(CASE,), title="Forslag til helhedsplan")
    second = measured(f"#4 Helhedsplan\n{CASE}\n{minutes}\n#5 Andet\nTekst.", "referat.pdf", case_numbers=(CASE,), **fields)
    return first, second


DIFFER = [
    # proposal                                              minutes
    ("De to afdelinger har tilsammen 612 boliger.", "Planen omfatter 621 boliger i de to afdelinger."),
    ("Kommunen bidrager med 3,6 mio. kr. og fonden med resten.", "Kommunens medfinansiering på 3,9 mio. kr. i løbetiden godkendes."),
    ("Driften af den nye institution koster 9,2 mio. kr. årligt.", "Driften af den nye institution koster 9,6 mio. kr. årligt."),
    ("Anlægssummen for hallen er 48.250.000 kr.", "Hallens anlægssum på 48.520.000 kr. frigives."),
    ("Huslejen bliver 1.125 kr. for et værelse.", "Huslejen for et værelse bliver 1.215 kr."),
    ("Driften er beregnet til 520.000 kr.", "Driften er beregnet til 550.000 kr."),
    ("Landsbyggefonden betaler 75 pct. af udgiften.", "Landsbyggefonden dækker 57 pct. af udgiften."),
    ("Renten på lånet er 2,45 pct.", "Renten på lånet er 2,54 pct."),
    ("Den 1. januar 2018 boede der 742 personer i de to blokke.", "I de to blokke er der 318 boliger og 724 beboere."),
    ("Huset koster 38,5 mio. kr. Der gives en anlægsbevilling på 38,5 mio. kr.",
     "Der gives en anlægsbevilling på 36,5 mio. kr. Et kulturhus for 38,5 mio. kr. er foreslået."),
    ("Fonden søges om 18,0 mio. kr. Kommunen betaler 4,2 mio. kr. og foreningen 1,8 mio. kr.",
     "Fonden søges om 18,0 mio. kr., kommunens andel er 4,4 mio. kr., og foreningen betaler 1,8 mio. kr."),
    ("Den årlige mindreudgift er netto 450.000 kr. årligt, når udgiften til de nye pladser holdes udenfor.",
     "Driften bliver netto 540.000 kr. årligt lavere, før udgiften til de nye pladser regnes med."),
    ("Kommunen yder flyttehjælp. Der afsættes 450.000 kr. om året.", "Der afsættes 540.000 kr. årligt til flyttehjælp."),
    ("Af de 900.000 kr. spares:\n514.000 kr. ved den nye plan, 236.000 kr. på flextur og 150.000 kr. på telebus.",
     "Det mindsker udgiften med 541.000 kr. Resten af de 900.000 kr. findes ved flextur (236.000 kr.) og telebus (150.000 kr.)."),
    ("Vi vil rive 96 familieboliger ned. Der bygges 110 private boliger.",
     "Det indebærer, at 86 familieboliger rives ned, og at der gives plads til 110 private boliger."),
    ("Pengene går til løn til syv medarbejdere i boligområdet.", "Pengene dækker løn til ni medarbejdere i fire år."),
]
QUIET = [
    ("Af de 900.000 kr. spares:\n514.000 kr. ved den nye plan, 236.000 kr. på flextur og 150.000 kr. på telebus.",
     "Skolen får 541.000 kr., hallen 375.000 kr. og klubben 62.000 kr."),
    ("Vi vil rive 96 familieboliger ned. Der bygges 110 private boliger.",
     "I afdelingen er der 42 ældreboliger. Der er 86 rækkehuse, og 24 af dem får ny have."),
    ("Fonden søges om 18,0 mio. kr. Kommunen betaler 4,2 mio. kr. og foreningen 1,8 mio. kr.",
     "Fonden søges om 18,0 mio. kr., kommunens nye bygninger koster 4,4 mio. kr., og foreningen betaler 1,8 mio. kr."),
    ("Pengene går til løn til syv medarbejdere.", "To af dem er projektmedarbejdere; alle syv medarbejdere får løn."),
    ("Der er løn til syv medarbejdere og ni medarbejdere i alt.", "Der er løn til ni medarbejdere."),
    ("Planen løber i fire år med løn.", "Aftalen om løn gælder i tre år."),
    ("De to afdelinger har 612 boliger.", "Planen omfatter 612 boliger i de to afdelinger."),
    ("Kommunen bidrager med 3,6 mio. kr.", "Kommunens medfinansiering på 3.600.000 kr. godkendes."),
    ("Kommunen bidrager med 900.000 kr. årligt.", "Kommunen bidrager med 3,6 mio. kr."),  # a year and the whole
    ("Kommunen bidrager med 3,6 mio. kr.", "Fonden bidrager med 16,2 mio. kr."),
    ("Kommunen bidrager med 3,6 mio. kr.", "Kommunen bidrager tidligere med 3,9 mio. kr."),
    ("Kommunen bidrager med 3,6 mio. kr. i 2022.", "Kommunen bidrager med 3,9 mio. kr. i 2023."),
    ("Afdelingen har 612 boliger. Den anden afdeling har 621 boliger.", "Afdelingen har 621 boliger."),  # both have it
    ("Der er 348 boliger i Solparken.", "Der er 384 boliger i Engparken."),  # another place
    ("Kommunen yder flyttehjælp. Der afsættes 450.000 kr. om året.", "Der afsættes 540.000 kr. årligt til rengøring."),
    ("Der går 45.000 kr. til flyttehjælp.", "Flyttehjælp og rådgivning koster 54.000 kr."),  # two digits, one word
    ("Der ansættes to medarbejdere for 540.000 kr. til familieområdet.", "Der går 450.000 kr. til evaluering."),
]


@pytest.mark.parametrize(("proposal", "minutes"), DIFFER)
def test_a_figure_that_changed_on_its_way(proposal: str, minutes: str) -> None:
    first, second = pair(proposal, minutes)
    found = findings(across_differs, first, second)
    assert [(f.severity, f.evidence[0].document) for f in found] == [("warning", "forslag.pdf")]


@pytest.mark.parametrize(("proposal", "minutes"), QUIET)
def test_a_figure_that_did_not(proposal: str, minutes: str) -> None:
    assert findings(across_differs, *pair(proposal, minutes)) == []


def test_the_finding_stands_with_both_documents_each_with_its_own_place_first() -> None:
    first, second = pair(*DIFFER[0])
    from minutes.checks import Context
    context = Context((first, second))
    for document in (first, second):
        found = [x for x in across_differs(document, context) if hasattr(x, "severity")]
        assert [[e.document for e in f.evidence][0] for f in found] == [document.file]
        assert found[0].message == "forslag.pdf siger 612 boliger, men referat.pdf siger 621 boliger."


def test_another_item_of_the_minutes_is_another_case() -> None:
    first, second = pair("De to afdelinger har 612 boliger.", "Planen godkendes.")
    other = measured(f"#4 Helhedsplan\n{CASE}\nPlanen godkendes.\n#5 Salg\nDe to afdelinger har 621 boliger.", "referat.pdf",
     case_numbers=(CASE,))
    assert findings(across_differs, first, other) == []
    assert findings(across_differs, first, second) == []


def test_documents_without_a_case_in_common_give_nothing() -> None:
    first = measured("De to afdelinger har 612 boliger.", "a.pdf", kind="proposal", title="Helhedsplan")
    second = measured("De to afdelinger har 621 boliger.", "b.pdf", kind="proposal", title="Vejplan")
    assert findings(across_differs, first, second) == []


def test_one_document_alone_gives_nothing() -> None:
    assert findings(across_differs, measured("Afdelingen har 612 boliger.")) == []


def test_an_amendment_that_says_so_is_a_note() -> None:
    first, second = pair("Tilskuddet til klubben er 48.250.000 kr.",
     "Godkendt med den ændring, at tilskuddet til klubben er 48.520.000 kr.")
    decision = Decision("4", "Byrådet", None, "adopted_amended", place(second.text, "Godkendt"), raw=second.text.split("\n")[2])
    assert [f.severity for f in findings(across_differs, first, replace(second, decisions=(decision,)))] == ["note"]


def version(file: str, text: str, outcome: str, votes: Votes | None = None) -> Document:
    """One version of the minutes of one meeting, with one item and its decision."""
    document = measured(f"#4 Cykelsti langs Mosevej\n{text}", file, body="Byrådet", meeting_date=date(2020, 6, 24))
    decision = Decision("4", "Byrådet", date(2020, 6, 24), outcome, place(document.text, text), votes=votes, raw=text)
    return replace(document, decisions=(decision,))


def test_versions_of_the_minutes() -> None:
    first = version("a.pdf", "Udsat, idet der ønskes en besigtigelse.", "postponed")
    changed = version("b.pdf", "Forslaget sendes tilbage til udvalget.", "returned")
    same = version("c.pdf", "Udsat, idet der ønskes besigtigelse.", "postponed")
    found = findings(across_differs, first, changed)
    assert [f.message for f in found] == ['De to udgaver har hver sin beslutning: "Udsat, idet der ønskes en besigtigelse." og '
                                          '"Forslaget sendes tilbage til udvalget.".']
    assert findings(across_differs, first, same) == []


def test_votes_that_differ_between_versions() -> None:
    first, second = version("a.pdf", "Godkendt, 9 for.", "adopted", Votes(9, 2)), version("b.pdf", "Godkendt, 8 for.", "adopted",
     Votes(8, 3))
    assert [f.check for f in findings(across_differs, first, second)] == ["across-differs"]


AREAS = [
    # value in one, in the other, area, as of, found
    ("42.1", "43.1", "Skovhøj", date(2017, 12, 1), 1),
    ("42.1", "42.1", "Skovhøj", date(2017, 12, 1), 0),
    ("42.1", "43.1", None, date(2017, 12, 1), 0),
    ("42.1", "43.1", "Skovhøj", None, 0),
]


@pytest.mark.parametrize(("one", "other", "area", "day", "count"), AREAS)
def test_one_area_on_one_date(one: str, other: str, area: str | None, day: date | None, count: int) -> None:
    from decimal import Decimal
    documents = []
    for file, value in (("a.pdf", one), ("b.pdf", other)):
        text = f"Andelen uden job er {value.replace('.', ',')} pct."
        number = Decimal(value)
        half = Decimal("0.05")
        documents.append(replace(measured(text, file), figures=(Figure(
            place(text, f"{value.replace('.', ',')} pct."), number, number - half, number + half, "percent", "uden_arbejde", area, day),)))
    assert len(findings(across_differs, *documents)) == count
    later = replace(documents[1], figures=(replace(documents[1].figures[0], as_of=date(2018, 12, 1)),))
    assert findings(across_differs, documents[0], later) == []


CELLS = [
    # what the minutes say of the proposal's table                              found
    ("Plejehjemmet Kildebo har et mindreforbrug på 17,4 mio. kr.", 1),
    ("Plejehjemmet Kildebo har et mindreforbrug på 17,0 mio. kr.", 0),
    ("Plejehjemmet Kildebo har et mindreforbrug på 62,3 mio. kr.", 0),  # another cell of the table
    ("Skolen på Bakken har et mindreforbrug på 17,4 mio. kr.", 0),
    ("Plejehjemmet Kildebo havde tidligere et mindreforbrug på 17,4 mio. kr.", 0),
]


@pytest.mark.parametrize(("text", "count"), CELLS)
def test_a_figure_beside_the_other_documents_table(text: str, count: int) -> None:
    from tests.test_checks_restated import accounts
    first = replace(accounts("Tabellen viser regnskabet."), file="forslag.pdf", sha256="forslag.pdf", case_numbers=(CASE,))
    second = measured(f"#4 Regnskab\n{CASE}\n{text}\n#5 Andet\nTekst.", "referat.pdf", case_numbers=(CASE,))
    assert len(findings(across_differs, second, first)) == count


GRANTS = [
    # what the minutes grant, where the proposal's table comes to 87.100 thousand                             found
    ("Der gives en anlægsbevilling på 81,7 mio. kr.", 1),
    ("Der frigives et rådighedsbeløb på 81.700.000 kr.", 1),
    ("Der gives en anlægsbevilling på 87,1 mio. kr.", 0),
    ("Der gives en anlægsbevilling på 80,0 mio. kr.", 0),
    ("Der gives en anlægsbevilling på 81,7 mio. kr., mens 5,4 mio. kr. er bevilget.", 0),  # what lies between is told
    ("Der gives en anlægsbevilling på 24,8 mio. kr.", 0),  # another cell of the table
    ("Byggeriet på nabogrunden koster 81,7 mio. kr.", 0),
]


@pytest.mark.parametrize(("text", "count"), GRANTS)
def test_a_grant_beside_the_total_of_the_other_documents_table(text: str, count: int) -> None:
    from tests.test_checks_restated import accounts
    first = replace(accounts("Tabellen viser overslaget."), file="forslag.pdf", sha256="forslag.pdf", case_numbers=(CASE,))
    second = measured(f"#4 Regnskab\n{CASE}\n{text}\n#5 Andet\nTekst.", "referat.pdf", case_numbers=(CASE,))
    assert len(findings(across_differs, second, first)) == count


def test_the_order_of_reading_changes_nothing() -> None:
    """A waiver goes by a finding's key: read in another order, a rebuilt database would forget that it was put aside."""
    paths = [MADE / f"kildeskov_{name}" for name in ("indstilling_2019.docx", "indstilling_2019.pdf", "oekonomiudvalg_2019.html")]
    papers = [extract(read(path), path.name, sha256(path.read_bytes()).hexdigest()) for path in paths]
    told = [{f.key for report in judge(order) for f in report.findings if f.check == "across-differs"} for order in (papers, papers[::-1])]
    assert told[0] == told[1] != set()

"""The same figure twice with two values, and two figures that only look the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.checks.restated import restated_differs
from minutes.closeness import FAIR, NONE, STRONG, WEAK, closeness, keys
from minutes.records import Amount, Attendance, Cell, Document, Figure, Table
from minutes.subject import subjects
from tests.paper import claims, findings, measured, paper, place

DIFFER = [
    # text, severity
    ("Det indstilles, at der optages et lån på 4.257.000 kr. til kloakering. Lånet til kloakering på 4.275.000 kr. afdrages over 25 år.",
     "error"),
    ("Anlægsbevillingen er på 12.640.000 kr. til ny sportshal. Der søges anlægsbevilling på 12.460.000 kr. til sportshallen.", "error"),
    ("Planen omfatter 418 boliger i tre afdelinger. De tre afdelinger har 481 boliger.", "error"),
    ("Huslejen for pavillonen er 312.500 kr. årligt. Huslejen for pavillonen på 321.500 kr. årligt dækkes af rammen.", "error"),
    ("Medfinansieringen til havneprojektet er 14,65 mio. kr. Kommunen bidrager med 16,45 mio. kr. til havneprojektet.", "error"),
    ("Købesummen for Mosegården er 2.950.000 kr. Købsprisen for Mosegården på 2.590.000 kr. tilføres kassen.", "error"),
    ("Ejerandelen i selskabet er 36,5 pct. Kommunens ejerandel i selskabet er 35,6 pct. af kapitalen.", "error"),
    ("Grundkapitalen til plejeboligerne er 11,4 mio. kr. Kommunen indskyder grundkapital til plejeboligerne på 114 mio. kr.", "error"),
    ("Fjernvarmegarantien udgør 45 mio. kr. Prisen er ukendt. Fjernvarmegarantien på 54 mio. kr. er uden deponering.", "warning"),
    ("#4 Rengøring\nDer bor 9.420 borgere over pensionsalderen i byen.\n#5 Boliger\n"
     "Af de 9.240 borgere over pensionsalderen bor 30 på plejehjem.", "warning"),
    ("Tilskuddet til svømmeklubben er 245.000 kr. Svømmeklubben får et tilskud på 254.000 kr.", "error"),
    ("Renoveringen af taget koster 3,84 mio. kr. Det nye gulv er pænt. Renoveringen af taget koster 3,94 mio. kr.", "error"),
    ("Prisen for renoveringen af biblioteket er 7,4 mio. kr. Senere: renoveringen af biblioteket koster 7,9 mio. kr.", "note"),
    ("#4 Salg af grund\nGrunden på Engvej sælges for 1.875.000 kr. Salgsprisen for grunden på Engvej, 1.785.000 kr., er tilbudt.", "error"),
    ("Bevillingen på 9.350.000 kr. hæves til 11.280.000 kr., altså med 1.930.000 kr. Tillægsbevillingen på 1.390.000 kr. gives.",
     "warning"),
    ("Der gives af puljen til Lerbjerg 150.000 kr. Det indstilles, at puljen giver Lerbjerg 510.000 kr.", "warning"),
    ("Byggeriet får grundkapital på 2.484.000 kr. Kommunens grundkapital på 7 pct. udgør 2.184.000 kr.", "note"),
    ("Anlægsbevillingen til hallen er 24,5 mio. kr. Bevillingen til hallen på 2,45 mio. kr. gives.", "error"),
    ("Grundkapitalen er 10 pct. Anlægssummen for hallen er 24,56 mio. kr. Anlægssummen for hallen på 26,45 mio. kr. er aftalt.", "note"),
    ("I dag har huset 148.000 besøg, og biblioteket ventes at få 251.000 besøg. Biblioteket får 215.000 besøg.", "error"),
]
SAME_OR_OTHER = [
    "I Søby søger Lerbjerg 42.000 kr. til en rejse. Det indstilles, at Lerbjerg får 24.000 kr.",  # sought, and given
    "Til landsbyerne søges til Lerbjerg 150.000 kr. Godkendt med den ændring, at Lerbjerg får 510.000 kr.",
    "Budgettet for skolen er 4.275.000 kr. Skolens budget er ca. 4,3 mio. kr.",  # rounding
    "Skolens budget er 4,28 mio. kr. Skolens budget er 4,3 mio. kr.",
    "Tilskuddet til klubben er 35.000 kr. mod 53.000 kr. sidste år.",  # one sentence, last year
    "Tilskuddet til klubben er 412.000 kr. Tidligere var tilskuddet til klubben 421.000 kr.",
    "Tilskuddet til klubben er 412.000 kr. i 2021. Tilskuddet til klubben er 421.000 kr. i 2022.",
    "Lejen af hallen er 412.500 kr. Den nuværende leje af hallen er 415.200 kr.",
    "Udgiften er netto 412.500 kr. til vejen. Udgiften er brutto 415.200 kr. til vejen.",
    "Tilskud på 412.500 kr. til børnehaven. Tilskud på 415.200 kr. til vuggestuen.",  # another purpose
    "Salgsprisen i Søby er 412.500 kr. Salgsprisen i Havby er 415.200 kr.",  # another place
    "Driften koster 412.500 kr. årligt. Anlægget koster 415.200 kr.",  # per year and once
    "Projektet har 84 ungdomsboliger. Et andet projekt har 48 seniorboliger.",
    "Bevillingen til broen er 18,4 mio. kr. Heraf er bevillingen til broens belysning 14,8 mio. kr.",
    "Bevillingen til broen er 18,4 mio. kr. Alternativt er bevillingen til broen 14,8 mio. kr.",
    "#3 Skole\nTaget på skolen koster 412.500 kr.\n#4 Børnehave\nTaget på skolen koster 415.200 kr.",  # two agenda items
    # the difference is named
    "Der er 348 boliger i alt på Bakken. Planen omfatter 384 boliger på Bakken, efter at der er bygget 36 boliger mere.",
    "Elevtallet i distriktet er 618 elever. Prognosen for elevtallet i distriktet er 681 elever.",
    "Ansøgeren kan få op til 412.500 kr. til varmepumpen. Varmepumpen koster 415.200 kr.",
    "Vejen koster 7 mio. kr. Broen koster 9 mio. kr.",
    # ten per cent of a sum, or a part of it, is no slipped comma
    "Anlægssummen er 24,5 mio. kr. Kommunens andel af anlægssummen er 2,45 mio. kr.",
    "Anlægssummen til boligerne er 24,5 mio. kr. Grundkapitalen er 10 pct. Kommunen betaler til anlægssummen 2,45 mio. kr.",
    "Prisen for hallen er 4.856.000 kr. Udbetalingen for hallen er 485.600 kr.",
    "Overskuddet i 2025 er på 118,6 mio. kr. Overskuddet i 2026 er på 116,8 mio. kr.",
    "Tilbud A er på 412.500 kr. Tilbud B er på 415.200 kr.",
    # rows of two areas' tables, and paragraphs that go on alike
    "Engvang\nUden job 35,9 pct. 36,1 pct. 37,2 pct.\nSkovbo\nUden job 53,9 pct. 54,7 pct. 55,2 pct.",
    "Engvang\nUden job er 35,9 pct.\nKun skole er 61,2 pct.\nSkovbo\nUden job er 53,9 pct.\nKun skole er 57,4 pct.",
]


@pytest.mark.parametrize(("text", "severity"), DIFFER)
def test_one_thing_with_two_values(text: str, severity: str) -> None:
    assert [f.severity for f in findings(restated_differs, measured(text))] == [severity]


@pytest.mark.parametrize("text", SAME_OR_OTHER)
def test_the_same_value_or_another_thing(text: str) -> None:
    assert findings(restated_differs, measured(text)) == []


def test_evidence_is_both_clauses_the_later_first() -> None:
    found = findings(restated_differs, measured(DIFFER[0][0]))[0]
    assert [e.source.quote for e in found.evidence] == [
        "Lånet til kloakering på 4.275.000 kr. afdrages over 25 år.",
        "Det indstilles, at der optages et lån på 4.257.000 kr. til kloakering."]
    assert found.suggestion == "To cifre kan være byttet om."
    assert (found.stated, found.computed) == ("4275000", "4257000")


def test_figures_that_agree_are_in_the_ledger() -> None:
    document = measured("Bevillingen til broen er 18,4 mio. kr. Vejen er lang. Der søges bevilling på 18,4 mio. kr. til broen.")
    assert [(c.kind, c.verdict) for c in claims(restated_differs, document)] == [("restated", "holds")]


CLOSE = [
    # one, other, closeness
    ("4257000", "4275000", STRONG),
    ("612", "621", STRONG),
    ("13.1", "11.3", STRONG),
    ("4.25", "4.05", FAIR),
    ("4250", "4205", STRONG),
    ("280000", "2800000", FAIR),
    ("85000000", "8500000", FAIR),
    ("28400", "284000", STRONG),
    ("9204000", "9205000", FAIR),
    ("412500", "412600", FAIR),
    ("1234567", "1234568", STRONG),
    ("3.9", "3.6", WEAK),
    ("36", "63", WEAK),
    ("100", "110", WEAK),
    ("5", "50", NONE),
    ("17", "90", NONE),
    ("0", "12", NONE),
]


@pytest.mark.parametrize(("one", "other", "wanted"), CLOSE)
def test_closeness(one: str, other: str, wanted: int) -> None:
    assert closeness(Decimal(one), Decimal(other)) == wanted
    assert closeness(Decimal(other), Decimal(one)) == wanted
    if wanted >= FAIR:
        assert set(keys(Decimal(one))) & set(keys(Decimal(other)))


def budget(text: str) -> Document:
    """A text above a table of proposals in 1.000 kr. over two years, with a share column in per cent."""
    table = ("\nForslag\t2025\t2026\nA. Vikarkorps i plejen\t-2.400\t-3.600\nB. Lavere varme\t-850\t-1.700\nVeje og broer\t24.800\t25.300"
             "\nI alt\t21.550\t20.000")
    document = measured(text)
    text += table
    rows, amounts = [], list(document.amounts)
    for number, line in enumerate(table.strip().split("\n")):
        cells = []
        for column, written in enumerate(line.split("\t")):
            source = place(text, written)
            cells.append(Cell(written, source))
            if number and column:
                value = int(written.replace(".", "")) * 100_000
                amounts.append(Amount(source, value, value - 50_000, value + 50_000, table=0, row=number, column=column))
        rows.append(tuple(cells))
    tables = (Table(0, tuple(rows), 1, "1.000 kr.", place(text, "Forslag\t"), 1000),)
    return paper(text, kind="proposal", amounts=tuple(amounts), figures=document.figures, tables=tables)


UNLIKE_CELL = [
    "Forslag A giver en mindreudgift på 2,4 mio. kr. i 2025 og 3,9 mio. kr. i 2026.",
    "Til veje og broer er der afsat 23,5 mio. kr. i 2026.",
    "Lavere varme sparer 1,71 mio. kr. i 2026. Lavere varme sparer 0,52 mio. kr. i 2025.",
]
LIKE_CELL = [
    "Forslag A giver en mindreudgift på 2,4 mio. kr. i 2025 og 3,6 mio. kr. i 2026.",
    "Til veje og broer er der afsat 25,3 mio. kr. i 2026.",
    "Til veje og broer var der sidste år afsat 23,5 mio. kr. i 2026.",
    "Forslag C koster 3,9 mio. kr. i 2026.",
    "Til veje og broer er der afsat 23,5 mio. kr. i 2027.",
    "Til stier og broer er der afsat 23,5 mio. kr. i 2026.",
    "Til veje og broer samt lavere varme går 23,5 mio. kr. i 2026.",
]


@pytest.mark.parametrize("text", UNLIKE_CELL)
def test_a_sentence_unlike_its_cell(text: str) -> None:
    assert [f.severity for f in findings(restated_differs, budget(text))] == ["error"]


@pytest.mark.parametrize("text", LIKE_CELL)
def test_a_sentence_like_its_cell_or_about_another(text: str) -> None:
    assert findings(restated_differs, budget(text)) == []


TITLES = [
    # title, text, message or None
    ("Tillæg 1 til kommuneplanen", "Forslag til kommuneplantillæg 17 har været i høring.", "note"),
    ("Kommuneplantillæg 17", "Forslag til kommuneplantillæg 71 har været i høring.", "Overskriften siger Kommuneplantillæg 17"),
    ("Salg af Rødvej 381-383", "Ejendommen Rødvej 381-389 er sat til salg.",
     "Overskriften siger Rødvej 381-383, men teksten siger Ejendommen Rødvej 381-389."),
    ("Budget 2020-2023", "Sagen er 1. behandling af budget 2019-2022.", "Budget 2020-2023"),
    ("Budgetopfølgning pr. 30. september", "Budgetopfølgning pr. 30. juni 2017 godkendes.", "pr. 30. juni"),
    ("Forslag til lokalplan 118", "Lokalplan 118 gælder fra i dag.", None),
    ("Forslag til lokalplan 118", "Lokalplan 118 afløser lokalplan 42.", None),
    ("Forslag til lokalplan 118", "Planen gælder fra i dag.", None),
    ("Salg af Rødvej 381", "Naboen på Rødvej 371-373 har skrevet.", "note"),
    ("Tidsplan for budget 2026", "Budget 2025 blev vedtaget i oktober.", None),
    ("Budgetopfølgning pr. 31. august", "Ved opfølgningen pr. 30. april var merforbruget mindre.", None),
    ("Lokalplan 118 for Rødvej 3", "Lokalplanen omfatter Rødvej 1 og Rødvej 3.", None),
    ("Regnskab 2019", "Regnskab for 2019 viser et overskud i forhold til budget 2019.", None),
    ("Budget 2020-2023", "I budget 2020 er der afsat penge.", None),
]


@pytest.mark.parametrize(("title", "text", "message"), TITLES)
def test_a_title_and_its_text(title: str, text: str, message: str | None) -> None:
    found = findings(restated_differs, measured(f"#5 {title}\n{text}\n#6 Meddelelser\nBudget 1999."))
    assert [f.severity == "note" if message == "note" else message in f.message and f.severity == "warning" for f in found] == (
        [True] if message else [])


def test_a_title_without_an_item() -> None:
    text = "Mødedato: 23.08.2017\nBudgetforslag 2018 og overslagsårene 2019-2022\nDet indstilles, at overslagsårene 2019-2021 godkendes."
    found = findings(restated_differs, paper(text))
    assert [f.message for f in found] == ["Overskriften siger overslagsårene 2019-2022, men teksten siger overslagsårene 2019-2021."]


@pytest.mark.parametrize(("line", "found"), [
    ("Der er 31 områder på listen. På den forrige, fra den 1. februar, var der flere.", 0),
    ("Der er 31 områder, som ministeriet har sat på den nye liste over særligt udsatte boligområder i landet, og Dyssekær har ingen.", 0),
    ("De 31 områder på den nye liste", 1),
])
def test_an_opening_is_a_whole_line(line: str, found: int) -> None:
    """Where the opening ends within a sentence, its first words are no title."""
    text = "Notatet er til udvalget.\n" * 19 + f"{line}\nDa den første liste blev udsendt, talte den 29 områder."
    assert len(findings(restated_differs, measured(text))) == found


def test_years_and_marks_of_a_subject() -> None:
    said = subjects(measured("Kommunen bidrager med 2,4 mio. kr. i 2025 og 3,6 mio. kr. i 2026. Det var 1,1 mio. kr. årligt tidligere."))
    assert [sorted(s.years) for s in said] == [[2025], [2026], []]
    assert "bidrag" in said[0].words
    assert "bidrag" in said[1].words


@pytest.mark.parametrize(("value", "compared"), [("11.5", 1), ("11", 0), ("112", 1)])
def test_small_counts_belong_to_their_phrase_unless_they_have_decimals(value: str, compared: int) -> None:
    text = f"Personalet bliver på {value.replace('.', ',')} årsværk."
    number = Decimal(value)
    figure = Figure(place(text, value.replace(".", ",")), number, number, number, "count", noun="årsværk")
    assert len(subjects(paper(text, figures=(figure,)))) == compared


@given(st.text(alphabet="abc .,;\n12 ÆKr%–-/(", max_size=120))
def test_any_text(text: str) -> None:
    findings(restated_differs, measured(text))


def test_a_long_list_of_figures_is_judged_without_comparing_all_with_all() -> None:
    text = " ".join(f"Foreningen nummer{i} får et tilskud på {10_000 + 37 * i} kr." for i in range(3000))
    assert findings(restated_differs, measured(text)) == []


def test_figures_of_an_area() -> None:
    text = "Andelen uden job er 42,1 pct. i Skovhøj. I Nordby er andelen uden job 41,2 pct."
    document = measured(text)
    named = tuple(Figure(f.source, f.value, f.low, f.high, f.unit, "uden_arbejde", area) for f, area in zip(document.figures,
     ("Skovhøj", "Nordby"), strict=True))
    assert findings(restated_differs, paper(text, figures=named)) == []


REFERRING = [
    ("Boligforeningen vil opføre 240 boliger. Af de 420 boliger bliver 84 til unge.", ["warning"]),
    ("Boligforeningen vil opføre 240 boliger. Af de 240 boliger bliver 84 til unge.", []),
    ("Af de 420 boliger bliver 84 til unge.", []),
    ("Foreningen har 240 boliger og vil opføre 318 boliger. De 318 boliger bliver til unge.", []),
    ("Foreningen har 418 boliger i Lund. De 481 boliger er de 331 solgte boliger og de 150 nye boliger.", []),
    ("Foreningen har 418 boliger i Lund. De 481 boliger er de 331 solgte boliger og de 105 nye boliger.", ["warning"]),
    ("Kommunen søger 11,4 mio. kr. til grundkapital. Af de 14,1 mio. kr. falder en del næste år.", ["warning"]),
    ("Kommunen søger 11,4 mio. kr. til grundkapital. Af de 75,0 mio. kr. falder en del næste år.", []),
]


@pytest.mark.parametrize(("text", "severity"), REFERRING)
def test_de_so_and_so_many(text: str, severity: list[str]) -> None:
    assert [f.severity for f in findings(restated_differs, measured(text))] == severity


OTHER_ITEMS = [
    # what item 8 says of item 3, a cycle track along Hovvej for 4.620.000 kr.                             found
    ("Formanden fortalte om frigivelsen af 4.260.000 kr. til cykelstien ved Hovvej.", 1),
    ("Formanden fortalte om frigivelsen af 4.620.000 kr. til cykelstien ved Hovvej.", 0),
    ("Formanden fortalte om frigivelsen af 4.260.000 kr. til broen ved Havnen.", 0),
    ("Formanden fortalte om frigivelsen af 4.820.000 kr. til cykelstien ved Hovvej.", 0),
    ("Formanden fortalte om frigivelsen af 4.260.000 kr. til en cykelsti ved Engen.", 0),
    ("Sidste år blev der frigivet 4.260.000 kr. til cykelstien ved Hovvej.", 0),
]


@pytest.mark.parametrize(("text", "count"), OTHER_ITEMS)
def test_a_sum_of_another_item(text: str, count: int) -> None:
    item = "#3 Cykelsti langs Hovvej\nDer frigives et rådighedsbeløb på 4.620.000 kr. til cykelstien."
    assert len(findings(restated_differs, measured(f"{item}\n#8 Orientering\n{text}"))) == count


BEGINNINGS = [
    ("Driftsbudgettet forhøjes med 3,2 mio. kr. årligt fra 2027. Driften stiger med 3,2 mio. kr. årligt fra 2028.", 1),
    ("Driftsbudgettet forhøjes med 3,2 mio. kr. årligt fra 2027. Driften stiger med 3,2 mio. kr. årligt fra 2027.", 0),
    ("Driftsbudgettet forhøjes med 3,2 mio. kr. årligt fra 2027. Broen koster 3,2 mio. kr. årligt fra 2028.", 0),
    ("Driften koster 3,2 mio. kr. i 2027. Driften koster 3,2 mio. kr. i 2028.", 0),
]


@pytest.mark.parametrize(("text", "count"), BEGINNINGS)
def test_one_sum_from_two_years_on(text: str, count: int) -> None:
    assert len(findings(restated_differs, measured(text))) == count


PERIODS = [
    ("Der søges 8 mio. kr. til indsatsen i 2011-2014. Indsatsen får 8 mio. kr. i 2011-2015.", (2011, 2014), (2011, 2015), 1),
    ("Der søges 8 mio. kr. til indsatsen i 2011-2014. Indsatsen får 8 mio. kr. i 2011-2014.", (2011, 2014), (2011, 2014), 0),
    ("Der søges 8 mio. kr. til indsatsen i 2011-2014. Indsatsen får 8 mio. kr. i 2015-2018.", (2011, 2014), (2015, 2018), 0),
    ("Der søges 8 mio. kr. til indsatsen i 2011-2014. Broen får 8 mio. kr. i 2011-2015.", (2011, 2014), (2011, 2015), 0),
]


@pytest.mark.parametrize(("text", "one", "other", "count"), PERIODS)
def test_one_sum_over_two_periods(text: str, one: tuple, other: tuple, count: int) -> None:
    document = measured(text)
    first, second = document.amounts
    document = replace(document, amounts=(replace(first, period=one), replace(second, period=other)))
    assert len(findings(restated_differs, document)) == count


def accounts(text: str, row: str = "Veje") -> Document:
    """A text below a table of projects with a column for what was not spent, in 1.000 kr., and a total row."""
    table = f"Projekt\tBudget\tMindreforbrug\nPlejehjemmet Kildebo\t62.300\t17.040\n{row}\t24.800\t3.110\nI alt\t87.100\t20.150\n"
    whole = table + text
    document, amounts, rows = measured(whole), [], []
    for number, line in enumerate(table.strip().split("\n")):
        cells = []
        for column, written in enumerate(line.split("\t")):
            source = place(whole, written)
            cells.append(Cell(written, source))
            if number and column:
                value = int(written.replace(".", "")) * 100_000
                amounts.append(Amount(source, value, value - 50_000, value + 50_000, table=0, row=number, column=column))
        rows.append(tuple(cells))
    tables = (Table(0, tuple(rows), 1, "1.000 kr.", place(whole, "Projekt\t"), 1000),)
    return replace(document, kind="proposal", amounts=(*document.amounts, *amounts), figures=(), tables=tables)


ACCOUNTS = [
    ("Plejehjemmet Kildebo er forsinket et halvt år. Mindreforbruget på 17,4 mio. kr. er et spørgsmål om tid.", 1),
    ("Plejehjemmet Kildebo er forsinket et halvt år. Mindreforbruget på 17,0 mio. kr. er et spørgsmål om tid.", 0),
    ("Skolen er forsinket et halvt år. Mindreforbruget på 17,4 mio. kr. er et spørgsmål om tid.", 0),
    ("Budgettet er i alt 81.700.000 kr. for alle projekter.", 1),
    ("Budgettet er i alt 87.100.000 kr. for alle projekter.", 0),
    ("Budgettet er i alt 95.500.000 kr. for alle projekter.", 0),
    ("Budgettet var tidligere i alt 81.700.000 kr. for alle projekter.", 0),
    ("Det indstilles, at der gives en anlægsbevilling på 81.700.000 kr.", 1),
    ("Det indstilles, at der gives en anlægsbevilling på 87.100.000 kr.", 0),
    ("Det indstilles, at der gives en anlægsbevilling på 81.700.000 kr. Fonden giver 5.400.000 kr.", 0),
    ("Det indstilles, at der gives en anlægsbevilling på 24.800.000 kr.", 0),
    ("Naboen bygger for 81.700.000 kr.", 0),
]


@pytest.mark.parametrize(("text", "count"), ACCOUNTS)
def test_a_row_named_before_and_a_total(text: str, count: int) -> None:
    assert len(findings(restated_differs, accounts(text))) == count


@pytest.mark.parametrize(("said", "count"), [("bruttoudgift", 1), ("nettoudgift", 0)])
def test_a_net_sum_is_not_the_row_of_the_gross_one(said: str, count: int) -> None:
    assert len(findings(restated_differs, accounts(f"Der ventes en {said} på 28.400.000 kr.", "Bruttoudgift"))) == count


PEOPLE = [
    ("Ida Krogh (A) stemte for. Ida Krogh (V) tog forbehold.", ["warning"]),
    ("Afbud: Eva Pinderup (C). Eva Pinnerup (C) ønskede en bemærkning.", ["note"]),
    ("Ida Krogh (A) stemte for. Ida Krogh (A) tog forbehold.", []),
    ("Ole Hansen (A) og Ole Jensen (V) stemte for.", []),
    ("Ole Bro (A) og Ole Bru (A) stemte for.", []),  # too short to tell
    ("Ole Hansen (A) og Per Hansen (A) stemte for.", []),
    ("Til stede: I. Krogh, K. Bro. I. Krogh, V. Holm og T. Bru valgtes.", []),
    ("I. Krogh, A, stemte for. Imod stemte I. Krogh, V, og T. Bru, V.", ["warning"]),
    ("Formand Ida Krogh (A). Ida Krogh (A) bød velkommen.", []),
]


@pytest.mark.parametrize(("text", "severity"), PEOPLE)
def test_a_person_in_two_ways(text: str, severity: list[str]) -> None:
    assert [f.severity for f in findings(restated_differs, paper(text))] == severity


def test_two_members_with_nearly_one_name() -> None:
    text = "Ole Hansen (A) og Ole Hanson (A) stemte for."
    document = paper(text, attendance=Attendance(members=("Ole Hansen", "Ole Hanson")))
    assert findings(restated_differs, document) == []

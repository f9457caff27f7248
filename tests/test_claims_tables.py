"""Totals, subtotals, results, differences and shares in tables: one number is changed, or none."""

from __future__ import annotations

import pytest

from extractors.claims.tabulating import tables
from tests.written_flow import findings, judged, loud

PROJECTS = """Tabel 1. Anlæg (1.000 kr.)
Projekt	2024	2025	2026	I alt
Havnepladsen	1.200	3.450	800	5.450
Cykelstier	2.000	2.000	2.000	6.000
Salg af grunde	-500	-1.500	-700	-2.700
I alt	2.700	3.950	2.100	8.750"""
FOLLOW_UP = """Tabel 2. Budgetopfølgning pr. 31. maj (mio. kr.)
Udvalg	Korrigeret budget	Forventet regnskab	Afvigelse
Børn og Skole	412,6	415,1	2,5
Ældre og Sundhed	368,9	366,2	-2,7
Teknik og Klima	71,4	73,0	1,6
Kultur	44,8	44,5	-0,3
Serviceudgifter i alt	897,7	898,8	1,1"""
RESULT = """Tabel 3. Resultatopgørelse (mio. kr.)
	Regnskab 2022	Budget 2023	Regnskab 2023
Skatter	-1.210,4	-1.251,0	-1.249,3
Tilskud	-402,2	-410,8	-415,5
Indtægter i alt	-1.612,6	-1.661,8	-1.664,8
Serviceudgifter	1.124,9	1.150,3	1.158,7
Overførsler	398,0	402,5	399,1
Renter	6,1	7,4	9,0
Driftsudgifter i alt	1.529,0	1.560,2	1.566,8
Resultat af drift	-83,6	-101,6	-98,0"""
HOMES = """Tabel 4. Boliger fordelt på afdeling
Afdeling	1-2 rum	3 rum	4-5 rum	I alt
Engen	42	88	30	160
Skoven	15	61	44	120
Bakken	20	40	12	72
I alt	77	189	86	352"""
SHARES = """Tabel 5. Tilskud (kr.)
Forening	Beløb	Andel i pct.
Håndbold	45.000	37,5
Gymnastik	30.000	25,0
Svømning	27.000	22,5
Skak	18.000	15,0
I alt	120.000	100,0"""
NET = """Tabel 6. Tillægsbevilling (hele kr.)
Udvalg	Udgift	Indtægt	Netto
Beskæftigelse	2.400.000	-900.000	1.500.000
Børn	1.150.000	-250.000	900.000
Teknik	640.000	-140.000	500.000
I alt	4.190.000	-1.290.000	2.900.000"""
ONE_COLUMN = """Tabel 7. Finansiering (hele kr.)
Kilde	Beløb
Kassen	1.250.000
Fonde	430.000
Lån	820.000
I alt	2.500.000"""
GROUPS = """Tabel 8. Drift (1.000 kr.)
	2023	2024
Skoler		
Løn	40.100	41.300
Lokaler	8.200	8.400
Skoler i alt	48.300	49.700
Dagtilbud		
Løn	30.500	31.100
Mad	2.400	2.500
Dagtilbud i alt	32.900	33.600
I alt	81.200	83.300"""
PART_OF = """Tabel 9. Personale
Område	2021	2022
Skoler	320	331
- heraf lærere	240	246
Ældre	410	402
- heraf elever	35	38
I alt	730	733"""
AVERAGES = """Tabel 10. Sygefravær
Område	Ansatte	Dage pr. ansat	Pct.
Skole	200	9,1	4,1
Ældre	300	12,4	5,6
Teknik	100	6,0	2,7
I alt	600	10,2	4,6"""
UNSIGNED = """Tabel 11. Resultat (mio. kr.)
	Budget	Regnskab	Afvigelse	Afvigelse i pct.
Skatter	-2.093,8	-2.091,7	2,1	0,1
Tilskud	-974,2	-980,9	6,7	0,7
Indtægter i alt	-3.068,0	-3.072,6	4,6	0,1
Renter	7,2	-1,8	9,0	124,7"""
PRICES = """Tabel 12. Takster (kr. pr. måned)
Takst	2024	2025
Vuggestue	3.420	3.530
Børnehave	1.985	2.050
Klub	410	425"""
KEY_FIGURES = """Tabel 13. Nøgletal
	2020	2021	2022
Indbyggere	41.230	41.410	41.620
Boliger	18.900	19.020	19.150
Ledighed i pct.	3,9	3,4	2,8"""
FIRST = """Tabel 14. Elever
Skole	2022	2023
Elever i alt	540	555
Nordskolen	310	322
Sydskolen	230	233"""
SPENDING = """Tabel 15. Projekter (1.000 kr.)
Projekt	Bevilling	Forbrug	Rest	Forbrugspct.
Torvet	9.600	9.408	192	98,0
Stien	6.200	5.084	1.116	82,0
Taget	4.900	1.568	3.332	32,0
I alt	20.700	16.060	4.640	77,6"""
UNNAMED = """Tabel 16. Budget (1.000 kr.)
Post	2024
Hjemmepleje	33.010
Tandpleje	7.175
Udgifter i eget hus	40.185
Musikskole	1.654
Vejvedligehold	57.584
Udgifter hos andre	59.238
Sum	99.423"""
NAMED = """Tabel 17. Budget (mio. kr.)
Post	2024
Bøger	43,5
Biografer	32,5
Museer	49,9
Kultur i alt	125,9
Haller	78,8
Baner	86,0
Idræt i alt	164,8
I alt	290,7"""
HALF_NAMED = """Tabel 18. Budget og forbrug (1.000 kr.)
	Budget	Forbrug	Forbrug i pct.
Dagtilbud	164.200	80.950	49,3
Skoler	338.600	167.100	49,4
Ældre	301.400	145.850	48,4
Velfærd	804.200	393.900	49,0
Teknik	71.300	32.650	45,8
Drift i alt	875.500	426.550	48,7"""
KITCHEN = """Tabel 19. Køkken (mio. kr.)
	2021	2022	Ændring	Ændring i pct.
Løn	41,2	43,0	1,8	4,4
Varer	12,8	12,1	-0,7	-5,5
Energi	6,4	9,9	3,5	54,7
Udgifter	60,4	65,0	4,6	7,6
Salg af mad	-38,4	-40,1	-1,7	4,4
Netto	22,0	24,9	2,9	13,2"""
PUPILS = """Tabel 20. Elever i klub
Skole	Elever	Heraf i klub	Andel i pct.
Lilleå	212	71	33,5
Storå	388	102	26,3
Nordby	174	40	23,0
I alt	774	213	27,5"""
COUNTED = """Tabel 21. Tilskud (kr.)
Projekt	Beløb
Stien om søen	175.000
Legepladsen	140.000
Forsamlingshuset	210.000
De tre største	525.000"""
DEVIATIONS = """Tabel 22. Afvigelser (mio. kr.)
Område	Afvigelse
Skoler	29,4
Dagtilbud	-16,8
Ældre	-22,1
Veje	40,5
I alt	31,0"""
AVERAGE = """Tabel 23. Sygedage
Gruppe	Dage
Mænd	3,1
Kvinder	12,4
I alt	11,2"""
DEDUCTED = """Tabel 24. Finansiering (kr.)
Post	Beløb
Bygning	4.200.000
Inventar	650.000
Tilskud fra en fond	1.350.000
Udgift i alt	3.500.000"""
BALANCING = """Tabel 25. Finansiering (1.000 kr.)
Post	2024	2025
Sti	2.400	1.100
Bro	3.150	2.900
Finansieres af kassen	-5.550	-4.000
I alt	0	0"""
SELECTED = """Tabel 26. De største afdelinger
Afdeling	Ansatte
Skole	1.212
Ældre	1.840
Hele kommunen	6.412"""
CASH = """Tabel 29. Kasse (1.000 kr.)
Post	Beløb
Beholdning primo	12.500
Overskud	3.200
Nedbringelse af gæld	1.150
Beholdning i alt	14.550"""
YOUNG = """Tabel 30. Ledige
Gruppe	Antal
Dagpenge	812
Kontanthjælp	431
Unge under 30	402
I alt	1.243"""
ANSWERS = """Tabel 31. Transport, flere svar
Svar	Pct.
Cykel	60
Bil	45
Bus	25
I alt	100"""
QUIET = [
    CASH, YOUNG, ANSWERS,
    UNNAMED, NAMED, HALF_NAMED, KITCHEN, PUPILS, COUNTED, DEVIATIONS, AVERAGE, DEDUCTED, BALANCING, SELECTED, PROJECTS, FOLLOW_UP,
    RESULT, HOMES, SHARES, NET, ONE_COLUMN, GROUPS, PART_OF, AVERAGES, UNSIGNED, PRICES, KEY_FIGURES, FIRST, SPENDING,
]
FLAGGED = [
    # table, what stands, what it is changed to, the check
    (PROJECTS, "3.450	800", "3.540	800", "sum-differs"),
    (PROJECTS, "2.700	3.950", "2.700	3.590", "sum-differs"),
    (PROJECTS, "6.000\n", "6.200\n", "sum-differs"),
    (PROJECTS, "-1.500", "1.500", "sum-differs"),
    (FOLLOW_UP, "415,1	2,5", "415,1	5,2", "difference-differs"),
    (FOLLOW_UP, "897,7", "879,7", "sum-differs"),
    (RESULT, "-101,6", "-110,6", "sum-differs"),
    (RESULT, "1.560,2", "1.506,2", "sum-differs"),
    (RESULT, "1.158,7", "1.185,7", "sum-differs"),
    (HOMES, "44	120", "44	121", "sum-differs"),
    (HOMES, "189", "198", "sum-differs"),
    (SHARES, "25,0", "35,0", "share-differs"),
    (NET, "900.000\nTeknik", "990.000\nTeknik", "sum-differs"),
    (NET, "4.190.000", "4.910.000", "sum-differs"),
    (ONE_COLUMN, "2.500.000", "2.600.000", "sum-differs"),
    (GROUPS, "49.700", "47.900", "sum-differs"),
    (GROUPS, "81.200", "82.100", "sum-differs"),
    (PART_OF, "	733", "	743", "sum-differs"),
    (FIRST, "322", "332", "sum-differs"),
    (SPENDING, "1.116", "1.611", "difference-differs"),
    (SPENDING, "82,0", "28,0", "share-differs"),
    (ONE_COLUMN, "Lån	820.000\n", "", "sum-differs"),
    (ONE_COLUMN, "820.000", "-820.000", "sum-differs"),
    (ONE_COLUMN, "2.500.000", "-2.500.000", "sum-differs"),
    (ONE_COLUMN, "820.000", "8.200.000", "sum-differs"),
    (SHARES, "Svømning	27.000	22,5\n", "", "sum-differs"),
    (UNNAMED, "33.010", "31.030", "sum-differs"),
    (UNNAMED, "7.175", "7.157", "sum-differs"),
    (UNNAMED, "57.584", "-57.584", "sum-differs"),
    (UNNAMED, "40.185", "-40.185", "sum-differs"),
    (UNNAMED, "99.423", "94.923", "sum-differs"),
    (UNNAMED, "Vejvedligehold	57.584\n", "", "sum-differs"),
    (NAMED, "43,5", "34,5", "sum-differs"),
    (NAMED, "125,9", "105,9", "sum-differs"),
    (NAMED, "290,7", "-290,7", "sum-differs"),
    (NAMED, "Haller	78,8\n", "", "sum-differs"),
    (NAMED, "86,0", "-86,0", "sum-differs"),
    (HALF_NAMED, "338.600", "336.800", "sum-differs"),
    (KITCHEN, "54,7", "45,7", "share-differs"),
    (KITCHEN, "65,0", "56,0", "sum-differs"),
    (PUPILS, "774", "747", "sum-differs"),
    (PUPILS, "26,3", "36,3", "share-differs"),
    (COUNTED, "525.000", "515.000", "sum-differs"),
    (DEVIATIONS, "-22,1", "22,1", "sum-differs"),
    (DEVIATIONS, "40,5", "45,0", "sum-differs"),
    (BALANCING, "-5.550", "-5.500", "sum-differs"),
]


@pytest.mark.parametrize("table", QUIET, ids=[t.split(".")[0] for t in QUIET])
def test_a_table_that_adds_up_is_quiet(table):
    assert findings(table) == []


@pytest.mark.parametrize(
    ("table", "right", "wrong", "check"), FLAGGED, ids=[f"{t.split('.')[0]}:{r.strip()}>{w.strip()}" for t, r, w, _ in FLAGGED])
def test_one_changed_number_is_found(table, right, wrong, check):
    assert table.count(right) == 1
    assert check in loud(table.replace(right, wrong))


@pytest.mark.parametrize(
    "table", [PROJECTS, FOLLOW_UP, RESULT, HOMES, SHARES, NET, ONE_COLUMN, GROUPS, PART_OF, UNNAMED, NAMED], ids=lambda t: t.split(".")[0])
def test_the_total_row_is_verified(table):
    assert len([c for c in judged(table) if c.verdict == "holds"]) > 0


def test_a_cell_that_breaks_its_row_and_its_column_is_told_once():
    assert len(loud(HOMES.replace("88	30", "86	30"))) == 1


def test_rounding_in_each_cell_is_no_finding():
    assert loud(FOLLOW_UP.replace("897,7", "897,8").replace("1,1", "1,0")) == []


def test_a_table_that_no_reading_fits_is_not_judged():
    assert loud(PROJECTS.replace("2.700	3.950	2.100	8.750", "9.100	9.950	9.100	28.150")) == []


def test_a_row_left_out_of_all_columns_is_told_once():
    assert loud(PROJECTS.replace("Cykelstier	2.000	2.000	2.000	6.000\n", "")) == ["sum-differs"]


def test_a_row_left_out_of_all_columns_may_be_what_is_amiss():
    assert "en række på 2.000 er faldet ud" in findings(PROJECTS.replace("Cykelstier	2.000	2.000	2.000	6.000\n", ""))[0].suggestion


FINANCED = """Tabel 27. Udgifter (1.000 kr.)
Formål	2024	2025
Sti	2.400	1.100
Bro	3.150	2.900
I alt	5.550	4.000
Pengene findes sådan:
Tabel 28. Finansiering (1.000 kr.)
Kilde	2024	2025
Fonde	-1.250	-1.000
Kassen	-4.300	-3.000
I alt	-5.550	-4.000"""


@pytest.mark.parametrize(("changed", "into", "said"), [
    ("", "", []),
    ("-4.300	-3.000\nI alt	-5.550", "-4.200	-3.000\nI alt	-5.450", ["sum-differs"]),
    # another table, other years, nothing in common
    ("Finansiering", "Indtægter", []),
    ("-1.000\nKassen	-4.300	-3.000\nI alt	-5.550	-4.000", "-900\nKassen	-4.200	-3.000\nI alt	-5.450	-3.900", []),
])
def test_financing_comes_to_what_is_spent(changed, into, said):
    assert loud(FINANCED.replace(changed, into) if changed else FINANCED) == said


def test_the_whole_of_a_few_chosen_rows_is_not_their_sum():
    assert loud(SELECTED.replace("1.840", "1.480")) == []


UNITS = """Tabel 28. Driftsudgifter (1.000 kr.)
Område	2019	2020
Skoler	412.600	415.100
Ældrepleje	368.900	366.200
Veje	71.400	73.000
I alt	852.900	854.300
"""
TOLD_OF_TABLES = [
    # what stands under the table, and what is said of it
    ("Skolerne tegner sig for 49 pct. af driftsudgifterne i 2020.", []),
    ("Skolerne tegner sig for 59 pct. af driftsudgifterne i 2020.", ["share-differs"]),
    ("Skoler har 48,6 pct. af driftsudgifterne, og ældrepleje har 42,9 pct.", []),
    ("Skoler har 48,6 pct. af driftsudgifterne, og ældrepleje har 49,2 pct.", ["share-differs"]),
    ("Ældrepleje holder budgettet. Området står for 43 pct. af driftsudgifterne.", []),
    ("Ældrepleje holder budgettet. Området står for 34 pct. af driftsudgifterne.", ["share-differs"]),
    ("Ældrepleje og veje holder budgettet. Området står for 34 pct. af driftsudgifterne.", []),
    ("Skoler har 12 pct. elever fra andre kommuner.", []),
]


@pytest.mark.parametrize(("text", "said"), TOLD_OF_TABLES)
def test_a_share_told_in_prose_is_that_of_the_table(text, said):
    assert loud(UNITS + text) == said


YEARS = """Tabel 30. Udgifter (1.000 kr.)
Post	2025	2026	2027
Løn	980	980	980
Tryk	20	20	40
I alt	1.000	1.000	1.020
"""


@pytest.mark.parametrize(("text", "said"), [
    ("Over de tre år koster det i alt 3,02 mio. kr.", []),
    ("Over de tre år koster det i alt 3,20 mio. kr.", ["product-differs"]),
    ("Over de fire år koster det i alt 4,20 mio. kr.", []),
])
def test_a_total_over_the_years_is_that_of_the_total_row(text, said):
    assert loud(YEARS + text) == said


ON_TWO_PAGES = """Tabel 31. Forbrug (1.000 kr.)
Udvalg	Budget	Forbrug
Skole	412.300	309.140
Ældre	368.900	271.425
Side 1
Udvalg	Budget	Forbrug
Kultur	44.800	33.610
I alt	826.000	{total}
"""
TWO_TABLES = """Tabel 32. Drift (1.000 kr.)
Post	2024	2025
Løn	1.200	1.250
Varme	300	310
Side 1
Post	2024	2025
Tag	450	900
Vinduer	250	{cell}
Anlæg i alt	700	1.150
"""


@pytest.mark.parametrize(("text", "said"), [
    (ON_TWO_PAGES.format(total="614.175"), []),
    (ON_TWO_PAGES.format(total="614.715"), ["sum-differs"]),
    (TWO_TABLES.format(cell="250"), []),
    (TWO_TABLES.format(cell="520"), ["sum-differs"]),
])
def test_a_table_of_the_next_page_goes_on_or_stands_alone(text, said, monkeypatch):
    monkeypatch.setattr(tables, "_goes_on", lambda above, grid: True)
    assert loud(text) == said


CELL_UNITS = [
    # the caption                  what the message says of 400 + 300 beside 800, and the calculation
    ("Tabel 1 (1.000 kr.)", "2 dele giver 700, men totalen er 800 (100 mere, alt i 1.000 kr.)", "400 + 300 = 700; angivet 800 (1.000 kr.)"),
    ("Tabel 1 (mio. kr.)", "2 dele giver 700 mio. kr., men totalen er 800 mio. kr. (100 mio. kr. mere)",
     "400 + 300 = 700 mio. kr.; angivet 800 mio. kr."),
    ("Tabel 1 (kr.)", "2 dele giver 700 kr., men totalen er 800 kr. (100 kr. mere)", "400 + 300 = 700 kr.; angivet 800 kr."),
    ("Tabel 1", "2 dele giver 700, men totalen er 800 (100 mere)", "400 + 300 = 700; angivet 800"),
]


@pytest.mark.parametrize(("caption", "message", "calculation"), CELL_UNITS)
def test_a_table_is_told_in_the_unit_it_prints(caption, message, calculation):
    (found,) = findings(f"{caption}\nPost\t2024\t2025\nLøn\t400\t500\nTryk\t300\t100\nI alt\t800\t600")
    assert found.said(found.template, str).startswith(message)
    assert found.calculation == calculation

"""How often and for which years an amount is, by the words beside it and by the amounts that it is reckoned with."""

from __future__ import annotations

import pytest

from extractors import figures
from extractors.structure import Structure
from minutes.records import Amount
from tests.written_flow import flow_of


def read(text: str) -> list[Amount]:
    return figures.measure(flow_of(text), Structure()).shown


RATES = [
    # as written                                                                            the rate of each amount
    ("Driften koster 2,4 mio. kr. årligt.", ["year"]),
    ("Lejen er 40.000 kr. pr. måned.", ["month"]),
    ("Der gives 310 kr. pr. person.", ["unit"]),
    ("Kontingentet kommer fra 140 husstande a 75 kr.", ["unit"]),
    ("Gælden betales med tre afdrag à kr. 2.000.000.", ["unit"]),
    ("Der købes tre lamper til 8.200 kr. stykket.", ["unit"]),
    ("Hver plads koster 24.000 kr. om året.", ["unit"]),
    ("Hvert barn koster i gennemsnit 640.000 kr. pr. år.", ["unit"]),
    ("Hver af skolerne får i gennemsnit 1,2 mio. kr.", ["unit"]),
    ("Et kursus koster 5.400 kr.", ["unit"]),
    ("En kørestol koster derfor kr. 9.300,-.", ["unit"]),
    ("En plads koster 61.000 kr. om året.", ["year"]),
    ("Gennemsnitsprisen er 38 kr.", ["unit"]),
    ("Broen giver en meterpris på 42.000 kr.", ["unit"]),
    ("Pr. beboer er det godt 9.800 kr.", ["unit"]),
    ("Udgiften pr. portion er gået fra 31 kr. til 36 kr.", ["unit", "unit"]),
    ("Prisen pr. elev er 61.200 kr. om året.", ["unit"]),
    ("Puljen deles, så der er 14.000 kr. til hver.", ["unit"]),
    ("Der er 200 besøg årligt og en gennemsnitspris på 45 kr.", ["unit"]),
    ("Klubben koster 210 kr. om måneden mod 190 kr. i dag.", ["month", "month"]),
    ("Administrationen koster 4,1 mio. kr. om året mod 2,6 mio. kr. efter fusionen.", ["year", "year"]),
    ("Driften er 8,6 mio. kr. om året, mens indtægterne er 3,9 mio. kr., så kommunen betaler 4,7 mio. kr.", ["year"] * 3),
    ("Der spares 5,1 mio. kr., og nye udgifter er 1,4 mio. kr., så besparelsen er 3,7 mio. kr. årligt.", ["year"] * 3),
    ("Der gives 400.000 kr. i hvert af årene 2026 til 2028.", ["year"]),
    ("Driften er rengøring 642.000 kr., varme 388.000 kr. og løn 520.000 kr., i alt 1.550.000 kr. årligt.", ["year"] * 4),
    ("De ni børn svarer til 8,5 mio. kr. på årsbasis.", ["year"]),
    ("Der spares ni stillinger (à 480.000 kr.) på skolerne.", ["unit"]),
    ("Besparelsen er 2,4 mio. kr. på et helt år.", ["year"]),
    ("Der søges om 60.000 kr. i årligt driftstilskud.", ["year"]),
    ("Der afsættes 1,5 mio. kr. til hver af årene 2017, 2018 og 2019.", ["year"]),
    ("Der gives 40.000 kr. til hver af de fire klubber.", ["unit"]),
    ("Skovskolen koster 61.000 kr. pr. elev, og Åskolen 74.500 kr.", ["unit", "unit"]),
    ("Hallen lejes for 52.000 kr. om året, og fra klubben kommer 18.500 kr.", ["year", None]),
    ("Lejen er 52.000 kr. om året for hallen og for klubhuset 18.500 kr.", ["year", "year"]),
    ("Fem kostede 385.000 kr. stykket og seks, der ligger ved søen, 420.000 kr.", ["unit", "unit"]),
    ("Den månedlige ydelse bliver 5.586 kr., hvor den nu er 5.194 kr.", ["month", "month"]),
    ("De ni grunde er i gennemsnit solgt for 512.000 kr.", ["unit"]),
    ("I gennemsnit koster en sag 18.000 kr.", ["unit"]),
    ("Den gennemsnitlige mindstepris er 434.000 kr.", ["unit"]),
    ("Entréen bliver 60 kr. i weekenden.", ["unit"]),
    ("Et udkald, hvor alle 14 ruter køres, koster 118.000 kr.", ["unit"]),
    ("Grundene reserveres mod et gebyr på 5.000 kr.", ["unit"]),
    ("Taksten for 2011 er steget med 4 % til 3.276 kr.", ["unit"]),
    ("Priserne på de ni grunde spænder fra 595.000 kr. til 840.000 kr.", ["unit", "unit"]),
    ("Hver ejer betaler et bidrag på 30.000 kr., dog kun 18.000 kr. ved nedsivning.", ["unit", "unit"]),
    ("Provisionen bliver 1,38 mio. kr. det første år og falder derefter.", ["year"]),
    ("De 240 huse er sat til 35.000 kr. hver eller 8,4 mio. kr.", ["unit", None]),
    ("Udgiften pr. plads er 375.000 kr., idet den samlede bevilling er 36,0 mio. kr.", ["unit", None]),
    ("Med 30 kr. for voksne og 15 kr. for børn gav billetterne 218.700 kr.", ["unit", "unit", None]),
]
NO_RATE = [
    # a total, a comparison, a price of something new
    ("Det koster 2,1 mio. kr. om året og dermed 8,4 mio. kr. i alt.", ["year", None]),
    ("Der søges 150.000 kr. om året i tre år, altså 450.000 kr.", ["year", None]),
    ("De koster 31.500 kr. stykket og dermed 63.000 kr. for begge.", ["unit", None]),
    ("Gælden er 9.100 kr. pr. indbygger, altså 546 mio. kr.", ["unit", None]),
    ("Lejen er 300.000 kr. om året, og huset bygges om for op mod 1,4 mio. kr.", ["year", None]),
    ("Et nyt rådhus koster 140 mio. kr.", [None]),
    ("Der er givet 642.000 kr. til hallen og 388.000 kr. til løn, i alt 1.550.000 kr. årligt.", [None, None, "year"]),
    ("Likviditeten var i gennemsnit 190 mio. kr.", [None]),
    ("Puljen er 2,4 mio. kr. om året. I 2019 er der brugt 1,7 mio. kr., så der er 0,7 mio. kr. tilbage.", ["year", None, None]),
    ("Der gives kr. 30.000 for hvert bump og kr. 95.000 til hellen.", ["unit", None]),
    ("Kommunen og fonden giver hver 1,6 mio. kr.", [None]),
    ("Grundkapitalen var ved skema A 3.486.000 kr.", [None]),
    ("Forslaget er model A 9,2 mio. kr.", [None]),
    ("Driften koster 2,1 mio. kr. årligt og byggeriet 4,2 mio. kr.", ["year", None]),
    ("Driften koster 300.000 kr. om året og inventaret 450.000 kr.", ["year", None]),
    ("De seneste fem år har udgiften i gennemsnit været 430.000 kr.", [None]),
    ("Den gennemsnitlige kassebeholdning var 640.000 kr.", [None]),
    ("Præmien var 7,9 mio. kr. i året.", [None]),
    ("Gebyret indbringer 84.000 kr.", [None]),
    ("En renovering af taget i to etaper koster 450.000 kr.", [None]),
    ("Et mindre forsøg med 12 klasser kostede 150.000 kr.", [None]),
    ("Udvalget bevilgede 300 kr. til julefesten.", [None]),
    ("Kassen har en difference på 85 kr.", [None]),
    ("Beløbet afrundes til nærmeste 5 kr.", [None]),
]


@pytest.mark.parametrize(("text", "rates"), [*RATES, *NO_RATE], ids=[r[0][:40] for r in (*RATES, *NO_RATE)])
def test_rates(text, rates):
    assert [a.per for a in read(text)] == rates


YEARS = [
    # as written                                                                            the years of each amount
    ("Der er 2 mio. kr. i 2024 og 3 mio. kr. i 2025.", [(2024, 2024), (2025, 2025)]),
    ("Teatret får 500.000 kr. om året i 2025, 2026 og 2027.", [(2025, 2027)]),
    ("Der afsættes 9 mio. kr. i hvert af årene 2012, 2013 og 2014.", [(2012, 2014)]),
    ("Der overføres 14,2 mio. kr. af anlægsmidlerne til 2019.", [(2019, 2019)]),
    ("Heraf bruges 18,0 mio. kr. på vejene i 2024.", [(2024, 2024)]),
    ("Rådet fik 48.000 kr. til kurser i 2016.", [(2016, 2016)]),
    ("Kommunen fik 3,1 mio. kr. i kompensation i 2021.", [(2021, 2021)]),
    ("Kassen var 131,5 mio. kr. ved udgangen af 2019.", [(2019, 2019)]),
    ("Beholdningen udgør ultimo 2023 198 mio. kr.", [(2023, 2023)]),
    ("En plads koster 17.160 kr. for hele 2010.", [(2010, 2010)]),
    ("Af anlægsbudgettet for 2025 på 88,3 mio. kr. blev der brugt 61,7 mio. kr.", [(2025, 2025), (2025, 2025)]),
    ("I 2020 afsættes 25,4 mio. kr., mens beløbene i 2019 (4,0 mio. kr.) og 2021 (13,5 mio. kr.) er uændrede.",
     [(2020, 2020), (2019, 2019), (2021, 2021)]),
    ("For 2015 bliver det 120.000 kr., for 2016 114.000 kr. og for 2017 108.000 kr.", [(2015, 2015), (2016, 2016), (2017, 2017)]),
    ("Aftalen gælder 2023-2026. Der bruges 9,6 mio. kr. over de fire år 2028-2031.", [(2028, 2031)]),
    ("Budgettet er 8,0 mio. kr. i 2025-2028, det vil sige 2,0 mio. kr. om året.", [(2025, 2028), (2025, 2028)]),
    ("Udgiften var 1,2 mio. kr. i 2016 og 1,5 mio. kr. i 2017, sammenlagt 2,7 mio. kr.", [(2016, 2016), (2017, 2017), None]),
    ("Overskuddet vokser til 151 mio. kr. i 2028, en fremgang på 15 mio. kr.", [(2028, 2028), None]),
    ("Indtægten var 2.400.000 kr. i 2015, svarende til 260 kr. pr. MWh.", [(2015, 2015), None]),
    ("Der spares 310.000 kr. i 2003 og 620.000 kr. årligt derefter.", [(2003, 2003), None]),
    ("I 2024 bruges 14 mio. kr., og i de to følgende år 42 mio. kr.", [(2024, 2024), None]),
    ("Forbruget er 7 mio. kr. højere end i 2023.", [None]),
    ("Der mangler 15,2 mio. kr. i kassen frem til 2027.", [None]),
    ("Der blev givet 4 mio. kr. til hallen, der åbnede i 2012.", [None]),
    ("Naboarealet, som blev købt i 2007, kostede 95 kr. pr. m2.", [None]),
    ("Bussen skal fornyes senest i 2005 for 1,4 mio. kr.", [None]),
    ("Resultatet er næsten som i 2001, da forskellen er 4.000 kr.", [None]),
    ("Budgettet for 2017 indeholder indtægter på 23,9 mio. kr., hvilket er henholdsvis 0,8 mio. kr. og 2,7 mio. kr. mindre.",
     [(2017, 2017), None, None]),
    ("Budgettet for 2016 vedtages nu, og hallen koster 3 mio. kr.", [None]),
    ("Merudgiften er 1,2 mio. kr. i 2022, og helårsvirkningen er 2,9 mio. kr.", [(2022, 2022), None]),
    ("Der afsættes 1,5 mio. kr. til hver af årene 2017, 2018 og 2019.", [(2017, 2019)]),
    ("Broen, som i 2001 kostede 4 mio. kr., skal males.", [(2001, 2001)]),
]


@pytest.mark.parametrize(("text", "years"), YEARS, ids=[y[0][:40] for y in YEARS])
def test_years(text, years):
    assert [a.period for a in read(text)] == years


CAPTIONS = [
    # above the table                                       its headings                    rate and years of each cell
    ("Tabel 2. Årlig virkning (mio. kr.)", "Post\tModel A\tModel B", [("year", None)] * 2),
    ("Tabel 1. Taksterne gælder pr. husstand pr. år (kr.):", "Takst\t2016\t2017", [("year", (2016, 2016)), ("year", (2017, 2017))]),
    ("Tabel 3. Udgift pr. elev (kr.)", "Post\t2016\t2017", [("unit", (2016, 2016)), ("unit", (2017, 2017))]),
    ("Tabel 3. Tilskud pr. udvalg (kr.)", "Post\t2016\t2017", [(None, (2016, 2016)), (None, (2017, 2017))]),
    ("Tabel 3. Satser", "Post\tkr. årligt\tkr. mdl.", [("year", None), ("month", None)]),
    ("Tabel 1. Beløb pr. år er faldet (mio. kr.):", "Post\tModel A\tModel B", [(None, None)] * 2),
    ("Tabel 1. Midlerne fordeles sådan (mio. kr.):", "2014-2017\tKommunen\tFonden", [(None, (2014, 2017))] * 2),
    ("Tabel 1. Midlerne fordeles sådan (mio. kr.):", "2014-priser\tKommunen\tFonden", [(None, None)] * 2),
    ("Tabel 1. Budgettet er sådan (mio. kr.):", "2014\t2015\t2016", [(None, (2015, 2015)), (None, (2016, 2016))]),
]


@pytest.mark.parametrize(("above", "heads", "said"), CAPTIONS, ids=[c[1] for c in CAPTIONS])
def test_the_caption_and_the_corner_tell_of_all_cells(above, heads, said):
    assert [(a.per, a.period) for a in read(f"{above}\n{heads}\nSkole\t4,5\t7,0") if a.table >= 0] == said


def test_only_the_last_sentence_above_a_table_names_its_years():
    table = "\nProjekt\tMio. kr.\nSkolen\t54,5\nHavnen\t17,0"
    assert {a.period for a in read("Tabel 1. Vi bruger mere end i 2023. De to største er (mio. kr.):" + table) if a.table >= 0} == {None}
    assert {a.period for a in read("Tabel 1. Etaper (mio. kr., prisniveau oktober 2008):" + table) if a.table >= 0} == {None}
    assert {a.period for a in read("Tabel 1. Vi bruger mere. Projekter i 2024 (mio. kr.):" + table) if a.table >= 0} == {(2024, 2024)}

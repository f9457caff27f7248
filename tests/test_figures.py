"""What is measured in prose and tables: amounts with rate and years, figures, limits; and what must not be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractors.document import read_document
from extractors.figures import measure
from extractors.structure import Structure
from tests.made_flow import flow_of, measured
from tests.written_flow import flow_of as written

AMOUNTS = [
    # text                                                             kroner, per, period, approximate
    ("Kommunen søger 7,8 mio. kr. i perioden 2011-2014.", [(7_800_000, None, (2011, 2014), False)]),
    ("Midlerne for 2022, 2023 og 2024 på i alt 7,8 mio. kr. er brugt.", [(7_800_000, None, (2022, 2024), False)]),
    ("Det koster 1,2 mio. kr. per år fra 2019.", [(1_200_000, "year", (2019, 2019), False)]),
    ("Der gives 7,8 mio. kr. i 2025 til 47 skoler.", [(7_800_000, None, (2025, 2025), False)]),
    ("Der er ca. 21 mio. kr. i puljen.", [(21_000_000, None, None, True)]),
    ("Lejen er 398.000 kr. om året.", [(398_000, "year", None, False)]),
    ("Det koster 310 kr. pr. person.", [(310, "unit", None, False)]),
    ("Arealet er udbudt til 2.250 kr. inklusive moms pr. etagemeter.", [(2_250, "unit", None, False)]),
    ("Rammen stiger med 17 mio. kr. i forhold til 2020.", [(17_000_000, None, None, False)]),
    ("Rammen stiger med 17 mio. kr. i 2020.", [(17_000_000, None, (2020, 2020), False)]),
    ("Skal målet i 2031 nås, skal der findes 19 mio. kr.", [(19_000_000, None, None, False)]),
    ("Taksten er 110 kr. om måneden.", [(110, "month", None, False)]),
    ("Taksten stiger fra 110 kr. til 125 kr. om måneden.", [(110, "month", None, False), (125, "month", None, False)]),
    (
        "Der er 2,9 mio. kr. i 2025 og 8,5 mio. kr. i 2026.",
        [(2_900_000, None, (2025, 2025), False), (8_500_000, None, (2026, 2026), False)],
    ),
    ("Lokalerne er knap 31.000 kr. værd.", [(31_000, None, None, True)]),
    ("Ombygning koster op til 1,2 mio. kr.", [(1_200_000, None, None, False)]),
    ("I 2019 er der disponeret 1.745.000 kr.", [(1_745_000, None, (2019, 2019), False)]),
    ("Planen løber 2022-2025. Over de fire år bliver det 3,6 mio. kr.", [(3_600_000, None, (2022, 2025), False)]),
    ("Budgettet for 2017-2020 er på 14,4 mio. kr.", [(14_400_000, None, (2017, 2020), False)]),
    ("Fra 2010 til 2012 er der brugt 2,9 mio. kr.", [(2_900_000, None, (2010, 2012), False)]),
    ("Hallen var i budget 2024-2027 sat til 97,5 mio. kr.", [(97_500_000, None, None, False)]),
    ("Udgiften stiger fra 2022 til 2023 med 520.000 kr.", [(520_000, None, None, False)]),
    ("Der overføres netto 14,6 mio. kr. fra 2015 til 2016.", [(14_600_000, None, None, False)]),
    ("Der er afsat 14,6 mio. kr. fra 2015 til 2018.", [(14_600_000, None, (2015, 2018), False)]),
    ("Der gives 38,4 mio. kr. til byrum i 2021-2024.", [(38_400_000, None, (2021, 2024), False)]),
    ("Det samlede budget for 2011-2014 er på 20,8 mio. kr.", [(20_800_000, None, (2011, 2014), False)]),
    ("Besparelsen på 0,9 mio. kr. indgår i budget 2010-2013.", [(900_000, None, None, False)]),
    ("Der er afsat 14,0 mio. kr. til lån i budgettet for 2018-2020.", [(14_000_000, None, None, False)]),
    (
        "Der afsættes 6 mio. kr. i 2014 og 9 mio. kr. i 2015-2017, i alt 15 mio. kr.",
        [(6_000_000, None, (2014, 2014), False), (9_000_000, None, (2015, 2017), False), (15_000_000, None, (2014, 2017), False)],
    ),
    (
        "Prisen ændres fra 52 kr. i 2021 til 54 kr. i 2022.",
        [(52, "unit", (2021, 2021), False), (54, "unit", (2022, 2022), False)],
    ),
    ("En hovedret koster 42 kr. i Dalby og 38 kr. i Vig.", [(42, "unit", None, False), (38, "unit", None, False)]),
    ("Taksterne rundes af til nærmeste 5 kr.", [(5, None, None, False)]),
    ("Der blev samlet 840 kr. ind.", [(840, None, None, False)]),
    ("Prisen for ombygningen er 42.000 kr.", [(42_000, None, None, False)]),
    ("Lejen er 905 kr. pr. m2. Den er 79 kr. højere end før.", [(905, "unit", None, False), (79, "unit", None, False)]),
    ("Der betales 3.500 kr. i husleje om måneden.", [(3_500, "month", None, False)]),
    ("Det koster 4,2 mio. kr. i anlæg og 1,5 mio. kr. i årlig drift.", [(4_200_000, None, None, False), (1_500_000, "year", None, False)]),
    ("Driften bliver 1,8 mio. kr. dyrere om året.", [(1_800_000, "year", None, False)]),
    ("Lejen er 6.480 kr. om måneden. Den stiger til 6.642 kr.", [(6_480, "month", None, False), (6_642, "month", None, False)]),
    ("Lejen er 6.480 kr. om måneden. Gælden stiger til 66.420 kr.", [(6_480, "month", None, False), (66_420, None, None, False)]),
    (
        "Huset koster 1.180.000 kr. om året. Foreningen betaler 640.000 kr., kommunen 420.000 kr. og brugerne 120.000 kr.",
        [(1_180_000, "year", None, False), (640_000, "year", None, False), (420_000, "year", None, False), (120_000, "year", None, False)],
    ),
    (
        "Huset koster 1.180.000 kr. om året. Der er givet 640.000 kr., 420.000 kr. og 100.000 kr.",
        [(1_180_000, "year", None, False), (640_000, None, None, False), (420_000, None, None, False), (100_000, None, None, False)],
    ),
    ("Gebyret er i 2023 på 2.860 kr. pr. husstand.", [(2_860, "unit", (2023, 2023), False)]),
    ("De resterende 19,2 mio. kr. er på budgettet for 2023.", [(19_200_000, None, (2023, 2023), False)]),
    (
        "Rammen for 2018 er 24 mio. kr.: havnen med 9 mio. kr. og skoven med 15 mio. kr.",
        [(24_000_000, None, (2018, 2018), False), (9_000_000, None, None, False), (15_000_000, None, None, False)],
    ),
    ("I 2021: 3,2 mio. kr.", [(3_200_000, None, (2021, 2021), False)]),
    (
        "Planen fra 2001-2005 er forbi. Den nye løber 2007-2010. Der bruges 1,5 mio. kr. om året i fire år.",
        [(1_500_000, "year", (2007, 2010), False)],
    ),
    ("Hver elev udløser 52.000 kr.", [(52_000, "unit", None, False)]),
    ("Af hver hundredkroneseddel går 47 kr. til skoler.", [(47, None, None, False)]),
    ("Hvert procentpoint koster 24.000 kr.", [(24_000, None, None, False)]),
    (
        "Besparelsen er 1,6 mio. kr. om året, og halvdelen, 0,8 mio. kr., bruges.",
        [(1_600_000, "year", None, False), (800_000, "year", None, False)],
    ),
    (
        "Der spares 1,4 mio. kr. årligt, og halvdelen, 0,7 mio. kr. i 2024.",
        [(1_400_000, "year", None, False), (700_000, None, (2024, 2024), False)],
    ),
    (
        "Der spares 0,9 mio. kr. årligt, idet der spares 1,2 mio. kr. til løn.",
        [(900_000, "year", None, False), (1_200_000, "year", None, False)],
    ),
    ("Der ansættes to lærere á 512.000 kr. årligt.", [(512_000, "unit", None, False)]),
    ("Et ophold koster i snit knap 34.000 kr.", [(34_000, "unit", None, True)]),
    ("En anbragt i familiepleje kostede kommunen i gennemsnit 410.000 kr.", [(410_000, "unit", None, False)]),
    ("Et privat tilbud koster 6.300 kr.", [(6_300, "unit", None, False)]),
    ("I fjor var gennemsnittet 61.000 kr.", [(61_000, "unit", None, False)]),
    ("Pr. årsværk er lønudgiften 537.000 kr.", [(537_000, "unit", None, False)]),
    ("Grundene sælges for 395.000 kr. hver, i alt 1.185.000 kr.", [(395_000, "unit", None, False), (1_185_000, None, None, False)]),
    ("Gennemsnittet for de små boliger er 4.100 kr. om måneden.", [(4_100, "month", None, False)]),
    ("Et nyt tilbud koster 63.000 kr.", [(63_000, None, None, False)]),
    ("En samlet renovering koster 6,3 mio. kr.", [(6_300_000, None, None, False)]),
    ("Af likviditeten er gennemsnittet 158 mio. kr.", [(158_000_000, None, None, False)]),
    ("Bidraget pr. husstand er 640 kr. årligt.", [(640, "unit", None, False)]),
    ("Udgiften pr. elev udgør i alt 4.200 kr. om året.", [(4_200, "year", None, False)]),
    ("Huslejen pr. måned er 5.100 kr.", [(5_100, "month", None, False)]),
    ("Der er 61.000 kr. til timelønnet hjælp og 35.000 kr. til vagter.", [(61_000, None, None, False), (35_000, None, None, False)]),
    ("Salget bringer 95.600 kr. ind om året.", [(95_600, "year", None, False)]),
    ("Foreningen samlede 95.600 kr. ind i år.", [(95_600, None, None, False)]),
    ("Prisen er 7.000 kr. pr. hold. Merprisen er 1.800 kr.", [(7_000, "unit", None, False), (1_800, "unit", None, False)]),
    ("Lejen er 7.000 kr. om året. Merudgiften bliver 1.800 kr.", [(7_000, "year", None, False), (1_800, "year", None, False)]),
    ("Lejen er 768 kr. pr. m2. I nye huse ligger den på 1.100 kr.", [(768, "unit", None, False), (1_100, "unit", None, False)]),
    ("Taksten er 3.105 kr. om måneden. I fjor var den 2.980 kr.", [(3_105, "month", None, False), (2_980, "month", None, False)]),
    ("En plads er 31.000 kr. om året. I Vig er prisen 29.000 kr.", [(31_000, "year", None, False), (29_000, "year", None, False)]),
    ("Lejen er 768 kr. pr. m2. I Vig er der 1.100 kr.", [(768, "unit", None, False), (1_100, None, None, False)]),
    ("Lejen er 768 kr. pr. m2. I alt er den 71.100 kr.", [(768, "unit", None, False), (71_100, None, None, False)]),
    ("Taksten er 3.105 kr. om måneden. Puljen er på 2.980 kr.", [(3_105, "month", None, False), (2_980, None, None, False)]),
    ("Prisen er 7.000 kr. pr. hold. Salget er på 5.800 kr.", [(7_000, "unit", None, False), (5_800, None, None, False)]),
    (
        "Driften er 40.000 kr. pr. plads om året, i alt 800.000 kr.",
        [(40_000, "unit", None, False), (800_000, "year", None, False)],
    ),
    (
        "Anlægget er 40.000 kr. pr. plads, i alt 800.000 kr.",
        [(40_000, "unit", None, False), (800_000, None, None, False)],
    ),
    (
        "Udgiften er 9.000 kr. om året, hvoraf varmen er 5.000 kr. (550 kr. pr. MWh), vandet 3.000 kr. og vagten 1.000 kr.",
        [(9_000, "year", None, False), (5_000, "year", None, False), (550, "unit", None, False), (3_000, "year", None, False),
         (1_000, "year", None, False)],
    ),
    ("For hele 2014 ventes et overskud på 650.000 kr.", [(650_000, None, (2014, 2014), False)]),
    ("I hele 2014 er der brugt 650.000 kr.", [(650_000, None, (2014, 2014), False)]),
    ("Der er brugt 15 mio. kr. i de første ni måneder af 2020.", [(15_000_000, None, (2020, 2020), False)]),
    ("Der kom flere gæster end i 2013, og de lagde 627.000 kr.", [(627_000, None, None, False)]),
    ("Udgiften er større end i 2013, hvor den var 91 mio. kr.", [(91_000_000, None, (2013, 2013), False)]),
    ("Sagen sendes til budgetforhandlingerne for 2018-2021 med 7,5 mio. kr.", [(7_500_000, None, None, False)]),
    ("Anlæg for 10,9 mio. kr. udskydes til 2025.", [(10_900_000, None, None, False)]),
    ("Skolen får 10,9 mio. kr. til 2025.", [(10_900_000, None, (2025, 2025), False)]),
    (
        "Indskuddet er 25.000 kr., så udgiften i 2003 bliver 42.000 kr.",
        [(25_000, None, None, False), (42_000, None, (2003, 2003), False)],
    ),
    (
        "I 2020 blev der brugt 8,7 mio. kr., hvorved der mangler 0,1 mio. kr.",
        [(8_700_000, None, (2020, 2020), False), (100_000, None, None, False)],
    ),
    (
        "Støtten, der i 2014 var 9,6 mio. kr., går fra, så udgiften er 33,2 mio. kr.",
        [(9_600_000, None, (2014, 2014), False), (33_200_000, None, None, False)],
    ),
    (
        "I 2014 er der brugt 9,6 mio. kr., så der er 3,2 mio. kr. endnu.",
        [(9_600_000, None, (2014, 2014), False), (3_200_000, None, (2014, 2014), False)],
    ),
    ("Der er nyt tag på hus 2, 0,7 mio. kr.", [(700_000, None, None, False)]),
    ("Foreningerne får hver 25.000 kr.", [(25_000, "unit", None, False)]),
    ("De 128 fastliggere, som hver betalte 3.150 kr.", [(3_150, "unit", None, False)]),
    ("Hver ejer betaler efter loven et samlet bidrag til vejen på 30.000 kr.", [(30_000, "unit", None, False)]),
    ("Driften er på årsbasis 450.000 kr.", [(450_000, "year", None, False)]),
    ("Driften koster 1,2 mio. kr. p.a. fra 2024.", [(1_200_000, "year", (2024, 2024), False)]),
    ("For skoleåret 2023/24 er der afsat 4,2 mio. kr.", [(4_200_000, None, (2023, 2024), False)]),
    ("Der er i alt 24 mio. kr. over 4 år (2021-2024).", [(24_000_000, None, (2021, 2024), False)]),
    ("Der frigives 0,8 mio. kr. af rådighedsbeløbet for 2023.", [(800_000, None, (2023, 2023), False)]),
    (
        "Gælden er 4.150 kr. pr. indbygger mod landsgennemsnittets 9.870 kr.",
        [(4_150, "unit", None, False), (9_870, "unit", None, False)],
    ),
    (
        "Fonden fik i 1978 50.000 kr., og formuen er nu 31.480 kr.",
        [(50_000, None, (1978, 1978), False), (31_480, None, None, False)],
    ),
    ("Overskuddet er 3,2, 9,8 og 12,1 mio. kr.", [(3_200_000, None, None, False), (9_800_000, None, None, False),
                                                 (12_100_000, None, None, False)]),
]
THIS_YEAR = [
    ("Rådet har i år 110.000 kr.", (2019, 2019)),
    ("Puljen er i år på 200.000 kr.", (2019, 2019)),
    ("Der er 22 tilbage af årets budget på 60.000 kr.", (2019, 2019)),
    ("Der gives i år 110.000 kr. i 2021.", (2021, 2021)),
    ("Der er mange boliger i år, og huset kostede 110.000 kr.", None),
    ("Årets overskud er på 110.000 kr.", None),
    ("Over fire år bruges 110.000 kr.", None),
    ("Der ventes et merforbrug på 110.000 kr. i indeværende år.", (2019, 2019)),
    ("Siden 2011 er der i alt givet 110.000 kr.", (2011, 2019)),
    ("Siden 2011 er huset solgt for 110.000 kr.", None),
]
YEARS_IN_TURN = [
    ("Regnskabet for kalenderårene 2006, 2007 og 2008 viser 4,6 mio. kr., 2,9 mio. kr. og 3,9 mio. kr.", [2006, 2007, 2008]),
    ("Lånet, der i 2020 og 2021 var på 2,1 mio. kr. og 3,6 mio. kr., er indfriet.", [2020, 2021]),
    ("Udgiften var 2,1 mio. kr. og 3,6 mio. kr. i henholdsvis 2020 og 2021.", [2020, 2021]),
    ("Udgiften blev i 2019-2021 hhv. 2,1, 3,6 og 4,0 mio. kr.", [2019, 2020, 2021]),
    ("Sammenlagt blev 2,1 mio. kr., 1,2 mio. kr. og 1,4 mio. kr. brugt i 2019, 2020 og 2021.", [2019, 2020, 2021]),
    ("I budgetårene 2024, 2025, 2026 og 2027 mangler der 0,5, 0,7, 0,9 og 1,1 mio. kr.", [2024, 2025, 2026, 2027]),
    ("I 2017 blev det 18,7 mio. kr. mod 20,1 mio. kr. året før.", [2017, 2016]),
    ("Kontoen var i 2017 på 18,7 mio. kr., mens den året efter var 20,1 mio. kr.", [2017, 2018]),
    ("I 2019 blev der brugt 4,2 mio. kr., og i det følgende år 4,6 mio. kr.", [2019, 2020]),
]
NOT_IN_TURN = [
    "I 2020 og 2021 er der givet 2,1 mio. kr. til veje og 3,6 mio. kr. til skoler.",
    "I 2020 og 2021 er der givet 2,1 mio. kr. og 3,6 mio. kr. til henholdsvis veje og skoler.",
    "I 2020 og 2021 er der givet 2,1 mio. kr., 3,6 mio. kr. og 1,4 mio. kr. til tre skoler.",
    "I 2020 og 2021 var der mellem 2,1 mio. kr. og 3,6 mio. kr. i kassen.",
    "I 2020 og 2021 fik Vig og Dalby 2,1 mio. kr. og 3,6 mio. kr.",
    "I 2020-2021 er der givet 2,1 mio. kr. og 3,6 mio. kr.",
]


@pytest.mark.parametrize(("text", "period"), THIS_YEAR)
def test_this_year_is_that_of_the_meeting(text, period):
    assert [a.period for a in measure(flow_of(text), Structure(meeting_date=date(2019, 3, 4))).amounts] == [period]
    assert [a.period for a in measured(text).amounts] == [period if period == (2021, 2021) else None]


@pytest.mark.parametrize(("text", "years"), YEARS_IN_TURN)
def test_amounts_that_a_sentence_tells_in_the_same_turn_as_their_years_have_each_its_own(text, years):
    assert [a.period for a in measured(text).amounts] == [(year, year) for year in years]


@pytest.mark.parametrize("text", NOT_IN_TURN)
def test_amounts_that_are_not_told_year_by_year_share_the_years(text):
    assert {a.period for a in measured(text).amounts} == {(2020, 2021)}


YEARS_BEFORE = [("Byrådet gav den 21. juni 2000 kr. 2.600.000 til stien.", [260_000_000]), ("Det koster 2000 kr.", [200_000]),
                ("Med budget 2021-2024 kr. 300.000,- til stien.", [30_000_000]), ("Det koster 1900-2024 kr.", [190_000])]


@pytest.mark.parametrize(("text", "oere"), YEARS_BEFORE)
def test_a_year_before_a_sum_is_no_sum(text, oere):
    assert [a.oere for a in measured(text).amounts] == oere


NO_AMOUNTS = [
    "Udgifterne er i 1.000 kr.:",
    "Tabellen viser priserne. Beløb i 1.000 kr. i 2019-p/l.",
    "Beløb i 1.000 kr., 2019-priser",
    "Beløb i 1.000 kr. i løbende priser",
    "Udgifter i 1.000 kr. Minus er indtægter.",
    "Tabel 2. Serviceudgifter pr. udvalg, 1.000 kr.",
    "Tabel 1. Resultat, 1.000 kr. (- = indtægt)",
    "Post 1.000 kr.\nRåhus\tMange",
    "Punkt 8 handler om § 40.",
    "Mødet varede 2,5 timer.",
    "Vejen er 1.250 meter lang.",
    "Der kom 1,2 mio. besøgende.",
    "Sag 397-2018-4471.",
    "Der er 5 mil til byen.",
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts_with_rate_years_and_caution(text, expected):
    said = [(a.oere // 100, a.per, a.period, a.approximate) for a in measured(text).amounts]
    assert said == expected


@pytest.mark.parametrize(("lead", "rate"), [
    ("Den årlige virkning er opgjort sådan:", "year"),
    ("Det årlige tilskud er givet. Byggeriet koster:", None),
    ("Den årlige virkning er opgjort.", None),
])
def test_the_words_above_a_list_tell_the_rate_of_its_amounts(tmp_path, lead, rate):
    paper = tmp_path / "notat.html"
    paper.write_text(f"<p>{lead}</p><ul><li>Ledelse 1,15 mio. kr.</li><li>Drift 0,82 mio. kr.</li></ul><p>I alt 9 mio. kr.</p>", "utf-8")
    assert [a.per for a in read_document(paper).amounts] == [rate, rate, None]


A_THOUSAND = [
    "Gebyret stiger til 1.000 kr. i 2019.",
    "Gebyret er 1.000 kr. i 2019-priser.",
    "Gebyret er 1.000 kr.\nRåhus\tMange",
    "Det koster 1.000 kr. Det er dyrt.",
    "Bøden er på 1.000 kr.",
]


@pytest.mark.parametrize("text", A_THOUSAND)
def test_a_thousand_kroner_that_are_paid(text):
    assert [a.oere for a in measured(text).amounts] == [100_000]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount(text):
    assert measured(text).amounts == []


LIMITS = [
    # text                                                             operator, value, unit, indicator
    ("Kriteriet er, at mere end 40 pct. af de 18-64-årige er uden job.", [(">", "40", "percent", "uden_arbejde")]),
    ("Andelen af indvandrere og efterkommere må ikke overstige 50 pct.", [("<=", "50", "percent", "ikke_vestlig")]),
    ("Bruttoindkomsten skal være under 55 procent af regionens.", [("<", "55", "percent", "indkomst")]),
    ("Et område skal have mindst 1.000 beboere.", [(">=", "1000", "count", "beboere")]),
    ("Loftet efter folkeskoleloven er 28 elever i en klasse.", [("<=", "28", "count", None)]),
    ("Puljen betaler aldrig mere end 75 pct. af regningen.", [("<=", "75", "percent", None)]),
    ("Amtet giver halvdelen, dog ikke ud over 1,6 mio. kr.", [("<=", "1600000.0", "kr", None)]),
    ("Grænsen for bøde er 10 pct., og vi ligger på 8.", [("<=", "10", "percent", None)]),
    ("Andelen af dømte skal være mindst tre gange landsgennemsnittet.", [(">=", "3", "ratio", "doemte_ratio")]),
    ("En bolig må være højst 50 m2.", [("<=", "50", "m2", None)]),
    ("Vandet skal være mindst 34 grader.", [(">=", "34", "grader", None)]),
    ("Huset må være højst 8,5 meter højt.", [("<=", "8.5", "m", None)]),
    ("Bilerne må højst køre 100.000 km.", [("<=", "100000", "km", None)]),
    ("En hovedret højst må koste 51 kr. i 2015.", [("<=", "51", "kr", None)]),
    ("Broen er spærret for køretøjer over 3,5 tons.", [(">", "3.5", "tons", None)]),
    ("Kravet er, at antallet af dømte overstiger 270 pr. 10.000 beboere.", [(">", "270", "count", "doemte")]),
    ("Et område, hvor der bor mindst 1.000 mennesker.", [(">=", "1000", "count", "beboere")]),
    ("Grænserne er skrappere, over 40 pct. udenfor job.", [(">", "40", "percent", "uden_arbejde")]),
    ("Aftalen skal løbe i mindst otte år.", [(">=", "8", "years", None)]),
    ("Anlægsregnskaber over 2 mio. kr. skal godkendes.", [(">", "2000000", "kr", None)]),
    ("Ingen grund må udstykkes mindre end 1.000 m².", [(">=", "1000", "m2", None)]),
    ("Ingen borger må betale mere end 4.000 kr.", [("<=", "4000", "kr", None)]),
    ("Sager under 200.000 kr. afgøres af forvaltningen.", [("<", "200000", "kr", None)]),
    ("Hastigheden begrænses til 40 km/t.", [("<=", "40", "km/t", None)]),
    ("Der må ikke optages mere end 30% børn fra området.", [("<=", "30", "percent", None)]),
    ("En forening kan højst få 100.000 kr.", [("<=", "100000", "kr", None)]),
    ("Foreningen kan højst få dækket 75 pct. af udgiften.", [("<=", "75", "percent", None)]),
    ("Byrådet har lovet, at fuld kost højst koster 3.450 kr. om måneden.", [("<=", "3450", "kr", None)]),
    ("Hjælpen leveres hver anden uge og omfatter op til 80 m2 af boligen.", [("<=", "80", "m2", None)]),
    ("Kommunen garanterer for istandsættelse med op til 30.000 kr. pr. bolig.", [("<=", "30000", "kr", None)]),
    ("Det er et mål, at kassebeholdningen ikke kommer under 150 mio. kr.", [(">=", "150000000", "kr", None)]),
    ("Reglen er, at der højst må optages 30 procent børn fra området.", [("<=", "30", "percent", None)]),
    ("Afdelingen skal mindst spare 2 pct. om året.", [(">=", "2", "percent", None)]),
    ("Kassebeholdningen må ikke komme under 120 mio. kr.", [(">=", "120000000", "kr", None)]),
    ("Likviditeten må aldrig falde under 90 mio. kr.", [(">=", "90000000", "kr", None)]),
    ("Gælden må ikke stige op over 40 mio. kr.", [("<=", "40000000", "kr", None)]),
    ("Den maksimale leje fastsættes til 1.150 kr. pr. m2.", [("<=", "1150", "kr", None)]),
    ("Planen sætter en maksimal højde på 8,5 meter.", [("<=", "8.5", "m", None)]),
    ("Den højst tilladte hastighed er 40 km/t.", [("<=", "40", "km/t", None)]),
    ("Støjgrænsen er 44 dB.", [("<=", "44", "dB", None)]),
    ("Petitessegrænsen pr. år er 10.000 kr.", [("<=", "10000", "kr", None)]),
    ("Der gælder en minimumsstørrelse på 750 kvadratmeter.", [(">=", "750", "m2", None)]),
    ("Der kan bygges butikker, der maksimalt må være på 3.000 m².", [("<=", "3000", "m2", None)]),
    ("Den nedre grænse for kassen er 80 mio. kr.", [(">=", "80000000", "kr", None)]),
    ("Der indføres et loft over tilskuddet på 20.000 kr.", [("<=", "20000", "kr", None)]),
    ("Klasseloftet hæves for nye årgange til 28 elever.", [("<=", "28", "count", None)]),
    ("Elevtallet må ikke ved årets begyndelse overstige 28.", [("<=", "28", "count", None)]),
    ("Udløbet til åen må højst være 40 l/s.", [("<=", "40", "l/s", None)]),
    ("Anskaffelsessummen må ikke overstige rammebeløbet på 25.820 kr. pr. m2.", [("<=", "25820", "kr", None)]),
    ("Prisen overstiger budgettet på 3,2 mio. kr.", []),
    ("Udledningen må på intet tidspunkt overstige 10 liter.", [("<=", "10", "liter", None)]),
    ("Tilskuddet kan max udgøre 6.000 kr.", [("<=", "6000", "kr", None)]),
    ("Tilslutningen er 71 pct. mod de 60 pct., som værket har sat som mindstekrav.", [(">=", "60", "percent", None)]),
    ("Der indføres en tidsgrænse på to timer på 60 af kajens pladser.", [("<=", "2", "hours", None)]),
    ("Beløb på 50.000 kr. eller derover forelægges udvalget.", [(">=", "50000", "kr", None)]),
    ("Tilskud på mere end 25.000 kr. udbetales i to rater.", [(">", "25000", "kr", None)]),
    ("Der kan ikke ydes tilskud til køb for over 50.000 kr.", [("<=", "50000", "kr", None)]),
    ("Elevernes betaling må højst dække 1/3 af udgiften.", [("<=", "33.3", "percent", None)]),
    ("Fraværet skal ned på højst 10,5 dage.", [("<=", "10.5", "count", None)]),
    ("Planen giver mulighed for op til 2 etager.", [("<=", "2", "count", None)]),
    ("Ikke flere end 18 elever kan optages.", [("<=", "18", "count", None)]),
    ("Kassen må ikke ryge ned under grænsen på 1.000 kr., som udløser afgift.", [(">=", "1000", "kr", None)]),
    ("Bebyggelsesprocenten må ikke overstige 30 for huse, 40 for rækker og 60 for etager.",
     [("<=", "30", "percent", None), ("<=", "40", "percent", None), ("<=", "60", "percent", None)]),
    ("Grænserne er over 40 pct. og under 55 pct. for arbejde og indkomst.",
     [(">", "40", "percent", "uden_arbejde"), ("<", "55", "percent", "indkomst")]),
    ("Grænserne er henholdsvis over 60 pct., under 65 pct. og over 30 pct. for uddannelse, indkomst og arbejde.",
     [(">", "60", "percent", "grundskole"), ("<", "65", "percent", "indkomst"), (">", "30", "percent", "uden_arbejde")]),
    ("Grænserne er over 40 pct. uden job og under 55 pct. for indkomst.",
     [(">", "40", "percent", "uden_arbejde"), ("<", "55", "percent", "indkomst")]),
    ("Der indføres et loft på 70 pct.", [("<=", "70", "percent", None)]),
    ("For udsatte boligområder er grænserne skrappere: over 40 pct., mindst tre gange landsgennemsnittet og under 55 pct.",
     [(">", "40", "percent", "uden_arbejde"), (">=", "3", "ratio", "doemte_ratio"), ("<", "55", "percent", "indkomst")]),
    ("For et udsat boligområde er grænserne over 40 pct., mindst 3 gange landsgennemsnittet, over 60 pct. og under 55 pct.",
     [(">", "40", "percent", "uden_arbejde"), (">=", "3", "ratio", "doemte_ratio"), (">", "60", "percent", "grundskole"),
      ("<", "55", "percent", "indkomst")]),
    ("20 pct. er uden job. Tallet er lavere end grænserne på over 40 pct. og over 50 pct. for ikke-vestlige.",
     [(">", "40", "percent", "uden_arbejde"), (">", "50", "percent", "ikke_vestlig")]),
    ("Forebyggelsesområder har over 30 pct. ikke-vestlige og opfylder to af fire: over 30 pct., mindst 2 gange og over 60 pct.",
     [(">", "30", "percent", "ikke_vestlig"), (">", "30", "percent", "uden_arbejde"), (">=", "2", "ratio", "doemte_ratio"),
      (">", "60", "percent", "grundskole")]),
    ("Andelen uden job skal ned på højst 32 pct. Fraflytningen skal være under 11 pct.",
     [("<=", "32", "percent", "uden_arbejde"), ("<", "11", "percent", None)]),
    ("Andelen uden job skal ned på højst 38 pct., og mindst 75 pct. af beboerne skal føle sig trygge.",
     [("<=", "38", "percent", "uden_arbejde"), (">=", "75", "percent", None)]),
    ("Der er bygget fire anlæg med en udgift på over 2 mio. kr.", [(">", "2000000", "kr", None)]),
    ("For puljerne er grænserne skrappere: over 40 pct. og under 55 pct.", [(">", "40", "percent", None), ("<", "55", "percent", None)]),
    ("For ghettoområder er grænserne skrappere: over 50 pct. og under 55 pct.",
     [(">", "50", "percent", None), ("<", "55", "percent", "indkomst")]),
    ("Garantien dækker den del af lånet, der ligger over 65 pct. af værdien.", [(">", "65", "percent", None)]),
    ("Lånet skal afvikles over højst 30 år.", [("<=", "30", "years", None)]),
    ("Afdelingerne skal deles i trin efter andelen uden job:\nRødt trin: andelen er over 35 pct.\nGrønt trin: andelen er højst 35 pct.",
     [(">", "35", "percent", "uden_arbejde"), ("<=", "35", "percent", "uden_arbejde")]),
    ("Antallet i klasserne ikke må overstige 24, siger loven.", [("<=", "24", "count", None)]),
    ("Et krav er, at over 40 pct. ikke har tilknytning til enten arbejdsmarkedet eller skole.", [(">", "40", "percent", "uden_arbejde")]),
    (
        "Kravet er, at dømte er mindst tre gange gennemsnittet, mere end 60 pct. har kun grundskole.",
        [(">=", "3", "ratio", "doemte_ratio"), (">", "60", "percent", "grundskole")],
    ),
    (
        "Kravet er, at andelen af de 30-59-årige, der alene har en grundskoleuddannelse, er over 60 pct., og indkomsten er under 55 pct.",
        [(">", "60", "percent", "grundskole"), ("<", "55", "percent", "indkomst")],
    ),
    ("Målet er, at kassen ikke må komme under 120 mio. kr.", [(">=", "120000000", "kr", None)]),
    ("Gælden er lav, og kassen aldrig kan falde under 20 mio. kr.", [(">=", "20000000", "kr", None)]),
    ("Vandet må indeholde højst 50 mg nitrat.", [("<=", "50", "mg", None)]),
    ("Der må bruges højst 2 liter.", [("<=", "2", "liter", None)]),
    ("Pakken må veje maksimum 20 kg.", [("<=", "20", "kg", None)]),
    ("Loftet er 40.000 kr.", [("<=", "40000", "kr", None)]),
    ("Støtteloftet er 30 pct. af prisen.", [("<=", "30", "percent", None)]),
    ("Mindstekravet er 60 pct.", [(">=", "60", "percent", None)]),
    ("Fejl under 600.000 kr. er ikke taget med.", [("<", "600000", "kr", None)]),
    ("Der er to godkendere på alle betalinger over 90.000 kr.", [(">", "90000", "kr", None)]),
    ("Foreningen giver højst 5.000 kr. til et hold.", [("<=", "5000", "kr", None)]),
    ("Andelen af ikke-vestlige er 52 pct., og andelen af almene boliger skal ned på højst 40 pct.", [("<=", "40", "percent", None)]),
]
NO_LIMITS = [
    "Banen bruges i 2.000 timer, altså mere end fire gange så meget, som den skal.",
    "Efter aftalen råder kommunen over 318 boliger, som skal males.",
    "Loftet i hallen er 8 m højt, og det skal males.",
    "Der blev solgt 50 billetter eller flere hver aften.",
    "Andelen falder med 5 procentpoint eller mere end før, og det skal den.",
    "Den maksimale vandstand var 1,8 m.",
    "Aldersgrænsen er 18 år.",
    "Den nye sti ved kommunegrænsen er 12 km lang.",
    "Vi skal stemme, og over to tredjedele af os bor her.",
    "Ingen af skolerne har mere end 28 elever.",
    "Skaden blev begrænset til 2 mio. kr.",
    "Sagen kostede under 200.000 kr.",
    "Et månedskort vil give op til 396.000 kr., hvis alle pladser lejes ud.",
    "Ingen af dem er et ghettoområde, da andelen af ikke-vestlige i begge er under halvdelen.",
    "Over 300 borgere deltog i mødet.",
    "Grænsen er overskredet med 10 pct. af alle.",
    "Trafikken over grænsen er 10 pct. lavere end i fjor.",
    "Loftet er malet, og prisen er 28.000 kr.",
    "Kommunen brugte ikke pengene, men mere end 2 mio. kr. gik til veje.",
    "Renten vil give højst 78.300 kr. på et år.",
    "Beløbet rækker til mindst 30 huse.",
    "Ejerne vil selv skulle lægge mindst 3,15 mio. kr. om året.",
    "Kravet er 60 pct. dyrere end loftet.",
    "Det var mindst de 40 pct., der stemte.",
    "Kassebeholdningen faldt med 120 mio. kr.",
    "Det højeste 5 mio. kr. store bud blev valgt fra.",
    "Prisen er ikke faldet 5 pct.",
    "Hver elev skal have mindst 02 i dansk.",
    "Personer over 18 år kan stemme.",
    "Naboerne varsles mindst 1 uge i forvejen.",
    "Fraværet steg til over 40 pct. i marts.",
    "Mødet varede over to timer.",
    "Prisen svarer til lidt over 113 kr. pr. m2, og aftalen godkendes.",
    "Under mødet kom der 12 spørgsmål.",
    "Der er 25 pct. flere ansøgere.",
    "Skolen ligger over for nummer 12.",
    "Fra 1. maj til 3. juni.",
    "Kravet førte til en liste over 29 boligområder.",
    "Et hus skal søge lån. Beboerne er højst 30 år.",
    "Der skal gives lån til personer på højst 30 år.",
    "Der var tal for andelen uden job:\nVi så på Åsen i fjor.\nAndelen er over 35 pct.",
]


@pytest.mark.parametrize(("lead", "limits"), [
    ("I nye områder må bebyggelsesprocenten ikke overstige:", ["<=30 %", "<=40 %"]),
    ("Andelen af nye boliger skal være mindst:", [">=30 %", ">=40 %"]),
    ("Andelen af nye boliger blev:", []),
])
def test_the_entries_of_a_list_have_the_operator_of_its_lead(lead, limits):
    found = measure(written(f"{lead}\n- 30 % for huse\n- 40 % for rækkehuse"), Structure()).thresholds
    assert [t.operator + t.source.quote for t in found] == limits


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_limits_with_operator_and_indicator(text, expected):
    assert [(t.operator, str(t.value), t.unit, t.indicator) for t in measured(text).thresholds] == expected


@pytest.mark.parametrize("text", NO_LIMITS)
def test_descriptions_are_no_limits(text):
    assert measured(text).thresholds == []


def test_a_limit_in_kroner_is_an_amount_too_and_its_percent_is_no_figure():
    said = measured("Regnskaber over 2 mio. kr. skal godkendes, og mindst 90 pct. skal bruges.")
    assert [a.oere for a in said.amounts] == [200_000_000] and said.figures == []


TABLES = [
    (
        "unit in the caption",
        [["", "2025", "2026"], ["Skatter", "-2.104", "-2.168"]],
        "Tabel 1. Drift (1.000 kr.)",
        [(-2_104_000, (2025, 2025)), (-2_168_000, (2026, 2026))],
    ),
    (
        "unit in the corner",
        [["Mio. kr.", "Budget"], ["Børn og Unge", "412,3"]],
        "Der ventes et forbrug på 9,7 mio. kr.",
        [(412_300_000, None)],
    ),
    (
        "no unit, but columns of money below a sum in kroner",
        [["Post", "Forbrug", "Antal"], ["Jord", "318.400", "120.000"], ["I alt", "2.569.750", "150.000"]],
        "Der er bevilget 2.600.000 kr. Regnskabet er sådan:",
        [(318_400, None), (2_569_750, None)],
    ),
    (
        "no unit below a sum in millions",
        [["Post", "Forbrug"], ["Jord", "318.400"], ["I alt", "2.569.750"]],
        "Der er bevilget 2,6 mio. kr. Regnskabet er sådan:",
        [],
    ),
    (
        "a share in the sentence above is no unit",
        [["1.000 kr.", "Budget"], ["Løn", "24.300"]],
        "Det svarer til 75 %.",
        [(24_300_000, None)],
    ),
    (
        "the year of the prices is not the money's",
        [["Post", "Beløb"], ["Hal", "27.400"]],
        "Tabel 1. Anlægsudgift (1.000 kr., prisniveau 2023)",
        [(27_400_000, None)],
    ),
    (
        "the day of an account in the caption is no year of its budget",
        [["Post", "Budget i alt"], ["Hal", "27.400"]],
        "Tabel 1. Budget og forbrug pr. 30. juni 2021 (1.000 kr.)",
        [(27_400_000, None)],
    ),
    (
        "the caption's year beside a column of what is moved on",
        [["Post", "Budget", "Flyttes til 2024"], ["Hal", "27,4", "3,1"]],
        "Tabel 1. Anlæg 2023 (mio. kr.)",
        [(27_400_000, (2023, 2023)), (3_100_000, (2024, 2024))],
    ),
    (
        "years that the headings hold together",
        [["", "2008 2009", "2010", ""], ["Gæld", "8,1", "5,3", "4,8"]],
        "Tabel 3. Gæld (mio. kr.)",
        [(8_100_000, (2008, 2008)), (5_300_000, (2009, 2009)), (4_800_000, (2010, 2010))],
    ),
    (
        "a deviation is of the year that it compares; what is spent until a day is of its year",
        [["", "Budget 2012", "Forbrug pr. 30.9.2012", "Afvigelse"], ["Børn", "612,4", "417,9", "5,5"]],
        "Drift (mio. kr.)",
        [(612_400_000, (2012, 2012)), (417_900_000, (2012, 2012)), (5_500_000, (2012, 2012))],
    ),
    (
        "a forecast deviation is of the year of all columns",
        [["", "Budget 2012", "Regnskab 2012", "Forventet afvigelse til budget"], ["Børn", "612,4", "617,9", "5,5"]],
        "Drift (mio. kr.)",
        [(612_400_000, (2012, 2012)), (617_900_000, (2012, 2012)), (5_500_000, (2012, 2012))],
    ),
    (
        "a column of years tells the year of its row",
        [["Formål", "Budgetår", "Beløb i kr."], ["Legeplads", "2022", "350.000"], ["Legeplads", "2023", "125.000"]],
        "Der gives disse bevillinger.",
        [(350_000, (2022, 2022)), (125_000, (2023, 2023))],
    ),
    (
        "a deviation over two years has neither",
        [["", "Regnskab 2011", "Regnskab 2012", "Afvigelse"], ["Børn", "612,4", "617,9", "5,5"]],
        "Drift (mio. kr.)",
        [(612_400_000, (2011, 2011)), (617_900_000, (2012, 2012)), (5_500_000, None)],
    ),
    (
        "posts beside a column of money",
        [["Institution", "Nye stillinger", "1.000 kr."], ["Kernen", "3,0", "1.440"]],
        "Fordelingen er:",
        [(1_440_000, None)],
    ),
    (
        "savings and balances below a sum in plain kroner",
        [["Afdeling", "Henlæggelser", "Saldo"], ["Pilen", "2.140.000", "850.000"]],
        "Fonden udgør 14.872.000 kr.",
        [(2_140_000, None), (850_000, None)],
    ),
    (
        "a small column of money beside a large one",
        [
            ["Post", "Forbrug", "Afvigelse", "Afvigelse i pct."],
            ["Jord", "318.400", "12.150", "4,0"],
            ["I alt", "2.569.750", "-30.250", "1,2"],
        ],
        "Der er bevilget 2.600.000 kr. Regnskabet er sådan:",
        [(318_400, None), (12_150, None), (2_569_750, None), (-30_250, None)],
    ),
    (
        "kroner in one column are not those of every other",
        [["Institution", "Børn", "Stillinger", "1.000 kr.", "Budget i alt"], ["Kærnen", "96", "3,0", "1.440", "9.100"]],
        "Fordelingen af børn er:",
        [(1_440_000, None), (9_100_000, None)],
    ),
    (
        "the corner says the unit, whatever percentage the words above tell",
        [["Mio. kr.", "Budget 2021", "Forbrug 2021"], ["Service", "812,4", "401,8"]],
        "Forbrugsprocenten var 49,5 ved halvåret.",
        [(812_400_000, (2021, 2021)), (401_800_000, (2021, 2021))],
    ),
    (
        "a total over years",
        [["", "2025", "2026", "I alt"], ["Vej", "1,5", "2,0", "3,5"]],
        "Anlæg (mio. kr.)",
        [(1_500_000, (2025, 2025)), (2_000_000, (2026, 2026)), (3_500_000, (2025, 2026))],
    ),
    (
        "a total of all years",
        [["", "2025", "2026", "Alle år"], ["Vej", "1,5", "2,0", "3,5"]],
        "Anlæg (mio. kr.)",
        [(1_500_000, (2025, 2025)), (2_000_000, (2026, 2026)), (3_500_000, (2025, 2026))],
    ),
    ("a season is no year", [["Post", "Forbrug"], ["Salt", "312"]], "Tabel 1. Vinter 2016/17 (1.000 kr.)", [(312_000, None)]),
    ("a first year is not the only one", [["Post", "Kr."], ["Løn", "312"]], "Virkning fra og med 2013 (kr.)", [(312, None)]),
    ("years to a year", [["Post", "Kr."], ["Løn", "312"]], "Virkning 2013-2016 (kr.)", [(312, (2013, 2016))]),
    (
        "a deviation has not the caption's year",
        [["Post", "Budget", "Forbrug", "Afvigelse"], ["Salt", "312", "300", "12"]],
        "Drift i 2017 (1.000 kr.)",
        [(312_000, (2017, 2017)), (300_000, (2017, 2017)), (12_000, None)],
    ),
]
NEXT_TO = [
    # headings of the second table              its cells in kroner
    (["Udgifter", "2023", "2024"], [2_090_000, 2_145_000]),
    (["", "2023", "2024"], [2_090_000, 2_145_000]),
    (["Udgifter", "2024", "2025"], []),
    (["Udgifter", "2023", "Antal"], []),
    (["Udgifter", "", ""], []),
]


@pytest.mark.parametrize(("heads", "kroner"), NEXT_TO)
def test_a_table_right_below_another_with_its_headings_has_its_unit(heads, kroner):
    said = measured([["Indtægter (1.000 kr.)", "2023", "2024"], ["Bidrag", "5.880", "6.035"]], [heads, ["Løn", "2.090", "2.145"]])
    assert [a.oere // 100 for a in said.amounts if a.table == 1] == kroner


@pytest.mark.parametrize(("what", "rows", "caption", "expected"), TABLES, ids=[t[0] for t in TABLES])
def test_cells_have_the_unit_and_years_of_their_headings(what, rows, caption, expected):
    said = measured(rows, caption=caption)
    assert [(a.oere // 100, a.period) for a in said.amounts] == expected


@pytest.mark.parametrize(("changes", "unit"), [(("-5,3", "-2,0", "-37,8", "-9,0"), "percent"), (("-4,5", "-2,6", "-11,8", "-9,6"), None)])
def test_a_change_of_two_columns_is_a_percentage_where_its_numbers_say_so_but_for_one(changes, unit):
    """A table that prints no unit for its changes is still checked, and the one row that is wrong found."""
    levels = [("84.300", "79.800"), ("131.500", "128.900"), ("31.200", "19.400"), ("42.700", "33.100")]
    said = measured([["Sektor", "2018", "2021", "Ændring"], *(["A", *two, c] for two, c in zip(levels, changes, strict=True))])
    assert {f.unit for f in said.figures if str(f.value).startswith("-")} == ({unit} if unit else set())


def test_the_words_above_say_that_a_table_of_decimals_holds_percentages(tmp_path):
    table = "<table><tr><th>Område</th><th>Stillinger</th><th>Fravær 2016</th></tr>{}</table>".format(
        "".join(f"<tr><td>{a}</td><td>{n}</td><td>{p}</td></tr>" for a, n, p in (("Børn", 812, "5,6"), ("Ældre", 640, "6,9"))))
    told = ["Fraværet er opgjort i procent af arbejdstiden.", "Nedenfor er procenten vist for hvert område."]
    untold = ["Fraværet er opgjort af os.", "Procenten er steget. Nedenfor er dagene vist."]
    for words, units in (*((words, ["percent"] * 2) for words in told), *((words, []) for words in untold)):
        paper = tmp_path / "notat.html"
        paper.write_text(f"<p>{words}</p><p>Det er sådan:</p>{table}", "utf-8")
        assert [f.unit for f in read_document(paper).figures if f.unit != "count"] == units


ONE_AFTER_ANOTHER = [
    # headings of the second table            a row of it                           kroner
    (["Projekt", "Budget", "Forbrug"], ["Sti", "6.900", "6.315"], [6_900_000, 6_315_000]),
    (["Projekt", "Elever", "Lærere"], ["Sti", "6.900", "6.315"], []),
    (["Projekt", "Budget", "Forbrug i kr."], ["Sti", "6.900", "6.315"], [6_900, 6_315]),
]


@pytest.mark.parametrize(("heads", "row", "kroner"), ONE_AFTER_ANOTHER)
def test_a_table_of_money_has_the_unit_of_the_table_before_it(heads, row, kroner):
    said = measured([["Område (1.000 kr.)", "2023", "2024"], ["Bidrag", "5.880", "6.035"]], [heads, row])
    assert [a.oere // 100 for a in said.amounts if a.table == 1] == kroner


def test_whole_numbers_beside_decimals_count_what_they_are_called():
    said = measured([["Tiltag, mio. kr.", "Investering", "Bygninger"], ["Lys", "4,9", "22"], ["Sol", "8,4", "14"]])
    assert [a.oere // 100 for a in said.amounts] == [4_900_000, 8_400_000]
    assert [(f.value, f.noun) for f in said.figures if f.unit == "count"] == [(22, "bygning"), (14, "bygning")]


def test_a_column_of_notes_holds_no_money():
    said = measured([["Post, mio. kr.", "Ultimo 2014", "Note"], ["Aktiver", "842,6", "1"], ["Gæld", "612,3", "2"], ["Kasse", "55,4", ""]])
    assert [a.oere // 100 for a in said.amounts] == [842_600_000, 612_300_000, 55_400_000]


@pytest.mark.parametrize(("difference", "unit"), [("Ændring (pct.point)", "percent"), ("Ændring (antal)", None), ("Bemærkning", None)])
def test_years_whose_difference_is_in_percentage_points_are_percentages(difference, unit):
    said = measured([["Område", "2014", "2015", difference], ["Ældre", "6,9", "5,9", "-1,0"]])
    assert [f.unit for f in said.figures if f.value > 0] == ([unit] * 2 if unit else [])


def test_a_sum_with_its_rate_above_a_table_tells_nothing_of_its_cells():
    said = measured([["Kr.", "2016"], ["Leje", "248.000"]], caption="Lejen er 62.000 kr. pr. måned. Udgiften er således:")
    assert [(a.oere, a.per) for a in said.amounts] == [(24_800_000, None)]


@pytest.mark.parametrize(("unit", "kroner"), [("mio. kr.", 2_500_000), ("mia. kr.", 2_500_000_000), ("mrd. kr.", 2_500_000_000)])
def test_the_unit_of_a_column(unit, kroner):
    assert [a.oere for a in measured([["Post", f"Gæld ({unit})"], ["Lån", "2,5"]]).amounts] == [100 * kroner]


def test_a_rate_in_the_corner_counts_for_the_whole_table():
    said = measured([["Takst pr. måned i kr.", "Model 1"], ["Dagpleje", "1.800"]], caption="Det giver kr. 480.000 om året. Taksterne er:")
    assert [(a.oere, a.per) for a in said.amounts] == [(180_000, "month")]


RATES = [
    # headings                                          cells                         kr., rate                        caption
    (["Post", "I alt", "Pr. m2"], ["Grund", "14.280.000", "4.000"], [(14_280_000, None), (4_000, "unit")], "Tabel 2. Pris (kr.)"),
    (["Type", "Antal", "Leje pr. måned"], ["2 rum", "14", "5.606"], [(5_606, "month")], "Tabel 1. Boliger og husleje"),
    (["Type", "Årlig leje pr. m2"], ["2 rum", "1.035"], [(1_035, "unit")], "Tabel 1. Boliger"),
    (["By", "Antal", "Pris i kr.", "Indtægt i kr."], ["Vig", "11", "38", "418"], [(38, "unit"), (418, None)], ""),
    (["Tilbud", "Pris i kr."], ["A", "418"], [(418, None)], ""),
    (["Område", "Forbrug pr. juli"], ["Vej", "418"], [(418_000, None)], "Tabel 1 (1.000 kr.)"),
    (["Kilde", "2023"], ["Kommunens andel", "2.500"], [(2_500_000, None)], "Finansiering (1.000 kr.)"),
    (["Kilde", "2023"], ["Kommunens andel", "62"], [], "Finansiering (1.000 kr.)"),
    (["Post", ""], ["I alt kr.", "9.740"], [(9_740, None)], ""),
    (["Område", "Boliger pr. ha"], ["Lunden", "41"], [], "Tabel 1. Boliger"),
    (["Tiltag", "Udgift", "Årlig besparelse"], ["Lys", "4,9", "0,8"], [(4_900_000, None), (800_000, "year")], "Tiltag (mio. kr.)"),
    (["Takst", "2016", "I alt"], ["Vand pr. m3", "12", "36"], [(12, "unit"), (36, None)], "Takster (kr.)"),
    (["Område", "Forbrug"], ["Vej pr. 31. juli", "418"], [(418_000, None)], "Tabel 1 (1.000 kr.)"),
]


@pytest.mark.parametrize(("heads", "cells", "expected", "caption"), RATES)
def test_a_column_says_what_its_prices_are_for_one_of(heads, cells, expected, caption):
    assert [(a.oere // 100, a.per) for a in measured([heads, cells], caption=caption).amounts] == expected


SHARES = [
    ("36,5% er uden for arbejdsmarkedet.", [("36.5", "percent", "uden_arbejde")]),
    ("Andelen faldt med 2,9 procentpoint.", [("2.9", "percentage_points", None)]),
    ("Svarprocenten på 77 er høj; i 2012 var den 71 og i 2010 64.", [(p, "percent", None) for p in ("77", "71", "64")]),
    ("Stemmeprocenten blev 71,3 mod 75,1 i 2017.", [("71.3", "percent", None), ("75.1", "percent", None)]),
    ("Svarprocenten blandt de 84 elever lå på 50 pct. i uge 40.", [("84", "count", None), ("50", "percent", None)]),
    ("Der er 612 boliger.", [("612", "count", None)]),
    ("Grundskylden er 22,82 promille.", [("22.82", "permille", None)]),
    ("Svarprocenten er 65.", [("65", "percent", None)]),
    ("Der er mange, hvoraf 71 eller 38 pct. kører på el.", [("38", "percent", None)]),
    ("Der var fejl i 14 ud af 56 eller 25 %.", [("25", "percent", None)]),
    ("Tilskuddet er 30 eller 40 pct.", [("30", "percent", None), ("40", "percent", None)]),
    ("Det gav en stemmeprocent på 52.", [("52", "percent", None)]),
    ("Skatteprocenten er uændret 25,7.", [("25.7", "percent", None)]),
    ("Fejlprocenten var med andre ord 20, og den falder.", [("20", "percent", None)]),
    ("Grundskyldspromillen bliver dermed 24,6.", [("24.6", "permille", None)]),
    ("Skatteprocenten er steget siden 2012.", []),
    ("Svarprocenten i afdeling 3 er god.", []),
    ("Bebyggelsesprocenten er sat til 150.", []),
    ("Procenten er 65.", [("65", "percent", None)]),
    ("Svarprocenten er 3 gange så høj.", [("3", "ratio", None)]),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_figures_with_unit_and_indicator(text, expected):
    assert [(str(f.value), f.unit, f.indicator) for f in measured(text).figures] == expected


def test_every_value_lies_in_its_interval():
    said = measured("Ca. 7,8 mio. kr., godt 3 pct. og knap 40 boliger af 1.250.000 kr.")
    assert all(a.low_oere <= a.oere <= a.high_oere for a in said.amounts) and len(said.amounts) == 2
    assert all(Decimal(f.low) <= f.value <= f.high for f in said.figures)


NOT_COUNTED = [
    "Budgettet for 2024 udgør en stor del af planen.",
    "Planen fra 2024 holder endnu.",
    "Side 12 viser fordelingen, og tabel 4 viser resten.",
    "Ansøgere skal være fyldt 18 år.",
    "Tilbuddet er for unge i alderen 18-25 år.",
    "Andelen af 18-64 årige er målt.",
    "Husene ved Lundvej 372 meget tæt på skellet er solgt.",
    "Centrene under Agenda 21 centre er nye.",
    "Under punkterne 14 og 18 deltog en stedfortræder.",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_years_pages_and_ages_count_nothing(text):
    assert measured(text).figures == []


AS_OF = [
    ("Ledigheden er 4,3 pct. pr. 31. december 2023.", [("4.3", date(2023, 12, 31))]),
    ("Ledigheden steg fra 3,2 pct. i 2019 til 4,1 pct. i 2021.", [("3.2", 2019), ("4.1", 2021)]),
    ("Ledigheden er 4,3 pct.", [("4.3", None)]),
]


@pytest.mark.parametrize(("text", "expected"), AS_OF)
def test_a_figure_has_the_day_or_year_beside_it(text, expected):
    assert [(str(f.value), f.as_of) for f in measured(text).figures] == expected


INDICATED = [
    ("I Lindeparken er 46,2 pct. af de 18-64-årige uden for arbejdsmarkedet.", ["uden_arbejde"]),
    ("Andelen uden job er steget fra 32,5 pct. i 2019 til 35,1 pct. i 2021.", ["uden_arbejde", "uden_arbejde"]),
    ("Andelen uden job er 32,5 pct., og 12 pct. af pladserne er ledige.", ["uden_arbejde", None]),
]


@pytest.mark.parametrize(("text", "expected"), INDICATED)
def test_a_share_has_the_indicator_of_its_own_words(text, expected):
    assert [f.indicator for f in measured(text).figures if f.unit == "percent"] == expected


def test_a_range_of_shares_is_two_figures_with_one_interval():
    low, high = measured("Mellem 10 og 15 pct. af eleverne er fraværende.").figures
    assert (low.value, high.value) == (10, 15)
    assert (low.low, low.high) == (high.low, high.high) == (Decimal("9.5"), Decimal("15.5"))


def test_between_two_numbers_is_one_amount():
    (amount,) = measured("Udgiften bliver mellem 3 og 4 mio. kr.").amounts
    assert (amount.oere, amount.low_oere, amount.high_oere) == (300_000_000, 250_000_000, 450_000_000)


HALVES_COUNTED = [
    ("Der ansættes 2½ årsværk.", "2.5", "count"),
    ("Kommunen har 1,2 mio. besøgende om året.", "1200000", "count"),
    ("Over halvdelen deltog.", "0.5", "ratio"),
]


@pytest.mark.parametrize(("text", "value", "unit"), HALVES_COUNTED)
def test_glyphs_and_millions_count(text, value, unit):
    (figure,) = measured(text).figures
    assert (figure.value, figure.unit) == (Decimal(value), unit)


PRICES = [
    ("Svømmehallen koster 97,5 mio. kr. i 2024-p/l.", [2024]),
    ("Rammen er 45,2 mio. kr. (2023-priser), og tilbuddet er på 44 mio. kr.", [2023, None]),
    ("Der er afsat 3 mio. kr. i 2024.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), PRICES)
def test_an_amount_has_its_own_price_level(text, expected):
    assert [a.price_level for a in measured(text).amounts] == expected


CEILINGS = [
    ("Der gives tilskud på op til 75 pct. af udgiften.", ("<=", "75", "percent")),
    ("Kommunen har ret til at anvise op til 25 pct. af de ledige boliger.", ("<=", "25", "percent")),
    ("Indtil 2 mio. kr. kan frigives af borgmesteren.", ("<=", "2000000", "kr")),
    ("Antallet af dømte er mere end tre gange landsgennemsnittet.", (">", "3", "ratio")),
    ("Indkomsten er mindre end 55 procent af regionens gennemsnit.", ("<", "55", "percent")),
]


@pytest.mark.parametrize(("text", "expected"), CEILINGS)
def test_ceilings_of_grants_and_shares_of_an_average_are_limits(text, expected):
    assert [(t.operator, str(t.value), t.unit) for t in measured(text).thresholds] == [expected]


PURPOSES = [
    ("Beløbet må ikke overstige 500.000 kr.", "Beløbet"),
    ("Der afsættes 2 mio. kr.", None),
    ("Lejen stiger fra 5.400 kr.", "Lejen"),
    ("Der gives 1,2 mio. kr. til nyt tag.", "nyt tag"),
    ("Puljen til uforudsete udgifter udgør 1,2 mio. kr.", "Puljen til uforudsete udgifter"),
    ("Heraf skyldes 0,4 mio. kr. sne.", None),
    ("Lejen stiger, hvilket giver 0,4 mio. kr.", None),
    ("Sidste år havde foreningen et budget på 0,4 mio. kr.", "budget"),
    ("Bygningen er solgt, altså 0,4 mio. kr.", None),
    ("Klubben skal dække 0,4 mio. kr. selv.", None),
    ("Udgiften er beregnet til 0,4 mio. kr.", "Udgiften"),
    ("Der er i år brugt 3,4 mio. kr. på skolerne.", None),
    ("Staten finansierer skolernes nye haller med 0,4 mio. kr.", "skolernes nye haller"),
    ("Ved årets begyndelse var kommunens 0,4 mio. kr. brugt.", None),
]


@pytest.mark.parametrize(("text", "purpose"), PURPOSES)
def test_a_purpose_says_what_the_money_is_for(text, purpose):
    assert [a.purpose for a in measured(text).amounts] == [purpose]


NOUNS = [
    ("Der var 5 imod, og 1 undlod.", []),
    ("I alt 34 oprettes, 61 var her, og 8 solgt.", []),
    ("Der er 13.000 større og to midlertidige.", []),
    ("Der var 1 stemme for.", ["stemme"]),
    ("Der var 14 stemmer i to grupper fra tre områder.", ["stemme", "gruppe", "område"]),
    ("Der er to midlertidige pavilloner og de tre største klasser.", ["pavillon", "klasse"]),
    ("Der er 54 tilmeldte, 6 frivillige og 12 ansatte.", ["tilmeldt", "frivillig", "ansat"]),
]


@pytest.mark.parametrize(("text", "nouns"), NOUNS)
def test_a_number_counts_a_noun_or_nothing(text, nouns):
    assert [f.noun for f in measured(text).figures] == nouns


ABOVE = [
    # what stands above a table of money without a unit                                       its scale
    ("Udgifterne var 4,1 mio. kr. lavere end budgettet:", ["-4100000", "4900000"]),
    ("Udgifterne var 3,1 mio. kr. lavere end budgettet:", []),
    ("Udgifterne var 4,1 pct. lavere end budgettet:", []),
]


@pytest.mark.parametrize(("above", "amounts"), ABOVE)
def test_a_sum_told_above_a_table_gives_its_scale(above, amounts):
    rows = [["", "Budget", "Regnskab", "Afvigelse"], ["Skoler", "78,9", "83,8", "4,9"], ["I alt", "66,8", "62,7", "-4,1"]]
    found = measured(above, rows).amounts
    assert sorted(str(a.oere // 100) for a in found if a.column == 3) == sorted(amounts)


@pytest.mark.parametrize(("third", "unit"), [("Forskel", "count"), ("Regulering", None)])
def test_the_difference_of_two_counts_is_a_count(third, unit):
    rows = [["Skole", "Elevtal 2023", "Elevtal 2024", third], ["Nordskolen", "612", "634", "22"]]
    said = {f.source.quote: f.unit for f in measured("Elevtallene.", rows).figures}
    assert said.get("22") == unit and said["612"] == "count"

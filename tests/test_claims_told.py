"""Sums, prices, shares and changes as clerks tell them over sentences, lists, slides and tables: half cannot be right, half can."""

from __future__ import annotations

import pytest

from extractors.document import read_document
from minutes.checks import judge
from tests.told_pieces import markup, pieces
from tests.written_flow import beyond_notes, findings, loud

FLAGGED = [
    ("Personalet består af 14 lærere, 9 pædagoger og 3 ledere, i alt 27 ansatte.", "sum-differs"),
    ("Prisen for et klippekort er 12 klip à 35 kr., altså 410 kr.", "product-differs"),
    ("Der er søgt om 2,4 mio. kr., og fonden har givet 1,5 mio. kr. Der mangler således 1,1 mio. kr.", "difference-differs"),
    ("Biblioteket havde 48.200 besøg i 2018 og 51.300 i 2019, en fremgang på 3.900 besøg.", "difference-differs"),
    ("Renoveringen koster 6,4 mio. kr. Regionen betaler 3,2 mio. kr., kommunen 2,1 mio. kr. og foreningen 0,9 mio. kr.", "sum-differs"),
    ("Taksten hæves fra 1.850 kr. til 1.920 kr. om måneden, en stigning på 60 kr.", "difference-differs"),
    ("Der er 36 boliger i Bakkegården: 18 toværelses, 12 treværelses og 8 fireværelses.", "sum-differs"),
    ("Hver af de 24 frivillige får 1.200 kr. om året i godtgørelse, i alt 26.800 kr.", "product-differs"),
    ("Ud af 160 adspurgte svarede 112, svarende til 75 pct.", "share-differs"),
    ("Beløbet på 4,8 mio. kr. udbetales med 1,6 mio. kr. i 2021, 1,6 mio. kr. i 2022 og 1,8 mio. kr. i 2023.", "sum-differs"),
    ("Grundskylden sættes ned fra 26,8 promille til 25,9 promille, altså med 0,8 promille.", "difference-differs"),
    ("Udvalget peger på tre løsninger: en ny rundkørsel, lyskryds, cykelsti og lavere fart.", "count-differs"),
    ("# Seks anbefalinger\n- Flere lærlinge\n- Bedre normering\n- Kortere ventetid\n- Et fælles system\n- Åbne døre", "count-differs"),
    ("Prisen for en plads er 9.450 kr. pr. måned. Med 42 pladser koster det 5,1 mio. kr. om året.", "product-differs"),
    ("Der udskiftes 340 lamper til 2.150 kr. stykket, hvilket giver 713.000 kr.", "product-differs"),
    ("Foreningen får 35 kr. pr. aktivt medlem. Med 620 aktive medlemmer bliver tilskuddet 22.700 kr.", "product-differs"),
    ("Skolens budget er på 31,2 mio. kr. Heraf går 24,9 mio. kr. til løn, svarende til 70 pct. af budgettet.", "share-differs"),
    ("Antallet af elever er faldet fra 512 til 476, det vil sige med 26 elever.", "difference-differs"),
    (
        (
            "Budgettet til vejene er på 12,6 mio. kr.\nMidlerne til vejene fordeler sig med 5,1 mio. kr. til asfalt, 4,4 mio. kr. "
            "til broer og 2,1 mio. kr. til fortove."
        ),
        "sum-differs",
    ),
    ("Tabel 1. Ansøgere\nUddannelse\t2019\t2020\nTømrer\t42\t51\nMaler\t18\t16\nMurer\t25\t29\nI alt\t85\t98", "sum-differs"),
    (
        (
            "Tabel 2. Takster i kr.\nYdelse\t2021\t2022\tStigning i "
            "pct.\nMad\t50\t52\t4,0\nVask\t80\t84\t5,0\nKørsel\t120\t126\t6,0\nRengøring\t200\t210\t5,0"
        ),
        "share-differs",
    ),
    ("I 2016 var der 214 brande. I 2017 var det 188, så antallet er faldet med 36.", "difference-differs"),
    ("Salget indbragte 5,6 mio. kr. Efter fradrag af udgifter på 0,8 mio. kr. er der 4,6 mio. kr. tilbage.", "difference-differs"),
    ("Der er afsat 750.000 kr. om året i tre år, i alt 2.150.000 kr.", "product-differs"),
    ("Gruppen har ni medlemmer: fire politikere, tre forældre og en leder.", "count-differs"),
    ("Huslejen er 6.250 kr. om måneden, svarende til 72.000 kr. om året.", "product-differs"),
    ("De tre projekter koster 1,2 mio. kr., 0,9 mio. kr. og 2,3 mio. kr., tilsammen 4,6 mio. kr.", "sum-differs"),
    ("Puljen på 900.000 kr. fordeles med 450.000 kr. til sport, 300.000 kr. til musik og 250.000 kr. til teater.", "sum-differs"),
    ("I dag bor 1.860 i byen mod 1.790 i 2010, en stigning på 6,9 pct.", "share-differs"),
    ("Kommunen har fire plejehjem: Solgården, Birkehøj, Åvang, Skovbo og Engparken.", "count-differs"),
    ("Af de 65 hunde i internatet er 26 hvalpe, altså 45 pct.", "share-differs"),
    ("Følgende tre skoler ansøger om tilskud til lejrskole i 2019: Nordskolen, Sydskolen, Østskolen og Vestskolen.", "count-differs"),
    ("Budgettet til festen er 84.000 kr., hvoraf 52.000 kr. er brugt. Der er altså 34.000 kr. tilbage.", "difference-differs"),
    ("Medlemstallet er steget fra 220 til 253, et plus på 33 eller 12 pct.", "share-differs"),
    ("Elforbruget faldt fra 412.000 kWh til 371.000 kWh, en besparelse på 51.000 kWh.", "difference-differs"),
    (
        "Kassebeholdningen var 62,4 mio. kr. ved årets begyndelse og 57,9 mio. kr. ved årets slutning, et fald på 5,5 mio. kr.",
        "difference-differs",
    ),
    ("En time i hallen koster 180 kr., og klubben lejer 95 timer. Det giver 16.100 kr.", "product-differs"),
    ("Elever i alt: 312\n- Indskoling: 118 elever\n- Mellemtrin: 104 elever\n- Udskoling: 100 elever", "sum-differs"),
    ("Støj over grænsen rammer 430 boliger, nemlig 260 ved motorvejen, 120 ved ringvejen og 60 ved banen.", "sum-differs"),
    ("Hele projektet koster 9,0 mio. kr. EU dækker 40 pct., altså 3,9 mio. kr.", "share-differs"),
    ("Der var 1.250 på venteliste i maj. I november var tallet 1.120, altså 140 færre.", "difference-differs"),
    ("Besparelsen er 300.000 kr. i 2020 og 450.000 kr. i hvert af årene 2021-2023, i alt 1.750.000 kr.", "product-differs"),
    ("Byrådet har 25 medlemmer: 11 fra A, 8 fra V, 3 fra C og 2 fra F.", "sum-differs"),
    ("Der blev behandlet 46 sager. 30 blev godkendt, 12 afvist, og de sidste 6 blev udsat.", "sum-differs"),
    ("Svarprocenten blev 62 pct., idet 145 af 250 svarede.", "share-differs"),
    ("De 18 busser kører hver 64.000 km om året, i alt 1.252.000 km.", "product-differs"),
    ("Tilskuddet er 60 pct. af 1,5 mio. kr., dvs. 0,8 mio. kr.", "share-differs"),
    (
        (
            "Tabel 1\nTal for Kildevang\t2019\t2021\nUden arbejde\t38,4 %\t36,1 %"
            "\nKun folkeskole\t51,2 %\t49,9 %\nAndelen uden arbejde er "
            "faldet med 2,3 procentpoint. Andelen med kun folkeskole er faldet med 2,3 procentpoint."
        ),
        "difference-differs",
    ),
    (
        (
            "Tabel 2 (mio. kr.)\nIndsats\t2021\t2022\tI alt\nFritidsjob\t7,6\t7,7\t15,3"
            "\nLektiehjælp\t0,8\t1,1\t1,9\nI alt\t8,4\t8,8\t17,2\n- Fonden"
            " betaler 12,5 mio. kr., kommunen 5,7 mio. kr."
        ),
        "sum-differs",
    ),
    (
        (
            "Til næste år overføres der i alt 18,3 mio. kr.\nOverførslerne fordeler sig med 9,6 mio. kr. fra skoler, 5,2 mio. kr. "
            "fra ældreområdet og 2,5 mio. kr. fra veje."
        ),
        "sum-differs",
    ),
    (
        (
            "Byggeriet har et budget på 27,6 mio. kr. Fonden dækker 13,8 mio. kr. eller halvdelen. Kommunen betaler 8,1 mio. kr., "
            "og foreningerne 5,3 mio. kr."
        ),
        "sum-differs",
    ),
    ("Legatet giver 36 kr. om måneden for hver af de 250 elever, i alt 180.000 kr. om året.", "product-differs"),
    (
        (
            "Museet ventes at få 30.000 gæster. Heraf er 12.000 børn, og 18.000 er betalende gæster. Med en indtægt på 45 kr. pr. "
            "betalende gæst giver billetterne 910.000 kr. om året."
        ),
        "product-differs",
    ),
]

QUIET = [
    "Personalet består af 14 lærere, 9 pædagoger og 3 ledere. Hertil kommer 27 vikarer.",
    "Prisen for et klippekort er 12 klip for 399 kr. mod normalt 35 kr. pr. gang.",
    "Fonden har givet 1,5 mio. kr., og klubben har selv samlet 0,4 mio. kr. Kommunen ansøges om 1,1 mio. kr.",
    "Biblioteket havde 48.200 besøg i 2018. Med filialerne var der 62.300, en fremgang på 3.900 besøg i forhold til 2017.",
    "Staten betaler 3,0 mio. kr., og kommunen 1,0 mio. kr. til drift. Anlægget har et budget på 12,4 mio. kr.",
    ("Projektet har et budget på 8,2 mio. kr. Fonden betaler 4,0 mio. kr., og kommunen betaler 2,0 mio. kr. Resten skaffer klubben."),
    "Budgettet er på 5,0 mio. kr. Kommunen betaler 1,2 mio. kr., og foreningen 0,3 mio. kr. om året.",
    "Hver af de 24 klubber får mindst 1.200 kr. om året, og i alt er der afsat 40.000 kr.",
    "Ud af 160 adspurgte svarede 112. 75 pct. af kvinderne var glade.",
    "Grundskylden sættes ned fra 26,8 promille til 25,9 promille. Det koster 0,8 mio. kr.",
    "Udvalget peger på tre løsninger: en ny rundkørsel med stier og lys, et lyskryds og lavere fart.",
    "# Seks anbefalinger\n- Flere lærlinge\n- Bedre normering\n- Kortere ventetid\n- Et fælles system\n- Åbne døre\n- Nye veje",
    ("Prisen for en plads er 9.450 kr. pr. måned. Der er 42 pladser, hvoraf 30 er fulde, og tilskuddet er 5,1 mio. kr. om året."),
    "Foreningen får 35 kr. pr. aktivt medlem. Der er 620 medlemmer, og tilskuddet bliver 18.900 kr.",
    "Museet har 30.000 gæster. En billet koster 60 kr. pr. betalende gæst, og billetindtægten er 1,2 mio. kr.",
    "Skolens budget er på 31,2 mio. kr. Heraf går 24,9 mio. kr. til løn. I 2015 var det 70 pct. af budgettet.",
    "Driftsbudgettet er 40,2 mio. kr. Anlægsudgifterne fordeler sig med 5,1 mio. kr. til veje og 4,4 mio. kr. til broer.",
    (
        "Budgettet til vejene er på 12,6 mio. kr. Midlerne til stier og vejene i havnen fordeler sig med 1,1 mio. kr. til "
        "asfalt og 0,4 mio. kr. til broer."
    ),
    "Tabel 1. Ansøgere\nUddannelse\t2019\t2020\nTømrer\t42\t51\nMaler\t18\t16\nMurer\t25\t29\nI alt\t85\t96",
    "Tabel 2. Takster i kr.\nYdelse\t2021\t2022\tStigning i pct.\nMad\t50\t52\t4,0\nVask\t80\t84\t5,0\nKørsel\t120\t126\t5,0",
    "Cykelstien bliver 3,8 km lang. Heraf er 1,2 km i byen.",
    "I 2016 var der 214 brande. I 2017 var det 188 brande i huse, så antallet af husbrande er faldet med 36.",
    "Indbrud er gået fra 80 til 60, altså ned med en fjerdedel, mens hærværk er steget fra 40 til 46.",
    "Gruppen har ni medlemmer, heraf fire politikere, tre forældre og en leder. Den sidste plads er ubesat.",
    "Huslejen er 6.250 kr. om måneden. Med varme bliver det 84.000 kr. om året.",
    "Kommunen har fire haller: Hal 1 og 2 i Åby, Skovhallen og Engvejens Hal.",
    "Af de 65 hunde i internatet er 26 hvalpe. 45 pct. af kattene er killinger.",
    "Følgende fire skoler ansøger om tilskud til lejrskole i 2019: Nordskolen, Sydskolen, Østskolen og Vestskolen.",
    "Medlemstallet er steget fra 220 til 253, et plus på 33 eller 15 pct.",
    "Byggeriet ventes at tage 10 eller 12 pct. længere tid end planlagt.",
    "Boliger i alt: 312\n- Nordby: 118 boliger og 300 beboere\n- Sydby: 194 boliger og 410 beboere",
    "Der bor 2.100 i området. Kommunens andel af støtten er 20 pct., og staten betaler resten.",
    "Loven siger, at en plads højst må koste 3.200 kr. Kommunens takst er 3.150 kr. for en plads.",
    "Venstres forslag om en takst på 3.400 kr. for en plads blev forkastet. Taksten for en plads fastsættes til 3.450 kr.",
    "Klubben betaler selv 300.000 kr., og kommunen står dermed for 70 pct. af de samlede udgifter på 1,0 mio. kr.",
    "Kurset har 80 deltagere, heraf 60 kvinder eller 75 pct. Gennemførelsesprocenten var 91 pct.",
    "Personskatten sættes ned fra 25,4 pct. til 25,1 pct., altså med 0,3 procentpoint.",
    "Andelen af ledige faldt fra 5,2 pct. til 4,9 pct., altså med 0,4 procentpoint.",
    "Der bygges 24 boliger med 18 kr. i tilskud pr. kvadratmeter, i alt 2.040 m2.",
    "Der gives 48 kr. om måneden for hver af de 10 boliger, i alt 5.760 kr. om året.",
    "Kommunen betaler 2,6 mio. kr., staten 1,4 mio. kr. og EU 1,0 mio. kr.",
    "Renoveringen koster 6,4 mio. kr. Regionen betaler 3,2 mio. kr., kommunen 2,1 mio. kr. og foreningen 1,1 mio. kr.",
    "Der kom 14 ansøgninger til de otte pladser: seks fra Åby, otte fra Nordby.",
    "Til de fire møder kom der 35, 42, 28 og 51 borgere, i alt 156.",
    "Der deltog 42 ved mødet i maj og 38 i juni. Næste møde er for i alt 90.",
    "I planperioden 2020-2024 bruges 1,1 mio. kr. om året til vejene og 5,5 mio. kr. til broer, i alt 11,0 mio. kr.",
    (
        "Følgende to krav skal være opfyldt for at få 5.000 kr.: at foreningen har mindst 20 medlemmer, at den er åben for "
        "alle, og at den har vedtægter."
    ),
    "Tilskuddet er 60 pct. af udgiften, dog højst 0,8 mio. kr. Udgiften er 1,5 mio. kr.",
    "Støtten fordeler sig således: 40 pct. til sport og 60 pct. til kultur.",
    "Skolerne får 1.150 kr. mere pr. elev. Med 100 elever på Byskolen er det 115.000 kr.",
    (
        "Tabel 1\nTal for Kildevang\t2019\t2021\nUden arbejde\t38,4 %\t36,1 %\nKun folkeskole\t51,2 %\t49,9 %\nAndelen uden arbejde er "
        "faldet med 2,3 procentpoint. Andelen med dom er faldet med 0,9 procentpoint. Andelen uden arbejde er faldet med 9 "
        "procentpoint fra 1995."
    ),
    (
        "Bestyrelsen vil overføre 18,3 mio. kr. til 2017 og 9,1 mio. kr. til 2018.\nOverførslerne fordeler sig med 9,6 mio. kr. "
        "fra skoler og 5,2 mio. kr. fra veje."
    ),
]


@pytest.mark.parametrize(("text", "check"), FLAGGED)
def test_what_cannot_be_right_is_told_once(text, check):
    assert beyond_notes(findings(text), check) == [check]


@pytest.mark.parametrize("text", QUIET)
def test_what_may_be_right_is_quiet(text):
    assert loud(text) == []


@pytest.mark.parametrize(("head", "text", "wanted"), list(pieces("claims_told.txt")))
def test_what_pieces_tell_of_their_own_figures(head, text, wanted, tmp_path):
    kind, _, day = head.partition(" ")
    file = tmp_path / "papir.html"
    top = f"<p>Nordvang Kommune</p><p>{kind.upper()}</p><p>Dato: {day}</p>"
    file.write_text(f"<html><body>{top}{markup(text)}</body></html>", encoding="utf-8")
    checks = {check for check, _ in wanted}
    said = [f for f in judge([read_document(file)])[0].findings if f.severity != "note" or f.check in checks]
    assert sorted(f.check for f in said) == sorted(check for check, _ in wanted), [f.message for f in said]
    for (_, words), finding in zip(sorted(wanted), sorted(said, key=lambda f: f.check), strict=True):
        assert words in " ".join(" ".join(e.source.quote.split()) for e in finding.evidence)


def test_the_values_of_a_goal_told_twice_are_written_for_programs(tmp_path):
    file = tmp_path / "plan.html"
    goal = "af de unge fra byens udsatte boligområder går i gang med en uddannelse."
    file.write_text(f"<html><body><p>Mindst 88,5 pct. {goal}</p><p>Mindst 91,5 pct. {goal}</p></body></html>", encoding="utf-8")
    (said,) = judge([read_document(file)])[0].findings
    assert (said.stated, said.computed) == ("91.5", "88.5")


def test_a_cell_beside_a_sentence_has_the_unit_of_its_table(tmp_path):
    file = tmp_path / "regnskab.html"
    heads = "| Sted (1.000 kr.) | Budget | Regnskab"
    table = markup(f"{heads}\n| Plejehjemmet Kildebo | 16.800 | 17.040\n| Plejehjemmet Solgården | 15.300 | 15.450")
    text = "<p>Regnskabet for Plejehjemmet Kildebo viser udgifter på 17,4 mio. kr.</p>"
    file.write_text(f"<html><body><p>REGNSKAB 2019</p>{text}{table}</body></html>", encoding="utf-8")
    (said,) = judge([read_document(file)])[0].findings
    assert said.values == {"said": "17,4 mio. kr.", "cell": "17.040 (1.000 kr.)", "row": "Plejehjemmet Kildebo"}
    assert said.computed == "17.040"


SAVED = [
    "Budgettet nedskrives med 16,76 mio. kr. i årene 2012-2015, heraf med 5,02 mio. kr. årligt fra 2014.",
    "| 1.000 kr. | 2012 | 2013 | 2014 |\n| Ledelse | -650 | -1.560 | -1.560 |\n| Bygninger | -310 | -890 | -1.120 |\n"
    "| I alt | -960 | -2.450 | -2.680 |\nOver de tre år bliver der tilsammen sparet 6,09 mio. kr.",
]


@pytest.mark.parametrize("text", SAVED)
def test_a_saving_over_years_is_not_even_a_note(text, tmp_path):
    """What is so much a year from some year on is no rate of all years, and a table prints its savings with a minus."""
    file = tmp_path / "papir.html"
    file.write_text(f"<html><body><p>Nordvang Kommune</p>{markup(text)}</body></html>", encoding="utf-8")
    assert judge([read_document(file)])[0].findings == []

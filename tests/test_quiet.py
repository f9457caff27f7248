"""What a careful reader would not call a slip, each beside its twin that is one: the finding must come of the evidence alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.checks import judge
from minutes.records import Finding
from tests.written_flow import beyond_notes

HEAD = "Vestby Kommune\nByrådet\nReferat af mødet 14. maj 2019\n\n7. Orientering om sagen\nSagsfremstilling\n"

TWINS = [
    # innocent
    # with a slip in it, and the check that finds it
    # Far from what was computed, and no digit or comma explains it: the numbers belong to different things.
    (
        "Besparelsen på 1 pct. svarer til 2,3 mio. kr. i 2019 og 2,4 mio. kr. i 2020, i alt 9,5 mio. kr. over budgetperioden.",
        "Besparelsen på 1 pct. svarer til 2,3 mio. kr. i 2019 og 2,4 mio. kr. i 2020, i alt 4,9 mio. kr. over budgetperioden.",
        "sum-differs",
    ),
    (
        "Taksten stiger fra 3.120 kr. til 3.200 kr. om måneden, svarende til en stigning på 2,6 pct. eller 960 kr. om året.",
        "Taksten stiger fra 3.120 kr. til 3.200 kr. om måneden, svarende til en stigning på 90 kr.",
        "difference-differs",
    ),
    # At any distance where the sentence has no other figure that could be meant.
    (
        "Af de 4.100 børn, der søgte de 12 klubber i 2018, kom 640 eller 72 pct. af de ældste fra Vestby.",
        "Foreningen har 4.100 medlemmer, og 640 af dem (26 pct.) har fået plads.",
        "share-differs",
    ),
    (
        "Busser lejes for 2.400 kr. om måneden, det vil sige 144.000 kr. om året for alle fem.",
        "Busser lejes for 2.400 kr. om måneden, det vil sige 32.800 kr. om året.",
        "product-differs",
    ),
    (
        "Byrådet sætter farten ned fra 70 til 60 km/t på en strækning på 2,8 km.",
        "Byrådet sætter prisen ned fra 70 kr. til 60 kr., et fald på 28 kr.",
        "difference-differs",
    ),
    (
        "Badet havde 96.100 gæster i 2022 mod 88.300 i 2021. Det udvides med seks saunaer.",
        "Badet havde 96.100 gæster i 2022 mod 88.300 i 2021, altså 7.600 flere gæster.",
        "difference-differs",
    ),
    (
        "Boligerne opføres til 23.400 kr. pr. m2, i alt 61,2 mio. kr. for 32 boliger på 82 m2.",
        "Der gives 23.400 kr. pr. bolig til 32 boliger, i alt 784.800 kr.",
        "product-differs",
    ),
    (
        "Kommunen overtog 104 dagplejere med 364 børn: 41 i Vestby, 38 i Tårs og 25 i Nørre Herred.",
        "Kommunen overtog 106 dagplejere: 41 i Vestby, 38 i Tårs og 25 i Nørre Herred.",
        "sum-differs",
    ),
    # What is said of a whole list at its end is no entry of it.
    (
        "Der er aflagt regnskab for tre anlæg: stien (1,2 mio. kr.), køkkenet (3,4 mio. kr.) og taget (2,6 mio. kr.), i alt 7,2 mio. kr.",
        "Der er aflagt regnskab for fire anlæg: stien (1,2 mio. kr.), køkkenet (3,4 mio. kr.) og taget (2,6 mio. kr.), i alt 7,2 mio. kr.",
        "count-differs",
    ),
    # A part without a number at the end of an enumeration, or one for each of several.
    (
        "Udgiften er 318 mio. kr.: kontanthjælp 94 mio. kr., førtidspension 121 mio. kr., sygedagpenge 52 mio. kr. og øvrige ydelser.",
        "Udgiften er 318 mio. kr.: kontanthjælp 94 mio. kr., førtidspension 121 mio. kr. og sygedagpenge 52 mio. kr.",
        "sum-differs",
    ),
    (
        "Der er modtaget 27 høringssvar: 9 fra skolebestyrelser, 5 fra MED-udvalg, 3 fra foreninger og en række fra enkeltpersoner.",
        "Der er modtaget 27 høringssvar: 9 fra skolebestyrelser, 5 fra MED-udvalg, 3 fra foreninger og 8 fra enkeltpersoner.",
        "sum-differs",
    ),
    (
        "Bestyrelsen har ni medlemmer: tre fra kommunen, tre fra foreningen og ét fra hver af de tre afdelinger.",
        "Bestyrelsen har ni medlemmer: tre fra kommunen, tre fra foreningen og to fra afdelingerne.",
        "sum-differs",
    ),
    (
        "Huslejetabet var 412.000 kr., heraf 260.000 kr. i Engparken, hvor 11 boliger står tomme, og 198.000 "
        "kr. i hele byen for plejeboliger.",
        "Huslejetabet var 412.000 kr., heraf 260.000 kr. i Engparken og 198.000 kr. i Skovparken.",
        "sum-differs",
    ),
    # What is left, where a part stands as a percentage only, and where the whole is told as a yearly amount.
    (
        "Planen er på 17,6 mio. kr. Kommunen betaler 3,52 mio. kr., boligforeningen 5 pct. og fonden resten, 13,2 mio. kr.",
        "Planen er på 17,6 mio. kr. Kommunen betaler 3,52 mio. kr. og fonden resten, 13,2 mio. kr.",
        "sum-differs",
    ),
    (
        "Huset koster 1.180.000 kr. om året. Boligforeningen betaler 640.000 kr., kommunen 420.000 kr. og beboerne resten, 120.000 kr.",
        "Huset koster 1.180.000 kr. Boligforeningen betaler 640.000 kr., kommunen 420.000 kr. og beboerne resten, 140.000 kr.",
        "sum-differs",
    ),
    # A price for a piece is no price.
    (
        "Det højeste bud svarer til 550 kr. pr. m2 og ligger 210.000 kr. over mindsteprisen på 2,1 mio. kr.",
        "Det højeste bud er 2.310.000 kr. og ligger 250.000 kr. over mindsteprisen på 2.100.000 kr.",
        "difference-differs",
    ),
    # A new sentence with years is not the sum of the pieces before it.
    (
        "Pengene svarer til ni stillinger à 467.000 kr. Den sociale medarbejder koster 2,56 mio. kr. i 2018-2021.",
        "Der gives 1.150 kr. pr. medlem, og klubben har 240 medlemmer. Det bliver 286.000 kr. i alt.",
        "product-differs",
    ),
    (
        "Udgiften er 1,5 mio. kr. i 2019 og 3,0 mio. kr. årligt fra 2020, svarende til 10,5 mio. kr. i budgetperioden 2019-2022.",
        "Udgiften er 1,5 mio. kr. i 2019 og 3,0 mio. kr. årligt fra 2020, i alt 12,5 mio. kr. i budgetperioden 2019-2022.",
        "product-differs",
    ),
    # Two shares, each of its own whole; a share in words; a count with its share.
    (
        "I undersøgelsen svarede 459 af 1.148 husstande, altså 40 pct., og af dem gik 312 eller 68 pct. ind for forslaget.",
        "I undersøgelsen svarede 459 af 1.148 husstande, altså 46 pct., og af dem gik mange ind for forslaget.",
        "share-differs",
    ),
    (
        "Hver tredje af kommunens 1.250 virksomheder har svaret, nemlig 402.",
        "Hver tredje af kommunens 1.250 virksomheder har svaret, nemlig 302.",
        "share-differs",
    ),
    ("112 af 348 forældre svarede. Svarprocenten er 32.", "112 af 348 forældre svarede. Svarprocenten er 35.", "share-differs"),
    # Percentages of two digits that a comma parts are everywhere.
    (
        "Kommunen kan få hver fjerde ledige bolig (25 %).\nLedige boliger ved årsskiftet: 62 (2,5 %).",
        "Tilskuddet til lån af hallen er 125.000 kr. i 2019.\nTilskuddet til lån af hallen er 152.000 kr. i 2019.",
        "restated-differs",
    ),
    # One letter for each member; the vote of another body further down.
    (
        "Beslutning\nIndstillingen blev vedtaget med 4 stemmer for (A, A, B og F) og 3 imod (V, V og C).",
        "Beslutning\nIndstillingen blev vedtaget med 14 stemmer for (A, A, B og F) og 3 imod (V og C).",
        "votes-differ",
    ),
    (
        "Beslutning\nAnbefales med 6 stemmer mod 1 (O).\nBeslutning fra Vestby Byråd\nFraværende: Ingen\n"
        "For stemte A (9), V (8), F (1) og Ø (1), i alt 19.",
        "Beslutning\nVedtaget med 17 stemmer mod 1 (O). For stemte A (9), V (8), F (1) og Ø (1).",
        "votes-differ",
    ),
    # Compared with what is not printed; a fall "fra" a number is no change of it.
    (
        "Kontrollen viser mindreudgifter på 216 mio. kr. og et kasseforbrug på 80 mio. kr., hvilket er 90 mio. kr. mere end budgetteret.",
        "Der er brugt 216 mio. kr. mod budgetteret 80 mio. kr., hvilket er 126 mio. kr. mere end budgetteret.",
        "difference-differs",
    ),
    (
        "I 2023 falder antallet af huse fra 19 til 12. Antallet af haver falder fra 12 i 2022 til 8 i 2023.",
        "I 2023 falder antallet af huse fra 19 til 12, et fald på 8.",
        "difference-differs",
    ),
    (
        "Andelen steg fra 41 pct. til 57 pct. på plejehjem og fra 62 til 71 pct. i klubber. Samlet er den "
        "steget 12 procentpoint til 61 pct.",
        "Andelen steg fra 41 pct. i 2017 til 57 pct. i 2018. Den er steget 12 procentpoint til 57 pct.",
        "difference-differs",
    ),
    # The highest and the lowest; those that a clause of their own tells which.
    (
        "De ti skoler med det højeste fravær har 14,6 pct. flere sygedage end ventet.\n"
        "De ti skoler med det laveste fravær har 14,1 pct. færre sygedage end ventet.",
        "De ti skoler med det højeste fravær har 145.600 sygedage i alt i 2018.\n"
        "De ti skoler med det højeste fravær har 154.600 sygedage i alt i 2018.",
        "restated-differs",
    ),
    (
        "Blandt de 13 boliger, der er solgt, ligger tre i Lund.\nBlandt de 15 boliger, som er købt, ligger to i Skovby.",
        "Der ligger 240 boliger i Lund.\nDe 420 boliger i Lund blev bygget i 1970.",
        "restated-differs",
    ),
    # A decision that amends, and one that repeats; an amount of another size in one year; people who have used a thing.
    (
        "De 80 køkkener fornyes for 12,9 mio. kr.\nBeslutning\nGodkendt med den ændring, at den samlede udgift bliver 12,6 mio. kr.",
        "De 80 køkkener fornyes for 12,9 mio. kr.\nBeslutning\nProjektet med en samlet udgift på 12,6 mio. kr. blev godkendt.",
        "restated-differs",
    ),
    (
        "Der optages lån for 12,0 mio. kr. årligt.\nKassen falder.\nDer optages lån for 48,0 mio. kr. i 2019.",
        "Der optages lån for 12,0 mio. kr. årligt.\nKassen falder.\nDer optages lån for 12,5 mio. kr. i 2019.",
        "restated-differs",
    ),
    (
        "I 2018 har 214 unge brugt tilbuddet.\nAf de 241 kurser, der er holdt i 2018, var 96 for piger.",
        "I 2018 har 214 unge brugt tilbuddet.\nAf de 241 unge, der har brugt huset i 2018, er 96 piger.",
        "restated-differs",
    ),
    # A word with "ikke-" in it denies nothing; "to ud af fire af følgende"; those among whom others are chosen.
    (
        "Listen fra 1. december 2017 ser på andelen med ikke-vestlig baggrund\nPå listen over ghettoområder "
        "fra den 1. december 2017 står Agervang i Holbæk.",
        "Agervang i Holbæk stod ikke på listen over ghettoområder den 1. december 2017.",
        "list-differs",
    ),
    (
        "Et udsat boligområde har mindst 1.000 beboere, og mindst to ud af fire af følgende kriterier er opfyldt.",
        "Et udsat boligområde har mindst 1.000 beboere, og mindst tre ud af fire af følgende kriterier er opfyldt.",
        "rule-misstated",
    ),
    # What comes after the points speaks of the list; a name in a list of voters may begin with a letter.
    (
        "Et område skal opfylde følgende tre krav:\n- Der bor mindst 1.000.\n- Boligerne er almene.\n- Husene står samlet.\n"
        "- Hvis kravene er opfyldt i fem år, laves en plan.",
        "Et område skal opfylde følgende tre krav:\n- Der bor mindst 1.000.\n- Boligerne er almene.\n- Husene står samlet.\n"
        "- Planen er vedtaget af byrådet.",
        "count-differs",
    ),
    (
        "Beslutning\nForslaget blev vedtaget med 14 stemmer imod 6.\nFor stemte: A, B og F.\n"
        "Imod stemte: C, A. Ben Holm (løsgænger), O og V.",
        "Beslutning\nForslaget blev vedtaget med 14 stemmer imod 6.\nFor stemte: A, B og F.\nImod stemte: C, A, O og V.",
        "votes-differ",
    ),
    # Far from its whole, but said to be its parts.
    (
        "Der overføres 5,1 mio. kr. fra parkeringens bevilling til indtægter (funktion 2.11.1, veje) til vejvæsenets bevilling til anlæg "
        "og drift fordelt med 4,15 mio. kr. til anlæg og 0,95 mio. kr. til drift.",
        "Der overføres 5,1 mio. kr. fra parkeringens bevilling til indtægter (funktion 2.11.1, veje) til vejvæsenets bevilling til anlæg "
        "og drift fordelt med 4,15 mio. kr. til anlæg og 0,59 mio. kr. til drift.",
        "sum-differs",
    ),
    # A word for a whole that says of each of several amounts that it is one.
    (
        "Udvalget fik 624,9 mio. kr. i alt i anlæg, 238,3 mio. kr. samlet i drift, 231,8 mio. kr. i renter og 81,6 mio. kr. i takster.",
        "Udvalget fik i alt 318,3 mio. kr., 231,8 mio. kr. i finansposter og 81,6 mio. kr. i takster.",
        "sum-differs",
    ),
    # The annex of another meeting.
    (
        "Sagen blev behandlet den 14. marts 2018, hvor bilag 4 viste tre placeringer.\nBilag\nBilag 1: Notat\nBilag 2: Høringssvar",
        "Placeringen vises i bilag 4.\nBilag\nBilag 1: Notat\nBilag 2: Høringssvar",
        "annex-missing",
    ),
]


def told(folder: Path, text: str) -> list[Finding]:
    file = folder / "referat.txt"
    file.write_text(HEAD + text + "\n", encoding="utf-8")
    (report,) = judge([read_document(file)])
    return report.findings


@pytest.mark.parametrize(("innocent", "slip", "check"), TWINS)
def test_only_the_slip_is_told(tmp_path, innocent, slip, check):
    assert beyond_notes(told(tmp_path, innocent)) == []
    assert beyond_notes(told(tmp_path, slip), check) == [check]

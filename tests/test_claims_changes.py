"""Changes, remainders, net amounts, products and rates in prose."""

from __future__ import annotations

import pytest

from tests.written_flow import beyond_notes, findings, judged

FLAGGED = [
    ("Antallet af lånere er vokset fra 2.310 til 2.745, altså en stigning på 345.", "difference-differs"),
    ("Tilskuddet sættes ned fra 640.000 kr. til 590.000 kr., en besparelse på 60.000 kr.", "difference-differs"),
    ("Sygefraværet er faldet fra 6,1 pct. til 4,8 pct., det vil sige et fald på 1,6 procentpoint.", "difference-differs"),
    ("Ledigheden var 412 personer i maj mod 466 året før, et fald på 64 personer.", "difference-differs"),
    ("Prisen stiger med 35 kr. fra 410 kr. til 455 kr. pr. måned.", "difference-differs"),
    ("Budgettet er hævet fra 8,0 mio. kr. til 10,0 mio. kr., svarende til en stigning på 20 pct.", "share-differs"),
    ("Bevillingen var 3.400.000 kr. og forbruget 3.150.000 kr., altså et mindreforbrug på 350.000 kr.", "difference-differs"),
    ("Puljen er på 800.000 kr. Der er brugt 530.000 kr., så der er 370.000 kr. tilbage.", "difference-differs"),
    ("Bruttoudgiften er 5,4 mio. kr., og med en refusion på 2,1 mio. kr. bliver nettoudgiften 3,7 mio. kr.", "difference-differs"),
    ("Elevtallet er steget fra 480 til 430 på fem år.", "difference-differs"),
    ("Taksten er i dag 2.150 kr. Den nye takst bliver 2.240 kr. Det er altså 80 kr. mere.", "difference-differs"),
    ("Der kom 61 ansøgninger mod 48 året før, dvs. 15 flere.", "difference-differs"),
    ("Der ansættes to konsulenter til 480.000 kr. om året i tre år, i alt 1.340.000 kr.", "product-differs"),
    ("Driften koster 2,4 mio. kr. årligt. Over fire år svarer det til 9,0 mio. kr.", "product-differs"),
    ("Tilskuddet er 12.000 kr. pr. plads for 45 pladser, i alt 504.000 kr.", "product-differs"),
    ("Der købes 14 tablets à 3.500 kr., i alt 45.000 kr.", "product-differs"),
    ("Huslejen er 5.200 kr. pr. måned, svarende til 64.200 kr. om året.", "product-differs"),
    ("Kommunen giver 3,0 mio. kr. i perioden 2015-2019 fordelt med 0,75 mio. kr. årligt.", "product-differs"),
    ("Leasingen løber fra den 1. januar 2020 til den 31. december 2022 og koster 90.000 kr. årligt, i alt 360.000 kr.", "product-differs"),
    ("Projektet er treårigt og koster 650.000 kr. om året, svarende til 1.590.000 kr. i alt.", "product-differs"),
    ("4 x 2,6 mio. kr. = 11,4 mio. kr.", "product-differs"),
    ("Besøgstallet er fordoblet fra 12.000 til 16.500.", "difference-differs"),
    ("Det laveste bud er på 610.000 kr. om året. Aftalen indgås for tre vintre, i alt 1.380.000 kr.", "product-differs"),
    ("I maj var der 731 lånere, 402 kvinder og 329 mænd. Det er et fald fra 790 året før, altså 49 færre.", "difference-differs"),
    ("Klubben har 310 medlemmer. Det er en stigning fra 290 i 2015, dvs. 9 pct.", "share-differs"),
    ("I alt koster det 6,0 mio. kr. Sidste år var prisen 8,0 mio. kr., så det er et fald på 2,0 mio. kr. eller 33 pct.", "share-differs"),
    (
        "Det samlede tilskud er 9,4 mio. kr. Der er brugt 3,1 mio. kr., hvoraf løn udgør 2,2 mio. kr., og der er 5,3 mio. kr. "
        "tilbage af det samlede tilskud.",
        "difference-differs",
    ),
    (
        "Tabel 1 (kr.)\nPost\t2016\nLøn\t812.000\nLeje\t106.000\nI alt\t918.000\nDet er 28.000 kr. mindre end budgettet på 964.000 kr.",
        "difference-differs",
    ),
]
HELD = [
    ("Medlemstallet er gået fra 212 til 187, altså et fald på 25 eller knap 12 pct.", "difference"),
    ("Lønnen udgør 1.150.000 kr. om året i fire år, i alt 4,6 mio. kr.", "product"),
    ("Der søges 2,1 mio. kr. i perioden 2021-2023 fordelt med 0,7 mio. kr. årligt.", "product"),
    (
        "Aftalen koster 310.000 kr. om året i to og et halvt år. Lejen stiger fra 300.000 kr. til 310.000 kr., altså med 10.000 kr.",
        "difference",
    ),
    ("Kontingentet hæves fra 250 kr. til 275 kr., svarende til 10 pct.", "share"),
    ("Udgiften er 18,6 mio. kr., og indtægten er 7,4 mio. kr., så nettoudgiften er 11,2 mio. kr.", "difference"),
    ("Belysningen koster 96.000 kr. i kvartalet, svarende til 384.000 kr. om året.", "product"),
    ("Det giver 24 boliger à 85 m2, i alt 2.040 m2.", "product"),
    ("De ti læskure koster 3,5 mio. kr., altså 350.000 kr. for hvert.", "product"),
    ("Der var 43 klager mod 61 sidste år. Det er et fald på 30 procent.", "share"),
]
QUIET = [
    "Andelen af unge i job er steget med 4 procentpoint til 61 pct.",
    "Antallet af pladser er faldet fra 40 til 34, mens ventelisten er vokset med 12.",
    "Taksten stiger fra 1.200 kr. i 2023 til 1.260 kr. i 2024 og med 5 pct. igen i 2025.",
    "Udgiften var 4,2 mio. kr. i 2021 mod 3,9 mio. kr. i 2020, og ventelisten faldt med 14 borgere.",
    "Fra 2018 til 2022 er antallet af borgere over 80 år steget med 312.",
    "Renten er steget fra 1 til 4 pct., og ydelsen er derfor vokset med 18 pct.",
    "Kommunen betaler 1,5 mio. kr. årligt i fire år, og staten giver i alt 10 mio. kr. til hele landet.",
    "Lejeaftalen koster 240.000 kr. om året og kan forlænges i to år. Depositummet er 60.000 kr.",
    "Bygningen er 12 år gammel og koster 80.000 kr. om året at varme op, mens en ny vil koste 9,5 mio. kr.",
    "Tilskuddet er 5.000 kr. pr. barn for 12 børn og 3.000 kr. pr. voksen.",
    "Puljen er på 600.000 kr. Der er tidligere bevilget penge til klubben, som har 45.000 kr. tilbage på sin konto.",
    "Afgiften er 300 kr. pr. måned, og gebyret er 1.200 kr. om året.",
    "Indbyggertallet var 41.230 ved årets begyndelse mod 40.980 året før. Væksten er størst i byen, hvor den er 2,1 pct.",
    "Underskuddet på 2,3 mio. kr. dækkes af kassen, og budgettet for 2024 er på 14,1 mio. kr. mod 13,2 mio. kr. i 2023.",
    "Kommunen gav 2,0 mio. kr. i 2016-p/l i 2016 og 2,2 mio. kr. i 2020-p/l.",
    "Der blev sparet 1,2 mio. kr. i 2019 og 1,4 mio. kr. i 2020, og målet er en besparelse på 5 mio. kr. i 2025.",
    "Fraværet er steget fra 4,1 til 4,3 pct. Det svarer til landsgennemsnittet.",
    "Prisen er godt 30.000 kr. pr. m2, og byggeriet er på 4.600 m2 til en pris af 138 mio. kr.",
    "Ventetiden er faldet fra tre måneder til halvanden måned, altså til det halve.",
    "Klubben har 310 medlemmer og 12 hold. Det er en stigning fra 290 medlemmer i 2015, altså 20 flere.",
    "Klubben har 310 medlemmer. Det er en stigning fra 290 til 310, dvs. 7 pct.",
    "Der er brugt 3,1 mio. kr. i 2018, og der er 5,3 mio. kr. tilbage af en bevilling fra året før. Det samlede tilskud er 9,4 mio. kr.",
    "Der er brugt 1,2 mio. kr., heraf 0,8 mio. kr. til løn, og der er 4,1 mio. kr. på kontoen.",
    "Tabel 1 (kr.)\nPost\t2016\nLøn\t812.000\nLeje\t106.000\nI alt\t918.000\nDet er 46.000 kr. mindre end budgettet på 964.000 kr.",
    "Salget er steget fra kr. 1.100.000 til kr. 1.150.000, altså knap 5 pct.",
]


@pytest.mark.parametrize(("text", "check"), FLAGGED)
def test_a_change_or_product_that_cannot_be_right_is_found(text, check):
    assert set(beyond_notes(findings(text), check)) == {check}


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_a_change_or_product_that_is_right_is_verified(text, kind):
    assert (kind, "holds") in {(c.kind, c.verdict) for c in judged(text)}
    assert findings(text) == []


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_a_change_is_quiet(text):
    assert findings(text) == []

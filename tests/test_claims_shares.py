"""Percentages and fractions of stated counts and amounts, and counts announced before lists."""

from __future__ import annotations

import pytest

from tests.written_flow import beyond_notes, findings, judged

FLAGGED = [
    ("84 af de 240 beboere er under 25 år, svarende til 45 pct.", "share-differs"),
    ("Af de 150 adspurgte svarede 96, hvilket er 74 pct.", "share-differs"),
    ("Fonden betaler 3,6 mio. kr. af de 4,8 mio. kr., svarende til 65 pct.", "share-differs"),
    ("Kommunen garanterer for 20 pct. af lånet på 12.500.000 kr., dvs. 2.050.000 kr.", "share-differs"),
    ("Det samlede budget er på 9,0 mio. kr. Regionen søges om 5,4 mio. kr., svarende til 70 pct.", "share-differs"),
    ("43 pct. af de 11 institutioner har søgt puljen.", "share-differs"),
    ("I byen bor der 3.410 borgere, hvilket er 21 procent af kommunens 22.700 indbyggere.", "share-differs"),
    ("Hver femte bolig, altså 25 pct., står tom.", "share-differs"),
    ("Af de 60 elever kommer 24 fra oplandet, dvs. en tredjedel.", "share-differs"),
    ("Klubben har 210 medlemmer, heraf 84 under 18 år. Det er 35 pct.", "share-differs"),
    ("Der er tre forslag til navnet: Solgården, Engen, Lunden og Bakken.", "count-differs"),
    ("Teamet består af fem medarbejdere: en leder, to pædagoger og to sygeplejersker samt en tolk.", "count-differs"),
    ("Planen har fire mål:\n- flere i arbejde\n- færre flytninger\n- mere tryghed\nPlanen gælder til 2026.", "count-differs"),
    ("Udvalget peger på tre indsatser:\n1. Fritidspas\n2. Lektiehjælp\n3. Mentorer\n4. Beboerhus\n# Økonomi", "count-differs"),
    ("Otte af de tolv skoler er med. De tre øvrige har sagt nej.", "count-differs"),
    ("Rådet har ni medlemmer; fire vælges af beboerne, tre af foreningerne og én af byrådet.", "count-differs"),
    (
        "Huset koster 20,0 mio. kr. Beløbet er fordelt sådan:\nKælder: 9,0 mio. kr.\nTag og fag: 11,0 mio. kr.\n"
        "Tag og fag udgør 65 pct. af udgiften.",
        "share-differs",
    ),
    (
        "Foreningen har 1.600 lejemål. Der har været 152 flytninger, svarende til 9,5 pct. af lejemålene, mod 184 året før, "
        "svarende til 10,5 pct.",
        "share-differs",
    ),
    (
        "Planen har tre mål for driften: (a) et overskud, (b) en kasse, der kan bære det, (c) lavere gæld og (d) samme skat.",
        "count-differs",
    ),
    (
        "Der var tre større byggesager.\nTabel 1. Større byggesager (1.000 kr.)\nAnlæg\tForbrug\nHal\t100\nSti\t200\nI alt\t300",
        "count-differs",
    ),
]
HELD = [
    ("Af de 86 brugere er 43 under 30 år, dvs. halvdelen.", "share"),
    ("61 af de 155 voksne er i arbejde, hvilket er 39 pct.", "share"),
    ("Grunden koster 10 pct. af 73.438.000 kr., altså 7.344.000 kr.", "share"),
    ("Der er fire kriterier:\n- pris\n- kvalitet\n- tid\n- miljø\n# Videre proces", "count"),
    ("Ni af de 14 områder er med. De fem øvrige kommer til senere.", "count"),
    ("Holdet tæller seks ansatte: en leder, to jobkonsulenter og tre mentorer.", "count"),
    ("Der er modtaget tre høringssvar:\n• Grundejerforeningen er imod\n• Skolen er for\n• Menighedsrådet har ingen bemærkninger", "count"),
    ("Bestyrelsen holder to møder: tirsdag den 4. marts 2025 og torsdag den 5. juni 2025.", "count"),
    ("38 pct. af de 13 haller er renoveret.", "share"),
    ("Hver fjerde ledige bolig, altså 25 pct., kan anvises.", "share"),
]
QUIET = [
    "Huset koster 20,0 mio. kr. Noget er fordelt sådan:\nKælder: 9,0 mio. kr.\nTag: 10,0 mio. kr.\nTag udgør 65 pct. af resten.",
    "Foreningen har 1.600 lejemål. Der har været 152 flytninger, svarende til 9,5 pct. af lejemålene, mod 184 året før, svarende til "
    "11,9 pct.",
    "I alt 320 borgere deltog. 45 pct. af dem var under 40 år.",
    "Af de 24 klasser har 8 deltaget, mens 75 pct. af lærerne ønsker det.",
    "Lejen stiger med 4.200 kr. om året, svarende til 3 pct. Budgettet er på 1,9 mio. kr.",
    "Der gives 50 pct. rabat, så prisen bliver 62,50 kr.",
    "Andelen er 12 pct. af de 18-64-årige.",
    "Kommunen dækker 60 pct. af udgiften, dog højst 40.000 kr.",
    "Tilskuddet udgør 75 pct. af de godkendte udgifter, og der er søgt om 1,1 mio. kr.",
    "Der er tre spor, blandt andet:\n- Job\n- Skole\n# Økonomi",
    "De 12 skoler har sendt følgende bemærkninger:\n- lokalerne er for små\n- taget er utæt",
    "Området har 1.240 beboere:\n- 310 børn\n- 930 voksne",
    "Fem af de otte foreninger har svaret. Der er penge til tre projekter.",
    "Planen har fem temaer, fx tryghed, skole og job.",
    "Udvalget behandlede to sager: en byggesag om hallen, hvor der var indsigelser, og budgettet, som blev godkendt.",
    "Forvaltningen peger på fire områder:\nDer er brug for flere lærere i de små klasser, og det kræver en ny aftale med skolerne.",
    "41 procent af de 61 beboere svarede ca. halvdelen ja til.",
    "Ca. 37 pct. af de 12 børn går i klub.",
    "Integrationspolitikkens seks mål er:\n1. Flere i job\n2. Flere i skole\n3. Færre udsatte\nDer skal være bedre 4. adgang til "
    "kultur\nog fritid 5. samt sport 6.",
    "Kriterierne er, at to af de fem punkter er opfyldt:\n- indkomst\n- uddannelse\n- job",
    "Halvdelen af de 33 lokaler er ledige.",
    "Af de 410 boliger er 12 pct. ungdomsboliger og 8 pct. ældreboliger.",
]


@pytest.mark.parametrize(("text", "check"), FLAGGED)
def test_a_share_or_count_that_cannot_be_right_is_found(text, check):
    assert set(beyond_notes(findings(text), check)) == {check}


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_a_share_or_count_that_is_right_is_verified(text, kind):
    assert (kind, "holds") in {(c.kind, c.verdict) for c in judged(text)}
    assert findings(text) == []


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_a_share_or_count_is_quiet(text):
    assert findings(text) == []

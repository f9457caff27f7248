"""Wordings of many councils that once were taken for another outcome, each beside those that look like it."""

from __future__ import annotations

import pytest

from extractors.decisions.outcome import judge
from extractors.document import flow, read
from extractors.limits import LIMITS
from extractors.structure import parse
from tests.test_protocols import taken
from tests.test_structure import PAPER
from tests.written_flow import flow_of

SENT_FOR_NEWS = [
    ("Taget til efterretning og fremsendt til orientering i Kommunalbestyrelsen.", "noted"),
    ("Til efterretning. Videresendes til Byrådet til orientering.", "noted"),
    ("Drøftet. Oversendes til Byrådet til orientering.", "discussed"),
    ("Taget til efterretning og sendt til behandling i Økonomiudvalget.", "referred"),
    ("Til efterretning. Videresendes til Byrådet.", "referred"),
    ("Videresendes til Byrådet til orientering.", "referred"),
]
CHANGED_OR_NOT = [
    ("Indstilles til Økonomiudvalget, idet KLO dog ikke kan tiltræde, at depotet lukkes.", "recommended"),
    ("Indstilles, dog at Kamma Bligaard (B) ikke kan medvirke.", "recommended"),
    ("Godkendt, idet et medlem dog ikke kan støtte punkt 2.", "adopted"),
    ("Indstilles, dog at fristen rykkes.", "recommended_amended"),
    ("Indstilles, idet huset dog ikke kan lejes ud.", "recommended_amended"),
    ("Anbefales, dog at Teknisk Udvalg ikke kan tiltræde, at depotet lukkes.", "recommended_amended"),
    ("Venstres ændringsforslag om, at parken lukkes, dog ikke om søndagen, blev forkastet.\nIndstillingen blev derefter godkendt.",
     "adopted"),
    ("Ændringsforslaget om, at parken lukkes, idet stien flyttes, bortfaldt.\nIndstillingen blev godkendt.", "adopted"),
    ("Venstres ændringsforslag om, at parken lukkes, dog ikke om søndagen, blev vedtaget.\nIndstillingen blev derefter godkendt.",
     "adopted_amended"),
    ("Ændringsforslaget fra Venstre blev forkastet.\nIndstillingen blev godkendt, dog således at parken lukkes om søndagen.",
     "adopted_amended"),
]
GONE_THROUGH = [
    ("Oversigten blev gennemgået uden bemærkninger.", "noted"),
    ("Gennemgået uden yderligere spørgsmål.", "noted"),
    ("Oversigten blev ikke gennemgået.", "unknown"),
    ("Oversigten blev gennemgået og godkendt.", "adopted"),
]
PUT_OFF_BY_VOTE = [
    ("Ida Holm begærede afstemning om et procedureforslag om sagens udsættelse.\nEt flertal (Lis Krogh, Ole Birk) stemte for "
     "procedureforslaget.\nEt mindretal (Ida Holm) stemte imod.\nProcedureforslaget blev dermed tiltrådt og sagen udsat.", "postponed"),
    ("Et flertal stemte for at udsætte sagen. Et mindretal (Per Toft) stemte imod. Sagen blev dermed udsat.", "postponed"),
    ("Flertallet stemte for at hjemvise sagen.", "returned"),
    ("Et flertal stemte for forslaget. Et mindretal (Per Toft) stemte imod. Forslaget blev dermed vedtaget.", "adopted"),
    ("Et procedureforslag om udsættelse blev forkastet.\nEt flertal stemte for indstillingen.", "adopted"),
    ("Et mindretal stemte for at udsætte sagen. Indstillingen blev dermed godkendt.", "adopted"),
]
AROUND = [
    ("Intet.\nFravær: Ulla Brandt.", "procedural"),
    ("Fraværet blev drøftet.", "discussed"),
    ("Ingen punkter.\nRef.: Dorte", "procedural"),
    ("Refererede fra mødet.\nRef. Dorte", "unknown"),
    ("Administrationen foreslår, at punktet tages først. Der var accept fra rådet til dette.", "adopted"),
    ("Der var ikke accept fra rådet til dette.", "unknown"),
    ("Der blev stillet forslag om, at punkt 7 blev pillet af. Forslaget faldt. Det blev besluttet, at punktet tages efter punkt 12.",
     "adopted"),
]


@pytest.mark.parametrize(("text", "outcome"), SENT_FOR_NEWS + CHANGED_OR_NOT + GONE_THROUGH + PUT_OFF_BY_VOTE + AROUND)
def test_words(text, outcome):
    assert judge(text).outcome == outcome


COUNCIL = "BESLUTNINGSPROTOKOL\nBorgerrepræsentationen\nMøde torsdag den 5. februar 2004\nNr. 28 BR 40/04. Aftale om havnen\n"
IN_RUNNING_TEXT = [
    # what stands below the title without a heading                                              the decisions' outcomes
    ("Indstillingen – som anbefalet af Økonomiudvalget – blev godkendt.", ["adopted"]),
    ("Indstillingen, som anbefalet af Økonomiudvalget, blev godkendt uden afstemning.", ["adopted"]),
    ("Indstillingen blev godkendt som anbefalet af Økonomiudvalget.", ["adopted"]),
    ("Indstillingen er anbefalet af Økonomiudvalget.", []),
    ("Indstillingen blev godkendt af Økonomiudvalget.", []),
    ("\"Borgerrepræsentationen beslutter:\nat planen ændres.\nMedlemsforslaget blev henvist til Økonomiudvalget.", ["referred"]),
    ("Referat: Ikke færdigbehandlet, tages op igen på næste møde.", ["postponed"]),
    ("Ikke vedtaget, da der ikke var flertal for forslaget.", ["rejected"]),
    ("Ikke behandlet affald hentes i maj.", []),
    ("Borgerrepræsentationen besluttede:\nat planen ændres.", ["adopted"]),
]


@pytest.mark.parametrize(("below", "outcomes"), IN_RUNNING_TEXT)
def test_in_running_text(below, outcomes):
    assert [outcome for _, outcome in taken(COUNCIL + below)[2]] == outcomes


UNDER_A_HEADING = [
    ("Der udarbejdes et udkast til et kommissorium, hvilket drøftes på næste møde.", "adopted"),
    ("Kommissoriet blev drøftet på et møde med naboerne.", "discussed"),
    ("Planen, som blev drøftet på næstsidste møde, blev godkendt.", "adopted"),
]


@pytest.mark.parametrize(("said", "outcome"), UNDER_A_HEADING)
def test_under_a_heading(said, outcome):
    assert taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n3. Veje\nDer er en plan.\nBeslutning\n{said}")[2] == [("3", outcome)]


CASE = "Sagsfremstilling\nDer er en plan.\nIndstilling\nat planen godkendes.\nBeslutning\nTiltrådt.\n"
WITHOUT_TITLES = [
    (f"{CASE}Beslutningskompetence\nByrådet.\n{CASE}Beslutningskompetence\nByrådet.", ["recommended"]),
    (f"{CASE}Beslutningskompetence\nUdvalget.\n{CASE}Beslutningskompetence\nByrådet.", ["adopted", "recommended"]),
    (f"{CASE}Beslutningskompetence\nByrådet.\n{CASE}Beslutningskompetence\nUdvalget.", ["recommended", "adopted"]),
    (f"Beslutningskompetence\nByrådet.\n{CASE}", ["recommended"]),
    (CASE, ["adopted"]),
]


@pytest.mark.parametrize(("cases", "outcomes"), WITHOUT_TITLES)
def test_who_decides_the_cases_of_a_paper_without_titles(cases, outcomes):
    met, items, decided = taken(f"Referat\nSocialudvalget torsdag den 20. april 2023 kl. 19.00\nMødelokale 2\n{cases}")
    assert (met, items) == (("minutes", "Socialudvalget", "2023-04-20"), [])
    assert list(dict.fromkeys(outcome for _, outcome in decided)) == outcomes


AS_THEIRS = [
    # what the committee decided, what the next did, and what the council did                    the outcomes of the three
    ("Udvalget kan ikke anbefale, at ansøgningen imødekommes.", "Som Kulturudvalget.", "Som Økonomiudvalget.",
     ["not_recommended", "not_recommended", "rejected"]),
    ("Anbefales.", "Som Kulturudvalget.", "Som Økonomiudvalget.", ["recommended", "recommended", "adopted"]),
    ("Anbefales, idet fristen rykkes.", "Som Kulturudvalget.", "Udsat.", ["recommended_amended", "recommended_amended", "postponed"]),
    ("Udsat.", "Som Kulturudvalget.", "Vedtaget.", ["postponed", "postponed", "adopted"]),
    ("Udsat.", "Som Teknisk Udvalg.", "Vedtaget.", ["postponed", "recommended", "adopted"]),
    ("Et flertal anbefaler planen.", "Som Kulturudvalgets flertal.", "Vedtaget.", ["recommended", "recommended", "adopted"]),
    ("Kan ikke anbefales.", "Som fagudvalget.", "Som udvalgets indstilling.", ["not_recommended", "not_recommended", "rejected"]),
    ("Udsat.", "Som forvaltningens indstilling.", "Vedtaget.", ["postponed", "recommended", "adopted"]),
]


@pytest.mark.parametrize(("first", "second", "third", "outcomes"), AS_THEIRS)
def test_a_body_may_decide_as_another_did(first, second, third, outcomes):
    below = "\n".join([
        "3. Tilskud til koret", "Koret søger om penge.", "Beslutning i Kulturudvalget den 1. april 2015", first,
        "Beslutning i Økonomiudvalget den 8. april 2015", second, "Beslutning i Byrådet den 4. maj 2015", third])
    assert [outcome for _, outcome in taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n{below}")[2]] == outcomes


PUT = [
    # what stands under "Indstilling fra Økonomiudvalget den 27. april 2015"              its outcome
    ("Regnskabet oversendes til revisionen.", "recommended"),
    ("Taksten sættes til 40 kr.", "recommended"),
    ("Godkendes, idet fristen rykkes.", "recommended_amended"),
    ("Ansøgningen afslås.", "not_recommended"),
    ("Kan ikke anbefales.", "not_recommended"),
    ("Udsættes.", "postponed"),
]


@pytest.mark.parametrize(("said", "outcome"), PUT)
def test_a_recommendation_of_a_body_on_a_day_is_what_it_recommends(said, outcome):
    below = f"3. Tilskud til koret\nIndstilling fra Økonomiudvalget den 27. april 2015\n{said}\nBeslutning\nVedtaget."
    assert taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n{below}")[2] == [("3", outcome), ("3", "adopted")]


def test_the_recommendation_of_a_body_may_be_headed_by_its_name():
    below = "3. Regnskab\nØkonomiudvalgets indstilling af 27. april 2015:\nAt regnskabet overgives til revisionen.\nBeslutning:\nTiltrådt."
    assert taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n{below}")[2] == [("3", "recommended"), ("3", "adopted")]


WHOSE = [
    # the title of an item                  what was decided                                            outcome
    ("Ny direktør", "Byrådet ansatte enstemmigt Ida Holm.", "appointed"),
    ("Ny direktør", "Byrådet besluttede at ansætte kontorchef Ida Holm pr. 1. maj.", "appointed"),
    ("Ny direktør", "Som direktør ansættes Ida Holm.", "appointed"),
    ("Ny pædagog", "Der ansættes en pædagog.", "adopted"),
    ("Ny pædagog", "Byrådet besluttede at ansætte to pædagoger.", "adopted"),
    ("Ny pædagog", "Godkendt. Ida Holm, der er ansat i forvaltningen, deltog.", "adopted"),
    ("Budget", "Udvalget fremsender sine bemærkninger til Økonomiudvalget.", "referred"),
    ("Budget", "Udvalget fremsender forslaget til Byrådet med anbefaling.", "recommended"),
    ("Budget", "Taget til efterretning. Forvaltningen fremsender et notat til udvalget.", "noted"),
    ("Byens pris", "Offentliggøres ved et arrangement i juni.", "unknown"),
    ("Byens pris", "Prisen sættes til 40 kr.", "adopted"),
    ("Byens pris", "9 stemte for og 9 imod.", "lapsed"),
    ("Byens pris", "9 stemte for og 9 imod. Der var således ikke flertal for forslaget.", "lapsed"),
    ("Byens pris", "9 stemte for og 9 imod. Forslaget er forkastet.", "rejected"),
    ("Byens pris", "9 stemte for og 9 imod. Formandens stemme var afgørende, og forslaget er vedtaget.", "adopted"),
]


@pytest.mark.parametrize(("title", "said", "outcome"), WHOSE)
def test_who_is_hired_what_is_sent_and_what_is_made_public(title, said, outcome):
    below = f"3. {title}\nDer er regnet på sagen.\nBeslutning\n{said}"
    assert taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n{below}")[2] == [("3", outcome)]


@pytest.mark.parametrize(("line", "numbers"), [
    ("Dagsordenens punkt 31, Støtte til klubben, udgår.", ["3"]),
    ("Dagsordenens punkt 31, Støtte til Den Runde Firkant blev besluttet udsat til et senere møde.", ["3"]),
    ("Dagsordenens punkt 8 – Medlemsforslag om broen, behandles først.", ["3"]),
    ("Dagsordenens punkt 31, Støtte til klubben", ["3", "31"]),
    ("Dagsordenens punkt 31: Orientering om sager, der blev udsat i maj.", ["3", "31"]),
    ("Dagsordenens punkt 31: Forslag om havnen, broen og stien.", ["3", "31"]),
    ("Dagsordenens punkt 31, Støtte til klubben, udgår. Dagsordenen blev godkendt.", ["3"]),
])
def test_a_sentence_on_another_item_opens_none(line, numbers):
    below = f"Dagsordenens punkt 3: Godkendelse af dagsorden\nBeslutning\n{line}\nDagsordenen blev herefter godkendt."
    assert [number for number, _ in taken(f"Referat\nNordby Byråd\nMandag den 4. maj 2015\n{below}")[1]] == numbers


@pytest.mark.parametrize(("decided", "outcomes"), [
    (["Taget til efterretning.", "Taget til efterretning.", "Godkendt.", "Intet."], ["noted", "noted", "adopted", "procedural"]),
    (["Det tiltrædes, at skolen får penge.", "Det tiltrædes, at klubben får penge.", "Udsat."], ["adopted", "adopted", "postponed"]),
    (["Godkendt.", "Godkendt."], ["adopted"]),
    (["Godkendt."], ["adopted"]),
])
def test_decisions_without_titles_are_each_of_a_case(decided, outcomes):
    paper = "\n".join(["Referat", "Familieudvalget", "Mødedato: 4. maj 2022", *(f"Beslutning\n{one}" for one in decided)])
    assert taken(paper)[2] == [(None, outcome) for outcome in outcomes]


BELOW_THE_TITLE = """Kommunalbestyrelsen
28-08-2007
Medlem og suppleant til laboratoriet
Sag nr. 103 (ØU 137/07)
Sagens kerne
Der er kommet et brev.
Økonomiudvalget:
{}
Beslutning
Godkendt.
Placering af master
Sag nr. 104 (ØU 138/07)
Sagens kerne
Der mangler en strategi.
Økonomiudvalget:
{}
Beslutning
Udsat."""


@pytest.mark.parametrize(("said", "outcomes"), [
    ("Indstilles godkendt.", ["recommended", "adopted", "recommended", "postponed"]),
    ("at sagen drøftes.", ["adopted", "postponed"]),
    ("Ib Dam (A), Bo Vig (V)", ["adopted", "postponed"]),
])
def test_the_name_of_another_body_heads_what_it_decided(said, outcomes):
    _, items, decided = taken(BELOW_THE_TITLE.format(said, said))
    assert items == [("103", "Medlem og suppleant til laboratoriet"), ("104", "Placering af master")]
    assert [outcome for _, outcome in decided] == outcomes


@pytest.mark.parametrize(("title", "body"), [
    ("Udpegning af medlemmer til bestyrelserne i de fem centre\nUdpegning af medlemmer til bestyrelserne i de fem centre",
     "Borgerrepræsentationen"),
    ("Sagen er på vej gennem de udvalg der skal se den, og den forelægges for", None),
])
def test_a_line_below_a_wide_title_names_the_body(title, body, tmp_path):
    paper = tmp_path / "side.txt"
    paper.write_text(f"{title}\nBorgerrepræsentationen\n\nBESLUTNINGSPROTOKOL\n\nfra Ordinært møde torsdag den 23. marts 2006\n\n"
                     "Nr. 1 BR 123/06. Udpegning af medlemmer\n\nIda Holm blev valgt.\n", encoding="utf-8")
    laid = flow(read(paper, None, LIMITS))
    assert parse(laid, PAPER).body == body


def test_the_word_above_the_first_item_may_stand_glued_to_it(tmp_path):
    paper = tmp_path / "side.txt"
    items = "\n\n\n".join(f"{n}. {title}\n\n\nResume\n\nSagsforløb: BY\n\nBeslutning\n\nIngen.\n\nTil toppen"
                            for n, title in enumerate(("Fraværende", "Ændringer til dagsordenen", "Spørgetid"), 1))
    head = "Byrådet - Referat\n\nDato: 6. oktober 2021\nLokale: Byrådssalen\nTidspunkt: Kl. 17:00"
    paper.write_text(f"{head}\n\n\nIndholdsfortegnelse{items}\n", encoding="utf-8")
    structure = parse(flow(read(paper, None, LIMITS)), PAPER)
    assert [(i.number, i.title) for i in structure.items] == [("1", "Fraværende"), ("2", "Ændringer til dagsordenen"), ("3", "Spørgetid")]


@pytest.mark.parametrize(("where", "body"), [("Indstilling", None), ("Beslutning", "Forretningsudvalget")])
def test_who_recommends_is_not_who_meets(where, body):
    laid = flow_of(f"2. Valg af dirigent\nSagsfremstilling\n{where}\nForretningsudvalget indstiller Joan.\nBeslutning\nJoan blev valgt.")
    assert parse(laid, PAPER).body == body

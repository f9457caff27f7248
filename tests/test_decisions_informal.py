"""What came of an item in the words of those who take their own minutes, and what is only told of others."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.decisions.outcome import judge
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

WORDS = {
    "adopted": [
        "OK.",
        "Ja til indstillingen.",
        "Vi siger ja tak til tilbuddet.",
        "Rådet bakker op om planen.",
        "Udvalget giver grønt lys.",
        "Bestyrelsen gik ind for ordningen.",
        "Mødet gav sin tilslutning til planen.",
        "Forslaget nød fremme.",
        "Ansøgningen efterkommes.",
        "Forslaget gennemføres.",
        "Ida foreslog et fælles svar, og det tilsluttede rådet sig.",
        "Rådet drøftede sagen. Ida foreslog et svar, hvilket blev vedtaget.",
        "Udvalget valgte model 2.",
        "Rådet fastholder sit høringssvar.",
        "Vi søger kommunen om to bump.",
        "Aftalt, at Poul køber en flagstang.",
        "Godkendt. Ida Holm (V) kunne ikke gå ind for punkt 2.",
        "Godkendt. SF siger nej til den løsning.",
        "Godkendt. Målet er ikke nået.",
        "Tiltrådt. Borgmesteren svarede på spørgsmål.",
    ],
    "adopted_amended": [
        "Godkendt, idet fristen rykkes til 1. oktober.",
        "Vedtaget med Klima- og Byudvalgets ændring.",
        "Tiltrådt, idet afsnittet om støj går ud.",
    ],
    "recommended": [
        "Bestyrelsen tiltrådte, at regnskabet forelægges repræsentantskabet med anbefaling.",
        "Anbefales. B går ind for en anden løsning.",
    ],
    "noted": [
        "Udvalget blev orienteret om, at projektet gennemføres i maj.",
        "Ikke noget, vi tog det til efterretning.",
        "Taget til efterretning. Merudgiften indgår i budgettet.",
    ],
    "discussed": [
        "Rådet tog en snak om emnet.",
        "Vi snakkede om et nyt logo.",
        "Emnet blev vendt.",
        "Rådet drøftede sagen. Ida foreslog, at planen blev vedtaget.",
        "Der var en god debat.",
        "Der blev udvekslet synspunkter.",
        "Udvalget drøftede, om man kan gå ind for planen.",
    ],
    "referred": [
        "Sagen indgår i budgetlægningen.",
        "Medtages i budgetforhandlingerne.",
        "Fremmes til 2. behandling.",
        "Sagen overgik til anden behandling.",
        "Sagen videregives til forvaltningen.",
    ],
    "postponed": [
        "Stillet i bero.",
        "Sagen stilledes i bero.",
        "Beror.",
        "Punktet tages op igen på næste møde.",
        "Vi tager resten næste gang.",
        "Tages op på et senere møde.",
        "Rykkes til juni.",
        "Punktet blev ikke nået.",
        "Vi venter med at beslutte os.",
    ],
    "withdrawn": ["Tages af.", "Trukket.", "Sagen går ud."],
    "rejected": [
        "Udvalget ønsker ikke at gå videre med sagen.",
        "Bestyrelsen kunne ikke gå ind for tilskuddet.",
        "Vi siger nej tak.",
        "Der var ikke stemning for forslaget.",
        "Forslaget nød ikke fremme.",
        "Forkastet. SF går ind for forslaget.",
        "Afvist. Ida Holm (V) bakker op om forslaget.",
    ],
    "lapsed": ["Forslaget faldt bort."],
    "appointed": [
        "Genvalg.",
        "Genvalg til alle.",
        "Bo Ravn modtog genvalg.",
        "Ida Holm påtager sig hvervet.",
        "Ida Holm blev valgt. Bo ønskede ikke genvalg.",
    ],
    "procedural": [
        "Intet.\nIda Holm / Bo Ravn / Eva Lund",
        "Udvalgets næste møde er onsdag den 13. juni. Intet herudover.",
        "Ikke noget endnu.",
        "Spørgetiden blev ikke benyttet.",
        "Borgmesteren besvarede spørgsmålet.",
        "Spørgsmålet blev besvaret.",
    ],
    "unknown": [
        "Medlemmerne talte længe.",
        "Ja, sagde formanden, men senere.",
        "Formanden vendte tilbage til mødet.",
        "Vi har fået nye stole.",
        "Næste gang er i maj.",
        "Priserne rykkes ikke.",
        "Stierne går ud til vandet.",
    ],
}


@pytest.mark.parametrize(("text", "outcome"), [(text, outcome) for outcome, texts in WORDS.items() for text in texts])
def test_outcome(text, outcome):
    assert judge(text).outcome == outcome


SAID = [
    # title, and what the village council's minutes say below it                        outcomes
    ("Stien", "Karin fortalte om stien. Det tog vi til efterretning.", ["noted"]),
    ("Meddelelser", "Til orientering.", ["noted"]),
    ("Stien", "Vi snakkede om stien. Vi blev enige om at søge kommunen.", ["adopted"]),
    ("Stien", "Vi er enige om at sige ja til forslaget. Karin sender svaret.", ["adopted"]),
    ("Stien", "Poul foreslog et fælles svar, og det tilsluttede landsbyrådet sig.", ["adopted"]),
    ("Stien", "Vi har besluttet at søge puljen.", ["adopted"]),
    ("Stien", "Enstemmigt vedtaget.", ["adopted"]),
    ("Stien", "Poul tager kontakt til naboen. Punktet tages op igen på næste møde.", ["postponed"]),
    ("Stien", "Punktet udskydes.", ["postponed"]),
    ("Stien", "Vi venter med at tage stilling, til tilbuddet er kommet.", ["postponed"]),
    ("Stien", "Sagen sendes videre til Teknisk Udvalg.", ["referred"]),
    ("Stien", "Karin trak sit forslag.", ["withdrawn"]),
    ("Stien", "Vi sagde nej tak til tilbuddet.", ["rejected"]),
    ("Stien", "Der var ikke flertal for forslaget.", ["rejected"]),
    ("Stien", "Vi snakkede om at flytte stien, men blev ikke enige om noget.", ["discussed"]),
    ("Stien", "Der blev talt om belægningen.", ["discussed"]),
    ("Valg af kasserer", "Ole Friis.", ["appointed"]),
    ("Valg til udvalget", "Ole Friis og Ida Holm fortsætter.", ["appointed"]),
    ("Stien", "Ida Holm blev udpeget for resten af perioden.", ["appointed"]),
    ("Stien", "Regnskabet blev godkendt af et enigt landsbyråd.", ["adopted"]),
    ("Stien", "Parterne vedtog tre aftaler.", ["adopted"]),
    ("Stien", "Regnskabet blev godkendt af kommunens revisor.", []),
    ("Stien", "Ole Friis.", []),
    ("Valg af kasserer", "Ole Friis kunne ikke komme.", []),
    ("Stien", "Der blev meddelt afslag på ansøgningen.", ["rejected"]),
    ("Stien", "Vi giver tilladelse til skiltet.", ["adopted"]),
    ("Stien", "Vi bevilger 400 kr. til maling.", ["adopted"]),
    ("Stien", "Naboen gav tilladelse til stien.", []),
    ("Stien", "Kommunen bevilger 400 kr. til maling.", []),
    ("Stien", "Byrådet godkendte stien i marts.", []),
    ("Stien", "Poul fortalte, at udvalget havde sagt nej til en forsøgsordning.", []),
    ("Vandværket", "Vandværket har besluttet at hæve prisen til 12 kr.", []),
    ("Skolen", "Skolebestyrelsen har været enige om planen.", []),
    ("Gymnastik", "Foreningen siger ja til nye medlemmer hele året.", []),
    ("Skoven", "Naturstyrelsen har sagt nej til flere stier.", []),
    ("Indbrud", "Politiet talte om nabohjælp.", []),
    ("Stien", "Kommunen venter med at tage stilling til stien.", []),
    ("Stien", "Sidste år blev det vedtaget at holde fest i juni.", []),
    ("Næste møde", "Tirsdag den 6. december kl. 19.", []),
    ("Lampen", "Der mangler en pære i lampen.", []),
]


@pytest.mark.parametrize(("title", "text", "expected"), SAID)
def test_decisions_of_items_without_numbers(title, text, expected):
    head = "Ådrup Landsbyråd\nReferat af mødet onsdag den 7. november 2018\nVelkomst: Karin bød velkommen.\n"
    flow = flow_of(f"{head}{title}: {text}\nEventuelt: Fastelavn holdes i hallen.")
    assert [d.outcome for d in decide(flow, parse(flow, PAPER)).decisions] == expected


BY_VOTE = [
    # what is told below the title, with no other word of what was decided                          outcome, for, against, abstained
    ("Poul fortalte om bænken. 5 ville have den ved søen, 2 ved kirken.", ("adopted", 5, 2, None)),
    ("Der blev rakt hænder op: fire for, to imod og en i skødet.", ("adopted", 4, 2, 1)),
    ("Bo og Eva stemte for, mens Karin, Poul og Ida stemte imod.", ("rejected", 2, 3, None)),
    ("Vi stemte om lampen. Fem var for. Fem var imod.", ("lapsed", 5, 5, None)),
    ("Sagen gemmes til foråret. Fem mod tre ville det sådan.", ("postponed", 5, 3, None)),
    ("Seks var med på at sælge, Karin var ikke.", ("adopted", 6, 1, None)),
    ("Der blev stemt.\nNavn\tFor\tImod\nBo Ravn\tx\t\nEva Lund\tx\t\nPer Dal\t\tx", ("adopted", 2, 1, None)),
    ("3 for. 6 imod. 1 undlod. Forslaget er faldet.", ("rejected", 3, 6, 1)),
    ("I juni stemte fem for og tre imod.", None),
    ("Naboerne: fem for, to imod.", None),
    ("Poul fortalte om generalforsamlingen, hvor 31 stemte for og 12 imod.", None),
    ("Karin støtter stien. Poul er imod.", None),
    ("12 børn ønskede plads ved søen, 8 ved kirken.", None),
    ("Lodsejerne er hørt: 71 siger ja, 11 nej.", None),
]


@pytest.mark.parametrize(("text", "expected"), BY_VOTE)
def test_a_vote_decides_where_no_other_word_does(text, expected):
    head = "Ådrup Landsbyråd\nReferat af mødet onsdag den 7. november 2018\nVelkomst: Karin bød velkommen.\n"
    flow = flow_of(f"{head}Stien: {text}\nEventuelt: Fastelavn holdes i hallen.")
    found = decide(flow, parse(flow, PAPER)).decisions
    votes = [(d.outcome, d.votes.in_favour, d.votes.against, d.votes.abstained) for d in found if d.votes]
    assert votes == ([expected] if expected else [])


RESOLVED = [
    ("Det besluttede vi: Væggen får penge, og turen får ikke.", "adopted"),
    ("Det besluttede vi: Ikke noget endnu.", "procedural"),
    ("Det besluttede vi: Ikke noget endnu.\nBilag 1: Kort\nSkrevet af Clara\nÅdal Ungdomsskole", "procedural"),
    ("Det besluttede vi: Vi tager resten næste gang.", "postponed"),
    ("Beslutning: Borgmesteren undersøger det og svarer skriftligt.", "referred"),
    ("Beslutning: Udvalget holder sagen åben til næste møde.", "postponed"),
    ("Beslutning: Byrådet stiller sig positivt, men ønsker et klarere beslutningsgrundlag før sommerferien.", "postponed"),
    ("Beslutning: Rådet ønsker sagen bedre belyst, inden året er omme.", "postponed"),
    ("Beslutning: Punktet tages på mødet i juni.", "postponed"),
    ("Beslutning: Væggen er rød.", "unknown"),
    ("Beslutning: Udvalget tager på studietur i maj.", "adopted"),
]


@pytest.mark.parametrize(("text", "outcome"), RESOLVED)
def test_what_the_heading_says_to_be_decided(text, outcome):
    head = "Ådrup Ungeråd\nReferat af møde den 7. november 2018\nPunkt 1: Siden sidst\n"
    flow = flow_of(f"{head}{text}\nPunkt 2: Eventuelt\nBeslutning: Intet.")
    assert decide(flow, parse(flow, PAPER)).decisions[0].outcome == outcome


BELOW_POINTS = [
    ("Bestyrelsen anbefaler enstemmigt repræsentantskabet at vedtage planen.", ["recommended"]),
    ("Bestyrelsen kunne ikke gå ind for tilskuddet.", ["rejected"]),
    ("Bestyrelsen bakker ikke op om tilskuddet.", ["rejected"]),
    ("Bestyrelsen sagde nej til tilbuddet.", ["rejected"]),
    ("Bestyrelsen anbefaler planen.", []),
    ("Bestyrelsen går ind for tilskuddet.", []),
]


@pytest.mark.parametrize(("text", "expected"), BELOW_POINTS)
def test_what_the_board_did_below_the_points_of_a_recommendation(text, expected):
    head = "Referat\nOrganisationsbestyrelsen\nMødedato: 4. maj 2022\n1. Tilskud\nDet indstilles,\nat der gives tilskud.\n"
    flow = flow_of(f"{head}{text}\n2. Regnskab\nDet indstilles,\nat regnskabet godkendes.\n3. Eventuelt\nMødet i juni er flyttet.")
    structure = parse(flow, PAPER)
    assert [d.outcome for d in decide(flow, structure).decisions] == expected
    assert [i.number for i in structure.items] == ["1", "2", "3"]

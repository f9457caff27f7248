"""What councils decided, in the language of their own minutes: proposals put and carried, elections, heads of decisions and of items."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.decisions.outcome import judge
from extractors.structure import parse
from tests.test_protocols import taken
from tests.test_structure import PAPER
from tests.written_flow import flow_of

WORDS = [
    # a decision's text                                                                          outcome
    ("Ida Holm (A) anbefalede Bo Ravn som formand. 13 stemte for. Bo Ravn er herefter valgt som formand.", "appointed"),
    ("Drøftet. Den nedsatte arbejdsgruppe fortsætter.", "discussed"),
    ("Rådet nedsatte en arbejdsgruppe.", "adopted"),
    ("Enig vedtagelse.", "adopted"),
    ("Godkendt, dog kan Ø ikke tiltræde punkt 3.", "adopted"),
    ("Godkendt, dog undlod V at stemme.", "adopted"),
    ("Godkendt, dog således at fristen rykkes.", "adopted_amended"),
    ("Liberal Alliance trak medlemsforslaget.", "withdrawn"),
    ("Formanden foreslog, at sagen blev udsat. Det blev vedtaget med 12 stemmer for og 10 imod.", "postponed"),
    ("Formanden foreslog, at sagen blev udsat. Det blev ikke vedtaget. Indstillingen godkendt.", "adopted"),
    ("Udvalget besluttede med 3 stemmer mod 2 at give afslag på ansøgningen.", "rejected"),
    ("Udvalget besluttede at udsætte dagsordenens punkter 11 og 12. Dagsordenen blev dermed godkendt.", "adopted"),
    ("Det indstillede blev vedtaget.", "adopted"),
    ("Det blev indstillet, at stien godkendes.", "recommended"),
    ("Forslaget kunne ikke samle flertal, idet 10 stemte for og 15 imod.", "rejected"),
    ("Et flertal i udvalget stemte for at yde tilskud. Et mindretal stemte imod.", "adopted"),
    ("Forslag fra SF om en sti blev forkastet.\nIndstillingen blev vedtaget.", "adopted"),
    ("Ida Holm foreslog at udsætte punktet, og dette tiltrådtes.", "postponed"),
    ("Ida Holm foreslog at udsætte punktet. Godkendt.", "adopted"),
    ("Sagen behandles igen i august.", "postponed"),
    ("Rådet noterede sig orienteringen.", "noted"),
    ("A og F indstillede Ida Holm. V og C indstillede Bo Ravn. Ida Holm blev valgt.", "appointed"),
    ("Udvalget er enigt i forvaltningens vurdering og meddeler afslag.", "rejected"),
    ("Udvalget er indstillet på at give dispensation.", "adopted"),
    ("Indstillingen tiltrædes ikke. Udvalget ønsker et nyt forslag.", "rejected"),
    ("Tiltrådt at anbefale planen over for byrådet.", "recommended"),
    ("Punkt 28. Salg af grunden ved åen udsat.\nDagsordenen blev herefter godkendt.", "adopted"),
    ("Der er god stemning for at skrive til kommunen.", "adopted"),
    ("Venstre ønskede punktet udsat. Der var ikke tilslutning hertil. Indstillingen blev godkendt.", "adopted"),
    ("Venstre ønskede punktet udsat. Der var tilslutning hertil.", "postponed"),
    ("Byrådet drøftede, om sagen skulle udsættes. Indstillingen blev godkendt.", "adopted"),
    ("Udvalget indstiller enstemmigt, at Byrådet afslår ansøgningen.", "not_recommended"),
    ("Bo Ravn fritages for hvervet.", "adopted"),
    ("Udvalget samtykkede i, at huset lejes ud.", "adopted"),
    ("Udvalget lod sig orientere.", "noted"),
    ("Til underretning.", "noted"),
    ("Rådets flertal bestemte, at salen holder lukket om søndagen.", "adopted"),
    ("Ansøgningen går retur til arbejdsgruppen.", "returned"),
    ("Sagen er givet videre til Kulturudvalget.", "referred"),
    ("Udvalget foreslår Byrådet at frigive beløbet.", "recommended"),
    ("Rådet taler imod salget.", "not_recommended"),
    ("Kommissionen indstiller derfor til byrådet, at forslaget ikke følges.", "not_recommended"),
    ("Udvalget ser sig ikke i stand til at imødekomme ansøgningen.", "rejected"),
    ("Efterkommes ikke.", "rejected"),
    ("Andragendet afvistes.", "rejected"),
    ("Forslaget må hvile, til amtet har svaret.", "postponed"),
    ("Sagen udgår til behandling på mødet den 3. april.", "postponed"),
    ("Som kasserer tiltræder Ida Holm.", "appointed"),
    ("Klagerens påstand tages ikke til følge.", "rejected"),
    ("Bevillingen fornyes for otte år.", "adopted"),
    ("Udvalget valgte at udskyde sagen.", "postponed"),
    ("Forslaget om udsættelse blev forkastet, idet 6 stemte for og 19 imod.\nIndstillingen blev vedtaget med 18 stemmer mod 6.", "adopted"),
    ("Der var indstillet to kandidater: Ida Holm og Bo Ravn. Rådet besluttede at give prisen til Ida Holm.", "adopted"),
    ("Resultatet blev læst op, og alle var glade.", "unknown"),
    ("Planen hviler på en rapport.", "unknown"),
    ("Venstres ændringsforslag: For stemte 9, imod 14. Forkastet.\nHovedforslaget: For stemte 14, imod 9. Vedtaget.", "adopted"),
    ("Kan ikke tiltrædes. Forvaltningen anmodes om at fremkomme med et alternativ.", "rejected"),
    ("Kan ikke støttes.", "rejected"),
    ("Godkendt. Ida Holm (V) kan ikke tiltræde det.", "adopted"),
    ("Godkendt. Venstre kan ikke støtte det.", "adopted"),
    ("Udvalget meddelte afslag på tilladelse til en hal på 600 m2.", "rejected"),
    ("Nævnet gav afslag på dispensationen.", "rejected"),
    ("Udvalget meddelte tilladelse til en hal.", "adopted"),
    ("Der var således ikke flertal for forslaget, som dermed er bortfaldet.", "lapsed"),
    ("Der var herefter ikke flertal for planen.", "rejected"),
    ("Der var således flertal for planen.", "adopted"),
    ("Rådet besluttede at afgive et svar, der er positivt, men opfordrer til, at der oprettes et aftenhold.", "adopted"),
    ("Godkendt, men udvalget opfordrer til, at taksten nedsættes.", "adopted"),
    ("Godkendt, men taksten nedsættes til 20 kr.", "adopted_amended"),
    ("Nævnet fastholder afslaget.", "rejected"),
    ("Sagen udgår og genoptages på næste møde.", "postponed"),
    ("Sagen udgår. Punkt 4 genoptages på næste møde.", "withdrawn"),
    ("Udvalget besluttede, at der meddeles afslag.", "rejected"),
    ("Udvalget besluttede, at der gives tilladelse.", "adopted"),
    ("Udvalget ønskede ikke at træffe beslutning på dette grundlag.", "postponed"),
    ("Udvalget ønskede ikke at støtte planen.", "rejected"),
    ("Udvalget fastholder sin afgørelse.", "adopted"),
    ("Tilladelsen nægtes.", "rejected"),
    ("Rådet vedtog at nægte tilladelse til udstykningen.", "rejected"),
    ("Udvalget finder ikke, at forslaget bør fremmes.", "rejected"),
    ("Udvalget finder ikke sagen oplyst. Godkendt.", "adopted"),
    ("Udvalget kan ikke støtte forslaget og anbefaler, at det forkastes.", "not_recommended"),
    ("Et flertal (A og F) indstiller, at forslaget ikke vedtages.", "not_recommended"),
    ("Udvalget indstiller, at forslaget ikke udsættes, men godkendes.", "recommended"),
    ("Godkendt med den bemærkning, at punkt 2 udgår.", "adopted_amended"),
    ("Godkendt med den bemærkning, at sagen følges.", "adopted"),
    ("Pkt. 1 godkendt. Pkt. 2 ændres til 15.000 kr.", "adopted_amended"),
    ("Pkt. 1 godkendt. Pkt. 2 godkendt.", "adopted"),
    ("Regnskabet afgives til revisionen.", "referred"),
    ("Oplægget blev drøftet, og der var enighed om at invitere rådet.", "discussed"),
    ("Udvalget drøftede evalueringen og var enig om at gentage festen.", "discussed"),
    ("Udvalget drøftede evalueringen og besluttede at gentage festen.", "adopted"),
    ("Udvalget drøftede sagen. Der var enighed om at gentage festen.", "adopted"),
    ("Udvalget drøftede sagen, og der var enighed om at anbefale den.", "recommended"),
    ("Rådet besluttede at sende udkastet retur til afdelingen.", "returned"),
    ("Udvalget ønsker sagen genfremlagt med de andres bemærkninger.", "postponed"),
    ("Udvalget ønsker sagen forelagt igen i juni.", "postponed"),
    ("Taget til efterretning. Udvalget ønsker en status i juni.", "noted"),
    ("Indstilles til byrådets godkendelse, idet Bo Ravn dog tager forbehold.", "recommended"),
    ("Indstilles til byrådets godkendelse, idet gebyret dog bortfalder.", "recommended_amended"),
    ("Regnskabet godkendes og afgives til revisionen.", "adopted"),
]


@pytest.mark.parametrize(("text", "outcome"), WORDS, ids=[w[0][:40] for w in WORDS])
def test_words(text, outcome):
    assert judge(text).outcome == outcome


def test_what_is_put_off_to_a_later_day_is_no_decision_of_that_day():
    flow = flow_of("Referat\nKulturudvalget\nMødedato: 31. januar 2019\n1. Dagsorden\nBeslutning\nKulturudvalgets beslutning i mødet den "
                   "31. januar 2019:\nKulturudvalget besluttede at udsætte dagsordenens punkter 11 og 12 til mødet den 27. februar 2019.\n"
                   "Dagsordenen blev dermed godkendt.\n2. Havn\nBeslutning\nGodkendt.")
    assert [(d.item, str(d.date), d.outcome) for d in decide(flow, parse(flow, PAPER)).decisions] == [
        ("1", "2019-01-31", "adopted"), ("2", "2019-01-31", "adopted")]


MEETING = ("minutes", "Byrådet", "2015-05-04")
PAPERS = [
    # a head of the meeting alone above the title's number, and the decision headed by the meeting and "Punkt N:"
    ("Møde i Byrådet mandag den 4. maj 2015\nREFERAT\n2. Ny skole\nØkonomiudvalgets møde 28. april 2015\nPunkt 2:\nAnbefales.\n"
     "Byrådets møde 4. maj 2015\nPunkt 2:\nTiltrådt.\n3. Cykelsti\nByrådets møde 4. maj 2015\nPunkt 3:\nUdsat.",
     [("2", "Ny skole"), ("3", "Cykelsti")], [("2", "recommended"), ("2", "adopted"), ("3", "postponed")]),
    ("Byrådet\nReferat af ordinært møde mandag den 4. maj 2015 kl. 19.00\nSag nr. 12 J.nr. 20.00.00\nNY SKOLE\nUDVALGETS BESLUTNING:\n"
     "Godkendt.\nSag nr. 13 J.nr. 20.00.00\nCYKELSTI\nBESLUTNING:\nUdsat.",
     [("12", "NY SKOLE"), ("13", "CYKELSTI")], [("12", "adopted"), ("13", "postponed")]),
    ("Byrådet\nReferat\nMødedato: 4. maj 2015\nSag nr. 12\nNy skole\nBeslutning\nGodkendt.\nBo Ravn (V) var fraværende.\nSag nr. 13\n"
     "Cykelsti\nBeslutning\nUdsat.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
    ("Byrådet\nReferat\nMødedato: 4. maj 2015\nPkt. nr.: 12\nTitel: Ny skole\nBeslutning\nGodkendt.\nPkt. nr.: 13\nTitel: Cykelsti\n"
     "Beslutning\nUdsat.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
    # a head of the decisions that this paper has, and no other
    ("Byrådet\nReferat af mødet mandag den 4. maj 2015\n12 Ny skole\nSag 15/11\nResultat\nSagen er godkendt.\n13 Cykelsti\nSag 15/12\n"
     "Resultat\nSagen er udsat.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
    ("Byrådet\nReferat af mødet mandag den 4. maj 2015\nSag nr. 12 Ny skole\nAlle har svaret.\nByrådet: Tiltrådt.\nSag nr. 13 Cykelsti\n"
     "Byrådet: Sagen optages på ny i juni.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
    # titles that run into the text, behind a word and a number
    ("Byrådet\nReferat af mødet mandag den 4. maj 2015\nPkt. 1: Ny skole. Bo Ravn syntes, at den er dyr. 5 stemte for skolen og 2 imod.\n"
     "Pkt. 2: Cykelsti. Stien skrider i havet. Sagen er sat i bero.\nPkt. 3: Havnen. Blev drøftet for lukkede døre.",
     [("1", "Ny skole"), ("2", "Cykelsti"), ("3", "Havnen")], [("1", "adopted"), ("2", "postponed"), ("3", "discussed")]),
    # a quotation above a number is no title of it
    ("Byrådet\nReferat af mødet mandag den 4. maj 2015\nSag nr. 12\nNy skole\nByrådets beslutning\nTiltrådt.\n"
     "Ida Holm (Ø) fik protokolført: »Beslutningen er truffet for hurtigt.«\nSag nr. 13\nCykelsti\nByrådets beslutning\nUdsat.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
    # what is put to a body is no decision of it
    ("Byrådet\nReferat af mødet mandag den 4. maj 2015\n12. Ny skole\nDet indstilles, at byrådet godkender planen.\n"
     "Byrådet valgte at udskyde sagen.\n13. Cykelsti\nDet indstilles, at stien anlægges.\nByrådet godkendte indstillingen.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "postponed"), ("13", "adopted")]),
    ("Byrådet 4. maj 2015\nReferat\n12. Ny skole\nBeslutning:\nGodkendt.\n13. Cykelsti\nBeslutning:\nUdsat.",
     [("12", "Ny skole"), ("13", "Cykelsti")], [("12", "adopted"), ("13", "postponed")]),
]


@pytest.mark.parametrize(("text", "items", "decisions"), PAPERS, ids=[p[0][:40] for p in PAPERS])
def test_papers(text, items, decisions):
    assert taken(text) == (MEETING, items, decisions)


def test_a_constituent_meeting_heads_its_decision():
    flow = flow_of("Referat\nByrådet\n2. Valg af viceborgmester\nBeslutning fra Konstituerende møde den 12. december 2017:\n"
                   "Ida Holm (A) valgt som viceborgmester")
    assert [(str(d.date), d.outcome) for d in decide(flow, parse(flow, PAPER)).decisions] == [("2017-12-12", "appointed")]

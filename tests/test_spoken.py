"""Decisions in running text: what a meeting says of its own item, and what it only tells of others."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Nordby Kommune\nHandicaprådet\nReferat fra mødet torsdag den 14. juni 2018\n1. Godkendelse af dagsorden\nGodkendt.\n"
SAID = [
    # the item's title      what stands below it                                               outcome
    ("Temadag", "Temadagen udskydes til foråret.", "postponed"),
    ("Mødeplan", "Mødeplanen godkendes.", "adopted"),
    ("Ny ordning", "Der blev stemt. For ordningen: Ida Holm. Mod ordningen: Per Dal og Bo Ravn. Ordningen er altså nedstemt.", "rejected"),
    ("Takst", "Ida Holm foreslog halv takst. Under afstemningen stod 2 (A) mod 2 (V), og derfor er forslaget bortfaldet.", "lapsed"),
    ("Lukketid", "3 stemte for søndagslukning. 1 (Bo Ravn) imod. Vedtaget.", "adopted"),
    ("Valg af leverandør", "Lukket", None),
    ("Valg af leverandør", "Lukket punkt", None),
    ("Valg af kasserer", "Lukas Holm", "appointed"),
    ("Tilsyn", "Læst og noteret. Ida Holm hæftede sig ved tallene.", "noted"),
    ("Politik", "Gennemgået og godkendt.", "adopted"),
    ("Regnskab", "Godkendt og indsendes til kommunen.", "adopted"),
    ("Bil", "Behandledes for lukkede døre og hjemvistes til kontoret.", "returned"),
    ("Torv", "Arkitekten viste tegninger. Rådet siger god for projektet, hvis bænken rykkes.", "adopted"),
    ("Sejlrende", "Man enedes om at søge amtet om halvdelen.", "adopted"),
    ("Tag", "Taget er utæt. Ida Holm ser på det sammen med tømreren, og sagen kommer på igen i april.", "postponed"),
    ("Politik", "Den skal skrives om, fordi den er lang, og tages op igen den 24. januar.", "postponed"),
    ("Vederlag", "Da der er tvivl om loftet, udsættes punktet til mødet i januar.", "postponed"),
    ("Forretningsorden", "Den hidtidige forretningsorden videreføres uændret.", "adopted"),
    ("Svar", "Vi sender det til Børneudvalget som høringssvar.", "referred"),
    ("Tilsyn", "Formanden havde læst og besvaret klagen.", None),
    ("Tag", "Taget er utæt, og Ida Holm siger, at sagen kom på i april.", None),
    ("Hegn", "Hegnet er sat op igen i april.", None),
    ("Ordning", "Ordningen var altså stor, sagde Ida Holm.", None),
    ("Forretningsorden", "Den nye forretningsorden kan læses på nettet.", None),
    ("Besøg på museet", "Aflyst.", "withdrawn"),
    ("Støtte til film", "Forslaget blev sendt til afstemning. 5 for, 2 imod, 1 undlod. Forslaget er godkendt.", "adopted"),
    ("Trafik", "Der var stemning for at skrive til kommunen. Afstemning: 6 for, 1 imod.", "adopted"),
    ("Udlån af hallen", "Klubben har søgt. Foreningerne er enige. Må hvile, til kommunen har svaret.", "postponed"),
    ("Fritagelse for hvervet", "Ida Holm er flyttet. Fritaget.", "adopted"),
    ("Tilbud på maling", "Det laveste er for gammelt. Går tilbage til forvaltningen, der skal hente et nyt.", "returned"),
    ("Pris for året", "Kun én er foreslået. Prisen tildeles Ida Holms café.", "adopted"),
    ("Svar om stierne", "Formanden skrev et udkast i går. Svaret godkendes, som det er skrevet.", "adopted"),
    ("Ny kasserer", "To var foreslået. Ida Holm blev valgt med flest stemmer.", "appointed"),
    ("Vedtægter", "Udkastet var sendt rundt. Rådet er indforstået med ændringen.", "adopted"),
    ("Forbud mod cykler", "Det endte 4 for og 4 imod. Formandens stemme gjorde udslaget, så forbuddet er vedtaget.", "adopted"),
    ("Fælles sti", "Naboen mødte ikke. Sagen udsattes, og et nyt møde holdes i august.", "postponed"),
    ("Hegn", "Naboen ville have et højere hegn. Naboens påstand tages ikke til følge.", "rejected"),
    ("Bussen", "Forslaget om at skrive til kommunen blev trukket tilbage af forslagsstilleren.", "withdrawn"),
    ("Bilen", "Forslagsstilleren var ikke til stede, og forslaget bortfaldt.", "lapsed"),
    ("Ny leder", "Til ansættelsesudvalget valgte rådet Ida Holm og Bo Ravn.", "appointed"),
    ("Referat", "Referat af 25. maj godkendt.", "adopted"),
    ("Planen", "Et flertal på fire gik ind for planen. Tre var imod.", "adopted"),
    ("Planen", "Ni var for, to imod.", "adopted"),
    ("Planen", "Alle undtagen Ida Holm var enige i planen.", "adopted"),
    ("Planen", "Rådet kan ikke bakke op om planen.", "rejected"),
    ("Planen", "Efter votering tiltrådte rådet planen med 5 stemmer mod 2.", "adopted"),
    ("Orienteringer", "Rådet lyttede til oplægget og tog det til efterretning.", "noted"),
    ("Orienteringer", "Rådet diskuterede udkastet og vedtog det uden ændringer.", "adopted"),
    ("Busplan", "Rådet henviser forslaget til Teknisk Udvalg. Fem støtter, medens to ikke ønsker at tage stilling.", "referred"),
    ("Træer", "Enhedslisten trak forslaget, efter at borgmesteren havde lovet en plan.", "withdrawn"),
    ("Træer", "Forslaget udsættes, da naboerne ikke havde svaret.", "postponed"),
    ("Påbud", "Formanden bemyndiges til at skrive til ejeren.", "adopted"),
    ("Valg af næstformand", "Ved lodtrækning tilfaldt posten gruppe A. Gruppen udpegede Ida Holm (A).", "appointed"),
    ("Valg af en repræsentant", "Ida Holm blev foreslået. Medlemmerne fra foreningerne valgte Bo Ravn.", "appointed"),
    ("Mødeplan", "Fastsat som foreslået.", "adopted"),
    ("Garage", "Museet har svaret. Tilladelse med vilkår om tegltag.", "adopted"),
    ("Klimaplan", "Ønskes ændret, så transporten kommer med, og anbefales herefter Byrådet. Planen er fra i maj.", "recommended_amended"),
    ("Affald", "Sagsnr. 14/988. Indstilles til Byrådet.\nPlanen anbefales sendt i høring, med den tilføjelse at tøj nævnes.",
     "recommended_amended"),
    ("Budget", "Ændringsforslag 1 om en bus: For stemte 6, imod stemte 9. Forkastet.\nBudgettet er således vedtaget.", "adopted"),
    ("Haver", "Ida Holm foreslog sagen henvist til fornyet behandling. Henvisningsforslaget blev forkastet. Indstillingen blev godkendt.",
     "adopted"),
    ("Geder", "Evalueringen blev taget til efterretning. Rådet besluttede tillige at udpege Ida Holm til gruppen.", "noted"),
    ("Takster", "Det er dyrt.\nRådet indstiller til Kommunalbestyrelsen, at taksterne godkendes.", "recommended"),
    # others
    ("Træer", "Ejeren trak lågen, efter at naboen havde klaget.", None),
    ("Valg af næstformand", "Gruppen opstillede Ida Holm, som skal vælges i juni.", None),
    ("Valg af næstformand", "Ida Holm blev valgt i 2016.", None),
    ("Valg af næstformand", "Et medlem foreslog, at Bo Ravn vælges.", None),
    ("Garage", "Tilladelsen er fra 1998. Fastsat blev den i maj.", None),
    ("Klimaplan", "Borgernes ønske er, at planen godkendes.", None),
    ("Orienteringer", "Naboerne lyttede til oplægget og tog det til efterretning.", None),
    ("Planen", "Ni var for små, to var for store.", None),
    ("Planen", "Skoene var for dyre. Tre var imod reglerne.", None),
    ("Planen", "Alle undtagen Ida Holm kom.", None),
    ("Planen", "Naboerne kan ikke bakke op om planen.", None),
    ("Planen", "Efter votering i foreningen tiltrådte medlemmerne planen.", None),
    ("Renovering", "Budgettet for afdeling 4 blev forkastet på afdelingsmødet.", None),
    ("Stien", "Ida Holm var ikke til stede, og mødet varede længe.", None),
    ("Museet", "Museet har skiftet leder. Foreningen siger god for planen.", None),
    ("Prisen", "Priserne er steget. Der er bevilget 40.000 kr. til formålet i forvejen.", None),
    ("Suppleanter", "Der skal udpeges en suppleant for hvert medlem.", None),
    ("Loven", "Loven forventes vedtaget før jul.", None),
    ("Søgsmål", "Ejeren har klaget. Sagsanlægget blev sat i bero.", None),
    ("Orientering", "Ida Holm fortalte om ferien. Rejsen er udsat.", None),
    ("Temadag", "Ferierne udskydes til foråret.", None),
    ("Klinik", "Regionen har udsat lukningen til 2019.", None),
    ("Renovering", "Ved afdelingsmødet blev renoveringen godkendt med 112 stemmer for og 34 imod.", None),
    ("Byggesag", "Ansøgningen blev påklaget. Nævnet hjemviste sagen til fornyet behandling.", None),
    ("Måltider", "Sundhedsudvalget behandlede den 20. august 2015 en rapport. Det blev i den forbindelse besluttet at følge op.", None),
    ("Plan", "Forslaget blev sendt i høring den 3. februar.", None),
    ("Tur", "Der er 5 pladser for medlemmer og 3 for pårørende.", None),
]


@pytest.mark.parametrize(("title", "below", "outcome"), SAID, ids=[s[1][:40] for s in SAID])
def test_said(title, below, outcome):
    flow = flow_of(f"{HEAD}2. {title}\n{below}\n3. Eventuelt\nIntet.")
    said = [d.outcome for d in decide(flow, parse(flow, PAPER)).decisions if d.item == "2"]
    assert said == ([outcome] if outcome else [])


COUNCIL = "Nordby Kommune\nBorgerrepræsentationen\nReferat fra mødet torsdag den 5. februar 2004\n"
LISTS = "For stemte: A, B og V.\nImod stemte: Ø."
WITH_LISTS = [
    f"Indstillingen blev godkendt med 43 stemmer imod 5.\n{LISTS}",
    f"Indstillingen blev godkendt med\n43 stemmer imod 5.\n{LISTS}\nØ ønskede følgende bemærkning tilført protokollen: \"For dyrt.\"",
    f"Forslaget blev forkastet med 43 stemmer imod 5.\n{LISTS}",
    "Ida Holm (F) stillede følgende ændringsforslag: \"At hallen lukkes.\"\nÆndringsforslaget blev vedtaget med 43 stemmer imod 5.\n"
    f"{LISTS}\n1. og 2. at i indstillingen var dermed godkendt.",
    f"Et ændringsforslag om hallen blev forkastet med 40 stemmer imod 8.\nFor stemte: Ø.\nImod stemte: A, B og V.\n"
    f"Herefter blev indstillingen godkendt med 43 stemmer imod 5.\n{LISTS}",
]


def council_decision(below):
    above = f"{COUNCIL}1. Aftale om hallen\nIndstilling om, at planen vedtages.\n(Teknik- og Miljøudvalget)"
    flow = flow_of(f"{above}\n{below}\n2. Budget\nGodkendt.\n")
    return decide(flow, parse(flow, PAPER)).decisions[0]


@pytest.mark.parametrize("below", WITH_LISTS)
def test_a_decision_without_a_heading_has_its_lists(below):
    decision = council_decision(below)
    assert (decision.for_parties, decision.against_parties) == (("A", "B", "V"), ("Ø",))
    assert decision.votes and sorted((decision.votes.in_favour or 0, decision.votes.against or 0)) == [5, 43]


def test_a_group_that_did_not_vote_may_end_the_lists():
    decision = council_decision(f"Indstillingen blev godkendt med 43 stemmer imod 5.\n{LISTS}\nC undlod.")
    assert decision.abstained_parties == ("C",)


def test_two_initials_of_a_voter_do_not_end_the_lists():
    decision = council_decision("Godkendt med 43 stemmer imod 5.\nFor stemte A, V og Bo H. B. Dam (UP).\nImod stemte F og Ø.")
    assert (decision.for_parties, decision.against_parties) == (("A", "V"), ("F", "Ø"))


OTHER_LISTS = [
    f"Et ændringsforslag om hallen blev forkastet med 40 stemmer imod 8.\n{LISTS}\nIndstillingen blev herefter godkendt.",
    f"I 2001 stemte udvalget om hallen.\n{LISTS}\nIndstillingen blev godkendt.",
    "Indstillingen blev godkendt.\nFor yderligere oplysninger: Se bilag A.",
]


@pytest.mark.parametrize("below", OTHER_LISTS)
def test_a_decision_without_a_heading_has_no_list_of_another_vote(below):
    decision = council_decision(below)
    assert (decision.for_parties, decision.against_parties, decision.votes) == ((), (), None)


EARLIER = [
    # a line below the recommendation            outcome of the meeting's own decision
    ("(Sagen udsattes i mødet den 23. januar)", ["appointed"]),
    ("(Punktet blev udsat på mødet den 23. januar.)", ["appointed"]),
    ("Sagen udsattes i mødet den 23. januar.", ["appointed"]),
    ("(Bilag 2 er sendt til medlemmerne)", ["appointed"]),
]


@pytest.mark.parametrize(("line", "outcomes"), EARLIER)
def test_when_a_case_was_put_off_may_stand_in_brackets(line, outcomes):
    flow = flow_of(f"{COUNCIL}1. Udpegning af et medlem\nIndstilling om, at en udpeges.\n{line}\nIda Holm (A) blev herefter valgt.\n")
    decisions = decide(flow, parse(flow, PAPER)).decisions
    assert [d.outcome for d in decisions if "earlier_body" not in d.flags] == outcomes

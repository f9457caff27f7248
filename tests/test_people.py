"""Remarks with their speakers, and who was there."""

from __future__ import annotations

import pytest

from extractors.decisions.people import attendance
from extractors.decisions.remarks import remarks
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\nGodkendt.\n"
REMARKS = [
    # as printed                                                                              speaker            party            kind
    ('Ida Holm (Ø) afgav følgende protokolbemærkning: "Vi er skeptiske."', "Ida Holm", "Ø", "protocol_remark"),
    ('Dansk Folkeparti (O) afgav følgende protokolbemærkning: "Vi er imod."', None, "O", "protocol_remark"),
    ('Enhedslisten afgav følgende protokolbemærkning: ”Vi støtter forslaget.”', None, "Enhedslisten", "protocol_remark"),
    ("Jens Ole Toft (B) ønskede tilført protokollen, at Radikale Venstre undlod at stemme.", "Jens Ole Toft", "B", "protocol_remark"),
    ('Helga Rose (V) ønskede følgende bemærkning tilført beslutningsprotokollen: "Man lukker en '
     'skole."', "Helga Rose", "V", "protocol_remark"),
    ("SF's medlem afgav mindretalsudtalelse om, at model 3 er den billigste.", None, "SF", "minority_statement"),
    ("Byrådsgruppe A afgav følgende mindretalsudtalelse: Vi er imod.", None, "A", "minority_statement"),
    ("Danmarksdemokraterne, Liste Æ, meddeler til protokollen, at det er spild af tid.", None, "Danmarksdemokraterne", "protocol_remark"),
    ("SF's byrådsgruppe afgav følgende protokolbemærkning: \"Vi er imod.\"", None, "SF", "protocol_remark"),
    ("Ida Holm (Ø) fremhæver til protokollen, at husene bør have samme ordning.", "Ida Holm", "Ø", "protocol_remark"),
    ('Liste K ønskede følgende ført til protokol: "Der mangler tilbud."', None, "Liste K", "protocol_remark"),
    ("Bo Ravn (C) ønskede ført til protokols, at han stemte imod.", "Bo Ravn", "C", "protocol_remark"),
    ("Ida Holm (SF) ønsker tilføjet til referatet, at skolen er god.", "Ida Holm", "SF", "protocol_remark"),
    ("Særindstilling fra Ida Holm (M): Sagen udsættes.", "Ida Holm", "M", "minority_statement"),
    ("Særindstilling fra Ida Holm (M):\nIda Holm vil vente.", "Ida Holm", "M", "minority_statement"),
    ("Vedrørende mødets punkt 4 ønskede Bo Ravn ført til protokollen, at han var imod.", "Bo Ravn", None, "protocol_remark"),
    ("I den forbindelse ønskede Venstre tilført protokollen, at sagen er hastet igennem.", None, "Venstre", "protocol_remark"),
    ("På baggrund af debatten begærer Ida Holm (V) ført til protokol, at stien er smal.", "Ida Holm", "V", "protocol_remark"),
    ("C2 afgav følgende protokolbemærkning: ”Vi venter.”", None, "C2", "protocol_remark"),
    ("Centrum-Demokraterne ønskede at videreføre deres protokolbemærkning: ”Nej.”", None, "Centrum-Demokraterne", "protocol_remark"),
    ("Nordlisten begærede sin mindretalsudtalelse ført til protokollen.", None, "Nordlisten", "minority_statement"),
    ("Socialdemokratiet bad om at få følgende tilført referatet: Vi vil se en plan.", None, "Socialdemokratiet", "protocol_remark"),
    ("Ida Holm (A) stemte imod. Hun ønskede følgende tilført protokollen: ”Vi venter.”", "Ida Holm", "A", "protocol_remark"),
    ("Ida Holm (A) og Bo Ravn (C) stemte imod. Hun ønskede følgende tilført protokollen: ”Vi venter.”", None, None, "protocol_remark"),
    ("A afgav følgende protokolbemærkning: ”Vi venter.”", None, "A", "protocol_remark"),
    ("Venstre ønskede følgende bemærkning optrykt i forbindelse med offentliggørelsen: ”Vi venter.”", None, "Venstre", "protocol_remark"),
    ("V begærede følgende protokolleret: ”Driften er ikke finansieret.”", None, "V", "protocol_remark"),
    ("Ida Holm (A) bad om at få ført til protokols, at andre byer har gjort det.", "Ida Holm", "A", "protocol_remark"),
    ("Ida Holm (Ø) ønskede følgende tilføjet til protokollen: »Vi ser gerne mere.«", "Ida Holm", "Ø", "protocol_remark"),
    ("Ida Holm, V, ønskede noteret i referatet, at prisen er for høj.", "Ida Holm", "V", "protocol_remark"),
    ("Venstre stemte imod med følgende protokolbemærkning: ”Prisen er for høj.”", None, "Venstre", "protocol_remark"),
    ("Socialdemokraterne ønsker ført til protokol, at støjen er steget.", None, "Socialdemokraterne", "protocol_remark"),
    ("Protokolbemærkning fra SF: Vi havde hellere set en bro.", None, "SF", "protocol_remark"),
    ("Følgende protokolbemærkning blev afgivet af Bo Ravn (C): ”Det er for dyrt.”", "Bo Ravn", "C", "protocol_remark"),
    ("Bo Ravn (C) forlangte sin afvigende mening indført i beslutningsprotokollen.", "Bo Ravn", "C", "protocol_remark"),
    ("Det Radikale Venstre ønsker følgende optaget i protokollen: ”Skolen bør blive.”", None, "Det Radikale Venstre", "protocol_remark"),
    ("Anton ønskede ført til referat, at han hellere ville vente.", "Anton", None, "protocol_remark"),
    ("Bemærkning til protokollen fra Ida Holm (F): Skolen bør blive.", "Ida Holm", "F", "protocol_remark"),
    ("Ida Holm (O) undlod at stemme og afgav en mindretalsudtalelse.", "Ida Holm", "O", "minority_statement"),
    ("Gruppe B fremsatte følgende udtalelse: ”Vi takker.”", None, "B", "protocol_remark"),
    ("Gruppen F ønskede tilført referatet, at bassinet ligger forkert.", None, "F", "protocol_remark"),
    ("Borgerlisten havde følgende bemærkning: ”Vi takker.”", None, "Borgerlisten", "protocol_remark"),
    ("Ida Holm (V) tog forbehold og ønskede det tilført protokollen.", "Ida Holm", "V", "protocol_remark"),
    ("Ida Holm (V) fandt det uheldigt, at mødet i Vestby er aflyst, og ønskede det ført til protokols.",
     "Ida Holm", "V", "protocol_remark"),
    ('Ida Holm (Ø) ønsker til protokol: "Vi er imod."', "Ida Holm", "Ø", "protocol_remark"),
    ("Jonas Lund bemærkede til referatet, at stien bør med.", "Jonas Lund", None, "protocol_remark"),
    ("Ida Holm (V) erklærede til protokollen, at hun er enig.", "Ida Holm", "V", "protocol_remark"),
    ('Bo Ravn (L) ønskede følgende tilført: "Byen vokser."', "Bo Ravn", "L", "protocol_remark"),
    ("Venstres byrådsgruppe ønsker følgende ført til protokol: ”Nej.”", None, "Venstre", "protocol_remark"),
    ("Ida Holm, I, ønskede det bemærket i protokollen, at skatten er høj.", "Ida Holm", "I", "protocol_remark"),
    ("Ida Holm har ønsket at få noteret, at hun ikke er enig i punkt 4.", "Ida Holm", None, "protocol_remark"),
    ("Bo Ravn (medarbejder) ønskede noteret, at skolen er god.", "Bo Ravn", "medarbejder", "protocol_remark"),
    ("Bo Ravn (V) ønskede det noteret, at skolen er god.", "Bo Ravn", "V", "protocol_remark"),
    ("Ida Holm (Æ): ”Pengene burde gå til skolen.”", "Ida Holm", "Æ", "protocol_remark"),
    ("O ønskede tilført, at partiet har fremsat sit eget forslag.", None, "O", "protocol_remark"),
    ("Særudtalelse af Bo Ravn (B): Planen er for stor.", "Bo Ravn", "B", "minority_statement"),
    ("Ida Holm (O) kan ikke støtte punkt 3, idet hun mener, at stien bør vente.", "Ida Holm", "O", "protocol_remark"),
    ("Udvalgets medlem Bo Ravn (Ø) kunne ikke tilslutte sig svaret, fordi han savner et overblik.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Enhedslisten (Ø) begrunder deres stemme med, at der er for få træer.", None, "Ø", "protocol_remark"),
    ("For: A (5), V (4)\nUndlod: C (1)\nIda Holm (C) undlod, fordi hun savner et overblik.", "Ida Holm", "C", "protocol_remark"),
    ("Bo Ravn (V) støttede ikke forslaget med den begrundelse, at prisen er for høj.", "Bo Ravn", "V", "protocol_remark"),
    ("Ida Holm (F) tog forbehold med henvisning til, at skolen ikke er hørt.", "Ida Holm", "F", "protocol_remark"),
    ("Ida Holm (B) bemærkede, at vejen er våd.", "Ida Holm", "B", "protocol_remark"),
    ("Ida Holm (B) bemærkede, at vejen er våd, og ønskede dette tilført protokollen.", "Ida Holm", "B", "protocol_remark"),
    ("V mener, at prisen er for høj, og ønsker det noteret i referatet.", None, "V", "protocol_remark"),
    ("V-gruppen afgav følgende protokolbemærkning: ”Nej.”", None, "V", "protocol_remark"),
    ("Bo Ravn, valgt af forældrene, bad om at få føjet til referatet, at tallet er gammelt.", "Bo Ravn", None, "protocol_remark"),
    ("Ida Holm, afdeling 4, har forlangt sin mening optaget i referatet: ”Huset bør stå.”", "Ida Holm", None, "protocol_remark"),
    ("Ida Holm ønskede at få med i referatet, at hun er glad for svaret.", "Ida Holm", None, "protocol_remark"),
    ("Bo Ravn (C) beder om, at det kommer til at stå i protokollen, at han ikke er hørt.", "Bo Ravn", "C", "protocol_remark"),
    ("Bo Ravn (C) krævede, at dette blev en del af referatet: ”Ingen spurgte skolen.”", "Bo Ravn", "C", "protocol_remark"),
    ("Ida Holm begærede referatførsel af følgende: »Vi er for få.«", "Ida Holm", None, "protocol_remark"),
    ("Liste K fik denne erklæring optaget: ”Byen er glemt.”", None, "Liste K", "protocol_remark"),
    ("Venstre gav følgende til protokollen: ”Byen er glemt.”", None, "Venstre", "protocol_remark"),
    ("Særstandpunkt: Bo Ravn ønsker indført i protokollen, at han hellere ville vente.", "Bo Ravn", None, "protocol_remark"),
    ("Særstandpunkt: Ida Holm mener, at trappen er for stejl.", "Ida Holm", None, "minority_statement"),
    ("Særstandpunkt, afgivet af Ida Holm (Ø): Trappen er for stejl.", "Ida Holm", "Ø", "minority_statement"),
    ("»Det er ikke godt. Vi venter.« Bo Ravn (V) fik protokolført: »Vi venter ikke.«", "Bo Ravn", "V", "protocol_remark"),
    ("Venstre: ”Skolen bør blive, hvor den er.”", None, "Venstre", "protocol_remark"),
    ("Bo Ravn (Ø) begrunder det i protokollen med, at havnen selv må bære risikoen.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) begrundede sin stemme til referatet med, at havnen er dyr.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) ønsker at føre til protokollen, at havnen selv må bære risikoen.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) lod føre til protokols, at havnen er dyr.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) ønsker noteret sin utilfredshed med forløbet.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Protokolleret af Bo Ravn (Ø): Havnen er dyr.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) gav til protokollen udtryk for, at havnen er dyr.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Bo Ravn (Ø) begrunder i protokollen sit nej med, at havnen selv må bære risikoen.", "Bo Ravn", "Ø", "protocol_remark"),
    ("Venstre knyttede den protokolbemærkning til sagen, at ”målet er godt”.", None, "Venstre", "protocol_remark"),
    ("Ida Holm (C) har fået denne sætning med i referatet: ”Det er for dyrt.”", "Ida Holm", "C", "protocol_remark"),
    ("En enkelt, Bo Ravn fra Enhedslisten, gik imod. Han lod tilføre: ”Penge til broer.”", "Bo Ravn", "Enhedslisten", "protocol_remark"),
    ("V knytter følgende bemærkning til punktet: ”Det er for dyrt.”", None, "V", "protocol_remark"),
    ("Særlig udtalelse\nIda Holm kan ikke tilslutte sig forslag 2.", "Ida Holm", None, "minority_statement"),
]
TOGETHER = [
    # remarks of several                                                                        speakers with their parties
    ("Mindretallet, Ida Holm (V) og Bo Ravn (C), begærede tilført protokollen, at tallet er for lavt.",
     [("Ida Holm", "V"), ("Bo Ravn", "C")]),
    ("Dansk Folkeparti, Ida Holm (løsgænger) og Bo Ravn (løsgænger) afgav følgende protokolbemærkning: ”Nej.”",
     [(None, "Dansk Folkeparti"), ("Ida Holm", "løsgænger"), ("Bo Ravn", "løsgænger")]),
    ("Ida Holm og Bo Ravn afgav fælles mindretalserklæring: »Vi bør vente.«", [("Ida Holm", None), ("Bo Ravn", None)]),
    ("Ida Holm og Bo Ravn (V) bemærker, at gruppen gerne havde ventet.", [("Ida Holm", None), ("Bo Ravn", "V")]),
    ("For stemte: Ida Holm (V). Ida Holm og Bo Ravn (V) bemærker, at gruppen ville vente.", [("Ida Holm", "V"), ("Bo Ravn", "V")]),
    ("Ida Holm (V) og Bo Ravn (C) tager forbehold, da de vil tale med gruppen.", [("Ida Holm", "V"), ("Bo Ravn", "C")]),
    ("Imod stemte: Ida Holm (V). Ida Holm tog forbehold, idet gruppen vil vente.", [("Ida Holm", "V")]),
    ("Enhedslisten og Alternativet ønsker tilført protokollen, at de stemmer for.", [(None, "Enhedslisten"), (None, "Alternativet")]),
    ("Ida Holm (V) afgav følgende protokollat: ”Nej.”", [("Ida Holm", "V")]),
    ("Flemming vil have skrevet i referatet, at han hellere ville vente.", [("Flemming", None)]),
    ("Emil vil gerne have med i referatet, at turen er for dyr.", [("Emil", None)]),
    ("Næstformanden bad om at få ført til referat, at lokalet var koldt.", [("Næstformanden", None)]),
    ("På vegne af Venstre ønskede Ida Holm tilført protokollen, at gruppen er imod.", [("Ida Holm", "Venstre")]),
    ("Til protokollen: A og F bemærker, at støjen bør måles.", [(None, "A"), (None, "F")]),
    ("Ida Holm (V) protokollerede, at hun savner et svar.", [("Ida Holm", "V")]),
    ("Til protokollen bemærkede Ida Holm (V), at fristen er kort.", [("Ida Holm", "V")]),
    ("Det blev ført til protokollen på foranledning af Ida Holm (V), at fristen er kort.", [("Ida Holm", "V")]),
    ("Venstre v/ Ida Holm ønskede tilført protokollen, at gruppen er imod.", [("Ida Holm", "Venstre")]),
    ("Venstre v. Ida Holm begærede tilført protokollen, at gruppen er imod.", [("Ida Holm", "Venstre")]),
    ("Ida Holm fra Venstre ønskede tilført protokollen, at gruppen er imod.", [("Ida Holm", "Venstre")]),
    ("Socialistisk Folkeparti (F) ønskede tilføjet: ”Vi er for boligerne.”", [(None, "F")]),
    ("A, F og Ø ønskede følgende tilført protokollen: ”Ja.”", [(None, "A"), (None, "F"), (None, "Ø")]),
    ("Mindretalsudtalelse fra Ida Holm (V) og Bo Ravn (C): Vi er imod.", [("Ida Holm", "V"), ("Bo Ravn", "C")]),
    ("Venstre og Konservative stemte imod og afgav følgende protokolbemærkning: ”Nej.”", [(None, "Venstre"), (None, "Konservative")]),
]


@pytest.mark.parametrize(("text", "speaker", "party", "kind"), REMARKS, ids=[r[0][:40] for r in REMARKS])
def test_remarks(text, speaker, party, kind):
    flow = flow_of(HEAD + text)
    found = remarks(flow, parse(flow, PAPER))
    assert [(r.item, r.speaker, r.party, r.kind, r.body) for r in found] == [("3", speaker, party, kind, "Byrådet")]


@pytest.mark.parametrize(("text", "speakers"), TOGETHER, ids=[t[0][:40] for t in TOGETHER])
def test_a_remark_of_several_is_one_for_each(text, speakers):
    flow = flow_of(HEAD + text)
    assert [(r.speaker, r.party) for r in remarks(flow, parse(flow, PAPER))] == speakers


NO_REMARKS = [
    "Forvaltningen begrunder det i protokollen fra juni med, at prisen er for høj.",
    "Det er sekretæren, der har til opgave at føre til protokollen, hvad der vedtages.",
    "Forvaltningen begrunder i notatet sit nej med, at prisen er for høj.",
    "Formanden forklarede i referatet fra sidste møde, at sagen var udsat.",
    "Bestyrelsen knyttede ingen bemærkninger til regnskabet.",
    "Kommunen har fået denne paragraf med i loven: ”Alle skal cykle.”",
    "Bo Ravn fra Enhedslisten var på besøg. Han viste planen: ”Penge til broer.”",
    "Formanden har ført protokollen i ti år.",
    "Flemming vil have tilbud på pærer.",
    "Kommunen vil have svar med i budgettet.",
    "Ida Holm tog forbehold, idet gruppen vil vente.",
    "Ida Holm (V) kunne ikke medvirke, da hun er medejer af nabogrunden, og forlod lokalet.",
    "Ida Holm (V) kunne ikke medvirke, idet hun er inhabil.",
    "Foreningen er imod, fordi stien er for dyr.",
    "Til protokollen hører et bilag fra Ida Holm (V).",
    "På vegne af gruppen ønskede Ida Holm (V) alle en god sommer.",
    "Rettelserne er skrevet i referatet.",
    "Ida Holm og formanden (V) bemærker, at vejen er våd.",
    "Udvalget ønskede tilføjet til referatet fra sidst, at Jens var til stede.",
    "Rådet bad om, at revisionsprotokollen sendes ud.",
    "Det blev noteret i referatet, at mødet begyndte kl. 16.",
    "Protokollatet er optaget i bilag 2.",
    "Referatet fra mødet den 4. april blev godkendt med følgende bemærkninger.",
    "Bo Ravn (V) stemte imod.",
    "Ida Holm havde rettelser til referatet fra sidst.",
    "Bo Ravn (V) ønskede midlerne tilført skolen.",
    "Bo Ravn (V) roste skolen og ønskede puljen tilført midler.",
    "Ida Holm (A) begærede sagen indbragt for Byrådet.",
    "Ida Holm (A) ønskede et notat om referaterne.",
    "Forvaltningen havde følgende bemærkninger: Planen er god.",
    "Ida Holm sagde: ”Jeg vil have det ført til protokollen.”",
    "Der er noteret i protokollen for 2012 en pris på 40 kr.",
    "Vedtægten kan ses i protokol nr. 4 fra Ida Holm.",
    "Udvalget gik rundt. Ida Holm bemærkede, at vejen er våd.",
    "Ida Holm (B) bemærkede vejen.",
    "\nReferat\nVejen blev drøftet. Ida Holm (B) bemærkede, at vejen er våd.",
    "Ida Holm (A): 25 stemmer",
    "Bo Ravn fik en fejl i referatet rettet.",
    "Ida Holm bad om en kopi af referatet.",
    "Bo Ravn ønskede bilaget sendt ud sammen med referatet, når det er trykt.",
    "Udvalget bad om, at tallene kommer til at stå i referatet, at alle kan se dem.",
    "Boligforeningen krævede, at dette blev en del af referatet: ”Ingen spurgte.”",
    "Venstre: 4 stemmer",
    "Bo Ravn (V) ønskede at få noteret nummeret.",
    "I den forbindelse ønskede Udvalget tilført protokollen, at mødet begyndte kl. 16.",
    "Efter mødet bad Ida Holm (V) om en kopi af referatet.",
    "På baggrund af protokollen fra 2012 bad Ida Holm (V) om tal.",
    "Endelig ønskede Bo Ravn (V) midlerne tilført skolen.",
    "Særindstilling fra forvaltningen foreligger.",
    "Med hensyn til økonomien ønskede Forvaltningen noteret i referatet, at prisen er steget.",
    "V stemmer imod, idet Venstre ønsker grunden udstykket.",
    "Ida Holm (O) tog forbehold frem til behandlingen i Byrådet.",
    "Protokollen blev underskrevet.",
    "Beboerne ønsker ført til protokol, at støjen er steget.",
    "Grundejerforeningen bad om at få ført til referat, at vejen er smal.",
    "Ida Holm (O) kan ikke støtte punkt 3.",
    "Ida Holm (O) kan ikke deltage, fordi hun er syg.",
    "Ida Holm (O) deltog ikke, da hun er formand for foreningen.",
    "Ida Holm (O) undlod at møde, fordi hun er syg.",
    "Ida Holm (O) stemte imod, fordi stien er for dyr.",
    "Udvalget kan ikke støtte forslaget, fordi stien er for dyr.",
    "Løn (FGU) kan ikke godkendes, fordi satsen mangler.",
    "Forslaget blev ført til protokollen i 2012 af forvaltningen.",
    "Der er ingen bemærkninger til referatet.",
    "Revisionsprotokollen blev godkendt.",
    "Ida Holm (A) har noteret, at skolen er god.",
    "Udvalget fik noteret, at skolen er god.",
    "Ida Holm (A) ønskede, at skolen får noteret sine timer.",
    "Valgt blev Ida Holm (A): ”Hallen” skifter navn.",
]


@pytest.mark.parametrize("text", NO_REMARKS)
def test_no_remarks(text):
    flow = flow_of(HEAD + text)
    assert remarks(flow, parse(flow, PAPER)) == []


MINORITIES = [
    ("Mindretalsudtalelse\nMads Elle kan ikke støtte anbefaling 1.", [("Mads Elle", None)]),
    ("Mindretal\nIda Holm og Bo Ravn kan ikke tilslutte sig anbefaling 3, fordi den er for dyr.", [("Ida Holm", None), ("Bo Ravn", None)]),
    ("Mindretal\nAnbefalingen er for dyr.", [(None, None)]),
    ("Særstandpunkt\nMads Elle, afdeling 3, kan ikke tilslutte sig anbefaling 1.", [("Mads Elle", None)]),
]


@pytest.mark.parametrize(("text", "speakers"), MINORITIES, ids=[t[:40] for t, _ in MINORITIES])
def test_a_minority_statement_under_its_own_heading(text, speakers):
    flow = flow_of(f"Anbefalinger fra Rådet for Bolig og Naboskab\n1. Giv det tid. Vent.\n{text}\nBaggrund\nRådet har ni medlemmer.")
    found = remarks(flow, parse(flow, PAPER))
    assert [(r.speaker, r.party, r.kind) for r in found] == [(*who, "minority_statement") for who in speakers]


ATTENDANCE = [
    # the head                                                              present, absent, members, chair, counts
    ("Til stede: Ida Holm (formand), Bo Ravn, Per Toft. Afbud: Eva "
     "Lind.", ("Ida Holm", "Bo Ravn", "Per Toft"), ("Eva Lind",), (), "Ida Holm", (None, None)),
    ("Medlemmer:\nFormand Erik Ny (A)\nLene Due (A)\nFraværende:\nLene Due "
     "(A)", (), ("Lene Due",), ("Erik Ny", "Lene Due"), "Erik Ny", (None, None)),
    ("Tilstede: 23 af byrådets 25 medlemmer. Afbud: Bo Ravn (V) og Eva Lind (F).", (), ("Bo Ravn", "Eva Lind"), (), None, (23, 25)),
    ("Alle byrådets 19 medlemmer var til stede. Mødet blev ledet af borgmester Aage Thor.", (), (), (), "Aage Thor", (19, 19)),
    ("Deltagere:\nLars Krog: Deltog\nBirgit Hansen (A) - Formand", ("Lars Krog", "Birgit Hansen"), (), (), "Birgit Hansen", (None, None)),
    ("Fraværende: Ingen", (), (), (), None, (None, None)),
    ("Afbud fra Ida Holm på grund af sygdom. Bo Ravn mødte kl. 17.13.", (), ("Ida Holm",), (), None, (None, None)),
    ("Afbud fra Ida Holm.\nBorgmester Bo Ravn ledede mødet.", (), ("Ida Holm",), (), "Bo Ravn", (None, None)),
    ("Alle medlemmer var mødt undtagen Ida Holm og Bo Ravn, der havde meldt afbud.", (), ("Ida Holm", "Bo Ravn"), (), None, (None, None)),
    ("Ida Holm, Bo Ravn og Per Toft havde meldt afbud.\nEva Lind deltog fra punkt 2.", (), ("Ida Holm", "Bo Ravn", "Per Toft"), (), None,
     (None, None)),
    ("Fraværende:\nBorgmester Ida Holm, A, (sygdom)\nBo Ravn, F, (arbejde)\nEva Lind, V, ankom kl. 17.35.", (), ("Ida Holm", "Bo Ravn"), (),
     None, (None, None)),
    ("Medlemmer:\nIda Holm\nFormand\n(A)\nBo Ravn\n(V)", (), (), ("Ida Holm", "Bo Ravn"), "Ida Holm", (None, None)),
    ("Medlemmer:\nFormand: Ida Holm (A)\nNæstformand: Bo Ravn (O)\n1. Viceborgmester: Per Toft (V)\nFraværende: Per Toft",
     (), ("Per Toft",), ("Ida Holm", "Bo Ravn", "Per Toft"), "Ida Holm", (None, None)),
    ("Indkaldelse\nIda la Cour\nBo Ravn\nBo Ravn (A) var fraværende. I stedet deltog Per Toft (A)\n"
     "Ida la Cour var fraværende under punkt 3.\nDerudover deltog: Eva Lind", (), ("Bo Ravn",), ("Ida la Cour", "Bo Ravn"), None,
     (None, None)),
    ("Fraværende: Ida Holm ved afbud\nBo Ravn ved afbud\nNordby Kommune", (), ("Ida Holm", "Bo Ravn"), (), None, (None, None)),
    ("Deltagere: Ida Holm - Grundejerforeningen\nBo Ravn - formand for Teknisk Udvalg\nMødeleder: Per Toft\nReferent: Eva Lind",
     ("Ida Holm", "Bo Ravn"), (), (), "Per Toft", (None, None)),
    ("MEDLEMMER\nIda Holm (A) formand, Bo Ravn (V), Per Toft (F). Alle 3 deltog.\nPUNKTER", (), (), ("Ida Holm", "Bo Ravn", "Per Toft"),
     "Ida Holm", (3, 3)),
    ("Medlemmer\nIda Holm (A), borgmester\nBo Ravn (V), stedfortræder for Per\nToft\nEva Lind (F)\nAfbud\nPer Toft (V)", (), ("Per Toft",),
     ("Ida Holm", "Bo Ravn", "Eva Lind"), "Ida Holm", (None, None)),
    ("MEDLEMMER\nIda Holm (A)\nBo Ravn (V)\nAFBUD\nBo Ravn (V) til og med sag 31", (), (), ("Ida Holm", "Bo Ravn"), None, (None, None)),
    ("Bestyrelsen: Ida Holm (formand), Bo Ravn og Hanne Krog\nAfbud: Bo Ravn\nAdministrationen: Per Toft", (), ("Bo Ravn",),
     ("Ida Holm", "Bo Ravn", "Hanne Krog"), "Ida Holm", (None, None)),
    ("Byrådets 3 medlemmer:\nIda Holm (A), borgmester, Bo Ravn (V) og Per Toft (O)\nAfbud: Per Toft (O). Stedfortræder var ikke indkaldt.",
     (), ("Per Toft",), ("Ida Holm", "Bo Ravn", "Per Toft"), "Ida Holm", (None, 3)),
    ("UDVALG\nIda Holm (A) Deltog, Bo Ravn (V) Deltog", (), (), (), None, (None, None)),
    ("MEDLEMMER\nIda Holm (A) Deltog, Bo Ravn (V) Afbud, Per Toft (F) Deltog", (), (), ("Ida Holm", "Bo Ravn", "Per Toft"), None,
     (None, None)),
    ("Til stede var 30 medlemmer. Fraværende: Ida Holm (V).", (), ("Ida Holm",), (), None, (30, None)),
    ("25 medlemmer var til stede.", (), (), (), None, (25, None)),
    ("Byrådet består af 15 medlemmer. Ved mødets start var 13 til stede, fra sag 2 var der 14.", (), (), (), None, (None, 15)),
    ("Deltagere: Alle 25 medlemmer. For Ida Holm (V), der har orlov, deltog Bo Ravn (V).", (), (), (), None, (25, 25)),
    ("Mødedeltagere: 24 medlemmer. Fraværende: Ida Holm (V) med afbud.", (), ("Ida Holm",), (), None, (24, None)),
    ("Fraværende: Ingen af de 27 medlemmer.", (), (), (), None, (27, 27)),
    ("Regionsrådet har 41 medlemmer. 40 deltog i afstemningerne.", (), (), (), None, (40, 41)),
    ("Byrådet har 21 medlemmer. Fraværende: Ida Holm (V).", (), ("Ida Holm",), (), None, (None, 21)),
    ("Medlemmer: Byrådets 19 medlemmer var indkaldt\nFraværende: Ida Holm (V)", (), ("Ida Holm",), (), None, (None, 19)),
    ("I alt 25 medlemmer har stemt før.", (), (), (), None, (None, None)),
    ("Tilstede:\nIda Holm\nFraværende:\nBo Ravn\nÅBNE SAGER", ("Ida Holm",), ("Bo Ravn",), (), None, (None, None)),
    ("Afbud: Kurt Holm, suppleant Martin Lind deltog", (), ("Kurt Holm",), (), None, (None, None)),
    ("Afbud: Ida Holm (A) og Bo Ravn (V), Per Dal (V) mødte", (), ("Ida Holm", "Bo Ravn"), (), None, (None, None)),
    ("Til stede:\nForældrevalgte: Ida Holm, Bo Ravn.\nElevrepræsentanter: Eva Lind.\nFraværende:\nForældrevalgte: Per Toft.",
     ("Ida Holm", "Bo Ravn", "Eva Lind"), ("Per Toft",), (), None, (None, None)),
    ("I mødet deltog:\nBorgerrepræsentanter:\nIda Holm og Bo Ravn.\nFra foreningsområdet:\nEva Lind.\nFra forvaltningen:\nPer Toft.\n"
     "Følgende havde meldt afbud:\nLis Bang.", ("Ida Holm", "Bo Ravn", "Eva Lind"), ("Lis Bang",), (), None, (None, None)),
    ("I mødet deltog Ida Holm (V), formand, Bo Ravn (A) og Eva Lind (SF). Centerchef Per Toft og fuldmægtig AB førte protokollen.",
     ("Ida Holm", "Bo Ravn", "Eva Lind"), (), (), "Ida Holm", (None, None)),
    ("Fremmødt: Ida Holm, Bo Ravn og Eva Lind.\nReferent: Per Toft", ("Ida Holm", "Bo Ravn", "Eva Lind"), (), (), None, (None, None)),
    ("Følgende var mødt: Ida Holm og Bo Ravn\nForfald: Eva Lind", ("Ida Holm", "Bo Ravn"), ("Eva Lind",), (), None, (None, None)),
    ("Deltagere:\nIda Holm, V\nBo Ravn, løsgænger\nEva Lind, uden for partierne", ("Ida Holm", "Bo Ravn", "Eva Lind"), (), (), None,
     (None, None)),
    ("I mødet deltog desuden centerchef Per Toft.\nDeltog under punkt 3: Eva Lind", (), (), (), None, (None, None)),
    ("Deltagere:\nIda Holm: Medlem for foreningerne\nBo Ravn: Kirkens Hjælp\nFra forvaltningen: Eva Lind", ("Ida Holm", "Bo Ravn"), (),
     (), None, (None, None)),
    ("Deltagere\nIda Holm og Bo Ravn\nFra Velfærdsforvaltningen: Eva Lind, Per Toft\nAfbud\nLis Bang", ("Ida Holm", "Bo Ravn"),
     ("Lis Bang",), (), None, (None, None)),
    ("Medlemmerne var til stede, undtagen:\nIda Holm (F) og Bo Ravn (F) var fraværende", (), ("Ida Holm", "Bo Ravn"), (), None,
     (None, None)),
    ("Deltagere: J.P. Holm, Bo Ravn", ("J.P. Holm", "Bo Ravn"), (), (), None, (None, None)),
    ("Fraværende: Bo Ravn\nSagsoversigt Side", (), ("Bo Ravn",), (), None, (None, None)),
    ("Fraværende: Ida Holm, Bo Ravn, 1. suppleant Per Dal indkaldt", (), ("Ida Holm", "Bo Ravn"), (), None, (None, None)),
]


@pytest.mark.parametrize(("head", "present", "absent", "members", "chair", "counts"), ATTENDANCE, ids=[a[0][:40] for a in ATTENDANCE])
def test_attendance(head, present, absent, members, chair, counts):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n{head}\n1. Skoler\nBeslutning\nGodkendt.")
    found = attendance(flow, parse(flow, PAPER))
    assert (found.present, found.absent, found.members, found.chair) == (present, absent, members, chair)
    assert (found.present_count, found.member_count) == counts


def test_the_first_item_may_say_who_is_absent():
    flow = flow_of("Referat\nByrådet\nMødedato: 4. maj 2022\n1. Fraværende\nSagsfremstilling\nDer er afbud fra Ida Holm og Bo Ravn.\n"
                   "2. Skoler\nDer er afbud fra Per Toft til turen.\nBeslutning\nGodkendt.")
    assert attendance(flow, parse(flow, PAPER)).absent == ("Ida Holm", "Bo Ravn")


def test_the_roll_may_be_called_below_the_first_item():
    flow = flow_of("Referat\nByrådet\nMødedato: 4. maj 2022\n1. Dagsorden\nBeslutning\nI mødet deltog:\nIda Holm og Bo Ravn.\n"
                   "Følgende havde meldt afbud:\nEva Lind.\nByrådets beslutning i mødet den 4. maj 2022:\nGodkendt.\n"
                   "2. Skoler\nFraværende med afbud:\nPer Toft\nBeslutning\nGodkendt.")
    found = attendance(flow, parse(flow, PAPER))
    assert (found.present, found.absent) == (("Ida Holm", "Bo Ravn"), ("Eva Lind",))


AWAY = [
    # who was not there at the decisions                                               who was not there at the meeting
    (["Fraværende: Ida Holm (V).", "Fraværende: Ida Holm (V), Bo Ravn (A)"], ("Ida Holm",)),
    (["Afbud: Ida Holm - Bo Ravn (A) mødte som stedfortræder.", "Afbud: Ida Holm"], ("Ida Holm",)),
    (["Ej til stede: Ida Holm", "Ej til stede: Ida Holm"], ("Ida Holm",)),
    (["Afbud:\nIda Holm (V)\nBo Ravn (A)", "Afbud:\nIda Holm (V)\nBo Ravn (A)"], ("Ida Holm", "Bo Ravn")),
    (["Ida Holm og Bo Ravn deltog ikke på mødet.", "Ida Holm og Bo Ravn deltog ikke på mødet."], ("Ida Holm", "Bo Ravn")),
    (["Ida Holm, Bo Ravn og Eva Lind var fraværende.", "Ida Holm og Eva Lind var fraværende uden afbud."], ("Ida Holm", "Eva Lind")),
    (["Ida Holm deltog ikke i mødet under punkt 3.", "Ida Holm deltog ikke i mødet under punkt 4."], ()),
    (["Fraværende:\nIda Holm (V) deltog i mødet i stedet for Bo Ravn (I)."] * 2, ()),
    (["Fraværende: Ida Holm (V).", ""], ()),
    (["Fraværende: Ida Holm (V).", "Fraværende: Bo Ravn (A)"], ()),
    (["Fraværende: Ingen", "Fraværende: Ingen"], ()),
]


@pytest.mark.parametrize(("lines", "absent"), AWAY)
def test_who_is_absent_at_every_decision_was_not_at_the_meeting(lines, absent):
    decided = "\n".join(f"{n}. Sti {n}\nBeslutning\nGodkendt.\n{line}" for n, line in enumerate(lines, 1))
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n{decided}")
    assert attendance(flow, parse(flow, PAPER)).absent == absent

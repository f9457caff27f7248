"""What came of an item: the words, the traps, the chain of bodies and the direction rule."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.decisions import decide, recommendations
from extractors.decisions.outcome import judge
from extractors.decisions.phrases import outcomes
from extractors.document import read_document
from extractors.structure import parse
from tests.program import MADE
from tests.test_structure import LAYOUTS, PAPER, read_layout
from tests.written_flow import flow_of

OUTCOMES = [
    # the decision as printed                                                                   outcome
    ("Godkendt.", "adopted"),
    ("Godkendt uden afstemning.", "adopted"),
    ("Indstillingen blev tiltrådt.", "adopted"),
    ("Enstemmigt vedtaget.", "adopted"),
    ("Afgørelsen fastholdes.", "adopted"),
    ("Efterretning.", "noted"),
    ("Efterretning, dog afventer regnskabet en underskrift.", "noted"),
    ("Dagordenen blev godkendt.", "adopted"),
    ("Endelig vedtaget.", "adopted"),
    ("Det ansøgte beløb bevilges.", "adopted"),
    ("Byrådet besluttede at give tilladelse til nedrivning.", "adopted"),
    ("Økonomiudvalgets indstilling godkendt.", "adopted"),
    ("Indstillingen – som anbefalet af Økonomiudvalget – blev godkendt.", "adopted"),
    ("Ansøgningen imødekommes.", "adopted"),
    ("Forslaget blev sendt til Børne- og Ungdomsudvalget til videre behandling.", "referred"),
    ("Sendes til Regionsrådet.", "referred"),
    ("Sendes tilbage til Børne- og ungeudvalget.", "returned"),
    ("Dispensation meddelt.", "adopted"),
    ("Udvalget tilsluttede sig forvaltningens forslag.", "adopted"),
    ("Tilbagesendes Magistratsafdelingen for Børn med bemærkning, at byrådet i sit møde den 4. maj 2022 har vedtaget "
     "indstillingen.", "adopted"),
    ("Godkendt. Udvalget ønsker en status, når arbejdet er i gang.", "adopted"),
    ("Godkendt. Sagen sendes i høring i otte uger.", "adopted"),
    ("Godkendt med den ændring, at gebyret bortfalder.", "adopted_amended"),
    ("Tiltrådt med følgende tilføjelse: Der evalueres efter et år.", "adopted_amended"),
    ("Vedtaget med de vedtagne ændringsforslag.", "adopted_amended"),
    ("Godkendt, idet punkt 3 udgår.", "adopted_amended"),
    ("Referatet blev godkendt uden ændringer.", "adopted"),
    ("Anbefales.", "recommended"),
    ("Anbefales til Byrådets godkendelse.", "recommended"),
    ("Indstillingen anbefales godkendt.", "recommended"),
    ("Indstilles godkendt.", "recommended"),
    ("Indstilles til kommunalbestyrelsens godkendelse.", "recommended"),
    ("Økonomiudvalget anbefaler administrationens indstilling godkendt.", "recommended"),
    ("Et flertal i udvalget (A, F og V) anbefaler indstillingen. C tager forbehold.", "recommended"),
    ("Fremsendes til Byrådet med bemærkning, at Magistraten i mødet den 4. maj 2022 anbefaler, at byrådet tiltræder "
     "indstillingen.", "recommended"),
    ("Oversendes til Byrådet med anbefaling.", "recommended"),
    ("Indstilles taget til efterretning.", "recommended"),
    ("Anbefales med den justering, at fristen rykkes til maj.", "recommended_amended"),
    ("Kan ikke anbefales.", "not_recommended"),
    ("Forslaget fra Ida Holm blev forkastet med 2 stemmer mod 3. Forvaltningens forslag indstilles til godkendelse.", "recommended"),
    ("Forslaget fra Ida Holm blev forkastet med 2 stemmer mod 3.", "rejected"),
    ("Anbefales ikke.", "not_recommended"),
    ("Udvalget kan ikke anbefale forslaget.", "not_recommended"),
    ("Indstilles forkastet.", "not_recommended"),
    ("Taget til efterretning.", "noted"),
    ("Orienteringen blev taget til efterretning.", "noted"),
    ("Til orientering.", "noted"),
    ("Orientering givet.", "noted"),
    ("Drøftet og taget til efterretning.", "noted"),
    ("Borgmesteren orienterede om vinterens arrangementer.", "noted"),
    ("Drøftet.", "discussed"),
    ("Udvalget drøftede oplægget. Forvaltningen vender tilbage.", "discussed"),
    ("Temadrøftelsen blev gennemført.", "discussed"),
    ("Oversendt til Børneudvalget.", "referred"),
    ("Henvist til Økonomiudvalget med høring af Socialudvalget.", "referred"),
    ("Fremsendes til Teknisk Udvalg til behandling.", "referred"),
    ("Fremsendes til Magistratsafdelingen for Kultur med henblik på udarbejdelse af en indstilling. Sagen bedes tilbagesendt til "
     "byrådet.", "referred"),
    ("Forslaget sendes i offentlig høring.", "referred"),
    ("Sendes tilbage til administrationen.", "returned"),
    ("Sagen hjemvises til udvalget.", "returned"),
    ("Sendt tilbage til fornyet behandling i udvalget.", "returned"),
    ("Der var forslag om at sende sagen retur. Forslaget blev vedtaget, og sagen sendes tilbage til udvalget.", "returned"),
    ("Udsat.", "postponed"),
    ("Sagen blev udsat til mødet i august.", "postponed"),
    ("Det blev besluttet at udsætte sagen.", "postponed"),
    ("Sagen genoptages på næste møde.", "postponed"),
    ("Der ønskes et overblik over forbruget inden endelig behandling.", "postponed"),
    ("Sættes i bero.", "postponed"),
    ("Punktet udgår til senere behandling.", "postponed"),
    ("Udgår.", "withdrawn"),
    ("Taget af dagsordenen.", "withdrawn"),
    ("Sagen blev trukket tilbage af forslagsstilleren.", "withdrawn"),
    ("Forkastet.", "rejected"),
    ("Forslaget blev ikke vedtaget.", "rejected"),
    ("Ændringsforslag nr. 1 fra SF om rengøring: 4 stemte for (F), 23 stemte imod. Forslaget er forkastet.\nBudgettet er vedtaget.",
     "adopted"),
    ("Godkendt og oversendes til byrådet med anbefaling.", "recommended"),
    ("Byrådet kunne ikke støtte forslaget.", "rejected"),
    ("Rådet ønskede ikke, at formanden får bemyndigelse til at købe huset.", "rejected"),
    ("Formanden får ikke bemyndigelse til at købe huset.", "rejected"),
    ("Da prisen ikke er kendt, får formanden bemyndigelse til at forhandle.", "adopted"),
    ("Udvalget kunne ikke imødekomme ansøgningen.", "rejected"),
    ("Meddelt afslag.", "rejected"),
    ("Der gives afslag på dispensation.", "rejected"),
    ("Udvalget giver ikke tilladelse til nedrivning.", "rejected"),
    ("Anlægsbevillingen på 2,4 mio. kr. blev givet.", "adopted"),
    ("Fem stemte for at bevare hallen, to stemte imod, og en undlod.", "adopted"),
    ("To stemte for, og syv stemte imod.", "rejected"),
    ("Rådet var enigt om at sende forslaget videre til udvalget.", "referred"),
    ("Byrådet vedtog at oversende forslaget til Økonomiudvalget med 13 stemmer mod 12.", "referred"),
    ("Byrådet besluttede at sende sagen tilbage til udvalget.", "returned"),
    ("Valget til hegnsynet blev foretaget som foreslået.", "appointed"),
    ("Godkendt, idet stien flyttes til klasse 2.", "adopted_amended"),
    ("Forslaget er dermed faldet.", "rejected"),
    ("For forslaget stemte 5 (O). Imod stemte 20 (A og V).", "rejected"),
    ("Sagen blev trukket, da et medlem er inhabilt.", "withdrawn"),
    ("Intet.\nTil indholdsfortegnelse", "procedural"),
    ("Der var ingen spørgsmål.\nAfbud:\nIda Holm (V)\nBo Ravn (A)", "procedural"),
    ("Fraværende:\nIda Holm\nBo Ravn\nTaget til efterretning.", "noted"),
    ("Fraværende: -\nAnbefales.", "recommended"),
    ("Fraværende: - Et flertal (A og F) anbefaler indstillingen. Et mindretal (V) kan ikke anbefale den.", "recommended"),
    ("Ida Holm (V) foreslog, at sagen sendes tilbage. Forslaget blev vedtaget. Sagen sendes tilbage til udvalget.", "returned"),
    ("ÆF1 blev ikke vedtaget med 6 stemmer mod 19. Indstillingen blev godkendt.", "adopted"),
    ("Anbefales, at mulighed b) vælges.", "recommended"),
    ("Bortfaldt.", "lapsed"),
    ("Forslaget bortfaldt på grund af stemmelighed.", "lapsed"),
    ("Ida Holm (A) blev valgt som medlem.", "appointed"),
    ("Byrådet udpegede Ida Holm (A) og Bo Ravn (V).", "appointed"),
    ("Udvalget besluttede, at Ida Holm udpeges til bestyrelsen.", "appointed"),
    ("Intet.", "procedural"),
    ("Ingen bemærkninger.", "procedural"),
    ("Foretoges.", "procedural"),
    ("Intet. Mødet sluttede kl. 18.05.", "procedural"),
    ("Se den vedlagte liste.", "unknown"),
    ("Beløbet til broen frigives. Enstemmigt.", "adopted"),
    ("Bevillingen blev frigivet.", "adopted"),
    ("Anlægsbevillingen på 2,1 mio. kr. blev givet.", "adopted"),
    ("Der gives en tillægsbevilling på 300.000 kr.", "adopted"),
    ("Tilskuddet ydes.", "adopted"),
    ("Tilladelsen gives.", "adopted"),
    ("Der meddeles landzonetilladelse.", "adopted"),
    ("Udvalget gav tilsagn om støtte.", "adopted"),
    ("Indstilles over for byrådet til vedtagelse.", "recommended"),
    ("Indstilles til Byrådets vedtagelse.", "recommended"),
    ("Indstilles til vedtagelse.", "recommended"),
    ("Indstilles over for byrådet.", "recommended"),
    ("Udvalget anbefaler over for Byrådet, at planen vedtages.", "recommended"),
    ("Videresendes til byrådet med udvalgets anbefaling.", "recommended"),
    ("Ida Holm blev udpeget med Bo Ravn som stedfortræder.", "appointed"),
    ("Udpeget blev Ida Holm (A) med Bo Ravn (A) som personlig stedfortræder.", "appointed"),
    ("Som medlem blev valgt Ida Holm, som suppleant Bo Ravn.", "appointed"),
    ("Som formand valgtes Ida Holm.", "appointed"),
    ("Følgende blev udpeget: Ida Holm (A), Bo Ravn (V).", "appointed"),
    ("Valgt blev Ida Holm.", "appointed"),
    ("Ida Holm indtræder i bestyrelsen i stedet for Bo Ravn.", "appointed"),
    ("Ida Holm og Bo Ravn genvalgt.", "appointed"),
    ("Til formand valgtes Ida Holm med Bo Ravn som næstformand.", "appointed"),
    ("Anne blev valgt.", "appointed"),
    ("Udvalget nedsatte en arbejdsgruppe.", "adopted"),
    ("Intet at bemærke.", "procedural"),
    ("Der var intet til punktet.", "procedural"),
    ("Intet nyt.", "procedural"),
    ("Ingen bemærkninger hertil.", "procedural"),
    ("Der var ingen punkter.", "procedural"),
    ("Ikke noget.", "procedural"),
    ("Punktet blev ikke behandlet.", "procedural"),
    ("Ingen.", "procedural"),
    ("Bifaldt.", "adopted"),
    ("Bifaldes.", "adopted"),
    ("Forslaget bifaldtes.", "adopted"),
    ("Tilslutning til indstillingen.", "adopted"),
    ("Der var tilslutning til forslaget.", "adopted"),
    ("Opbakning til forslaget.", "adopted"),
    ("Der var opbakning til administrationens forslag.", "adopted"),
    ("Udvalget var enigt i indstillingen.", "adopted"),
    ("Udvalget er positivt indstillet over for forslaget.", "adopted"),
    ("Indstillingen følges.", "adopted"),
    ("Som indstillet.", "adopted"),
    ("I overensstemmelse med indstillingen.", "adopted"),
    ("Bo Ravn (H) foreslog, at sagen udsættes. Ikke vedtaget. Indstillingen blev derefter sat til afstemning og er hermed vedtaget.",
     "adopted"),
    ("Bo Ravn foreslog at udsætte sagen. Forkastet.", "rejected"),
    ("Ejendommen sælges til højestbydende.", "adopted"),
    ("Udvalget spurgte, om ejendommen sælges.", "unknown"),
    ("Der optages lån på 12 mio. kr.", "adopted"),
    ("Der optages ikke lån.", "unknown"),
    ("Udvalget stadfæstede forvaltningens afgørelse.", "adopted"),
    ("Vedtægterne blev stemt igennem.", "adopted"),
    ("Forvaltningen fik mandat til at forhandle.", "adopted"),
    ("Redegørelse afgivet.", "noted"),
    ("Overdrages til forvaltningen.", "referred"),
    ("Orienteringen taget til efterretning. Sagen tages op igen i efteråret.", "noted"),
    ("Jf. indstillingen.", "adopted"),
    ("Forvaltningen arbejder videre i overensstemmelse med indstillingen.", "unknown"),
    ("Indstillingen taget til følge.", "adopted"),
    ("Indsigelsen tages ikke til følge.", "rejected"),
    ("Udvalget valgte løsning B.", "adopted"),
    ("Scenarie 2 blev valgt.", "adopted"),
    ("Udvalget peger på model 3.", "adopted"),
    ("Peter Lund valgtes til modeludvalget.", "appointed"),
    ("Udvalget gav grønt lys for projektet.", "adopted"),
    ("Byrådet ønsker ikke at deltage i samarbejdet.", "rejected"),
    ("Udvalget indstillede til byrådet ikke at imødekomme ansøgningen.", "not_recommended"),
    ("Udvalget anbefaler at godkende planen.", "recommended"),
    ("Udvalget tog redegørelsen til efterretning, idet man afventer svar fra ministeriet.", "noted"),
    ("Man vedtog at lade sagen hvile.", "postponed"),
    ("Udvalget besluttede at stille sagen i bero, til lokalplanen er vedtaget.", "postponed"),
    ("Udvalget nåede ikke punktet, der sættes på næste dagsorden.", "postponed"),
    ("Fortsat drøftelse på næste møde.", "postponed"),
    ("Trukket af forslagsstilleren.", "withdrawn"),
    ("Redegørelsen gav ikke anledning til bemærkninger.", "procedural"),
    ("Udvalgets indstilling fulgt.", "adopted"),
    ("Bestyrelsen tiltrådte indstillingen.", "adopted"),
    ("Rådet bevilgede det ansøgte beløb.", "adopted"),
    ("Det ansøgte bevilges.", "adopted"),
    ("Med denne tilføjelse blev dagsordenen godkendt.", "adopted_amended"),
    ("Med disse ændringer godkendt.", "adopted_amended"),
    ("Godkendt m. to punkter til eventuelt.", "adopted"),
    ("Godkendt med bemærkning om, at trafikken skal undersøges.", "adopted"),
    ("Tilbagesendes til administrationen med henblik på yderligere belysning.", "returned"),
    ("Sagen går tilbage til forvaltningen.", "returned"),
    ("Sagen returneres til udvalget.", "returned"),
    ("Punktet blev udskudt til mødet i marts.", "postponed"),
    ("Udsættes, idet udvalget ønsker flere tal.", "postponed"),
    ("Sagen genfremlægges i juni.", "postponed"),
    ("Behandles på næste møde.", "postponed"),
    ("Stilles i bero til budgetforhandlingerne.", "postponed"),
    ("Sagen overgår til budgetforhandlingerne.", "referred"),
    ("Oversendes til budgetforhandlingerne for 2020.", "referred"),
    ("Henvises til Økonomiudvalget.", "referred"),
    ("Fremsendes til Økonomiudvalgets behandling.", "referred"),
    ("Videresendes til Teknisk Udvalg.", "referred"),
    ("Udgik.", "withdrawn"),
    ("Punktet udgår af dagsordenen.", "withdrawn"),
    ("Forslagsstilleren trak forslaget.", "withdrawn"),
    ("Forslaget faldt. For stemte 2 (F), imod stemte 7 (A, V og C).", "rejected"),
    ("Ikke vedtaget.", "rejected"),
    ("Nedstemt.", "rejected"),
    ("Udvalget afslog ansøgningen.", "rejected"),
    ("Der var ikke flertal for forslaget.", "rejected"),
    ("Forslaget kunne ikke samle flertal.", "rejected"),
    ("Ansøgningen kan ikke imødekommes.", "rejected"),
    ("Udvalget ønsker ikke at støtte projektet.", "rejected"),
    ("Der ydes ikke tilskud.", "rejected"),
    ("Der gives ikke dispensation.", "rejected"),
    ("På grund af stemmelighed bortfaldt indstillingen.", "lapsed"),
    ("Forslaget bortfaldt.", "lapsed"),
    ("Orienteringen toges til efterretning.", "noted"),
    ("Rådet tog orienteringen til efterretning.", "noted"),
    ("Taget til efterretning med tilfredshed.", "noted"),
    ("Udvalget blev orienteret.", "noted"),
    ("Redegørelsen forelå.", "noted"),
    ("Gennemgået.", "noted"),
    ("Fremlagt.", "noted"),
    ("Blev gennemgået og drøftet.", "discussed"),
    ("Udvalget havde en indledende drøftelse.", "discussed"),
    ("Sagen blev debatteret.", "discussed"),
    ("Temaet blev drøftet, og forvaltningen arbejder videre.", "discussed"),
    ("Rådet drøftede udkastet og afgiver følgende høringssvar: Rådet er glad for planen.", "discussed"),
    ("Anbefales med 4 stemmer mod 3.", "recommended"),
    ("Anbefales, dog således at beløbet nedsættes til 50.000 kr.", "recommended_amended"),
    ("Vedtaget med den ændring, at § 4 udgår.", "adopted_amended"),
    ("Indstillingen var dermed godkendt.", "adopted"),
    ("Der blev stemt om indstillingen. For stemte: A (4), i alt 4. Indstillingen var dermed godkendt.", "adopted"),
    ("Et ændringsforslag fra V blev forkastet med 7 stemmer mod 4. Herefter blev sagen sendt tilbage til udvalget.", "returned"),
    ("Kim Østergaard og Ole Andersen godkendt.", "adopted"),
    ("Foretaget.", "procedural"),
    ("Afholdt.", "procedural"),
    ("Udvalget tilsluttede sig, at sagen genoptages efter sommer.", "adopted"),
    ("Administrationen bemyndiges til at indgå aftalen.", "adopted"),
    ("Salget godkendes, og borgmesteren bemyndiges til at underskrive.", "adopted"),
    ("Planen udsendes i offentlig høring.", "referred"),
    ("Forslaget sendes i høring i 8 uger.", "referred"),
    ("Lokalplanforslaget fremlægges i offentlig høring.", "referred"),
    ("Indstilles til byrådets godkendelse.", "recommended"),
    ("Økonomiudvalget indstiller, at sagen godkendes.", "recommended"),
    ("Indstillingen kan ikke anbefales af flertallet.", "not_recommended"),
    ("Indstilles afvist.", "not_recommended"),
    ("Det indstilles, at ansøgningen afslås.", "not_recommended"),
    ("Magistraten vedtog med 3 stemmer mod 2 at anbefale byrådet at give bevillingen.", "recommended"),
    ("Udvalget besluttede at anbefale forslaget.", "recommended"),
    ("Der var enighed om at anbefale forslaget.", "recommended"),
    ("Udvalget vedtog med 4 stemmer for og 3 imod at indstille, at planen godkendes.", "recommended"),
    ("Udvalget besluttede at indstille til byrådet, at planen godkendes.", "recommended"),
    ("Rådet besluttede ikke at anbefale planen.", "not_recommended"),
    ("Udvalget vedtog at anbefale afslag.", "not_recommended"),
    ("Udvalget vedtog at indstille driften af bussen.", "adopted"),
    ("Udvalget vedtog planen og at anbefale borgerne cykelhjelm.", "adopted"),
    ("Udvalget tiltrådte den 27. oktober 2003 at anbefale sagen.", "recommended"),
    ("Formanden oplyste, at byrådet har vedtaget at føre projektet videre.", "unknown"),
    ("Godkendt. Formanden oplyste, at planen er udsat.", "adopted"),
    ("Forslaget om et afsnit mere blev forkastet med 4 stemmer imod 2. Svaret blev derefter godkendt.", "adopted"),
    ("Forslaget blev forkastet. Sagen blev derefter drøftet.", "rejected"),
    ("Sagen udsættes. Udvalget besluttede derefter at besigtige skolen.", "postponed"),
    ("Det blev oplyst, at byrådet har godkendt planen.", "unknown"),
    ("Ungerådet kan ikke tilslutte sig, at klubben lukkes.", "rejected"),
    ("Seniorrådet kan ikke anbefale forslaget.", "not_recommended"),
    ("Rådet kan tilslutte sig forslaget.", "adopted"),
    ("Taget ad notam.", "noted"),
    ("Taksten fastsættes som foreslået.", "adopted"),
    ("Spørgsmålet overgives til borgmesteren.", "referred"),
    ("Vi stemte om A: 3 for, 5 imod. Så stemte vi om B: 5 for, 2 imod.", "adopted"),
    ("Byrådet har den 3. marts 2022 godkendt stederne. Rådet tog det til efterretning.", "noted"),
    ("Ingenting.", "procedural"),
    ("By- og Kulturudvalget kan ikke anbefale indstillingen.", "not_recommended"),
    ("Som Teknisk Udvalg.", "adopted"),
    ("Som Teknisk Udvalg bemærkede, er vejen smal.", "unknown"),
    ("Tilbage til Kulturudvalget.", "returned"),
    ("Godkendt, dog holdes der også lukket den 1. januar.", "adopted_amended"),
    ("Godkendt, dog ikke enstemmigt.", "adopted"),
    ("Ingen spørgsmål.\nTil behandling - for lukkede døre", "procedural"),
    ("Begrundelsen fremgår af notatet.", "unknown"),
    ("Se bilag.", "unknown"),
    ("Ida Holm deltog ikke i behandlingen.", "unknown"),
]


OUTCOMES += [
    # a proposal as changed, a part that is added or left out
    ("Det ændrede medlemsforslag blev derpå vedtaget.", "adopted_amended"),
    ("Budgettet er vedtaget med den under nr. 3 nævnte ændring.", "adopted_amended"),
    ("Godkendt, idet også idrætsforeningens ansøgning imødekommes.", "adopted_amended"),
    ("Forhøjelsen kan anbefales, men kun for erhvervsfartøjer.", "recommended_amended"),
    ("Vedtaget, men taksten sættes til 16 kr.", "adopted_amended"),
    ("Planen blev godkendt, bortset fra at stien udgår.", "adopted_amended"),
    ("Godkendt, men debatten blev lang.", "adopted"),
    ("Forslaget blev godkendt. V ønsker en skole frem for den foreslåede hal.", "adopted"),
    # where a case goes, and with what advice
    ("Udkastet går nu ud til høring i seks uger.", "referred"),
    ("Udvalget sender sagen retur til Teknisk Udvalg med ønske om en beregning.", "returned"),
    ("Med fjorten stemmer mod otte sendes sagen retur til Økonomiudvalget.", "returned"),
    ("Sagen blev hjemsendt til udvalget.", "returned"),
    ("Godkendt. De hjemsendte medarbejdere vender tilbage.", "adopted"),
    ("Forslaget blev sendt videre til byrådet med udvalgets anbefaling.", "recommended"),
    ("Udvalget siger ja og sender strategien videre til byrådet.", "recommended"),
    ("Rådet afgiver positiv indstilling til Teknisk Udvalg.", "recommended"),
    ("Rådet afgiver negativ indstilling til Teknisk Udvalg.", "not_recommended"),
    ("Det indstilles, at garantien ikke ydes.", "not_recommended"),
    ("Det indstilles, at garantien ydes, selv om renten ikke er kendt.", "recommended"),
    ("Flertallet råder byrådet til at sige nej.", "not_recommended"),
    # what became of it, beside words that only look like that
    ("Byrådet fulgte udvalget og afviste indstillingen.", "rejected"),
    ("Byrådet fulgte indstillingen og afviste at udsætte sagen.", "adopted"),
    ("Udvalget tog punktet af dagsordenen med fire stemmer mod én.", "withdrawn"),
    ("Forslaget er faldet ved stemmelighed.", "lapsed"),
    ("Udvalget tog orienteringen til sig; andelen af hjemviste sager er gået ned.", "noted"),
    ("Godkendt. Antallet af afviste ansøgninger er 12.", "adopted"),
    ("Der var enighed om at pege på Ida Holm som formand.", "appointed"),
    ("Der var enighed om at pege på behovet for flere boliger.", "adopted"),
    # the last of several votes, and the weightiest of several points
    ("ÆF1 fra F: et nyt punkt 4. Vedtaget med 7 stemmer mod 3.\nDen således ændrede indstilling blev anbefalet over for byrådet.",
     "recommended_amended"),
    ("Ad 1. Til efterretning. Ad 2. Anbefales. ", "recommended"),
    ("Sagen anbefales. Ét medlem stemte imod og begrundede det i en mindretalsudtalelse.", "recommended"),
    ("Besvaret.", "procedural"),
    ("Udkastet blev vedtaget; i § 4 ændres »skal« til »bør«.", "adopted_amended"),
    ("Udvalget valgte at flytte 20.000 kr. fra klubben til koret; i øvrigt som foreslået.", "adopted_amended"),
    ("Godkendt. I 2022 ændres taksten til 30 kr.", "adopted"),
    ("Pengene er lagt til side. Godkendt.", "adopted"),
    ("Ole Dam tog sin kritik tilbage. Godkendt.", "adopted"),
    ("Forslaget blev lagt til side, til de unge har set det.", "postponed"),
    ("Klageren har taget sin begæring tilbage.", "withdrawn"),
    ("Fordelingen videregives til byrådets godkendelse.", "recommended"),
    ("Udvalget finder ikke, at ønsket hører under dets opgave, og afviser det. Borgeren henvises til formanden.", "rejected"),
    ("Ingen punkter under eventuelt.", "procedural"),
    ("Taget til efterretning. Venstre kan ikke godkende rapporten.", "noted"),
    ("Taget til efterretning.\nListe Ø og Ida Holm (F) kunne derfor ikke godkende den.", "noted"),
    ("Udvalget kan ikke godkende planen.", "rejected"),
    ("Vi kan ikke godkende planen.", "rejected"),
]


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES, ids=[t[:40] for t, _ in OUTCOMES])
def test_outcome(text, outcome):
    assert judge(text).outcome == outcome


TRAPS = [
    ("Drøftet. Kommunen giver hvert år tilskud til foreningerne.", "discussed"),
    ("Taget til efterretning. Ida Holm mødte som stedfortræder for Bo Ravn, der er valgt til Folketinget.", "noted"),
    ("Som suppleant for Ida Holm deltog Bo Ravn, der er udpeget af liste V. Drøftet.", "discussed"),
    ("Drøftet. Økonomien blev gennemgået.", "discussed"),
    ("Rådet drøftede et udkast til svar, hvor forslaget frarådes.", "discussed"),
    ("Bo foreslog 4. klasse. Ændringen blev ikke vedtaget. Princippet blev derefter vedtaget.", "adopted"),
    ("Udsat. Næste møde er den 4. maj.", "postponed"),
    ("Taget til efterretning. 12 høringssvar var positive, 3 var imod.", "noted"),
    # what stands beside the decision                                                                       the decision
    ("Godkendt. Bo Ravn (V) kunne ikke tiltræde indstillingen.", "adopted"),
    ("Bo Ravn (V) kan ikke tilslutte sig forslaget. Godkendt.", "adopted"),
    ("V stemmer imod, idet sagen burde være udsat. Godkendt.", "adopted"),
    ("Fraværende: Ida Holm (A), som er valgt til Folketinget. Taget til efterretning.", "noted"),
    ("Indsatsen for udsatte boligområder blev godkendt.", "adopted"),
    ("Anbefales. C afgav følgende protokolbemærkning: ”Sagen burde have været udsat eller forkastet.”", "recommended"),
    ("Venstre stillede ændringsforslag om at udsætte sagen. Ændringsforslaget blev forkastet. Indstillingen blev godkendt.", "adopted"),
    ("Indstillingen blev godkendt. Der henvises til bilag 2.", "adopted"),
    ("Godkendt. Bo Ravn forlod mødet, før sagen blev afvist i salen.", "adopted"),
    ("Liste K valgte at stemme for. Godkendt.", "adopted"),
    ("Udvalget drøftede sagen. Anbefales.", "recommended"),
    ("O foreslog, at sagen udsættes. Forslaget faldt. Indstillingen blev godkendt med 17 stemmer mod 6.", "adopted"),
    # what is told of persons, asked, or said not to be
    ("Listen rettes for medlemmer, der er bevilget orlov.", "unknown"),
    ("Udvalget drøftede sagen, som blev udsat.", "postponed"),
    ("Kampagnen, hvem har besluttet den?", "unknown"),
    ("Der er ikke hjemmel til at imødekomme brevet.", "unknown"),
    ("Der var ikke enighed om forslaget.", "unknown"),
    ("Der var enighed om forslaget.", "adopted"),
    ("Udvalget kunne enstemmigt tiltræde planen i overensstemmelse med Magistratens anbefaling.", "adopted"),
    # a remark entered in the sentence of the decision, and one by somebody who would have decided otherwise
    ("Dagsordenen blev godkendt, og Ib Dams ord optages som en protokolbemærkning.", "adopted"),
    ("Enhedslisten godkender ikke planen og ønsker det tilført protokollen. Udsat.", "postponed"),
]


@pytest.mark.parametrize(("text", "outcome"), TRAPS, ids=[t[:40] for t, _ in TRAPS])
def test_what_stands_beside_a_decision_does_not_make_it(text, outcome):
    assert judge(text).outcome == outcome


NO_OUTCOME = ["Sagen om udsatte "
              "boligområder", "Godkendelse af dagsorden", "Der henvises til bilag 4", "Hun tiltræder stillingen den 1. maj",
              "Byrådet valgte at se tiden an", "De udsatte unge får en mentor", "Forslag om vedtagelse af planen",
              "Tilslutning til fjernvarme er frivillig", "Puljen giver plads til to projekter", "Han trak gæsterne til byen",
              "Udvalget fik en gennemgang af planen"]


@pytest.mark.parametrize("text", NO_OUTCOME)
def test_words_that_only_look_like_an_outcome(text):
    assert outcomes(text) == ()


FLAGS = [
    ("Enstemmigt godkendt.", {"unanimous"}),
    ("Bo ønskede et nyt punkt, hvilket der ikke var enighed om. Godkendt.", set()),
    ("Der var uenighed om prisen. Godkendt.", set()),
    ("Godkendt uden afstemning.", {"without_vote"}),
    ("Godkendt under forudsætning af, at ministeriet giver tilsagn.", {"conditional"}),
    ("Anbefales. Bo Ravn (V) tog forbehold.", {"has_reservation"}),
    ("Ad 1. Godkendt. Ad 2. Udsat.", {"partial"}),
    ("Ad 1. Anbefales. Ad 2. Anbefales.", set()),
    ("1. Indstilles godkendt.\n2. Indstilles godkendt.", set()),
    ("Godkendt. Særindstilling fra Ida Holm (M).", {"has_minority_statement"}),
    ("Godkendt. Bo Ravn begærede sagen indbragt for byrådet.", {"suspended"}),
    ("Godkendt.", set()),
]


@pytest.mark.parametrize(("text", "flags"), FLAGS)
def test_flags(text, flags):
    assert set(judge(text).flags) == flags


def test_an_adopted_proposal_to_postpone_is_adopted_and_postpones():
    said = judge("Forslaget om at udsætte behandlingen blev vedtaget med 20 stemmer mod 6.")
    assert (said.outcome, said.effect) == ("adopted", "postponed")


@pytest.mark.parametrize("name", LAYOUTS)
def test_decisions_of_every_layout(name):
    flow, structure = read_layout(name)
    found = [(d.item, d.body, d.date and d.date.isoformat(), d.outcome) for d in decide(flow, structure).decisions]
    assert found == LAYOUTS[name]["decisions"]


def decided(text: str) -> list[tuple]:
    flow = flow_of(text)
    return [(d.item, d.body, d.outcome) for d in decide(flow, parse(flow, PAPER)).decisions]


HEAD = "Referat\nØkonomiudvalget\nMødedato: 4. maj 2022\n"


def test_earlier_bodies_in_the_rows_of_a_table():
    rows = "Kulturudvalget 31-03-2022, pkt. 77\tAnbefales med 4 stemmer for (A) og 1 imod (O).\nMagistraten 12-04-2022, pkt. 3\tAnbefales."
    found = decided(f"{HEAD}1. Svømmehal\n{rows}\nUdvalgets beslutning:\nGodkendt.")
    assert found == [("1", "Kulturudvalget", "recommended"), ("1", "Magistraten", "recommended"), ("1", "Økonomiudvalget", "adopted")]


LOGS = [
    # the rows below an item                                                                     what they say was decided
    ("Behandlet i\tDato\tBeslutning\nKulturudvalget\t31.03.2022\tSagen udsattes.\nUngerådet\t07.04.2022\tRådet fraråder planen.\n"
     "Økonomiudvalget\t04.05.2022\tTiltrådt.\nHallen er stor, og den er godkendt af brandvæsenet.",
     [("Kulturudvalget", "postponed"), ("Ungerådet", "not_recommended"), ("Økonomiudvalget", "adopted")]),
    ("Dato\tUdvalg\tVedtagelse\n4. april 2022\tMagistraten\tAnbefales.", [("Magistraten", "recommended")]),
    ("Udvalg\tDato\tBehandling\nKulturudvalget\t31.03.2022\tGodkendt", []),
    ("Udvalg\tDato\tBeslutning\nKulturudvalget\t31.05.2022\t\nByrådet\t21.06.2022\tForventes i juni", []),
    ("Emne\tDato\tBeslutning\nTaget\t31.03.2022\tGodkendt", []),
]


@pytest.mark.parametrize(("rows", "expected"), LOGS, ids=[r[0][:40] for r in LOGS])
def test_a_table_with_body_day_and_decision(rows, expected):
    assert [(body, outcome) for _, body, outcome in decided(f"{HEAD}1. Svømmehal\nHallen er gammel.\n{rows}\n2. Ny sti")] == expected


def test_a_table_of_meetings_decides_nothing():
    rows = "Kulturudvalget 31-03-2022, pkt. 77\tkl. 16.00\nMagistraten 12-04-2022, pkt. 3\tkl. 9.00"
    assert decided(f"{HEAD}1. Svømmehal\n{rows}\nUdvalgets beslutning:\nGodkendt.") == [("1", "Økonomiudvalget", "adopted")]


DIRECTION = [
    # what the paper prints about who decides                  what the committee's "Godkendt." is
    ("Beslutningskompetence: KB", "recommended"),
    ("Beslutningskompetence: ØU", "adopted"),
    ("Kompetence: Byrådet", "recommended"),
    ("Sagsforløb: ØU - KB", "recommended"),
    ("Sagsforløb: ØK/BY", "recommended"),
    ("Sagen afgøres i: Økonomiudvalget", "adopted"),
    ("Indstilling: Forvaltningen indstiller, at udvalget over for Byrådet anbefaler, at bevillingen gives.", "recommended"),
    ("Indstilling: Forvaltningen indstiller, at udvalget godkender bevillingen.", "adopted"),
    ("Indstilling: Direktøren indstiller, at forslaget anbefales til Byrådet.", "recommended"),
    ("Indstilling: Direktøren indstiller, at budgettet fremsendes til Økonomiudvalget og Byrådet med anbefaling.", "recommended"),
    ("Indstilling: Direktøren indstiller, at budgettet fremsendes til Byrådet med anbefaling.", "recommended"),
    ("Indstilling: Direktøren indstiller, at budgettet fremsendes til Byrådet til orientering.", "adopted"),
    ("Indstilling: Direktøren indstiller, at en anbefaling skrives, og at Byrådet orienteres.", "adopted"),
    ("Sag 17/88 · Udvalget indstiller, Byrådet beslutter", "recommended"),
    ("(Kommunalbestyrelsen træffer endelig afgørelse)", "recommended"),
    ("Byrådet afgør sagen.", "recommended"),
    ("Økonomiudvalget beslutter", "adopted"),
    ("Byrådet beslutter hvert år, hvilke grunde der sælges.", "adopted"),
]


@pytest.mark.parametrize(("printed", "outcome"), DIRECTION)
def test_the_printed_competence_decides_what_godkendt_means(printed, outcome):
    assert decided(f"{HEAD}1. Salg af grund\n{printed}\nBeslutning\nGodkendt.") == [("1", "Økonomiudvalget", outcome)]


SPOKEN = [
    ("Det blev besluttet at købe et telt.", ["adopted"]),
    ("Rådet besluttede at skrive til kommunen.", ["adopted"]),
    ("Der var enighed om at mødes igen i maj.", ["adopted"]),
    ("Ida Holm blev valgt til formand med 4 stemmer mod 2.", ["appointed"]),
    ("Rådet stemte for at vælge mellem Ida og Bo, og Ida vandt.", ["appointed"]),
    ("Planen blev drøftet. Der var flere gode forslag.", ["discussed"]),
    ("Ida blev valgt. Rådet besluttede at holde en fest.", ["appointed", "adopted"]),
    ("Taget til efterretning.", ["noted"]),
    ("Tilbagesendes Skoleafdelingen med bemærkning, at byrådet i sit møde den 4. maj 2022 har vedtaget indstillingen, og at afdelingen "
     "bemyndiges til at underskrive den aftale, som ligger ved sagen, når naboerne er hørt, og når de penge, der er sat af, er frigivet.",
     ["adopted"]),
    ("Fremsendes til Teknisk Udvalg til behandling i henhold til beslutning i byrådets møde den 4. maj 2022.", ["referred"]),
    ("Til dirigent valgtes Ida Holm, der konstaterede, at mødet var lovligt.", ["appointed"]),
    ("Ida fik 7 stemmer og Bo 4. Ida er dermed valgt.", ["appointed"]),
    ("Bo vil ændre det til 450.000 kr. Ændringsforslaget blev vedtaget. Det ændrede forslag blev vedtaget.", ["adopted_amended"]),
    ("Bo stillede et ændringsforslag. Ændringsforslaget blev forkastet med 4 stemmer mod 1. Ida blev valgt.", ["appointed"]),
    ("Da forslagsstilleren havde forfald, blev sagen udsat til mødet den 8. juni 2022.", ["postponed"]),
    ("Da kommunen havde sparet, blev planen vedtaget.", []),
    ("Da staten havde afslået i 2018, blev sagen udsat.", []),
    ("Forslaget er ikke vedtaget.", []),
    ("Kommunalbestyrelsen vedtog i foråret en ny plan.", []),
    ("Byrådet godkendte planen.", []),
    ("Ansøgningen blev godkendt af ministeriet.", []),
    ("Der er nedsat en gruppe, og Claus er blevet formand.", []),
    ("Kriteriet er sat op til 60 procent.", []),
    ("Rådet mener, at forslaget rammer de udsatte familier.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_decisions_in_free_prose(text, expected):
    said = decided(f"Nordby Ældreråd\nReferat af møde den 4. maj 2022\n1. Nyt fra rådet\n{text}\n2. Eventuelt\nNæste møde er i juni.")
    assert [outcome for item, _, outcome in said if item == "1"] == expected


AGENDA = [
    # what stands under the agenda                                                                    what came of item 2
    ("Godkendt. Punkt 2 udsættes til næste møde.", "postponed"),
    ('Punkt 2, "Salg af Gl. Præstegård", tages af dagsordenen. Herefter godkendt.', "withdrawn"),
    ("Punkt 2 sendes tilbage til udvalget. Godkendt.", "returned"),
    ("Udvalget valgte Ida Holm som mødeleder. Punkt 2 udgår.", "withdrawn"),
]


@pytest.mark.parametrize(("said", "outcome"), AGENDA)
def test_a_decision_on_another_item_stands_under_the_agenda(said, outcome):
    found = decided(f"{HEAD}1. Godkendelse af dagsorden\nBeslutning\n{said}\n2. Salg af grund\nResume\nGrunden er på 900 m2.")
    assert found == [("1", "Økonomiudvalget", "adopted"), ("2", "Økonomiudvalget", outcome)]


def test_an_earlier_meeting_told_in_prose_is_a_decision_of_its_own():
    flow = flow_of(f"{HEAD}1. Salg af grund\nBeslutning\nBørneudvalget anbefalede indstillingen på sit møde den 28. april 2022. Godkendt.")
    found = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.body, d.date, d.outcome) for d in found] == [
        ("Børneudvalget", date(2022, 4, 28), "recommended"), ("Økonomiudvalget", date(2022, 5, 4), "adopted")]
    assert "earlier_body" in found[0].flags


ON_ITS_WAY = [
    # what other bodies said of the case, in its text                                              whose, when and what
    ("Planudvalget tiltrådte den 27. april 2022 at anbefale sagen. Der er plads.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Børneudvalget kunne den 28. april 2022 ikke anbefale forslaget.", [("Børneudvalget", date(2022, 4, 28), "not_recommended")]),
    ("Planudvalget anbefalede den 27. april 2022 indstillingen med 6 stemmer imod 5.",
     [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Børneudvalget anbefalede den 28. april 2022, at der gives en bevilling. Planudvalget anbefalede det samme den 2. maj 2022.",
     [("Børneudvalget", date(2022, 4, 28), "recommended"), ("Planudvalget", date(2022, 5, 2), "recommended")]),
    ("Børneudvalget anbefalede den 28. april 2021, at der gives en bevilling.", []),
    ("Indstilling\nForvaltningen indstiller, at grunden sælges.\nBy- og Kulturudvalget anbefaler indstillingen.",
     [("By- og Kulturudvalget", None, "recommended")]),
    ("Udvalget for Kultur og Fritid indstillede den 28. april 2022, at hallen bygges. Planudvalget indstillede den 2. maj 2022 det samme.",
     [("Udvalget for Kultur og Fritid", date(2022, 4, 28), "recommended"), ("Planudvalget", date(2022, 5, 2), "recommended")]),
    ("Planudvalget tilsluttede sig den 27. april 2022 forvaltningens indstilling.",
     [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget behandlede i møde den 27. april 2022 en plan for hallen. Et flertal i Planudvalget (A og F) indstillede forslaget til "
     "godkendelse.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget behandlede i møde den 27. april 2022 en plan for hallen. Et flertal i Planudvalget var imod.", []),
    ("Planudvalget har den 27. april 2022 tiltrådt indstillingen.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Børneudvalget har på møde den 28. april 2022 vedtaget at indstille ansøgningen afslået.",
     [("Børneudvalget", date(2022, 4, 28), "not_recommended")]),
    ("Planudvalget anbefaler på sit møde den 27. april 2022 forslaget.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget foreslår (møde den 27. april 2022, punkt 12) en takst på 40 kr.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget (mødet den 27. april 2022) indstiller, at hallen bygges.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget drøftede sagen den 27. april 2022 og anbefaler den lave bygning.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget anbefalede d. 27. april 2022 at bygge en hal på marken.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget indstillede den 27. april 2022 med 4 stemmer (A og V) mod 3 (C), at hallen bygges med udvalgets ændringer.",
     [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Et flertal i Planudvalget har den 27. april 2022 anbefalet sagen.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget besluttede den 27. april 2022 at anbefale forslaget.", [("Planudvalget", date(2022, 4, 27), "recommended")]),
    ("Planudvalget har den 27. april 2022 besøgt hallen.", []),
    ("Planudvalget anbefaler, at hallen bygges inden den 27. april 2022.", []),
    ("Planudvalget indstiller, at der holdes møde den 27. april 2022.", []),
    ("Planudvalget anbefaler på sit møde den 27. juni 2022 forslaget.", []),
    ("Planudvalget har på et møde den 27. april 2022 talt med naboerne og hørt deres ønsker.", []),
    ("Planudvalget indstillede den 27. april 2022 driften.", []),
    ("Planudvalget tilsluttede sig den 27. april 2022 et netværk.", []),
    ("Planudvalget anbefalede den 27. april 2021 en ny rundkørsel.", []),
    ("Planudvalget anbefaler sagen.", []),
    ("Økonomiudvalget anbefalede den 27. april 2022 sagen.", []),
]


@pytest.mark.parametrize(("text", "earlier"), ON_ITS_WAY, ids=[t[:40] for t, _ in ON_ITS_WAY])
def test_what_other_bodies_said_of_a_case_is_told_in_its_text(text, earlier):
    flow = flow_of(f"{HEAD}1. Salg af grund\nSagsfremstilling\n{text}\nBeslutning\nGodkendt.")
    found = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.body, d.date, d.outcome) for d in found] == [*earlier, ("Økonomiudvalget", date(2022, 5, 4), "adopted")]


def test_a_lower_body_that_follows_another_recommends():
    flow = flow_of(f"{HEAD}1. Salg af grund\nResume\nGrunden er stor.\nTeknisk Udvalgs beslutning den 27. april 2022:\n"
                   "Indstilles vedtaget.\n"
                   "Børneudvalgets beslutning den 28. april 2022:\nSom Teknisk Udvalg.\nØkonomiudvalgets beslutning:\nVedtaget.")
    said = [(d.body, d.outcome) for d in decide(flow, parse(flow, PAPER)).decisions]
    assert said == [("Teknisk Udvalg", "recommended"), ("Børneudvalget", "recommended"), ("Økonomiudvalget", "adopted")]


def test_what_the_meeting_did_is_told_below_what_is_recommended():
    said = decided("Referat\nOrganisationsbestyrelsen\nMødedato: 4. maj 2022\n1. Råderet\nDet indstilles,\nat ordningen godkendes.\n"
                   "Bestyrelsen besluttede at godkende ordningen.\n2. Vedtægter\nDet indstilles,\nat ændringen godkendes.\n"
                   "Bestyrelsen anbefaler repræsentantskabet at vente.")
    assert said == [("1", "Organisationsbestyrelsen", "adopted")]


def test_a_day_alone_below_the_heading_of_a_decision_is_its_day():
    flow = flow_of(f"{HEAD}1. Salg af grund\nBeslutning Børneudvalget\n28-04-2022\nAnbefales.\n"
                   "Beslutning Økonomiudvalget\n04-05-2022\nGodkendt.")
    found = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.body, d.date) for d in found] == [("Børneudvalget", date(2022, 4, 28)), ("Økonomiudvalget", date(2022, 5, 4))]


def test_an_agenda_and_a_statement_have_no_spoken_decisions():
    assert decided("Dagsorden\nByrådet\nMødedato: 4. maj 2022\n1. Salg af grund\nResume\nPlanen blev godkendt af alle.") == []


RECOMMENDED = [
    ("Forvaltningen indstiller til Byrådet,\n1. at planen godkendes,\n2. at pengene findes.", "Forvaltningen", "Byrådet", ["1", "2"]),
    ("Direktionen indstiller, at planen godkendes.", "Direktionen", None, [None]),
    ("Det indstilles,\nAt 1) planen godkendes,\nAt 2) pengene findes.", None, None, ["1", "2"]),
    # a point may hold "at" in its middle, and words that lead to the points are none
    ("Direktionen indstiller,\n- at det godkendes, at stien anlægges,\n- at pengene findes.", "Direktionen", None, [None, None]),
    ("Direktionen indstiller,\n1. at udvalget godkender, at stien anlægges.", "Direktionen", None, ["1"]),
    ("Direktionen indstiller,\nat udvalget over for Byrådet anbefaler, at stien anlægges.", "Direktionen", None, [None]),
    ("Det indstilles:\nAt stien anlægges.\nAt det godkendes, at der holdes en fest.", None, None, [None, None]),
    ("Det indstilles, at det foreslåede godkendes, at der afsættes penge til formålet, at stien anlægges.", None, None, [None, None, None]),
    ("Formanden indstiller,\n1. at der gives 20.000 kr. til Festival vol. 4.\n2. at der gives afslag til caféen.", "Formanden", None,
     ["1", "2"]),
    ("Direktionen indstiller, at Byrådet godkender,\nat stien anlægges,\nat pengene findes.", "Direktionen", "Byrådet", [None, None]),
    ("Direktionen indstiller, at stien anlægges, samt at pengene findes.", "Direktionen", None, [None, None]),
    ("Direktionen indstiller, at Byrådet anbefaler\nat stien anlægges,\nat pengene findes.", "Direktionen", "Byrådet", [None, None]),
    ("Børneudvalget indstiller\nat stien anlægges,\nat pengene findes.", "Børneudvalget", None, [None, None]),
    ("På den baggrund foreslår kommunaldirektøren, at Byrådet beslutter,\n1. at stien anlægges.", "Kommunaldirektøren", "Byrådet", ["1"]),
    ("På den baggrund indstilles, at stien anlægges.", None, None, [None]),
    # bullets, and days that are no points
    ("Direktionen indstiller, at\n• stien anlægges, idet det ses, at den er smal\n• pengene findes.", "Direktionen", None, [None, None]),
    ("Direktionen indstiller,\n1. at stien åbner pr. 1. januar 2026,\n2. at svaret sendes senest den\n1. maj.", "Direktionen", None,
     ["1", "2"]),
    ("FU indstiller:\nAt stien anlægges.\nAt rådet ikke foreslår nye vedtægter.", "FU", None, [None, None]),
    ("Direktionen foreslår, at Byrådet indstiller til regionen,\nat stien anlægges,\nat pengene findes.", "Direktionen", "Byrådet",
     [None, None]),
    # who recommends, below the points
    ("Indstilling om,\nat stien anlægges.\n(Økonomiudvalget)", "Økonomiudvalget", None, [None]),
    ("Det foreslås,\nat stien anlægges.\n(Stillet af Venstre)", None, None, [None]),
    ("Det indstilles, at rådet\n• godkender planen\n• drøfter budgettet", None, None, [None, None]),
    ("Forvaltningen indstiller, at stien anlægges. Teknisk Udvalg var på besøg.", "Forvaltningen", None, [None]),
]


@pytest.mark.parametrize(("text", "by", "to", "numbers"), RECOMMENDED)
def test_recommendations(text, by, to, numbers):
    flow = flow_of(f"{HEAD}1. Plan for havnen\nIndstilling\n{text}\nBeslutning\nGodkendt.")
    found = recommendations(flow, parse(flow, PAPER))
    assert [(r.by, r.to, [p.number for p in r.points]) for r in found] == [(by, to, numbers)]


def test_what_an_agenda_tells_of_the_body_s_earlier_meetings_is_no_slip():
    flow = flow_of("Dagsorden\nByrådet\nMødedato: 4. maj 2022\n1. Salg af grund\nResume\nDer er plads.\n"
                   "Byrådets beslutning i mødet den 6. april 2022\nSagen blev udsat.")
    found = decide(flow, parse(flow, PAPER)).decisions
    assert [(d.outcome, "earlier_body" in d.flags) for d in found] == [("postponed", True)]


def test_a_heading_may_say_who_recommends():
    flow = flow_of(f"{HEAD}1. Plan for havnen\nForvaltningen foreslår:\nAt stien anlægges.\nBeslutning\nGodkendt.")
    assert [r.by for r in recommendations(flow, parse(flow, PAPER))] == ["Forvaltningen"]


INLINE = [
    # words that lead to points where no heading does                                                       by, points
    ("Resume\nDer er plads til en sti.\nDirektionen indstiller,\nat stien anlægges.\nIb Dam deltog ikke.", ("Direktionen", 1)),
    ("Indstilling om, at stien anlægges, at pengene findes.\n(Økonomiudvalget)\nIndstillingen blev godkendt.", ("Økonomiudvalget", 2)),
    ("Direktionen indstiller til Byrådet\n1. at anlægge stien\nSagsfremstilling\nDer er plads.", ("Direktionen", 1)),
    ("Resume\nDirektionen indstiller stien til en pris.", None),
    ("Sagsfremstilling\nDirektionen indstiller, at stien anlægges, siger naboen.", None),
    ("Sagsfremstilling\nDer er plads.\nDirektionen indstiller, at stien anlægges.\nBeslutning\nGodkendt.", ("Direktionen", 1)),
    ("Økonomi\nDer er råd.\nDirektionen indstiller,\n1. at stien anlægges,\n2. at broen males.\nBeslutning\nUdsat.", ("Direktionen", 2)),
    ("Resume\nDer er to svar. Direktionen indstiller, at stien anlægges.\nBeslutning\nGodkendt.", ("Direktionen", 1)),
    ("Resume\nDer er to svar. Direktionen indstiller,\n1. at stien anlægges, samt\n2. at broen males.\nBeslutning\nGodkendt.",
     ("Direktionen", 2)),
    ("Sagsfremstilling\nSocialudvalget indstiller, at stien anlægges.\nIndstilling\nDirektionen indstiller, at stien anlægges.\n"
     "Beslutning\nUdsat.", ("Direktionen", 1)),
    ("Sagsfremstilling\nDirektionen indstiller, at stien anlægges.\nNaboen er imod.\nBeslutning\nUdsat.", None),
    ("Resume\nNaboen skriver. Han mener, at direktionen indstiller for lidt.\nBeslutning\nUdsat.", None),
]


@pytest.mark.parametrize(("text", "expected"), INLINE)
def test_recommendations_without_a_heading(text, expected):
    flow = flow_of(f"{HEAD}1. Plan for havnen\n{text}")
    found = [(r.by, len(r.points)) for r in recommendations(flow, parse(flow, PAPER))]
    assert found == ([expected] if expected else [])


@settings(max_examples=60)
@given(st.text(alphabet="Godkendt anbefales. 12 imod\nFor: A (3), \"”“AdØ.-", max_size=200))
def test_any_text_has_an_outcome_and_raises_nothing(text):
    assert judge(text).outcome


TOLD_IN_THE_CASE = [
    # below the case                                                                              each body's outcome
    ("Børne- og ungeudvalget, den 14. april 2022: Indstilles godkendt.\nByrådet, den 28. april 2022: Anbefales.\n"
     "Vedtaget med 10 stemmer. Ida Holm stemte imod.",
     [("Børne- og ungeudvalget", "recommended"), ("Byrådet", "recommended"), ("Økonomiudvalget", "adopted")]),
    ("Teknik- og miljøudvalget den 28.04.2022: Anbefales.\nGodkendt med den ændring, at prisen bliver 900.000 kr.",
     [("Teknik- og miljøudvalget", "recommended"), ("Økonomiudvalget", "adopted_amended")]),
    ("Teknisk Udvalg, den 28/4 2022: Indstilles godkendt. Ida Holm var fraværende.\nBo Ravn deltog ikke.\nUdsat.",
     [("Teknisk Udvalg", "recommended"), ("Økonomiudvalget", "postponed")]),
    ("Teknisk Udvalg, den 28. april 2022\nAnbefales.\nUdsat.", [("Teknisk Udvalg", "recommended"), ("Økonomiudvalget", "postponed")]),
    # what is no decision of the meeting's own
    ("Teknisk Udvalg, den 28. april 2022: Anbefales.\nGodkendelse af prisen sker senere.", [("Teknisk Udvalg", "recommended")]),
    ("Teknisk Udvalg, den 28. april 2022: Anbefales.\nBo Ravn ønskede sagen udsat.", [("Teknisk Udvalg", "recommended")]),
    ("Teknisk Udvalg, den 28. april 2022: Anbefales.\nGodkendt blev planen i 2019.\nBeslutning\nAfslået.",
     [("Teknisk Udvalg", "recommended"), ("Økonomiudvalget", "rejected")]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_IN_THE_CASE, ids=[text[:60] for text, _ in TOLD_IN_THE_CASE])
def test_earlier_bodies_told_in_the_case_and_the_meetings_own_words_below(text, expected):
    assert [found[1:] for found in decided(f"{HEAD}1. Salg af grund\nGrunden er på 900 m2.\n{text}\n2. Eventuelt\nIntet.")][:-1] == expected


def test_a_decision_that_the_log_of_the_case_prints_again_is_one():
    words = "Sendes til Kulturudvalget til behandling efter ønske fra tre medlemmer."
    text = (f"{HEAD}1. Salg af grund\nBeslutning\n{words}\nResume\nDer er plads.\nSagens forløb\n04-05-2022 Økonomiudvalget\n{words}\n"
            "2. Eventuelt\nIntet.")
    assert [outcome for item, _, outcome in decided(text) if item == "1"] == ["referred"]


def test_the_name_of_the_paper_heads_no_decision():
    head = "Beslutninger fra mødet\n4. maj 2022\nByrådet\nBo Ravn oplyste, at sagen er vedtaget.\n"
    assert decided(f"{head}1. Skoler\nBeslutning\nUdsat.") == [("1", "Byrådet", "postponed")]
    assert decided(head) == []


CHOSEN = [
    # the item and what stands below it         what was decided
    ("Valg af dirigent\nBeslutning\nIda Holm.", "appointed"),
    ("Udpegning af to medlemmer\nBeslutning\nIda Holm (A) og Bo Ravn (V).", "appointed"),
    ("Nyt medlem af Grønt Råd\nBeslutning\nIda Holm afløser Bo Ravn.", "appointed"),
    ("Valg af suppleant\nBeslutning\nIda Holm (A) i stedet for Bo Ravn.", "appointed"),
    ("Dagsordenen\nBeslutning\nFin som den var.", "adopted"),
    ("Godkendelse af referat fra mødet den 3. maj\nBeslutning\nUden bemærkninger.", "adopted"),
    ("Dagsordenen\nBeslutning\nIda Holm kom kl. 9.", "unknown"),
    ("Ny hal\nBeslutning\nFin som den var.", "unknown"),
    ("Valg af dirigent\nBeslutning\nUdsat.", "postponed"),
    ("Valg af dirigent\nBeslutning\nIda Holm kunne ikke komme.", "unknown"),
    ("Ny hal\nBeslutning\nIda Holm.", "unknown"),
    # what is said with the words of the title
    ("Orientering\nBeslutning\nGivet.", "noted"),
    ("Dispensation fra lokalplan 134\nBeslutning\nGivet med vilkår om farve.", "adopted"),
    ("Ansøgning om tilladelse til et træhus\nBeslutning\nMeddeles.", "adopted"),
    ("Støtte til klubben\nBeslutning\nYdes ikke.", "rejected"),
    ("Gensidig orientering\nBeslutning\nFormanden omtalte turen.", "noted"),
    ("Ny hal\nBeslutning\nGivet.", "unknown"),
    ("Orientering om en hal\nBeslutning\nFormanden omtalte turen.", "unknown"),
]


@pytest.mark.parametrize(("item", "outcome"), CHOSEN)
def test_a_name_below_an_election_tells_who_was_chosen(item, outcome):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n1. {item}\n2. Eventuelt\nBeslutning\nIntet.")
    assert decide(flow, parse(flow, PAPER)).decisions[0].outcome == outcome


def test_an_item_on_who_is_absent_decides_nothing():
    said = decided(f"{HEAD}1. Fraværende\nBeslutning\nAfbud fra Ida Holm (A) og Bo Ravn (V).\n2. Salg af grund\nBeslutning\n"
                   "Afbud fra Ida Holm (A).")
    assert [outcome for *_, outcome in said] == ["procedural", "unknown"]


POINTS = [
    # the decision on an item of several points                     outcome, votes for and against, is it said of a part?
    ("Punkt 2 blev godkendt med 12 stemmer mod 7 (V). Punkt 1 og 3 blev godkendt enstemmigt.", "adopted", (12, 7), True),
    ("Ad 1. Godkendt.\nAd 2. Forkastet med 8 stemmer mod 11.\nAd 3. Godkendt.", "adopted", (8, 11), True),
    ("At 1-2 blev godkendt. At 3: 5 stemte for, 8 stemte imod. Forslaget faldt.", "adopted", None, False),
    ("1. Godkendt enstemmigt\n2. Godkendt med 12 stemmer mod 7\n3. Godkendt", "adopted", (12, 7), True),
    ("Godkendt enstemmigt.", "adopted", None, False),
]


@pytest.mark.parametrize(("text", "outcome", "votes", "partial"), POINTS, ids=[p[0][:30] for p in POINTS])
def test_a_vote_on_one_point_of_an_item(text, outcome, votes, partial):
    head = "Referat\nByrådet\nMødedato: 4. maj 2022\n1. Budget\nBeslutning\nUdsat.\n2. Havn\nBeslutning\nUdsat.\n3. Skoler\nBeslutning\n"
    flow = flow_of(f"{head}{text}\n4. Vej\nBeslutning\nGodkendt.")
    found = parse(flow, PAPER)
    assert [i.number for i in found.items] == ["1", "2", "3", "4"]
    decision = decide(flow, found).decisions[2]
    said = decision.votes and (decision.votes.in_favour, decision.votes.against)
    assert (decision.outcome, said, "partial" in decision.flags) == (outcome, votes, partial)


@pytest.mark.parametrize("below", ["<p>Til toppen</p>", "<p>Tilbage til toppen</p>", ""])
def test_the_link_of_a_web_page_is_no_part_of_a_decision(below, tmp_path):
    file = tmp_path / "referat.html"
    head = "<p>Nordvang Kommune</p><p>REFERAT</p><p>Byrådet</p><p>Dato: 4. maj 2020</p>"
    file.write_text(f"<html><body>{head}<h2>1. Stien</h2><h2>Beslutning</h2><p>Udsat.</p>{below}</body></html>", encoding="utf-8")
    assert [d.raw for d in read_document(file).decisions] == ["Udsat."]


def test_a_footnote_is_no_part_of_the_decision_above_it():
    said = [d.raw for d in read_document(MADE / "ravnby_kommunalbestyrelse_2012.pdf").decisions]
    assert "Godkendt." in said and not any("Afvigelser på mere end" in raw for raw in said)

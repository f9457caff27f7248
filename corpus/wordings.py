"""The words of the made passages: what they are about, and how a secretary puts it.

`{thing}` is what the passage is about, `{parts}` an enumeration; the other names are numbers (corpus.passages).
"""

from __future__ import annotations

PLACES = (
    "Mosevej", "Nørrebakken", "Kirkegade", "Skovlunden", "Østerled", "Engdraget", "Havnegade", "Møllevangen", "Stationsvej", "Bakkedal",
    "Lyngtoften", "Åbrinken", "Digevej", "Teglgården", "Rugmarken", "Fasanvej", "Kildehøj", "Birkealle", "Vestervang", "Toftegården",
)
THINGS = (
    "cykelstien ved {}", "børnehaven ved {}", "idrætshallen på {}", "biblioteket på {}", "plejehjemmet ved {}", "klubhuset på {}",
    "skolen ved {}", "parken ved {}", "kulturhuset på {}", "rundkørslen ved {}", "værestedet på {}", "svømmebadet ved {}",
)
PURPOSES = (
    "veje og stier", "kloak", "belysning", "inventar", "rådgivning", "beplantning", "uforudsete udgifter", "håndværkere", "jordarbejde",
    "legeplads", "byggestyring", "flytning", "varmeanlæg", "ventilation", "tag og facade", "kunst", "skiltning", "arkæologi",
)
GROUPS = (
    "ungdomsboliger", "familieboliger", "seniorboliger", "plejeboliger", "rækkehuse", "etageboliger", "ældreboliger", "kollegieboliger",
)
FINANCERS = (
    "kommunen", "fonden", "boligforeningen", "regionen", "staten", "idrætsforeningen", "menighedsrådet", "grundejerne",
)
MEASURES = (
    "flere lærere på mellemtrinnet", "en jobkonsulent i boligområdet", "længere åbningstid", "gratis svømmeundervisning",
    "en natteravneordning", "bedre lys på stierne", "lektiehjælp efter skoletid", "et fælles værksted", "en frivilligkoordinator",
    "nye bænke på torvet", "kurser for bestyrelser", "en årlig sommerfest",
)
MONEY = (
    "mio1", "mio1", "mio2", "mio3", "kr", "kr", "kr before", "tkr", "millioner", "mill",
)

SUMS = (
    "Anlægsudgiften til {thing} på {total} fordeler sig med {parts}.",
    "Til {thing} bruges {parts}, i alt {total}.",
    "Udgifterne til {thing} er {parts}, tilsammen {total}.",
    "De samlede udgifter til {thing} udgør {total}, der går til {paren}.",
    "Budgettet for {thing} er sammensat af {parts}, hvilket giver {total} i alt.",
    "{thing} koster {total}, fordelt på {parts}.",
    "Bevillingen til {thing} på {total} består af {parts}.",
    "Når {parts} lægges sammen, bliver prisen for {thing} {total}.",
    "Der er regnet med {total} til {thing}: {parts}.",
    "{thing} er budgetteret til {total}. Beløbet dækker {parts}.",
    "Regningen for {thing} lyder på {total}: {parts}.",
    "Med {parts} løber udgiften til {thing} op i {total}.",
    "Totaludgiften ved {thing} bliver {total} ({parts}).",
    "Der er givet tilsagn om {parts}. Det giver samlet {total} til {thing}.",
    "Bygherren oplyser, at {thing} koster {total}, og at beløbet er delt op i {parts}.",
    "Rammen til {thing} er på {total}, som er disponeret til {paren}.",
    "Af overslaget for {thing} fremgår {parts}, altså {total} tilsammen.",
    "{parts} udgør tilsammen prisen for {thing}, som er {total}.",
    "{thing} er delt op: Der går {parts}, eller samlet {total}.",
    "Udgiften til {thing} er opgjort til {total}. Den dækker {parts}.",
)
YEARS = (
    "Bevillingen på {total} til {thing} fordeles med {parts}.",
    "Udgiften til {thing} på {total} falder med {parts}.",
    "Der afsættes {parts} til {thing}, i alt {total}.",
    "{thing} finansieres med {parts}, dvs. samlet {total}.",
    "Udgifterne til {thing} er {parts}. Det er {total} i hele perioden.",
    "I alt koster {thing} {total}, hvoraf der bruges {parts}.",
    "{thing} er lagt ind i budgettet med {parts} eller {total} over årene.",
)
SHARED_COSTS = (
    "{thing} koster {total}, som betales med {parts}.",
    "Prisen for {thing} er {total}. Heraf kommer {parts}, så alt er dækket ind.",
    "Finansieringen af {thing} er {parts}, tilsammen {total}.",
    "Udgiften på {total} til {thing} deles, så der kommer {parts}.",
    "{thing} er fuldt finansieret: {parts}, hvilket svarer til prisen på {total}.",
)
HEADCOUNTS = (
    "De {total} boliger ved {thing} fordeler sig på {parts}.",
    "Der bygges {total} boliger ved {thing}, nemlig {parts}.",
    "Ved {thing} kommer der {parts}, i alt {total} boliger.",
    "Boligforeningen har {total} boliger ved {thing}: {parts}.",
    "Planen for {thing} rummer {parts}. Det bliver {total} boliger tilsammen.",
    "Kommunen har {total} boliger ved {thing} med {parts}.",
)
DIFFERENCES = (
    "Udgiften til {thing} stiger fra {small} til {large}, altså med {change}.",
    "Udgiften til {thing} er faldet fra {large} i 2021 til {small} i 2022, et fald på {change}.",
    "Driften af {thing} koster {large} mod {small} året før, dvs. {change} mere.",
    "Tilskuddet til {thing} sættes ned fra {large} til {small}, og det giver en besparelse på {change}.",
    "Budgettet til {thing} var {large}, og der er brugt {small}, så der er {change} tilbage.",
    "Bruttoudgiften til {thing} er {large}. Efter et tilskud på {small} er nettoudgiften {change}.",
    "Overskuddet på {thing} blev {large}, hvilket er {change} mere end de budgetterede {small}.",
    "Prisen for {thing} ender på {large}. Det er {change} over det bevilgede beløb på {small}.",
    "{thing} får {change} mere end i fjor, nemlig {large} mod {small}.",
    "Der mangler {change} til {thing}, idet prisen er {large}, og der kun er sat {small} af.",
    "Merforbruget på {thing} er opgjort til {change}, da forbruget blev {large}, og budgettet var {small}.",
    "Licitationen over {thing} endte på {small}. Der er bevilget {large}, så der er {change} i overskud.",
    "I budgettet for 2023 er der {large} til {thing}; året før var der {small}. Det er en forhøjelse på {change}.",
    "Trækkes tilskuddet på {small} fra udgiften til {thing} på {large}, bliver kommunens nettoudgift {change}.",
    "Gælden i {thing} er nedbragt fra {large} til {small}, dvs. med {change}.",
    "{thing} sælges for {large}. Restgælden er {small}, så kommunen får netto {change} ud af salget.",
    "Driften af {thing} er beregnet til {large}, og når indtægterne på {small} trækkes fra, er der {change} tilbage at dække.",
    "Prisen for {thing} er nu {large} og dermed steget med {change} fra de {small}, som udvalget fik forelagt i foråret.",
    "Der er fundet {large} til {thing}. Kommunen betaler {small}, og fonde giver de øvrige {change}.",
    "Det laveste bud på {thing} var {small} og det højeste {large}, en forskel på {change}.",
)
HEADCOUNT_DIFFERENCES = (
    "Antallet af brugere på {thing} er vokset fra {small} til {large}, det vil sige med {change}.",
    "{thing} har {large} brugere mod {small} sidste år, altså {change} flere.",
    "Besøgstallet på {thing} gik ned fra {large} i 2018 til {small} i 2019, et fald på {change}.",
    "Der var {large} besøgende i {thing} i 2022, {change} flere end i 2021, hvor der kom {small}.",
    "Fra 2017 til 2018 voksede medlemstallet i {thing} fra {small} til {large}. Det er {change} nye medlemmer.",
    "Ventelisten til {thing} er skrumpet fra {large} til {small}, altså {change} færre.",
    "I dag bruger {small} borgere {thing}, {change} færre end sidste år, hvor der var {large}.",
    "Der er {large} pladser i {thing}, og {small} er optaget, så {change} står tomme.",
)
POINTS = (
    "Sygefraværet på {thing} steg fra {small} til {large}, en stigning på {change}.",
    "Andelen af brugere under 30 år på {thing} er faldet fra {large} til {small}, altså med {change}.",
    "Belægningen i {thing} gik fra {small} til {large}, hvilket er {change} mere.",
    "Tilfredsheden med {thing} er {large} mod {small} ved sidste måling, dvs. en fremgang på {change}.",
)
PRODUCTS = (
    "{thing} får et tilskud på {rate} om året i {times} år, i alt {total}.",
    "Der gives {rate} årligt til {thing} i {times} år, hvilket samlet er {total}.",
    "Til {thing} lejes {times} pavilloner til {rate} pr. stk., i alt {total}.",
    "Med {times} pladser og {rate} pr. plads koster driften af {thing} {total}.",
    "Ved {thing} er der {times} boliger, og med et tilskud på {rate} pr. bolig bliver udgiften {total}.",
    "Timeprisen er {rate}, og der er brugt {times} timer på {thing}. Det bliver {total}.",
    "Ved {thing} sælges {times} grunde til {rate} hver. Salget indbringer {total}.",
    "{thing} skal have {times} nye vinduer à {rate}, hvilket beløber sig til {total}.",
    "Taksten i {thing} er {rate} pr. barn, og med {times} børn giver det en indtægt på {total}.",
    "Der ydes {rate} til hver af de {times} foreninger i {thing}, det vil sige {total} i alt.",
    "{thing} lejes for {rate} pr. måned i {times} måneder, i alt {total}.",
    "Ved {thing} er der ansat {times} medarbejdere, som hver koster {rate}. Den samlede løn er {total}.",
)
SHARES = (
    "{part} af de {whole} brugere af {thing}, svarende til {share}, er under 18 år.",
    "Af de {whole} adspurgte om {thing} var {part} tilfredse. Det er {share}.",
    "Der er {whole} medlemmer ved {thing}, og {part} af dem ({share}) er kvinder.",
    "{share} af de {whole} ansatte ved {thing} er kvinder, det vil sige {part}.",
    "Blandt de {whole} elever ved {thing} går {part} til lektiehjælp ({share}).",
    "Svarprocenten i undersøgelsen af {thing} er {share}, idet {part} ud af {whole} har svaret.",
    "{part} ud af {whole} husstande ved {thing} har sagt ja, hvilket giver en tilslutning på {share}.",
    "{share} af brugerne af {thing} er over 60 år. Det svarer til {part} af de {whole} brugere.",
    "Til {thing} var der {whole} ansøgere. {part} fik plads, dvs. {share}.",
)
MONEY_SHARES = (
    "Kommunen betaler {share} af de {whole} til {thing}, dvs. {part}.",
    "Grundkapitalen til {thing} er {share} af {whole}, svarende til {part}.",
    "Af udgiften til {thing} på {whole} dækker fonden {part}, hvilket er {share}.",
    "Medfinansieringen til {thing} udgør {part}, dvs. {share} af de samlede udgifter på {whole}.",
    "Af de {whole} til {thing} er {part} ({share}) allerede brugt.",
)
RESTATED = (
    "Forvaltningen indstiller, at der gives en anlægsbevilling på {first} til {thing}.\n\n"
    "Anlægsbevillingen på {second} til {thing} finansieres af kassebeholdningen.",
    "Det indstilles, at tilskuddet til {thing} på {first} godkendes.\n\nTilskuddet til {thing} på {second} udbetales i januar.",
    "Rådighedsbeløbet til {thing} er på {first}.\n\nForvaltningen foreslår, at rådighedsbeløbet til {thing} på {second} frigives.",
    "Købesummen for {thing} er {first}.\n\nNår handlen er endelig, betales købesummen for {thing}, {second}, kontant.",
)
COUNTS = (
    "Rådet har {count} anbefalinger om {thing}: {parts}.",
    "Høringen om {thing} har givet {count} nye idéer, nemlig {parts}.",
    "Planen for {thing} har {count} indsatser: {parts}.",
    "Udvalget peger på {count} forslag til {thing}, nemlig {parts}.",
    "Der er fremsat følgende {count} ønsker til {thing}: {parts}.",
)
VOTES = (
    "Forslaget om {thing} blev vedtaget med {total} stemmer for og {against} imod. For stemte: {parts}. Imod stemte: {opposed}.",
    "Indstillingen om {thing} blev godkendt med {total} stemmer mod {against}. For stemte {parts}. Imod stemte {opposed}.",
    "Til sagen om {thing}: For: {total} ({parts}). Imod: {against} ({opposed}). Forslaget er vedtaget.",
    "Et flertal på {total} ({parts}) stemte for forslaget om {thing}, og et mindretal på {against} ({opposed}) stemte imod.",
    "Forslaget om {thing} blev godkendt med {total} stemmer imod {against}.\n\nFor stemte: {parts}.\n\nImod stemte: {opposed}.",
    "{total} medlemmer stemte for forslaget om {thing}: {parts}. {against} stemte imod: {opposed}. Forslaget er godkendt.",
)
LISTS = (
    "Udgifterne til {thing} på {total} fordeler sig således:\n{parts}",
    "Budget for {thing}:\n{parts}\nI alt: {total}",
    "Følgende beløb er afsat til {thing}:\n{parts}\nSamlet udgift: {total}",
    "Overslag over {thing}:\n{parts}\nSum: {total}",
    "{thing} koster {total} og finansieres sådan:\n{parts}",
    "Forbrug ved {thing}\n{parts}\nForbrug i alt: {total}",
)
COUNT_LISTS = (
    "Planen for {thing} har {count} indsatser:\n{parts}",
    "Forvaltningen foreslår {count} ændringer for {thing}:\n{parts}",
    "Arbejdsgruppen om {thing} har peget på følgende {count} tiltag:\n{parts}",
    "Der er {count} mål for {thing}:\n{parts}",
)
RESTS = (
    "Af de {total} til {thing} går {parts}.",
    "{total} til {thing} bruges sådan: {parts}.",
)
GROWTHS = (
    "Udgiften til {thing} er steget med {share} fra {small} til {large}.",
    "{thing} koster {large} mod {small} sidste år, en stigning på {share}.",
    "Fra 2018 til 2022 er udgiften til {thing} vokset fra {small} til {large}, altså med {share}.",
)
FRACTIONS = (
    "Kommunen dækker {fraction} af udgiften på {whole} til {thing}, altså {part}.",
    "{thing} koster {whole}, og fonden betaler {fraction}, nemlig {part}.",
    "Af tilskuddet på {whole} til {thing} er {fraction}, {part}, udbetalt.",
)
PARTS_OF_A_WHOLE = {2: "halvdelen", 3: "en tredjedel", 4: "en fjerdedel", 5: "en femtedel", 10: "en tiendedel"}
PUPILS = (
    "Af de {total} elever på {thing} går {parts}.",
    "{thing} har {total} elever, fordelt med {parts}.",
    "Der er {parts}, tilsammen {total} elever på {thing}.",
)
CLASSES = ("i indskolingen", "på mellemtrinnet", "i udskolingen", "i 10. klasse", "i modtageklassen")
MONTHLY = (
    "{thing} lejes ud for {rate} om måneden, svarende til {total} om året.",
    "Huslejen for {thing} er {rate} pr. måned, altså {total} årligt.",
)
NOISE = (
    "Sagen blev senest behandlet den 14. maj 2019.",
    "Der henvises til lovbekendtgørelse nr. 47 af 15. januar 2019, § 40, stk. 2.",
    "Mødet med naboerne begyndte kl. 17.30 og varede to timer.",
    "Bygningen er opført i 1974 og ligger på matrikel nr. 12 a.",
    "Se også sagsnr. 19/20455 og lokalplan 118.",
    "Forvaltningen vurderer, at tidsplanen holder.",
    "Ordningen blev indført i 2011 og er siden evalueret.",
    "Udvalget holder sit næste møde i uge 18.",
)
ANSWERS = (
    "Af de {total} adspurgte ved {thing} er {parts}.",
    "{total} har svaret på spørgsmål om {thing}: {parts}.",
)
OPINIONS = ("{n} tilfredse", "{n} meget tilfredse", "{n} utilfredse", "{n} i tvivl")
PERIODS = (
    "{thing} får {rate} om året i {years}, i alt {total}.",
    "Bevillingen til {thing} er {total} i perioden {years}, det vil sige {rate} årligt.",
    "Der er afsat {total} til {thing} i {years} med {rate} pr. år.",
)

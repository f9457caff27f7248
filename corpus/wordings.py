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
)
YEARS = (
    "Bevillingen på {total} til {thing} fordeles med {parts}.",
    "Udgiften til {thing} på {total} falder med {parts}.",
    "Der afsættes {parts} til {thing}, i alt {total}.",
    "{thing} finansieres med {parts}, dvs. samlet {total}.",
)
SHARED_COSTS = (
    "{thing} koster {total}, som betales med {parts}.",
    "Prisen for {thing} er {total}. Heraf kommer {parts}, så alt er dækket ind.",
    "Finansieringen af {thing} er {parts}, tilsammen {total}.",
)
HEADCOUNTS = (
    "De {total} boliger ved {thing} fordeler sig på {parts}.",
    "Der bygges {total} boliger ved {thing}, nemlig {parts}.",
    "Ved {thing} kommer der {parts}, i alt {total} boliger.",
)
DIFFERENCES = (
    "Udgiften til {thing} stiger fra {small} til {large}, altså med {change}.",
    "Udgiften til {thing} er faldet fra {large} i 2021 til {small} i 2022, et fald på {change}.",
    "Driften af {thing} koster {large} mod {small} året før, dvs. {change} mere.",
    "Tilskuddet til {thing} sættes ned fra {large} til {small}, og det giver en besparelse på {change}.",
    "Budgettet til {thing} var {large}, og der er brugt {small}, så der er {change} tilbage.",
    "Bruttoudgiften til {thing} er {large}. Efter et tilskud på {small} er nettoudgiften {change}.",
    "Overskuddet på {thing} blev {large}, hvilket er {change} mere end de budgetterede {small}.",
)
HEADCOUNT_DIFFERENCES = (
    "Antallet af brugere på {thing} er vokset fra {small} til {large}, det vil sige med {change}.",
    "{thing} har {large} brugere mod {small} sidste år, altså {change} flere.",
    "Besøgstallet på {thing} gik ned fra {large} i 2018 til {small} i 2019, et fald på {change}.",
)
POINTS = (
    "Sygefraværet på {thing} steg fra {small} til {large}, en stigning på {change}.",
    "Andelen af brugere under 30 år på {thing} er faldet fra {large} til {small}, altså med {change}.",
)
PRODUCTS = (
    "{thing} får et tilskud på {rate} om året i {times} år, i alt {total}.",
    "Der gives {rate} årligt til {thing} i {times} år, hvilket samlet er {total}.",
    "Til {thing} lejes {times} pavilloner til {rate} pr. stk., i alt {total}.",
    "Med {times} pladser og {rate} pr. plads koster driften af {thing} {total}.",
    "Ved {thing} er der {times} boliger, og med et tilskud på {rate} pr. bolig bliver udgiften {total}.",
)
SHARES = (
    "{part} af de {whole} brugere af {thing}, svarende til {share}, er under 18 år.",
    "Af de {whole} adspurgte om {thing} var {part} tilfredse. Det er {share}.",
    "Der er {whole} medlemmer ved {thing}, og {part} af dem ({share}) er kvinder.",
)
MONEY_SHARES = (
    "Kommunen betaler {share} af de {whole} til {thing}, dvs. {part}.",
    "Grundkapitalen til {thing} er {share} af {whole}, svarende til {part}.",
    "Af udgiften til {thing} på {whole} dækker fonden {part}, hvilket er {share}.",
)
RESTATED = (
    "Forvaltningen indstiller, at der gives en anlægsbevilling på {first} til {thing}.\n\n"
    "Anlægsbevillingen på {second} til {thing} finansieres af kassebeholdningen.",
    "Det indstilles, at tilskuddet til {thing} på {first} godkendes.\n\nTilskuddet til {thing} på {second} udbetales i januar.",
)
COUNTS = (
    "Planen for {thing} har {count} indsatser: {parts}.",
    "Udvalget peger på {count} forslag til {thing}, nemlig {parts}.",
    "Der er fremsat følgende {count} ønsker til {thing}: {parts}.",
)
VOTES = (
    "Forslaget om {thing} blev vedtaget med {total} stemmer for og {against} imod. For stemte: {parts}. Imod stemte: {opposed}.",
    "Indstillingen om {thing} blev godkendt med {total} stemmer mod {against}. For stemte {parts}. Imod stemte {opposed}.",
    "Til sagen om {thing}: For: {total} ({parts}). Imod: {against} ({opposed}). Forslaget er vedtaget.",
)
LISTS = (
    "Udgifterne til {thing} på {total} fordeler sig således:\n{parts}",
    "Budget for {thing}:\n{parts}\nI alt: {total}",
    "Følgende beløb er afsat til {thing}:\n{parts}\nSamlet udgift: {total}",
)
COUNT_LISTS = (
    "Planen for {thing} har {count} indsatser:\n{parts}",
    "Forvaltningen foreslår {count} ændringer for {thing}:\n{parts}",
)

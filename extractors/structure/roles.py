"""The words of an item's headings, each with the part of the case that follows it."""

from __future__ import annotations

_NOUNS = [word + ending for word, more in (("bemærkning", "er"), ("udtalelse", "r"), ("erklæring", "er"), ("indstilling", "er"),
                                           ("tilføjelse", "r")) for ending in ("", more)] + ["tilførsel", "tilførsler"]
_ENTERED = ["mindretal", "særstandpunkt", "særlig udtalelse", "afvigende mening", "dissens",
            *(whose + noun for whose in ("protokol", "mindretals", "sær") for noun in _NOUNS),
            *(f"{noun} {to}" for noun in _NOUNS for to in ("til protokollen", "fra mindretallet", "fra et mindretal"))]
ROLES: dict[str, str] = {
    heading: role for role, headings in {
        "contents": "indholdsfortegnelse|sagsoversigt|punkter|dagsordenspunkter|åbne dagsordenspunkter|oversigt over punkter|sagsliste|"
                    "punktoversigt",
        "summary": "resumé|resume|resumè|sagsresumé|sagsresume|sagens kerne|indledning|anledning|præsentation|beslutningstema|sagstema|"
                   "indledning/baggrund|tema|sagens opståen|baggrund for sagens fremlæggelse|kort resumé|sammenfatning",
        "facts": "sagsfremstilling|sagsbeskrivelse|redegørelse|beskrivelse af sagen|beskrivelse|baggrund|historik|sagshistorik|"
                 "problemstilling|løsning|sagsfremstilling og økonomi|supplerende sagsfremstilling|vurdering|administrationens vurdering|"
                 "forvaltningens vurdering|handlemuligheder|alternativer|alternativ|sagshistorik, henvisninger|"
                 "administrationens bemærkninger|forvaltningens bemærkninger|supplerende oplysninger|sagens baggrund|planforhold|vision|"
                 "baggrund og vurdering|formål|sagsbeskrivelse af hovedindstilling|sagsbeskrivelse af alternativ indstilling",
        "economy": "økonomi|økonomiske konsekvenser|økonomiske konsekvenser og finansiering|økonomiske forhold og konsekvenser|"
                   "økonomi og finansiering|økonomiske og erhvervsmæssige konsekvenser|økonomiske og personalemæssige konsekvenser|"
                   "bevilling|økonomiske forhold|finansiering|bevillingsmæssige konsekvenser|økonomi og personale|"
                   "vurdering i forhold til økonomi",
        "impact": "personale|personaleforhold|personalemæssige konsekvenser|sundhedsmæssige konsekvenser|tværgående konsekvenser|"
                  "andre konsekvenser|administrative, miljømæssige og sundhedsmæssige konsekvenser|øvrige konsekvenser|"
                  "co2-konsekvensvurdering|handicappolitik|risikovurdering|miljøvurdering|kommunikation|organisering og kommunikation|"
                  "relation til vision|effekt|effektvurdering|forventet konsekvens|konsekvenser for andre udvalg|konsekvenser|"
                  "miljømæssige konsekvenser|klimakonsekvenser|bæredygtighed",
        "law": "lovgrundlag|lovgrundlag og juridisk vurdering|lov- og plangrundlag|retsgrundlag|retligt grundlag|"
               "juridiske og planmæssige forhold|lovgrundlag – link|retsregler og andre forskrifter|lovgivning|juridiske forhold",
        "hearing": "høring|inddragelse og høring|udtalelser og høring|høring og sagsgang|udtalelser|inddragelse|høringssvar|partshøring",
        "route": "kompetence|beslutningskompetence|kompetenceudvalg|hvem beslutter|sagen afgøres i|sagen afgøres af|sagen behandles i|"
                 "sagsgang|sagens gang|sagsgang og sagstype|forventet sagsgang|sagsforløb|sagens forløb|behandling|tidligere behandling|"
                 "tidligere beslutninger|sagens tidligere behandling|oversigt over politisk behandling|politisk behandling|"
                 "politisk handling|beslutningsproces|beslutningshistorik|sagsprocedure|tidligere beslutning|"
                 "beslutninger fra tidligere møder|punkttype|sagstype",
        "timetable": "videre proces|tidsplan|tidsperspektiv|tidsplan og videre proces|videre forløb|proces",
        "recommendation": "det indstilles|det indstilles,|det foreslås,|indstilling|indstillinger|administrativ indstilling|"
                          "administrationens indstilling|forvaltningens indstilling|forvaltningen foreslår|direktionen anbefaler|"
                          "beslutningspunkter|indstilling og beslutning|direktionens indstilling|forvaltningen indstiller|"
                          "direktionen indstiller|administrationen indstiller|alternativ indstilling|forslag til beslutning|"
                          "administrationen anbefaler|forvaltningen anbefaler|forslag|hovedindstilling|anbefaling",
        "decision": "hvad blev besluttet|kendelse|besluttet|vi besluttede|vi aftalte|beslutning|beslutninger|beslutning truffet|"
                    "endelig beslutning|udvalgets beslutning|rådets beslutning|bestyrelsens beslutning|mødets beslutning|"
                    "beslutninger fra mødet|konklusion|beslutning fra mødet|vedtagelse|afgørelse|afstemning|udfald|behandling på mødet",
        "annex": "bilag|bilagsnr|bilagsliste|bilagsoversigt|bilagsfortegnelse|sagsakter|vedlagte bilag|bilag til sagen|"
                 "bilag til referatet|bilag til protokollen|bilag til dagsordenen|bilag til punktet|vedlagt|vedlagte|vedhæftet|medfølger|"
                 "liste over bilag|vedhæftede bilag|bilagsnr.|oversigt over bilag|bilag til mødet|bilagsliste til mødet|"
                 "bilagsoversigt til mødet|bilagsfortegnelse til mødet|bilagsliste til dagsordenen|bilagsoversigt til dagsordenen",
        "endorsement": "borgmesterens afdelings påtegning|påtegning",
        "remark": "|".join(_ENTERED),
        "attendance": "fraværende|afbud|til stede|tilstede|ikke til stede|deltagere|afbud/fraværende|medlemmer|mødedeltagere",
        "signature": "underskriftsside|underskriftsblad|underskriftsark|underskrifter|underskrift|godkendelse af referat|mødet slut|"
                     "mødet sluttede|mødet hævet",
    }.items() for heading in headings.split("|")
}
"""Heading in lower case → role, see `extractors.structure.Section`."""

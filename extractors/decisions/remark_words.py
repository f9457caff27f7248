"""How minutes tell of what somebody wants to stand in them: the words before it, the verbs of those who want it, and their names."""

from __future__ import annotations

import re

from extractors.structure.names import ABBREVIATIONS, LETTERS, PERSON
from minutes.needs import led
from minutes.parties import A_PARTY

PARTY = rf"(?:{A_PARTY})"
ENTRY = re.compile(
    rf"(?<![\w-])(?:(?P<via>{PARTY}|[A-ZÆØÅ]\w*(?:listen|partiet))(?:\s\((?P<short>{LETTERS})\))?\sv(?:\.?/\s?|\.\s|ed\s))?"
    rf"(?:(?P<group>[A-ZÆØÅ]\w+?(?: \w+?)?)['’]?s\s(?:\w*gruppe|(?:medlem(?:mer)?|repræsentant(?:er)?)(?!\s[A-ZÆØÅ]))(?!\w)"
    rf"|(?P<name>(?:Gruppen af|De)(?: [a-zæøå]+){{0,2}} \w*(?:medlemmer|repræsentanter)(?!\w)|{PERSON}|{PARTY}(?!\w)"
    rf"|(?:Liste|Gruppen?|\w{{3,}}gruppe)\s[A-ZÆØÅ](?!\w)|[A-ZÆØÅ]-siden(?!\w)|{LETTERS}(?:-gruppen)?(?![\w-])"
    rf"|[A-ZÆØÅ]{{2,4}}(?![\w-])|[A-ZÆØÅ][a-zæøå]{{2,30}}(?!\w)))"
    rf"(?:,?\s*\((?P<party>[^()]{{1,40}})\)|,\s(?P<letter>{LETTERS}|{PARTY}|[A-ZÆØÅ]\w*(?:listen|partiet))(?=,\s[a-zæøå]|\)|\s?:|\Z)|\sfra\s(?P<of>{PARTY})(?!\w))?"
)
"""One speaker: a person, by initials in some papers, or a group, with a party in brackets."""
GLUE = re.compile(r",?\s*(?:og|samt|\+|&)?\s*")
NOBODY = re.compile(
    r"(?:(?:\w+ )?\w*(?:[Uu]dvalg(?:et)?|[Rr]ådet)|Direktionen|Magistraten|Flertallet|Mindretallet"
    r"|(?!\w*(?:demokrat|Moderat|mesteren|lederen))\w\w+(?:erne|eren|erren|[oø]ren|ionen|elsen|ningen|heden|munen|laget|skabet|værket|eriet)"
    r"|Det|Der|Den|De|Dette|Denne|Som|Følgende|Ingen|Alle|Protokol\w*|Beslutning|Godkendt|Sagen|Punktet|Forslaget|Indstillingen|Herefter"
    rf"|For|Imod|KL|{'|'.join(ABBREVIATIONS)})"
)
"""Words with a capital that name no speaker: bodies speak in their decisions, and sentences begin so."""
_AN_ITEM = r"(?:(?:[Dd]agsordens)?[Pp]unkt|[Pp]kt\.?|[Ss]ag)(?:\snr\.)?\s"
TO_ITEM = (rf"(?:[Aa]d\s(?:{_AN_ITEM})?|(?:(?:[Tt]il|[Vv]ed|[Oo]m|[Vv]edr\.|[Vv]edrørende)\s|(?<=,\s)){_AN_ITEM})"
           r"(?:\d{1,4}|[A-ZÆØÅ])(?![\w-]|\.\d)")
"""Which item a remark is about, where it stands below another: "Ad 303", "til punkt 3", ", sag nr. 4"."""
_PROTOCOL = r"(?:\w*protokol\w*|\w*referat\w*|bogs)"
WISHES = (r"(?:ønske(?:r|de|t)|bad|beder|bedt|forlang(?:er|te|t)|kræve(?:r|de|t)|begære(?:r|de|t)|anmode(?:r|de|t)"
          r"|vil(?:le)?(?: gerne)? have|udbad|udbeder|fik|får|lod|lader)")
_PUT_IN = r"(?:(?:til|ind)(?:ført|føjet)|indskrevet|medtaget|(?:skrevet|ført|føjet|taget)\s(?:ind|ned|med)|optaget)"
_TAKEN_DOWN = rf"(?:{_PUT_IN}|(?:noter|bemærk|protokoller|referer)et?|nævnt|nævne|anført|anføre|protokolført|(?:til|ind)f(?:øre|øje))"
_CONTENT = r"(?=\s?:|,\sat\b|\s*[\"»”“])"
WHAT = re.compile(
    r"(?P<noun>[Pp]rotokol(?:bemærkning|udtalelse|tilførsel|erklæring|lering|lat)|[Ss]temmeforklaring|[Mm]indretals(?:udtalelse|indstilling|bemærkning|erklæring|votum)"
    r"|[Ss]ær(?:indstilling|udtalelse|standpunkt)|[Dd]issens|[Aa]fvigende mening)\w*"
    rf"|(?:(?:[Tt]il|[Ii]nd|med)(?:føres?|ført|føje[st]?)\s(?:til\s|i\s)?"
    rf"|(?:ført|føjet|optaget|noteret|nævnt|taget|skrevet|anført|bemærket|nedfældet|refereret|gengivet|medtaget|stående|stå)"
    r"\s(?:til|i|ind i)\s"
    r"|(?:(?<=at )|(?<=lod )|(?<=lader ))(?:føre|føje|optage|skrive|anføre)\s(?:til|i|ind i)\s"
    r"|(?:føres|føjes|optages|noteres|nævnes|tages|skrives|anføres|medtages)\s(?:til|i|ind i)\s"
    rf"|(?:(?<=have )|(?<=få )|(?<=have det )|(?<=have dette ))med\s(?:i|til)\s){_PROTOCOL}"
    r"|^\s*Til (?:protokol|referat)\w*(?=\s(?:bemærke|udtal|anfør|tilføj|erklære|fra\s|af\s)|\s?:)"
    r"|(?:sin|sit|sine|deres|egen|eget)\s(?:modstand|protest|uenighed|standpunkt|forbehold|indvending|indsigelse|betænkelighed|synspunkt"
    rf"|holdning|mening|opfattelse|bemærkning)(?:er)?\b[^.:;]{{0,40}}?\s{_TAKEN_DOWN}"
    r"|(?P<records>(?<=[\w),] )(?:protokoller(?:er|ede)"
    rf"|(?:til|ind)fø(?:rer|rte|jer|jede)\s(?:i\s|til\s)?{_PROTOCOL}(?:\sfølgende)?"
    r"|(?!bemærkning|udtalelse|erklæring|tilføjelse)[a-zæøå]{3,}\s(?:(?:følgende|dette|også|endvidere|desuden|samtidig"
    r"|på (?:\w+ )?\w+s vegne)\s)?til (?:protokol|referat)\w*"
    r"(?: (?:oplyse|bemærke|anføre|tilføje|meddele|erklære|udtryk for))?)(?=,? at\b|\s?:))"
    r"|(?P<gives>(?<=[\w),] )(?:begrund|forklar|uddyb)(?:er|ede)"
    r"\s(?:(?:det|dette|sin stemme|sit nej|stillingen|standpunktet)\s)?(?:i|til) (?:protokol|referat)\w*\b)(?! (?:af|fra)\b)"
    rf"|at (?:referatet|protokollen) (?:viser|nævner|siger|oplyser)(?=,? at\b|\s?:)"
    rf"|(?:det|dette|de[nt](?:te|ne)? \w+) (?:er|kommer|tages|bliver) med i {_PROTOCOL}"
    rf"|^\s*{TO_ITEM}\s(?:bemærke(?:de|r)|udtal(?:te|er)|anfør(?:te|er)|tilføje(?:de|r)|erklære(?:de|r))"
    r"(?=\s[A-ZÆØÅ][^.:\n]{2,80}:\s)"
    rf"|[Pp]rotokollere(?:t|s|nde)?(?!\w)|(?<!har )(?:{_PUT_IN}|noteret|(?:til|ind)f(?:øre|øje)){_CONTENT}"
    r"|til (?:protokol|referat)\w*(?: \w+t)?(?=\s?:|, at\b)"
    rf"|(?:[Bb]emærkning(?:er)?|[Uu]dtalelse|[Ee]rklæring|[Tt]ilføjelse)(?=\s(?:fra|af)\s[^.:\n]{{3,80}}?\s(?:til|i)\s{_PROTOCOL})"
    rf"|(?:[Bb]emærkning(?:er)?|[Uu]dtalelse|[Ee]rklæring|[Tt]ilføjelse)\s(?:til|i)\s{_PROTOCOL}"
    rf"|(?:følgende|denne \w+|dette)\s(?:indsat |optaget |taget |med )?(?:i|ind i|til)\s{_PROTOCOL}(?=\s?:)"
    r"|(?:følgende|denne)\s(?:bemærkning(?:er)?|udtalelse|erklæring|tilf(?:ørsel|øjelse))"
    r"(?=(?: til (?:punktet|sagen|beslutningen))?\s?:)"
)
"""What is entered in the minutes on somebody's behalf."""
SAYS = re.compile(
    r"(?:,?\s|,\s(?:som|der)\s)(?:(?:har|havde|måtte)\s)?(?:(?:bemærke|erklære|tilføje|fremhæve|understrege|påpege|diktere)(?:de|r)|udtal(?:te|er)"
    r"|anfør(?:te|er)|tilkendeg(?:av|iver)|meddelte|skrev|gav|giver|afgav|afgiver|afgivet|fremsatte|fremsætter|ønskede|ønsker|ønsket|bad|beder|begærede|begærer|anmodede|anmoder"
    r"|forlangte|krævede|stillede|fastholder|fastholdt|havde|har|lod|lader|fik|får|tog|tager|stemte|stemmer|undlod|kunne|kom|henholdt"
    r"|videreførte|knytte(?:de|r)|tilsluttede|afleverede|indgav|vil|ville|kræver|forlanger|krævet|forlangt|bedt|begæret|anmodet|udbad|udbeder"
    r"|fremlagde|forelagde|indleverede|indsendte|leverede)(?!\w)")
"""What a speaker does, before what is entered."""
REQUEST = r"(?:[Ee]fter (?:ønske|anmodning|begæring) (?:fra|af)|[Pp]å (?:vegne|foranledning|anmodning|opfordring|begæring) af)\s"
BY = re.compile(r"(?:,?\s(?:i medfør af|i henhold til|efter|jf\.)\s[^:\n]{3,60}?,?\s(?=(?:afgivet|fremsat|indgivet|vedlagt)\s))?"
                rf",?\s?(?:blev |er )?(?:(?:afgivet |fremsat |indgivet |vedlagt )?(?:fra|af|ved)\s|{REQUEST})")
PROTEST = re.compile(r"\s(?:kan|kunne|ønsker|mener|finder|støtter|stemmer|går|udtaler|bemærker)(?!\w)")
QUOTED = re.compile(
    rf"(?m)^(?:(?P<name>{PERSON})(?:\s?\((?P<party>[^()\n]{{1,40}})\)|(?=:[^\n]*[\"«”“] \((?:{_TAKEN_DOWN})[^()\n]*\)$))"
    rf"|(?P<group>{PARTY}|[A-ZÆØÅ]\w*(?:listen|partiet)|(?:Liste )?{LETTERS}(?:-gruppen)?)(?:s (?:\w+)?gruppe)?"
    rf"|(?P<speaker>{PERSON}) på vegne af (?P<behalf>[^\n:\"»”“]{{1,40}}?))"
    r"(?:\s(?:ønske(?:r|de) at (?:tilføje|bemærke|udtale)|tilføje(?:r|de)|bemærke(?:r|de)|udtale(?:r|de)|udtalte|fastholde(?:r|dt)"
    r"|anfør(?:er|te)|erklære(?:r|de)|understrege(?:r|de)|beklage(?:r|de)))?\s?:\s?[»\"”“][^\n]*$")
"""What someone with a party is quoted for, in a paragraph of its own under a decision."""
OBSERVED = re.compile(
    r"\s(?:bemærke(?:de|r)|noterer|tilføje(?:de|r)|ønske(?:de|r) at (?:bemærke|tilføje|påpege|understrege)"
    r"|beklage(?:de|r)|påpege(?:de|r)|tilkendeg(?:av|iver)|gjorde opmærksom på|henvise(?:r|te) til"
    r"|(?:gør|gjorde) gældende|fastholde(?:r|dt)|understrege(?:r|de)|fremhæve(?:r|de)),\sat\s"
    r"[^\n]+?(?=\.(?: [A-ZÆØÅ]|\s*$)|$)", re.M)
"""What those with a party have said of a decision below it. In a "Referat" it is the discussion."""
STANCE = led(
    r"(?<=[\w)]),?\s(?:(?:kan|kunne)\s(?:derfor\s)?ikke\s"
    r"(?:støtte|tiltræde|godkende|anbefale|gå ind for|stemme for|tilslutte sig|bakke op om|være med|medvirke|lægge stemmer til)"
    r"|(?:støtter?|støttede|tiltræder|tiltrådte|tilslutter sig|tilsluttede sig)\s(?:derfor\s)?ikke"
    r"|undl(?:od|ader)(?:\sat\sstemme)?(?=,?\s(?:idet|fordi|da|med)\s)|t(?:og|ager)(?=\sforbehold(?!\s(?:frem\stil|indtil)\b))"
    r"|er\simod|var\simod"
    r"|begrund(?:er|ede)(?=\s(?:deres|sin|sit|sine)\s))\b[^.;\n()]{0,140}?"
    r",?\s(?:idet|fordi|eftersom|med(?:,\sat|\s(?:den\s)?begrundelse\w*)|(?:under|med)\shenvisning\stil|(?<=,\s)da(?!\s(?:sagen|punktet)\s(?:blev|var))|da\s(?:han|hun|de|vi|partiet|gruppen)),?\s"
    r"(?!(?:(?:han|hun|de)\s)?(?:er|var)\s(?:\w+\s){0,2}?(?:inhabil|\w*ejere?\b|part\b|ansat\b|bestyrelsesmedlem|medlem\saf\sbestyrelsen))"
)
"""Somebody with a party takes a stand and says why: "Ida Holm (V) kan ikke støtte punkt 3, idet hun mener". A vote against, "stemte imod,
fordi", is part of the vote."""
ENTERS = re.compile(
    rf"(?<=[\w),] ){WISHES}\b(?:[^.;:]{{1,70}}?(?:\s(?:i|af|til) {_PROTOCOL}|referatførsel|protokoltilførsel"
    rf"|(?:udtalelse|erklæring|bemærkning) op(?:taget|trykt))(?=[^.:]{{0,45}}:|[^.:,]{{0,20}},\sat\b|\s*[\"»”“])"
    rf"|[^.;:]{{0,40}}?\s{_TAKEN_DOWN}(?: (?:i |til )?(?:beslutning|sag)\w*)?{_CONTENT}"
    rf"|\s(?:(?:gerne|også) )?(?:at få )?{_TAKEN_DOWN}(?=\s(?:sin|sit|sine|deres)\s))")
""" "Ida Holm krævede sin mening bragt i referatet:", "Ida Holm ønsker bemærket, at": a speaker's wish that something stands there, with
what it is behind it."""

"""The words by which the last lines of an item tell what the meeting did, by stems: they count only where it is certain that it is told."""

from __future__ import annotations

import re

from extractors.structure.names import PERSON
from minutes.days import A_MONTH
from minutes.needs import led

_TO = (r"(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|amtsråd|magistrat|økonomiudvalg|sammenlægningsudvalg|forretningsudvalg"
       r"|ledelse)\w*|kommunen|ministeren|(?<!eget )(?-i:[A-ZÆØÅ][\w-]*(?:udvalget|bestyrelsen))")
_WHEN = (rf"(?:næste|senere|kommende|følgende|nyt) \w*(?:møde|gang)\w*|mødet (?:i|den) |til (?:{A_MONTH})s?mødet"
         r"|en anden (?:gang|aften)|næste gang"
         rf"|(?:i|til|efter|inden|før) (?:{A_MONTH}|foråret|efteråret|sommer\w*|vinter\w*|jul|nytår|ferien)\b|igen|på ny|forfra")
_MOVED = (r"(?:tage[rs]?(?! på (?!\w*dagsorden|møde))|tog(?:es)?|kom(?:mer)?"
          r"|ser?(?! frem)|gemme[rs]?|gemt|skubbe[st]?|rykke[st]?|flytte[st]?|vende[rs]? tilbage"
          r"|prøver|behandle[rs]?|få (?:sagen|punktet|emnet|forslaget)"
          r"|optage[rs]?|optaget|lade[rs]?|ligger?|drøfte[rs]?|fortsætte[rs]?|foretages|sat|sættes?|sætter|skydes|bære[rs]?"
          r"|genoptage[rs]?|fat|forelægges|afgøres|besluttes|tager? stilling)")
_NO = r"(?:ikke|ingen|intet|aldrig|hverken)"
_ASKS = (r"(?:anbefal(?:e[rst]?|ede)\b|indstille(?:[rst]|de)?\b|indstilling (?:til|over ?for)\b|foreslå|foreslog|anmod|opfordr|henstil"
         r"|tilråd|råder?\b|rådede|støtte[rd]?e?,? at"
         r"|peger? (?:\w+ )?(?:over ?for|på))")

FOLLOWED = led(
    r"\b(?:i overensstemmelse med|efter|som) (?:\w+ ){0,2}(?:indstilling|anbefaling|forslag)\w*\b(?! om)"
    r"|\b(?:følg(?:er|te|e)|fulgt|fulgte|holdt sig til|sluttede sig til|enige? med|gav medhold i|blev ved) (?:\w+ ){0,2}?"
    r"(?:forvaltning|administration|direktion|indstilling|anbefaling|rådgiver|\w*chef|\w*direktør)\w*"
    r"|\b(?:indstilling|forslag|anbefaling|råd)\w* (?:(?!ikke\b)\w+ ){0,2}(?:fulgt|fulgtes|følges)\b(?! ikke)"
    r"|\bindstilling\w* (?:\w+ ){0,3}(?:føres|blev til|antaget|antages|står ved magt|gælder|gennemført)"
    r"|^\W*(?:Fulgt|Følges)\b|\b(?:som|sådan som) (?:forvaltningen|administrationen|indstillingen|udvalget|bilaget|formanden)?\s?"
    r"(?:foresl\w+|indstil\w+|lagde op|lægger op|viser|anbefal\w+)", re.I)
"""What somebody put to the meeting was done, be it a yes or a no."""

OUTCOMES_OF_STEMS = tuple((outcome, led(pattern, re.I)) for outcome, pattern in (
    ("withdrawn", r"\b(?:trak|trukket|trækker|trækkes)\b(?!\W+(?:\w+ )?(?:lod|i gang|det (?:korteste|længste|lange))|\W+sig om)(?! lod)"
                  r"(?=[^.]*\b(?:sig|det|den|tilbage|forslag|ansøgning|sag|punkt|andragende|ønske|begæring|sit|sin)|\W*$)"
                  r"|\bfrafald\w*|\bude af verden|\bt(?:aget|ages?|og\w*) (?:punkt\w* |sag\w* |det |den |helt |derfor )*(?:af|ud)\b"
                  r"(?! (?:kassen|puljen|hensyn|næste|den grund|planen|drift))"
                  r"|\b(?:udgå|udgår|udgik|aflys\w*)\b|\bbortfald\w* som (?:uaktuel|punkt)|\bikke længere (?:aktuel\w*|relevant)"),
    ("returned", r"\b(?:går|gå|gik|kom(?:mer)?|sende[rs]?|sendt\w*|gives?|givet|gav|vises?|vist|forvaltningen må"
                 r"|administrationen må)\b[^.;]{0,50}"
                 r"\b(?:tilbage|retur|i udvalg igen)\b(?! i tiden)|\bhjemvis\w*|\btilbagesend\w*"
                 r"|\b(?:be(?:der|d|des)|bad)\b[^.;]*\b(?:komme igen|tegne|regne|lave|finde|skrive|udarbejde)\b(?! \w+ (?:brev|svar))"),
    ("postponed", rf"\b{_MOVED}\b[^.;]{{0,60}}?\b(?:{_WHEN})|\b(?:{_WHEN})[^.;]{{0,40}}\b{_MOVED}\b"
                  r"|\b(?:nåede|nåedes|nået) (?:\w+ ){0,3}ikke\b(?! til enighed)|\bikke (?:at )?(?:nået|nåede|nå)\b(?! til enighed)"
                  r"|\b(?:venter|afventer|udestår|hviler|udskyd\w*|udsæt\w*|udsat(?:te|tes)?|bero|på pause|henligger"
                  r"|ligger (?:\w+ )?(?:stadig|fortsat|endnu)|tages (?:frem|op)|bliver? liggende)\b"
                  r"|\bholde[rs]? (?:sagen|punktet|spørgsmålet|forslaget|ansøgningen) åbe[nt]\b"
                  r"|\bser tiden an\b|\b(?:behandles|tages op|afgøres|besluttes|forelægges)\b[^.;]*\b(?:når|efter at|så snart)\b"
                  r"|\b(?:må|skal|lade\w*) (?:\w+ )?(?:vente|hvile|ligge)\b"
                  r"|\btage[rs]? (?:vi )?(?:(?!ikke\b)\w+ )?stilling\b(?! til at)"
                  r"|\b(?:før|inden|førend|indtil|når|til (?:der|den|det|sagen|vi|\w+et|\w+en))\b[^.;]{0,60}"
                  r"\b(?:foreligger|tage[rs]? stilling|er (?:modtaget|læst|afklaret|kommet)|har svaret)"
                  r"|\b(?:før|inden|førend)\b[^.;]{0,60}\b(?:siger? (?:ja|god for)|træffe[rs]|svarer)\b"
                  r"|\b(?:afgørelse|beslutning|stilling)\w*\b[^.;]{0,40}\b(?:træffes|tages)\b[^.;]*\b(?:når|efter|senere|først|inden|på)\b"
                  r"|\b(?:træffer|tager) (?:\w+ )?(?:afgørelse|beslutning|stilling) (?:derefter|bagefter|senere|når|efter)\b"
                  r"|\bikke tid til (?:punktet|sagen|emnet|det\b|behandling)|\b(?:før|inden|førend)\b[^.;]{0,60}"
                  r"\b(?:beslut|(?:vedtages|godkendes|kan (?:vedtag|godkend|bevilg))(?!\w* (?:af|i) ))\w*"
                  rf"|\b{_NO} (?:\w+ )?(?:afgørelse|beslutning|konklusion|stilling)\b[^.;]*\b(?:endnu|før|inden|førend|i dag|i aften)\b"
                  r"|\b(?:Uden|Før|Inden|Førend)\b[^.;]*\b(?:ikke|ingen)\b[^.;]*\b(?:afgørelse|beslut\w*|stilling)\b"
                  r"|\bfor (?:få|lidt)\b[^.;]*\btil at (?:be(?:stemme|slutte)|afgøre|vedtage)|\bikke beslutningsdygtig"),
    ("referred", r"\b(?:lægge\w*|lagt|lagde) (?:\w+ ){0,3}(?:i hænderne på|over til|ud til)\b|\boverlad\w*\b[^.;]*\btil\b|\boverdrag\w*\b"
                 r"|\b(?:sende[rs]?|sendt\w*|giver?|gives|givet|bringe[rs]?|bragt)\b[^.;]{0,50}\b(?:videre|i (?:\w+ )?høring|ud at)\b"
                 r"|\b(?:oversend|videresend|henvis|videregiv|overgiv|overgå)\w* (?:\w+ ){0,5}?til\b(?! (?:bilag|afsnit|notat))"),
    ("lapsed", r"\b(?:faldt|falder)\b[^.;]*\btil jorden|\bbortfald\w*|\bstemmelighed\b|\bstemmerne stod lige\b|\blige mange stemmer\b"),
    ("not_recommended", r"\bfraråd\w*|\b(?:råder?|rådede) [^.;]*\b(?:fra|bestå|imod)\b"
                        rf"|\b(?:kan|kunne|vil|ville)\b[^.;]*\bikke\b[^.;]*\b(?:anbefal|indstil|tilråd|tilslut)\w*"
                        r"|\bikke (?:\w+ ){0,3}(?:anbefal\w*|tilråd\w*)|\banbefal\w* (?:\w+ ){0,3}ikke\b"
                        rf"|\b{_ASKS}\w*[^.;]*\b(?:afslå|afvise|forkaste|lade\w* være|undlade|opgive)\w*"),
    ("recommended", rf"\b{_ASKS}\w*\b[^.;]*\b(?:{_TO})|\b(?:{_TO})\b[^.;]*\b(?:{_ASKS})\w*"
                    r"|\banbefaling\b|\banbefale[rt]?\b|\banbefalede[s]?\b|\bindstilles?\b|\bindstillede\b"),
    ("rejected", r"\b(?:kan|kunne|vil|ville)\b[^.;]{0,30}\bikke\b[^.;]*\b(?:anerkende|følge|støtte|give|betale|acceptere|medvirke|tillade"
                 r"|lade"
                 r"|gå med|være med|stille sig bag)\b|\bafsl(?:ag|å|åe[tr]|ås|og|oges)\b|\bafvis\w*|\bforkast\w*|\bnedst\w+t\b"
                 r"|\bopgive[st]?\b|\bdroppe[st]?\b"
                 r"|\bforbyde[sr]?\b"
                 r"|(?<!et ja eller )(?<!ja eller )\bnej\b(?! tak til at)|\bfaldt\b(?= |\W*$)(?! for| på| ud| under| til)"
                 rf"|\b{_NO}\b[^.;]*\b(?:imødekom\w*|følge|gehør|midler|penge til|flertal|støtte\w*|fremme|medhold|opfyld\w*|hjælpe"
                 rf"|tilslutning|råd til"
                 rf"|opbakning"
                 r"|bevilg\w*|vedtag\w*|godkend\w*|tiltr\w*|til noget|antag\w*|gennemføre\w*|vil(?:le)? være med|bifald\w*)\b"
                 r"|\b(?:bifalder|støtter|godkender|tiltræder|bevilger|følger|vedtager|går|får|fik|gives|ydes|gør|giver"
                 r"|(?:bliver|blev)(?! der ikke (?!\w+[te]t\b))) (?:\w+ ){0,2}ikke\b"
                 r"|\b(?:gik|går|stemte|var|er)\b[^.;]*\bimod (?:det ansøgte|forslaget|planen|ideen|ansøgningen|indstillingen)"
                 r"|\b(?:så|ser|fandt|finder|havde|har)\b[^.;]{0,20}\b(?:ikke|ingen)\b[^.;]{0,20}\b(?:i stand til|mulighed)"
                 r"|\bstopper\b|\buden medhold\b"),
    ("noted", r"\bglæde\w* (?:\w+ )?sig over\b|\bhils(?:te|er)\b[^.;]*\bvelkommen\b|\btil (?:efterretning|orientering|underretning)\b"
              r"|\bad notam\b|\bt(?:og|ager|aget)\b[^.;]{0,40}\btil sig\b"
              r"|\b(?:er|var|blev|bliver|gjort)\b[^.;]{0,30}\bbekendt med\b|\bnoter(?:ede|er|et|es)\b|\bhørte? på\b|\bpåhørt\w*"
              r"|\b(?:har|havde) læst\b|\blæst (?:og|med)\b|\bmodt(?:aget|og|ages) (?:\w+ ){0,2}(?:som|til|med)\b|\bmed (?:tak"
              r"|tilfredshed)\b"
              rf"|\b{_NO} (?:\w+ )?(?:bemærkninger|spørgsmål|kommentarer|indvendinger)\b|\btakkede? (?:\w+ )?for (?:\w+ )?"
              r"(?:gennemgang|orientering|oplæg|redegørelse|rapport|besøg|fremlæggelse)\w*"),
    ("discussed", r"\bblev (?:\w+ )?(?:stillet (?:\w+ ){1,3}spørgsmål|udvekslet|talt|spurgt)\b|\bt(?:og|ager) ikke stilling\b"
                  r"|\b(?:samtale|drøftelse|debat|snak|meningsudveksling)\b|\bvendt (?:sagen|emnet|spørgsmålet)|\b(?:drøft|diskuter"
                  r"|debatter)\w*"
                  r"|\bmere blev der ikke"),
))
"""Outcome → stems; the first that a clause has."""

THEREFORE = led(
    r"\b(?:altså(?! \d)|dermed|hermed|herefter(?!\W*$)|herpå|derefter(?!\W*$)|således|med andre ord|hvorefter|endte|ender|enden|udfaldet"
    r"|resultatet|aftalen|aftaltes|stemningen ved|konklusionen|afgørelsen|beslutningen|kendelsen|til sidst|som følge heraf|på den måde"
    r"|(?:bliver|blev) det(?=\W*$|,| til\b)|det (?:bliver|blev)(?= (?:til|ved)\b))\b|^\W*Så\b|, så\b", re.I)
"""That a sentence draws the end of what was told."""

AGREED = led(
    r"\b(?:(?:sagde|siger|et|svarede|deres|alle|gav) (?:\w+ )?ja|ja tak|medhold|lov til|grønt lys|velkom\w+|tilladt|tillade[rs]"
    r"|tilladelse|tilslutning|opbakning|tilsagn|vilje|antage[ts]?|antoges"
    r"|vælges|accepter\w*|samtyk\w*|samled\w*|sluttede? (?:sig|op)|(?:god)kend\w*|vedt[ao]g\w*|bevilg\w*|tildel\w*|uddel\w*|besluttet"
    r"|fordel(?:te|er|es|t)|gav|giver|yder|ydede|lod|lader|bifald\w*|indvillig\w*|bestem(?:te|mer)|fastsæt\w*|fastsat\w*|fastslog"
    r"|imødekom\w*|på nær|gik igennem|går igennem|igennem|enige?|enighed|indføres|genantage[rst]|forlænges|påtager sig|opfyldt"
    r"|gå(?:r)? i gang|sættes i gang|til følge|siger? god for|til fordel for|kan regne med|(?:får|modtager) [\d.]+ kr|hvad (?:den|de|han"
    r"|hun) (?:bad|søg|ønsk)\w*)\b", re.I)
"""Words of a yes."""

ALL_FOR = led(
    r"\b(?:alle|samtlige|begge|hele \w+)\b[^.;]*\b(?:med på|for (?:det|den|forslaget)|(?:stå|står|stod) inde for|bakke\w* op"
    r"|gå(?:r)? ind for"
    r"|tilslutte\w*|slut(?:tede|ter) (?:op|sig)|enige|indforstået|tilfredse|samtykkede|sagde (?:alle )?ja)\b"
    r"|\b(?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d+)\b[^.;]{0,20}\b(?:med på (?:det|den)|for (?:det|den|forslaget)|samtykkede)\b"
    r"|^\W*Det gjorde (?:man|vi|[a-zæøå]+(?:et|en))\W*$|\bingen\b[^.;]*\b(?:imod|noget imod|indvending\w*|modsatte|protestered\w*)", re.I)
"""That all were content."""

TALK = (r"(?:spurgte|mente|mener|bemærke(?:de|r)|hørte|ønske(?:de|r)|talte|snakkede|diskuterede|debatterede|besøgte|mødte\w*|mødes|ses"
        r"|fandt|finder"
        r"|vurdere(?:de|r)|undre(?:de|r)|takke(?:de|r)|roste|håber?|håbede|forvente(?:de|r)|er|var|har|havde|bliver|blev|ender|ligger|fik"
        r"|holdt|holder"
        r"|deltog|så"
        r"|kvitterede|gør|ser|glæder|siger|sagde|drøfte(?:de|r)|kan|kunne|skal|skulle|bør|må|måtte|synes|syntes|vidste|ved|består"
        r"|arbejder|møder"
        r"|nævnte|påpege(?:de|r)|oplyse(?:r|de|s)|opfordre(?:de|r)|savne(?:de|r)|ville|vil|beklage(?:de|r)|følger med|skrev|svarede)")
"""What a body does that is no decision."""

OWN = (r"(?:vi|man|flertallet|et flertal|parterne|forsamlingen|mødet|forum(?:met)?|panelet|\w*gruppen|laget|synet|"
       r"de \w+ (?:andre|øvrige|tilbageværende|fremmødte)|de (?:andre|øvrige|tilbageværende|fremmødte)(?: \w+)?)")
"""Who else the meeting is besides its name."""

SPEAKER = (rf"(?:{PERSON}|(?:[A-ZÆØÅ]\w*(?:chef|direktør|leder|mester|inspektør|ingeniør|konsulent|læge|fogeden?|formand|sekretær|arkitekt"
           r"|rådgiver|kasserer|repræsentant|medarbejder|forvaltning|administration|kontor|afdeling|gruppe)(?:en|et|erne|n)?)"
           r"|(?:Formand|Forvaltning|Administration|Direktion|Rektor|Arkitekt|Ejer|Ansøger|Klager|Nabo|Politi|Borgmester|Provst"
           r"|Sekretariat|Elevråd)\w*)")
SAYS = (r"(?:mente|spurgte|bemærkede|sagde|oplyste|fortalte|foresl(?:og|år)|ønske(?:de|r)|ville|fandt|syntes|takkede|henviste|gjorde"
        r"|redegjorde|viste"
        r"|fremlagde|gennemgik|orienterede|indstiller|anbefaler|vurderer|skriver|udtaler|har|havde|er|var|peger|oplyser|finder|mener|bad"
        r"|beder"
        r"|motiverede|meddelte|kunne|kan|svarede|supplerede|uddybede|nævnte|lovede|holdt)")

CHANGED = led(
    r", dog\b(?! ikke (?:enig|alle))|\bdog (?:kun|højst|med|således|uden|først|rettes|ændres|bliver|får|ikke må)\b|(?<!alle )\b(?:på nær"
    r"|bortset fra|minus|undtagen)\b|\bmen (?:kun|ikke|uden|tillader|med|først|højst)\b|\bi øvrigt (?:som|vedtaget|godkendt)\b"
    r"|\bi alt det øvrige\b|\bfår (?:\w+ ){0,3}ændret\b|\b(?:ændret|rettet|sat (?:op|ned)) (?:til|fra|så)\b|\b(?:erstattes|udgår|rettes"
    r"|slettes|tilføjes)\b"
    r"|\bi stedet for (?:det|den|de|to|tre|fire|fem|seks|\d|som)\b|, og ikke,? som\b|\bmod (?:de|den|det) [\d.,]+\b[^.;]*\bsøgt|\bgår ud\b"
    r"|\bmed (?:denne|den|én|de|en|et par) (?:\w+ ){0,3}(?:rettelse|ændring|tilføjelse|justering)\w*|\bud over\b|\bnye skikkelse\b"
    r"|\buden (?:sidste|første|punkt|afsnit|\d)|\b(?:efter|med) (?:\w+ ){1,3}ændringsforslag\b|\bkommer til at\b", re.I)
"""What is adopted with a change, besides what says so anywhere."""

BEFORE = led(r"^\W*(?:den|på (?:sit )?møde[t]? den) \d{1,2}[./]|\b(?:tidligere|sidste år|forrige|i sin tid|dengang|den gang|for \w+ (?:år"
             r"|måneder) siden|hidtil|i (?:19|20)\d\d"
             r"|siden (?:19|20)\d\d"
             rf"|før, nemlig|i forvejen|(?:blev|var|kom|fik)\b[^.;]*(?<!mødet )(?<!igen )(?<!på ny )(?:i {A_MONTH}|den \d{{1,2}}))\b", re.I)
"""What was before."""
PUTS = led(r"\b(?:[Ff]orvaltning|[Aa]dministration|[Dd]irektion|[Rr]ådgiver|[Ll]edelse)\w* (?:\w+ )?(?:indstiller|anbefaler|foresl\w+"
           r"|peger|ønsker|vil)\b")
"""What the administration proposes."""
PASSIVE_NOW = led(r"\b(?!findes|synes|mødes|lykkes|skønnes|forventes|ventes|håbes|ønskes|bemærkes|oplyses|nævnes|henvises|anses|menes"
                  r"|vurderes|foreslås"
                  r"|indstilles|andres|vores|deres|undersøges|drøftes|samles|afholdes|behandles|alles|fælles|ellers|høres"
                  r"|kaldes)[a-zæøå]{3,}(?:es|ås)\b")
"""What becomes of a thing."""
ACTS = re.compile(
    r"(?:gav|tildelte|lod|lader|sluttede|samledes|satte|gjorde|afgjorde|traf|samtykkede|bestemte|fordelte|købte|solgte|antog|accepterede"
    r"|faldt"
    r"|valgte|indvilligede|fastsatte|bestilte|aftalte|endte|gik|stillede|sendte|tog|skød|lagde)", re.I)
"""Verbs of doing in the past."""
OF_PERSONS = re.compile(
    r"(?!Valg af (?:\w+ )?(?:arkitekt|entreprenør|leverandør|rådgiver|tilbud|bank|pengeinstitut|system|firma|model|placering|logo|navn"
    r"|farve|emne|tema))"
    r"(?:(?:Gen|Ny|Om)?[Vv]alg\b|Udpegning|Udpegelse|Konstituering|Formand|Næstformand|Repræsentant|Suppleant|Indtræden"
    r"|Nyt? (?:\w*formand|medlem|kasserer|repræsentant))", re.I)
"""The title of an item in which persons are chosen."""
ELECTED = led(
    r"\b(?:valgt\w*|vælges|indtræder|indtrådte|tiltræder|virker|udpeg\w*|peger|pegede|noterede|lod(?:trækning\w*)?|stemmer|blev|sæde"
    r"|post\w*|plads\w*"
    r"|(?:er|blev) (?:herefter |hermed |nu )?(?:\w+s )?(?:nye? )?(?:\w*formand|medlem\w*|suppleant|repræsentant|kasserer|\w*borgmester"
    r"|revisor)"
    r"|herefter|kampvalg|enstemmigt|overtager|afløser)\b|[a-zæøå] \d{1,2}\b", re.I)
"""That somebody is chosen."""

CASE = re.compile(
    r"\W*(?:[Ss]agen|[Pp]unktet|[Ff]orslaget|[Ee]mnet|[Aa]nsøgning(?:en|erne)|[Bb]egæringen|[Kk]lagen|[Kk]ravet|[Pp]åstanden"
    r"|[Ii]ndstillingen"
    r"|[Aa]nmodningen|[Hh]envendelsen|[Øø]nsket|[Ss]pørgsmålet|[Bb]ehandlingen|[Aa]fgørelsen|[Bb]eslutningen|[Ss]tillingtagen|[Ii]d[eé]en"
    r"|[Dd]agsordenen|[Rr]eferatet|[Bb]eretningen|[Rr]edegørelsen|[Oo]rienteringen|[Pp]lanen|[Uu]dkastet|[Ss]varet|[Mm]idlerne|[Bb]eløbet"
    r"|[Pp]engene|[Tt]allene|[Bb]udgettet|[Rr]egnskabet|[Tt]aksten|[Tt]ilskuddet|[Bb]evillingen|[Pp]rojektet|[Oo]pgaven|[Vv]alget"
    r"|[Oo]rloven"
    r"|[Tt]illægget|[Hh]øringssvaret|[Uu]dvidelsen|[Ll]icitationen|[Ee]jendommen|[Aa]realet|[Gg]runden|[Bb]ygningen|[Kk]ontrakten"
    r"|[Ll]ejemålet|[Bb]illigste|[Ll]aveste|[Hh]øjeste)\b")
"""The case, or what it is on, at the beginning of a clause."""

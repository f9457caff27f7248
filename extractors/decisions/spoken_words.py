"""The words by which running text tells what a meeting decided, and those by which it tells of others and of the past."""

from __future__ import annotations

import re

from extractors.decisions.amended import PROPOSAL
from minutes.days import A_MONTH
from minutes.needs import led

_PARTICIPLE = (r"(?:bortfaldet|meddelt|givet|ydet|afslået|frafaldet|frigivet|fulgt|stadfæstet|tilsluttet|fremmet|returneret|tilbagesendt|"
               r"godkendt|vedtaget|tiltrådt|udsat|udskudt|drøftet|valgt|genvalgt|nyvalgt|udpeget|forkastet|nedstemt|afvist|besluttet|"
               r"trukket|anbefalet|indstillet|"
               r"(?:mod)?taget (?:til efterretning|til orientering|til følge|af dagsordenen)|"
               r"oversendt|sendt|henvist|imødekommet|bevilget|aftalt|"
               r"konstitueret|hjemvist|trukket(?: tilbage)?|debatteret|(?:talt|snakket) om|vendt|peget på)")
PASSIVE = re.compile(
    rf"\b(?:blev|bliver)\s(?:\w+\s){{0,4}}?{_PARTICIPLE}\b"
    r"|\b(?:(?:er|var)\s(?:(?:forslaget|indstillingen|sagen|ansøgningen|punktet)(?: \w+)?|dermed|hermed|således|altså)"
    rf"|(?:dermed|hermed|således|altså|så \w+)\s(?:er|var|blev))\s{_PARTICIPLE}\b"
    r"|\b(?:valgtes|genvalgtes|udpegedes|godkendtes|vedtoges|tiltrådtes|toges|udsattes|forkastedes|afvistes|bevilgedes|"
    r"bemyndigedes|meddeltes|henvistes|hjemvistes|oversendtes|anbefaledes|imødekommes|"
    r"besluttedes|afslås|afsloges|frafaldtes|tilsluttedes)\b", re.I)
_ANSWER = r"(?:afslag|dispensation|tilladelse|tilsagn)"
DECIDED = re.compile(
    r"^\W*(?:Det\s(?:blev|er|besluttedes)\b|Der\s(?:var|er|blev)\s(?:\w+\s)?(?:enighed|opbakning|tilslutning|stemning|flertal|stemmelighed)"
    r"|Der blev "
    rf"(?:(?:truffet|afsagt) (?:beslutning|afgørelse|kendelse)|afsat|nedsat|aftalt|(?:meddelt|givet) {_ANSWER})|"
    r"(?:Tilbage|Frem|Over)sendes [^.]{3,90}? (?:med bemærkning(?: om)?,? at|i henhold til \w*beslutning)\b|"
    r"Ikke (?:færdig(?:behandlet|drøftet)|nået|behandlet|godkendt|vedtaget|tiltrådt|imødekommet|anbefalet|bevilget)"
    r"(?=[.,;]| (?:da|idet|med|på|af)\b)|"
    r"Beslutning(?:en blev)?:|Aftalt\b|Enstemmigt\b|Alle(?: (?:undtagen|på nær|bortset fra) [^,.;]{3,60}?)? (?:(?:var|er|blev) enige"
    r"|stemte for))", re.I)
ACTIVE = (r"(?:besluttede|vedtog|godkendte|tiltrådte|valgte|genvalgte|udpegede|drøftede|udsatte sagen|udsatte punktet|forkastede|"
           r"afviste|stemte for|konstituerede|"
           r"tog\s(?:\w+\s){0,6}?til (?:efterretning|orientering)|anbefalede|anbefaler|godkender|vedtager|beslutter|tilsluttede|"
           r"bevilgede|bevilger|bemyndigede|bemyndiger|oversendte|oversender|hjemviste|hjemviser|sendte|returnerede|imødekom|imødekommer|"
           r"afslog|afslår|frigav|fastholdt|fastholder|udskød|udsætter|tildelte|henviser|tiltræder|konstituerer|"
           r"nedsatte|nedsætter|enedes|sender|udpeger|vælger|indstiller|indstillede|bifaldt|henviste|"
           rf"(?:gav|giver|meddelte|meddeler) {_ANSWER}|(?:afsagde|afsiger|traf) (?:\w+ )?(?:kendelse|afgørelse|beslutning|bestemmelse))")
TALKS = (
    r"(?:(?:siger|sagde) (?:ja|nej|god for)\b|(?:er|var|blev) (?:alle |ikke )?enige? om|har (?:besluttet|vedtaget|aftalt|valgt|godkendt)"
    r"|(?:snakkede|talte) om|debatterede|vent(?:er|ede) med|nåede ikke|tager (?:det|resten|punktet|sagen)"
    r"|k(?:an|unne) ikke (?:gå ind for|støtte|godkende|tilslutte|tiltræde|bakke op)|ønske(?:r|de) ikke at|g(?:år|ik) (?:ikke )?ind for"
    r"|bakke(?:r|de) op"
    r"|modtog genvalg)")
"""What a meeting says that takes its own minutes."""
NOW = re.compile(r"siger|er |har|venter|tager|kan|ønsker|går|bakker", re.I)
SURELY = re.compile(r" (?:enstemmigt|herefter|dermed|hermed)\b")
INVERTED = (r"(?:(?:det|dette|den|planen|forslaget) (?:tog|tilsluttede|godkendte|besluttede|vedtog|tiltrådte|udsatte|drøftede)"
            r"|valgte|udpegede|nedsatte) ")
"""The verb before the body: "og det tilsluttede rådet sig"."""
THEREUPON = (
    r"\A\W*(?:Herefter|Derefter|Derpå|Endelig|På den baggrund|Efter (?:\w+ ){0,3}(?:debat|drøftelse|afstemning|votering|indstilling)"
    r"(?: (?:fra|af) [^,;]{3,70}?)?|Med \d[^.;]{3,50}?) "
    r"(?:besluttede|vedtog|godkendte|tiltrådte|drøftede|forkastede|afviste|bevilgede|imødekom|afslog|tilsluttede|fastsatte|afgjorde) ")
"""What comes before the body where the meeting has come to the end of a case: "Efter en kort debat vedtog rådet"."""
OF_CASE = re.compile(
    r"^\W*(?:(?:Sagen|Punktet|Forslaget|Emnet|Ansøgningen|Klagen|Kravet|[A-ZÆØÅ]\w+s påstand|Påstanden|Behandlingen|Beslutningen"
    r"|Indstillingen|Vi) (?:\w+ ){0,2}?(?:udsættes|udskydes|"
    r"udgår|udgik|udsattes|(?:over|tilbage|videre)?send(?:es|tes)|henvis(?:es|tes)|hjemvistes|genoptages|tages|kommer|bortfalder"
    r"|bortfaldt|faldt"
    r"|godkendes|vedtages|afvises|hjemvises|hæves|"
    r"indgår|medtages|trækkes|stilles|sættes|nåede|ikke nået|er (?:sat|stillet|udsat|trukket|sendt|oversendt|henvist|givet|afgjort))\b"
    r"|[A-ZÆØÅ][\w-]+(?: \w+)? (?:bemyndiges|bemyndigedes)\b"
    r"|[A-ZÆØÅ][\w-]+(?: [\w()-]+){0,3} trak (?:sit |sin |sine )?(?:forslag|sag|ansøgning|punkt)|[^.]{3,60} modtog genvalg\b)")
"""What becomes of the case, in a short sentence of its own."""
SHORT = 14
GENERIC = {"råd": "rådet", "udvalg": "udvalget", "styrelse": "bestyrelsen", "nævn": "nævnet", "kommission": "kommissionen"}
PAST = re.compile(rf"(?<!mødet )(?<!igen )\b(?:i (?:foråret|efteråret|sommeren|vinteren|starten af|slutningen af|\d{{4}}|{A_MONTH})\b"
                   r"|blev (?:sendt i (?:\w+ )?høring|godkendt|vedtaget|behandlet|tiltrådt|afvist|udsat) (?:den|d\.) \d"
                   r"|i sin tid|tidligere (?!møde)|sidste år|for \w+ (?:år|måneder) siden|havde\b|er tidligere)", re.I)
SINCE = re.compile(r"^\W*(?:Da|Eftersom|Fordi|Idet) [^,.\d]*, "
                    r"(?=(?:blev|bliver|udsat\w*|udsættes) (?:sagen|punktet|behandlingen|forslaget|den)\b)")
"""Why the meeting decided so, which is no tale: "Da forslagsstilleren havde forfald, blev sagen udsat"."""
BY_OTHERS = led(rf"\b{_PARTICIPLE} (?:på|ved) (?:afdelings|beboer|borger|forældre|personale)møde"
                       rf"|(?<!som )\b(?!trukket|frafald){_PARTICIPLE}\s(?:(?!(?:for|til|i|på|med|som)\s)\w+\s){{0,2}}?af\s"
                        rf"(?!et (?:enigt|samlet|enstemmigt)|rådet|udvalget|bestyrelsen|byrådet|kommunalbestyrelsen|alle|et flertal|"
                        rf"dagsordenen|mødet|formand|repræsentant|medlem|flertallet|begge"
                        rf"|(?:de )?(?:\d{{1,2}}|to|tre|fire|fem|seks|syv|otte|ni|ti)(?: medlemmer| i \w+|,| \(| mod\b)|(?-i:[A-ZÆØÅ](?:,"
                        rf"| og|\b)))", re.I)
AT_THE_TIME = re.compile(r"\b(?:i den forbindelse|dengang|ved den lejlighed)\b")
"""A decision of the meeting that the sentence before tells of."""
OTHERS_ACT = re.compile(
    r"\W*(?:Ministeriet|Styrelsen|Staten|Retten|Landsretten|Byretten|Regionen|Ankestyrelsen|[A-ZÆØÅ]\w*klagenævnet|Nævnet(?= hjemviste))\b"
    r"|\W*(?:Ved|På) (?:\w+ )?(?:afdelings|beboer|borger|forældre|personale)mødet? (?:\w+ ){0,4}?blev\b"
    r"|\s*[\"”“»„][^\"”“»„«\n]*:\s*$")
"""What an authority or a meeting of others did, "Ved afdelingsmødet blev planen godkendt med 112 stemmer", and the beginning of what is
proposed in a quotation that the page never closes."""
SUBJECT = re.compile(r"^\W*(?:Administrationens |Forvaltningens |Direktionens |\w+udvalgets |Medlems|Beslutnings|Den |Det )"
                      r"?(?:ind?stilling|forslag|sag|punkt|dagsorden|dagorden|orientering|"
                      r"redegørelse|referat|ansøgning|ændringsforslag|regnskab|protokol|punktet|sagen)\w*\b", re.I)
GATE = led(r"\b(?:blev|bliver|dermed|hermed|"
            r"besluttede|enig|vedtog|godkend|tiltråd|til følge|valgte|udpegede|drøftede|udsat|stemte|konstituer|"
            r"(?:underskrevet|foretaget|afviklet|gennemført)(?=\.?\s*$)|tog|fastsat|anbefale|drøftet|efterretning|intet|ingen|forkast"
            r"|beslutning|foretoges|henvis|fremsend|send|udsæt|afslag|dispensation|tilladelse|tilsagn|vedtaget|tilslut"
            r"|bevilge|oversend|opbakning|beslutter|"
            r"støtte|nedstemt|godkender|udgår|udgik|aftalt|bemyndig|nedsæt|nedsat|indstille|bifald|orientering|enstemmig|stemning|flertal|"
            r"s(?:iger|agde) (?:ja|nej|god)|færdig|hæves|besluttet|snakke|talte? om|debat|vente[rd]|nåede|nået|"
            r"tages (?:op|af|med)|tager (?:det|resten|punkt|sag)|udsky|aflys|(?:\d|var|stemmer) for\b|trak"
            r"|trækkes|falder|faldt|genvalg|medtages|indgår|"
            r"(?:kunne|kan|ønske[rd]e?) ikke|"
            r"(?:gik|går) (?:ud|(?:ikke )?ind)|bakke[rd]|vendt|kommer|trukket|hjemvi|afvis|afslå|afslo|returner|tilbage|"
            r"imødekom|besvare|meddelt|valgt|sat i bero|afgjort|frafald|frafaldt|bortfald|stemmelighed|tilsluttet|fasthold|videre til"
            r"|udpege"
            r"|ad notam|noter|stadfæst|samtykk|henstår|henskyd|enedes|retur til|sig orientere|tilbagevis|kendelse|afgørelse)", re.I)
_NAME_OF = r"[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]+){0,3}"
FOLLOWS = re.compile(r"Afstemning(?:en)?\s?: ?(?:\d|[Ff]or|[Ii]mod|[Jj]a)"
                     r"|(?:Følgende |Stemmer )?(?:For|for|Imod|imod|Mod|Undlod|Hverken)\b(?: at)?(?: stem\w+)?[: ]"
                     rf"|(?:\d+|{_NAME_OF}(?:(?:, | og ){_NAME_OF}){{0,8}}|De (?:andre|øvrige)(?: \w+)?|De \w+ (?:andre|øvrige)|Ingen"
                      r"|[Ee]t|[Ee]n|[Tt]o|[Tt]re)(?: medlem\w*)?(?: \([^)]*\))? "
                      r"(?:undlod|stemte|hverken|(?:(?:var|er) )?i?mod)"
                      r"|(?:Beslutningen|Afstemningen|Resultatet|Tallene|Stemmerne|Det) [^.\n]{0,40}?\b(?:med )?\d+"
                     r" (?:stemmer )?(?:i?mod|for)\b"
                     r"|(?!Ændring|Underændring|Mod)[A-ZÆØÅ][^.,;\n]{2,80}? (?:fik|opnåede) \d{1,3} stemmer\b", re.I)
LABEL = re.compile(r"^(?:Referat|Protokol|Resultat|Udfald|Konklusion)\s?:\s*")
WITH_VOTES = re.compile(r"\bmed (?:stemmerne )?(?:\w+ stemme|\d{1,3}\s?[-–]\s?\d)")
THUS = re.compile(
    r"\b(?:er|var|blev|bliver|faldt) (?:dermed|hermed|således|altså)\b"
    r"|^\W*Der (?:var|er|blev) (?:dermed|hermed|således|altså)\b|^\W*\w+ \w+ derfor\b|, så \w+ (?:er|blev|var) \w+\W*$"
    r"|^\W*(?:(?:Ændrings)?[Ff]orslaget|Indstillingen|Sagen|Det) (?:blev|er|faldt|bortfaldt)(?: \w+){0,2}\W*$")
"""A sentence that draws the conclusion from the votes in those before it."""
AMENDMENT = re.compile(rf"^\W*(?:\w+ ){{0,2}}{PROPOSAL}", re.I)
BESIDES = re.compile(r"\b(?:tillige|desuden|endvidere|derudover|ligeledes)\b")
"""In the sentence that goes on with what was decided."""

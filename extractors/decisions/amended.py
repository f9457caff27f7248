"""The words for what is adopted with a change: "godkendt med den ændring, at ...", "tiltrådt, idet fristen rykkes"; and for proposals
that are not the case's own."""

from __future__ import annotations

import re

from minutes.needs import led

PROPOSAL = (r"(?:ændringsforslag|modforslag|(?-i:(?<!\w )[A-ZÆØÅ]\d{1,2}(?= (?:blev|bliver|faldt|bortfald\w+)\b))"
            r"|(?:(?:hen|hjem|tilbage)visnings|(?:udsæt|udskyd)elses|(?:over|tilbage)sendelses|procedure)forslag)")
"""A proposal to change the case, or what is done with it; by its letter and number, "Ø1 blev forkastet"."""
CARRIED = re.compile(
    r"ændringsforslag(?:et|ene)?(?: (?!(?:blev|er|bliver|til)\b)[\wæøå.-]+){0,5} (?:(?:blev|er|bliver|også|ligeledes|herefter|derefter"
    r"|dermed|begge|enstemmigt) ){0,3}(?<!ikke )(?:vedt(?:aget|ages)|godkend(?:t|es)|tiltr(?:ådt|ædes))\b", re.I)
"""That a change to the case was voted in: "Ændringsforslaget fra Venstre blev vedtaget"."""
_CHANGE = r"(?:ændring|tilføjelse|rettelse|justering|præcisering|korrektion|tilretning|omformulering|skærpelse|lempelse)"
_APPEALS = r"(?:opfordre|henstille|bede|bad|anmode|foresl|håbe)"
_CHANGES = (
    r"\b(?:ændres|tilføjes|udgår|går ud|erstattes|præciseres|rettes|slettes|tilrettes|forhøjes|nedsættes|rykkes|udvides|forlænges|forkortes"
    r"|sættes (?:op|ned)|flyttes|stryges|hæves|sænkes|bortfalder|medtages|indarbejdes|udskydes|fremrykkes"
    r"|suppleres|skærpes|lempes|omformuleres|udelades"
    r"|(?:får|gives|bliver|bytter)\b[^.,;]{0,30}? (?:ny|nyt|nye|andet|anden|andre|mere|flere|færre|mindre|længere|kortere|senere|tidligere"
    r"|højere|lavere|større|plads)\b)")
_SAID = r"(?:[^.]|(?<=\d)\.|(?<=kr)\.)"
"""A character of the same sentence, which may hold a day."""
_OTHERWISE = (
    r"(?!(?:de[rt]|man|vi|\w*udvalg\w*|\w*råd\w*|\w*bestyrelse\w*|\w*forvaltning\w*|\w*administration\w*|\w*mester\w*|\w*formand\w*"
    r"|\w*direkt\w*"
    r"|udgift\w*|sagen|punktet|afgørelsen|beslutningen)\b)[a-zæøå][\w-]*(?: [\w-]+){0,5}? (?:(?!(?:afholdes|finansieres|dækkes"
    r"|forudsættes|henvises|bemærkes"
    r"|forventes|skønnes|anses|findes|ønskes|vurderes|tages|gøres|drøftes|behandles|forelægges|følges|evalueres|undersøges|lægges|menes"
    r"|søges|anvendes"
    r"|bruges|afventes|fremlægges|kræves|mangles|savnes|støttes|berøres)\b)"
    r"[a-zæøå]{3,}(?:es|ås)|udgør|må ikke|selv skal)\b")
"""What becomes of a thing that was to be otherwise: "idet tre af standerne placeres ved stationen"."""
AMENDED = led(
    r"med (?:(?:den|denne|de|det|dette|følgende|disse|enkelte|få|mindre|en|et|enkelt|nævnte|faldne|fremsatte|ovenstående|nedenstående"
    rf"|redaktionelle|tekniske|to|tre) ){{0,3}}(?:\w+ ){{0,1}}?{_CHANGE}(?:er|r)?\b"
    rf"|(?:godkendt|vedtaget|tiltrådt)\b{_SAID}{{0,90}}? sammen med (?:et|\w+s) ændringsforslag"
    r"|med de[t]? vedtagne (?:ænd|underænd)ringsforslag|(?:med|inkl\.|inklusive?) (?:de[t]? )?ændringsforslag"
    r"|(?:som|således|i) ændret"
    r"|de[nt]? (?:\w+ )?ændrede \w*(?:forslag|indstilling|plan|udkast)"
    r"|således ændrede|i (?:den|det) ændrede form"
    rf"|med (?:[A-ZÆØÅ][\w-]*,? (?:og )?){{0,3}}[\w-]+s {_CHANGE}(?:en|er|r)?\b"
    r"|med \w+s (?:ændringsforslag|tilføjelse\w*|rettelse\w*)"
    rf"|med (?:den|de|det) (?:af|fra) [^.]{{1,60}}? (?:foreslåede|fremsatte|stillede|nævnte) (?:\w+ )?{_CHANGE}\w*"
    rf"|(?:idet|således,? at|sådan at) {_SAID}{{0,120}}?{_CHANGES}|\bidet {_OTHERWISE}"
    r"|med (?:det|den|de) (?:[\w.-]+ ){1,6}?(?:ændringsforslag|(?:ændring|tilføjelse|rettelse)(?:er|r)?)\b"
    r"|i (?:den|denne) (?:form|skikkelse)\b"
    r"|\b(?:i øvrigt|ellers) (?:godkend\w+|vedtag\w+|tiltr\w+|i orden|(?:følges|fulgt|som) (?:foreslået|indstill\w+|forslaget))"
    r"|(?:godkend\w+|vedtag\w+|tiltr\w+) i øvrigt"
    r"|idet (?:også|tillige|[^.,;]{0,60}?dog)\b(?! (?:\w+ )?(?:t(?:ager|og) forbehold|stem|undl|kan ikke|kunne ikke))"
    r"|, (?:når|hvis) blot\b|, bortset fra,? at\b"
    r"|(?:frem for (?:det|den|de) indstillede|i stedet for (?:det|den|de) (?:indstillede|foreslåede))\b"
    rf"|, men (?!(?:\w+ )?{_APPEALS}){_SAID}{{2,60}}?{_CHANGES}"
    rf"|, (?:og )?ikke (?:for|fra|til|som) [^.;]{{2,40}}\b(?:ansøgt|foreslået|indstillet|søgt)\b"
    r"|(?:godkend\w+|vedtag\w+|tiltr\w+|fulgt|fordelt|som (?:indstillet|foreslået))\b[^.;]{0,60}? (?:med undtagelse af|bortset fra"
    r"|undtagen|på nær)"
    r" (?!formanden|borgmesteren|(?-i:[A-ZÆØÅ]))"
    r"|, men (?:kun|først) (?:for|fra|i|indtil|på|til|den|med|når)\b"
    r"|, men (?:uden|højst|(?!følges|evalueres|genoptages|drøftes|behandles|tages|ønskes|findes|synes)[a-zæøå]{3,}es (?:først|kun|til|med"
    r"|fra|i|ikke|dog))\b"
    r"|\b(?:resten|det øvrige|øvrige (?:dele|punkter|afsnit)) (?:er |blev |bliver )?(?:godkend\w+|vedtag\w+|tiltr\w+)\b"
    r"|, men ikke (?:\w+dag\b|(?:\w+ )?(?:punkt|afsnit|del))"
    r"|\bmed (?:en|et) [a-zæøå]+ere (?=[a-zæøå])|\b(?:mod|i stedet for) (?:de[nt]? )?(?:an)?(?:søgte|foreslåede|indstillede)\b"
    r"|[.;] Dog (?!(?:stem|undl|kan|kunne|var|ønske|tog|mener|finder|bemærke)\w*)"
    r"|(?:rettelser|ændringer|tilføjelser)\b[^.]{0,40}\. Med (?:disse|de|dem)\b"
    r"|, men \w+(?:en|et|ne) (?:bliver|fastsættes|forhøjes|nedsættes|sættes|ændres)\b"
    r"|med (?:et|følgende) tillæg(?! på| til| af)\b"
    r"|efter at [^.;]{3,80} (?:er|blev|var) (?:ændret|rettet|tilføjet|slettet)"
    r"|ønskes (?:ændret|tilføjet|rettet|præciseret|udvidet|udeladt)\b"
    rf"|(?:godkend(?:t|es)|vedtage[ts]|tiltr(?:ådt|ædes)|anbefale[ts])[;,:] (?:i |på |under |punkt |pkt\. ?|afsnit "
    rf"|§ ){_SAID}{{1,40}}?{_CHANGES}"
    rf"|(?:godkend(?:t|es)|vedtage[ts]|tiltr(?:ådt|ædes)|anbefale[ts]) med (?:den )?bemærkning,? at {_SAID}{{3,80}}?{_CHANGES}"
    r"|\b(?:punkt|pkt\.?|afsnit) \d{1,2} (?:(?:ændre|rette|præcisere|forhøje|nedsætte|udvide|hæve|sænke)s|sættes (?:op|ned))\b"
    rf"|med bemærkning om, at {_SAID}{{3,80}}?{_CHANGES}"
    rf"|på nær (?:punkt|pkt\.?|afsnit) [^.]{{1,30}}?{_CHANGES}"
    r"|(?:(?:godkendt|godkendes|vedtaget|vedtages|tiltrådt|tiltrædes|anbefalet|anbefales) dog|, dog)\b"
    r"(?! (?:ikke )?(?:enig|enstemmig)| (?:kan|kunne|stemte|stemmer|undlod|undlader|tog|tager|ønske[rd]e?|mener|finder"
    r"|havde|var|deltog|forlod|afvent\w+)\b"
    r"| med forbehold fra)"
    rf"|(?:anbefal\w+|godkend\w+|vedtag\w+|tiltr\w+), at (?:[\w-]+ ){{1,5}}i (?:punkt|pkt\.) \d{{1,2}} {_CHANGES}"
    r"|\b(?:dog|men) (?:således|sådan)?,? ?(?:at|med)\b", re.I)


def amends(text: str) -> bool:
    """Does a decision's text tell of a change, and not only of somebody who cannot support all of it?"""
    return AMENDED.search(_CANNOT.sub("", text)) is not None


_SUPPORT = r"(?:tiltræde|støtte|medvirke|anbefale|godkende|tilslutte sig|stemme for|bakke op|gå ind for|være med)\b"
_CANNOT = re.compile(
    r",? (?:idet|dog|men|mens)(?: (?:således|sådan))?,?(?: at)? (?![^,.;]{0,40}(?:dvalg|[Rr]åd|estyrelse)\w* )"
    r"(?:[A-ZÆØÅ][^,.;]{0,60}?|(?:et|en|to|tre|\d) medlem(?:mer)?|mindretallet) (?:dog )?"
    rf"(?:ikke (?:kan|kunne|vil|ville)|(?:kan|kunne|vil|ville) (?:dog )?ikke) {_SUPPORT}[^.;]*")
""" ", idet KLO dog ikke kan tiltræde, at depotet lukkes", ", dog at Ida Holm (B) ikke kan medvirke": what some cannot support."""

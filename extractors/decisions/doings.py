"""What a decision tells by who does what and in which tense, where no word of decision stands: "Jytte skriver brevet" is agreed, "Formanden
viste billeder" is heard, "Det gik meningerne delte på" is talk."""

from __future__ import annotations

import re

from extractors.decisions.asides import own_sentences
from extractors.decisions.closing_words import BEFORE
from extractors.structure.names import BODY

_MEETING = (rf"(?:Et (?:\w+ )?[a-zæøå]*(?:råd|udvalg|bestyrelse|flertal)|(?:{BODY.pattern})|Rådet|Udvalget|Bestyrelsen|Nævnet|Synet"
            r"|Flertallet|Vi|Man)(?:s flertal| som helhed)?(?: \([^()]*\))?")
_OFFICE = r"(?:Forvaltningen|Administrationen|Sekretariatet|Direktionen|[A-ZÆØÅ][\w-]*(?:forvaltningen|afdelingen|centret))"
_NAME = (r"(?!(?:De[rtn]?|Denne|Dette|Disse|Ingen|Som|Så|Her|Alle|Efter|For|Ikke|Der\w+|Her\w+|Når|Hvis|Både|Intet|\w{3,}(?:erne|ningen"
         r"|elsen|heden|ionen|sagen|planen)|(?:Ejer|Nabo|Klager|Ansøger|Bygherre|Entreprenør|Beboer"
         r"|Lodsejer|Lejer|Borger|Stat|Region)\w*)\b)"
         r"[A-ZÆØÅ][\w.’-]+(?: [A-ZÆØÅ][\w.’-]+){0,3}(?: \([^()]*\))?")
_POST = (r"(?:(?i:[a-zæøå-]*(?:formand|chef|leder|direktør|sekretær|mester|kasserer|inspektør|konsulent|læge|elevråd))(?:en|ne|et)?"
         r"|Rektor)")
_SOMEBODY = rf"(?:(?:{_POST}(?: {_NAME})?|{_NAME})(?:(?:, (?:{_POST}|{_NAME}))* og (?:{_POST}|{_NAME}))?)(?: fra \w+| for \w+)?"
_STATE = (r"(?:er|har|var|for|især|her|hver|kan|skal|vil|bør|må|mener|finder|synes|håber|ønsker|undrer|beklager|bemærker|konstaterer|ser"
          r"|forstår|ved|tror"
          r"|peger"
          r"|oplyser|orienterer|fortæller|redegør|ligger|består|viser|glæder|forventer|savner|efterlyser|spørger|deltager|mangler|beder"
          r"|bor|under|over|efter|eller|siger|taler|drøfter|opfordrer|indstiller|anbefaler|foreslår|vurderer|nævner|roser|takker|kender"
          r"|bestrider|fastslår|fremhæver|advarer|lider|kommer|sidder|står (?!for\b|bag\b)|noterer|hører|mindes|minder|kræver|vender)")
_NOW = re.compile(rf"\W*(?:{_MEETING}|{_OFFICE}|Kommunen|{_SOMEBODY}) (?!{_STATE}\b)(?P<verb>[a-zæøå]{{2,}}r)\b(?! (?:er|var|har|blev)\b)")
"""Somebody does a thing from now on."""
_TO_FIND_OUT = re.compile(rf"\W*(?:{_OFFICE}|{_POST}) (?:undersøger|afklarer|ser|regner|kontakter|vurderer|spørger|taler)\b")
_ASKED = re.compile(rf"\W*(?:{BODY.pattern}|{_OFFICE}|{_POST}) (?:bedes|anmodes|opfordres)\b")
_FOR_IT = re.compile(rf"\W*{_MEETING} (?:er|var) (?:med på|positiv(?:t|e)? (?:over ?for|stemt)|helt med|tilfreds? med (?:forslag|plan"
                     rf"|løsning)"
                     r"|velvillig\w*)\b")
_AGAINST = re.compile(
    rf"\W*{_MEETING} (?:tager|tog) (?:\w+ )?afstand fra\b|\W*{_MEETING} (?:er|var) ikke (?:sindet|indstillet på|til sinds|villig|stemt)"
    rf"|\W*{_MEETING} (?:fandt|finder|så|ser|havde|har) (?:ikke|ingen|intet) (?:grundlag|anledning|grund|mulighed|råd|baggrund|behov)\b"
    r"(?! for at (?:sige|bemærke|udtale|kommentere))"
    r"|\W*(?:Der (?:er|var)|Budgettet har|Puljen har) (?:ikke|ingen) (?:\w+ )?(?:midler|penge|dækning|plads|råd)(?: \w+)?(?: (?:hertil"
    r"|til) ?[^.]*)?\W*$")
_HEARS = re.compile(rf"\W*(?:{_MEETING}|Medlemmerne) (?:har (?:set|læst|hørt|modtaget|fået)|takke[rd]e?|kvitterede|hørte|så|fik|modtog"
                    rf"|noterede|læste|blev (?:vist"
                    rf"|orienteret))\b")
_REPORTS = re.compile(
    rf"\W*(?:{_OFFICE}|{_SOMEBODY}) (?:fortalte|oplyste|redegjorde|orienterede|forklarede|viste|gennemgik|fremlagde|præsenterede|berettede"
    r"|beskrev|forelagde|introducerede|underrettede|informerede|meddelte|gav (?:\w+ ){{0,2}}(?:orientering|status|oversigt|overblik)"
    r"|holdt \w*oplæg"
    r"|refererede|afrapporterede|kom forbi og|supplerede)\b")
_TALKS = re.compile(
    rf"\W*(?:{_MEETING}|Medlemmerne|(?:Rådets|Udvalgets|Bestyrelsens) medlemmer|Deltagerne|Nogle|Flere|Enkelte|Alle) (?:delte|talte|mente"
    rf"|undre(?:r|de)|vendte|udvekslede|diskuterede"
    rf"|savnede"
    r"|syntes|fandt|lufte(?:r|de)|gav udtryk|kom med|efterlyste|peger|pegede)\b"
    r"|\W*(?:Der (?:var|blev) (?:\w+ ){0,2}(?:meninger|holdninger|synspunkter|forslag|ideer|udtrykt|ros|kritik|bekymring)|God (?:debat"
    r"|snak|dialog)"
    r"|\w+ (?:debat|snak|drøftelse|dialog)\b)", re.I)
_ENDED = re.compile(r"\b(?:synspunkter|meninger|holdninger) (?:\w+ )?blev (?:\w+ )?(?:fremført|udvekslet|luftet)\b|\buden (?:konklusion"
                    r"|beslutning|afgørelse)\b", re.I)
_NOT = re.compile(r"\b(?:ikke|ingen|intet|hvis|såfremt|når|måske|ifølge|(?:efter|jf\.) (?:\w+)?loven)\b")
_DONE_BY_WORD = re.compile(r"\W*(?:Meddelt|Oplyst|Hørt|Læst|Set|Fortalt|Besvaret)\W*")
_LATER = re.compile(rf"\W*{_MEETING} [^.;]*\b(?:før|inden)(?: \w+){{0,3}} (?:tages|træffes|tager|træffer|tage|træffe|afgøres|besluttes"
                    rf"|beslutter"
                    r"|bestemmer|kan (?:tage|beslutte|træffe|sige))\b"
                    rf"|\W*{_MEETING} [^.;]*\bønske[rd]?e? [^.;]*\b(?:beslutningsgrundlag|belyst|undersøgt nærmere|nærmere undersøgt)\b")
_FIRST = re.compile(r"\W*(?:Inden|Før|Førend) (?:\w+ ){1,4}?(?:afgøres|besluttes|vedtages|tager stilling|træffer"
                    r"|tages stilling)[^,]*, (?:vil|ønsker|skal)\b")
_ORDERS = re.compile(r"\W*(?!De[rt]\b|Sagen|Punktet|Udvalget|Byrådet|Rådet)[A-ZÆØÅ][a-zæøå-]+(?:en|et|ne"
                     r"|rne) skal (?:[^.;?]|(?<=\d)\.)*[a-zæøå]{3,}(?:es|ås)\b")
_SHOWN_BY = re.compile(r"\W*[A-ZÆØÅ][\w-]+(?: [\w-]+){0,3} (?:blev|er|var) (?:præsenteret|gennemgået|fremlagt|forelagt|vist|forklaret"
                       r"|beskrevet) af\b")
_ROLES = re.compile(rf"\W*(?:{_POST}|(?i:suppleant|repræsentant|medlem))(?:er)?(?: ?:)? {_NAME}\W*")
_JOINS = re.compile(rf"\W*{_SOMEBODY} (?:går|træder|kommer|sidder) (?:ind |med )?i \w*(?:udvalg|gruppe|bestyrelse|råd)\w*")
_WHEN = re.compile(r"\W*(?:\w+dag,? )?(?:den )?\d{1,2}[./] ?[\w.]+(?: \d{4})?[^A-ZÆØÅ]*\W*")
_TOOK_PLACE = re.compile(r"\W*[A-ZÆØÅ][\w-]+(?:et|en) fandt sted\W*")
_QUESTIONS = re.compile(r"(?:\w+s )?(?:Spørgetid|Spørgetime|Borgerspørgetid|Spørgsmål fra)", re.I)
_NEXT = re.compile(r"(?:Næste|Kommende) møde|Møde(?:datoer|plan)|Dato")


def doings(text: str, title: str) -> str:
    """The outcome of a decision on an item with that title that no word tells, by what is done in it; "unknown" where it may be a tale."""
    own = [one for one in own_sentences(text) if not one.endswith("?") and not BEFORE.search(one)]
    if own and (all(_ROLES.fullmatch(one) for one in own) or _JOINS.match(own[0])):
        return "appointed"
    if own and (_QUESTIONS.match(title) or len(own) == 1 and _TOOK_PLACE.fullmatch(own[0])):
        return "procedural"
    if own and _NEXT.match(title) and _WHEN.fullmatch(own[0]):
        return "procedural"
    found = [outcome for one in own if (outcome := _does(one))]
    for outcome in ("rejected", "postponed", "adopted", "referred", "discussed"):
        if outcome in found:
            return outcome
    return "noted" if own and (heard(own[0]) or _DONE_BY_WORD.fullmatch(own[0])) else "unknown"


def heard(one: str) -> str:
    """What a sentence tells the meeting did that did no more than hear and talk: "noted", "discussed", or ""."""
    if _HEARS.match(one):
        return "noted"
    if _NOT.search(one.split(",")[0]):
        return ""
    return "discussed" if _TALKS.match(one) else "noted" if _REPORTS.match(one) or _SHOWN_BY.match(one) else ""


def _does(one: str) -> str:
    """What a sentence tells is done, "" for none."""
    if _LATER.match(one) or _FIRST.match(one):
        return "postponed"
    if _AGAINST.match(one):
        return "rejected"
    if _TO_FIND_OUT.match(one) or _ASKED.match(one):
        return "referred"
    if (_NOW.match(one) or _FOR_IT.match(one) or _ORDERS.match(one)) and not _NOT.search(one):
        return "adopted"
    return "discussed" if _TALKS.match(one) or _ENDED.search(one) else ""

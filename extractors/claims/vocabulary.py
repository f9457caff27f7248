"""The words that relations between figures are told with: one list for each thing that words do, for all families of relations.

`pattern` puts a list in for its name in small letters: "<is>" for the verbs that give a figure. Lists may hold others.
"""

from __future__ import annotations

import re
from functools import cache

_PREPOSITIONS = "på i fra til over under mellem med for af hos ved end mod og pr per kl de om efter før inden uge"

WORDS = {
    # small words that change nothing
    "slack": r"(?: (?:kun|blot|bare|lige|præcis(?:t)?|nøjagtigt?|nu|så|da|dog|stadig|fortsat|også|<so>|<all>|netto|brutto|hele|ligeledes"
    r"|imidlertid|alene|endnu|næsten|cirka|omtrent|omkring|ikke mindre end))*",
    # what comes sums up what was told; what comes follows from it, or only after it
    "thus": r"altså|således|dermed|derved|hermed|herved|hvorved",
    "so": r"<thus>|derfor|herefter|derefter|hvorefter|hvorfor|følgelig",
    # what comes is the figures before it in other words, or all that they come to
    "same": r"(?:(?:hvilket|det|dette|der) (?:\w+ )?)?(?:svare(?:r|nde|de|t)(?: \w+)? til|modsvare(?:r|nde|de)|vil sige)|altså|dvs\.?"
    r"|d\.v\.s\.|lig(?: med)?|nærmere (?:betegnet|bestemt)|mere præcist|ensbetydende med"
    r"|(?<!hvor )(?:hvilket|det|dette) (?:<so> )?(?:<gives>|betyder)|=",
    "equals": r"<same>|eller|nemlig",
    # verbs of what comes out, and of any figure
    "comes": r"bliver|blev|giver|gav|andrager|androg|(?:lyder|lød|lander|landede|ender|endte) på|belø(?:ber|b)(?: det)? sig til"
    r"|lø(?:ber|b)(?: det)? op (?:i|til)|(?:kommer|kom|når|nåede) op på|(?:opgøres|beregnes|summerer) til"
    r"|resulterer? i|resulterede i",
    "gives": r"er|var|udgøre?r?|udgjorde|(?:ligger|lå) på|(?:anslås|skønnes) til|<comes>"
    r"|(?:har|vil|kan|må|skal|forventes|ventes)(?: (?:at|nu|<so>))* (?:været?|blive|udgøre|udgjort|andrage|give|beløbe sig til|løbe op i"
    r"|(?:opgøres|anslås|beregnes) til)"
    r"|(?:er|var|bliver|blev) (?:opgjort|beregnet|anslået|skønnet|fastsat|budgetteret|steget|vokset|kommet op) (?:til|på)",
    # verbs of a figure, with what stands between them and it
    "is": r"<gives><slack>(?: på| til| med| i alt)?",
    # all of it, after or before the figure
    "all": r"i alt|ialt|alt i alt|tilsammen|til sammen|sammenlagt|samlet(?: set)?|totalt(?: set)?|under ét|over ?én kam",
    # all of it, as an adjective or a noun too
    "total": r"<all>|samlede|total\w*|summen|sum",
    # how a share is called
    "portion": r"\w*(?:procent|andel|grad|deltagelse|gennemførelse|tilslutning|dækning|belægning|frekvens)\w*",
    # some of it follows
    "ofit": r"heraf|hvoraf|deraf|herudaf|herunder|derunder",
    # some of those just counted
    "ofthem": r"af (?:dem|disse)|blandt (?:dem|disse)|ud af disse",
    # a part before its whole
    "outof": r"ud af|af|blandt|ud fra",
    # no preposition makes the figure a place, a time or a measure of something else
    "free": "".join(f"(?<!\\b{word} )" for word in _PREPOSITIONS.split()),
    # how a counted whole is called
    "the": r"(?: (?:de|den|det|i alt|alle|samtlige|vores|vore|kommunens|\w+s|adspurgte|indbudte|samlede|inviterede))*",
    # what some of those counted did
    "did": r"(?:<ofthem> |har |er |var |blev )?(?:kom|fik|har|havde|er|var|blev|svarede|deltog|mødte|bor|gik|fuldførte|gennemførte|ønskede"
    r"|stemte|bruger|søgte)",
    # a whole goes to its parts
    "shared": r"(?:for|op)?del(?:t|es|te sig|er sig)(?: (?:således|sådan|ud|op|ligeligt|sig))*(?:,? (?:på|mellem|imellem|blandt|med|over"
    r"|til|i|som følger))?|delt op i|(?:udmøntes|udbetales|finansiere[st]|finansieret|dække[st]|dækket|afholde[st]|afholdt"
    r"|tilvejebringes|skaffes) (?:med|af|ved|gennem)|disponeret til|henføres til|stammer fra"
    r"|hidrører fra|fremkom(?:mer|met)? (?:ved|af|som)|bestå(?:r|ende|s)? af|bestod af|sammensat af|(?:der|som) (?:går|gik|bruges|anvendes"
    r"|gives|ydes) til|(?:der|som) (?:betales|dækkes) (?:med|af)|(?:der|som) dækker",
    # it has parts, perhaps all of them
    "covers": r"<shared>|dækker|omfatter|rummer|indeholder|bruges til|anvendes til|går til|finansieres",
    # what was counted is named one by one
    "namely": r"nemlig|dvs\.?|det vil sige|altså|henholdsvis|hhv\.",
    # only some parts are told
    "some": r"blandt andet|bl\.a\.|f\.eks\.|for eksempel|fx|eksempelvis|primært|især|hovedsagelig\w*|navnlig|fortrinsvis"
    r"|overvejende(?! (?:u?tryg|u?tilfreds|u?enig|posit|negat))|først og"
    r" fremmest|såsom",
    # something else begins
    "aside": r"hvilket|svarende til|i alt|men|hvortil|dertil|hertil|ud ?over|derudover|herudover|mod|idet|dog|<ofit>",
    # what is not yet told
    "rest": r"rest(?:en|beløbet|summen|bevillingen|udgiften|rammen|puljen|finansieringen|budgettet"
    r"|rådighedsbeløbet)"
    r"|(?:de|den|det) (?:resterende|øvrige|sidste|overskydende|tilbageværende|manglende|tiloversblevne|andre)",
    # is left
    "left": r"tilbage|i rest|i behold|til rest|til overs|i overskud|resterer|udestår|ufordelte?|uforbrugte?"
    r"|ubrugte?|ledige?|tomme?|frie?|usolgte?|ubesatte?|uudnyttede?|udisponerede?"
    r"|ikke (?:er )?(?:udmøntet|disponeret|brugt|anvendt|fordelt)",
    # it becomes more, it becomes less
    "rises": r"steget|stiger|steg|stige|vok(?:set|ser|sede|se)|(?:for)?øge[rst]?|(?:for)?øget|forhøje[ts]|hæve[ts]|løfte[ts]|udvide[ts]"
    r"|op(?:juster|normer|skriv)e[ts]|opskrevet|fordyre[ts]|tiltage[rt]|(?:sat|sættes|går|gået|gik) (?:op|frem)",
    "falls": r"faldet|falder|faldt|falde|reducere[rst]?|sænke[rst]|nedsat|nedsættes|(?:be)?skåret|(?:be)?skæres|formindske[ts]|nedbragt"
    r"|nedbringes|mindske[ts]|ned(?:juster|normer)e[ts]|nedskrive[ts]|nedskrevet|skrump(?:er|et|ede)|indskrænke[ts]|(?:af|for)korte[ts]"
    r"|aftage[rt]|dale(?:r|t|de)|svind(?:er|et)|svundet|(?:sat|sættes|går|gået|gik) (?:ned|tilbage)",
    # so much more, so much less
    "rise": r"(?!\w*søgning)\w*(?:stigning|vækst|forøgelse|øgning|forhøjelse|udvidelse|fremgang|opjustering|opnormering|opskrivning"
    r"|fordyrelse|tilgang|hævning)\w*|(?:pris|bevillings)?løft(?:et)?|plus(?= på)",
    "fall": r"(?!\w*(?:af|til|for|ud|over|ind|an)fald)\w*(?:fald|nedgang|reduktion|reducering|tilbagegang|nedsættelse|formindskelse"
    r"|lempelse|nedjustering|nednormering|nedskrivning|afgang|afkortning|forkortelse|indskrænkning|sænkning|nedskæring|beskæring"
    r"|mindskelse|nedbringelse)(?:et|e?n|e?r|e?rne)?",
    # so much above what was planned, so much below
    "excess": r"\w*(?:merudgift|merindtægt|merforbrug|overskridelse|meromkostning)\w*|merpris(?:en)?",
    "saving": r"\w*(?:besparelse|mindreudgift|mindreindtægt|mindreforbrug)(?:et|en|er|erne)?",
    # how two figures compare
    "more": r"mere|flere|højere|større|over|dyrere|bedre|nye|længere|for (?:meget|mange|høj\w*)",
    "less": r"mindre|færre|lavere|under|billigere|dårligere|kortere|for (?:lidt|få|lav\w*)",
    # for each of them
    "per": r"pr\.?|per|for hver(?:t)?|i hver(?:t)?|på hver(?:t)?|til hver(?:t)?",
    # at so much a piece, so many times
    "at": r"à|á|a|@|×|x|\*|gange|gange med|ganget med",
    # parts in turn
    "turns": r"omgange|etaper|rater|faser|hold|portioner|dele|tempi|runder|grupper|klumper|terminer",
}

_NAME = re.compile(r"(?<!\?P)<([a-z]+)>")


@cache
def words(name: str) -> str:
    """A list as an alternation of whole words; small words between others ("…)*") may be missing. Raises KeyError for an unknown name."""
    plain, small = _inner(name), WORDS[name].endswith("*") or name == "free"
    return plain if small else rf"(?<!\w)(?:{plain})(?!\w)"


def _inner(name: str) -> str:
    """A list inside another, where the words are whole anyway."""
    return _NAME.sub(lambda m: f"(?:{_inner(m[1])})", WORDS[name])


def put_in(written: str) -> str:
    """The pattern with every list in the place of its name."""
    return _NAME.sub(lambda m: words(m[1]), written)

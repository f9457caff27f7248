"""Names as minutes print them: bodies with their abbreviations, municipalities, parties."""

from __future__ import annotations

import re

from minutes.needs import led
from minutes.parties import LONGEST_FIRST

_CAP = r"[A-ZÆØÅ]+[a-zæøåéèöüä]*"
_ORGAN = r"(?:udvalg|(?<![Oo]m)råd|nævn|kommission|bestyrelse|repræsentation|magistrat)"
_NOT_ORGAN = rf"(?!\w*{_ORGAN})"
_END = r"(?:et|en|n)?s?(?![a-zæøå])"
_TOPICS = (
    r"[A-ZÆØÅ§](?:(?:\w+(?:al|el|isk|ig|iv)e?|ære|rønne|ldre|nge) (?=[A-ZÆØÅ]\w)[A-ZÆØÅ])?[\w-]*"
    r"(?:(?:-?,\s[\w-]+){0,4}-?\s(?:og|&)\s(?:[a-zæøå]+\s(?=[A-ZÆØÅ]))?[\w-]+)?")

BODY = led(
    rf"(?:§\s?17[,.]?\s?(?:stk\.?\s?)?4[-,]?\s?(?:[Uu]dvalg\w*|{_CAP}udvalg\w*)(?:\s(?:om|for|vedrørende)\s"
    rf"(?:{_TOPICS}|[a-zæøå]+(?:\s[a-zæøå]+){{1,2}}(?=$|\s*[\n:(–])|[a-zæøå]+))?"
    rf"|(?<![a-zæøå])[Uu]dvalget\sfor\s(?:[a-zæøå]+,\s)*[a-zæøå]+(?:\sog\s[a-zæøå]+)?(?=$|\s*[\n:(–])"
    rf"|(?<![a-zæøå])(?:(?:Under|Projekt|Opgave)?[Uu]dvalg(?:et)?|[Rr]ådet|[Nn]ævnet)\sfor\s{_TOPICS}"
    rf"|(?:(?:{_NOT_ORGAN}(?!Kommune,){_CAP}(?:-?,|-)\s){{0,4}}{_NOT_ORGAN}{_CAP}(?:-?\s|-)(?:og|&)\s)?(?:{_CAP}{_ORGAN}"
    rf"|Teknisk\s[Uu]dvalg|Grøn(?:t|ne)\sRåd|Magistrat){_END}"
    rf"|{_NOT_ORGAN}{_CAP}-(?:,\s[a-zæøå]+-){{0,3}}\s(?:og|&)\s[a-zæøå]*{_ORGAN}{_END}"
    rf"|Hegns?syn(?:et)?s?(?!\w)|Direktion(?:en)?s?(?!\w)|(?:Hoved|Område|Center|Lokal|Sektor)-?MED(?![-\w]))"
)
"""A body with a capital letter: "Teknik- og Miljøudvalget", "Børne- og ungeudvalget", "Udvalget for Sundhed og Omsorg", "Byrådets"."""

_NO_NAME = r"(?!KOMMUNE(?:,|S\s)|(?:I|FRA|AF|TIL|FOR|DEN|BESLUTNING|INDSTILLING|REFERAT|DAGSORDEN|PROTOKOL|MØDE)(?:ER|EN|ET)?\s)"
SHOUTED = re.compile(rf"(?<!\w)(?:{_NO_NAME}[A-ZÆØÅ]+-?,?\s(?:(?:OG|&)\s)?){{0,4}}[A-ZÆØÅ]*(?:{_ORGAN.upper()}|HEGNS?SYN)"
                     r"(?:ET|E?N)?S?(?![A-ZÆØÅ])(?:\sFOR\s[A-ZÆØÅ]{2,}(?:(?:,\s|\sOG\s)[A-ZÆØÅ]{2,})*)?")
"""A body in capital letters: "BYRÅDETS", "TEKNIK- OG MILJØUDVALGET"."""

LOWER = re.compile(r"(?<!\w)(byråd|kommunalbestyrelse|borgerrepræsentation|magistrat|regionsråd|amtsråd|økonomiudvalg|menighedsråd)"
                   r"(?:et|en)s?(?!\w)")

_ORGANS = led(r"udvalg|råd|nævn|kommission|bestyrelse|repræsentation|magistrat|direktion|hegns?syn|(?:(?<=[a-zæøå]{4})|(?<=-))med(?!\w)")


def may_name_body(text: str) -> bool:
    """Whether it is worth looking for a body in a text at all: the patterns above take their time."""
    return _ORGANS.search(text.lower()) is not None


def is_body(text: str) -> bool:
    """Is a text the name of a body, which heads every item in some papers?"""
    return bool(may_name_body(text) and (BODY.fullmatch(text) or SHOUTED.fullmatch(text)))


ABBREVIATIONS = {
    "KB": "Kommunalbestyrelsen", "BR": "Borgerrepræsentationen", "BY": "Byrådet", "BYR": "Byrådet", "ØU": "Økonomiudvalget",
    "ØK": "Økonomiudvalget", "MAG": "Magistraten", "DIR": "Direktionen", "RR": "Regionsrådet", "FU": "Forretningsudvalget",
    "TU": "Teknisk Udvalg",
}
_COUNCIL = re.compile(r"(?<!lands)byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|amtsråd(?!sforening)|sammenlægningsudvalg", re.I)
_TERM = led(r"[\s_(]*(?:\(?(?:År\s)?(?:\d{4}|\d{2})\s?[-–]\s?(?:\d{4}|\d{2})\)?|-\sNYT\spr\.[\s\d.]+)\s*")
_DEFINITE = {"udvalg": "et", "råd": "et", "nævn": "et", "bestyrelse": "n", "repræsentation": "en", "magistrat": "en", "kommission": "en"}
_ENDS_IN_S = ("ets", "ens", "råds", "Råds", "udvalgs", "Udvalgs", "nævns", "bestyrelses", "repræsentations", "kommissions")
_ENDING = re.compile(r"(udvalg|råd|nævn|bestyrelse|repræsentation|magistrat|kommission)(et|en|n)?$", re.I)


def body_name(printed: str) -> str:
    """The body's name in its definite form, without genitive, council term or capitals: "BYRÅDETS" → "Byrådet"."""
    name = " ".join(_TERM.sub(" ", printed).replace("-og ", "- og ").split()).strip(" ,.:")
    if name in ABBREVIATIONS:
        return ABBREVIATIONS[name]
    if name.isupper() and len(name) > 5:
        name = re.sub(r"[\wæøå]+", lambda m: m[0] if m[0] in ("og", "for") else m[0].capitalize(), name.lower())
    name = name[:-1] if name.endswith(_ENDS_IN_S) else name
    name = name[:1].upper() + name[1:]
    ending = _ENDING.search(name)
    if ending and not ending[2] and not _placed(name) and not name.startswith("Teknisk"):
        name += _DEFINITE[ending[1].lower()]
    return name


def named_by(found: re.Match[str]) -> str:
    """The body that a match names; a noun behind it may tell its genitive: "Udvalget for Sundheds beslutning"."""
    own = _FOR_TOPIC.match(found[0]) and _OWNED.match(found.string, found.end())
    return body_name(found[0].removesuffix("s") if own else found[0])


_FOR_TOPIC = re.compile(r"\w+ for ")
_OWNED = re.compile(
    r" (?:(?:ekstra)?ordinære )?(?:beslutning|indstilling|anbefaling|behandling|vedtagelse|afgørelse|møde|dagsorden|referat|protokol)")


def _placed(name: str) -> bool:
    """ "Nordvang Integrationsråd": a place and a body, which stays as printed."""
    return " " in name and " og " not in name and "-" not in name.split(" ")[0]


def council_of(place_and_body: str) -> str | None:
    """ "Fjordby Byråd" is the council "Byrådet"; None for any other body."""
    found = _COUNCIL.search(place_and_body)
    return body_name(found[0].capitalize()) if found else None


def level(body: str | None) -> int:
    """How high a body stands: 3 the council, 2 the finance committee or magistracy, 1 any other body, 0 the administration, -1 unknown."""
    if not body:
        return -1
    lowered = body.lower()
    if _COUNCIL.search(lowered):
        return 3
    if lowered.startswith(("økonomi", "magistrat", "forretningsudvalg")):
        return 2
    return 0 if lowered.startswith(("direktion", "administration", "forvaltning")) else 1


def bodies(text: str) -> list[str]:
    """Every body that a text names, in order, each once, in its definite form; abbreviations in capitals count ("ØU - KB")."""
    patterns = (BODY, LOWER) if may_name_body(text) else ()
    found = [(m.start(), named_by(m)) for pattern in patterns for m in pattern.finditer(text)]
    found += [(m.start(), ABBREVIATIONS[m[0]]) for m in SHORT.finditer(text)]
    if not found and patterns:
        found = [(m.start(), body_name(m[0])) for m in SHOUTED.finditer(text)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


SHORT = re.compile(rf"(?<![\wÆØÅ])(?:{'|'.join(ABBREVIATIONS)})(?![\wÆØÅ])")
"""A body by its letters: "ØU"."""

_WORD = r"(?:(?:Chr|Kr|Fr|Th|Joh|Vilh)\.|[A-ZÆØÅÄÖÜÉŠŞÇŽ](?:\.(?:[A-ZÆØÅ]\.)?|[\wé'’-]+))"
PERSON = rf"{_WORD}(?:\s(?:{_WORD}|(?:de|la|van|von|al|el|bin)(?=\s[A-ZÆØÅ]))){{1,4}}"
"""A person's full name, as a part of an expression."""

LETTERS = r"(?:[A-ZÆØÅ][23]?(?!\d)|DF|EL|SF|KF|RV|LA|DD|ALT|VJ|UP|UFP|KD|NB)"
_GROUP = re.compile(r"(?:Liste|Gruppe|Gruppen|Partiet)\s[A-ZÆØÅ]\b|[A-ZÆØÅ]\w*(?:listen|partiet|gruppen|alliancen)\b|[A-ZÆØÅ]\w+ Liste\b")


def party(printed: str) -> str | None:
    """The party that stands first in a text, as printed; None when it begins with something else."""
    if name := next(filter(printed.startswith, LONGEST_FIRST), None):
        return name
    found = _GROUP.match(printed)
    return found[0] if found else None


def is_letter(printed: str) -> bool:
    """Is it a party's letter or short code ("A", "DF")?"""
    return _IS_LETTER.fullmatch(printed) is not None


_IS_LETTER = re.compile(LETTERS)


_DOUBLE = r"(?:(?:Høje|Ny|Nye|Store|Lille|Gammel|Nørre|Sønder|Øster|Vester)\s)?"
PLACE = rf"{_DOUBLE}[A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)*(?:\s(?:Å|Sund|Havn|By|Bro|Hede|Strand))?"
_ONE_EACH = "(?:integrations|ældre|unge|ungdoms|handicap|senior|udsatte|trafiksikkerheds)råds?"
"""The councils of which a municipality has one, and which therefore bear its name: "Nordby Ældreråd"."""
MUNICIPALITY = led(rf"(?<![\w-])({PLACE})(?:\sKøbstads?)?\s((?:Regions|regions)?[Kk]ommunes?|Byråds?|Kommunalbestyrelse|"
                   rf"Borgerrepræsentation|(?=[A-ZÆØÅ])(?i:{_ONE_EACH}))(?![a-zæøå])")
SHOUTED_PLACE = led(r"(?<!\w)([A-ZÆØÅ]{3,}(?:-[A-ZÆØÅ]+)*)(?:[^\S\n]KØBSTADS?)?[^\S\n]+"
                    rf"(KOMMUNES?|BYRÅDS?|KOMMUNALBESTYRELSE|{_ONE_EACH.upper()})(?![A-ZÆØÅ])")
_NO_PLACE = {"Referat", "Dagsorden", "Hver", "Den", "Din", "Vores", "Deres", "Ny", "Nyt", "Egen", "Samme", "Anden", "Det",
             "Til", "Fra", "Godkendt", "Åben", "Åbent", "Lukket", "Udvalg", "Forum", "Råd", "Organ", "Lokale", "Byens", "Landets",
             "Kommunens", "Regionens"}
_NO_NAME_OF_PLACE = re.compile(r"\w*(?:ske|ende|lige|ligere|valgte)")
"""An adjective before a council: "Danske Ældreråd", "Kommende Byråd"."""


def municipalities(text: str) -> list[str]:
    """Every municipality that a text names as such, as "X Kommune", with repetitions."""
    found = [f"{m[1]} {'Regionskommune' if m[2][:6].lower() == 'region' else 'Kommune'}" for m in MUNICIPALITY.finditer(text)
             if m[1] not in _NO_PLACE and not _NO_NAME_OF_PLACE.fullmatch(m[1])]
    return found + [f"{m[1].title()} Kommune" for m in SHOUTED_PLACE.finditer(text) if m[1].title() not in _NO_PLACE]


_TODAY = (
    "Albertslund Allerød Assens Ballerup Billund Bornholm Brøndby Brønderslev Dragør Egedal Esbjerg Fanø Favrskov Faxe Fredensborg "
    "Fredericia Frederiksberg Frederikshavn Frederikssund Furesø Faaborg-Midtfyn Gentofte Gladsaxe Glostrup Greve Gribskov "
    "Guldborgsund Haderslev Halsnæs Hedensted Helsingør Herlev Herning Hillerød Hjørring Holbæk Holstebro Horsens Hvidovre Høje- "
    "Taastrup Hørsholm Ikast-Brande Ishøj Jammerbugt Kalundborg Kerteminde Kolding København Køge Langeland Lejre Lemvig Lolland "
    "Lyngby-Taarbæk Læsø Mariagerfjord Middelfart Morsø Norddjurs Nordfyn Nyborg Næstved Odder Odense Odsherred Randers Rebild "
    "Ringkøbing-Skjern Ringsted Roskilde Rudersdal Rødovre Samsø Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer "
    "Svendborg Syddjurs Sønderborg Thisted Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerland Viborg Vordingborg Ærø "
    "Aabenraa Aalborg Aarhus "
)
_TOWNS = (
    "Asnæs Bjerringbro Birkerød Bogense Bramming Brande Brædstrup Brørup Ebeltoft Faaborg Farsø Fjerritslev Frederiksværk Give Gram Grenaa "
    "Gråsten Hadsten Hadsund Hammel Haslev Helsinge Hinnerup Hirtshals Hobro Holsted Hornslet Hundested Hårlev Ikast Jelling Kolt "
    "Løgstør Løgumkloster Lyngby Maribo Nakskov Nibe Nordborg Nykøbing Nørresundby Otterup Pandrup Ribe Ringe Ringkøbing Rudkøbing Rønde "
    "Rønne Sakskøbing Skagen Skjern Skærbæk Sæby Søndersø Støvring Sunds Tarm Tinglev Toftlund Terndrup Tommerup Tølløse Videbæk Vojens "
    "Ølgod Ølstykke Aabybro Aakirkeby Aars Årup Trige Hvorslev Langå Galten Ry Ryomgaard Kolind Stenløse Holte Fuglebjerg Skælskør Korsør"
)
ELSEWHERE = frozenset(_TOWNS.split())
"""Towns whose town hall is another municipality's since 2007: their name alone tells of none."""
_GENITIVE = {"København": "Københavns", "Nordfyn": "Nordfyns", "Vesthimmerland": "Vesthimmerlands"}
DANISH = led(rf"(?<![\w-])({'|'.join(_TODAY.split())})s?(?![\w-])")
"""The municipalities since 2007, by name alone or in the genitive."""


def municipality_of(place: str) -> str:
    """What the municipality of a place calls itself: "Køge Kommune", "Københavns Kommune"."""
    return f"{_GENITIVE.get(place, place)} Kommune"

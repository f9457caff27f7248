"""Protocols in many voices: how items are numbered, decisions headed and told, votes counted and remarks entered."""

from __future__ import annotations

import pytest

from extractors import annexes
from extractors.decisions import decide, votes
from extractors.decisions.outcome import judge
from extractors.decisions.remarks import remarks
from extractors.layout import flow
from extractors.reading import read
from extractors.structure import parse
from tests.printed_pdf import grid, text, write
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Referat\nNordby Byråd\nMandag den 4. maj 2015 kl. 17.00\n"
TITLES = ["Ny skole i Vestby", "Cykelsti langs åen", "Salg af grunden ved havnen"]
DECIDED = ["Godkendt.", "Udsat.", "Ansøgningen blev afslået."]


def written(form: str = "{n}. {t}", decision: str = "Beslutning\n{}", head: str = HEAD) -> str:
    """Minutes of three items, each with its facts and its decision."""
    cases = zip((14, 15, 16), TITLES, DECIDED, strict=True)
    return head + "\n".join(f"{form.format(n=n, t=t)}\nDer er regnet på sagen.\n{decision.format(d)}" for n, t, d in cases)


def taken(paper: str):
    """Kind, body, day, items and decisions of a paper."""
    laid = flow_of(paper)
    structure = parse(laid, PAPER)
    items = [(i.number, i.title) for i in structure.items]
    decided = [(d.item, d.outcome) for d in decide(laid, structure).decisions]
    return (structure.kind, structure.body, str(structure.meeting_date)), items, decided


MEETING = ("minutes", "Byrådet", "2015-05-04")
ITEMS = list(zip(("14", "15", "16"), TITLES, strict=True))
OUTCOMES = list(zip(("14", "15", "16"), ("adopted", "postponed", "rejected"), strict=True))

NUMBERED = [
    "{n} – {t}", "{n} - {t}",
    "Sag {n} – {t}", "Sag {n}: {t}", "Sag nr. {n}\n{t}", "{t}\nSag nr. {n}", "Punkt nr. {n}: {t}", "Ad {n}. {t}",
    "Ad punkt {n}: {t}", "Emne {n}: {t}", "Dagsordenspunkt {n}\n{t}", "{n}. sag. {t}.", "{n}. punkt: {t}", "{n}. sag – {t}",
    "{n}. sag. BR 12/07. {t}.", "Punkt {n} (åbent): {t}", "Punkt {n} (lukket): {t}", "Sag nr. {n} (lukket sag). {t}",
    "Pkt. {n} (lukket) {t}",
    "{n}. 02.34.02-P19-{n}-14  {t}", "{n}. 14/1{n}02  {t}", "{n}. 330-2015-1{n}  {t}",
    "Lukkede døre. Nr. {n} {t}.", "Lukket møde: Punkt {n}. {t}", "For lukkede døre. Sag nr. {n}: {t}", "{n}. LUKKET DØR: {t}",
]


@pytest.mark.parametrize("form", NUMBERED)
def test_numbers_of_items(form):
    assert taken(written(form)) == (MEETING, ITEMS, OUTCOMES)


HEADED = [
    "{}", "Besluttet\n{}", "Besluttet – {}", "Beslutning – {}", "Politisk behandling\n{}", "Protokol\n{}", "Kompetence\nByrådet\n{}",
    "→ {}", "Resultat: {}", "Det besluttedes:\n{}", "Byrådet vedtog:\n{}", "Byrådet besluttede følgende:\n{}", "Vedtaget:\n{}",
    "Referat og beslutning\n{}", "Konklusion/beslutning\n{}", "Politisk beslutning\n{}", "Sagens afgørelse:\n{}", "Protokollat\n{}",
    "byrådet\n{}", "BYRÅDET: {}", "byrådet: {}", "Byrådet besluttede\n{}", "byrådet den 4. maj 2015\n{}", "byrådets beslutning\n{}",
]
CONTINUED = [
    # what stands below "Byrådet besluttede"               what that comes to
    ("at udsætte sagen.", "postponed"),
    ("ikke at anbefale salget.", "not_recommended"),
    ("at sende forslaget i høring.", "referred"),
    ("at lade orienteringen gå til efterretning.", "noted"),
    ("at forlænge aftalen i tolv måneder. Sagen er så længe udskudt.", "adopted"),
    ("Udsat.", "postponed"),
    ("Til efterretning.", "noted"),
    ("Ingen bemærkninger.", "procedural"),
]


@pytest.mark.parametrize(("said", "outcome"), CONTINUED)
def test_the_sentence_that_its_heading_begins(said, outcome):
    laid = flow_of("".join([HEAD, *(f"{n}. {t}\nByrådet besluttede\n{said}\n" for n, t in enumerate(TITLES, 1))]))
    assert [d.outcome for d in decide(laid, parse(laid, PAPER)).decisions] == [outcome] * 3


NOT_HEADED = ["Det blev drøftet:", "Kulturudvalget vedtog:", "Beslutning og proces", "Drøftelse", "Afgørelser fra Ankestyrelsen"]


@pytest.mark.parametrize("decision", HEADED)
def test_heads_of_decisions(decision):
    assert taken(written(decision=decision)) == (MEETING, ITEMS, OUTCOMES)


@pytest.mark.parametrize("heading", NOT_HEADED)
def test_what_heads_no_decision(heading):
    laid = flow_of(written(decision=f"{heading}\nDer gives et tilskud på 4.000 kr. til foreningen.\nBeslutning\n{{}}"))
    assert len(parse(laid, PAPER).decided) == 3


HEADS = [
    "Byrådets møde den 4. maj 2015\nNordby Kommune\n", "Nordby Byråd, 4. maj 2015\n", "Nordby Kommune\nByrådet\n04-05-2015 17:00\n",
    "Byrådet i Nordby\nMandag den 4. maj 2015, kl. 19.00. Samtlige 15 medlemmer mødt.\n",
    "Nordby Byråd\nMøde mandag den 4. maj 2015 kl. 17. Mødt: 15.\n", "År 2015, mandag den 4. maj kl. 17 holdt Nordby Byråd møde.\n",
    "Nordby Byråd\nMøde mandag den 4. maj 2015. Ni af medlemmerne havde givet møde.\n",
    "Nordby Byråd\nMøde mandag den 4. maj 2015 kl. 17. Mødet blev indledt af Ida Holm.\n",
    "Referat\nOrgan: Byrådet\nMandag d. 4. maj kl. 17-19.30 2015, rådhuset\n",
    "Referat fra Nordby Byråd\nMandag den 4. maj, kl. 17 til 19, 2015\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_minutes_need_not_call_themselves_so(head):
    assert taken(written(decision="{}", head=head)) == (MEETING, ITEMS, OUTCOMES)


NO_HEADS = [
    # heads of papers that are no minutes of that day
    "Nordby Byråd\nTil mødet den 4. maj 2015 kan alle give bidrag.\n",
    "Organ for Nordby Byråd\nFestskrift\n",
    "Nordby Byråd\nMandag d. 4. maj kl. 17 var der 2015 gæster\n",
]


@pytest.mark.parametrize("head", NO_HEADS)
def test_heads_of_no_minutes(head):
    assert taken(written(decision="{}", head=head))[0] != MEETING


LETTERED = [("A. {}", True), ("{} A.", False), ("A {}. Se bilaget.", False), ("a) {},", False)]


@pytest.mark.parametrize(("form", "items"), LETTERED)
def test_letters_alone_may_number_the_items(form, items):
    head = "Nordby Byråd\nMøde mandag den 4. maj 2015. Alle havde givet møde.\n"
    laid = flow_of(head + "\n".join(f"{form.format(t).replace('A', c, 1)}\nDer er regnet på sagen.\n{d}"
                                    for c, t, d in zip("ABC", TITLES, DECIDED, strict=True)))
    assert ([i.number for i in parse(laid, PAPER).items] == list("ABC")) == items


COLONS = [
    # item 14 with its case, what stands below                               its title
    ("Nr. 14 BR 40/15. Havnen: ny kaj", "Udvalget har set på sagen.", "Havnen: ny kaj"),
    ("Sag nr. 14. 15/4002. Klima: regn i gaden", "Der er regnet på sagen.", "Klima: regn i gaden"),
    ("Punkt 14. 15/4002. Skolen: tag og fag", "Taget er utæt.", "Skolen: tag og fag"),
    ("Sag nr. 14. 15/4002. Kontor: Teknik", "Ny kaj i havnen", "Ny kaj i havnen"),
    ("Punkt 14. 15/4002. Ansvarlig: Ida Holm", "Regn i gaden", "Regn i gaden"),
    ("Nr. 14 BR 40/15. Afdeling: Skole", "Tag og fag", "Tag og fag"),
]


@pytest.mark.parametrize(("line", "below", "title"), COLONS)
def test_a_colon_behind_the_case(line, below, title):
    number = line.partition(" 14")[0]
    case = "BR 1/15. " if number == "Nr." else ""
    rest = "\n".join(f"{number} {n} {case}{t}\nBeslutning\nGodkendt." for n, t in zip((15, 16), TITLES, strict=False))
    laid = flow_of(f"{HEAD}Der var afbud fra Bo Ravn.\n{line}\n{below}\nBeslutning\nGodkendt.\n{rest}")
    assert parse(laid, PAPER).items[0].title == title


def test_a_head_with_a_body_and_its_day_alone_makes_no_minutes():
    cases = "1. Ny skole\nSkolen er slidt.\n2. Cykelsti\nStien er smal.\n3. Salg af grund\nGrunden er tom."
    assert taken("Nordby Byråd, 4. maj 2015\n" + cases)[0][0] != "minutes"


def test_several_items_that_are_recommended_are_minutes():
    assert taken("Økonomiudvalget\nNordby Kommune, mandag den 4. maj 2015 kl. 8\n14. Salg\nBeslutning\nAnbefales.\n"
                 "15. Køb\nØkonomiudvalget, 4. maj 2015\nAnbefales.")[0][0] == "minutes"


def test_a_body_of_a_municipality_and_where_the_head_tells_of_those_present():
    head = "BESLUTNINGSPROTOKOL\nfra møde mandag den 4. maj 2015\ni Nordby Kommunes Borgerrepræsentation (55 medlemmer til stede)\n"
    assert taken(written(head=head))[0][1] == "Borgerrepræsentationen"
    present = "Til stede: " + ", ".join(f"{first} Holm" for first in ("Ida", "Bo", "Eva", "Per", "Jens", "Mia", "Ole", "Lis", "Kaj"))
    head = f"Referat\nIntegrationsrådet i Nordby Kommune. Mandag den 4. maj 2015 kl. 17.00, Kulturhuset. {present}, og referent Ib Ravn.\n"
    assert taken(written(head=head))[0][1] == "Integrationsrådet"


SAID = [
    # the decision as printed                                                                          outcome
    ("Tilsluttet.", "adopted"),
    ("Rådet giver tilslutning til, at der søges om ny skole, hvorimod ansøgningen om hallen ikke støttes.", "adopted"),
    ("Rådet giver ikke tilslutning til, at der søges om ny skole.", "rejected"),
    ("Forslaget blev vedtaget. Ida Holm planlægger aftenen sammen med sekretæren.", "adopted"),
    ("Anbefaler, at fristen i punkt 1 forlænges til den 31. december 2021.", "recommended_amended"),
    ("Anbefaler, at fristen forlænges til den 31. december 2021.", "recommended"),
    ("Gennemført. Skolelederen viste udvalget de nye lokaler.", "procedural"),
    ("Gennemført. Planen godkendes.", "adopted"),
    ("Høringen er gennemført. Skolelederen fortalte om den.", "unknown"),
    ("Fritagelsen blev meddelt.", "adopted"),
    # to everybody is to no body
    ("Ny liste udarbejdes af Ida Holm og fremsendes til alle.", "unknown"),
    ("Pjecen oversendes til forældrene.", "unknown"),
    ("Forslaget fremsendes til alle udvalg.", "referred"),
    ("Sagen oversendes til forældrebestyrelserne.", "referred"),
    # what is put to the meeting, done with another item or with an amendment is not what came of the case
    ("Direktøren indstillede over for udvalget, at to sager optages. Dagsordenen blev godkendt.", "adopted"),
    ("Pkt. 6 sendes tilbage til udvalget med nye oplysninger. Godkendt.", "adopted"),
    ("Sagen sendes tilbage til udvalget.", "returned"),
    ("Ø1 blev forkastet med 12 stemmer imod 3. Indstillingen blev herefter taget til efterretning.", "noted"),
    ("Model B2 blev forkastet.", "rejected"),
    ("Der blev begæret afstemning om et forslag om, at sidste punkt udgår. Indstillingen inkl. ændringsforslaget blev herefter tiltrådt.",
     "adopted_amended"),
    ("Vedtaget i overensstemmelse med indstilling af 3. november 2008 sammen med et ændringsforslag om takster.", "adopted_amended"),
    ("Rådet drøftede det brev, de havde sendt til forvaltningen.", "discussed"),
    ("Alle stemte for en godkendelse.", "adopted"),
    ("Ikke alle stemte for forslaget.", "unknown"),
    # who may decide has not yet done so
    ("Forsamlingen er beslutningsdygtig.", "procedural"),
    ("Lovligt indvarslet og beslutningsdygtigt.", "procedural"),
    ("Besigtigelsen afviklet.", "procedural"),
    ("Per Holm ansættes.", "adopted"),
    ("Indstillingen vandt bifald.", "adopted"),
    ("Godkendt, idet mødet den 29. juni 2011 flyttes til den 22. juni 2011.", "adopted_amended"),
    ("Vedtaget i den ændrede form.", "adopted_amended"),
    ("Udkastet blev tiltrådt med de af formanden foreslåede redaktionelle ændringer.", "adopted_amended"),
    ("Tiltrædes og indstilles til byrådet.", "recommended"),
    ("Ida Holm foreslog et krav om flere boliger. Et flertal (C og V) kunne ikke støtte det. Udvalget anbefaler indstillingen.",
     "recommended"),
    ("Udvalget sendte forslaget videre til Kulturudvalget.", "referred"),
    ("Henskydes til behandling i Teknisk Udvalg.", "referred"),
    ("Hjemvisningsforslaget vedtoges med 14 stemmer mod 11.", "returned"),
    ("Med 17 stemmer mod 10 besluttedes det at udsætte valget af våben.", "postponed"),
    ("Sagen henstår.", "postponed"),
    ("Sagen var til drøftelse.", "discussed"),
    ("Noteret.", "noted"),
    ("Ida Holm blev efter stemmelighed valgt ved lodtrækning.", "appointed"),
    ("Efter stemmelighed mellem to kandidater blev Ida Holm valgt ved lodtrækning.", "appointed"),
    ("Der var stemmelighed, og forslaget er bortfaldet.", "lapsed"),
    ("Der blev ikke stillet spørgsmål.", "procedural"),
    # a proposal beside the case, whose fate is not the case's
    ("Forslag fra V om at lade skolen bestå blev først bragt til afstemning. Forslaget faldt. Begge punkter vedtaget.", "adopted"),
    ("Et forslag fra O om en bro kom til afstemning. Det blev forkastet. Indstillingen tiltrådt.", "adopted"),
    ("Forslaget faldt. Begge punkter afvist.", "rejected"),
    # with a change that only "dog" tells of
    ("Over for Byrådet indstilles bevillingen meddelt, dog frigives kun første etape.", "recommended_amended"),
    ("Tilskuddet bevilges, dog udbetales det først i maj.", "adopted_amended"),
    ("Byrådet fulgte udvalget, dog således at perioden bliver fire år.", "adopted_amended"),
    ("Planen godkendes, dog tager V forbehold.", "adopted"),
    ("Lånet bevilges, dog deltog Ida Holm ikke.", "adopted"),
    ("Planen godkendes, dog havde C hellere set en bro.", "adopted"),
    # to follow another, and to put before another
    ("Byrådet fulgte Økonomiudvalget.", "adopted"),
    ("Udvalget følger forvaltningen.", "adopted"),
    ("Uden egen stillingtagen forelægges sagen for Byrådet.", "referred"),
    ("Sagen forelægges for kommunalbestyrelsen uden indstilling.", "referred"),
    ("Forelægges for Byrådet med anbefaling.", "recommended"),
    ("Sagen blev forelagt af formanden.", "unknown"),
    ("Et flertal bestående af A og V foreslår forvaltningens model B.", "recommended"),
    ("Udvalget foreslår, at tilskuddet gives.", "recommended"),
    ("Indstillingens første at anbefales af Økonomiudvalget og blev godkendt.", "adopted"),
    ("Planen, som er indstillet af Teknisk Udvalg, blev vedtaget.", "adopted"),
    # what is in brackets does not keep the words apart
    ("Udvalget besluttede med 4 stemmer (A, V, Bylisten og Det Konservative Folkeparti) mod 1 (B) at indstille salget til byrådet.",
     "recommended"),
    ("Udvalget besluttede at indstille driften af bussen.", "adopted"),
    ("Udvalget besluttede at lade statistikken gå til efterretning.", "noted"),
    ("Det besluttedes at tage notatet til efterretning.", "noted"),
    ("Henlagt til efter besigtigelse.", "postponed"),
    ("Sagen rykket til efter ferien.", "postponed"),
    ("Gemt til senere.", "postponed"),
    ("Velkommen til mødet.", "unknown"),
    ("Bilag til næste møde er vedlagt.", "unknown"),
    ("Sagen tages op til afstemning.", "unknown"),
    ("Flertallet afviste, hvad V foreslog.", "rejected"),
    ("Et flertal af A og B foreslog model C.", "recommended"),
    ("Punktet tages op den 4. september.", "postponed"),
    ("Bilagene var ikke nået frem. Sagen tages op i maj.", "postponed"),
    ("Ikke færdigbehandlet.", "postponed"),
    ("Vi venter med at vælge.", "postponed"),
    ("Begæringen var tilbagekaldt. Sagen hæves.", "withdrawn"),
    ("Kendelse i overensstemmelse med flertallet.", "adopted"),
    ("Bifaldet.", "adopted"),
    ("Ikke efterkommet, da gangen skal kunne rømmes.", "rejected"),
    ("Udvalget gav:\nSpejderne: 5.000 kr.\nKlubben fik afslag.", "adopted"),
    ("Udvalget fordelte 20.000 kr. til otte foreninger. Resten gemmes til efteråret.", "adopted"),
    ("Udvalget gav en kort status.", "unknown"),
    ("Ida Holm blev peget på af alle.", "appointed"),
    ("SF stillede ændringsforslag om, at Hegnet udgår af planen. Ændringsforslaget blev ikke vedtaget. Forslaget til plan blev vedtaget.",
     "adopted"),
    ("Ændringsforslaget blev vedtaget. Forslaget blev herefter vedtaget.", "adopted_amended"),
    ("Forslaget blev vedtaget, og ændringsforslaget blev vedtaget.", "adopted_amended"),
    ("Venstres ændringsforslag blev vedtaget med 7 stemmer mod 5. Herefter blev indstillingen godkendt.", "adopted_amended"),
    ("Forslaget blev vedtaget, men ændringsforslaget blev ikke vedtaget.", "adopted"),
    ("1. ændringsforslag vedtaget. 2. ændringsforslag fra V godkendt.", "adopted"),
    ("Nordby Lokaludvalg modtog orientering fra Ida Holm.", "noted"),
    ("Orienteringen tages til efteretning.", "noted"),
    ("Borgerne modtog orientering om planen i maj.", "unknown"),
    ("Planen blev ikke drøftet, men godkendt.", "adopted"),
    ("Ikke enstemmigt, men vedtaget.", "adopted"),
    ("Sagen blev ikke drøftet.", "procedural"),
    ("Ikke behandlet.", "procedural"),
    ("Klagen henlægges.", "lapsed"),
    ("Der henlægges 2 mio. kr. til hallen.", "unknown"),
    ("Udvalget bad om et notat, før sagen kan godkendes.", "unknown"),
    ("Der skal foreligge et tilbud, inden bevillingen gives.", "unknown"),
    ("Godkendt, hvis økonomien holder.", "adopted"),
    ("Indgår i de kommende budgetforhandlinger.", "referred"),
    ("Det blev noteret i protokollen.", "unknown"),
    ("Et brev, som anbefaler staten at vente, blev vedtaget.", "adopted"),
    ("Forslaget, der blev anbefalet af skolebestyrelsen, er forkastet.", "rejected"),
    ("Sagen, som udsættes, kan tages frem i juni.", "postponed"),
    ("Nævnet traf herefter afgørelse om, at lejen sættes ned.", "adopted"),
    ("Synet afsagde kendelse om, at kravet ikke tages til følge.", "rejected"),
    ("Udsat, indtil Ankestyrelsen har truffet afgørelse.", "postponed"),
    ("Der blev ikke truffet beslutning.", "unknown"),
    ("Redegørelsen for året er afgivet.", "noted"),
    ("En skriftlig orientering vil blive givet i juni.", "unknown"),
    ("Besigtigelsen blev foretaget.", "procedural"),
    ("Forespørgslen fra Ida Holm blev besvaret af formanden.", "procedural"),
    ("Formanden får fuldmagt til at købe bænke.", "adopted"),
    ("9 gav deres ja og 6 deres nej til planen, som hermed er vedtaget.", "adopted"),
    ("7 gik ind for stien, 8 (A og F) gik imod, og der laves derfor ingen sti.", "rejected"),
    ("Bestyrelsen venter med at afgøre sagen, til advokaten har svaret.", "postponed"),
    ("Godkendt. Moderaterne bemærkede til protokollen, at planen er god, men at prisen bør ned.", "adopted"),
    ("Udvalget indstiller, at Byrådet godkender politikken, idet mål 4 får en ny ordlyd.", "recommended_amended"),
    ("Indstilles godkendt, idet udvalgene får en uge mere.", "recommended_amended"),
    ("Tiltrådt, således at salget udskydes til foråret.", "adopted_amended"),
    ("Svaret godkendt med denne skærpelse.", "adopted_amended"),
    ("Godkendt, idet afsnit 3 og 4 bytter plads.", "adopted_amended"),
    ("Godkendt, idet udvalget får en orientering i maj.", "adopted"),
    ("Godkendt, således at arbejdet kan begynde.", "adopted"),
    ("Tiltrådt, idet Ida Holm ikke deltog.", "adopted"),
    ("Byrådet fulgte indstillingen.", "adopted"),
    ("Udvalget følger forvaltningens anbefaling.", "adopted"),
    ("Byrådet fulgte ikke udvalgets indstilling.", "rejected"),
    ("Borgerne følger anbefalingerne om motion.", "unknown"),
    ("Efter debatten besluttede udvalget ikke at imødekomme ansøgningen.", "rejected"),
    ("Byrådet vedtog med 12 stemmer mod 3 ikke at støtte projektet.", "rejected"),
    ("Udvalget besluttede ikke at ændre planen.", "adopted"),
    ("Pladsen tilfaldt gruppe B.", "appointed"),
    ("Ingen bemærkninger til emnelisten.", "procedural"),
    ("Dispensation på de nævnte vilkår.", "adopted"),
    ("Tilladelse er søgt.", "unknown"),
    ("Status for byggeriet i 1. kvartal fremlagt.", "noted"),
    ("Ida Holm (A) og Bo Ravn (A) kunne tilslutte sig planen; Per Dal (V) og Ib Toft (O) var imod, og forslaget bortfalder.", "lapsed"),
    ("Ida Holm ønskede sagen udsat, men Bo Ravn ville ikke vente, så forslaget forkastes.", "rejected"),
    ("Ida Holm kunne tilslutte sig planen, og de øvrige var enige.", "adopted"),
    ("Godkendt, men at prisen bør ned, skal med til næste behandling.", "adopted_amended"),
]


@pytest.mark.parametrize(("said", "outcome"), SAID)
def test_words_of_decisions(said, outcome):
    assert judge(said).outcome == outcome


VOTED = [
    # as printed                                                                                       for  against  abstained
    ("Vedtaget. For stemte A (14), V (11) og C (5), i alt 30. Imod stemte Ø (3). Undlod gjorde O (2).", 30, 3, 2),
    ("Ved afstemningen stemte 7 for (A, F) og 7 imod (V, C), mens Ida Holm (Z) ikke ønskede at stemme.", 7, 7, 1),
    ("Der meddeles dispensation. For: L, A og Å (3). Imod: V og O (2).", 3, 2, None),
    ("Godkendt. For: V, D, A og C (6). Imod: Ø (1).", 6, 1, None),
    ("Godkendt med 18 stemmer for. Imod stemte Ø (2), og Ida Holm (F) undlod at stemme.", 18, 2, 1),
    ("Der blev stemt med kort: 8 for, 2 imod og 1, der ikke ville stemme. Forslaget blev vedtaget.", 8, 2, 1),
    ("Godkendt med 14 ja-stemmer, 5 nej-stemmer og 2 blanke.", 14, 5, 2),
    ("Et flertal (A, F og B, i alt 4) anbefaler indstillingen. Et mindretal (V og C, i alt 3) kan ikke anbefale den.", 4, 3, None),
    ("Et flertal bestående af 4 medlemmer anbefaler indstillingen. Et mindretal bestående af 3 medlemmer kan ikke anbefale.", 4, 3, None),
    ("Anbefales af 5 medlemmer (A og V), mens 2 (Ø) stemmer imod.", 5, 2, None),
    ("Stemmerne stod lige, 4 mod 4, og formandens stemme var udslagsgivende. Indstillingen er vedtaget.", 4, 4, None),
    ("Stemmer for: Ida Holm, Bo Lund og Eva Krog. Stemmer imod: Per Dam og Jens Toft. Vedtaget.", 3, 2, None),
    ("Ida Holm, Bo Lund og Eva Krog stemte for, Per Dam og Jens Toft stemte imod, mens Ib Ravn undlod at stemme.", 3, 2, 1),
    ("A (9) og V (8) stemte for, C (5) og O (3) imod. Indstillingen er vedtaget.", 17, 8, None),
    ("Godkendt med 9 stemmer, idet 2 (O) stemte imod.", 9, 2, None),
    ("Stemmefordeling: for 20 / imod 5 / undlod 0. Vedtaget.", 20, 5, 0),
    ("Vedtaget med 15 stemmer mod 6, medens 3 medlemmer ikke stemte.", 15, 6, 3),
    ("Udsættelsesforslaget opnåede 8 stemmer (F og Ø) og blev forkastet, da 21 var imod. Herefter blev indstillingen vedtaget. For stemte "
     "20, imod stemte 8, og 1 medlem (Leif Ege, A) afholdt sig fra at stemme.", 20, 8, 1),
    ("Et flertal bestående af F, B og Venstre (5 medlemmer) anbefaler planen. Et mindretal bestående af C (1) kan ikke anbefale den.",
     5, 1, None),
    ("Et flertal bestående af A (3), V (2) og C (1) anbefaler planen. Et mindretal bestående af SF (1) kan ikke støtte den.", 6, 1, None),
    ("Et flertal på 3 (A og B) indstiller, at grænsen flyttes. Et mindretal på 2 (V) indstiller, at den bevares.", 3, 2, None),
    ("Anbefales med fem medlemmers tilslutning (A, B og V). To medlemmer (C og Ø) anbefaler ikke sagen.", 5, 2, None),
    ("Rådet gav sit ja til lukningen. Fire ja: Vind, Bak, Ryborg og Drost. To nej: Hede og Skov.", 4, 2, None),
    ("Planen mødte støtte hos 14 (V, C og O), mens 11 (A, SF og Ø) gik imod.", 14, 11, None),
    ("Punkt 1 anbefales med 5 stemmer for. Punkt 2 anbefales, idet 3 stemmer imod.", None, 3, None),
    ("Vedtaget med 13 stemmer. Imod var Ø og F med 6 stemmer.", 13, 6, None),
    ("Forslaget til et nyt navn fik 9 stemmer, mens det gamle navn fik 12 stemmer.", 12, 9, None),
    ("Forslaget om en bro fik 7 stemmer, mens 12 undlod at stemme.", 7, None, 12),
    ("Ændringsforslaget blev forkastet med 9 stemmer for og 14 imod. Derefter sattes sagen til afstemning. For stemte 12. Imod stemte 11. "
     "Forslaget blev dermed vedtaget.", 12, 11, None),
    ("For ændringsforslaget stemte 5. Imod stemte 8. Ændringsforslaget er hermed forkastet. Så sattes indstillingen under afstemning. "
     "For stemte 8. Imod stemte 5.", 8, 5, None),
    ("Vedtaget med 12 stemmer for og 3 imod. For stemte 11 (A og V), imod stemte 3 (O).", 12, 3, None),
    ("Forkastet med 4 stemmer mod 2. For stemte: Jens P. Holm og Svend Aa. Lind. Imod stemte: Bo Ravn, Ib Dam, Eva Krog og Th. Vad.",
     2, 4, None),
    ("Flertallet (A og V) og mindretallet O (1) var her.", None, None, None),
    ("Vedtaget. Imod stemte V og O (1).", None, None, None),
    ("Godkendt. 3 medlemmer stemte ikke for planen i maj.", None, None, None),
]


@pytest.mark.parametrize(("said", "in_favour", "against", "abstained"), VOTED)
def test_votes_in_many_forms(said, in_favour, against, abstained):
    last = (votes.read(flow_of(said), 0, len(said)) or [None])[-1]
    assert (last and last.votes.in_favour, last and last.votes.against, last and last.votes.abstained) == (in_favour, against, abstained)


STAGES = [
    # what stands below "Ny skole", what other bodies came to before (month and day), and the meeting of 4 May
    ("Beslutning i Børneudvalget den 9. april: Anbefales.\nBeslutning: Godkendt.", "Børneudvalget 04-09 recommended", "adopted"),
    ("Børneudvalgets beslutning den 7/4:\nTiltrådt.\nBeslutning:\nUdsat.", "Børneudvalget 04-07 recommended", "postponed"),
    ("Skoleudvalget den 20. april: Anbefales.\nByrådet den 4. maj: Godkendt.", "Skoleudvalget 04-20 recommended", "adopted"),
    ("Beslutning fra Skoleudvalget, d. 30. december: Anbefales.\nBeslutning\nGodkendt.", "Skoleudvalget 12-30 recommended", "adopted"),
    ("Børneudvalget, 9. april: Kan ikke anbefales.\nBeslutning: Ikke godkendt.", "Børneudvalget 04-09 not_recommended", "rejected"),
    ("Teknisk Udvalg indstillede den 9. april 2015 planen vedtaget. Byrådet vedtog planen.", "Teknisk Udvalg 04-09 recommended", "adopted"),
    ("Børneudvalget tiltrådte den 9. april skolen. Byrådet vedtog den med 12 stemmer mod 3.", "Børneudvalget 04-09 recommended", "adopted"),
    ("Indstilling\nDet indstilles, at skolen bygges.\nSkoleudvalget anbefaler forslaget i sit møde den 9. april.\nBeslutning\nGodkendt.",
     "Skoleudvalget 04-09 recommended", "adopted"),
    ("Forslaget er anbefalet af Børneudvalget den 9. april 2015 og Økonomiudvalget den 20. april 2015. Byrådet vedtog det.",
     "Børneudvalget 04-09 recommended, Økonomiudvalget 04-20 recommended", "adopted"),
    ("På mødet den 9. april anbefalede Børneudvalget skolen. Efter en kort debat godkendte Byrådet den.", "Børneudvalget 04-09 recommended",
     "adopted"),
    ("Den 20. april 2015 indstillede Skoleudvalget skolen godkendt. Byrådet tiltrådte.", "Skoleudvalget 04-20 recommended", "adopted"),
    ("Børneudvalget havde på sit møde den 9. april indstillet, at skolen bygges. Byrådet vedtog det.", "Børneudvalget 04-09 recommended",
     "adopted"),
    ("Børneudvalget den 9. april: Anbefales.\nBYRÅDET: Forslaget sattes under afstemning. 12 stemte for, 3 imod.",
     "Børneudvalget 04-09 recommended", "adopted"),
    ("Børneudvalget den 9. april: Anbefales.\nByrådet: Kan ikke imødekommes.", "Børneudvalget 04-09 recommended", "rejected"),
    ("børneudvalget 9. april 2015\nAnbefales.\nbyrådet\nForslaget udsættes.", "Børneudvalget 04-09 recommended", "postponed"),
    ("Børneudvalgets beslutning i mødet den 9. april: Anbefales, idet V tog forbehold.\nV foreslog en sti. Skolen blev godkendt uden sti.",
     "Børneudvalget 04-09 recommended", "adopted"),
    ("Skoleudvalget, 9. april: Indstilles godkendt.\nDer blev stemt om sagen. Forslaget blev forkastet med 12 stemmer mod 3.",
     "Skoleudvalget 04-09 recommended", "rejected"),
    ("Skoleudvalget, 9. april: Indstilles godkendt.\nIda Holm (V) kunne ikke anbefale.\nBeslutning\nUdsat.",
     "Skoleudvalget 04-09 recommended", "postponed"),
    ("Skoleudvalget, 9. april: Indstilles godkendt.\nIda Holm (V) stemte imod.", "Skoleudvalget 04-09 recommended", ""),
    ("Skoleudvalget, 9. april: Indstilles godkendt.\nFraværende: Bo Ravn", "Skoleudvalget 04-09 recommended", ""),
    ("Skoleudvalget, 9. april: Indstilles godkendt.\nByrådet har skolen i tankerne.", "Skoleudvalget 04-09 recommended", ""),
    ("Skolen er slidt.\nBørne- og ungdomsudvalgets forslag om, at skolen lægges i Vestby, vedtaget.", "", "adopted"),
    ("Skolen er slidt.\nKulturudvalgets forslag til takster forkastet.", "", "rejected"),
    ("Skolen er slidt.\nMed 12 stemmer mod 3 forkastede Byrådet forslaget.", "", "rejected"),
    ("Ejeren har klaget.\nKlagerens ønske blev delvis taget til følge.", "", "adopted"),
    ("Sagen blev udsat på mødet den 13. april 2015 og er nu genoptaget. Forslaget blev vedtaget.", "Byrådet 04-13 postponed", "adopted"),
    ("Har været behandlet i mødet den 24. marts 2015, hvor sagen blev udsat til indhentelse af et svar.\nGodkendt.",
     "Byrådet 03-24 postponed", "adopted"),
    ("Beslutning\nPunktet blev udskudt på mødet den 13. april. Byrådet vedtog planen.", "Byrådet 04-13 postponed", "adopted"),
    ("Børneudvalget udsatte sagen den 9. april.\nBeslutning\nGodkendt.", "Børneudvalget 04-09 postponed", "adopted"),
    ("Skoleudvalget har behandlet skolen den 20. april og indstiller, at den bygges. Byrådet vedtog den.",
     "Skoleudvalget 04-20 recommended", "adopted"),
    ("Børneudvalget anbefalede den 9. april skolen. Skoleudvalget har den 20. april tiltrådt dette.\nBeslutning\nGodkendt.",
     "Børneudvalget 04-09 recommended, Skoleudvalget 04-20 recommended", "adopted"),
    # the meeting alone, or nobody
    ("Skolen er slidt. Byggeriet blev udsat den 13. april.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Sagen blev udsat til mødet den 4. maj 2015.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Sagen blev udsat til mødet den 20. april 2015.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Sagen blev udsat i 2012.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Udvalget besøgte den 13. april de udsatte unge.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Beslutning\nUdsat til den 9. juni.", "", "postponed"),
    ("Beslutning: Byggeriet begynder den 9. juni, og planen er godkendt.", "", "adopted"),
    ("Børneudvalget besøgte skolen den 9. april: taget er utæt.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Beslutning truffet den 9. april. Nu er der klaget.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Socialudvalget indstillede den 9. april Ida Holm. Byrådet godkendte valget.", "", "adopted"),
    ("Børneudvalget anbefalede den 9. april 2005 en ny skole. Byrådet godkendte skolen.", "", "adopted"),
    ("Børneudvalget anbefalede den 9. april eleverne at skrive. Byrådet godkendte skolen.", "", "adopted"),
    ("Børneudvalget foreslog den 9. april et borgermøde. Byrådet godkendte skolen.", "", "adopted"),
    ("Taget er anbefalet af Børneudvalget den 9. april 2015.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Planen blev godkendt af revisionen den 3. april 2015.\nBeslutning\nGodkendt.", "", "adopted"),
    ("Den 3. maj 2012 vedtog Byrådet budgettet. Nu er det brugt.", "", ""),
    ("Skolen er slidt. I 2012 godkendte Byrådet planen.", "", ""),
    ("Der er spurgt, hvorfor Byrådet vedtog planen.", "", ""),
    ("Skolen er slidt.\nBørneudvalgets forslag om tilskud, der var afvist.", "", ""),
]


@pytest.mark.parametrize(("below", "before", "outcome"), STAGES)
def test_what_each_body_came_to(below, before, outcome):
    laid = flow_of(HEAD + f"1. Ny skole\n{below}\n2. Cykelsti\nGodkendt.\n3. Salg\nGodkendt.")
    said = [f"{d.body} {d.date:%m-%d} {d.outcome}" for d in decide(laid, parse(laid, PAPER)).decisions if d.item == "1"]
    assert said == [*filter(None, before.split(", ")), *([f"Byrådet 05-04 {outcome}"] if outcome else [])]


@pytest.mark.parametrize("said", [
    "Et ændringsforslag fra V fik 6 stemmer og faldt. Indstillingen blev derefter vedtaget.",
    "Der blev stemt om udsættelse. 4 stemte for, 9 imod. Indstillingen godkendt.",
])
def test_a_vote_on_a_proposal_alone_is_none_on_the_case(said):
    laid = flow_of(HEAD + f"1. Støj\nBeslutning\n{said}\n2. Eventuelt\nBeslutning\nIntet.")
    assert [d.votes for d in decide(laid, parse(laid, PAPER)).decisions] == [None, None]


ENTERED = [
    ('Ida Holm (A) bad om at få følgende ført ind i referatet: "Nej."', [("Ida Holm", "A")]),
    ('Bemærkning fra Ida Holm (A) til protokollen: "Nej."', [("Ida Holm", "A")]),
    ('Ida Holm (A) dikterede til protokollen: "Nej."', [("Ida Holm", "A")]),
    ("Ida Holm (A) lod protokollere, at planen er forkert.", [("Ida Holm", "A")]),
    ('Ida Holm (A) fik protokolført: "Planen er forkert."', [("Ida Holm", "A")]),
    ("Ida Holm (A) ønsker indført i protokollen, at planen er forkert.", [("Ida Holm", "A")]),
    ("Ida Holm kræver sin afvigende mening ført til protokols: Planen er forkert.", [("Ida Holm", None)]),
    ("Ida Holm takkede for forløbet og lod tilføre protokollen, at planen er forkert.", [("Ida Holm", None)]),
    ("Venstres byrådsgruppe ønskede at bemærke, at planen ikke bør blive en fast opgave.", [(None, "Venstre")]),
    ("Venstre ønskede en ny plan.", []),
    ('Ida Holm (Bylisten) udbad sig følgende tilføjet protokollen: "Nej."', [("Ida Holm", "Bylisten")]),
    ('Efter anmodning fra Ida Holm (A) tilføres protokollen: "Nej."', [("Ida Holm", "A")]),
    ('Formanden, Ida Holm, fik tilført protokollen: "Nej."', [("Ida Holm", None)]),
    ("Mindretalsudtalelse (Ida Holm, A): Planen er forkert.", [("Ida Holm", "A")]),
    ('Som protokolbemærkning anførte Ida Holm (A): "Nej."', [("Ida Holm", "A")]),
    ("Dissens fra Ida Holm (A): Planen er forkert.", [("Ida Holm", "A")]),
    ('Venstre ønskede følgende i referatet: "Nej."', [(None, "Venstre")]),
    ('Dansk Folkeparti har ønsket denne tekst i protokollen: "Nej."', [(None, "Dansk Folkeparti")]),
    ('Tværpolitisk Liste bad om denne protokoltilførsel: "Nej."', [(None, "Tværpolitisk Liste")]),
    ("Enhedslistens protokolbemærkning: Planen er forkert.", [(None, "Enhedslisten")]),
    ('Fra Dansk Folkeparti er indgået følgende mindretalsudtalelse: "Nej."', [(None, "Dansk Folkeparti")]),
    ('Et mindretal (Ø) ønsker følgende ført til protokollen: "Nej."', [(None, "Ø")]),
    ("Protokolbemærkninger:\nIda Holm (A): Planen er forkert.", [("Ida Holm", "A")]),
    ("Ida Holm (A) tager forbehold frem til behandlingen i Byrådet, idet planen ikke er færdig.", []),
    ("Ida Holm ønskede til protokollen bemærket, at hækken er for høj.", [("Ida Holm", None)]),
    ("Ida Holm fra Lejernes Forening har bedt om at få tilføjet, at lejen er for høj.", [("Ida Holm", None)]),
    ("Ida Holm forlangte på Venstres vegne følgende tilført protokollen: Lejen er for høj.", [("Ida Holm", "Venstre")]),
    ("Ida Holm forlangte på Bylistens vegne følgende tilført protokollen: Lejen er for høj.", [("Ida Holm", "Bylisten")]),
    ("Ida Holm forlangte på gruppens vegne følgende tilført protokollen: Lejen er for høj.", [("Ida Holm", None)]),
    ("Ida Holm forlangte følgende tilført protokollen: Det skete på Venstres vegne.", [("Ida Holm", None)]),
    ("Ida Holm fra Venstre ønskede tilført protokollen, at lejen er for høj.", [("Ida Holm", "Venstre")]),
    ("Ida Holm ønsker bemærket, at planen er forkert.", [("Ida Holm", None)]),
    ("Ida Holm (A) vil gerne have det tilføjet, at planen er forkert.", [("Ida Holm", "A")]),
    ('Ida Holm (A) bad om, at følgende blev skrevet ned: "Nej."', [("Ida Holm", "A")]),
    ('Ida Holm (Bylisten) ønskede skrevet ind: "Nej."', [("Ida Holm", "Bylisten")]),
    ("Ida Holm (A) lod bemærke, at planen er forkert.", [("Ida Holm", "A")]),
    ("Ida Holm (A) støtter den første plan og begærede indført, at den anden er forkert.", [("Ida Holm", "A")]),
    ("Ida Holm (A) ønsker tilført sagen, at planen er forkert.", [("Ida Holm", "A")]),
    ("Ida Holm (A) ønskede sit forbehold for stien nævnt i referatet, da hun mener, at den er lang.", [("Ida Holm", "A")]),
    ("Bo Ravn (V) bad om at få sine betænkeligheder ved planen noteret.", [("Bo Ravn", "V")]),
    ("Ida Holm har fået sin modstand mod planen anført.", [("Ida Holm", None)]),
    ('Ida Holm (A) og Bo Ravn (V) udtrykte følgende til referatet: "Nej."', [("Ida Holm", "A"), ("Bo Ravn", "V")]),
    ("V beklager til protokollen, at planen er forkert.", [(None, "V")]),
    ("Ida Holm (A) fastslog til protokollen, at planen er forkert.", [("Ida Holm", "A")]),
    ("Endvidere bemærkede Ida Holm (A) til protokollen, at planen er forkert.", [("Ida Holm", "A")]),
    ('I. Holm, der stemte imod, tilførte protokollen følgende: "Nej."', [("I. Holm", None)]),
    ("Ida Holm (A), som ikke kunne tiltræde planen, indførte i protokollen, at den er forkert.", [("Ida Holm", "A")]),
    ("IHO og BRA ønskede indføjet i protokollen, at planen er forkert.", [("IHO", None), ("BRA", None)]),
    ("Byrådsmedlem Ida Holm (A) ønskede bemærket, at planen er forkert.", [("Ida Holm", "A")]),
    ("Socialdemokraterne i udvalget lader tilføre, at planen er forkert.", [(None, "Socialdemokraterne")]),
    ("Bylistens gruppe i Teknisk Udvalg ønsker indført, at planen er forkert.", [(None, "Bylisten")]),
    ("Venstres gruppe anmodede om, at det af protokollen fremgår, at planen er forkert.", [(None, "Venstre")]),
    ("G-gruppen bemærker, at planen er forkert.", [(None, "G")]),
    ("V og Ø påpegede, at planen er forkert.", [(None, "V"), (None, "Ø")]),
    ('Mindretalsudtalelse i medfør af planlovens § 24, stk. 3, afgivet af Ida Holm (A): "Nej."', [("Ida Holm", "A")]),
    ('Mindretalsudtalelse, jf. almenboligloven, vedlagt af Ida Holm (A): "Nej."', [("Ida Holm", "A")]),
    ('Følgende afvigende mening blev på foranledning af Ida Holm indføjet: "Nej."', [("Ida Holm", None)]),
    ('Følgende særstandpunkt blev på begæring af Ida Holm (A) tilført: "Nej."', [("Ida Holm", "A")]),
    ("Planen blev vedtaget. Protokolbemærkning: Ida Holm (A) finder den forkert.", [("Ida Holm", "A")]),
    ("Ida Holm (A) – protokolbemærkning: Planen er forkert.", [("Ida Holm", "A")]),
    ("Imod stemte Ida Holm (A) og Bo Ravn (V), som begge ønsker mindretalsudtalelse vedlagt planen.", []),
    ("Udvalget ønsker bemærket, at planen er forkert.", []),
    ("Teknisk Udvalg bemærker, at planen er forkert.", []),
    ("Ansøgeren har bedt om at få noteret, at planen er forkert.", []),
    ("KL har ønsket optaget, at loven ændres.", []),
    ("Ida Holm (A) har bemærket, at planen er forkert.", []),
    ("Ida Holm (A) bad om at få undersøgt, at planen holder.", []),
    ("Ida Holm (A) ønskede vejen optaget i planen, som naboerne ville.", []),
    ("Ida Holm (A) har anmodet om denne tilførsel: Vi sælger jord.", [("Ida Holm", "A")]),
    ('V-gruppen bad om følgende tilføjelse: "Nej."', [(None, "V")]),
    ("Med samme begrundelse bad V-gruppen om at blive nævnt i protokollen.", [(None, "V")]),
    ("Ligeledes bad Ida Holm (A) om at blive nævnt i referatet.", [("Ida Holm", "A")]),
    ('Ida Holm har forlangt sin opfattelse skrevet til bogs: "Nej."', [("Ida Holm", None)]),
    ("Ida Holm krævede sit standpunkt ført til bogs, at hegnet er lovligt.", [("Ida Holm", None)]),
    ("Ida Holm (A) bad om at få det taget til bogs, at hegnet er lovligt.", [("Ida Holm", "A")]),
    ("Jens Chr. Holm stemte imod og lader anføre, at ingen er spurgt.", [("Jens Chr. Holm", None)]),
    ("Ida Holm (A) lod bemærke, at ingen er spurgt.", [("Ida Holm", "A")]),
    ("Ida Holm (A) ønsker nævnt, at ingen er spurgt.", [("Ida Holm", "A")]),
    ("Nordlisten (N) ved Ole Ravn ønsker det ført til protokols, at det er for dyrt.", [("Ole Ravn", "N")]),
    ("Borgerpartiet (B) v/ Ole Ravn ønsker tilført protokollen, at det er for dyrt.", [("Ole Ravn", "B")]),
    ("Nordlisten v. Ole Ravn bad om at få ført til protokollen, at det er for dyrt.", [("Ole Ravn", "Nordlisten")]),
    ('Gruppen af konservative byrådsmedlemmer afgav denne mindretalsudtalelse: "Nej."',
     [("Gruppen af konservative byrådsmedlemmer", None)]),
    ("De to socialdemokratiske medlemmer ønskede tilført protokollen, at sagen haster.", [("De to socialdemokratiske medlemmer", None)]),
    ("Bemærkning til protokollen\nFra Ida Holm, A: Det er for dyrt.", [("Ida Holm", "A")]),
    ("Tilførsel til protokollen\nIda Holm (A): Det er for dyrt.\nOg det er for sent.\nBo Ravn (V): Nej.",
     [("Ida Holm", "A"), ("Bo Ravn", "V")]),
    ("Tilføjelse fra mindretallet\nIda Holm (A) og Bo Ravn (V) udtaler: Vi har ikke andre huse.", [("Ida Holm", "A"), ("Bo Ravn", "V")]),
    ("Udtalelse fra et mindretal\nListe A bemærker, at sagen haster.", [(None, "Liste A")]),
    ("Særudtalelse\nFra Ida Holm: Ingen har spurgt beboerne.", [("Ida Holm", None)]),
    ("Særudtalelse\nAf Ida Holm: Ingen har spurgt beboerne.\nFra Bo Ravn: Enig.", [("Ida Holm", None), ("Bo Ravn", None)]),
    ("Mindretal: A-medlemmerne Ida Holm og Bo Ravn udtaler, at det er for dyrt.", [("Ida Holm", "A"), ("Bo Ravn", None)]),
    ("Ida Holm (A) bemærker, at det er for dyrt, og ønsker, at denne bemærkning er med i referatet.", [("Ida Holm", "A")]),
    ("Ida Holm mener, at det er for dyrt, og vil have dette med i protokollen.", [("Ida Holm", None)]),
    ("IHO finder, at det er for dyrt, og ønskede dette ført til protokol.", [("IHO", None)]),
    ("Ida Holm (liste K) afgav denne protokolbemærkning: Nej.", [("Ida Holm", "K")]),
    ('Ida Holm: "Det er for dyrt." (optaget efter ønske)', [("Ida Holm", None)]),
    ("Imod stemte Ida Holm (A), som ønskede følgende tilført: Nej.", [("Ida Holm", "A")]),
    ("Ida Holm (A) erklærede på gruppens vegne til protokollen, at det er for dyrt.", [("Ida Holm", "A")]),
    ("Venstre lader til protokollen oplyse, at det er for dyrt.", [(None, "Venstre")]),
    ("Repræsentanten for Dansk Blindesamfund, Ida Holm, ønskede tilført protokollen, at det er for dyrt.", [("Ida Holm", None)]),
    ("Arkitekten, Ida Holm, ville have nedfældet i referatet, at det er for dyrt.", [("Ida Holm", None)]),
    ("Formanden, Ida Holm, bad om, at det føres til referat, at hun er skuffet.", [("Ida Holm", None)]),
    ('Ida Holm, der selv er lejer, ønsker, at følgende føres til referat: "Nej."', [("Ida Holm", None)]),
    ("Ida Holm (A) ønskede refereret, at det er for dyrt.", [("Ida Holm", "A")]),
    ('Ida Holm, Alternativet, begærede ført til protokols: "Nej."', [("Ida Holm", "Alternativet")]),
    ("Protokollering fra L: Det er for dyrt.", [(None, "L")]),
    ('I forlængelse heraf lod V indføre: "Nej."', [(None, "V")]),
    ('B-siden ønsker tilført referatet: "Nej."', [("B-siden", None)]),
    ('DF fastholder: "Sølvet sælges en mandag."', [(None, "DF")]),
    ('Æ: "Vi ønsker at få noteret, at jorden er tabt."', [(None, "Æ")]),
    ('Ida Holm på vegne af C og V: "Nej."', [("Ida Holm", "C og V")]),
    ("Ida Holm (A) ser helst prisen sænket; det vil hun have stående i referatet.", [("Ida Holm", "A")]),
    ("Et mindretal på fem, anført af Ida Holm, får sin egen mindretalsudtalelse med: Planen er forkert.", [("Ida Holm", None)]),
    ("Dansk Folkeparti kunne ikke tiltræde, da planen er forkert.", [(None, "Dansk Folkeparti")]),
    ("Venstre henviser til, at effekten ikke er dokumenteret.", [(None, "Venstre")]),
    ("Ida Holm tilføjede følgende bemærkning til referatet: Stien er smal.", [("Ida Holm", None)]),
    ("Notatet henviser til, at effekten ikke er dokumenteret.", []),
    ("Ida Holm (A) fik refereret artiklen.", []),
    ("Kommunen kunne ikke tiltræde, da planen er forkert.", []),
    ("Ida Holm (A) ville hellere vente; det vil hun se på.", []),
    ("Planen føres til protokol nr. 4.", []),
    ('Ida Holm: "Det er for dyrt." (se bilag 2)', []),
    ("Fra Ida Holm: Ingen har spurgt beboerne.", []),
    ("Udvalget ønsker, at denne bemærkning er med i referatet.", []),
    ("Ida Holm ønsker, at denne tegning er med i planen.", []),
    ("KL finder, at det er for dyrt, og ønskede dette ført til protokol.", []),
    ("Bemærkninger til protokollen\nIngen.", []),
    ("Bemærkninger til indstillingen\nIda Holm (A): Det er for dyrt.", []),
    ("De ønskede tilført protokollen, at sagen haster.", []),
    ("Beboerne ønskede anført, at der er støj.", []),
    ("De fremmødte borgere bad om denne tilføjelse.", []),
    ("Sagen er nævnt i referatet fra april.", []),
    ("Gruppen af gamle huse skal bevares.", []),
    ("Ida Holm (A) ønskede sit forslag nævnt i pressen.", []),
    ("Borgmesteren fik nævnt flere eksempler: skoler og veje.", []),
    ("Venstre foreslog indføjet, at der bygges.", []),
    ("Ida Holm (A) havde forslag til referatet: stavefejl.", []),
    ("Til protokollen bemærkes, at bilaget mangler.", []),
    ("Ida Holm takkede for forløbet og lod sagen ligge.", []),
    ("Protokollen: se bilag 2.", []),
    ("Noteret i protokollen.", []),
    ("Kommunalbestyrelsens protokol: Godkendt.", []),
]


@pytest.mark.parametrize(("said", "speakers"), ENTERED)
def test_remarks_in_many_forms(said, speakers):
    laid = flow_of(HEAD + f"1. Støj\nBeslutning\nGodkendt.\n{said}\n2. Eventuelt\nBeslutning\nIntet.")
    assert [(r.speaker, r.party) for r in remarks(laid, parse(laid, PAPER))] == speakers


AT_THE_END = [
    # below item 3, which is the last                                                              item, speaker, party
    ('Ad 1 fremkommer Ida Holm (A) med denne mindretalsudtalelse: "Huset bør stå."', [("1", "Ida Holm", "A")]),
    ("Protokolbemærkning til punkt 2: Ida Holm (A) savner et svar.", [("2", "Ida Holm", "A")]),
    ("Udtalelse til protokollen, pkt. 1: Ida Holm (A) savner et svar.", [("1", "Ida Holm", "A")]),
    ("Tilføjelse til Pkt 2: Ida Holm (A) ønskede det føjet til referatet, at hun stemte imod.", [("2", "Ida Holm", "A")]),
    ("Til punkt 1 bad Ida Holm om, at referatet nævner, at stien er smal.", [("1", "Ida Holm", None)]),
    ('Ved sag nr. 2 bemærkede Ida Holm (A): "Støjen er høj."', [("2", "Ida Holm", "A")]),
    ("Bemærkninger til protokollen\nTil punkt 1 fra Ida Holm (A): Nej.\nTil punkt 2 fra Bo Ravn (V): Ja.",
     [("1", "Ida Holm", "A"), ("2", "Bo Ravn", "V")]),
    ("Protokolbemærkning: Ida Holm (A) finder, at svaret mangler, jf. punktum 2 i bilaget.", [("3", "Ida Holm", "A")]),
    ("Protokolbemærkning til punkt 7: Ida Holm (A) savner svar.", [("3", "Ida Holm", "A")]),
    ("1. Stien anlægges.\n2. Vejen lukkes.\nProtokolbemærkning til punkt 2: Ida Holm (A) savner svar.", [("3", "Ida Holm", "A")]),
    ('Ida Holm (A) bad om denne tilføjelse: "Det hører til punkt 2."', [("3", "Ida Holm", "A")]),
    ("Til punkt 1 bad Ida Holm om en kop kaffe.", []),
    ("Til punkt 1 bad udvalget om, at referatet nævner, at stien er smal.", []),
    ("Ved sag nr. 2 bemærkede Ida Holm fejlen i bilag 2.", []),
    ("Bemærkninger til punkt 1: Ingen.", []),
]


@pytest.mark.parametrize(("said", "found"), AT_THE_END)
def test_a_remark_at_the_end_belongs_to_the_item_that_it_names(said, found):
    cases = "".join(f"{n}. {t}\nBeslutning\nGodkendt.\n" for n, t in enumerate(("Støj", "Hegn", "Eventuelt"), 1))
    laid = flow_of(HEAD + cases + said)
    assert [(r.item, r.speaker, r.party) for r in remarks(laid, parse(laid, PAPER))] == found


def test_numbers_stand_as_printed_and_are_named_without_their_zeros():
    laid = flow_of(HEAD + "01. Dagsorden\nBeslutning\nGodkendt. Punkt 3 udsættes.\n02. Støj\nBeslutning\nGodkendt.\n03. Hegn\n"
                   "Hegnet er nyt.\n04. Eventuelt\nBeslutning\nIntet.\n"
                   "Til punkt 2 ønskede Ida Holm tilført protokollen, at støjen er værst om natten.\n"
                   "Bilagsliste\nBilag til punkt 1:\n1. Kort\nBilag til punkt 02:\n1. Notat")
    found = parse(laid, PAPER)
    assert [i.number for i in found.items] == ["01", "02", "03", "04"]
    assert [(d.item, d.outcome) for d in decide(laid, found).decisions if d.item != "04"] == [
        ("01", "adopted"), ("02", "adopted"), ("03", "postponed")]
    assert [r.item for r in remarks(laid, found)] == ["02"]
    assert [(a.item, a.title) for a in annexes.find(laid, found).annexes] == [("01", "Kort"), ("02", "Notat")]


PARTIES = [
    # what the head tells of those who came                                    the party of Ida Holm, who speaks without it
    ("Mødt: Ida Holm (A), Bo Ravn (V).", "A"),
    ("Til stede: Ida Holm (A, formand), Bo Ravn (V).", "A"),
    ("Medlem\tParti\tTil stede\nIda Holm\tRadikale Venstre\tJa\nBo Ravn\tVenstre\tJa", "Radikale Venstre"),
    ("Medlem\tParti\nIda Holm, borgmester\tSocialdemokratiet\nBo Ravn\tVenstre", "Socialdemokratiet"),
    ("Til stede: Ida Holm (formand), Bo Ravn (V).", None),
    ("Medlem\tTil stede\nIda Holm\tX\nBo Ravn\tX", None),
    ("Til stede: Ida Holm (A) og Ida Holm (V).", None),
]


@pytest.mark.parametrize(("came", "party"), PARTIES)
def test_the_party_of_a_speaker_stands_where_the_paper_tells_who_came(came, party):
    laid = flow_of(f"{HEAD}{came}\n1. Støj\nBeslutning\nGodkendt. Ida Holm lod tilføre, at sagen haster.\n2. Hegn\nBeslutning\nUdsat.")
    assert [(r.speaker, r.party) for r in remarks(laid, parse(laid, PAPER))] == [("Ida Holm", party)]


CASES = [
    ["Punkt", "140. Vejnavne i Nordby"], ["Sag", "2012/51180"], ["Beslutning", "Godkendt."],
    ["Punkt", "141. Parkering på Torvet"], ["Beslutning", "Drøftet."],
]
TOP = text(60, 40, "Nordby Byråd", 14, True) + text(60, 70, "Referat af møde tirsdag den 6. november 2012", 10)


def printed(rows: list[list[str]]) -> bytes:
    tops = [100.0 + 22 * i for i in range(len(rows) + 1)]
    places = ((x, top, cell) for top, row in zip(tops, rows, strict=False) for x, cell in zip((60, 160), row, strict=True))
    cells = b"".join(text(x + 3, top + 4, cell, 10) for x, top, cell in places)
    return TOP + cells + grid([60.0, 160.0, 520.0], tops)


def test_cases_with_labels_beside_their_parts(tmp_path):
    paper = read(write(tmp_path / "referat.pdf", printed(CASES)))
    laid = flow(paper)
    structure = parse(laid, paper)
    assert [(i.number, i.title) for i in structure.items] == [("140", "Vejnavne i Nordby"), ("141", "Parkering på Torvet")]
    assert [(d.item, d.outcome) for d in decide(laid, structure).decisions] == [("140", "adopted"), ("141", "discussed")]
    assert structure.case_numbers == ["2012/51180"] and not laid.tables


def test_labels_beside_figures_stay_a_table(tmp_path):
    laid = flow(read(write(tmp_path / "referat.pdf", printed([["Sag", "12"], ["Udgift", "140.000"], ["Beslutning", "15"], ["Rest", "9"]]))))
    assert len(laid.tables) == 1


@pytest.mark.parametrize(("foot", "gone"), [("Nordby Kommune / Byrådet", True), ("Nordby Kommune, www.nordby.dk", False)])
def test_a_name_in_small_print_in_the_margin_of_a_single_page(tmp_path, foot, gone):
    body = b"".join(text(60, 100 + 14 * i, "Byrådet drøftede planen for havnen og veje i Vestby.", 11) for i in range(12))
    laid = flow(read(write(tmp_path / "referat.pdf", TOP + body + text(60, 800, foot, 8))))
    assert (foot not in laid.text) == gone

"""What the last lines of an item without a heading for its decision tell, and decisions in words that no list holds."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of

HEAD = "Nordby Kommune\n{body}\nReferat fra mødet torsdag den 14. juni 2018\n1. Mødets åbning\nMødet blev åbnet.\n"
CLOSED = [
    # the body, the item's title and what stands below it                                                        outcome
    ("Byrådet", "Hallen", "Vedtaget i overensstemmelse med indstillingen.\nDer tages en drøftelse i Kulturudvalget.", "adopted"),
    ("Byrådet", "Diæter", "Vedtaget.\nDer laves en oversigt over råd og nævn, som fremsendes til byrådet.", "adopted"),
    ("Byrådet", "Hallen", "Der blev vist billeder.\nSkoleafdelingens udtalelse af 31. maj 2012 vedtaget.", "adopted"),
    ("Foreningsrådet", "Mødet åbnes", "Mødet åbnes. Otte er mødt, og rådet er dermed beslutningsdygtigt.", ""),
    ("Ældrerådet", "Underskrift af referat", "Underskrevet.", "procedural"),
    ("Byggeudvalget", "Valg af arkitekt", "Fem firmaer har budt.\nOpgaven gives til Studio Nord.", "adopted"),
    ("Landsbyrådet", "Blomsterkummer", "Anders har 12 kummer stående.\nVi tager imod Anders' tilbud.", "adopted"),
    ("Teknisk Udvalg", "Vejbump på Møllegade", "Grundejerne ønsker bump.\nDer etableres bump inden udgangen af året.", "adopted"),
    ("Menighedsrådet", "Farve på bænkene", "Konsulenten vil have grå, kirkeværgen blå.\nMan samledes om den grå.", "adopted"),
    ("Hegnsynet", "Forretning på Toftevej", "Mødt var begge.\nHegnsynet bestemmer, at udgiften deles lige.", "adopted"),
    ("Brugerrådet", "Fælles morgenmad", "Kokken kan ikke nå det før kl. 8.\nSå det gør vi kl. 8.", "adopted"),
    ("Ældrerådet", "Madordning", "Udkastet er lavet af Lis.\nDet sendes, som det er, dog uden sidste afsnit.", "adopted_amended"),
    ("Ungerådet", "Bus til festival", "Ali havde spurgt. Det har vi ikke råd til, så den idé er droppet.", "rejected"),
    ("Byrådet", "Areal ved Kirkemosen", "For forslaget 11, imod 14.\nArealet bliver altså ikke udvidet.", "rejected"),
    ("Byggeudvalget", "Regning fra tømreren", "Tømreren kræver mere.\nKravet kunne udvalget ikke anerkende.", "rejected"),
    ("Havneudvalget", "Bro D", "Rapporten mangler.\nUden rapporten ville udvalget ikke træffe nogen beslutning.", "postponed"),
    ("Skolebestyrelsen", "Samtaler", "Forældrene så ikke fordelen. Punktet må vi tage fat på igen efter jul.", "postponed"),
    ("Teknisk Udvalg", "Cykelsti", "Amtet har ikke svaret.\nUdvalget ser tiden an.", "postponed"),
    ("Handicaprådet", "Ordning", "Ida Holm bad om, at punktet måtte udgå.\nDet var alle med på.", "withdrawn"),
    ("Bygningsrådet", "Kvist på Strandgade", "Kvisten er bred.\nRådet beder ejeren tegne en smallere og komme igen.", "returned"),
    ("Grønt Råd", "Stier", "Der blev vist billeder.\nForslaget sendes videre til Teknik- og Miljøudvalget.", "referred"),
    ("Økonomiudvalget", "Bevilling", "Der søges 2,2 mio. kr.\nUdvalget støtter, at byrådet giver bevillingen.", "recommended"),
    ("Socialudvalget", "Nedlæggelse af Syrenen", "Den koster meget.\nUdvalget vil råde byrådet til at lade den bestå.", "not_recommended"),
    ("Udvalget for Børn", "Evaluering", "Den er lavet af UC Nord.\nUdvalget har læst den og glæder sig over resultaterne.", "noted"),
    ("Klimarådet", "Grønne tage", "Ida Holm holdt oplæg.\nRådet tog ikke stilling.", "discussed"),
    ("Integrationsrådet", "Formandskab", "To stillede op.\nSamira Aziz blev rådets nye formand.", "appointed"),
    ("Sundhedsudvalget", "Rygeregler", "Der er to forslag.\nUdvalget ser gerne et notat, inden reglerne vedtages.", "postponed"),
    ("Sundhedsudvalget", "Rygeregler", "Punkt 1 er et kursus.\nAd 1. Godkendt.\nAd 2. Godkendt, dog først fra maj.", "adopted_amended"),
    ("Socialudvalget", "Rammeaftale", "Udkastet er ikke færdigt.\nSagen måtte skydes til augustmødet.", "postponed"),
    ("Ældrerådet", "Kørsel", "Grethe foreslog et brev til kommunen, hvilket alle bakkede op om.", "adopted"),
    ("Ældrerådet", "Udflugt", "Udvalgets forslag tiltrådt, dog at bussen får 2.000 kr. mere.", "adopted_amended"),
    ("Ældrerådet", "Klage", "Henlagt, da beboeren er flyttet.", "lapsed"),
    ("Ældrerådet", "Hvem tager til konferencen", "Det blev Ayse og Kaj.", "appointed"),
    ("Ældrerådet", "Forretningsorden", "Den hidtidige forretningsorden fortsætter uændret.\nIda Holm bad om at få noteret, at hun er imod.",
     "adopted"),
    ("Kulturudvalget", "Svømmebad", "Badet er 40 år gammelt. Forvaltningens forslag blev fulgt.", "adopted"),
    ("Kulturudvalget", "Fortov", "Fortovet er ujævnt. Det lægges om i 2019.", "adopted"),
    ("Kulturudvalget", "Lys", "Lyset koster 1 mio. kr. Udvalget vil se en tegning, før det siger ja.", "postponed"),
    ("Kulturudvalget", "Broer", "Ingeniøren viste billeder af broerne.", "noted"),
    ("Byrådet", "Havneplan", "Borgmesteren bad byrådet vente, til staten har svaret. Det gjorde man.", "postponed"),
    ("Byrådet", "Rundkørsel", "Sagen har været i høring. Byrådet sagde fra over for planen.", "rejected"),
    ("Økonomiudvalget", "Skole", "Udvalget er enigt og sender sagen videre til byrådet.", "recommended"),
    # what is told of others, of the past and of figures
    ("Ældrerådet", "Rejser", "Turen er dyr. Ida Holm tager til årsmødet.", None),
    ("Integrationsrådet", "Tolkegebyr", "Ministeriet svarede, at gebyret er vedtaget af Folketinget.", None),
    ("Skolebestyrelsen", "Skolestruktur", "Der er kommet et notat. Byrådet vedtog i 2008, at ingen skole lukkes.", None),
    ("Kulturudvalget", "Biograf", "Den er fra 1938. Forvaltningen indstiller, at der gives tilskud.", None),
    ("Handicaprådet", "Besøg", "Der er afsat 3 mio. kr. til ramper, og derfor bygges der til sommer.", None),
    ("Vandrådet", "Regulativ", "Ifølge loven skal lodsejerne høres. Lodsejerne får brev i juni.", None),
    ("Bestyrelsen", "Personale", "Ulla stopper. Hendes stilling slås op i april, og ansøgerne indkaldes i maj.", None),
    ("Integrationsrådet", "Tal", "Ledigheden er faldet, altså 2 procentpoint. Der er dermed 40 færre ledige end året før.", None),
    ("Ældrerådet", "Takst", "Huslejen er 7.150 kr. om måneden, så den er dermed 85.800 kr. om året.", None),
    ("Handicaprådet", "Station", "Banestyrelsen har godkendt en rampe. Rampen bygges i 2014 og betales af staten.", None),
    ("Ungerådet", "Nabobyen", "Nabobyens ungeråd har valgt en formand. De kommer på besøg i november.", None),
    ("Klimarådet", "Kommende møder", "Rådet mødes igen den 4. september. Eva sender indkaldelse.", None),
    ("Ældrerådet", "Bus", "Movia har henlagt planen om en ny rute.", None),
    ("Ældrerådet", "Husleje", "Huslejen stiger. Beboerne har klaget, men fik ikke medhold i nævnet.", None),
    ("Ældrerådet", "Fest", "Klubben holder fest den 3. maj, og Bo Dam sælger billetter.", None),
    ("Havneudvalget", "Takst", "Blev taksten hævet, ville indtægten stige og dermed dække udgiften.", None),
]


def _said(body: str, item: str) -> list[str]:
    flow = flow_of(f"{HEAD.format(body=body)}2. {item}\n3. Eventuelt\nIntet.")
    return [d.outcome for d in decide(flow, parse(flow, PAPER)).decisions if d.item == "2"]


@pytest.mark.parametrize(("body", "title", "below", "outcome"), CLOSED, ids=[c[2][-40:] for c in CLOSED])
def test_the_last_lines(body, title, below, outcome):
    assert _said(body, f"{title}\n{below}") == ([outcome] if outcome else [])


HEADED = [
    ("Besøg på Solgården", "Besøget fandt sted. Bo Ravn fortalte, men desværre blev der ikke tid til en rundvisning.", "unknown"),
    ("Maling", "I år blev der ikke givet penge til maling.", "rejected"),
    ("Meddelelser", "Kulturudvalget har vedtaget at søge om 3 mio. kr. til pladsen.", "noted"),
    ("Pladsen", "Teknisk Udvalg har vedtaget at søge om 3 mio. kr. til pladsen.", "adopted"),
    ("Regulativ", "Med henblik på en besigtigelse skubbes sagen til mødet i august.", "postponed"),
    ("Navn", "Fulgt uden bemærkninger.", "adopted"),
    ("Udstykning", "Efter formandens forslag går sagen tilbage til Teknisk Udvalg.", "returned"),
    ("Tilsyn", "Tallene blev modtaget som orientering, og chefen svarede på to spørgsmål.", "noted"),
    ("Rotter", "Kontrakten ønskes udbudt og er dermed ikke forlænget.", "rejected"),
    ("Forsikring", "Kystforsikring vælges.", "adopted"),
    ("Indtræden af stedfortræder", "Orloven er bevilget, og Omar Haddad indtræder.", "appointed"),
    ("Skilt", "Udvalget kan ikke tiltræde et skilt, men tillader klinikken.", "adopted_amended"),
    ("Spørgetid", "Der var ingen, der havde meldt sig.", "procedural"),
    ("Grus", "Regnen har stået på længe.", "unknown"),
    ("Klimaregnskab", "Direktøren viste tallene. Tak for det.", "noted"),
    ("Trappelift", "Nogle fandt den for dyr, andre var glade for den.", "discussed"),
    ("Annonce", "Jytte skriver, Kaj tager billeder.", "adopted"),
    ("Kontrakt", "Borgmesteren og direktøren underskriver aftalen.", "adopted"),
    ("Garanti", "Kommunen stiller garantien.", "adopted"),
    ("Skel", "Hækken skal klippes ned til 1,80 m inden maj.", "adopted"),
    ("Kystsikring", "Forvaltningen undersøger, hvad en mole koster.", "referred"),
    ("Lys på stien", "Kulturudvalget bedes se på sagen.", "referred"),
    ("Rampe", "Udvalget ønsker et tilbud, før der træffes afgørelse.", "postponed"),
    ("Rampe", "Inden sagen afgøres, vil udvalget se stedet.", "postponed"),
    ("Rampe", "Afgørelse træffes, når høringen er slut.", "postponed"),
    ("Hegn", "Udvalget er ikke sindet at give lov.", "rejected"),
    ("Hegn", "Der er ikke midler hertil.", "rejected"),
    ("Byttecentral", "Udvalget gik imod forslaget.", "rejected"),
    ("Konstituering", "Formand: Ida Holm. Næstformand: Bo Ravn.", "appointed"),
    ("Valg til havnens bestyrelse", "A indstillede Bo Ravn, V indstillede Ida Holm. Begge er dermed udpeget.", "appointed"),
    ("Valg af stedfortræder", "Pladsen overtages af Ida Holm.", "appointed"),
    ("Næste møde", "Mandag den 2. september kl. 9.30.", "procedural"),
    ("Spørgetid", "Der var ikke mødt spørgere frem.", "procedural"),
    ("Spørgetid", "To borgere stillede spørgsmål, som formanden svarede på.", "procedural"),
    ("Takst", "Tiltrædes og videresendes til Økonomiudvalget.", "recommended"),
    ("Takst", "Godkendt. Regnskabet sendes til Byrådet til orientering.", "adopted"),
    ("Takst", "Støttes. Sendes til Økonomiudvalget.", "recommended"),
    ("Takst", "Sendes med udvalgets anbefaling til Byrådet.", "recommended"),
    ("Regnskab", "Regnskabet blev godkendt og sendes til byrådet.", "adopted"),
    ("Vejarbejde", "Arbejdet overdrages til Brdr. Lund, der er lavestbydende.", "adopted"),
    ("Status", "Udvalget tog status til efterretning med ønske om, at den næste også viser frafaldet på uddannelserne.", "noted"),
    ("Skure", "Godkendt, idet tre af skurene placeres ved stien.", "adopted_amended"),
    ("Skure", "Godkendt, idet udgiften afholdes af puljen.", "adopted"),
    ("Skure", "Godkendt, idet skurene opfylder kravene.", "adopted"),
    ("Skure", "Vedtaget. Dog træder prisen først i kraft i maj.", "adopted_amended"),
    ("Skure", "Vedtaget. Dog stemte V imod.", "adopted"),
    ("Skure", "Vedtaget, men uden tag.", "adopted_amended"),
    ("Skure", "Vedtaget, men udvalget beklager forsinkelsen.", "adopted"),
    ("Skure", "Listen blev fulgt med undtagelse af nr. 8.", "adopted_amended"),
    ("Skure", "Godkendt med undtagelse af V, som stemte imod.", "adopted"),
    ("Skure", "Ad 1. Forkastet. Ad 2. Godkendt.", "adopted"),
    ("Oplæg", "Taget til efterretning, idet udvalget går imod statens planer.", "noted"),
    ("Oplæg", "Udvalget tog til efterretning, at arbejdet er udsat til 2015.", "noted"),
    ("Kø", "Udvalget besluttede at vente til efter sommer med at tage stilling.", "postponed"),
    ("Dagsorden", "Der var ingen indvendinger imod dagsordenen.", "adopted"),
    ("Svar", "Udvalget har set svaret og har ikke mere.", "noted"),
    ("Plan", "Planen skal efter loven revideres hvert fjerde år.", "unknown"),
    ("Hus", "Ejeren sælger huset til foråret.", "unknown"),
    ("Vej", "Ida Holm deltager ikke under punktet.", "unknown"),
    ("Vej", "Udvalget mener, at vejen er smal.", "unknown"),
    ("Legat", "Bemærkningerne indgår i det videre arbejde.", "unknown"),
]


@pytest.mark.parametrize(("title", "said", "outcome"), HEADED, ids=[h[1][:40] for h in HEADED])
def test_in_any_words_under_a_heading(title, said, outcome):
    assert _said("Teknisk Udvalg", f"{title}\nBeslutning\n{said}") == [outcome]


LETTERED = [
    ("Kommunalbestyrelsen", "KB: Afslag.", ["rejected"]),
    ("Social- og Skoleudvalget", "SSU: Indstilles.", ["recommended"]),
    ("Kommunalbestyrelsen", "Økonomiudvalget 2. juni: Anbefales.\nKB: Tiltrådt.", ["recommended", "adopted"]),
    ("Kommunalbestyrelsen", "KB: 2019", []),
]


@pytest.mark.parametrize(("body", "below", "outcomes"), LETTERED, ids=[t[1] for t in LETTERED])
def test_the_letters_of_the_body_before_what_it_decided(body, below, outcomes):
    assert _said(body, f"Færgetakster\nTaksten er fra 2016.\n{below}") == outcomes

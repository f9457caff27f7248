"""The four checks on the criteria: passages of every regime, told rightly and wrongly, in prose, points, slides and tables."""

from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.checks import Context
from minutes.checks.rules import CHECKS
from minutes.records import Finding

LIMIT, RULE, STATUS, LISTED = "threshold-not-in-force", "rule-misstated", "status-differs", "list-differs"


def found(text: str, day: str | None, folder: Path) -> list[Finding]:
    """The findings on a document with that text, held on that day."""
    file = folder / "referat.txt"
    head = f"Nordvang Kommune\nBoligudvalget\nReferat af møde den {day}\n\n" if day else ""
    file.write_text(head + text + "\n", encoding="utf-8")
    document = read_document(file)
    return [said for check in CHECKS.values() for said in check(document, Context([document])) if isinstance(said, Finding)]


FIVE = """
- over {arb} pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet eller uddannelse
- over {iv} pct. er indvandrere og efterkommere fra ikke-vestlige lande
- over {dom} pct. er dømt for overtrædelse af straffeloven, våbenloven eller lov om euforiserende stoffer
- over {udd} pct. af de 30-59-årige har kun en grundskoleuddannelse
- den gennemsnitlige bruttoindkomst er under {ind} pct. af gennemsnittet i regionen
"""


def five(lead: str, arb="40", iv="50", dom="2,7", udd="50", ind="55") -> str:
    return lead + "\n" + FIVE.format(arb=arb, iv=iv, dom=dom, udd=udd, ind=ind)


WRONG = [
    ("10. maj 2016", "Et område er på ghettolisten, når det opfylder mindst tre af fem kriterier. Tidligere, fra 2010, skulle to af tre "
     "være opfyldt. Grænserne er over 40 procent uden arbejde eller uddannelse og over 60 procent af de 30-59-årige med kun grundskole.",
     LIMIT, "60 procent"),
    # day of the meeting, text, check, words that stand in the first evidence
    ("12. september 2012", "Et boligområde er på ghettolisten, når det opfylder tre af fem kriterier.", RULE, "tre af fem"),
    ("12. september 2012", "Efter reglerne for ghettoområder skal et område opfylde mindst tre af de tre kriterier.", RULE,
        "tre af de tre"),
    ("12. september 2012", "Boligområder med mindst 1.000 beboere kommer på ghettolisten, hvis over 60 pct. af beboerne er indvandrere "
                           "og efterkommere fra "
     "ikke-vestlige lande.", LIMIT, "60 pct."),
    ("3. juni 2015", "Et område kommer på ghettolisten, når det opfylder to af tre kriterier.", RULE, "to af tre"),
    ("3. juni 2015", five("Regeringens ghettoliste udarbejdes efter fem kriterier:", udd="60"), LIMIT, "60 pct."),
    ("3. juni 2015", five("Regeringens ghettoliste udarbejdes efter fem kriterier:", ind="65"), LIMIT, "65 pct."),
    ("3. juni 2015", five("Regeringens ghettoliste udarbejdes efter fem kriterier:", dom="3,7"), LIMIT, "3,7 pct."),
    ("10. maj 2016", "Boligområdet er på listen over ghettoområder, hvis det opfylder 2 ud af 5 kriterier.", RULE, "2 ud af 5"),
    ("21. marts 2017", "Listen over ghettoområder bygger på fire kriterier.", RULE, "fire kriterier"),
    ("21. marts 2017", "Siden 2010 har et område været på ghettolisten, hvis det opfyldte tre af fem kriterier.", RULE, "tre af fem"),
    ("24. april 2018", five("Den seneste ghettoliste fra 1. december 2017 bygger på fem kriterier:", udd="60"), LIMIT, "60 pct."),
    ("24. april 2018", "På ghettolisten fra 1. december 2017 skulle et område opfylde to af fem kriterier.", RULE, "to af fem"),
    ("24. april 2018", "På ghettolisten fra 1. december 2017 var der 25 områder.", LISTED, "25 områder"),
    ("5. marts 2019", "Et udsat boligområde er et område, der opfylder tre af fem kriterier.", RULE, "tre af fem"),
    ("5. marts 2019", "Et område er et udsat boligområde, når det opfylder mindst to af følgende tre kriterier:", RULE,
        "to af følgende tre"),
    ("5. marts 2019", "Et område er et udsat boligområde, når det opfylder to af fire kriterier. Over 50 pct. af de 30-59-årige skal "
                      "kun have grundskolen.",
     LIMIT, "50 pct."),
    ("5. marts 2019", "For et udsat boligområde gælder blandt andet kriteriet, at andelen af dømte er mindst to gange landsgennemsnittet.",
     LIMIT,    "to gange"),
    ("5. marts 2019", "For at være et udsat boligområde skal andelen af dømte overstige 2,7 pct.", LIMIT, "2,7 pct."),
    ("5. marts 2019", "Er andelen af indvandrere og efterkommere fra ikke-vestlige lande over 60 pct., er det udsatte boligområde en "
                      "ghetto.", LIMIT, "60 pct."),
    ("5. marts 2019", "På listen pr. 1. december 2018 er der 57 udsatte boligområder.", LISTED, "57 udsatte"),
    ("14. januar 2020", "Et hårdt ghettoområde har været på ghettolisten i tre år i træk.", RULE, "tre år"),
    ("14. januar 2020", "Listen over ghettoområder fra 1. december 2019 rummer 29 områder.", LISTED, "29 områder"),
    ("14. januar 2020", "Finlandsparken i Vejle stod ikke på ghettolisten pr. 1. december 2019.", LISTED, "Finlandsparken"),
    ("2. februar 2021", "Der er 13 hårde ghettoområder på listen fra 1. december 2019.", LISTED, "13 hårde"),
    ("2. februar 2021", "Gadehavegård i Høje-Taastrup var på listen over ghettoområder 1. december 2020.", LISTED, "Gadehavegård"),
    ("8. marts 2022", "Et parallelsamfund er et udsat boligområde, hvor over 40 pct. af beboerne er indvandrere og efterkommere fra "
                      "ikke-vestlige lande.",
     LIMIT, "40 pct."),
    ("8. marts 2022", "Et forebyggelsesområde har over 30 pct. ikke-vestlige beboere og opfylder tre af fire kriterier.", RULE,
        "tre af fire"),
    ("8. marts 2022", "I et forebyggelsesområde er kriteriet, at gennemsnitsindkomsten er under 55 pct. af regionens.", LIMIT, "55 pct."),
    ("8. marts 2022", "I et forebyggelsesområde er kriteriet, at over 40 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet.",
     LIMIT,    "40 pct."),
    ("8. marts 2022", "Et omdannelsesområde har stået på listen over parallelsamfund fire år i træk.", RULE, "fire år"),
    ("8. marts 2022", "1. december 2021 blev der offentliggjort lister med 12 parallelsamfund og 67 forebyggelsesområder.", LISTED,
        "67 forebyggelsesområder"),
    ("17. januar 2023", "Listerne 1. december 2022\n\n- 17 udsatte boligområder\n- 12 parallelsamfund\n- 9 omdannelsesområder\n", LISTED,
        "12 parallelsamfund"),
    ("17. januar 2023", "Mjølnerparken i København var ikke på listen over parallelsamfund 1. december 2022.", LISTED, "Mjølnerparken"),
    ("6. februar 2024", "Et udsat boligområde opfylder mindst to af disse kriterier: over 30 pct. af de 18-64-årige er uden arbejde "
                        "eller uddannelse, og "
     "bruttoindkomsten er under 55 pct. af regionens.", LIMIT, "30 pct."),
    ("6. februar 2024", "Ved opgørelsen 1. december 2023 er der 15 udsatte boligområder på ministeriets liste.", LISTED, "15 udsatte"),
    ("5. marts 2019", "På Ellebakken er 43,1 pct. af de 18-64-årige uden tilknytning til arbejdsmarkedet, 57,4 pct. af de 30-59-årige har "
     "kun grundskole, bruttoindkomsten er 57,9 pct. af regionens, og andelen af dømte er 1,2 gange landsgennemsnittet. "
     "Ellebakken opfylder således to af de fire kriterier for et udsat boligområde.",
     STATUS, ""),
    ("5. marts 2019", "Ellebakken har 1.412 beboere. 43,1 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet, 64,4 pct. af de "
     "30-59-årige har kun grundskole, bruttoindkomsten er 57,9 pct. af regionens, og andelen af dømte er 1,2 gange "
     "landsgennemsnittet. Ellebakken er dermed ikke et udsat boligområde.",
     STATUS, ""),
    ("12. maj 2015", "I Skovhøj er 44,0 pct. uden for arbejdsmarkedet, 48,2 pct. er indvandrere og efterkommere fra ikke-vestlige lande, "
     "2,9 pct. er dømt, 46,0 pct. har kun grundskole, og indkomsten er 61,0 pct. af regionens. Skovhøj er derfor et "
     "ghettoområde.",
     STATUS, ""),
    ("12. maj 2015", "I Skovhøj er 44,0 pct. uden for arbejdsmarkedet, 48,2 pct. er indvandrere og efterkommere fra ikke-vestlige lande, "
     "2,9 pct. er dømt, 46,0 pct. har kun grundskole, og indkomsten er 61,0 pct. af regionens. Skovhøj opfylder kriteriet "
     "om ikke-vestlig baggrund.",
     STATUS, ""),
    ("8. marts 2022", "Skovhøj er et forebyggelsesområde. 34,2 pct. er uden arbejde eller uddannelse, 28,0 pct. er fra ikke-vestlige "
                      "lande, "
     "61,5 pct. har kun grundskole, og indkomsten er 66,1 pct. af regionens.",
     STATUS, ""),
    ("6. maj 2014", "Ghettolisten opgøres efter 3 kriterier, hvoraf de 2 skal være opfyldt.",
     RULE, ""),
    ("6. maj 2014", "For at blive betegnet som et særligt udsat boligområde skal mindst to ud af tre kriterier være opfyldt.",
     RULE, ""),
    ("6. maj 2016", "Mere end 45 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet, lyder et af kriterierne på ghettolisten.",
     LIMIT, ""),
    ("6. maj 2016", "Kriterier for ghettolisten\n\nUden for arbejdsmarkedet: over 40 pct.\nIkke-vestlig baggrund: over 50 pct.\nDømte: "
     "over 1,7 pct.\nGrundskole: over 50 pct.\nBruttoindkomst: under 55 pct. af regionen",
     LIMIT, ""),
    ("6. maj 2019", "Et boligområde skal have mindst 5.000 beboere for at komme på listen over udsatte boligområder.",
     LIMIT, ""),
    ("3. februar 2015", "På den seneste ghettoliste fra 1. december 2014 var der 33 områder mod 40 i oktober 2013.",
     LISTED, ""),
    ("3. februar 2021", "Antallet af ghettoområder faldt fra 28 i 2019 til 17 i 2020 ifølge ghettolisten.",
     LISTED, ""),
    ("3. februar 2021", "Bispeparken i København er fortsat på ghettolisten, der blev offentliggjort 1. december 2020.",
     LISTED, ""),
    ("3. februar 2021", "Tåstrupgård i Høje-Taastrup blev i december 2020 taget af ghettolisten.",
     LISTED, ""),
    ("3. februar 2021", "Følgende områder er på ghettolisten 1. december 2020:\n\n- Vollsmose, Odense\n- Bispehaven, Aarhus\n- Agervang, "
     "Holbæk\n",
     LISTED, ""),
    ("3. februar 2021", "Hedemarken i Albertslund har stået på ghettolisten hvert år siden 2012.",
     LISTED, ""),
    ("3. februar 2012", "Den første ghettoliste fra oktober 2010 omfattede 30 boligområder.",
     LISTED, ""),
    ("9. september 2020", "Et boligområde bliver et hårdt ghettoområde, når det har været på ghettolisten i seks år.",
     RULE, ""),
    ("9. september 2020", "Kriteriet om tilknytning til arbejdsmarkedet på listen over udsatte boligområder er opgjort som et "
                          "gennemsnit over de "
     "seneste fire år.",
     RULE, ""),
    ("24. april 2018", "Ghettolisten fra 1. december 2017 er baseret på fem kriterier. Et af dem er, at andelen af 30-59-årige uden anden "
     "uddannelse end grundskolen overstiger 60 pct.",
     LIMIT, ""),
    ("24. april 2018", "I dag kommer et område på ghettolisten, når det opfylder to ud af fem kriterier.",
     RULE, ""),
    ("24. april 2018", "Ghettolisten har siden 2010 været baseret på de samme fem kriterier.",
     RULE, ""),
    ("24. april 2018", "Ghettolisten blev første gang offentliggjort i 2010 med 33 områder.",
     LISTED, ""),
    ("10. januar 2022", "Udsatte boligområder er efter loven områder, hvor mindst tre af fire kriterier er opfyldt.",
     RULE, ""),
    ("10. januar 2022", "Et parallelsamfund er et udsat boligområde, hvor andelen af indvandrere og efterkommere fra ikke-vestlige "
                        "lande udgør "
     "over 60 procent.",
     LIMIT, ""),
    ("10. januar 2022", "Forebyggelsesområder:\n\n- andelen af indvandrere og efterkommere fra ikke-vestlige lande er over 50 pct.\n- og "
     "mindst to af fire kriterier er opfyldt\n",
     LIMIT, ""),
    ("10. januar 2022", "For forebyggelsesområder gælder, at andelen af dømte skal være mindst tre gange landsgennemsnittet.",
     LIMIT, ""),
    ("10. januar 2022", "Den 1. december 2021 offentliggjorde ministeriet de nye lister: 20 udsatte boligområder, heraf 15 "
                        "parallelsamfund og "
     "10 omdannelsesområder.",
     LISTED, ""),
    ("10. januar 2022", "Bispehaven i Aarhus er ikke et parallelsamfund efter listen fra 1. december 2021.",
     LISTED, ""),
    ("10. januar 2022", "Agervang i Holbæk er et omdannelsesområde ifølge listen 1. december 2021.",
     LISTED, ""),
    ("10. februar 2016", "I december 2015 blev Mjølnerparken fjernet fra ghettolisten.",
     LISTED, ""),
    ("10. februar 2016", "Hedemarken i Albertslund er fortsat på ghettolisten.",
     LISTED, ""),
    ("12. december 2017", "Byparken/Skovparken i Svendborg er igen i år på ghettolisten.",
     LISTED, ""),
    ("12. december 2017", "Ringparken i Slagelse er ikke længere på ghettolisten, viser opgørelsen fra 1. december 2017.",
     LISTED, ""),
    ("15. november 2019", "Ghettoområder er områder, som opfylder mindst to af de tre kriterier om beskæftigelse, kriminalitet og "
                          "ikke-vestlig "
     "baggrund.",
     RULE, ""),
    ("15. november 2019", "Kriteriet om indkomst er opfyldt, når gennemsnitsindkomsten i et udsat boligområde er mindre end 60 pct. af "
                          "regionens.",
     LIMIT, ""),
    ("15. november 2019", "Et område kan blive et udsat boligområde, hvis det har mere end 270 dømte pr. 10.000 beboere over 18 år.",
     LIMIT, ""),
    ("15. november 2012", "Et område kommer på ghettolisten, hvis det har mere end 170 dømte pr. 10.000 beboere over 18 år.",
     LIMIT, ""),
    ("15. november 2019", "Tal for Lærkeparken: 1.350 beboere, 44,1 pct. uden job eller uddannelse, 3,4 gange så mange dømte som "
     "landsgennemsnittet, 52,0 pct. med kun grundskole, indkomst 58,0 pct. af regionen. Lærkeparken opfylder tre af fire "
     "kriterier og er derfor et udsat boligområde.",
     STATUS, ""),
    ("10. maj 2022", "Historik for ghettolisten\n\n- 2010: tre kriterier, hvoraf to skulle være opfyldt\n- 2014: fem kriterier, hvoraf to "
     "skulle være opfyldt\n- 2018: fire kriterier, hvoraf to skal være opfyldt\n",
     RULE, ""),
    ("10. maj 2022", "Da ghettolisten kom i 2010, var der fem kriterier. Siden december 2018 har der været fire kriterier for udsatte "
     "boligområder.",
     RULE, ""),
    ("7. oktober 2014", "Nørrevang opfylder 2 ud af 5 ghettokriterier. For at komme på listen skal 2 ud af 5 kriterier være opfyldt.",
     RULE, ""),
    (None, "Udsatte boligområder\n\nKriterierne er over 45 pct. uden arbejde, dømte mindst 3 gange landsgennemsnittet, over 60 "
     "pct. med kun grundskole og indkomst under 55 pct. af regionen.",
     LIMIT, ""),
    ("9. februar 2023", "Sundparken i Horsens kom af listen over parallelsamfund i december 2022.",
     LISTED, ""),
    ("9. februar 2023", "Vollsmose i Odense er nu et forebyggelsesområde og ikke længere et parallelsamfund.",
     LISTED, ""),
    ("14. maj 2019", "Lovgivningen betyder, at områder med mere end 1.000 beboere, der lever op til mindst tre ud af de fire "
     "opstillede kriterier, kategoriseres som udsatte boligområder.",
     RULE, ""),
    ("14. maj 2019", "Kategorien \"udsat boligområde\" bruges, når to af følgende er opfyldt:\n\n• Andel 18-64-årige uden "
     "job/uddannelse > 40 %\n• Andel dømte ≥ 3 x landsgennemsnit\n• Andel 30-59-årige med grundskole > 70 %\n• "
     "Indkomst < 55 % af regionen\n",
     LIMIT, ""),
    ("14. maj 2019", "For at et område betragtes som en ghetto, skal minimum 40 procent af beboerne være indvandrere eller "
     "efterkommere fra ikke-vestlige lande, og området skal være udsat.",
     LIMIT, ""),
    ("14. maj 2019", "Ministeriets ghettoliste tæller i år 43 områder.",
     LISTED, ""),
    ("14. maj 2019", "Der er i alt 29 hårde ghettoområder i Danmark ifølge listen fra december 2018.",
     LISTED, ""),
    ("14. maj 2019", "Ifølge ghettolisten fra december 2018 er Lundtoftegade i København ikke et ghettoområde.",
     LISTED, ""),
    ("14. maj 2019", "Vollsmose i Odense kom på ghettolisten for første gang i december 2018.",
     LISTED, ""),
    ("14. maj 2019", "Vollsmose og Askerød er begge på ghettolisten fra december 2018.",
     LISTED, ""),
    ("2. marts 2016", "For at komme på listen over særligt udsatte boligområder skal et område opfylde mindst fire af følgende fem "
     "kriterier.",
     RULE, ""),
    ("2. marts 2016", "Et af kriterierne for ghettolisten er, at flere end 60 procent af beboerne har ikke-vestlig baggrund.",
     LIMIT, ""),
    ("2. marts 2016", "Bøgeparkens tal er: uden for arbejdsmarkedet 39,2 pct., ikke-vestlig baggrund 61,0 pct., dømte 2,2 pct., "
     "grundskole 51,3 pct., indkomst 56,1 pct. Bøgeparken opfylder dermed tre ud af fem kriterier og er på "
     "ghettolisten.",
     STATUS, ""),
    ("2. marts 2023", "Bøgeparken opfylder kriteriet om indkomst for forebyggelsesområder, da indkomsten er 67,1 pct. af regionens.",
     STATUS, ""),
    (None, "Listen fra 1. december 2014\n\nPå listen fra 1. december 2014 er der 33 ghettoområder.", LISTED, "33 ghettoområder"),
]


@pytest.mark.parametrize(("day", "text", "check", "words"), WRONG)
def test_found(day, text, check, words, tmp_path):
    loud = [f for f in found(text, day, tmp_path) if f.severity != "note"]
    assert [f.check for f in loud] == [check], [f.message for f in loud]
    assert words in " ".join(loud[0].evidence[0].source.quote.split())


RIGHT = [
    ("10. maj 2016", "Et område er på ghettolisten, når det opfylder mindst tre af fem kriterier. Tidligere, fra 2010, skulle to af tre "
     "være opfyldt. Grænserne er over 40 procent uden arbejde eller uddannelse og over 50 procent af de 30-59-årige med kun grundskole.\n\n"
     "Dermed er to kriterier opfyldt, og Elmehøj er ikke et ghettoområde."),
    ("12. september 2012", "Et boligområde med mindst 1.000 beboere er på ghettolisten, når det opfylder to af tre kriterier."),
    ("12. september 2012", "Kriteriet er, at over 40 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet som gennemsnit "
                           "over fire år, og at "
     "over 50 pct. er indvandrere og efterkommere fra ikke-vestlige lande."),
    ("3. juni 2015", five("Et område er på ghettolisten, når det opfylder tre af disse fem kriterier:")),
    ("3. juni 2015", five("Et område er på ghettolisten, når det opfylder mindst tre ud af fem kriterier:", dom="2,70")),
    ("3. juni 2015", "Listen fra 1. februar 2014 havde 33 områder, og den fra 1. december 2014 havde 31 områder."),
    ("3. juni 2015", "Fra 2010 til 2013 skulle et område opfylde to af tre kriterier for at komme på ghettolisten."),
    ("21. marts 2017", "Dengang skulle et område opfylde to af tre kriterier for at komme på ghettolisten. I dag er det tre af fem."),
    ("24. april 2018", "Regeringens udspil fra 1. marts 2018 indebærer, at et udsat boligområde opfylder to af fem kriterier. En "
                       "ghetto opfylder to af de tre "
     "oprindelige kriterier eller har over 60 pct. ikke-vestlige beboere. Hårde ghettoer har været på listen i fire år."),
    ("24. april 2018", "Regeringen foreslår, at grænsen for andelen med kun grundskole sættes op fra 50 til over 60 pct. for "
                       "ghettoområder."),
    ("24. april 2018", "Efter udspillet vil der være 57 udsatte boligområder, 25 ghettoer og 16 hårde ghettoer."),
    ("12. juni 2018", "Med den politiske aftale fra maj 2018 bliver kriteriet for ghettoer, at andelen af dømte er mindst tre gange "
                      "landsgennemsnittet."),
    ("27. november 2018", "Et område er udsat, når det opfylder to af fire kriterier. Det følger af den nye lov om udsatte boligområder."),
    ("5. marts 2019", "Et udsat boligområde opfylder mindst to af fire kriterier. Er over 50 pct. af beboerne indvandrere og "
                      "efterkommere fra ikke-vestlige "
     "lande, er området en ghetto. Efter fire år på listen er det en hård ghetto, med en overgangsregel på fem år."),
    ("5. marts 2019", "For den liste, der blev offentliggjort 1. december 2017, gjaldt tre af fem kriterier for ghettoområder."),
    ("5. marts 2019", "På listen fra 1. december 2018 er der 43 udsatte boligområder. 29 af dem er ghettoområder, og 15 er hårde "
                      "ghettoområder."),
    ("5. marts 2019", "Grænsen for andelen af dømte var på listen over udsatte boligområder over 1,98 pct."),
    ("14. januar 2020", "Mindst 40 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet i et udsat boligområde, lyder et af "
                        "kriterierne."),
    ("14. januar 2020", "Finlandsparken i Vejle stod på ghettolisten pr. 1. december 2019 og har været et hårdt ghettoområde siden 2018."),
    ("14. januar 2020", "Almene familieboliger må i 2030 højst udgøre 40 pct. af boligerne i hårde ghettoområder."),
    ("14. januar 2020", "Højst 30 pct. af de børn, en daginstitution optager på et år, må komme fra udsatte boligområder."),
    ("14. januar 2020", "Kombineret udlejning kan bruges i områder, hvor mindst 40 pct. er uden for arbejdsmarkedet. Det gælder også "
                        "udsatte boligområder."),
    ("2. februar 2021", "Kommunens mål er, at højst 33 pct. af beboerne i de udsatte boligområder er uden arbejde i 2025."),
    ("2. februar 2021", "Vores egne kriterier for indsatsen i de udsatte boligområder er, at to af tre kriterier skal være opfyldt."),
    ("2. februar 2021", "Kommunen har to udsatte boligområder. I kommunen er der desuden 4 boligområder på kommunens egen liste."),
    ("2. februar 2021", "Der er 3 udsatte boligområder i Nordvang, og ingen af dem er på ghettolisten."),
    ("8. marts 2022", "Parallelsamfund er udsatte boligområder, hvor mere end 50 pct. er indvandrere og efterkommere fra ikke-vestlige "
                      "lande. Efter fem år bliver "
     "de omdannelsesområder."),
    ("8. marts 2022", "Et forebyggelsesområde har mere end 30 pct. ikke-vestlige beboere og opfylder to af fire kriterier: over 30 "
                      "pct. uden job, over 60 pct. med "
     "kun grundskole, dømte mindst to gange landsgennemsnittet, indkomst under 65 pct. af regionens."),
    ("8. marts 2022", "De første lister over forebyggelsesområder kom 1. december 2021 med 62 områder."),
    ("17. januar 2023", "Listerne 1. december 2022\n\n- 17 udsatte boligområder\n- 10 parallelsamfund\n- 9 omdannelsesområder\n- 67 "
                        "forebyggelsesområder\n"),
    ("17. januar 2023", "Vollsmose, Gellerupparken og Mjølnerparken er fortsat på listen over parallelsamfund."),
    ("17. januar 2023", "Solbakken var ikke på listen over parallelsamfund 1. december 2020, for det er et lille kvarter her i Nordvang."),
    ("6. februar 2024", "Mjølnerparken er ikke længere på listen over parallelsamfund 1. december 2023."),
    ("6. februar 2024", "Puljen har fem kriterier, og ansøgninger skal opfylde tre af dem. Den kan søges til udsatte boligområder."),
    ("6. februar 2024", "I Vollsmose er over 60 pct. af beboerne fra ikke-vestlige lande. Området er et parallelsamfund."),
    ("4. maj 2009", "Antallet af udsatte boligområder er faldet fra 5 til 2 områder."),
    ("5. marts 2019", "På Ellebakken er 43,1 pct. af de 18-64-årige uden tilknytning til arbejdsmarkedet, 57,4 pct. af de 30-59-årige har "
     "kun grundskole, bruttoindkomsten er 57,9 pct. af regionens, og andelen af dømte er 1,2 gange landsgennemsnittet. "
     "Ellebakken opfylder således ét af de fire kriterier og er derfor ikke et udsat boligområde."),
    ("5. marts 2019", "Ellebakken har 812 beboere. 43,1 pct. af de 18-64-årige er uden tilknytning til arbejdsmarkedet, 64,4 pct. af de "
     "30-59-årige har kun grundskole. Ellebakken er dermed ikke et udsat boligområde, for det kræver mindst 1.000 beboere."),
    ("12. maj 2015", "I Skovhøj er 44,0 pct. uden for arbejdsmarkedet, 48,2 pct. er indvandrere og efterkommere fra ikke-vestlige lande, "
     "2,9 pct. er dømt, 46,0 pct. har kun grundskole, og indkomsten er 61,0 pct. af regionens. Skovhøj opfylder dermed "
     "kriterierne om arbejdsmarkedet og dømte, men ikke de tre andre."),
    ("8. marts 2022", "Skovhøj er et forebyggelsesområde. 34,2 pct. er uden arbejde eller uddannelse, 38,0 pct. er fra ikke-vestlige "
                      "lande, "
     "og 61,5 pct. har kun grundskole."),
    ("6. maj 2012", "For at blive betegnet som et særligt udsat boligområde skal mindst to ud af tre kriterier være opfyldt. Tallene "
     "opgøres som et gennemsnit af fire år for tilknytning til arbejdsmarkedet."),
    ("6. maj 2019", "Området skal have mindst 1.000 beboere for at komme på listen over udsatte boligområder."),
    ("3. februar 2015", "På den seneste ghettoliste fra 1. december 2014 var der 31 områder mod 40 i oktober 2013."),
    ("3. februar 2021", "Antallet af ghettoområder faldt fra 28 i 2019 til 15 i 2020 ifølge ghettolisten."),
    ("3. februar 2021", "Agervang i Holbæk gled af ghettolisten i 2020, mens Vollsmose blev."),
    ("3. februar 2021", "Agervang i Holbæk var på listen i 2019, men ikke i 2020."),
    ("3. februar 2012", "Regeringen har udpeget 29 særligt udsatte boligområder, heraf 10 i København."),
    ("9. september 2020", "Et boligområde bliver et hårdt ghettoområde, når det har været på ghettolisten i fem år."),
    ("24. april 2018", "Uddannelseskriteriet er, at mere end 60 pct. af de 30-59-årige kun har grundskole, når der alene ses på uddannelse "
     "taget i Danmark. Det indgår i regeringens udspil om ghettoer."),
    ("24. april 2018", "Ghettolisten blev første gang offentliggjort i 2010 med 29 områder."),
    ("10. januar 2022", "Den 1. december 2021 offentliggjorde ministeriet de nye lister: 20 udsatte boligområder, heraf 12 "
                        "parallelsamfund og "
     "10 omdannelsesområder."),
    ("10. januar 2022", "Stengårdsvej i Esbjerg er et omdannelsesområde ifølge listen 1. december 2021."),
    ("10. februar 2016", "Hedemarken blev fjernet fra ghettolisten i december 2015."),
    ("10. februar 2016", "Hedemarken i Albertslund var tidligere på ghettolisten, men er det ikke længere."),
    ("12. december 2017", "Beboerne i Ringparken har tidligere klaget. Boligforeningen frygter, at området kommer på ghettolisten."),
    ("12. december 2017", "Hvis Hedemarken kommer på ghettolisten, vil det få betydning for udlejningen."),
    ("5. maj 2020", "Måltallet for helhedsplanen er, at andelen uden for arbejdsmarkedet i det udsatte boligområde kommer under 38 pct. i "
     "2024, og at højst 45 pct. har ikke-vestlig baggrund."),
    ("5. maj 2020", "Efter aftalen om fleksibel udlejning gives fortrin til boligsøgende i udsatte boligområder, når mindst to af tre "
     "kriterier er opfyldt: arbejde mindst 20 timer om ugen, uddannelse eller alder over 55 år."),
    ("5. maj 2020", "I det udsatte boligområde Bakkegården er 42 pct. af beboerne uden arbejde, og over 60 pct. af forældrene har kun "
     "grundskole."),
    ("5. maj 2020", "Over 50 pct. af beboerne i de udsatte boligområder deltog i mødet, og over 30 pct. svarede på skemaet."),
    ("15. august 2011", "Regeringens ghettoliste har tre kriterier. Et område skal opfylde to af dem. Boligforeningen mener, at fem "
                        "kriterier "
     "ville give et mere retvisende billede."),
    ("15. august 2021", "Partierne bag parallelsamfundsaftalen er enige om at indføre forebyggelsesområder med mindst 1.000 beboere, "
                        "hvor over "
     "30 pct. har ikke-vestlig baggrund."),
    ("15. november 2018", "Folketinget ventes i denne måned at vedtage nye kriterier. Et udsat boligområde opfylder herefter to af fire "
     "kriterier, og en ghetto har desuden over 50 pct. ikke-vestlige beboere."),
    ("15. november 2012", "Et område kommer på ghettolisten, hvis det har mere end 270 dømte pr. 10.000 beboere over 18 år."),
    ("10. maj 2022", "Historik for ghettolisten\n\n- 2010: tre kriterier, hvoraf to skulle være opfyldt\n- 2014: fem kriterier, hvoraf tre "
     "skulle være opfyldt\n- 2018: fire kriterier, hvoraf to skal være opfyldt, og over 50 pct. ikke-vestlige\n- 2021: "
     "ghettoområder hedder nu parallelsamfund\n"),
    ("10. maj 2022", "Da ghettolisten kom i 2010, var der tre kriterier. I 2014 blev det til fem. Siden december 2018 har der været fire "
     "kriterier for udsatte boligområder, og andelen af ikke-vestlige afgør, om området også er et parallelsamfund."),
    ("10. maj 2022", "Loven fra 2018 ændrede kriterierne: Grænsen for kun grundskole blev hævet fra 50 til 60 pct., og kriteriet om dømte "
     "gik fra 2,7 pct. til tre gange landsgennemsnittet."),
    ("3. april 2019", "Vestparken var på ghettolisten i 2012 og 2013, hvor listen byggede på tre kriterier. Nu gælder andre regler: to af "
     "fire kriterier for udsatte boligområder."),
    ("3. april 2019", "Formanden sagde, at kommunen fortsat har ét udsat boligområde, og at 2 af de 4 afdelinger i området har fået ny "
     "facade."),
    ("3. april 2019", "Rådet anbefaler, at kriterierne for udsatte boligområder ændres, så et område først er udsat, når det opfylder "
                      "tre af "
     "fire kriterier i tre år i træk."),
    ("3. april 2019", "I høringssvaret foreslår vi, at grænsen for dømte i udsatte boligområder hæves til fire gange landsgennemsnittet."),
    ("3. april 2019", "Boligorganisationen har 14 boligområder. To af de 14 boligområder er udsatte boligområder, og et af dem er et hårdt "
     "ghettoområde."),
    ("3. april 2019", "Trygheden i det udsatte boligområde måles på fem indikatorer. Området opfylder tre af de fem indikatorer i "
                      "kommunens "
     "tryghedsmåling."),
    ("3. april 2019", "Der er 29 ghettoområder på listen. Kommunens andel er 2 områder. Siden 2017 er der kommet 8 nye til, og et er "
                      "gået ud."),
    ("3. april 2019", "Andelen uden for arbejdsmarkedet i Vestparken er faldet fra 44,1 pct. i 2017 til 39,8 pct. i 2018 og ligger nu "
                      "under "
     "grænsen på 40 pct. for udsatte boligområder."),
    ("3. april 2019", "Helhedsplanen for det udsatte boligområde skal sikre, at mindst 60 pct. af de unge har en ungdomsuddannelse, og at "
     "andelen uden arbejde er under 35 pct. i 2022."),
    ("7. oktober 2014", "I det særligt udsatte boligområde Nørrevang opfyldes to af kriterierne, nemlig arbejdsmarkedet og ikke-vestlig "
     "baggrund, og området er derfor ikke på ghettolisten."),
    ("7. oktober 2014", "Nørrevang opfylder 2 ud af 5 ghettokriterier. For at komme på listen skal 3 ud af 5 kriterier være opfyldt."),
    ("7. oktober 2014", "Nørrevang har 38 pct. uden for arbejdsmarkedet og 52 pct. beboere fra ikke-vestlige lande. Listen over særligt "
     "udsatte boligområder opgøres 1. december."),
    ("24. november 2021", "Folketinget har netop vedtaget, at der fra 1. december kommer en liste over forebyggelsesområder med over "
                          "30 pct. "
     "ikke-vestlige beboere og to af fire kriterier."),
    ("24. november 2021", "Fra 1. december 2021 hedder ghettoområder parallelsamfund, og hårde ghettoområder hedder omdannelsesområder. Et "
     "omdannelsesområde har været på listen i fem år."),
    ("18. december 2018", "Den nye liste indeholder 29 områder mod 22 sidste år. Sidste år skulle et område opfylde tre af fem "
                          "kriterier, nu to "
     "af fire og mere end halvdelen ikke-vestlige."),
    ("18. december 2018", "Et område er en hård ghetto, når det har stået på listen fire år i træk. For listen i 2018 er det dog fem år."),
    ("2. juni 2010", "Regeringen forbereder en liste over ghettoområder. Kommunen har talt sammen med ministeriet om tre kriterier."),
    ("16. november 2010", "Regeringen har offentliggjort en liste med 29 ghettoområder. Et område er på listen, når mindst to af tre "
                          "kriterier "
     "er opfyldt: over 50 pct. indvandrere og efterkommere fra ikke-vestlige lande, over 40 pct. uden tilknytning til "
     "arbejdsmarkedet eller uddannelse, over 270 dømte pr. 10.000 beboere."),
    (None, "Udsatte boligområder\n\nKriterierne er over 40 pct. uden arbejde, dømte mindst 3 gange landsgennemsnittet, over 60 "
     "pct. med kun grundskole og indkomst under 55 pct. af regionen. To af fire skal være opfyldt."),
    ("9. februar 2023", "Et boligområde med 980 beboere kan ikke være et udsat boligområde, for der skal være mindst 1.000 beboere."),
    ("9. februar 2023", "Mjølnerparken og Tingbjerg i København samt Vollsmose i Odense er eksempler på omdannelsesområder. "
                        "Bispeparken er et "
     "forebyggelsesområde."),
    ("9. februar 2023", "Sundparken i Horsens var på listen over parallelsamfund i december 2022. Kommunens udsatte boligområde "
                        "Axelborg er "
     "ikke længere på listen."),
    ("1. marts 2016", "Listen over ghettoområder fra 1. december 2015 har 25 områder. Året før var der 31. I kommunen er det kun "
                      "Vestparken, "
     "der var på listen begge år."),
    ("14. maj 2019", "Lovgivningen betyder, at områder med mere end 1.000 beboere, der lever op til mindst to ud af de fire "
     "opstillede kriterier, kategoriseres som udsatte boligområder."),
    ("14. maj 2019", "Kategorien \"udsat boligområde\" bruges, når to af følgende er opfyldt:\n\n• Andel 18-64-årige uden "
     "job/uddannelse > 40 %\n• Andel dømte ≥ 3 x landsgennemsnit\n• Andel 30-59-årige med grundskole > 60 %\n• "
     "Indkomst < 55 % af regionen\n"),
    ("14. maj 2019", "Der er i alt 15 hårde ghettoområder i Danmark ifølge listen fra december 2018."),
    ("14. maj 2019", "Lundtoftegade i København kom på ghettolisten i december 2018."),
    ("2. marts 2016", "Bøgeparkens tal er: uden for arbejdsmarkedet 39,2 pct., ikke-vestlig baggrund 61,0 pct., dømte 2,2 pct., "
     "grundskole 51,3 pct., indkomst 56,1 pct. Bøgeparken opfylder dermed to ud af fem kriterier og er ikke et "
     "ghettoområde."),
    ("2. marts 2023", "Bøgeparken opfylder kriteriet om indkomst for forebyggelsesområder, da indkomsten er 63,1 pct. af regionens."),
    ("2. marts 2023", "Bøgeparken opfylder ikke kriteriet om dømte: 1,2 gange landsgennemsnittet. Området er på listen over "
     "forebyggelsesområder."),
    ("2. marts 2023", "Ved seneste opgørelse har Bøgeparken 1.140 beboere, 31,0 pct. uden arbejde, 33,2 pct. ikke-vestlige, 62,3 "
     "pct. med kun grundskole. Bøgeparken er et forebyggelsesområde."),
    ("2. marts 2023", "Kommunen har indtil 2030 til at bringe andelen af ikke-vestlige i alle boligområder under 30 pct. Det gælder "
     "også udsatte boligområder og forebyggelsesområder."),
    ("2. marts 2023", "Fleksibel udlejning skal bruges i forebyggelsesområder. Mindst 50 pct. af de ledige boliger udlejes til "
     "personer i arbejde."),
    ("2. marts 2023", "I 2022 opfyldte 3 af 5 boligafdelinger i det udsatte boligområde kravene til brandsikring."),
    ("2. marts 2023", "Udvalget bad om at få belyst, hvilke kriterier der gælder for udsatte boligområder, og hvorfor 2 af kommunens "
     "7 områder er med."),
    ("27. juni 2018", "Efter den politiske aftale i maj er 30 områder ghettoer og 22 øvrige områder udsatte. Kriteriet for "
     "uddannelse er over 60 pct."),
    ("27. juni 2018", "Der er aktuelt 22 områder på ghettolisten. Når de nye kriterier træder i kraft, bliver det efter aftalen 30."),
    ("4. marts 2021", "Ghettolisten fra 1. december 2020 har 15 områder. 13 områder er dermed gået ud af listen på et år."),
    ("1. december 2020", "Siden sidste år er ghettolisten gået fra 28 til nu 15 områder."),
    ("10. maj 2024", "På listen fra december 2023 er antallet af forebyggelsesområder faldet med 11 områder."),
    ("10. maj 2018", "Efter aftalen er der 30 ghettoområder på listen, hvilket er 8 flere end hidtil."),
    ("15. november 2011", "Ghettolisten 2011 har 28 områder. I kommunen er de 3 udsatte områder stadig på listen."),
    ("10. december 2022", "Listen over parallelsamfund rummer 10 områder. De fire områder i landsdelen stod der også året før."),
    ("12. december 2017", "Tre boligområder opfylder fire ud af de fem ghettokriterier. Ingen områder opfylder alle fem kriterier."),
    ("12. december 2017", "Der er 9 områder på årets ghettoliste, som har været på listen hvert år siden 2010."),
    (None, "Et område er på ghettolisten, når det opfylder tre af fem kriterier."),
]


@pytest.mark.parametrize(("day", "text"), RIGHT)
def test_quiet(day, text, tmp_path):
    assert [(f.check, f.message) for f in found(text, day, tmp_path) if f.severity != "note"] == []

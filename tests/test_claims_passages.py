"""Figures told over several sentences, lines and cells: "{right|wrong}" makes two texts of each, one quiet, one with its finding."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extractors.claims.fit import slipped
from extractors.claims.mention import Mention
from tests.written_flow import beyond_notes, findings, loud

TWINS = {
    "sum-differs": [
        # A total some sentences after its parts.
        "Grunden koster 4.200.000 kr. Dertil kommer landinspektør med 61.500 kr. og advokat med 28.400 kr. Samlet bliver det "
        "{4.289.900|4.298.900} kr.",
        "Rammen blev i maj sat til 32,5 mio. kr. Der lægges nu 0,75 mio. kr. til broer oveni. Den er herefter {33,25|33,52} mio. kr.",
        "På skolerne ventes et mindreforbrug på 3,2 mio. kr. På dagtilbud ventes et merforbrug på 1,4 mio. kr. Det samlede "
        "mindreforbrug er {1,8|4,6} mio. kr.",
        "Der søges netto {610.000|710.000} kr., sammensat af merudgifter på 900.000 kr. og merindtægter på 290.000 kr.",
        "Grunden koster 4,2 mio. kr. Dertil kommer 0,9 mio. kr. til veje, så prisen samlet bliver {5,1|6,3} mio. kr.",
        # A whole whose parts the next sentences tell.
        "# To plejehjem med i alt {96|106} pladser\nSolgården har 52 pladser og ligger ved åen.\nBirkely er nyere og har 44 pladser.",
        "De tre klubber har tilsammen {530|540} medlemmer. Roning er med 260 størst, fulgt af kajak med 150 og sejlads, der har 120.",
        "Der kom {1.204|1.240} svar. 903 er positive, 187 er negative, og 114 er uden mening.",
        "Rådet består af {otte|ni} medlemmer. Byrådet udpeger fire, lærerne vælger tre, og én plads går til eleverne. Rådet mødes i "
        "marts.".replace("én plads går til", "ét medlem vælges af"),
        "Bestyrelsen får {fem|seks} medlemmer. Byerne Asp og Elm udpeger to hver, og Birk én.",
        "Der ansættes {16|18} vejledere i to omgange med 10 i april og 6 i august.",
        "Hver borger har angivet den avis, de oftest læser. 44 pct. læser Posten, 31 pct. læser Bladet, og {25|29} pct. læser ingen.",
        # Lists.
        "- Løn: 610.000 kr.\n- Leje: 140.000 kr.\nDrift i alt: 750.000 kr.\n- Maskiner: 220.000 kr.\n- Møbler: 90.000 kr.\nKøb i alt: "
        "310.000 kr.\n"
        "Samlet budget: 1.0{60|06}.000 kr.",
        "# Bud (kr.)\n1. Jord: 418.200\n2. Beton: 906.500\n3. El: 212.900\nSamlet bud: 1.5{37|73}.600",
        "Det indstilles,\n1. at skolerne gives en bevilling på 2,4 mio. kr.,\n2. at vejene gives en negativ bevilling på 0,7 mio. kr.\n"
        "3. at nettoudgiften på {1,7|3,1} mio. kr. for de to områder finansieres af kassen.",
        "Tabel 1. Anlæg (1.000 kr.)\nProjekt\t2021\t2022\tI alt\nBro\t1.400\t600\t2.000\nFornyelse, netto\t900\t900\t1.800\nI "
        "alt\t2.300\t1.{500|050}\t3.800",
        "Prisen er 800.000 kr., hvoraf 480.000 kr. er momspligtigt. Med 25 pct. moms heraf bliver den samlede pris {920|1.000}.000 kr.",
    ],
    "difference-differs": [
        # Each in its role.
        "Bevilling: 1.850.000 kr.\nSamlet forbrug: 1.792.300 kr.\nSagen afsluttes med et mindreforbrug på 5{7|9}.700 kr.",
        "Til snerydning var der budgetteret med 2.400.000 kr. Vinteren blev streng. Regnskabet lyder på 3.165.000 kr.\nDet giver et "
        "merforbrug på {765|865}.000 kr.",
        "Gælden udgjorde 52,8 mio. kr. primo og 47,1 mio. kr. ultimo 2015. Der er i året afdraget {5,7|6,7} mio. kr.",
        # What is left of a fund.
        "Der er 300.000 kr. til rådighed.\n- Spejderne: 120.000 kr.\n- Koret: 95.000 kr.\nI alt fordeles 215.000 kr., hvorefter "
        "{85|75}.000 kr. resterer.",
        "Der er afsat en ramme på 1.900.000 kr. til køb. Huset koster 1.640.500 kr. Efter handlen resterer {259|295}.500 kr.",
        # Others.
        "Udvalget vil sætte prisen ned med {1,2|1,4} procentpoint, fra 24,8 pct. til 23,6 pct.",
        "Forslaget gav plads til 88 huse. Planen giver nu plads til 76 huse, {12|14} færre end i forslaget.",
        "Antallet af uheld er mere end halveret, fra 96 i 2012 til {41|58} i 2016.",
        "Antallet af uheld er næsten fordoblet, fra 41 i 2012 til {80|58} i 2016.",
    ],
    "product-differs": [
        "Foreningen får et tilskud på {450|540}.000 kr. Beløbet udbetales i tre lige store rater på 150.000 kr.",
        "Lejen er 30.000 kr. om måneden. Da aftalen først gælder fra 1. maj 2016, er udgiften i indeværende år {240|270}.000 kr.",
        "Lejen er 30.000 kr. om måneden. Da aftalen først gælder fra 1. maj 2016, er udgiften i 2016 240.000 kr., mens den i 2017 "
        "bliver {360|320}.000 kr.",
        "Lejen er 12.500 kr. om måneden, svarende til {150|125}.000 kr. på årsbasis.",
        "Vejen udbedres for 540.000 kr., og fordelt på foreningens 60 parceller bliver det {9.000|8.000} kr. pr. parcel.",
        "Tabel 1\nVare\tAntal\tStykpris, kr.\tBeløb, kr.\nBord\t12\t1.450\t17.400\nStol\t48\t520\t24.960\nTavle\t3\t8.900\t2{6|8}.700",
    ],
    "share-differs": [
        "Merudgiften anslås til 4,4 mio. kr. Set i forhold til budgettet på 880 mio. kr. er der tale om 0,{5|8} pct.",
        "Vores andel er 30 pct. af de samlede udgifter på 4,0 mio. kr. Der skal derfor afsættes 1,{2|4} mio. kr.",
        "Puljen dækker to tredjedele af udgifterne. Jeres køkken er godkendt med 90.000 kr., og tilskuddet er derfor {60|45}.000 kr.",
        "Foreningen har 210 medlemmer. Det rammer 30 af dem. Det er altså mere end hver {ottende|femte}.",
        "Tre ud af fire af de berørte ejere, nemlig {54|45} ud af 72, har svaret.",
        "Tabel 1\nSkole\t2016\t2021\tÆndring\tÆndring i "
        "pct.\nByskolen\t520\t494\t-26\t-5\nVest\t240\t197\t-43\t-18\nØst\t155\t124\t-31\t-2{0|5}\n"
        "I alt\t915\t815\t-100\t-11",
    ],
}
QUIET = [
    "Aftalen har tre partier og en løsgænger bag sig, og de indgik den i går: Venstre, SF, Radikale og Bo Friis.",
    "Aftalen er indgået mellem tre partier og en løsgænger: Socialdemokratiet, Venstre, SF og Bente Lund.",
    # No total of the figures before it.
    "Halvdelen af puljen på 5,0 mio. kr. er brugt. Der er søgt om 2,4 mio. kr. til stien. Herefter udgør anlægsrammen 31,0 mio. kr.",
    "Salget gav 3,2 mio. kr. Byggeriet koster 9,4 mio. kr. Den samlede gæld er 12,9 mio. kr.",
    "Der købes et hus for 2.350.000 kr. Nabohuset blev solgt for 1.980.000 kr. Samlet er vurderingen 4.850.000 kr.",
    "Udgiften i 2019 er 1,4 mio. kr. og i 2020 2,1 mio. kr. Det samlede budget er herefter 61,5 mio. kr.",
    # Not all of those who sit there, or not by this sentence.
    "Rådet har syv medlemmer. Byrådet udpeger tre, og foreningerne vælger to. De øvrige udpeges af regionen.",
    "Rådet har syv medlemmer. Byrådet udpeger fire og foreningerne to, og borgmesteren er født formand.",
    "Skolen har 18 klasser med i alt 402 elever. I 3. klasse går 58 elever, og 44 elever går i 9. klasse.",
    "Byen har tre skoler med i alt 1.210 elever. På Vestskolen er 212 elever tosprogede. Østskolen har 402 elever. I fjor var 98 elever "
    "fra landet.",
    # Shares that several may have.
    "45 pct. har astma, 32 pct. har høfeber, og 28 pct. har eksem.",
    "Hver borger har angivet sit ønske. 60 pct. af kvinderne, 22 pct. af mændene og 24 pct. af de unge vil have en hal.",
    # So far is not the whole year; a loan or a grant of its own goes in between.
    "Budgettet er på 10,0 mio. kr. Forbruget er pr. 31. maj 4,8 mio. kr. Der ventes et merforbrug på 0,6 mio. kr.",
    "Gælden var 46,3 mio. kr. primo og 41,9 mio. kr. ultimo 2013. Der er lånt 2,0 mio. kr. og afdraget 6,4 mio. kr.",
    "Budgettet var 4,0 mio. kr., og der blev givet en tillægsbevilling på 0,5 mio. kr. Regnskabet viser 4,7 mio. kr. Merforbruget er "
    "0,2 mio. kr.",
    # Another fund, a rest of more than these.
    "Der er afsat 900.000 kr. til stier. Broen koster 350.000 kr. I puljen til veje resterer 480.000 kr.",
    "Der er bevilget 5 mio. kr. og brugt 5 mio. kr., så der resterer 2 mio. kr.",
    "Rammen er på 2,0 mio. kr. Der er bevilget 0,4 mio. kr. til kor og 0,3 mio. kr. til idræt. Tidligere er givet 0,8 mio. kr., så der "
    "resterer 0,5 mio. kr.",
    # Prices, not products.
    "Tabel 1\nHold\tUge\tElever\tRum\nA\t2\t24\t48\nB\t3\t20\t51\nC\t4\t18\t66",
    "Tabel 1\nVare\tAntal\tPris før, kr.\tPris nu, kr.\nBord\t12\t1.450\t1.400\nStol\t48\t520\t540\nTavle\t3\t8.900\t9.100",
    "Puljen på 600.000 kr. er til kor. Der gives to tilskud på 150.000 kr. i maj, og resten uddeles senere.",
    "Lejen er 30.000 kr. om måneden. Fra 1. maj 2016 købes desuden møbler, og i 2016 bruges 95.000 kr. hertil.",
    # Shares with a ceiling, or of something else.
    "Der ydes op til 40 pct. af udgiften på 500.000 kr. Foreningen får derfor 150.000 kr.",
    "Momsen er 25 pct. Huset koster 800.000 kr., og vi afsætter derfor 60.000 kr. til uforudsete udgifter hvert år.",
    "Foreningen har 210 medlemmer. Det rammer 30 af dem. Det er altså mere end hver ottende.",
    "Affaldet fra Kærvej 7.900 ton, fra Nordvej 11.250 ton og fra Lund 4.250 ton giver 23.400 ton i alt.",
    "1. Jord: 14\n2. Beton: 9\nSamlet bevilling: 250.000 kr.",
    "Det indstilles,\n1. at der gives en anlægsbevilling på 2,0 mio. kr.,\n2. at der gives en driftsbevilling på 0,5 mio. kr.,\n"
    "3. at den samlede anlægsudgift på 2,3 mio. kr. finansieres af kassen.",
]


def _texts(template: str) -> tuple[str, str]:
    return re.sub(r"\{([^|]*)\|[^}]*\}", r"\1", template), re.sub(r"\{[^|]*\|([^}]*)\}", r"\1", template)


@pytest.mark.parametrize(("check", "template"), [(check, t) for check, templates in TWINS.items() for t in templates])
def test_only_the_twin_with_a_slip_is_told(check, template):
    right, wrong = _texts(template)
    assert loud(right) == []
    assert beyond_notes(findings(wrong), check) == [check]


@pytest.mark.parametrize("text", QUIET)
def test_figures_that_need_not_fit_are_quiet(text):
    assert loud(text) == []


def test_a_number_of_forty_digits_slips_from_nothing():
    """Found by damaging files: such a product cannot be rounded to the step of a printed number."""
    said = Mention(0, 2, 0, Decimal(12), Decimal("11.5"), Decimal("12.5"), "number")
    assert slipped(Decimal(10) ** 40, said) is False

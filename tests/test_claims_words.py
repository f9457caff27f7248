"""The same relations in unlike words: each text with its right figure is quiet, with its wrong one the slip is told once."""

from __future__ import annotations

import pytest

from extractors.claims import vocabulary
from extractors.claims.sentence import pattern
from tests.written_flow import beyond_notes, findings, loud

TWINS = {
    "sum-differs": [
        "Der blev solgt 14 grunde i Åby, 9 i Nørreby og 6 i Vestby. Det er tilsammen {29|31} grunde.",
        "Rammen på {12,5|12,9} mio. kr. udmøntes med 7,0 mio. kr. til dagtilbud, 3,5 mio. kr. til skoler og 2,0 mio. kr. til klubber.",
        "Kommunen råder over {318|328} ældreboliger. De fordeler sig med 142 i byen, 101 i Nørreby og 75 på øen.",
        "Ved høringsfristens udløb forelå der {37|35} høringssvar; 19 fra borgere, 12 fra foreninger og 6 fra råd.",
        "De to etaper koster henholdsvis 11,2 mio. kr. og 9,6 mio. kr., det vil sige {20,8|21,8} mio. kr. under ét.",
        "Bygningen er opført for {14,3|14,8} mio. kr., som fremkommer ved 9,1 mio. kr. til håndværkere, 3,0 mio. kr. til grund "
        "og 2,2 mio. kr. til rådgivning.",
        "Der er i dag 86 pladser i vuggestuen og 134 i børnehaven, altså {220|230} pladser alt i alt.",
        "Der gives 120.000 kr. til teatret, 85.000 kr. til biografen og 45.000 kr. til koret. Således uddeles der "
        "{250.000|270.000} kr. i alt.",
        "Beløbet på {5,1|5,4} mio. kr. hidrører fra salg af jord, 3,6 mio. kr., og tilskud fra fonden, 1,5 mio. kr.",
        "Der er indgået aftaler for 3,4 mio. kr. med staten og 1,9 mio. kr. med regionen, så der alt i alt er aftaler for "
        "{5,3|5,8} mio. kr.",
        "Udgifterne til sne var 2,1 mio. kr., til salt 0,6 mio. kr. og til materiel 0,9 mio. kr. Totalt blev det til {3,6|3,9} mio. kr.",
        "På mødet deltog 34 forældre, 12 elever og 9 ansatte - tilsammen {55|65}.",
        "Legatet på {75.000|85.000} kr. deles mellem tre elever med 30.000 kr., 25.000 kr. og 20.000 kr.",
        "Der er i foråret ansat 7 sygeplejersker og 11 assistenter. Dermed er der i alt ansat {18|19} medarbejdere.",
        "Flytningen medfører udgifter til inventar (240.000 kr.), it (310.000 kr.) og flyttefolk (60.000 kr.), hvilket "
        "summerer til {610.000|640.000} kr.",
        "Anlægsbevillingen på {6,3|6,8} mio. kr. finansieres af puljen med 4,0 mio. kr., af fonden med 1,5 mio. kr. og af "
        "kassen med 0,8 mio. kr.",
        "Den samlede anlægsudgift lyder på {9,4|9,9} mio. kr. og omfatter 6,8 mio. kr. til byggeri, 1,7 mio. kr. til arealer "
        "og 0,9 mio. kr. til honorarer.",
        "Udgiften afholdes med {2,4|2,8} mio. kr., fordelt over 1,1 mio. kr. i 2019 og 1,3 mio. kr. i 2020.",
        "Der er 48 pladser på stueetagen og 36 på 1. sal. Under ét giver det {84|94} pladser.",
    ],
    "share-differs": [
        "Af kommunens 84 legepladser er 63 efterset siden sommerferien. Eftersynet er dermed {75|65} pct. i mål.",
        "Der er sået 412 træer i byskoven. 103 af dem er gået ud i tørken. Svindet er med andre ord {25|35} pct.",
        "Vi sendte brev til 940 hundeejere. 611 af dem har fornyet hundetegnet. Fornyelsesprocenten blev {65|56}.",
        "Ud af 56 ledere har 42 gennemført uddannelsen. På den måde er {75|57} pct. nu i mål.",
        "Svømmehallen har plads til 160 i timen. I gennemsnit kom der 104. Belægningen er således {65|56} pct.",
        "Tabel 1. Forbrug (1.000 kr.)\nOmråde\tBudget\tForbrug\nRenhold\t1.200\t900\nParker\t2.000\t1.180\nI alt\t3.200\t2.080\n"
        "Vi har dermed brugt {65|56} pct. af budgettet.",
        "Af plejecentrenes 320 beboere har 208, svarende til 65 pct., en diagnose, 128 eller 40 pct. sidder i kørestol, og 48, hvilket "
        "er {15|12} pct., får sondemad.",
        "450 mødte op. 270 (60 pct.) var over 60 år. 90 (20 pct.) var under 40 år. 135 ({30|36} pct.) havde aldrig været med før.",
        "Vi gennemgik 240 byggesager. 96 sager, 40 pct., manglede tegninger, 60 sager, 25 pct., nabohøring og 36, {15|18} pct., begge.",
        "Kørslen omfattede 6.000 ture. 2.400 ture eller 40 pct. gik til sygehuset, 1.800 ture eller 30 pct. til dagcentre og 600 ture "
        "eller {10|16} pct. til læger.",
        "Der er 120 rækkehuse, 60 etageboliger og 20 villaer. Rækkehusene udgør 60 pct., etageboligerne {30|35} pct. og villaerne 10 pct.",
        "På holdet er der 36 kvinder og 24 mænd. Kvinderne udgør således 60 pct. og mændene {40|45} pct.",
        "Flåden tæller 50 personbiler, 30 varevogne og 20 lastbiler. Personbilerne udgør 50 pct., varevognene 30 pct. og lastbilerne "
        "{20|25} pct.",
        "Ansøgerne er 14 musikere, 21 malere og 35 forfattere. Musikerne udgør 20 pct., malerne 30 pct. og forfatterne {50|55} pct.",
        "Der var 720 sager ved årets begyndelse. Et år senere var tallet vokset til 792. "
        "Stigningen på {10|12} pct. er den laveste i regionen.",
        "Af kommunens 8.400 husstande har 2.100 fjernvarme, og det er {25|35} procent.",
        "Der blev uddelt 1.250 skemaer, og 875 nåede frem til tiden, svarende til {70|80} pct.",
        "640 haver er tilmeldt. Af byens 4.000 haver er det {16|19} pct.",
        "Vejen har 240 lygter. 84 er skiftet ud (35 %), og {60|68} er bestilt (25 %).",
        "Sidste år var tallet 88, så der er tale om 22 flere eller {25|28} pct.",
        "Der er 2.760 boliger i byen. Det er {12,0|15,0} pct. af øens 23.000 boliger.",
        "Forbruget var 450.000 kWh i 2012 og 351.000 kWh i 2014, så der er sparet {22|26} pct. i forhold til begyndelsen.",
        "I 2016 kom der 4.186 anmeldelser, mens der i 2015 kom 4.{600|060}. Antallet af anmeldelser er således faldet med 9 pct.",
        "Museet solgte 12.400 billetter. Heraf blev 7.936 købt på nettet, og netprocenten er dermed {64|46}.",
        "De 640 kolonihaver skal inden 2025 bringes ned med {40|50} procent til kun 384.",
        "Foreningen betaler 45 pct. og kommunen 55 pct. af den samlede udgift på 3.420.000 kr. Kommunens andel udgør "
        "således {1.881.000|1.818.000} kr.",
        "Teatret fik 412 mio. kr. af de 824 mio. kr., som staten gav. Det er {halvdelen|en tredjedel} af det hele.",
        "Af de 250 adspurgte har 160 svaret ja. Det modsvarer {64|61} pct.",
        "Ud af 480 elever cykler 312 til skole, hvilket vil sige {65|68} procent.",
        "Blandt de 340 beboere er 119 over 80 år; det er {35|38} pct.",
        "Der er 1.500 husstande i byen. Heraf har 1.050 fjernvarme, hvilket udgør {70|75} pct. af husstandene.",
        "Renoveringen koster 3,6 mio. kr. Staten betaler {25|20} pct. af udgiften, det vil sige 0,9 mio. kr.",
        "Med 57 fremmødte ud af 76 indbudte blev deltagelsen på {75|79} pct.",
        "I 2015 afsluttede 90 af 120 elever uddannelsen. Gennemførelsen var dermed {75|70} pct.",
        "Der er 2.400 vælgere på øen, og 1.800 stemte. Stemmeprocenten var således {75|77} pct.",
        "Fire ud af fem adspurgte, i alt {160|170} af 200, ønsker busruten bevaret.",
        "Ejendommen er vurderet til 4,0 mio. kr., og lånet udgør 3,2 mio. kr., hvilket vil sige en belåning på {80|85} pct.",
        "Foreningen har 300 medlemmer. 45 medlemmer er under 25 år, hvilket vil sige {15|18} pct.",
        "Ved valget stemte 6.120 af de 8.500 vælgere, så valgdeltagelsen blev {72|75} pct.",
        "Kun 12 ud af klubbens 80 medlemmer mødte op. Det giver en deltagelse på {15|18} pct.",
        "Anlægget koster 4,0 mio. kr. Kommunen bidrager med 1,4 mio. kr., hvilket er {35|38} pct. af udgiften.",
        "I undersøgelsen svarede 270 ud af 360, hvilket må siges at være en pæn svarprocent på {75|78} pct.",
        "Der er 56 pladser, og de 42 er besat. Belægningen er således {75|78} pct.",
    ],
    "difference-differs": [
        "Antallet af sager er gået ned fra 412 til 366; en tilbagegang på {46|56}.",
        "Prisen var oprindeligt anslået til 6,2 mio. kr., men er nu opgjort til 7,0 mio. kr., altså en fordyrelse på {0,8|0,6} mio. kr.",
        "Vandforbruget var 61.000 m3 i 2018. I 2019 var det 57.500 m3, eller {3.500|4.500} m3 mindre.",
        "Puljen er på 1.000.000 kr. Der er bevilget 640.000 kr., hvorfor der er {360.000|340.000} kr. i overskud til senere fordeling.",
        "På kontoen stod der 420.000 kr., hvoraf 155.000 kr. er anvendt. Restbeløbet udgør herefter {265.000|285.000} kr.",
        "Der er udstykket 34 grunde. De 21 er solgt, så kommunen har nu {13|15} grunde tilbage.",
        "Puljen udgjorde oprindeligt 2,2 mio. kr. Der er udbetalt 1,4 mio. kr., og de tilbageværende {0,8|0,6} mio. kr. overføres.",
        "Der er 120 p-pladser på torvet. 45 nedlægges, hvorefter der vil være {75|85} pladser tilbage.",
        "Råderummet er på 10,0 mio. kr. Der er prioriteret 8,6 mio. kr., således at {1,4|1,6} mio. kr. endnu ikke er udmøntet.",
        "I 2011 var forbruget 9,8 mio. kr. I 2012 var det 10,6 mio. kr., så der er tale om en vækst på {0,8|1,1} mio. kr.",
        "Indbyggertallet gik tilbage med {120|140}, fra 8.640 til 8.520.",
        "Der var afsat 1,5 mio. kr. til sne, men regningen lød på 2,1 mio. kr. Overskridelsen blev dermed på {0,6|0,9} mio. kr.",
        "Af de 40 grunde er 28 solgt, hvorefter der er {12|14} grunde tilbage.",
        "Bygningen koster 5,6 mio. kr. Når tilskuddet på 2,0 mio. kr. er trukket fra, er kommunens udgift {3,6|3,9} mio. kr.",
        "Udgiften udgør 730.000 kr. Staten refunderer 365.000 kr., så nettoudgiften bliver {365.000|356.000} kr.",
        "Klubben skal bruge 180.000 kr. og har selv 125.000 kr. Den mangler derfor {55.000|65.000} kr.",
        "Salgsprisen er 2.150.000 kr. Efter betaling af mægler med 65.000 kr. er provenuet {2.085.000|2.115.000} kr.",
        "Åbningstiden forkortes fra 52 timer til 48 timer om ugen, hvorved den bliver {4|6} timer kortere.",
        "Lokalrådets pulje er i år 640.000 kr. Første runde søgte 21 om 812.500 kr. og fik 217.350 kr., "
        "så der før mødet står {422.650|242.650} kr. urørte hen.",
        "Skolen har brugt 418.720 kr. af årets 650.000 kr. Lejrskolen tog 96.300 kr. og bøgerne 174.250 kr. Rest: {231.280|213.280} kr.",
        "Rammen lyder på 315.460 kr., og der søges om 329.810 kr., altså {14.350|41.350} kr. for meget.",
        "Grunden ventes at give 34 mio. kr. Men sælges den i parceller, kommer der 252 mio. kr. ind. "
        "Hvor er de {218|281} mio. kr., som mangler?",
        "Skatten giver 1.804,6 mio. kr. mod ventet 1.807,2, altså {2,6|6,2} mio. kr. mindre.",
        "I de byer, hvor der var fremmøde, stemte 61,4 pct. I dem med digitalt valg stemte 28,3 pct., og ved brevvalg var "
        "stemmeprocenten 41,2. Deltagelsen ved brevvalg er altså {20,2|22,0} procentpoint lavere end ved fremmøde.",
        "I 2018 var andelen uden job 24 pct. I 2019 er den 21 pct., altså {3|5} procentpoint lavere.",
        "Andelen er 37,6 pct. i år. I 2017 var andelen 40,9 pct.; faldet er på {3,3|6,3} procentpoint.",
        "Der er brugt 71,4 pct. af rammen. Med jævnt forbrug skulle det have været 75,0 pct., så vi er {3,6|4,6} under.",
        "Gælden er faldet fra 1,62 mia. kr. til 1,48 mia. kr., nærmere betegnet med {141,7|174,1} mio. kr.",
        "Badevandet er målt til 43 grader, hvor der må være 38, så det er {5|7} grader for meget.",
        "Kommunen fik 814 mio. kr. i indtægter i 2018. Det er en rekord, men kun {16|26} mio. kr. over de 798 mio. kr. fra 2017.",
        "Klubben har 142 børn i oktober, {11|15} flere end de 131 i august.",
        "I kvartalet var der 18.204 indvandrede og 13.651 udvandrede. Det giver en nettoindvandring på {4.553|5.453} personer.",
        "Køkkenet har plads til 24 lærlinge. 19 pladser er optaget, dvs. der fortsat er {5|7} ledige.",
    ],
    "product-differs": [
        "Kommunen leaser 32 biler. I budgettet står {1.177.600|1.717.600} kr., så hver bil koster 36.800 kr. om året.",
        "Der var afsat 3.650 kr. for hver af de 24 klasser, og regnskabet viser {87.600|86.700} kr.",
        "Til hver af de 12 skoler ydes 45.000 kr. Den samlede udgift hertil er {540.000|580.000} kr.",
        "Tre medarbejdere til hver 480.000 kr. koster {1.440.000|1.540.000} kr. om året.",
        "Antallet af besøg er 12.500, og prisen pr. besøg er 16 kr., så den samlede udgift udgør {200.000|210.000} kr.",
        "Der udbetales 12 rater på 25.000 kr., sammenlagt {300.000|320.000} kr.",
        "Der er 25 elever i hver af de 16 klasser, altså {400|420} elever i alt.",
        "Kørslen koster 1.250 kr. pr. dag. På 200 skoledage beløber det sig til {250.000|260.000} kr.",
        "Hvis 60 borgere hver sparer 2.400 kr., bliver den samlede gevinst {144.000|154.000} kr.",
        "Der er 18 pladser til 9.000 kr. om måneden pr. plads, hvilket på årsbasis svarer til {1.944.000|1.994.000} kr.",
        "Ved en pris på 420 kr. pr. time og 250 timer andrager udgiften {105.000|115.000} kr.",
        "Aftalen løber i fire år og koster 275.000 kr. årligt. Den samlede kontraktsum er dermed {1,1|1,3} mio. kr.",
        "Der er 9 hold med 18 deltagere på hvert, i alt {162|172} deltagere.",
        "Udgiften på 960.000 kr. fordelt på 32 pladser giver en pladspris på {30.000|32.000} kr.",
    ],
    "count-differs": [
        "Bestyrelsen består af {syv|otte} medlemmer, hvoraf fire vælges af forældrene, to af medarbejderne og ét udpeges af byrådet.",
        "Sagen er sendt til {tre|fire} parter, dvs. grundejeren, naboen og museet.",
        "De {fire|fem} indsatsområder er trivsel, læring, ledelse og økonomi.",
        "Der blev fremsat {to|tre} ændringsforslag; et fra A og et fra V.",
        "Kommunens {tre|to} værdier er tillid, åbenhed og respekt.",
        "Af de ni haller er seks renoveret. De {tre|fire} øvrige haller følger i 2020.",
        "Strategien bygger på {fire|fem} principper - dvs. enkelhed, nærhed, kvalitet og åbenhed.",
        "Projektets {fire|fem} delmål er viden, netværk, økonomi og læring.",
    ],
}

QUIET = [
    "Af de 120 ansøgere var 84 kvinder. Kvinderne udgør således 45 pct. af kommunens ledere.",
    "Biblioteket har 40.000 bøger, heraf 8.000 på engelsk. Udlånet er dermed steget 25 pct. siden 2019.",
    "Af de 64 lærlinge er 16 faldet fra. I fjor var frafaldet altså 31 pct.",
    "Der er 48 på ventelisten, og 36 af dem har fået tilbud. Med andre ord bør 90 pct. kunne få en plads i år.",
    "Af de 260 elever har 221 søgt videre. Blandt drengene er søgningen altså 79 pct.",
    "Bebyggelsen rummer 60 boliger, heraf 15 for unge. Bebyggelsesprocenten er således 40.",
    "Af 40 ledere er 16 kvinder. Andelen af kvinder i forvaltningen er 62 pct.",
    "Kommunen har 64 legepladser. 16 af dem blev kasseret. De øvrige udgør således 75 pct.",
    "Der bygges 120 rækkehuse og 80 villaer. Rækkehusene udgør 60 pct. af planen, og villaerne optager 70 pct. af arealet.",
    "Der bygges 120 rækkehuse og 80 villaer. Rækkehusene udgør dermed 60 pct. af planen. Villaerne får 25 pct. større grunde.",
    "Holdet har 36 kvinder og 24 mænd. Kvinderne udgør 60 pct., og mændene har 44 pct. af fraværet.",
    "Af 320 beboere spiser 208, svarende til 65 pct., i caféen, 128 eller 40 pct. får mad bragt ud, og blandt de 208 er 52, dvs. 25 pct., "
    "vegetarer.",
    "Der kom 300 svar. 120 svar var fra mænd, dvs. 40 pct., og 180 fra kvinder, dvs. 60 pct. Af mændene er 90, dvs. 75 pct., i job.",
    "Tabel 1. Forbrug (1.000 kr.)\nOmråde\tBudget\tForbrug\nRenhold\t1.200\t900\nParker\t2.000\t1.180\nI alt\t3.200\t2.080\n"
    "Der er dermed brugt 75 pct. af budgettet til renhold.",
    "I 22 kommuner er der under 25 på listen, yderligere 11 har fra 25 til 99, og 15 har mere end 100.",
    "Der var 720 sager ved årets begyndelse. Der er 40 ansatte. Stigningen på 12 pct. er den laveste i regionen.",
    "Taksten steg 12 kr. i 2018. Over 40 pct. af forældrene, 3 procentpoint flere end ventet, får friplads.",
    "Merudgiften på børn er 7,4 mio. kr. af en afvigelse mellem budget og regnskab på 13,0 mio. kr., mens teknik brugte 1,8 mio. kr. "
    "mindre end budgetteret.",
    "Der er i maj gennemført 48 kontroller, hvoraf 45 var uden bemærkninger, altså godt 93 pct. Karakteren var 4,2 på en skala til 5.",
    "Huset koster 12,4 mio. kr. Karakteren steg fra 3,9 til 4,2.",
    "Der er 120 pladser og 96 børn. Det er 4 færre end på naboskolen.",
    "Prisen er 3,4 mia. kr., hvilket er 85 mio. kr. eller 2,6 pct. mere end i 2019, men ca. 310 mio. kr. mindre end i 2012.",
    "På tværs af skolerne går det fra en stigning på 41 kr. til et fald på 29 kr. Stigningen på 8 kr. i snit svarer til 2 pct.",
    "De 31 skoler, der holdt valg på papir, fik 61,24 pct. af stemmerne. De skoler, der holdt valg på nettet, fik 31,24 pct. af stemmerne.",
    "De ældre udgør 7,3 pct. af byens borgere. For ti år siden udgjorde de ældre 7,5 pct. af byens borgere.",
    "Puljen er 5,0 mio. kr. i 2015 og 8,5 mio. kr. i 2016. Garantien skønnes til 46 pct. af lånet, hvilket er 31,5 mio. kr.",
    "Der er 410.000 kr. til kor, 135.000 kr. til teater og 236.000 kr. til kunst, men 257.000 kr. mere er lovet museet senere.",
    "I 2014 var der 320 medlemmer. Det er 12 pct. af foreningens budget.",
    "Af de 120 børn i institutionen er 14 ansatte med i ordningen. Det er 80 pct. af de ansatte.",
    "Udgiften er 4,0 mio. kr., heraf 1,2 mio. kr. til løn og 0,9 mio. kr. til husleje.",
    "Der er afsat 3,0 mio. kr. til veje og 2,0 mio. kr. til stier. Den samlede anlægsramme er 14,0 mio. kr.",
    "Rammen på 12,0 mio. kr. udmøntes med bl.a. 4,0 mio. kr. til skoler og 3,0 mio. kr. til klubber.",
    "I 2015 blev der givet 14 tilladelser, og i 2016 blev der givet 19. Der er i alt 240 virksomheder.",
    "Lønnen udgør 3,2 mio. kr. og driften 1,1 mio. kr. Det samlede budget for området er 9,8 mio. kr.",
    "Prisen er steget fra 400 kr. til 450 kr., og der er nu 30 flere på ventelisten.",
    "Huslejen er 5.000 kr. og forbruget 800 kr., i alt 5.800 kr. om måneden.",
    "Staten giver 40 pct. af udgifterne, svarende til 2,0 mio. kr. om året i fire år.",
    "Skolen har 412 elever, heraf 60 i modtageklasser, og i alt 48 ansatte.",
    "Der er 12 pladser på hver af de tre skoler og 8 pladser i klubben, i alt 44 pladser.",
    "Puljen er på 600.000 kr. Foreningen har søgt om 90.000 kr., og der er 12 andre ansøgninger.",
    "Der er bevilget 2,0 mio. kr. i 2012, og 0,4 mio. kr. er endnu ikke brugt. I 2013 er bevillingen 1,1 mio. kr.",
    "Forbruget var 14,0 mio. kr. i 2011 mod 13,0 mio. kr. i 2010. Der er afsat 0,5 mio. kr. mere til skoler.",
    "Kommunen ejer 40 boliger, og boligselskabet ejer 260. Der bygges desuden 24 nye boliger.",
    "Ud af 900 indbyggere deltog 140 i mødet om de 25 nye boliger, svarende til 16 pct.",
    "Fællesudgiften fordeles med 50 kr. pr. bolig og 20 kr. pr. garage.",
    "De 14 sager fordeler sig på seks kommuner og 9 ministerier.",
    "Der er tale om 28 boliger, nemlig de gule huse ved skoven fra 1950 og de røde fra 1962.",
    "Udgiften blev 8,1 mio. kr., hvilket er 0,4 mio. kr. mindre end ventet. I 2009 var udgiften 7,2 mio. kr.",
    "Loven kræver, at mindst 75 pct. af ejerne stemmer for. Af de 60 ejere stemte 48 for.",
    "Bussen kører 14 ture om dagen, altså 4 i timen i myldretiden og 2 om aftenen.",
    "Andelen er 42 pct. mod 38 pct. i 2012, altså knap halvdelen af borgerne.",
    "Tilskuddet er 300 kr. pr. elev og 500 kr. pr. lærer, i alt 86.000 kr.",
    "Der var 30 ansøgere til de 12 boliger. 18 af dem var fra Vestby, svarende til 60 pct.",
    "Fra 1. januar hæves prisen fra 25 til 30 kr. Der sælges 4.000 billetter om året, og udgiften til trykning er 8.000 kr.",
    "Ejendomsskatten udgør 26 promille. Grundværdien er 500.000 kr., dog er der et loft på 9.000 kr.",
    "Efter reglerne kan der gives 75 pct. i tilskud, dog højst 100.000 kr. Udgiften er 180.000 kr.",
    "Kassebeholdningen var 45 mio. kr. primo og 52 mio. kr. ultimo. Gennemsnittet over året var 61 mio. kr.",
    "Tallet er fordoblet siden 2010, hvor der var 35 sager; i dag er der 72 sager.",
    "Budgettet på 7,4 mio. kr. dækker løn til 12 medarbejdere og husleje på 1,1 mio. kr. og varme på 0,4 mio. kr.",
    "Beløbet svarer til 1.200 kr. for hver af kommunens borgere, i alt 48 mio. kr. over fire år.",
    "Af de 3,0 mio. kr. går 2,0 mio. kr. til idræt, og der er søgt om 4,1 mio. kr.",
    "Den nye hal koster 32 mio. kr., og den gamle kostede 18 mio. kr. i 1998. Tilsammen rummer de 900 tilskuere.",
    "Klubben har 240 medlemmer, hvoraf 80 er børn. Hertil kommer 25 ledere og 6 trænere.",
    "Udvalget havde møde 14. maj og 3. juni, i alt 11 møder i år.",
    "Tilslutningen er 85 pct. I 2012 deltog 240 ud af 300 husstande.",
    "Rammen nedsættes med 2,0 mio. kr. til 14,0 mio. kr., og bufferen er 3 pct. af serviceudgifterne.",
    "Puljen er på 2,0 mio. kr. Der er søgt om 2,6 mio. kr., og der er et overskud fra sidste år på 0,3 mio. kr.",
    "Rammen er 8,0 mio. kr. Efter betaling af renter på 0,6 mio. kr. er afdraget 1,1 mio. kr.",
    "Der er 40 grunde, hvoraf 12 er solgt. Ved søen er der 9 ledige grunde.",
    "Staten refunderer 0,8 mio. kr., og kommunens nettoudgift til hele området er 3,1 mio. kr. af i alt 5,0 mio. kr.",
    "Af de ni haller er seks bygget før 1980. De to øvrige haller i byen er private.",
    "Af de 12 skoler er fire nye. De øvrige skoler ligger i 3 distrikter.",
    "Ved afstemningen fik listen 56,1 procent af stemmerne og sikrer sig dermed 13 af de 25 pladser.",
    "Ventetiden er i gennemsnit 63 dage for 84 byggesager, og 79 pct. af de 210 nabosager blev afgjort i tide.",
    "Skolen har 640 elever, og 118 går i klub, svarende til 24 pct. af klubbernes medlemmer.",
    "Der var 34 uheld i 2016, heraf 9 med personskade. I 2014 var andelen 31 pct.",
    "Der er 1.800 boliger, og 306 har altan. Det er 24 pct. på landsplan.",
    "Lønnen er 480.000 kr., pensionen 60.000 kr., og tillægget på 12 pct. udløber i 2019.",
    "De fire partier står sammen. Hver plads koster 476.000 kr., og besparelserne er 1,8 mio. kr.",
    "Stien er 2,6 km lang og anlægges for 3.120.000 kr., eller 1.200 kr. pr. meter.",
    "Der er 14 huse med fire lejligheder i hvert og 65 parkeringspladser.",
    "Der gik 34 elever ud i 2010 og 41 i 2011, så andelen blev 62 pct.",
    "Deltagelsen blev 64 pct. I alt svarede 310 ud af 500 i den gruppe, som fik skemaet i maj.",
    "Kommunen har 3.200 ansatte, og 240 deltog. Belægningen var 88 pct. på plejehjemmene.",
    "De tre ruter er korte, sikre, oplyste og brede.",
    "Vores to skoler er slidte, kolde og for små.",
    "Bygningen er delt i 3 dele med 12 rum og 4 køkkener.",
    "Der er 16 hold med 12 spillere på hvert og 20 ledere, i alt er 230 med i klubben.",
    "Antallet af besøg er 4.200, og prisen pr. besøg er 25 kr. for børn og 40 kr. for voksne, så indtægten er 131.000 kr.",
    "Taksten er 20 kr. pr. km. På 30 ture i 2015 blev der betalt 8.400 kr.",
    "Råderummet er 3,0 mio. kr. Heraf er 1,0 mio. kr. bundet, og 0,5 mio. kr. er reserveret til 2016.",
    "Anlægget på 6,0 mio. kr. finansieres med lån på 4,0 mio. kr., tilskud og egenbetaling på 0,8 mio. kr.",
    "Beløbet på 3,5 mio. kr. stammer fra salg på 2,0 mio. kr. og fra en række mindre poster.",
    "Der blev afholdt 18 møder; 4 i maj, 6 i juni og resten senere på året.",
    "Udgiften på 1,0 mio. kr. i 2012 dækkes af puljen, der rummer 4,0 mio. kr. til veje og 2,0 mio. kr. til stier.",
    "Lønsummen er 4,6 mio. kr., og stigningen fra 2010 til 2011 var 3 pct. eller 0,2 mio. kr. på hele området.",
    "Bevillingen er hævet til 2,4 mio. kr., dvs. 0,3 mio. kr. mere end administrationen foreslog i 2014, hvor bevillingen var 2,2 mio. kr.",
    "Skatten er 25,2 pct. og grundskylden 26 promille, hvilket svarer til 1,2 pct. mere end i nabokommunen.",
    "Der er 52 uger om året, og butikken har åbent 6 dage om ugen, altså 300 dage.",
    "I 2009 var der 14 klager, nemlig over støj, lugt og røg.",
    "Til hver af de 12 skoler ydes 45.000 kr. Den samlede udgift til skolernes drift er 210 mio. kr.",
    "Prisen for en billet er 80 kr. for voksne og 40 kr. for børn; der blev solgt 1.200 billetter, i alt 71.000 kr.",
    "Forslaget koster 1,2 mio. kr. i 2015 og 2,4 mio. kr. i 2016, hvilket bliver 0,6 mio. kr. dyrere end ventet.",
]
WHOLE_WORDS = [
    # list     in                                  not in
    ("is", "udgør", "udgørelse"),
    ("is", "beløber sig til", "beløb af sig selv"),
    ("equals", "svarende til", "svarende"),
    ("equals", "hvilket vil sige", "hvad man vil"),
    ("all", "i alt", "i altid"),
    ("ofit", "heraf", "herafter"),
    ("shared", "fordeler sig med", "fordelagtig"),
    ("rises", "opjusteres", "opjustering"),
    ("fall", "en nedskæring", "skærer"),
    ("left", "endnu ikke udmøntet", "udmøntet"),
]


def _texts(twins: str) -> tuple[str, str]:
    head, _, tail = twins.partition("{")
    (right, _, wrong), (_, _, rest) = tail.partition("}")[0].partition("|"), tail.partition("}")
    return f"{head}{right}{rest}", f"{head}{wrong}{rest}"


@pytest.mark.parametrize(("check", "twins"), [(check, t) for check, texts in TWINS.items() for t in texts])
def test_only_the_wrong_figure_is_told(check, twins):
    right, wrong = _texts(twins)
    assert loud(right) == []
    assert beyond_notes(findings(wrong), check) == [check]


@pytest.mark.parametrize("text", QUIET)
def test_figures_of_different_things_are_quiet(text):
    assert loud(text) == []


@pytest.mark.parametrize(("name", "word", "other"), WHOLE_WORDS)
def test_a_list_holds_whole_words(name, word, other):
    form = pattern(f"<{name}>")
    assert form.search(f"det {word} 5")
    assert not form.search(f"to {other} 5")


def test_a_name_without_a_list_is_an_error():
    with pytest.raises(KeyError):
        vocabulary.words("findes-ikke")

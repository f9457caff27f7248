"""The head of a meeting's papers in many layouts: whose meeting, on what day, of which municipality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractors.decisions import decide
from extractors.layout import flow
from extractors.reading import read
from extractors.structure import parse
from tests.printed_pdf import paragraph, write
from tests.test_structure import PAPER
from tests.written_flow import flow_of

ITEMS = "\n1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n2. Budget\nBeslutning\nUdsat."
HEADS = [
    # the head, its lines                                          body, day, municipality, kind (None: not asked)
    ("Nordby Kommune\nByrådet\nReferat\nMødedato: Tirsdag den 3. maj 2022\nMødested: Rådhuset",
     "Byrådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Nordby Kommune Dagsordener og referater Økonomiudvalget Møde 03052022 Referat", "Økonomiudvalget", "2022-05-03", "Nordby Kommune",
     "minutes"),
    ("Nordby Kommune\nØkonomiudvalget\nSag 03052022\nReferat", "Økonomiudvalget", None, "Nordby Kommune", "minutes"),
    ("REFERAT\naf Nordby Havnebestyrelses møde nr. 4 tirsdag den 3. maj 2022", "Havnebestyrelsen", "2022-05-03", None, "minutes"),
    ("Nordby Kommune Borgerrepræsentationens Sekretariat\nBESLUTNINGSPROTOKOL\nfra ordinært møde tirsdag den 3. maj 2022",
     "Borgerrepræsentationen", "2022-05-03", "Nordby Kommune", "minutes"),
    ("§ 17, stk. 4-udvalget for bosætning\nNordby Kommune · Referat\nDato: Tirsdag den 3. maj 2022\nUdvalget skal rådgive Økonomiudvalget.",
     "§ 17, stk. 4-udvalget for bosætning", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Engskolen - skolebestyrelsen\nReferat af møde tirsdag den 3. maj 2022 kl. 17.30", "Skolebestyrelsen", "2022-05-03", None, "minutes"),
    ("Referat\nUdvalg: Byrådet\nMødedato: 3. maj 2022\nMødested: Nordby Rådhus", "Byrådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Referat\nUdvalg: Byrådet\nMødedato: 3. maj 2022\nMødested: Nordby Rådhus, Torvet 3", "Byrådet", "2022-05-03", None, "minutes"),
    ("Nordby - TMU 03-05-2022\nTeknik- og Miljøudvalget den 03-05-2022\nReferat", "Teknik- og Miljøudvalget", "2022-05-03",
     "Nordby Kommune", "minutes"),
    ("Nordby · Byrådet · 03-05-2022\nREFERAT Byrådet d. 03-05-2022", "Byrådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Nordby Å Kommune\nReferat af Byrådets møde tirsdag den 3. maj 2022", "Byrådet", "2022-05-03", "Nordby Å Kommune", "minutes"),
    ("Ældreudvalget i Nordby Kommune, 03-05-2022\nReferat", "Ældreudvalget", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Referat af Byrådets møde tirsdag den 3. maj 2022\nNordby Kommune By- og Boligkontoret Torvet 3",
     "Byrådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("REFERAT\nByrådet\nTirsdag den 3. maj 2022 kl. 17.00\nRådhuset, Nordby", "Byrådet", "2022-05-03", None, "minutes"),
    ("UDSKRIFT\nNordby Kommune\nUdvalget for teknik og forsyning\nMødet holdt tirsdag den 3. maj 2022, kl. 15.30. Hævet kl. 18.10.",
     "Udvalget for teknik og forsyning", "2022-05-03", "Nordby Kommune", "minutes"),
    ("BOLIGFORENINGEN SKOVEN\nOrganisationsbestyrelsen\nReferat af møde nr. 3/2022\n"
     "Tirsdag den 3. maj 2022 kl. 16.30, Nordby Kommune, beboerhuset",
     "Organisationsbestyrelsen", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Ældrerådet i Nordby Kommune\nReferat fra mødet den 3. maj 2022", "Ældrerådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Referat af ordinært møde i Handicaprådet\nDato: 3. maj 2022\nTid: 15.00-17.00\nSted: Rådhuset",
     "Handicaprådet", "2022-05-03", None, "minutes"),
    ("Referat\nUdvalg: Teknisk Udvalg\nDato: 03-05-2022\nStarttidspunkt: 15:00", "Teknisk Udvalg", "2022-05-03", None, "minutes"),
    ("UDVALG\nRegionsrådet\nMØDETIDSPUNKT\n03-05-2022 16:00\nMØDESTED\nSalen", "Regionsrådet", "2022-05-03", None, None),
    ("BESLUTNINGSPROTOKOL\nfra Ordinært møde torsdag den 3. maj 2007\nBorgerrepræsentationen",
     "Borgerrepræsentationen", "2007-05-03", None, "minutes"),
    ("NORDBY KOMMUNE\nBØRNE- OG KULTURUDVALGET\nUDSKRIFT AF FORHANDLINGSPROTOKOLLEN\n"
     "Mødet afholdt onsdag, den 12. maj 2004, kl. 19.00 på rådhuset.",
     "Børne- og Kulturudvalget", "2004-05-12", "Nordby Kommune", "minutes"),
    ("Kommunalbestyrelsens møde mandag den 25. maj 2009 kl. 18.00\nBeslutningsprotokol\nTil stede var alle.",
     "Kommunalbestyrelsen", "2009-05-25", None, "minutes"),
    ("Nordby Kommune\nReferat for Økonomiudvalgets møde d. 3/5-2022 kl. 16",
     "Økonomiudvalget", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Referat af Byrådets møde d. 3. maj 2022\nØkonomiudvalg Byrådet", "Byrådet", "2022-05-03", None, "minutes"),
    ("Referat af Udvalget for Klima- og Naturplanens møde den 3. maj 2022", "Udvalget for Klima- og Naturplanen", "2022-05-03", None,
     "minutes"),
    ("Referat af Udvalget for Sport og Fritids møde den 3. maj 2022", "Udvalget for Sport og Fritid", "2022-05-03", None, "minutes"),
    ("Nordby Kommune\nREFERAT\nUnderudvalg for Økonomi\nMØDEDATO: 03-05-2022", "Underudvalg for Økonomi", "2022-05-03", "Nordby Kommune",
     "minutes"),
    ("Referat af Grønt Råds møde tirsdag den 3. maj 2022", "Grønt Råd", "2022-05-03", None, "minutes"),
    ("UDVALG\nUdvalget \"Børn og Trivsel\"\nMØDE\nReferat\nSTARTTIDSPUNKT\n03-05-2022 16:00", 'Udvalget "Børn og Trivsel"', "2022-05-03",
     None, "minutes"),
    ("Udvalg: HMU Socialområdet\nMødedato: 3. maj 2022\nReferat", "HMU Socialområdet", "2022-05-03", None, "minutes"),
    ("Referat fra Ældreområdet\n3. maj 2022", None, "2022-05-03", None, "minutes"),
    ("3. maj 2022 (ekstraordinær)\nREFERAT\nDeltagere: Ida Holm", None, "2022-05-03", None, "minutes"),
    ("Byrådet - Referat\nDato: 29. januar 2020\nLokale: Byrådssalen\nTidspunkt: Kl. 19:00", "Byrådet", "2020-01-29", None, "minutes"),
    ("Beslutningsprotokol\nonsdag den 26. august 2020 kl. 17:00\nMødested: Byrådssalen\nUdvalg: Byrådet",
     "Byrådet", "2020-08-26", None, "minutes"),
    ("Referat\nTeknik- og Bygningsudvalget tirsdag den 16. april 2024 kl. 16.30\nMødelokale 2",
     "Teknik- og Bygningsudvalget", "2024-04-16", None, "minutes"),
    ("Kommunalbestyrelsen\n24-09-2019\nMedlemmer\nErik Ny (A)", "Kommunalbestyrelsen", "2019-09-24", None, None),
    ("Møde i Kommunalbestyrelsen mandag den 28. november 2005, Kl. 19 i Kommunalbestyrelsens mødesal\nREFERAT",
     "Kommunalbestyrelsen", "2005-11-28", None, "minutes"),
    ("Børne- og Ungeudvalget\nMødedato: 23-02-2023 · Nordby Kommune · Beslutningsprotokol",
     "Børne- og Ungeudvalget", "2023-02-23", "Nordby Kommune", "minutes"),
    ("Referat · Udvalget for Teknik og Natur\nMødedato:\nTirsdag den 15. september 2020\nKommune:\nNordby Kommune",
     "Udvalget for Teknik og Natur", "2020-09-15", "Nordby Kommune", "minutes"),
    ("LOKALRÅDET FOR NORDBY OG OMEGN - Havby Kommune\nReferat fra lokalrådsmøde tirsdag d. 10. oktober 2023 kl. 19-21 i forsamlingshuset",
     "Lokalrådet for Nordby og Omegn", "2023-10-10", "Havby Kommune", "minutes"),
    ("Referat Handicaprådet\nMødedato: Mandag den 23. november 2015\nMødetidspunkt: Kl. 8:00",
     "Handicaprådet", "2015-11-23", None, "minutes"),
    ("Ekstraordinært Ældrerådsmøde – Referat\nData om mødet\nDato: 14. december 2018\nTid: 9.00-10.00",
     "Ældrerådet", "2018-12-14", None, "minutes"),
    ("Referat af bestyrelsesmøde i Skolebestyrelsen\nOnsdag d. 2. februar 2011", "Skolebestyrelsen", "2011-02-02", None, "minutes"),
    ("R e f e r a t\nMØDE 6-2015\nNordby Seniorråd\nTorsdag den 4. juni 2015 kl. 13.00",
     "Nordby Seniorråd", "2015-06-04", "Nordby Kommune", "minutes"),
    ("Sønderby Kommune\nKommunalbestyrelsen\nReferat\nDato: Onsdag den 15-maj-2002\nStarttidspunkt for møde: Kl. 17",
     "Kommunalbestyrelsen", "2002-05-15", "Sønderby Kommune", "minutes"),
    ("Økonomiudvalget den 21. januar 2002\nNORDBY KOMMUNE\nUDSKRIFT\nØkonomiudvalget\n21. januar 2002 kl. 16.00 i mødelokale 2",
     "Økonomiudvalget", "2002-01-21", "Nordby Kommune", "minutes"),
    ("Referat\nfor\nKommunalbestyrelsen\ntorsdag den 24. juni 2004 kl. 17:00\nBlåt mødelokale\nNordby Kommune",
     "Kommunalbestyrelsen", "2004-06-24", "Nordby Kommune", "minutes"),
    ("REFERAT Byrådet\nMødedato: Torsdag den 27-03-2008\nMødested: Byrådssalen\nStarttidspunkt: Kl. 17:00",
     "Byrådet", "2008-03-27", None, "minutes"),
    ("Referat fra mødet i Byrådet (Indeholder åbne dagsordenspunkter)\nMødedato: 3. maj 2015", "Byrådet", "2015-05-03", None, "minutes"),
    ("Dagsorden med beslutninger\nSocialudvalget\nMøde nr. 4\n3. maj 2005 kl. 15", "Socialudvalget", "2005-05-03", None, "minutes"),
    ("Referat\ntil\nmødet i Økonomiudvalget\nden 3. maj 2016 kl. 15:30\ni Byrådssalen", "Økonomiudvalget", "2016-05-03", None, "minutes"),
    ("Integrationsrådet\nReferat\nMøde den 3. maj 2016\nTil stede: Ida Holm", "Integrationsrådet", "2016-05-03", None, "minutes"),
    ("Referat fra Ungerådets møde, fredag den 3. maj 2019", "Ungerådet", "2019-05-03", None, "minutes"),
    ("Nordby Byråd\nÅben referat\nTirsdag den 3. maj 2022", "Byrådet", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Region Vesterhav\nForretningsudvalget - beslutninger\nMødetidspunkt 03-05-2022 10:00",
     "Forretningsudvalget", "2022-05-03", "Region Vesterhav", "minutes"),
    ("Møde: Udvalget for Klima og Miljø\nTid: Tirsdag d. 3. maj 2022 kl. 15-17\nSted: Teams\nReferat",
     "Udvalget for Klima og Miljø", "2022-05-03", None, "minutes"),
    ("Afdelingsbestyrelsen i Birkely\nReferat af bestyrelsesmøde 3. maj 2022", "Afdelingsbestyrelsen", "2022-05-03", None, "minutes"),
    ("Boligforeningen Birkely\nReferat af ordinært afdelingsmøde i afdeling 4\nTirsdag den 3. maj 2022 kl. 19",
     "Afdelingsmødet", "2022-05-03", None, "minutes"),
    ("Hoved-MED\nReferat af møde den 3. maj 2022", "Hoved-MED", "2022-05-03", None, "minutes"),
    ("Magistraten\nBeslutningsprotokol\nMødet mandag den 2. maj 2005", "Magistraten", "2005-05-02", None, "minutes"),
    ("Referat - Socialudvalget 3.5.2022", "Socialudvalget", "2022-05-03", None, "minutes"),
    ("Mødereferat\nEmne: Dialogmøde\nMødedato: 3. maj 2022\nDeltagere: Ida Holm", None, "2022-05-03", None, "minutes"),
    ("Referat udsendt den 9. maj 2022\nHandicaprådet\nMøde tirsdag den 3. maj 2022", "Handicaprådet", "2022-05-03", None, "minutes"),
    ("Udskrevet 12-05-2022\nReferat\nByrådet\nMødedato: 03-05-2022", "Byrådet", "2022-05-03", None, "minutes"),
    ("Mødereferat\nNordby Ældreråd, mandag den 11. januar 2016 kl. 10.00 – 12.30 i Havestuen, Plejecentret",
     "Nordby Ældreråd", "2016-01-11", "Nordby Kommune", "minutes"),
    ("NORDBYKOMMUNE\nKommunalbestyrelsens møde torsdag den 13. maj 2004 kl. 18.30\nProtokol",
     "Kommunalbestyrelsen", "2004-05-13", "Nordby Kommune", "minutes"),
    ("NORDBY KOMMUNE\nU DSKRIFT\nØkonomiudvalget 12. november 2001 kl. 16.00",
     "Økonomiudvalget", "2001-11-12", "Nordby Kommune", "minutes"),
    ("Referat\ntil\nmødet i forretningsudvalget\nden 3. maj 2016 kl. 10:00", "Forretningsudvalget", "2016-05-03", None, "minutes"),
    ("Dagsorden\ntil\nmødet i Udvalg for regional udvikling\nden 3. maj 2016 kl. 9\ni Nordby Kommune, Torvet 5, 7400 Nordby",
     "Udvalg for regional udvikling", "2016-05-03", None, None),
    ("REGION VESTERHAV\nBESLUTNINGER\nFORRETNINGSUDVALGET\nTirsdag den 3. maj 2016",
     "Forretningsudvalget", "2016-05-03", "Region Vesterhav", "minutes"),
    ("Referat til mødet i Udvalget for Miljø den 3. maj 2016 kl. 17 i Havby Rådhus, Østergade 2, Havby", "Udvalget for Miljø", "2016-05-03",
     None, "minutes"),
    ("Referat\nUdvalg: Byens Puls (§ 17, stk. 4)\nDato: Tirsdag den 3. maj 2016", "Byens Puls", "2016-05-03", None, "minutes"),
    ("Nordby Kommune Teknisk Udvalg Side 1\nBESLUTNINGSPROTOKOL\nMøde den 5. maj 2003 kl. 15.30, mødelokale B", "Teknisk Udvalg",
     "2003-05-05", "Nordby Kommune", "minutes"),
    ("Budget 2025-2028\nDagsorden\nByrådet\nFredag den 3. maj 2024, Kulturhuset Smedjen", "Byrådet", "2024-05-03", None, None),
    ("F U G L E V I G K O M M U N E Økonomi\nReferat\nØkonomiudvalget den 3. maj 2022", "Økonomiudvalget", "2022-05-03",
     "Fuglevig Kommune", "minutes"),
    ("ÆLDRERÅDET\ni Nordby Kommune\nByrådet\nDen 3. maj 2010\nVedr. høring om budget 2011\nRådet takker for papirerne.", "Ældrerådet", None,
     "Nordby Kommune", "statement"),
    ("Ny Nordby Kommunalbestyrelse\nREFERAT\nfra mødet 31.08.10 kl. 19.00", "Kommunalbestyrelsen", "2010-08-31", "Ny Nordby Kommune",
     "minutes"),
    ("Ådal-Holme Byråd\nEkstraordinært møde\n2/12-2009 kl. 16.30\nFraværende: Ingen", "Byrådet", "2009-12-02", "Ådal-Holme Kommune", None),
    ("NORDBY KØBSTADS BYRÅD mandag den 24. februar 2003\nUdskrift af byrådets protokol", "Byrådet", "2003-02-24", "Nordby Kommune",
     "minutes"),
    ("Nordby Kommune\nVester Holme Sogns Lokalråd\nReferat fra møde onsdag 9/3-22 i præstegården",
     "Vester Holme Sogns Lokalråd", "2022-03-09", "Nordby Kommune", "minutes"),
    ("HEGNSYNET I NORDBY KOMMUNE\nUdskrift af forhandlingsprotokollen\nÅr 2010, den 20. maj kl. 17.00 holdt Hegnsynet forretning.",
     "Hegnsynet", "2010-05-20", "Nordby Kommune", "minutes"),
    ("§ 17, stk. 4-udvalg: Udvalget for landdistrikter\nReferat fra 5. møde, 18/9-14 kl. 19\nUdvalget er nedsat af Byrådet den 24/2-14.",
     "Udvalget for landdistrikter", "2014-09-18", None, "minutes"),
    ("Referat\nFærgeudvalget\nTorsdag, 2 december, 2021 - 13:30\nMødet blev holdt på Teams.\nStudieturen er flyttet til 6 januar, 2022.",
     "Færgeudvalget", "2021-12-02", None, "minutes"),
    ("Klima- og Planudvalget\nReferat 2026-01-14\nReferat offentliggjort 2026-01-16.", "Klima- og Planudvalget", "2026-01-14", None,
     "minutes"),
    ("EKSTRAORDINÆRT MØDE\nØkonomiudvalget\nFredag d. 13/3-2020 kl. 12.15-12.40\nUdvalgets ordinære møde d. 17/3-2020 fastholdes.",
     "Økonomiudvalget", "2020-03-13", None, None),
    ("Referat\nHandicaprådet\nMødedato: 29/11 2018\nNæste møde: 24/1 2019", "Handicaprådet", "2018-11-29", None, "minutes"),
    ("NORDBY KOMMUNE, BYGNINGSRÅDET\nMøde nr. 9, afholdt tirsdag den 3. maj 2022 kl. 8.00",
     "Bygningsrådet", "2022-05-03", "Nordby Kommune", None),
    ("NORDBY KOMMUNE, BØRNE- OG KULTURUDVALGET\nReferat af møde den 3. maj 2022",
     "Børne- og Kulturudvalget", "2022-05-03", "Nordby Kommune", "minutes"),
    ("PROTOKOL\nNORDBY KOMMUNE, UDVALGET FOR SUNDHED\nMøde den 3. maj 2022 kl. 8.00",
     "Udvalget for Sundhed", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Havneudvalget under Nordby Byråd\nReferat af møde den 3. maj 2022", "Havneudvalget", "2022-05-03", "Nordby Kommune", "minutes"),
    ("Referat af lokalrådsmøde 10. oktober 2023\nSted: Forsamlingshuset", "Lokalrådet", "2023-10-10", None, "minutes"),
    ("Nordby Kommune – det nyvalgte byråds konstituerende møde\nOnsdag den 4. december 2013, klokken 17. Mødet var indkaldt af Ida Holm.",
     "Byrådet", "2013-12-04", "Nordby Kommune", None),
    ("Den ny kommunalbestyrelses første møde\nNordby Kommune, 4. december 2013", "Kommunalbestyrelsen", "2013-12-04", "Nordby Kommune",
     None),
    ("Nordby Kommune\nReferat af det afgående byråds sidste møde den 4. december 2013",
     "Byrådet", "2013-12-04", "Nordby Kommune", "minutes"),
    ("Nordby Kommune - År 2014-2017 Integrationsrådet\nDato: Onsdag, den 18.03.2015", "Integrationsrådet", "2015-03-18",
     "Nordby Kommune", None),
    ("Ældrerådet, År 2010-2013\nNordby Kommune\nReferat 18.03.2012", "Ældrerådet", "2012-03-18", "Nordby Kommune", "minutes"),
    ("NORDBY KOMMUNES ÆLDRERÅD\nReferat af mødet den 19. april 2005", "Ældrerådet", "2005-04-19", "Nordby Kommune", "minutes"),
    ("REFERAT FRA NORDBY KOMMUNES HANDICAPRÅD\n19. april 2005", "Handicaprådet", "2005-04-19", "Nordby Kommune", "minutes"),
    ("Nordby Kommunes Ungeråd\nReferat af mødet den 19. april 2005", "Ungerådet", "2005-04-19", "Nordby Kommune", "minutes"),
    ("Nordby Integrationsråd\nReferat af mødet den 19. april 2005", "Nordby Integrationsråd", "2005-04-19", "Nordby Kommune", "minutes"),
    ("Nordby Skole: Skolebestyrelsen\nMødet blev holdt onsdag d. 10. juni 2020, kl. 18.30", "Skolebestyrelsen", "2020-06-10", None, None),
    ("Referat af konstituerende møde i byrådet for Nordby Kommune\nAfholdt mandag den 7. december 2009", "Byrådet", "2009-12-07",
     "Nordby Kommune", "minutes"),
    ("Havnebestyrelsen: Nordby Havn\nReferat af mødet den 10. juni 2020", "Havnebestyrelsen", "2020-06-10", None, "minutes"),
]


@pytest.mark.parametrize(("head", "body", "day", "municipality", "kind"), HEADS, ids=[h[0][:40] for h in HEADS])
def test_heads(head, body, day, municipality, kind):
    flow = flow_of(head + ITEMS)
    found = parse(flow, PAPER)
    assert (found.body, found.meeting_date and found.meeting_date.isoformat(), found.municipality) == (body, day, municipality)
    assert kind in (None, found.kind)


SECTIONS = [
    # a heading or the first line of a decision                          whose, when
    ("Kulturudvalgets indstilling den 4. maj 2009: Anbefales.", "Kulturudvalget", "2009-05-04"),
    ("Kulturudvalget, 04.05.2009 Bo Ravn var fraværende. Anbefales.", "Kulturudvalget", "2009-05-04"),
    ("Beslutning Udvalg for Miljø, Teknik og overordnet Planlægning, 04-05-2009 Anbefales.",
     "Udvalg for Miljø, Teknik og overordnet Planlægning", "2009-05-04"),
    ("Byrådet den 18. maj 2009 Udsat.", "Byrådet", "2009-05-18"),
    ("indstilling fra miljØ- og planudvalget, 4. maj 2009\nAnbefales.", "Miljø- og planudvalget", "2009-05-04"),
    ("Indstilling fra teknisk udvalg den 4. maj 2009\nAnbefales.", "Teknisk udvalg", "2009-05-04"),
    ("Vesterby Lokaludvalgs beslutning i ordinært møde den 4. maj 2009:\nUdsat.", "Lokaludvalget", "2009-05-04"),
    ("Beslutning fra Nordby Byråd\nGodkendt.", "Byrådet", "2009-05-18"),
    ("Udvalget for nære tilbud den 4. maj 2009:\nAnbefales.", "Udvalget for nære tilbud", "2009-05-04"),
    ("Byrådets beslutning: Udsat til mødet den 8. juni 2009.", "Byrådet", "2009-05-18"),
]


@pytest.mark.parametrize(("heading", "body", "day"), SECTIONS, ids=[s[0][:30] for s in SECTIONS])
def test_whose_decision_and_when(heading, body, day):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 18. maj 2009\n7. Ny hal\nSagsfremstilling\nHallen er gammel.\n{heading}\n8. Budget")
    decision = decide(flow, parse(flow, PAPER)).decisions[0]
    assert (decision.body, decision.date.isoformat()) == (body, day)


NO_MEETING_DAY = [
    "Referat\nByrådet\nLæs side 18/9-140.",
    "Referat\nByrådet\nUdskrevet den 9. maj 2022",
    "Referat\nByrådet\nSagsnr. 22/4-2022\nNæste møde aftales.",
    "Referat af møde i Byrådet\nDet foregående møde er omtalt i punkt 1.",
    "Referat\nByrådet\nMødedato: 31. september 2022",
    "Referat\nByrådet\nNæste møde tirsdag, den 18. sept. 2001",
    "Referat\nByrådet\nNæste møde:\nTirsdag den 18. september 2001 kl. 17.00",
    "Referat\nByrådet\nSagsnr. 2022-13-04",
]


@pytest.mark.parametrize("head", NO_MEETING_DAY)
def test_a_head_without_the_day_of_the_meeting(head):
    assert parse(flow_of(head + ITEMS), PAPER).meeting_date is None


PAPERS = [
    # a paper without items                                        body, day of the meeting
    ("Budgetoplæg 2019-2022\nDirektionens oplæg til Økonomiudvalgets møde tirsdag den 4. september 2018.\nIndstilling\n"
     "Direktionen indstiller, at oplægget sendes i høring.", "Økonomiudvalget", "2018-09-04"),
    ("Udviklingsplan\nSagsnummer: 19/3320. Behandles i: Plan- og Boligudvalget den 6. maj 2019, Byrådet den 28. maj 2019.\nIndstilling\n"
     "Direktionen indstiller, at planen godkendes.", "Plan- og Boligudvalget", "2019-05-06"),
    ("Budgetopfølgning\nTil Økonomiudvalget tirsdag den 20. juni 2023 og Byrådet tirsdag den 27. juni 2023\nDer ventes et merforbrug.",
     "Økonomiudvalget", "2023-06-20"),
    ("Budget 2018 – 2. behandling\nSagen afgøres i: Byrådet · Økonomiudvalget 2. oktober 2017 · Byrådet 11. oktober 2017\nRESUMÉ\nKort.\n"
     "BESLUTNING I ØKONOMIUDVALGET DEN 2. OKTOBER 2017\nAnbefales.", "Økonomiudvalget", "2017-10-02"),
    ("Bo godt\nUdtalelse til Nordby Kommunes boligpolitik fra Beboerrådet, vedtaget torsdag den 5. november 2015\nVi er enige.",
     "Beboerrådet", "2015-11-05"),
    ("Boligforeningen Skoven: Udtalelse om udlejning\nVedtaget den 13. februar 2025\nVi støtter aftalen.",
     "Boligforeningen Skoven", "2025-02-13"),
    ("Nordby Kommune\nSocialudvalget\nTorvet 2\nHøringssvar fra Udsatterådet: Boligpolitik\nVi takker.", "Udsatterådet", None),
    ("Til Økonomiudvalget, tirsdag den 20. juni 2023\nFra Direktionen\nIndstilling\nDirektionen indstiller, at planen vedtages.",
     "Økonomiudvalget", "2023-06-20"),
    ("Skolebestyrelsen ved Nordby Skole\nSkolevej 2\nTil Nordby Kommune\nBørneudvalget\nNordby, den 18. marts 2010\nHøringssvar om skoler\n"
     "Bestyrelsen har på sit møde tirsdag den 16. marts 2010 behandlet forslaget.", "Skolebestyrelsen ved Nordby Skole", "2010-03-16"),
    ("Høringssvar om skoler\nVi har på vores møde den 16. marts 2010 fået at vide, at skolen lukker.", None, None),
    ("Blandede boliger\nUdtalelse til Nordby Kommune fra Nordby Boligforum, vedtaget på forummets møde torsdag den 12. december 2024\n"
     "Vi er enige.",
     "Nordby Boligforum", "2024-12-12"),
    ("Budgetopfølgning\nSag til Økonomiudvalget onsdag den 20. september 2023 og Byrådet onsdag den 27. september 2023\n"
     "Der ventes merforbrug.",
     "Økonomiudvalget", "2023-09-20"),
    ("Nordby Kommune\nTil behandling i Teknik- og Miljøudvalget tirsdag den 6. februar 2024 og Byrådet den 27. februar 2024.\n"
     "Indstilling\nForvaltningen indstiller, at planen godkendes.", "Teknik- og Miljøudvalget", "2024-02-06"),
    ("Indstilling\nTil Nordby Byråd\nMødet den 22. marts 2021\nDato: 26. februar 2021\nBeslutningspunkter\nDet indstilles,\nAt scenen "
     "renoveres.", "Byrådet", "2021-03-22"),
    ("Forslag til aftale\n25-09-2017\nResultatet lægges frem for Boligudvalget den 10. oktober 2017.\nIndstilling\n"
     "Direktionen indstiller, at aftalen godkendes.", "Boligudvalget", "2017-10-10"),
    ("Til naboerne i Havby Kommune\nAtt. Byrådet\nBemærkninger til jeres forslag\nPlanudvalget i Nordby Kommune har på sit møde den 10. "
     "april 2018 vedtaget disse bemærkninger.", "Planudvalget", "2018-04-10"),
    ("Udtalelse fra Skolebestyrelsen\nSkolebestyrelsen har på et ekstra møde mandag den 11. april 2011 vedtaget følgende udtalelse.",
     "Skolebestyrelsen", "2011-04-11"),
    ("Til Boligudvalget\nForslag til aftale\nSvarene forelægges Byrådet den 10. oktober 2017.\nIndstilling\n"
     "Direktionen indstiller, at aftalen godkendes.", "Boligudvalget", None),
    ("Nyt torv\nIndstilling til Plan- og Boligudvalget mandag den 6. maj 2019 og Byrådet den 28. maj 2019\nIndstilling\n"
     "Direktionen indstiller, at torvet bygges.", "Plan- og Boligudvalget", "2019-05-06"),
    ("Budget 2010\nForvaltningens bidrag til Økonomiudvalgets 1. behandling tirsdag den 1. september 2009.\nIndstilling\n"
     "Direktionen indstiller, at bidraget sendes videre.", "Økonomiudvalget", "2009-09-01"),
    ("Handicaprådet\nTil Byrådet\nHøringssvar om budget\nHandicaprådet har behandlet budgettet på sit møde den 12. september 2017.",
     "Handicaprådet", "2017-09-12"),
    ("Handicaprådet\nTil Byrådet\nHøringssvar om budget\nSocialudvalget har behandlet budgettet på sit møde den 12. september 2017.",
     "Handicaprådet", None),
    ("Høringssvar fra Boligforeningen Skoven om udlejning\nPlanen blev vedtaget den 3. maj 2012.", "Boligforeningen Skoven", None),
    ("Til Byrådet i Nordby Kommune\nFra Seniorrådet\nBudgettet\nVi takker for materialet.\nHøringssvar", "Seniorrådet", None),
    ("Til Byrådet\nSeniorrådets høringssvar til budgettet\nVi takker for materialet.", "Seniorrådet", None),
]


@pytest.mark.parametrize(("text", "body", "day"), PAPERS, ids=[p[0][:30] for p in PAPERS])
def test_papers_without_items(text, body, day):
    found = parse(flow_of(text), PAPER)
    assert (found.body, found.meeting_date and found.meeting_date.isoformat()) == (body, day)


def test_the_title_that_a_file_carries_names_the_municipality_where_the_text_does_not():
    text = "Beslutningsprotokol\nBorgerrepræsentationen\nMøde den 3. maj 2007" + ITEMS
    assert parse(flow_of(text), replace(PAPER, title="Protokol, Nordby Borgerrepræsentation")).municipality == "Nordby Kommune"


NOTES = [
    "Notat\nTil: Boligudvalget\nDato: 11. marts 2014\nUdvalget bad på mødet tirsdag den 4. februar 2014 om en gennemgang af reglerne.",
    "Nordby Kommune\nNotat\nTil Boligudvalget\nFristen for spørgsmål til Byrådet er onsdag den 25. marts 2020.",
    "Nordby Kommune\nKære formand\nDette svar sendes også til Byrådet til mødet onsdag den 25. marts 2020.",
]


@pytest.mark.parametrize("text", NOTES)
def test_a_meeting_that_a_note_tells_of_is_not_its_own(text):
    assert parse(flow_of(text), PAPER).meeting_date is None


LETTERS = [
    ("Nordby Kommune\nBorgmesterkontoret\n10. april 2018\nSvar på spørgsmål fra byrådsmedlem Ida Holm (Ø) om havnen\n"
     "Spørgsmål 1: Hvad koster den?\nSvar: Den koster 3 mio. kr.", "statement", "Nordby Kommune"),
    ("Til Miljøministeriet\nHøringssvar om vandløb\nKommunalbestyrelsen i Nordby Kommune takker for udkastet.\nBorgmesteren\n"
     "Nordby Kommune Torvet 4 7999 Nordby Dato 12. marts 2019", "statement", "Nordby Kommune"),
    ("Boligselskabet Havnen\nFredag den 10. december 2021\nSvar på jeres brev om listerne\nKære Ida Holm\nTak for jeres brev.\n"
     "Nordby Kommune Torvet 4 7999 Nordby", "other", "Nordby Kommune"),
    ("Besvarelse af § 12-spørgsmål fra Bo Ravn (V)\nSvaret er ja.", "statement", None),
]


@pytest.mark.parametrize(("text", "kind", "municipality"), LETTERS, ids=[x[0][:30] for x in LETTERS])
def test_letters(text, kind, municipality):
    found = parse(flow_of(text), PAPER)
    assert (found.kind, found.municipality) == (kind, municipality)


CHAPTERS = ("Kompetence: Byrådet Behandles: ØU 18/9 {point}\n9. Ny aftale om udlejning (B)\n1. Beslutningstema\nByrådet skal tage stilling."
            "\n# 2. Aftalens indhold\nDen gælder fire år.\n3. Indstilling\nForvaltningen indstiller, at aftalen godkendes.\n4. Bilag\n"
            "1. Aftale\n2. Høringssvar")


def test_a_letter_spaced_note_with_a_numbered_list_is_no_minutes():
    text = "N O T A T\nNordby Kommune\nDato: 4. december 2014\nListen\nTallene blev dengang gjort op over fire år.\nKriterierne\n"
    found = parse(flow_of(text + "5. Indkomsten er for lav i\nregionen\nUdvalget besluttede, orienterede og mener intet."), PAPER)
    assert (found.kind, found.items) == ("other", [])


def test_a_case_paper_with_numbered_chapters():
    found = parse(flow_of(CHAPTERS.format(point="Punkt 9 (B)")), PAPER)
    assert (found.kind, [(i.number, i.title) for i in found.items]) == ("proposal", [("9", "Ny aftale om udlejning (B)")])
    roles = ["header", "", "summary", "", "recommendation", "annex"]
    assert [s.role for s in found.sections] == roles


def test_chapters_of_a_paper_whose_head_gives_it_no_number():
    assert not parse(flow_of(CHAPTERS.format(point="Åben")), PAPER).items


def test_a_report_on_wide_pages_is_no_slides():
    told = "Udgifterne til drift ventes at blive højere end ventet, fordi der er kommet flere børn i skolerne. " * 4
    shown = ["Boligerne om fem år", "Nordby Kommune", "Det går fremad", "Tak for i dag"]
    for texts, kind in ((shown, "slides"), ([*shown[:3], told], "other")):
        written = flow_of("\n".join(texts))
        written.pages = [replace(written.pages[0], width_pt=842, height_pt=595)] * 2
        assert parse(written, PAPER).kind == kind


def test_the_council_with_its_place_before_its_day_is_the_one_of_the_head():
    text = "Referat\nNordby Ældreråd\n4. maj 2022\n2. Busser\nNordbys Ældreråd, den 4. maj 2022:\nGodkendt.\n3. Eventuelt\nIntet."
    flow = flow_of(text)
    decision = decide(flow, parse(flow, PAPER)).decisions[0]
    assert (decision.body, decision.outcome, "earlier_body" in decision.flags) == ("Nordby Ældreråd", "adopted", False)


PLACES = [
    # the lines of the head                                             where, when
    ("4. maj 2022 kl. 17.00 i byrådssalen", "byrådssalen", "17:00"),
    ("4. maj 2022 kl. 15.30 i byrådssalen. Mødet hævet kl. 18.10.", "byrådssalen", "15:30"),
    ("4. maj 2022 kl. 17.00\nMødelokale Vandværket, Torvet 2", "Vandværket, Torvet 2", "17:00"),
    ("4. maj 2022 kl. 9-11\ni Tapperiet, Strandvej 1", "Tapperiet, Strandvej 1", "09:00"),
    ("04-05-2022 kl. 19:00 Skype", "Skype", "19:00"),
    ("Onsdag den 4. maj 2022 kl. 08:15 afholdt Havneudvalget møde i udvalgsværelse 1.", "udvalgsværelse 1", "08:15"),
    ("Den 04.05.2022 kl. 13:00 i Tapperiet, Sdr. Strandvej 1", "Tapperiet, Sdr. Strandvej 1", "13:00"),
    ("4. maj 2022\nKl: 14.15 - 15.15\nMødelokale A, Torvet 2", "Mødelokale A, Torvet 2", "14:15"),
    ("4. maj 2022\nNæste møde: mandag den 9. maj 2022 kl. 18.30", None, None),
    ("4. maj 2022\nMødested: Kulturhuset, Torvet 2, 9999 Nordby Dagsordenspunkter", "Kulturhuset, Torvet 2, 9999 Nordby", None),
    ("4. maj 2022\nTirsdag d. 4. maj kl 19.00 i Sognehuset\nOrienteringsmøde kl. 19.30", "Sognehuset", "19:00"),
    ("4. maj 2022\nMødet begyndte kl. 17 og sluttede kl. 19.", None, "17:00"),
    ("4. maj 2022\nIda Holm mødte kl. 08.25 (punkt 3)\nBo Ravn forlod mødet kl. 10.", None, None),
    ("4. maj 2022\nSluttidspunkt: Kl. 19.00\nMødet blev hævet kl. 19.05.\nReferatet er udsendt kl. 20.00", None, None),
    ("4. maj 2022\nKl. 16.00 i Borgmesterens kontor", "Borgmesterens kontor", "16:00"),
    ("Sted: Kanalvej 2, mødelokale 0.21\n4. maj 2022 kl. 9.00", "Kanalvej 2, mødelokale 0.21", "09:00"),
    ("4. maj 2022 kl. 17.00\nTil stede: Ida Holm", None, "17:00"),
    ("4. maj 2022 kl. 17.00\nIda Holm bød velkommen.", None, "17:00"),
    ("Lokation:\nDagsorden publiceret:\n4. maj 2022 kl. 17.00", None, "17:00"),
]


@pytest.mark.parametrize(("lines", "place", "time"), PLACES, ids=[p[0][:40] for p in PLACES])
def test_where_and_when(lines, place, time):
    found = parse(flow_of(f"Referat\nByrådet\n{lines}{ITEMS}"), PAPER)
    assert (found.place, found.meeting_time) == (place, time)


def test_earlier_bodies_alone_do_not_tell_whose_meeting_it_is():
    text = ("Referat\n301. Ny hal\nBørn og Skole, 6. januar 2020, pkt. 12:\nAnbefales.\n"
            "Plan og Miljø, 7. januar 2020, pkt. 9:\nAnbefales.\n302. Budget")
    assert parse(flow_of(text), PAPER).body is None


def test_numbered_chapters_of_a_proposal_are_no_agenda():
    flow = flow_of(
        "Forslag til omdannelse af afdeling 4\nTil Byrådets møde mandag den 26. oktober 2020\n1. Forslaget kort\nHusene er fra 1970.\n"
        "2. Indstilling\nDet indstilles, at Byrådet godkender planen.\n3. Baggrund\nOmrådet er udsat.\n4. Økonomi\nDet koster 2 mio. kr.\n"
        "5. Tidsplan\nPlanen behandles den 26. oktober 2020."
    )
    found = parse(flow, PAPER)
    assert (found.kind, found.items) == ("proposal", [])


def test_items_below_heads_of_their_own():
    """The papers of one system print body, number, case and day above every title."""
    head = (
        "Økonomiudvalget Punkt: {n}\nAcadre sagsnr.: 09/{n}8 Journalnr.: 00.01.00 Sagsforløb: ØU - Åben sag\n"
        "Mødedato: 07.10.2009 Nordby Kommune\n"
    )
    text = "Økonomiudvalget\nReferat fra onsdag den 7. oktober 2009\n"
    for n, title in ((71, "Meddelelser"), (72, "Ny hal i Vig")):
        text += head.format(n=n) + f"{title}\nBeslutning Økonomiudvalget den 07.10.2009\nGodkendt.\n"
    found = parse(flow_of(text), PAPER)
    items = [(i.number, i.title, i.case_numbers) for i in found.items]
    assert items == [("71", "Meddelelser", ("09/718",)), ("72", "Ny hal i Vig", ("09/728",))]


def test_numbered_headings_of_a_letter_are_no_agenda():
    text = (
        "Skoven Boligforening\nNordby, den 23. maj 2019\nKære Ida Holm\nTak for mødet.\n1. Områdets status\nOmrådet er udsat.\n"
        "2. Udlejning\nVi vedtog en ny aftale i april.\n3. Renovering\nDen koster 2 mio. kr.\nMed venlig hilsen\nBo Lund"
    )
    found = parse(flow_of(text), PAPER)
    assert found.items == [] and found.kind not in ("minutes", "agenda")


def test_a_paper_has_the_day_of_the_first_body_that_it_is_put_before():
    flow = flow_of("Budgetopfølgning\nForelægges Økonomiudvalget tirsdag den 3. maj 2016.\nDet går godt.")
    found = parse(flow, PAPER)
    assert (found.body, found.meeting_date) == ("Økonomiudvalget", date(2016, 5, 3))


def test_a_heading_that_is_wrapped_before_its_day_keeps_it(tmp_path):
    """In two columns "Beslutning i Teknisk Udvalg den" stands above "05-06-2018": the decision is not of the council's day."""
    head = paragraph(60, 60, ["Referat", "Byrådet", "Mødedato: 18. juni 2018"], step=30)
    item = paragraph(60, 180, ["7. Ny hal"]) + paragraph(60, 220, ["Beslutning i Teknisk Udvalg den", "05-06-2018"])
    item += paragraph(60, 260, ["Anbefales."]) + paragraph(60, 300, ["8. Budget"]) + paragraph(60, 400, ["Vi ses til næste møde."] * 4)
    laid = flow(read(write(tmp_path / "a.pdf", head + item)))
    assert [d.date for d in decide(laid, parse(laid, PAPER)).decisions][:1] == [date(2018, 6, 5)]


ROOMS = [
    ("Referat\nfra mødet i\nKulturudvalget\nTorsdag den 14. juni 2018 kl. 15:00\nMødelokale 3", "Mødelokale 3"),
    ("Byrådet\nMøde den: 14. juni 2018 kl. 17:00 i byrådssalen Referat", "byrådssalen"),
    ("Referat\nMødedato: 14.06.2018, kl. 17:30\nMødested: Rådhuset, 2. sal Borgerrepræsentationen", "Rådhuset, 2. sal"),
    ("Byrådet\nReferat 14. juni 2018\nMødested: Skolens festsal", "Skolens festsal"),
]


@pytest.mark.parametrize(("head", "room"), ROOMS)
def test_the_room_is_all_of_its_name_and_no_more(head, room):
    flow = flow_of(head + "\n1. Salg af grund\nBeslutning\nGodkendt.\n2. Havn\nBeslutning\nUdsat.")
    assert parse(flow, PAPER).place == room

"""Every format of votes: numbers with their sides, lists by party and by name, groups that split."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.decisions import decide, votes
from extractors.decisions.tallies import number
from extractors.structure import parse
from tests.test_structure import PAPER
from tests.written_flow import flow_of


def polls(text: str) -> list[votes.Poll]:
    return votes.read(flow_of(text), 0, len(text))


NUMBERS = [
    ("Godkendt, idet Ida Holm (V) stemte imod.", None, 1, None),
    ("Mødet godkendte planen mod 2 stemmer.", None, 2, None),
    ("Forsamlingen vedtog planen mod 2 stemmer.", None, 2, None),
    ("Ida Holm, Bo Ravn, Per Dal og Eva Lund anbefaler. Kim Dal og Ane Bro anbefaler ikke.", 4, 2, None),
    ("Et flertal godkendte fordelingen. Mindretallet, der bestod af 4 medlemmer (C), ville have ventet.", None, 4, None),
    ("Nævnet fastholder afslaget med stemmerne 7-1.", 7, 1, None),
    ("Anbefales af fire medlemmer; Ida Holm (V) imod.", 4, 1, None),
    ("Et flertal (Ida Holm, Bo Ravn og Per Dal) anbefaler den, mens et mindretal (Eva Lund og Kim Dal) ikke kan anbefale.", 3, 2, None),
    ("a) Godkendt, idet Ida Holm stemte imod.\nb) Godkendt.\nc) Udsat.", None, 1, None),
    ("Fire medlemmer (F, A og Å) anbefaler indstillingen, tre medlemmer (V og O) gør det ikke.", 4, 3, None),
    ("To medlemmer støttede forslaget, men det gjorde de tre andre ikke.", 2, None, None),
    ("Ida Holm, Bo Ravn og Per Dal indstiller til godkendelse. Eva Lund og Kim Dal indstiller, at taksten er uændret.", 3, None, None),
    ("Tilsagnet blev givet. For (4): Bakdal, Sigsgård, Lykke og Tovgård. Imod (2): Bech og Nim. Undlod (1): Hove.", 4, 2, 1),
    ("Vedtaget at sende forslaget i høring. Bo Ravn og Ida Holm stemte imod, idet de finder det for dyrt.", None, 2, None),
    ("Godkendt af et flertal (3 mod 2).", 3, 2, None),
    ("Nej til skiltene, 4 mod 2.", 2, 4, None),
    ("Godkendt. For stemte: 5 medlemmer af V, 2 medlemmer af F og A. Imod stemte: 3 medlemmer af B.", None, 3, None),
    ("Godkendt. For stemte: 5 medlemmer af V og 2 medlemmer af F. Imod stemte: 3 medlemmer af B og 1 fra C.", 7, 4, None),
    ("Stemmerne stod lige (12-12), og forslaget bortfaldt.", 12, 12, None),
    ("Udkast A (uden telefon) fik 5 stemmer, udkast B (med telefon) fik 3.", 5, 3, None),
    ("Model C, 2 stemmer (Bech og Rask); model A, 3 stemmer (Toft, Holm og Steen).", 3, 2, None),
    ("Udvalget var delt, således at to (A) ville lukke straks og to (V og K) ville afvente svaret.", 2, 2, None),
    ("Vedtaget med 14 stemmer. O (3) var imod.", 14, 3, None),
    ("Et flertal (HE, KP, VT, AM og EH) vedtog svaret. OJ og BS stemte imod.", 5, 2, None),
    ("For stemte: 15 (A 13 + O (Ida Holm og Bo Ravn) 2) Imod stemte: 13 (V 8, C 5) Per Dal (V) undlod at stemme.", 15, 13, 1),
    ("Et flertal (Ida Holm , Bo Ravn og Per Dal) stemte for forslaget. Et mindretal (Eva Lund og Kim Dal) stemte imod.", 3, 2, None),
    ("Godkendt med 8 stemmer mod 3, idet Ida Holm ikke deltog på grund af inhabilitet.", 8, 3, None),
    ("Ida Holm erklærede sig inhabil og forlod lokalet. For stemte 8, imod stemte 3.", 8, 3, None),
    ("Ida Holm oplyste, at hun var inhabil, og forslaget blev vedtaget med 8 stemmer mod 3.", 8, 3, None),
    ("Ida Holm blev erklæret inhabil. Planen blev vedtaget med 8 stemmer mod 3.", 8, 3, None),
    # as printed                                                                              for  against  abstained
    ("Indstillingen blev godkendt med 37 stemmer imod 6. 8 undlod at stemme.", 37, 6, 8),
    ("Medlemsforslaget blev tiltrådt med 34 stemmer imod 15.", 34, 15, None),
    ("Indstillingen blev godkendt med 42 stemmer mod 4. 8 medlemmer undlod at stemme.", 42, 4, 8),
    ("Godkendt med 43 stemmer imod 7. Ingen medlemmer undlod at stemme.", 43, 7, 0),
    ("Forslaget blev forkastet med 24 stemmer imod 23.", 23, 24, None),
    ("Forslaget blev forkastet med 31 stemmer imod 9. 7 undlod.", 9, 31, 7),
    ("Forslaget blev ikke vedtaget med 1 stemme mod 8. 1 undlod at stemme.", 1, 8, 1),
    ("Forslaget blev forkastet med 8 stemmer for og 11 imod.", 8, 11, None),
    ("Forslaget fik 14 stemmer for og 11 imod og er vedtaget.", 14, 11, None),
    ("For stemte 6 (Ø, F og B), imod 19. Forkastet.", 6, 19, None),
    ("For stemte 13 (A, B, F, Ø), imod 11 (V, C og O). Vedtaget.", 13, 11, None),
    ("For stemte tre (A og Ø), imod stemte tre (V og C). Bortfaldet.", 3, 3, None),
    ("For stemte 6 (Ø, F og B). Der er 19 for børn.", 6, None, None),
    ("For stemte 16, imod stemte 8 (F, C og Ø), og 1 undlod (B). Godkendt.", 16, 8, 1),
    ("Ændringsforslaget blev vedtaget med 8 stemmer imod 11.", 8, 11, None),
    ("Anbefales med 3 stemmer for (A ) og 1 imod (C).", 3, 1, None),
    ("Oversendt til budgettet. Imod stemte O (2), mens de øvrige 17 medlemmer stemte for.", 17, 2, None),
    ("Imod stemte O (2) og F (1); resten, 16 medlemmer, stemte for.", 16, 3, None),
    ("For stemte A (7) og B (5), imod O (3) og Ida Holm (F).", 12, 4, None),
    ("For stemte A (7) og B (5), mens F (2) undlod at stemme og O (3) stemte imod.", 12, 3, 2),
    ("Anbefales med 3 stemmer for (A) og 1 stemme imod (C). C stemmer imod, idet prisen er for høj.", 3, 1, None),
    ("Indstillingen blev godkendt med 17 stemmer for og 5 imod. 1 undlod at stemme.", 17, 5, 1),
    ("Godkendt med 20 stemmer for. 3 medlemmer (O) undlod at stemme.", 20, None, 3),
    ("Godkendt med 5 stemmer. Ida Holm undlod at stemme.", 5, None, 1),
    ("Vedtaget med 10 stemmer. Ida Holm og Bo Ravn stemte imod, da de ønsker hallen bevaret.", 10, 2, None),
    ("Vedtaget med 10 stemmer, idet Ida Holm (A), Bo Ravn (V) og Per Erik Toft (F) stemte imod.", 10, 3, None),
    ("Anbefales med 5 stemmer. Ida Holm og Bo Ravn stemmer imod, mens Jens Toft undlader at stemme.", 5, 2, 1),
    ("Vi besluttede at godkende planen. Ida Holm stemte imod, og Bo Ravn undlod at stemme. De øvrige tre stemte for.", 3, 1, 1),
    ("Så stemte vi om B: 5 for, 2 imod (Ida og Bo), og Eva stemte ikke.", 5, 2, 1),
    ("Vedtaget. Imod stemte Ida Holm og Bo Ravn. Eva Lund stemte hverken for eller imod. De øvrige 15 stemte for.", 15, 2, 1),
    ("Godkendt med 12 stemmer. Formanden undlod at stemme.", 12, None, 1),
    ("Godkendt med 12 stemmer. Enhedslisten undlod at stemme.", 12, None, None),
    ("Godkendt med 12 stemmer. Flertallet stemte imod i udvalget.", 12, None, None),
    ("Godkendt med 12 stemmer. Borgerne stemte imod ved afstemningen i maj.", 12, None, None),
    ("Godkendt med 12 stemmer. Ida Holm og Bo Ravn undlod at stemme.", 12, None, 2),
    ("Godkendt med 12 stemmer. Ida Holm og Bo Ravn stemmer for at udvide støtten næste år.", 12, None, None),
    ("Godkendt med 12 stemmer. Dansk Folkeparti og Liberal Alliance stemte imod.", 12, None, None),
    ("For: 20 (Ida Holm (A), Bo Ravn (A)) Imod: 6 (Jens Toft (B))", 20, 6, None),
    ("For stemte: A (9), Ida Krogh (B), C (10) og V (10), i alt 30. Imod stemte: B (4) og Ø (6), i alt 10. Undlod at stemme: 0. I alt "
     "40.", 30, 10, 0),
    ("For: 3 (Ida Holm (A), Per\nToft Ravn (A), Bo Dam (V))\nImod: 1 (Jens Toft (B))\nListe B stemte imod (som sidst.", 3, 1, None),
    ("For behandling: 4, imod behandling: 3 (A, F og Ø).", 4, 3, None),
    ("5 medlemmer (A+V+C) anbefaler forslaget. 2 medlemmer (N+Ø) tager forbehold.", 5, None, None),
    ("For flertalsindstillingen fra ØK stemte 11 (Venstre og Konservative). Imod stemte 8 (Socialdemokratiet). Undlod at stemme 5 "
     "(Oplandslisten). Godkendt.", 11, 8, 5),
    ("Inge blev valgt med fire stemmer mod to.", 4, 2, None),
    ("Vedtaget 33-9.", 33, 9, None),
    ("For: 16 (A, B, F, Ø). Imod: 8 (V, C). Undlader: 1 (O).", 16, 8, 1),
    ("Afstemning: Ja 15, nej 9, hverken for eller imod 1.", 15, 9, 1),
    ("Vedtaget med stemmerne fra A (9), F (3) og B (2), i alt 14. Imod stemte V (8) og C (3), i alt 11.", 14, 11, None),
    ("Forkastet med stemmerne fra V (8) og C (3).", None, 11, None),
    ("For: A, F, B, Ø (15 stemmer). Imod: V, C (10 stemmer).", 15, 10, None),
    ("For: A (8 stemmer), V (4 stemmer). Imod: C (2 stemmer).", 12, 2, None),
    ("A, B, F og Ø (i alt 15) stemte for. V, C og O (i alt 10) stemte imod.", 15, 10, None),
    ("Socialdemokratiet (9) og SF (3) stemte for. Venstre (8) stemte imod. Radikale (1) undlod at stemme.", 12, 8, 1),
    ("Godkendt med 3 stemmer mod 2. Gerner Holt (O) stemte imod, idet han savner støtte.", 3, 2, None),
    ("Anbefales med stemmerne 5-2 (A imod).", 5, 2, None),
    ("A, V, C og B (12) stemmer for. F og O (3) stemmer imod. Ø (2) undlader.", 12, 3, 2),
    ("4 medlemmer (A, F og B) anbefaler indstillingen. 3 medlemmer (V og C) kan ikke anbefale den.", 4, 3, None),
    ("Anbefales med 4 stemmer mod 1. Imod stemte Ida Holm (F), som ønskede bolværket udskudt.", 4, 1, None),
    ("Godkendt med 5 stemmer mod 2. Bo Ravn stemte imod, fordi han hellere ville have sagen afvist.", 5, 2, None),
    ("16 medlemmer stemte for forslaget om skolen: V (6), B (4) og Ø (6). 4 stemte imod: A (4).", 16, 4, None),
    ("Forslaget blev oversendt. Imod stemte Ø (1), mens de øvrige 19 medlemmer stemte for.", 19, 1, None),
    # names in brackets between number and side, or after the side
    ("Godkendt med 9 stemmer (A, F, V og B) mod 4 (C og O).", 9, 4, None),
    ("Vedtaget med 4 stemmer (A og C) mod 3 stemmer (V og Ø).", 4, 3, None),
    ("Tiltrådt med 5 stemmer (Ida Holm (A), Bo Ravn (V), A, C og F) imod 2 stemmer (Ø).", 5, 2, None),
    ("Forslaget faldt med 14 stemmer imod (C) og 12 stemmer for (A, B og Å), mens 3 undlod (V og F).", 12, 14, 3),
    ("Indstillingen blev forkastet med 6 (V og C) mod 5 (A).", 5, 6, None),
    ("For stemte 61 (S, V og Jon Skov (UFG)), imod stemte 43 (SF og Lars Vang (UFG)), hverken for eller imod stemte 4 (EL).", 61, 43, 4),
    ("5 medlemmer (A, B og F) stemte for, 2 medlemmer (V) stemte imod, og 1 medlem (O) undlod at stemme.", 5, 2, 1),
    ("Et flertal på 4 (A, F og V) anbefaler, at planen godkendes.", 4, None, None),
    # lists below a head that says what the vote is on
    ("For at punkt 4 tages af dagsordenen stemmer:\nEgon Overby, Hanne Holt og Palle Nord.\nImod at punkt 4 tages af dagsordenen stemmer:\n"
     "Carla Lind og Kurt Kær.\nForslaget er vedtaget.", 3, 2, None),
    # the number of all in brackets after the last person
    ("For stemte Susanne Krogh, Ulla Birk og Villy Sand (3). Imod stemte Winnie Toft (1).", 3, 1, None),
    ("For stemte Karen Holm (A), Per Dal (V) og Lise Bruun (C) (3). Imod stemte Ahmed Yildiz (Ø) (1).", 3, 1, None),
    ("For: Karen Holm, Lise Bruun (2). Imod: Jens Kjær, Mette Lund, Ole Friis (3). Forslaget faldt.", 2, 3, None),
    ("For: Karen Holm, Lise Bruun og Borgernes Vel (4). Imod: Venstre (3).", 6, 3, None),
    ("For: A (3) og V (2). Imod: C (2).", 5, 2, None),
    # one who is told of by name before the count, and numbers in brackets after the verb
    ("Anbefales. Bo Ravn (O) stemte imod. 4 stemte for.", 4, 1, None),
    ("Indstilles godkendt. Bo Ravn (O) stemte imod, de øvrige 5 for.", 5, 1, None),
    ("Anbefales med 6 stemmer (A, V og C). O stemte imod (1).", 6, 1, None),
    ("Godkendt med 6 stemmer (A og V). O undlod at stemme (2).", 6, None, 2),
    # abstaining in other words
    ("Forslaget blev forkastet med 5 stemmer mod 3, idet 1 medlem afholdt sig fra at stemme.", 3, 5, 1),
    ("Vedtaget med 12 stemmer mod 7, idet 2 medlemmer undlod at stemme.", 12, 7, 2),
    ("Godkendt med 8 stemmer for, 2 imod og 1 blank.", 8, 2, 1),
    ("Godkendt med 8 stemmer for og 2 imod, mens 3 stemte blankt.", 8, 2, 3),
    ("21 for, 6 imod, 4 undlader. Forslaget er vedtaget.", 21, 6, 4),
    ("Vedtaget med 10 stemmer for, ingen imod, og 2 stemte hverken for eller imod.", 10, 0, 2),
    ("Godkendt med 11 stemmer. Ingen stemte imod, og 4 medlemmer afstod.", 11, 0, 4),
    ("Vedtaget med 14 stemmer imod 9. Intet medlem undlod at stemme.", 14, 9, 0),
    # number words, also at the head of the sentence
    ("Fem stemte for at bevare hallen, to stemte imod, og en undlod. Vedtaget.", 5, 2, 1),
    ("Forslaget blev vedtaget. Tre stemte imod.", None, 3, None),
    ("Seks medlemmer stemte for, fem imod. Vedtaget.", 6, 5, None),
    ("Godkendt med tretten stemmer mod otte.", 13, 8, None),
    # the side before the number
    ("For forslaget stemte 15 medlemmer. Imod forslaget stemte 10 medlemmer. Vedtaget.", 15, 10, None),
    ("Imod stemte 4 (V), for stemte 7 (A og F). Godkendt.", 7, 4, None),
    ("Afstemning: For: 13. Imod: 6. Undlod: 2. Vedtaget.", 13, 6, 2),
    ("Stemmer for: 13, stemmer imod: 6, blanke: 2. Vedtaget.", 13, 6, 2),
    ("Ja-stemmer: 40. Nej-stemmer: 22. Forslaget blev vedtaget.", 40, 22, None),
    ("Undlod at stemme 5 (O). For stemte 9 (A). Godkendt.", 9, None, 5),
    # who votes, in other words than members
    ("15 byrådsmedlemmer stemte for, 9 stemte imod. Godkendt.", 15, 9, None),
    ("7 ud af 9 medlemmer stemte for. Godkendt.", 7, None, None),
    ("31 beboere stemte ja, 12 stemte nej. Forslaget blev vedtaget.", 31, 12, None),
    ("Alle 25 medlemmer stemte for. Vedtaget.", 25, None, None),
    ("Forslaget blev vedtaget med 8 ja, 2 nej og 1 blank.", 8, 2, 1),
    ("Afdelingsmødet vedtog forslaget med 44 stemmer for og 13 stemmer imod. 3 stemmer var blanke.", 44, 13, 3),
    ("13 medlemmer stemte for. Godkendt.", 13, None, None),
    # a result without more
    ("Vedtaget (11-8).", 11, 8, None),
    ("Forslaget blev forkastet med stemmetallet 11-8.", 8, 11, None),
    ("Ved afstemningen faldt forslaget med 6 mod 9.", 6, 9, None),
    ("Stemmerne stod lige: 7 for og 7 imod. Forslaget bortfaldt.", 7, 7, None),
    ("Indstillingen godkendt med 4 mod 3.", 4, 3, None),
    ("Godkendt, 2 imod.", None, 2, None),
    # a group's number behind its letter, a number before its list, a minority's number alone
    ("Vedtaget med 19 stemmer for og 5 imod (C og D), mens Ø (3) undlod.", 19, 5, 3),
    ("Godkendt med 16 stemmer for: V (9) og A (7), og 4 imod: F (3) og T (1). O (2) undlod at stemme.", 16, 4, 2),
    ("For forslaget stemte 7: A (5) og F (2). Imod stemte 7: V (6) og Ove Lind (C). Forslaget bortfaldt.", 7, 7, None),
    ("Udvalgets indstilling blev vedtaget mod 3 stemmer (O og C).", None, 3, None),
    ("For stemte A (9) og V (8), i alt 17. Imod stemte O (4), i alt 4. Hverken for eller imod: C (1). Godkendt.", 17, 4, 1),
    ("5 medlemmer kunne støtte forslaget, 3 kunne ikke.", 5, 3, None),
    ("5 medlemmer kunne støtte forslaget, 3 kunne ikke, og Ida Holm ønskede ikke at tage stilling.", 5, 3, 1),
    ("Kan ikke anbefales. 1 stemte for (Æ), 4 imod (A), mens Ida Holm (F) undlod at stemme.", 1, 4, 1),
    ("Et flertal, 4 medlemmer, anbefaler planen. Et mindretal, Bo Ravn, kan ikke anbefale den.", 4, 1, None),
    ("Et flertal (Ida Holm, Bo Ravn og Jens Toft) stemte for planen. Et mindretal (Per Dal) stemte imod. Eva Lund undlod.", 3, 1, 1),
    ("Et flertal bestående af V, C og A (6) anbefaler salget. O (1) kan ikke anbefale salget, da prisen er lav.", 6, 1, None),
    ("V+C+O (5) anbefaler, at planen godkendes. A+Ø (4) kan ikke anbefale planen.", 5, 4, None),
    ("6 medlemmer (V+C) anbefaler planen. 1 medlem (O) stemmer imod, da han ikke kan gå ind for vejen.", 6, 1, None),
    ("Indstillingen blev godkendt med\n43 stemmer imod 5.", 43, 5, None),
    ("For stemte 12 (Venstre og Konservative)\nImod stemte 8 (Enhedslisten) Undlod at stemme 4 (SF) Godkendt.", 12, 8, 4),
    ("For: A, V og C (18). Imod: Ø (3). F og Å\n(4) undlod. Godkendt.", 18, 3, 4),
    ("For stemte: A (9), F (3), Ø (3), i alt\n15. Imod stemte: V (6), C (2), i alt 8. Godkendt.", 15, 8, None),
    ("Et flertal (Ida Holm, Bo Ravn og Jens\nToft) stemte for planen.\nEt mindretal (Per Dal) stemte imod.", 3, 1, None),
    ("For stemte Ø (2), imod stemte øvrige (29). Ikke godkendt.", 2, 29, None),
    ("Imod indstillingen stemte Ø og Å, i alt 4. For indstillingen stemte de øvrige 21. Godkendt.", 21, 4, None),
    ("De 13 medlemmer af A og Ø stemte for, de 12 medlemmer af V og C stemte imod. Vedtaget.", 13, 12, None),
    ("Indstillingen opnåede 13 stemmer og er dermed vedtaget. 12 stemte imod.", 13, 12, None),
    ("13 medlemmer tilkendegav at være for, 12 imod. Vedtaget.", 13, 12, None),
    ("For hjemvisning stemte 4, imod 21. Forslaget bortfaldt.", 4, 21, None),
    ("Indstilles godkendt. A (2) kan ikke tiltræde indstillingen.", None, 2, None),
    ("Udvalget besluttede med 3 stemmer mod 2 at give afslag.", 3, 2, None),
    ("For flertalsindstillingen stemmer 16 medlemmer (A og V). Imod stemmer 7 medlemmer (Ø). Godkendt.", 16, 7, None),
    ("For stemte: 14 - A (9), B (2), F (3). Imod stemte: 11 - V (8), C (3). Godkendt.", 14, 11, None),
    ("Et flertal, 3 medlemmer (V+C), indstiller salg. 2 medlemmer (A) indstiller, at huset bevares.", 3, 2, None),
    ("Mejeriet må rives ned, 12 mod 6, og 1 stemte ikke.", 12, 6, 1),
    ("Vedtaget. 14 siger ja til stien (A og V). 5 siger nej (C).", 14, 5, None),
    ("Vedtaget. 30 sedler lød på ja og 12 på nej, ingen var blanke.", 30, 12, 0),
    ("Vedtaget. 6 medlemmer støttede prisen, ét (Per Dal) støttede den ikke.", 6, 1, None),
    ("Fire af syv udvalgsmedlemmer anbefaler forslaget, tre anbefaler det ikke.", 4, 3, None),
    ("Tre i nævnet var imod og to for. Ansøgningen afslås.", 2, 3, None),
    ("Vedtaget. For var fem (Ida, Bo, Per, Ea og Jens), imod var to (Ulla og Kaj).", 5, 2, None),
    ("Udvalget tilråder planen med fem stemmer over for to.", 5, 2, None),
    ("Der afgaves 18 stemmer herfor og 9 stemmer herimod, og tilskuddet er bevilget.", 18, 9, None),
    ("Et flertal på 3 (A og F) indstiller taksten godkendt. Et mindretal på 2 (V) vil ikke hæve den.", 3, 2, None),
    ("Et flertal på 4 anbefaler planen. Ida Holm stemte imod, da hun hellere ville vente.", 4, 1, None),
    ("Der var fem stemmer for et fælles møde og tre for at mødes hver for sig.", 5, None, None),
    ("Der var fem stemmer for et fælles møde og tre for to små.", 5, 3, None),
    ("Forslag A fik 9 stemmer, og forslag B fik 6. Forslag A er vedtaget.", 9, 6, None),
    ("Bøg valgt. Ida Holm og Bo Ravn stemte for eg, de øvrige tre for bøg.", 3, 2, None),
    ("Da 8 stemte for og 8 imod, mens Per Dal lod være at stemme, er forslaget bortfaldet.", 8, 8, 1),
    ("Godkendt:\nFor\tImod\tUndlod\nA (6) og V (7)\tØ (2)\tI (1)\n13\t2\t1", 13, 2, 1),
]


NUMBERS += [
    # by name alone
    ("Ida Holm og Bo Ravn stemte for indstillingen. Jens Toft, Per Lund og Ea Dam stemte imod.", 2, 3, None),
    ("Godkendt. Jens Toft kunne ikke tiltræde budgettet og stemte imod. De øvrige 5 stemte for.", 5, 1, None),
    ("Nævnet vedtog mod Jens Tofts stemme, at besigtigelse kan ske om aftenen.", None, 1, None),
    ("Afslag. A. Lund var af den mening, at 2 kviste burde tillades, og stemte derfor imod. De andre 3 stemte for afslag.", 3, 1, None),
    ("Ida Holm, der er formand, stemte imod. De øvrige 6 stemte for.", 6, 1, None),
    ("Anbefales af et flertal på fem (A og V). Bo Ravn (O) og Ida Holm (Ø) kan ikke anbefale.", 5, 2, None),
    ("Ida Holm (A) og Bo Ravn (A) kunne tilslutte sig forslaget; Per Dal (V), Ib Toft (O) og Ea Dam (F) var imod.", 2, 3, None),
    # the rest of them, and those who back it
    ("Godkendt. Ea Dam (Ø) stemte imod, de tre andre for.", 3, 1, None),
    ("Anbefales. Ea Dam (V) stemte imod anbefalingen, medens de øvrige fire tilsluttede sig.", 4, 1, None),
    ("Punkt c: 4 (V, C og Æ) anbefaler, mens 3 (A og F) ikke kan anbefale.", 4, 3, None),
    ("Sagen henvises. Fem støtter, medens to ikke ønsker at tage stilling.", 5, None, 2),
    ("Vedtaget. 6 medlemmer ville bygge, ét ville ikke.", 6, 1, None),
    ("Vedtaget. Syv medlemmer støttede planen, mens to medlemmer ikke støttede den.", 7, 2, None),
    # a majority and others who want something else
    ("4 medlemmer anbefaler planen (A, V). 3 medlemmer (C, F og O) anbefaler, at sagen udsættes.", 4, 3, None),
    ("Et flertal af A og C (4) anbefaler afslag. Et mindretal bestående af V (3) anbefaler, at tilskuddet ydes.", 4, 3, None),
    ("Fem medlemmer indstiller grund A. To medlemmer (V) indstiller grund B.", 5, 2, None),
    ("Et mindretal på to (F) ønskede sagen udsat. Flertallet på fem vedtog planen.", 5, 2, None),
    ("4 medlemmer anbefaler punkt 1. 5 medlemmer anbefaler punkt 2.", 5, None, None),
    ("Indstillingen er vedtaget. Imod var 7 (V og C).", None, 7, None),
    ("Byrådet stemte om planen. Ja: 14. Nej: 9. Hverken/eller: 2. Vedtaget.", 14, 9, 2),
    ("C, V og O (9) støttede forslaget, de øvrige 10 stemte imod. Forslaget faldt.", 9, 10, None),
    # one vote after another
    ("Først blev der stemt om dette ændringsforslag. 2 stemte for, 6 imod. Herefter stemte et flertal på 6 for det oprindelige forslag, "
     "mens Ida Holm og Bo Ravn stemte imod.", 6, 2, None),
    ("Der blev stemt om udsættelse. 4 stemte for, 9 imod. Derefter stemte 9 for indstillingen, 4 imod.", 9, 4, None),
    ("Ved håndsoprækning stemte 5 for det første og 2 for det andet udkast.", 5, 2, None),
    # why some were against is no verdict
    ("Et flertal på 4 medlemmer anbefalede planen. Bo Ravn stemte imod, da han ønsker arbejdet udskudt.", 4, 1, None),
    ("Et flertal på 3 anbefaler salget. Ida Holm og Per Dal stemte imod, idet prisen burde afvises.", 3, 2, None),
    # proposals of which each has a sentence of its own
    ("A fik ingen stemmer. B fik 3 stemmer (S og B). C fik 2 stemmer (V). Udvalget indstiller herefter B.", 3, None, None),
    ("Model 1 opnåede 2 stemmer. Model 2 opnåede 5 stemmer. Rådet vedtog model 2.", 5, None, None),
    # the words for and against beside what is voted on, and the winners by what they are called
    ("For ordningen: Ida Holm og Bo Ravn. Mod ordningen: Per Dal, Ea Toft og Jens Lund. Ordningen er nedstemt.", 2, 3, None),
    ("For planen: A (6), V (5). Imod planen: Ø (2). Planen er vedtaget.", 11, 2, None),
    ("Forslaget fra A blev vedtaget med de øvriges 11 stemmer.", 11, None, None),
    ("Godkendt med samtlige 15 stemmer.", 15, None, None),
    ("Vedtaget med koalitionens 8 stemmer, 5 stemte imod.", 8, 5, None),
    # an election in which others did not vote or were against
    ("Som formand valgtes Ida Holm med 4 stemmer, idet 3 medlemmer (V og O) afholdt sig fra at stemme.", 4, None, 3),
    ("Bo Ravn blev valgt med 5 stemmer for og 2 imod.", 5, 2, None),
    ("Ida Holm genvalgtes med 6 stemmer. 2 undlod at stemme.", 6, None, 2),
]


NUMBERS += [
    # clause by clause: a number, a group or names beside a word for a side
    ("Tre rakte hånden op for, fem imod. Forslaget faldt.", 3, 5, None),
    ("Fire hænder for, en imod og to i skødet, så bænken bliver.", 4, 1, 2),
    ("11 sagde ja, 4 sagde nej, og 2 holdt sig udenfor. Vedtaget.", 11, 4, 2),
    ("Bo, Eva og Per ja; Kaj nej. Prisen bliver 40 kr.", 3, 1, None),
    ("Ni stemmer faldt for forslaget, seks imod.", 9, 6, None),
    ("Herfor 11 (V og O), herimod 12 (A, F og Ø). Nedstemt.", 11, 12, None),
    ("Ingen stemte imod, tre undlod, resten (16) stemte for. Vedtaget.", 16, 0, 3),
    ("Bo Ravn (V) og Ida Holm (A) var for, mens Per Dal (C), Ea Toft (F) og formanden, Kaj Lund (A), sagde nej. Så det bliver ved det.",
     2, 3, None),
    ("For forvaltningens plan var Bo Ravn, Ida Holm og Per Dal. Ea Toft var imod. Planen er dermed antaget.", 3, 1, None),
    ("Otte af nævnets ti medlemmer gik ind for fredningen; Landboforeningen og Jægerne gjorde ikke.", 8, 2, None),
    ("Seks af syv var enige med forvaltningen. Kun Bo Ravn (O) stemte for at købe.", 6, 1, None),
    ("Nøglen blev udleveret; seks var med på det, Sofie var ikke.", 6, 1, None),
    ("A og F, i alt fire medlemmer, lod være med at stemme. Fem fra Nordlisten sagde nej. Nitten sagde ja.", 19, 5, 4),
    ("Venstre (7) og Konservative (2) stemte for; Socialdemokratiet (8), SF (2) og Enhedslisten (1) imod. Forkastet.", 9, 11, None),
    ("Så det blev til et nej: 9 (SF og Ø) for udvidelsen, 14 (A og V) imod, mens de to konservative hverken sagde det ene eller det andet.",
     9, 14, 2),
    ("Åsen stemte 22 for og 18 imod, Fredensvej 10 for og 31 imod, og rådet, i alt 32 for og 49 imod, sagde nej.", 32, 49, None),
    ("Forslaget blev bakket op af Ida Holm (A), Bo Ravn (V) og Per Dal (C), mens Ea Toft (Ø) gik imod.", 3, 1, None),
    ("Sagen gemmes til maj. Fem mod tre ville det sådan.", 5, 3, None),
    ("Ved afstemningen stod fem over for fem, og dermed faldt tanken.", 5, 5, None),
    ("8 ville til Samsø, 3 til Møn. Samsø bliver det.", 8, 3, None),
    ("Først kom ændringsforslaget fra O til afstemning. For stemte 3 (O), imod 22 (A, V og F).\n"
     "Dernæst kom det hele til afstemning: For stemte 21 (A og V), imod stemte 3 (O). Vedtaget.", 21, 3, None),
    ("For punkt 2 stemte V og O samt Lis Holm (C), i alt 8, mens A, F og Ø, i alt 7, stemte imod. Godkendt.", 8, 7, None),
    ("Tiltrådt. HBO, TWE, KRE, DHO og SEL stemte for. RPS og MØS stemte imod og anførte, at stoppet er tilfældigt.", 5, 2, None),
    ("For at gå videre med kampagnen stemte formanden og Ida Holm; imod stemte Bo Ravn.", 2, 1, None),
    # the side before a number in words; a majority with its two numbers; a group with its seats
    ("For forslaget stemte tre medlemmer, imod fem. Forkastet.", 3, 5, None),
    ("Indstillingen blev vedtaget af et flertal på 3 mod 2.", 3, 2, None),
    ("Et flertal på 4 mod 3 tiltrådte forslaget.", 4, 3, None),
    ("For var Ida, Bo, Per og Ea, imod var Jens og Lis.", 4, 2, None),
    ("5 stemte for, mens Kaj Lund (Ø) var eneste modstander.", 5, 1, None),
    ("Imod var O (3 medlemmer); de resterende 18 stemte ja.", 18, 3, None),
    ("A og F (16) dannede flertallet; V og I (11) var imod; M med 2 mandater undlod at stemme.", 16, 11, 2),
    ("For salget stemte C (2), O (3) og af V Bo Ravn og Per Dal; imod stemte A (8) samt Ida Holm fra V. Salget er forkastet.", 7, 9, None),
    ("Rådet stemte 9-0 for at bede om penge.", 9, 0, None),
    ("Ja til loftet sagde Ida Holm (S), Bo Ravn (SF) og Per Dal (RV). Nej sagde Jens Toft (V). Loftet er vedtaget.", 3, 1, None),
    ("Købet opnåede derpå kun 8 stemmer, mens 9 gik imod.", 8, 9, None),
    ("Udvalget var ikke enigt. Ida Holm, Bo Ravn og Per Dal kunne tiltræde planen. Jens Toft kunne ikke. "
     "Den er således anbefalet.", 3, 1, None),
    ("12 stemte for. A og F, tilsammen fire, stemte imod. De sidste to trykkede blankt.", 12, 4, 2),
    # a vote told in two sentences, and one after a vote on what to do with the case
    ("Forslaget opnåede 3 stemmer (D). 44 stemte imod, 5 undlod, og forslaget var dermed faldet.", 3, 44, 5),
    ("Forslaget fik én stemme, nemlig forslagsstillerens egen. De fire andre var imod.", 1, 4, None),
    ("Rådet stemte først om at sende sagen tilbage. Det var der 8 for og 11 imod. Så blev der stemt om salget: 10 for, 8 imod.",
     10, 8, None),
    ("Forslag 1 fik 7 stemmer, forslag 2 fik 18 stemmer. Forslag 2 er vedtaget.", 18, 7, None),
    # the numbers of the vote before, of which the greater is the winner's
    ("Udsættelse blev nedstemt med 3 stemmer mod 2. Indstillingen blev derpå vedtaget med samme stemmetal.", 3, 2, None),
    ("Udsættelse blev vedtaget med 8 stemmer for, 2 imod og 1 blank. Plan B blev forkastet med samme stemmefordeling.", 2, 8, 1),
    # a majority behind its verb, and lists with their number or without
    ("Planen blev anbefalet af et flertal bestående af Ida Holm, Bo Ravn og Per Dal. Eva Lund og Kim Dal stemte imod.", 3, 2, None),
    ("Venstre og SF stemte for (27 stemmer). Dansk Folkeparti stemte imod (3 stemmer). Planen er vedtaget.", 27, 3, None),
    ("Tillægget samlede tre stemmer (F og A), mens Venstre stemte nej (2 stemmer).", 3, 2, None),
    ("Anbefales af 3 medlemmer (F og A). 2 medlemmer (V) stemmer imod og ønsker ført i protokollen: Hvem passer børn i juli?", 3, 2, None),
    ("For 9 (V 5, C 2, A 2). Imod 5 (F 3, T 2). Vedtaget.", 9, 5, None),
    ("Vedtaget med stemmerne A 4, V 3 og Ø 2, i alt 9. Imod: O 2.", 9, 2, None),
    ("For stemte 9 (A), 3 (F) og 1 (Ø), imod stemte 8 (V), 2 (O).", 13, 10, None),
    ("For stemte 9 (A), imod stemte 8 (V), 2 (Ø) undlod at stemme.", 9, 8, 2),
    # one person's vote against those of all others, and all
    ("Nævnet besluttede med fire stemmer mod Hugo Falks at sælge.", 4, 1, None),
    ("Rådet vedtog skiltet med 3 stemmer mod formandens ene.", 3, 1, None),
    ("Alle syv med stemmeret var med på det.", 7, 0, None),
    ("Vedtaget med samtlige 48 afgivne stemmer.", 48, 0, None),
    ("Afgjort med udvalgets fem stemmer uden modstemmer.", 5, 0, None),
    ("Ved navneopråb svarede følgende ja: Ida Holm, Bo Ravn og Per Dal. Nej svarede Eva Lund. Kim Dal svarede blankt.", 3, 1, 1),
    ("Forslaget blev nedstemt af GH, BN og TK. For stemte ESØ.", 1, 3, None),
    ("To af de fire, Ida Holm (V) og Bo Ravn (V), var for, mens Per Dal (O) og Eva Lund (SF) var imod.", 2, 2, None),
    ("Ved 1. behandling stemte 44 for og 6 imod. Nu er den vedtaget med samtlige 48 afgivne stemmer.", 48, 0, None),
]


@pytest.mark.parametrize(("text", "in_favour", "against", "abstained"), NUMBERS, ids=[n[0][:40] for n in NUMBERS])
def test_numbers(text, in_favour, against, abstained):
    found = polls(text)[-1].votes
    assert (found.in_favour, found.against, found.abstained) == (in_favour, against, abstained)


NO_VOTES = ["Et flertal (Ida Holm, Bo Ravn og Per Dal) anbefaler, at forslaget ikke vedtages.",
            "Godkendt, idet Ida Holm stemte imod punkt 3.",
            "Ida Holm og Bo Ravn indstiller, at taksten er uændret.",
            "Forvaltningen og Teknisk Chef indstiller forslaget.",
            "Godkendt. RK og PW stemte imod.",
            "Byrådet stemte om Ida Holms (A) habilitet: For stemte 2:\nEva Bro (O) og Kim Dal (V).\nImod stemte 1: Bo Ravn (A).",
            "Afstemning om Ida Holms habilitet: 3 for, 5 imod. Planen blev vedtaget.",
            "For at anse Ida Holm for inhabil stemte 4 (V), imod stemte 15 (A, F).",
            "Med 15 stemmer mod 4 blev Ida Holm ikke anset for inhabil.",
            "Spørgsmålet om Ida Holms inhabilitet blev sat under afstemning. For stemte 4, imod stemte 15. Planen blev vedtaget.",
            "Byrådet besluttede med 15 stemmer mod 4, at Ida Holm ikke er inhabil.",
            "Godkendt.", "Godkendt uden afstemning.", "Enstemmigt vedtaget.", "Prisen er 250 kr. mod 225 kr. sidste år.",
            "Høringen varer i ugerne "
            "12-14.", "Budget 2022-2025 blev "
                      "vedtaget.", "Vedtaget for årene "
                                   "22-25.", "Fristen er den 4. mod "
                                             "forventning.", "O og V tager "
                                                 "forbehold.", "Skolen har 25 elever mod 28 sidste år, og forslaget blev godkendt."]
NO_VOTES += [
    "Planen blev vedtaget med samme stemmetal.",
    "I maj stemte 3 for og 2 imod. Ida Holm ønskede ført til protokollen: Det er for dyrt.",
    "Svaret blev ja (2 af de 7 skoler svarede ikke).",
    "Planen blev anbefalet af et flertal bestående af Venstre og Enhedslisten.",
    "Planen blev ikke anbefalet af et flertal bestående af Ida Holm, Bo Ravn og Per Dal.",
    "For 9 (af de 12 huse) er der søgt. Udgiften faldt med 8 pct.",
    "Godkendt. I 2013 var der 4 uheld mod 2 året før.",
    "Godkendt. Der køres 3 ture mod 2 sidste år.",
    "Vedtaget. I undersøgelsen siger 40 pct. ja.",
    "Vedtaget. Tre elever cykler, to cykler ikke.",
    "Der er 5 pladser for børn og 3 for voksne. Godkendt.",
    "Forslaget om en sti for 2 mio. kr. og en bro for 3 blev godkendt.",
    "Model A får 9 pladser og model B 6. Model A er vedtaget.",
    "Et flertal på længere sigt kan ikke ventes. Godkendt.",
    "Udvalget består af 7 medlemmer mod 9 i dag, og forslaget blev godkendt.",
    "Rådet får 5 medlemmer for en periode på to år. Vedtaget.",
    "Et flertal støtter, at der kun købes en for hver skole.",
    "Afstemningen udsættes. Gebyret er 2 for 1 i juli.",
    "Punkt 5 for lukkede døre blev godkendt ved afstemning.",
    "Medlemmerne fik 14 dage for at svare.",
    "Godkendt. Stemmesedlerne er trykt i 500 eksemplarer mod normalt 300.",
    "Flertallet noterede, at 65 pct. svarede mod 58 pct. i 2022.",
    "Bestyrelsen har 3 medlemmer. Godkendt.",
    "Der er 12 børn for hver voksen, men flertallet godkendte normeringen.",
    "Medlemmerne modtog 2 klager mod afgørelsen.",
    "Foreningen har 212 medlemmer, heraf 84 kvinder. Godkendt.",
    "Medlemsforslaget behandles den 3. maj. Kommunen har 40 dage for at svare.",
    "Udvalget stemte om nr. 3 for sig selv. Vedtaget.",
    "Vej og Park (3) anbefaler, at stien lukkes.",
    "Notatet (2) kan ikke læses uden bilag.",
    "Taget til efterretning. I beboerafstemningen stemte 240 for og 112 imod.",
    "Godkendt. De 13 medlemmer af Lokalrådet får diæter.",
    "Godkendt. Bo Ravn (Ø) kunne ikke støtte beslutningen.",
    "Godkendt. Ida Holm kunne tilslutte sig planen.",
    "Godkendt. Enhedslisten stemte imod.",
    "Rådet har 9 medlemmer. 3 andre kan ikke deltage.",
    "I maj støtter 4 skoler ordningen, 2 kan ikke nå det.",
    # those who dissent from what was decided without a count
    "Godkendt. Bo Ravn (O) stemte imod.",
    "Tiltrådt. Ida Holm (B) og Per Dal (V) undlod at stemme.",
    "Nævnet indstiller at nægte nedrivning. J. Lund, der stemte imod indstillingen, vil skrive et brev.",
    "Anbefales af alle på nær Bo Ravn, som stemte imod.",
    "Et flertal (V og Bylisten) besluttede at følge forslaget. Bo Ravn (A) stemte imod.",
    # what others want, what was voted on before, and what is said for and against
    "Godkendt. I høringen var 14 svar for og 3 imod.",
    "Orientering givet. Naboerne: 5 for, 2 imod.",
    "Godkendt. Af de 14 ansatte var 9 med på turen, 5 var ikke.",
    "Vedtaget. I afdelingerne stemte 143 forældre for uge 29, 88 for uge 30.",
    "Vedtaget. 8 elever ville til Samsø, 3 til Møn.",
    "Der blev stemt blandt lejerne: 44 for, 41 imod. Udvalget tager det op i maj.",
    "Godkendt. Ud af 20 børn ønskede 12 plads i Vest, 8 i Øst.",
    "Afslag. Dengang stemte 5 for og 4 imod.",
    "Genantages uændret. I 2018 stemte 19 for og 2 imod.",
    "Drøftet. Ida Holm støtter forslaget, mens Bo Ravn er imod.",
    "Drøftet. Handelsforeningen er imod, cyklistforbundet for.",
    "Taget til efterretning. Det er fire for meget, sagde Ida, og Bo og Per var uenige.",
    "Vedtaget. Ja-siden fik 52 pct., nej-siden 48 pct.",
    "Godkendt. Fire er enige med naboen, og to er ikke flyttet ind.",
    "Bo Ravn ville hellere have et møde i maj, Ida Holm i juni. Godkendt.",
    "Ida Holm sagde, at A (16) dannede flertallet i 2010. Godkendt.",
    "For vejen var Ida Holm ansvarlig, og imod støjen blev der sat hegn. Godkendt.",
    "Forvaltningen sagde ja til 5 projekter og nej til 2. Godkendt.",
    "Et flertal på 51 pct. mod 49 pct. af de unge bruger skolen. Godkendt.",
    "Holdet vandt kampen 9-0. Godkendt.",
    "For stemte samtlige medlemmer undtagen Ib Dam (O), der er ny.",
    # what candidates got is no vote for or against a proposal
    "Ved skriftlig afstemning fik Ida Holm 7 stemmer og Bo Ravn 4. Ida Holm er dermed valgt.",
    "Ida Holm blev valgt med 4 stemmer. Bo Ravn fik 3 stemmer.",
    "Bo Ravn fik 3 stemmer, og Ida Holm fik 9 stemmer. Ida Holm blev valgt.",
    "Vi stemte om timerne: 15 timer fik 3, 18 timer fik 6 og 20 timer fik 2 stemmer.",
    "Ida Holm blev valgt med 3 stemmer, mod 2 til Bo Ravn.",
    "Ida Holm (A) blev valgt med 5 stemmer; 3 stemte på Bo Ravn.",
    "Valgt blev Ida Holm (A) med 24 stemmer og Bo Ravn (V) med 17 stemmer, medens Per Dal (O) opnåede 2 stemmer.",
    "Valget gav 15 stemmer til Ida Holm og 12 til Bo Ravn, 2 var blanke. Ida Holm er valgt.",
]


@pytest.mark.parametrize("text", NO_VOTES)
def test_no_votes(text):
    assert polls(text) == []


LISTS = [
    # as printed                                                side         voters                                count  total  split
    ("Godkendt med 17 stemmer for. For: A (8), V (4), F (2), C (2) og Lone Dam (løsgænger), i alt 17.",
     "for", ("A (8)", "V (4)", "F (2)", "C (2)", "Lone Dam (løsgænger)"), 17, 17, ("A", "V", "F", "C")),
    ("Anbefales med 4 stemmer for (A, F og O) og 2 imod (V og A).", "against", ("V", "A"), None, None, ()),
    ("Vedtaget. Imod stemte: Ø (Ida Holm, Bo Ravn), A, C og Per "
     "Toft.", "against", ("Ø (Ida Holm, Bo Ravn)", "A", "C", "Per Toft"), None, None, ("Ø",)),
    ("Vedtaget. Undlod at stemme: Ø (Ida Holm) og Bo Ravn.", "abstained", ("Ø (Ida Holm)", "Bo Ravn"), 2, None, ("Ø",)),
    ("For stemte A, F og Hans Kjær (V). Godkendt.", "for", ("A", "F", "Hans Kjær (V)"), None, None, ("V",)),
    ("For: Gruppe A, F, Ø og F. Imod: Liste H og Gruppe V. Godkendt.", "for", ("Gruppe A", "F", "Ø", "F"), None, None, ()),
    ("For stemte 13 (A og Ø), imod 11 (V og C). Godkendt.", "for", ("A", "Ø"), None, 13, ()),
    ("For stemte tre (A og Ø), imod stemte to (V og C), mens Bo Lund (B) undlod. Godkendt.", "against", ("V", "C"), None, 2, ()),
    ("For stemte 11 (Socialdemokratiet og Venstre). Godkendt.", "for", ("Socialdemokratiet", "Venstre"), None, 11, ()),
    ("Imod stemte: A (8), F (2) og 1 medlem af V. Forkastet.", "against", ("A (8)", "F (2)", "1 medlem af V"), 11, None, ("A", "F", "V")),
    ("Godkendt (A, B og V stemte for, C og O stemte imod, og Ø undlod at stemme).", "against", ("C", "O"), None, None, ()),
    ("Vedtaget. Socialdemokratiet og SF stemte for, mens Venstre stemte imod.", "for", ("Socialdemokratiet", "SF"), None, None, ()),
    ("Vedtaget. Liste H og Venstre stemte imod, A stemte for.", "against", ("Liste H", "Venstre"), None, None, ()),
    ("Godkendt med 7 stemmer (A, V, F og Ø) mod 2 (O og C).", "against", ("O", "C"), None, None, ()),
    ("Forslaget blev forkastet med 7 stemmer (A, V og F) mod 2 (O og C).", "for", ("O", "C"), None, None, ()),
    ("Godkendt med 4 stemmer for (A, A, B og F) og 2 imod (V).", "for", ("A (2)", "B (1)", "F (1)"), 4, None, ("A", "B", "F")),
    ("• Godkendt med 13 stemmer for og 4 imod.\n• For stemte: A (7) og V (6), i alt 13.\n• Imod stemte: F (3) og O (2), i alt 5.",
     "against", ("F (3)", "O (2)"), 5, 5, ("F", "O")),
    ("Vedtaget. Imod stemte 3 medlemmer af A (Ida Holm, Bo Dam og Per Toft) og 1 medlem af F (Eva Lund).", "against",
     ("3 medlemmer af A (Ida Holm, Bo Dam og Per Toft)", "1 medlem af F (Eva Lund)"), 4, None, ("A", "F")),
    ("For at udsætte sagen stemte A (7) og F (2), imod stemte V (9).", "for", ("A (7)", "F (2)"), 9, None, ("A", "F")),
    ("For stemte A, V og Bo H. B. Dam (UP). Imod stemte F og Ø.", "against", ("F", "Ø"), None, None, ()),
    ("5 medlemmer (A, F og Ida Holm (B)) stemte for. 2 stemte imod. Vedtaget.", "for", ("A", "F", "Ida Holm (B)"), None, None, ("B",)),
]


def test_who_voted_against_putting_off_did_not_vote_for_it():
    assert [v.side for p in polls("For at udsætte sagen stemte Ida Holm imod. Imod stemte: V.") for v in p.lists] == ["against"]


@pytest.mark.parametrize(("text", "side", "voters", "count", "total", "split"), LISTS, ids=[x[0][:40] for x in LISTS])
def test_lists(text, side, voters, count, total, split):
    found = next(v for poll in polls(text) for v in poll.lists if v.side == side)
    assert (found.voters, found.count, found.total, found.split) == (voters, count, total, split)


def test_votes_on_amendments_are_ballots_and_the_last_vote_is_the_decision():
    flow = flow_of("Referat\nByrådet\nMødedato: 4. maj 2022\n63. Skoler\nBeslutning\nVenstres ændringsforslag blev vedtaget med 8 "
                   "stemmer imod 11.\n"
                   "For stemte: V (6) og C (2). Imod stemte: A (8), F (2) og Borgerlisten (1).\nIndstillingen blev herefter godkendt med "
                   "11 stemmer imod 8.")
    found = decide(flow, parse(flow, PAPER))
    assert [(b.outcome, b.votes.in_favour, b.votes.against) for b in found.ballots] == [("adopted", 8, 11), ("adopted", 11, 8)]
    assert [(d.outcome, d.votes.in_favour, d.votes.against) for d in found.decisions] == [("adopted", 11, 8)]
    assert [v.count for v in found.ballots[0].lists] == [8, 11]


INITIALS = [
    # those who meet, and what is told of the vote                                                      how many are against
    ("Ida Holm (IH), Bo Ravn (BR), Per Dal (PD)", "Godkendt. IH og PD stemte imod, idet de ønskede en sti.", 2),
    ("Ida Holm (IH), Bo Ravn (BR), Per Dal (PD)", "Godkendt, idet IH og PD stemte imod.", 2),
    ("Ida Holm (IH), Bo Ravn (BR), Per Dal (PD)", "Godkendt. IH og PD talte imod.", None),
    ("Ida Holm (IH), Bo Ravn (BR), Per Dal (PD)", "Godkendt. NB og BL stemte imod.", None),
    ("Ida Holm, Bo Ravn, Per Dal", "Godkendt. IH og PD stemte imod.", None),
]


@pytest.mark.parametrize(("present", "said", "against"), INITIALS)
def test_initials_that_the_paper_prints_are_voters(present, said, against):
    text = f"Til stede: {present}\n{said}"
    found = votes.read(flow_of(text), text.index("Godkendt"), len(text))
    assert [p.votes.against for p in found] == ([] if against is None else [against])


AMENDED = [
    "SF stillede følgende ændringsforslag:\nHallen bevares.\nTo medlemmer (F) stemte for. 14 medlemmer stemte imod."
    "\nÆndringsforslaget bortfaldt dermed.\nIndstillingen blev herefter godkendt.",
]


TWO_VOTES = [
    # as printed                                                                                     for, against and abstained of the case
    ("Ida Holm foreslog at vente; forslaget fik 3 stemmer (B og F) og faldt, idet 11 stemte imod. "
     "Indstillingen blev derefter vedtaget med 12 stemmer, mens B's 2 medlemmer undlod at stemme.", (12, None, 2)),
    ("Ida Holm foreslog at vente; forslaget faldt, idet 11 stemte imod. Sagen blev herefter godkendt med 12 stemmer.", (12, None, None)),
    ("Et ændringsforslag fra A om, at rådene får flertal i udvalget, blev sat under afstemning og faldt med 8 stemmer for og 11 imod. "
     "Forslaget blev herefter godkendt med 11 stemmer for, medens 8 undlod at stemme.", (11, None, 8)),
    ("11 stemte imod at vente. Indstillingen blev dermed vedtaget med 12 stemmer for.", (12, 11, None)),
    ("Indstillingen fik 12 stemmer; 3 stemte imod. Godkendt.", (12, 3, None)),
]


@pytest.mark.parametrize(("text", "sides"), TWO_VOTES, ids=[t[0][:40] for t in TWO_VOTES])
def test_two_votes_are_not_added(text, sides):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\n{text}")
    found = decide(flow, parse(flow, PAPER)).decisions[0].votes
    assert (found.in_favour, found.against, found.abstained) == sides


@pytest.mark.parametrize("text", AMENDED)
def test_what_fell_was_an_amendment_and_no_vote_on_the_case(text):
    assert [(p.amendment, p.outcome) for p in polls(text)] == [(True, "lapsed")]


FELL = [
    # as printed                                                                                                        votes of the case
    ("Ida Holm foreslog, at sagen udsættes. Forslaget faldt med 13 imod og 3 for. Det blev besluttet at gå videre.", None),
    ("Der blev stillet forslag om at vente. Forslaget blev forkastet med 13 stemmer imod og 3 for. Planen blev godkendt.", None),
    ("Ida Holm foreslog, at sagen udsættes. Forslaget blev vedtaget med 13 for og 3 imod.", 13),
    ("Ida Holm foreslog en ny sti. Forslaget faldt med 13 imod og 3 for.", 3),
    ("Formanden bød velkommen. Forslaget blev vedtaget med 13 for og 3 imod. Planen blev godkendt.", 13),
]


@pytest.mark.parametrize(("text", "in_favour"), FELL, ids=[f[0][:40] for f in FELL])
def test_a_proposal_that_fell_beside_a_decision_has_not_its_vote(text, in_favour):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\n{text}")
    found = decide(flow, parse(flow, PAPER)).decisions[0]
    assert (found.votes and found.votes.in_favour) == in_favour


def test_a_recommendation_that_won_makes_the_amendment_lapse():
    (poll,) = polls("For indstillingen stemte 14, imod stemte 2.\nÆndringsforslaget bortfaldt dermed.")
    assert not poll.amendment


def test_a_list_goes_on_in_the_next_line_while_its_bracket_is_open():
    (poll,) = polls("For: 3 (Ida Holm (A), Per\nToft Ravn (A), Bo Dam (V))\nImod: 1 (Jens Toft (B))\nTo (2) gik.")
    assert [(x.side, x.count, x.total) for x in poll.lists] == [("for", 3, 3), ("against", 1, 1)]


def test_parties_of_a_decision():
    flow = flow_of("Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\nGodkendt med 20 stemmer for (A og F) og 3 imod (O). "
                   "1 undlod (B).")
    decision = decide(flow, parse(flow, PAPER)).decisions[0]
    assert (decision.for_parties, decision.against_parties, decision.abstained_parties) == (("A", "F"), ("O",), ("B",))
    assert "has_vote" in decision.flags


NAMED = [
    ("Venstre og Den Sociale Fællesliste", ("Venstre", "Den Sociale Fællesliste")),
    ("Den Lokale Liste, Frie Grønne og Det Lokale Alternativ", ("Den Lokale Liste", "Frie Grønne", "Det Lokale Alternativ")),
    ("Borgernes Fællesliste og Lokallisten Nord", ("Borgernes Fællesliste", "Lokallisten Nord")),
    ("Borgerlisten i Nordby (3) og Danmarks Nye Venstrefløjsparti (1)", ("Borgerlisten i Nordby", "Danmarks Nye Venstrefløjsparti")),
    ("C2, F, V2, V3 og Ø", ("C2", "F", "V2", "V3", "Ø")),
    ("A, B, V, V 2 og Ø", ("A", "B", "V", "V2", "Ø")),
    ("3 medlemmer af A (Ida Holm, Bo Dam og Per Toft), F og Ø", ("A", "F", "Ø")),
    ("5 medlemmer af Venstre, 2 medlemmer af SF og A", ("Venstre", "SF", "A")),
    ("A, F med undtagelse af 1 medlem (Ida Holm), Ø og V på nær Bo Dam", ("A", "F", "Ø", "V")),
    ("10 medlemmer af A og 1 medlem af F (Ida Holm)", ("A", "F")),
    # persons, numbers of votes and what else is no list
    ("5 medlemmer af udvalget (Ida Holm (A) og Bo Dam (A))", ()),
    ("Alle undtagen V", ()),
    ("A 7, V 2 og Ø 3", ("A", "V", "Ø")),
    ("V (5), Ida Partisk og Marie Listen Holm", ("V",)),
    ("Venstre, Danmarks Liberale Parti og Ida Holm", ("Venstre",)),
    ("A, Ida Holm (Den Lokale Liste) og Bo Ravn (Lokallisten Nord)", ("A",)),
    ("A, Ida De Lund, formanden og Det gamle Råd", ("A",)),
]


@pytest.mark.parametrize(("listed", "parties"), NAMED, ids=[n[0][:40] for n in NAMED])
def test_local_lists_and_groups_with_a_number(listed, parties):
    flow = flow_of(f"Referat\nByrådet\nMødedato: 4. maj 2022\n3. Skoler\nBeslutning\nGodkendt med 14 stemmer mod 8.\n"
                   f"For stemte: {listed}.\n")
    assert decide(flow, parse(flow, PAPER)).decisions[0].for_parties == parties


@settings(max_examples=80)
@given(st.text(alphabet="For: A (12), imod 3 stemte undlod (BC) og i alt.\n", max_size=200))
def test_any_text_goes_in(text):
    for poll in polls(text):
        assert all(n is None or n >= 0 for n in (poll.votes.in_favour, poll.votes.against, poll.votes.abstained))


def test_a_long_word_in_capitals_is_read_in_one_go():
    flow = flow_of(f"Der blev stemt. {'ORGANISATIONSBESTYRELSE' * 5} drøftede sagen. 7 stemte for, 4 imod.")
    assert votes.read(flow, 0, len(flow.text))


def test_a_raised_digit_is_no_number_of_votes():
    """Python calls "³" a digit and reads no number from it."""
    assert number("³") is None

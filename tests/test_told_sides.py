"""Parties that a sentence puts on a side, with no number beside them."""

from __future__ import annotations

import pytest

from extractors.decisions.told_sides import told_sides

TOLD = [
    # a decision's text                                                            for              against          abstained
    ("Godkendt. Enhedslisten stemte imod.", (), ("Enhedslisten",), ()),
    ("Godkendt, idet liste Ø stemte imod, og liste O undlod at stemme.", (), ("Ø",), ("O",)),
    ("Vedtaget med 16 stemmer mod 9, idet Venstre og Konservative stemte imod.", (), ("Venstre", "Konservative"), ()),
    ("Byrådsgruppe V stemmer imod indstillingen. Byrådsgruppe O undlader at stemme.", (), ("V",), ("O",)),
    ("A, B og F stemte for. V, C og O stemte imod. Ø undlod at stemme. Vedtaget.", ("A", "B", "F"), ("V", "C", "O"), ("Ø",)),
    ("Godkendt. Ø kan ikke tiltræde.", (), ("Ø",), ()),
    ("Lokallisten kunne ikke tilslutte sig indstillingen. De øvrige medlemmer tiltrådte.", (), ("Lokallisten",), ()),
    ("Et flertal bestående af A, V og C godkendte planen.\nEt mindretal, Ø, kan ikke godkende den.", ("A", "V", "C"), ("Ø",), ()),
    ("Et flertal i udvalget, A, F og B, anbefaler planen. Et mindretal, V og O, ønsker den afvist.", ("A", "F", "B"), ("V", "O"), ()),
    ("Et flertal (Gruppe A, V og C) godkendte vedtægten.", ("A", "V", "C"), (), ()),
    ("Flertallet indstiller planen vedtaget. Mindretallet (V og\nC) indstiller den forkastet.", (), ("V", "C"), ()),
    ("Byrådet godkendte planen, idet Liste Ø og Liste Å dog stemte imod.", (), ("Ø", "Å"), ()),
    ("Tiltrådt mod liste Ø's stemmer.", (), ("Ø",), ()),
    ("Vedtaget mod stemmerne fra V og C.", (), ("V", "C"), ()),
    ("12 stemmer for: A, B og Ø.\n9 stemmer imod: V og C.\nVedtaget.", ("A", "B", "Ø"), ("V", "C"), ()),
    ("Gruppe A, C og V tiltrådte indstillingen. Gruppe F og Ø kunne ikke tiltræde.", ("A", "C", "V"), ("F", "Ø"), ()),
    ("SF's ændringsforslag blev forkastet. SF stemte for.\nIndstillingen blev herefter godkendt, idet SF stemte imod.", (), ("SF",), ()),
    ("Godkendt. Ø (3) og Per Lund (UP) stemte imod.", (), ("Ø",), ()),
    ("Forslag om støtte blev forkastet med 5 stemmer for og 23 imod. O undlod at stemme.", (), (), ("O",)),
    ("Forslag 1 blev forkastet. DF undlod at stemme.\nForslag 2 blev vedtaget. Enhedslisten undlod at stemme.", (), (), ("Enhedslisten",)),
    ("Venstre stemte imod. Forslag fra SF om en hal blev vedtaget. O undlod at stemme.", (), ("Venstre",), ("O",)),
    ("Anbefales. (Ø) stemte imod.", (), ("Ø",), ()),
    ("Anbefales.\n(V og C) undlod at stemme.", (), (), ("V", "C")),
    ("Vedtaget, mens Dansk Folkeparti undlod at stemme.", (), (), ("Dansk Folkeparti",)),
]


@pytest.mark.parametrize(("text", "in_favour", "against", "abstained"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_told_sides(text, in_favour, against, abstained):
    found = told_sides(text, "adopted")
    assert (found.get("for", ()), found.get("against", ()), found.get("abstained", ())) == (in_favour, against, abstained)


QUIET = [
    "Godkendt. V og C tager forbehold.",
    "SF stillede ændringsforslag om hallen. SF stemte for. Forkastet.",
    "Godkendt, dog kan Ø ikke tiltræde punkt 3.",
    "Ad 1. Godkendt. Ø stemte imod.\nAd 2. Udsat.\nAd 3. Godkendt.",
    "Godkendt. Bo Ravn (V) stemte imod.",
    "Godkendt. Bo Ravn, V, stemte imod.",
    "Godkendt.\nBo Ravn\n(V) stemte imod.",
    "Godkendt. Bo Ravn, (V) stemte imod.",
    "Godkendt. (Et medlem) stemte imod.",
    "Godkendt. KL kan ikke anbefale modellen.",
    "Godkendt. Ventelisten kan ikke godkendes før maj.",
    "Godkendt. Enhedslisten ønskede tilført protokollen: \"V stemte imod i 2015.\"",
    "Venstre foreslog, at sagen udsættes. Venstre stemte for.",
    "Forslag fra SF om en hal blev forkastet. SF stemte for.\nIndstillingen blev godkendt.",
    "Forslag om støtte blev forkastet. Punkt 2 stemte O imod. O stemte for.",
    "Vedtaget. Forslag om udsættelse blev forkastet. O stemte for.",
    "Et flertal (A og F) stemte imod. Forkastet.",
    "Enhedslisten begærede afstemning om punkt 4. Enhedslisten stemte imod.",
    "Godkendt. A stemte for, og A stemte imod.",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(text):
    assert not any(told_sides(text, "rejected" if "Forkastet" in text else "adopted").values())

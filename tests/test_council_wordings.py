"""Wordings of many councils that once were taken for another outcome, each beside those that look like it."""

from __future__ import annotations

import pytest

from extractors.decisions.outcome import judge

SENT_FOR_NEWS = [
    ("Taget til efterretning og fremsendt til orientering i Kommunalbestyrelsen.", "noted"),
    ("Til efterretning. Videresendes til Byrådet til orientering.", "noted"),
    ("Drøftet. Oversendes til Byrådet til orientering.", "discussed"),
    ("Taget til efterretning og sendt til behandling i Økonomiudvalget.", "referred"),
    ("Til efterretning. Videresendes til Byrådet.", "referred"),
    ("Videresendes til Byrådet til orientering.", "referred"),
]
CHANGED_OR_NOT = [
    ("Indstilles til Økonomiudvalget, idet KLO dog ikke kan tiltræde, at depotet lukkes.", "recommended"),
    ("Indstilles, dog at Kamma Bligaard (B) ikke kan medvirke.", "recommended"),
    ("Godkendt, idet et medlem dog ikke kan støtte punkt 2.", "adopted"),
    ("Indstilles, dog at fristen rykkes.", "recommended_amended"),
    ("Indstilles, idet huset dog ikke kan lejes ud.", "recommended_amended"),
    ("Anbefales, dog at Teknisk Udvalg ikke kan tiltræde, at depotet lukkes.", "recommended_amended"),
    ("Venstres ændringsforslag om, at parken lukkes, dog ikke om søndagen, blev forkastet.\nIndstillingen blev derefter godkendt.",
     "adopted"),
    ("Ændringsforslaget om, at parken lukkes, idet stien flyttes, bortfaldt.\nIndstillingen blev godkendt.", "adopted"),
    ("Venstres ændringsforslag om, at parken lukkes, dog ikke om søndagen, blev vedtaget.\nIndstillingen blev derefter godkendt.",
     "adopted_amended"),
    ("Ændringsforslaget fra Venstre blev forkastet.\nIndstillingen blev godkendt, dog således at parken lukkes om søndagen.",
     "adopted_amended"),
]
GONE_THROUGH = [
    ("Oversigten blev gennemgået uden bemærkninger.", "noted"),
    ("Gennemgået uden yderligere spørgsmål.", "noted"),
    ("Oversigten blev ikke gennemgået.", "unknown"),
    ("Oversigten blev gennemgået og godkendt.", "adopted"),
]


@pytest.mark.parametrize(("text", "outcome"), SENT_FOR_NEWS + CHANGED_OR_NOT + GONE_THROUGH)
def test_words(text, outcome):
    assert judge(text).outcome == outcome

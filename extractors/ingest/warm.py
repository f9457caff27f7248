"""Everything that reading needs, loaded once: imported by the process from which the readers are forked, so that they share it.

Two small documents go all the way, because the vocabulary and the rules are loaded when they are first used.
"""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy.ma  # noqa: F401  numpy itself loads it when first asked for what is alike
import pypdfium2

from extractors.ingest.work import read_job
from extractors.ingest.workers import Job
from extractors.limits import Limits

TEXT = """Byrådet den 14. juni 2022
1. Ny skole
Indstilling
Økonomiudvalget indstiller, at der gives 250.000 kr. om året i 2 år, i alt 0,5 mio. kr.
Beslutning
Godkendt med 14 stemmer for og 5 imod.
"""


def warm(folder: Path) -> None:
    """Read a text and an empty PDF."""
    (folder / "warm.txt").write_text(TEXT, encoding="utf-8")
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)
    blank.save(folder / "warm.pdf")
    for name in ("warm.txt", "warm.pdf"):
        read_job(Job(str(folder / name)), Limits())


with suppress(Exception), TemporaryDirectory(prefix="minutes-") as name:
    warm(Path(name))

"""Everything that reading needs, loaded once: imported by the process from which the readers are forked, so that they share it.

A small document goes all the way, because the vocabulary and the rules are loaded when they are first used.
"""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.work import read_job
from extractors.workers import Job, Limits

TEXT = """Byrådet den 14. juni 2022
1. Ny skole
Der gives 250.000 kr. om året i 2 år, i alt 0,5 mio. kr.
Godkendt med 14 stemmer for og 5 imod.
"""

with suppress(Exception), TemporaryDirectory(prefix="minutes-") as folder:
    path = Path(folder, "warm.txt")
    path.write_text(TEXT, encoding="utf-8")
    read_job(Job(str(path)), Limits())

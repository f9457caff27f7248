"""Files that are read now and not stored: what `minutes extract` and `minutes check FILE` work on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from extractors.document import read_document
from extractors.reading import CannotRead
from minutes.records import Document


@dataclass(slots=True)
class Drafts:
    """The documents that could be read, the path of each, and one line for each that could not."""

    documents: list[Document] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def read_all(files: Iterable[Path], password: str | None = None, ocr: bool = False) -> Drafts:
    """Read every file; one that fails does not stop the rest. `ocr`: pages without text go through Tesseract."""
    drafts = Drafts()
    for file in files:
        try:
            document = read_document(file, password, ocr=ocr)
        except CannotRead as error:
            drafts.failures.append(str(error))
        except OSError as error:
            drafts.failures.append(f"{file}: {error.strerror or error}")
        except Exception as error:
            if os.environ.get("MINUTES_DEBUG"):
                raise
            drafts.failures.append(f"{file}: fejl i programmet selv ({type(error).__name__}: {error}); MINUTES_DEBUG=1 viser hele fejlen")
        else:
            drafts.documents.append(document)
            drafts.paths[document.file] = str(file)
    return drafts

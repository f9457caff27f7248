"""What one document may use; the only place where the bounds stand as numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and megabytes of memory for a document, pages and characters a page (what lies beyond is `Unread`), megabytes on disk.

    `ocr`: pages without text go through Tesseract, which takes seconds a page, so that a document has more time.
    """

    timeout_s: float | None = None
    memory_mb: int = 1500
    pages: int = 5000
    size_mb: int = 500
    ocr: bool = False
    chars_per_page: int = 200_000
    ocr_seconds_per_page: int = 60

    @property
    def allowed_s(self) -> float:
        """The seconds that a document may take."""
        return self.timeout_s or (1800.0 if self.ocr else 120.0)


LIMITS = Limits()

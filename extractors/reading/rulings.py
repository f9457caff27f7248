"""The ruling lines of a PDF page, from its path objects: what a table is drawn with."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
import pypdfium2.raw as raw

from extractors.reading import pdfium
from extractors.reading.glyphs import Length, Place

THIN_PT = 3.0
"""A filled shape no thicker than this is a line."""
SHORT_PT = 3.0
"""A line shorter than this draws no table."""
MAX_OBJECTS = 40_000
MAX_SEGMENTS = 20_000
_DEPTH = 4
_KINDS = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Rulings:
    """Horizontal lines as (y, x0, x1) and vertical ones as (x, top, bottom), in points from the page's top left corner."""

    horizontal: list[tuple[float, float, float]] = field(default_factory=list)
    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    images: float = 0.0
    """The area covered by pictures, in square points."""
    cut: bool = False
    """The page has more shapes than were looked at."""


class _Collector:
    """Collects the lines of one page."""

    def __init__(self, place: Place) -> None:
        self.place, self.out = place, Rulings()
        self.matrix = pdfium.Matrix()
        self.seen = self.segments = 0

    def add(self, things: list[int | None], outer: Matrix = _IDENTITY, depth: int = 0) -> None:
        """Collect from the objects of a page, or of a form with its matrix."""
        kinds = list(map(pdfium.object_type, things))
        paths, images, forms = (
            [t for t, k in zip(things, kinds, strict=True) if t and k == kind] if kind in kinds else [] for kind in _KINDS
        )
        if paths:
            self._paths(paths, outer)
        if images:
            x0, top, x1, bottom, _ = self._boxes(images, outer)
            self.out.images += float(((x1 - x0).clip(0) * (bottom - top).clip(0)).sum())
        for form in forms if depth < _DEPTH else ():
            self._form(form, outer, depth)

    def _form(self, form: int, outer: Matrix, depth: int) -> None:
        count, room = max(pdfium.count_form_objects(form), 0), MAX_OBJECTS - self.seen
        if count > room:
            self.out.cut = True
        count = min(count, room)
        self.seen += count
        self.add(list(map(pdfium.get_form_object, repeat(form), range(count))), _times(self._matrix(form), outer), depth + 1)

    def _matrix(self, thing: int) -> Matrix:
        return tuple(self.matrix) if pdfium.object_matrix(thing, addressof(self.matrix)) else _IDENTITY

    def _boxes(self, things: list[int], outer: Matrix) -> tuple[np.ndarray, ...]:
        """The boxes (x0, top, x1 and bottom of all) of those things that have one, and which they are."""
        seen = np.zeros((len(things), 4), np.float32)
        known = np.flatnonzero(list(map(pdfium.object_bounds, map(pdfium.ready, things), *(pdfium.rows(seen, i) for i in range(4)))))
        left, bottom, right, top = seen[known].astype(float).T
        if outer is not _IDENTITY:
            xs, ys = _apply(outer, np.array([left, left, right, right]), np.array([bottom, top, bottom, top]))
            left, bottom, right, top = xs.min(0), ys.min(0), xs.max(0), ys.max(0)
        return *self.place.box(left, bottom, right, top), known

    def _paths(self, paths: list[int], outer: Matrix) -> None:
        x0, top, x1, bottom, known = self._boxes(paths, outer)
        width, height = x1 - x0, bottom - top
        low, slim = height <= THIN_PT, width <= THIN_PT
        across, down = low & (width > np.maximum(height, SHORT_PT)), slim & (height > np.maximum(width, SHORT_PT))
        self.out.horizontal += _lines(across, (top + bottom) / 2, x0, x1)
        self.out.vertical += _lines(down, (x0 + x1) / 2, top, bottom)
        for i in known[~(low | slim)].tolist():
            self._outline(paths[i], outer)

    def _outline(self, path: int, outer: Matrix) -> None:
        count = pdfium.count_segments(path)
        self.segments += max(count, 0)
        if self.segments > MAX_SEGMENTS:
            self.out.cut = True
        elif count > 0:
            self._segments(path, count, _times(self._matrix(path), outer))

    def _segments(self, thing, count: int, matrix: Matrix) -> None:
        """The straight, upright parts of a path: the four sides of a rectangle, or a whole grid drawn at once."""
        x, y = c_float(), c_float()
        start = last = None
        for i in range(count):
            segment = pdfium.get_segment(thing, i)
            kind = pdfium.segment_type(segment)
            pdfium.segment_point(segment, addressof(x), addressof(y))
            ux, uy = _apply(matrix, x.value, y.value)
            point = self.place.box(ux, uy, ux, uy)[:2]
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
                self._side(last, point)
            if start is not None and pdfium.segment_closes(segment):
                self._side(point, start)
            last = point

    def _side(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        dx, dy = abs(a[0] - b[0]), abs(a[1] - b[1])
        if dy < 0.5 and dx > SHORT_PT:
            self.out.horizontal.append(((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
        elif dx < 0.5 and dy > SHORT_PT:
            self.out.vertical.append(((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))


def rulings(page, place: Place) -> Rulings:
    """The ruling lines of a loaded page (a raw FPDF_PAGE)."""
    collector, handle = _Collector(place), pdfium.ready(pdfium.address(page))
    count = pdfium.count_objects(handle)
    collector.out.cut = count > MAX_OBJECTS
    collector.add(list(map(pdfium.get_object, repeat(handle), range(min(count, MAX_OBJECTS)))))
    return collector.out


def _lines(chosen: np.ndarray, *lines: np.ndarray) -> Iterator[tuple[float, float, float]]:
    return zip(*[edge[chosen].tolist() for edge in lines], strict=True)


def _times(a: Matrix, b: Matrix) -> Matrix:
    """First a, then b."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _apply(m: Matrix, x: Length, y: Length) -> tuple[Length, Length]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]

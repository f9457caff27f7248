"""The ruling lines of a PDF page, from its path objects: what a table is drawn with."""

from __future__ import annotations

from ctypes import addressof, c_float
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from extractors.reading import pdfium
from extractors.reading.glyphs import Place

THIN_PT = 3.0
"""A filled shape no thicker than this is a line."""
SHORT_PT = 3.0
"""A line shorter than this draws no table."""
MAX_OBJECTS = 40_000
MAX_SEGMENTS = 20_000
_DEPTH = 4
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
        self.left, self.bottom, self.right, self.top = c_float(), c_float(), c_float(), c_float()
        self.edges = tuple(map(addressof, (self.left, self.bottom, self.right, self.top)))
        self.matrix = pdfium.Floats()
        self.seen = self.segments = 0

    def add(self, thing, kind: int, outer: Matrix, depth: int) -> None:
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.out.images += self._area(thing, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            self._form(thing, outer, depth)

    def _form(self, thing, outer: Matrix, depth: int) -> None:
        inner = _times(self._matrix(thing), outer)
        for i in range(max(pdfium.count_form_objects(thing), 0)):
            self.seen += 1
            if self.seen > MAX_OBJECTS:
                self.out.cut = True
                return
            child = pdfium.get_form_object(thing, i)
            if child:
                self.add(child, pdfium.object_type(child), inner, depth + 1)

    def _matrix(self, thing) -> Matrix:
        return tuple(self.matrix) if pdfium.object_matrix(thing, addressof(self.matrix)) else _IDENTITY

    def _bounds(self, thing, outer: Matrix) -> tuple[float, float, float, float] | None:
        if not pdfium.object_bounds(thing, *self.edges):
            return None
        if outer is _IDENTITY:
            return self.place.box(self.left.value, self.bottom.value, self.right.value, self.top.value)
        corners = [_apply(outer, x, y) for x in (self.left.value, self.right.value) for y in (self.bottom.value, self.top.value)]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return self.place.box(min(xs), min(ys), max(xs), max(ys))

    def _area(self, thing, outer: Matrix) -> float:
        box = self._bounds(thing, outer)
        return max(box[2] - box[0], 0) * max(box[3] - box[1], 0) if box else 0.0

    def _path(self, thing, outer: Matrix) -> None:
        box = self._bounds(thing, outer)
        if box is None:
            return
        width, height = box[2] - box[0], box[3] - box[1]
        if height <= THIN_PT or width <= THIN_PT:
            self._line(box, width, height)
            return
        count = pdfium.count_segments(thing)
        self.segments += max(count, 0)
        if self.segments > MAX_SEGMENTS:
            self.out.cut = True
        elif count > 0:
            self._segments(thing, count, _times(self._matrix(thing), outer))

    def _line(self, box: tuple[float, float, float, float], width: float, height: float) -> None:
        if height <= THIN_PT and width > max(height, SHORT_PT):
            self.out.horizontal.append(((box[1] + box[3]) / 2, box[0], box[2]))
        elif width <= THIN_PT and height > max(width, SHORT_PT):
            self.out.vertical.append(((box[0] + box[2]) / 2, box[1], box[3]))

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
    collector, handle = _Collector(place), pdfium.address(page)
    count = pdfium.count_objects(handle)
    collector.out.cut = count > MAX_OBJECTS
    get, kind_of, text = pdfium.get_object, pdfium.object_type, raw.FPDF_PAGEOBJ_TEXT
    for i in range(min(count, MAX_OBJECTS)):
        thing = get(handle, i)
        kind = kind_of(thing) if thing else text
        if kind != text:
            collector.add(thing, kind, _IDENTITY, 0)
    return collector.out


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


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]

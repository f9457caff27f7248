"""pdfium's functions that are called for every word, line and shape, taking plain addresses.

The bindings of pypdfium2 check and convert typed pointers at every call; with addresses a call costs two thirds of that,
and these calls are most of the time that a page takes. The functions and constants are those of pypdfium2.raw.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import CFUNCTYPE, c_char_p, c_double, c_float, c_int, c_ulong, c_void_p, cast

import numpy as np
import pypdfium2.raw as raw


def address(pointer) -> int:
    """The address that a typed pointer of the bindings points to."""
    return cast(pointer, c_void_p).value or 0


def _plain(name: str, result, *arguments):
    return CFUNCTYPE(result, *arguments)(address(getattr(raw, name)))


ready = c_void_p.from_param
"""An address, made ready to be passed to many calls: functions that are declared without arguments take no other."""


def rows(array: np.ndarray, column: int = 0) -> Iterator:
    """The addresses of a column's entries in an array's rows, made ready."""
    start = array.ctypes.data + column * array.itemsize
    return map(ready, range(start, start + array.nbytes, array.strides[0]))


# text
get_text = _plain("FPDFText_GetText", c_int)
loose_box = _plain("FPDFText_GetLooseCharBox", c_int)
font_size = _plain("FPDFText_GetFontSize", c_double)
text_matrix = _plain("FPDFText_GetMatrix", c_int)
text_object = _plain("FPDFText_GetTextObject", c_void_p)
char_angle = _plain("FPDFText_GetCharAngle", c_float)
map_error = _plain("FPDFText_HasUnicodeMapError", c_int)
origin = _plain("FPDFText_GetCharOrigin", c_int)
text_index = _plain("FPDFText_GetTextIndexFromCharIndex", c_int)
char_index = _plain("FPDFText_GetCharIndexFromTextIndex", c_int)
font_of = _plain("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_name = _plain("FPDFFont_GetBaseFontName", c_ulong, c_void_p, c_char_p, c_ulong)

# shapes
count_objects = _plain("FPDFPage_CountObjects", c_int)
get_object = _plain("FPDFPage_GetObject", c_void_p)
object_bounds = _plain("FPDFPageObj_GetBounds", c_int)
object_type = _plain("FPDFPageObj_GetType", c_int, c_void_p)
object_matrix = _plain("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
count_form_objects = _plain("FPDFFormObj_CountObjects", c_int, c_void_p)
get_form_object = _plain("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
count_segments = _plain("FPDFPath_CountSegments", c_int, c_void_p)
get_segment = _plain("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_type = _plain("FPDFPathSegment_GetType", c_int, c_void_p)
segment_point = _plain("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_closes = _plain("FPDFPathSegment_GetClose", c_int, c_void_p)

Matrix = c_float * 6

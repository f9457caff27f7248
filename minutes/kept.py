"""What compiling patterns gives, kept beside the program as Python keeps its own bytecode: without it most of every start would go there.

Kept is what the engine is given for a pattern, and what `minutes.needs` reads off it, each under the pattern itself: a pattern that has
changed is compiled anew, and the file then written again. A file that another Python or another `minutes/needs.py` wrote, that is damaged
or that somebody else may have written counts as none, and where none can be written the program starts as slowly as without.
"""

from __future__ import annotations

import _sre
import marshal
import os
import re._compiler as _compiler
import re._parser as _parser
import sys
from array import array
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_PROGRAM = (Path(__file__), Path(__file__).with_name("needs.py"))
_CODE = "I"
"""An instruction of the engine, as `array` has it."""
_compile = _compiler.compile
_lead = getattr(_compiler, "_get_charset_prefix", None)
_Table = dict[Hashable, Any]


class _Store:
    """What was known at the start, and what has been asked for since."""

    def __init__(self, known: _Table) -> None:
        self.known, self.asked = known, dict[Hashable, Any]()

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What is known under a key, or else made."""
        made = self.asked[key] = self.known[key] if key in self.known else make()
        return made


_store: _Store | None = None


def once(key: Hashable, make: Callable[[], Any]) -> Any:
    """What is kept under a key, or else made now: of numbers, strings and what holds them."""
    return _store.once(key, make) if _store else make()


@contextmanager
def kept(name: str) -> Iterator[None]:
    """Compile the patterns of what is imported meanwhile by what the file of this name keeps of them."""
    global _store
    before, store = (_store, _compiler.compile), _Store(_read(path := _file(name)))
    _store, _compiler.compile = store, _compiled
    try:
        yield
    finally:
        _store, _compiler.compile = before
    if store.asked.keys() - store.known.keys() and not sys.dont_write_bytecode:
        some = store.known if len(store.known) < 2 * len(store.asked) else {}  # more would be patterns of yesterday's program
        with suppress(OSError):
            _write(path, some | store.asked)


def _compiled(pattern: Any, flags: int = 0) -> Any:
    """The pattern as Python's own compiler would have it."""
    if not isinstance(pattern, str):
        return _compile(pattern, flags)
    flags, led = int(flags), getattr(_compiler, "_get_charset_prefix", None) is not _lead  # by minutes.needs.led
    whole, code, groups, names = once(("led" if led else "plain", pattern, flags), lambda: _made(pattern, flags))
    numbered = {number: name for name, number in names.items()}
    return _sre.compile(pattern, whole, array(_CODE, code).tolist(), groups, names, (None, *(numbered.get(n + 1) for n in range(groups))))


def _made(pattern: str, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
    """What `re._compiler.compile` gives to the engine, beside the pattern."""
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    return flags | state.flags, array(_CODE, _compiler._code(parsed, flags)).tobytes(), state.groups - 1, dict(state.groupdict)


def _file(name: str) -> Path:
    return Path(cache_from_source(__file__)).with_name(f"{name}.{sys.implementation.cache_tag}.patterns")


def _signed(body: bytes) -> bytes:
    """A sum of what is kept, of the Python that it is for, and of the program that has written it."""
    made_by = repr((sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)).encode()
    return sha256(b"".join((made_by, *(path.read_bytes() for path in _PROGRAM), body))).digest()


def _read(path: Path) -> _Table:
    """What a file keeps; nothing where it cannot be trusted."""
    with suppress(OSError), open(path, "rb") as file:
        if _own(os.fstat(file.fileno())):
            said, body = file.read(sha256().digest_size), file.read()
            if said == _signed(body):
                return marshal.loads(body)
    return {}


def _own(file: os.stat_result) -> bool:
    """Can nobody have written it but who has written the program, or who runs it? Only some systems tell."""
    return not hasattr(os, "getuid") or file.st_uid in (os.getuid(), os.stat(__file__).st_uid) and not file.st_mode & 0o022


def _write(path: Path, table: _Table) -> None:
    """All of the file at once, or nothing."""
    body = marshal.dumps(table)
    path.parent.mkdir(exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(_signed(body) + body)
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)

"""A short run of the fuzzer; a long one is `python -m benchmarks.fuzz --seconds 600`."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import CHANGES, Fuzz, changed


@given(st.binary(min_size=1, max_size=200), st.integers())
@settings(max_examples=60)
def test_any_bytes_can_be_changed(said, seed):
    assert changed(random.Random(seed), said)


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_changes_something(change):
    said = b"%PDF-1.4\n1 0 obj\n<< /Length 44 >>\nendobj\n"
    assert any(change(random.Random(seed), said) != said for seed in range(20))


@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_documents_neither_crash_nor_hang(tmp_path, seed):
    run, left = Fuzz(tmp_path, seed), iter(range(60))
    run.run(lambda: next(left, None) is None)
    assert run.wrong == {}
    assert run.said["read"] > 10
    assert run.said.total() == 60

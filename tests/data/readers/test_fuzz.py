"""Broken files of every format: refused by name, or read with every cell accounted for. More of them: make fuzz."""

import pytest

from data.errors import Fault
from data.forms import read_forms
from data.readers import read_document
from tests.data.readers.mutated import SOURCES, mutated

FILES = 25


@pytest.mark.parametrize("suffix", SOURCES)
def test_broken_files_never_end_in_a_traceback(suffix: str) -> None:
    name = f"坏.{suffix}"
    for seed in range(FILES):
        try:
            forms = read_forms(read_document(name, mutated(suffix, seed)))
        except Fault as fault:
            assert f"《{name}》" in fault.sentence("zh"), seed
        else:
            assert all(form.accounted_cells + len(form.issues) >= form.filled_cells for form in forms), seed

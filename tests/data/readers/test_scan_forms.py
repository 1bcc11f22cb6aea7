"""One of the county's own forms from worn paper: nearly all is read, and no figure is wrong without a word."""

import pytest

from data.forms import read_forms
from data.forms.form_json import form_json
from data.readers import read_document
from tests.benchmarks.read_scans import compared
from tests.documents import scans
from tests.documents.make_documents import FOLDER, SAMPLE, county_grid
from tests.documents.make_formats import WIDTHS

pytest.importorskip("cv2", reason="needs the scan extra")
pytest.importorskip("onnxruntime", reason="needs the scan extra")


SHARE = 0.95


@pytest.mark.skipif(scans.font_path() is None, reason="no font with Chinese characters here")
def test_a_real_form_turned_stamped_and_compressed() -> None:
    sheet = form_json(read_forms(read_document("表.xlsx", (FOLDER / "yanchi-2022-3.xlsx").read_bytes()))[0])
    grid = county_grid(read_forms(read_document(SAMPLE.name, SAMPLE.read_bytes()))[2])
    page = scans.drawn(grid, WIDTHS, 150)[0]
    worn = scans.compressed(scans.turned(scans.stamped(page), 2))
    (form,) = read_forms(read_document("扫描.jpg", scans.saved([worn], "JPEG")))
    result = compared(form_json(form), sheet | {"notes": form.notes})  # the notes stand on the next page
    assert result.share >= SHARE, result.differences
    assert result.silent_figures == 0, result.differences
    assert {"from_scan", "scan_stamped"} <= {issue.code for issue in form.issues}

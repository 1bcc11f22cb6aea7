"""Scans and photographs: what stands on paper, where it stands, and where nobody can be sure of it."""

import random
import socket
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from data.documents import Document
from data.errors import DamagedFile, Fault, TooLarge
from data.forms import read_forms
from data.forms.folding import is_dash
from data.readers import faults, limits, read_document, scan, scan_pages
from data.readers.scan import is_picture
from data.readers.scan_pages import LONG_SIDE, pictures_of
from tests.data.readers.test_pdf import GRID, TEXT, TITLE, printed
from tests.documents import scans
from tests.documents.make_documents import grid_of

pytest.importorskip("cv2", reason="needs the scan extra")
pytest.importorskip("onnxruntime", reason="needs the scan extra")
needs_font = pytest.mark.skipif(scans.font_path() is None, reason="no font with Chinese characters here")

SMALL = """
项目支出绩效自评表 | < | < | < | <
项目名称 | 农村饮水安全工程 | < | < | <
主管部门 | 某县水务局 | 实施单位 | 某县供水站 | <
一级指标 | 三级指标 | 年度指标值 | 全年实际值 | 得分
产出指标 | 改造供水点 | ≥24处 | 30处 | 9.85
^ | 工程支出 | ≤28.272万元 | 21.855万元 | 10
^ | 水质合格率 | ≥95% | 97.5% |
满意度指标 | 用水户满意度 | ≥90% | 92% | —
"""
WIDTHS = (3, 4, 4, 4, 2)
PAPER = (7.0, 3.4)
SAID = """
第1页第1行         | 1×1 | 项目支出绩效自评表
第1页表1第1行第1列 | 1×1 | 项目名称
第1页表1第1行第2列 | 1×4 | 农村饮水安全工程
第1页表1第2行第1列 | 1×1 | 主管部门
第1页表1第2行第2列 | 1×1 | 某县水务局
第1页表1第2行第3列 | 1×1 | 实施单位
第1页表1第2行第4列 | 1×2 | 某县供水站
第1页表1第3行第1列 | 1×1 | 一级指标
第1页表1第3行第2列 | 1×1 | 三级指标
第1页表1第3行第3列 | 1×1 | 年度指标值
第1页表1第3行第4列 | 1×1 | 全年实际值
第1页表1第3行第5列 | 1×1 | 得分
第1页表1第4行第1列 | 3×1 | 产出指标
第1页表1第4行第2列 | 1×1 | 改造供水点
第1页表1第4行第3列 | 1×1 | ≥24处
第1页表1第4行第4列 | 1×1 | 30处
第1页表1第4行第5列 | 1×1 | 9.85
第1页表1第5行第2列 | 1×1 | 工程支出
第1页表1第5行第3列 | 1×1 | ≤28.272万元
第1页表1第5行第4列 | 1×1 | 21.855万元
第1页表1第5行第5列 | 1×1 | 10
第1页表1第6行第2列 | 1×1 | 水质合格率
第1页表1第6行第3列 | 1×1 | ≥95%
第1页表1第6行第4列 | 1×1 | 97.5%
第1页表1第7行第1列 | 1×1 | 满意度指标
第1页表1第7行第2列 | 1×1 | 用水户满意度
第1页表1第7行第3列 | 1×1 | ≥90%
第1页表1第7行第4列 | 1×1 | 92%
第1页表1第7行第5列 | 1×1 | —
"""


def sheet(dpi: int = 150) -> Image.Image:
    return scans.drawn(grid_of(SMALL), WIDTHS, dpi, PAPER)[0]


def read(picture: Image.Image, kind: str = "PNG") -> Document:
    return read_document(f"扫描.{kind.lower()}", scans.saved([picture], kind))


def said(document: Document) -> list[tuple[str, str, str]]:
    """Every cell; a stroke alone is a stroke, whichever it is."""
    cells = document.tables[0].cells
    return [(one.place, f"{one.row_span}×{one.column_span}", "—" if is_dash(one.text) else one.text) for one in cells]


def expected() -> list[tuple[str, str, str]]:
    rows = [line.split("|") for line in SAID.strip().splitlines()]
    return [(place.strip(), span.strip(), text.strip()) for place, span, text in rows]


def doubts(document: Document) -> dict[str, str]:
    return {one.place: one.doubt for one in document.tables[0].cells if one.doubt}


PAPERS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "straight": lambda page: page,
    "turned right": lambda page: scans.turned(page, 2),
    "turned left": lambda page: scans.turned(page, -3.5),
    "on its head": lambda page: page.rotate(180),
    "on its side": lambda page: page.rotate(90, expand=True),
    "on its other side": lambda page: page.rotate(270, expand=True),
    "grey": lambda page: scans.noisy(page).convert("L"),
    "with dust": scans.dusty,
    "in a shadow": scans.shaded,
    "compressed": lambda page: scans.compressed(scans.noisy(page)),
}


@needs_font
@pytest.mark.parametrize("paper", PAPERS)
def test_cells_with_their_places_and_spans_however_the_paper_lies(paper: str) -> None:
    found = read(PAPERS[paper](sheet()))
    assert found.reader == "scan"
    assert said(found) == expected()
    assert doubts(found) == {}


@needs_font
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_kind_and_depth_look_the_same(kind: str, mode: str) -> None:
    grey = sheet().convert("L")
    changed = Image.fromarray(np.asarray(grey, np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    try:
        raw = scans.saved([changed], kind)
    except OSError:
        pytest.skip(f"{kind} has no {mode}")
    (found,) = scan_pages.pictures_of("图", raw)
    (plain,) = scan_pages.pictures_of("图", scans.saved([grey], "PNG"))
    assert is_picture(raw)
    assert np.mean(np.abs(found.astype(int) - plain)) < 6


@needs_font
def test_under_a_stamp_black_is_read_and_the_cells_are_named() -> None:
    found = read(scans.stamped(sheet(200), (0.75, 0.6)))
    assert [each for each in said(found) if each[2]] == expected()
    assert "第1页表1第5行第4列" in doubts(found)
    assert set(doubts(found).values()) <= {"scan_stamped", "scan_unsure"}
    assert "第1页表1第1行第1列" not in doubts(found)


@needs_font
def test_red_figures_are_not_passed_over_in_silence() -> None:
    picture = sheet()
    ImageDraw.Draw(picture).text((880, 310), "8", font=scans.font(19), fill=scans.RED)
    assert list(doubts(read(picture)).values()) == ["scan_stamped"]


@needs_font
def test_smeared_figures_are_named_or_read_as_they_are() -> None:
    """Whatever is read from worn paper: no figure is another one without a word."""
    wanted = {place: text for place, _, text in expected()}
    chance = random.Random(4)
    picture = sheet()
    pen = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = chance.randrange(picture.width), chance.randrange(picture.height)
        pen.line((x, y, x + chance.randrange(-40, 40), y + chance.randrange(-12, 12)), fill="white", width=2)
    for cell in read(picture).tables[0].cells:
        if any(letter.isdigit() for letter in wanted.get(cell.place, "")):
            assert cell.text == wanted[cell.place] or cell.doubt, cell


@needs_font
def test_every_form_is_marked_and_every_doubt_is_an_issue() -> None:
    found = read_forms(read(scans.stamped(sheet(200), (0.75, 0.6))))
    issues = {(issue.code, issue.place) for issue in found[0].issues}
    assert ("from_scan", found[0].place) in issues
    assert ("scan_stamped", "第1页表1第5行第4列") in issues


@needs_font
def test_a_table_on_two_pages_keeps_its_columns() -> None:
    pages = scans.drawn(grid_of(SMALL), WIDTHS, 150, (7.0, 2.3))
    assert len(pages) == 2
    found = read_document("两页.pdf", scans.saved([pages[0], scans.turned(pages[1], 1)], "PDF"))
    assert [text for _, _, text in said(found)] == [text for _, _, text in expected()]
    assert {one.column for one in found.tables[0].cells if one.text in ("9.85", "10", "—")} == {4}
    assert found.tables[0].cells[-1].place.startswith("第2页")


@needs_font
def test_a_page_of_text_and_a_scanned_page_in_one_file() -> None:
    import pypdfium2

    both = pypdfium2.PdfDocument.new()
    for part in (printed(GRID + TEXT + TITLE), scans.saved([sheet()], "PDF")):
        both.import_pages(pypdfium2.PdfDocument(part))
    raw = BytesIO()
    both.save(raw)
    found = read_document("混合.pdf", raw.getvalue())
    assert (found.reader, found.doubt) == ("scan", "from_scan")
    assert [one.text for one in found.tables[0].cells][:4] == ["a title above", "left", "right", "below the others"]
    assert "21.855万元" in [one.text for one in found.tables[0].cells]


@needs_font
def test_nothing_is_asked_of_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refused)
    assert said(read(sheet())) == expected()


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "EXTRA", ("a_module_that_is_not_there",))
    with pytest.raises(faults.NotReadHere) as refused:
        read(Image.new("RGB", (60, 60), "white"))
    assert "安装" in refused.value.sentence("zh")
    assert ".xlsx" in refused.value.sentence("zh")


def test_a_picture_of_nothing_is_refused() -> None:
    sizes = ((900, 700), (1, 1), (1, 900), (2400, 2))  # a strip too: a broken head says so
    for picture in (*(Image.new("RGB", size, "white") for size in sizes), Image.new("L", (900, 700), 0)):
        with pytest.raises(faults.NothingRecognised, match="没有识别出文字"):
            read(picture)


def declared(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""
    parts = (
        b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0),
        b"IDAT" + zlib.compress(b"\0" * 99),
        b"IEND",
    )
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("side", [9_500, 12_000, 60_000, 2**31 - 1])
def test_the_size_is_checked_before_anything_is_decoded(side: int) -> None:
    with pytest.raises(TooLarge, match=f"{limits.SCAN_PIXELS.most} 百万像素"):
        read_document("炸弹.png", declared(side, side))


def test_too_many_pages_are_refused() -> None:
    page = Image.new("1", (8, 8), 1)
    with pytest.raises(TooLarge, match=f"超过 {limits.SCAN_PAGES.most} 页"):
        read_document("长.tif", scans.saved([page] * (limits.SCAN_PAGES.most + 1)))


KINDS = ["PNG", "JPEG", "TIFF", "BMP"]


def picture_of(kind: str) -> bytes:
    """A strip, as it costs least to look for text in."""
    return scans.saved([Image.linear_gradient("L").crop((0, 0, 256, 12)).convert("RGB")], kind)


def flipped(whole: bytes, times: int, seed: int) -> Iterator[bytes]:
    """The file with six bits turned, anew each time."""
    chance = random.Random(seed)
    for _ in range(times):
        broken = bytearray(whole)
        for _ in range(6):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        yield bytes(broken)


@pytest.mark.parametrize("kind", KINDS)
def test_cut_pictures_are_refused(kind: str) -> None:
    whole = picture_of(kind)
    for length in (9, 40, len(whole) // 2):
        with pytest.raises((DamagedFile, faults.NothingRecognised, faults.UnknownFormat)):
            read_document("断", whole[:length])


@pytest.mark.parametrize("kind", KINDS)
def test_broken_pictures_are_decoded_or_refused_by_name(kind: str) -> None:
    refused = 0
    for broken in flipped(picture_of(kind), 200, seed=1):
        try:
            for page in pictures_of("坏", broken):
                assert max(page.shape[:2]) <= LONG_SIDE
        except Fault as fault:
            refused += 1
            assert "《坏》" in fault.sentence("zh")
    assert refused


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_decoded_of_a_broken_picture_is_looked_at_as_any_other(kind: str) -> None:
    for broken in flipped(picture_of(kind), 8, seed=2):
        try:
            read_document("坏", broken)
        except Fault as fault:
            assert "《坏》" in fault.sentence("zh")


@pytest.mark.parametrize(("name", "seconds"), [("表.xlsx", 90), ("表.PDF", 300), ("照片.jpg", 300), ("表", 90)])
def test_what_may_be_a_scan_has_more_time(name: str, seconds: int) -> None:
    assert limits.reading_seconds(name) == seconds

"""The form page by hand: from a finding to its cell, from mark to mark by key, on a phone and on paper."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsing import Window, opened, settle
from tests.browser.dashboard import Dashboard

THIRD = "evaluation=3"  # of the county's own forms: 74 of 76 lines, filed 9.8
A4 = (595, 842)  # points


def seen(page: Page, selector: str) -> bool:
    """Whether an element lies inside the window, below what sticks to its top."""
    box, size = page.locator(selector).first.bounding_box(), page.viewport_size
    return bool(box and size and box["y"] + box["height"] > 0 and box["y"] < size["height"])


def test_one_click_on_a_finding_shows_its_operands_and_its_cell(county: Dashboard, window: Window) -> None:
    page = window.open(county.address("form", THIRD))
    page.evaluate("window.stayed = true")
    page.locator(".jx-why a.jx-go").first.click()
    expect(page.locator(".jx-card")).to_contain_text("74 ÷ 76 × 9.8 = 9.54")
    settle(page)
    assert re.search(r"[?&]n=1(&|$)", page.url) and "finding=score_overstated" in page.url
    cell = page.locator(".jx-paper td.now")
    expect(cell).to_contain_text("9.8")
    assert seen(page, ".jx-paper td.now")
    assert page.evaluate("window.stayed"), "the page was loaded anew"


def test_a_link_from_elsewhere_comes_to_the_cell_at_once(county: Dashboard, window: Window) -> None:
    page = window.open(county.address("form", f"{THIRD}&n=1&finding=score_overstated"))
    assert seen(page, ".jx-paper td.now")


def test_a_mark_tells_on_hover_and_on_focus_and_leads_to_its_line(county: Dashboard, window: Window) -> None:
    page = window.open(county.address("form", THIRD))
    mark = page.locator(".jx-margin.right .jx-pin.overstated").first
    tip = mark.locator("xpath=following-sibling::span")
    expect(tip).to_be_hidden()
    mark.hover()
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    mark.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".jx-card.line")).to_contain_text("74 ÷ 76")
    assert re.search(r"[?&]n=1(&|$)", page.url)


def test_keys_lead_from_finding_to_finding_and_back_works(county: Dashboard, window: Window) -> None:
    page = window.open(county.address("form", THIRD))
    for number in (1, 2):
        page.keyboard.press("n")
        expect(page.locator(".jx-count")).to_have_text(f"第 {number} 处，共 12 处")
    page.keyboard.press("p")
    expect(page.locator(".jx-count")).to_have_text("第 1 处，共 12 处")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (1920, "light")])
def test_the_form_scrolls_in_its_box_and_the_page_does_not(
    demo: Dashboard, browser: Browser, width: int, scheme: str
) -> None:
    with opened(browser, "en", width) as window:
        window.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page = window.open(demo.address("form"))
        wide = page.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
        assert wide <= 0


def test_it_prints_on_a4_without_menu_and_filters(county: Dashboard, window: Window, tmp_path: Path) -> None:
    page = window.open(county.address("form", THIRD))
    printed = tmp_path / "form.pdf"
    page.pdf(path=printed, prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(printed)
    sizes = [tuple(round(side) for side in document[at].get_size()) for at in range(len(document))]
    assert all(tuple(sorted(size)) == A4 for size in sizes)
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    across = [text for text, size in zip(texts, sizes, strict=True) if size[0] > size[1]]
    assert across and all("政务内网线路租用费" in text for text in across)  # the head of the form is repeated
    whole = "".join("".join(text.split()) for text in texts)
    assert "74÷76×9.8=9.54" in whole
    for hidden in ("县域总览", "下一处", "更正一个单元格", "查找"):
        assert hidden not in whole

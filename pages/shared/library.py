"""What the browser adds to the library's own widgets: the reader's language, and the large parts fetched ahead."""

from functools import cache
from pathlib import Path

import streamlit

from pages.shared.language import language, t

LIBRARY = Path(__file__).with_name("library.js")
AHEAD = ("PlotlyChart", "DataFrame", "Metric")  # parts of Streamlit that most pages draw with


@cache
def ahead() -> tuple[str, ...]:
    """The files, each named with a digest of its version, in which the browser finds the parts of `AHEAD`.

    Charts are 4.7 MB of script: fetched and read while nobody waits, the first click on a page with charts is spared
    a third of a second. A version of Streamlit that names its files otherwise only loses that.
    """
    parts = Path(streamlit.__file__).with_name("static") / "static" / "js"
    return tuple(found.name for part in AHEAD for found in sorted(parts.glob(f"{part}.*.js")))


def phrases() -> dict[str, str]:
    """What the menus of grids, lists without a match, and the link for keyboards say; nothing where English is read."""
    if language() == "en":
        return {}
    return {
        "Sort ascending": t("升序"),
        "Sort descending": t("降序"),
        "Statistics": t("统计"),
        "Format": t("格式"),
        "Autosize": t("适合列宽"),
        "Pin column": t("固定此列"),
        "Unpin column": t("取消固定"),
        "Hide column": t("隐藏此列"),
        "Automatic": t("自动"),
        "Localized": t("本地格式"),
        "Plain": t("普通"),
        "Compact": t("简写"),
        "Percent": t("百分比"),
        "Scientific": t("科学记数"),
        "Accounting": t("会计格式"),
        "Currency": t("货币"),
        "Dollar": t("美元"),
        "Euro": t("欧元"),
        "Yen": t("日元"),
        "Bytes": t("字节"),
        "Distance": t("距今"),
        "Calendar": t("日历"),
        "No results": t("没有匹配项"),
        "Skip to main content": t("跳到正文"),
    }

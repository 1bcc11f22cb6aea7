"""Words that the library's own widgets say in English, in the reader's language; the browser puts them in."""

from pathlib import Path

from pages.shared.language import language, t

LIBRARY = Path(__file__).with_name("library.js")


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

"""Our Chinese sentences with the signs of print. Full-width signs are written as escapes: editors turn them back."""

import pytest

from data.texts import english, translate
from data.texts.punctuation import printed

# as typed | as printed, W before a sign that is full-width
TABLE = """
共 {n} 份,涉及 {m} 个部门;其余不变           | 共 {n} 份W,涉及 {m} 个部门W;其余不变
执行率低于 80%,未执行 {money:,.2f} 万元      | 执行率低于 80%W,未执行 {money:,.2f} 万元
{label} {line}:{old} → {new}({cell})          | {label} {line}W:{old} → {new}W({cell}W)
,其中 {n} 份已报                              | W,其中 {n} 份已报
说明: 见附表                                  | 说明W:见附表
自评表 (共 3 份) 已载入                       | 自评表W(共 3 份W)已载入
执行率(B/A)                                   | 执行率W(B/A W)
可以继续吗?是!                                | 可以继续吗W?是W!
请打开 http://127.0.0.1:8501 再试,最迟 12:30  | 请打开 http://127.0.0.1:8501 再试W,最迟 12:30
得分为 max(a, b),不超过 1,240                 | 得分为 max(a, b)W,不超过 1,240
运行 `python -m data read, load`,再试         | 运行 `python -m data read, load`W,再试
见 [说明,附表](a,b)                           | 见 [说明W,附表](a,b)
:material/info: 注意,<b title="a,中">粗</b>   | :material/info: 注意W,<b title="a,中">粗</b>
支持 xlsx, csv 和 s3a://                      | 支持 xlsx, csv 和 s3a://
![图,一](a.png) 与 [表](b.md)                 | ![图W,一](a.png) 与 [表](b.md)
? 读取存疑                                    | ? 读取存疑
points (max): {n}                             | points (max): {n}
"""
WIDE = str.maketrans(",:;?!()", "\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09")
LINES = [tuple(part.strip() for part in line.split("|")) for line in TABLE.strip().splitlines()]


def as_printed(marked: str) -> str:
    first, *others = marked.replace(" W)", "W)").split("W")
    return first + "".join(part[0].translate(WIDE) + part[1:] for part in others)


@pytest.mark.parametrize(("typed", "marked"), LINES)
def test_a_sentence_has_the_signs_of_print(typed: str, marked: str) -> None:
    assert printed(typed) == as_printed(marked)
    assert printed(printed(typed)) == printed(typed)


def test_operands_are_put_in_as_they_stand() -> None:
    said = translate("《{name}》是空文件,请重新导出后再上传。", "zh", name="表(1),改.xlsx")
    assert said == "《表(1),改.xlsx》是空文件\uff0c请重新导出后再上传。"


def test_what_the_catalogue_does_not_know_stays() -> None:
    assert translate("水务局(本级),2022", "zh") == "水务局(本级),2022"


@pytest.mark.parametrize("text", sorted(english()))
def test_every_sentence_of_ours_keeps_its_operands_and_words(text: str) -> None:
    back = printed(text).translate({wide: chr(typed) for typed, wide in WIDE.items()})
    assert back.replace(" ", "") == text.replace(" ", "")

"""Which texts repeat another form's: near the limits, and what is nobody's."""

import pytest

from analytics.session import open_session_on
from analytics.similar import Passage, similar
from tests.analytics.made import CLEAN, form, line

GOAL = "组织全县基层干部分批轮训,完善教学设施,建立师资库,编印学习读本,切实提高基层干部履职能力和服务群众本领"
NEAR = GOAL.replace("师资库", "教师库")
FAR = "购置检测设备,更新实验室,保障食品安全抽检及时覆盖集贸市场、学校食堂和餐饮门店,守住不发生系统性风险的底线"


def said(*texts: tuple[str, str], years: tuple[int, ...] = ()) -> list[tuple[int, int, int]]:
    """(copy, original, ‰) of passages given as (project, text)."""
    passages = [
        Passage("goal", years[at - 1] if years else 2022, at, None, project, project, text)
        for at, (project, text) in enumerate(texts, start=1)
    ]
    return sorted((row[1], row[3], row[5]) for row in similar(passages))


def test_the_later_form_is_the_copy_word_for_word_or_nearly() -> None:
    assert said(("党校培训", GOAL), ("医保窗口", GOAL)) == [(2, 1, 1000)]
    assert said(("党校培训", GOAL), ("医保窗口", NEAR)) == [(2, 1, 980)]
    assert said(("党校培训", GOAL), ("食品抽检", FAR)) == []
    assert said(("党校培训", GOAL), ("医保窗口", GOAL), years=(2023, 2022)) == [(1, 2, 1000)]


def test_projects_of_one_kind_may_say_the_same() -> None:
    assert said(("城东小学校舍维修", GOAL), ("城西小学校舍维修", GOAL)) == []
    assert said(("党校培训", GOAL), ("党校培训", GOAL), years=(2022, 2023)) == []


def test_who_speaks_of_his_own_project_did_not_copy() -> None:
    own = "保障路灯亮化工程" + GOAL
    assert said(("党校培训", own), ("路灯亮化工程", own)) == [(1, 2, 1000)]


def test_what_many_write_is_nobodys() -> None:
    names = ("甲乡修路", "党校培训", "医保窗口", "食品抽检", "森林防火", "档案整理")
    assert said(*((name, GOAL) for name in names)) == []
    assert len(said(*((name, GOAL) for name in names[:5]))) == 4


@pytest.mark.parametrize("text", ["无偏差", "已完成", "资金年底才到位,下年度加快支付进度"])
def test_a_short_reason_is_no_copy(text: str) -> None:
    first = form(line("≥10次", "9次", 20, 18, name="开展培训", reason=text), *CLEAN[1:], project="党校培训")
    second = form(line("≥20户", "18户", 20, 18, name="走访农户", reason=text), *CLEAN[1:], project="医保窗口")
    session = open_session_on([first, second])
    assert session.execute("select * from finding where rule = 'text_copied'").fetchall() == []


def test_the_finding_says_which_two_forms_and_how_alike() -> None:
    session = open_session_on([form(project="党校培训", goal=GOAL), form(project="医保窗口", goal=NEAR)])
    found = session.execute("select evaluation, found, expected from finding where rule = 'text_copied'").fetchall()
    assert found == [(2, NEAR, "党校培训 · 2022 · Sheet1!A1:J30 · 97.9%")]

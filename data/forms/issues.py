"""What can be wrong while a form is read: one row per code, with the sentence that says it."""

from data.records import Issue
from data.texts import Say, mark

SENTENCES = {
    "unread_cell": mark("{place} 的内容没有归入任何栏目,请核对:{detail}"),
    "not_recorded": mark("{place} 的栏目不在自评数据之内,未入库:{detail}"),
    "outside_form": mark("{place} 的文字在自评表之外,未入库:{detail}"),
    "doubtful_row": mark("{place} 所在行的各列可能错位,已按最合理的方式读取,请核对:{detail}"),
    "points_shared": mark("{place} 的分值由几项指标共用,无法按其中一项复算,请核对:{detail}"),
    "name_continued": mark("{place} 只有指标名称的后半部分,已并入上一行的指标,请核对:{detail}"),
    "unreadable_figure": mark("{place} 应为数字,却无法读取:{detail}"),
    "rate_doubtful": mark("{place} 的执行率没有百分号,又无法用执行数和预算数核对,请核对:{detail}"),
    "money_unit_missing": mark("{place} 的金额没有写明单位,已按万元读取,数额偏大,请核对是否为元:{detail}"),
    "formula_without_value": mark(
        "{place} 是公式,但文件中没有保存计算结果,按空白读取。请在 Excel 中打开并保存后再上传。"
    ),
    "header_missing": mark("{place} 起的绩效指标缺少表头,已按{detail}表式的列序读取,请核对。"),
    "funding_header_missing": mark("{place} 起的项目资金缺少表头,已按{detail}表式的列序读取,请核对。"),
    "funding_row_repeated": mark("{place} 与前面的资金来源重复,未入库:{detail}"),
    "unlisted_layout": mark("{place} 的表头不属于已登记的任何一种表式,已按各列名称读取,请核对。"),
    "total_single_figure": mark("{place} 的总分行只填了一个数,已按其位置和各项之和判断,请核对:{detail}"),
    "funding_row_unknown": mark("{place} 的资金不属于自评数据所列的资金来源,未入库:{detail}"),
    "points_as_shares": mark("{place} 的分值按比例填写,已折成百分制读取,请核对:{detail}"),
    "whole_department": mark("{place} 是部门整体支出绩效自评表,不是项目自评表,没有项目名称。"),
    "department_from_title": mark("没有找到主管部门,已取自{place}的标题,请核对:{detail}"),
    "year_from_name": mark("表内没有年度,已取自文件名,请核对:{detail}"),
    "project_missing": mark("没有找到项目名称。"),
    "year_missing": mark("没有找到年度。"),
    "no_indicators": mark("没有找到任何绩效指标。"),
    "hidden_sheet": mark("工作表{detail}处于隐藏状态,已一并读取,请核对是否应当填报。"),
    "from_pdf": mark("{place} 读自 PDF,单元格按框线推定,请与原件核对。"),
    "from_scan": mark("{place} 由扫描件或图片识别而来,请与原件逐项核对后确认。"),
    "scan_unsure": mark("{place} 的文字识别没有把握,请与原件核对:{detail}"),
    "scan_stamped": mark("{place} 有红色印章或红字,红色部分未读取,请与原件核对:{detail}"),
    "scan_open": mark("{place} 的框线不完整,几格可能并为一格,请与原件核对:{detail}"),
    "table_without_form": mark("工作表{place}中没有自评表,其中 {detail} 个有内容的单元格未读取。"),
}


def issue_sentence(issue: Issue, say: Say) -> str:
    """The sentence for one issue, as `say` speaks."""
    return say(SENTENCES[issue.code], place=issue.place, detail=issue.detail)

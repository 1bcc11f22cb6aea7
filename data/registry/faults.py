"""Why a file that a bureau keeps cannot be used at all."""

from data.errors import Fault
from data.texts import mark


class NoDepartmentNames(Fault):
    """No table of the document has the columns of a list of names."""

    code = "no_department_names"
    text = mark("《{name}》中没有找到部门名称对照表:表头须有“曾用名”(或简称、别名)和“现名称”两列。")


class NoTaskList(Fault):
    """No table of the document has the columns of a task list."""

    code = "no_task_list"
    text = mark(
        "《{name}》中没有找到自评任务清单:表头须有“主管部门”和“项目名称”两列,以及“年度”列(或在标题中写明年度)。"
    )


class NoList(Fault):
    """No table of the document has the columns of either list, or it has those of both."""

    code = "no_list"
    text = mark(
        "《{name}》不是可以采用的清单。部门名称对照表的表头须有“曾用名”和“现名称”两列;"
        "自评任务清单的表头须有“主管部门”和“项目名称”两列,以及“年度”列(或在标题中写明年度)。"
    )


class ColumnMissing(Fault):
    """A row is nearly the header of one of the lists: `column` is what it lacks."""

    code = "column_missing"
    text = mark("《{name}》的表头({place})中没有“{column}”列。请照模板补上这一列后再上传,列的先后不限。")


class IsForm(Fault):
    """A self-evaluation form where a list was asked for."""

    code = "is_form"
    text = mark("《{name}》是自评表,不是清单。请在上方“导入自评表”处上传。")

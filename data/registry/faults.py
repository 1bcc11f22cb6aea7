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

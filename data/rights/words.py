"""What roles and actions are called."""

from data.texts import mark

ROLE_WORDS = {
    "local": mark("本机使用者"),
    "viewer": mark("查看人员"),
    "reviewer": mark("审核人员"),
    "department": mark("部门填报人员"),
    "admin": mark("系统管理员"),
    "auditor": mark("审计人员"),
}
ACTION_WORDS = {
    "see_county": mark("查看全县数据"),
    "see_own": mark("查看本部门数据"),
    "see_original": mark("查看和下载原件"),
    "precheck": mark("填报预检"),
    "file_form": mark("报送自评表"),
    "import": mark("导入自评表"),
    "confirm": mark("确认待定的自评表"),
    "repair": mark("更正自评表"),
    "decide": mark("处理核查发现"),
    "forget": mark("清理未能读取的文件"),
    "register": mark("更换部门名称对照表和自评任务清单"),
    "go_back": mark("退回到另一代数据"),
    "export": mark("导出表格"),
    "report": mark("生成简报和通知"),
    "manage_accounts": mark("管理账号"),
    "backup": mark("备份和恢复"),
    "read_audit": mark("查看审计记录"),
}

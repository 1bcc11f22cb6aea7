-- zh: 全年预算数为 0 或空白,却填有执行数、执行率或得分。
-- en: The adjusted budget is 0 or blank, yet money, a rate or a score is filed.
-- severity: warning
-- reference: 核查口径·预算执行:预算为 0 或空白时不计算执行率
-- zh-todo: 补填全年预算数。
-- en-todo: Fill in the adjusted budget.
select
    f.evaluation,
    cast(null as integer) as n,
    f.cell,
    f.filed_execution_score as points,
    coalesce(regexp_replace(cast(f.adjusted_budget_wan as varchar), '\.?0+$', ''), '') as found,
    '> 0' as expected
from project_funding as f
where f.no_rate_reason in ('budget_blank', 'budget_zero')
  and (f.executed_wan > 0 or f.filed_rate > 0 or f.filed_execution_score > 0);

-- zh: 全年执行数大于全年预算数。
-- en: More was executed than the adjusted budget.
-- severity: warning
-- reference: 核查口径·预算执行
-- zh-todo: 核对预算调整是否已计入全年预算数,或改正执行数。
-- en-todo: Check whether adjustments are in the budget, or correct the executed amount.
select
    f.evaluation,
    cast(null as integer) as n,
    f.cell,
    cast(null as decimal(18, 2)) as points,
    regexp_replace(cast(f.executed_wan as varchar), '\.?0+$', '') as found,
    '≤ ' || regexp_replace(cast(f.adjusted_budget_wan as varchar), '\.?0+$', '') as expected
from project_funding as f
where f.adjusted_budget_wan > 0 and f.executed_wan > f.adjusted_budget_wan + 0.005;

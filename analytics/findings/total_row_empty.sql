-- zh: 年度资金总额一行为空或为 0,而其下各行有金额。
-- en: The total row is empty or 0 while the rows under it hold money.
-- severity: warning
-- reference: 核查口径·预算执行
-- zh-todo: 补填年度资金总额。
-- en-todo: Fill in the total row.
select
    f.evaluation,
    cast(null as integer) as n,
    f.cell,
    cast(null as decimal(18, 2)) as points,
    '0' as found,
    regexp_replace(cast(f.adjusted_budget_wan as varchar), '\.?0+$', '') as expected
from project_funding as f
where f.money_from = 'parts' and f.has_total = 1;

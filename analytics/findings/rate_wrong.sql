-- zh: 所填执行率不等于全年执行数除以全年预算数。
-- en: The filed execution rate is not executed divided by adjusted budget.
-- severity: error
-- reference: 核查口径·预算执行:执行率 = 全年执行数 ÷ 全年预算数
-- zh-todo: 重新计算执行率,或改正预算数、执行数。
-- en-todo: Compute the rate again, or correct the amounts.
-- Tolerance: half a unit of the last decimal that the form printed, 0.05 percentage points at least.
with scaled as (
    select
        f.evaluation, f.cell, f.filed_rate,
        cast(cast(f.filed_rate as decimal(30, 6)) * 1000000 as hugeint)                    as rate,
        cast(cast(coalesce(f.filed_rate_step, 0) as decimal(30, 6)) * 1000000 as hugeint)  as step,
        cast(cast(f.adjusted_budget_wan as decimal(30, 6)) * 1000000 as hugeint)           as budget,
        cast(cast(f.executed_wan as decimal(30, 6)) * 1000000 as hugeint)                  as executed
    from facts.funding as f
    join evaluation_in_force as e on e.evaluation = f.evaluation
    where f.filed_rate is not null and f.adjusted_budget_wan > 0 and f.executed_wan >= 0
)
select
    evaluation,
    cast(null as integer) as n,
    cell,
    cast(null as decimal(18, 2)) as points,
    regexp_replace(cast(cast(cast(filed_rate as decimal(30, 6)) * 100 as decimal(30, 4)) as varchar), '\.?0+$', '') || '%' as found,
    regexp_replace(cast(cast(cast(least((20000 * executed + budget) // (2 * budget), 999999999999) as decimal(24, 0))
        * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') || '%' as expected
from scaled
where 2 * abs(rate * budget - executed * 1000000) > greatest(step, 1000) * budget;
